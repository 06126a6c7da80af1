"""The briefings of the workspace and the one in hand, as the window has them: always the newest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefreader.domain.annotation import Edit
from briefreader.domain.changes import Changes
from briefreader.domain.outline import Line, Outline
from briefreader.i18n import _
from briefreader.library import annotating, outlining
from briefreader.library.workspace import Workspace

if TYPE_CHECKING:
    from briefreader.ui.corpus import Corpus

_IN_HAND = "briefing"
Change = Callable[[Outline], Outline]


class Briefings(QObject):
    """All briefings, oldest first, and the one in hand; every change of them goes through here.

    A change is shown at once and stored right after, as a step that can be undone by its name.
    """

    changed = Signal()
    """The list of briefings, or the one in hand, is other than before."""
    flushing = Signal()
    """Whoever holds back what is being typed is to send it now."""
    shown = Signal(object)
    """Ids of lines or sections of the briefing in hand that somebody wants to see."""

    def __init__(self, corpus: Corpus) -> None:
        super().__init__(corpus)
        self._corpus = corpus
        self._all: dict[str, Outline] = {}
        self._chosen = ""
        self._foreseen = 0  # counts what was shown before it was stored
        corpus.workspace_opened.connect(lambda _path: self._begin())
        corpus.changed.connect(self._written)

    # -- what there is ----------------------------------------------------------------------------

    @property
    def all(self) -> tuple[Outline, ...]:
        """Return every briefing, the oldest first."""
        return tuple(sorted(self._all.values(), key=lambda each: (each.created, each.id)))

    @property
    def now(self) -> Outline | None:
        """Return the briefing in hand: the chosen one, or else the one that was changed last."""
        if self._chosen in self._all:
            return self._all[self._chosen]
        return max(self._all.values(), key=lambda each: (each.changed, each.id), default=None)

    def choose(self, id: str) -> None:
        """Take another briefing in hand."""
        self.flushing.emit()
        if id != self._chosen:
            self._chosen = id
            self._corpus.jobs.call(lambda workspace: workspace.store.remember(_IN_HAND, id))
            self.changed.emit()

    def show(self, ids: Sequence[str]) -> None:
        """Ask for lines or sections of the briefing in hand to be seen."""
        self.shown.emit(tuple(ids))

    # -- changing ---------------------------------------------------------------------------------

    def change(
        self,
        change: Change,
        label: str,
        merge: str = "",
        refused: Callable[[], None] | None = None,
        id: str = "",
    ) -> Outline | None:
        """Change the briefing in hand, or the one with this id; return what it has become.

        What changes nothing is no step. Changes that follow one another with the same ``merge`` are one.
        """
        before = self._all.get(id) if id else self.now
        if before is None:
            return None
        after = change(before)
        if after == before:
            return before
        edit = outlining.edit(before, after, annotating.now())
        self._corpus.apply([edit], label, refused, merge)
        return self._all.get(before.id)

    def take(self, outline: Outline, label: str = "") -> None:
        """Add a briefing and take it in hand."""
        self.flushing.emit()
        self._corpus.apply([Edit(None, outline)], label or _("new briefing"))
        self.choose(outline.id)

    def remove(self, outline: Outline) -> None:
        """Remove a briefing; undo brings it back."""
        self.flushing.emit()
        self._corpus.apply([Edit(self._all.get(outline.id, outline), None)], _("removal of briefing"))

    def fresh(self, title: str = "", template: str = "full") -> Outline:
        """Return a new, empty briefing that is not kept yet."""
        stamp = annotating.now()
        return outlining.blank(template, stamp, title or self.new_title(), self._corpus.author)

    def new_title(self, title: str = "") -> str:
        """Return a title that no other briefing has."""
        title = title or _("Untitled briefing")
        taken = {each.title for each in self._all.values()}
        number, found = 2, title
        while found in taken:
            found, number = f"{title} {number}", number + 1
        return found

    def add(self, lines: Sequence[Line], part: str = "", at: int | None = None) -> None:
        """Add lines to a section, or each to the section of its kind; without a briefing, one is made."""
        self.flushing.emit()
        label = _("addition to briefing")
        if self.now is None:
            fresh = self.fresh()
            self.take(outlining.with_lines(fresh, lines), label)
        else:
            self.change(lambda old: outlining.with_lines(old, lines, part, at), label)

    # -- keeping up with the store -----------------------------------------------------------------

    def when_known(self, then: Callable[[], None]) -> None:
        """Do something once all that was asked of the store until now has been answered."""
        self._corpus.jobs.call(lambda _workspace: None, done=lambda _none: then())

    def foresee(self, edits: Sequence[Edit]) -> None:
        """Show edits of briefings before the store has them."""
        own = [edit for edit in edits if isinstance(edit.after or edit.before, Outline)]
        for edit in own:
            record = edit.after or edit.before
            assert isinstance(record, Outline)
            self._all.pop(record.id, None)
            if isinstance(edit.after, Outline):
                self._all[record.id] = edit.after
        if own:
            self._foreseen += 1
            self.changed.emit()

    def _begin(self) -> None:
        self._all, self._chosen = {}, ""
        self.changed.emit()
        self._corpus.jobs.call(lambda workspace: workspace.store.recall(_IN_HAND), done=self._recalled)
        self._ask()

    def _recalled(self, id: str) -> None:
        self._chosen = self._chosen or id

    def _written(self, changes: Changes) -> None:
        if changes.everything or changes.briefings:
            self._ask()

    def _ask(self) -> None:
        foreseen = self._foreseen

        def arrived(found: list[Outline]) -> None:
            # What was changed meanwhile is newer, and asks again when it is stored.
            if foreseen == self._foreseen and {each.id: each for each in found} != self._all:
                self._all = {each.id: each for each in found}
                self.changed.emit()

        self._corpus.jobs.call(_briefings, done=arrived)


def _briefings(workspace: Workspace) -> list[Outline]:
    return workspace.store.briefings()
