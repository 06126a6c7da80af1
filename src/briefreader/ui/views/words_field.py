"""A field for an author's own sentence, in which citations stand as small signs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPyTextObject,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefreader.domain.decision import Passage
from briefreader.domain.outline import CITED
from briefreader.domain.text import Utf16Map, canonical
from briefreader.ui.adding import LINES, wanted_in
from briefreader.ui.cited_words import CITED_WORDS, CitedWords, carried, cited_words_in
from briefreader.ui.theme import Theme

_CHIP = QTextFormat.ObjectTypes.UserObject.value + 1
_NUMBER = QTextFormat.Property.UserProperty.value + 1
_LABEL = QTextFormat.Property.UserProperty.value + 2
_WAIT_MS = 10  # from the first letter that is not told yet: the pages follow while somebody types
_UNDOES = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class _Chips(QPyTextObject):
    """Paints the signs of citations."""

    def __init__(self, theme: Theme, parent: QTextDocument) -> None:
        super().__init__(parent)
        self._theme = theme

    def intrinsicSize(self, _doc: QTextDocument, _place: int, format: QTextFormat) -> QSizeF:
        metrics = _metrics(self._theme)
        return QSizeF(metrics.horizontalAdvance(str(format.property(_LABEL))) + 12, metrics.height() + 2)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, _doc: QTextDocument, _place: int, format: QTextFormat
    ) -> None:
        theme, rect = self._theme, QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("border.strong"))
        painter.setBrush(theme.colour("chip"))
        painter.drawRoundedRect(rect.adjusted(2.5, 0.5, -2.5, -0.5), 5, 5)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("accent"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(format.property(_LABEL)))
        painter.restore()


class WordsField(QTextEdit):
    """Plain words, as high as they need, with citations that can be clicked but not typed.

    Places are code points. Its own undo is off: the window's takes back what was written here.
    """

    written = Signal(str, object)
    """The text, and for each sign in it which citation it was, or the Passage if it was pasted."""
    citation_clicked = Signal(int)
    """The number of a citation, from 0 on, as it was when the words were set."""
    entered = Signal()
    """Enter was pressed: a new line is wanted."""
    emptied = Signal()
    """Backspace was pressed while there are no words."""
    stepped = Signal(int)
    """The caret wants to leave, upwards (-1) or downwards (1)."""
    dropped = Signal(object, int)
    """What was dropped into the words (adding.Wanted), and the place."""
    focused = Signal()

    def __init__(self, theme: Theme, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels: list[str] = []
        self._passages: tuple[Passage, ...] = ()
        self._pasted: list[Passage] = []  # their signs are numbered on from those that were set
        self._told: tuple[str, tuple[int, ...]] = ("", ())
        self._pressed = -1
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("words")
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(4)
        self._chips = _Chips(theme, self.document())
        self.document().documentLayout().registerHandler(_CHIP, self._chips)
        self.takes_citations = False
        self._later: tuple[str, Sequence[str], Sequence[Passage]] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self.flush)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self.textChanged.connect(self._wait)
        theme.changed.connect(self._dress)
        self._dress()

    # -- words and citations ------------------------------------------------------------------------

    def set_words(self, text: str, labels: Sequence[str] = (), passages: Sequence[Passage] = ()) -> None:
        """Show other words, with a label for each citation; what is shown already stays as it is.

        With the passages cited, citations can be copied and pasted. What is being typed and was not told
        yet goes before: other words wait until it is.
        """
        if self._timer.isActive() and self.words() != self._told:
            self._later = (text, labels, passages)
            return
        same = list(labels) == self._labels and not self._pasted
        self._passages = tuple(passages)
        if (text, tuple(range(len(labels)))) == self.words() and same:
            self._told = self.words()
            return
        place = self.caret
        self._labels, self._pasted = list(labels), []
        blocked = self.blockSignals(True)
        self.clear()
        cursor = self.textCursor()
        plain, number = QTextCharFormat(), 0
        for index, piece in enumerate(text.split(CITED)):
            if index:
                cursor.insertText(CITED, self._chip(number))
                number += 1
            cursor.insertText(piece, plain)
        self.blockSignals(blocked)
        self._told = self.words()
        self.put_caret(min(place, len(text)))
        self._fit()

    def words(self) -> tuple[str, tuple[int, ...]]:
        """Return the text, and which citation each sign in it is."""
        text, kept = _words_within(self.document(), 0, self.document().characterCount())
        return canonical(text), tuple(kept)

    def _wait(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Tell at once what was written, if it is other than was told before."""
        self._timer.stop()
        now, later = self.words(), self._later
        self._later = None
        if now == self._told and later is not None:
            self.set_words(*later)
        elif now != self._told:
            self._told = now
            text, numbers = now
            known = len(self._labels) - len(self._pasted)
            self.written.emit(text, tuple(n if n < known else self._pasted[n - known] for n in numbers))

    @property
    def caret(self) -> int:
        """Return the place of the caret."""
        return Utf16Map(self.words()[0]).from_qt(self.textCursor().position())

    def put_caret(self, place: int) -> None:
        """Put the caret at a place."""
        cursor = self.textCursor()
        cursor.setPosition(min(Utf16Map(self.words()[0]).to_qt(place), self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _chip(self, number: int) -> QTextCharFormat:
        chip = QTextCharFormat()
        chip.setObjectType(_CHIP)
        chip.setProperty(_NUMBER, number)
        chip.setProperty(_LABEL, self._labels[number] if number < len(self._labels) else "?")
        chip.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        return chip

    def citation_at(self, place: QPointF) -> int:
        """Return the number of the citation at a place of the viewport; -1 if there is none."""
        at = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        if at < 0:
            return -1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(at + 1, self.document().characterCount() - 1))
        format = cursor.charFormat()
        return int(format.property(_NUMBER)) if format.objectType() == _CHIP else -1

    # -- what Qt calls --------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, which first hears what was typed."""
        key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and key and any(event.matches(each) for each in _UNDOES):
            self.flush()
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; Enter begins a new line of the briefing, the arrows leave at the ends."""
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.flush()
            self.entered.emit()
        elif key == Qt.Key.Key_Backspace and plain and not self.words()[0]:
            self.flush()
            self.emptied.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain and not self._moves(key):
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _moves(self, key: int) -> bool:
        """Tell whether the caret can go up or down within the words."""
        up = QTextCursor.MoveOperation.Up
        return self.textCursor().movePosition(up if key == Qt.Key.Key_Up else QTextCursor.MoveOperation.Down)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the citation that is pressed."""
        self._pressed = self.citation_at(event.position())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which citation was clicked."""
        super().mouseReleaseEvent(event)
        number = self.citation_at(event.position())
        if number >= 0 and number == self._pressed and not self.textCursor().hasSelection():
            self.citation_clicked.emit(number)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that words are being written here."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hold nothing back when the keyboard goes elsewhere."""
        self.flush()
        super().focusOutEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take passages, and words as usual."""
        if event.mimeData().hasFormat(LINES):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Let the caret show where the citation would stand."""
        if event.mimeData().hasFormat(LINES):
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped; whoever has the outline puts the citation in."""
        if not event.mimeData().hasFormat(LINES):
            super().dropEvent(event)
            return
        self.flush()
        cursor = self.cursorForPosition(event.position().toPoint())
        place = Utf16Map(self.words()[0]).from_qt(cursor.position())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(wanted_in(event.mimeData()), place)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words, with or without citations."""
        return source.hasText() or source.hasFormat(CITED_WORDS)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in words as they are, and citations where there can be any; no words make a citation."""
        found = cited_words_in(source) if self.takes_citations else None
        if found is None:
            self.textCursor().insertText(canonical(source.text()).replace(CITED, ""), QTextCharFormat())
            self.flush()
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for index, piece in enumerate(found.text.split(CITED)):
            if index:
                self._labels.append(found.labels[index - 1])
                self._pasted.append(found.passages[index - 1])
                cursor.insertText(CITED, self._chip(len(self._labels) - 1))
            cursor.insertText(canonical(piece), QTextCharFormat())
        cursor.endEditBlock()
        self.flush()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words with the passages cited in them; for other programs the words alone."""
        chosen = self.textCursor()
        start, end = sorted((chosen.anchor(), chosen.position()))
        all_passages = (*self._passages, *self._pasted)
        text, kept = _words_within(self.document(), start, end)
        if any(n >= min(len(all_passages), len(self._labels)) for n in kept):
            text, kept = text.replace(CITED, ""), []
        return carried(
            CitedWords(text, tuple(self._labels[n] for n in kept), tuple(all_passages[n] for n in kept))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need at another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = round(self.document().documentLayout().documentSize().height()) + 2
        if height != self.height():
            self.setFixedHeight(max(height, self.fontMetrics().height() + 10))

    def _dress(self) -> None:
        self.setFont(self._theme.font("text"))
        self.document().setDefaultFont(self._theme.font("text"))
        self.viewport().update()


def _metrics(theme: Theme) -> QFontMetricsF:
    return QFontMetricsF(theme.font("small"))


def _words_within(document: QTextDocument, start: int, end: int) -> tuple[str, list[int]]:
    """Return the words between two of Qt's places, and which citation each sign in them is."""
    lines: list[str] = []
    kept: list[int] = []
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        said = ""
        each = block.begin()
        while not each.atEnd():
            fragment = each.fragment()
            number = fragment.charFormat().property(_NUMBER)
            units = Utf16Map(fragment.text())
            first = units.from_qt(max(0, start - fragment.position()))
            last = units.from_qt(max(0, min(end - fragment.position(), fragment.length())))
            for char in fragment.text()[first:last]:
                if char == CITED and number is not None:
                    kept.append(int(number))
                if char != CITED or number is not None:
                    said += char
            each += 1
        lines.append(said)
        block = block.next()
    return "\n".join(lines), kept
