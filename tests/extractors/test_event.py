from __future__ import annotations

import pytest
from names_of import read

from briefreader.extractors import event


def events(text: str, published: str = "2025-12-03"):
    return list(event.extract(read(text, published=published)))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "The working visit of the Belarusian delegation to Vietnam continues.",
            "The working visit of the Belarusian delegation to Vietnam",
        ),
        ("They spoke at their meeting on December 3 and left.", "their meeting on December 3"),
        (
            "He praised the launch of a direct Minsk–Phu Quoc air route in October and a rise in trade.",
            "the launch of a direct Minsk–Phu Quoc air route in October",
        ),
        (
            "Lukashenko awarded To Lâm the Order of Friendship.",
            "Lukashenko awarded To Lâm the Order of Friendship",
        ),
        (
            "Quang praised the first security consultation held on December 2.",
            "the first security consultation held on December 2",
        ),
    ],
)
def test_what_happened(text, what):
    assert what in [fact.text for fact in events(text)]


def test_who_where_and_when():
    (fact,) = events("General Secretary To Lam’s official visit to Belarus in May 2025 was a success.")
    assert fact.when == "2025-05"
    assert fact.data["where"] == "Belarus"
    assert fact.data["who"] == ["To Lam"]
    assert fact.about == fact.data["what"]


def test_planned_held_and_cancelled():
    states = {
        "The summit in Minsk will take place in June 2026.": "planned",
        "The summit in Minsk took place in June 2025.": "held",
        "The summit in Minsk was cancelled.": "cancelled",
    }
    assert {text: events(text)[0].data["status"] for text in states} == states


def test_assurances_are_no_guests():
    assert events("Alexander Volfovich received assurances from the leadership of Vietnam.") == []


def test_events_without_name_or_day_are_left_out():
    assert events("Both sides value meetings and visits as a way to build trust.") == []


def test_events_are_spans_in_order_and_do_not_overlap():
    text = "The talks in Minsk on Monday followed the visit of To Lam. The vote in Hanoi was held in May."
    facts = events(text)
    assert len(facts) == 3
    assert all(fact.span.of(text) == fact.text for fact in facts)
    assert all(a.span.end <= b.span.start for a, b in zip(facts, facts[1:], strict=False))  # noqa: RUF007


def test_the_day_of_saying_is_not_the_day_of_the_event():
    text = "The fire in Riverton killed 15 people, police said on Sunday."
    assert [fact.when for fact in event.extract(read(text, published="2026-03-10"))] == [""]
