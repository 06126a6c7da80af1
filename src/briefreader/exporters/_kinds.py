"""What is printed of the kinds of item that are more than a passage, as plain JSON values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from briefreader.domain.briefing import Cell, Citation, Item, Side
from briefreader.domain.outline import CONFIDENCE
from briefreader.exporters import _pictures as pictures
from briefreader.exporters._breaks import solid_at
from briefreader.exporters._glyphs import direction
from briefreader.exporters._setting import (
    LONGEST,
    NARROW,
    NO_BREAK,
    WHOLE,
    Setting,
    Tree,
    lines_of,
    seen,
    value,
)
from briefreader.exporters._words import outlet_of, written_date, written_period

_ROW = 60
"""How long a word may be that fills a table from side to side; in each column as its share allows."""
_CELL = 18
"""How many letters stand on a line of a cell at least."""
_SHORT = 70
"""How long what each of three sources says may be for them to stand side by side; else there are two."""
_LINE = {1: 80, 2: 36, 3: 24}
"""How many letters stand on a line, by how many sources stand side by side; so long a word is not broken."""
_HEAD = 8
"""How many lines the head of a comparison may have to be kept with what follows."""
_CLAIM = 40
"""How many lines of a comparison are kept on one page."""
_ALT = 60
"""How many marks of a picture its text alternative names; the table beneath has them all."""


_BARS = 24
"""How many bars a page has room for."""


def table(
    columns: Sequence[tuple[str, float]], key: str, rows: Iterable[Tree], strong: bool, setting: Setting
) -> Tree:
    """Return a table: ``key`` is the column with the footnotes, set in bold if ``strong``.

    A column in which nothing stands is left out, unless it is the key.
    """
    made = list(rows)
    names = [name for name, _width in columns]
    kept = [n for n, name in enumerate(names) if name == key or any(row["cells"][n] for row in made)]
    whole = sum(columns[n][1] for n in kept)
    longest = [max(NARROW, int(_ROW * columns[n][1] / whole)) for n in kept]
    for row in made:
        texts = [row["cells"][n] for n in kept]
        cells = max(lines_of(text, width=fit) for text, fit in zip(texts, longest, strict=True))
        row["long"] = cells + lines_of(row["said"], width=longest[0]) > WHOLE  # it might not fit on a page
        row["cells"] = [
            value(text or "–", row["lang"], fit) for text, fit in zip(texts, longest, strict=True)
        ]
    at = [names[n] for n in kept].index(key)
    return {
        "kind": "table",
        "columns": [setting.texts[names[n]] for n in kept],
        "widths": [columns[n][1] for n in kept],
        "strong": at if strong else -1,
        "cited": at,
        "items": made,
        "whole": sum(map(height, made)) <= WHOLE and sum(len(row["citations"]) for row in made) <= 1,
    }


def height(row: Tree) -> int:
    """Return how many lines a row of a table takes up at most."""
    cells = max(lines_of(cell["text"], width=_CELL) for cell in row["cells"])
    return cells + (lines_of(row["said"], width=_CELL) if row["said"] else 0) + bool(row["flags"])


def fact_table(form: str, items: Sequence[Item], setting: Setting) -> Tree:
    """Return a table of facts of one kind."""
    if form == "figure":
        return table(_FIGURES, "value", (_fact(item, setting) for item in items), True, setting)
    columns = [("what", 4.6), ("when", 2.2), ("who", 3.2)]
    return table(columns, "what", (_fact(item, setting) for item in items), False, setting)


_FIGURES = [("what", 4.1), ("value", 2.3), ("when", 1.7), ("said by", 1.9)]


def _fact(item: Item, setting: Setting) -> Tree:
    when = setting.when(item.period)
    if item.form == "figure":
        cells = [item.label or item.detail, item.value or item.text, when, item.speaker]
    else:
        cells = [item.text, when, item.speaker]
    more = item.detail if item.label and seen(item.detail) else ""
    language = setting.language_at(item)
    return setting.item(item) | {
        "cells": cells,
        "lang": language,
        "detail": value(more, language, NARROW) if more else None,
        "said": more + item.note,
    }


def figures(item: Item, setting: Setting) -> Iterator[Tree]:
    """Yield a table of figures."""
    rows = [_row(cell, setting) for cell in item.cells]
    for row, cell in zip(rows, item.cells, strict=True):
        when = setting.when(cell.period) or _dated(cell, setting)
        row["cells"] = [cell.label, cell.value, when, cell.speaker]
    yield from _titled(item, [table(_FIGURES, "value", rows, True, setting)], setting)


def timeline(item: Item, setting: Setting) -> Iterator[Tree]:
    """Yield the picture of a timeline, if it says anything, and its table."""
    drawn = pictures.timeline(item.cells)
    rows = [_row(cell, setting) for cell in item.cells]
    for n, (row, cell) in enumerate(zip(rows, item.cells, strict=True), 1):
        when = _dated(cell, setting)
        if when and cell.inferred:
            when += " " + setting.texts["inferred"]
        row["number"] = str(n) if drawn else ""
        row["cells"] = [
            when or setting.texts["undated"],
            cell.label,
            setting.texts.get(cell.status, "") if cell.status != "held" else "",
            outlet_of(cell.citation, setting.texts),
        ]
        row["lang"] = setting.language_of(cell.citation.source)
    columns = [("when", 2.6), ("what", 5.4), ("status", 1.4), ("source column", 2.2)]
    parts = [table(columns, "what", rows, False, setting)]
    if drawn:
        drawn["ticks"] = _ticks(drawn["ticks"], setting)
        told = "; ".join(
            f"{n}. {_dated(cell, setting)}: {cell.label}" for n, cell in enumerate(item.cells[:_ALT], 1)
        )
        parts.insert(0, {"kind": "timeline", "alt": f"{setting.texts['timeline']}. {told}"} | drawn)
    yield from _titled(item, parts, setting)


def chart(item: Item, setting: Setting) -> Iterator[Tree]:
    """Yield the picture of a chart, with its values and their footnotes as words beneath."""
    drawn = pictures.chart(item.cells)
    names = _names(item.cells, setting)
    values = [
        {
            "words": setting.own(f"{name}: {cell.value or _number(cell.amount)}"),
            "citations": [setting.citation(cell.citation)],
        }
        for name, cell in zip(names, item.cells, strict=True)
    ]
    if drawn is None or (drawn["form"] == "bar" and len(drawn["points"]) > _BARS):
        yield from _titled(item, [{"kind": "values", "values": values}], setting)
        return
    for point in drawn["points"]:
        cell = item.cells[point["cell"]]
        point["label"] = names[point["cell"]]
        point["value"] = cell.value or _number(cell.amount)
    ticks = [{"at": tick.at, "text": _number(float(tick.value))} for tick in drawn["ticks"]]
    told = "; ".join(f"{point['label']}: {point['value']}" for point in drawn["points"][:_ALT])
    title = seen(item.label) or setting.texts["chart"]
    part = {"kind": "chart", "alt": f"{title}. {told}", "values": values} | drawn | {"ticks": ticks}
    yield from _titled(item, [part], setting)


def words(items: Iterable[Item], setting: Setting) -> Iterator[Tree]:
    """Yield the author's own words; judgements with their confidence apart."""
    levels = {each: len(CONFIDENCE) - n for n, each in enumerate(CONFIDENCE)}
    for item in items:
        confidence = setting.texts.get(item.confidence, item.confidence)
        said = setting.texts["confidence"].format(confidence=confidence) if confidence else ""
        yield setting.item(item) | {
            "text": None,
            "sentences": setting.sentences(item),
            "dir": direction(item.text),
            "level": levels.get(item.confidence, 0),
            "judgement": item.kind == "judgement",
            "assessment": item.assessment,
            "confidence": said,
            "basis": setting.own(item.basis) if item.kind == "judgement" else None,
            "whole": lines_of(item.text, item.note, item.basis) <= WHOLE,
        }


