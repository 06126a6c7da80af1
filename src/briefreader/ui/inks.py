"""Colours that stand out: the ink of a pale colour, strong enough for lines and small signs."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

from briefreader.ui.theme import contrast

LEAST = 4.5
"""The contrast that small signs need against their ground."""

_STEP = 0.02


def ink(colour: QColor, ground: QColor) -> QColor:
    """Return a colour of the same hue that has a contrast of LEAST or more against a ground."""
    return QColor.fromRgb(_ink(colour.rgb(), ground.rgb()))


@lru_cache(maxsize=256)
def _ink(colour: int, ground: int) -> int:
    base, behind = QColor.fromRgb(colour), QColor.fromRgb(ground)
    hue, saturation, lightness = base.hslHueF(), base.hslSaturationF(), base.lightnessF()
    if saturation > 0.15:  # a grey stays one
        saturation = max(saturation, 0.6)
    way, end = (_STEP, 1.0) if behind.lightnessF() < 0.5 else (-_STEP, 0.0)
    found = QColor.fromHslF(max(0.0, hue), saturation, lightness)
    while contrast(found, behind) < LEAST and lightness != end:
        lightness = min(1.0, max(0.0, lightness + way))
        found = QColor.fromHslF(max(0.0, hue), saturation, lightness)
    return found.rgb()
