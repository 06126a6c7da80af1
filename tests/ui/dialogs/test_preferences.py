"""Preferences: a field for each setting."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefreader.settings import Settings
from briefreader.ui.dialogs.preferences import PreferencesDialog
from briefreader.ui.theme import Theme


def test_settings_go_in_and_come_out_as_they_are(qtbot: QtBot) -> None:
    settings = Settings(
        theme="dark", text_size=24, measure=720, author="A", paper="us-letter", jobs=3, selection_bar=False
    )
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    assert dialog.settings() == settings


def test_every_setting_has_a_named_field(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(Settings())
    qtbot.addWidget(dialog)
    assert set(dialog._fields) == {each.name for each in fields(Settings)}
    assert all(field.accessibleName() and field.accessibleDescription() for field in dialog._fields.values())


def test_no_explanation_is_cut(theme: Theme, qtbot: QtBot) -> None:
    dialog = PreferencesDialog(Settings())
    qtbot.addWidget(dialog)
    dialog.setFixedWidth(400)  # so narrow that explanations stand on several lines
    dialog.show()
    qtbot.waitExposed(dialog)
    said = [label for label in dialog.findChildren(QLabel) if label.property("role") == "small"]
    assert any(label.height() > 2 * label.fontMetrics().height() for label in said)
    assert [label.text() for label in said if label.height() < label.heightForWidth(label.width())] == []
