"""The words that a briefing written as text has of its own, besides those of ``_words``."""

from __future__ import annotations

from briefreader.domain.briefing import Briefing
from briefreader.exporters._words import texts_of
from briefreader.i18n import _


def more_words() -> dict[str, str]:
    """Return them by key; ``Briefing.texts`` may replace any of them."""
    return {
        "footnotes": _("Notes"),
        "back": _("Back to the text"),
        "says": _("What it says"),
    }


def all_texts(briefing: Briefing) -> dict[str, str]:
    """Return all words for this briefing."""
    return more_words() | texts_of(briefing)
