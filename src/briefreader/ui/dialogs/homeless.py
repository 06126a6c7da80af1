"""Annotations of a file whose articles are not in the workspace."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QVBoxLayout, QWidget

from briefreader.domain.shared import Carried, SharedSource
from briefreader.i18n import _
from briefreader.ui.dialogs.listed import listed

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
        rows = [
            [_cell(each) for each in (_article(mark.source), mark.exact, mark.note)]
            for mark in marks[:_SHOWN]
        ]
        headings = (_("Article"), _("Passage"), _("Note"))
        self.table = table = listed(self.windowTitle(), headings, rows, self)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(says)
        layout.addWidget(table, 1)
        layout.addWidget(buttons)


def _article(source: SharedSource) -> str:
    return source.title or source.url or source.id


def _cell(text: str) -> str:
    return " ".join(text[:_LONGEST].split())
