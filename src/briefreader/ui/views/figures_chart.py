"""The large chart of the group that the table of figures stands in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from briefreader.i18n import _
from briefreader.ui.delegates.figure_chart import large_plot, paint_key, paint_large
from briefreader.ui.models.figures import FiguresModel
from briefreader.ui.models.series import Series
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.drawing_access import tell_as

_SIDE = 12


class FiguresChart(QWidget):
    """Draws one series; to assistive technology it is a sentence, and each number a row of the table."""

    chosen = Signal(int)
    """The figure (its place in the survey) whose mark was clicked."""

    def __init__(self, model: FiguresModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._group: int | None = None
        self._current: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def show_group(self, group: int | None, current: int | None) -> bool:
        """Show the series of a group with one of its figures chosen; tell whether it makes one."""
        self._group, self._current = group, current
        series = self.series
        if series is not None and group is not None:
            self.setAccessibleName(_("Chart of {measure}").format(measure=self._model.groups[group].title))
            self.setAccessibleDescription(series.words)
        self.update()
        return series is not None

    @property
    def series(self) -> Series | None:
        """Return what is drawn."""
        if self._group is None or self._group >= len(self._model.groups):
            return None
        return self._model.series(self._group)

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(420, 190)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(200, 120)

    def _box(self) -> QRectF:
        line = QFontMetricsF(self._theme.font("small")).height()
        return QRectF(self.rect()).adjusted(_SIDE, line + 14, -_SIDE, -2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as time runs
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._theme.colour("border"))
        series = self.series
        if series is None or self._group is None:
            return
        painter.setFont(self._theme.font("strong"))
        painter.setPen(self._theme.colour("text"))
        words = " ".join(self._model.groups[self._group].title.split())
        if series.unit:
            words = f"{words}, {series.unit}"
        line = QRectF(_SIDE, 7, self.width() - 2 * _SIDE, QFontMetricsF(painter.font()).height())
        figures = self._model.figures
        differ = any(figures.claim(row) is not None for point in series.points for row in point.rows)
        key = line.adjusted(
            min(painter.fontMetrics().horizontalAdvance(words), line.width() * 0.6) + 12, 0, 0, 0
        )
        line.setRight(paint_key(painter, self._theme, series, differ, key))
        painter.setFont(self._theme.font("strong"))
        painter.setPen(self._theme.colour("text"))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        paint_large(
            painter,
            self._theme,
            series,
            self._box(),
            lambda row: figures.claim(row) is not None,
            self._current,
        )

    def row_at(self, place: QPointF) -> int | None:
        """Return the figure whose mark is at a place."""
        series = self.series
        if series is None:
            return None
        plot, _levels = large_plot(series, self._box(), QFontMetricsF(self._theme.font("small")))
        point = plot.nearest(place)
        if point is None:
            return None
        return self._current if self._current in point.rows else point.row

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        row = self.row_at(event.position())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        near = self.row_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if near else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what a mark stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.row_at(QPointF(event.pos()))
            place = None if row is None else self._model.place_of(row)
            words = "" if place is None else self._model.say(place)
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        return super().event(event)


tell_as(FiguresChart, QAccessible.Role.Chart)
