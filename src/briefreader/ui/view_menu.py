"""The menu of the view that is in front: what can be done there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from briefreader.i18n import _
from briefreader.ui.offers import WHY
from briefreader.ui.views.acts import VIEW_ACTS
from briefreader.ui.views.own_keys import fill_menu
from briefreader.ui.views.stage import Stage

_ON_FACTS = ("accept_fact", "reject_fact", "correct_fact", "explain_fact")


class ViewMenu(QObject):
    """Stands before the last menu of the window; the list of articles has none, its menu is *Article*."""

    def __init__(self, window: QMainWindow, stage: Stage) -> None:
        super().__init__(window)
        self._stage = stage
        self.menu = QMenu(window)
        bar = window.menuBar()
        bar.insertMenu(bar.actions()[-1], self.menu)
        stage.view_changed.connect(lambda _name: self.follow())
        self.follow()

    def follow(self) -> None:
        """Offer what can be done in the view that is in front."""
        title, _acts = VIEW_ACTS.get(self._stage.name, ("", ()))
        actions: Sequence[QAction] = getattr(self._stage.current(), "acts", ())
        self.menu.clear()
        self.menu.setTitle(_(title) if title else "")
        fill_menu(self.menu, actions)
        self.menu.menuAction().setVisible(bool(actions))

    def spare_facts(self, menu: QMenu, actions: dict[str, QAction]) -> None:
        """Let a menu offer nothing on facts while their keys mean what a view with the keyboard says."""

        def opening() -> None:
            view, focus = self._stage.current(), QApplication.focusWidget()
            inside = focus is not None and view.isAncestorOf(focus)
            for name in _ON_FACTS:
                actions[name].setEnabled(not (inside and getattr(view, "keeps_off", False)))

        def closing() -> None:
            for name in _ON_FACTS:
                actions[name].setEnabled(True)

        for name in _ON_FACTS:
            words = _("The view that has the keyboard has keys of its own, and no fact is chosen in it.")
            actions[name].setProperty(WHY, words)
        menu.aboutToShow.connect(opening)
        menu.aboutToHide.connect(closing)
