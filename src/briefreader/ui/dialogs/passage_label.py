"""Words of a document in a dialog: plain, and no longer than there is room for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

_MOST = 320


def passage_label(quoted: str, parent: QWidget) -> QLabel:
    """Return a label that shows a passage; a long one is cut, and whole in what is read aloud."""
    said = " ".join(quoted.split())
    label = QLabel(said if len(said) <= _MOST else said[:_MOST].rstrip() + "…", parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", "passage")
    label.setAccessibleName(said)
    return label