def claims(items: Iterable[Item], setting: Setting) -> Iterator[Tree]:
    """Yield matters that sources are compared on, with what each of them says."""
    for item in items:
        topic = seen(item.label) or seen(item.text) or setting.texts["untitled"]
        columns = _columns(item.sides)
        heights = [lines_of(side.text, width=_LINE[columns]) + 2 for side in item.sides]
        rows = [max(heights[n : n + columns]) for n in range(0, len(heights), columns)]
        yield setting.item(item) | {
            "topic": setting.own(topic),
            "period": setting.when(item.period),
            "verdict": setting.texts.get(item.verdict, ""),
            "differs": item.verdict == "differ",
            "reason": setting.own(item.reason),
            "columns": columns,
            "brief": lines_of(topic, item.period, item.reason) <= _HEAD,
            "whole": sum(rows) + lines_of(topic, item.text, item.reason, item.note) <= _CLAIM,
            "sides": list(_sides(item.sides, min(LONGEST, _LINE[columns]), setting)),
            "text": setting.own(item.text if item.label else ""),
        }


def _columns(sides: Sequence[Side]) -> int:
    """Return how many sides stand side by side: so many that what each says is still easy to read."""
    longest = max((len(side.text) for side in sides), default=0)
    if len(sides) < 2 or longest > _LINE[2] * WHOLE:
        return 1
    return 3 if longest <= _SHORT and len(sides) not in (2, 4) else 2


def people(items: Iterable[Item], setting: Setting) -> Iterator[Tree]:
    """Yield people and organisations, with their spellings."""
    for item in items:
        language = setting.language_at(item)
        variants = [each for each in item.variants if each != item.label and seen(each)]
        spelt = setting.texts["spellings"].format(names=", ".join(variants)) if variants else ""
        yield setting.item(item) | {
            "name": value(item.label or item.text, language),
            "whole": lines_of(item.detail, spelt, item.note, item.text if item.label else "") <= WHOLE,
            "role": value(item.detail, language) if seen(item.detail) else None,
            "spellings": value(spelt, language) if spelt else None,
            "text": value(item.text, language) if item.label and seen(item.text) else None,
        }


