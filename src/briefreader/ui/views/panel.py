"""The side panel: key facts, quotes and notes of this document or of all that are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.changes import Changes
from briefreader.domain.fact import Fact
from briefreader.domain.placing import Placed
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.i18n import _, number, plural
from briefreader.library import noting
from briefreader.library.judging import standing
from briefreader.library.noting import Marks
from briefreader.ui.corpus import Corpus, Listing, Opened
from briefreader.ui.jobs import Job
from briefreader.ui.models.entries import Entry, Scope, fact_groups, note_groups, quote_groups
from briefreader.ui.models.entries_details import Detail, details
from briefreader.ui.models.gathered import (
    MOST_DOCUMENTS,
    MOST_FACTS,
    MOST_NOTES,
    Gathered,
    Noted,
    gather,
    gather_notes,
)
from briefreader.ui.models.notes import regrouped
from briefreader.ui.models.touching import Touching
from briefreader.ui.theme import Theme
from briefreader.ui.views.entry_tree import EntryTree
from briefreader.ui.views.notes_filter import NotesFilterBar
from briefreader.ui.views.placing_bar import PlacingBar

_REFRESH_MS = 120


class SidePanel(QWidget):
    """Tabs Facts, Quotes and Notes over the shared corpus."""

    edit_requested = Signal(object)
    """An entry of the Notes tab to edit."""
    menu_requested = Signal(object, object, QPoint)
    """An entry, its span, and where its menu is to open."""
    claim_requested = Signal(str)
    """The id of a claim to show in the ledger."""

    def __init__(self, corpus: Corpus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._corpus = corpus
        self._theme = theme
        self._everything = False
        self._seeking = False  # a mark that needs a look
        self._gathered: Gathered | None = None
        self._shown_facts: Sequence[Fact] | None = None  # those of the open document, when last shown
        self._marks: Noted | None = None
        self._marks_job: Job | None = None
        self._touching = Touching(corpus.survey)
        self._timer = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._timer.timeout.connect(self._fetch)
        self.facts = EntryTree(theme, _("Key facts"), self)
        self.quotes = EntryTree(theme, _("Quotes"), self)
        self.notes = EntryTree(theme, _("Notes and marked passages"), self)
        self.filter = NotesFilterBar(theme, corpus.colours.called, self)
        self.filter.changed.connect(self._narrow_notes)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.setUsesScrollButtons(False)  # in a narrow panel long words are cut, and no tab is hidden
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.tabBar().setAccessibleName(_("Side panel"))
        self.placing = PlacingBar(self)
        self._build()
        self.notes.tree.selectionModel().currentChanged.connect(self._show_placing)
        for tree in (self.facts, self.quotes, self.notes):
            tree.passage_chosen.connect(self._go)
            tree.menu_requested.connect(self._menu)
            tree.claim_chosen.connect(self.claim_requested)
        self.notes.tree.doubleClicked.connect(lambda _index: self._edit())
        corpus.document_opened.connect(self._opened)
        corpus.document_refreshed.connect(self._refreshed)
        corpus.listed.connect(self._listed)
        corpus.changed.connect(self._changed)
        corpus.hovered.connect(self._hovered)
        corpus.surveyed.connect(self._surveyed)
        corpus.colours.changed.connect(self._show_notes)
        self._show()

    def _build(self) -> None:
        self.tabs.addTab(self.facts, _("Facts"))
        self.tabs.addTab(self.quotes, _("Quotes"))
        self.tabs.addTab(self._notes_page(), _("Notes"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._scope())
        self._cut = QLabel(self)
        self._cut.setWordWrap(True)
        self._cut.setProperty("role", "small")
        self._cut.setContentsMargins(14, 0, 14, 6)
        layout.addWidget(self._cut)
        layout.addWidget(self.tabs)

    def _scope(self) -> QHBoxLayout:
        """Make the switch between the open document and all that are listed."""
        self._this = QPushButton(_("This document"), self)
        self._all = QPushButton(_("All listed"), self)
        group = QButtonGroup(self)
        for button in (self._this, self._all):
            button.setCheckable(True)
            button.setObjectName("segment")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            group.addButton(button)
        self._this.setChecked(True)
        self._this.setToolTip(_("Show what was found in the open document"))
        self._all.setToolTip(_("Show what was found in all documents of the list"))
        self._all.toggled.connect(self.set_everything)
        scope = QHBoxLayout()
        scope.setContentsMargins(12, 10, 12, 8)
        scope.setSpacing(0)
        scope.addWidget(self._this)
        scope.addWidget(self._all)
        return scope

    def _notes_page(self) -> QWidget:
        """Make the Notes tab: what narrows the notes, and the notes."""
        page = QWidget(self)
        page.setObjectName("panel")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.filter)
        inside.addWidget(self.notes)
        inside.addWidget(self.placing)
        return page

    # -- what the window asks -------------------------------------------------------------------

    def viewports(self) -> list[QWidget]:
        """Return what the mouse presses in the lists of all tabs."""
        return [each.tree.viewport() for each in (self.facts, self.quotes, self.notes)]

    def tree(self) -> EntryTree:
        """Return the tree of the tab in front."""
        return (self.facts, self.quotes, self.notes)[self.tabs.currentIndex()]

    def chosen(self) -> tuple[Entry, Span] | None:
        """Return the entry that has the keyboard, and its passage; None if the panel does not have it."""
        tree = self.tree()
        entry, span = tree.current(), tree.current_span()
        if entry is None or span is None or not tree.tree.hasFocus():
            return None
        return entry, span

    def chosen_entries(self) -> list[Entry]:
        """Return the chosen entries of facts and quotes; none if the panel does not have the keyboard."""
        tree = self.tree()
        return [entry for entry in tree.chosen() if entry.facts] if tree.tree.hasFocus() else []

    def chosen_notes(self) -> list[Entry]:
        """Return the chosen entries of the Notes tab; none if it does not have the keyboard."""
        return self.notes.chosen() if self.tree() is self.notes and self.notes.tree.hasFocus() else []

    def explain(self, key: str = "") -> None:
        """Open the entry of a fact's key, or else the chosen one, to say why it was found; or close it."""
        if key:
            self.reveal([key])
        self.tree().explain()

    def open_tab(self, number: int) -> None:
        """Bring a tab to the front and give it the keyboard: 0 facts, 1 quotes, 2 notes."""
        self.tabs.setCurrentIndex(number)
        self.tree().tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_everything(self, everything: bool) -> None:
        """Show all listed documents, or only the open one."""
        (self._all if everything else self._this).setChecked(True)
        if everything != self._everything:
            self._everything = everything
            self._gathered = self._marks = None
            self._show()
            if everything:
                self._fetch()

    def reveal(self, keys: Sequence[str]) -> None:
        """Show the entry of the first of these keys that some tab has, the tab in front first."""
        order = [self.tree(), self.facts, self.quotes, self.notes]
        for key in keys:
            for tree in order:
                if tree.reveal(key):
                    self.tabs.setCurrentIndex((self.facts, self.quotes, self.notes).index(tree))
                    return

    # -- what it listens to ----------------------------------------------------------------------

    def _opened(self, _opened: Opened | None) -> None:
        if not self._everything:
            self._show()

    def _refreshed(self, opened: Opened) -> None:
        """Show what has come; if that is a mark and no fact, the lists of facts stay as they are."""
        if opened.facts is self._shown_facts and not self._everything:
            self._show_notes()
        else:
            self._opened(opened)

    def _listed(self, _listing: Listing) -> None:
        if self._everything:
            self._timer.start()

    def _changed(self, _changes: Changes) -> None:
        if self._everything:
            self._timer.start()

    def _surveyed(self, survey: Survey) -> None:
        self._touching = Touching(survey)
        self._show()

    def _hovered(self, key: str | None) -> None:
        self.tree().hover(key)

    def _fetch(self) -> None:
        ids = self._corpus.listing.ids[:MOST_DOCUMENTS]
        self._corpus.jobs.call(gather, ids, done=self._arrived)
        self._fetch_notes()

    def _fetch_notes(self) -> None:
        """Fetch the marks of all listed documents; what was asked before is no longer wanted."""
        if self._marks_job is not None:
            self._marks_job.cancel()
        if self._corpus.jobs.path is None:
            return

        def arrived(found: Noted) -> None:
            if job is self._marks_job and self._everything:
                self._marks = found
                self._show_notes()

        ids, wanted = self._corpus.listing.ids, self.filter.wanted
        job = self._corpus.jobs.run(gather_notes, ids, wanted, done=arrived)
        self._marks_job = job

    def _arrived(self, gathered: Gathered) -> None:
        if self._everything:
            self._gathered = gathered
            self._show()

    # -- showing ---------------------------------------------------------------------------------

    def _show(self) -> None:
        self._shown_facts = self._corpus.opened.facts if self._corpus.opened else None
        self._say_what_is_left_out()
        facts, titles = self._facts()
        waiting = self._everything and self._gathered is None
        nothing = self._nothing(waiting)
        scope = Scope(titles, self._touching)
        self.facts.show_groups(
            fact_groups(facts, scope), nothing or _("No facts were found in this text."), self._explain
        )
        self.quotes.show_groups(
            quote_groups(facts, scope), nothing or _("Nobody is quoted in this text."), self._explain
        )
        self._show_notes()
        quotes = sum(1 for fact in standing(facts) if fact.kind == "quote")
        self.tabs.setTabText(1, _("Quotes {}").format(quotes) if quotes else _("Quotes"))

    def _say_what_is_left_out(self) -> None:
        listed = len(self._corpus.listing.ids)
        said = []
        if listed > MOST_DOCUMENTS:
            words = _("From the first {most} of {listed} listed articles.")
            said.append(words.format(most=number(MOST_DOCUMENTS), listed=number(listed)))
        counts = Counter(fact.kind for fact in (self._gathered.facts if self._gathered else ()))
        if any(count >= MOST_FACTS for count in counts.values()):
            said.append(_("Of each kind the {most} strongest are shown.").format(most=MOST_FACTS))
        if said:
            said.append(_("Narrow the list to see the others."))
        self._cut.setVisible(self._everything and bool(said))
        self._cut.setText(" ".join(said))

    def _nothing(self, waiting: bool) -> str:
        if waiting:
            return _("Gathering …")
        if not self._corpus.listing.ids and self._corpus.opened is None:
            return _("Facts, quotes and notes of the article that you read appear here.")
        if self._corpus.opened is None and not self._everything:
            return _("Choose an article, or look at all listed.")
        if self._corpus.opened is not None and not self._corpus.opened.complete and not self._everything:
            return _("Gathering …")
        return ""

    def _facts(self) -> tuple[Sequence[Fact], dict[str, str]]:
        opened = self._corpus.opened
        facts: Sequence[Fact] = opened.facts if opened else ()
        titles: dict[str, str] = {}
        if self._everything:
            facts = self._gathered.facts if self._gathered else ()
            titles = self._gathered.titles if self._gathered else {}
        # A date line or a caption is folded away in the text, and so is what was found in it.
        return [fact for fact in facts if not fact.data.get("noise")], titles

    def _explain(self, entry: Entry) -> tuple[Detail, ...]:
        """Say what an entry opens to; only the text of the open document is at hand."""
        opened = self._corpus.opened
        text = opened.document.text if opened and opened.document.id == entry.document else ""
        return details(entry.facts, self._touching, text)

    def _narrow_notes(self) -> None:
        if self._everything:
            self._timer.start()
        else:
            self._show_notes()

    def _show_notes(self) -> None:
        opened = self._corpus.opened
        marks, titles = Marks(), dict[str, str]()
        placed: dict[str, Placed | None] = {}
        if self._everything and self._marks is not None:
            marks, titles, placed = self._marks
        elif not self._everything and opened is not None:
            marks = noting.choose(opened.annotations, self.filter.wanted, MOST_NOTES)
            placed = {each.id: None for each in marks.shown if each.document != opened.document.id}
        empty = _("Nothing matches.") if marks.total else _(
            "Select a passage, then press s to star it, h or 1–8 to highlight it, n for a note, t for a tag."
        )  # fmt: skip
        names = self._corpus.colours.names
        groups = note_groups(marks.shown, opened.document if opened else None, titles, placed, names)
        if self.filter.grouping != "document":
            called = self._corpus.colours.called
            groups = regrouped(groups, marks.shown, self.filter.grouping, titles, called)
        waiting = self._everything and self._marks is None
        self.notes.show_groups(groups, self._nothing(waiting) or empty)
        if self._seeking and not waiting:
            self._seeking = False
            odd = [entry.key for group in reversed(groups) for entry in group.entries if entry.how]
            self.notes.reveal(odd[0] if odd else "")
        self._show_placing()
        self.filter.show_marks(marks)
        self.tabs.setTabText(2, _("Notes {}").format(number(marks.total)) if marks.total else _("Notes"))
        self.tabs.setTabToolTip(2, plural("{n} marked passage", "{n} marked passages", marks.total))

    def seek_odd(self) -> None:
        """Choose a mark that needs a look, an unplaced one first, once the marks are there."""
        self._seeking = True
        self._show_notes()

    def _show_placing(self) -> None:
        """Show what can be done about the chosen mark if its passage is not where it was."""
        self.placing.show_for(self.notes.current())

    # -- Qt's own ------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what other sources say as soon as somebody can see it."""
        super().showEvent(event)
        self._corpus.surveys.want()

    # -- what the user does ------------------------------------------------------------------------

    def _go(self, entry: Entry, span: Span | None) -> None:
        # A mark is looked for anew: its article may have changed since it was made.
        self._corpus.open_document(entry.document, entry.key if entry.kind == "note" and span else span)

    def _menu(self, entry: Entry, place: QPoint) -> None:
        span = self.tree().current_span() or (entry.spans[0] if entry.spans else None)
        self.menu_requested.emit(entry, span, place)

    def _edit(self) -> None:
        entry = self.notes.current()
        if entry is not None:
            self.edit_requested.emit(entry)
