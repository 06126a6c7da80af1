"""Where an address leads is shown before it is opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from briefreader.ui.dialogs.web import ask_to_open


@pytest.mark.parametrize(
    "button, opened",
    [(QMessageBox.StandardButton.Open, 1), (QMessageBox.StandardButton.Cancel, 0)],
)
def test_only_open_opens_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, button: QMessageBox.StandardButton, opened: int
) -> None:
    urls: list[str] = []
    monkeypatch.setattr(
        "briefreader.ui.dialogs.web.QDesktopServices.openUrl", lambda url: urls.append(url.toString())
    )
    parent = QWidget()
    qtbot.addWidget(parent)
    box = ask_to_open("https://ex\u0430mple.org/<b>", parent)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert "xn--exmple-4nf.org" in box.text()
    assert box.informativeText() == "https://ex\u0430mple.org/<b>"
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    box.button(button).click()
    assert len(urls) == opened


def test_a_long_address_is_shown_in_part(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = ask_to_open("https://example.org/" + "a" * 1_900, parent)
    assert len(box.informativeText()) < 700
