"""How an entry of the side panel is painted: headline, the source's words, small print."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefreader.i18n import number
from briefreader.ui.models.entries import ICONS, EntriesModel, Entry
from briefreader.ui.theme import Theme

MARGIN = 14
BAR = 3
PAD = 8
GAP = 2
MOST_LINES = 7
STAR = 18


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    font: QFont
    role: str
    lines: int


class EntryDelegate(QStyledItemDelegate):
    """Paints entries as cards and headings as quiet lines; text is always plain."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self.hovered: str | None = None
        """The key of the entry that the pointer is at in the text."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a heading or an entry."""
        model = index.model()
        assert isinstance(model, EntriesModel)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry = model.entry(index)
        rect: QRect = option.rect
        if entry is None:
            group = model.group(index)
            assert group is not None
            self._heading(
                painter, rect, group.title, len(group.entries), ICONS.get(group.kind, "notes"), option
            )
        else:
            self._card(painter, rect, entry, option)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height that the text needs at the view's width."""
        model = index.model()
        assert isinstance(model, EntriesModel)
        width = self._width()
        entry = model.entry(index)
        if entry is None:
            return QSize(width, self._theme.font("strong").pixelSize() + 22)
        height = 2.0 * PAD
        for piece in self._pieces(entry):
            height += _laid_out(piece, self._room(entry, width))[1] + GAP
        return QSize(width, round(height))

    def _width(self) -> int:
        viewport = getattr(self._view, "viewport", None)
        return int(viewport().width()) if viewport is not None else 280

    @staticmethod
    def _left() -> int:
        return MARGIN + BAR + 9

    def _room(self, entry: Entry, width: int) -> int:
        """Return how wide the words may be; a star stands to their right."""
        return width - self._left() - MARGIN - (STAR if entry.starred else 0)

    def _pieces(self, entry: Entry) -> list[_Piece]:
        theme = self._theme
        pieces = []
        quote = entry.kind in ("quote", "unattributed", "key", "event", "agreement")
        if entry.kind == "quote":
            pieces.append(_Piece(entry.text, theme.font("text"), "text", MOST_LINES))
        elif entry.kind == "note":
            if entry.headline:
                pieces.append(_Piece(entry.headline, theme.font("strong"), "text", MOST_LINES))
            pieces.append(_Piece(entry.text, theme.font("text"), "text", 4))
        else:
            if entry.headline:
                pieces.append(_Piece(entry.headline, theme.font("strong"), "text", 3))
            if entry.text:
                role = "text" if quote else "text.muted"
                pieces.append(_Piece(entry.text, theme.font("ui"), role, 4))
        if entry.meta:
            pieces.append(_Piece(entry.meta, theme.font("small"), "text.muted", 2))
        return pieces

    def _card(self, painter: QPainter, rect: QRect, entry: Entry, option: QStyleOptionViewItem) -> None:
        theme = self._theme
        state = option.state
        ground = rect.adjusted(6, 1, -6, -1)
        if state & QStyle.StateFlag.State_Selected:
            _rounded(painter, ground, theme.colour("selection"))
        elif state & QStyle.StateFlag.State_MouseOver or self.hovered in entry.keys:
            _rounded(painter, ground, theme.colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(ground).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        bar = QRectF(rect.left() + MARGIN, rect.top() + PAD, BAR, rect.height() - 2 * PAD)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._bar_colour(entry))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        top = float(rect.top() + PAD)
        for piece in self._pieces(entry):
            layout, height = _laid_out(piece, self._room(entry, rect.width()))
            painter.setPen(theme.colour(piece.role))
            layout.draw(painter, QPointF(rect.left() + self._left(), top))
            top += height + GAP
        if entry.starred:
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(
                rect.right() - 28, rect.top() + 6, theme.pixmap("star-filled", "star", 14, ratio)
            )

    def _bar_colour(self, entry: Entry) -> QColor:
        if entry.kind == "note":
            return self._theme.colour(f"highlight.{entry.colour}" if entry.colour else "border.strong")
        if entry.kind == "quote":
            return self._theme.colour("mark.quote.line")
        return self._theme.colour(f"mark.{entry.kind}")

    def _heading(
        self, painter: QPainter, rect: QRect, title: str, count: int, icon: str, option: QStyleOptionViewItem
    ) -> None:
        theme = self._theme
        state = option.state
        painter.fillRect(rect, theme.colour("panel"))
        font = theme.font("small")
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        ratio = painter.device().devicePixelRatio()
        middle = rect.center().y()
        opened = bool(state & QStyle.StateFlag.State_Open)
        arrow = "chevron-down" if opened else "chevron-right"
        painter.drawPixmap(rect.left() + 8, middle - 6, theme.pixmap(arrow, "text.faint", 14, ratio))
        painter.drawPixmap(rect.left() + 26, middle - 7, theme.pixmap(icon, "text.muted", 16, ratio))
        painter.setPen(theme.colour("text.muted"))
        said = number(count)
        space = painter.fontMetrics().horizontalAdvance(said) + 8
        words = rect.adjusted(48, 0, -MARGIN - space, 0)
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        right = rect.adjusted(0, 0, -MARGIN, 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(rect).adjusted(4.5, 2.5, -4.5, -2.5), 5, 5)


def _rounded(painter: QPainter, rect: QRect, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(rect), 6, 6)


def _laid_out(piece: _Piece, width: int) -> tuple[QTextLayout, float]:
    """Lay out a text in at most so many lines, the last one elided; return it with its height."""
    layout = QTextLayout(piece.text, piece.font)
    options = QTextOption()
    options.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(options)
    height, cut = _break(layout, piece.lines, width)
    if cut is not None:
        layout.setText(piece.text[:cut].rstrip(" ,;:—–-") + "…")
        height, _cut = _break(layout, piece.lines, width)
    return layout, height


def _break(layout: QTextLayout, lines: int, width: int) -> tuple[float, int | None]:
    layout.beginLayout()
    height = 0.0
    cut: int | None = None
    for row in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
        if row == lines - 1 and line.textStart() + line.textLength() < len(layout.text()):
            cut = max(1, line.textStart() + line.textLength() - 4)
    layout.endLayout()
    return height, cut
