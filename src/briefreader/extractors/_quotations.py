"""Puts quotations together: marked stretches with their speakers, clauses that report, and what is left."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _cues as cues
from briefreader.extractors._attribution import Credit, expects_attribution, is_sentence, words_in
from briefreader.extractors._attribution_before import before
from briefreader.extractors._attribution_behind import behind
from briefreader.extractors._attribution_stated import stated_by
from briefreader.extractors._cast import Cast
from briefreader.extractors._clauses import reports
from briefreader.extractors._drafts import DIRECT, INDIRECT, Draft, inner_words, kind_of
from briefreader.extractors._edges import trimmed
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._marks import Stretch
from briefreader.extractors._prose import Prose
from briefreader.extractors._reasons import INSCRIPTION, PROVERB, gives_name, reason
from briefreader.extractors._report import Report
from briefreader.extractors._resolution import Quotation, Resolution
from briefreader.extractors._speakers import Speakers

if TYPE_CHECKING:
    from briefreader.extractors._reading import Reading


_SAYING = listed("said says told tells added wrote asked saying adding telling")


def quotations(reading: Reading) -> tuple[list[Quotation], list[tuple[Stretch, str]]]:
    """Return the quotations of a document, and the marked stretches that are nobody's speech with reasons."""
    prose = Prose(reading)
    cast = Cast(prose, reading.mentions)
    return _Assembly(prose, cast).result()


