"""A value that a person has put in the place of the printed one says so."""

from __future__ import annotations

from dataclasses import replace

from briefreader.ui.models.corrected import say_corrected, say_corrected_entry
from briefreader.ui.models.sides import sides_of
from ui.matters import PARTNERSHIP, TRADE
from ui.views.dated import FIGURES


def test_a_figure_says_that_its_value_is_not_printed() -> None:
    assert say_corrected(FIGURES[0]) == ""
    assert say_corrected(replace(FIGURES[0], corrected=True)) == "corrected by hand"


def test_a_card_says_what_is_printed_instead() -> None:
    entry = replace(TRADE.entries[1], value="over $255 million")
    said = "“over $255 million” is corrected by hand; printed: “over $245 million”"
    assert say_corrected_entry(TRADE, entry) == said
    claim = replace(TRADE, entries=(TRADE.entries[0], entry), reason="")
    assert [side.corrected for side in sides_of(claim)] == ["", said]
    bare = say_corrected_entry(TRADE, replace(entry, value="$245 million"))
    assert bare == "“$245 million” is corrected by hand; printed: “over $245 million”"
    assert say_corrected_entry(TRADE, TRADE.entries[1]) == ""
    assert say_corrected_entry(PARTNERSHIP, replace(PARTNERSHIP.entries[0], value="June 2025")) == ""
