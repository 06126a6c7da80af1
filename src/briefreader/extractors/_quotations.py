"""Puts quotations together: marked stretches with their speakers, clauses that report, and what is left."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _attribution as attribution
from briefreader.extractors import _cues as cues
from briefreader.extractors._attribution import Credit, is_sentence, words_in
from briefreader.extractors._clauses import reports
from briefreader.extractors._edges import trimmed
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._marks import Stretch
from briefreader.extractors._offices import EVENT, GROUP, OTHER, PRONOUN, TEXT
from briefreader.extractors._prose import Prose
from briefreader.extractors._reasons import PROVERB, reason
from briefreader.extractors._report import Report
from briefreader.extractors._speakers import Cast, Speaker, moved
from briefreader.i18n import N_, _

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefreader.extractors._reading import Reading

_SAYING_VERBS = listed("said says told tells added wrote asked saying adding telling")
DIRECT, MIXED, INDIRECT = "direct", "mixed", "indirect"


@dataclass(frozen=True, slots=True)
class Quotation:
    """What was said, where, by whom, and how that was found. ``span`` leaves the outer marks out."""

    span: Span
    kind: str
    speaker: Speaker | None
    cue: Span | None
    why: str
    confidence: float


@dataclass(slots=True)
class _Draft:
    """A quotation before its speaker is resolved."""

    span: Span
    kind: str
    head: Token | None = None
    named: Span | None = None
    cue: Span | None = None
    rule: str = ""
    sure: float = 0.9
    lemma: str = ""
    mind: bool = False
    follows: _Draft | None = None
    speaker: Speaker | None = None
    stretches: list[Stretch] = field(default_factory=list)

    @property
    def place(self) -> int:
        if self.head is not None:
            return int(self.head.idx)
        return self.named.start if self.named is not None else self.span.start


def quotations(reading: Reading) -> tuple[list[Quotation], list[tuple[Stretch, str]]]:
    """Return the quotations of a document, and the marked stretches that are nobody's speech with reasons."""
    prose = Prose(reading)
    cast = Cast(prose, reading.mentions)
    return _Assembly(prose, cast).result()


