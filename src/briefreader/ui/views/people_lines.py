"""A list of what is known of an entity, or a sentence that says that nothing is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefreader.ui.delegates.person import LineDelegate
from briefreader.ui.models.people_lines import Line, LinesModel
from briefreader.ui.theme import Theme
from briefreader.ui.views.nothing import Nothing
from briefreader.ui.views.row_table import RowTable


class LineList(QWidget):
    """Lines, one click or Enter from where they lead."""

    going = Signal(object)
    """The Line that was clicked or entered."""
    chosen = Signal()
    """Other lines are selected."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        most: int,
        role: str = "small",
        parent: QWidget | None = None,
        several: bool = False,
    ) -> None:
        super().__init__(parent)
        self.model = LinesModel(name, self)
        delegate = LineDelegate(theme, most, role)
        self.table = RowTable(self.model, delegate, theme, name, self, several=several)
        delegate.setParent(self.table)
        self.nothing = Nothing("", lambda: None, self)
        self.table.clicked.connect(self._clicked)
        self.table.entered.connect(self._enter)
        self.table.chosen.connect(self.chosen)
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table)
        layout.addWidget(self.nothing)
        self.nothing.hide()

    def show_lines(self, lines: Sequence[Line], empty: str) -> None:
        """Show other lines; ``empty`` is said if there are none."""
        self.show_made(len(lines), lines.__getitem__, empty)

    def show_made(self, count: int, make: Callable[[int], Line], empty: str) -> None:
        """Show so many lines, each of which is made when it is looked at."""
        self.model.show_made(count, make)
        self.nothing.say(empty)
        self.table.setVisible(count > 0)
        self.nothing.setVisible(not count)
        self.chosen.emit()

    def lines(self) -> list[Line]:
        """Return the selected lines, from the top."""
        return [line for row in self.table.selected_rows() if (line := self.model.line(row)) is not None]

    def _clicked(self, index: QModelIndex) -> None:
        # With Ctrl or Shift several lines are being chosen: none of them is where the user wants to go.
        if len(self.table.selected_rows()) == 1:
            self._enter(index)

    def _enter(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is not None:
            self.going.emit(line)
