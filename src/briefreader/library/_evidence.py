"""How facts and passages are chosen for a briefing, and in which words they are printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath

from briefreader.domain.document import Document, Published
from briefreader.domain.fact import Fact
from briefreader.domain.folding import words
from briefreader.domain.text import Span
from briefreader.i18n import _

KINDS = ("figure", "event", "agreement", "key")
"""The kinds of fact that a briefing shows, in its order."""

LEFT_OUT = " […] "
_ALIKE = 0.7  # share of words in common (Jaccard) from which two facts count as one
_AROUND = 80  # code points of a figure's sentence that are shown on each side of it

_COMPARED = re.compile(
    r"(?:more|less|fewer|greater|higher|lower) than|at least|at most|no (?:more|less|fewer) than|up to|"
    r"over|under|above|below|about|around|some|roughly|approximately|nearly|almost|just(?: over| under)?|"
    r"exceed(?:s|ed|ing)?|only|circa|ca\.|~",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?<!\w)(?:{_COMPARED.pattern})\s+\Z", re.IGNORECASE)
_STARTS = re.compile(rf"(?:{_COMPARED.pattern})(?!\w)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*\s+|\n")


def verbatim(document: Document, span: Span) -> str:
    """Return what the document says there, with "[…]" where something that is not the article stood.

    A stretch that is nothing but a caption or the like was asked for as such and is given whole.
    """
    pieces: list[str] = []
    place = span.start
    for noise in sorted(document.noise, key=lambda each: each.span):
        if noise.span.end <= place or noise.span.start >= span.end:
            continue
        pieces.append(document.text[place : max(place, noise.span.start)])
        place = noise.span.end
    pieces.append(document.text[place : span.end])
    kept = [piece.strip() for piece in pieces if piece.strip()]
    return LEFT_OUT.join(kept) or span.of(document.text)


def folded(text: str) -> str:
    """Return a text's words without case and diacritics, to tell whether two say the same."""
    return " ".join(words(text))


def rank(fact: Fact) -> float:
    """Order facts: the most telling first."""
    return -fact.score


def telling(facts: Sequence[Fact]) -> list[Fact]:
    """Leave out facts that their extractor calls no key fact, and those without weight if any has some."""
    named = [fact for fact in facts if fact.data.get("key", True)]
    return [fact for fact in named if fact.score > 0] or named


def distinct(facts: Iterable[Fact]) -> list[Fact]:
    """Leave out each fact that says what an earlier one says.

    Figures are one if amount, unit and period are, and their subjects do not differ; other facts if
    they share most of their words.
    """
    kept: list[Fact] = []
    for fact in facts:
        if not any(_alike(fact, other) for other in kept):
            kept.append(fact)
    return kept


def without_repeats(facts: Iterable[Fact]) -> list[Fact]:
    """Leave out each fact whose words were all there before in the same order."""
    return list({(folded(fact.about), folded(fact.text)): fact for fact in reversed(list(facts))}.values())[
        ::-1
    ]


def _alike(one: Fact, other: Fact) -> bool:
    if one.kind == "figure":
        if (one.amount, one.unit) != (other.amount, other.unit) or one.amount is None:
            return one.amount is None and folded(one.text) == folded(other.text)
        if one.when and other.when and one.when != other.when:
            return False
        return not one.about or not other.about or shared(one.about, other.about) > 0
    if one.when and other.when and one.when != other.when:
        return False
    return shared(one.text, other.text) >= _ALIKE


def shared(one: str, other: str) -> float:
    """Return the share of words that two texts have in common (Jaccard)."""
    a, b = set(words(one)), set(words(other))
    return len(a & b) / len(a | b) if a | b else 1.0


def subject(fact: Fact) -> str:
    """Return what a fact is about, or an empty string."""
    return " ".join(str(fact.about or fact.data.get("measure") or fact.data.get("what") or "").split())


