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


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Anna Keller met Otto Brandt in Oslo on Monday.", "met"),
        ("The summit in Minsk was cancelled.", "summit"),
    ],
)
def test_an_event_says_by_which_word_it_was_known(text, word):
    assert [fact.data["why"] for fact in events(text)] == [f"“{word}” tells of an event"]


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


def event_of(text: str, published: str = "2024-05-14"):
    (fact,) = events(text, published)
    return fact


@pytest.mark.parametrize(
    ("text", "when", "where"),
    [
        ("President Xi Jinping will visit Paris on June 6.", "2024-06-06", "Paris"),
        ("President Xi Jinping is to visit Paris on June 6.", "2024-06-06", "Paris"),
        ("President Xi Jinping plans to visit Paris on June 6.", "2024-06-06", "Paris"),
        ("Prime Minister Jonas Berg is expected to arrive in Lima on Friday.", "2024-05-17", "Lima"),
        ("Chancellor Anna Weiss arrives in Oslo on Friday.", "2024-05-17", "Oslo"),
        ("President Milei will meet Elon Musk in Washington next week.", "2024-W21", "Washington"),
    ],
)
def test_what_lies_ahead(text, when, where):
    fact = event_of(text)
    assert fact.text == text.rstrip(".")
    assert (fact.when, fact.data["where"], fact.data["status"]) == (when, where, "planned")


@pytest.mark.parametrize(
    "text",
    [
        "President Xi Jinping may visit Paris on June 6.",
        "President Xi Jinping did not visit Paris on May 6.",
        "Jonas Berg was not arrested in Rome.",
        "Jonas Berg could be arrested in Rome.",
        "President Xi Jinping visits schools.",
    ],
)
def test_what_did_not_happen_or_only_may_is_no_event(text):
    assert events(text, "2024-05-14") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A second trial opens next Wednesday.", "planned"),
        ("The funeral will take place in Tallinn on June 12.", "planned"),
        ("The next meeting is on June 10.", "planned"),
        ("The trial of Daniel Duggan opens in Sydney on June 17.", "planned"),
        ("A magnitude 6.3 earthquake struck off Sumatra on Friday.", "held"),
        ("An explosion shook the harbour on Monday.", "held"),
        ("Talks in Doha on a truce were called off on Thursday.", "cancelled"),
    ],
)
def test_an_event_on_its_day_is_a_whole_clause(text, status):
    fact = event_of(text)
    assert fact.text == text.rstrip(".")
    assert fact.data["status"] == status
    assert fact.when


def test_called_off_is_cancelled():
    assert event_of("The G7 summit in Italy has been called off.").data["status"] == "cancelled"


@pytest.mark.parametrize(
    "text",
    [
        "Police detained 12 activists in Tbilisi.",
        "A Dutch court sentenced a former minister on Friday.",
        "Two trains collided in Cairo late on Thursday.",
        "Gunmen kidnapped 20 pupils from a school in Kaduna state.",
        "The museum was opened by Queen Beatrix in Amsterdam on 13 April 2013.",
        "Protesters stormed the parliament in Skopje on Sunday.",
    ],
)
def test_verbs_of_force_need_no_named_subject(text):
    assert event_of(text).text == text.rstrip(".")


def test_countries_act_and_speakers_do_not():
    assert event_of("Talks between Serbia and Kosovo began in Brussels in 2011.").data["who"] == [
        "Serbia",
        "Kosovo",
    ]
    drill = event_of("South Korea and the United States began a joint military exercise last Monday.")
    assert drill.data["who"] == ["South Korea", "United States"]
    for text in (
        "The foreign ministers of Serbia and Kosovo met in Vienna on Monday.",
        "Delegations from Serbia and Kosovo held talks in Vienna on Monday.",
    ):
        assert event_of(text).data["who"] == ["Serbia", "Kosovo"]
    fire = event_of("A fire at a hotel in Bolu killed 14 guests, said Ali Yerlikaya.")
    assert fire.data["who"] == []


def test_a_place_that_is_visited():
    assert event_of("Jonas Berg visited Paris on May 6.").data["where"] == "Paris"


@pytest.mark.parametrize(
    ("text", "what", "status"),
    [
        ("The floods are the worst since 2010.", None, ""),
        ("The guild cancelled a summit that had been set for Thursday.", "cancelled a summit", "cancelled"),
        ("Peru and Chile have agreed to resume talks next month.", "to resume talks next month", "planned"),
        ("They last met on January 17.", "They last met on January 17", "held"),
        ("A new wing will open on July 12.", "A new wing will open on July 12", "planned"),
        (
            "Talks on a text were called off hours before they were due to start on Thursday.",
            "Talks on a text were called off",
            "cancelled",
        ),
        (
            "Floods that began in April have killed 30 people.",
            "Floods that began in April have killed 30 people",
            "held",
        ),
    ],
)
def test_events_told_in_passing(text, what, status):
    found = [(fact.text, fact.data["status"]) for fact in events(text, "2024-05-14")]
    assert found == ([(what, status)] if what else [])


def test_a_plea_and_a_relative_clause_are_no_events():
    assert events("Jonas Berg pleaded with him.") == []
    assert events("They read the page, which attacked members in Rome.") == []


def test_a_year_in_the_name_of_an_event_is_its_day():
    (fact,) = events("He left the city after the 2014 protests.", "2024-05-14")
    assert fact.when == "2014"


def test_what_was_launched_on_a_day_is_an_event_whoever_did_it():
    ferry = event_of("A night ferry was launched between Split and Ancona in October.")
    assert (ferry.when, ferry.data["status"]) == ("2023-10", "held")
    assert events("A night ferry was launched.") == []
