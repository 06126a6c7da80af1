"""A command of the undo stack does nothing when it is pushed."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtGui import QUndoStack

from briefreader.domain.annotation import Annotation, Edit, Status
from briefreader.ui.history import EditCommand, others, say_replayed


def test_pushing_does_nothing_and_undo_goes_backwards() -> None:
    first = Edit(None, Status("a", starred=True, revision=1))
    second = Edit(first.after, Status("a", starred=True, read=True, revision=2))
    sent: list[tuple[Edit, ...]] = []
    stack = QUndoStack()
    stack.push(EditCommand("star", (first, second), sent.append))
    assert sent == []
    stack.undo()
    assert sent == [(second.undone(), first.undone())]
    stack.redo()
    assert sent[-1] == (first, second)
    assert stack.undoText() == "star"


def test_a_refused_step_is_dropped_without_a_word() -> None:
    sent: list[tuple[Edit, ...]] = []
    stack = QUndoStack()
    stack.push(EditCommand("kept", (), sent.append))
    refused = EditCommand("refused", (), sent.append)
    stack.push(refused)
    refused.refuse()
    stack.undo()
    assert (sent, stack.count(), stack.undoText()) == ([], 1, "kept")


def test_a_step_on_other_articles_is_named() -> None:
    edits = [Edit(None, Status(id, starred=True, revision=1)) for id in ("a", "b", "a", "c")]
    assert others(edits, "a") == ["b", "c"]
    assert others(edits[:1], "a") == []
    moved = Edit(Annotation("1", "a", None, note="n"), Annotation("1", "old", None, note="n"))
    assert (others([moved], "a"), others([moved], "b")) == ([], ["old"])
    assert (
        say_replayed("removal of 3 marks", True, 2)
        == "Undone: removal of 3 marks. It changed 2 other articles."
    )
    assert say_replayed("rename of tag", False, 1) == "Done again: rename of tag. It changed another article."


def test_steps_that_go_on_with_one_another_are_one() -> None:
    states = [Status("a", tags=("x" * n,), revision=n) for n in range(1, 4)]
    sent: list[tuple[Edit, ...]] = []
    stack = QUndoStack()
    for before, after in pairwise(states):
        stack.push(EditCommand("typing", (Edit(before, after),), sent.append, "line 1"))
    assert stack.count() == 1
    stack.undo()
    assert sent == [(Edit(states[2], states[0]),)]
    stack.redo()
    stack.push(EditCommand("typing", (Edit(states[2], states[0]),), sent.append, "line 2"))
    stack.push(EditCommand("other", (Edit(states[0], states[1]),), sent.append))
    assert stack.count() == 3
