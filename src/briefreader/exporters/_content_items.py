"""The items of a briefing as blocks: each kind of item has its function here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from math import isfinite

from briefreader.domain.briefing import Cell, Citation, Item, Section, Side
from briefreader.domain.outline import CITED
from briefreader.exporters._blocks import (
    Bar,
    Block,
    Chart,
    Heading,
    Inline,
    Mark,
    Paragraph,
    Table,
    Words,
    Writing,
)
from briefreader.exporters._content_front import seen
from briefreader.exporters._legible import on_one_line
from briefreader.exporters._words import date_of, outlet_of, written_period, written_when
from briefreader.i18n import _, plural


def section_blocks(writing: Writing, section: Section) -> Iterator[Block]:
    """Yield the blocks of a section, without its heading."""
    for kind, group in groupby(section.items, key=_group):
        items = list(group)
        if kind[0] == "fact":
            yield from _facts(writing, kind[1], items)
        elif kind[0] == "quote":
            yield from _quotes(writing, items)
        else:
            for item in items:
                yield from _ONE[kind[0]](writing, item)
                yield from _below(writing, item)


def _group(item: Item) -> tuple[str, str, str]:
    """Return what has to be the same for items to stand under one heading."""
    kind = item.kind if item.kind in _ONE or item.kind in ("fact", "quote") else "passage"
    if kind == "fact":
        return kind, item.form, ""
    return (kind, item.label, item.detail) if kind == "quote" else (kind, "", "")


def _evidence(writing: Writing, item: Item) -> Inline:
    """Return the footnotes of an item that is verbatim from its source."""
    cited = (item.citation,) if item.citation else item.citations
    return tuple(mark for citation in cited for mark in writing.mark(citation))


def _signs(writing: Writing, item: Item) -> Iterator[str]:
    """Yield what is to be known of an item, in a few words each."""
    texts = writing.texts
    if item.change:
        yield texts.get(item.change, item.change)
    if item.proposed:
        yield texts["proposed"]
    if item.independent:
        yield plural("{n} independent source", "{n} independent sources", item.independent)
    if item.differs:
        yield texts["differs"]
    if item.colour:
        yield texts["highlight"].format(colour=_colour(writing, item.colour))
    if item.underline:
        yield texts["underline"].format(colour=_colour(writing, item.underline))
    if item.tags:
        yield texts["tags"].format(tags=", ".join(item.tags))


def _colour(writing: Writing, colour: str) -> str:
    return writing.briefing.colours.get(colour) or _(colour)


def _below(writing: Writing, item: Item) -> Iterator[Block]:
    """Yield what stands below an item: what is to be known of it, and the author's own words."""
    signs = " · ".join(on_one_line(sign) for sign in _signs(writing, item))
    if signs:
        yield Paragraph("detail", (writing.own(signs),))
    if seen(item.note):
        note = writing.own(f"{writing.texts['note']}: ", bold=True)
        yield Paragraph("comment", (note, writing.own(item.note.strip())))


# -- The author's words ------------------------------------------------------------------------------


def _text(writing: Writing, item: Item) -> Iterator[Block]:
    inline = _cited_words(writing, item.text, item.citations)
    if item.assessment:
        inline = (writing.own(writing.texts["assessment"] + " ", bold=True), *inline)
    style = "assessment" if item.assessment else "judgement" if item.kind == "judgement" else "body"
    yield Paragraph(style, inline, item.id)
    if item.confidence or item.basis.strip():
        texts = writing.texts
        level = texts.get(item.confidence, item.confidence)
        sentence = texts["confidence"].format(confidence=level) if item.confidence else ""
        yield Paragraph("detail", (writing.own(" ".join(filter(None, (sentence, item.basis.strip())))),))


def _cited_words(writing: Writing, text: str, citations: Sequence[Citation]) -> Inline:
    """Return a sentence with a footnote where each citation stands in it; what is over comes last."""
    pieces: list[Words | Mark] = []
    left = list(citations)
    for n, words in enumerate(text.split(CITED)):
        if n and left:
            pieces += writing.mark(left.pop(0), exact=True)
        if words:
            pieces.append(writing.own(words))
    for citation in left:
        pieces += writing.mark(citation, exact=True)
    return tuple(pieces)


# -- Passages, quotes, facts ---------------------------------------------------------------------------


