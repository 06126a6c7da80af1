from __future__ import annotations

from briefreader.domain.ledger import Claim, Ledger
from briefreader.domain.survey import FigureRow, Moment, Survey
from briefreader.domain.text import Span
from domain.test_ledger import entry


def test_a_survey_is_narrowed_but_a_difference_keeps_both_its_sides() -> None:
    claim = Claim("1", "trade", "figure", "differ", "", (entry("a", 0), entry("b", 5)))
    other = Claim("2", "visit", "date", "agree", "", (entry("c", 0), entry("d", 5)))
    figure = FigureRow("a", Span(0, 4), "$4", "It cost $4.", "money", "cost", "cost", 4.0, "USD")
    moment = Moment("b", Span(0, 4), "2025", "", "event", "2025-01-01", "2025-12-31", "year")
    survey = Survey(ledger=Ledger([claim, other]), figures=(figure,), moments=(moment,))
    assert survey.claims_within({"b"}) == (claim,)
    assert survey.within(["b"]).figures == ()
    assert survey.within(["b"]).moments == (moment,)
    assert survey.within(["b"]).ledger is survey.ledger
