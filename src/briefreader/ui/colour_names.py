"""What the user calls the colours of marks in the open workspace."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefreader.domain.changes import Changes
from briefreader.i18n import _
from briefreader.library import colours
from briefreader.library.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.corpus import Corpus


class ColourNames(QObject):
    """The names of colours, kept fresh: whoever shows a colour asks here what it is called."""

    changed = Signal()

    def __init__(self, corpus: Corpus) -> None:
        super().__init__(corpus)
        self._corpus = corpus
        self.names: Mapping[str, str] = {}
        corpus.workspace_opened.connect(lambda _path: self._ask())
        corpus.changed.connect(self._written)

    def called(self, colour: str) -> str:
        """Return a colour in words: "to verify (yellow)", or "yellow" if it was not given a name."""
        return colours.called(colour, self.names)

    def set_names(self, wanted: Mapping[str, str]) -> None:
        """Give colours names, as one step that can be undone; an empty name takes it back."""
        author = self._corpus.author

        def edits(workspace: Workspace) -> object:
            return colours.name_colours(workspace.store.decisions(), wanted, author)

        self._corpus.jobs.call(edits, done=lambda made: self._corpus.apply(made, _("names of colours")))

    def _written(self, changes: Changes) -> None:
        if changes.everything or changes.decisions:
            self._ask()

    def _ask(self) -> None:
        self._corpus.jobs.call(colours.colour_names, done=self._arrived)

    def _arrived(self, names: Mapping[str, str]) -> None:
        if names != self.names:
            self.names = names
            self.changed.emit()
