from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.ui.models.entries import Entry
from briefreader.ui.views.placing_bar import PlacingBar


def test_it_offers_what_the_chosen_mark_needs(qtbot: QtBot) -> None:
    bar = PlacingBar()
    qtbot.addWidget(bar)
    asked: list[str] = []
    bar.place_requested.connect(lambda: asked.append("place"))
    bar.confirm_requested.connect(lambda: asked.append("confirm"))
    for how in ("unplaced", "changed", "moved"):
        bar.show_for(Entry("1", "note", "d", (), how=how))
        assert not bar.isHidden()
        bar.button.click()
    assert asked == ["place", "confirm", "confirm"]
    for entry in (None, Entry("1", "note", "d", ())):
        bar.show_for(entry)
        assert bar.isHidden()


def test_the_button_names_the_keys_in_force(qtbot: QtBot) -> None:
    bar = PlacingBar()
    qtbot.addWidget(bar)
    bar.show_for(Entry("1", "note", "d", (), how="unplaced"))
    bar.show_keys({"place_mark": ("Ctrl+9",), "confirm_mark": ()}.__getitem__)
    assert bar.button.text() == "Place here (Ctrl+9)"
    bar.show_for(Entry("1", "note", "d", (), how="moved"))
    assert bar.button.text() == "Confirm place"
