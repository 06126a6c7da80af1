"""Citations as a style of the Citation Style Language writes them; the styles are in resources/styles.

The processor (citeproc-py) never sees what a source says. It is given a stand-in for each value, so that it
lays out the citation once for all sources that have the same values; what the source says is put in
afterwards, as it is. So nothing in a title is taken for markup or changed to capitals, and a thousand
footnotes cost hardly more than one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import Any
from xml.etree import ElementTree

from briefreader.domain.briefing import Citation, CitedSource
from briefreader.exporters._words import words, written_date
from briefreader.i18n import N_, _
from briefreader.resources import resource

DEFAULT = "chicago-notes"

LABELS = {
    "chicago-notes": N_("Chicago: the source in full in each note"),
    "chicago-short": N_("Chicago: shortened notes"),
    "apa": N_("APA: the reference in each note"),
    "outlet-date": N_("Outlet, date"),
}

# What stands for a value while the processor works: characters of the private use area.
_STANDINS = {
    "author": "\ue000", "title": "\ue001", "outlet": "\ue002", "url": "\ue003", "paragraph": "\ue004",
    "inferred": "\ue005", "date": "\ue006", "day": "\ue007", "year": "\ue008",
    "no outlet": "\ue009",
}  # fmt: skip
# The processor wants numbers for days and years; no style has these in its own words.
_DAY, _YEAR = 28, 7777
# CSL has no words for an outlet that is not known, as it has for a date: they come as the publisher.
_VARIABLES = {
    "title": "title", "container-title": "outlet", "publisher": "no outlet", "URL": "url", "note": "inferred",
}  # fmt: skip
_ITALIC, _UPRIGHT = "\ue010", "\ue011"
_FIELDS = {standin: name for name, standin in _STANDINS.items()}
_PARTS = re.compile(f"([{''.join(_FIELDS)}{_ITALIC}{_UPRIGHT}])")
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")

_processor = Lock()  # its styles keep what they are at in themselves


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a citation. ``field`` says what of the source it is: "title", "outlet", "author" or "url".

    It is empty for the style's own words. ``text`` is plain: nothing in it is markup.
    """

    text: str
    italic: bool = False
    field: str = ""


def styles() -> dict[str, str]:
    """Return the styles by name, each with what it is called; the usual one comes first."""
    found = {path.stem: path for path in sorted(resource("styles").glob("*.csl"))}
    names = [name for name in LABELS if name in found] + [name for name in found if name not in LABELS]
    return {name: _(LABELS[name]) if name in LABELS else _title(name) for name in names}


def cite(
    source: CitedSource | None,
    citation: Citation,
    style: str = DEFAULT,
    language: str = "en",
    texts: Mapping[str, str] | None = None,
) -> tuple[Run, ...]:
    """Return the text of a note: the source with the paragraph, ending in a full stop.

    A style that is not known is the usual one; ``texts`` are the words of the briefing (``texts_of``).
    """
    texts = texts or words()
    values = _values(source, citation, texts)
    runs = _filled(values, _known(style), language, False)
    return runs if citation.paragraph else _ended(runs, f" ({texts['unplaced']}).")


def entry(
    source: CitedSource, style: str = DEFAULT, language: str = "en", texts: Mapping[str, str] | None = None
) -> tuple[Run, ...]:
    """Return the source as it stands in a list of sources."""
    return _filled(_values(source, source, texts or words()), _known(style), language, True)


def plain(runs: tuple[Run, ...]) -> str:
    """Return a citation without its italics."""
    return "".join(run.text for run in runs)


def _values(
    source: CitedSource | None, cited: Citation | CitedSource, texts: Mapping[str, str]
) -> dict[str, str]:
    """Return what the source says, each on one line; of what it does not say only the outlet is missed."""
    paragraph = cited.paragraph if isinstance(cited, Citation) else 0
    values = {
        "author": source.author if source else "",
        "title": cited.title if cited.title.strip() else texts["untitled"],
        "outlet": cited.outlet,
        "no outlet": "" if cited.outlet.strip() else texts["no outlet"],
        "url": source.url if source else "",
        "paragraph": str(paragraph) if paragraph else "",
        "inferred": texts["inferred"] if cited.inferred and cited.date else "",
        "date": cited.date,
    }
    lines = {name: " ".join(value.split()) for name, value in values.items()}
    return {name: line for name, line in lines.items() if line}


def _filled(values: dict[str, str], style: str, language: str, listed: bool) -> tuple[Run, ...]:
    """Put the values in place of what stood for them."""
    date = values.pop("date", "")
    values, form = values | _dated(date, language), _form(date, language)
    runs: list[Run] = []
    for run in _layout(style, language, frozenset(values), form, listed):
        text = values[run.field] if run.field else run.text
        if runs and not run.field and text[0] == "." and runs[-1].text[-1] in ".?!…":
            text = text[1:]  # the source's own stop is enough
        field = run.field if run.field in ("title", "outlet", "author", "url") else ""
        if not field and runs and not runs[-1].field and runs[-1].italic == run.italic:
            runs[-1] = Run(runs[-1].text + text, run.italic)
        elif text:
            runs.append(Run(text, run.italic, field))
    return tuple(runs)


