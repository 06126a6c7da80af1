from __future__ import annotations

import pytest

from briefreader.extractors._sexes import sex_of, sex_of_person


@pytest.mark.parametrize(
    ("name", "offices", "pronoun"),
    [
        ("Anna Keller", (), "she"),
        ("Peter Brandt", (), "he"),
        ("Keller", ("spokesman",), "he"),
        ("Keller", (), ""),
        ("Anna King", (), "she"),  # a family name that is a title too
        ("Anna Keller", ("spokesman of the bank",), ""),  # nothing is certain
        ("José María Ruiz", (), "he"),  # the first name that tells
        ("Jean-Luc Moreau", (), "he"),
        ("Đorđe Anić", (), ""),
        ("Ümmühan Demir", (), ""),
        ("Oluwaseun Adeyemi", (), "he"),
        ("Thandiwe Dlamini", (), "she"),
        ("Keiko Tanaka", (), "she"),
        ("Yıldız Kaya", (), ""),
        ("Ms Brandt", (), "she"),
    ],
)
def test_the_pronoun_of_a_person(name, offices, pronoun):
    assert sex_of_person(name, offices) == pronoun


def test_a_word_may_tell_the_sex():
    assert [sex_of(word) for word in ("spokeswoman", "uncle", "author")] == ["she", "he", ""]
