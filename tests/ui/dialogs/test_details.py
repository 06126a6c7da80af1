"""The window that asks for title, outlet and date."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import Status, with_tag
from briefreader.ui.dialogs.details import DetailsDialog
from ui.articles import ARTICLES


def test_what_the_machine_found_stands_behind_empty_fields(qtbot: QtBot) -> None:
    dialog = DetailsDialog(ARTICLES[0], Status("a"))
    qtbot.addWidget(dialog)
    assert dialog._title.placeholderText() == ARTICLES[0].title
    assert dialog.values() == {"title": "", "outlet": "", "published": "", "tags": ()}


def test_values_are_tidied(qtbot: QtBot) -> None:
    dialog = DetailsDialog(ARTICLES[0], Status("a"))
    qtbot.addWidget(dialog)
    dialog._title.setText("  A   title ")
    dialog._date.setText("9 May 2025")
    dialog._tags.setText("b, a,b ,")
    assert dialog.values() == {
        "title": "A title",
        "outlet": "",
        "published": "2025-05-09",
        "tags": ("a", "b"),
    }


def test_only_a_date_can_be_saved(qtbot: QtBot) -> None:
    dialog = DetailsDialog(ARTICLES[0], Status("a"))
    qtbot.addWidget(dialog)
    save = dialog._buttons.button(QDialogButtonBox.StandardButton.Save)
    dialog._date.setText("soon")
    assert not save.isEnabled()
    dialog._date.setText("2025")
    assert save.isEnabled()


@pytest.mark.parametrize(
    "status",
    [
        Status("a", tags=("apple", "Banana", "cherry")),
        Status("a", tags=("b", "a, or so", "a"), title="Two  spaces", outlet=" Belta", published="2025"),
    ],
)
def test_what_is_not_touched_stays_exactly_as_it_was(qtbot: QtBot, status: Status) -> None:
    dialog = DetailsDialog(ARTICLES[0], status)
    qtbot.addWidget(dialog)
    assert dialog.values() == {
        "title": status.title,
        "outlet": status.outlet,
        "published": status.published,
        "tags": status.tags,
    }


def test_tags_are_in_the_order_that_they_have_everywhere(qtbot: QtBot) -> None:
    dialog = DetailsDialog(ARTICLES[0], Status("a", tags=("apple", "cherry")))
    qtbot.addWidget(dialog)
    dialog._tags.setText("apple, cherry, Banana")
    assert dialog.values()["tags"] == ("apple", "Banana", "cherry") == with_tag(("apple", "cherry"), "Banana")
