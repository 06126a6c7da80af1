"""The reader pane: what the open document is, its text, and every mark in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.annotation import Annotation
from briefreader.domain.query import Query
from briefreader.domain.text import Span
from briefreader.i18n import _, plural
from briefreader.index import hits
from briefreader.library import judging
from briefreader.settings import Settings
from briefreader.ui.corpus import Corpus, Opened
from briefreader.ui.models.dates import say_published
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.elided import ElidedLabel
from briefreader.ui.views.find import FindBar
from briefreader.ui.views.reader_marks import Mark
from briefreader.ui.views.reader_text import ReaderText

MARKED = ("quote", "figure", "date", "event", "agreement", "person", "organisation", "place")
_POSITION = "position:"
_REMEMBER_MS = 400


def fact_marks(opened: Opened, kinds: frozenset[str]) -> list[Mark]:
    """Return the marks of what the machine found, of these kinds."""
    marks = []
    for fact in judging.standing(opened.facts):
        if fact.kind not in kinds or fact.kind not in MARKED:
            continue
        if fact.kind == "figure" and not fact.data.get("key", True):
            continue
        style = "background" if fact.kind == "quote" else "dotted"
        label = fact.about or fact.when
        marks.append(Mark(fact.span, f"mark.{fact.kind}", style, fact.key, label))
    return marks


def annotation_marks(annotations: Sequence[Annotation], text: str) -> list[Mark]:
    """Return the marks of what a person made, where their passages are found in the text."""
    marks = []
    for annotation in annotations:
        span = annotation.place(text)
        if span is None:
            continue
        tags = " ".join(f"#{tag}" for tag in annotation.tags)
        label = "\n".join(part for part in (annotation.note, tags) if part)
        if annotation.colour:
            marks.append(Mark(span, f"highlight.{annotation.colour}", "background", annotation.id, label))
        else:
            marks.append(
                Mark(span, "star" if annotation.starred else "accent", "underline", annotation.id, label)
            )
        if annotation.starred:
            marks.append(Mark(span, "star", "star", annotation.id, label or _("Starred passage")))
        if annotation.note or annotation.tags:
            marks.append(Mark(span, "accent", "note", annotation.id, label))
    return marks


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
    size_wanted = Signal(int)
    """The user turned the wheel with Ctrl: 1 for larger text, -1 for smaller."""

    def __init__(
        self, corpus: Corpus, theme: Theme, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self._corpus = corpus
        self._theme = theme
        self._kinds = frozenset(MARKED)
        self._document = ""
        self._hits: list[Span] = []
        self._hit = -1
        self._also: tuple[Mark, ...] = ()  # what a comparison marks
        self._untouched = True  # nobody has asked for another place than the one kept
        self.text = ReaderText(theme, self)
        self.text.set_typography(*typography_of(settings))
        self.text.setAccessibleName(_("Article"))
        self.find_bar = FindBar(theme, self)
        self.find_bar.hide()
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
        column.addWidget(self._make_header())
        column.addWidget(self.find_bar)
        column.addWidget(self.text, 1)
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
        self._paint_header()

    def _make_header(self) -> QWidget:
        self._outlet = ElidedLabel(self)
        self._outlet.setProperty("role", "muted")
        self._star = self._button(_("Star this article"), self.star_requested.emit)
        self._details = self._button(
            _("Correct title, outlet and date"), lambda: self.details_requested.emit(self._document)
        )
        self._details.setToolTip(_("Correct title, outlet and date (F2)"))
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setProperty("role", "title")
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._reason = QLabel(self)
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setWordWrap(True)
        self._reason.setProperty("role", "small")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._outlet, 1)
        line.addWidget(self._star)
        line.addWidget(self._details)
        header = QWidget(self)
        header.setObjectName("surface")
        self._inside = QVBoxLayout(header)
        self._inside.setSpacing(4)
        self._inside.addLayout(line)
        self._inside.addWidget(self._title)
        self._inside.addWidget(self._reason)
        return header

    def _button(self, name: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: act())
        return button

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
        self.find_bar.hits_changed.connect(self._found)
        self.find_bar.closed.connect(self._find_closed)
        self._theme.changed.connect(self._paint_header)

    # -- what the window asks ----------------------------------------------------------------------

    @property
    def kinds(self) -> frozenset[str]:
        """Return the kinds of facts that are marked in the text."""
        return self._kinds

    def mark_kinds(self, kinds: frozenset[str]) -> None:
        """Mark facts of these kinds only."""
        self._kinds = kinds
        self._mark()

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
        self.find_bar.set_text(opened.document.text if opened else "")
        self._saving.stop()
        if opened is None:
            return
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

    def _mark(self) -> None:
        opened = self._corpus.opened
        if opened is not None:
            marks = fact_marks(opened, self._kinds)
            marks += annotation_marks(opened.annotations, opened.document.text)
            self.text.set_marks([*marks, *self._also])

    def _search(self, query: Query) -> None:
        opened = self._corpus.opened
        if opened is None or self.find_bar.isVisible():
            return
        self._hits = hits(opened.document.text, query.words) if query.words.strip() else []
        self._hit = -1
        self.text.set_hits(self._hits, None)

    def _show_hit(self, number: int) -> None:
        self._hit = number
        self._untouched = False
        self.text.set_hits(self._hits, self._hits[number])
        self.text.go_to(self._hits[number], False)

    def _found(self, found: list[Span], current: Span | None) -> None:
        self.text.set_hits(found, current)
        if current is not None:
            self._untouched = False
            self.text.go_to(current, False)

    def _find_closed(self) -> None:
        self.find_bar.hide()
        self._search(self._corpus.query)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing -----------------------------------------------------------------------------------

    def _tell(self, opened: Opened) -> None:
        document = opened.document
        words = plural("{n} word", "{n} words", len(document.text.split()))
        outlet = document.outlet or _("Outlet not known")
        said = " · ".join((outlet, say_published(document.published, full=True), words))
        published_shortly = say_published(document.published)
        # Rather a shorter line than one that ends within a word.
        self._outlet.say(
            said, " · ".join((outlet, published_shortly, words)), f"{outlet} · {published_shortly}"
        )
        self._outlet.setToolTip(plain_tooltip(f"{said}\n{document.origin}".strip()))
        self._outlet.setAccessibleDescription(document.origin)
        shown = any(block.kind == "title" for block in document.blocks) and not opened.status.title
        self._title.setText(document.title)
        self._title.setVisible(not shown)
        published = document.published
        reason = published.reason if published.value else _("The text does not say when it was published.")
        if document.title_how == "made" and not opened.status.title:
            reason = f"{reason} {_('The title was made from the first sentence.')}".strip()
        self._reason.setText(" ".join((reason, *document.warnings)).strip())
        self._reason.setVisible(bool(self._reason.text()))
        starred = opened.status.starred
        self._star.setIcon(
            self._theme.icon("star-filled" if starred else "star", "star" if starred else "text.muted")
        )
        says = _("Take the star off this article (Shift+S)") if starred else _("Star this article (Shift+S)")
        self._star.setToolTip(says)
        self._star.setAccessibleName(says)

    def _say_empty(self) -> None:
        if self._corpus.listing.ids:
            self._empty.setText(_("Choose an article in the list: j and k go down and up."))
        else:
            self._empty.setText(_("Articles that you open are read here."))

    def _paint_header(self) -> None:
        self._details.setIcon(self._theme.icon("pencil", "text.muted"))
        if self._corpus.opened is not None:
            self._tell(self._corpus.opened)
        self._align_header()

    def _align_header(self) -> None:
        """Let the header begin and end where the column of text does."""
        side = max(28, (self.width() - self.text.measure) // 2) if self.width() > 0 else 28
        self._inside.setContentsMargins(side, 22, side, 6)

    def event(self, event: QEvent) -> bool:
        """Keep the header over the column when the pane changes its width."""
        if event.type() == QEvent.Type.Resize:
            self._align_header()
        return super().event(event)
