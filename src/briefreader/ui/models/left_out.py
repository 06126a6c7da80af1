"""What a survey has no room for, in words: every view says it alike."""

from __future__ import annotations

from briefreader.domain.survey import Survey
from briefreader.i18n import plural


def say_left_out(survey: Survey | None) -> str:
    """Return how many articles were not looked at because there are too many; nothing if all were."""
    if survey is None or not survey.left_out:
        return ""
    return plural("{n} article not looked at", "{n} articles not looked at", survey.left_out)
