"""Preferences: a field for each setting."""

from __future__ import annotations

from dataclasses import fields

from pytestqt.qtbot import QtBot

from briefreader.settings import Settings
from briefreader.ui.dialogs.preferences import PreferencesDialog


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
