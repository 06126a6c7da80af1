from __future__ import annotations

import gettext

import pytest

from briefreader import i18n
from briefreader.i18n import N_, _, number, plural


def test_words_without_a_translation_stay_as_they_are() -> None:
    assert _("Notes") == N_("Notes") == "Notes"


@pytest.mark.parametrize(
    "number, said", [(0, "0 notes"), (1, "1 note"), (2, "2 notes"), (12345, "12,345 notes")]
)
def test_counted_words(number: int, said: str) -> None:
    assert plural("{n} note", "{n} notes", number) == said


@pytest.mark.parametrize("count, said", [(0, "0"), (999, "999"), (1234567, "1,234,567"), (-1000, "-1,000")])
def test_numbers(count: int, said: str) -> None:
    assert number(count) == said


class Spaced(gettext.NullTranslations):
    """A catalogue that sets thousands apart by a thin space."""

    def pgettext(self, context: str, message: str) -> str:
        return "\u202f" if (context, message) == ("thousands separator", ",") else message


def test_a_catalogue_sets_thousands_apart_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_catalogue", Spaced())
    assert number(12345) == "12\u202f345"
    assert plural("{n} note, at least", "{n} notes, at least", 12345) == "12\u202f345 notes, at least"


def test_what_was_kept_in_english_is_said_anew() -> None:
    try:
        i18n.choose("vi")
        said = i18n.anew("The file begins with this date.")
        assert said == i18n._("The file begins with this date.") != "The file begins with this date."
        assert (i18n.anew(""), i18n.anew("of nobody’s making")) == ("", "of nobody’s making")
    finally:
        i18n.choose("en")


def test_decimals_stand_behind_the_sign_of_the_language() -> None:
    try:
        i18n.choose("ru")
        assert i18n.in_figures("-12,345.5") == "-12\u202f345,5"
    finally:
        i18n.choose("en")
    assert i18n.in_figures("-12,345.5") == "-12,345.5"
