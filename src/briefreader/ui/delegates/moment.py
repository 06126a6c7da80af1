"""How a row of the timeline's list is painted: when, its sign, what it is about, the words, the source."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefreader.domain.survey import Moment
from briefreader.i18n import _
from briefreader.ui.delegates.grounds import begin
from briefreader.ui.delegates.lines import lines_of
from briefreader.ui.delegates.moment_signs import paint_sign
from briefreader.ui.models.moments import MomentsModel, look, repeats, say_copies, say_source, say_when
from briefreader.ui.theme import Theme

_SIDE = 6
_PAD = 7
_SIGN = 18
AnyIndex = QModelIndex | QPersistentModelIndex


class MomentDelegate(QStyledItemDelegate):
    """Paints moments; each date is said at its first row, and again at the top of what is seen."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self) -> int:
        """Return the height of every row in logical pixels."""
        strong, body, small = (
            QFontMetrics(self._theme.font(role)).height() for role in ("strong", "ui", "small")
        )
        return 2 * _PAD + strong + body + small + 2

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: D102
        return QSize(240, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: D102
        model = index.model()
        assert isinstance(model, MomentsModel)
        moment = model.moment(index.row())
        rect: QRect = option.rect
        begin(painter)
        # A row that is cut off above leaves its date to the next one.
        begins = model.begins(index.row()) or rect.top() <= 0 < rect.bottom() - rect.height() // 2
        self._paint_ground(painter, option, rect, model.begins(index.row()))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        inner = rect.adjusted(_SIDE + 10, _PAD, -_SIDE - 10, -_PAD)
        column = date_column(rect.width())
        if begins:
            self._paint_date(painter, QRect(inner.left(), inner.top(), column, inner.height()), moment)
        left = inner.left() + column + 8
        line = QFontMetrics(self._theme.font("strong")).height()
        box = QRectF(left, inner.top(), _SIGN, line)
        paint_sign(painter, self._theme, moment.lane, look(moment), moment.first == moment.last, box)
        words = QRect(left + _SIGN + 8, inner.top(), inner.right() - left - _SIGN - 8, inner.height())
        source = (say_copies(model.copies(index.row())), say_source(model.source(index.row()), moment))
        self._paint_words(painter, words, moment, " · ".join(filter(None, source)), selected)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, begins: bool
    ) -> None:
        box = QRectF(rect).adjusted(_SIDE, 1, -_SIDE, -1)
        if begins and rect.top() > 0:
            painter.setPen(QPen(self._theme.colour("border"), 1))
            painter.drawLine(
                QPointF(box.left() + 10, rect.top() + 0.5), QPointF(box.right() - 10, rect.top() + 0.5)
            )
        selected = option.state & QStyle.StateFlag.State_Selected
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if selected else "hover"))
            painter.drawRoundedRect(box, 7, 7)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 1.5))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_date(self, painter: QPainter, box: QRect, moment: Moment) -> None:
        painter.setPen(self._theme.colour("text"))
        said = lines_of(say_when(moment), self._theme.font("strong"), box.width(), 3)
        said.draw(painter, QPointF(box.topLeft()))

    def _paint_words(
        self, painter: QPainter, box: QRect, moment: Moment, source: str, selected: bool
    ) -> None:
        muted = "selection.text" if selected else "text.muted"
        status = {"planned": _("planned"), "cancelled": _("cancelled")}.get(look(moment), "")
        published = moment.lane == "published"
        passage = "" if published else " ".join(moment.text.split())
        label, colour = " ".join(moment.label.split()), "selection.text" if selected else "text"
        rows = [("strong", colour, label), ("ui", muted, passage), ("small", muted, source)]
        top = box.top()
        if repeats(moment) and not (published or status):
            # There is nothing else to say of it: what it is about has both lines.
            font = self._theme.font("strong")
            painter.setPen(self._theme.colour(colour))
            lines_of(label, font, box.width(), 2).draw(painter, QPointF(box.topLeft()))
            top += sum(QFontMetrics(self._theme.font(role)).height() + 1 for role in ("strong", "ui"))
            rows = rows[2:]
        for role, colour, words in rows:
            font = self._theme.font(role)
            metrics = QFontMetrics(font)
            if not words:
                continue
            painter.setFont(font)
            painter.setPen(self._theme.colour(colour))
            line = QRect(box.left(), top, box.width(), metrics.height())
            if role == "strong" and status:
                line.setRight(self._paint_status(painter, line, status, muted) - 8)
                painter.setFont(font)
                painter.setPen(self._theme.colour(colour))
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            top += metrics.height() + 1

    def _paint_status(self, painter: QPainter, line: QRect, status: str, role: str) -> int:
        """Write at the right that something is still to come or was called off; return where it begins."""
        font = self._theme.font("small")
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, status)
        return line.right() - QFontMetrics(font).horizontalAdvance(status)


def date_column(width: int) -> int:
    """Return how wide the column of dates is in a list of some width."""
    return min(150, max(92, width // 5))