class _Assembly:
    """One document's quotations in the making."""

    def __init__(self, prose: Prose, cast: Cast) -> None:
        self.prose, self.cast = prose, cast
        self.text = prose.text
        self.drafts: list[_Draft] = []
        self.credited: dict[Stretch, _Draft] = {}

    def result(self) -> tuple[list[Quotation], list[tuple[Stretch, str]]]:
        """Run the rules, the surest first, and resolve the speakers in the order of the text."""
        self._marked()
        self._reported()
        self._stated()
        self._continued()
        self.drafts.sort(key=lambda draft: (draft.place, draft.span))
        found = self._resolved()
        taken = sorted(quotation.span for quotation in found)
        starts = [span.start for span in taken]
        reach = list(accumulate((span.end for span in taken), max))  # how far the spans up to each one go
        left = []
        for each in self.prose.stretches:
            n = bisect_left(starts, each.inner.end)
            if n == 0 or reach[n - 1] <= each.inner.start:
                left.append((each, reason(self.prose, each)))
        return sorted(found, key=lambda each: each.span), left

    # -- stretches with an attribution beside them

    def _marked(self) -> None:
        for stretch in self.prose.stretches:
            again = self._split_by(stretch)
            if again is not None:
                self._credit(stretch, again)
                continue
            long = words_in(self.prose, stretch) >= 3 or is_sentence(self.prose, stretch)
            long = long or attribution.expects_attribution(self.prose, stretch)
            ways = [attribution.before] + ([attribution.behind] if long else [])
            if stretch.outer.start <= self.prose.sentence_span(stretch.outer.start).start + 1:
                ways.reverse()  # nothing in its own sentence leads to it
            credit = None
            for way in ways:
                if credit is None or self._unfit(credit):
                    credit = way(self.prose, self.cast, stretch) or credit
            if credit is not None and not self._unfit(credit):
                self._credit(stretch, credit)

    def _unfit(self, credit: Credit) -> bool:
        """Tell whether a credit names something that cannot speak."""
        if credit.head is None:
            return False
        return credit.head.text.lower() in ("this", "that", "which", "what", "there", "you", "i")

    def _credit(self, stretch: Stretch, credit: Credit | _Draft) -> None:
        """Note whose words a stretch is, with the unmarked words of its sentence that lead to it."""
        span, kind, inside = self._inner(stretch), DIRECT, [stretch]
        if not isinstance(credit, _Draft) and credit.rule in ("behind", "according to"):
            span, kind, inside = self._with_lead(stretch)
        rule = "split" if isinstance(credit, _Draft) else credit.rule
        draft = _Draft(
            span, kind, credit.head, credit.named, credit.cue, rule, credit.sure, credit.lemma,
            follows=credit if isinstance(credit, _Draft) else None, stretches=inside,
        )  # fmt: skip
        self.drafts.append(draft)
        for each in inside:
            self.credited[each] = draft

    def _with_lead(self, stretch: Stretch) -> tuple[Span, str, list[Stretch]]:
        """Return what was said where only its end stands in marks: The plan is "a disaster," he said."""
        alone = self._inner(stretch), DIRECT, [stretch]
        sentence = self.prose.sentence_span(stretch.outer.start)
        first = self.text[stretch.inner.start]
        if stretch.outer.start <= sentence.start + 1 or not (first.islower() or first.isdigit()):
            return alone
        before = self.prose.stretches_in(Span(sentence.start, stretch.outer.start))
        if any(each in self.credited for each in before):
            return alone
        lead = [t for t in self.prose.tokens(sentence.start, stretch.outer.start) if t.text[0].isalnum()]
        if not lead or any(t.text.lower() in _SAYING_VERBS for t in lead):
            return alone
        span = trimmed(self.prose, sentence.start, stretch.outer.end)
        if span is None or self.prose.is_noise(span):
            return alone
        share, quoted = self.prose.quoted(span)
        return span, DIRECT if share >= 0.9 else MIXED if quoted >= 2 else INDIRECT, [*before, stretch]

    def _inner(self, stretch: Stretch) -> Span:
        """Return the words of a stretch without a comma that only leads to the attribution."""
        end = stretch.inner.end
        while end > stretch.inner.start + 1 and self.text[end - 1] in ", \u00a0":
            end -= 1
        return Span(stretch.inner.start, end)

    def _split_by(self, stretch: Stretch) -> _Draft | None:
        """Return the draft that an attribution splits from this stretch: "A," he said, "B."."""
        last = self.prose.stretch_before(stretch.outer.start)
        draft = self.credited.get(last) if last is not None else None
        if last is None or draft is None or draft.cue is None or draft.cue.start < last.outer.end:
            return None
        between = self.text[draft.cue.end : stretch.outer.start]
        if (
            self.prose.sentence(draft.cue.start) != self.prose.sentence(stretch.outer.start)
            or len(between) > 200
        ):
            return None
        tokens = self.prose.tokens(draft.cue.end, stretch.outer.start)
        if any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.text.lower() in cues.LEMMAS for t in tokens):
            return None
        return draft if between.rstrip()[-1:] in (",", "—", "–", ":", ";") else None

    # -- clauses that report

    def _reported(self) -> None:
        for report in reports(self.prose):
            if (
                report.mind
                and report.subject is not None
                and report.subject.tag_ == "PRP"
                and self._told(report.cue)
            ):
                continue  # "said he believes …" is one statement
            for part in report.parts:
                self._report_part(report, part)

    def _told(self, cue: Span) -> bool:
        """Tell whether a cue stands within what somebody else's report says."""
        return any(draft.span.contains(cue) and draft.kind != DIRECT for draft in self.drafts[-6:])

    def _report_part(self, report: Report, part: Span) -> None:
        part = self._grown_to_marks(part, report.cue)
        inside = self.prose.stretches_in(part)
        share, quoted = self.prose.quoted(part)
        mine = [s for s in inside if s in self.credited]
        if any(cue is not None and part.contains(cue) for cue in (self.credited[s].cue for s in mine)):
            return  # "…," he said, according to X: the words are his
        if mine and any(self.credited[s].cue == report.cue or share >= 0.9 for s in mine):
            if share >= 0.9 or any(self._closed_like_speech(s) for s in mine) or not self._beyond(part, mine):
                return
            for stretch in mine:
                self.drafts.remove(self.credited.pop(stretch))
        elif mine and any(words_in(self.prose, s) > 8 for s in mine):
            return
        kind = DIRECT if share >= 0.9 else MIXED if quoted >= 2 else INDIRECT
        span: Span | None = part
        if kind == DIRECT and inside:
            span = Span(
                max(part.start, inside[0].inner.start), max(inside[-1].inner.end, inside[0].inner.start + 1)
            )
            span = Span(span.start, self._inner(inside[-1]).end)
        if span is None or self.prose.is_noise(span):
            return
        draft = _Draft(
            span, kind, report.subject, None, report.cue, report.rule, report.sure, report.lemma, report.mind,
            stretches=inside,
        )  # fmt: skip
        self.drafts.append(draft)
        if kind != INDIRECT:
            for stretch in inside:
                self.credited.setdefault(stretch, draft)

    def _grown_to_marks(self, part: Span, cue: Span) -> Span:
        """Return a part with the whole of each stretch in marks that it cuts."""
        start, end = part.start, part.end
        for stretch in self.prose.stretches_in(part):
            if stretch.outer.overlaps(cue):
                continue
            if not stretch.outer.start <= cue.start < start:
                start = min(start, stretch.outer.start)
            end = (
                max(end, stretch.outer.end)
                if stretch.outer.end <= cue.start or cue.end <= stretch.outer.end
                else end
            )
        grown = trimmed(self.prose, start, end)
        return grown or part

    def _closed_like_speech(self, stretch: Stretch) -> bool:
        return self.text[stretch.inner.end - 1] in ".,!?"

    def _beyond(self, part: Span, mine: list[Stretch]) -> bool:
        """Tell whether a report says more than the stretches in marks that it holds."""
        outside = part.of(self.text)
        for stretch in mine:
            outside = outside.replace(stretch.outer.of(self.text), " ")
        return len(outside.split()) >= 3

    # -- the sentence before "This was stated by X"

    def _stated(self) -> None:
        for n, sentence in enumerate(self.prose.sentences):
            credit = attribution.stated_by(self.prose, sentence) if n else None
            if credit is None:
                continue
            before = self.prose.sentences[n - 1]
            span = trimmed(self.prose, before.start, before.end)
            if span is None or self.prose.is_noise(span) or self._taken(span):
                continue
            inside = [s for s in self.prose.stretches_in(span) if s not in self.credited]
            share, quoted = self.prose.quoted(span)
            kind = DIRECT if share >= 0.9 else MIXED if quoted >= 2 else INDIRECT
            if kind == DIRECT and inside:
                span = Span(inside[0].inner.start, self._inner(inside[-1]).end)
            draft = _Draft(
                span, kind, credit.head, credit.named, credit.cue, credit.rule, credit.sure, credit.lemma
            )
            self.drafts.append(draft)
            for stretch in inside:
                self.credited[stretch] = draft

    def _taken(self, span: Span) -> bool:
        return any(draft.span.overlaps(span) for draft in self.drafts)

    # -- speech without an attribution of its own

    def _continued(self) -> None:
        """Give speech that stands alone to whoever speaks before it."""
        by_sentence: dict[int, _Draft] = {}
        for draft in sorted(self.drafts, key=lambda each: each.span):
            if draft.rule == "noun" or draft.mind:
                continue
            for place in (draft.span.start, draft.span.end - 1, draft.place):
                by_sentence[self.prose.sentence(place)] = draft
        for stretch in self.prose.stretches:
            if stretch in self.credited or not is_sentence(self.prose, stretch):
                continue
            if words_in(self.prose, stretch) < 3:
                continue
            n = self.prose.sentence(stretch.outer.start)
            here = self.prose.sentences[n] if n >= 0 else stretch.outer
            if stretch.outer.start - here.start > 4 or reason(self.prose, stretch) == PROVERB:
                continue
            made = self._continuation(stretch, n, by_sentence)
            if made is not None:
                self.drafts.append(made)
                self.credited[stretch] = made
                by_sentence[n] = made

    def _continuation(self, stretch: Stretch, n: int, known: dict[int, _Draft]) -> _Draft | None:
        span = self._inner(stretch)
        before = known.get(n - 1)
        same = n > 0 and self.prose.paragraph(self.prose.sentences[n - 1].start) == self.prose.paragraph(
            stretch.outer.start
        )
        if before is not None and before.span.end <= stretch.outer.start:
            sure = 0.9 if same else 0.65
            return _Draft(span, DIRECT, rule="goes on", sure=sure, follows=before, stretches=[stretch])
        if n <= 0:
            return None
        subject = self.cast.subject_of(self.prose.sentences[n - 1])
        if subject is not None:
            return _Draft(span, DIRECT, rule="after", sure=0.5, speaker=subject, stretches=[stretch])
        return None

    # -- speakers

    def _resolved(self) -> list[Quotation]:
        found: dict[Span, Quotation] = {}
        earlier: list[Speaker] = []
        waiting = [draft for draft in self.drafts if draft.follows is not None]
        for draft in self.drafts:
            if draft.follows is None and draft.speaker is None:
                draft.speaker = self._speaker(draft, earlier)
                if draft.speaker is not None:
                    earlier.append(draft.speaker)
        for draft in waiting:
            source = draft
            while source.follows is not None:
                source = source.follows
            draft.speaker = source.speaker
        for draft in self.drafts:
            if not self._stands(draft):
                continue
            made = self._quotation(draft)
            kept = found.get(made.span)
            if kept is None or kept.confidence < made.confidence:
                found[made.span] = made
        return list(found.values())

    def _speaker(self, draft: _Draft, earlier: list[Speaker]) -> Speaker | None:
        if draft.named is not None:
            return self.cast.resolve(draft.named, None, earlier)
        if draft.head is None:
            return None
        sentence = self.prose.sentence_span(draft.head.idx)
        low, high = sentence.start, sentence.end
        if draft.cue is not None and draft.cue.start >= low:
            if draft.head.idx < draft.cue.start:
                high = min(high, draft.cue.start)
            elif draft.head.idx >= draft.cue.end:
                low = max(low, draft.cue.end)
        text = draft.head.text.lower()
        if text in ("his", "her", "their", "its"):
            as_subject = {"his": "he", "her": "she", "their": "they", "its": "it"}[text]
            span = Span(draft.head.idx, self.prose.end_of(draft.head))
            return self.cast.refer(span, as_subject, earlier)
        for stretch in self.prose.stretches_in(Span(low, max(high, low + 1))):
            if stretch.outer.end <= draft.head.idx:
                low = max(low, stretch.outer.end)
            elif stretch.outer.start > draft.head.idx:
                high = min(high, stretch.outer.start)
        span = self.cast.nominal(draft.head, low, high)
        return self.cast.resolve(span, draft.head, earlier)

    def _stands(self, draft: _Draft) -> bool:
        """Tell whether a draft has a speaker that can speak, and says something."""
        speaker = draft.speaker
        if speaker is None or self.prose.is_noise(draft.span):
            return False
        if speaker.span.overlaps(draft.span):
            return False
        low = speaker.span.of(self.text).lower()
        if (
            speaker.sort == PRONOUN
            and low in ("i", "you", "one", "who", "nobody", "we")
            and draft.kind == INDIRECT
        ):
            return False
        plain = draft.head is not None and speaker.sort != PRONOUN
        sort = self.cast.sort(speaker.span, draft.head) if plain else speaker.sort
        if (
            draft.kind == DIRECT
            and draft.rule in ("behind", "split", "before", "according to")
            and sort != EVENT
        ):
            return True
        if sort == EVENT or (sort == OTHER and speaker.entity == ""):
            return False
        if draft.lemma in ("find", "show"):
            return sort == TEXT or (draft.lemma == "find" and sort == GROUP)
        marked = bool(draft.stretches) and draft.rule == "names"  # "a statement calling it “a mistake”"
        if sort == TEXT and not marked and draft.lemma not in cues.WRITTEN | {"according"}:
            return False
        if draft.mind and sort == TEXT:
            return False
        return len(draft.span.of(self.text).split()) >= (
            1 if len(draft.stretches) or draft.rule == "inserted" else 2
        )

    def _quotation(self, draft: _Draft) -> Quotation:
        speaker = draft.speaker
        if speaker is not None and draft.follows is not None and draft.rule != "split":
            speaker = moved(speaker, speaker.span)
        sure = draft.sure * (speaker.sure if speaker is not None else 0.5)
        return Quotation(draft.span, draft.kind, speaker, draft.cue, self._why(draft), round(sure, 2))

    def _why(self, draft: _Draft) -> str:
        cue = draft.cue.of(self.text) if draft.cue is not None else ""
        why = _(_WHY.get(draft.rule, N_("reported by “{cue}”"))).format(cue=cue)
        if draft.speaker is not None and draft.speaker.why:
            why += "; " + draft.speaker.why
        return why


_WHY = {
    "behind": N_("in quotation marks, with “{cue}” behind it"),
    "before": N_("in quotation marks, with “{cue}” before it"),
    "split": N_("goes on behind “{cue}”"),
    "according to": N_("“according to” names the source"),
    "signed": N_("in quotation marks, signed"),
    "line above": N_("the line above names the speaker"),
    "colon": N_("the words before the colon name the speaker"),
    "in the words of": N_("“in the words of” names the speaker"),
    "next sentence": N_("the next sentence says who stated it"),
    "goes on": N_("in quotation marks right after words of the same speaker"),
    "after": N_("in quotation marks after a sentence about the speaker"),
    "inserted": N_("“{cue}” is set into the sentence or behind it"),
    "as": N_("“as … {cue}” names the speaker"),
    "noun": N_("what the noun “{cue}” says"),
    "adjective": N_("a view: “{cue}”"),
    "names": N_("“{cue}” gives it a name"),
    "object in marks": N_("words in quotation marks are the object of “{cue}”"),
}
