"""View → Marks: one switch for each kind, one for all facts, kept over sessions."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from briefreader.ui.mark_menu import FACTS, KINDS
from briefreader.ui.window import Window


def test_each_kind_is_switched_by_itself(window: Window) -> None:
    assert window.reader.kinds == set(KINDS)
    window.action("mark_person").trigger()
    assert window.reader.kinds == set(KINDS) - {"person"}
    assert window.action("mark_facts").isChecked()
    window.action("mark_own").trigger()
    window.action("mark_quotes").trigger()
    assert window.reader.kinds == set(FACTS) - {"person"}


def test_all_facts_go_and_come_at_once(window: Window) -> None:
    window.action("mark_facts").trigger()
    assert window.reader.kinds == {"quote", "own"}
    assert not window.action("mark_date").isChecked()
    window.action("mark_date").trigger()
    assert window.action("mark_facts").isChecked()
    window.action("mark_date").trigger()
    assert not window.action("mark_facts").isChecked()
    window.action("mark_facts").trigger()
    assert window.reader.kinds == set(KINDS)


def test_the_choice_is_kept(window: Window, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "layout.ini"), QSettings.Format.IniFormat)
    for name in ("mark_place", "mark_own", "show_map"):
        window.action(name).trigger()
    assert window.reader.map.isHidden()
    window.mark_menu.keep(settings)
    for name in ("mark_place", "mark_own", "mark_event", "show_map"):
        window.action(name).trigger()
    window.mark_menu.restore(settings)
    assert window.reader.kinds == set(KINDS) - {"place", "own"}
    assert window.reader.map.isHidden()


def test_the_switches_stand_in_a_menu_of_their_own(window: Window) -> None:
    shown = [action.objectName() for action in window.mark_menu.menu.actions() if action.objectName()]
    assert shown[0] == "mark_facts"
    assert {"mark_quotes", "mark_own", "mark_person"} < set(shown)
