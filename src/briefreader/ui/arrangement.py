"""How the window's parts share its width: the list of articles is narrow, a view over all is wide."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from briefreader.ui.views.stage import ARTICLES, Stage

_LAYOUT = 3  # a layout kept by another version is not taken
_LEAST = {"left": 184, "list": 212, "view": 420, "reader": 380, "panel": 228}
_LIST = (220, 300, 610, 310)
_VIEW = (184, 590, 440, 246)


class Arrangement(QObject):
    """Gives each part its width, by what the stage shows, and keeps it between sessions.

    Where a view and the reader leave no room for them, the side panel and the sources step back, and come
    again with the list of articles.
    """

    def __init__(
        self, window: QMainWindow, stage: Stage, left: QWidget, reader: QWidget, panel: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._left, self._panel = left, panel
        self._wide = False
        self._sizes: dict[bool, list[int]] = {False: list(_LIST), True: list(_VIEW)}
        self._stepped_back: list[QWidget] = []
        self.splitter = QSplitter(window)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        parts = ((left, "left"), (stage, "list"), (reader, "reader"), (panel, "panel"))
        for number, (widget, name) in enumerate(parts):
            widget.setMinimumWidth(_LEAST[name])
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(number, int(name == "reader"))
        self.splitter.setSizes(list(_LIST))
        stage.view_changed.connect(self._turned)

    def _turned(self, name: str) -> None:
        wide = name != ARTICLES
        if wide == self._wide:
            return
        self._sizes[self._wide] = self.splitter.sizes()
        self._wide = wide
        self._stage.setMinimumWidth(_LEAST["view" if wide else "list"])
        if wide:
            self._step_back()
        else:
            for widget in self._stepped_back:
                widget.show()
            self._stepped_back = []
        sizes = [size or least for size, least in zip(self._sizes[wide], _LEAST_OF, strict=True)]
        self.splitter.setSizes(sizes)

    def _step_back(self) -> None:
        """Hide the panel, then the sources, until a view and the reader fit."""
        room = self._window.width()
        shown = [widget for widget in (self._panel, self._left) if widget.isVisible()]
        need = _LEAST["view"] + _LEAST["reader"] + sum(_LEAST[self._named(widget)] for widget in shown)
        for widget in shown:
            if need <= room:
                break
            widget.hide()
            self._stepped_back.append(widget)
            need -= _LEAST[self._named(widget)]

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
        settings.setValue("wide", self._sizes[True])
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
        wide = settings.value("wide", list(_VIEW))
        if isinstance(wide, list) and len(wide) == len(_VIEW):
            self._sizes[True] = [int(size) for size in wide]
        return {name: bool(settings.value(name, True, bool)) for name in ("sources", "panel")}

    def kept_view(self, settings: QSettings) -> str:
        """Return the view that was shown last."""
        known = settings.value("version", 0, int) == _LAYOUT
        return str(settings.value("view", ARTICLES)) if known else ARTICLES


_LEAST_OF = (_LEAST["left"], _LEAST["list"], _LEAST["reader"], _LEAST["panel"])
