"""How many independent sources say the same, where they differ, and what that says of a source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefreader.domain.decision import Passage
from briefreader.domain.document import Document
from briefreader.domain.folding import fold
from briefreader.domain.ledger import Claim, ClaimEntry, Ledger
from briefreader.domain.outline import Outline
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.i18n import _, plural
from briefreader.library.origins import origins

CLAIMS_OF = {
    "figure": ("figure",),
    "event": ("date", "title", "plan"),
    "agreement": ("agreement", "plan", "date"),
    "date": ("date",),
    "quote": ("statement",),
}
"""The kinds of claim that say how many sources bear out a fact of each kind."""

_SAME = ("agree", "rounding")  # verdicts by which all entries of a claim say the same
_APART = ("scope", "linked")  # those by which nothing is known to be the same, whatever the values


def claim_of(ledger: Ledger, document: str, span: Span, kind: str) -> Claim | None:
    """Return the claim that a fact of this kind at a passage is a part of; None if it was not compared."""
    fitting = [each for each in ledger.touching(document, span) if each.kind in CLAIMS_OF.get(kind, ())]

    def shared(claim: Claim) -> int:
        return max(_shared(entry, document, span) for entry in claim.entries)

    # Of several, the one whose words are most the same; the ledger has the weightiest first.
    return max(fitting, key=shared, default=None)


def entry_of(claim: Claim, document: str, span: Span) -> ClaimEntry | None:
    """Return what a claim holds of a passage."""
    best = max(claim.entries, key=lambda each: _shared(each, document, span), default=None)
    return best if best is not None and _shared(best, document, span) else None


def saying(claim: Claim, entry: ClaimEntry) -> tuple[ClaimEntry, ...]:
    """Return the entries of a claim that say what this one says, itself among them."""
    if claim.verdict in _SAME:
        return claim.entries
    if claim.verdict in _APART:
        return (entry,)
    return tuple(each for each in claim.entries if _meant(each) == _meant(entry))


def independent(claim: Claim, document: str, span: Span) -> int:
    """Return how many independent origins say what the passage says; 0 if the claim knows nothing of it."""
    entry = entry_of(claim, document, span)
    return len({each.origin for each in saying(claim, entry)}) if entry is not None else 0


def differing(ledger: Ledger, document: str, span: Span) -> tuple[Claim, ...]:
    """Return the claims within a passage on which sources differ; what a person dismissed does not count."""
    touched = ledger.touching(document, span)
    return tuple(each for each in touched if each.verdict == "differ" and each.decision != "dismissed")


def origins_of(documents: Sequence[Document], survey: Survey | None = None) -> Mapping[str, str]:
    """Return the independent origin of each document, as the survey has it or else as these alone tell it."""
    known = survey.sources if survey is not None else {}
    if all(each.id in known for each in documents):
        return {each.id: known[each.id].origin for each in documents}
    return origins(sorted(documents, key=lambda each: (str(each.published.first or "9999"), each.id)))


# -- the credibility of a source ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A credibility digit that what other sources say speaks for, and why; a person has to confirm it."""

    digit: str
    reason: str


def suggested_credibility(document: str, outline: Outline, survey: Survey) -> Suggestion:
    """Return the Admiralty digit of a source by what other sources say of the matters it is cited for.

    Only independent origins count, and never its letter: the two are judged apart.
    """
    borne_out, against = _weighed(document, _cited_for(document, outline), survey)
    if borne_out and not against:
        return Suggestion("1" if len(borne_out) > 1 or max(borne_out) > 1 else "2", _bears_out(borne_out))
    if borne_out:
        return Suggestion("3", f"{_bears_out(borne_out)} {_speaks_against(against)}")
    if against:
        return Suggestion("5" if max(against) > 1 else "4", _speaks_against(against))
    return Suggestion("6", _("No independent source speaks of what it is cited for."))


def _cited_for(document: str, outline: Outline) -> list[Passage]:
    return [
        passage
        for _part, line in outline.lines()
        for passage in line.evidence
        if passage.document == document
    ]


def _weighed(document: str, passages: Iterable[Passage], survey: Survey) -> tuple[list[int], list[int]]:
    """Return, for each matter, how many other origins say the same, and how many say otherwise."""
    borne_out: list[int] = []
    against: list[int] = []
    seen: set[str] = set()
    for passage in passages:
        for claim in survey.ledger.touching(document, passage.anchor.span):
            entry = entry_of(claim, document, passage.anchor.span)
            if claim.id in seen or entry is None or claim.decision == "dismissed":
                continue
            seen.add(claim.id)
            same = {each.origin for each in saying(claim, entry)}
            others = {each.origin for each in claim.entries} - same
            if same - {entry.origin}:
                borne_out.append(len(same - {entry.origin}))
            if claim.verdict == "differ" and others:
                against.append(len(others))
    return borne_out, against


def _bears_out(counts: Sequence[int]) -> str:
    if list(counts) == [1]:
        return _("One other independent source says the same.")
    return plural(
        "Other independent sources say the same on {n} matter.",
        "Other independent sources say the same on {n} matters.",
        len(counts),
    )


def _speaks_against(counts: Sequence[int]) -> str:
    return plural(
        "Independent sources say otherwise on {n} matter.",
        "Independent sources say otherwise on {n} matters.",
        len(counts),
    )


def _shared(entry: ClaimEntry, document: str, span: Span) -> int:
    """Return how many code points the words of an entry share with a passage."""
    if entry.document != document:
        return 0
    return max(0, min(entry.mark.end, span.end) - max(entry.mark.start, span.start))


def _meant(entry: ClaimEntry) -> str:
    return entry.day or " ".join(fold(entry.value).split())