def _sides(sides: Sequence[Side], longest: int, setting: Setting) -> Iterator[Tree]:
    origins: dict[str, Citation] = {}
    for side in sides:
        start, end = side.mark
        if not 0 <= start < end <= len(side.text):
            start = end = 0
        first = origins.setdefault(side.origin, side.citation) if side.origin else side.citation
        copied = first.source != side.citation.source
        language = setting.language_of(side.citation.source)
        outlet = outlet_of(side.citation, setting.texts)
        date = written_date(side.citation.date, setting.briefing.language) or setting.texts["undated"]
        yield {
            "outlet": value(outlet, setting.language),
            "date": date,
            "speaker": setting.own(side.speaker),
            "dir": direction(side.text),
            "lang": language,
            "runs": list(_runs(_on_a_line(side.text), (start, end), language, longest)),
            "whole": lines_of(side.text, width=longest) <= WHOLE,
            "same": setting.texts["same report"].format(number=first.source) if copied else "",
            "citations": [setting.citation(side.citation)],
        }


def _runs(text: str, mark: tuple[int, int], language: str, longest: int) -> Iterator[list[Tree]]:
    """Yield the pieces of a text that is marked from a place to another; several of one line are a list."""
    solid = {found for at in mark if (found := solid_at(text, at))}
    cuts = sorted({0, len(text), *mark, *(at for span in solid for at in span)})
    last: tuple[int, int] | None = None
    group: list[Tree] = []
    for start, end in pairwise(cuts):
        within = next((span for span in solid if span[0] <= start and end <= span[1]), None)
        if group and (within is None or within != last):
            yield group
            group = []
        marked = mark[0] <= start and end <= mark[1]
        group.append({"words": value(text[start:end], language, longest), "marked": marked})
        last = within
    if group:
        yield group


def _on_a_line(text: str) -> str:
    return text.replace("\n", " ")


def _row(cell: Cell, setting: Setting) -> Tree:
    return {
        "id": "",
        "lang": setting.language_of(cell.citation.source),
        "citations": [setting.citation(cell.citation)],
        "flags": [{"kind": "differs", "text": setting.texts["differs"]}] if cell.differs else [],
        "detail": None,
        "note": None,
        "said": "",
    }


def _titled(item: Item, parts: list[Tree], setting: Setting) -> Iterator[Tree]:
    """Yield parts of one item: its title and place before the first, its note after the last."""
    whole = setting.item(item)
    head: dict[str, Any] = {"id": whole["id"], "flags": whole["flags"]}
    for n, part in enumerate(parts):
        heading = setting.own(item.label) if n == 0 else None
        note = whole["note"] if n == len(parts) - 1 else None
        yield {"heading": heading, "detail": None, "head": head if n == 0 else None, "note": note} | part


def _dated(cell: Cell, setting: Setting) -> str:
    """Return when an event is, as exactly as it is known."""
    period = f"{cell.first}/{cell.last}" if cell.last and cell.last != cell.first else cell.first
    if cell.precision in ("month", "quarter", "year", "decade") and len(cell.first) == 10:
        period = _coarse(cell)
    if "/" in period:
        first, _slash, last = period.partition("/")
        return written_period((first, last), setting.briefing.language)
    return setting.when(period)


def _coarse(cell: Cell) -> str:
    """Return the ISO value of a day that stands for a month, a quarter, a year or a decade."""
    year, month = cell.first[:4], cell.first[5:7]
    if cell.precision == "month":
        return cell.first[:7]
    if cell.precision == "quarter" and month.isdigit():
        return f"{year}-Q{(int(month) + 2) // 3}"
    if cell.precision == "decade" and cell.last[:4] > year:
        return f"{year}/{cell.last[:4]}"
    return year


def _ticks(ticks: Iterable[pictures.Tick], setting: Setting) -> list[Tree]:
    language = setting.briefing.language
    return [{"at": tick.at, "text": written_date(tick.value, language)} for tick in ticks]


def _names(cells: Sequence[Cell], setting: Setting) -> list[str]:
    """Return what tells the points of a chart apart: their times if they measure one thing."""
    times = [setting.when(cell.period) or _dated(cell, setting) for cell in cells]
    if len({cell.label for cell in cells}) == 1 and len(cells) > 1 and all(times):
        return times
    return [f"{cell.label} ({when})" if when else cell.label for cell, when in zip(cells, times, strict=True)]


def _number(amount: float | None) -> str:
    """Return a number with spaces between thousands that no line is broken at."""
    return "" if amount is None else f"{amount:,.12g}".replace(",", NO_BREAK)
