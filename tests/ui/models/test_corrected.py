"""A value that a person has put in the place of the printed one says so."""

from __future__ import annotations

from dataclasses import replace

from briefreader.ui.models.corrected import is_printed, say_corrected, say_corrected_entry
from briefreader.ui.models.sides import sides_of
from ui.matters import PARTNERSHIP, TRADE
from ui.views.dated import FIGURES


def test_spaces_and_capitals_make_no_other_value() -> None:
    assert is_printed("Over  $3 million", "It came to over $3\nmillion.")
    assert not is_printed("$4 million", "It came to over $3 million.")


def test_a_figure_says_that_its_value_is_not_printed() -> None:
    printed = replace(FIGURES[0], value="$244 million", sentence="Trade came to $244 million.")
    assert say_corrected(printed) == ""
    assert say_corrected(replace(printed, value="$254 million")) == "corrected by hand"


def test_a_card_says_what_is_printed_instead() -> None:
    entry = replace(TRADE.entries[1], value="over $255 million")
    said = "“over $255 million” is corrected by hand; printed: “over $245 million”"
    assert say_corrected_entry(TRADE, entry) == said
    claim = replace(TRADE, entries=(TRADE.entries[0], entry), reason="")
    assert [side.corrected for side in sides_of(claim)] == ["", said]
    assert say_corrected_entry(TRADE, TRADE.entries[1]) == ""
    assert say_corrected_entry(PARTNERSHIP, replace(PARTNERSHIP.entries[0], value="June 2025")) == ""
