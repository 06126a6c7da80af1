"""What a printed briefing holds, as plain JSON values for the template in resources/templates.

Every string that comes from outside is wrapped by ``value`` so that it is checked for what can be
shown and set in its own language and direction.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from briefreader.domain.briefing import Briefing, Citation, CitedSource, Item, Section
from briefreader.exporters._words import (
    date_of,
    outlet_of,
    texts_of,
    written_date,
    written_period,
    written_when,
)
from briefreader.i18n import _

Tree = dict[str, Any]

_LANGUAGE = re.compile(r"[a-z]{2,3}")


def language_of(tag: str, otherwise: str = "en") -> str:
    """Return the part of a language tag that the typesetter takes, as "pt" of "pt-BR"."""
    found = _LANGUAGE.fullmatch(tag.partition("-")[0].lower())
    return found[0] if found else otherwise


def value(text: str, language: str) -> Tree:
    """Wrap a text from outside with its language."""
    return {"text": text, "lang": language}


NO_BREAK = "\u00a0"


def _seen(text: str) -> str:
    """Return a text on one line, or nothing if nothing in it can be seen."""
    line = " ".join(text.split())
    return (
        line if any(unicodedata.category(char) not in ("Cf", "Mn", "Zs", "Zl", "Zp") for char in line) else ""
    )


def _cut(line: str, length: int = 90) -> str:
    """Return a line that is short enough for the head or foot of a page."""
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def _from_left(text: str) -> str:
    """Return the text so that right-to-left letters in it leave the order of what stands around it."""
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        return f"\u200e{text}\u200e"
    return text


def _whole(text: str) -> str:
    """Return the text with spaces at which no line is broken."""
    return text.replace(" ", NO_BREAK)


_LONG = 160
"""Code points of a cell from which a row may break over two pages: it might not fit on one."""


class Layout:
    """Turns one briefing into the template's data."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._texts = texts_of(briefing)
        self._language = language_of(briefing.language)
        self._sources = {source.number: source for source in briefing.sources}

    def data(self) -> Tree:
        """Return all that the template prints, but for the typefaces."""
        briefing, texts = self._briefing, self._texts
        title = _seen(briefing.title) or texts["untitled"]
        made = written_date(briefing.made, briefing.language)
        return {
            "title": title,
            "running": _cut(title),
            "author": " ".join(briefing.author.split()),
            "author-line": _cut(" ".join(briefing.author.split())),
            "made": written_date(briefing.made[:10], briefing.language),
            "lang": self._language,
            "paper": briefing.paper if briefing.paper in ("a4", "us-letter") else "a4",
            "words": texts,
            "meta": [pair for pair in self._meta(made) if pair[1]],
            "sections": [self._section(section) for section in briefing.sections if section.items],
            "sources": [self._source(source) for source in briefing.sources],
            "method": [line for line in briefing.method.split("\n") if line.strip()],
        }

    def _meta(self, made: str) -> Iterator[tuple[str, str, int]]:
        """Yield label, words and share of the width for each entry of the title block."""
        briefing, texts = self._briefing, self._texts
        yield texts["author"], " ".join(briefing.author.split()), 10
        yield texts["made"], made, 11
        yield texts["period"], written_period(briefing.period, briefing.language), 11
        considered = max(briefing.considered, len(briefing.sources))
        coverage = texts["of"].format(cited=len(briefing.sources), considered=considered)
        yield texts["coverage"], coverage if briefing.sources else "", 4

    def _section(self, section: Section) -> Tree:
        make: dict[str, Callable[[Sequence[Item]], Iterable[Tree]]] = {
            "facts": self._facts, "quotes": self._quotes, "notes": self._notes,
        }  # fmt: skip
        parts = make.get(section.kind, self._passages)(section.items)
        return {"title": section.title, "parts": list(parts)}

    def _facts(self, items: Sequence[Item]) -> Iterator[Tree]:
        """Yield a table for each kind of fact, and the key sentences as passages."""
        for form in dict.fromkeys(item.form for item in items):
            part = [item for item in items if item.form == form]
            heading = self._texts.get(form, form)
            if form == "key":
                yield self._part("passages", heading, "", part)
            else:
                yield self._table(heading, form, part)

    def _table(self, heading: str, form: str, items: Sequence[Item]) -> Tree:
        texts = self._texts
        rows: list[tuple[str, ...]]
        if form == "figure":
            columns = [("what", 4.1), ("value", 2.3), ("when", 1.7), ("said by", 1.9)]
            rows = [self._figure_row(item) for item in items]
        else:
            columns = [("what", 4.6), ("when", 2.2), ("who", 3.2)]
            rows = [(item.text, self._when(item), item.speaker) for item in items]
        # A column in which nothing stands is left out, unless it is the one that carries the evidence.
        key = columns[1][0] if form == "figure" else columns[0][0]
        kept = [n for n, (name, _w) in enumerate(columns) if name == key or any(row[n] for row in rows)]
        at = [columns[n][0] for n in kept].index(key)
        part = self._part("table", heading, "", items)
        for made, row, item in zip(part["items"], rows, items, strict=True):
            made["cells"] = [value(row[n] or "–", self._language_at(item)) for n in kept]
            made["long"] = max(map(len, row)) > _LONG or len(item.detail) > _LONG
            more = item.detail if item.label and _seen(item.detail) else ""
            made["detail"] = value(more, self._language_at(item)) if more else None
        return part | {
            "columns": [texts[columns[n][0]] for n in kept],
            "widths": [columns[n][1] for n in kept],
            "strong": at if form == "figure" else -1,
            "cited": at,
        }

    def _figure_row(self, item: Item) -> tuple[str, ...]:
        return item.label or item.detail, item.value or item.text, self._when(item), item.speaker

    def _when(self, item: Item) -> str:
        return written_when(item.period, self._briefing.language)

    def _quotes(self, items: Sequence[Item]) -> Iterator[Tree]:
        for speaker, said in groupby(items, key=lambda item: (item.label, item.detail)):
            name = _seen(speaker[0]) or self._texts["unknown speaker"]
            yield self._part("quotes", name, speaker[1], list(said))

    def _passages(self, items: Sequence[Item], kind: str = "passages") -> Iterator[Tree]:
        for _number, group in groupby(items, key=lambda item: item.citation and item.citation.source):
            marked = list(group)
            cited = marked[0].citation
            if cited is None:
                yield self._part(kind, "", "", marked)
                continue
            briefing, texts = self._briefing, self._texts
            detail = f"{outlet_of(cited, texts)}, {date_of(cited, texts, briefing.language)}"
            yield self._part(kind, _seen(cited.title) or texts["untitled"], detail, marked)

    def _notes(self, items: Sequence[Item]) -> Iterator[Tree]:
        return self._passages(items, "notes")

    def _part(self, kind: str, heading: str, detail: str, items: Sequence[Item]) -> Tree:
        language = self._language_at(items[0]) if kind in ("passages", "notes") else self._language
        return {
            "kind": kind,
            "heading": value(heading, language) if heading else None,
            "detail": value(_seen(detail), self._language) if _seen(detail) else None,
            "items": [self._item(item) for item in items],
        }

    def _item(self, item: Item) -> Tree:
        text = item.text
        if item.kind == "quote" and item.form != "indirect":
            text = f"“{text}”"
        return {
            "text": value(text, self._language_at(item)),
            "form": "note" if item.kind == "note" else item.form,
            "note": value(item.note, self._language) if _seen(item.note) else None,
            "marks": list(self._marks(item)),
            "citation": self._citation(item.citation) if item.citation else None,
        }

    def _marks(self, item: Item) -> Iterator[str]:
        if item.colour:
            yield self._texts["highlight"].format(colour=self._colour(item.colour))
        if item.underline:
            yield self._texts["underline"].format(colour=self._colour(item.underline))
        if item.tags:
            yield self._texts["tags"].format(tags=", ".join(item.tags))

    def _colour(self, colour: str) -> str:
        return self._briefing.colours.get(colour) or _(colour)

    def _citation(self, cited: Citation) -> Tree:
        texts = self._texts
        when = date_of(cited, texts, self._briefing.language)
        place = texts["paragraph"].format(number=cited.paragraph) if cited.paragraph else texts["unplaced"]
        title = _seen(cited.title) or texts["untitled"]
        return {
            "number": cited.source,
            "head": texts["source"].format(number=cited.source),
            "title": value(
                _from_left(f"{outlet_of(cited, texts)}, “{title}”"), self._language_of(cited.source)
            ),
            "when": f", {_whole(when).replace(NO_BREAK + '(', ' (')}, ",
            "place": _whole(place),
            "link": cited.link,
        }

    def _source(self, source: CitedSource) -> Tree:
        texts, briefing = self._texts, self._briefing
        line = f"{outlet_of(source, texts)}, {date_of(source, texts, briefing.language)}"
        if source.author:
            line += ". " + texts["by"].format(author=" ".join(source.author.split()))
        return {
            "number": source.number,
            "title": value(_seen(source.title) or texts["untitled"], self._language_of(source.number)),
            "line": line,
            "how": value(source.how, self._language) if source.how else None,
            "origin": source.origin,
            "hash": texts["hash"].format(hash=source.sha256) if source.sha256 else "",
            "link": source.link,
        }

    def _language_of(self, number: int) -> str:
        source = self._sources.get(number)
        return language_of(source.language, self._language) if source else self._language

    def _language_at(self, item: Item) -> str:
        return self._language_of(item.citation.source) if item.citation else self._language
