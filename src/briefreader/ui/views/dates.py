"""The date filter: histogram, two fields, presets, and what becomes of documents without a date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.document import Published
from briefreader.domain.query import Query
from briefreader.i18n import _, number
from briefreader.ui.corpus import Corpus, Listing
from briefreader.ui.models.dates import Preset, overlapping, presets, say_day, say_limits, say_range
from briefreader.ui.theme import Theme
from briefreader.ui.views.date_field import DateField
from briefreader.ui.views.histogram import DateHistogram
from briefreader.ui.views.switch import Switch

_GAPS = 60  # px beside the fields and their names where all of them stand in one row


class DateFilter(QWidget):
    """Chooses documents by publication date; bound to the corpus both ways."""

    def __init__(
        self,
        corpus: Corpus,
        theme: Theme,
        parent: QWidget | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._corpus, self._theme, self._today = corpus, theme, today
        self._days: dict[str, int] = {}
        self._frame: dict[str, int] = {}  # the dates of the whole workspace, as far as they were seen
        self._undated_count = 0
        self._shown: tuple[date | None, date | None] = (None, None)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        theme.changed.connect(self._dress)
        corpus.query_changed.connect(self._follow)
        corpus.listed.connect(self._count)
        corpus.workspace_opened.connect(self._forget)
        self._dress()
        self._follow(corpus.query)
        self._count(corpus.listing)

    def _build(self) -> None:
        self.heading = QLabel(_("PUBLISHED"))
        self.heading.setProperty("role", "heading")
        self.presets = QToolButton()
        self.presets.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.presets.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.presets.setObjectName("quiet")
        self.presets.setMinimumWidth(60)  # its words are cut to the room that there is
        self._menu = QMenu(self.presets)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.presets.setMenu(self._menu)
        self.histogram = DateHistogram(self._theme)
        self.histogram.range_changed.connect(self._choose)
        self.histogram.range_moving.connect(self._show_fields)
        self.since = DateField(self._theme, _("Published from"), False, self._today)
        self.until = DateField(self._theme, _("Published until"), True, self._today)
        for field in (self.since, self.until):
            field.finished.connect(self._read_fields)
            field.near = lambda: self.newest or self._today()
        self.setFocusProxy(self.since)  # nothing is to be seen of a keyboard that the whole has
        self.wrong = QLabel()
        self.wrong.setProperty("role", "warning")
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.undated = Switch(self._theme)
        self.undated.clicked.connect(lambda on: self._corpus.filter(undated=on))
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.presets)
        self._from, self._to = QLabel(_("From")), QLabel(_("To"))
        for label, field in ((self._from, self.since), (self._to, self.until)):
            label.setProperty("role", "muted")
            label.setBuddy(field)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.histogram)
        layout.addLayout(self._grid)
        layout.addWidget(self.wrong)
        layout.addWidget(self.undated)
        self._arrange(beside=False)

    def _arrange(self, beside: bool) -> None:
        """Put the fields beside each other, or one below the other."""
        places = ((0, 0), (0, 1), (0, 2), (0, 3)) if beside else ((0, 0), (0, 1), (1, 0), (1, 1))
        for widget, (row, column) in zip((self._from, self.since, self._to, self.until), places, strict=True):
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, row, column)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1 if beside else 0)
        self._beside = beside

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        parts = (self._from, self.since, self._to, self.until)
        beside = self.width() >= _GAPS + sum(each.minimumSizeHint().width() for each in parts)
        if beside != self._beside:
            self._arrange(beside)
        super().resizeEvent(event)
        self._name_choice()

    def _dress(self) -> None:
        self.heading.setFont(self._theme.font("heading"))
        for widget in (self.presets, self._from, self._to, self.undated, self.wrong):
            widget.setFont(self._theme.font("small"))

    # -- from the corpus ----------------------------------------------------------------------

    def _follow(self, query: Query) -> None:
        if (query.since, query.until) != self._shown:
            self._shown = (query.since, query.until)
            self._show_fields(query.since, query.until)
        self.histogram.set_range(query.since, query.until)
        self._name_choice()
        self._show_undated()

    def _forget(self, _path: object) -> None:
        self._frame = {}

    def _count(self, listing: Listing) -> None:
        self._days = listing.counts.days
        query = listing.query
        narrowed = query.words or query.shelf != "all" or query.outlets or query.tags
        self._frame = {**self._frame, **self._days} if narrowed else self._days
        self._undated_count = listing.counts.undated
        self.histogram.set_days(self._days, self._frame)
        self._name_choice()
        self._show_undated()

    def _show_fields(self, since: date | None, until: date | None) -> None:
        self.since.show_day(since)
        self.until.show_day(until)
        self.wrong.hide()

    def _show_undated(self) -> None:
        query = self._corpus.query
        hidden = query.dated and not query.undated and self._undated_count
        words = _("Undated ({n}, left out)") if hidden else _("Undated ({n})")
        self.undated.setText(words.format(n=number(self._undated_count)))
        self.undated.setEnabled(query.dated)
        self.undated.setChecked(query.undated or not query.dated)
        self.undated.setToolTip(
            _("Whether documents without a date stay in the list")
            if query.dated
            else _("Without a date limit, documents without a date are always in the list")
        )

    # -- to the corpus ------------------------------------------------------------------------

    def _choose(self, since: date | None, until: date | None) -> None:
        self._shown = (since, until)
        self._show_fields(since, until)
        self._corpus.filter(since=since, until=until)

    def _read_fields(self) -> None:
        """Take both fields, or say which of them is not a date."""
        days: list[date | None] = []
        wrong = ""
        for field in (self.since, self.until):
            try:
                days.append(field.day)
                field.mark(wrong=False)
            except ValueError:
                field.mark(wrong=True)
                wrong = _("“{text}” is not a date. Write it as 2025-12-31, or leave the field empty.")
                wrong = wrong.format(text=field.text().strip())
        if not wrong:
            since, until = days
            if since is None or until is None or since <= until:
                self._choose(since, until)
                return
            self.since.mark(wrong=True)
            self.until.mark(wrong=True)
            wrong = _("The first date is after the last.")
        self.wrong.setText(wrong)
        self.wrong.show()
        for field in (self.since, self.until):
            field.setAccessibleDescription(wrong if field.property("wrong") else "")

    # -- presets ------------------------------------------------------------------------------

    @property
    def newest(self) -> date | None:
        """Return the day of the newest document; of months and years only where no day is known."""
        known = [value for value in self._frame if len(value) == 10]
        last = [Published(value).last for value in ([max(known)] if known else self._frame)]
        return max((day for day in last if day is not None), default=None)

    def offered(self) -> list[Preset]:
        """Return the presets in their order."""
        return presets(self._today(), self.newest)

    def _fill_menu(self) -> None:
        self._menu.clear()
        said_newest = False
        for preset in self.offered():
            if preset.newest and not said_newest and self.newest is not None:
                self._menu.addSeparator()
                words = _("Back from the newest document, {day}").format(day=say_day(self.newest))
                self._menu.addAction(words).setEnabled(False)
                said_newest = True
            name = preset.name
            if preset.since is not None and preset.until is not None:
                name = f"{name} ({say_range(preset.since, preset.until)})"
            count = overlapping(self._days, preset.since, preset.until)
            action = self._menu.addAction(f"{name}\t{number(count)}")
            action.setCheckable(True)
            action.setChecked((preset.since, preset.until) == self._shown)
            action.triggered.connect(lambda _on, p=preset: self._choose(p.since, p.until))
            if preset.since is None:
                self._menu.addSeparator()

    def _name_choice(self) -> None:
        """Name the range in force on the button."""
        named = {(p.since, p.until): p.name for p in reversed(self.offered())}
        words = named.get(self._shown) or say_limits(*self._shown)
        self.presets.setAccessibleName(_("Date range: {range}").format(range=words))
        self.presets.setToolTip(f"{words}\n{_('Choose a range of dates')}")
        room = max(30, self.width() - self.heading.sizeHint().width() - 60)
        metrics = self.presets.fontMetrics()
        self.presets.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
