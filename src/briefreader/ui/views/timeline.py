"""The timeline: when sources came out, when things happened or are to happen, and as of when they speak."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.query import Query
from briefreader.domain.survey import Moment, Survey
from briefreader.i18n import _, number, plural
from briefreader.ui.adding import briefed, moments_task
from briefreader.ui.corpus import Corpus, Listing
from briefreader.ui.models.left_out import say_left_out
from briefreader.ui.models.moments import LOOKS, Moments, arranged, beginning_first
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.acts import TIMELINE, named
from briefreader.ui.views.elided import ElidedLabel
from briefreader.ui.views.own_keys import OwnKeys, act_action, offer_menu
from briefreader.ui.views.reading_order import in_reading_order
from briefreader.ui.views.timeline_canvas import TimelineCanvas
from briefreader.ui.views.timeline_legend import Legend
from briefreader.ui.views.timeline_list import MomentTable
from briefreader.ui.views.timeline_words import say_counts, say_days

_PAUSE = 80  # ms after the last change of view before the list follows
_ZOOM = 1.6
_MOST_OF = 0.9  # what is shown first: far outliers would leave no room for the rest


class TimelineView(QWidget):
    """A drawing of all moments of the listed documents, and the list of those in view."""

    brief_requested = Signal(object)
    """The task (adding.LinesTask) that makes a timeline for the briefing."""

    def __init__(
        self,
        corpus: Corpus,
        theme: Theme,
        parent: QWidget | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._corpus, self._theme, self._today = corpus, theme, today
        self._survey: Survey | None = None
        self._all = self._moments = Moments()
        self._published: list[tuple[int, str]] = []
        self._undated = 0
        self._stale = True
        self._fitted = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._list)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.canvas = TimelineCanvas(theme, self)
        self.setFocusProxy(self.canvas)
        self.list = MomentTable(theme, self)
        slots = {
            "go": self._go, "brief": self.brief, "zoom_out": lambda: self.canvas.zoom(1 / _ZOOM),
            "zoom_in": lambda: self.canvas.zoom(_ZOOM), "fit": self.canvas.fit,
            "only": self._filter_to_stretch, "clear": self._clear,
        }  # fmt: skip
        self._keys = OwnKeys(self)
        self._keys.add_acts(TIMELINE, slots, repeats=("zoom_in", "zoom_out"))
        self._keys.add("=", slots["zoom_in"], repeats=True)  # the plus of many keyboards, without Shift
        self.acts = [act_action(act, slots[act.name], self) for act in TIMELINE]
        self._act = {action.objectName(): action for action in self.acts}
        self._build()
        self._connect()
        offer_menu(self.list, self.acts)
        self._follow(corpus.query)

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        below = QWidget(self)
        below.setObjectName("panel")
        inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(self._status())
        inside.addWidget(self.list, 1)
        self._parts = QSplitter(Qt.Orientation.Vertical, self)
        self._parts.addWidget(self.canvas)
        self._parts.addWidget(below)
        in_reading_order(self._parts)
        self._parts.setStretchFactor(0, 2)
        self._parts.setStretchFactor(1, 3)
        self._parts.setChildrenCollapsible(False)
        page = QWidget(self)
        page.setObjectName("panel")
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._tools())
        whole.addWidget(self._parts, 1)
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
        self._pages.addWidget(page)
        self._pages.addWidget(nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _tools(self) -> QHBoxLayout:
        """Make the line above: what the signs mean, and the buttons that zoom."""
        self._buttons: dict[str, QToolButton] = {}
        tools = QHBoxLayout()
        tools.setContentsMargins(12, 6, 8, 2)
        tools.setSpacing(2)
        tools.addWidget(Legend(self._theme, self), 1)
        for icon, name in (("zoom-out", "zoom_out"), ("zoom-in", "zoom_in"), ("arrow-autofit-width", "fit")):
            action = self._act[name]
            button = QToolButton(self)
            button.setAutoRaise(True)
            button.setAccessibleName(_(named(TIMELINE, name).text))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolTip(action.toolTip())
            action.changed.connect(partial(_follow_tip, button, action))
            button.clicked.connect(action.trigger)
            self._buttons[icon] = button
            tools.addWidget(button)
        self._dress()
        return tools

    def _status(self) -> QHBoxLayout:
        """Make the line between: what is in view or chosen, and what can be done with that."""
        self.said = ElidedLabel(self)
        self.said.setProperty("role", "small")
        self.only = QToolButton(self)
        self.only.setText(_("Only sources published then"))
        self.only.clicked.connect(self._filter_to_stretch)
        self.clear = QToolButton(self)
        self.clear.setText(_("Clear"))
        self.clear.setToolTip(_("Give up the chosen time (Escape)"))
        self.clear.clicked.connect(self._clear)
        row = QHBoxLayout()
        row.setContentsMargins(14, 5, 8, 5)
        row.setSpacing(4)
        row.addWidget(self.said, 1)
        for button in (self.only, self.clear):
            button.setObjectName("link")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        corpus, canvas = self._corpus, self.canvas
        corpus.surveyed.connect(self._mark_stale)
        corpus.listed.connect(self._mark_stale)
        corpus.query_changed.connect(self._follow)
        corpus.workspace_opened.connect(self._forget)
        canvas.view_changed.connect(self._pause.start)
        canvas.chosen.connect(self._choose)
        canvas.opened.connect(self._open)
        canvas.brushed.connect(self._brushed)
        canvas.cleared.connect(self._clear)
        canvas.list_wanted.connect(self._go_to_list)
        self.list.wanted.connect(self._open)
        self.list.passed.connect(self._pass)
        self._theme.changed.connect(self._dress)

    def _dress(self) -> None:
        for icon, button in self._buttons.items():
            button.setIcon(self._theme.icon(icon, "text.muted"))

    # -- from the corpus ------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the survey as soon as somebody looks, and take what has changed since."""
        super().showEvent(event)
        self._corpus.surveys.want()
        if self._stale:
            self._take(self._corpus.listing)

    def _mark_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._take(self._corpus.listing)

    def _forget(self, _path: object) -> None:
        self._fitted = False
        self.canvas.brush.forget()
        self._mark_stale()

    def _take(self, listing: Listing) -> None:
        """Show the moments of the listed documents."""
        self._stale = False
        before = self._chosen_moment()
        survey = self._corpus.survey
        if survey is not self._survey:
            self._survey = survey
            self._all = arranged(survey.moments) if survey is not None else Moments()
            self._published = _publications(self._all)
        listed = frozenset(listing.ids)
        sources = survey.sources if survey is not None else {}
        self._moments = self._all if listed.issuperset(sources) else self._all.within(listed)
        undated = (1 for id in listed if id in sources and not sources[id].published.value)
        self._undated = sum(undated)
        others = [day for day, document in self._published if document not in listed]
        self.canvas.show_moments(self._moments, others, _newest(self._moments), self._today().toordinal())
        self.canvas.select(self._row_of(before))
        self._say_what_is_missing(listing)
        if self._moments and not self._fitted:
            self._fitted = True
            self._fit()
        self._list()

    def _chosen_moment(self) -> Moment | None:
        row = self.canvas.selected
        return None if row is None else self._moments.items[row]

    def _row_of(self, moment: Moment | None) -> int | None:
        """Return where a moment of an earlier survey or filter is now."""
        if moment is None:
            return None
        day = date.fromisoformat(moment.first).toordinal()
        rows = self._moments.overlapping(day, day, moment.lane)
        return next((row for row in rows if self._moments.items[row] == moment), None)

    def _fit(self) -> None:
        """Bring most moments and all sources into view."""
        low, high = self._moments.extent(_MOST_OF) or (0, 0)
        published = [self._moments.times("published", look).days for look in LOOKS]
        ends = [days[at] for days in published if days for at in (0, -1)]
        low, high = min([low, *ends]), max([high, *ends]) + 1
        margin = max((high - low) * 0.05, 2)
        self.canvas.show_view(low - margin, high + margin)

    def _say_what_is_missing(self, listing: Listing) -> None:
        self._pages.setCurrentIndex(0 if self._moments or self._all else 1)
        if self._survey is None:
            waiting = _("Looking over the articles …") if self._corpus.jobs.path else ""
            words = self._corpus.surveys.say(waiting)
        elif not listing.ids and not self._corpus.query.dated:
            words = _("The dates of your articles appear here. Import articles, or choose another list.")
        else:
            words = _("No dates were found in the listed articles. Give them one by their title: F2.")
        self._empty.setText(words)

    def _follow(self, query: Query) -> None:
        since = query.since.toordinal() if query.since is not None else None
        until = query.until.toordinal() + 1 if query.until is not None else None
        self.canvas.brush.show_filter(since, until)
        self._say()

    # -- the list -------------------------------------------------------------------------------

    def _list(self) -> None:
        """List what is in view, or in the chosen stretch; the chosen moment stays chosen."""
        self._pause.stop()
        stretch = self.canvas.brush.stretch
        if stretch is not None:
            lane, low, high = stretch
            rows = self._moments.overlapping(low, high - 1, lane)
        else:
            low = int(self.canvas.low)
            rows = self._moments.overlapping(low, int(self.canvas.high))
        rows = beginning_first(self._moments, rows, low)
        sources = self._survey.sources if self._survey is not None else {}
        here = self.canvas.selected
        self.list.moments.show(self._moments, rows, sources)
        if here is not None and not self.list.reveal(here):
            self.canvas.select(None)
        self._say()

    def _say(self) -> None:
        """Say in a line what is listed."""
        stretch, query = self.canvas.brush.stretch, self._corpus.query
        count = self.list.moments.count
        parts: list[str] = []
        if stretch is not None:
            lane, low, high = stretch
            parts.append(f"{say_days(low, high - 1)}: {say_counts(lane, count)}")
        else:
            parts.append(plural("{n} moment in view", "{n} moments in view", count))
            parts += self._beyond(count)
        if query.dated and stretch is None:
            parts.insert(0, _("Filtered by publication"))
        self.said.say(" · ".join(parts))
        self.said.setToolTip(plain_tooltip("\n".join(parts)))
        self.only.setVisible(stretch is not None)
        self.clear.setVisible(stretch is not None or query.dated)
        self._act["only"].setEnabled(stretch is not None)
        self._act["clear"].setEnabled(stretch is not None or query.dated)

    def _beyond(self, count: int) -> list[str]:
        later = self._moments.after(int(self.canvas.high))
        earlier = len(self._moments) - count - later
        parts = []
        if earlier > 0:
            parts.append(_("{n} earlier").format(n=number(earlier)))
        if later > 0:
            parts.append(_("{n} later").format(n=number(later)))
        if self._undated:
            parts.append(plural("{n} source without a date", "{n} sources without a date", self._undated))
        if said := say_left_out(self._survey):
            parts.append(said)
        return parts

    # -- what the user does ---------------------------------------------------------------------

    def _brushed(self, lane: str, first: int, last: int) -> None:
        """Filter the corpus by publication, or narrow the list to other moments."""
        if lane == "published":
            self._corpus.filter(since=date.fromordinal(first), until=date.fromordinal(last))
        self._list()

    def _filter_to_stretch(self) -> None:
        stretch = self.canvas.brush.stretch
        if stretch is not None:
            _lane, low, high = stretch
            self.canvas.brush.forget()
            self._corpus.filter(since=date.fromordinal(low), until=date.fromordinal(high - 1))
            self._list()

    def _clear(self) -> None:
        """Give up the stretch, or without one the limits of publication."""
        if self.canvas.brush.stretch is not None:
            self.canvas.brush.forget()
            self._list()
        elif self._corpus.query.dated:
            self._corpus.filter(since=None, until=None)

    def _choose(self, row: int) -> None:
        """Stand at a moment that was clicked in the drawing."""
        self.canvas.select(row)
        if not self.list.reveal(row):
            self.canvas.brush.forget()
            self._list()
            self.list.reveal(row)

    def _pass(self, row: int) -> None:
        self.canvas.select(row)
        self.canvas.reveal(row)

    def _open(self, row: int) -> None:
        """Show the passage of a moment in the reader."""
        self._choose(row)
        moment = self._moments.items[row]
        self._corpus.open_document(moment.document, moment.span if moment.text else None)

    def _go(self) -> None:
        if self.canvas.selected is not None:
            self._open(self.canvas.selected)

    def brief(self) -> None:
        """Ask for what is listed to be put into the briefing; days of publication only if chosen."""
        stretch = self.canvas.brush.stretch
        listed = (self._moments.items[row] for row in self.list.moments.rows)
        if moments := briefed(listed, stretch[0] if stretch else ""):
            self.brief_requested.emit(moments_task(moments))

    def _go_to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.list.current() is None and self.list.moments.rows:
            self.list.setCurrentIndex(self.list.moments.index(0, 0))


def _newest(moments: Moments) -> int | None:
    """Return the day of the newest source that is known to the day."""
    days = [moments.times("published", look).days for look in LOOKS]
    return max((each[-1] for each in days if each), default=None)


def _publications(moments: Moments) -> list[tuple[int, str]]:
    """Return the first days on which sources can have come out, in order, with their documents."""
    return [
        (first, moment.document)
        for moment, first in zip(moments.items, moments.firsts, strict=True)
        if moment.lane == "published"
    ]


def _follow_tip(button: QToolButton, action: QAction) -> None:
    """Say on a button what its action says, with the keys that are in force."""
    button.setToolTip(action.toolTip())