def _passage(writing: Writing, item: Item) -> Iterator[Block]:
    inline = (writing.said(item.text, item.citation), *_evidence(writing, item))
    yield Paragraph("quote", inline, item.id)


def _quotes(writing: Writing, items: Sequence[Item]) -> Iterator[Block]:
    """Yield what one speaker said: the name once, then each quote."""
    first = items[0]
    name = first.label if seen(first.label) else writing.texts["unknown speaker"]
    office = (writing.own(f", {on_one_line(first.detail)}"),) if seen(first.detail) else ()
    yield Heading(2, (writing.own(on_one_line(name)), *office))
    for item in items:
        indirect = item.form == "indirect"
        words = writing.said(item.text if indirect else f"“{item.text}”", item.citation)
        reported = (writing.own(writing.texts["reported"] + " ", italic=True),) if indirect else ()
        yield Paragraph("quote", (*reported, words, *_evidence(writing, item)), item.id)
        yield from _below(writing, item)


def _facts(writing: Writing, form: str, items: Sequence[Item]) -> Iterator[Block]:
    """Yield a table of facts of one kind; a column in which nothing stands is left out."""
    texts = writing.texts
    title = on_one_line(texts.get(form, form))
    if seen(title):
        yield Heading(2, (writing.own(title),))
    if form == "key":  # whole sentences, which need no columns
        for item in items:
            yield from _passage(writing, item)
            yield from _below(writing, item)
        return
    figures = form == "figure"
    columns = ["what", "value", "when", "said by"] if figures else ["what", "when", "who"]
    widths = [4.1, 2.3, 1.7, 1.9] if figures else [4.6, 2.2, 3.2]
    key = 1 if figures else 0
    rows = [_fact_row(writing, item, figures) for item in items]
    filled = [n for n in range(len(columns)) if n == key or any(_any(row[n]) for row in rows)]
    yield Table(
        tuple(texts[columns[n]] for n in filled),
        tuple(tuple(row[n] for n in filled) for row in rows),
        tuple(widths[n] for n in filled),
        writing.line(title), items[0].id,
    )  # fmt: skip
    for item in items:
        if seen(item.note):
            yield from _below(writing, item)


def _any(inline: Inline) -> bool:
    return any(isinstance(piece, Mark) or seen(piece.text) for piece in inline)


def _fact_row(writing: Writing, item: Item, figures: bool) -> tuple[Inline, ...]:
    when = written_when(item.period, writing.briefing.language)
    cited, signs = _evidence(writing, item), [on_one_line(sign) for sign in _signs(writing, item)]
    more = (writing.own("\n" + " · ".join(signs), italic=True),) if signs else ()
    times = (writing.own(when),) if when else ()
    who = (writing.said(item.speaker, item.citation),) if item.speaker else ()
    if not figures:
        return (writing.said(item.text, item.citation), *cited, *more), times, who
    what = writing.said(item.label or item.detail, item.citation)
    value = writing.said(item.value or item.text, item.citation, bold=True)
    return (what, *more), (value, *cited), times, who


# -- Where sources agree and differ ---------------------------------------------------------------------


def _claim(writing: Writing, item: Item) -> Iterator[Block]:
    """Yield a matter on which sources are compared: what each says, word for word, side by side."""
    texts = writing.texts
    title = on_one_line(item.label or item.text)
    if title:
        yield Heading(2, (writing.own(title),), item.id)
    verdict = texts.get(item.verdict, item.verdict)
    if verdict or item.reason:
        reason = (writing.own(f" {item.reason}"),) if item.reason else ()
        ending = "." if verdict and verdict[-1] not in ".:" else ""
        yield Paragraph("body", (writing.own(verdict + ending, bold=True), *reason))
    if item.label and seen(item.text):
        yield Paragraph("body", (writing.own(item.text),))
    if item.sides:
        rows = tuple(_side_row(writing, side) for side in item.sides)
        head = (texts["source column"], texts["value"], texts["says"])
        yield Table(head, rows, (2.6, 2.0, 5.4), writing.line(title))


