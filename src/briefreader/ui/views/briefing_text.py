"""The text of a briefing: the lines of the chosen section, or its title block, to write in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.outline import Line, Part
from briefreader.i18n import _
from briefreader.ui.models.citations import Citations
from briefreader.ui.theme import Theme
from briefreader.ui.views.line_card import LineCard
from briefreader.ui.views.press_button import PressButton

_AT_ONCE = 8  # cards made before the others come, a few at a time
_STEP = 3


class BriefingText(QScrollArea):
    """Shows the lines of one section one below the other; each card tells what is done to it."""

    made = Signal(object)
    """A LineCard that was just made, to be listened to."""
    write_wanted = Signal(str)
    """A new line is wanted at the end of the section: its kind, "text" or "judgement"."""
    renamed = Signal(str, str)
    """The id of the section, and its new title."""

    def __init__(self, theme: Theme, citations: Citations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._citations = theme, citations
        self._part: Part | None = None
        self._changes: Mapping[str, str] = {}
        self._remarks: Mapping[str, tuple[str, ...]] = {}
        self._waiting: list[Line] = []
        self._current = ""
        self._wanted = ""  # the line that is to get the keyboard when its card is made
        self.cards: dict[str, LineCard] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Text of the section"))
        inside = QWidget(self)
        inside.setObjectName("panel")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(18, 14, 18, 18)
        self._column.setSpacing(8)
        self._column.addLayout(self._head())
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._column.addLayout(self._lines)
        self._column.addLayout(self._foot())
        self._column.addStretch(1)
        self.setWidget(inside)
        self._making = QTimer(self, interval=0)
        self._making.timeout.connect(self._make_on)
        citations.came.connect(self._refresh)

    def _head(self) -> QVBoxLayout:
        self.title = QLineEdit(self)
        self.title.setObjectName("heading")
        self.title.setAccessibleName(_("Title of the section"))
        self.title.editingFinished.connect(self._rename)
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "muted")
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self._hint)
        return head

    def _foot(self) -> QHBoxLayout:
        self.write = PressButton(_("Write a sentence"), self)
        self.write.clicked.connect(lambda: self.write_wanted.emit("text"))
        self.judge = PressButton(_("Write a judgement"), self)
        self.judge.clicked.connect(lambda: self.write_wanted.emit("judgement"))
        foot = QHBoxLayout()
        foot.addWidget(self.write)
        foot.addWidget(self.judge)
        foot.addStretch(1)
        return foot

    # -- what is shown ------------------------------------------------------------------------------

    def show_part(
        self,
        part: Part | None,
        changes: Mapping[str, str] | None = None,
        remarks: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """Show a section as it is now; cards of lines that stay are kept, with what is typed in them."""
        other = (part.id if part else "") != (self._part.id if self._part else "")
        self._part, self._changes, self._remarks = part, changes or {}, remarks or {}
        lines = part.lines if part is not None else ()
        wanted = {line.id: line for line in lines}
        for id, card in list(self.cards.items()):
            if id not in wanted or wanted[id].kind != card.line.kind:
                self._drop(id)
        self._citations.want(passage for line in lines for passage in line.evidence)
        self._waiting = []
        for place, line in enumerate(lines):
            if line.id in self.cards:
                self._show(line)
            elif place < _AT_ONCE or not other:
                self._make(line)
            else:
                self._waiting.append(line)
        self._arrange()
        if self._waiting:
            self._making.start()
        self._dress_head(part)
        if other:
            self.verticalScrollBar().setValue(0)

    def set_current(self, id: str) -> None:
        """Show which line is the chosen one, and bring it into sight."""
        if id != self._current:
            for each in (self._current, id):
                if each in self.cards:
                    self.cards[each].set_current(each == id)
            self._current = id
            self._bring(id)

    def write_in(self, id: str, at_end: bool = True) -> None:
        """Give the words of a line the keyboard."""
        if id not in self.cards and self._waiting:
            self._wanted = id
            return
        if id in self.cards:
            self.cards[id].take_focus(at_end)
            self._bring(id)

    def flush(self) -> None:
        """Let every field tell what is being typed."""
        for card in self.cards.values():
            card.field.flush()

    def writing(self) -> tuple[str, int] | None:
        """Return the line of the author's in which the caret is, and its place; None if it is in none."""
        card = self.cards.get(self._current)
        if card is not None and card.line.worded:
            return card.line.id, card.field.caret
        return None

    # -- within -------------------------------------------------------------------------------------

    def _dress_head(self, part: Part | None) -> None:
        if part is None:
            return
        if not self.title.hasFocus() or not self.title.isModified():
            self.title.setText(part.title)
        hint = {
            "lead": _("What the reader must know first, in a sentence or two of your own."),
            "judgements": _(
                "Three to five judgements: how likely, and in a sentence of its own how sure you are."
            ),
            "gaps": _("What is not known, and what was assumed."),
            "outlook": _("What to watch, and what may come."),
        }.get(part.kind, _("Drag passages, facts and quotes here, or add them with their keys."))
        self._hint.setText(hint)
        self._hint.setVisible(not part.lines)
        self.judge.setVisible(part.kind == "judgements")

    def _make(self, line: Line) -> None:
        card = LineCard(line, self._theme, self._citations, self.widget())
        self.cards[line.id] = card
        self.made.emit(card)
        self._show(line)
        card.set_current(line.id == self._current)

    def _show(self, line: Line) -> None:
        self.cards[line.id].show_line(line, self._changes.get(line.id, ""), self._remarks.get(line.id, ()))

    def _make_on(self) -> None:
        """Make a few more cards while nothing else is to be done."""
        for line in self._waiting[:_STEP]:
            self._make(line)
        self._waiting = self._waiting[_STEP:]
        self._arrange()
        if self._wanted in self.cards:
            self.write_in(self._wanted)
            self._wanted = ""
        if not self._waiting:
            self._making.stop()

    def _arrange(self) -> None:
        """Put the cards into the order of their lines, each after the one before for Tab and for reading."""
        lines = self._part.lines if self._part is not None else ()
        cards = [self.cards[line.id] for line in lines if line.id in self.cards]
        items = (self._lines.itemAt(n) for n in range(self._lines.count()))
        there = [each for item in items if item is not None and (each := item.widget()) is not None]
        if there == cards:
            return
        pairs = zip(there, cards, strict=False)
        same = next(
            (n for n, (one, other) in enumerate(pairs) if one is not other), min(len(there), len(cards))
        )
        for widget in there[same:]:
            self._lines.removeWidget(widget)
        before: QWidget = cards[same - 1].field if same else self.title
        # Each card that is shown would have all the others laid out anew, in a column that is still too low.
        self._column.setEnabled(False)
        for card in cards[same:]:
            self._lines.addWidget(card)
            card.show()
            card.raise_()
            QWidget.setTabOrder(before, card.field)
            before = card.field
        self._column.setEnabled(True)
        self._column.update()
        QWidget.setTabOrder(before, self.write)

    def _drop(self, id: str) -> None:
        card = self.cards.pop(id)
        self._lines.removeWidget(card)
        card.field.blockSignals(True)  # what is gone says nothing any more
        card.hide()
        card.deleteLater()

    def _refresh(self) -> None:
        for card in self.cards.values():
            card.refresh()

    def _bring(self, id: str) -> None:
        card = self.cards.get(id)
        if card is not None:
            QTimer.singleShot(0, card, lambda: self.ensureWidgetVisible(card, 0, 30))

    def _rename(self) -> None:
        title = " ".join(self.title.text().split())
        self.title.setModified(False)
        if self._part is not None and title and title != self._part.title:
            self.renamed.emit(self._part.id, title)
        elif self._part is not None:
            self.title.setText(self._part.title)
