"""Title, outlet and date of a document, as the user knows them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefreader.domain.annotation import Status, with_tag
from briefreader.domain.document import Document
from briefreader.i18n import _, anew
from briefreader.library.partial_date import partial_date


class DetailsDialog(QDialog):
    """Asks for what the machine may have got wrong; an empty field takes the machine's word back."""

    def __init__(self, document: Document, status: Status, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Title, outlet and date"))
        self.setMinimumWidth(480)
        self._title = QLineEdit(status.title, self)
        self._title.setPlaceholderText(document.title)
        self._outlet = QLineEdit(status.outlet, self)
        self._outlet.setPlaceholderText(document.outlet or _("not known"))
        self._date = QLineEdit(status.published, self)
        self._date.setPlaceholderText(document.published.value or _("not known"))
        self._tags = QLineEdit(", ".join(status.tags), self)
        self._tags.setPlaceholderText(_("to verify, trade"))
        self._given = status
        fields = (self._title, self._outlet, self._date, self._tags)
        self._shown = {field: field.text() for field in fields}
        self._says = QLabel(self)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(10)
        rows = (
            (_("&Title"), self._title),
            (_("&Outlet"), self._outlet),
            (_("&Published"), self._date),
            (_("T&ags"), self._tags),
        )
        for label, field in rows:
            form.addRow(label, field)
            field.setAccessibleName(label.replace("&", ""))
        form.addRow("", self._says)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        self._found = anew(document.published.reason)
        self._date.textChanged.connect(self._check)
        self._check()

    def values(self) -> dict[str, object]:
        """Return the fields of Status as the user has set them."""
        return {
            "title": self._read(self._title, lambda text: " ".join(text.split()), self._given.title),
            "outlet": self._read(self._outlet, lambda text: " ".join(text.split()), self._given.outlet),
            "published": self._read(self._date, lambda text: partial_date(text) or "", self._given.published),
            "tags": self._read(self._tags, _tags, self._given.tags),
        }

    def _read(self, field: QLineEdit, meant: Callable[[str], object], given: object) -> object:
        """Return what a field means; untouched it means what was given, however that was written."""
        return given if field.text() == self._shown[field] else meant(field.text())

    def _check(self) -> None:
        good = partial_date(self._date.text())
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(good is not None)
        wrong = good is None
        self._says.setProperty("role", "warning" if wrong else "muted")
        self._says.style().polish(self._says)
        if wrong:
            self._says.setText(_("That is no date. Write 2025, 2025-05 or 2025-05-09."))
        else:
            self._says.setText(self._found or _("A year, a month or a day: 2025, 2025-05 or 2025-05-09."))


def _tags(text: str) -> tuple[str, ...]:
    tags: tuple[str, ...] = ()
    for tag in text.split(","):
        tags = with_tag(tags, " ".join(tag.split()))
    return tags
