from __future__ import annotations

import pytest

from briefreader.extractors._reasons import INSCRIPTION, PROVERB
from extractors.quotes_of import unattributed_in


def test_a_term():
    assert unattributed_in("The word “security” was used often at the talks.") == {"security": "term"}


def test_a_scare_quote():
    assert unattributed_in("The town is seen as the “new tiger” of the coast.") == {"new tiger": "term"}


def test_a_title():
    found = unattributed_in("The film “A Winter in Basel” opens the festival.")
    assert found == {"A Winter in Basel": "title"}


def test_a_title_by_its_capitals():
    assert unattributed_in("They came for “Summer Days in Basel” with their families.") == {
        "Summer Days in Basel": "title"
    }


def test_a_nickname():
    assert unattributed_in("Robert “Bobby” Keller won the race.") == {"Bobby": "nickname"}


def test_a_name():
    assert unattributed_in("The road is known as “the spine” by drivers.") == {"the spine": "name"}


def test_a_proverb():
    text = "There is an old Swiss proverb: “Ask the path, and you will not be lost.” It helps."
    assert unattributed_in(text) == {"Ask the path, and you will not be lost.": "proverb or motto"}


def test_speech_without_a_speaker():
    text = "The doors closed at nine.\n\n“We never wanted any of this to happen to the town.”"
    assert list(unattributed_in(text).values()) == ["no speaker"]


def test_speech_is_not_listed():
    assert unattributed_in("“The bridge will open in May,” Anna Keller said.") == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Placards reading “KEEP OUT” stood in the mud.", "KEEP OUT"),
        ("A banner over the gate said “Welcome home”.", "Welcome home"),
        ("“Here lived a poet of the town,” says the plaque on the wall.", "Here lived a poet of the town,"),
        ("“Sic transit” was engraved on the door.", "Sic transit"),
        ("The caption read “A town on fire”.", "A town on fire"),
        ("Marchers held signs saying “We want water”.", "We want water"),
    ],
)
def test_what_stands_on_a_sign_is_an_inscription(text, words):
    assert unattributed_in(text) == {words: "inscription"}


def test_who_puts_a_poster_up_says_something():
    assert unattributed_in("“The banner is ugly,” the poster of the comment wrote.") == {}


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Anna Keller, known to fans as “Big K,” won the race.", "Big K,", "name"),
        ("Farmers have dubbed the road ‘the long worm’.", "the long worm", "name"),
        ("Players call her “the Fox”.", "the Fox", "name"),
        ("Crews fought what they call a “ghost” fire.", "ghost", "term"),
        ("The choir hummed “Greensleeves”.", "Greensleeves", "title"),
        ("Anna Keller read from “Harbours”.", "Harbours", "title"),
        ("The report bears the title “Growth for All”.", "Growth for All", "title"),
        ("“Better homes, better lives” is the charity's slogan.", "Better homes, better lives", PROVERB),
    ],
)
def test_names_titles_and_mottoes(text, words, why):
    assert unattributed_in(text) == {words: why}


def test_a_proverb_in_the_next_paragraph_says_nothing_about_speech():
    text = (
        "“We are ready,” Anna Keller said in Basel. “We will not wait for the rain to end.”\n\n"
        "The slogan of her party is short."
    )
    assert unattributed_in(text) == {}


def test_what_critics_call_a_plan_is_speech():
    assert unattributed_in("Critics call the plan “a disaster”. Teachers called it “useless”.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "A boy in a “Glory to Basel” shirt ran past.",
        "He wore a T-shirt with the words “Glory to Basel”.",
        "They unrolled a banner in red, and a poster with the words “Glory to Basel”.",
    ],
)
def test_words_on_a_shirt_or_a_banner_are_an_inscription(text):
    assert unattributed_in(text)["Glory to Basel"] == INSCRIPTION
