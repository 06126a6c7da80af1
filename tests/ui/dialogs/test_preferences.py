"""Preferences: a field for each setting."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QScrollArea
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


def test_on_a_low_screen_the_settings_scroll_and_the_buttons_stay(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(Settings())
    qtbot.addWidget(dialog)
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    dialog.resize(dialog.width(), 400)
    with qtbot.waitExposed(dialog):
        dialog.show()
    (area,) = dialog.findChildren(QScrollArea)
    save = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
    assert dialog.height() == 400 and area.verticalScrollBar().maximum() > 0
    assert dialog.rect().contains(save.mapTo(dialog, save.rect().bottomRight()))
    last = list(dialog._fields.values())[-1]
    last.setFocus()
    for _step in range(2):  # back and on again by keyboard
        qtbot.keyClick(QApplication.focusWidget(), (Qt.Key.Key_Backtab, Qt.Key.Key_Tab)[_step])
    assert last.hasFocus()
    assert area.viewport().rect().intersects(last.rect().translated(last.mapTo(area.viewport(), QPoint())))


def test_the_wheel_leaves_values_alone_that_have_not_the_keyboard(qtbot: QtBot) -> None:
    dialog = PreferencesDialog(Settings(text_size=20))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    field = dialog._fields["text_size"]
    dialog._fields["theme"].setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(field.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, wheel)
    assert dialog.settings().text_size == 20
