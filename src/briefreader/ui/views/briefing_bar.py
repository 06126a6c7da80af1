"""The line above a briefing: which one is in hand, what is done with it, and what stands beside its text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from briefreader.domain.outline import Outline
from briefreader.i18n import _
from briefreader.ui.theme import Theme


class BriefingBar(QWidget):
    """Lets a person choose a briefing and what stands beside its text."""

    chosen = Signal(str)
    """The id of another briefing."""
    beside_wanted = Signal(str)
    """What is to stand beside the text: "preview" or "article"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.beside = "preview"
        self.box = QComboBox(self)
        self.box.setAccessibleName(_("Briefing in hand"))
        self.box.setToolTip(_("Choose a briefing"))
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.setMinimumContentsLength(14)
        self.box.setMaximumWidth(420)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.activated.connect(lambda _n: self.chosen.emit(str(self.box.currentData())))
        self.more = QToolButton(self)
        self.more.setObjectName("quiet")
        self.more.setText(_("Actions"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setMenu(QMenu(self.more))
        self.export = QPushButton(_("Export…"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.more)
        layout.addStretch(1)
        layout.addLayout(self._beside())
        layout.addWidget(self.export)

    def _beside(self) -> QHBoxLayout:
        self._buttons = {
            "preview": QPushButton(_("Pages"), self), "article": QPushButton(_("Article"), self),
        }  # fmt: skip
        self._buttons["preview"].setToolTip(_("Show the pages beside the text"))
        self._buttons["article"].setToolTip(_("Show the article and the side panel beside the text"))
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(0)
        for name, button in self._buttons.items():
            button.setCheckable(True)
            button.setObjectName("segment")
            button.setChecked(name == self.beside)
            button.clicked.connect(lambda _on, name=name: self.beside_wanted.emit(name))
            group.addButton(button)
            row.addWidget(button)
        return row

    def set_beside(self, what: str) -> None:
        """Show what stands beside the text."""
        self.beside = what
        self._buttons[what].setChecked(True)

    def offer(self, actions: Sequence[QAction | None], export: QAction) -> None:
        """Offer what can be done with briefings; None stands for a line between two."""
        menu = self.more.menu()
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        self.export.setToolTip(export.toolTip())
        self.export.clicked.connect(export.trigger)

    def show_briefings(self, briefings: Sequence[Outline], now: Outline | None) -> None:
        """Show the briefings and which is in hand."""
        self.box.clear()
        for each in briefings:
            self.box.addItem(each.title or _("Without a title"), each.id)
        self.box.setCurrentIndex(self.box.findData(now.id) if now is not None else -1)
        self.box.setEnabled(bool(briefings))
        self.export.setEnabled(now is not None)
