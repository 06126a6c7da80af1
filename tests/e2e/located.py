"""Starts the real program, and answers where things are in its window.

    located.py SOCKET [PATH|ADDRESS…]

The program itself is started as its command does it. A test connects to the socket and sends an
expression on a line; it is worked out with ``window`` and the functions below in reach, and the
answer comes back as JSON on a line. All acting is done from outside, by mouse and keyboard.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtNetwork import QLocalServer
from PySide6.QtWidgets import QApplication, QWidget

from briefreader.domain.text import Span
from briefreader.ui import app as program
from briefreader.ui.views.reader_text import ReaderText
from briefreader.ui.window import Window
from ui.tree import every, unnamed  # noqa: F401 - a test asks for it


def window() -> Window:
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))


def dialog() -> QWidget | None:
    """Return the dialog in front."""
    found = QApplication.activeModalWidget()
    return found if found is not None and found.isVisible() else None


def writes_in(widget: QWidget) -> bool:
    """Tell whether a widget, or something in it, has the keyboard."""
    found = QApplication.focusWidget()
    return found is not None and (found is widget or widget.isAncestorOf(found))


def count(top: QWidget) -> int:
    """Return how much of a window assistive technology is told of."""
    return sum(1 for _each in every(top))


def on_screen(widget: QWidget, rect: QRect | None = None) -> list[int]:
    """Return left, top, width and height of a widget, or of a part of it, on the screen."""
    rect = rect if rect is not None else widget.rect()
    corner = widget.mapToGlobal(QPoint(rect.left(), rect.top()))
    return [corner.x(), corner.y(), rect.width(), rect.height()]


flashed: list[Span] = []
"""The passages that the reader lit up, in order: each is lit for a moment only."""


def watch_flashes() -> None:
    """Take down what the reader lights up."""
    flash = ReaderText.flash

    def noted(reader: ReaderText, span: Span) -> None:
        flashed.append(span)
        flash(reader, span)

    setattr(ReaderText, "flash", noted)  # noqa: B010 - a checker takes no other method in its place


def passage(words: str) -> list[list[int]]:
    """Return where the first and the last letter of some words stand on the screen."""
    reader = window().reader.text
    start = window().corpus.opened.document.text.index(words)
    places = []
    for place in (start, start + len(words)):
        cursor = reader.textCursor()
        cursor.setPosition(reader._shown.to_qt(place))
        rect = reader.cursorRect(cursor)
        corner = reader.viewport().mapToGlobal(rect.center())
        places.append([corner.x(), corner.y()])
    return places


def handle_place(which: str) -> list[int]:
    """Return where the grip of a handle of the histogram is on the screen."""
    histogram = window().dates.histogram
    handle = getattr(histogram, which)
    corner = handle.mapToGlobal(QPoint(handle.width() // 2, handle.height() - handle.width() // 2))
    return [corner.x(), corner.y()]


def day_place(day: str) -> list[int]:
    """Return where a day begins on the axis of the histogram, at the height of the grips."""
    histogram = window().dates.histogram
    x = histogram.mapToGlobal(QPoint(round(histogram.place_of(date.fromisoformat(day).toordinal())), 0)).x()
    return [x, handle_place("low")[1]]


class Server(QLocalServer):
    """Answers one line at a time."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.newConnection.connect(self._connected)
        if not self.listen(path):
            raise OSError(self.errorString())

    def _connected(self) -> None:
        socket = self.nextPendingConnection()
        socket.readyRead.connect(lambda: self._answer(socket))

    def _answer(self, socket: Any) -> None:
        while socket.canReadLine():
            asked = bytes(socket.readLine().data()).decode().strip()
            try:
                answer = eval(asked, globals())  # noqa: S307 - the test's own words
                line = json.dumps({"answer": answer}, default=str)
            except Exception as error:  # noqa: BLE001 - the test is told
                line = json.dumps({"error": repr(error)})
            socket.write(line.encode() + b"\n")


def main() -> int:
    socket, *paths = sys.argv[1:]
    make = program.make_application
    kept: list[Server] = []

    def make_application() -> QApplication:
        made = make()
        kept.append(Server(socket))
        return made

    program.make_application = make_application
    watch_flashes()
    return program.run(paths)


if __name__ == "__main__":
    sys.exit(main())
