from __future__ import annotations

from briefreader.domain.document import Published
from briefreader.domain.ledger import Claim, ClaimEntry, Ledger
from briefreader.domain.text import Span


def entry(document: str, start: int, origin: str = "") -> ClaimEntry:
    span = Span(start, start + 10)
    return ClaimEntry(document, span, Span(start, start + 4), "x" * 10, "x", origin or document, Published())


def test_copies_of_one_report_count_once() -> None:
    claim = Claim("1", "trade", "figure", "agree", "", (entry("a", 0), entry("b", 5, "a"), entry("c", 5)))
    assert claim.documents == ("a", "b", "c")
    assert claim.origins == 2


def test_a_claim_is_found_by_the_words_that_carry_its_value() -> None:
    claim = Claim("1", "trade", "figure", "differ", "", (entry("a", 0), entry("b", 5)))
    ledger = Ledger([claim])
    assert ledger.touching("a", Span(2, 5)) == (claim,)
    assert ledger.touching("a", Span(5, 9)) == ()
    assert ledger.touching("b", Span(5, 6)) == (claim,)
    assert ledger.claim("1") is claim
    assert ledger.claim("2") is None
