"""Note and tags of a passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.annotation import with_tag
from briefreader.i18n import _
from briefreader.ui.dialogs.passage_label import passage_label


@dataclass(frozen=True, slots=True)
class PassageWords:
    """What the user wrote on a passage."""

    note: str
    tags: tuple[str, ...]


class PassageDialog(QDialog):
    """Asks for the note and the tags of a passage, which is shown above them."""

    def __init__(
        self,
        quoted: str,
        words: PassageWords,
        known_tags: Sequence[str],
        tags_first: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Tags of the passage") if tags_first else _("Note on the passage"))
        self.setMinimumWidth(460)
        passage = passage_label(quoted, self)
        self._note = QPlainTextEdit(words.note, self)
        self._note.setAccessibleName(_("Note"))
        self._note.setTabChangesFocus(True)
        self._note.setMinimumHeight(110)
        self._tags = QLineEdit(", ".join(words.tags), self)
        self._given, self._shown = words.tags, self._tags.text()
        self._tags.setAccessibleName(_("Tags, separated by commas"))
        self._tags.setPlaceholderText(_("to verify, trade"))
        completer = QCompleter(list(known_tags), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._tags.setCompleter(completer)
        self._lay_out(passage)
        (self._tags if tags_first else self._note).setFocus()

    def _lay_out(self, passage: QLabel) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        note_label = QLabel(_("&Note"), self)
        note_label.setBuddy(self._note)
        tags_label = QLabel(_("&Tags, separated by commas"), self)
        tags_label.setBuddy(self._tags)
        hint = QLabel(_("Ctrl+Enter saves, Esc leaves everything as it was."), self)
        hint.setProperty("role", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        for widget in (passage, note_label, self._note, tags_label, self._tags, hint, buttons):
            layout.addWidget(widget)

    def words(self) -> PassageWords:
        """Return what is written now; tags that were not touched are those that were given."""
        note = self._note.toPlainText().strip()
        if self._tags.text() == self._shown:
            return PassageWords(note, self._given)
        tags: tuple[str, ...] = ()
        for tag in self._tags.text().split(","):
            tags = with_tag(tags, " ".join(tag.split()).lstrip("#"))
        return PassageWords(note, tags)
