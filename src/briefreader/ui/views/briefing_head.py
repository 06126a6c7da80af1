"""The title block of a briefing as a form: what it is called, for whom, of what time, how it is printed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.briefing import PAPERS
from briefreader.domain.outline import LABELS, TEMPLATES, Outline
from briefreader.i18n import N_, _
from briefreader.library.partial_date import partial_date
from briefreader.ui.views.narrow_box import NarrowBox

TEMPLATE_NAMES = {
    "note": N_("One-page note"), "full": N_("Full brief"), "annex": N_("Annex: quotes and timeline"),
}  # fmt: skip
PAPER_NAMES = {"a4": N_("A4"), "us-letter": N_("US Letter")}
OPTIONS = {
    "contents": (N_("Table of contents"), False),
    "sources": (N_("List of sources"), True),
    "method": (N_("Note on the method"), True),
    "changes": (N_("What changed since the last export"), False),
}
"""What can be printed besides the sections, and whether it is where nothing was said."""

_DATES = ("date", "first", "last", "as_of")


class BriefingHead(QWidget):
    """Fields for what is said of the briefing as a whole."""

    changed = Signal(str, object)
    """The name of a field of the outline, and what it is to be."""

    def __init__(self, styles: Callable[[], dict[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outline = Outline("")
        self.fields: dict[str, QLineEdit] = {}
        self.boxes: dict[str, QComboBox] = {}
        self.options: dict[str, QCheckBox] = {}
        self._form = QFormLayout()
        self._form.setSpacing(9)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lines()
        self._choices(styles())
        self._wrong = QLabel(self)
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong.setWordWrap(True)
        self._wrong.setProperty("role", "warning")
        self._wrong.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addLayout(self._form)
        layout.addWidget(self._wrong)
        layout.addStretch(1)

    # -- making -----------------------------------------------------------------------------------

    def _lines(self) -> None:
        usual = _("as is usual")
        for name, label, hint in (
            ("title", _("&Title"), ""),
            ("to", _("T&o"), _("who it is for")),
            ("author", _("Fro&m"), _("who writes it")),
            ("date", _("&Date"), _("the day of the export")),
            ("first", _("P&eriod from"), _("the first date of the sources")),
            ("last", _("Period &until"), _("the last date of the sources")),
            ("as_of", _("&Information as of"), _("the latest date of a source")),
        ):
            field = QLineEdit(self)
            field.setPlaceholderText(hint or usual)
            field.setAccessibleName(label.replace("&", ""))
            field.textEdited.connect(lambda text, name=name: self._typed(name, text))
            self.fields[name] = field
            self._form.addRow(label, field)
        for name in _DATES:
            self.fields[name].editingFinished.connect(lambda name=name: self._dated(name))
            self.fields[name].setToolTip(_("A day as 2026-11-27, or empty for what is usual"))

    def _choices(self, styles: dict[str, str]) -> None:
        self.boxes["label"] = self._box(_("&Label"), {"": _("None"), **{each: each for each in LABELS}})
        self.boxes["label"].setEditable(True)
        self.boxes["label"].setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        edit = self.boxes["label"].lineEdit()
        if edit is not None:
            edit.setPlaceholderText(_("None"))
            edit.textEdited.connect(lambda text: self.changed.emit("label", text.strip()))
        self.boxes["label"].setToolTip(_("How it may be passed on: on top and at the foot of each page"))
        self.boxes["template"] = self._box(_("Te&mplate"), {x: _(TEMPLATE_NAMES[x]) for x in TEMPLATES})
        self.boxes["paper"] = self._box(_("&Paper"), {x: _(PAPER_NAMES[x]) for x in PAPERS})
        self.boxes["style"] = self._box(_("&Citations"), styles)
        for name, box in self.boxes.items():
            box.activated.connect(lambda _n, name=name, box=box: self._chosen(name, box))
        row = QVBoxLayout()
        row.setSpacing(4)
        for name, (label, _usual) in OPTIONS.items():
            check = QCheckBox(_(label), self)
            check.clicked.connect(lambda on, name=name: self._option(name, on))
            self.options[name] = check
            row.addWidget(check)
        self._form.addRow(_("Printed as well"), row)

    def _box(self, label: str, choices: dict[str, str]) -> QComboBox:
        box = NarrowBox(self)
        for value, words in choices.items():
            box.addItem(words, value)
        box.setAccessibleName(label.replace("&", ""))
        row = QHBoxLayout()
        row.addWidget(box)
        self._form.addRow(label, row)
        found = self._form.labelForField(row)
        if isinstance(found, QLabel):
            found.setBuddy(box)
        return box

    # -- what is shown ------------------------------------------------------------------------------

    def show_outline(self, outline: Outline) -> None:
        """Show what a briefing says; what is being typed stays as it is."""
        self._outline = outline
        said = {
            "title": outline.title, "to": outline.to, "author": outline.author, "date": outline.date,
            "first": outline.period[0], "last": outline.period[1], "as_of": outline.as_of,
        }  # fmt: skip
        for name, text in said.items():
            field = self.fields[name]
            typing = name in _DATES and field.hasFocus() and field.isModified()
            if not typing and _normal(name, field.text()) not in (text, None):
                field.setText(text)
                if not field.hasFocus():
                    field.setCursorPosition(0)  # a narrow field shows how it begins
        label = self.boxes["label"]
        if label.currentText().strip() not in (outline.label, outline.label or _("None")):
            label.setCurrentText(outline.label)
        elif not outline.label:
            label.setCurrentText("")
        for name in ("template", "paper", "style"):
            box, value = self.boxes[name], getattr(outline, name)
            if box.findData(value) < 0:
                box.addItem(value, value)
            box.setCurrentIndex(box.findData(value))
        for name, (_label, usual) in OPTIONS.items():
            self.options[name].setChecked(bool(outline.options.get(name, usual)))

    # -- what is done -------------------------------------------------------------------------------

    def _typed(self, name: str, text: str) -> None:
        field, words = self.fields[name], _normal(name, text)
        if name in _DATES:
            wrong = words is None
            field.setProperty("wrong", wrong)
            field.style().unpolish(field)
            field.style().polish(field)
            self._wrong.setVisible(wrong)
            self._wrong.setText(_("“{text}” is no date: write it as 2026-11-27.").format(text=text.strip()))
        else:
            self._tell(name, words or "")

    def _dated(self, name: str) -> None:
        """Take a date when it is written to its end: its beginning may be another date."""
        field = self.fields[name]
        words = _normal(name, field.text())
        if words is not None and field.isModified():
            field.setModified(False)
            self._tell(name, words)

    def _tell(self, name: str, words: str) -> None:
        if name in ("first", "last"):
            first, last = self._outline.period
            self.changed.emit("period", (words, last) if name == "first" else (first, words))
        else:
            self.changed.emit(name, words)

    def _chosen(self, name: str, box: QComboBox) -> None:
        value = str(box.currentData() or "")
        if name == "label":
            box.setCurrentText(value)
        self.changed.emit(name, value)

    def _option(self, name: str, on: bool) -> None:
        self.changed.emit("options", {**self._outline.options, name: on})


def _normal(name: str, text: str) -> str | None:
    """Return what is kept of what was typed: of a date its ISO form; None if it is no date."""
    words = text.strip()
    return partial_date(words) if words and name in _DATES else words
