"""What one source says of a claim, as a card: source, date, speaker, passage, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from briefreader.domain.ledger import ClaimEntry
from briefreader.domain.survey import SourceCard
from briefreader.domain.text import Span
from briefreader.i18n import _, anew, plural
from briefreader.ui.models.dates import say_published
from briefreader.ui.models.sides import Side
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.wrapped import WrappedLabel

_TWO_FROM = 520  # px of width from which two passages stand side by side
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryCard(QFrame):
    """A source's words on a claim; Enter, a double click or the button goes to the passage."""

    going = Signal(object)
    """The ClaimEntry whose passage is to be shown."""
    comparing = Signal(object)
    """The ClaimEntry whose passage is to be shown beside that of another article."""
    unfolding = Signal(object)
    """The ClaimEntry whose copies are to be shown, or put away again."""

    def __init__(
        self,
        theme: Theme,
        side: Side,
        source: SourceCard | None,
        number: int,
        same_as: int = 0,
        unfolded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self.side, self.entry = theme, side, side.entry
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 10, 12)
        layout.setSpacing(4)
        layout.addLayout(self._head(source, number))
        title = source.title if source else ""
        line = QHBoxLayout()
        line.setSpacing(4)
        if title:
            named = WrappedLabel(theme, lambda: theme.font("strong"), "text", self, most=1)
            named.say(title)
            named.setToolTip(plain_tooltip(title))
            line.addWidget(named, 1)
        line.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)
        for words in self._small_print(same_as):
            layout.addWidget(words)
        self.passage = WrappedLabel(theme, lambda: theme.font("text"), "text", self)
        self.passage.say(self.entry.text, _marked(self.entry))
        layout.addSpacing(2)
        layout.addWidget(self.passage)
        self.copies = self._copies(unfolded)
        if self.copies is not None:
            layout.addWidget(self.copies, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        self.setAccessibleName(_("Source {n}: {source}").format(n=number, source=title or self._from.text()))
        self.setAccessibleDescription(self.entry.text)
        theme.changed.connect(self.update)

    def _head(self, source: SourceCard | None, number: int) -> QHBoxLayout:
        """Make the line of the source and the way to it, above all else: it is in sight at once."""
        self.go = _link(_("Go to the passage"), self)
        self.go.clicked.connect(lambda: self.going.emit(self.entry))
        self.beside = _link("", self)
        self.beside.setIcon(self._theme.icon("columns", "accent"))
        self.beside.setAccessibleName(_("Side by side"))
        self.beside.setToolTip(_("Show this passage beside that of another article"))
        self.beside.clicked.connect(lambda: self.comparing.emit(self.entry))
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._origin(self.entry, source, number), 1)
        head.addWidget(self.go)
        return head

    def _origin(self, entry: ClaimEntry, source: SourceCard | None, number: int) -> QLabel:
        """Make the line that says who published it and when, and how surely the date is known."""
        published = source.published if source else entry.published
        outlet = source.outlet if source else ""
        said = " · ".join(each for each in (str(number), outlet, say_published(published)) if each)
        role = "text.muted" if published.certain else "warning"
        self._from = WrappedLabel(self._theme, lambda: self._theme.font("small"), role, self, most=1)
        self._from.say(said)
        self._from.setToolTip(
            plain_tooltip("\n".join(each for each in (said, anew(published.reason)) if each))
        )
        return self._from

    def _small_print(self, same_as: int) -> list[WrappedLabel]:
        said = []
        if self.side.day:
            said.append(_("Dated {day}").format(day=self.side.day))
        if self.side.corrected:
            said.append(self.side.corrected)
        if self.entry.speaker:
            said.append(_("Said by {speaker}").format(speaker=self.entry.speaker))
        if same_as:
            said.append(_("The same report as {n}: both count as one source").format(n=same_as))
        labels = []
        for words in said:
            label = WrappedLabel(self._theme, lambda: self._theme.font("small"), "text.muted", self, most=3)
            label.say(words)
            labels.append(label)
        return labels

    def _copies(self, unfolded: bool) -> QToolButton | None:
        """Make the button that shows the copies of this report, or puts them away."""
        count = len(self.side.copies)
        if not count:
            return None
        button = _link(plural("and {n} copy", "and {n} copies", count), self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(self._theme.icon("chevron-up" if unfolded else "chevron-down"))
        tip = _("Put the copies away") if unfolded else _("Show the same report in the other articles")
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.clicked.connect(lambda: self.unfolding.emit(self.entry))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in _ENTER:
            self.going.emit(self.entry)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if event.button() == Qt.MouseButton.LeftButton:
            self.going.emit(self.entry)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        painter.setPen(QPen(self._theme.colour("accent" if focus else "border"), 2 if focus else 1))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)


def _link(words: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName("link")
    button.setText(words)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _marked(entry: ClaimEntry) -> tuple[Span, ...]:
    """Return where in the passage the words stand that carry the value."""
    start = max(0, entry.mark.start - entry.span.start)
    end = min(len(entry.text), entry.mark.end - entry.span.start)
    return (Span(start, end),) if start < end else ()


class CardGrid(QWidget):
    """Cards side by side in two columns where there is room, else one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[EntryCard] = []
        self.columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(10)

    def show_cards(self, cards: list[EntryCard]) -> None:
        """Show other cards."""
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = cards
        self.columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= _TWO_FROM and len(self.cards) > 1 else 1
        if columns == self.columns:
            return
        self.columns = columns
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)
        for n, card in enumerate(self.cards):
            self._grid.addWidget(card, n // columns, n % columns)
            card.show()
