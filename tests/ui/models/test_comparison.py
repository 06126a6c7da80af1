"""How two articles compare, in words."""

from __future__ import annotations

from briefreader.domain.text import Span
from briefreader.library.comparing import Comparison, Difference, Pair
from briefreader.ui.models.comparison import quoted, say_difference, say_keys, say_pair, say_summary

PAIR = Pair(Span(0, 3), Span(0, 3), ("Trade",), "differ")
DIFFERENCE = Difference(Span(0, 3), Span(4, 7), 0, 4)


def test_how_much_is_the_same() -> None:
    near = Comparison("a", "b", 0.999, True, (PAIR,), (DIFFERENCE,))
    assert say_summary(near) == "99 % the same; 1 difference · 1 passage corresponds"
    assert say_summary(Comparison("a", "b", 1.0, True)) == "100 % the same; no differences"
    assert say_summary(Comparison("a", "b", 0.1, False, (PAIR, PAIR))) == "2 passages correspond"
    assert say_summary(Comparison("a", "b")) == "No passages of the two articles correspond."
    assert "different languages" in say_summary(Comparison("a", "b", languages=True))
    assert say_summary(Comparison("a", "a", 1.0, True)) == "The same article stands on both sides."


def test_the_keys_that_lead_on() -> None:
    assert say_keys(Comparison("a", "b", pairs=(PAIR,))) == "F8: next passages that correspond"
    assert "F9" in say_keys(Comparison("a", "b", near=True, differences=(DIFFERENCE,)))
    assert say_keys(Comparison("a", "b")) == "Ctrl+Alt+C compares with another article"


def test_why_passages_correspond() -> None:
    assert say_pair(PAIR) == "the two differ – Trade"
    assert say_pair(Pair(Span(0, 1), Span(0, 1))) == "the same wording"
    many = Pair(Span(0, 1), Span(0, 1), ("A", "B", "C", "D"), "agree")
    assert say_pair(many) == "both say the same – A; B and 2 more"


def test_what_differs() -> None:
    assert say_difference(DIFFERENCE, 0, 2, "one", "two six") == (
        "Difference 1 of 2: “one” – in the second article “six”"
    )
    alone = Difference(None, Span(0, 3), 3, 0)
    assert say_difference(alone, 1, 2, "one", "two six") == (
        "Difference 2 of 2: only in the second article: “two”"
    )
    assert say_difference(alone.turned(), 1, 2, "two six", "one") == (
        "Difference 2 of 2: only in the first article: “two”"
    )


def test_long_words_are_shortened() -> None:
    text = "word " * 60
    assert len(quoted(Span(0, 290), text)) < 90
    assert quoted(Span(0, 290), text).endswith(" …”")
    assert quoted(None, text) == ""
