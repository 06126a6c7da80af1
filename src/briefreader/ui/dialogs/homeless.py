"""Annotations of a file whose articles are not in the workspace."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
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

from briefreader.domain.shared import Carried
from briefreader.i18n import _

_SHOWN = 1_000
_LONGEST = 300


class HomelessDialog(QDialog):
    """Lists annotations that were not taken, by article, with their passages and notes."""

    def __init__(self, marks: Sequence[Carried], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Annotations of other articles"))
        self.resize(760, 420)
        says = QLabel(
            _(
                "These annotations belong to articles that are not in this workspace, or that cannot be told "
                "apart. They were not added. Import the articles, then the annotations again."
            ),
            self,
        )
        says.setWordWrap(True)
        self.table = table = QTableWidget(min(len(marks), _SHOWN), 3, self)
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels([_("Article"), _("Passage"), _("Note")])
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for row, mark in enumerate(marks[:_SHOWN]):
            source = mark.source
            for column, text in enumerate((source.title or source.url or source.id, mark.exact, mark.note)):
                item = QTableWidgetItem(" ".join(text[:_LONGEST].split()))
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                table.setItem(row, column, item)
        table.resizeRowsToContents()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(says)
        layout.addWidget(table, 1)
        layout.addWidget(buttons)
