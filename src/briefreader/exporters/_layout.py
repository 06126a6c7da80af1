"""What a printed briefing holds, as plain JSON values for the templates in resources/templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from briefreader.domain.briefing import Briefing, CitedSource, Item, Section
from briefreader.domain.outline import TEMPLATES
from briefreader.exporters import _kinds as kinds
from briefreader.exporters._legible import followed
from briefreader.exporters._setting import WHOLE, Setting, Tree, language_of, lines_of, seen, value
from briefreader.exporters._words import date_of, outlet_of, written_date, written_period

__all__ = ["Layout", "Tree", "language_of"]

_TLP = {
    "TLP:CLEAR": "#FFFFFF", "TLP:GREEN": "#33FF00", "TLP:AMBER": "#FFC000", "TLP:AMBER+STRICT": "#FFC000",
    "TLP:RED": "#FF2B2B",
}  # fmt: skip
"""The colours of the labels, on black, as FIRST prescribes them (TLP 2.0, "Color-coding")."""

_MANY = 25
"""How many rows a table has before another one is begun: the longer one is, the dearer each of its rows."""
_VERY_MANY = 100
"""How many rows there are before the tables are cut so short that each is kept on one page, which costs
half as much; some of their footnotes may then stand on the next page."""

_LINKED = 500
"""How many notes are linked with their marks and with the list of sources, and counted by Typst: of more,
this takes half of the time and 90 KB each."""
_TENDED = 1500
"""How many notes are looked after, so that none stands on another page than its row of a table: the pages
are set twice for that."""


def _cut(line: str, length: int = 90) -> str:
    """Return a line that is short enough for the head or foot of a page."""
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


class Layout:
    """Turns one briefing into the template's data."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._setting = Setting(briefing)
        self._texts = self._setting.texts

    def data(self) -> Tree:
        """Return all that the template prints, but for the typefaces."""
        briefing, texts = self._briefing, self._texts
        title = seen(briefing.title) or texts["untitled"]
        sections = [self._section(section) for section in briefing.sections if section.items]
        notes = _numbered(sections, self._setting.notes)
        sources = [self._source(source) for source in briefing.sources] if briefing.listed else []
        label = " ".join(briefing.label.split())
        return {
            "title": title,
            "running": _cut(title),
            "author": " ".join(briefing.author.split()),
            "author-line": _cut(" ".join(briefing.author.split()), 60 if label else 90),
            "made": written_date(briefing.date or briefing.made[:10], briefing.language),
            "lang": self._setting.language,
            "paper": briefing.paper if briefing.paper in ("a4", "us-letter") else "a4",
            "label": {"text": _cut(label, 60), "colour": _TLP.get(label)} if label else None,
            "words": texts,
            "meta": [pair for pair in self._meta() if pair[1]],
            "contents": self._briefing.contents,
            "sections": sections,
            "notes": self._setting.notes,
            "linked": bool(sources) and notes <= _LINKED,
            "lean": notes > _LINKED,
            "tended": notes <= _TENDED,
            "sources": sources,
            "method": [self._setting.own(line) for line in briefing.method.split("\n") if seen(line)],
        }

    def _meta(self) -> Iterator[tuple[str, str, int]]:
        """Yield label, words and share of the width for each entry of the title block."""
        briefing, texts = self._briefing, self._texts
        considered = max(briefing.considered, len(briefing.sources))
        coverage = texts["of"].format(cited=len(briefing.sources), considered=considered)
        yield texts["to"], " ".join(briefing.to.split()), 10
        yield texts["author"], " ".join(briefing.author.split()), 10
        yield texts["made"], written_date(briefing.date or briefing.made, briefing.language), 11
        yield texts["period"], written_period(briefing.period, briefing.language), 11
        yield texts["as of"], written_date(briefing.as_of, briefing.language), 8
        yield texts["coverage"], coverage if briefing.sources else "", 4

    def _section(self, section: Section) -> Tree:
        parts: list[Tree] = []
        for group, items in groupby(section.items, key=_group):
            parts += self._parts(group, list(items))
        title = section.title if seen(section.title) else self._texts["untitled"]
        return {
            "title": value(title, self._setting.language),
            "kind": section.kind if section.kind in ("lead", "judgements") else "",
            "parts": parts,
        }

    def _parts(self, group: str, items: Sequence[Item]) -> Iterator[Tree]:
        """Yield what is printed of items of one kind that follow each other."""
        setting = self._setting
        tables = {"timeline": kinds.timeline, "figures": kinds.figures, "chart": kinds.chart}
        lists = {"words": kinds.words, "claims": kinds.claims, "people": kinds.people}
        if group in tables:
            for item in items:
                for part in tables[group](item, setting):
                    yield from _in_lengths(part)
        elif group in lists:
            yield _part(group, list(lists[group](items, setting)))
        elif group == "facts":
            yield from self._facts(items)
        elif group == "quotes":
            yield from self._quotes(items)
        else:
            yield from self._passages(items, group)

    def _facts(self, items: Sequence[Item]) -> Iterator[Tree]:
        """Yield a table for each kind of fact, and the key sentences as passages."""
        for form in dict.fromkeys(item.form for item in items):
            part = [item for item in items if item.form == form]
            heading = self._setting.own(self._texts.get(form, form))
            if form == "key":
                yield _part("passages", [self._setting.item(item) for item in part], heading)
            else:
                yield from _in_lengths(_part("", [], heading) | kinds.fact_table(form, part, self._setting))

    def _quotes(self, items: Sequence[Item]) -> Iterator[Tree]:
        setting = self._setting
        for speaker, said in groupby(items, key=lambda item: (item.label, item.detail)):
            name = setting.own(seen(speaker[0]) or self._texts["unknown speaker"])
            yield _part("quotes", [setting.item(item) for item in said], name, setting.own(seen(speaker[1])))

    def _passages(self, items: Sequence[Item], kind: str) -> Iterator[Tree]:
        texts, setting = self._texts, self._setting
        for _number, group in groupby(items, key=lambda item: item.citation and item.citation.source):
            marked = list(group)
            made, cited = [setting.item(item) for item in marked], marked[0].citation
            if cited is None:
                yield _part(kind, made)
                continue
            title = value(seen(cited.title) or texts["untitled"], setting.language_of(cited.source))
            told = f"{outlet_of(cited, texts)}, {date_of(cited, texts, self._briefing.language)}"
            yield _part(kind, made, title, setting.own(seen(told)))

    def _source(self, source: CitedSource) -> Tree:
        texts, briefing, setting = self._texts, self._briefing, self._setting
        line = f"{outlet_of(source, texts)}, {date_of(source, texts, briefing.language)}"
        if seen(source.author):
            line += ". " + texts["by"].format(author=" ".join(source.author.split()))
        digest = texts["hash"].format(hash=source.sha256) if source.sha256 else ""
        meaning = ", ".join(texts[f"grade {each}"] for each in source.grade if f"grade {each}" in texts)
        return {
            "number": source.number,
            "title": value(seen(source.title) or texts["untitled"], setting.language_of(source.number)),
            "line": setting.own(line),
            "how": setting.own(source.how),
            "file": setting.own("   ·   ".join(each for each in (source.origin, digest) if each)),
            "whole": lines_of(source.title, line, source.how, source.origin) <= WHOLE,
            "link": followed(source.link),
            "grade": source.grade,
            "meaning": meaning,
            "descriptor": setting.own(source.descriptor),
        }


