"""What kind of name a name is, by its own words and those beside it."""

from __future__ import annotations

import pytest
from names_of import named, read


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Chelsea Clinton and Austin Butler came to New York.", ["Chelsea Clinton", "Austin Butler"]),
        ("Virginia Raggi, the mayor of Rome, spoke first.", ["Virginia Raggi"]),
        ("Democrat Renee Johnson beat Republican Tom Johnson in Ohio.", ["Renee Johnson", "Tom Johnson"]),
        (
            "Crown Prince Mohammed bin Salman met Ayatollah Ali Khamenei.",
            ["Mohammed bin Salman", "Ali Khamenei"],
        ),
        (
            "Tan Sri Muhyiddin Yassin and Monsignor Georg Ganswein left.",
            ["Muhyiddin Yassin", "Georg Ganswein"],
        ),
        ("Herr Schmidt met Frau Müller and Madame Dupont.", ["Schmidt", "Müller", "Dupont"]),
        (
            "Chief Executive Officer Denise Kowalczyk resigned. The Chief Executive Officer left us.",
            ["Denise Kowalczyk"],
        ),
        ("The IOC met. Its president, Kirsty Coventry, called it brave.", ["Kirsty Coventry"]),
        ("Critics admire Madame de Staël.", ["Madame de Staël"]),
    ],
)
def test_people_are_found_without_their_titles(text: str, people: list[str]) -> None:
    assert named(text, "person") == people


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Borealis Lithium said profits rose. Shares of Borealis Lithium fell.", "Borealis Lithium"),
        ("Kinross Mining and another firm merged on Monday.", "Kinross Mining"),
        ("Atlético do Minho won 2-1 on Sunday.", "Atlético do Minho"),
        ("The union Usdaw said shop workers were at risk.", "Usdaw"),
        ("The retailer Lumenta closed its shops on Monday.", "Lumenta"),
        ("Dagens Nyheter reported the deal on Monday.", "Dagens Nyheter"),
        ("The China Road and Bridge Corporation built the line.", "China Road and Bridge Corporation"),
    ],
)
def test_bodies_are_told_by_their_words_and_by_what_they_are_called(text: str, body: str) -> None:
    assert body in named(text, "organisation")
    assert named(text, "person") == []


def test_a_house_that_says_something_is_a_body_and_else_a_place() -> None:
    text = (
        "They met at the White House. The White House said so. A tour of the Kremlin ended, the Kremlin said."
    )
    assert named(text, "organisation") == ["White House", "Kremlin"]
    assert named(text, "place") == ["White House", "Kremlin"]


def test_a_club_with_a_given_name_stays_a_body() -> None:
    assert "Lincoln City" not in named("Lincoln City won again on Saturday.", "person")
    assert "Morgan Stanley" in named("Analysts at Morgan Stanley said that oil would fall.", "organisation")


def test_somebody_called_like_a_town_is_a_person_beside_what_only_people_do() -> None:
    text = "She lives in Paris, Texas, where she met Paris Keller. Keller was glad to be in Paris."
    assert named(text, "person") == ["Paris Keller", "Keller"]
    assert {m.country for m in read(text).mentions if m.text == "Paris"} == {"US"}
    assert named("Fans met Sydney Swans players in Perth.", "person") == []
