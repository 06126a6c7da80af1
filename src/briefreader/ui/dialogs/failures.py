"""Articles that could not be read, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QVBoxLayout, QWidget

from briefreader.domain.query import Failure
from briefreader.i18n import _
from briefreader.ui.dialogs.listed import listed


class FailuresDialog(QDialog):
    """Lists what could not be read; all of it can be tried again."""

    retry_requested = Signal(object)

    def __init__(self, failures: Sequence[Failure], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Articles that could not be read"))
        self.resize(720, 380)
        self._failures = failures
        says = QLabel(_("Everything that could be read is in the workspace. Not these:"), self)
        says.setWordWrap(True)
        if not failures:
            says.setText(_("Every article could be read."))
        rows = [(PurePath(failure.origin).name, failure.reason) for failure in failures]
        table = listed(self.windowTitle(), (_("File"), _("Why")), rows, self)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, 200)
        table.setVisible(bool(failures))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        if failures:
            retry = buttons.addButton(_("Try again"), QDialogButtonBox.ButtonRole.ActionRole)
            retry.clicked.connect(self._retry)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(says)
        layout.addWidget(table, 1)
        if not failures:
            layout.addStretch(1)
        layout.addWidget(buttons)

    def _retry(self) -> None:
        self.retry_requested.emit([Path(failure.origin) for failure in self._failures])
        self.accept()
