"""View → Marks: which kinds of marks the text shows, kept from one session to the next."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from briefreader.i18n import _
from briefreader.ui.views.reader import ReaderView
from briefreader.ui.views.reader_layers import HIT, MARKED, NAMES

KINDS = tuple(kind for kind in NAMES if kind != HIT)
FACTS = tuple(kind for kind in MARKED if kind != "quote")
_OFF = "unmarked"
_MAP = "map"


def action_of(kind: str) -> str:
    """Return the name of the action that shows or hides a kind of marks."""
    return "mark_quotes" if kind == "quote" else f"mark_{kind}"


class MarkMenu(QObject):
    """The switches of the kinds of marks, and one for all kinds of facts."""

    def __init__(self, reader: ReaderView, actions: Mapping[str, QAction], view: QMenu) -> None:
        super().__init__(reader)
        self._reader = reader
        self._actions = actions
        self._all = actions["mark_facts"]
        self.kinds = {kind: actions[action_of(kind)] for kind in KINDS}
        self.menu = QMenu(_("&Marks"), view)
        view.insertMenu(self._all, self.menu)
        for action in (self._all, *self.kinds.values()):
            view.removeAction(action)
            self.menu.addAction(action)
        self.menu.insertSeparator(self.kinds[KINDS[0]])
        self.menu.insertSeparator(self.kinds["quote"])
        self._all.toggled.connect(self._set_all)
        for action in self.kinds.values():
            action.toggled.connect(lambda _on: self._apply())

    def restore(self, settings: QSettings) -> None:
        """Take the choice of the last session."""
        off = str(settings.value(_OFF, "")).split(",")
        for kind, action in self.kinds.items():
            action.setChecked(kind not in off)
        self._actions["show_map"].setChecked(bool(settings.value(_MAP, True, bool)))

    def keep(self, settings: QSettings) -> None:
        """Keep the choice for the next session."""
        settings.setValue(_OFF, ",".join(kind for kind, act in self.kinds.items() if not act.isChecked()))
        settings.setValue(_MAP, self._actions["show_map"].isChecked())

    def _set_all(self, on: bool) -> None:
        for kind in FACTS:
            self.kinds[kind].blockSignals(True)
            self.kinds[kind].setChecked(on)
            self.kinds[kind].blockSignals(False)
        self._apply()

    def _apply(self) -> None:
        shown = frozenset(kind for kind, action in self.kinds.items() if action.isChecked())
        self._all.blockSignals(True)
        self._all.setChecked(bool(shown & set(FACTS)))
        self._all.blockSignals(False)
        self._reader.mark_kinds(shown)
