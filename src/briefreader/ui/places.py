"""Back and forward through the places that were visited, as a browser does it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from briefreader.ui.corpus import Corpus, Opened
from briefreader.ui.views.reader import ReaderView

_MOST = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A document, and the code point of it that stood at the top of the reader."""

    document: str
    top: int


class Places(QObject):
    """Keeps where the reader was before it went elsewhere, and goes back there."""

    changed = Signal()
    """There is, or is no longer, a place to go back or forward to."""

    def __init__(self, corpus: Corpus, reader: ReaderView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._corpus = corpus
        self._reader = reader
        self._behind: list[Place] = []
        self._ahead: list[Place] = []
        self._wanted: Place | None = None  # where back or forward is on its way to
        corpus.leaving.connect(self._leave)
        corpus.document_opened.connect(self._arrive)
        corpus.workspace_opened.connect(self._forget)

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a place to go back to."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Tell whether a place was gone back from."""
        return bool(self._ahead)

    def back(self) -> None:
        """Go to the place before this one."""
        self._go(self._behind, self._ahead)

    def forward(self) -> None:
        """Go to the place that was gone back from."""
        self._go(self._ahead, self._behind)

    def _here(self) -> Place | None:
        opened = self._corpus.opened
        return Place(opened.document.id, self._reader.text.place_at_top()) if opened else None

    def _leave(self) -> None:
        if self._wanted is not None:
            return
        here = self._here()
        if here is not None and here not in self._behind[-1:]:
            self._behind = [*self._behind, here][-_MOST:]
        self._ahead = []
        self.changed.emit()

    def _go(self, source: list[Place], target: list[Place]) -> None:
        here = self._here()
        while source and source[-1] == here:
            source.pop()
        if source:
            self._wanted = source.pop()
            if here is not None:
                target.append(here)
            if here is not None and here.document == self._wanted.document:
                self._reach()
            else:
                self._corpus.open_document(self._wanted.document)
        self.changed.emit()

    def _arrive(self, opened: Opened | None) -> None:
        if self._wanted is not None and opened is not None and opened.document.id == self._wanted.document:
            self._reach()
        elif opened is None:
            self._wanted = None

    def _reach(self) -> None:
        if self._wanted is not None:
            self._reader.return_to(self._wanted.top)
            self._wanted = None

    def _forget(self, _path: object) -> None:
        self._behind, self._ahead, self._wanted = [], [], None
        self.changed.emit()


class SideButtons(QObject):
    """Lets the mouse's buttons for back and forward do that over some widgets."""

    def __init__(self, places: Places, widgets: Iterable[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._places = places
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the two buttons; everything else goes its way."""
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        if event.button() == Qt.MouseButton.BackButton:
            self._places.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self._places.forward()
        else:
            return False
        return True
