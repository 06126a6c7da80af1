"""Text of documents in tooltips."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from briefreader.ui.plain import plain_tooltip


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Use <b>bold</b>",
        '<img src="file:///etc/passwd">',
        "AT&amp;T & co.\nsecond 'line'",
        "a < b",
        "</qt>x",
    ],
)
def test_a_text_comes_out_as_itself(qapp: QApplication, text: str) -> None:
    shown = QTextDocument()
    shown.setHtml(plain_tooltip(text))
    assert shown.toPlainText() == text
    assert "<img" not in plain_tooltip(text)
