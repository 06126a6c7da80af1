"""Undo and redo: edits that the store has accepted, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from briefreader.domain.annotation import Edit, undone


class EditCommand(QUndoCommand):
    """Edits that the store has already accepted; ``replay`` sends edits to it again."""

    def __init__(
        self, label: str, edits: tuple[Edit, ...], replay: Callable[[tuple[Edit, ...]], None]
    ) -> None:
        super().__init__(label)
        self._edits = edits
        self._replay = replay
        self._pushed = False

    def redo(self) -> None:
        """Do nothing the first time: pushing a command must not be able to fail."""
        if self._pushed:
            self._replay(self._edits)
        self._pushed = True

    def undo(self) -> None:
        """Take the edits back."""
        self._replay(undone(self._edits))
