"""The bars: solid for known days, hatched for months and years."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from briefreader.ui.models.bins import count, dated
from briefreader.ui.theme import Theme
from briefreader.ui.views.histogram_bars import paint_bars


def painted(theme: Theme, days: dict[str, int], ratio: float = 1.0, share: float = 1.0) -> QImage:
    bins = count(dated(days), 50)
    assert bins is not None
    image = QImage(round(140 * ratio), round(60 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.colour("panel"))
    width = (bins.end - bins.first) / 140

    def place(day: float) -> float:
        return (day - bins.first) / width

    end = bins.first + round((bins.end - bins.first) * share)
    painter = QPainter(image)
    paint_bars(painter, theme, bins, QRectF(0, 4, 140, 50), place, (bins.first, end))
    painter.end()
    return image


def share_of(image: QImage, colour: str) -> int:
    return sum(
        image.pixelColor(x, y).name() == colour for x in range(image.width()) for y in range(image.height())
    )


WEEK = {"2025-12-01": 4, "2025-12-03": 2, "2025-12-07": 1}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_bars_are_solid_at_any_scale(theme: Theme, ratio: float) -> None:
    image = painted(theme, WEEK, ratio)
    colours = {
        image.pixelColor(x, round(50 * ratio)).name() for x in range(image.width())
    }  # no half tones at the sides of a bar: they stand on whole pixels
    assert colours == {theme.colour("accent").name(), theme.colour("accent.soft").name()}


def test_heights_are_as_the_counts(theme: Theme) -> None:
    image = painted(theme, WEEK)
    accent = theme.colour("accent").name()
    heights = [
        sum(image.pixelColor(x, y).name() == accent for y in range(60)) for x in (10, 50, 130)
    ]  # the middles of the first, third and seventh of seven days
    assert heights[0] == pytest.approx(2 * heights[1], abs=1)
    assert heights[0] == pytest.approx(4 * heights[2], abs=2)


def test_a_vague_date_is_not_solid(theme: Theme) -> None:
    accent = theme.colour("accent").name()
    solid = share_of(painted(theme, {"2025-12-04": 1}), accent)
    vague = share_of(painted(theme, {"2025-12": 1}), accent)
    assert solid > 500
    assert vague < solid / 10


def test_what_is_not_chosen_has_another_colour(theme: Theme) -> None:
    image = painted(theme, WEEK, share=2 / 7)
    assert image.pixelColor(10, 50) == theme.colour("accent")
    assert image.pixelColor(50, 50) == theme.colour("border.strong")
