"""How the table of figures is painted: headings with a small chart, and figures in two lines."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from briefreader.i18n import _, number
from briefreader.ui.delegates.figure_chart import paint_small
from briefreader.ui.delegates.grounds import begin
from briefreader.ui.delegates.lines import lines_of
from briefreader.ui.models.corrected import say_corrected
from briefreader.ui.models.dates import say_day
from briefreader.ui.models.figures import SOURCE, VALUE, FiguresModel, say_comparator, say_source
from briefreader.ui.theme import Theme

_PAD = 8
_TOP = 6
CHART = 96  # px: how wide a small chart is
_DAY = re.compile(r"\b(\d{1,2}) ([^\W\d]{3,9}) (?=\d{4}\b)")
_MONTH = re.compile(r"\b([A-Z][a-z]{2,8}) (?=\d{4}\b)")
_NUMBERS = re.compile(r"(?<=\d)([-–/])(?=\d)")
_DAYS = [date(2028, month, 28) for month in range(1, 13)]
AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def unbroken(words: str) -> str:
    """Return words in which no line ends within a date."""
    words = _MONTH.sub("\\1\u00a0", _DAY.sub("\\1\u00a0\\2\u00a0", words))
    return _NUMBERS.sub("\u2060\\1\u2060", words)  # a word joiner at both sides of the stroke


class FigureDelegate(QStyledItemDelegate):
    """Paints cells. A heading goes over the whole row: each cell of it paints its part."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def heading_height(self) -> int:
        """Return the height of a heading in logical pixels: it has one line."""
        return QFontMetrics(self._theme.font("strong")).height() + 2 * _TOP + 2

    def period_width(self) -> int:
        """Return how wide a column is in which the longest day stands in one line."""
        longest = max(QFontMetrics(self._theme.font("ui")).horizontalAdvance(say_day(each)) for each in _DAYS)
        return longest + 2 * _PAD + 2

    def height(self) -> int:
        """Return the height of the row of a figure in logical pixels."""
        return (
            sum(QFontMetrics(self._theme.font(role)).height() for role in ("strong", "small")) + 2 * _TOP + 2
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: D102
        model = index.model()
        heading = isinstance(model, FiguresModel) and model.heading(index.row()) is not None
        return QSize(80, self.heading_height() if heading else self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: D102
        model = index.model()
        assert isinstance(model, FiguresModel)
        begin(painter)
        painter.setClipRect(option.rect)
        group = model.heading(index.row())
        row = QRect(
            -self._view.horizontalScrollBar().value(), option.rect.top(), self._wide(), option.rect.height()
        )
        self._paint_ground(painter, option, row, group is not None)
        if group is not None:
            self._paint_heading(painter, row, model, group)
        else:
            self._paint_cell(painter, option, index, model)
        painter.restore()

    def _wide(self) -> int:
        return max(self._view.horizontalHeader().length(), self._view.viewport().width())

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, heading: bool
    ) -> None:
        theme, state = self._theme, option.state
        painter.fillRect(row, theme.colour("panel" if heading else "surface"))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, theme.colour("selection"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, theme.colour("hover"))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(QPointF(row.left(), row.bottom() + 0.5), QPointF(row.right(), row.bottom() + 0.5))
        if self._view.hasFocus() and self._view.currentIndex().row() == self._view.rowAt(row.center().y()):
            painter.setPen(QPen(theme.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(row).adjusted(1, 1, -1, -1))

    # -- headings -------------------------------------------------------------------------------

    def _paint_heading(self, painter: QPainter, row: QRect, model: FiguresModel, number_of: int) -> None:
        theme, group = self._theme, model.groups[number_of]
        ratio = painter.device().devicePixelRatioF()
        middle = row.center().y()
        arrow = "chevron-down" if model.is_open(number_of) else "chevron-right"
        painter.drawPixmap(row.left() + _PAD - 1, middle - 6, theme.pixmap(arrow, "text.faint", 14, ratio))
        inner = row.adjusted(_PAD + 20, 0, -_PAD, 0)
        series = model.series(number_of)
        if series is not None and row.width() >= 330:
            chart = QRectF(inner.right() - CHART, row.top() + 2, CHART, row.height() - 4)
            paint_small(painter, theme, series, chart)
            inner.setRight(inner.right() - CHART - 12)
        if model.differs(number_of):
            inner.setRight(self._paint_sign(painter, inner, _("Sources differ"), inner.width() > 260) - 10)
        painter.setFont(theme.font("strong"))
        metrics = painter.fontMetrics()
        count = number(len(group.rows))
        room = inner.width() - metrics.horizontalAdvance(count) - 12
        title = metrics.elidedText(" ".join(group.title.split()), Qt.TextElideMode.ElideRight, room)
        painter.setPen(theme.colour("text"))
        painter.drawText(inner, _LEFT, title)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text.muted"))
        painter.drawText(inner.adjusted(metrics.horizontalAdvance(title) + 8, 0, 0, 0), _LEFT, count)

    def _paint_sign(self, painter: QPainter, box: QRect, words: str, room: bool) -> int:
        """Say at the right that sources differ, in a picture alone where room is short; return its left."""
        theme = self._theme
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("warning"))
        wide = painter.fontMetrics().horizontalAdvance(words) if room else 0
        if room:
            painter.drawText(box, _RIGHT, words)
        left = box.right() - wide - 19
        picture = theme.pixmap("alert-triangle", "warning", 14, painter.device().devicePixelRatioF())
        painter.drawPixmap(left, box.center().y() - 6, picture)
        return left

    # -- figures --------------------------------------------------------------------------------

    def _paint_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, model: FiguresModel
    ) -> None:
        theme, column = self._theme, index.column()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        inner = option.rect.adjusted(_PAD, _TOP, -_PAD, -_TOP)
        strong = QFontMetrics(theme.font("strong")).height()
        first, second = self._words(model, index.row(), column)
        differs = column == VALUE and model.figures.claim(model.rows[index.row()]) is not None
        if not second and not differs:
            self._write_two_lines(painter, inner, first, "strong" if column == VALUE else "ui", chosen)
            return
        if column == VALUE and QFontMetrics(theme.font("strong")).horizontalAdvance(first) > inner.width():
            self._write_long_value(painter, inner, first, differs, chosen)
            return
        upper = QRect(inner.left(), inner.top(), inner.width(), strong)
        lower = QRect(inner.left(), inner.top() + strong + 1, inner.width(), inner.height() - strong - 1)
        self._write(painter, upper, first, "strong" if column == VALUE else "ui", "text", chosen)
        if differs:
            self._paint_differ(
                painter, lower, chosen, say_corrected(model.figures.items[model.rows[index.row()]])
            )
        else:
            self._write(painter, lower, second, "small", "text.muted", chosen)

    def _words(self, model: FiguresModel, place: int, column: int) -> tuple[str, str]:
        """Return the two lines of a cell."""
        item = model.figure(place)
        assert item is not None
        first = model.cell(place, column)
        if column == VALUE:
            return first, say_corrected(item) or say_comparator(item)
        if column == SOURCE:
            card = model.figures.card(model.rows[place])
            by = item.speaker if self._view.isColumnHidden(SOURCE - 1) else ""
            title = (card.title or _("Untitled")) if card is not None else ""
            return " ".join(title.split()), " · ".join(part for part in (by, say_source(card)) if part)
        return first, ""

    def _write(self, painter: QPainter, box: QRect, words: str, font: str, role: str, chosen: bool) -> None:
        painter.setFont(self._theme.font(font))
        painter.setPen(self._theme.colour("selection.text" if chosen else role))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, shown)

    def _write_two_lines(self, painter: QPainter, box: QRect, words: str, role: str, chosen: bool) -> None:
        if words:
            painter.setPen(self._theme.colour("selection.text" if chosen else "text"))
            said = lines_of(unbroken(words), self._theme.font(role), max(1, box.width()), 2)
            said.draw(painter, QPointF(box.topLeft()))

    def _write_long_value(
        self, painter: QPainter, box: QRect, words: str, differs: bool, chosen: bool
    ) -> None:
        """Write a value in two lines: of all in the row it is what must not be cut."""
        if differs:
            ratio = painter.device().devicePixelRatioF()
            picture = self._theme.pixmap(
                "alert-triangle", "selection.text" if chosen else "warning", 14, ratio
            )
            painter.drawPixmap(box.right() - 13, box.bottom() - 15, picture)
            box = box.adjusted(0, 0, -18, 0)
        self._write_two_lines(painter, box, words, "strong", chosen)

    def _paint_differ(self, painter: QPainter, box: QRect, chosen: bool, corrected: str) -> None:
        """Say that sources differ; if the value is a person's, only the picture says so."""
        ratio = painter.device().devicePixelRatioF()
        role = "selection.text" if chosen else "warning"
        picture = self._theme.pixmap("alert-triangle", role, 14, ratio)
        painter.drawPixmap(box.left(), box.center().y() - 6, picture)
        painter.setFont(self._theme.font("small"))
        long = _("sources differ")
        fits = painter.fontMetrics().horizontalAdvance(long) <= box.width() - 18
        words = corrected or (long if fits else _("differ"))
        self._write(painter, box.adjusted(18, 0, 0, 0), words, "small", "warning", chosen)
