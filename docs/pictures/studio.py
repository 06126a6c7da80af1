"""The real window on a screen that nobody sees, with hands: what make.py takes its pictures with."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit, QTreeView, QWidget

from briefreader.domain.text import Span
from briefreader.library.workspace import workspace_for
from briefreader.settings import Settings
from briefreader.ui.app import make_application
from briefreader.ui.commands import text_ratio
from briefreader.ui.corpus import Corpus
from briefreader.ui.jobs import Jobs
from briefreader.ui.theme import Theme
from briefreader.ui.window import Window

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240.0  # seconds
FLASH_MS = 2_500  # until the passage that was gone to is no longer lit
COLOURS = 256
TITLE_BAR = 30  # pixels


class Desk:
    """One window over a workspace of its own: brought where a picture wants it, then looked at."""

    def __init__(self, window: Window, seeds: Path) -> None:
        self.window = window
        self.seeds = seeds
        self.corpus = window.corpus

    # -- waiting -----------------------------------------------------------------------------------

    def until(self, what: Callable[[], object], why: str = "the window") -> None:
        """Wait for something to become true."""
        end = time.monotonic() + PATIENCE
        while not what():
            if time.monotonic() > end:
                raise TimeoutError(f"waited in vain for {why}")
            QTest.qWait(20)

    def settle(self, milliseconds: int = 150) -> None:
        """Wait until nothing is under way and everything is laid out."""
        self.corpus.jobs.drain()
        QTest.qWait(milliseconds)
        self.corpus.jobs.drain()

    def calm(self) -> None:
        """Wait until nothing is lit, and take the notice away."""
        self.settle(FLASH_MS)
        self.window.notice_bar.hide()
        QTest.qWait(50)

    # -- hands ---------------------------------------------------------------------------------------

    def do(self, *actions: str) -> None:
        """Trigger actions of the window by their names."""
        for name in actions:
            self.window.action(name).trigger()
            self.settle()

    def type(self, words: str) -> None:
        """Type where the keyboard is."""
        field = QApplication.focusWidget()
        if field is None:
            raise LookupError("nothing has the keyboard")
        QTest.keyClicks(field, words)
        self.settle()

    def open(self, words: str) -> None:
        """Open the article that has these words."""

        def holds(workspace: Any) -> str:
            store = workspace.store
            return next(id for id in self.corpus.listing.ids if words in store.document(id).text)

        found: list[str] = []
        self.corpus.jobs.call(holds, done=found.append)
        self.until(lambda: found, words)
        self.corpus.open_document(found[0])
        self.until(lambda: self.corpus.opened and self.corpus.opened.document.id == found[0], words)
        self.settle()

    def bring(self, name: str, words: str) -> None:
        """Bring in another article than the seeds, in a file of this name."""
        path = self.seeds.parent / name
        path.write_text(words, encoding="utf-8")
        before = len(self.corpus.listing.ids)
        self.window.bringing.bring([path])
        self.until(lambda: len(self.corpus.listing.ids) > before and not self.window.activity.busy, name)
        self.settle(1500)

    def select(self, words: str) -> None:
        """Select words of the open article."""
        assert self.corpus.opened is not None
        start = self.corpus.opened.document.text.index(words)
        self.window.reader.text.setFocus()
        self.window.reader.text.select(Span(start, start + len(words)))
        self.settle()

    def sweep(self, words: str) -> None:
        """Select words of the open article with the mouse, which brings the bar."""
        self.select(words)
        text = self.window.reader.text
        cursor = text.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        places = []
        for position in (first, last):
            cursor.setPosition(position)
            places.append(text.cursorRect(cursor).center())
        button = Qt.MouseButton.LeftButton
        QTest.mousePress(text.viewport(), button, pos=places[0])
        QTest.mouseMove(text.viewport(), places[1])
        QTest.mouseRelease(text.viewport(), button, pos=places[1])
        self.settle(300)

    def mark(self, words: str, *actions: str, note: str = "", tags: str = "") -> None:
        """Mark words of the open article, and write a note and tags on them."""
        self.select(words)
        self.do(*actions)
        if note or tags:
            self.do("tag")
            dialog = self.dialog()
            dialog.findChild(QPlainTextEdit).setPlainText(note)
            dialog.findChild(QLineEdit).setText(tags)
            dialog.accept()
            self.settle()
            self.window.activateWindow()

    def let_go(self) -> None:
        """Select nothing any more, and go to the beginning of the article."""
        text = self.window.reader.text
        cursor = text.textCursor()
        cursor.setPosition(0)
        text.setTextCursor(cursor)
        text.set_place_at_top(0)
        self.settle()

    def surveyed(self) -> None:
        """Wait until the articles have been compared."""
        self.corpus.surveys.want()
        self.until(lambda: self.corpus.survey is not None, "the survey")
        self.settle(400)

    def unfold(self, tree: QTreeView, words: str) -> None:
        """Choose the first row of a tree that has these words, and open it."""
        model = tree.model()
        rows = model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, words, 1,
                           Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)  # fmt: skip
        tree.setFocus()
        tree.setCurrentIndex(rows[0])
        tree.expand(rows[0])
        self.settle(200)
        tree.scrollTo(rows[0], QTreeView.ScrollHint.PositionAtTop)
        self.settle()

    def choose_notes(self) -> None:
        """Choose all notes of the article in the panel."""
        self.do("go_notes")
        self.window.activateWindow()
        tree = self.window.panel.notes.tree
        tree.setFocus()
        tree.selectAll()
        self.settle()

    def dialog(self) -> QDialog:
        """Return the dialog that is open."""
        self.until(lambda: self._dialogs(), "a dialog")
        QTest.qWait(150)
        return self._dialogs()[-1]

    def _dialogs(self) -> list[QDialog]:
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        return [each for each in shown if isinstance(each, QDialog)]

    def menu(self, title: str, *inside: str) -> QMenu:
        """Open a menu of the menu bar, and the menus inside it."""
        bar = self.window.menuBar()
        action = next(each for each in bar.actions() if each.text().replace("&", "") == title)
        place = bar.mapToGlobal(bar.actionGeometry(action).bottomLeft())
        menu = action.menu()
        menu.popup(place)
        for name in inside:
            QTest.qWait(50)
            action = next(each for each in menu.actions() if each.text().replace("&", "") == name)
            menu.setActiveAction(action)
            place = menu.mapToGlobal(menu.actionGeometry(action).topRight())
            menu = action.menu()
            menu.popup(place)
        QTest.qWait(200)
        return menu

    # -- looking -------------------------------------------------------------------------------------

    def whole(self) -> QImage:
        """Return the window with what lies over it."""
        image = _opaque(self.window)
        painter = QPainter(image)
        for each in QApplication.topLevelWidgets():
            if each is not self.window and each.isVisible() and isinstance(each, QMenu):
                painter.drawImage(each.pos() - self.window.pos(), _opaque(each))
        painter.end()
        return image

    def part(self, *widgets: QWidget, height: int = 0) -> QImage:
        """Return the part of the window in which these widgets lie, or the upper part of it."""
        area = QRect()
        for each in widgets:
            area |= QRect(each.mapTo(self.window, QPoint(0, 0)), each.size())
        if height:
            area.setHeight(min(height, area.height()))
        return self.whole().copy(area)

    def alone(self, dialog: QWidget | None = None) -> QImage:
        """Return the open dialog with a frame and its title."""
        dialog = dialog or self.dialog()
        inside, theme = _opaque(dialog), self.window.theme
        image = QImage(inside.width() + 2, inside.height() + TITLE_BAR + 1, QImage.Format.Format_RGB32)
        image.fill(theme.colour("border.strong"))
        painter = QPainter(image)
        bar = QRect(1, 1, inside.width(), TITLE_BAR - 1)
        painter.fillRect(bar, theme.colour("border"))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text"))
        painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, dialog.windowTitle())
        painter.drawImage(1, TITLE_BAR, inside)
        painter.end()
        return image


@contextmanager
def studio(home: Path) -> Iterator[Callable[..., Any]]:
    """Read the seeds into a workspace, and give a function that opens a window on a copy of it."""
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    app = QApplication.instance() or make_application()
    seeds = Path(shutil.copytree(ROOT / "seeds", home / "seeds"))
    prepared = workspace_for(seeds)
    with _desk(Settings(jobs=1), seeds, (1440, 900)) as desk:
        desk.window.open_folder(seeds)
        desk.until(lambda: len(desk.corpus.listing.ids) == len(list(seeds.glob("*.txt"))), "the seeds")
        desk.until(lambda: not desk.window.activity.busy, "the import")
        desk.settle()
    taken = 0

    @contextmanager
    def visit(size: tuple[int, int], theme: str, **settings: Any) -> Iterator[Desk]:
        nonlocal taken
        taken += 1
        copy = Path(shutil.copy(prepared, home / f"{taken}.briefreader"))
        QGuiApplication.clipboard().clear()
        with _desk(Settings(theme=theme, jobs=1, **settings), seeds, size) as desk:
            desk.corpus.open_workspace(copy)
            desk.until(lambda: desk.corpus.opened is not None, "an article")
            desk.surveyed()
            yield desk

    yield visit
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def _desk(settings: Settings, seeds: Path, size: tuple[int, int]) -> Iterator[Desk]:
    theme = Theme(settings.theme)
    theme.dress_text(text_ratio(settings), settings.face)
    theme.keep_still(settings.reduce_motion)
    theme.apply()
    window = Window(Corpus(Jobs(), settings.author), theme, settings)
    window.resize(*size)
    window.show()
    window.resize(*size)
    window.activateWindow()
    try:
        yield Desk(window, seeds)
    finally:
        for each in QApplication.topLevelWidgets():
            if each is not window and each.isVisible():
                each.close()
        window.corpus.jobs.drain()
        window.close()
        window.deleteLater()
        QTest.qWait(20)


def _opaque(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def tiled(images: Sequence[QImage], columns: int, gap: int = 2) -> QImage:
    """Return images of one size beside and below each other."""
    wide, high = images[0].width() + gap, images[0].height() + gap
    whole = QImage(wide * columns - gap, high * -(-len(images) // columns) - gap, QImage.Format.Format_RGB32)
    whole.fill(QColor("white"))
    painter = QPainter(whole)
    for number, image in enumerate(images):
        painter.drawImage(number % columns * wide, number // columns * high, image)
    painter.end()
    return whole


def save(image: QImage, path: Path) -> int:
    """Write an image in its 256 most used colours, and return how many bytes it takes."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = numpy.frombuffer(image.constBits(), dtype=numpy.uint32)
    colours, counts = numpy.unique(pixels, return_counts=True)
    order = numpy.argsort(-counts)
    # Shades that are nearly the same share one entry: that of them which is used most.
    _near, first = numpy.unique(colours[order] & 0xF8F8F8, return_index=True)
    used = colours[order][numpy.sort(first)[:COLOURS]]
    table = [int(each) | 0xFF000000 for each in used]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    image.convertToFormat(QImage.Format.Format_Indexed8, table, flags).save(str(path), "PNG", 0)
    return path.stat().st_size
