"""A claim is painted within its row at every width, in every state."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from briefreader.ui.delegates.claim import ClaimDelegate, fitted_values
from briefreader.ui.models.claims import ClaimsModel
from briefreader.ui.theme import Theme
from ui.matters import CLAIMS, DISMISSED


def painted(theme: Theme, row: int, width: int, selected: bool = False) -> QImage:
    delegate, model = ClaimDelegate(theme), ClaimsModel()
    model.show(CLAIMS)
    option = QStyleOptionViewItem()
    option.rect = QRect(10, 10, width - 20, delegate.height())
    option.state = QStyle.StateFlag.State_Selected if selected else QStyle.StateFlag.State_None
    image = QImage(width, delegate.height() + 20, QImage.Format.Format_ARGB32)
    image.fill(theme.colour("panel"))
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(row, 0))
    painter.end()
    return image


@pytest.mark.parametrize("width", [240, 420, 900])
@pytest.mark.parametrize("row", range(len(CLAIMS)))
def test_nothing_is_painted_outside_the_row(theme: Theme, row: int, width: int) -> None:
    image = painted(theme, row, width)
    ground = theme.colour("panel")
    edges = [(x, y) for x in range(width) for y in (4, image.height() - 5)]
    edges += [(x, y) for y in range(image.height()) for x in (5, width - 5)]
    assert all(image.pixelColor(x, y) == ground for x, y in edges)


def test_a_decision_and_a_choice_are_seen(theme: Theme) -> None:
    usual = painted(theme, 0, 500)
    assert usual != painted(theme, 0, 500, selected=True)
    assert usual != painted(theme, CLAIMS.index(DISMISSED), 500)


def test_of_two_long_values_the_second_is_seen_as_well(theme: Theme) -> None:
    metrics = QFontMetricsF(theme.font("ui"))
    long = "“The envoys signed the papers in the town hall during a trip that ended on Friday”"
    said = fitted_values((("", long), (" ≠ ", "“a four-day trip”"), (" · ", "“more”")), metrics, 320.0)
    assert "“a four-day trip”" in said
    assert said.index("…") < said.index("≠")
    both = fitted_values((("", long), (" ≠ ", long)), metrics, 320.0)
    assert both.startswith("“The envoys") and " ≠ “The envoys" in both
    assert metrics.horizontalAdvance(both) <= 324
    assert fitted_values((("", "“one”"), (" ≠ ", "“two”")), metrics, 320.0) == "“one” ≠ “two”"
