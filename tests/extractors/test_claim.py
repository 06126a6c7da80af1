"""Claims: what an article says, in words that do not depend on how it says it."""

from __future__ import annotations

from typing import Any

import pytest
from names_of import read

from briefreader.extractors import claim
from briefreader.extractors._matters import PAIR, Setting
from briefreader.extractors._wording import stem, telling


def claims(text: str, family: str, published: str = "2026-03-10") -> list[dict[str, Any]]:
    found = claim.extract(read(text, published=published))
    return [{**fact.data, "text": fact.text} for fact in found if fact.data["family"] == family]


def names(parties: list[dict[str, str]]) -> set[str]:
    return {each["entity"].partition(":")[2] for each in parties}


SAME = [
    ("manufacturing", "assembly"), ("killed", "deaths"), ("wounded", "injuries"), ("earthquakes", "quake"),
    ("companies", "firm"), ("exports", "exported"), ("consultation", "consultations"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_forms_and_synonyms_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_empty_words_do_not_tell() -> None:
    assert telling(read("The total volume of bilateral trade").parse) == ["trade"]


def test_the_two_countries_are_those_that_stand_out() -> None:
    text = "Kenya and Norway signed a treaty. Norwegian and Kenyan ministers met. The two countries trade."
    setting = Setting(read(text))
    assert setting.pair == ("kenya", "norway")
    assert Setting(read("Kenya met Norway. Peru met Chile.")).pair == ()
    assert PAIR.search("trade between our countries")
    assert not PAIR.search("twenty countries")


FIGURES = [
    ("Trade turnover between our countries amounted to over $245 million in 2024.", ["trade"], ">", "2024"),
    ("The quake killed 12 people and injured 40 in Izmir.", ["killed"], "=", ""),
    ("At least 12 people were killed in the fire.", ["killed"], "≥", ""),
    ("Fifteen soldiers were wounded on Monday.", ["injured"], "=", "2026-03-09"),
    ("Unemployment fell to 5 percent in January.", ["jobless"], "=", "2026-01"),
    ("Exports rose 5 percent in 2025.", ["change", "exports"], "=", "2025"),
]


@pytest.mark.parametrize(("text", "words", "comparator", "when"), FIGURES)
def test_figures_say_what_is_measured(text: str, words: list[str], comparator: str, when: str) -> None:
    told = claims(text, "figure")[0]
    assert (told["words"], told["comparator"], told["when"]) == (words, comparator, when)


def test_two_harms_in_a_sentence_are_told_apart() -> None:
    told = claims("The quake killed 12 people and injured 40 people in Izmir.", "figure")
    assert [each["words"] for each in told] == [["killed"], ["injured"]]


def test_small_counts_are_no_claims() -> None:
    assert claims("The five agencies met in two rooms.", "figure") == []


def test_a_visit_has_guest_goal_rank_and_length() -> None:
    (told,) = claims("The two-day official visit of Anna Keller to Kenya ended.", "visit")
    assert (names(told["guests"]), names(told["goal"])) == ({"keler-anna"}, {"kenya"})
    assert (told["rank"], told["days"]) == ("official", 2)
    start, end = told["titled"]
    assert told["text"][start:end] == "The two-day official visit"


def test_a_visit_that_goes_on_says_so() -> None:
    (told,) = claims("The working visit of Anna Keller to Kenya continues.", "visit")
    assert told["ongoing"]


def test_events_have_their_day() -> None:
    told = claims("Bilateral consultations were held on 2 March at the Ministry of Trade of Kenya.", "event")
    assert [(each["head"], each["when"], each["status"]) for each in told] == [
        ("consultation", "2026-03-02", "held")
    ]


def test_an_agreement_is_known_by_its_words_not_by_who_made_it() -> None:
    (told,) = claims("Kenya and Norway signed a fishing treaty in Oslo on Monday.", "agreement")
    assert (told["head"], told["status"], told["when"]) == ("deal", "signed", "2026-03-09")
    assert {"kenya", "norway"} <= names(told["parties"])
    assert "sign" not in told["words"]


def test_a_strategic_alliance_is_a_partnership() -> None:
    (told,) = claims("A document on strategic cooperation was signed in May 2025.", "agreement")
    assert "strategic-partnership" in told["words"]


STATES = [
    ("One of our next projects is the production of tractors in Kenya.", "proposed"),
    ("The assembly of tractors in Kenya is scheduled to begin in 2027.", "planned"),
    ("A direct flight between Oslo and Nairobi was launched in October.", "running"),
    ("The bridge over the Tana was completed on Monday.", "finished"),
    ("The pipeline project in Kenya was suspended last year.", "dropped"),
]


@pytest.mark.parametrize(("text", "state"), STATES)
def test_undertakings_say_how_far_they_are(text: str, state: str) -> None:
    (told,) = claims(text, "undertaking")
    assert told["status"] == state


def test_an_air_route_is_a_flight() -> None:
    (told,) = claims(
        "The launch of a direct air route between Oslo and Nairobi in October was welcomed.", "undertaking"
    )
    assert "flight" in told["words"]
