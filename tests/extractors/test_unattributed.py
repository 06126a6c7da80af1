from __future__ import annotations

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
