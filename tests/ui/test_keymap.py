"""Which keys do what, and what a person has chosen instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from briefreader.ui.actions import ACTIONS
from briefreader.ui.keymap import CHANGEABLE, WINDOW, Keymap, bounds, keys_path, moves, portable
from briefreader.ui.views.acts import VIEW_ACTS


@pytest.fixture
def path(qapp: QApplication, tmp_path: Path) -> Path:
    return tmp_path / "keys.toml"


def test_every_action_and_every_act_of_the_views_that_let_go_of_theirs_is_there() -> None:
    assert [name for scope, name in bounds() if scope == WINDOW] == [spec.name for spec in ACTIONS]
    for view in CHANGEABLE[1:]:
        wanted = [act.name for act in VIEW_ACTS[view][1] if not moves(act.keys)]
        assert [name for scope, name in bounds() if scope == view] == wanted


def test_without_a_file_the_usual_keys_are_in_force(path: Path) -> None:
    keymap = Keymap(path)
    for bound in bounds().values():
        assert keymap.keys(*bound.id) == bound.keys
        assert len(bound.keys) <= bound.most
    assert keymap.problem == "" and not keymap.any_own


def test_what_is_chosen_is_kept(path: Path) -> None:
    keymap = Keymap(path)
    keymap.give(WINDOW, "star", ["Ctrl+D", "Y"])
    keymap.give("ledger", "confirm", ["K"])
    keymap.give(WINDOW, "tag", [])
    keymap.save()
    again = Keymap(path)
    assert again.keys(WINDOW, "star") == ("Ctrl+D", "Y")
    assert again.keys("ledger", "confirm") == ("K",)
    assert again.keys(WINDOW, "tag") == ()
    assert again.keys(WINDOW, "note") == ("N",)
    assert again.is_own(WINDOW, "star") and not again.is_own(WINDOW, "note")


def test_a_key_that_is_given_is_taken_from_who_had_it_and_comes_back(path: Path) -> None:
    keymap = Keymap(path)
    keymap.give(WINDOW, "note", ["S"])
    assert keymap.keys(WINDOW, "star") == ()
    assert keymap.holder(WINDOW, "s").name == "note"
    keymap.give(WINDOW, "tag", ["S", "T"])
    assert keymap.keys(WINDOW, "note") == ()
    keymap.reset(WINDOW, "tag")
    assert keymap.keys(WINDOW, "star") == ("S",)
    keymap.reset_all()
    assert keymap.keys(WINDOW, "note") == ("N",) and not keymap.any_own


def test_a_view_and_the_window_do_not_take_keys_from_each_other(path: Path) -> None:
    keymap = Keymap(path)
    keymap.give("people", "rename", ["S"])
    assert keymap.keys(WINDOW, "star") == ("S",)


def test_everybody_is_told(path: Path, qtbot: object) -> None:
    keymap, told = Keymap(path), []
    keymap.changed.connect(lambda: told.append(keymap.keys(WINDOW, "star")))
    keymap.give(WINDOW, "star", ["Y"])
    keymap.reset(WINDOW, "star")
    assert told == [("Y",), ("S",)]


@pytest.mark.parametrize("keys", ["Tab", "Return", "Up", "Shift+Down", "Esc", "", "Ctrl+K, Ctrl+C"])
def test_what_moves_about_everywhere_cannot_be_given(path: Path, keys: str) -> None:
    assert Keymap(path).refusal(keys)


@pytest.mark.parametrize("keys", ["Ctrl+Return", "Alt+Up", "S", "?", "F5", "Del", "Space"])
def test_other_keys_can_be_given(path: Path, keys: str) -> None:
    assert Keymap(path).refusal(keys) == ""


def test_keys_are_compared_however_they_are_written() -> None:
    assert portable("ctrl+shift+p") == portable("Shift+Ctrl+P") == "Ctrl+Shift+P"


@pytest.mark.parametrize("written", ["[window\n", "\x00", 'star = "S"\n[window'])
def test_a_broken_file_gives_a_sentence_and_the_usual_keys_and_is_kept(path: Path, written: str) -> None:
    path.write_text(written, encoding="utf-8")
    keymap = Keymap(path)
    assert keymap.problem.endswith(".") and not keymap.any_own
    keymap.give(WINDOW, "star", ["Y"])
    keymap.save()
    assert Keymap(path).keys(WINDOW, "star") == ("Y",)
    assert path.with_suffix(".unread.toml").read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('star = "Y"', "window.star"),
        ("star = [1]", "window.star"),
        ('star = ["Nonsense+Q+"]', "window.star"),
        ('star = ["Tab"]', "window.star"),
        ('star = ["Y"]\nnote = ["Y"]', "window.note"),
    ],
)
def test_what_is_wrong_in_the_file_is_named_and_the_rest_counts(path: Path, line: str, named: str) -> None:
    path.write_text(f'[window]\ntag = ["Ctrl+T"]\n{line}\n', encoding="utf-8")
    keymap = Keymap(path)
    assert named in keymap.problem
    assert keymap.keys(WINDOW, "tag") == ("Ctrl+T",)
    assert keymap.keys(*named.split(".")) in (("S",), ("N",))


def test_what_another_version_wrote_stays_in_the_file(path: Path) -> None:
    path.write_text('[window]\nfly = ["Ctrl+9"]\n[moon]\nland = ["L"]\n', encoding="utf-8")
    keymap = Keymap(path)
    assert keymap.problem == ""
    keymap.give(WINDOW, "star", ["Y"])
    keymap.save()
    said = path.read_text(encoding="utf-8")
    assert "fly" in said and "[moon]" in said and "land" in said


def test_the_file_stands_beside_the_settings() -> None:
    assert keys_path().name == "keys.toml"
