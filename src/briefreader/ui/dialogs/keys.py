"""The sheet of keys: every action and how to reach it by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.folding import fold
from briefreader.i18n import _
from briefreader.ui.actions import ACTIONS, MENUS, ActionSpec, shown

_COLUMNS = ((0, 1, 4), (2, 5), (3, 6))


class KeysDialog(QDialog):
    """Lists the keys by menu; typing narrows the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        self.resize(960, 720)
        self._rows: list[tuple[str, list[QLabel]]] = []
        self._words = QLineEdit(self)
        self._words.setPlaceholderText(_("Find an action"))
        self._words.setAccessibleName(_("Find an action"))
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(self._narrow)
        columns = QHBoxLayout()
        columns.setSpacing(28)
        columns.setContentsMargins(4, 8, 12, 8)
        for numbers in _COLUMNS:
            columns.addLayout(self._column([MENUS[number] for number in numbers]), 1)
        sheet = QWidget(self)
        sheet.setObjectName("surface")
        sheet.setLayout(columns)
        area = QScrollArea(self)
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hint = QLabel(_("Letters work wherever no text is being typed."), self)
        hint.setProperty("role", "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(self._words)
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def _column(self, menus: list[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(5)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        row = 0
        for menu in menus:
            heading = QLabel(_(menu).replace("&", "").upper(), self)
            heading.setProperty("role", "heading")
            heading.setContentsMargins(0, 10, 0, 2)
            grid.addWidget(heading, row, 0, 1, 2)
            row += 1
            for spec in _with_keys(menu):
                grid.addWidget(self._says(spec), row, 0)
                row += 1
                self._keys(spec, grid, row - 1)
        grid.setRowStretch(row, 1)
        return grid

    def _says(self, spec: ActionSpec) -> QLabel:
        label = QLabel(_(spec.text).replace("&", "").rstrip("…"), self)
        label.setWordWrap(True)
        label.setToolTip(_(spec.tip))
        self._rows.append((fold(f"{label.text()} {_(spec.tip)}"), [label]))
        return label

    def _keys(self, spec: ActionSpec, grid: QGridLayout, row: int) -> None:
        label = QLabel("   ".join(shown(keys) for keys in spec.keys), self)
        label.setProperty("role", "strong")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label, row, 1)
        self._rows[-1][1].append(label)

    def _narrow(self, words: str) -> None:
        wanted = fold(words).split()
        for said, labels in self._rows:
            for label in labels:
                label.setVisible(all(word in said for word in wanted))


def _with_keys(menu: str) -> list[ActionSpec]:
    return [spec for spec in ACTIONS if spec.menu == menu and spec.keys]
