"""A fault of the program is shown, and the program goes on."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from briefreader.ui.errors import Faults


def test_a_fault_is_reported_once_and_can_be_copied(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    faults = Faults()
    faults.watch()
    for words in ("first", "second"):
        try:
            raise RuntimeError(words)
        except RuntimeError as error:
            sys.excepthook(RuntimeError, error, error.__traceback__)
    qtbot.waitUntil(lambda: faults._dialog is not None and faults._dialog.isVisible())
    assert faults._dialog is not None
    faults._dialog._copy()
    assert "RuntimeError: first" in QGuiApplication.clipboard().text()
    assert "second" in caplog.text
    faults._dialog.reject()
    qtbot.waitUntil(lambda: faults._dialog is None)