def _numbered(sections: Sequence[Tree], notes: Sequence[Tree]) -> int:
    """Number the footnotes in the order in which the templates print them; return how many there are.

    The first of an item that is kept on one page gets the ``rest`` of them, which has none itself.
    """
    count = 0
    for section in sections:
        for part in section["parts"]:
            for each in (*part.get("items", ()), *part.get("values", ())):
                cited = list(_noted(each))
                together = part["kind"] != "table" and each.get("whole", False) and _fit(cited, notes)
                for n, citation in enumerate(cited):
                    count += 1
                    citation["number"] = count
                    citation["rest"] = None if together and n else cited[1:] if together else []
    return count


def _fit(cited: Sequence[Tree], notes: Sequence[Tree]) -> bool:
    """Tell whether footnotes take up so little of a page that what they are for can be kept with them."""
    words = ("".join(run["words"]["text"] for run in notes[each["note"]]["runs"]) for each in cited)
    return len(cited) > 1 and lines_of(*words, width=90) <= WHOLE


def _noted(item: Tree) -> Iterator[Tree]:
    """Yield the citations that are printed with one item of a part."""
    if "sentences" in item:
        for paragraph in item["sentences"]:
            for piece in paragraph:
                yield from piece.get("citations", ())
    elif "sides" in item:
        for side in item["sides"]:
            yield from side["citations"]
    else:
        yield from item["citations"]


def _group(item: Item) -> str:
    """Return under which kind of part an item is printed."""
    return {
        "fact": "facts", "quote": "quotes", "note": "notes", "text": "words", "judgement": "words",
        "claim": "claims", "person": "people",
    }.get(item.kind, item.kind if item.kind in ("timeline", "figures", "chart") else "passages")  # fmt: skip


def _part(kind: str, items: list[Tree], heading: Tree | None = None, detail: Tree | None = None) -> Tree:
    return {"kind": kind, "heading": heading, "detail": detail, "head": None, "note": None, "items": items}


def _in_lengths(part: Tree) -> Iterator[Tree]:
    """Yield a long table as several, each with its head."""
    rows = part.get("items", [])
    if part["kind"] != "table" or len(rows) <= _MANY:
        yield part
        return
    tables: list[list[Tree]] = [[]]
    lines = 0
    for row in rows:
        lines += kinds.height(row)
        full = lines > WHOLE if len(rows) > _VERY_MANY else len(tables[-1]) == _MANY
        if full and tables[-1]:
            tables.append([])
            lines = kinds.height(row)
        tables[-1].append(row)
    for n, each in enumerate(tables):
        yield part | {
            "heading": None if n else part["heading"],
            "head": None if n else part["head"],
            "note": part["note"] if each is tables[-1] else None,
            "items": each,
            "whole": len(rows) > _VERY_MANY and sum(map(kinds.height, each)) <= WHOLE,
        }


def template_of(briefing: Briefing) -> str:
    """Return the name of the template that a briefing is set in."""
    return briefing.template if briefing.template in TEMPLATES else "full"
