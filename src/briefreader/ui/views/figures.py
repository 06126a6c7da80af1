"""The view of figures: what is counted and measured, by measure and period, with charts and export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.survey import FigureRow, Survey
from briefreader.i18n import _, plural
from briefreader.library import tabulating
from briefreader.library.workspace import Progress, Workspace
from briefreader.ui.adding import figures_task
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs.saving import ask_file, say_saved
from briefreader.ui.models.figures import KINDS, MEASURE, ORDERS, PERIOD, VALUE, Choice, Figures
from briefreader.ui.models.left_out import say_left_out
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.acts import FIGURES, named
from briefreader.ui.views.elided import ElidedLabel
from briefreader.ui.views.figures_chart import FiguresChart
from briefreader.ui.views.figures_table import FiguresTable
from briefreader.ui.views.own_keys import ActButton, OwnKeys, act_action, offer_menu
from briefreader.ui.views.reading_order import in_reading_order
from briefreader.ui.views.search import name_clear_button

_WAIT_MS = 120
_STEP = 1_000  # texts made ready for searching at a time: about 10 ms
_BY_COLUMN = {VALUE: "size", MEASURE: "measure", PERIOD: "period"}


def _write(
    _workspace: Workspace, survey: Survey, rows: Sequence[FigureRow], path: Path, progress: Progress
) -> Path:
    """Write figures to a file, outside of the window's thread."""
    progress(0, 1, _("Writing the table"))
    return tabulating.save_figures(survey, rows, path)


