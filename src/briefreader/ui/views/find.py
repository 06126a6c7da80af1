"""The bar that finds words in the open document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from briefreader.domain.folding import fold, fold_map
from briefreader.domain.text import Span
from briefreader.i18n import _, number
from briefreader.ui.theme import Theme
from briefreader.ui.views.search import name_clear_button

_LONG_TEXT = 300_000  # code points from which the bar waits for a pause in typing
_PAUSE = 150  # milliseconds

_folded = lru_cache(maxsize=2)(fold_map)


def find(text: str, words: str) -> list[Span]:
    """Return where the words stand in the text, without regard to case, diacritics and white space.

    Composed and decomposed letters are the same; a hit holds whole characters with their marks.
    """
    parts = fold(words).split()
    if not parts:
        return []
    folded, places = _folded(text)
    spans: list[Span] = []
    for match in re.finditer(r"\s+".join(map(re.escape, parts)), folded):
        start, after = places[match.start()], match.end()
        while places[after] == places[after - 1]:  # a letter that folds to two, as ß does
            after += 1
        if not spans or start >= spans[-1].end:
            spans.append(Span(start, places[after]))
    return spans


class FindBar(QWidget):
    """A field for words, the number of hits, and steps from one to the next.

    ``hits_changed`` brings all hits and the current one, or None; ``closed`` tells that the bar was
    closed and the hits can go.
    """

    hits_changed = Signal(object, object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._hits: Sequence[Span] = ()
        self._index = -1
        self._start = 0
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._search)
        self._build()
        self._dress()
        theme.changed.connect(self._dress)

    def open(self, words: str = "", start: int = 0) -> None:
        """Show the bar with its words selected; the first hit is the one from ``start`` on."""
        self._start = start
        if words:
            self._field.setText(" ".join(words.split()))
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide the bar and tell so."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def set_text(self, text: str) -> None:
        """Find in this text from now on."""
        self._text = text
        self._start = 0
        if self.isVisible():
            self._search()
        else:
            self._hits, self._index = (), -1

    def next(self) -> None:
        """Go to the next hit; after the last comes the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before; before the first comes the last."""
        self._step(-1)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the bar as high as its field."""
        super().showEvent(event)
        self.setFixedHeight(self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar's ground and the line below it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        line = self.rect().adjusted(0, self.height() - 1, 0, 0)
        painter.fillRect(line, self._theme.colour("border"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Shift+Enter as steps, Escape as closing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if watched is self._field and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._step(-1 if back else 1)
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(_("Find in this article"))
        self._field.setAccessibleName(_("Find in this article"))
        self._field.setClearButtonEnabled(True)
        name_clear_button(self._field)
        self._field.setMaximumWidth(360)
        self._field.textChanged.connect(self._on_typed)
        self._field.installEventFilter(self)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setProperty("role", "muted")
        self._count.setAccessibleDescription(_("Number of hits"))
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance("0,000 of 0,000"))
        self._back = self._button(_("Previous hit"), "Shift+Enter", self.previous)
        self._on = self._button(_("Next hit"), "Enter", self.next)
        self._close = self._button(_("Close the find bar"), "Esc", self.close_bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 6, 28, 6)
        layout.setSpacing(6)
        layout.addWidget(self._field, 1)
        layout.addWidget(self._count)
        layout.addWidget(self._back)
        layout.addWidget(self._on)
        layout.addStretch(1)
        layout.addWidget(self._close)

    def _button(self, name: str, key: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(act)
        button.installEventFilter(self)
        return button

    def _dress(self) -> None:
        for button, icon in ((self._back, "chevron-up"), (self._on, "chevron-down"), (self._close, "x")):
            button.setIcon(self._theme.icon(icon))

    def _on_typed(self) -> None:
        if len(self._text) > _LONG_TEXT:
            self._timer.start()
        else:
            self._search()

    def _search(self) -> None:
        self._timer.stop()
        self._hits = find(self._text, self._field.text())
        later = (n for n, span in enumerate(self._hits) if span.start >= self._start)
        self._index = next(later, 0) if self._hits else -1
        self._tell()

    def _step(self, by: int) -> None:
        if self._timer.isActive():
            self._search()
        elif self._hits:
            self._index = (self._index + by) % len(self._hits)
            self._tell()

    def _tell(self) -> None:
        current = self._hits[self._index] if self._hits else None
        if current is not None:
            self._start = current.start
            said = _("{n} of {all}").format(n=number(self._index + 1), all=number(len(self._hits)))
        else:
            said = _("No hits") if self._field.text().strip() else ""
        self._count.setText(said)
        for button in (self._back, self._on):
            button.setEnabled(len(self._hits) > 1)
        self.hits_changed.emit(list(self._hits), current)
