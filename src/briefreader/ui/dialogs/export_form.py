"""How a briefing is exported, as a form: format, template, paper, label, citations."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from briefreader.domain.briefing import PAPERS
from briefreader.domain.outline import LABELS, TEMPLATES, Outline
from briefreader.i18n import _
from briefreader.ui.views.briefing_head import PAPER_NAMES, TEMPLATE_NAMES
from briefreader.ui.views.narrow_box import NarrowBox


@dataclass(frozen=True, slots=True)
class Look:
    """How a briefing is to look; ``changes`` says whether what changed since its last export is printed."""

    template: str
    paper: str
    label: str
    style: str
    changes: bool

    def on(self, outline: Outline) -> Outline:
        """Return the briefing as it then looks."""
        from briefreader.library.issuing import telling_changes

        changed = replace(
            outline, template=self.template, paper=self.paper, label=self.label, style=self.style
        )
        return telling_changes(changed, self.changes)


class ExportForm(QFormLayout):
    """Fields for format and look of a briefing; what else is asked for is put above or below them."""

    changed = Signal()

    def __init__(self, outline: Outline, parent: QWidget) -> None:
        """Show how a briefing looks now."""
        super().__init__()
        from briefreader.exporters import citation_styles, exporters
        from briefreader.library.issuing import tells_changes

        self.setSpacing(10)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._parent = parent
        self._suffixes = {each.NAME: each.SUFFIX for each in exporters()}
        self.format = self._box(_("F&ormat"), {each.NAME: _(each.LABEL) for each in exporters()}, "pdf")
        templates = {each: _(TEMPLATE_NAMES[each]) for each in TEMPLATES}
        self.template = self._box(_("Te&mplate"), templates, outline.template)
        papers = {each: _(PAPER_NAMES[each]) for each in PAPERS}
        self.paper = self._box(_("&Paper"), papers, outline.paper)
        labels = {"": _("None"), **{each: each for each in LABELS}}
        self.label = self._box(_("&Label"), labels, outline.label)
        self._let_write(self.label, outline.label or _("None"))
        self.style = self._box(_("&Citations"), citation_styles(), outline.style)
        self.changes = QCheckBox(_("Print &what changed since the last export"), parent)
        self.changes.setChecked(tells_changes(outline))
        self.changes.toggled.connect(lambda _on: self.changed.emit())
        self.changes.hide()

    def add(self, label: str, field: QWidget, row: int = -1) -> None:
        """Put a field into the form, at its end or as this row."""
        field.setAccessibleName(label.replace("&", ""))
        self.insertRow(row, label, field)

    def offer_changes(self) -> None:
        """Ask whether what changed is printed, too: for a briefing that can have been exported before."""
        self.addRow(self.changes)
        self.changes.show()

    def look(self) -> Look:
        """Return what is chosen."""
        label = self.label.currentText().strip()
        return Look(
            template=str(self.template.currentData()),
            paper=str(self.paper.currentData()),
            label="" if label == _("None") else label,
            style=str(self.style.currentData()),
            changes=self.changes.isChecked(),
        )

    def format_name(self) -> str:
        """Return the name of the exporter of the chosen format."""
        return str(self.format.currentData())

    def suffix(self) -> str:
        """Return the ending of a file of the chosen format."""
        return self._suffixes[self.format_name()]

    def _box(self, label: str, choices: dict[str, str], chosen: str) -> QComboBox:
        box = NarrowBox(self._parent)
        for value, words in choices.items():
            box.addItem(words, value)
        if box.findData(chosen) < 0:  # a style or a label of one's own
            box.addItem(chosen, chosen)
        box.setCurrentIndex(box.findData(chosen))
        box.setMinimumContentsLength(12)
        box.currentIndexChanged.connect(lambda _n: self.changed.emit())
        self.add(label, box)
        return box

    def _let_write(self, box: QComboBox, words: str) -> None:
        """Let something else than the choices be written into a box."""
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setCurrentText(words)
        edit = box.lineEdit()
        if edit is not None:
            edit.setAccessibleName(box.accessibleName())
            edit.textEdited.connect(lambda _text: self.changed.emit())
