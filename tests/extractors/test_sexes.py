from __future__ import annotations

import pytest

from briefreader.extractors._sexes import sex_fits, sex_of


@pytest.mark.parametrize(
    ("words", "pronoun", "fits"),
    [
        ({"anna", "keller"}, "she", True),
        ({"anna", "keller"}, "he", False),
        ({"keller", "spokesman"}, "she", False),
        ({"keller"}, "he", True),
        ({"anna", "keller"}, "they", True),
        ({"anna", "king"}, "he", True),  # a family name that is a title too: nothing is certain
    ],
)
def test_names_and_offices_that_speak_against_a_pronoun(words, pronoun, fits):
    assert sex_fits(words, pronoun) is fits


def test_a_word_may_tell_the_sex():
    assert [sex_of(word) for word in ("spokeswoman", "uncle", "author")] == ["she", "he", ""]
