"""The sheet of keys: every action and how to reach it by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
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
from briefreader.ui.actions import ACTIONS, ARTICLE, BRIEFING, EDIT, FILE, GO, HELP, PASSAGE, VIEW, shown
from briefreader.ui.keymap import WINDOW, Keymap, bounds
from briefreader.ui.views.acts import VIEW_ACTS, Act

_COLUMNS = (
    (FILE, EDIT, ARTICLE, "timeline", "figures"),
    (VIEW, PASSAGE),
    (GO, "ledger", "people", BRIEFING, "briefing", HELP),
)
"""The menus and the views of each column."""


@dataclass(frozen=True, slots=True)
class _Line:
    words: str
    tip: str
    keys: tuple[str, ...]


class KeysDialog(QDialog):
    """Lists the keys by menu and view; typing narrows the list."""

    change_wanted = Signal()
    """The keys are to be changed; the sheet is closed by then."""

    def __init__(self, parent: QWidget | None = None, keymap: Keymap | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap if keymap is not None else Keymap()
        self.setWindowTitle(_("Keys"))
        room = self.screen().availableGeometry()
        self.resize(min(1000, room.width() - 40), min(760, room.height() - 60))  # a frame has room as well
        self._rows: list[tuple[str, list[QLabel]]] = []
        self._groups: list[tuple[QLabel, list[QLabel]]] = []
        self._words = QLineEdit(self)
        self._words.setPlaceholderText(_("Find an action"))
        self._words.setAccessibleName(_("Find an action"))
        self._words.setClearButtonEnabled(True)
        self._words.textChanged.connect(self._narrow)
        self._nothing = QLabel(_("No action has these words."), self)
        self._nothing.setProperty("role", "muted")
        self._nothing.hide()
        columns = QHBoxLayout()
        columns.setSpacing(28)
        columns.setContentsMargins(4, 8, 12, 8)
        for names in _COLUMNS:
            columns.addLayout(self._column(names), 1)
        sheet = QWidget(self)
        sheet.setObjectName("surface")
        sheet.setLayout(columns)
        area = QScrollArea(self)
        area.setWidget(sheet)
        area.setAccessibleName(_("Keys"))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hint = QLabel(_("Letters work wherever no text is being typed."), self)
        hint.setProperty("role", "muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        change = buttons.addButton(_("&Change keys…"), QDialogButtonBox.ButtonRole.ActionRole)
        change.setAutoDefault(False)
        change.clicked.connect(self.reject)
        change.clicked.connect(self.change_wanted)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(self._words)
        layout.addWidget(self._nothing)
        layout.addWidget(area, 1)
        layout.addLayout(foot)

    def _column(self, names: Sequence[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(5)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        for name in names:
            title, lines = self._group(name)
            heading = QLabel(title.replace("&", "").upper(), self)
            heading.setProperty("role", "heading")
            heading.setContentsMargins(0, 10, 0, 2)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            said = []
            for line in lines:
                row = grid.rowCount()
                labels = [self._says(line), self._keys(line)]
                grid.addWidget(labels[0], row, 0)
                grid.addWidget(labels[1], row, 1)
                self._rows.append((fold(f"{title} {line.words} {line.tip}".replace("&", "")), labels))
                said.append(labels[0])
            self._groups.append((heading, said))
        grid.setRowStretch(grid.rowCount(), 1)
        return grid

    def _says(self, line: _Line) -> QLabel:
        label = QLabel(line.words, self)
        label.setWordWrap(True)
        label.setToolTip(line.tip)
        return label

    def _keys(self, line: _Line) -> QLabel:
        label = QLabel("   ".join(shown(keys) for keys in line.keys), self)
        label.setProperty("role", "strong")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return label

    def _narrow(self, words: str) -> None:
        wanted = fold(words).split()
        for said, labels in self._rows:
            for label in labels:
                label.setVisible(all(word in said for word in wanted))
        for heading, labels in self._groups:
            heading.setVisible(any(not label.isHidden() for label in labels))
        self._nothing.setVisible(all(heading.isHidden() for heading, _labels in self._groups))

    def _group(self, name: str) -> tuple[str, list[_Line]]:
        """Return the heading of a menu or a view, and its lines; of a view, what has no keys as well."""
        if name in VIEW_ACTS:
            title, acts = VIEW_ACTS[name]
            made = [_Line(_(act.text).rstrip("…"), _(act.tip), self._of_act(name, act)) for act in acts]
            return _("{view}, while it has the keyboard").format(view=_(title)), made
        lines = [
            _Line(
                _(spec.text).replace("&", "").rstrip("…"),
                _(spec.tip) if spec.tip else "",
                self._keymap.keys(WINDOW, spec.name),
            )
            for spec in ACTIONS
            if spec.menu == name
        ]
        return _(name), [line for line in lines if line.keys]

    def _of_act(self, view: str, act: Act) -> tuple[str, ...]:
        """Return the keys of an act of a view; those that cannot be changed are its own."""
        if (view, act.name) in bounds():
            return self._keymap.keys(view, act.name)
        return (act.keys,) if act.keys else ()
