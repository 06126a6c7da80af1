"""What the window offers: every action of its menus."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from briefreader.ui.actions import ACTIONS
from briefreader.ui.offers import WHY, Offer, offers, words_of
from briefreader.ui.views.acts import VIEW_ACTS
from briefreader.ui.window import Window


def by_name(window: QMainWindow) -> dict[str, Offer]:
    return {offer.row.name: offer for offer in offers(window.menuBar())}


@pytest.mark.parametrize("view", ["articles", "ledger", "figures"])
def test_every_action_of_the_window_and_the_view_in_front_is_offered_once(window: Window, view: str) -> None:
    window.stage.show_view(view)
    found = offers(window.menuBar())
    title, acts = VIEW_ACTS.get(view, ("", ()))
    assert {spec.name for spec in ACTIONS} <= {offer.row.name for offer in found}
    place = title.replace("&", "")
    assert [each.action.objectName() for each in found if place and each.row.place == place] == [
        act.name for act in acts
    ]
    assert (
        len({offer.row.name for offer in found}) == len({id(offer.action) for offer in found}) == len(found)
    )


def test_what_cannot_be_done_says_why(window: Window) -> None:
    offer = by_name(window)["undo"]
    assert not offer.row.able and offer.row.note == offer.says == "There is nothing to undo."
    window.stage.show_view("ledger")
    offer = by_name(window)["take_back"]
    assert not offer.row.able and offer.says.endswith(".")


def test_a_switch_says_whether_it_is_on(window: Window) -> None:
    assert by_name(window)["show_panel"].row.note == "on"
    window.action("show_panel").setChecked(False)
    assert by_name(window)["show_panel"].row.note == "off"


def test_menus_within_menus_and_menus_filled_on_opening(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menu = window.menuBar().addMenu("&Edit")
    below = menu.addMenu("&More")

    def fill() -> None:
        below.clear()
        action = QAction("Cut && &paste", below)
        action.setShortcut(QKeySequence("Ctrl+J"))
        action.setProperty(WHY, "Nothing is chosen.")
        action.setEnabled(False)
        below.addAction(action)

    below.aboutToShow.connect(fill)
    (offer,) = offers(window.menuBar())
    assert words_of(offer.action) == offer.row.text == "Cut & paste"
    assert offer.row.place == "Edit › More" and offer.row.keys == "Ctrl+J"
    assert offer.row.note == "Nothing is chosen."
