"""The tool bar: what is done most, with the field that searches all articles."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from briefreader.i18n import N_, _
from briefreader.ui.menus import colours_menu

_SHORT = {
    "import_files": N_("Import"), "export": N_("Export briefing"), "star": N_("Star"),
    "highlight": N_("Highlight"), "underline": N_("Underline"), "note": N_("Note"), "tag": N_("Tag"),
}  # fmt: skip
_BUTTONS = (
    "import_files", "export", "", "star", "highlight", "underline", "note", "tag", "", "undo", "redo",
)  # fmt: skip


class _ToolBar(QToolBar):
    """A bar whose buttons give up their words where the search would else have no room."""

    def __init__(self, search: QWidget, parent: QWidget) -> None:
        super().__init__(_("Tools"), parent)
        self._search = search
        self._whole = 0  # how wide it is with all words and the narrowest search
        self.worded: list[QToolButton] = []

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        if not self._whole:
            search = self._search
            self._whole = (
                self.sizeHint().width() - search.sizeHint().width() + search.minimumSizeHint().width()
            )
        style = Qt.ToolButtonStyle
        fits = event.size().width() >= self._whole
        for button in self.worded:
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if fits else style.ToolButtonIconOnly)
        super().resizeEvent(event)


def tool_bar(actions: Mapping[str, QAction], search: QWidget, parent: QWidget) -> QToolBar:
    """Return the tool bar, with a button for each of its actions and the search at its end."""
    bar = _ToolBar(search, parent)
    bar.setObjectName("tools")
    bar.setMovable(False)
    bar.setIconSize(QSize(18, 18))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for name in _BUTTONS:
        if name:
            button = _button(bar, actions[name], _(_SHORT[name]) if name in _SHORT else "")
            if name == "highlight":
                button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
                button.setMenu(colours_menu(actions, button))
            if name in _SHORT:
                bar.worded.append(button)
            bar.addWidget(button)
        else:
            bar.addSeparator()
    bar.addWidget(search)
    return bar


def _button(bar: QToolBar, action: QAction, words: str) -> QToolButton:
    """Return the button of an action: with a few words, or as its picture alone."""
    button = QToolButton(bar)
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if words:
        button.setText(words)
        # The action's own words would come back each time it changes.
        action.changed.connect(lambda: button.setText(words))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    else:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAccessibleName(words or action.text().replace("&", ""))
    return button
