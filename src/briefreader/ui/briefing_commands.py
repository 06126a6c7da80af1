"""What the window does with briefings: new ones, copies, removal, and adding to the one in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QWidget

from briefreader.domain.decision import Passage
from briefreader.domain.fact import Fact
from briefreader.domain.outline import Line, Outline
from briefreader.domain.text import Span
from briefreader.i18n import _, plural
from briefreader.library import annotating, judging, outlining
from briefreader.library.citing import cited
from briefreader.library.looking import Opened
from briefreader.library.workspace import Workspace
from briefreader.ui.adding import Wanted, dragged, lines_of, passages_of
from briefreader.ui.article_commands import open_dialog
from briefreader.ui.corpus import Notice
from briefreader.ui.dialogs.asking import AskDialog, ask
from briefreader.ui.views.outline_edits import part_of

if TYPE_CHECKING:
    from briefreader.ui.views.briefing import BriefingView
    from briefreader.ui.window import Window

_VIEW = "briefing"
_STATED = ("figure", "event", "agreement", "key", "date")
LinesTask = Callable[[Workspace], Sequence[Line]]


class BriefingCommands(QObject):
    """The actions of the menu Briefing."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._corpus = window.corpus
        self._briefings = window.corpus.briefings
        self._view: BriefingView | None = None

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each action calls."""
        return {
            "new_briefing": self.new,
            "briefing_from": self.new_from,
            "copy_briefing": self.copy,
            "rename_briefing": self.rename,
            "remove_briefing": self.remove,
            "export": self.export,
            "exports": self.exports,
            "add_quote": self.add_quote,
            "add_fact": self.add_fact,
            "add_passage": self.add_passage,
            "cite": self.cite,
        }

    def attend(self) -> None:
        """Listen to the views as they are first shown."""
        self._window.stage.view_changed.connect(self._shown)
        self._briefings.changed.connect(self._able)
        self._window.reader.text.drag_started.connect(self.drag_selection)
        self._window.compare.other.text.drag_started.connect(self.drag_other_selection)
        self._able()

    def drag_selection(self, span: Span) -> None:
        """Let the selected passage be dragged out of the article, into the briefing or another program."""
        _drag(self._window.reader.text, self._corpus.opened, span)

    def drag_other_selection(self, span: Span) -> None:
        """Let it be dragged out of the second article, too."""
        other = self._window.compare.other
        _drag(other.text, other.opened, span)

    def _able(self) -> None:
        """Offer only what can be done: without a briefing nothing can be renamed."""
        there = self._briefings.now is not None
        for name in ("copy_briefing", "rename_briefing", "remove_briefing", "exports", "cite"):
            self._window.actions_by_name[name].setEnabled(there)

    def _shown(self, name: str) -> None:
        view = self._window.stage.current()
        if name == _VIEW and self._view is None:
            self._view = view  # type: ignore[assignment]
            self._dress()
        elif hasattr(view, "brief_requested") and not view.property("briefed"):
            view.setProperty("briefed", True)
            view.brief_requested.connect(self.add_made)

    def _dress(self) -> None:
        view, named = self._view, self._window.actions_by_name
        assert view is not None
        names = ("new_briefing", "briefing_from", "copy_briefing", "rename_briefing", "remove_briefing")
        view.bar.offer([*(named[each] for each in names), None, named["exports"]], named["export"])
        view.new_wanted.connect(self.new)
        view.proposal_wanted.connect(self.new_from)
        self._window.arrangement.follow(view.beside_changed, lambda: view.beside)
        self._corpus.passage_requested.connect(lambda _span, _flash: self._make_room())
        self._corpus.leaving.connect(self._make_room)

    def _make_room(self) -> None:
        """Let a passage that is gone to be seen beside the text."""
        if self._view is not None and self._window.stage.name == _VIEW:
            self._view.set_beside("article")

    def go_to_reader(self) -> None:
        """Give the article the keyboard, also where the pages stood in its place."""
        self._make_room()
        self._window.reader.text.setFocus()

    # -- briefings --------------------------------------------------------------------------------

    def new(self) -> None:
        """Ask for a title and begin an empty briefing."""
        title = self._briefings.new_title()

        def begin(title: str) -> None:
            fresh = self._briefings.fresh(title)
            fresh = replace(fresh, paper=self._window.settings.paper, scope=self._corpus.listing.ids)
            self._briefings.take(fresh)
            self.show()

        ask(AskDialog(_("New briefing"), (), _("&Title"), title, _("Begin"), self._window), begin)

    def new_from(self) -> None:
        """Ask what a briefing is to be proposed from, and propose it."""
        from briefreader.ui.dialogs.briefing_from import BriefingFromDialog

        if not self._corpus.listing.ids and self._corpus.opened is None:
            self._say(_("There is nothing to propose yet: import articles first."))
            return
        self._corpus.surveys.want()
        title = self._briefings.new_title()
        dialog = BriefingFromDialog(self._corpus, title, self._window.settings.paper, self._window)
        dialog.proposed.connect(self._take)
        open_dialog(dialog)

    def _take(self, outline: Outline) -> None:
        self._briefings.take(outline, _("proposed briefing"))
        self.show()

    def copy(self) -> None:
        """Make a copy of the briefing in hand, and take that in hand."""
        now = self._briefings.now
        if now is not None:
            title = self._briefings.new_title(_("{title} (copy)").format(title=now.title))
            self._briefings.take(outlining.copy(now, title, annotating.now()), _("copy of briefing"))

    def rename(self) -> None:
        """Ask for another title."""
        now = self._briefings.now
        if now is None:
            return

        def named(title: str) -> None:
            self._briefings.change(lambda old: replace(old, title=title), _("title of briefing"), id=now.id)

        dialog = AskDialog(_("Rename briefing"), (), _("&Title"), now.title, _("Rename"), self._window)
        ask(dialog, named)

    def remove(self) -> None:
        """Remove the briefing in hand; the notice offers to bring it back."""
        now = self._briefings.now
        if now is not None:
            self._briefings.remove(now)
            words = _("The briefing “{title}” was removed.").format(title=now.title)
            self._corpus.notice.emit(Notice(words, "info", _("Undo"), self._corpus.history.undo))

    def exports(self) -> None:
        """Show when and where to the briefing in hand was exported."""
        from briefreader.ui.dialogs.exports import ExportsDialog

        now = self._briefings.now
        if now is not None:
            open_dialog(ExportsDialog(self._corpus, now, self._window))

    def export(self) -> None:
        """Ask how the briefing in hand is exported; without one, also what goes into one made on the spot."""
        from briefreader.ui.dialogs.export import ExportDialog

        self._briefings.flushing.emit()
        now, window = self._briefings.now, self._window
        if now is None and not self._corpus.listing.ids and self._corpus.opened is None:
            self._say(_("There is nothing to export yet: import articles first."))
            return
        dialog = ExportDialog(self._corpus, window.theme, now, window.settings.paper, window)
        if self._view is not None:
            dialog.saved.connect(lambda _path: self._view.reviewing.again())
        open_dialog(dialog)

    def show(self, ids: Sequence[str] = ()) -> None:
        """Show the briefing in hand, at lines of it."""
        self._window.commands.show_view(_VIEW)
        if ids and self._view is not None:
            self._view.show_rows(ids)

    # -- adding -----------------------------------------------------------------------------------

    def add_quote(self) -> None:
        """Add the quotes chosen in the panel, or the one at the caret; what a view in front offers, there."""
        if self._from_view():
            return
        wanted = self._facts(("quote",))
        if wanted:
            self.add(wanted)
        else:
            self._say(_("Choose a quote in the side panel, or put the caret into one, first."))

    def add_fact(self) -> None:
        """Add the facts chosen in the panel, or the one at the caret."""
        if self._from_view():
            return
        wanted = self._facts(_STATED)
        if wanted:
            self.add(wanted)
        else:
            self._say(_("Choose a fact in the side panel, or put the caret into one, first."))

    def add_passage(self) -> None:
        """Add the selected passage, or the marks and notes that are chosen."""
        notes = self._window.panel.chosen_notes()
        if notes:
            self.add([Wanted("annotation", entry.document, entry.key) for entry in notes])
            return
        target = self._window.marking.target()
        if target is None:
            self._say(_("Select a passage first: with the mouse, or with Shift and the arrows."))
        elif target.annotation:
            self.add([Wanted("annotation", target.document, target.annotation)])
        else:
            self.add([_passage(target.document, target.span)])

    def cite(self) -> None:
        """Cite the selected passage at the caret of the sentence that is being written."""
        writing = self._view.writing() if self._view is not None else None
        target = self._window.marking.target()
        if writing is None:
            self._say(_("Put the caret into a sentence of your own in the briefing first."))
            return
        if target is None:
            self._say(_("Select the passage to cite in the article first."))
            return
        view, (line_id, place) = self._view, writing
        assert view is not None

        def found(passages: list[Passage]) -> None:
            view.cite(line_id, passages, place)
            self._say(_("Cited in your sentence."))

        wanted = [_passage(target.document, target.span)]
        self._corpus.jobs.call(passages_of, wanted, self._corpus.survey, done=found)

    def add(self, wanted: Sequence[Wanted]) -> None:
        """Add things to the briefing in hand."""
        survey = self._corpus.survey
        self.add_made(lambda workspace: lines_of(workspace, wanted, survey))

    def add_made(self, task: LinesTask) -> None:
        """Add the lines that a task makes in the thread of the workspace, and say where they went."""

        def made(lines: Sequence[Line]) -> None:
            if lines:
                self._briefings.add(lines)
                self._told(lines)
            else:
                self._say(_("That is no longer there, so nothing was added."))

        self._corpus.jobs.call(task, done=made)

    def _told(self, lines: Sequence[Line]) -> None:
        now = self._briefings.now
        part = part_of(now, lines[0].id)
        if now is None or part is None:
            return
        ids = [line.id for line in lines]
        if len(lines) == 1:
            said = _("Added to “{title}”, {section}.").format(title=now.title, section=part.title)
        else:
            counted = plural("{n} line", "{n} lines", len(lines))
            said = _("Added to “{title}”: {lines}.").format(title=now.title, lines=counted)
        undo, show = self._corpus.history.undo, lambda: self.show(ids)
        self._corpus.notice.emit(Notice(said, "info", _("Show"), show, _("Undo"), undo))

    # -- what is meant ------------------------------------------------------------------------------

    def _from_view(self) -> bool:
        """Let a view that has the keyboard add what is chosen there; tell whether one has."""
        view, focus = self._window.stage.current(), QApplication.focusWidget()
        if not hasattr(view, "brief") or focus is None or not (view is focus or view.isAncestorOf(focus)):
            return False
        view.brief()
        return True

    def _facts(self, kinds: Sequence[str]) -> list[Wanted]:
        """Return the facts of these kinds that are chosen in the panel, else the innermost at the caret."""
        entries = self._window.panel.chosen_entries()
        found = [fact for entry in entries for fact in entry.facts[:1]]
        facts = [fact for fact in found if fact.kind in (*_STATED, "quote")]  # either key: the row says which
        if not entries:
            at_caret = self._at_caret(kinds)
            facts = [at_caret] if at_caret is not None else []
        return [Wanted("fact", fact.document, fact.key) for fact in facts]

    def _at_caret(self, kinds: Sequence[str]) -> Fact | None:
        opened, reader = self._corpus.opened, self._window.reader
        if opened is None:
            return None
        chosen = reader.settled_selection() or Span(reader.text.caret, reader.text.caret + 1)
        standing = judging.standing(opened.facts)
        around = [fact for fact in standing if fact.kind in kinds and fact.span.contains(chosen)]
        return min(around, key=lambda fact: len(fact.span), default=None)

    def _say(self, text: str) -> None:
        self._corpus.notice.emit(Notice(text))


def _passage(document: str, span: Span) -> Wanted:
    return Wanted("passage", document, "", span.start, span.end)


def _drag(text: QWidget, opened: Opened | None, span: Span) -> None:
    if opened is not None:
        drag = QDrag(text)
        wanted = [_passage(opened.document.id, span)]
        drag.setMimeData(dragged(wanted, cited(opened.document, span)))
        drag.exec(Qt.DropAction.CopyAction)
