"""The chosen entity: its spellings, offices, quotes, mentions, and whom it is named with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from briefreader.domain.register import Entity, Place
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.i18n import _, number, plural
from briefreader.ui.corpus import Corpus
from briefreader.ui.models.people import PeopleTable, listed, say_kind, say_mentions
from briefreader.ui.models.people_lines import (
    Line,
    contexts,
    mention_line,
    office_lines,
    spelling_lines,
    together_lines,
)
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.nothing import Nothing
from briefreader.ui.views.people_lines import LineList
from briefreader.ui.views.people_quotes import QuoteList
from briefreader.ui.views.wrapped import WrappedLabel, heading_font


class EntityDetail(QWidget):
    """Everything that is known of one entity, in tabs."""

    entity_wanted = Signal(str)
    """The id of an entity that is to be chosen."""
    chosen = Signal()
    """Other spellings or mentions are selected, or another tab is in front."""

    def __init__(self, corpus: Corpus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._corpus = corpus
        self._entity: Entity | None = None
        self._survey: Survey | None = None
        self._places: Sequence[Place] = ()
        self._name = WrappedLabel(theme, lambda: heading_font(theme), "text", self, most=1)
        self._kind = WrappedLabel(theme, lambda: theme.font("small"), "text.muted", self, most=1)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setAccessibleName(_("What is known of this name"))
        self.spellings = LineList(theme, _("Spellings"), 1, "small", self)
        self.offices = LineList(theme, _("Offices"), 1, "small", self)
        self.quotes = QuoteList(corpus, theme, self)
        self.together = LineList(theme, _("Named with"), 1, "small", self)
        self.mentions = LineList(theme, _("Mentions"), 2, "small", self, several=True)
        self._several = Nothing("", lambda: None, self)
        self._several.say(
            _(
                "Merge makes one name of them, with all their spellings. Never merge keeps them apart, "
                "whatever is found later. Both can be undone."
            )
        )
        self._counts: dict[QWidget, int] = {}
        self._pages: tuple[tuple[QWidget, str], ...] = (
            (self.spellings, _("Spellings {}")),
            (self.offices, _("Offices {}")),
            (self.quotes, _("Quotes {}")),
            (self.together, _("With {}")),
            (self.mentions, _("Mentions {}")),
        )
        for page, title in self._pages:
            self.tabs.addTab(page, title.format("").strip())
        self._lay_out()
        self._alone(True)
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(18, 12, 18, 4)
        head.setSpacing(2)
        head.addWidget(self._name)
        head.addWidget(self._kind)
        layout.addLayout(head)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self._several, 1)

    def _connect(self) -> None:
        for lines in (self.spellings, self.offices, self.quotes.lines, self.mentions):
            lines.going.connect(self._go)
        self.together.going.connect(lambda line: self.entity_wanted.emit(line.key))
        self.mentions.model.wanted.connect(self._fetch)
        self.spellings.chosen.connect(self.chosen)
        self.mentions.chosen.connect(self.chosen)
        self.tabs.currentChanged.connect(lambda _tab: self.chosen.emit())
        self.quotes.counted.connect(lambda count: self._count(self.quotes, count))

    # -- what the view asks -------------------------------------------------------------------------

    @property
    def spelling(self) -> str:
        """Return the spelling that is chosen, if the tab of spellings is in front."""
        lines = self.spellings.lines() if self.tabs.currentWidget() is self.spellings else []
        return lines[0].key if len(lines) == 1 else ""

    @property
    def chosen_mentions(self) -> tuple[Place, ...]:
        """Return the mentions that are chosen, if their tab is in front."""
        lines = self.mentions.lines() if self.tabs.currentWidget() is self.mentions else []
        return tuple(line.place for line in lines if line.place is not None)

    def show_entity(
        self, entity: Entity, table: PeopleTable, survey: Survey | None, documents: Sequence[str]
    ) -> None:
        """Show an entity as the listed documents name it; unchanged, it stays as it is."""
        self._survey = survey
        self._alone(True)
        sources = survey.sources if survey else {}
        wanted = frozenset(documents)
        self._entity, self._places = entity, listed(entity.mentions, wanted)
        named = {place.document for place in self._places}
        self._say_name(
            entity.name, " · ".join((say_mentions((len(self._places), len(named))), say_kind(entity)))
        )
        self.spellings.show_lines(spelling_lines(entity), _("No other spelling was found."))
        self.offices.show_lines(office_lines(entity, sources), _("No source names an office of this person."))
        together = table.together(entity, wanted)
        self.together.show_lines(together_lines(together), _("Nobody else is named in the same articles."))
        places = self._places
        self.mentions.show_made(
            len(places), lambda row: mention_line(sources, places[row]), _("No listed article names it.")
        )
        self.quotes.show_entity(entity, survey, [each for each in documents if each in named])
        for page, count in (
            (self.spellings, len(entity.variants)), (self.offices, len(entity.offices)),
            (self.together, len(together)), (self.mentions, len(places)),
        ):  # fmt: skip
            self._count(page, count)
        self.tabs.setTabVisible(self.tabs.indexOf(self.offices), entity.kind == "person")
        self.tabs.setTabVisible(self.tabs.indexOf(self.quotes), entity.kind != "place")

    def show_several(self, entities: Sequence[Entity]) -> None:
        """Say that several entities are chosen; what is known of each stays hidden."""
        self._entity = None
        self._alone(False)
        chosen = plural("{n} name chosen", "{n} names chosen", len(entities))
        self._say_name(chosen, " · ".join(each.name for each in entities))

    def _say_name(self, name: str, kind: str) -> None:
        for label, words in ((self._name, name), (self._kind, kind)):
            label.say(words)
            label.setToolTip(plain_tooltip(words))

    def _alone(self, alone: bool) -> None:
        self.tabs.setVisible(alone)
        self._several.setVisible(not alone)

    # -- what it does -----------------------------------------------------------------------------------

    def _count(self, page: QWidget, count: int) -> None:
        self._counts[page] = count
        self._name_tabs()

    def _name_tabs(self) -> None:
        """Name the tabs with their counts, or without them where that would be wider than the view."""
        for counting in (True, False):
            for page, title in self._pages:
                count = self._counts.get(page, 0) if counting else 0
                words = title.format(number(count) if count else "").strip()
                self.tabs.setTabText(self.tabs.indexOf(page), words)
            if self.tabs.tabBar().sizeHint().width() <= self.width():
                break

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._name_tabs()

    def _go(self, line: Line) -> None:
        if line.place is not None:
            self._corpus.open_document(line.place.document, line.place.span)

    def _fetch(self, rows: list[int]) -> None:
        """Fetch the words around the mentions in these rows."""
        survey, every = self._survey, self._places
        places = [every[row] for row in rows if row < len(every)]
        sources = survey.sources if survey else {}

        def arrived(found: dict[Place, tuple[str, Span]]) -> None:
            if self._places is not every:
                return
            lines = {}
            for row, place in zip(rows, places, strict=False):
                line = mention_line(sources, place)
                text, mark = found.get(place, ("", None))
                marks = (mark,) if mark else ()
                lines[row] = Line(line.head, text, line.meta, place, marks=marks)
            self.mentions.model.fill(lines)

        self._corpus.jobs.call(contexts, places, done=arrived)
