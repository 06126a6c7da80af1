"""The words that a briefing written as text has of its own, besides those of ``_words``."""

from __future__ import annotations

from briefreader.domain.briefing import Briefing
from briefreader.exporters._words import texts_of
from briefreader.i18n import _


def more_words() -> dict[str, str]:
    """Return them by key; ``Briefing.texts`` may replace any of them."""
    return {
        "to": _("To"),
        "as of": _("Information as of"),
        "contents": _("Contents"),
        "footnotes": _("Notes"),
        "back": _("Back to the text"),
        "assessment": _("Assessment:"),
        "proposed": _("Proposed, not accepted yet"),
        "confidence": _("Confidence: {confidence}."),
        "high": _("high"),
        "moderate": _("moderate"),
        "low": _("low"),
        "differs": _("Sources differ"),
        "differ": _("Differ"),
        "agree": _("Agree"),
        "rounding": _("Agree within rounding"),
        "refines": _("One refines the other"),
        "scope": _("Different period or scope"),
        "linked": _("Linked by hand"),
        "single": _("Single source"),
        "source column": _("Source"),
        "says": _("What it says"),
        "planned": _("planned"),
        "cancelled": _("cancelled"),
        "spellings": _("Also written: {names}"),
        "grade": _("Source grade {grade}"),
        "new": _("New"),
        "corroborated": _("Corroborated"),
        "contradicted": _("Contradicted"),
        "superseded": _("Superseded"),
        "source changed": _("Source changed"),
        "chart": _("Chart"),
    }


def all_texts(briefing: Briefing) -> dict[str, str]:
    """Return all words for this briefing."""
    return more_words() | texts_of(briefing)
