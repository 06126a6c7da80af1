"""How an entity is painted in the list of names, and what is known of it in lists below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefreader.domain.register import Entity
from briefreader.i18n import plural
from briefreader.ui.delegates.grounds import begin, paint_ground
from briefreader.ui.delegates.lines import lines_of
from briefreader.ui.models.people import KINDS, CountsRole, EntityRole, say_kind, say_spellings
from briefreader.ui.models.people_lines import Line, LineRole
from briefreader.ui.theme import Theme

_SIDE = 6  # px outside the rounded ground of a row
_PAD = 12
_TOP = 8
_GAP = 3
_ICON = 16
_LEAST = 90  # px that the words at the left keep before those at the right are left out

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _both(
    painter: QPainter, box: QRectF, left: str, right: str,
    fonts: tuple[QFont, QFont], colours: tuple[str, str], theme: Theme,
) -> None:  # fmt: skip
    """Paint words at the left, elided, and others at the right, in one line."""
    metrics = QFontMetricsF(fonts[1])
    wide = metrics.horizontalAdvance(right)
    if right and box.width() - wide - 10 >= _LEAST:
        painter.setFont(fonts[1])
        painter.setPen(theme.colour(colours[1]))
        painter.drawText(box, _RIGHT, right)
        box = box.adjusted(0, 0, -wide - 10, 0)
    painter.setFont(fonts[0])
    painter.setPen(theme.colour(colours[0]))
    shown = QFontMetricsF(fonts[0]).elidedText(
        " ".join(left.split()), Qt.TextElideMode.ElideRight, box.width()
    )
    painter.drawText(box, _LEFT, shown)


class PersonDelegate(QStyledItemDelegate):
    """Paints name and office, mentions and spellings in two lines."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self) -> int:
        """Return the height of a row in logical pixels."""
        strong, small = (QFontMetrics(self._theme.font(role)).height() for role in ("strong", "small"))
        return 2 * _TOP + strong + _GAP + small

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: D102
        return QSize(200, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: D102
        entity: Entity | None = index.data(EntityRole)
        if entity is None:
            return
        theme = self._theme
        begin(painter)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, theme, option, _SIDE, _PAD)
        inner = QRectF(option.rect.adjusted(_SIDE + _PAD, _TOP, -_SIDE - _PAD, -_TOP))
        muted = "selection.text" if selected else "text.muted"
        icon = next((icon for kind, _many, _one, icon in KINDS if kind == entity.kind), "user")
        pixmap = theme.pixmap(icon, muted, _ICON, painter.device().devicePixelRatioF())
        painter.drawPixmap(round(inner.left()), round(inner.center().y() - _ICON / 2), pixmap)
        inner.setLeft(inner.left() + _ICON + 10)
        strong, small = theme.font("strong"), theme.font("small")
        mentions, documents = index.data(CountsRole)
        top = QRectF(inner.left(), inner.top(), inner.width(), QFontMetricsF(strong).height())
        if entity.decided:
            right = top.right() - _ICON
            mark = theme.pixmap("pencil", muted, 14, painter.device().devicePixelRatioF())
            painter.drawPixmap(round(right + 2), round(top.center().y() - 7), mark)
            top.setRight(right - 4)
        words = plural("{n} mention", "{n} mentions", mentions)
        ink = "selection.text" if selected else "text"
        _both(painter, top, entity.name, words, (strong, small), (ink, muted), theme)
        below = QRectF(
            inner.left(), top.bottom() + _GAP, inner.width(), inner.bottom() - top.bottom() - _GAP + 1
        )
        counted = f"{plural('{n} document', '{n} documents', documents)} · {say_spellings(entity)}"
        _both(painter, below, say_kind(entity), counted, (small, small), (muted, muted), theme)
        painter.restore()


class LineDelegate(QStyledItemDelegate):
    """Paints a line with its text below it, in at most so many lines of text."""

    def __init__(self, theme: Theme, most: int, role: str = "small", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._most, self._role = theme, most, role

    def height(self) -> int:
        """Return the height of a row in logical pixels."""
        head = QFontMetrics(self._theme.font("strong")).height()
        text = QFontMetricsF(self._theme.font(self._role)).height()
        return round(2 * _TOP + head + _GAP + self._most * text)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: D102
        return QSize(200, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: D102
        line: Line | None = index.data(LineRole)
        if line is None:
            return
        theme = self._theme
        begin(painter)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, theme, option, _SIDE, _PAD)
        inner = QRectF(option.rect.adjusted(_SIDE + _PAD, _TOP, -_SIDE - _PAD, -_TOP))
        ink, muted = ("selection.text",) * 2 if selected else ("text", "text.muted")
        passage = self._role == "text"
        fonts = (theme.font("small" if passage else "strong"), theme.font("small"))
        top = QRectF(inner.left(), inner.top(), inner.width(), QFontMetricsF(theme.font("strong")).height())
        _both(painter, top, line.head, line.meta, fonts, (muted if passage else ink, muted), theme)
        words = "…" if line.waiting else line.text
        font = theme.font(self._role)
        laid = lines_of(words, font, inner.width(), self._most, line.marks, theme.colour("mark.hit"))
        # What is marked stands on a ground of its own, on which only the usual ink is sure to be read.
        painter.setPen(theme.colour("text" if passage or line.marks else muted))
        inner.setTop(top.bottom() + _GAP)
        laid.draw(painter, inner.topLeft())
        painter.restore()