class FiguresView(QWidget):
    """A table of all figures of the listed documents, and a chart of those that make a series."""

    brief_requested = Signal(object)
    """The task (adding.LinesTask) that makes a table or a chart for the briefing."""

    def __init__(self, corpus: Corpus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corpus, self._theme = corpus, theme
        self._figures = Figures()
        self._survey: Survey | None = None
        self._stale = True
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._show)
        self._folding = QTimer(self, interval=0)
        self._folding.timeout.connect(self._fold_on)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.table = FiguresTable(theme, self)
        self.setFocusProxy(self.table)
        self.chart = FiguresChart(self.table.figures, theme, self)
        self._build()
        self.acts = [
            act_action(named(FIGURES, "go"), self._go, self),
            act_action(named(FIGURES, "brief"), self.brief, self),
            act_action(named(FIGURES, "brief_chart"), self.brief_chart, self),
            act_action(named(FIGURES, "copy"), self.copy, self),
            self.export.action,
        ]
        self._keys = OwnKeys(self)
        self._keys.add_acts(FIGURES, self._slots())
        offer_menu(self.table, self.acts)
        corpus.surveyed.connect(self._mark_stale)
        corpus.listed.connect(self._mark_stale)
        corpus.workspace_opened.connect(self._mark_stale)
        self.table.wanted.connect(self._open)
        self.table.passed.connect(self._follow_table)
        self.table.horizontalHeader().sectionClicked.connect(self._order_by_column)
        self.chart.chosen.connect(self.table.reveal)
        theme.changed.connect(self._dress)
        self._dress()

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            "brief": self.brief,
            "brief_chart": self.brief_chart,
            "copy": self.copy,
            "export": self.export.click,
        }

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._parts = QSplitter(Qt.Orientation.Vertical, self)
        self._parts.addWidget(self.table)
        self._parts.addWidget(self.chart)
        in_reading_order(self._parts)
        self._parts.setStretchFactor(0, 1)
        self._parts.setChildrenCollapsible(False)
        self._empty = QLabel(self)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._empty.setProperty("role", "muted")
        nothing = QWidget(self)
        nothing.setObjectName("panel")
        around = QVBoxLayout(nothing)
        around.setContentsMargins(28, 56, 28, 28)
        around.addWidget(self._empty)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._parts)
        self._pages.addWidget(nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._tools())
        layout.addWidget(self._pages, 1)

    def _tools(self) -> QVBoxLayout:
        """Make the lines above: search and export, kinds and order, and how many there are."""
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(_("Find in figures"))
        self.search.setAccessibleName(_("Find in figures"))
        self.search.setClearButtonEnabled(True)
        name_clear_button(self.search)
        self._glass = QAction(_("Find"), self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.export = ActButton(named(FIGURES, "export"), self._ask_where, self)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(_("Which figures to show"))
        self.kind.setAccessibleDescription(_("Which figures to show"))
        self.kind.addItem(_("All figures"), "")
        for value, label in KINDS.items():
            self.kind.addItem(_(label), value)
        self.order = QComboBox(self)
        self.order.setAccessibleName(_("Order of the figures"))
        self.order.setAccessibleDescription(_("Order of the figures"))
        for value, label in ORDERS.items():
            self.order.addItem(_(label), value)
        for box in (self.kind, self.order):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(lambda _at: self._show())
        self.said = ElidedLabel(self)
        self.said.setProperty("role", "small")
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.addWidget(self.search, 1)
        upper.addWidget(self.export)
        lower.addWidget(self.kind)
        lower.addWidget(self.order)
        lower.addStretch(1)
        tools = QVBoxLayout()
        tools.setContentsMargins(12, 10, 12, 8)
        tools.setSpacing(6)
        for line in (upper, lower):
            line.setSpacing(8)
            tools.addLayout(line)
        tools.addWidget(self.said)
        return tools

    def _dress(self) -> None:
        self._glass.setIcon(self._theme.icon("search", "text.faint"))
        self.export.setIcon(self._theme.icon("file-export"))

    # -- from the corpus ------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the survey as soon as somebody looks, and take what has changed since."""
        super().showEvent(event)
        self._corpus.surveys.want()
        if self._stale:
            self._show()

    def _mark_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._show()

    @property
    def choice(self) -> Choice:
        """Return what is chosen of the figures."""
        return Choice(self.search.text(), str(self.kind.currentData()), str(self.order.currentData()))

    def _show(self) -> None:
        """Show the figures of the listed documents that the choice takes; where the table stands stays."""
        self._timer.stop()
        self._stale = False
        survey = self._corpus.survey
        if survey is not self._survey:
            self._survey, self._figures = survey, Figures(survey)
            self._folding.start()
        listed = frozenset(self._corpus.listing.ids)
        documents = None if listed.issuperset(self._figures.survey.sources) else listed
        here, same = self.table.current(), self.table.figures.figures is self._figures
        bar = self.table.verticalScrollBar()
        place = bar.value()
        self.table.figures.show(self._figures, self._figures.groups(documents, self.choice))
        if here is not None and same:
            self.table.reveal(here)
        else:
            bar.setValue(place if same else 0)
        column = next(column for column, order in _BY_COLUMN.items() if order == self.choice.order)
        self.table.head.show_order(column, rising=self.choice.order == "measure")
        self._say()
        self._follow_table()

    def _fold_on(self) -> None:
        """Make the texts ready for searching, a step at a time while nothing else is to be done."""
        if not self._figures.texts.fold_on(_STEP):
            self._folding.stop()

    def _say(self) -> None:
        groups = self.table.figures.groups
        count = sum(len(group.rows) for group in groups)
        words = plural("{n} figure", "{n} figures", count)
        measures = plural("{n} measure", "{n} measures", len(groups))
        parts = [words, measures]
        if left_out := say_left_out(self._survey):
            parts.append(left_out)
        self.said.say(" · ".join(parts))
        self.said.setToolTip(plain_tooltip("\n".join(parts)))
        self.export.setEnabled(count > 0)
        self._pages.setCurrentIndex(0 if groups else 1)
        if self._survey is None:
            waiting = _("Looking over the articles …") if self._corpus.jobs.path else ""
            nothing = self._corpus.surveys.say(waiting)
        elif not self._corpus.listing.ids:
            nothing = _("The figures of your articles appear here. Import articles, or choose another list.")
        elif self.choice.words.strip() or self.choice.kind:
            nothing = _("Nothing matches. Empty the search field, or choose all figures.")
        else:
            nothing = _("No figures were found in the listed articles.")
        self._empty.setText(nothing)

    def _follow_table(self) -> None:
        """Draw the series of the group that the table stands in, if it makes one."""
        shown = self.chart.show_group(self.table.current_group(), self.table.current())
        self.chart.setVisible(shown)

    # -- what the user does ---------------------------------------------------------------------

    def _order_by_column(self, column: int) -> None:
        order = _BY_COLUMN.get(column)
        if order is not None:
            self.order.setCurrentIndex(list(ORDERS).index(order))

    def _go(self) -> None:
        row = self.table.current()
        if row is not None:
            self._open(row)

    def brief(self) -> None:
        """Ask for the chosen figures to be put into the briefing as a table; a heading means its measure."""
        rows = [self._figures.items[row] for row in self.table.chosen()]
        if rows:
            self.brief_requested.emit(figures_task(rows))

    def brief_chart(self) -> None:
        """Ask for the chosen figures, or the measure that the table stands in, to be put in as a chart."""
        rows, group = self.table.chosen(), self.table.current_group()
        if len(rows) < 2 and group is not None:
            rows = self.table.figures.groups[group].rows
        if rows:
            self.brief_requested.emit(figures_task([self._figures.items[row] for row in rows], chart=True))

    def _open(self, row: int) -> None:
        """Show a figure in its source."""
        item = self._figures.items[row]
        self._corpus.open_document(item.document, item.span)

    def shown(self) -> list[FigureRow]:
        """Return the figures of the table in its order, those of closed groups too."""
        return [self._figures.items[row] for group in self.table.figures.groups for row in group.rows]

    def copy(self) -> None:
        """Put the chosen figures on the clipboard as a table."""
        rows = [self._figures.items[row] for row in self.table.chosen()]
        if rows:
            QGuiApplication.clipboard().setText(tabulating.figures_text(self._figures.survey, rows))
            self._corpus.notice.emit(Notice(plural("{n} figure copied.", "{n} figures copied.", len(rows))))

    def _ask_where(self) -> None:
        ask_file(self, _("Save the figures"), _("Figures"), _("Table"), ".csv", self.save)

    def save(self, path: Path) -> None:
        """Write what the table shows to a file, in the background, and say where it is."""
        self.export.setEnabled(False)

        def ended() -> None:
            self.export.setEnabled(bool(self.table.figures.groups))

        def written(target: Path) -> None:
            ended()
            say_saved(self._corpus, target)

        def failed(error: BaseException) -> None:
            ended()
            self._corpus.report(error)

        self._corpus.jobs.run(_write, self._figures.survey, self.shown(), path, done=written, failed=failed)
