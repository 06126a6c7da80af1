"""Gives each draft of a quotation its speaker, and drops those that nobody can have said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _cues as cues
from briefreader.extractors._cast import Cast
from briefreader.extractors._drafts import DIRECT, INDIRECT, Draft
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._offices import EVENT, GROUP, OTHER, PRONOUN, TEXT, is_inscribed
from briefreader.extractors._prose import Prose
from briefreader.extractors._speakers import Speaker, Speakers
from briefreader.i18n import N_, _

if TYPE_CHECKING:
    from spacy.tokens import Token


_POSSESSIVES = {"his": "he", "him": "he", "her": "she", "their": "they", "them": "they", "its": "it"}
_NO_SOURCE = listed("i you one who nobody we")
"""Pronouns that no indirect quotation is given to."""
_NONE = frozenset({"nobody", "no", "none", "neither", "no-one", "nothing"})
_SURELY = listed("say tell announce argue insist warn")
_BY_HAND = listed("write reply add comment post joke tell")
"""What the one who puts a poster up does, and the poster does not."""
_BESIDE = frozenset({"behind", "split", "before", "according to"})
"""Rules for words beside marks, which hold whatever sort of speaker is named."""
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
    "object": N_("the object of “{cue}” is what was said"),
    "names": N_("“{cue}” gives it a name"),
    "object in marks": N_("words in quotation marks are the object of “{cue}”"),
}


@dataclass(frozen=True, slots=True)
class Quotation:
    """What was said, where, by whom, and how that was found. ``span`` leaves the outer marks out."""

    span: Span
    kind: str
    speaker: Speaker | None
    cue: Span | None
    why: str
    confidence: float


class Resolution:
    """Resolves the speakers of one document's drafts, in the order of the text."""

    def __init__(self, prose: Prose, cast: Cast, speakers: Speakers) -> None:
        self.prose, self.cast, self.speakers = prose, cast, speakers
        self.text = prose.text

    def quotations(self, drafts: list[Draft]) -> list[Quotation]:
        """Return the drafts that somebody can have said, with their speakers, in the order of the text."""
        found: dict[Span, Quotation] = {}
        earlier: list[Speaker] = []
        waiting = [draft for draft in drafts if draft.follows is not None]
        for draft in drafts:
            if draft.follows is None and draft.speaker is None:
                draft.speaker = self._speaker(draft, earlier)
                if draft.speaker is not None:
                    earlier.append(draft.speaker)
        for draft in waiting:
            source = draft
            while source.follows is not None:
                source = source.follows
            draft.follows = source  # so that the next one need not go the whole way
            draft.speaker = source.speaker
        for draft in drafts:
            if not self._stands(draft):
                continue
            made = self._quotation(draft)
            kept = found.get(made.span)
            if kept is None or kept.confidence < made.confidence:
                found[made.span] = made
        return sorted(found.values(), key=lambda each: each.span)

    def _speaker(self, draft: Draft, earlier: list[Speaker]) -> Speaker | None:
        if draft.named is not None:
            return self.speakers.resolve(draft.named, None, earlier)
        if draft.head is None:
            return None
        word = draft.head.text.lower()
        if word in _POSSESSIVES:
            span = Span(draft.head.idx, self.prose.end_of(draft.head))
            return self.speakers.refer(span, _POSSESSIVES[word], earlier)
        span = self.cast.nominal(draft.head, *self._room(draft, draft.head))
        return self.speakers.resolve(span, draft.head, earlier)

    def _room(self, draft: Draft, head: Token) -> tuple[int, int]:
        """Return the places that the words naming a speaker lie between: sentence, cue and marks."""
        sentence = self.prose.sentence_span(head.idx)
        low, high = sentence.start, sentence.end
        if draft.cue is not None and draft.cue.start >= low:
            if head.idx < draft.cue.start:
                high = min(high, draft.cue.start)
            elif head.idx >= draft.cue.end:
                low = max(low, draft.cue.end)
        for stretch in self.prose.stretches_in(Span(low, max(high, low + 1))):
            if stretch.outer.end <= head.idx:
                low = max(low, stretch.outer.end)
            elif stretch.outer.start > head.idx:
                high = min(high, stretch.outer.start)
        return low, high

    def _stands(self, draft: Draft) -> bool:
        """Tell whether a draft has a speaker that can speak, and says something."""
        speaker = draft.speaker
        if speaker is None or self.prose.is_noise(draft.span) or speaker.span.overlaps(draft.span):
            return False
        low = speaker.span.of(self.text).lower()
        if draft.kind != DIRECT and self._names_nobody(speaker.span):
            return False
        if speaker.sort == PRONOUN and self._is_nobody(low, draft) and draft.kind == INDIRECT:
            return False
        if draft.stretches and _stands_on(draft.head) and draft.lemma not in _BY_HAND:
            return False
        plain = draft.head is not None and speaker.sort != PRONOUN
        sort = self.cast.sort(speaker.span, draft.head) if plain else speaker.sort
        if draft.kind == DIRECT and draft.rule in _BESIDE and sort != EVENT:
            return True
        if sort == EVENT or (sort == OTHER and speaker.entity == "" and not _says(draft)):
            return False
        return _can_say(draft, sort, self.text)

    def _names_nobody(self, span: Span) -> bool:
        """Tell whether the words that name a speaker say that nobody spoke: "no official"."""
        first = span.of(self.text).split()[0].lower()
        before = self.text[max(0, span.start - 9) : span.start].lower().split()[-1:]
        return first in _NONE or bool(before and before[0] in ("neither", "no"))

    def _is_nobody(self, low: str, draft: Draft) -> bool:
        """Tell whether a pronoun means nobody in particular; the one of "one said …" is somebody."""
        told = draft.head is not None and draft.head.head.tag_ == "VBD" and low == "one"
        return low in _NO_SOURCE and not told

    def _quotation(self, draft: Draft) -> Quotation:
        speaker = draft.speaker
        sure = draft.sure * (speaker.sure if speaker is not None else 0.5)
        return Quotation(draft.span, draft.kind, speaker, draft.cue, self._why(draft), round(sure, 2))

    def _why(self, draft: Draft) -> str:
        cue = draft.cue.of(self.text) if draft.cue is not None else ""
        why = _(_WHY.get(draft.rule, N_("reported by “{cue}”"))).format(cue=cue)
        if draft.speaker is not None and draft.speaker.why:
            why += "; " + draft.speaker.why
        return why


def _stands_on(head: Token | None) -> bool:
    """Tell whether the words stand on a sign or the like, so that nobody says them."""
    return head is not None and not head.tag_.startswith("NNP") and is_inscribed(head.text)


def _says(draft: Draft) -> bool:
    """Tell whether a verb is so sure that whatever is its subject speaks: "the hotel said it would close"."""
    return draft.lemma in _SURELY and draft.rule in ("clause", "inserted", "behind", "before")


def _can_say(draft: Draft, sort: str, text: str) -> bool:
    """Tell whether a speaker of a sort can say something with this verb, and whether it is long enough."""
    if draft.lemma in ("find", "show"):
        return sort == TEXT or (draft.lemma == "find" and sort == GROUP)
    marked = bool(draft.stretches) and draft.rule == "names"  # "a statement calling it “a mistake”"
    if sort == TEXT and not marked and draft.lemma not in cues.WRITTEN | {"according"}:
        return False
    if draft.mind and sort == TEXT:
        return False
    return len(draft.span.of(text).split()) >= (1 if draft.stretches or draft.rule == "inserted" else 2)
