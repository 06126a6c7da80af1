from __future__ import annotations

import pytest

from extractors.quotes_of import quotes_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "It was, Anna Keller said, the proudest day of her life.",
            ["It was", "the proudest day of her life"],
        ),
        ("There is, Anna Keller argues, no other way.", ["There is", "no other way"]),
        (
            "What he meant, Anna Keller explained, was that the rules would change.",
            ["What he meant", "was that the rules would change"],
        ),
        ("Populism, Anna Keller argued, was here to stay.", ["Populism", "was here to stay"]),
        ("Mr. Brandt, Anna Keller said, will probably lose.", ["Mr. Brandt", "will probably lose"]),
        (
            "It was unclear, Anna Keller said, whether the fire was set.",
            ["It was unclear", "whether the fire was set"],
        ),
        (
            "Voters, Anna Keller said in Iowa, “are hungry for a fight.”",
            ["Voters", "are hungry for a fight."],
        ),
        (
            "The order, Anna Keller wrote, “shocks the conscience” and must be blocked.",
            ["The order", "“shocks the conscience” and must be blocked"],
        ),
        (
            "That's a problem, said Anna Keller, because more farmers vote now.",
            ["That's a problem", "because more farmers vote now"],
        ),
        ("Not so fast, said Anna Keller.", ["Not so fast"]),
        ("On Tuesday, Anna Keller said, the plan would fail.", ["the plan would fail"]),
        ("Anna Keller, the mayor, said that the plan would fail.", ["the plan would fail"]),
    ],
)
def test_a_sentence_that_a_reporting_clause_cuts_open(text, parts):
    said = quotes_of(text)
    assert [each.text for each in said] == parts
    assert {each.name for each in said} == {"Anna Keller"}


def test_another_clause_behind_a_semicolon_is_not_said():
    said = quotes_of("The work, Anna Keller said, had been “dull but safe”; the town was silent.")
    assert [each.text for each in said] == ["The work", "had been “dull but safe”"]


def test_it_was_says_nothing_and_the_marks_behind_it_do():
    said = quotes_of("It was, Peter Brandt said, “a gift to thieves”.")
    assert [(each.text, each.kind, each.name) for each in said] == [
        ("a gift to thieves", "direct", "Peter Brandt")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Asked whether he would go, Anna Keller replied: “Yes.”", ["Yes."]),
        ("Asked about the plan, Anna Keller said it was dead.", ["it was dead"]),
        ("Did he go, Anna Keller asked.", ["Did he go"]),
        ("Had he known, Anna Keller said, he would stay.", ["Had he known", "he would stay"]),
    ],
)
def test_what_somebody_was_asked_is_not_what_they_said(text: str, said: list[str]) -> None:
    assert [each.text for each in quotes_of(text)] == said
