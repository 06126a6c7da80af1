"""Asks with which article the open one is to be compared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.folding import fold
from briefreader.i18n import _, plural
from briefreader.library.comparing import Candidate
from briefreader.ui.models.dates import say_published
from briefreader.ui.views.search import name_clear_button

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CompareDialog(QDialog):
    """Lists the other articles, those first with which there is most in common; typing narrows the list."""

    def __init__(self, others: Sequence[Candidate], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Compare with"))
        self.resize(640, 480)
        self._said = [fold(f"{each.title} {each.outlet}") for each in others]
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(_("Find an article by title or outlet"))
        self.words.setAccessibleName(_("Find an article by title or outlet"))
        self.words.setClearButtonEnabled(True)
        name_clear_button(self.words)
        self.words.textChanged.connect(self._narrow)
        self.words.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Articles"))
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in others:
            item = QListWidgetItem(_line(each), self.list)
            item.setData(Qt.ItemDataRole.UserRole, each.id)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        self._none = QLabel(_("No article has these words."), self)
        self._none.setProperty("role", "muted")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(_("Compare"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        for widget in (self.words, self._none):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self._narrow("")
        self.words.setFocus()

    def chosen(self) -> str:
        """Return the id of the article that is chosen, or ""."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item and not item.isHidden() else ""

    def accept(self) -> None:  # noqa: D102
        if self.chosen():
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while words are typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            QApplication.sendEvent(self.list, event)
            return True
        return False

    def _narrow(self, words: str) -> None:
        wanted = fold(words).split()
        first = -1
        for row, said in enumerate(self._said):
            taken = all(word in said for word in wanted)
            self.list.item(row).setHidden(not taken)
            first = row if taken and first < 0 else first
        if first < 0 or self.list.currentRow() < 0 or self.list.currentItem().isHidden():
            self.list.setCurrentRow(first)
        self._none.setVisible(first < 0)
        self._allow()

    def _allow(self) -> None:
        self._ok.setEnabled(bool(self.chosen()))


def _line(each: Candidate) -> str:
    """Return an article in two lines: what it is called; where and when it came out, and what it shares."""
    shared = plural("{n} matter in common", "{n} matters in common", each.shared) if each.shared else ""
    told = " · ".join(part for part in (each.outlet, say_published(each.published), shared) if part)
    return f"{' '.join(each.title.split())}\n{told}"
