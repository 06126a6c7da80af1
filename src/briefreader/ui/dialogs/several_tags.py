"""Tags of several marks at once: some to add to each, some to take off all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefreader.i18n import _
from briefreader.library.tagging import cleaned


class SeveralTagsDialog(QDialog):
    """Asks which tags to add to the chosen marks, and which of theirs to take off."""

    def __init__(
        self,
        title: str,
        there: Sequence[tuple[str, int]],
        known: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(400)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("to verify, trade"))
        self.field.setAccessibleName(_("Tags to add, separated by commas"))
        completer = QCompleter(list(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Tags that stay"))
        self.list.setSpacing(2)
        for tag, count in there:
            item = QListWidgetItem(f"#{tag} ({count})", self.list)
            item.setData(Qt.ItemDataRole.UserRole, tag)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self._lay_out(bool(there))
        self.field.setFocus()

    def _lay_out(self, tagged: bool) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        add = QLabel(_("&Add to all, separated by commas"), self)
        add.setBuddy(self.field)
        stay = QLabel(_("Tags that they have; &untick those to remove"), self)
        stay.setBuddy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        for widget in (add, self.field, stay, self.list, buttons):
            layout.addWidget(widget)
        stay.setVisible(tagged)
        self.list.setVisible(tagged)

    def added(self) -> tuple[str, ...]:
        """Return the tags to add."""
        return tuple(dict.fromkeys(tag for part in self.field.text().split(",") if (tag := cleaned(part))))

    def removed(self) -> tuple[str, ...]:
        """Return the tags to take off."""
        items = [self.list.item(row) for row in range(self.list.count())]
        off = [item for item in items if item.checkState() == Qt.CheckState.Unchecked]
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in off)
