from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.domain.spreadsheet import armed, disarmed, harmless

CELLS = st.text(alphabet="'= +-@\t\nab", max_size=8) | st.text(max_size=8)


@given(CELLS)
def test_what_is_disarmed_comes_back(text: str) -> None:
    assert armed(disarmed(text)) == text


@given(CELLS)
def test_what_is_disarmed_is_no_formula(text: str) -> None:
    assert harmless(disarmed(text)) == disarmed(text)


@pytest.mark.parametrize("text", ["", "a", "'a", "it's = 1", "1 + 1"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert disarmed(text) == armed(text) == text
