"""A dialog over a table: a field that narrows it, the rows, and what can be done with the chosen ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefreader.ui.models.rows import RowsModel, TableRow
from briefreader.ui.views.row_table import as_whole_rows
from briefreader.ui.views.search import name_clear_button

_Flag = QItemSelectionModel.SelectionFlag


class TableDialog(QDialog):
    """Shows rows, and buttons that act on those chosen; it stays open while they are acted on."""

    def __init__(
        self, title: str, says: str, headings: Sequence[str], find: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(760, 460)
        self.model = RowsModel(headings, self)
        self.says = QLabel(says, self)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(find)
        self.field.setAccessibleName(find)
        self.field.setClearButtonEnabled(True)
        name_clear_button(self.field)
        self.field.textChanged.connect(self._narrow)
        self.field.setVisible(bool(find))
        self.table = self._made_table(title)
        self._bar = QHBoxLayout()
        self._able: list[tuple[QPushButton, bool]] = []
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        self.close_button = close.button(QDialogButtonBox.StandardButton.Close)
        self.close_button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addLayout(self._bar)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for widget in (self.says, self.field):
            layout.addWidget(widget)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    def _made_table(self, name: str) -> QTableView:
        table = QTableView(self)
        table.setObjectName("rows")
        table.setModel(self.model)
        table.setAccessibleName(name)
        as_whole_rows(table, QAbstractItemView.SelectionMode.ExtendedSelection)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
        table.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        return table

    def add_button(
        self, text: str, act: Callable[[], object], one: bool = False, always: bool = False
    ) -> QPushButton:
        """Add what can be done with the chosen rows, with ``one`` with a single one, or ``always``."""
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        self._bar.addWidget(button)
        if not always:
            self._able.append((button, one))
            self._allow()
        return button

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show other rows; the row in the place of the first chosen one is chosen."""
        chosen = self.table.selectionModel().selectedRows()
        here = min((index.row() for index in chosen), default=0)
        self.model.show(rows)
        self._choose(here)

    def chosen(self) -> list[TableRow]:
        """Return the chosen rows, from the top."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.rows[row] for row in rows]

    def widths(self, *widths: int) -> None:
        """Give the columns behind the first their widths."""
        for column, width in enumerate(widths, 1):
            self.table.setColumnWidth(column, width)

    def _choose(self, row: int) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            index = self.model.index(min(row, last), 0)
            self.table.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self._allow()

    def _narrow(self, words: str) -> None:
        self.model.narrow(words)
        self._choose(0)

    def _allow(self) -> None:
        count = len(self.table.selectionModel().selectedRows())
        for button, one in self._able:
            button.setEnabled(count == 1 if one else count > 0)


def confirm(
    parent: QWidget, title: str, text: str, more: str, button: str, then: Callable[[], object]
) -> None:
    """Ask before something is done that cannot be undone; ``button`` says what is done."""
    box = QMessageBox(QMessageBox.Icon.Warning, title, text, QMessageBox.StandardButton.Cancel, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(more)
    does = box.addButton(button, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    does.clicked.connect(lambda: then())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
