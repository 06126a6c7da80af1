"""The sheet of keys."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.ui.actions import ACTIONS
from briefreader.ui.dialogs.keys import KeysDialog
from briefreader.ui.views.acts import VIEW_ACTS


def test_every_action_with_a_key_is_there_once(qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    of_views = sum(len(acts) for _title, acts in VIEW_ACTS.values())
    assert len(dialog._rows) == sum(1 for spec in ACTIONS if spec.keys) + of_views


def test_words_narrow_the_sheet(qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._words.setText("UNDO")
    assert [labels[0].text() for _said, labels in dialog._rows if labels[0].isVisible()] == [
        "Undo",
        "Undo my decisions",
    ]
    dialog._words.setText("")
    assert all(labels[0].isVisible() for _said, labels in dialog._rows)


def test_what_a_view_can_do_is_found_under_its_heading_alone(qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._words.setText("never merge")
    found = [labels[0].text() for _said, labels in dialog._rows if labels[0].isVisible()]
    assert found == ["Never merge"]
    headings = [heading.text() for heading, _labels in dialog._groups if heading.isVisible()]
    assert headings == ["PEOPLE, WHILE IT HAS THE KEYBOARD"]
    assert not dialog._nothing.isVisible()


def test_it_is_said_if_nothing_is_found(qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._words.setText("xylophone")
    assert dialog._nothing.isVisible()
    dialog._words.setText("")
    assert not dialog._nothing.isVisible()


def test_it_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    dialog = KeysDialog()
    qtbot.addWidget(dialog)
    assert dialog.height() <= dialog.screen().availableGeometry().height() - 60
    assert dialog.width() <= dialog.screen().availableGeometry().width() - 40
