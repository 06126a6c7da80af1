"""Why something is not so: a usual reason, words of one's own, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from briefreader.i18n import N_, _
from briefreader.ui.dialogs.passage_label import passage_label

REASONS = (
    N_("The text does not say this"),
    N_("The wrong person or name"),
    N_("The wrong kind of fact"),
    N_("Found twice"),
    N_("Of no importance"),
)


class ReasonDialog(QDialog):
    """Asks for a reason, which may be left out; ``quoted`` is shown above, ``button`` says what is done."""

    def __init__(
        self,
        title: str,
        button: str,
        quoted: str,
        reasons: Sequence[str] = REASONS,
        given: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(400)
        self._none = QRadioButton(_("No reason"), self)
        self._none.setChecked(True)
        self._choices = [QRadioButton(_(reason), self) for reason in reasons]
        self._own = QRadioButton(_("In your own words:"), self)
        self._words = QLineEdit(self)
        self._words.setAccessibleName(_("Reason in your own words"))
        self._words.textEdited.connect(lambda _text: self._own.setChecked(True))
        self._own.toggled.connect(lambda on: self._words.setFocus() if on else None)
        self._set(given)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        done = buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
        done.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        question = QLabel(_("Why? This may be left out."), self)
        question.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(7)
        for widget in (passage_label(quoted, self), question, self._none, *self._choices, self._own):
            layout.addWidget(widget)
        layout.addWidget(self._words)
        layout.addSpacing(6)
        layout.addWidget(buttons)
        next(each for each in (self._none, *self._choices, self._own) if each.isChecked()).setFocus()

    def reason(self) -> str:
        """Return the reason that was chosen or written; "" for none."""
        if self._own.isChecked():
            return " ".join(self._words.text().split())
        return next((each.text() for each in self._choices if each.isChecked()), "")

    def _set(self, given: str) -> None:
        chosen = next((each for each in self._choices if each.text() == given), None)
        if chosen is not None:
            chosen.setChecked(True)
        elif given:
            self._words.setText(given)
            self._own.setChecked(True)
