"""What the rules of dates share."""

from __future__ import annotations

from datetime import date

from briefreader.extractors._dates_grammar import Hit, valid
from briefreader.extractors._dates_tokens import tokens


def test_valid_days() -> None:
    assert valid(2024, 2, 29) == date(2024, 2, 29)
    assert valid(2023, 2, 29) is None
    assert valid(2023, 13, 1) is None


def test_a_hit_tells_its_tokens() -> None:
    text = "2025–2027"
    hit = Hit(tuple(token for token in tokens(text) if token.kind != "X"), None, None, text)
    assert (hit.start, hit.end, hit.glued(), hit.has("DASH")) == (0, 9, True, True)
    assert [token.value for token in hit.all("YR")] == [2025, 2027]
    assert hit.first("MON") is None
