"""Commands on marks whose passage is not where it was: placing by hand, and confirming the place found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefreader.domain.annotation import Annotation, Edit
from briefreader.i18n import _
from briefreader.library import annotating
from briefreader.ui.corpus import Notice, Opened
from briefreader.ui.models.placed import UNPLACED

if TYPE_CHECKING:
    from briefreader.ui.window import Window


class PlacingCommands(QObject):
    """Places the mark that is chosen in the Notes tab, or confirms the place that was found for one."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._corpus = window.corpus

    def show_all(self) -> None:
        """Show the marks of all listed articles, and choose one of those that need a look."""
        self._window.action("show_panel").setChecked(True)
        self._window.action("everything").setChecked(True)
        self._window.panel.open_tab(2)
        self._window.panel.seek_odd()

    def place(self) -> None:
        """Put the unplaced mark that is chosen in the Notes tab on the passage selected in the article."""
        chosen = self._window.panel.notes.current()
        opened, span = self._corpus.opened, self._window.reader.settled_selection()
        if chosen is None or chosen.how != UNPLACED:
            self._say(_("Choose an unplaced mark in the Notes tab first."))
            return
        if opened is None or opened.annotation(chosen.key) is None:
            self._corpus.open_document(chosen.document)
            self._say(_("Select the passage that the mark belongs to, then place it."))
            return
        if span is None:
            self._say(_("Select the passage that the mark belongs to first."))
            return
        mark = opened.annotation(chosen.key)
        assert mark is not None
        edit = annotating.put(mark, opened.document, span, annotating.now())
        self._corpus.apply([edit], _("placing of mark"))
        self._corpus.passage_requested.emit(span, True)

    def confirm(self) -> None:
        """Keep the place that was found for a mark as its own, with the words that stand there now."""
        chosen = self._window.panel.notes.current()
        target = self._window.marking.target()
        id = target.annotation if target else (chosen.key if chosen and chosen.kind == "note" else "")

        def found(opened: Opened | None) -> None:
            mark = opened.annotation(id) if opened else None
            placed = annotating.placed_in(mark, opened.document) if opened and mark else None
            if opened is None or mark is None or placed is None or placed.sure:
                self._say(_("Nothing to confirm: choose a mark whose words or surroundings changed."))
                return
            edit = annotating.put(mark, opened.document, placed.span, annotating.now())
            self._corpus.apply([edit], _("confirmation of place"))

        document = target.document if target and target.annotation else (chosen.document if chosen else "")
        opened = self._corpus.opened
        if not id or (opened is not None and opened.document.id == document):
            found(opened)
        else:
            self._corpus.fetch(document, found)

    def remove(self, otherwise: Callable[[], None]) -> None:
        """Remove the unplaced mark whose row has the keyboard; if there is none, do something else."""
        notes = self._window.panel.notes
        chosen = [each for each in notes.chosen() if each.how == UNPLACED] if notes.tree.hasFocus() else []
        if not chosen:
            otherwise()
            return

        def fetched(marks: list[Annotation | None]) -> None:
            self._corpus.apply([Edit(mark, None) for mark in marks if mark], _("removal of mark"))

        keys = [each.key for each in chosen]
        self._corpus.jobs.call(
            lambda workspace: [workspace.store.annotation(key) for key in keys], done=fetched
        )

    def _say(self, text: str) -> None:
        self._corpus.notice.emit(Notice(text))
