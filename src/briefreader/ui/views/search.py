"""The search field: full text over the workspace, as the user types."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from briefreader.domain.query import Query
from briefreader.i18n import _
from briefreader.ui.actions import with_keys
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme

_WAIT_MS = 120


def name_clear_button(field: QLineEdit) -> None:
    """Give the button that empties a field a name: Qt's own has none."""
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(_("Clear"))


class _Field(QLineEdit):
    """A field that Escape empties and that Enter and Down leave for what was found."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape, Enter and Down; the rest is typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class SearchField(QWidget):
    """Searches all articles; it stands at the right of the tool bar."""

    found_wanted = Signal()
    """The user wants to go to what was found."""

    def __init__(self, corpus: Corpus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corpus = corpus
        self._theme = theme
        self._order = "newest"
        self.field = _Field(self)
        self.show_keys("")
        self.field.setAccessibleName(_("Search all articles"))
        self.field.setToolTip(
            _("Words, “a phrase in quotation marks”, -without. Capitals and accents make no difference.")
        )
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(150)
        self.field.setMaximumWidth(340)
        name_clear_button(self.field)
        self._glass = QAction(_("Search"), self)
        self.field.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._search)
        self.field.textEdited.connect(lambda _text: self._timer.start())
        self.field.textChanged.connect(self._changed)
        self.field.left.connect(self._leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addStretch(1)
        layout.addWidget(self.field, 3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        corpus.query_changed.connect(self._follow)
        theme.changed.connect(self._paint)
        self._paint()

    def show_keys(self, keys: str) -> None:
        """Say in the empty field by which keys one comes to it."""
        self.field.setPlaceholderText(with_keys(_("Search all articles"), keys))

    def take_focus(self) -> None:
        """Put the keyboard into the field, with what stands there selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def look_for(self, words: str) -> None:
        """Search for words given from elsewhere."""
        self.field.setText(f'"{words}"' if " " in words else words)
        self._search()

    def _leave(self) -> None:
        self._search()
        self.found_wanted.emit()

    def _changed(self, text: str) -> None:
        if not text:
            self._timer.stop()
            self._search()

    def _search(self) -> None:
        self._timer.stop()
        words = self.field.text().strip()
        query = self._corpus.query
        if words and not query.words:
            self._order = query.order
        order = "relevance" if words else (self._order if query.order == "relevance" else query.order)
        if words and query.words:
            order = query.order
        self._corpus.filter(words=words, order=order)

    def _follow(self, query: Query) -> None:
        if query.words != self.field.text().strip():
            self.field.setText(query.words)

    def _paint(self) -> None:
        self._glass.setIcon(self._theme.icon("search", "text.faint"))
