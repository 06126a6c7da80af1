"""Inks: strong enough on every ground, of the same hue, and never the same for two colours."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from briefreader.domain.annotation import COLOURS
from briefreader.ui.inks import LEAST, ink
from briefreader.ui.theme import Theme, contrast


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_ink_stands_out_from_the_page(theme: Theme, name: str) -> None:
    theme.choose(name)
    page = theme.colour("surface")
    inks = [ink(theme.colour(f"highlight.{colour}"), page) for colour in COLOURS]
    assert min(contrast(each, page) for each in inks) >= LEAST
    assert len({each.name() for each in inks}) == len(COLOURS)


@pytest.mark.parametrize("ground", ["#000000", "#ffffff", "#f4ecd8"])
@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#808080", "#ffe98a"])
def test_there_is_an_ink_for_any_colour_on_any_ground(colour: str, ground: str) -> None:
    assert contrast(ink(QColor(colour), QColor(ground)), QColor(ground)) >= LEAST
