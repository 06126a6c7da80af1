"""A strip below the notes: what can be done about a chosen mark whose passage is not where it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from briefreader.i18n import _
from briefreader.ui.actions import with_keys
from briefreader.ui.models.entries import Entry
from briefreader.ui.models.placed import UNPLACED, say_found


class PlacingBar(QWidget):
    """Says why a mark needs a look, with the button for it; hidden while none does."""

    place_requested = Signal()
    """The chosen mark is to be put on the passage selected in the article."""
    confirm_requested = Signal()
    """The place that was found for the chosen mark is to be kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._how = ""
        self._entry: Entry | None = None
        self._keys = {"place_mark": "", "confirm_mark": ""}
        self.says = QLabel(self)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setWordWrap(True)
        self.says.setProperty("role", "small")
        self.button = QPushButton(self)
        self.button.clicked.connect(self._clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.setSpacing(6)
        layout.addWidget(self.says)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_keys(self, keys_of: Callable[[str], Sequence[str]]) -> None:
        """Say on the button which keys are in force, by the names of the window's actions."""
        self._keys = {name: next(iter(keys_of(name)), "") for name in self._keys}
        self.show_for(self._entry)

    def show_for(self, entry: Entry | None) -> None:
        """Show what can be done about a chosen entry, if anything."""
        self._entry = entry
        self._how = entry.how if entry else ""
        self.setVisible(bool(self._how))
        if self._how == UNPLACED:
            self.says.setText(_("Select the passage that this mark belongs to in the article."))
            self.button.setText(with_keys(_("Place here"), self._keys["place_mark"]))
        elif self._how:
            words = _("This mark was found again: {how}.").format(how=say_found(self._how))
            self.says.setText(words)
            self.button.setText(with_keys(_("Confirm place"), self._keys["confirm_mark"]))

    def _clicked(self) -> None:
        (self.place_requested if self._how == UNPLACED else self.confirm_requested).emit()
