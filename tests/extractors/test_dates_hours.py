"""Times of day."""

from __future__ import annotations

import pytest

from extractors.times_of import types


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("They met at 2:30 p.m. EST on Monday.", "2:30 p.m. EST on Monday", "2013-03-18T14:30"),
        ("They met Tuesday at 9 p.m. in Rome.", "Tuesday at 9 p.m.", "2013-03-19T21:00"),
        ("They met at 1400 GMT.", "1400 GMT", "2013-03-22T14:00"),
        ("They met at noon.", "noon", "2013-03-22T12:00"),
        ("They met last night.", "last night", "2013-03-21TNI"),
        ("They met this morning.", "this morning", "2013-03-22TMO"),
        ("They met on the morning of 5 May 2012.", "the morning of 5 May 2012", "2012-05-05TMO"),
        ("Stocks fell overnight.", "overnight", "2013-03-22TNI"),
    ],
)
def test_times_of_day(text: str, span: str, value: str) -> None:
    assert types(text) == [(span, "TIME", value)]


def test_a_part_of_the_day_needs_a_cue() -> None:
    assert types("It rained in the morning.") == [("the morning", "TIME", "2013-03-22TMO")]
    assert types("The morning paper and evening wear.") == []


def test_a_time_of_day_of_what_has_been_is_not_on_a_day_to_come() -> None:
    text = "It will pay a dividend on May 29. Shares were up by 0930 GMT."
    assert types(text)[-1] == ("0930 GMT", "TIME", "2013-03-22T09:30")
    text = "Bidding starts on Saturday. Doors open at 6 p.m."
    assert types(text)[-1] == ("6 p.m.", "TIME", "2013-03-23T18:00")