def _form(date: str, language: str) -> tuple[int, ...]:
    """Return what the processor has to know of a date: how many parts it has, and its month."""
    found = _ISO.fullmatch(date)
    if not found or not language.startswith("en"):
        return ()
    parts = [int(part) for part in found.groups() if part]
    return (len(parts), *parts[1:2]) if len(parts) < 2 or 1 <= parts[1] <= 12 else ()


def _dated(date: str, language: str) -> dict[str, str]:
    """Return the parts of a date to fill in; the whole of it in words, where the processor cannot write it.

    That is so for what is no calendar date, and for other languages than English: it does not decline
    the names of months.
    """
    if not date:
        return {}
    if not _form(date, language):
        return {"date": written_date(date, language)}
    year, *rest = date.split("-")
    return {"year": year} | ({"day": str(int(rest[1]))} if len(rest) == 2 else {})


def _ended(runs: tuple[Run, ...], end: str) -> tuple[Run, ...]:
    """Return the citation with another end in place of its full stop."""
    *before, last = runs
    kept = re.sub(r"\.([”»]?)$", r"\1", last.text)
    return (*before, *([Run(kept, last.italic, last.field)] if kept else []), Run(end))


@lru_cache(maxsize=4096)
def _layout(
    style: str, language: str, shape: frozenset[str], date: tuple[int, ...], listed: bool
) -> tuple[Run, ...]:
    """Return how the style lays out a source that has these values: literal text, and fields to fill in."""
    from citeproc import Citation as Cited
    from citeproc import CitationItem, CitationStylesBibliography, Locator
    from citeproc.source.json import CiteProcJSON

    place = {"locator": Locator("paragraph", _STANDINS["paragraph"])} if "paragraph" in shape else {}
    cited = Cited([CitationItem("source", **place)])
    with _processor:
        chosen, formatter = _style(style, language), _Marks()
        listing = CitationStylesBibliography(chosen, CiteProcJSON([_record(shape, date)]), formatter)
        listing.register(cited)
        made = listing.bibliography()[0] if listed else listing.cite(cited, None)
        inside = chosen.root.get_locale_option("punctuation-in-quote") == "true"
    made = str(made).replace(str(_YEAR), _STANDINS["year"]).replace(str(_DAY), _STANDINS["day"])
    return tuple(_runs(_stopped(made, inside)))


class _Marks:
    """Tells the processor how to write styled text: between two characters that no value holds."""

    @staticmethod
    def preformat(text: str) -> str:
        return text

    @staticmethod
    def Italic(text: Any) -> str:
        return f"{_ITALIC}{text}{_UPRIGHT}"

    Oblique = Italic
    Bold = Light = Underline = Superscript = Subscript = SmallCaps = staticmethod(str)


def _record(shape: frozenset[str], date: tuple[int, ...]) -> dict[str, Any]:
    """Return a CSL item that has a stand-in for each value, and the date itself, which the style writes."""
    record: dict[str, Any] = {"id": "source", "type": "article-newspaper"}
    record |= {name: _STANDINS[value] for name, value in _VARIABLES.items() if value in shape}
    if "author" in shape:
        record["author"] = [{"literal": _STANDINS["author"]}]
    if date:
        record["issued"] = {"date-parts": [[_YEAR, *date[1:], _DAY][: date[0]]]}
    elif "date" in shape:
        record["issued"] = {"literal": _STANDINS["date"]}
    return record


def _stopped(made: str, inside: bool) -> str:
    """Put a comma or full stop before a closing mark of quotation where the language has it so.

    The processor does not do that yet.
    """
    return re.sub("(”)([,.])", r"\2\1", made) if inside else made


def _runs(made: str) -> Iterator[Run]:
    italic = False
    for part in filter(None, _PARTS.split(made)):
        if part in (_ITALIC, _UPRIGHT):
            italic = part == _ITALIC
        else:
            yield Run("" if part in _FIELDS else part, italic, _FIELDS.get(part, ""))


@cache
def _style(style: str, language: str) -> Any:
    """Return a style made ready for a language; English where the processor does not know that."""
    from citeproc import LANGUAGE_NAMES, PRIMARY_DIALECTS, CitationStylesStyle

    known = language in LANGUAGE_NAMES or language.partition("-")[0] in PRIMARY_DIALECTS
    path = str(resource(f"styles/{style}.csl"))
    return CitationStylesStyle(path, locale=language if known else "en-US", validate=False)


def _known(style: str) -> str:
    return style if style in _names() else DEFAULT


@cache
def _names() -> frozenset[str]:
    return frozenset(styles())


def _title(name: str) -> str:
    root = ElementTree.parse(resource(f"styles/{name}.csl")).getroot()
    return root.findtext(".//{*}info/{*}title") or name
