"""The place beside the reader: the list of articles, or a view over all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from briefreader.i18n import _

ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class Scene:
    """A view that the stage can show; it is made when it is first asked for."""

    name: str
    label: str
    make: Callable[[], QWidget]


class Stage(QWidget):
    """Views of which one is shown at a time; the list of articles is the first."""

    view_changed = Signal(str)
    """The name of the view that is shown from now on."""

    def __init__(self, articles: QWidget, scenes: tuple[Scene, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._scenes = {ARTICLES: Scene(ARTICLES, _("Articles"), lambda: articles)}
        self._scenes |= {scene.name: scene for scene in scenes}
        self._made: dict[str, QWidget] = {}
        self._names = list(self._scenes)
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setObjectName("views")
        self.tabs.setAccessibleName(_("Views"))
        for scene in self._scenes.values():
            self.tabs.addTab(scene.label)
        self.stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(lambda number: self._show(self._names[number]))
        self._show(ARTICLES)

    @property
    def name(self) -> str:
        """Return the name of the view that is shown."""
        return self._names[self.tabs.currentIndex()]

    @property
    def names(self) -> list[str]:
        """Return the names of all views, in the order of their tabs."""
        return list(self._names)

    def show_view(self, name: str) -> QWidget:
        """Show a view and return it; an unknown name shows the articles."""
        name = name if name in self._scenes else ARTICLES
        if name == self.name:
            self._show(name)
        else:
            self.tabs.setCurrentIndex(self._names.index(name))
        return self._made[name]

    def current(self) -> QWidget:
        """Return the view that is shown."""
        return self._made[self.name]

    def set_tip(self, name: str, tip: str) -> None:
        """Say on a tab what it shows and its key."""
        self.tabs.setTabToolTip(self._names.index(name), tip)

    def _show(self, name: str) -> None:
        if name not in self._made:
            self._made[name] = self._scenes[name].make()
            self.stack.addWidget(self._made[name])
        self.stack.setCurrentWidget(self._made[name])
        self.view_changed.emit(name)
