"""Bare ages, and what they tell of a birth."""

from __future__ import annotations

import pytest

from briefreader.extractors import date
from briefreader.extractors._reading import Reading
from extractors.times_of import document


def told(text: str, published: str = "2013-03-22") -> list[tuple[str, str | None, str | None]]:
    """Return (number, first day, last day) of every bare age."""
    facts = date.extract(Reading(document(text, published)))
    return [
        (fact.text, fact.data["bound"]["from"], fact.data["bound"]["to"])
        for fact in facts
        if fact.data["type"] == "AGE"
    ]


@pytest.mark.parametrize(
    ("text", "number", "first", "last"),
    [
        ("The farmer, aged 63, was hurt.", "63", "1949-03-23", "1950-03-22"),
        ("The baker Maria Keller, 51, was hurt.", "51", "1961-03-23", "1962-03-22"),
        ("“We ran,” said Maria Keller, 51.", "51", "1961-03-23", "1962-03-22"),
        ("They asked Maria Keller (51) about it.", "51", "1961-03-23", "1962-03-22"),
        ("The singer has died at the age of 80.", "80", "1932-03-23", "1933-03-22"),
        ("The singer died on Tuesday at the age of 80.", "80", "1932-03-20", "1933-03-19"),
        ("The singer died aged 80 in 1998.", "80", "1917-01-02", "1918-12-31"),
        ("She took the title in 2004 at the age of 19.", "19", "1984-01-02", "1985-12-31"),
        ("He turned 40 last year.", "40", "1972-01-01", "1972-12-31"),
        ("She marked her 90th birthday on 3 March.", "90", "1923-03-03", "1923-03-03"),
    ],
)
def test_an_age_tells_between_which_days_one_was_born(text: str, number: str, first: str, last: str) -> None:
    assert told(text) == [(number, first, last)]


def test_of_two_ages_each_is_told_in_digits_or_words() -> None:
    assert [age for age, _first, _last in told("His sons, aged nine and 12, stayed.")] == ["nine", "12"]


@pytest.mark.parametrize(
    "text",
    [
        "It is open to people aged 18 to 24.",
        "It is open to people aged 65 and over.",
        "A vaccine for children aged 11 was approved.",
        "A baby aged 18 months was found.",
        "The spirit was aged 12 years in oak.",
        "Under Article 5, 12, and 14 it may.",
        "The prizes went to Maria Keller, 12, 14 and 16.",
        "Maria Keller, 12, Mill Street, complained.",
        "The best were Anna Berg, 31, and Maria Keller, 22, with most points.",
        "It paid Maria Keller, 3,000 dollars and left.",
        "She joined the navy aged 14.",
        "He learned to swim at the age of five.",
        "His father died aged 80.",
        "In 1984 the dancer Maria Keller, 66, was shot.",
        "He turned 40 pages.",
        "She is aged 230, he joked.",
    ],
)
def test_what_is_no_age_or_of_nobody_or_of_an_unknown_day_tells_nothing(text: str) -> None:
    assert told(text) == []


def test_without_a_day_of_publication_an_age_tells_nothing() -> None:
    assert told("The farmer, aged 63, was hurt.", published="") == []


def test_the_reckoning_is_shown() -> None:
    (fact,) = date.extract(Reading(document("The farmer, aged 63, was hurt.")))
    assert (fact.when, fact.data["why"]) == (
        "P63Y",
        "Counted from 2013-03-22. “63” → 1949-03-23/1950-03-22",
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The 14-year-old law was scrapped.", "begun"),
        ("A 14-year-old civil war ended.", "begun"),
        ("The 43-year-old company shut.", "begun"),
        ("The bridge is 63 years old.", "begun"),
        ("It is 63 years old.", "begun"),
        ("The club turned 40 on 3 March.", "begun"),
        ("The ferry, seven years old, sank.", "begun"),
        ("The boy, seven years old, was hurt.", "born"),
        ("A 14-year-old girl was hurt.", "born"),
        ("The 35-year-old tennis player was hurt.", "born"),
        ("The 15-year-old U.S. schoolboy was hurt.", "born"),
        ("The 35-year-old was hurt.", "born"),
        ("The 35-year-old Maria Keller was hurt.", "born"),
        ("The teacher is 63 years old.", "born"),
        ("He is 63 years old.", "born"),
        ("Her husband turned 40 on 3 March.", "born"),
    ],
)
def test_only_who_lives_was_born(text: str, kind: str) -> None:
    bounds = [fact.data.get("bound") for fact in date.extract(Reading(document(text)))]
    assert [each["kind"] for each in bounds if each] == [kind]


@pytest.mark.parametrize(
    "text", ["She was 12 years old when the war broke out.", "The then 12-year-old boy fled."]
)
def test_an_age_in_the_past_is_not_counted_from_publication(text: str) -> None:
    assert [fact.data.get("bound") for fact in date.extract(Reading(document(text)))] == [None]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Her husband, 48, was not hurt.", ["48"]),
        ("A retired bus driver, 71, saw it.", ["71"]),
        ("The dead were Maria Keller, 51; Anna Berg, 43; and Tom Roth, 20.", ["51", "43", "20"]),
        ("The tower, 48, was not hurt.", []),
        ("They took the bus, 40, to the town.", []),
        ("The best were a striker, 24, and her sister, 22, with most goals.", []),
    ],
)
def test_ages_behind_nouns_for_people_and_in_lists(text: str, ages: list[str]) -> None:
    assert [age for age, _first, _last in told(text)] == ages
