from __future__ import annotations

import pytest

from extractors.quotes_of import only, quotes_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna Keller called on Congress to raise the wage.", "to raise the wage"),
        ("Anna Keller questioned whether he was fit for the post.", "whether he was fit for the post"),
        ("Anna Keller said in a letter that he was in good health.", "he was in good health"),
        ("Anna Keller said earlier that the trip was private.", "the trip was private"),
        ("Anna Keller made clear that she would not be bullied.", "she would not be bullied"),
        ("Anna Keller was quoted as saying that the troops would leave.", "the troops would leave"),
        ("Anna Keller is expected to say on Friday that the strikes go on.", "the strikes go on"),
        (
            "The tariffs, a move that Anna Keller said would hurt farmers, take effect in June.",
            "would hurt farmers",
        ),
        (
            "Anna Keller has said she would close the plant and has suggested selling it.",
            "she would close the plant",
        ),
    ],
)
def test_what_a_verb_reports(text, said):
    found = quotes_of(text)
    assert said in [each.text for each in found]
    assert {each.name for each in found} == {"Anna Keller"}


def test_who_is_encouraged_to_say_something_does_not_say_it():
    assert quotes_of("People were encouraged to suggest what the flag should mean.") == []


def test_words_in_marks_behind_a_clause_without_any():
    said = only("Anna Keller told the court that, over five months, “the child's health was failing.”")
    assert (said.text, said.kind) == ("over five months, “the child's health was failing.”", "mixed")
