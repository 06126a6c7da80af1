"""A line of a briefing in the text: the author's own words, or evidence with a comment below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.outline import CONFIDENCE, Line
from briefreader.i18n import _
from briefreader.ui.models import outline_words as words
from briefreader.ui.models.citations import Citations
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.elided import ElidedLabel
from briefreader.ui.views.evidence_block import EvidenceBlock
from briefreader.ui.views.words_field import WordsField

_BAR = 3


class LineCard(QFrame):
    """Shows one line; it changes nothing itself, but tells what a person does to it."""

    written = Signal(str, str, object)
    """The id of the line, its text, and for each sign in it which citation it was, or a pasted Passage."""
    valued = Signal(str, str, str)
    """The id of the line, the name of a value of it ("confidence", "basis"), and what it is to be."""
    wanted = Signal(str, str)
    """The id of the line and what is to be done: accept, remove, after, before, up, down, focused."""
    dropped = Signal(str, object, int)
    """The id of the line, what was dropped into its words (adding.Wanted), and the place."""

    def __init__(self, line: Line, theme: Theme, citations: Citations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._citations = theme, citations
        self.line = line
        self.change = ""
        self.remarks: tuple[str, ...] = ()
        self._current = False
        self.setObjectName("line")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 6, 16, 8)  # the bar is on either side
        self._layout.setSpacing(2)
        self._layout.addLayout(self._head())
        self.evidence: EvidenceBlock | None = None
        if not line.worded:
            self.evidence = EvidenceBlock(theme, citations, self)
            self._layout.addWidget(self.evidence)
        hint = _("Write a sentence …") if line.worded else _("Comment in your own words")
        self.field = WordsField(theme, hint, hint, self)
        self.field.takes_citations = line.worded
        self._layout.addWidget(self.field)
        self.confidence: QComboBox | None = None
        self.basis: QLineEdit | None = None
        if line.kind == "judgement":
            self._layout.addLayout(self._judging())
        self._remarks = QLabel(self)
        self._remarks.setTextFormat(Qt.TextFormat.PlainText)
        self._remarks.setWordWrap(True)
        self._remarks.setProperty("role", "warning")
        self._layout.addWidget(self._remarks)
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_line(line)

    # -- making -----------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        self._kind = QLabel(self)
        self._state = ElidedLabel(self)
        self._changed = QLabel(self)
        for label, role in ((self._kind, "small"), (self._state, "small"), (self._changed, "warning")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", role)
        self.accept = self._button("check", _("Accept"), "accept")
        self.accept.setText(_("Accept"))
        self.accept.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.remove = self._button("x", _("Remove this line"), "remove")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._kind)
        head.addWidget(self._changed)
        head.addWidget(self._state, 1)
        head.addWidget(self.accept)
        head.addWidget(self.remove)
        return head

    def _button(self, icon: str, tip: str, act: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("link")
        button.setProperty("icon_name", icon)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: self.wanted.emit(self.line.id, act))
        return button

    def _judging(self) -> QHBoxLayout:
        """Make the fields of a judgement: its confidence, which stands in a sentence of its own, and why."""
        self.confidence = QComboBox(self)
        self.confidence.addItem(_("No confidence given"), "")
        for each in CONFIDENCE:
            self.confidence.addItem(_(words.CONFIDENCE[each]), each)
        self.confidence.setAccessibleName(_("Confidence"))
        self.confidence.activated.connect(
            lambda _n: self.valued.emit(self.line.id, "confidence", str(self.confidence.currentData()))
        )
        self.basis = QLineEdit(self)
        self.basis.setPlaceholderText(_("because … (in your own words)"))
        self.basis.setAccessibleName(_("Why the confidence is what it is"))
        self.basis.textEdited.connect(lambda text: self.valued.emit(self.line.id, "basis", text))
        row = QHBoxLayout()
        row.setContentsMargins(4, 4, 4, 2)
        row.addWidget(self.confidence)
        row.addWidget(self.basis, 1)
        return row

    def _connect(self) -> None:
        field, id = self.field, self.line.id
        field.written.connect(lambda text, kept: self.written.emit(id, text, kept))
        field.citation_clicked.connect(self._go)
        field.dropped.connect(lambda wanted, place: self.dropped.emit(id, wanted, place))
        field.focused.connect(lambda: self.wanted.emit(id, "focused"))
        field.entered.connect(lambda: self.wanted.emit(id, "after"))
        field.stepped.connect(lambda by: self.wanted.emit(id, "before" if by < 0 else "below"))
        if self.line.worded:
            field.emptied.connect(lambda: self.wanted.emit(id, "emptied"))

    # -- what is shown ------------------------------------------------------------------------------

    def show_line(self, line: Line, change: str = "", remarks: tuple[str, ...] = ()) -> None:
        """Show a line as it is now; what is being typed stays where it is the same."""
        self.line, self.change, self.remarks = line, change, remarks
        self._kind.setText(words.kind_of(line))
        state = self._say_state()
        self._state.say(state, state.partition(":")[0])
        self._state.setToolTip(plain_tooltip(state))
        self._changed.setText(words.change_of(change))
        self._changed.setVisible(bool(change))
        self.accept.setVisible(line.proposed)
        self._remarks.setText("\n".join(remarks))
        self._remarks.setVisible(bool(remarks))
        self.field.set_words(line.text, self._labels(), line.evidence if line.worded else ())
        if self.evidence is not None:
            self.evidence.show_line(line)
        if self.confidence is not None and self.basis is not None:
            self.confidence.setCurrentIndex(max(0, self.confidence.findData(words.value(line, "confidence"))))
            if self.basis.text() != words.value(line, "basis"):
                self.basis.setText(words.value(line, "basis"))
        self.setAccessibleName(words.spoken_line(line))
        self.update()

    def refresh(self) -> None:
        """Show what is known of the sources by now."""
        self.show_line(self.line, self.change, self.remarks)

    def set_current(self, current: bool) -> None:
        """Show whether this is the line that is chosen in the outline."""
        self._current = current
        self.update()

    def take_focus(self, at_end: bool = True) -> None:
        """Give the words the keyboard."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.put_caret(len(self.line.text) if at_end else 0)

    def _say_state(self) -> str:
        if self.line.proposed:
            return _("Proposed: by the program, until you accept it")
        if self.line.assessment and self.line.text.strip():
            return _("Assessment: nothing is cited for it")
        return ""

    def _labels(self) -> list[str]:
        if not self.line.worded:
            return []
        found = (self._citations.of(passage) for passage in self.line.evidence)
        return [cited.short if cited is not None else "…" for cited in found]

    def _go(self, number: int) -> None:
        if number < len(self.line.evidence):
            self._citations.go(self.line.evidence[number])

    # -- what Qt calls --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a press anywhere on the line choose it."""
        self.wanted.emit(self.line.id, "focused")
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; proposals have a broken outline, and a line its bar."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent" if self._current else "border"), 1)
        if self.line.proposed:
            pen = QPen(theme.colour("accent" if self._current else "border.strong"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour("panel" if self.line.proposed else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(_bar(self.line)))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - 7 - _BAR if mirrored else 7
        painter.drawRoundedRect(QRectF(left, 8, _BAR, self.height() - 16), 1.5, 1.5)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.update()

    def _dress(self) -> None:
        for button in (self.accept, self.remove):
            button.setIcon(self._theme.icon(str(button.property("icon_name")), "accent"))
        self.update()


def _bar(line: Line) -> str:
    """Return the colour role of a line's bar; words say the same."""
    if line.worded:
        return "warning" if line.assessment else "accent"
    return {
        "quote": "mark.quote.line", "fact": "mark.figure", "claim": "mark.agreement", "timeline": "mark.date",
        "figures": "mark.figure", "chart": "mark.figure", "person": "mark.person", "passage": "mark.key",
    }[line.kind]  # fmt: skip
