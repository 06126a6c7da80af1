"""The little markup of notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.library.light_markup import Run, plain, runs


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("plain", [Run("plain")]),
        ("a **b** c", [Run("a "), Run("b", bold=True), Run(" c")]),
        ("*b* and _c_", [Run("b", italic=True), Run(" and "), Run("c", italic=True)]),
        ("__b__", [Run("b", bold=True)]),
        ("***b***", [Run("b", bold=True, italic=True)]),
        ("*a **b** c*", [Run("a ", italic=True), Run("b", bold=True, italic=True), Run(" c", italic=True)]),
        ("**a *b***", [Run("a ", bold=True), Run("b", bold=True, italic=True)]),
        ("2 * 3 * 4", [Run("2 * 3 * 4")]),
        ("snake_case_name", [Run("snake_case_name")]),
        (r"\*no\*", [Run("*no*")]),
        (r"*a\*b*", [Run("a*b", italic=True)]),
        ("**open", [Run("**open")]),
        ("<b>x</b> &amp;", [Run("<b>x</b> &amp;")]),
        ("Việt *Nam* 😀", [Run("Việt "), Run("Nam", italic=True), Run(" 😀")]),
    ],
)
def test_words_in_bold_and_italic(note: str, shown: list[Run]) -> None:
    assert list(runs(note)) == shown


def test_links_show_where_they_lead() -> None:
    there = "https://example.org/a_(b)"
    assert runs(f"see [the report]({there}).") == (
        Run("see "), Run("the report", link=there), Run(f" ({there})", link=there), Run("."),
    )  # fmt: skip
    assert runs("at http://example.org/x_y_z.") == (
        Run("at "), Run("http://example.org/x_y_z", link="http://example.org/x_y_z"), Run("."),
    )  # fmt: skip


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x.org"]
)
def test_other_addresses_are_no_links(address: str) -> None:
    assert all(not run.link for run in runs(f"[click]({address})"))
    assert plain(f"[click]({address})") == f"[click]({address})"


def test_an_address_that_turns_the_writing_is_no_link() -> None:
    assert all(not run.link for run in runs("[a](https://example.org/\u202egro.live)"))


def test_lists_have_bullets_and_numbers() -> None:
    assert runs("- one\n  * **two**\n3. three") == (
        Run("• ", bullet=True), Run("one\n"), Run("\u2003• ", bullet=True), Run("two", bold=True), Run("\n"),
        Run("3. ", bullet=True), Run("three"),
    )  # fmt: skip
    assert plain("-5 % and - 6") == "-5 % and - 6"


def test_a_very_long_note_is_taken_as_it_is() -> None:
    note = "*a " * 20_000
    assert runs(note) == (Run(note),)


@given(st.text(alphabet=st.sampled_from("ab *_[]()\\\n-1.h😀é<>&"), max_size=60))
def test_whatever_is_written_loses_nothing_but_its_signs(note: str) -> None:
    letters = [each for each in note if each.isalnum() or each in "<>&"]
    assert [each for each in plain(note) if each.isalnum() or each in "<>&"] == letters


@given(st.text(alphabet=st.characters(exclude_characters="*_[]\\-+•:", exclude_categories=["Nd", "Cs"])))
def test_what_has_no_signs_is_shown_as_it_is(note: str) -> None:
    assert plain(note) == note
