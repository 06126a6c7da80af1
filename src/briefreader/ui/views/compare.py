"""Two articles side by side: the reader, and beside it the one that it is compared with."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from briefreader.domain.changes import Changes
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.library.comparing import Comparison
from briefreader.settings import Settings
from briefreader.ui.corpus import Corpus, Notice, Opened
from briefreader.ui.models.comparison import say_difference, say_keys, say_pair, say_summary
from briefreader.ui.theme import Theme
from briefreader.ui.views.compare_bar import CompareBar
from briefreader.ui.views.compare_pane import OtherArticle
from briefreader.ui.views.compare_work import CompareWork
from briefreader.ui.views.reader import ReaderView
from briefreader.ui.views.reader_compared import difference_marks, pair_marks
from briefreader.ui.views.rule import Rule

LEAST_WIDTH = 700
"""How many pixels two articles need side by side."""


class Side(NamedTuple):
    """An article, and what of it is to be shown, if that is known: a passage, or what stands at the top."""

    document: str
    passage: Span | None = None
    top: int = -1


class CompareView(QWidget):
    """The reader alone, or with a second article beside it and a line above both.

    The first article is the one that is open: whatever opens another one compares that one.
    """

    turned = Signal(bool)
    """Whether there are two articles from now on, or one."""
    compared = Signal()
    """There is another comparison, or none any more."""
    wanted = Signal(str)
    """The name of an action that was pressed in the line above the articles."""

    def __init__(
        self, corpus: Corpus, theme: Theme, settings: Settings, reader: ReaderView,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("surface")
        self._corpus, self.reader = corpus, reader
        self.comparison: Comparison | None = None
        self._back = Comparison("", "")  # the same, seen from the second article
        self._wanted: tuple[Side, Side] | None = None  # what is to be shown when both are there
        self._work = CompareWork(corpus, self)
        self._pair = self._difference = -1
        self._place = ""
        self._follows = True
        self._moving = False
        self._leads = True  # whether the first article is the one that was scrolled
        self._following = QTimer(self, singleShot=True, interval=0)  # a page knows its place after scrolling
        self._following.timeout.connect(self._follow)
        self._settled = True  # whether the places of this comparison have been shown once
        self.bar = CompareBar(theme, self)
        self.other = OtherArticle(theme, settings, self)
        self._rule = Rule(theme, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for pane in (reader, self.other):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.indexOf(pane), 1)
        self.other.setMinimumWidth(300)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._rule)
        layout.addWidget(self.splitter, 1)
        for widget in (self.bar, self._rule, self.other):
            widget.hide()
        self._listen()

    def _listen(self) -> None:
        corpus = self._corpus
        self.reader.kinds_changed.connect(self.mark_kinds)
        corpus.document_opened.connect(self._opened)
        corpus.workspace_opened.connect(lambda _path: self.close_other())
        corpus.changed.connect(self._changed)
        corpus.surveyed.connect(lambda _survey: self._compare())
        self._work.done.connect(self._arrived)
        self._work.failed.connect(lambda: self.bar.say(_("The two articles could not be compared."), ""))
        self.bar.wanted.connect(self.wanted)
        self.other.refused.connect(lambda why: corpus.notice.emit(Notice(why)))
        for text, first in ((self.reader.text, True), (self.other.text, False)):
            text.verticalScrollBar().valueChanged.connect(partial(self._scrolled, first))
        self.other.text.size_wanted.connect(self.reader.size_wanted)

    # -- what the window asks --------------------------------------------------------------------

    @property
    def active(self) -> bool:
        """Tell whether two articles are shown."""
        return self.other.opened is not None

    def show_sides(self, one: Side, other: Side) -> None:
        """Show two articles, at two passages if they are given, else at the first that correspond."""
        self._wanted = (one, other)

        def found(opened: Opened | None) -> None:
            if self._wanted != (one, other):
                return
            if opened is None:
                words = _("That document is no longer in the workspace.")
                self._corpus.notice.emit(Notice(words, "warning"))
                return
            self._show_other(opened)
            if self._corpus.opened is not None and self._corpus.opened.document.id == one.document:
                self._begin()
            else:
                self._corpus.open_document(one.document, one.passage)

        self._corpus.fetch(other.document, found)

    def close_other(self) -> None:
        """Close the second article; the first one stays where it is."""
        if not self.active:
            return
        had_keyboard = self.other.isAncestorOf(self.focusWidget() or self.reader)
        self._forget()
        self._wanted = None
        self.other.show_article(None)
        self.reader.show_also(())
        for widget in (self.bar, self._rule, self.other):
            widget.hide()
        if had_keyboard:
            self.reader.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit(False)
        self.compared.emit()

    def swap(self) -> None:
        """Let the two articles change places; each stays at its passage."""
        opened, other = self._corpus.opened, self.other.opened
        if opened is None or other is None:
            return
        here, there = self.reader.text.place_at_top(), self.other.text.place_at_top()
        self.show_sides(Side(other.document.id, top=there), Side(opened.document.id, top=here))

    def step_pair(self, by: int) -> None:
        """Show the next or previous passages that correspond, on both sides."""
        if self.comparison is not None and self.comparison.pairs:
            number = _stepped(self._pair, by, len(self.comparison.pairs))
            self._show_pair(number)

    def step_difference(self, by: int) -> None:
        """Show the next or previous words that differ, on both sides."""
        if self.comparison is not None and self.comparison.differences:
            self._show_difference(_stepped(self._difference, by, len(self.comparison.differences)))

    def set_following(self, follows: bool) -> None:
        """Let one article follow where the other is scrolled, as far as they are near-copies."""
        self._follows = follows
        self.bar.buttons["follow_scrolling"].setChecked(follows)

    def set_typography(self, settings: Settings) -> None:
        """Set the second text as the settings say."""
        self.other.set_typography(settings)

    def mark_kinds(self) -> None:
        """Mark in the second article what is marked in the first."""
        self.other.mark_kinds(self.reader.kinds)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() == Qt.Key.Key_Escape and self.active:
            self.close_other()
        else:
            super().keyPressEvent(event)

    # -- what it listens to ------------------------------------------------------------------------

    def _opened(self, opened: Opened | None) -> None:
        if not self.active:
            return
        if opened is None:
            self.close_other()
        else:
            if self._wanted is not None and self._wanted[0].document != opened.document.id:
                self._wanted = None  # somebody went elsewhere meanwhile
            self._begin()

    def _changed(self, changes: Changes) -> None:
        other = self.other.opened
        if other is None:
            return
        id = other.document.id

        def found(opened: Opened | None) -> None:
            if self.other.opened is None or self.other.opened.document.id != id:
                return
            if opened is None:
                self.close_other()
            else:
                self.other.show_article(opened)

        if changes.touches(id) or changes.annotations or changes.decisions:
            self._corpus.fetch(id, found)

    def _scrolled(self, first: bool, _value: int) -> None:
        if self.comparison is not None and self._follows and not self._moving:
            self._leads = first
            self._following.start()

    def _follow(self) -> None:
        """Scroll the one article to where the other one is."""
        found = self.comparison
        if found is None:
            return
        here, there = self.reader.text, self.other.text
        if not self._leads:
            here, there, found = there, here, self._back
        place = here.place_at_top()
        beside = found.beside(place) if place else 0
        if beside is not None and found.steps:
            self._moving = True
            there.set_place_at_top(beside)
            self._moving = False

    # -- comparing -----------------------------------------------------------------------------------

    def _show_other(self, opened: Opened) -> None:
        before = self.active
        self._forget()
        self.mark_kinds()
        self.other.show_article(opened)
        for widget in (self.bar, self._rule, self.other):
            widget.show()
        if not before:
            self.turned.emit(True)
            half = self.splitter.width() // 2
            self.splitter.setSizes([half, half])

    def _begin(self) -> None:
        """Compare what stands on both sides now, and then show where."""
        self._forget()
        self._settled = False
        if self._wanted is not None and self._wanted[1].passage is not None:
            self._show(self._wanted[0].passage, self._wanted[1].passage)
            self._settled = True
        elif self._wanted is not None and self._wanted[1].top >= 0:
            self._moving = True
            self.reader.return_to(self._wanted[0].top)
            self.other.text.set_place_at_top(self._wanted[1].top)
            self._moving = False
            self._settled = True
        self._compare()

    def _forget(self) -> None:
        self._work.stop()
        self.comparison = None
        self._pair = self._difference = -1
        self._place = ""

    def _compare(self) -> None:
        one, other = self._corpus.opened, self.other.opened
        if one is not None and other is not None:
            if self.comparison is None:
                self.bar.offer(False, False, False)
                self.bar.say(_("Comparing the two articles …"), "")
            self._work.begin(one.document.id, other.document.id)

    def _arrived(self, found: Comparison | None) -> None:
        if found is None:
            self.close_other()
            return
        if self.comparison != found:
            self.comparison, self._back = found, found.turned()
            self._pair = self._difference = -1
            self._place = ""
            self._show_marks(found)
        if not self._settled:
            self._settled = True
            self._show_first(found)
        elif self._wanted is not None:
            self._pair = self._number_of(found)
            self._place = self._say_pair(self._pair) if self._pair >= 0 else ""
        self._wanted = None
        self._tell()
        self.compared.emit()

    def _show_marks(self, found: Comparison) -> None:
        one, other = self._corpus.opened, self.other.opened
        if one is None or other is None:
            return
        texts = one.document.text, other.document.text
        told = {n: each for n, each in enumerate(found.pairs, 1) if each.topics or not found.near}
        said = {n: say_pair(each) for n, each in told.items()}
        marks = pair_marks(told, said) + difference_marks(found.differences, *texts)
        turned = {n: each.turned() for n, each in told.items()}
        back = self._back.differences
        self.reader.show_also(marks)
        self.other.show_also(pair_marks(turned, said) + difference_marks(back, *reversed(texts)))

    def _show_first(self, found: Comparison) -> None:
        """Show the passages that correspond at the place that is read, else the first ones."""
        place = self.reader.text.place_at_top()
        ahead = (n for n, each in enumerate(found.pairs) if each.one.end > place)
        if found.near:
            self._scrolled(True, 0)
        elif found.pairs:
            self._show_pair(next(ahead, 0))

    # -- showing --------------------------------------------------------------------------------------

    def _show_pair(self, number: int) -> None:
        assert self.comparison is not None
        pair = self.comparison.pairs[number]
        self._pair = number
        self._place = self._say_pair(number)
        self._show(pair.one, pair.other)
        self._tell()

    def _show_difference(self, number: int) -> None:
        assert self.comparison is not None
        difference = self.comparison.differences[number]
        one, other = self._corpus.opened, self.other.opened
        assert one is not None and other is not None
        self._difference = number
        self._place = say_difference(
            difference, number, len(self.comparison.differences), one.document.text, other.document.text
        )
        self._show(
            difference.one or _beside(difference.one_at, one.document.text),
            difference.other or _beside(difference.other_at, other.document.text),
        )
        self._tell()

    def _show(self, one: Span | None, other: Span | None) -> None:
        self._moving = True
        if one is not None:
            self.reader.go_to(one)
        if other is not None:
            self.other.text.go_to(other)
        self._moving = False

    def _say_pair(self, number: int) -> str:
        assert self.comparison is not None
        pairs = self.comparison.pairs
        return _("Passage {n} of {all}: {words}").format(
            n=number + 1, all=len(pairs), words=say_pair(pairs[number])
        )

    def _number_of(self, found: Comparison) -> int:
        """Return the pair of the passages that were asked for, or -1."""
        if self._wanted is None or self._wanted[0].passage is None or self._wanted[1].passage is None:
            return -1
        one, other = self._wanted[0].passage, self._wanted[1].passage
        at = (
            n for n, each in enumerate(found.pairs) if each.one.overlaps(one) and each.other.overlaps(other)
        )
        return next(at, -1)

    def _tell(self) -> None:
        found = self.comparison
        if found is not None:
            self.bar.offer(bool(found.pairs), bool(found.differences), bool(found.steps))
            self.bar.say(say_summary(found), self._place or say_keys(found))


def _stepped(number: int, by: int, of: int) -> int:
    """Return the next number, of so many; behind the last comes the first."""
    if number < 0:
        return 0 if by > 0 else of - 1
    return (number + by) % of


def _beside(place: int, text: str) -> Span | None:
    """Return the word before the place at which the other side has more."""
    if not text:
        return None
    end = min(max(1, place), len(text))
    start = max(text.rfind(" ", 0, end - 1), text.rfind("\n", 0, end - 1)) + 1
    return Span(start, end)
