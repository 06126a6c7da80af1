"""How a document is painted in the list: as a card with title, outlet, date, marks and snippet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefreader.domain.query import Row
from briefreader.domain.text import Span
from briefreader.i18n import _, number
from briefreader.ui.delegates.grounds import begin
from briefreader.ui.delegates.lines import Lines, lines_of
from briefreader.ui.models.dates import say_published
from briefreader.ui.models.documents import RowRole, SnippetRole
from briefreader.ui.theme import Theme

_SIDE = 6  # px outside the rounded ground of a card
_GUTTER = 20  # px left of the text, for the dot of the unread
_RIGHT = 12
_TOP = 9
_ICON = 14
_TITLE_LINES = 2
_SNIPPET_LINES = 2

AnyIndex = QModelIndex | QPersistentModelIndex


class DocumentDelegate(QStyledItemDelegate):
    """Paints a card; every card has the same height, which follows the fonts."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self) -> int:
        """Return the height of a card in logical pixels."""
        small, title, body = (
            QFontMetrics(self._theme.font(role)).height() for role in ("small", "strong", "small")
        )
        return 2 * _TOP + small + 4 + _TITLE_LINES * title + 3 + _SNIPPET_LINES * body

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: D102
        return QSize(200, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: D102
        row: Row | None = index.data(RowRole)
        begin(painter)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, selected)
        inner = option.rect.adjusted(_SIDE + _GUTTER, _TOP, -_SIDE - _RIGHT, -_TOP)
        if row is None:
            self._paint_absent(painter, inner)
        else:
            self._paint_card(painter, inner, row, index.data(SnippetRole), selected)
        painter.restore()

    # -- the ground ---------------------------------------------------------------------------

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, selected: bool) -> None:
        box = QRectF(option.rect.adjusted(_SIDE, 2, -_SIDE, -2))
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection" if selected else "hover"))
            painter.drawRoundedRect(box, 8, 8)
        else:
            y = option.rect.bottom() + 0.5
            painter.setPen(QPen(self._theme.colour("border"), 1))
            painter.drawLine(QPointF(box.left() + _GUTTER, y), QPointF(box.right() - _RIGHT, y))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)

    def _paint_absent(self, painter: QPainter, inner: QRect) -> None:
        """Paint where the words will stand."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hover"))
        for place, share in ((2, 0.45), (24, 0.95), (42, 0.7), (66, 0.85)):
            painter.drawRoundedRect(QRectF(inner.left(), inner.top() + place, inner.width() * share, 9), 4, 4)

    # -- what is on it ------------------------------------------------------------------------

    def _paint_card(
        self,
        painter: QPainter,
        inner: QRect,
        row: Row,
        found: tuple[str, Sequence[Span]] | None,
        selected: bool,
    ) -> None:
        strong = self._theme.colour("selection.text" if selected else "text")
        muted = self._theme.colour("selection.text" if selected else "text.muted")
        small = self._theme.font("small")
        top = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(small).height())
        if not row.read:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawEllipse(QPointF(inner.left() - 11, top.center().y() + 0.5), 4, 4)
        top.setRight(self._paint_marks(painter, top, row, selected))
        painter.setFont(small)
        painter.setPen(muted)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, said_in_line(row, QFontMetrics(small), top.width()))

        title_font = self._theme.font("ui" if row.title_how == "made" else "strong")
        room = QRectF(inner).adjusted(0, top.height() + 4, 0, 0)
        title = lines_of(row.title or _("Untitled"), title_font, room.width(), _TITLE_LINES)
        painter.setPen(strong)
        title.draw(painter, room.topLeft())
        line = max(title.line, QFontMetrics(self._theme.font("strong")).height())
        room.setTop(room.top() + line * title.count + 3)
        snippet = self._snippet(row, found, small, room)
        painter.setPen(muted)
        snippet.draw(painter, room.topLeft())

    def _snippet(
        self, row: Row, found: tuple[str, Sequence[Span]] | None, font: QFont, room: QRectF
    ) -> Lines:
        text, spans = found if found is not None else (not_said(row.title, row.snippet), ())
        fitting = max(1, int((room.height() + 2) // QFontMetrics(font).height()))
        return lines_of(text, font, room.width(), fitting, spans, self._theme.colour("mark.hit"))

    def _paint_marks(self, painter: QPainter, top: QRect, row: Row, selected: bool) -> int:
        """Paint the marks from the right; return where they begin."""
        ratio = painter.device().devicePixelRatioF()
        metrics = QFontMetrics(self._theme.font("small"))
        painter.setFont(self._theme.font("small"))
        role = "selection.text" if selected else "text.muted"
        right = top.right()
        y = top.center().y() - _ICON // 2 + 1
        marks = (
            ("star-filled", "star", row.starred, False),
            ("note", role, row.notes, True),
            ("highlight", role, row.highlights, True),
            ("star", role, row.stars, True),
        )
        for icon, colour, count, counted in marks:
            if not count:
                continue
            if counted:
                words = number(count)
                right -= metrics.horizontalAdvance(words)
                painter.setPen(self._theme.colour(role))
                painter.drawText(
                    QRect(right, top.top(), 200, top.height()), Qt.AlignmentFlag.AlignLeft, words
                )
                right -= 1
            right -= _ICON
            painter.drawPixmap(right, y, self._theme.pixmap(icon, colour, _ICON, ratio))
            right -= 5
        return right


def not_said(title: str, snippet: str) -> str:
    """Return a snippet without what the title above it says already; a made title is its beginning."""
    stem = title.rstrip(" .…")
    if stem and snippet.startswith(stem):
        rest = snippet[len(stem) :]
        more = rest.lstrip(" ,;:.!?—–-")
        snippet = f"… {more}" if rest[:1] not in ".!?" and more else more
    return snippet.lstrip(" .,;:!?")


def said_in_line(row: Row, metrics: QFontMetrics, width: int) -> str:
    """Return outlet and date in one line; where room is short the outlet is cut, not the date."""
    date = say_published(row.published)
    outlet = row.outlet
    if not outlet:
        return metrics.elidedText(date, Qt.TextElideMode.ElideRight, width)
    behind = f" · {date}"
    room = width - metrics.horizontalAdvance(behind)
    if room < metrics.horizontalAdvance("WW…"):
        return metrics.elidedText(date, Qt.TextElideMode.ElideRight, width)
    return metrics.elidedText(outlet, Qt.TextElideMode.ElideRight, room) + behind
