"""What the signs of the timeline mean, in one line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefreader.i18n import N_, _
from briefreader.ui.delegates.moment_signs import paint_sign
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme

_SIGNS = (
    (N_("a day"), "plain", True, 10),
    (N_("about then"), "plain", False, 26),
    (N_("planned"), "planned", True, 10),
    (N_("inferred"), "inferred", True, 10),
    (N_("cancelled"), "cancelled", True, 10),
)
_BETWEEN = 14


class Legend(QWidget):
    """Signs with their words; those that there is no room for are in the tooltip."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        said = _(
            "A dot is a day. A bar with soft ends is a month, a year or another stretch that holds the day. "
            "Hollow signs are planned, dashed ones inferred, and one that is struck through was called off."
        )
        self.setToolTip(plain_tooltip(said))
        self.setAccessibleName(_("What the signs mean"))
        self.setAccessibleDescription(said)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(200, round(QFontMetricsF(self._theme.font("small")).height()) + 8)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as time runs
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.font("small")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        x, middle = 1.0, self.height() / 2
        for words, look, day, wide in _SIGNS:
            said = _(words)
            end = x + wide + 6 + metrics.horizontalAdvance(said)
            if end > self.width():
                return
            box = QRectF(x, middle - 6, wide, 12)
            paint_sign(painter, self._theme, "event", look, day, box)
            painter.setPen(self._theme.colour("text.muted"))
            at = QPointF(x + wide + 6, middle + (metrics.ascent() - metrics.descent()) / 2)
            painter.drawText(at, said)
            x = end + _BETWEEN
