"""The shared corpus model: the one object that the window and all its panels are given."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from briefreader.domain.annotation import Annotation, Edit, undone
from briefreader.domain.changes import EVERYTHING, Changes
from briefreader.domain.errors import BriefreaderError, Conflict
from briefreader.domain.query import Counts, Failure, Query
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.library import annotating, looking
from briefreader.library.looking import Listing, Opened
from briefreader.library.workspace import Workspace
from briefreader.ui.briefings import Briefings
from briefreader.ui.colour_names import ColourNames
from briefreader.ui.history import EditCommand, others, say_replayed
from briefreader.ui.jobs import Jobs
from briefreader.ui.surveys import Surveys
from briefreader.ui.watching import Watch

__all__ = ["Corpus", "Listing", "Notice", "Opened"]

_UNDO_STEPS = 500


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the user, shown in the window; ``kind`` is "info", "warning" or "error".

    ``action`` is on the button that does ``act``, ``second`` on another that does ``do_second``.
    """

    text: str
    kind: str = "info"
    action: str = ""
    act: Callable[[], None] | None = None
    second: str = ""
    do_second: Callable[[], None] | None = None


class Corpus(QObject):
    """What the user is looking at, and every way to change it.

    It keeps no copy of the corpus: the store is the truth. Panels listen to its signals and call
    it; two panels meet only here.
    """

    workspace_opened = Signal(object)
    """A workspace's path, when it is open."""
    changed = Signal(object)
    """Changes: what a write touched, after it is stored."""
    listed = Signal(object)
    """Listing: the documents of the query in force."""
    query_changed = Signal(object)
    """Query: the filter in force, at once when it is set."""
    leaving = Signal()
    """Another document, or another passage of this one, is about to be shown."""
    document_opened = Signal(object)
    """Opened, or None when nothing is open."""
    document_refreshed = Signal(object)
    """Opened: the same document with other annotations or facts."""
    passage_requested = Signal(object, bool)
    """A span of the open document to show, and whether to flash it."""
    selection_changed = Signal(object)
    """The selected span of the open document, or None."""
    hovered = Signal(object)
    """The key of the fact or the id of the annotation under the mouse, or None."""
    surveyed = Signal(object)
    """Survey: what is known over the whole corpus, made anew after a change while it is wanted."""
    surveying = Signal(object)
    """Job: a survey that has begun."""
    importing = Signal(bool)
    """Whether articles are being brought in."""
    notice = Signal(object)
    """Notice."""

    def __init__(self, jobs: Jobs, author: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.author = author
        self.history = QUndoStack(self)
        self.history.setUndoLimit(_UNDO_STEPS)
        self.query = Query()
        self.listing = Listing(Query(), (), Counts())
        self.opened: Opened | None = None
        self.selection: Span | None = None
        self._wanted: str | None = None
        self._passage: tuple[Span | str, bool] | None = None
        self._under_way = 0  # edits that the store has not answered yet
        self._showing = 0  # counts the documents shown
        self.surveys = Surveys(self, self.surveyed.emit, self.surveying.emit, self._survey_lost)
        self.colours = ColourNames(self)
        self.briefings = Briefings(self)
        self.watch = Watch(self)
        jobs.failed.connect(self.report)

    # -- the workspace ------------------------------------------------------------------------

    def open_workspace(
        self, path: Path, folder: str = "", then: Callable[[], None] | None = None,
        before: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        """Open a workspace in place of the one that is open; if that fails, the open one stays."""

        def opened(path: Path) -> None:
            self.history.clear()
            self.query = Query()
            self._wanted = self._passage = self.survey = None
            self._show(None)
            self.workspace_opened.emit(path)
            self.query_changed.emit(self.query)
            self.refresh()
            self.refresh_index()
            self.surveys.outdate()
            if then is not None:
                then()

        self.jobs.open(path, folder, opened, before)

    def refresh_index(self) -> None:
        """Bring the search index up to what is stored, in the background."""
        if self.jobs.path is not None:
            self.jobs.run(_refresh_index, done=lambda _done: self.refresh())

    # -- which documents ----------------------------------------------------------------------

    def set_query(self, query: Query) -> None:
        """Look at other documents."""
        if query == self.query:
            return
        self.query = query
        self.query_changed.emit(query)
        self.refresh()

    def filter(self, **values: Any) -> None:
        """Change parts of the filter; the others stay."""
        self.set_query(replace(self.query, **values))

    def refresh(self) -> None:
        """Ask the store anew which documents the query takes."""
        query = self.query
        self.jobs.call(looking.look, query, done=self._listed)

    def _listed(self, listing: Listing) -> None:
        if listing.query == self.query:
            self.listing = listing
            self.listed.emit(listing)

    @property
    def survey(self) -> Survey | None:
        """Return what is known over the whole corpus, as it was last looked over; None before that."""
        return self.surveys.now

    @survey.setter
    def survey(self, survey: Survey | None) -> None:
        self.surveys.now = survey

    def _survey_lost(self, error: BaseException) -> None:
        words = _("The sources could not be compared.")
        self.notice.emit(Notice(words, "error", _("Try again"), self.surveys.look_over))
        self.listed.emit(self.listing)  # the views say so where they show nothing yet
        self.report(error)

    # -- the document in the reader -------------------------------------------------------------

    def open_document(self, id: str, passage: Span | str | None = None, flash: bool = True) -> None:
        """Show a document, at a passage if one is given: its span, or the id of its annotation."""
        if self.opened is not None and (passage is not None or self.opened.document.id != id):
            self.leaving.emit()
        self._passage = (passage, flash) if passage is not None else None
        if self.opened is not None and self.opened.document.id == id and self._wanted in (None, id):
            self._show_passage()
            return
        self._wanted = id
        self.jobs.call(looking.first_seen, id, done=self._arrived)

    def fetch(self, id: str, found: Callable[[Opened | None], None]) -> None:
        """Get a document without opening it in the reader."""
        self.jobs.call(looking.opened, id, done=found)

    def select(self, span: Span | None) -> None:
        """Say what is selected in the reader."""
        if span != self.selection:
            self.selection = span
            self.selection_changed.emit(span)

    def step(self, by: int, unread: bool = False, among: Sequence[str] = ()) -> None:
        """Open the document ``by`` places further down the list, or ``among`` others; or the next unread."""
        ids = tuple(among) or self.listing.ids
        if not ids:
            return
        here = ids.index(self._current) if self._current in ids else (-1 if by > 0 else len(ids))
        if not unread:
            self.open_document(ids[min(max(here + by, 0), len(ids) - 1)])
            return
        order = [*ids[here + 1 :], *ids[: max(here, 0)]] if by > 0 else [*reversed(ids[: max(here, 0)])]

        def found(id: str | None) -> None:
            if id is not None:
                self.open_document(id)
            else:
                self.notice.emit(Notice(_("Everything in this list has been read.")))

        self.jobs.call(looking.next_unread, order, done=found)

    @property
    def _current(self) -> str | None:
        return self._wanted or (self.opened.document.id if self.opened else None)

    def _arrived(self, opened: Opened | None) -> None:
        if opened is None:
            self._wanted = None
            self.notice.emit(Notice(_("That document is no longer in the workspace."), "warning"))
            return
        if (opened.asked or opened.document.id) == self._wanted:
            self._wanted = None
            self._show(opened)
            if not opened.complete:
                QTimer.singleShot(0, self, partial(self._fetch_whole, opened.document.id))

    def _show(self, opened: Opened | None) -> None:
        self.opened = opened
        self._showing += 1
        self.select(None)
        self.document_opened.emit(opened)
        self._show_passage()

    def _show_passage(self) -> None:
        if self._passage is not None and self.opened is not None:
            passage, flash = self._passage
            self._passage = None
            place = self.opened.place_of(passage) if isinstance(passage, str) else passage
            if place is None:
                self.notice.emit(Notice(_("The passage is no longer in the article."), "warning"))
            else:
                self.passage_requested.emit(place, flash)

    # -- what a person makes --------------------------------------------------------------------

    def apply(
        self, edits: Sequence[Edit], label: str, refused: Callable[[], None] | None = None, merge: str = ""
    ) -> None:
        """Carry out edits, which can be undone under this label at once.

        If the store does not take them, what is stored is shown again, the user is told, and
        ``refused`` is called: it brings back what was typed. Edits of one record that follow one another
        with the same ``merge`` are one step.
        """
        edits = tuple(edits)
        if not edits:
            return
        command = self.carried_out(edits, label, merge)

        def failed() -> None:
            self._forget(command)
            if refused is not None:
                refused()

        self._send(edits, failed)

    def carried_out(self, edits: Sequence[Edit], label: str, merge: str = "") -> EditCommand:
        """Make edits that are stored, or about to be, a step of the history."""
        edits = tuple(edits)

        def replay(sent: tuple[Edit, ...]) -> None:
            self._replay(sent, label, back=sent is not edits)

        command = EditCommand(label, edits, replay, merge)
        self.history.push(command)
        return command

    def apply_quietly(self, edits: Sequence[Edit]) -> None:
        """Carry out edits that nobody would want to undo, such as "read" by opening."""
        self._send(tuple(edits), lambda: None)

    def _replay(self, edits: tuple[Edit, ...], label: str, back: bool) -> None:
        # The steps of the history no longer fit what is stored if one of them cannot be taken.
        self._send(edits, self.history.clear)
        elsewhere = others(edits, self.opened.document.id if self.opened else "")
        if elsewhere:
            words = say_replayed(label, back, len(elsewhere))
            self.notice.emit(Notice(words, "info", _("Show"), lambda: self.open_document(elsewhere[0])))

    def _forget(self, command: EditCommand) -> None:
        """Take a refused step out of the history; with others on top of it, all of it."""
        last = self.history.index() - 1
        if last >= 0 and self.history.command(last) is command:
            command.refuse()
            self.history.undo()
        else:
            self.history.clear()

    def _send(self, edits: tuple[Edit, ...], refused: Callable[[], None]) -> None:
        """Send edits to the store; what it does not take is shown as it was, and the user is told."""

        def done(changes: Changes) -> None:
            self._under_way -= 1
            self._changed(changes, shown=seen is not None and seen == self._showing)
            if any(annotating.renames(edit) for edit in edits):
                self.refresh_index()

        def failed(error: BaseException) -> None:
            self._under_way -= 1
            self._foresee(undone(edits))
            if isinstance(error, Conflict):
                self.history.clear()  # its steps no longer fit what somebody else has stored
            self._changed(EVERYTHING)
            self.report(error)
            refused()

        self._under_way += 1

        def dropped() -> None:
            self._under_way -= 1

        self.jobs.call(annotating.apply, edits, done=done, failed=failed).cancelled.connect(dropped)
        self._foresee(edits)
        seen = self._showing if self._is_all_shown(edits) else None

    def _foresee(self, edits: Sequence[Edit]) -> None:
        """Show edits before the store has them, so that the next key builds on them."""
        self.briefings.foresee(edits)
        if self.opened is None:
            return
        here = [edit for edit in edits if edit.document == self.opened.document.id]
        if here:
            self.opened = self.opened.after(*here)
            self.document_refreshed.emit(self.opened)

    def _is_all_shown(self, edits: Sequence[Edit]) -> bool:
        """Tell whether edits change nothing but marks of the open document, so that what is shown is stored.

        Of a status this is not known: it is rebased on the stored one.
        """
        open_now = self.opened.document.id if self.opened else None
        return all(isinstance(each.after or each.before, Annotation) for each in edits) and all(
            each.document == open_now for each in edits
        )

    def imported(self, changes: Changes) -> None:
        """Say that another job has written to the store."""
        self.watch.forget()
        self._changed(changes)

    def _changed(self, changes: Changes, shown: bool = False) -> None:
        """Tell what was written; ``shown`` says that the open document is seen so already."""
        self.changed.emit(changes)
        self.refresh()
        if changes.evidence:
            self.surveys.outdate()
        judged = changes.annotations or changes.decisions
        if shown:
            return
        if self.opened is not None and (changes.touches(self.opened.document.id) or judged):
            if changes.rewrites(self.opened.document.id):
                self._fetch_whole(self.opened.document.id)
            else:
                self.jobs.call(looking.marked, self.opened.document, done=self._refreshed)

    def _fetch_whole(self, id: str) -> None:
        self.jobs.call(looking.opened, id, done=self._refreshed)

    def _refreshed(self, fetched: Opened | None) -> None:
        if fetched is None:
            self._show(None)
        elif self.opened is not None and fetched.document.id == self.opened.document.id:
            self.opened = self.opened.refreshed(fetched, edited=bool(self._under_way))
            self.document_refreshed.emit(self.opened)
        elif self.opened is not None and fetched.asked == self.opened.document.id:
            self._show(fetched)  # a newer version has taken its place

    # -- telling the user -----------------------------------------------------------------------

    def report(self, error: BaseException) -> None:
        """Tell the user of a failure; a fault of the program goes to the excepthook."""
        if isinstance(error, BriefreaderError):
            self.notice.emit(Notice(str(error), "error"))
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def failures(self, done: Callable[[list[Failure]], None]) -> None:
        """Ask for the sources that could not be read."""
        self.jobs.call(lambda workspace: workspace.store.failures(), done=done)


def _refresh_index(workspace: Workspace, progress: Callable[[int, int, str], None]) -> None:
    workspace.refresh_index(progress)
