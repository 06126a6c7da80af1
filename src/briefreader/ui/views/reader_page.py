"""The reader's page: one document laid out in a centred column, its places, folds and selection."""

from __future__ import annotations

from collections.abc import Collection
from math import ceil

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from briefreader.domain.document import Document
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_chips import CHIP, Chip
from briefreader.ui.views.reader_folds import Fold, Shown, folds_of
from briefreader.ui.views.reader_geometry import line_top, position_at, snapped
from briefreader.ui.views.reader_layout import Typography, fill, set_column

_LONG_TEXT = 150_000  # code points from which a new width is not laid out at each step of a drag
_CARET = 2  # pixels
_AHEAD = 6000  # positions laid out beyond a place before the page is scrolled to it


class Page(QTextBrowser):
    """A read-only text of one document. Every place and span is in code points of its text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._type = Typography()
        self._document: Document | None = None
        self._shown = Shown("", ())
        self._unfolded: set[Fold] = set()
        self._passed: set[Fold] = set()  # those of them that were opened in passing
        self._version = 0  # counts the layouts
        self._held: int | None = None  # the place at the top that a new layout must keep
        self._placing = False
        self._page_width = 0
        self._paper: QTextDocument | None = None
        self._chip = Chip(theme, self)
        self._set_up()
        self._width_timer = QTimer(self, singleShot=True, interval=120)
        self._width_timer.timeout.connect(self._lay_out)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._dress()
        self._rebuild(place=0)
        theme.changed.connect(self._on_theme)

    # What is shown

    def show_document(self, document: Document | None) -> None:
        """Show a document from its beginning, or nothing."""
        self._document = document
        self._unfolded, self._passed = set(), set()
        self._held = None
        self._rebuild(place=0)

    def set_unfolded(self, unfolded: bool) -> None:
        """Open all folds, or close them."""
        self._passed = set()
        self._unfold(set(self._shown.folds) if unfolded else set())

    def set_typography(
        self, size_px: int, measure_px: int, line_height: int = 160, face: str = "serif"
    ) -> None:
        """Set size of the body text and width of the column in pixels, line height in per cent, and face."""
        wanted = Typography(size_px, measure_px, line_height, face)
        if wanted != self._type:
            self._type = wanted
            self._rebuild()

    @property
    def measure(self) -> int:
        """Return the width of the column in pixels, as it was asked for."""
        return self._type.measure

    @property
    def column_right(self) -> float:
        """Return where the column of text ends, in pixels of the page."""
        return float(self._page_width - self.document().rootFrame().frameFormat().rightMargin())

    @property
    def line_step(self) -> int:
        """Return the distance of two base lines of running text, in pixels."""
        return self._type.line

    @property
    def layout_number(self) -> int:
        """Return a number that is another after each new layout."""
        return self._version

    # Places

    def line_top(self, place: int) -> float:
        """Return the height of the page at which the line of a place begins."""
        return line_top(self.document(), self._shown.to_qt(place))

    def in_view(self, span: Span) -> bool:
        """Tell whether a line of a passage is in view."""
        top = self.verticalScrollBar().value()
        above = self.line_top(max(span.start, span.end - 1)) + self._type.line <= top
        return not above and self.line_top(span.start) < top + self.viewport().height()

    def place_at_height(self, height: float) -> int:
        """Return the place at which the line begins that stands at a height of the page."""
        return self._shown.from_qt(position_at(self.document(), height))

    def place_at_top(self) -> int:
        """Return the place where the first visible line begins."""
        if self._held is not None:
            return self._held
        top = self.verticalScrollBar().value()
        return 0 if top <= 0 else self._shown.from_qt(position_at(self.document(), top + 1))

    def set_place_at_top(self, place: int) -> None:
        """Scroll so that the line of a place is the first one."""
        position = self._shown.to_qt(place)
        self._scroll_to(0.0 if place <= 0 else line_top(self.document(), position), position)
        self._held = place

    def bring_up(self, span: Span, passing: bool = False) -> None:
        """Scroll a passage to the upper third of the view, opening folds over it.

        Where one is only ``passing``, they fold again when the next passage comes.
        """
        over = {fold for fold in self._shown.folds if fold.span.overlaps(span)}
        fresh = over - self._unfolded
        passed = self._passed - over
        self._passed = fresh | (self._passed & over) if passing else self._passed - over
        self._unfold((self._unfolded - passed if passing else self._unfolded) | over)
        position = self._shown.range_of(span)[0]
        self._scroll_to(line_top(self.document(), position) - self.viewport().height() * 0.26, position)
        self._held = None
        self.put_caret(span.start)

    def fold_passed(self, here: bool = False) -> None:
        """Fold what was opened in passing; ``here`` means to stay, so that it stays open."""
        passed, self._passed = self._passed, set()
        if not here:
            self._unfold(self._unfolded - passed)

    @property
    def caret(self) -> int:
        """Return the place where the caret stands."""
        return self._shown.from_qt(self.textCursor().position())

    def put_caret(self, place: int) -> None:
        """Set the caret to a place without scrolling."""
        cursor = self.textCursor()
        cursor.setPosition(self._shown.to_qt(place))
        self._set_cursor(cursor)

    @property
    def words(self) -> str:
        """Return the text of the document."""
        return self._shown.text

    def bring_caret(self) -> None:
        """Move a caret that was scrolled out of sight to the first visible line."""
        if self.textCursor().hasSelection() or self.viewport().rect().intersects(self.cursorRect()):
            return
        self.put_caret(self.place_at_top())

    def move_caret(self, place: int, selects: bool) -> None:
        """Move the caret to a place, scrolling as far as needed; ``selects`` what lies between."""
        cursor = self.textCursor()
        mode = QTextCursor.MoveMode.KeepAnchor if selects else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(self._shown.to_qt(place), mode)
        self.setTextCursor(cursor)

    def selected_span(self) -> Span | None:
        """Return the span that is selected."""
        cursor = self.textCursor()
        return self._shown.span_of(cursor.selectionStart(), cursor.selectionEnd())

    def select(self, span: Span) -> None:
        """Select a span, widened to whole characters, without scrolling."""
        cursor = self.textCursor()
        start, end = self._shown.range_of(span)
        first, last = self.document().findBlock(start), self.document().findBlock(end)
        cursor.setPosition(first.position() + snapped(first, start, start)[0])
        cursor.setPosition(last.position() + snapped(last, end, end)[1], QTextCursor.MoveMode.KeepAnchor)
        self._set_cursor(cursor)

    # Moving

    def page_down(self) -> bool:
        """Scroll by a page, less two lines; False if the end is already seen."""
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum():
            return False
        bar.setValue(bar.value() + max(self._type.line, self.viewport().height() - 2 * self._type.line))
        return True

    def page_up(self) -> bool:
        """Scroll back by a page, less two lines; False at the beginning."""
        bar = self.verticalScrollBar()
        if bar.value() <= 0:
            return False
        bar.setValue(bar.value() - max(self._type.line, self.viewport().height() - 2 * self._type.line))
        return True

    def toggle_fold_at_caret(self) -> bool:
        """Open or close the fold at the caret; False if there is none."""
        position = self.textCursor().position()
        fold = self._shown.fold_at(position) or self._shown.fold_at(position - 1)
        if fold is None:
            place = self._shown.from_qt(position)
            fold = next((each for each in self._unfolded if each.span.start <= place <= each.span.end), None)
        if fold is not None:
            self._toggle(fold)
        return fold is not None

    # What Qt calls

    def loadResource(self, _type: int, _name: QUrl | str) -> object:
        """Load nothing, whatever a text may name."""
        return None

    def doSetSource(self, _name: QUrl | str, _type: QTextDocument.ResourceType | None = None) -> None:
        """Go nowhere: the view shows what it is given."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selection as it stands in the source, as plain text only."""
        data = QMimeData()
        span = self.selected_span()
        data.setText(span.of(self._shown.text) if span else "")
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew for a new width; long texts only when the dragging has stopped."""
        place = self.place_at_top()
        self._placing = True
        super().resizeEvent(event)
        self._placing = False
        if self._width() == self._page_width:
            return
        self._held = place
        if self._page_width and self.isVisible() and len(self._shown.text) > _LONG_TEXT:
            self._width_timer.start()
        else:
            self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay out for the width that the page really has."""
        self._placing = True
        super().showEvent(event)
        self._placing = False
        self._lay_out()
        if self._held is not None:
            self.set_place_at_top(self._held)

    # Within

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # The page's width is ours to set, so that a drag of a splitter does not lay out at each step.
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Article text"))
        self.setAccessibleDescription(
            _("Arrows move the caret, with Shift they select. Enter opens or closes a folded stretch.")
        )
        self.verticalScrollBar().setSingleStep(self._type.line)

    def _dress(self) -> None:
        palette = self.palette()
        selection = self._theme.colour("accent")
        selection.setAlphaF(0.38 if self._theme.dark else 0.26)
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, QPalette.ColorRole.Base, self._theme.colour("surface"))
            palette.setColor(group, QPalette.ColorRole.Window, self._theme.colour("surface"))
            palette.setColor(group, QPalette.ColorRole.Text, self._theme.colour("text"))
            palette.setColor(group, QPalette.ColorRole.Highlight, selection)
            palette.setColor(group, QPalette.ColorRole.HighlightedText, self._theme.colour("text"))
        self.setPalette(palette)

    def _on_theme(self) -> None:
        self._dress()
        if self._unfolded:  # the only letters with a colour of their own
            self._rebuild()
        self.viewport().update()

    def _rebuild(self, place: int | None = None) -> None:
        """Make the text anew, keeping the place at the top, the selection and the caret."""
        document = self._document
        place = self.place_at_top() if place is None else place
        cursor = self.textCursor()
        ends = (self._shown.from_qt(cursor.anchor()), self._shown.from_qt(cursor.position()))
        kept = self._shown.text is (document.text if document else "")
        folds = folds_of(document) if document else ()
        self._shown = Shown(document.text if document else "", folds, self._unfolded)
        self._placing = True
        self._put_on_paper(document or Document("", ""))
        self._placing = False
        self._held = place
        self._lay_out()
        cursor = self.textCursor()
        cursor.setPosition(self._shown.to_qt(ends[0]) if kept else 0)
        if kept:
            cursor.setPosition(self._shown.to_qt(ends[1]), QTextCursor.MoveMode.KeepAnchor)
        self._set_cursor(cursor)

    def _put_on_paper(self, document: Document) -> None:
        """Fill a new QTextDocument and show it: that costs one layout, changing the old one several."""
        paper = QTextDocument(self)
        fill(paper, document, self._shown, self._type, self._theme)
        # All that decides the layout is set before there is one: asking for it begins to lay out.
        set_column(paper, self._width(), self.width(), self._type)
        paper.setTextWidth(self._width())
        paper.documentLayout().registerHandler(CHIP, self._chip)
        self.setDocument(paper)
        self.setCursorWidth(_CARET)  # Qt keeps it with the document
        if self._paper is not None:
            self._paper.deleteLater()
        self._paper = paper
        self.verticalScrollBar().setSingleStep(self._type.line)
        self._page_width = 0

    def _width(self) -> int:
        """Return the page's width: that of the pane, less a scroll bar whether it is there or not."""
        bar = self.verticalScrollBar()
        return max(1, self.width() - bar.sizeHint().width() - 2 * self.frameWidth())

    def _lay_out(self) -> None:
        """Give the column its width, if it has another one, and put the held place back to the top."""
        width = self._width()
        if width != self._page_width:
            place = self.place_at_top()
            self._placing = True
            self._page_width = width
            set_column(self.document(), width, self.width(), self._type)
            self.setLineWrapColumnOrWidth(width)
            self._placing = False
            self._version += 1
            self.set_place_at_top(place)
        self.viewport().update()

    def _scroll_to(self, height: float, position: int) -> None:
        """Scroll to a height of the page, which is first laid out beyond the position."""
        document = self.document()
        end = document.characterCount() - 1
        ahead = document.findBlock(min(position + _AHEAD, end))
        bottom = document.documentLayout().blockBoundingRect(ahead).bottom()
        if not ahead.next().isValid():
            bottom += document.rootFrame().frameFormat().bottomMargin()
        bar = self.verticalScrollBar()
        self._placing = True
        # Qt lets the range follow only when all is laid out.
        bar.setMaximum(max(bar.maximum(), ceil(bottom - self.viewport().height())))
        bar.setValue(round(height))
        self._placing = False

    def _set_cursor(self, cursor: QTextCursor) -> None:
        """Set the caret; Qt would scroll to it."""
        value = self.verticalScrollBar().value()
        held = self._held
        self._placing = True
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)
        self._placing = False
        self._held = held

    def _toggle(self, fold: Fold) -> None:
        self._passed.discard(fold)
        self._unfold(self._unfolded ^ {fold})

    def _unfold(self, wanted: Collection[Fold]) -> None:
        if set(wanted) != self._unfolded:
            self._unfolded = set(wanted)
            self._rebuild()

    def _on_scrolled(self) -> None:
        if not self._placing and self.isVisible():
            self._held = None