class _Assembly:
    """One document's quotations in the making."""

    def __init__(self, prose: Prose, cast: Cast) -> None:
        self.prose, self.cast = prose, cast
        self.speakers = Speakers(prose, cast)
        self.text = prose.text
        self.drafts: list[Draft] = []
        self.credited: dict[Stretch, Draft] = {}

    def result(self) -> tuple[list[Quotation], list[tuple[Stretch, str]]]:
        """Run the rules, the surest first, and resolve the speakers in the order of the text."""
        self._marked()
        self._reported()
        self._stated()
        self._continued()
        self.drafts.sort(key=lambda draft: (draft.place, draft.span))
        found = Resolution(self.prose, self.cast, self.speakers).quotations(self.drafts)
        return found, self._left(found)

    def _left(self, found: list[Quotation]) -> list[tuple[Stretch, str]]:
        """Return the marked stretches that no quotation touches, each with the reason."""
        starts = [each.span.start for each in found]
        reach = list(accumulate((each.span.end for each in found), max))  # how far the spans up to each go
        left = []
        for each in self.prose.stretches:
            n = bisect_left(starts, each.inner.end)
            if n == 0 or reach[n - 1] <= each.inner.start:
                left.append((each, reason(self.prose, each)))
        return left

    # -- stretches with an attribution beside them

    def _marked(self) -> None:
        for stretch in self.prose.stretches:
            if gives_name(self.prose, stretch):
                continue
            again = self._split_by(stretch)
            if again is not None:
                self._credit(stretch, again)
                continue
            long = words_in(self.prose, stretch) >= 3 or is_sentence(self.prose, stretch)
            long = long or expects_attribution(self.prose, stretch)
            ways = [before] + ([behind] if long else [])
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

    def _credit(self, stretch: Stretch, credit: Credit | Draft) -> None:
        """Note whose words a stretch is, with the unmarked words of its sentence that lead to it."""
        span, kind, inside = inner_words(self.text, stretch), DIRECT, [stretch]
        if not isinstance(credit, Draft) and credit.rule in ("behind", "according to"):
            span, kind, inside = self._with_lead(stretch)
        rule = "split" if isinstance(credit, Draft) else credit.rule
        draft = Draft(
            span, kind, credit.head, credit.named, credit.cue, rule, credit.sure, credit.lemma,
            follows=credit if isinstance(credit, Draft) else None, stretches=inside,
        )  # fmt: skip
        self.drafts.append(draft)
        for each in inside:
            self.credited[each] = draft

    def _with_lead(self, stretch: Stretch) -> tuple[Span, str, list[Stretch]]:
        """Return what was said where only its end stands in marks: The plan is "a disaster," he said."""
        alone = inner_words(self.text, stretch), DIRECT, [stretch]
        sentence = self.prose.sentence_span(stretch.outer.start)
        first = self.text[stretch.inner.start]
        if stretch.outer.start <= sentence.start + 1 or not (first.islower() or first.isdigit()):
            return alone
        earlier = self.prose.stretches_in(Span(sentence.start, stretch.outer.start))
        if any(each in self.credited for each in earlier):
            return alone
        lead = [t for t in self.prose.tokens(sentence.start, stretch.outer.start) if t.text[0].isalnum()]
        if not lead or any(t.text.lower() in _SAYING for t in lead):
            return alone
        span = trimmed(self.prose, sentence.start, stretch.outer.end)
        if span is None or self.prose.is_noise(span):
            return alone
        share, quoted = self.prose.quoted(span)
        return span, kind_of(share, quoted), [*earlier, stretch]

    def _split_by(self, stretch: Stretch) -> Draft | None:
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
        if self._signs_a_stretch(report):
            return
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
        kind = kind_of(share, quoted)
        span: Span | None = part
        if kind == DIRECT and inside:
            span = Span(
                max(part.start, inside[0].inner.start), max(inside[-1].inner.end, inside[0].inner.start + 1)
            )
            span = Span(span.start, inner_words(self.text, inside[-1]).end)
        if span is None or self.prose.is_noise(span):
            return
        draft = Draft(
            span, kind, report.subject, None, report.cue, report.rule, report.sure, report.lemma, report.mind,
            stretches=inside,
        )  # fmt: skip
        self.drafts.append(draft)
        if kind != INDIRECT:
            for stretch in inside:
                self.credited.setdefault(stretch, draft)

    def _signs_a_stretch(self, report: Report) -> bool:
        """Tell whether a reporting verb belongs to marks before it: “…,” said X, sent there by the city."""
        turned = (
            report.rule == "clause" and report.subject is not None and report.subject.idx > report.cue.start
        )
        return turned and any(draft.cue == report.cue for draft in self.drafts)

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
            credit = stated_by(self.prose, sentence) if n else None
            if credit is None:
                continue
            last = self.prose.sentences[n - 1]
            span = trimmed(self.prose, last.start, last.end)
            if span is None or self.prose.is_noise(span) or self._taken(span):
                continue
            inside = [s for s in self.prose.stretches_in(span) if s not in self.credited]
            share, quoted = self.prose.quoted(span)
            kind = kind_of(share, quoted)
            if kind == DIRECT and inside:
                span = Span(inside[0].inner.start, inner_words(self.text, inside[-1]).end)
            draft = Draft(
                span, kind, credit.head, credit.named, credit.cue, credit.rule, credit.sure, credit.lemma,
                stretches=inside,
            )  # fmt: skip
            self.drafts.append(draft)
            for stretch in inside:
                self.credited[stretch] = draft

    def _taken(self, span: Span) -> bool:
        return any(draft.span.overlaps(span) for draft in self.drafts)

    # -- speech without an attribution of its own

    def _continued(self) -> None:
        """Give speech that stands alone to whoever speaks before it."""
        by_sentence: dict[int, Draft] = {}
        for draft in sorted(self.drafts, key=lambda each: each.span):
            if draft.rule == "noun" or draft.mind:
                continue
            for place in (draft.span.start, draft.span.end - 1, draft.place):
                by_sentence[self.prose.sentence(place)] = draft
        for stretch in self.prose.stretches:
            if stretch in self.credited or not is_sentence(self.prose, stretch):
                continue
            if words_in(self.prose, stretch) < 2:
                continue
            n = self.prose.sentence(stretch.outer.start)
            here = self.prose.sentences[n] if n >= 0 else stretch.outer
            if stretch.outer.start - here.start > 4 or reason(self.prose, stretch) in (PROVERB, INSCRIPTION):
                continue
            made = self._continuation(stretch, n, by_sentence)
            if made is not None:
                self.drafts.append(made)
                self.credited[stretch] = made
                by_sentence[n] = made

    def _continuation(self, stretch: Stretch, n: int, known: dict[int, Draft]) -> Draft | None:
        span = inner_words(self.text, stretch)
        last = known.get(n - 1)
        same = n > 0 and self.prose.paragraph(self.prose.sentences[n - 1].start) == self.prose.paragraph(
            stretch.outer.start
        )
        short = words_in(self.prose, stretch) < 3
        if short and not (same and last is not None and last.kind == DIRECT):
            return None
        if last is not None and last.span.end <= stretch.outer.start:
            turn = stretch.dash and not same  # a line with a dash of its own may be somebody else's turn
            sure = 0.9 if same else 0.4 if turn else 0.65
            return Draft(span, DIRECT, rule="goes on", sure=sure, follows=last, stretches=[stretch])
        if n <= 0:
            return None
        sentence = self.prose.sentences[n - 1]
        subject = self.speakers.subject_of(sentence)
        if subject is not None:
            return Draft(span, DIRECT, rule="after", sure=0.5, speaker=subject, stretches=[stretch])
        head = self.speakers.unnamed_subject_of(sentence) if same else None
        if head is not None:
            return Draft(span, DIRECT, head, rule="after", sure=0.5, stretches=[stretch])
        lone = self.speakers.only_person_of(sentence) if same else None
        if lone is not None:
            return Draft(span, DIRECT, rule="after", sure=0.4, speaker=lone, stretches=[stretch])
        return None
