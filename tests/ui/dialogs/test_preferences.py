"""Preferences: a field for each setting."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefreader import i18n
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


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_explanation_is_cut_off(qtbot: QtBot, language: str) -> None:
    try:
        i18n.choose(language)
        dialog = PreferencesDialog(Settings())
    finally:
        i18n.choose("en")
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    wrapped = [label for label in dialog.findChildren(QLabel) if label.wordWrap()]
    assert len(wrapped) == len(fields(Settings))
    assert all(label.height() >= label.heightForWidth(label.width()) for label in wrapped)
