"""Commands on two articles side by side: which ones, and from where."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.library.comparing import Candidate, candidates
from briefreader.ui.article_commands import open_dialog
from briefreader.ui.corpus import Notice
from briefreader.ui.models.dates import say_published
from briefreader.ui.models.entries import Entry
from briefreader.ui.views.compare import Side
from briefreader.ui.views.compare_bar import ON_DIFFERENCES, ON_PAIRS

if TYPE_CHECKING:
    from briefreader.ui.window import Window

_MOST_OFFERED = 8


class CompareCommands(QObject):
    """What the window does to compare articles."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._corpus = window.corpus
        self._views: set[QObject] = set()

    def slots(self) -> dict[str, Callable[..., object]]:
        """Return what each action calls."""
        view = self._window.compare
        return {
            "compare": self.compare,
            "swap_articles": view.swap,
            "follow_scrolling": view.set_following,
            "close_comparison": view.close_other,
            "next_pair": lambda: view.step_pair(1),
            "previous_pair": lambda: view.step_pair(-1),
            "next_difference": lambda: view.step_difference(1),
            "previous_difference": lambda: view.step_difference(-1),
        }

    def attend(self) -> None:
        """Follow the parts of the window from which articles can be compared."""
        window = self._window
        window.compare.wanted.connect(lambda name: window.action(name).trigger())
        window.compare.turned.connect(window.arrangement.stand_beside)
        window.compare.compared.connect(self._enable)
        window.documents.compare_requested.connect(self.compare_documents)
        window.stage.view_changed.connect(lambda _name: self._meet_view())
        self._meet_view()
        self._enable()

    def compare(self) -> None:
        """Compare what is chosen: two articles of the list, or the sources of a fact; else ask with which."""
        window = self._window
        table = window.documents.table
        chosen = window.panel.chosen()
        if table.hasFocus() and len(table.selected) == 2:
            self.compare_documents(table.selected)
            return
        if chosen is not None:
            for one, other in self._told(chosen[0], chosen[1]):
                self.compare_entries(one, other)
                return
        self.ask()

    def compare_documents(self, ids: list[str]) -> None:
        """Compare two articles; of one, ask with which."""
        if len(ids) == 2:
            self._window.compare.show_sides(Side(ids[0]), Side(ids[1]))
        elif len(ids) == 1:
            self.ask(ids[0])

    def compare_entries(self, one: ClaimEntry, other: ClaimEntry) -> None:
        """Show what two sources say of a claim, side by side."""
        self._window.compare.show_sides(Side(one.document, one.mark), Side(other.document, other.mark))

    def ask(self, id: str = "") -> None:
        """Ask with which article one is to be compared, the open one if none is named."""
        from briefreader.ui.dialogs.compare import CompareDialog

        opened = self._corpus.opened
        id = id or (opened.document.id if opened else "")
        if not id:
            self._say(_("Open an article first."))
            return

        def found(others: list[Candidate]) -> None:
            if not others:
                self._say(_("There is no other article to compare this one with."))
                return
            dialog = CompareDialog(others, self._window)
            dialog.accepted.connect(lambda: self.compare_documents([id, dialog.chosen()]))
            open_dialog(dialog)

        self._corpus.jobs.call(candidates, id, self._corpus.survey, done=found)

    def offer(self, menu: QMenu, entry: Entry, span: Span | None) -> None:
        """Add to the menu on a row of the side panel the other sources that speak of it."""
        offers = list(self._told(entry, span))[:_MOST_OFFERED]
        if not offers:
            return
        survey = self._corpus.survey
        inside = menu.addMenu(self._window.theme.icon("columns"), _("Compare with"))
        for one, other in offers:
            card = survey.sources.get(other.document) if survey else None
            outlet = card.outlet if card else ""
            title = card.title if card else ""
            said = " · ".join(part for part in (outlet, say_published(other.published), title) if part)
            said = said if len(said) <= 70 else said[:70].rstrip() + "…"
            action = inside.addAction(said.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, one=one, other=other: self.compare_entries(one, other))

    def _told(self, entry: Entry, span: Span | None) -> Iterable[tuple[ClaimEntry, ClaimEntry]]:
        """Yield what an entry's article says of a matter, with what others say; first those that differ."""
        survey = self._corpus.survey
        if survey is None or not entry.facts:
            return
        spans = [span] if span is not None else list(entry.spans)
        found: dict[str, Claim] = {}
        for each in spans:
            found |= {claim.id: claim for claim in survey.ledger.touching(entry.document, each)}
        seen = {entry.document}
        for claim in sorted(found.values(), key=lambda each: each.verdict != "differ"):
            mine = next(
                (e for e in claim.entries if e.document == entry.document and e.mark.overlaps(spans[0])), None
            )
            for other in claim.entries if mine is not None and claim.decision != "dismissed" else ():
                if other.document not in seen and mine is not None:
                    seen.add(other.document)
                    yield mine, other

    def _meet_view(self) -> None:
        """Listen to a view that has articles to compare, once it has been made."""
        view = self._window.stage.current()
        if hasattr(view, "sides_requested") and view not in self._views:
            self._views.add(view)
            view.sides_requested.connect(self.compare_entries)

    def _enable(self) -> None:
        view, named = self._window.compare, self._window.actions_by_name
        found = view.comparison
        for name in ("swap_articles", "follow_scrolling", "close_comparison"):
            named[name].setEnabled(view.active)
        for names, able in (
            (ON_PAIRS, found is not None and bool(found.pairs)),
            (ON_DIFFERENCES, found is not None and bool(found.differences)),
        ):
            for name in names:
                named[name].setEnabled(able)

    def _say(self, text: str) -> None:
        self._corpus.notice.emit(Notice(text))
