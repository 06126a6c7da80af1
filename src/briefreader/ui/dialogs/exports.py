"""The exports of a briefing: when, where to, in which format; a file can be opened again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.outline import Exported, Outline
from briefreader.i18n import _
from briefreader.library.said_dates import say_day
from briefreader.ui.corpus import Corpus


class ExportsDialog(QDialog):
    """Lists the exports of one briefing, the last first."""

    def __init__(self, corpus: Corpus, outline: Outline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Exports of “{title}”").format(title=outline.title))
        self.resize(640, 360)
        self._exports: list[Exported] = []
        self.table = QTableWidget(0, 3, self)
        self.table.setHorizontalHeaderLabels([_("When"), _("Format"), _("File")])
        self.table.setAccessibleName(_("Exports"))
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.itemSelectionChanged.connect(self._able)
        self.table.itemActivated.connect(lambda _item: self.open_chosen())
        self._says = QLabel(_("It has not been exported yet."), self)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setProperty("role", "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.open_button = QPushButton(_("&Open"), self)
        self.folder_button = QPushButton(_("Open the &folder"), self)
        for button, slot in ((self.open_button, self.open_chosen), (self.folder_button, self.open_folder)):
            button.clicked.connect(lambda _on=False, slot=slot: slot())
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(self._says)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self._able()
        corpus.jobs.call(lambda workspace: workspace.store.exports(outline.id), done=self.show_exports)

    def show_exports(self, exports: list[Exported]) -> None:
        """Show these exports."""
        self._exports = exports
        self._says.setVisible(not exports)
        self.table.setRowCount(len(exports))
        for row, each in enumerate(exports):
            there = Path(each.path).is_file()
            path = each.path if there else _("{path} (no longer there)").format(path=each.path)
            for column, words in enumerate((_moment(each.when), each.format.upper(), path)):
                item = QTableWidgetItem(words)
                item.setToolTip("")
                self.table.setItem(row, column, item)
        self.table.resizeColumnToContents(0)
        if exports:
            self.table.selectRow(0)
        self._able()

    def chosen(self) -> Exported | None:
        """Return the export that is chosen."""
        row = self.table.currentRow()
        return self._exports[row] if 0 <= row < len(self._exports) else None

    def open_chosen(self) -> None:
        """Open the file with the program that the desktop has for it."""
        chosen = self.chosen()
        if chosen is not None and Path(chosen.path).is_file():
            QDesktopServices.openUrl(QUrl.fromLocalFile(chosen.path))

    def open_folder(self) -> None:
        """Show the folder of the file."""
        chosen = self.chosen()
        if chosen is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(chosen.path).parent)))

    def _able(self) -> None:
        chosen = self.chosen()
        self.open_button.setEnabled(chosen is not None and Path(chosen.path).is_file())
        self.folder_button.setEnabled(chosen is not None and Path(chosen.path).parent.is_dir())


def _moment(when: str) -> str:
    """Return a moment in words, in the time of this computer."""
    try:
        moment = datetime.fromisoformat(when).astimezone()
    except ValueError:
        return when
    return f"{say_day(moment.date())} {moment:%H:%M}"
