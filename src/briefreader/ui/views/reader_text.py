"""The reader's text: a page with marks, search hits, margin signs, and what mouse and keys do on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPointF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from briefreader.domain.document import Document
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views import reader_keys
from briefreader.ui.views.reader_caret import TallCaret
from briefreader.ui.views.reader_geometry import Sight
from briefreader.ui.views.reader_layers import Layers
from briefreader.ui.views.reader_marks import Mark, MarkIndex, MarkPainter
from briefreader.ui.views.reader_page import Page
from briefreader.ui.views.reader_scene import Scene, compose
from briefreader.ui.views.reader_units import narrower, wider

_FLASH = 1200  # milliseconds
_SETTLED = 150


class Clicks:
    """Counts presses of the mouse that follow one another at one place."""

    def __init__(self) -> None:
        self._number = 0
        self._last: tuple[int, QPoint] | None = None

    def count(self, event: QMouseEvent) -> int:
        """Return the number of this press in its row."""
        when, where = event.timestamp(), event.position().toPoint()
        follows = (
            self._last is not None
            and 0 <= when - self._last[0] <= QApplication.doubleClickInterval()
            and (where - self._last[1]).manhattanLength() < QApplication.startDragDistance()
        )
        self._number = self._number + 1 if follows else 1
        self._last = (when, where)
        return self._number


class ReaderText(Page):
    """Shows one document with its marks, and tells what a person does with it.

    ``selection_changed`` brings a Span or None when the selection has come to rest; ``mark_hovered``
    a key or None; ``mark_clicked`` the keys at the place, innermost first; ``menu_requested`` the
    selected Span or None, the keys, and the place on the screen; ``size_wanted`` +1 or -1.
    """

    selection_changed = Signal(object)
    mark_hovered = Signal(object)
    mark_clicked = Signal(object)
    menu_requested = Signal(object, object, QPoint)
    size_wanted = Signal(int)
    drag_started = Signal(object)
    """The selected Span is being dragged away."""
    seen = Signal(object)
    """The span of the text that is in view, or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._marks: MarkIndex = MarkIndex()
        self._hits = MarkIndex()
        self._painter = MarkPainter(theme)
        self._scene = Scene()
        self._caret = TallCaret(self, theme)
        self._scene_key: tuple[int, ...] = ()
        self._pending: tuple[Span, bool] | None = None
        self._pressed: QPoint | None = None
        self._clicked = Clicks()
        self._grip: QPoint | None = None  # where the selection was pressed: a drag, or a click
        self._seed = 0  # where the selection began that was made wider, and how wide it is
        self._grown: Span | None = None
        self._hovered: object = None
        self._told: Span | None = None
        self._flash: Span | None = None
        self._fade = QVariantAnimation(self, duration=_FLASH, startValue=1.0, endValue=0.0)
        self._fade.valueChanged.connect(self.viewport().update)
        self._fade.finished.connect(self._end_flash)
        self._selection_timer = QTimer(self, singleShot=True, interval=_SETTLED)
        self._selection_timer.timeout.connect(self.settle_selection)
        self.selectionChanged.connect(self._on_selection)
        self.viewport().setMouseTracking(True)

    # What is shown

    def show_document(self, document: Document | None) -> None:
        """Show a document from its beginning, or nothing; marks and hits of the one before go."""
        self._flash = self._pending = None
        self._marks = MarkIndex()
        self._hits = MarkIndex()
        self._hover(None)
        super().show_document(document)
        self._refresh()
        self.settle_selection()

    def set_marks(self, marks: Iterable[Mark]) -> None:
        """Show these marks instead of the ones before."""
        self._marks = MarkIndex(marks)
        self._refresh()

    def set_layers(self, layers: Layers) -> None:
        """Show these marks instead of the ones before; their kinds can come and go at once."""
        self._marks = layers
        self._refresh()

    def set_hits(self, spans: Sequence[Span], current: Span | None = None) -> None:
        """Show these passages as found, one of them as the current one."""
        words = _("Found here")
        self._hits = MarkIndex(
            Mark(span, "mark.hit.current" if span == current else "mark.hit", "background", None, words)
            for span in spans
        )
        self._refresh()

    def go_to(self, span: Span, flash: bool = True, passing: bool = False) -> None:
        """Bring a passage to the upper third of the view, opening folds over it, or in ``passing`` only."""
        if not self.isVisible():
            self._pending = (span, flash)
        self.bring_up(span, passing)
        if flash and self.isVisible():
            self.flash(span)

    def flash(self, span: Span) -> None:
        """Wash a passage with colour that fades; it stands still where nothing may move."""
        self._fade.stop()
        self._flash = span
        still = self._theme.still
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(1.0 if still else 0.0)
        self._fade.setEasingCurve(QEasingCurve.Type.InQuad)
        self._fade.start()
        self.viewport().update()

    def select(self, span: Span) -> None:
        """Select a span, widened to whole characters, without scrolling."""
        super().select(span)
        self.settle_selection()

    def widen_selection(self) -> None:
        """Select the sentence at the caret or around what is selected; the next time its paragraph."""
        self.bring_caret()
        selected = self.selected_span()
        if selected is None or selected != self._grown:
            self._seed = self.caret if selected is None else selected.start
        self._take(wider(self.words, selected, self.caret))

    def narrow_selection(self) -> None:
        """Select less again: the sentence, the word, nothing."""
        selected = self.selected_span()
        if selected is None:
            return
        if selected != self._grown:
            self._seed = selected.start
        less = narrower(self.words, selected, self._seed)
        if less is None:
            self.put_caret(self._seed)
            self.settle_selection()
        self._take(less)

    def _take(self, span: Span | None) -> None:
        if span is not None:
            self.select(span)
        self._grown = self.selected_span()

    def words_at(self, place: QPoint) -> str:
        """Return what the marks at a place of the viewport are, in words, one a line."""
        point = self._page_point(place)
        if fold := self._scene.fold_at(point):
            if not fold.closed:
                return _("Fold again: {what}").format(what=fold.fold.label)
            hidden = " ".join(fold.fold.span.of(self._shown.text).split())
            return _("Folded: {text}").format(text=hidden[:400])
        words = [mark.label for mark in self._scene.marks_at(point) if mark.label]
        return "\n".join(dict.fromkeys(words))

    def notes_at(self, place: QPoint) -> list[object]:
        """Return the keys of the marks whose sign of a note is at a place of the viewport."""
        point = self._page_point(place)
        signs = [each for each in self._scene.glyphs if each.rect.contains(point)]
        return [mark.key for each in signs for mark in each.marks if mark.style == "note"]

    # What Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks, then the text, then what lies above it."""
        self._compose()
        origin = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter = QPainter(self.viewport())
        painter.translate(origin)
        self._scene.paint_under(painter, self._painter)
        self._paint_flash(painter)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(origin)
        self._scene.paint_over(painter, self._painter, self._theme)
        if origin.y() < 0:  # a line says that there is more above
            painter.resetTransform()
            painter.fillRect(0, 0, self.viewport().width(), 1, self._theme.colour("border"))
        painter.resetTransform()
        self._caret.paint(painter, self._type.size)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Go where one was sent before there was a layout."""
        super().showEvent(event)
        if self._pending is not None:
            (span, flash), self._pending = self._pending, None
            self.go_to(span, flash)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, select, fold; single letters and digits are left to the window."""
        text = event.text()
        modified = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
            | Qt.KeyboardModifier.AltModifier
            | Qt.KeyboardModifier.MetaModifier
        )
        if event.key() == Qt.Key.Key_Space:
            event.setAccepted(reader_keys.press(self, event))
        elif text.isprintable() and text.strip() and not modified:
            event.ignore()
        elif not reader_keys.press(self, event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, ask for another text size."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        if event.angleDelta().y():
            self.size_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a selection, or a drag of what is selected."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            count = self._clicked.count(event)
            if count == 3:
                self.widen_selection()
                return
            if count == 1 and not event.modifiers() and self._over_selection(self._pressed):
                self._grip = self._pressed
                return
            if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.put_caret(self.caret)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word; a third click takes the sentence, a fourth its paragraph."""
        if event.button() == Qt.MouseButton.LeftButton and self._clicked.count(event) == 4:
            self._pressed = event.position().toPoint()
            self.widen_selection()
        else:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection, or tell what was clicked; a click into the selection gives it up."""
        if self._grip is not None:
            self._grip = None
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        self.settle_selection()
        if event.button() != Qt.MouseButton.LeftButton or pressed is None or self._told is not None:
            return
        place = event.position().toPoint()
        if (place - pressed).manhattanLength() < QApplication.startDragDistance():
            self._click(self._page_point(place))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which mark is under the pointer, or that the selection is being dragged."""
        if self._grip is not None:
            moved = (event.position().toPoint() - self._grip).manhattanLength()
            span = self.selected_span()
            if moved >= QApplication.startDragDistance() and span is not None:
                self._grip = self._pressed = None
                self.drag_started.emit(span)
            return
        super().mouseMoveEvent(event)
        if event.buttons():
            return
        point = self._page_point(event.position().toPoint())
        keys = self._keys_at(point)
        self._hover(keys[0] if keys else None)
        hand = self._scene.fold_at(point) is not None or self._scene.on_glyph(point)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that no mark is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(None)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in words what is under the pointer."""
        if not (isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip):
            return super().viewportEvent(event)
        QToolTip.showText(event.globalPos(), plain_tooltip(self.words_at(event.pos())), self)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu on the selection and the marks here."""
        self._pressed = None  # the menu takes the release of the button
        place = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.cursorRect().center()
        keys = self._keys_at(self._page_point(place))
        self.menu_requested.emit(self.selected_span(), keys, self.viewport().mapToGlobal(place))
        event.accept()

    # Within

    def _over_selection(self, place: QPoint) -> bool:
        """Tell whether a place of the viewport is on selected words."""
        cursor, at = self.textCursor(), self.cursorForPosition(place).position()
        return cursor.hasSelection() and cursor.selectionStart() <= at < cursor.selectionEnd()

    def _compose(self) -> None:
        """Find what is seen, unless nothing has changed since."""
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        key = (self._version, top, height, self._page_width)
        if key != self._scene_key:
            self._scene_key = key
            self._scene = compose(self.document(), self._shown, (self._marks, self._hits), top, top + height)
            self.seen.emit(self._scene.seen)

    def _refresh(self) -> None:
        self._scene_key = ()
        self.viewport().update()

    def _paint_flash(self, painter: QPainter) -> None:
        if self._flash is None:
            return
        top = self.verticalScrollBar().value()
        start, end = self._shown.range_of(self._flash)
        seen = Sight(self.document(), top, top + self.viewport().height()).strips(start, end)
        self._painter.wash(painter, seen, float(self._fade.currentValue()))

    def _end_flash(self) -> None:
        self._flash = None
        self.viewport().update()

    def _page_point(self, place: QPoint) -> QPointF:
        """Return the place of the page under a place of the viewport."""
        self._compose()
        return QPointF(
            place.x() + self.horizontalScrollBar().value(), place.y() + self.verticalScrollBar().value()
        )

    def _keys_at(self, point: QPointF) -> list[object]:
        keys = [mark.key for mark in self._scene.marks_at(point) if mark.key is not None]
        return list(dict.fromkeys(keys))

    def _click(self, point: QPointF) -> None:
        if place := self._scene.fold_at(point):
            self._toggle(place.fold)
        elif keys := self._keys_at(point):
            self.mark_clicked.emit(keys)

    def _hover(self, key: object) -> None:
        if key != self._hovered:
            self._hovered = key
            self.mark_hovered.emit(key)

    def _on_selection(self) -> None:
        if self._pressed is None:
            self._selection_timer.start()

    def settle_selection(self) -> None:
        """Tell at once what is selected now, without waiting for a pause."""
        self._selection_timer.stop()
        span = self.selected_span()
        if span != self._told:
            self._told = span
            self.selection_changed.emit(span)
