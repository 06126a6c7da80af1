"""A handle of the date histogram."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from briefreader.ui.theme import Theme

GRIP = 8  # px: half the width of a handle
_FAR = 5  # bins


class Handle(QSlider):
    """One end of the chosen range.

    It is a slider, so that assistive technology reads and sets its value, the days from the start
    of the axis; it paints itself as a line with a grip, and leaves the mouse to the histogram.
    """

    stepped = Signal(str, int, bool)
    """Which handle, by how many bins; days if the last is true."""
    moved = Signal(str, object)
    """Which handle, and the day (an ordinal) that it is to stand at."""

    def __init__(self, parent: QWidget, theme: Theme, which: str) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._which = which
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.valueChanged.connect(self._set)

    def show_at(self, day: int, days: int) -> None:
        """Take a value without telling anybody."""
        self.blockSignals(True)
        self.setRange(0, days)
        self.setValue(day)
        self.blockSignals(False)

    def stand(self, x: float, plot: QRectF) -> None:
        """Stand at a place of the histogram."""
        self.setGeometry(round(x) - GRIP, round(plot.top()) - 4, 2 * GRIP, round(plot.height()) + 4 + GRIP)

    def _set(self, value: int) -> None:
        bins = getattr(self.parent(), "bins", None)
        if bins is not None:
            self.moved.emit(self._which, bins.first + value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step a bin, five with Ctrl, a day with Shift; Home and End go to the ends."""
        key, held = event.key(), event.modifiers()
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.setValue(self.minimum() if key == Qt.Key.Key_Home else self.maximum())
            return
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1,
            Qt.Key.Key_PageDown: -_FAR, Qt.Key.Key_PageUp: _FAR,
        }  # fmt: skip
        by = steps.get(Qt.Key(key))
        if by is None:
            event.ignore()
            return
        if held & Qt.KeyboardModifier.ControlModifier and abs(by) == 1:
            by *= _FAR
        self.stepped.emit(self._which, by, bool(held & Qt.KeyboardModifier.ShiftModifier))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self._theme.colour("accent")
        centre = QPointF(GRIP, self.height() - GRIP)
        painter.setPen(QPen(accent, 2))
        painter.drawLine(QPointF(GRIP, 0), centre)
        painter.setBrush(self._theme.colour("accent" if self.hasFocus() else "surface"))
        painter.drawEllipse(centre, 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 1))
            painter.drawEllipse(centre, 7.5, 7.5)
