"""The sources of a briefing: how far the author trusts each, by the Admiralty scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.decision import Passage
from briefreader.domain.outline import CREDIBILITY, RELIABILITY, Grade, Outline
from briefreader.i18n import N_, _
from briefreader.library.corroborating import Suggestion
from briefreader.ui.models.citations import Citations
from briefreader.ui.models.dates import say_published
from briefreader.ui.theme import Theme
from briefreader.ui.views.narrow_box import NarrowBox
from briefreader.ui.views.press_button import PressButton
from briefreader.ui.views.wrapped import WrappedLabel

RELIABLE = {
    "A": N_("A completely reliable"), "B": N_("B usually reliable"), "C": N_("C fairly reliable"),
    "D": N_("D not usually reliable"), "E": N_("E unreliable"), "F": N_("F cannot be judged"),
}  # fmt: skip
CREDIBLE = {
    "1": N_("1 confirmed independently"), "2": N_("2 probably true"), "3": N_("3 possibly true"),
    "4": N_("4 doubtful"), "5": N_("5 improbable"), "6": N_("6 cannot be judged"),
}  # fmt: skip


class BriefingSources(QScrollArea):
    """One row for each source that a line rests on."""

    graded = Signal(str, object)
    """A document and the Grade that it is to have."""

    def __init__(self, theme: Theme, citations: Citations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._citations = theme, citations
        self._outline: Outline | None = None
        self._shown: object = None
        self._suggested: Mapping[str, Suggestion] = {}
        self.rows: dict[str, tuple[QComboBox, QComboBox, QLineEdit]] = {}
        self.offers: dict[str, tuple[WrappedLabel, PressButton]] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Sources of the briefing"))
        citations.came.connect(self._refresh)

    def show_outline(self, outline: Outline | None) -> None:
        """Show the sources of a briefing and their grades."""
        self._outline = outline
        first: dict[str, Passage] = {}
        for _part, line in outline.lines() if outline is not None else ():
            for passage in line.evidence:
                first.setdefault(passage.document, passage)
        self._citations.want(first.values())
        key = [(id, self._citations.of(passage)) for id, passage in first.items()]
        if key != self._shown:
            self._shown = key
            self._build(first)
        grades: Mapping[str, Grade] = outline.grades if outline is not None else {}
        for id, (letter, digit, words) in self.rows.items():
            grade = grades.get(id, Grade())
            letter.setCurrentIndex(max(0, letter.findData(grade.reliability)))
            digit.setCurrentIndex(max(0, digit.findData(grade.credibility)))
            if words.text().strip() != grade.descriptor:
                words.setText(grade.descriptor)
        self._offer()

    def show_suggestions(self, suggested: Mapping[str, Suggestion]) -> None:
        """Show beside each source what other sources speak for; nothing is set by that."""
        self._suggested = suggested
        self._offer()

    def _offer(self) -> None:
        for id, (label, button) in self.offers.items():
            found = self._suggested.get(id)
            label.setVisible(found is not None)
            taken = found is not None and self.rows[id][1].currentData() == found.digit
            had = button.hasFocus()
            button.setVisible(found is not None and not taken)
            if had and not button.isVisible():
                self.rows[id][1].setFocus(Qt.FocusReason.OtherFocusReason)
            if found is not None:
                digit = _(CREDIBLE[found.digit])
                label.say(_("Suggested: {digit}. {reason}").format(digit=digit, reason=found.reason))
                button.setText(_("Set {digit}").format(digit=found.digit))

    def _refresh(self) -> None:
        if self.isVisible():
            self.show_outline(self._outline)

    def _build(self, first: Mapping[str, Passage]) -> None:
        self.rows, self.offers = {}, {}
        inside = QWidget(self)
        inside.setObjectName("panel")
        around = QVBoxLayout(inside)
        around.setContentsMargins(18, 14, 18, 18)
        heading = QLabel(_("Sources"), inside)
        heading.setProperty("role", "strong")
        hint = QLabel(inside)
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setWordWrap(True)
        hint.setProperty("role", "muted")
        hint.setText(
            _("What the letter says of the source and the digit of what it says are judged apart.")
            if first else _("No line rests on a source yet.")
        )  # fmt: skip
        around.addWidget(heading)
        around.addWidget(hint)
        grid = QGridLayout()
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for n, (id, passage) in enumerate(first.items()):
            self._row(grid, 5 * n, id, passage, inside)
        around.addLayout(grid)
        around.addStretch(1)
        self.setWidget(inside)

    def _row(self, grid: QGridLayout, at: int, id: str, passage: Passage, inside: QWidget) -> None:
        cited = self._citations.of(passage)
        said = ""
        if cited is not None:
            parts = (cited.outlet, cited.title, say_published(cited.published))
            said = " · ".join(each for each in parts if each)
        label = WrappedLabel(self._theme, lambda: self._theme.font("strong"), "text", inside, most=2)
        label.say(said or _("Looking for the source …"))
        letter = self._box(_("Reliability"), RELIABILITY, RELIABLE, said, inside)
        digit = self._box(_("Credibility"), CREDIBILITY, CREDIBLE, said, inside)
        words = QLineEdit(inside)
        words.setPlaceholderText(_("What its quality depends on, in a line"))
        words.setAccessibleName(_("{what} of {source}").format(what=_("Descriptor"), source=said))

        def graded() -> None:
            grade = Grade(str(letter.currentData()), str(digit.currentData()), words.text().strip())
            self.graded.emit(id, grade)

        for box in (letter, digit):
            box.activated.connect(lambda _n: graded())
        words.textEdited.connect(lambda _text: graded())
        grid.addWidget(label, at, 0, 1, 2)
        grid.addWidget(letter, at + 1, 0)
        grid.addWidget(digit, at + 1, 1)
        grid.addLayout(self._suggesting(id, said, digit, graded, inside), at + 2, 0, 1, 2)
        grid.addWidget(words, at + 3, 0, 1, 2)
        grid.setRowMinimumHeight(at + 4, 10)
        QWidget.setTabOrder(digit, self.offers[id][1])
        QWidget.setTabOrder(self.offers[id][1], words)
        self.rows[id] = (letter, digit, words)

    def _suggesting(
        self, id: str, source: str, digit: QComboBox, graded: Callable[[], None], inside: QWidget
    ) -> QHBoxLayout:
        """Make the line that says what is suggested, and the button that takes it."""

        def take() -> None:
            digit.setCurrentIndex(max(0, digit.findData(self._suggested[id].digit)))
            graded()
            digit.setFocus(Qt.FocusReason.OtherFocusReason)

        label = WrappedLabel(self._theme, lambda: self._theme.font("small"), "text.muted", inside, most=3)
        button = PressButton(inside)
        button.setToolTip(_("Take the suggested digit; the letter is yours alone to judge"))
        button.setAccessibleDescription(source)
        button.clicked.connect(take)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.offers[id] = (label, button)
        return line

    @staticmethod
    def _box(
        name: str, values: tuple[str, ...], words: Mapping[str, str], source: str, inside: QWidget
    ) -> QComboBox:
        box = NarrowBox(inside)
        box.addItem(_("{what}: not set").format(what=name), "")
        for value in values:
            box.addItem(_(words[value]), value)
        box.setAccessibleName(_("{what} of {source}").format(what=name, source=source))
        return box
