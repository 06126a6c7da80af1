"""Writes the sources of a briefing as BibTeX, for documents made with LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefreader.domain.briefing import Briefing, CitedSource
from briefreader.exporters._bibliography import day, key, notes_on
from briefreader.exporters._legible import legible, notices, on_one_line
from briefreader.i18n import N_

NAME = "bibtex"
LABEL = N_("Sources as BibTeX")
SUFFIX = ".bib"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}",
    "`": r"\textasciigrave{}",
    **{char: "\\" + char for char in "#$%&_"},
}  # fmt: skip
_SPECIAL = re.compile("[" + re.escape("".join(_LATEX)) + "]")
_DASH = re.compile("-(?=-)")  # two of them would become one that is longer
_ADDRESS = re.compile(r"[{}\\%]")


def render(briefing: Briefing) -> tuple[bytes, tuple[str, ...]]:
    """Return the list of sources, and a sentence for each thing that could not be shown as it is."""
    replaced: dict[str, None] = {}
    entries = [_entry(source, replaced) for source in briefing.sources]
    return ("% UTF-8\n\n" + "\n".join(entries)).encode("utf-8"), notices(replaced)


def _entry(source: CitedSource, replaced: dict[str, None]) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(source, replaced))
    return f"@misc{{{key(source)},\n{fields}}}\n"


def _fields(source: CitedSource, replaced: dict[str, None]) -> Iterator[tuple[str, str]]:
    """Yield name and value of each field. Inner braces keep a name whole, and capitals as they are."""

    def latex(text: str) -> str:
        return escaped(on_one_line(legible(text, replaced)))

    if source.author.strip():
        yield "author", f"{{{{{latex(source.author)}}}}}"
    if source.title.strip():
        yield "title", f"{{{{{latex(source.title)}}}}}"
    if source.outlet.strip():
        yield "howpublished", f"{{{latex(source.outlet)}}}"
    parts = day(source.date)
    if parts:
        yield "year", f"{{{parts[0]:04}}}"
        yield "date", f"{{{source.date}}}"
    if len(parts) > 1:
        yield "month", _MONTHS[parts[1] - 1]
    if source.url.strip():
        address = on_one_line(legible(source.url, replaced))
        yield "url", "{" + _ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", address) + "}"
    if source.language.strip():
        yield "langid", f"{{{latex(source.language)}}}"
    notes = "; ".join(map(latex, notes_on(source)))
    if notes:
        yield "note", f"{{{notes}}}"


def escaped(text: str) -> str:
    """Return a text in which nothing means anything to TeX."""
    return _DASH.sub("-{}", _SPECIAL.sub(lambda match: _LATEX[match[0]], text))
