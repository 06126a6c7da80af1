"""What the keys of marking do while several notes are chosen in the panel: the same to all, in one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefreader.domain.annotation import Annotation, Edit
from briefreader.i18n import plural
from briefreader.library import annotating, noting
from briefreader.library.workspace import Workspace
from briefreader.ui.article_commands import open_dialog

if TYPE_CHECKING:
    from briefreader.ui.models.entries import Entry
    from briefreader.ui.window import Window

Act = Callable[[Sequence[Annotation]], None]


class NotesCommands(QObject):
    """Stars, colours, tags and removes all chosen marks; a single one on a passage is left to ``Marking``."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._corpus = window.corpus

    def over(self, slots: dict[str, Callable[..., object]]) -> dict[str, Callable[..., object]]:
        """Return what the keys of marking call: the same as before unless several notes are chosen."""
        own: dict[str, Act] = {
            "star": self._star, "highlight": partial(self._colour, name="colour", colour=""),
            "underline": partial(self._colour, name="underline", colour=""), "tag": self._tag,
            "note": self._note, "remove": self._remove,
        }  # fmt: skip
        for name in slots:
            for prefix, field in (("highlight_", "colour"), ("underline_", "underline")):
                if name.startswith(prefix):
                    own[name] = partial(self._colour, name=field, colour=name.removeprefix(prefix))
        return {
            name: partial(self._do, own[name], slot) if name in own else slot for name, slot in slots.items()
        }

    def _do(self, act: Act, otherwise: Callable[..., object]) -> None:
        """Do something to the chosen notes, or what the key does otherwise."""
        entries = self._window.panel.chosen_notes()
        if len(entries) > 1 or (entries and not entries[0].spans):
            self._with(entries, act)
        else:
            otherwise()

    def _with(self, entries: Sequence[Entry], act: Act) -> None:
        """Hand on the marks of entries as they are stored now."""
        documents = list(dict.fromkeys(entry.document for entry in entries))
        ids = [entry.key for entry in entries]

        def found(marks: list[Annotation]) -> None:
            if marks:
                act(marks)

        self._corpus.jobs.call(noting.marks_named, documents, ids, done=found)

    # -- what is done --------------------------------------------------------------------------------

    def _star(self, marks: Sequence[Annotation]) -> None:
        starred = not all(mark.starred for mark in marks)
        edits = noting.set_on_all(marks, annotating.now(), starred=starred)
        on = plural("star on {n} mark", "star on {n} marks", len(edits))
        off = plural("removal of {n} star", "removal of {n} stars", len(edits))
        self._corpus.apply(edits, on if starred else off)

    def _colour(self, marks: Sequence[Annotation], name: str, colour: str) -> None:
        marking = self._window.marking
        last = "line_colour" if name == "underline" else "colour"
        if colour:
            setattr(marking, last, colour)
        wanted = getattr(marking, last)
        off = all(getattr(mark, name) == wanted for mark in marks)
        edits = noting.set_on_all(marks, annotating.now(), **{name: "" if off else wanted})
        n = len(edits)
        if name == "underline":
            on = plural("underline of {n} mark", "underline of {n} marks", n)
            taken = plural("removal of {n} underline", "removal of {n} underlines", n)
        else:
            on = plural("highlight of {n} mark", "highlight of {n} marks", n)
            taken = plural("removal of {n} highlight", "removal of {n} highlights", n)
        self._corpus.apply(edits, taken if off else on)

    def _remove(self, marks: Sequence[Annotation]) -> None:
        label = plural("removal of {n} mark", "removal of {n} marks", len(marks))
        self._corpus.apply([Edit(mark, None) for mark in marks], label)

    def _note(self, _marks: Sequence[Annotation]) -> None:
        """Write the note of the one that has the keyboard: a note is about one passage."""
        entry = self._window.panel.notes.current()
        if entry is not None:
            self._window.panel.edit_requested.emit(entry)

    def _tag(self, marks: Sequence[Annotation]) -> None:
        from briefreader.ui.dialogs.several_tags import SeveralTagsDialog

        count = Counter(tag for mark in marks for tag in mark.tags)
        there = sorted(count.items(), key=lambda each: each[0].casefold())
        title = plural("Tags of {n} mark", "Tags of {n} marks", len(marks))

        def known(tags: list[str]) -> None:
            dialog = SeveralTagsDialog(title, there, tags, self._window)
            dialog.accepted.connect(lambda: self._tagged(marks, dialog.added(), dialog.removed()))
            open_dialog(dialog)

        self._corpus.jobs.call(_tags, done=known)

    def _tagged(self, marks: Sequence[Annotation], add: Sequence[str], off: Sequence[str]) -> None:
        edits = noting.tag_all(marks, add, off, annotating.now())
        n = len(edits)
        if add and off:
            label = plural("change of tags of {n} mark", "change of tags of {n} marks", n)
        elif add:
            label = plural("tag on {n} mark", "tags on {n} marks", n)
        else:
            label = plural("removal of tag from {n} mark", "removal of tag from {n} marks", n)
        self._corpus.apply(edits, label)


def _tags(workspace: Workspace) -> list[str]:
    found = workspace.store.tagged()
    return annotating.tags_in_use(found.annotations, found.statuses)
