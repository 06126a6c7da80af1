"""The line above two articles: how much is the same, which place is shown, and the ways to the others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from briefreader.i18n import N_, _
from briefreader.ui.actions import ACTIONS, tooltip
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.elided import ElidedLabel

_BUTTONS = (
    ("previous_pair", "chevron-up", N_("Passage")),
    ("next_pair", "chevron-down", N_("Passage")),
    ("previous_difference", "chevron-up", N_("Difference")),
    ("next_difference", "chevron-down", N_("Difference")),
    ("swap_articles", "arrows-exchange", ""),
    ("follow_scrolling", "arrows-vertical", ""),
    ("close_comparison", "x", ""),
)
ON_PAIRS = ("previous_pair", "next_pair")
ON_DIFFERENCES = ("previous_difference", "next_difference")


class CompareBar(QWidget):
    """Says how two articles compare. Its buttons are named for the actions that do the same."""

    wanted = Signal(str)
    """The name of the action whose button was pressed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Comparison"))
        self._theme = theme
        self.summary = ElidedLabel(self)
        self.summary.setProperty("role", "strong")
        self.place = ElidedLabel(self)
        self.place.setProperty("role", "small")
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(1)
        words.addWidget(self.summary)
        words.addWidget(self.place)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(2)
        row.addLayout(words, 1)
        self.buttons: dict[str, QToolButton] = {}
        specs = {spec.name: spec for spec in ACTIONS}
        for name, icon, label in _BUTTONS:
            button = QToolButton(self)
            button.setObjectName("toggle")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(tooltip(specs[name]))
            button.setAccessibleName(_(specs[name].text).replace("&", ""))
            button.setCheckable(specs[name].checkable)
            button.setChecked(specs[name].checked)
            button.setProperty("icon_name", icon)
            if label and name.startswith("next"):
                button.setText(_(label))
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(self._press(name))
            self.buttons[name] = button
            row.addWidget(button)
        theme.changed.connect(self._dress)
        self._dress()

    def _press(self, name: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(name)

    def say(self, summary: str, place: str) -> None:
        """Say how the articles compare, and what of them is shown just now."""
        self.summary.say(summary)
        self.place.say(place)
        self.place.setToolTip(plain_tooltip(place))
        self.setAccessibleDescription(" ".join(part for part in (summary, place) if part))
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def offer(self, pairs: bool, differences: bool, steps: bool) -> None:
        """Offer what there is to go to: passages, differences, and whether the sides can move together."""
        for name in ON_PAIRS:
            self.buttons[name].setEnabled(pairs)
        for name in ON_DIFFERENCES:
            self.buttons[name].setVisible(differences)
        self.buttons["follow_scrolling"].setVisible(steps)

    def _dress(self) -> None:
        for button in self.buttons.values():
            button.setIcon(self._theme.icon(str(button.property("icon_name"))))
