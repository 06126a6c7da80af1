"""What the panel shows of a key sentence: its short form, verbatim, and which words of it carry it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span

_CARRYING = ("figure", "date", "person", "organisation", "place")
_GAP = "…"

Places = dict[str, list[Span]]


def carrying(facts: Iterable[Fact]) -> Places:
    """Return, by document, where figures, dates and names stand, in order."""
    places: Places = {}
    for fact in facts:
        if fact.kind not in _CARRYING or fact.data.get("judged") == "rejected":
            continue
        if (fact.kind == "figure" and not fact.data.get("key", True)) or _is_vague(fact):
            continue
        places.setdefault(fact.document, []).append(fact.span)
    return {document: sorted(spans) for document, spans in places.items()}


def _is_vague(fact: Fact) -> bool:
    return fact.kind == "date" and not (fact.data.get("from") and fact.data.get("to"))


def short_form(fact: Fact) -> tuple[Span, ...]:
    """Return the parts of a key sentence that are shown: all of it where it has no short form.

    Of a sentence whose span a person corrected, all of it.
    """
    parts = [Span(int(start), int(end)) for start, end in fact.data.get("short") or ()]
    if not parts or "found" in fact.data or not all(fact.span.contains(part) for part in parts):
        return (fact.span,)
    return tuple(parts)


def shown(fact: Fact, places: Places) -> tuple[str, tuple[Span, ...]]:
    """Return the words of a key sentence that are shown, and which places of them stand out.

    Where words of the sentence are left out stands "…"; white space is one blank.
    """
    words, strong = "", []
    parts = short_form(fact)
    if parts[0].start > fact.span.start:
        words = _GAP + " "
    for part in parts:
        if words and not words.endswith(" "):
            words += f" {_GAP} "
        said, stand_out = _plain(fact, part, places.get(fact.document, ()))
        strong += [Span(len(words) + each.start, len(words) + each.end) for each in stand_out]
        words += said
    if parts[-1].end < fact.span.end - 1:
        words += f" {_GAP}"
    return words, tuple(strong)


def _plain(fact: Fact, part: Span, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """Return a part with its white space made single, and the places within it that stand out."""
    raw = fact.text[part.start - fact.span.start : part.end - fact.span.start]
    said, ours = "", []  # for each character of the part, its place in what is shown
    for mark in raw:
        blank = mark.isspace()
        ours.append(len(said))
        if not (blank and (not said or said.endswith(" "))):
            said += " " if blank else mark
    ours.append(len(said))
    first = bisect_left(spans, part.start, key=lambda each: each.start)
    last = bisect_left(spans, part.end, key=lambda each: each.start)
    inside = [each for each in spans[first:last] if each.end <= part.end]
    strong: list[Span] = []
    for each in inside:
        own = Span(ours[each.start - part.start], ours[each.end - part.start])
        if not strong or own.start >= strong[-1].end:
            strong.append(own)
    return said.rstrip(), strong