def context(document: Document, span: Span) -> str:
    """Return the words around a figure in its sentence, with "…" where they are cut."""
    text = document.text
    before = [m.end() for m in _SENTENCE_END.finditer(text, max(0, span.start - 4 * _AROUND), span.start)]
    after = _SENTENCE_END.search(text, span.end)
    first, last = before[-1] if before else 0, after.start() + 1 if after else len(text)
    start, end = max(first, span.start - _AROUND), min(last, span.end + _AROUND)
    if start > first:  # cut between words
        start = text.find(" ", start, span.start) + 1 or start
    if end < last:
        end = max(text.rfind(" ", span.end, end), span.end)
    around = " ".join(verbatim(document, Span(start, end)).split())
    return f"{'…' if start > first else ''}{around}{'…' if end < last else ''}"


def amount(document: Document, fact: Fact) -> str:
    """Return a figure as printed, with the words that compare it.

    These are the source's own if they stand before or in the figure; otherwise ours, in brackets. What
    a person put in is printed as it is.
    """
    if fact.kind != "figure":
        return ""
    if fact.data.get("value"):
        return str(fact.data["value"])
    said = verbatim(document, fact.span)
    sign = str(fact.data.get("comparator") or "")
    if sign in ("", "=") or _STARTS.match(said):
        return said
    before = _BEFORE.search(document.text[max(0, fact.span.start - 24) : fact.span.start])
    if before:
        return f"{before[0].strip()} {said}"
    ours = {
        ">": _("more than"), "≥": _("at least"), ">=": _("at least"), "<": _("less than"),
        "≤": _("at most"), "<=": _("at most"), "~": _("about"),
    }  # fmt: skip
    return f"[{ours[sign]}] {said}" if sign in ours else said


def period(fact: Fact) -> str:
    """Return when a fact holds, in ISO 8601 or TimeML where it is known so, else in the source's words."""
    return " ".join(str(fact.when or fact.data.get("period") or fact.data.get("when") or "").split())


def speaker(fact: Fact, quotes: Sequence[Fact]) -> str:
    """Return who says a fact: the speaker of the quotation that holds it, or the parties to it."""
    named = fact.data.get("who") or fact.data.get("parties") or ()
    if isinstance(named, str):
        named = (named,)
    if named:
        return "; ".join(dict.fromkeys(" ".join(str(each).split()) for each in named))
    holding = [q for q in quotes if q.document == fact.document and q.span.contains(fact.span) and q.about]
    return min(holding, key=lambda q: (len(q.span), q.span)).about if holding else ""


def bearer(fact: Fact) -> str:
    """Return who speaks in a quotation, the same for all spellings of the name; "" if nobody is known."""
    return str((fact.data.get("speaker") or {}).get("entity") or folded(fact.about))


def offices(quotes: Iterable[Fact], by: Callable[[Fact], str] = bearer) -> dict[str, str]:
    """Return for each speaker, as ``by`` names them, the office given most often; the longer of two."""
    given: dict[str, Counter[str]] = {}
    for fact in quotes:
        role = " ".join(str(fact.data.get("role") or "").split())
        if role:
            given.setdefault(by(fact), Counter())[role] += 1
    return {
        name: max(counts, key=lambda role: (counts[role], len(role), role)) for name, counts in given.items()
    }


def how_dated(published: Published) -> str:
    """Say where a document's date comes from."""
    ways = {
        "header": _("Date: stated in the file."),
        "metadata": _("Date: stated in the file’s metadata."),
        "given": _("Date: given when the document was imported."),
        "text": _("Date: taken from the text."),
        "inferred": _("Date: inferred from the text."),
        "user": _("Date: set by hand."),
        "none": _("No date is known."),
    }
    said = ways.get(published.how, "")
    reason = " ".join(published.reason.split())
    return f"{said} {reason}".strip()


def origin(document: Document) -> str:
    """Return where a document came from: its address, or the file's name without its folders."""
    return document.url or PurePath(document.origin.replace("\\", "/")).name
