"""The office that stands beside a name."""

from __future__ import annotations

import pytest
from names_of import read

from briefreader.extractors._roles import fits, same_office, speaks_against


def role(text: str, name: str) -> str:
    return next(mention.role for mention in read(text).mentions if mention.text == name)


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        ("Norway's trade minister, Kari Berg, warned of delays.", "Kari Berg", "Norway's trade minister"),
        ("The bank kept rates on hold. Its governor, Andrew Bailey, said so.", "Andrew Bailey", "governor"),
        ("The opposition leader, Anna Keller, said no.", "Anna Keller", "opposition leader"),
        ("He was met by opposition leader Anna Keller.", "Anna Keller", "opposition leader"),
        ("Anna Keller, the opposition leader, said no.", "Anna Keller", "opposition leader"),
        ("The firm moved; its head of research, Omar Haddad, stayed.", "Omar Haddad", "head of research"),
        ("On Friday Sen. Anna Keller met reporters.", "Anna Keller", "Sen."),
        ("Gov. Kathy Hochul signed the bill.", "Kathy Hochul", "Gov."),
        ("Lt. Gen. Mark Hertling spoke.", "Mark Hertling", "Lt. Gen."),
        ("Chief Executive Denise Kowalczyk resigned.", "Denise Kowalczyk", "Chief Executive"),
        ("Republican lawmaker Jim Risch spoke.", "Jim Risch", "Republican lawmaker"),
        ("Ruslan Stefanchuk, a legislator, left.", "Ruslan Stefanchuk", "legislator"),
        ("EU foreign policy chief Kaja Kallas spoke.", "Kaja Kallas", "EU foreign policy chief"),
        ("Foreign ministry spokesperson Mao Ning spoke.", "Mao Ning", "Foreign ministry spokesperson"),
        ("Former Labour home secretary Alan Johnson left.", "Alan Johnson", "Former Labour home secretary"),
        ("Otto Keller, a human rights lawyer, agreed.", "Otto Keller", "human rights lawyer"),
        (
            "The Minister of Public Security, General Luong Tam Quang, opened the meeting.",
            "Luong Tam Quang", "Minister of Public Security",
        ),
        (
            "General Luong Tam Quang, Minister of Public Security, opened the meeting.",
            "Luong Tam Quang", "Minister of Public Security",
        ),
        ("General Anna Keller, 52, retired.", "Anna Keller", "General"),
        ("She is an aide to Sen. John Thune.", "John Thune", "Sen."),
        ("A spokesman for President Anna Keller left.", "Anna Keller", "President"),
        ("The U.S. Ambassador to Vietnam Marc Knapper left.", "Marc Knapper", "U.S. Ambassador to Vietnam"),
        ("Anna Keller, speaker of the upper house, left.", "Anna Keller", "speaker of the upper house"),
        ("Last month prime minister Keir Starmer resigned.", "Keir Starmer", "prime minister"),
    ],
)  # fmt: skip
def test_the_whole_of_an_office_is_read(text: str, name: str, office: str) -> None:
    assert role(text, name) == office


def test_an_office_before_a_comma_may_be_of_somebody_else() -> None:
    assert role("After he met Serbia's president, Anna Keller flew home.", "Anna Keller") == ""


def test_abbreviated_offices_are_those_in_full() -> None:
    assert same_office("Sen.", "U.S. senator")
    assert fits("the governor", "Gov.")


@pytest.mark.parametrize(
    ("title", "name", "offices", "against"),
    [
        ("Mrs", "Bill Clinton", [], True), ("Mrs", "Hillary Clinton", [], False),
        ("Mr.", "Hillary Clinton", [], True),
        ("Minister", "Quang Anh", ["lawyer"], True),
        ("President", "Anna Keller", ["foreign secretary"], True),
        ("General", "Anna Keller", ["senator"], False),
        ("Prime Minister", "Anna Keller", ["finance minister"], False),
        ("Minister", "Anna Keller", [], False),
    ],
)  # fmt: skip
def test_a_title_speaks_against_a_name_or_an_office(title, name, offices, against) -> None:
    assert speaks_against(title, name, offices) is against
