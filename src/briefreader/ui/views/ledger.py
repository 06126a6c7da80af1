"""The ledger: what sources agree and differ on, with their passages side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.survey import Survey
from briefreader.i18n import _, plural
from briefreader.ui.actions import shown
from briefreader.ui.adding import claims_task
from briefreader.ui.corpus import Corpus, Listing, Notice
from briefreader.ui.delegates.claim import ClaimDelegate
from briefreader.ui.models.claims import ORDERS, SHELVES, ClaimFilter, ClaimsModel, ClaimTable
from briefreader.ui.models.left_out import say_left_out
from briefreader.ui.models.sides import sides_of
from briefreader.ui.theme import Theme
from briefreader.ui.views.acts import LEDGER, named
from briefreader.ui.views.ledger_chips import ShelfChips
from briefreader.ui.views.ledger_deciding import ClaimDecisions
from briefreader.ui.views.ledger_detail import ClaimDetail
from briefreader.ui.views.nothing import Nothing
from briefreader.ui.views.own_keys import OwnKeys, act_action, offer_menu
from briefreader.ui.views.reading_order import in_reading_order
from briefreader.ui.views.row_table import RowTable
from briefreader.ui.views.search import name_clear_button

_FIND = "Ctrl+Shift+F"
_WAIT_MS = 120
_STEP = 1_000  # texts made ready for searching at a time: about 10 ms


class LedgerView(QWidget):
    """The claims of the listed documents; the chosen one stands below with its passages."""

    sides_requested = Signal(object, object)
    """Two ClaimEntries to show side by side, each in its article."""
    brief_requested = Signal(object)
    """The task (adding.LinesTask) that makes lines for the briefing of the chosen claims."""
    keeps_off = True
    """Letters that elsewhere judge a fact mean what the view says."""

    def __init__(self, corpus: Corpus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._corpus, self._theme = corpus, theme
        self._table = ClaimTable()
        self._places: list[int] = []
        self._ids: tuple[str, ...] = ()
        self._stale = True  # whether something has come that is not shown yet
        self._order = ORDERS[0][0]
        self._kept: frozenset[str] = frozenset()
        self._wanted = ""  # a claim to be shown when the survey is there
        self._linked: set[str] = set()  # decisions whose claim is to be shown when the survey has it
        self._turn: tuple[str, int] = ("", -1)  # which passage of which claim was shown last
        self._keys = OwnKeys(self)
        self._make_filters()  # what is made first, Tab comes to first
        self.model = ClaimsModel(self)
        self.list = RowTable(self.model, ClaimDelegate(theme), theme, _("Claims"), self, several=True)
        self.list.itemDelegate().setParent(self.list)
        self.detail = ClaimDetail(theme, self.list, self)
        self.decisions = ClaimDecisions(corpus, self, self._keys)
        self.detail.offer(self.decisions.buttons)
        go = act_action(LEDGER[0], self.go_on, self)
        compare = act_action(LEDGER[1], self.compare, self)
        self._keys.add("Q", self.brief, "brief")
        brief = act_action(named(LEDGER, "brief"), self.brief, self)
        self.acts = [go, compare, brief, *(button.action for button in self.decisions.buttons)]
        offer_menu(self.list, self.acts)
        self.list.setDragEnabled(True)
        self.setFocusProxy(self.list)
        self._lay_out()
        self._connect()
        self._surveyed(corpus.survey)

    # -- making ---------------------------------------------------------------------------------

    def _make_filters(self) -> None:
        self.chips = ShelfChips(self._theme, self)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(_("Search claims, values and passages"))
        self.words.setAccessibleName(_("Search claims, values and passages"))
        self.words.setToolTip(f"{self.words.placeholderText()} ({shown(_FIND)})")
        self.words.setClearButtonEnabled(True)
        name_clear_button(self.words)
        self.order = QToolButton(self)
        self.order.setObjectName("quiet")
        self.order.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.order)
        group = QActionGroup(menu)
        for key, label in ORDERS:
            action = QAction(_(label), menu, checkable=True, checked=key == self._order)
            action.triggered.connect(lambda _on=False, key=key: self.set_order(key))
            group.addAction(action)
            menu.addAction(action)
        self.order.setMenu(menu)
        self.counted = QLabel(self)
        self.counted.setProperty("role", "small")
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._folding = QTimer(self, interval=0)
        self._folding.timeout.connect(self._fold_on)

    def _lay_out(self) -> None:
        search = QHBoxLayout()
        search.setContentsMargins(12, 4, 8, 4)
        search.addWidget(self.words, 1)
        search.addWidget(self.order)
        self.nothing = Nothing(_("Show all"), self.show_all, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        top = QWidget(self)
        above = QVBoxLayout(top)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        above.addWidget(self.chips)
        above.addLayout(search)
        self.counted.setContentsMargins(14, 0, 14, 5)
        above.addWidget(self.counted)
        above.addWidget(self._stack, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.addWidget(top)
        self.splitter.addWidget(self.detail)
        in_reading_order(self.splitter)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([360, 500])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        self.chips.changed.connect(self._refilter)
        self.words.textChanged.connect(lambda _text: self._timer.start())
        self.words.returnPressed.connect(self.list.setFocus)
        self._timer.timeout.connect(self._refilter)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(lambda _index: self.go_on())
        self.detail.going.connect(self.go)
        self.detail.comparing.connect(self.compare)
        self.decisions.decided.connect(self._decided)
        self.decisions.linked.connect(self._await)
        self._corpus.surveyed.connect(self._surveyed)
        self._corpus.listed.connect(self._listed)
        self._corpus.workspace_opened.connect(self._empty)
        self._corpus.selection_changed.connect(self._consider)
        self._keys.add(_FIND, self.words.setFocus)
        self._keys.add(LEDGER[1].keys, self.compare)
        self._keys.keep_off()
        self._name_order()

    # -- what the window asks --------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[Claim, ...]:
        """Return the claims that are chosen in the list, from the top."""
        return tuple(self.model.claims[row] for row in self.list.selected_rows())

    def show_claim(self, id: str) -> None:
        """Show and choose a claim, whatever the filters leave out; it may come with the next survey."""
        claim = next((each for each in self._table.claims if each.id == id), None)
        if claim is None:
            self._wanted = id
            return
        self._wanted = ""
        self._settle()
        if self.model.row_of(id) is None:
            self.words.clear()
            self._kept |= {id}
            if not any(self._table.claims[n].id == id for n in self._places):
                self._places = sorted({*self._places, self._table.claims.index(claim)})
            self._show()
        row = self.model.row_of(id)
        if row is not None:
            self.list.choose(row)

    def set_order(self, order: str) -> None:
        """Order the claims by "importance" or "newest"."""
        self._order = order
        self._name_order()
        self._refilter()

    def show_all(self) -> None:
        """Take away what leaves claims out, but dismissed ones stay out."""
        self.words.clear()
        self.chips.turn_on(*(shelf.key for shelf in SHELVES if shelf.verdicts))
        self._refilter()

    def go(self, entry: ClaimEntry) -> None:
        """Show a passage in the reader."""
        self._corpus.open_document(entry.document, entry.mark)

    def go_on(self) -> None:
        """Show the first passage of the chosen claim; again, the next one, in the order of the cards."""
        if not self.chosen:
            return
        claim = self.chosen[0]
        sides = sides_of(claim)
        entries = [side.entry for side in sides] + [copy for side in sides for copy in side.copies]
        turn = self._turn[1] + 1 if self._turn[0] == claim.id else 0
        self._turn = (claim.id, turn % len(entries))
        self.go(entries[self._turn[1]])

    def compare(self, entry: ClaimEntry | None = None) -> None:
        """Show a passage beside the first one of another article; without one, the first two of the claim."""
        if not self.chosen:
            return
        entries = [side.entry for side in sides_of(self.chosen[0])]
        entries += [each for each in self.chosen[0].entries if each not in entries]
        one = entry or entries[0]
        other = next((each for each in entries if each.document != one.document), None)
        if other is None:
            self._corpus.notice.emit(Notice(_("Only one article speaks of it.")))
        elif entries.index(one) > entries.index(other):
            self.sides_requested.emit(other, one)
        else:
            self.sides_requested.emit(one, other)

    def brief(self) -> None:
        """Ask for the chosen claims to be put into the briefing."""
        if self.chosen:
            self.brief_requested.emit(claims_task(self.chosen))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self._settle()
        self._corpus.surveys.want()

    # -- what it listens to ----------------------------------------------------------------------

    def _consider(self) -> None:
        self.decisions.consider(self.chosen)

    def _empty(self) -> None:
        self._surveyed(None)

    def _surveyed(self, survey: Survey | None) -> None:
        self.decisions.forget()
        self._table = ClaimTable(survey.ledger.claims if survey else ())
        self._follow()
        made = next((each.id for each in self._table.claims if each.decision_id in self._linked), "")
        if made:
            self._linked = set()
        if made or self._wanted:
            self.show_claim(made or self._wanted)

    def _await(self, decisions: set[str]) -> None:
        self._linked = decisions

    def _listed(self, listing: Listing) -> None:
        if listing.ids != self._ids:  # otherwise an article was only read or starred
            self._follow()

    def _follow(self) -> None:
        """Show what there is now: at once if anybody sees it, else when it is seen."""
        self._stale = True
        if self.isVisible():
            self._settle()

    def _settle(self) -> None:
        if self._stale:
            self._stale = False
            self._ids = self._corpus.listing.ids
            self._places = self._table.within(self._ids)
            self._folding.start()
            self._show()

    def _refilter(self) -> None:
        self._timer.stop()
        self._kept = frozenset()
        self._show()

    def _decided(self, claim: Claim) -> None:
        """Show a decision at once; its claim keeps its row until something else is asked for."""
        self._kept |= {claim.id}
        self._show()

    def _fold_on(self) -> None:
        """Make the texts ready for searching, a step at a time while nothing else is to be done."""
        if not self._table.texts.fold_on(_STEP):
            self._folding.stop()

    # -- showing ---------------------------------------------------------------------------------

    def _show(self) -> None:
        """Show what the filters take; what was chosen stays chosen, and the list where it was."""
        before = [claim.id for claim in self.chosen]
        first = self.list.selected_rows()[:1]
        bar = self.list.verticalScrollBar().value()
        wanted = ClaimFilter(self.chips.on, self.words.text(), self._order, self._kept)
        claims = self._table.chosen(self._places, wanted)
        self.list.blockSignals(True)
        self.model.show(self.decisions.foreseen(claims))
        self._choose_again(before, first)
        self.list.blockSignals(False)
        self.list.verticalScrollBar().setValue(bar)
        self.chips.count(self._table.counted(self._places, self.words.text()))
        said = (plural("{n} claim", "{n} claims", len(claims)), say_left_out(self._corpus.survey))
        self.counted.setText(" · ".join(part for part in said if part))
        self._say_nothing(bool(claims))
        self._choose()

    def _choose_again(self, ids: Sequence[str], first: Sequence[int]) -> None:
        rows = [row for row in map(self.model.row_of, ids) if row is not None]
        if not rows and self.model.claims:
            rows = [min(first[0], len(self.model.claims) - 1) if first else 0]
        self.list.choose_rows(rows)

    def _choose(self) -> None:
        survey = self._corpus.survey
        chosen = self.chosen
        self.detail.show_claims(chosen, survey.sources if survey else {})
        self.decisions.consider(chosen)

    def _say_nothing(self, some: bool) -> None:
        self._stack.setCurrentIndex(0 if some else 1)
        self.detail.setVisible(some)
        self.counted.setVisible(some or bool(say_left_out(self._corpus.survey)))
        if some:
            return
        if not self._corpus.listing.ids:
            self.nothing.say(_("No articles are listed. Import some, or take filters away."))
        elif self._corpus.survey is None:
            self.nothing.say(self._corpus.surveys.say(_("Comparing what the sources say …")))
        elif not self._places:
            words = _("No two sources say something comparable yet. More articles on one matter help.")
            self.nothing.say(words)
        else:
            self.nothing.say(_("No claim matches these verdicts and words."), offer=True)

    def _name_order(self) -> None:
        label = next(_(label) for key, label in ORDERS if key == self._order)
        self.order.setText(label)
        self.order.setAccessibleName(_("Order: {order}").format(order=label))
