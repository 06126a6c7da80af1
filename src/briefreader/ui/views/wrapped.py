"""Words as they are, wrapped, with some of them set off: never read as markup."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from briefreader.domain.text import Span
from briefreader.ui.delegates.lines import Lines, lines_of
from briefreader.ui.theme import Theme

_EVERY = 400  # lines: more than any passage has


def heading_font(theme: Theme) -> QFont:
    """Return the font of what a part of the window is about: between a row's and the article's title."""
    font = theme.font("title")
    font.setPixelSize(round(font.pixelSize() * 0.72))
    return font


class WrappedLabel(QLabel):
    """A label that paints its words itself; to assistive technology it is a label with plain text."""

    def __init__(
        self,
        theme: Theme,
        font: Callable[[], QFont],
        role: str = "text",
        parent: QWidget | None = None,
        most: int = _EVERY,
    ) -> None:
        super().__init__(parent)
        self._theme, self._font_of, self._role, self._most = theme, font, role, most
        self._marks: Sequence[Span] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)  # else other words take from the policy that the height follows the width
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._heights: dict[int, int] = {}  # by width: a layout asks for the same ones again and again
        theme.changed.connect(self._measure_anew)

    def say(self, words: str, marks: Sequence[Span] = ()) -> None:
        """Show other words; ``marks`` are stretches of them that stand out."""
        self._heights.clear()
        self._marks = marks
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def _measure_anew(self) -> None:
        self._heights.clear()
        self.updateGeometry()

    def _lines(self, width: int) -> Lines:
        ground = self._theme.colour("mark.hit")
        return lines_of(self.text(), self._font_of(), max(40, width), self._most, self._marks, ground)

    def heightForWidth(self, width: int) -> int:  # noqa: D102
        if width not in self._heights:
            lines = self._lines(width)
            self._heights[width] = round(lines.line * lines.count) + 3
        return self._heights[width]

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(240, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        # One line: what has more stands where there is room for it, or is scrolled.
        return QSize(60, math.ceil(QFontMetricsF(self._font_of()).height()) + 3)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setPen(self._theme.colour(self._role))
        self._lines(self.width()).draw(painter, QPointF(0, 1))
