"""The notes beside the text: each level with its passage, none over another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from briefreader.domain.annotation import Annotation
from briefreader.ui.corpus import Corpus, Opened
from briefreader.ui.theme import Theme
from briefreader.ui.views.margin_note import MarginNote
from briefreader.ui.views.reader_text import ReaderText

LEAST, MOST = 150, 280
"""How wide a note may be, in pixels; where there is less room, only its sign shows."""

_SIGNS = 32  # pixels right of the column, where stars and signs of notes stand
_GAP = 6

Write = Callable[[Annotation, str], None]


class MarginNotes(QObject):
    """Keeps a card for each note near what is seen.

    ``write`` stores another note on an annotation. Where the margin has no room, a click on a note's
    sign opens its card over the text, until it is left.
    """

    def __init__(self, corpus: Corpus, text: ReaderText, theme: Theme, write: Write) -> None:
        super().__init__(text)
        self._corpus = corpus
        self._text = text
        self._theme = theme
        self._write = write
        self._cards: dict[str, MarginNote] = {}
        self._placed: list[tuple[int, Annotation]] = []  # the notes by the places of their passages
        self._places: list[int] = []
        self._opened = ""  # the note whose sign was clicked
        self._draft: Annotation | None = None  # a passage without a note, on which one is being written
        self._store: Callable[[str], None] = lambda _words: None
        self._key: tuple[object, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.place)
        corpus.document_opened.connect(self._show)
        corpus.document_refreshed.connect(self._refresh)
        text.verticalScrollBar().valueChanged.connect(lambda _value: self.place())
        text.viewport().installEventFilter(self)
        theme.changed.connect(self._repaint)

    @property
    def cards(self) -> list[MarginNote]:
        """Return the cards that are shown, from above."""
        shown = [card for card in self._cards.values() if not card.isHidden()]
        return sorted(shown, key=lambda card: card.y())

    def save(self) -> None:
        """Store what is being written: the text is about to go."""
        for card in list(self._cards.values()):
            card.save()

    def open(self, id: str) -> None:
        """Show the card of a note and give it the keyboard."""
        self._opened = id
        self.place(anew=True)
        if card := self._cards.get(id):
            card.show()
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_on(self, annotation: Annotation, store: Callable[[str], None]) -> bool:
        """Let a note be written in the margin on a passage of the open article; False without room there.

        The annotation need not be stored yet. If it has no note, ``store`` is called with what was written.
        """
        span = annotation.place(self._text.words)
        if span is None or not self._text.isVisible() or not self._room(self._text.viewport().width())[1]:
            return False
        self._end_draft()
        if not annotation.note:
            self._draft, self._store = annotation, store
        self._opened = annotation.id
        if not self._text.in_view(span):
            self._text.bring_up(span)
        self._refresh(self._corpus.opened)
        card = self._cards[annotation.id]
        card.show()
        card.edit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the layout of the text, and open a note whose sign is clicked."""
        if event.type() == QEvent.Type.Paint:
            if self._state() != self._key:  # while it paints, nothing may be moved
                self._timer.start()
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._leave_opened()
            self._drop_blank_draft()
            keys = self._text.notes_at(event.position().toPoint())
            noted = [each.id for _place, each in self._placed if each.id in keys]
            if noted and event.button() == Qt.MouseButton.LeftButton:
                self.open(noted[0])
                return True
        return super().eventFilter(watched, event)

    def place(self, anew: bool = False) -> None:
        """Put the cards where their passages are now, if anything has changed."""
        if self._state() == self._key and not anew:
            return
        self._key = self._state()
        top, view = self._text.verticalScrollBar().value(), self._text.viewport().size()
        left, width = self._room(view.width())
        near = self._near(top, view.height()) if width else []
        self._keep(near)
        end = -(10**9)
        for place, annotation in near:
            card = self._cards[annotation.id]
            height = card.height_for(width)
            y = max(round(self._text.line_top(place)) - top, end + _GAP)
            end = y + height
            if card.writing:  # what is being written does not leave the view
                y = max(4, min(y, view.height() - height - 4))
                card.raise_()
            card.setGeometry(left, y, width, height)
            card.setVisible(y < view.height() and y + height > 0)
        if not width:
            self._place_over(top, view.width())

    # Within

    def _state(self) -> tuple[object, ...]:
        """Return all that decides where the cards are."""
        bar, view = self._text.verticalScrollBar(), self._text.viewport().size()
        return self._text.layout_number, bar.value(), view, self._opened, id(self._placed)

    def _show(self, opened: Opened | None) -> None:
        self.save()
        self._opened, self._draft = "", None
        self._keep([])
        self._refresh(opened)

    def _refresh(self, opened: Opened | None) -> None:
        every = {each.id: each for each in opened.annotations} if opened else {}
        draft = self._draft
        if draft is not None:
            every.setdefault(draft.id, draft)
        noted = [each for each in every.values() if each.anchor and (each.note or self._is_draft(each))]
        found = [(each.place(opened.document.text), each) for each in noted] if opened else []
        self._placed = sorted(
            ((place.start, each) for place, each in found if place is not None),
            key=_in_order,
        )
        self._places = [place for place, _each in self._placed]
        for _place, annotation in self._placed:
            if card := self._cards.get(annotation.id):
                card.show_annotation(annotation)
        self.place(anew=True)

    def _room(self, width: int) -> tuple[int, int]:
        """Return where the cards begin and how wide they are: 0 where the margin has no room."""
        left = round(self._text.column_right) + _SIGNS
        room = width - left - 8
        return left, min(room, MOST) if room >= LEAST else 0

    def _near(self, top: int, height: int) -> list[tuple[int, Annotation]]:
        """Return the notes on what is seen, and on a page above, whose cards may reach into view."""
        first = self._text.place_at_height(max(0, top - height))
        last = self._text.place_at_height(top + height)
        places = [place for place, _each in self._placed]
        seen = slice(bisect_left(places, first), bisect_right(places, last))
        writing = {id for id, card in self._cards.items() if card.writing} | {self._opened}
        return [
            one for n, one in enumerate(self._placed) if one[1].id in writing or seen.start <= n < seen.stop
        ]

    def _keep(self, near: list[tuple[int, Annotation]]) -> None:
        """Have cards for these notes and for what is being written, and for no others."""
        wanted = {each.id: each for _place, each in near}
        if self._opened:
            wanted |= {each.id: each for _place, each in self._placed if each.id == self._opened}
        for id, card in list(self._cards.items()):
            if id not in wanted and not card.writing:
                del self._cards[id]
                card.hide()
                card.deleteLater()
        for id, annotation in wanted.items():
            if id not in self._cards:
                self._cards[id] = self._card(annotation)

    def _card(self, annotation: Annotation) -> MarginNote:
        card = MarginNote(annotation, self._theme, self._text)
        card.saved.connect(lambda words: self._saved(card, words))
        card.left.connect(self._left)
        card.resized.connect(lambda: self.place(anew=True))
        return card

    def _place_over(self, top: int, width: int) -> None:
        """Show the note whose sign was clicked, and what is being written, over the text below its line."""
        wide = min(MOST, width - 16)
        for place, annotation in self._placed:
            card = self._cards.get(annotation.id)
            if card is None or not (card.writing or annotation.id == self._opened):
                continue
            height = card.height_for(wide)
            y = round(self._text.line_top(place)) - top + self._text.line_step
            y = max(4, min(y, self._text.viewport().height() - height - 4))
            card.setGeometry(width - wide - 8, y, wide, height)
            card.raise_()
            card.show()

    def _saved(self, card: MarginNote, words: str) -> None:
        if self._is_draft(card.annotation) and not card.annotation.note:
            self._draft = None
            self._store(words)
            self._text.setFocus(Qt.FocusReason.OtherFocusReason)  # the card may be another one now
        else:
            self._write(card.annotation, words)
        self._leave_opened()

    def _left(self) -> None:
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._end_draft()
        self._leave_opened()

    def _is_draft(self, annotation: Annotation) -> bool:
        return self._draft is not None and annotation.id == self._draft.id

    def _end_draft(self) -> None:
        """Keep what was written on a passage that had no note, and take its card away."""
        if self._draft is None:
            return
        if card := self._cards.get(self._draft.id):
            card.save()
        self._draft, self._opened = None, ""
        self._refresh(self._corpus.opened)

    def _drop_blank_draft(self) -> None:
        card = self._cards.get(self._draft.id) if self._draft else None
        if card is not None and not (card.field and card.field.toPlainText().strip()):
            self._end_draft()

    def _leave_opened(self) -> None:
        card = self._cards.get(self._opened)
        if self._opened and not (card and card.writing):
            self._opened = ""
            self.place(anew=True)

    def _repaint(self) -> None:
        for card in self._cards.values():
            card.update()


def _in_order(one: tuple[int, Annotation]) -> tuple[int, str]:
    return one[0], one[1].id
