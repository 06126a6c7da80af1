"""One note beside the text: shown with its little markup, edited in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from briefreader.domain.annotation import Annotation
from briefreader.i18n import _
from briefreader.library.light_markup import plain
from briefreader.ui.inks import ink
from briefreader.ui.light_text import LightText, light_text
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme

PAD, BAR = 8, 3
MOST_LINES = 10
_FIELD = 120  # pixels: the height of the field in which a note is written


class NoteField(QPlainTextEdit):
    """The field of a note: Ctrl+Enter saves, Esc leaves."""

    saved = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save, leave, or type."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.saved.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class MarginNote(QWidget):
    """A card with a note. ``saved`` brings what was written; ``left`` says that Esc was pressed."""

    saved = Signal(str)
    left = Signal()
    resized = Signal()

    def __init__(self, annotation: Annotation, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.annotation = annotation
        self._laid: LightText | None = None
        self._laid_for: tuple[object, ...] = ()
        self.field: NoteField | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_annotation(annotation)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show the annotation as it is now; what is being written stays."""
        self.annotation = annotation
        quoted = f"“{' '.join(annotation.exact.split())[:80]}”"
        said = " – ".join(filter(None, (plain(annotation.note), quoted)))
        self.setAccessibleName(_("Note: {words}").format(words=said))
        self.setAccessibleDescription(_("Enter edits the note."))
        self.update()

    @property
    def writing(self) -> bool:
        """Tell whether the note is being edited."""
        return self.field is not None

    def height_for(self, width: int) -> int:
        """Return the height that the note needs in a width."""
        if self.field is not None:
            return _FIELD
        return round(self._text(width).height) + 2 * PAD

    def edit(self, typed: str | None = None) -> None:
        """Open the field for the note, with what was typed before if that could not be stored."""
        if self.field is None:
            self.field = NoteField(self.annotation.note if typed is None else typed, self)
            self.field.setAccessibleName(_("Note"))
            keys = _("Ctrl+Enter saves, Esc leaves everything as it was.")
            self.field.setAccessibleDescription(keys)
            self.field.setPlaceholderText(keys)
            self.field.setTabChangesFocus(True)
            self.field.saved.connect(self.save)
            self.field.left.connect(self._leave)
            self.field.moveCursor(QTextCursor.MoveOperation.End)
            self.field.show()
            self.resized.emit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Close the field and tell what was written, if it is other than before."""
        if self.field is not None:
            words = self.field.toPlainText().strip()
            self._close()
            if words != self.annotation.note:
                self.saved.emit(words)

    def _leave(self) -> None:
        self._close()
        self.left.emit()

    def _close(self) -> None:
        field, self.field = self.field, None
        if field is not None:
            had = field.hasFocus()
            field.hide()
            field.deleteLater()
            if had:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resized.emit()
        self.update()

    # What Qt calls

    def resizeEvent(self, _event: QEvent) -> None:
        """Let the field fill the card."""
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and the note."""
        self._fit()
        theme, box = self._theme, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "border"), 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(box, 6, 6)
        colour = self.annotation.colour or self.annotation.underline
        page = theme.colour("surface")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(theme.colour(f"highlight.{colour}"), page) if colour else theme.colour("accent"))
        painter.drawRoundedRect(QRectF(1, 4, BAR, self.height() - 8), 1.5, 1.5)
        if self.field is None:
            text = self._text(self.width())
            painter.setPen(theme.colour("text"))
            text.layout.draw(painter, QPointF(PAD + BAR, PAD))
            if text.cut:
                right = self.rect().adjusted(0, 0, -PAD, -1)
                painter.setPen(theme.colour("text.muted"))
                painter.drawText(right, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, "…")
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter, go back to the text with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Edit with a click."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.edit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the card has the keyboard."""
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Say in the tooltip where a link leads, or all of a note that has no room."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self._text(self.width())
            words = text.link_at(QPointF(event.pos()) - QPointF(PAD + BAR, PAD))
            if not words and text.cut:
                words = plain(self.annotation.note)[:2000]
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        return super().event(event)

    def _fit(self) -> None:
        if self.field is not None:
            self.field.setGeometry(self.rect().adjusted(BAR + 2, 2, -2, -2))

    def _text(self, width: int) -> LightText:
        """Return the note laid out for a width of the card."""
        key = (self.annotation.note, width, self._theme.name, self._theme.font("ui").pixelSize())
        if self._laid is None or key != self._laid_for:
            room = max(20, width - 2 * PAD - BAR)
            font = self._theme.font("ui")
            self._laid = light_text(self.annotation.note, font, self._theme, room, MOST_LINES)
            self._laid_for = key
        return self._laid
