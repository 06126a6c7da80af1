from __future__ import annotations

import pytest

from briefreader.extractors._offices import fit, is_personal, is_somebodys, sort_of_noun


@pytest.mark.parametrize(
    ("noun", "sort"),
    [
        ("minister", "office"), ("officials", "office"), ("spokeswoman", "office"), ("teacher", "office"),
        ("ministry", "group"), ("police", "group"), ("report", "text"), ("statement", "text"),
        ("visit", "event"), ("talks", "event"), ("weather", "other"), ("she", "pronoun"),
    ],
)  # fmt: skip
def test_what_sort_of_speaker_a_noun_names(noun, sort):
    assert sort_of_noun(noun) == sort


def test_the_same_office_in_other_words():
    assert fit("the Secretary of State", "State Secretary of the Security Council") > 2


def test_a_leader_is_a_president_of_that_country():
    assert fit("the Norwegian leader", "President of Norway") > fit(
        "the Norwegian leader", "President of Chile"
    )


def test_another_ministry_is_another_minister():
    assert fit("the Minister of Agriculture", "Foreign Minister") < 1


def test_a_prime_minister_is_not_the_minister():
    assert fit("the minister", "Prime Minister") == 0


def test_short_titles():
    assert fit("the Ohio governor", "Gov. of Ohio") > 2


@pytest.mark.parametrize("words", ["an aide to the minister", "the minister's wife", "the deputy minister"])
def test_who_stands_beside_an_office_does_not_hold_it(words):
    assert fit(words, "the minister") == 0


def test_a_firm_is_no_person_and_a_relative_is_somebodys():
    assert [is_personal(word) for word in ("author", "teacher", "insurer", "ministry", "women")] == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert is_somebodys("sister")
    assert not is_somebodys("governor")
