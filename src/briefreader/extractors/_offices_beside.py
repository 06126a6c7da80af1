"""Which office stands beside a name: before it, behind a comma, as a party or the place of a title."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.domain.text import Span
from briefreader.extractors import _offices as offices
from briefreader.extractors._prose import Prose

_TITLE_TAGS = frozenset({"NN", "NNP", "NNPS", "JJ", "JJS", "HYPH", "POS", "DT", "PRP$"})
_SMALL = frozenset({"of", "for", "the", "and", "to", "'s", "’s"})


def offices_beside(prose: Prose, span: Span) -> Iterator[str]:
    """Yield the offices that stand with a name, as they are worded."""
    found = (
        _title_before(prose, span),
        _apposition(prose, span),
        _described_before(prose, span),
        _party(prose, span),
    )
    yield from (office for office in found if office)


def _title_before(prose: Prose, span: Span) -> str:
    sentence = prose.sentence_span(span.start)
    tokens = prose.tokens(max(sentence.start, span.start - 120), span.start)
    start = len(tokens)
    while start > 0:
        token = tokens[start - 1]
        if token.text in _SMALL or token.tag_ in (
            "NN", "NNP", "NNPS", "JJ", "HYPH", "POS",
        ):  # fmt: skip
            start -= 1
            continue
        break
    while start < len(tokens) and tokens[start].text.lower() in _SMALL:
        start += 1
    if start == len(tokens) or not any(offices.is_office(t.text) for t in tokens[start:]):
        return ""
    if tokens[-1].text.lower() in _SMALL:
        return ""
    return prose.text[tokens[start].idx : prose.end_of(tokens[-1])]


def _apposition(prose: Prose, span: Span) -> str:
    sentence = prose.sentence_span(span.start)
    tokens = prose.tokens(span.end, min(sentence.end, span.end + 160))
    if not tokens or tokens[0].text not in (",", "("):
        return ""
    taken = []
    for token in tokens[1:14]:
        if token.is_punct or token.tag_ in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "PRP"):
            break
        taken.append(token)
    if not any(offices.is_office(t.text) for t in taken[:8]):
        return ""
    return prose.text[taken[0].idx : prose.end_of(taken[-1])]


def _described_before(prose: Prose, span: Span) -> str:
    """Return the office of "the chamber's top Democrat, X": a noun phrase and a comma before a name."""
    sentence = prose.sentence_span(span.start)
    tokens = prose.tokens(max(sentence.start, span.start - 100), span.start)
    if len(tokens) < 3 or tokens[-1].text != ",":
        return ""
    start = len(tokens) - 1
    while start > 0 and (
        tokens[start - 1].tag_ in _TITLE_TAGS or tokens[start - 1].text in ("of", "for", "the", "a")
    ):
        start -= 1
    taken = tokens[start:-1]
    if not taken or not any(offices.is_office(t.text) for t in taken):
        return ""
    after = prose.tokens(span.end, min(sentence.end, span.end + 30))[:3]
    place = after[1].text if len(after) > 1 and after[0].text == "of" else ""
    return f"{prose.text[taken[0].idx : prose.end_of(taken[-1])]} {place}".strip()


def _party(prose: Prose, span: Span) -> str:
    """Return the party of "Name, R-Wis.,", and "Gov. of Indiana" of "Gov. Name of Indiana"."""
    text = prose.text
    after = text[span.end : span.end + 12]
    if after.startswith((", R-", " (R-")):
        return "Republican"
    if after.startswith((", D-", " (D-")):
        return "Democrat"
    title = _title_before(prose, span)
    if title and after.startswith(" of "):
        place = text[span.end + 4 : span.end + 40].split(",")[0].split(".")[0].split()[:2]
        return f"{title} of {' '.join(place)}"
    return ""
