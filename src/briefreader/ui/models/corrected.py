"""Whether a value is as printed, or a person has put another in its place."""

from __future__ import annotations

from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.survey import FigureRow
from briefreader.i18n import _


def _plain(words: str) -> str:
    return "".join(words.casefold().split())


def is_printed(value: str, passage: str) -> bool:
    """Tell whether a passage has a value word for word; spaces and capitals do not count."""
    return _plain(value) in _plain(passage)


def say_corrected(figure: FigureRow) -> str:
    """Return in words that the value of a figure is a person's; nothing if it is as printed."""
    return "" if is_printed(figure.value, figure.sentence) else _("corrected by hand")


def say_corrected_entry(claim: Claim, entry: ClaimEntry) -> str:
    """Return in words that a compared figure is a person's, and what is printed in its place."""
    if claim.kind != "figure" or is_printed(entry.value, entry.text):
        return ""
    printed = entry.text[entry.mark.start - entry.span.start : entry.mark.end - entry.span.start]
    return _("“{value}” is corrected by hand; printed: “{printed}”").format(
        value=" ".join(entry.value.split()), printed=" ".join(printed.split())
    )
