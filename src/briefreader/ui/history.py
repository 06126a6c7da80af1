"""Undo and redo: edits, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QUndoCommand

from briefreader.domain.annotation import Edit, undone
from briefreader.i18n import _, plural

_MERGING = 1


class EditCommand(QUndoCommand):
    """Edits that are on their way to the store already; ``replay`` sends edits to it again.

    Steps that follow one another with the same ``merge`` become one, which keeps the first label.
    """

    def __init__(
        self,
        label: str,
        edits: tuple[Edit, ...],
        replay: Callable[[tuple[Edit, ...]], None],
        merge: str = "",
    ) -> None:
        super().__init__(label)
        self._edits = edits
        self._replay = replay
        self._pushed = False
        self._merge = merge

    def id(self) -> int:
        """Return a number that steps share which may become one: -1 for those that never do."""
        return _MERGING if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in the step that follows if it goes on with the same thing, as typing does."""
        if not isinstance(other, EditCommand) or other._merge != self._merge or self.isObsolete():
            return False
        if len(self._edits) != 1 or len(other._edits) != 1 or self._edits[0].after != other._edits[0].before:
            return False
        self._edits = (Edit(self._edits[0].before, other._edits[0].after),)
        return True

    def redo(self) -> None:
        """Do nothing the first time: pushing a command must not be able to fail."""
        if self._pushed:
            self._replay(self._edits)
        self._pushed = True

    def undo(self) -> None:
        """Take the edits back; nothing is to be taken back of edits that were refused."""
        if not self.isObsolete():
            self._replay(undone(self._edits))

    def refuse(self) -> None:
        """Say that the store did not take the edits: the next undo drops the step."""
        self.setObsolete(True)


def others(edits: Sequence[Edit], opened: str) -> list[str]:
    """Return the documents that edits touch beside the one that is open, in their order.

    A mark that goes from an older text of the open document to this one, or back, touches no other.
    """
    away = (edit for edit in edits if opened not in _documents(edit))
    return [id for id in dict.fromkeys(edit.document for edit in away) if id]


def _documents(edit: Edit) -> set[str]:
    return {record.document for record in (edit.before, edit.after) if record is not None}


def say_replayed(label: str, back: bool, articles: int) -> str:
    """Return what is said of a step undone, or done again, on articles that are not on the screen."""
    said = _("Undone: {step}.") if back else _("Done again: {step}.")
    where = plural("It changed another article.", "It changed {n} other articles.", articles)
    return f"{said.format(step=label)} {where}"
