"""A fault of the program is shown, and the program goes on."""

from __future__ import annotations

import errno
import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from briefreader.domain.errors import ReadError
from briefreader.ui.errors import Faults, report


def test_a_fault_is_reported_once_and_can_be_copied(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
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
    copied = QGuiApplication.clipboard().text()
    assert copied.endswith("RuntimeError") and "test_errors.py" in copied
    assert "first" not in copied.splitlines()[-1]
    assert "first" in caplog.text and "second" in caplog.text
    faults._dialog.reject()
    qtbot.waitUntil(lambda: faults._dialog is None)


def test_a_fault_in_another_thread_is_shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    faults = Faults()
    faults.watch()

    def ends() -> None:
        raise SystemExit

    def fails() -> None:
        raise LookupError

    reports: list[str] = []
    faults.caught.connect(reports.append)
    for work in (ends, fails):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    qtbot.waitUntil(lambda: faults._dialog is not None and faults._dialog.isVisible())
    assert len(reports) == 1
    assert "in fails" in reports[0] and reports[0].endswith("LookupError")
    assert faults._dialog is not None
    faults._dialog.reject()
    qtbot.waitUntil(lambda: faults._dialog is None)


def raised(text: str) -> BaseException:
    """Return an exception of the kind that quotes what it was given, with two others behind it."""
    try:
        try:
            try:
                int(text)
            except ValueError:
                raise OSError(errno.ENOSPC, text, text)  # noqa: B904 - the implicit chain is tested
        except OSError as error:
            raise ReadError(text, text) from error
    except ReadError as error:
        return error


def test_a_report_has_no_text_of_an_article() -> None:
    said = report(raised("The minister said"))
    assert "minister" not in said
    kinds = [line for line in said.splitlines() if line and not line.startswith((" ", "which"))]
    assert kinds == ["ValueError", "OSError (ENOSPC)", "briefreader.domain.errors.ReadError"]
    assert "in raised" in said


def test_a_ring_of_exceptions_ends() -> None:
    first, second = ValueError(), KeyError()
    first.__context__, second.__context__ = second, first
    assert report(first) == "KeyError\n\nwhich led to:\n\nValueError"
