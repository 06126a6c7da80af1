"""How an entry of the side panel is painted: headline, the source's words, small print, remarks."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from briefreader.i18n import _, number
from briefreader.ui.delegates.entry_details import detail_height, paint_detail, paint_guide
from briefreader.ui.delegates.entry_signs import (
    Placed,
    colour_ink,
    draw_colour,
    draw_signs,
    height_of,
    place_signs,
)
from briefreader.ui.delegates.entry_words import Piece, laid_out, note_piece
from briefreader.ui.delegates.grounds import begin
from briefreader.ui.models.entries import ICONS, Entry
from briefreader.ui.models.entries_model import EntriesModel
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme

MARGIN = 14
BAR = 3
PAD = 8
GAP = 2
MOST_LINES = 7
STAR = 18
LEFT = MARGIN + BAR + 9
_CHEVRON = 28  # the side of the square that a click on it may hit

Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Paints entries as cards, headings as quiet lines and details as pairs; text is always plain."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self.hovered: str | None = None
        """The key of the entry that the pointer is at in the text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a heading, an entry or a detail."""
        model = index.model()
        assert isinstance(model, EntriesModel)
        begin(painter)
        entry, detail, group = model.entry(index), model.detail(index), model.group(index)
        rect: QRect = option.rect
        if detail is not None:
            paint_guide(painter, rect, self._theme, MARGIN, BAR)
            self._ground(painter, rect.adjusted(LEFT - 12, 0, 0, 0), option, False)
            paint_detail(painter, rect, detail, self._theme, LEFT, MARGIN)
        elif entry is not None:
            self._card(painter, rect, entry, option, model.hasChildren(index))
        elif group is not None:
            icon = ICONS.get(group.kind, "notes")
            self._heading(painter, rect, group.title, len(group.entries), icon, option)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the text needs at the view's width."""
        model = index.model()
        assert isinstance(model, EntriesModel)
        width = self._width()
        detail = model.detail(index)
        if detail is not None:
            return QSize(width, detail_height(detail, self._theme, LEFT, width - MARGIN))
        entry = model.entry(index)
        if entry is None:
            return QSize(width, self._theme.font("strong").pixelSize() + 22)
        room = self._room(entry, width, model.hasChildren(index))
        height = 2.0 * PAD + height_of(self._signs(entry, room))
        for piece in self._pieces(entry):
            height += laid_out(piece, room)[1] + GAP
        return QSize(width, round(height))

    def on_chevron(self, rect: QRect, place: QPoint) -> bool:
        """Tell whether a place is on the sign that opens the entry of a row."""
        return QRect(rect.right() - _CHEVRON - 4, rect.top(), _CHEVRON + 5, _CHEVRON + 4).contains(place)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show all the words of a row that has no room for them, and what the chevron does."""
        model = index.model()
        if event.type() != QEvent.Type.ToolTip or not isinstance(model, EntriesModel):
            return super().helpEvent(event, view, option, index)
        entry = model.entry(index)
        words = ""
        if entry is not None:
            opens = model.hasChildren(index)
            if opens and self.on_chevron(option.rect, event.pos()):
                words = _("Show or hide why it was found (E)")
            elif self._cut(entry, self._room(entry, option.rect.width(), opens)):
                parts = (entry.headline, entry.text, entry.marked, entry.meta)
                words = "\n".join(part for part in parts if part)
            elif entry.kind == "key" and "…" in entry.text:
                words = " ".join(entry.facts[0].text.split())
            else:
                words = entry.marked
        QToolTip.showText(event.globalPos(), plain_tooltip(words), view)
        return True

    def _cut(self, entry: Entry, room: int) -> bool:
        """Tell whether some words of an entry have no room."""
        return any(laid_out(piece, room)[0].text() != piece.text for piece in self._pieces(entry))

    def _width(self) -> int:
        viewport = getattr(self._view, "viewport", None)
        return int(viewport().width()) if viewport is not None else 280

    @staticmethod
    def _room(entry: Entry, width: int, opens: bool) -> int:
        """Return how wide the words may be; a star or a chevron stands to their right."""
        return width - LEFT - MARGIN - (STAR if entry.starred or opens else 0)

    def _signs(self, entry: Entry, room: int) -> list[Placed]:
        return place_signs(entry.signs, self._theme, room)

    def _pieces(self, entry: Entry) -> list[Piece]:
        theme = self._theme
        pieces = []
        words = "text.muted" if entry.judged == "rejected" else "text"
        quote = entry.kind in ("quote", "unattributed", "key", "event", "agreement")
        if entry.kind == "quote":
            pieces.append(Piece(entry.text, theme.font("text"), words, MOST_LINES))
        elif entry.kind == "note":
            if entry.headline:
                pieces.append(note_piece(entry.headline, theme.font("ui"), "text", MOST_LINES))
            if entry.text:  # a note on an article as a whole has no words of the source
                pieces.append(Piece(entry.text, theme.font("text"), "text", 4))
        else:
            if entry.headline:
                pieces.append(Piece(entry.headline, theme.font("strong"), words, 3))
            if entry.text:
                role = words if quote else "text.muted"
                pieces.append(Piece(entry.text, theme.font("ui"), role, 4, entry.strong))
        if entry.meta:
            pieces.append(Piece(entry.meta, theme.font("small"), "text.muted", 2))
        return pieces

    def _ground(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, hovered: bool) -> None:
        """Paint what lies below a row that is chosen, hovered or has the keyboard."""
        state = option.state
        ground = rect.adjusted(6, 1, -6, -1)
        if state & QStyle.StateFlag.State_Selected:
            _rounded(painter, ground, self._theme.colour("selection"))
        elif state & QStyle.StateFlag.State_MouseOver or hovered:
            _rounded(painter, ground, self._theme.colour("hover"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(ground).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _card(
        self, painter: QPainter, rect: QRect, entry: Entry, option: QStyleOptionViewItem, opens: bool
    ) -> None:
        theme = self._theme
        self._ground(painter, rect, option, self.hovered in entry.keys)
        bar = QRectF(rect.left() + MARGIN, rect.top() + PAD, BAR, rect.height() - 2 * PAD)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._bar_colour(entry))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        if entry.colour:
            draw_colour(painter, theme, entry.colour, bar)
        top = float(rect.top() + PAD)
        room = self._room(entry, rect.width(), opens)
        for piece in self._pieces(entry):
            layout, height = laid_out(piece, room)
            painter.setPen(theme.colour(piece.role))
            layout.draw(painter, QPointF(rect.left() + LEFT, top))
            top += height + GAP
        draw_signs(painter, theme, self._signs(entry, room), QPointF(rect.left() + LEFT, top))
        ratio = painter.device().devicePixelRatio()
        if entry.starred:
            star = theme.pixmap("star-filled", "star", 14, ratio)
            painter.drawPixmap(rect.right() - 28, rect.top() + 6, star)
        elif opens:
            name = "chevron-down" if option.state & QStyle.StateFlag.State_Open else "chevron-right"
            chevron = theme.pixmap(name, "text.muted", 14, ratio)
            painter.drawPixmap(rect.right() - MARGIN - 12, rect.top() + PAD + 1, chevron)

    def _bar_colour(self, entry: Entry) -> QColor:
        if entry.kind == "note":
            return (
                colour_ink(self._theme, entry.colour) if entry.colour else self._theme.colour("border.strong")
            )
        if entry.judged == "rejected":
            return self._theme.colour("border.strong")
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
