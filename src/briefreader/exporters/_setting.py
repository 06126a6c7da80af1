"""The parts that all items of a printed briefing share, as plain JSON values for the templates.

Every string that comes from outside is wrapped by ``value`` so that it is checked for what can be
shown and set in its own language and direction.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from briefreader.domain.briefing import Briefing, Citation, Item
from briefreader.domain.outline import CITED
from briefreader.exporters._citations import Run, cite
from briefreader.exporters._legible import followed
from briefreader.exporters._words import texts_of, written_when
from briefreader.i18n import _

Tree = dict[str, Any]

_LANGUAGE = re.compile(r"[a-z]{2,3}")
NO_BREAK = "\u00a0"
LONGEST = 46
"""How long a word may be that is never broken; in a table, where columns are narrow, NARROW."""
NARROW = 16
WHOLE = 24
"""How many lines of a piece are kept on one page; a longer one may break. If its notes find no room, Typst
puts all but the first on the next page; of a piece that may break, they could be left on the page before."""

_SAMPLE = "90909090"
"""The number of a paragraph in the wording that all citations of a source share."""


def language_of(tag: str, otherwise: str = "en") -> str:
    """Return the part of a language tag that the typesetter takes, as "pt" of "pt-BR"."""
    found = _LANGUAGE.fullmatch(tag.partition("-")[0].lower())
    return found[0] if found else otherwise


def value(text: str, language: str, longest: int = LONGEST) -> Tree:
    """Wrap a text from outside with its language; words longer than ``longest`` may break anywhere."""
    return {"text": text, "lang": language, "longest": longest}


def seen(text: str) -> str:
    """Return a text on one line, or nothing if nothing in it can be seen."""
    line = " ".join(text.split())
    return (
        line if any(unicodedata.category(char) not in ("Cf", "Mn", "Zs", "Zl", "Zp") for char in line) else ""
    )


def lines_of(*texts: str, width: int = 70) -> int:
    """Return how many lines of so many letters the texts take up at most."""
    return sum(1 + len(line) // width for text in texts for line in text.split("\n"))


def _from_left(text: str) -> str:
    """Return the text so that right-to-left letters in it leave the order of what stands around it."""
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        return f"\u200e{text}\u200e"
    return text


def _parted(runs: Sequence[Run], number: str) -> tuple[list[Run], tuple[str, str]]:
    """Cut a citation in two: what stands before its place ("para. 5", by its number), and place and end."""
    *before, last = runs
    found = re.fullmatch(rf"(.*?)(\w*\.? ?{re.escape(number)})(\W*)", last.text, re.DOTALL)
    if found is None:
        return list(runs), ("", "")
    head = [Run(found[1], last.italic, last.field)] if found[1] else []
    return [*before, *head], (found[2], found[3])


def _whole(text: str) -> str:
    """Return the text with spaces at which no line is broken."""
    return text.replace(" ", NO_BREAK)


class Setting:
    """What stands around the items of one briefing: its words, its language, its sources."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.texts = texts_of(briefing)
        self.language = language_of(briefing.language)
        self._sources = {source.number: source for source in briefing.sources}
        self.notes: list[Tree] = []
        self._notes: dict[tuple[object, ...], tuple[int, tuple[str, str]]] = {}

    def own(self, text: str) -> Tree | None:
        """Wrap a text in the briefing's own language, or return None if nothing of it can be seen."""
        return value(text, self.language) if seen(text) else None

    def language_of(self, number: int) -> str:
        """Return the language of a source."""
        source = self._sources.get(number)
        return language_of(source.language, self.language) if source else self.language

    def language_at(self, item: Item) -> str:
        """Return the language that the words of an item from a source are in."""
        return self.language_of(item.citation.source) if item.citation else self.language

    def when(self, period: str) -> str:
        """Return a time in words."""
        return written_when(period, self.briefing.language)

    def citation(self, cited: Citation) -> Tree:
        """Return the footnote of a citation, as its style words it: what it shares with others, and the rest.

        The rest begins where the paragraph stands, which leads back to the passage.
        """
        key = (cited.source, cited.title, cited.outlet, cited.date, cited.inferred, not cited.paragraph)
        if key not in self._notes:
            source, texts = self._sources.get(cited.source), self.texts
            sample = replace(cited, paragraph=int(_SAMPLE) if cited.paragraph else 0)
            runs = cite(source, sample, self.briefing.style, self.briefing.language, texts)
            before, after = _parted(runs, _SAMPLE if cited.paragraph else texts["unplaced"])
            self._notes[key] = (len(self.notes), after)
            self.notes.append(
                {
                    "number": cited.source,
                    "head": texts["source"].format(number=cited.source),
                    "runs": [self._run(run, cited.source) for run in before],
                }
            )
        at, (word, end) = self._notes[key]
        place = word.replace(_SAMPLE, str(cited.paragraph)) if cited.paragraph else word
        return {"note": at, "place": _whole(place), "end": end, "link": followed(cited.link)}

    def _run(self, run: Run, number: int) -> Tree:
        """Return a piece of a citation: the title in its source's language, all else in the briefing's."""
        language = self.language_of(number) if run.field == "title" else self.language
        return {"words": value(_from_left(run.text), language), "italic": run.italic}

    def item(self, item: Item) -> Tree:
        """Return what is printed of any item: its words, its marks and its footnotes."""
        text = item.text
        if item.kind == "quote" and item.form != "indirect" and text:
            text = f"“{text}”"
        cited = item.citations or ((item.citation,) if item.citation else ())
        return {
            "id": quote(item.id, safe="", errors="surrogatepass"),
            "text": value(text, self.language_at(item)),
            "form": "note" if item.kind == "note" else item.form,
            "note": self.own(item.note),
            "marks": list(self._marks(item)),
            "flags": [{"kind": kind, "text": words} for kind, words in self.flags(item)],
            "citations": [self.citation(each) for each in cited],
            "whole": lines_of(item.text, item.note) <= WHOLE,
        }

    def flags(self, item: Item) -> Iterator[tuple[str, str]]:
        """Yield kind and words of what the author is to know of an item before anything else."""
        texts = self.texts
        if item.proposed:
            yield "proposed", texts["proposed"]
        if item.change:
            yield "change", texts.get(item.change, item.change)
        if item.kind in ("fact", "quote", "passage") and item.independent > 1:
            yield "count", texts["independent"].format(n=item.independent)
        if item.kind in ("fact", "quote", "passage") and item.independent == 1:
            yield "count", texts["independent one"]
        if item.differs and item.kind not in ("claim", "figures", "timeline"):  # these say it at each row
            yield "differs", texts["differs"]

    def _marks(self, item: Item) -> Iterator[str]:
        if item.colour:
            yield self.texts["highlight"].format(colour=self._colour(item.colour))
        if item.underline:
            yield self.texts["underline"].format(colour=self._colour(item.underline))
        if item.tags:
            yield self.texts["tags"].format(tags=", ".join(item.tags))

    def _colour(self, colour: str) -> str:
        return self.briefing.colours.get(colour) or _(colour)

    def sentences(self, item: Item) -> list[list[Tree]]:
        """Return the author's words: paragraphs of pieces, each a text or the footnotes at that place."""
        citations = iter(item.citations)
        paragraphs: list[list[Tree]] = []
        for line in item.text.split("\n"):
            pieces: list[Tree] = []
            for n, words in enumerate(line.split(CITED)):
                cited = next(citations, None) if n else None
                if cited and pieces and "citations" in pieces[-1]:
                    pieces[-1]["citations"].append(self.citation(cited))
                elif cited:
                    pieces.append({"citations": [self.citation(cited)]})
                if words:
                    pieces.append({"words": value(words, self.language) if words.strip() else None})
            if any("citations" in each or (each["words"] and seen(each["words"]["text"])) for each in pieces):
                paragraphs.append(pieces)
        return paragraphs
