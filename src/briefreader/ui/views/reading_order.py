"""The order in which assistive technology reads the parts of a splitter."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter


def in_reading_order(splitter: QSplitter) -> None:
    """Let the parts be read from the first to the last.

    QSplitter puts each new part under those before it, so that its handles stay on top, and the order
    of reading is that of stacking: the last part would be read first.
    """
    parts = [splitter.widget(number) for number in range(splitter.count())]
    handles = [splitter.handle(number) for number in range(splitter.count())]
    for each in (*parts, *handles):
        if each is not None:
            each.raise_()
