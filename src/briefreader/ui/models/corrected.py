"""Whether a value is as printed, or a person has put another in its place."""

from __future__ import annotations

from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.survey import FigureRow
from briefreader.i18n import _
from briefreader.library.judging import is_other


def say_corrected(figure: FigureRow) -> str:
    """Return in words that the value of a figure is a person's; nothing if it is as printed."""
    return _("corrected by hand") if figure.corrected else ""


def say_corrected_entry(claim: Claim, entry: ClaimEntry) -> str:
    """Return in words that a compared figure is a person's, and what is printed in its place."""
    printed = entry.text[entry.mark.start - entry.span.start : entry.mark.end - entry.span.start]
    if claim.kind != "figure" or not is_other(entry.value, printed, entry.text):
        return ""
    return _("“{value}” is corrected by hand; printed: “{printed}”").format(
        value=" ".join(entry.value.split()), printed=" ".join(printed.split())
    )
