"""Articles that could not be read, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.query import Failure
from briefreader.i18n import _


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
        table = QTableWidget(len(failures), 2, self)
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels([_("File"), _("Why")])
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, 200)
        table.verticalHeader().hide()
        table.setWordWrap(True)
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for row, failure in enumerate(failures):
            for column, text in enumerate((PurePath(failure.origin).name, failure.reason)):
                item = QTableWidgetItem(text)
                item.setToolTip("")
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                table.setItem(row, column, item)
        table.resizeRowsToContents()
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
