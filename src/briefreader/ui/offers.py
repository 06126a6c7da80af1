"""What the window offers at the moment: every action of its menus, as the palette lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from briefreader.i18n import _
from briefreader.ui.models.action_rows import ActionRow

WHY = "why"
"""The property of an action that says in a sentence why it may not be possible."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An action, how a list shows it, and a sentence on what it is for or why it cannot be done."""

    action: QAction
    row: ActionRow
    says: str


def offers(bar: QMenuBar) -> list[Offer]:
    """Return what the menus of a window offer now, in their order, each action once.

    Each menu is asked as if it were opened, because some are filled or switched only then.
    """
    found: dict[QAction, Offer] = {}
    names: set[str] = set()
    for entry in bar.actions():
        menu = entry.menu()
        if isinstance(menu, QMenu) and entry.isVisible():
            for action, place in _within(menu, words_of(entry)):
                if action not in found:
                    found[action] = _offer(action, place, names)
                    names.add(found[action].row.name)
    return list(found.values())


def _within(menu: QMenu, place: str) -> Iterator[tuple[QAction, str]]:
    menu.aboutToShow.emit()
    try:
        for action in menu.actions():
            below = action.menu()
            if isinstance(below, QMenu):
                yield from _within(below, f"{place} › {words_of(action)}")
            elif action.isVisible() and not action.isSeparator() and words_of(action):
                yield action, place
    finally:
        menu.aboutToHide.emit()


def _offer(action: QAction, place: str, names: set[str]) -> Offer:
    able, tip = action.isEnabled(), action.toolTip()
    keys = shown_keys(action)
    says = tip if able else (action.property(WHY) or _("This is not possible with what is chosen now."))
    note = says if not able else ""
    if able and action.isCheckable():
        note = _("on") if action.isChecked() else _("off")
    name = action.objectName()
    if not name or name in names:  # a view may have an action that is called as one of the window
        name = f"{place} › {name or words_of(action)}"
    return Offer(action, ActionRow(name, words_of(action), place, keys, note, able, tip), says)


def words_of(action: QAction) -> str:
    """Return the words of an action without marks of letters and without keys."""
    words = action.text().partition("\t")[0]
    return "&".join(each.replace("&", "") for each in words.split("&&"))


def shown_keys(action: QAction) -> str:
    """Return the keys of an action as the user's system writes them: its shortcuts, or what its text says."""
    keys = [each.toString(QKeySequence.SequenceFormat.NativeText) for each in action.shortcuts()]
    return "   ".join(each for each in keys if each) or action.text().partition("\t")[2]
