"""A dialog that asks for one thing in words: a reason, a topic, a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefreader.i18n import _

_QUOTED = 240
_MOST = 6


class AskDialog(QDialog):
    """Asks for a line of text; what it is about is quoted above the field. Nothing is taken unsaid."""

    def __init__(
        self,
        title: str,
        quoted: Sequence[str],
        label: str,
        text: str = "",
        save: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(400)
        self.field = QLineEdit(text, self)
        self.field.setAccessibleName(label.replace("&", ""))
        # All of it is chosen from its end, so that the beginning of something long is in view.
        self.field.end(False)
        self.field.home(True)
        self.field.textChanged.connect(self._allow)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        if save:
            self._ok.setText(save)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out(quoted, label)
        self._allow()
        self.field.setFocus()

    def _lay_out(self, quoted: Sequence[str], label: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        shown = [_short(each) for each in quoted[:_MOST]]
        if len(quoted) > _MOST:
            shown.append(_("and {n} more").format(n=len(quoted) - _MOST))
        for each in shown:
            said = QLabel(each, self)
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setWordWrap(True)
            said.setProperty("role", "passage")
            layout.addWidget(said)
        named = QLabel(label, self)
        named.setBuddy(self.field)
        layout.addWidget(named)
        layout.addWidget(self.field)
        layout.addWidget(self._buttons)

    def _allow(self) -> None:
        self._ok.setEnabled(bool(self.words()))

    def accept(self) -> None:  # noqa: D102
        if self.words():
            super().accept()

    def words(self) -> str:
        """Return what is written now, with single spaces."""
        return " ".join(self.field.text().split())


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _QUOTED else said[:_QUOTED].rstrip() + "…"


def ask(dialog: AskDialog, then: Callable[[str], None]) -> None:
    """Open a dialog and hand on what is said in it; nothing happens if it is closed."""
    dialog.accepted.connect(lambda: then(dialog.words()))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()
