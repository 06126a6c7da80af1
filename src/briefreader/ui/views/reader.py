"""The reader pane: what the open document is, its text, and every mark in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.annotation import Annotation
from briefreader.domain.fact import Fact
from briefreader.domain.query import Query
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.index import hits
from briefreader.settings import Settings
from briefreader.ui.corpus import Corpus, Opened
from briefreader.ui.theme import Theme
from briefreader.ui.views.annotation_marks import marks_of_each
from briefreader.ui.views.find import FindBar
from briefreader.ui.views.reader_header import ReaderHeader
from briefreader.ui.views.reader_layers import MARKED, OWN, Layers, marked_facts
from briefreader.ui.views.reader_marks import Mark, MarkIndex
from briefreader.ui.views.reader_text import ReaderText
from briefreader.ui.views.scroll_map import ScrollMap

_POSITION = "position:"
_REMEMBER_MS = 400
_MAP_MS = 40


def typography_of(settings: Settings) -> tuple[int, int, int, str]:
    """Return what the settings say of the article's text: size, widest line, height of a line, face."""
    return settings.text_size, settings.measure, settings.line_height, settings.face


class ReaderView(QWidget):
    """The open document over the shared corpus."""

    menu_requested = Signal(object, object, QPoint)
    """The selected span or None, the keys under the mouse, and where the menu is to open."""
    marks_clicked = Signal(object)
    """The keys of the marks under a click, innermost first."""
    details_requested = Signal(str)
    """The document whose title, outlet and date the user wants to set."""
    star_requested = Signal()
    """The user pressed the star beside the title."""
    kinds_changed = Signal()
    """Other kinds of marks are shown."""
    size_wanted = Signal(int)
    """The user turned the wheel with Ctrl: 1 for larger text, -1 for smaller."""

    def __init__(
        self, corpus: Corpus, theme: Theme, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self._corpus = corpus
        self._layers = Layers(shown=(*MARKED, OWN))
        self._marked: Sequence[Fact] | None = None  # the facts whose marks are in the layers
        self._own: dict[str, tuple[Annotation, list[Mark]]] = {}  # what each annotation came to
        self._words = 0
        self._document = ""
        self._hits: list[Span] = []
        self._hit = -1
        self._named: dict[str, str] = {}
        self._framed = ""
        self._also: tuple[Mark, ...] = ()  # what a comparison marks
        self._untouched = True  # nobody has asked for another place than the one kept
        self.header = ReaderHeader(theme, self)
        self.header.details_requested.connect(lambda: self.details_requested.emit(self._document))
        self.header.star_requested.connect(self.star_requested)
        self.text = ReaderText(theme, self)
        self.text.set_typography(*typography_of(settings))
        self.text.setAccessibleName(_("Article"))
        self.map = ScrollMap(theme, self)
        self.find_bar = FindBar(theme, self)
        self._found_at: Span | None = None
        self.find_bar.hide()
        # The map may come a moment after the text: who marks a passage looks there.
        self._mapping = QTimer(self, singleShot=True, interval=_MAP_MS)
        self._mapping.timeout.connect(lambda: self.map.set_layers(self._layers))
        self._saving = QTimer(self, singleShot=True, interval=_REMEMBER_MS)
        self._saving.timeout.connect(self.remember_place)
        self._build()
        self._listen()
        self._show(None)

    # -- the parts -------------------------------------------------------------------------------

    def _build(self) -> None:
        article = QWidget(self)
        article.setObjectName("surface")
        column = QVBoxLayout(article)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.find_bar)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.text, 1)
        beside.addWidget(self.map)
        column.addLayout(beside, 1)
        self._empty = QLabel(self)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("role", "muted")
        self._empty.setMargin(48)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(article)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._align_header()

    def _listen(self) -> None:
        corpus, text = self._corpus, self.text
        corpus.document_opened.connect(self._show)
        corpus.document_refreshed.connect(self._refresh)
        corpus.passage_requested.connect(self.go_to)
        corpus.query_changed.connect(self._search)
        corpus.listed.connect(self._say_empty)
        text.selection_changed.connect(corpus.select)
        text.mark_hovered.connect(corpus.hovered)
        text.size_wanted.connect(self.size_wanted)
        text.mark_clicked.connect(self.marks_clicked)
        text.menu_requested.connect(self.menu_requested)
        text.verticalScrollBar().valueChanged.connect(lambda _value: self._saving.start())
        text.seen.connect(self.map.set_seen)
        self.map.passage_wanted.connect(lambda span: self.go_to(span, True))
        self.map.place_wanted.connect(self._go_along)
        self.find_bar.hits_changed.connect(self._found)
        self.find_bar.closed.connect(self._find_closed)
        corpus.colours.changed.connect(self._mark)

    # -- what the window asks ----------------------------------------------------------------------

    @property
    def kinds(self) -> frozenset[str]:
        """Return the kinds of marks that are shown in the text."""
        return self._layers.shown

    def mark_kinds(self, kinds: frozenset[str]) -> None:
        """Show marks of these kinds only."""
        self._layers = self._layers.only(kinds)
        self._put_layers()
        self.kinds_changed.emit()

    def show_map(self, shown: bool) -> None:
        """Show the map of marks beside the text, or hide it."""
        self.map.setVisible(shown)
        self._align_header()

    def frame(self, annotation: str) -> None:
        """Put a frame around the mark with this id, which the keys act on; "" around none."""
        if annotation != self._framed:
            self._framed = annotation
            self._show_frame()

    def set_typography(self, settings: Settings) -> None:
        """Set the text as the settings say."""
        self.text.set_typography(*typography_of(settings))
        self._align_header()

    def show_also(self, marks: Sequence[Mark]) -> None:
        """Show these marks too, as long as this document is open."""
        self._also = tuple(marks)
        self._mark()

    def go_to(self, span: Span, flash: bool = True) -> None:
        """Show a passage of the open document."""
        self._untouched = False
        self.text.go_to(span, flash)

    def open_find(self) -> None:
        """Open the bar that finds in the document."""
        if self._corpus.opened is not None:
            self.find_bar.open(start=self.text.place_at_top())

    def step_hit(self, by: int) -> bool:
        """Go to the next or previous place of the words searched for; False if there is none."""
        if not self._hits:
            return False
        current = self._hit + by if self._hit >= 0 else (0 if by > 0 else -1)
        self._show_hit(current % len(self._hits))
        return True

    def page_down(self) -> bool:
        """Scroll on by a page; False if the end was already in view."""
        return bool(self.text.page_down())

    def return_to(self, place: int) -> None:
        """Show a place of the open document, a code point, at the top again."""
        self._untouched = False
        self.text.set_place_at_top(place)

    def select_more(self) -> None:
        """Select the sentence at the caret, then its paragraph; the text takes the keyboard."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.widen_selection()

    def settled_selection(self) -> Span | None:
        """Return what is selected now, even if it was selected a moment ago."""
        self.text.settle_selection()
        return self._corpus.selection

    def remember_place(self) -> None:
        """Keep the reading position with the workspace."""
        self._saving.stop()
        if self._document and self._corpus.jobs.path is not None:
            place = str(self.text.place_at_top())
            key = _POSITION + self._document
            self._corpus.jobs.call(lambda workspace: workspace.store.remember(key, place))

    # -- what it listens to ------------------------------------------------------------------------

    def _show(self, opened: Opened | None) -> None:
        if self._saving.isActive():
            self.remember_place()
        self._document = opened.document.id if opened else ""
        self._also = ()
        self._pages.setCurrentIndex(0 if opened else 1)
        self._say_empty()
        self.text.show_document(opened.document if opened else None)
        self.map.set_length(len(opened.document.text) if opened else 0)
        self.find_bar.set_text(opened.document.text if opened else "")
        self._saving.stop()
        if opened is None:
            return
        # Line by line, because a list of all the words of a long text costs twice the time.
        self._words = sum(len(line.split()) for line in opened.document.text.split("\n"))
        self._own = {}
        self._tell(opened)
        self._mark()
        self._untouched = True
        self._search(self._corpus.query)
        if self._hits:
            self._show_hit(0)
        key = _POSITION + opened.document.id

        def recalled(place: str) -> None:
            if place.isdigit() and self._document == opened.document.id and self._untouched:
                self.text.set_place_at_top(int(place))

        self._corpus.jobs.call(lambda workspace: workspace.store.recall(key), done=recalled)

    def _refresh(self, opened: Opened) -> None:
        self._tell(opened)
        self._mark()

    def _go_along(self, place: int) -> None:
        """Scroll with the pointer in the map."""
        self._untouched = False
        self.text.set_place_at_top(place)

    def _mark(self) -> None:
        opened = self._corpus.opened
        if opened is None:
            return
        if opened.facts is not self._marked:
            self._marked = opened.facts
            indexes = {kind: MarkIndex(marks) for kind, marks in marked_facts(opened.facts).items()}
            self._layers = Layers(indexes, self._layers.shown)
        names = self._corpus.colours.names
        if names != self._named:
            self._own, self._named = {}, dict(names)  # what is said of the marks names their colours
        self._layers = self._layers.with_marks(OWN, self._own_marks(opened))
        self._show_frame()
        self._mapping.start()

    def _own_marks(self, opened: Opened) -> list[Mark]:
        """Return the marks of the annotations, looking only for those that are not as they were."""
        known, self._own = self._own, {}
        fresh: list[Annotation] = []
        for annotation in opened.annotations:
            if annotation.document != opened.document.id:
                continue  # of an earlier version, in which alone its passage stands
            before = known.get(annotation.id)
            # Nearly all are the same objects, and comparing is ten times as long as looking at that.
            if before is not None and (before[0] is annotation or before[0] == annotation):
                self._own[annotation.id] = annotation, before[1]
            else:
                fresh.append(annotation)
        for annotation, marks in zip(
            fresh, marks_of_each(fresh, opened.document.text, self._named), strict=True
        ):
            self._own[annotation.id] = annotation, marks
        return [mark for _annotation, marks in self._own.values() for mark in marks]

    def _put_layers(self) -> None:
        self._show_frame()
        self.map.set_layers(self._layers)

    def _show_frame(self) -> None:
        """Show the marks in the text with the frame around the one that was chosen."""
        opened = self._corpus.opened
        place = opened.place_of(self._framed) if opened is not None else None
        frame = [Mark(place, "accent", "frame", None, "")] if place else []
        self.text.set_layers(self._layers.framed([*frame, *self._also]))

    def _put_hits(self, hits: Sequence[Span], current: Span | None) -> None:
        self.text.set_hits(hits, current)
        self.map.set_hits(hits, current)

    def _search(self, query: Query) -> None:
        opened = self._corpus.opened
        if opened is None or self.find_bar.isVisible():
            return
        self._hits = hits(opened.document.text, query.words) if query.words.strip() else []
        self._hit = -1
        self._put_hits(self._hits, None)

    def _show_hit(self, number: int) -> None:
        self._hit = number
        self._untouched = False
        self._put_hits(self._hits, self._hits[number])
        self.text.go_to(self._hits[number], False)

    def _found(self, found: list[Span], current: Span | None) -> None:
        self._found_at = current
        self._put_hits(found, current)
        if current is not None:
            self._untouched = False
            self.text.go_to(current, False, passing=True)
        else:
            self.text.fold_passed()

    def _find_closed(self) -> None:
        self.find_bar.hide()
        self.text.fold_passed(here=True)
        self._search(self._corpus.query)
        if self._found_at is not None:  # from here Shift and the arrows go on
            self.text.select(self._found_at)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing -----------------------------------------------------------------------------------

    def _tell(self, opened: Opened) -> None:
        self.header.tell(opened, self._words)

    def _say_empty(self) -> None:
        if self._corpus.listing.ids:
            self._empty.setText(_("Choose an article in the list: j and k go down and up."))
        else:
            self._empty.setText(_("Articles that you open are read here."))

    def _align_header(self) -> None:
        """Let the header begin and end where the column of text does."""
        width = self.width() - (0 if self.map.isHidden() else self.map.width())
        self.header.align(width, self.text.measure)

    def event(self, event: QEvent) -> bool:
        """Keep the header over the column when the pane changes its width."""
        if event.type() == QEvent.Type.Resize:
            self._align_header()
        return super().event(event)
