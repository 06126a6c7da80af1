"""People, organisations and places that the articles name: each once, with every spelling."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.register import Entity
from briefreader.domain.survey import Survey
from briefreader.i18n import _, number
from briefreader.ui.actions import shown
from briefreader.ui.adding import entities_task
from briefreader.ui.corpus import Corpus, Listing
from briefreader.ui.delegates.person import PersonDelegate
from briefreader.ui.models.left_out import say_left_out
from briefreader.ui.models.people import KINDS, ORDERS, PeopleModel, PeopleTable
from briefreader.ui.theme import Theme
from briefreader.ui.views.acts import PEOPLE, named
from briefreader.ui.views.flow_row import FlowRow
from briefreader.ui.views.nothing import Nothing
from briefreader.ui.views.own_keys import OwnKeys, act_action, offer_menu
from briefreader.ui.views.people_deciding import NameDecisions
from briefreader.ui.views.people_detail import EntityDetail
from briefreader.ui.views.reading_order import in_reading_order
from briefreader.ui.views.row_table import RowTable
from briefreader.ui.views.rule import Rule
from briefreader.ui.views.search import name_clear_button

_FIND = "Ctrl+Shift+F"
_WAIT_MS = 120
_STEP = 1_000  # texts made ready for searching at a time: about 10 ms


class PeopleView(QWidget):
    """The names in the listed documents; what is known of the chosen one stands below."""

    brief_requested = Signal(object)
    """The task (adding.LinesTask) that makes lines for the briefing of the chosen names."""
    keeps_off = True
    """Letters that elsewhere judge a fact mean what the view says."""

    def __init__(self, corpus: Corpus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._corpus, self._theme = corpus, theme
        self._table = PeopleTable()
        self._places: list[int] = []
        self._ids: tuple[str, ...] = ()
        self._stale = True  # whether something has come that is not shown yet
        self._kind, self._order = KINDS[0][0], ORDERS[0][0]
        self._wanted = ""  # an entity to be shown when the survey is there
        self._shown: tuple[object, ...] = ()  # what the detail shows
        self._keys = OwnKeys(self)
        self._make_filters()  # what is made first, Tab comes to first
        self.model = PeopleModel(self)
        delegate = PersonDelegate(theme)
        self.list = RowTable(self.model, delegate, theme, _("Names"), self, several=True)
        delegate.setParent(self.list)
        self.detail = EntityDetail(corpus, theme, self)
        self.decisions = NameDecisions(
            corpus, lambda: self.detail.spelling, lambda: self.detail.chosen_mentions, self, self._keys
        )
        go = act_action(PEOPLE[0], self.go, self)
        self._keys.add("Q", self.brief, "brief")
        self.acts = [
            go,
            act_action(named(PEOPLE, "brief"), self.brief, self),
            *(button.action for button in self.decisions.buttons),
        ]
        offer_menu(self.list, self.acts)
        self.setFocusProxy(self.list)
        self._lay_out()
        self._connect()
        self._surveyed(corpus.survey)

    # -- making ---------------------------------------------------------------------------------

    def _make_filters(self) -> None:
        self.kinds: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for kind, label, _one, _icon in KINDS:
            button = QPushButton(_(label), self)
            button.setCheckable(True)
            button.setObjectName("segment")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setChecked(kind == self._kind)
            button.clicked.connect(lambda _on=False, kind=kind: self.set_kind(kind))
            group.addButton(button)
            self.kinds[kind] = button
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(_("Search names, spellings and offices"))
        self.words.setAccessibleName(_("Search names, spellings and offices"))
        self.words.setToolTip(f"{self.words.placeholderText()} ({shown(_FIND)})")
        self.words.setClearButtonEnabled(True)
        name_clear_button(self.words)
        self.order = QToolButton(self)
        self.order.setObjectName("quiet")
        self.order.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setMenu(self._orders())
        self.left_out = QLabel(self)
        self.left_out.setProperty("role", "small")
        self.left_out.setContentsMargins(14, 0, 14, 5)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._folding = QTimer(self, interval=0)
        self._folding.timeout.connect(self._fold_on)

    def _orders(self) -> QMenu:
        menu = QMenu(self.order)
        group = QActionGroup(menu)
        for key, label in ORDERS:
            action = QAction(_(label), menu, checkable=True, checked=key == self._order)
            action.triggered.connect(lambda _on=False, key=key: self.set_order(key))
            group.addAction(action)
            menu.addAction(action)
        return menu

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setContentsMargins(12, 10, 12, 4)
        kinds.setSpacing(0)
        for button in self.kinds.values():
            kinds.addWidget(button)
        search = QHBoxLayout()
        search.setContentsMargins(12, 4, 8, 6)
        search.addWidget(self.words, 1)
        search.addWidget(self.order)
        self.nothing = Nothing(_("Show all"), self.words.clear, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        top = QWidget(self)
        above = QVBoxLayout(top)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        above.addLayout(kinds)
        above.addLayout(search)
        above.addWidget(self.left_out)
        above.addWidget(self._stack, 1)
        self._below = QWidget(self)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.detail, 1)
        below.addWidget(Rule(self._theme, self))
        self._foot = FlowRow(QMargins(14, 8, 14, 10), 6, self)
        for button in self.decisions.buttons:
            self._foot.add(button)
        below.addWidget(self._foot)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.addWidget(top)
        self.splitter.addWidget(self._below)
        in_reading_order(self.splitter)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([400, 460])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        self.words.textChanged.connect(lambda _text: self._timer.start())
        self.words.returnPressed.connect(self.list.setFocus)
        self._timer.timeout.connect(self._show)
        self.list.chosen.connect(self._choose)
        self.list.entered.connect(lambda _index: self.go())
        self.detail.entity_wanted.connect(self.show_entity)
        self.detail.chosen.connect(lambda: self.decisions.consider(self.chosen))
        self._corpus.surveyed.connect(self._surveyed)
        self._corpus.listed.connect(self._listed)
        self._corpus.workspace_opened.connect(self._empty)
        self._keys.add(_FIND, self.words.setFocus)
        self._keys.keep_off()
        self._name_order()

    # -- what the window asks --------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[Entity, ...]:
        """Return the entities that are chosen in the list, from the top."""
        return tuple(self.model.entities[row] for row in self.list.selected_rows())

    def brief(self) -> None:
        """Ask for the chosen names to be put into the briefing."""
        if self.chosen:
            self.brief_requested.emit(entities_task(self.chosen))

    def show_entity(self, id: str) -> None:
        """Show and choose an entity, whatever the filters leave out; it may come with the next survey."""
        entity = self._table.register.entity(id)
        if entity is None:
            self._wanted = id
            return
        self._wanted = ""
        self._settle()
        if entity.kind != self._kind:
            self.set_kind(entity.kind)
        if self.model.row_of(id) is None:
            self.words.clear()
            place = self._table.entities.index(entity)
            self._places = sorted({*self._places, place})
            self._show()
        row = self.model.row_of(id)
        if row is not None:
            self.list.choose(row)

    def set_kind(self, kind: str) -> None:
        """Show "person", "organisation" or "place"."""
        self._kind = kind
        self.kinds[kind].setChecked(True)
        self._show()

    def set_order(self, order: str) -> None:
        """Order the names by "mentions" or "name"."""
        self._order = order
        self._name_order()
        self._show()

    def go(self) -> None:
        """Show the first listed mention of the chosen entity in the reader."""
        if self.chosen:
            entity = self.chosen[0]
            inside = frozenset(self._corpus.listing.ids)
            places = [each for each in entity.mentions if each.document in inside] or list(entity.mentions)
            if places:
                self._corpus.open_document(places[0].document, places[0].span)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self._settle()
        self._corpus.surveys.want()

    # -- what it listens to ----------------------------------------------------------------------

    def _empty(self) -> None:
        self._surveyed(None)

    def _surveyed(self, survey: Survey | None) -> None:
        self._table = PeopleTable(survey.register if survey else None)
        self._follow()
        if self._wanted:
            self.show_entity(self._wanted)

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

    def _fold_on(self) -> None:
        """Make the texts ready for searching, a step at a time while nothing else is to be done."""
        if not self._table.texts.fold_on(_STEP):
            self._folding.stop()

    # -- showing ---------------------------------------------------------------------------------

    def _show(self) -> None:
        """Show what the filters take; what was chosen stays chosen, and the list where it was."""
        self._timer.stop()
        before = [found.id for each in self.chosen if (found := self._table.again(each)) is not None]
        first = self.list.selected_rows()[:1]
        bar = self.list.verticalScrollBar().value()
        entities = self._table.chosen(self._places, self._kind, self.words.text(), self._order)
        self.list.blockSignals(True)
        self.model.show(entities, self._corpus.listing.ids)
        rows = [row for row in map(self.model.row_of, before) if row is not None]
        if not rows and entities:
            rows = [min(first[0], len(entities) - 1) if first else 0]
        self.list.choose_rows(sorted(set(rows)))
        self.list.blockSignals(False)
        self.list.verticalScrollBar().setValue(bar)
        self._count()
        self._say_nothing(bool(entities))
        self._choose()

    def _choose(self) -> None:
        chosen = self.chosen
        shown = (chosen, self._table, self._corpus.listing.ids)
        if shown != self._shown:
            self._shown = shown
            if len(chosen) == 1:
                survey = self._corpus.survey
                self.detail.show_entity(chosen[0], self._table, survey, self._corpus.listing.ids)
            else:
                self.detail.show_several(chosen)
        self.decisions.consider(chosen)

    def _count(self) -> None:
        counts = self._table.counted(self._places)
        for kind, label, _one, _icon in KINDS:
            count = counts.get(kind, 0)
            self.kinds[kind].setText(f"{_(label)} {number(count)}" if count else _(label))
        said = say_left_out(self._corpus.survey)
        self.left_out.setText(said)
        self.left_out.setVisible(bool(said))

    def _say_nothing(self, some: bool) -> None:
        self._stack.setCurrentIndex(0 if some else 1)
        self._below.setVisible(some)
        if some:
            return
        if not self._corpus.listing.ids:
            self.nothing.say(_("No articles are listed. Import some, or take filters away."))
        elif self._corpus.survey is None:
            self.nothing.say(self._corpus.surveys.say(_("Gathering the names …")))
        elif self.words.text().strip():
            self.nothing.say(_("No name here has these words."), offer=True)
        else:
            self.nothing.say(_("The listed articles name none."))

    def _name_order(self) -> None:
        label = next(_(label) for key, label in ORDERS if key == self._order)
        self.order.setText(label)
        self.order.setAccessibleName(_("Order: {order}").format(order=label))
