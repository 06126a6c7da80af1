"""Figures as a table for other programs: CSV files, and text for the clipboard."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import StringIO
from math import isfinite
from pathlib import Path

from briefreader.domain.spreadsheet import harmless
from briefreader.domain.survey import FigureRow, Survey
from briefreader.i18n import N_, _

COLUMNS = (
    N_("measure"), N_("value as printed"), N_("amount"), N_("to"), N_("unit"), N_("comparator"), N_("period"),
    N_("from date"), N_("to date"), N_("said by"), N_("source title"), N_("outlet"), N_("published"),
    N_("document"), N_("start"), N_("end"),
)  # fmt: skip
COMPARATORS = {
    "=": N_("equal"), "~": N_("about"), ">": N_("over"), "≥": N_("at least"), "<": N_("under"),
    "≤": N_("at most"),
}  # fmt: skip
"""What stands for the program's own signs: a spreadsheet would take some of them for a formula."""


def figures_csv(survey: Survey, rows: Iterable[FigureRow]) -> str:
    """Return figures as CSV after RFC 4180, with a line of headings; lines end with CR LF.

    Words of a source that a spreadsheet would take for a formula get an apostrophe before them. Amounts
    are plain numbers, a minus included.
    """
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_(name) for name in COLUMNS)
    writer.writerows(_cells(survey, rows))
    return out.getvalue()


def figures_text(survey: Survey, rows: Iterable[FigureRow]) -> str:
    """Return figures for the clipboard: a line each, cells set apart by tabs, with a line of headings."""
    lines = [[_(name) for name in COLUMNS], *_cells(survey, rows)]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines)


def save_figures(survey: Survey, rows: Iterable[FigureRow], path: Path) -> Path:
    """Write figures as a CSV file that spreadsheets read as UTF-8; raise ExportError if it cannot be done.

    A file of that name is replaced only when the new one is complete.
    """
    from briefreader.library import exporting

    return exporting.save(figures_csv(survey, rows).encode("utf-8-sig"), path).path


def _cells(survey: Survey, rows: Iterable[FigureRow]) -> Iterator[list[str]]:
    for row in rows:
        card = survey.sources.get(row.document)
        source = (card.title, card.outlet, card.published.value) if card is not None else ("", "", "")
        numbers = (_number(row.amount), _number(row.to))
        words = (
            row.unit,
            _(COMPARATORS[row.comparator]) if row.comparator in COMPARATORS else row.comparator,
            row.period,
            row.first,
            row.last,
            row.speaker,
            *source,
            row.document,
        )
        yield [
            harmless(row.measure),
            harmless(row.value),
            *numbers,
            *map(harmless, words),
            str(row.span.start),
            str(row.span.end),
        ]


def _number(amount: float | None) -> str:
    """Return a number in full, as in 244000000 or 9.4, without an exponent."""
    if amount is None or not isfinite(amount):
        return ""
    said = format(Decimal(repr(float(amount))), "f")
    return said.rstrip("0").rstrip(".") if "." in said else said
