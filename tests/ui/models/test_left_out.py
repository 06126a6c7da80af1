"""What a survey has no room for."""

from __future__ import annotations

from briefreader.domain.survey import Survey
from briefreader.ui.models.left_out import say_left_out


def test_articles_that_were_not_looked_at_are_counted() -> None:
    assert say_left_out(None) == say_left_out(Survey()) == ""
    assert say_left_out(Survey(left_out=1)) == "1 article not looked at"
    assert say_left_out(Survey(left_out=1200)) == "1,200 articles not looked at"
