"""How the window's parts share its width: the list of articles is narrow, a view over all is wide."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QMargins, QObject, QRect, QSettings, QTimer, SignalInstance
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from briefreader.ui.views.compare import LEAST_WIDTH
from briefreader.ui.views.reading_order import in_reading_order
from briefreader.ui.views.stage import ARTICLES, Stage

_LAYOUT = 4  # a layout kept by another version is not taken
_LEAST = {"left": 184, "list": 212, "view": 420, "reader": 380, "panel": 228}
_WISHED = {"ledger": 580, "briefing": 620}  # px for two passages side by side, or outline and text
_FRAME = QMargins(4, 34, 4, 4)  # px around the window, until its frame is known
_SPARE = 200  # px that two articles side by side take rather than the side panel and the sources
_FRAMED_MS = 300
_LIST = (220, 300, 610, 310)
_VIEW = (184, 590, 440, 246)


class Arrangement(QObject):
    """Gives each part its width, by what the stage shows, and keeps it between sessions.

    Where a view and the reader leave no room for them, the side panel and the sources step back, and come
    again with the list of articles. So they do where two articles stand side by side.
    """

    def __init__(
        self, window: QMainWindow, stage: Stage, left: QWidget, reader: QWidget, panel: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._left, self._reader, self._panel = left, reader, panel
        self._begun = window.size()
        self._wide = False
        self._beside = False  # whether two articles stand in the place of the reader
        self._alone = _never  # whether a view takes the place of the reader as well
        self._dragged = False  # whether the user has given a view its width
        self._sizes: dict[bool, list[int]] = {False: list(_LIST), True: list(_VIEW)}
        self._stepped_back: list[QWidget] = []
        self._width_of = {left: _LIST[0], panel: _LIST[3]}  # beside the list, also while they are hidden
        self.splitter = QSplitter(window)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        parts = ((left, "left"), (stage, "list"), (reader, "reader"), (panel, "panel"))
        for number, (widget, name) in enumerate(parts):
            widget.setMinimumWidth(_LEAST[name])
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(number, int(name == "reader"))
        in_reading_order(self.splitter)
        self.splitter.setSizes(list(_LIST))
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self._framed = QTimer(self, singleShot=True, interval=_FRAMED_MS)
        self._framed.timeout.connect(self._keep_on_screen)
        self.splitter.splitterMoved.connect(self._drag)
        stage.view_changed.connect(self._turned)
        for each in (window, left, panel):
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share another width of the window; see to it that the window is within the screen."""
        if watched is not self._window:
            beside_the_list = self.splitter.isVisible() and not (self._wide or self._beside)
            if event.type() == QEvent.Type.Hide and beside_the_list:
                self._width_of |= {each: each.width() for each in self._width_of if each is watched}
        elif event.type() == QEvent.Type.Resize and (self._wide or self._beside):
            self._fitting.start()
        elif event.type() == QEvent.Type.Show:
            self._framed.start()
        return False

    def follow(self, changed: SignalInstance, beside: Callable[[], str]) -> None:
        """Let the briefing stand alone while ``beside`` is not "article", and follow when that changes."""
        self._alone = lambda: self._stage.name == "briefing" and beside() != "article"
        changed.connect(lambda _what: self._fitting.start())
        self._fitting.start()

    def _turned(self, name: str) -> None:
        wide = name != ARTICLES
        if not (wide or self._wide):
            return
        if not (self._wide or self._beside):
            self._sizes[False] = self._sizes_now()
        self._wide = wide
        self._stage.setMinimumWidth(_LEAST["view" if wide else "list"])
        self._fit()

    def stand_beside(self, beside: bool) -> None:
        """Make room for a second article beside the first, or give it back."""
        if beside == self._beside:
            return
        if not (self._wide or self._beside):
            self._sizes[False] = self._sizes_now()
        self._beside = beside
        self._reader.setMinimumWidth(self._least_reader())
        self._fit()

    def _sizes_now(self) -> list[int]:
        """Return the width of each part beside the list; of a hidden one, what it is to have again."""
        if not self.splitter.isVisible():
            return list(self._sizes[False])  # it has not been laid out yet
        parts = (self._left, self._stage, self._reader, self._panel)
        return [
            self._width_of.get(part, size) if part.isHidden() else size
            for part, size in zip(parts, self.splitter.sizes(), strict=True)
        ]

    def _least_reader(self) -> int:
        return LEAST_WIDTH if self._beside else _LEAST["reader"]

    def _drag(self) -> None:
        if self._wide and not self._beside:
            self._dragged = True
            self._sizes[True] = self.splitter.sizes()

    def _fit(self) -> None:
        """Give each part its width; in a view the panel and the sources step back as need be."""
        back = self._stepped_back
        self._stepped_back = []
        for widget in back:
            widget.show()
        if self._wide or self._beside:
            self._step_back()
        sizes = [size or least for size, least in zip(self._sizes[self._wide], _LEAST_OF, strict=True)]
        if self._beside or (self._wide and not self._dragged):
            sizes = self._widened(sizes)
        self.splitter.setSizes(sizes)

    def _widened(self, sizes: list[int]) -> list[int]:
        """Let a view have the width that it wishes for, as far as the reader can do with less."""
        left, view, _reader, panel = sizes
        room = self._window.width() - 3
        room -= sum(
            size for widget, size in ((self._left, left), (self._panel, panel)) if not widget.isHidden()
        )
        reader, least = self._least_reader(), _LEAST["view" if self._wide else "list"]
        view = max(least, min(max(view, self._wish()), room - reader))
        return [left, view, max(reader, room - view), panel]

    def _wish(self) -> int:
        return _WISHED.get(self._stage.name, _LEAST["view"]) if self._wide else _LEAST["list"]

    def _step_back(self) -> None:
        """Hide the panel, then the sources, until a view and the reader fit."""
        room = self._window.width()
        if self._stage.name == "briefing" and not self._left.isHidden():
            self._left.hide()  # the filter says nothing of a briefing
            self._stepped_back.append(self._left)
        shown = [widget for widget in (self._panel, self._left) if not widget.isHidden()]
        if self._alone():
            shown = [*shown, *([] if self._reader.isHidden() else [self._reader])]
            for widget in shown:
                widget.hide()
            self._stepped_back += shown
            return
        need = (
            self._wish()
            + self._least_reader()
            + self._spare()
            + sum(_LEAST[self._named(widget)] for widget in shown)
        )
        for widget in shown:
            if need <= room:
                break
            widget.hide()
            self._stepped_back.append(widget)
            need -= _LEAST[self._named(widget)]

    def _spare(self) -> int:
        """Return how much more than the least two articles should have before the panel takes it."""
        return _SPARE if self._beside else 0

    def _named(self, widget: QWidget) -> str:
        return "panel" if widget is self._panel else "left"

    # -- between sessions ----------------------------------------------------------------------------

    def keep(self, settings: QSettings) -> None:
        """Keep sizes and what is shown."""
        view = self._stage.name
        hidden = [widget for widget in (self._left, self._panel) if widget.isHidden()]
        gone = [widget for widget in hidden if widget not in self._stepped_back]
        self._stage.show_view(ARTICLES)
        settings.setValue("version", _LAYOUT)
        settings.setValue("geometry", self._window.saveGeometry())
        settings.setValue("splitter", self.splitter.saveState())
        settings.setValue("list", self._sizes_now())
        settings.setValue("wide", self._sizes[True] if self._dragged else "")
        settings.setValue("sources", self._left not in gone)
        settings.setValue("panel", self._panel not in gone)
        settings.setValue("view", view)
        settings.sync()

    def restore(self, settings: QSettings) -> dict[str, bool]:
        """Bring sizes back; return whether the sources and the panel are to be shown."""
        if settings.value("version", 0, int) != _LAYOUT:
            return {}
        for restore, key in (
            (self._window.restoreGeometry, "geometry"), (self.splitter.restoreState, "splitter"),
        ):  # fmt: skip
            state = settings.value(key)
            if isinstance(state, QByteArray):
                restore(state)
        narrow = settings.value("list")
        if isinstance(narrow, list) and len(narrow) == len(_LIST):
            self._sizes[False] = [int(size) for size in narrow]
            self._width_of = {self._left: self._sizes[False][0], self._panel: self._sizes[False][3]}
        wide = settings.value("wide")
        if isinstance(wide, list) and len(wide) == len(_VIEW):
            self._sizes[True] = [int(size) for size in wide]
            self._dragged = True
        return {name: bool(settings.value(name, True, bool)) for name in ("sources", "panel")}

    def clamp(self) -> None:
        """Before the window is first seen, let it be no larger than the screen with a frame around it."""
        self._within_screen(_FRAME)
        self._begun = self._window.size()

    def _keep_on_screen(self) -> None:
        if self._window.size() != self._begun:
            return  # somebody wants it so
        outer, inner = self._window.frameGeometry(), self._window.geometry()
        self._within_screen(
            QMargins(
                inner.left() - outer.left(), inner.top() - outer.top(),
                outer.right() - inner.right(), outer.bottom() - inner.bottom(),
            )
        )  # fmt: skip

    def _within_screen(self, frame: QMargins) -> None:
        window = self._window
        if window.isMaximized() or window.isFullScreen():
            return
        wanted = within(window.geometry(), window.screen().availableGeometry().marginsRemoved(frame))
        if wanted != window.geometry():
            window.setGeometry(wanted)

    def kept_view(self, settings: QSettings) -> str:
        """Return the view that was shown last."""
        known = settings.value("version", 0, int) == _LAYOUT
        return str(settings.value("view", ARTICLES)) if known else ARTICLES


def _never() -> bool:
    return False


_LEAST_OF = (_LEAST["left"], _LEAST["list"], _LEAST["reader"], _LEAST["panel"])


def within(wanted: QRect, room: QRect) -> QRect:
    """Return a rectangle moved, and made smaller if need be, so that it lies within another."""
    wide, high = min(wanted.width(), room.width()), min(wanted.height(), room.height())
    left = min(max(wanted.left(), room.left()), room.right() + 1 - wide)
    top = min(max(wanted.top(), room.top()), room.bottom() + 1 - high)
    return QRect(left, top, wide, high)
