"""From a passage to what the survey knows of it."""

from __future__ import annotations

import time

from briefreader.domain.document import Published
from briefreader.domain.ledger import Claim, ClaimEntry, Ledger
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.ui.models.touching import Touching
from ui.views import attested


def test_claims_are_found_by_the_words_that_carry_the_value() -> None:
    touching = Touching(attested.SURVEY)
    assert touching.claims("v", attested.TRADE.span) == (attested.TRADE_CLAIM,)
    assert touching.claims("v", attested.GREW.span) == (attested.TRADE_CLAIM,)
    assert touching.claims("v", attested.PARTNER.span) == ()
    assert touching.claims("unknown", Span(0, 10)) == ()


def test_claims_come_as_the_ledger_has_them() -> None:
    touching = Touching(attested.SURVEY)
    assert touching.claims("v", Span(0, len(attested.TEXT))) == (attested.TRADE_CLAIM, attested.VISIT_CLAIM)


def test_figures_moments_and_bearers_are_found() -> None:
    touching = Touching(attested.SURVEY)
    assert touching.figure(attested.TRADE.key).speaker == "Alexander Volfovich"
    assert touching.moment(attested.MAY.key).inferred
    assert touching.bearer("v", attested.LAM.span).name == "Tô Lâm"
    assert touching.bearer("v", None, "p:lam").name == "Tô Lâm"
    nothing = Touching()
    assert (nothing.figure("x"), nothing.moment("x"), nothing.bearer("v", Span(0, 1))) == (None, None, None)


def test_it_says_what_the_ledger_says() -> None:
    spans = [Span(n * 7 % 400, n * 7 % 400 + 1 + n % 40) for n in range(200)]
    claims = [
        Claim(str(n), "t", "figure", "single", "", (ClaimEntry("d", span, span, "", "", "d", Published()),))
        for n, span in enumerate(spans)
    ]
    ledger = Ledger(claims)
    touching = Touching(Survey(ledger=ledger))
    for span in spans:
        assert touching.claims("d", span) == ledger.touching("d", span)


def test_a_passage_among_100_000_is_found_at_once() -> None:
    entries = [
        ClaimEntry("d", Span(n * 10, n * 10 + 8), Span(n * 10, n * 10 + 4), "", "", "d", Published())
        for n in range(100_000)
    ]
    survey = Survey(
        ledger=Ledger(Claim(str(n), "t", "figure", "single", "", (each,)) for n, each in enumerate(entries))
    )
    touching = Touching(survey)
    touching.claims("d", Span(0, 1))
    begun = time.process_time()
    for n in range(1000):
        assert [claim.id for claim in touching.claims("d", Span(n * 100, n * 100 + 4))] == [str(n * 10)]
    assert time.process_time() - begun < 0.1
