from __future__ import annotations

import pytest

from briefreader.extractors._attribution import Credit, expects_attribution, is_sentence, words_in
from briefreader.extractors._attribution_before import before
from briefreader.extractors._attribution_behind import behind
from briefreader.extractors._attribution_stated import stated_by
from briefreader.extractors._cast import Cast
from briefreader.extractors._prose import Prose
from extractors.quotes_of import only, quotes_of, reading_of


def cast_of(text: str) -> tuple[Prose, Cast]:
    """Return the words of a text and the people in it."""
    reading = reading_of(text)
    prose = Prose(reading)
    return prose, Cast(prose, reading.mentions)


def told(credit: Credit | None, text: str) -> tuple[str, str] | None:
    """Return the rule of a credit and the word or name that it gives."""
    if credit is None:
        return None
    named = credit.named.of(text) if credit.named is not None else ""
    return credit.rule, credit.head.text if credit.head is not None else named


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("“The ice will hold,” Anna Keller said.", ("behind", "Keller")),
        ("“The ice will hold,” said Anna Keller.", ("behind", "Keller")),
        ("“The ice will hold,” according to Anna Keller.", ("according to", "Keller")),
        ("“The ice will hold all winter.” — Anna Keller", ("signed", "Anna Keller")),
        ("“The ice will hold,” and then it broke.", None),
    ],
)
def test_an_attribution_behind(text, credit):
    prose, cast = cast_of(text)
    assert told(behind(prose, cast, prose.stretches[0]), text) == credit


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Anna Keller said: “The ice will hold.”", ("before", "Keller")),
        ("Anna Keller, head of the office: “The ice will hold.”", ("colon", "Anna Keller")),
        ("Anna Keller, head of the office:\n“The ice will hold.”", ("line above", "Anna Keller")),
        ("In the words of Anna Keller, “the ice will hold all winter.”", ("in the words of", "Keller")),
        ("Anna Keller said she had read the book “The Ice Will Hold.”", None),
    ],
)
def test_an_attribution_before(text, credit):
    prose, cast = cast_of(text)
    assert told(before(prose, cast, prose.stretches[0]), text) == credit


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("This was stated by Anna Keller on Friday.", ("next sentence", "Keller")),
        ("The remarks were made by Anna Keller on Friday.", ("next sentence", "Keller")),
        ("The house was built by Anna Keller on Friday.", None),
        ("This was built by Anna Keller on Friday.", None),
    ],
)
def test_a_sentence_that_credits_the_one_before(text, credit):
    prose, _ = cast_of(text)
    assert told(stated_by(prose, prose.sentences[0]), text) == credit


def test_what_reads_like_speech():
    prose, _ = cast_of("“The ice will hold,” and “cold water” and “Go!”")
    assert [is_sentence(prose, each) for each in prose.stretches] == [True, False, True]
    assert [words_in(prose, each) for each in prose.stretches] == [4, 2, 1]
    assert [expects_attribution(prose, each) for each in prose.stretches] == [True, False, True]


def test_as_somebody_put_it():
    said = only("“You need not like him,” as Anna Keller, a nurse from Ohio, put it.")
    assert (said.text, said.name) == ("You need not like him", "Anna Keller")


def test_a_title_before_a_clause_of_its_own():
    said = quotes_of("In the new book, “Fire Line,” Anna Keller claims that aides ignored the orders.")
    assert [each.text for each in said] == ["aides ignored the orders"]


def test_the_subject_of_the_main_clause_speaks_behind_a_colon():
    said = only("When the moderator pressed her, Anna Keller shot back: “You are wrong, wrong.”")
    assert said.name == "Anna Keller"


def test_a_past_tense_that_was_taken_for_a_participle():
    said = quotes_of("“They came for us,” Anna Keller, 34, recalled through an interpreter. “We ran.”")
    assert [(each.text, each.name) for each in said] == [
        ("They came for us", "Anna Keller"),
        ("We ran.", "Anna Keller"),
    ]


def test_what_stands_behind_an_inverted_attribution_is_no_report():
    said = only("“I was spinning,” said Anna Keller, among the drivers sent sliding when they hit the ice.")
    assert said.text == "I was spinning"


def test_a_subject_of_a_clause_beside_does_not_speak_behind_a_colon():
    said = only("Asked if he had rung the bank, the candidate demurred: “I don't want to say.”")
    assert said.speaker == "the candidate"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Anna Keller's answer was brief: “Wait for us.”", "Wait for us.", "Anna Keller"),
        ("Anna Keller came late. Her message was plain: “Stay home.”", "Stay home.", "Anna Keller"),
        ("Asked about it, Peter Brandt's reaction was one word: “Nonsense.”", "Nonsense.", "Peter Brandt"),
        ("Anna Keller's words to the farmers: “Wait for us.”", "Wait for us.", "Anna Keller"),
        ("“Rubbish.” That was Peter Brandt's comment on the plan.", "Rubbish.", "Peter Brandt"),
        ("Keller, 34, a baker: “They never paid us.”", "They never paid us.", "Keller"),
        ("“They never paid us”: Peter Brandt, baker.", "They never paid us", "Peter Brandt"),
    ],
)
def test_whose_reply_the_marks_are(text, words, name):
    said = quotes_of(text)
    assert [(each.text, each.kind, each.name) for each in said] == [(words, "direct", name)]


@pytest.mark.parametrize(
    "text",
    ["The rule was plain: “No dogs.”", "The wall is Anna Keller's answer to the flood: “steel in the mud”."],
)
def test_what_is_nobodys_reply(text):
    assert quotes_of(text) == []


def test_speech_behind_dashes_goes_on():
    said = quotes_of("— In the mud, — Anna Keller answered. — Where else would I be?")
    assert [(each.text, each.name) for each in said] == [
        ("In the mud", "Anna Keller"),
        ("Where else would I be?", "Anna Keller"),
    ]


@pytest.mark.parametrize("verb", ["tweeted", "posted on X", "wrote on Facebook", "replied"])
def test_few_words_behind_a_colon_are_said_where_they_are_sent(verb):
    (said,) = quotes_of(f"Anna Keller {verb}: “Well done”.")
    assert (said.text, said.kind, said.name) == ("Well done", "direct", "Anna Keller")
