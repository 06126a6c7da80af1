"""What is right about a fact that the machine found: its words, and what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.i18n import N_, _
from briefreader.library.deciding import found_at
from briefreader.ui.dialogs.comparator import RANGE, SIGNS, is_ours, sign_of, wording
from briefreader.ui.excerpt import Excerpt
from briefreader.ui.models.dates import read_partial
from briefreader.ui.models.periods import say_period
from briefreader.ui.theme import Theme
from briefreader.ui.views.elided import ElidedLabel

FIELDS: dict[str, dict[str, str]] = {
    "quote": {"speaker": N_("&Speaker")},
    "figure": {
        "value": N_("&As printed"), "comparator": N_("C&omparator"), "amount": N_("A&mount"),
        "to": N_("Upper &end"), "unit": N_("&Unit"), "about": N_("&What is measured"), "when": N_("&Period"),
    },
    "date": {"when": N_("&Date")},
    "event": {"about": N_("&What it is"), "when": N_("&Day")},
    "agreement": {"about": N_("&What it is"), "when": N_("&Signed")},
    "person": {"about": N_("&Full name")},
    "organisation": {"about": N_("&Full name")},
    "place": {"about": N_("&Full name")},
}  # fmt: skip
"""The fields of each kind that has any, with their labels; every kind has its words."""

HINTS = {
    "amount": N_("a number: 244000000"),
    "to": N_("a number: 250000000"),
    "unit": N_("USD, %, km; empty for a count"),
    "when": N_("9 May 2025, May 2025, 2025 or 2024/2025"),
}
_A_LINE, _MOST_LINES = 60, 10  # letters on a line, lines without scrolling


class CorrectDialog(QDialog):
    """Asks for the right words, speaker and values of a fact; only what is changed counts.

    ``people`` are the names offered for a speaker, ``typed`` what could not be stored the last time.
    ``published`` is the day up to which a weekday is meant, and in whose year a day without one.
    """

    released = Signal()
    """The fact is to be left to the machine again."""

    def __init__(
        self,
        fact: Fact,
        text: str,
        people: Sequence[str],
        theme: Theme,
        typed: Mapping[str, Any] | None = None,
        parent: QWidget | None = None,
        published: date | None = None,
    ) -> None:
        super().__init__(parent)
        self._near = published or date.today()
        self.setWindowTitle(_("Correct"))
        self.setMinimumWidth(520)
        self._fact = fact
        self._typed = typed or {}
        self._theme = theme
        start, end = self._typed.get("start"), self._typed.get("end")
        self._span = Span(start, end) if start is not None and end is not None else fact.span
        self._excerpt = Excerpt.around(text, (fact.span, found_at(fact), self._span))
        self._passage = self._passage_field()
        self._words = ElidedLabel(self)
        self._fields: dict[str, QLineEdit | QComboBox] = {}
        self._labels: dict[str, str] = {}
        for name, label in FIELDS.get(fact.kind, {}).items():
            self._labels[name] = _(label)
            self._fields[name] = self._field(name, people)
        self._says = QLabel(self)
        self._says.setWordWrap(True)
        self._says.setProperty("role", "warning")
        self._shown = {name: _written(field) for name, field in self._fields.items()}
        self._proposed = self._shown.get("value", "")
        for name, value in self._typed.items():
            if name in self._fields and name != "comparator":
                _write(self._fields[name], _said(value))
        if "comparator" in self._typed:
            typed_sign = sign_of(replace(fact, data=self._typed))
            _write(self._fields["comparator"], _(SIGNS[typed_sign]))
        self._lay_out()
        self._passage.selectionChanged.connect(self._select)
        for name, field in self._fields.items():
            changed = field.currentTextChanged if isinstance(field, QComboBox) else field.textChanged
            if name in ("comparator", "amount", "to", "unit"):
                changed.connect(self._compare)
            changed.connect(self._check)
        if "comparator" in self._fields:
            self._compare()
        self._mark()
        self._check()

    # -- the parts ---------------------------------------------------------------------------------

    def _passage_field(self) -> QPlainTextEdit:
        """Make the field in which the words are chosen; nothing can be typed there."""
        field = QPlainTextEdit(self)
        field.setPlainText(self._excerpt.text)
        field.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        field.setTabChangesFocus(True)
        field.setAccessibleName(_("The paragraph: select the right words"))
        lines = len(self._excerpt.text) // _A_LINE + 2
        field.setFixedHeight(field.fontMetrics().lineSpacing() * min(max(lines, 3), _MOST_LINES) + 18)
        cursor = field.textCursor()
        cursor.setPosition(self._excerpt.to_qt(self._span)[0])
        field.setTextCursor(cursor)
        return field

    def _field(self, name: str, people: Sequence[str]) -> QLineEdit | QComboBox:
        shown = _said(self._given(name))
        field: QLineEdit | QComboBox
        if name == "speaker":
            field = QComboBox(self)
            field.setEditable(True)
            field.addItems(list(dict.fromkeys([*([shown] if shown else []), *people])))
            field.setCurrentText(shown)
        elif name == "comparator":
            field = QComboBox(self)
            field.addItems([_(word) for word in SIGNS.values()])
            field.setCurrentText(shown)
        else:
            field = QLineEdit(shown, self)
            if name in HINTS:
                field.setPlaceholderText(_(HINTS[name]))
        field.setAccessibleName(self._labels[name].replace("&", ""))
        field.setMinimumHeight(self._line_height())
        return field

    def _line_height(self) -> int:
        """Return how high a field for a line of text is; a list to choose from would be lower."""
        line = QLineEdit(self)
        line.ensurePolished()
        line.deleteLater()
        return line.sizeHint().height()

    def _lay_out(self) -> None:
        told = QLabel(_("The &words that say it: select the right ones."), self)
        told.setBuddy(self._passage)
        self._words.setProperty("role", "muted")
        self._form = form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in self._fields.items():
            form.addRow(self._labels[name], field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        for widget in (told, self._passage, self._words):
            layout.addWidget(widget)
        layout.addSpacing(4)
        layout.addLayout(form)
        if self._fact.kind in ("person", "organisation", "place"):
            layout.addWidget(self._hint(_("Only this mention of the name is corrected.")))
        layout.addWidget(self._says)
        layout.addWidget(self._make_buttons())

    def _hint(self, words: str) -> QLabel:
        hint = QLabel(words, self)
        hint.setProperty("role", "small")
        return hint

    def _make_buttons(self) -> QDialogButtonBox:
        kind = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kind.Save | kind.Cancel, self)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        if "decision" in self._fact.data:
            leave = self._buttons.addButton(_("&Leave to the machine"), QDialogButtonBox.ButtonRole.ResetRole)
            leave.clicked.connect(self._release)
        return self._buttons

    # -- what was set ------------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        """Return what is other than before, as corrections of a fact hold it."""
        changed: dict[str, Any] = {}
        if self._span != self._fact.span:
            changed |= {"start": self._span.start, "end": self._span.end}
        for name, field in self._fields.items():
            if _written(field) != self._shown[name]:
                changed[name] = _meant(name, _written(field), self._near)
        if "comparator" in self._fields:
            self._settle_range(changed)
        return changed

    def _settle_range(self, changed: dict[str, Any]) -> None:
        """Let a range have its upper end, and nothing else have one."""
        if self._sign() == RANGE:
            if "comparator" in changed:
                changed |= {"comparator": "=", "to": _meant("to", _written(self._fields["to"]), self._near)}
        elif self._fact.data.get("to") is not None:
            changed["to"] = None
        else:
            changed.pop("to", None)

    def _sign(self) -> str:
        return str(_meant("comparator", _written(self._fields["comparator"]), self._near))

    def _given(self, name: str) -> object:
        """Return what the fact says for a field."""
        fact = self._fact
        if name == "speaker":
            return fact.about
        if name == "value":
            return fact.data.get("value") or fact.text
        if name == "when":
            words = say_period(fact.when)  # as elsewhere, if it can be read back
            return words if words and _meant("when", words, self._near) == fact.when else fact.when
        if name == "comparator":
            return _(SIGNS[sign_of(fact)])
        return {
            "amount": fact.amount, "to": fact.data.get("to"), "unit": fact.unit, "about": fact.about,
        }[name]  # fmt: skip

    def _release(self) -> None:
        self.released.emit()
        self.reject()

    def _select(self) -> None:
        cursor = self._passage.textCursor()
        chosen = self._excerpt.from_qt(cursor.selectionStart(), cursor.selectionEnd())
        if chosen is None:
            return
        self._span = chosen
        self._propose()
        self._mark()
        self._check()

    def _compare(self) -> None:
        """Ask for an upper end of a range alone, and for the words that go with the comparator."""
        self._form.setRowVisible(self._fields["to"], self._sign() == RANGE)
        self._propose()

    def _propose(self) -> None:
        """Put what is selected and set in place of what is printed, unless told otherwise."""
        field = self._fields.get("value")
        if field is not None and _written(field) == self._proposed:
            self._proposed = self._proposal()
            _write(field, self._proposed)

    def _proposal(self) -> str:
        """Return in which words the figure is to be printed, by what is selected and how it is compared."""
        same = self._span == self._fact.span
        said = self._shown["value"] if same else " ".join(self._excerpt.words(self._span).split())
        sign, number = self._sign(), self._number_words()
        asked = ["comparator"] if sign != RANGE else ["comparator", "amount", "to", "unit"]
        if all(_written(self._fields[name]) == self._shown[name] for name in asked):
            return said
        if same and not is_ours(said, self._fact, number):
            return said
        amount, to = (_number(_written(self._fields[name])) for name in ("amount", "to"))
        unit = " ".join(_written(self._fields["unit"]).split())
        return wording(self._fact, sign, number, amount, to, unit) or said

    def _number_words(self) -> str:
        """Return the selected words without what compares the figure in them."""
        core = self._fact.data.get("core")
        place = Span(core["start"], core["end"]) if core else self._span
        return " ".join(self._excerpt.words(place if self._span.contains(place) else self._span).split())

    def _mark(self) -> None:
        """Show in the paragraph which words count, whatever has the keyboard."""
        mark = QTextEdit.ExtraSelection()
        start, end = self._excerpt.to_qt(self._span)
        cursor = QTextCursor(self._passage.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(self._theme.colour("mark.hit"))
        look.setForeground(self._theme.colour("text"))
        look.setFontUnderline(True)
        mark.cursor, mark.format = cursor, look
        self._passage.setExtraSelections([mark])
        self._words.say("“" + " ".join(self._excerpt.words(self._span).split()) + "”")

    def _check(self) -> None:
        """Let only what can be understood be saved."""
        wrong = ""
        for name, field in self._fields.items():
            meant = _meant(name, _written(field), self._near)
            if name == "to" and self._sign() != RANGE:
                continue
            if _written(field) != self._shown[name] and meant is _UNCLEAR:
                wrong = _WRONG[name]
            elif name == "to" and meant is None:
                wrong = N_("A range has an upper end. Write it in figures: 250000000.")
        self._says.setText(_(wrong) if wrong else "")
        if bool(wrong) == self._says.isHidden():
            self._says.setVisible(bool(wrong))
            self.adjustSize()
        save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(not wrong and bool(self.values()))


_UNCLEAR = object()
_NO_NUMBER = N_("That is no number. Write it in figures: 244000000 or 2.5.")
_WRONG = {
    "amount": _NO_NUMBER,
    "to": _NO_NUMBER,
    "when": N_("That is no date. Write 2025, May 2025, 9 May 2025, or two of them with a slash between."),
}


def _written(field: QLineEdit | QComboBox) -> str:
    return field.currentText() if isinstance(field, QComboBox) else field.text()


def _write(field: QLineEdit | QComboBox, text: str) -> None:
    if isinstance(field, QComboBox):
        field.setCurrentText(text)
    else:
        field.setText(text)


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    return " ".join(str(value).split())


def _meant(name: str, text: str, near: date) -> object:
    """Return what is meant by a field's text, or _UNCLEAR."""
    if name in ("amount", "to"):
        return _number(text)
    if name == "comparator":
        return next(sign for sign, word in SIGNS.items() if _(word) == text)
    if name == "when":
        parts = [read_partial(part, near, weekdays=True) for part in text.split("/")]
        usable = len(parts) <= 2 and None not in parts and (len(parts) == 1 or all(parts))
        return "/".join(str(part) for part in parts) if usable else _UNCLEAR
    return " ".join(text.split())


def _number(text: str) -> object:
    """Return the number that is written, whatever sets its thousands apart; None for nothing."""
    plain = "".join(text.split()).replace("_", "")
    whole, point, decimals = plain.partition(".")
    if "," in whole and (point or all(len(part) == 3 for part in whole.split(",")[1:])):
        whole = whole.replace(",", "")
    plain = (whole + point + decimals).replace(",", ".")
    if not plain:
        return None
    try:
        found = float(plain)
    except ValueError:
        return _UNCLEAR
    return found if abs(found) < float("inf") else _UNCLEAR