def _side_row(writing: Writing, side: Side) -> tuple[Inline, ...]:
    texts, cited = writing.texts, side.citation
    when = date_of(cited, texts, writing.briefing.language)
    speaker = f"\n{on_one_line(side.speaker)}" if seen(side.speaker) else ""
    source = writing.own(f"{on_one_line(outlet_of(cited, texts))}, {when}{speaker}")
    start, end = side.mark
    if not 0 <= start < end <= len(side.text):
        start = end = 0
    pieces = ((side.text[:start], False), (side.text[start:end], True), (side.text[end:], False))
    said = tuple(writing.said(text, cited, bold=bold) for text, bold in pieces if text)
    return (source,), (writing.said(side.value, cited),), (*said, *writing.mark(cited))


# -- Timelines, tables of figures, charts ----------------------------------------------------------------


def _timeline(writing: Writing, item: Item) -> Iterator[Block]:
    texts = writing.texts
    rows = []
    for cell in item.cells:
        status = f" ({texts[cell.status]})" if cell.status in ("planned", "cancelled") else ""
        what = (writing.said(cell.label, cell.citation), *((writing.own(status),) if status else ()))
        rows.append(
            ((writing.own(_moment(writing, cell)),), (*what, *writing.mark(cell.citation, exact=True)))
        )
    yield from _titled(writing, item)
    yield Table((texts["when"], texts["what"]), tuple(rows), (2.6, 7.4), writing.line(item.label), item.id)


def _moment(writing: Writing, cell: Cell) -> str:
    """Return when something was, at the precision at which that is known."""
    texts, language = writing.texts, writing.briefing.language
    length = {"year": 4, "month": 7}.get(cell.precision)
    if length and cell.first:
        when = written_when(cell.first[:length], language)
    else:
        when = written_period((cell.first, cell.last), language)
    return f"{when or texts['undated']} {texts['inferred']}" if cell.inferred else when or texts["undated"]


def _figures(writing: Writing, item: Item) -> Iterator[Block]:
    yield from _titled(writing, item)
    yield _figure_table(writing, item)


def _figure_table(writing: Writing, item: Item) -> Table:
    texts = writing.texts
    rows = []
    for cell in item.cells:
        differs = (writing.own(f"\n{texts['differs']}", italic=True),) if cell.differs else ()
        rows.append((
            (writing.said(cell.label, cell.citation), *differs),
            (writing.said(cell.value, cell.citation, bold=True), *writing.mark(cell.citation, exact=True)),
            (writing.own(_period(writing, cell)),),
            (writing.said(cell.speaker, cell.citation),),
        ))  # fmt: skip
    head = tuple(texts[name] for name in ("what", "value", "when", "said by"))
    spoken = any(seen(cell.speaker) for cell in item.cells)
    kept = 4 if spoken else 3
    table = tuple(row[:kept] for row in rows)
    return Table(head[:kept], table, (4.1, 2.3, 1.7, 1.9)[:kept], writing.line(item.label), item.id)


def _period(writing: Writing, cell: Cell) -> str:
    language = writing.briefing.language
    return written_when(cell.period, language) or written_period((cell.first, cell.last), language)


def _chart(writing: Writing, item: Item) -> Iterator[Block]:
    bars = tuple(
        Bar(
            writing.line(_period(writing, cell) or cell.label),
            cell.amount, writing.line(cell.value or f"{cell.amount:g} {cell.unit}"),
        )
        for cell in item.cells
        if cell.amount is not None and isfinite(cell.amount)
    )  # fmt: skip
    title = writing.line(item.label or item.text) or writing.texts["chart"]
    yield Chart(title, bars, _figure_table(writing, item), item.id)


def _titled(writing: Writing, item: Item) -> Iterator[Block]:
    title = on_one_line(item.label or item.text)
    if seen(title):
        yield Heading(2, (writing.own(title),))


# -- People ----------------------------------------------------------------------------------------------


def _person(writing: Writing, item: Item) -> Iterator[Block]:
    role = (writing.own(f", {on_one_line(item.detail)}"),) if seen(item.detail) else ()
    name = writing.own(on_one_line(item.label or item.text), bold=True)
    spellings = writing.texts["spellings"].format(names="; ".join(item.variants)) if item.variants else ""
    more = (writing.own("\n" + on_one_line(spellings)),) if spellings else ()
    yield Paragraph("body", (name, *role, *_evidence(writing, item), *more), item.id)


_ONE: dict[str, Callable[[Writing, Item], Iterable[Block]]] = {
    "text": _text,
    "judgement": _text,
    "passage": _passage,
    "note": _passage,
    "claim": _claim,
    "timeline": _timeline,
    "figures": _figures,
    "chart": _chart,
    "person": _person,
}
