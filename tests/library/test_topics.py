"""Words under which quotes are put."""

from __future__ import annotations

from briefreader.library.topics import topics

SAID = [
    "Our trade has doubled in two years.",
    "We want to build a port at the coast.",
    "The port will open next spring.",
    "Turnover will grow further.",
    "Nobody expected rain.",
]


def test_quotes_are_put_under_a_word_that_they_share() -> None:
    assert topics(SAID) == ["trade", "port", "port", "trade", ""]


def test_a_word_of_most_quotes_tells_none_apart() -> None:
    several = [f"The government {said}" for said in ("opens schools", "closes roads", "mends roads")]
    assert topics(several) == ["government"] * 3
    more = [*several, *(f"The government {said}" for said in ("builds schools", "buys bread", "sells grain"))]
    assert topics(more) == ["schools", "roads", "roads", "schools", "", ""]


def test_nothing_has_no_topics() -> None:
    assert topics([]) == []
    assert topics(["Yes.", "No."]) == ["", ""]
