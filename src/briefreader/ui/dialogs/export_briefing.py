"""Exporting the briefing in hand: format, template, paper, label, and where to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.briefing import PAPERS
from briefreader.domain.errors import BriefreaderError
from briefreader.domain.outline import LABELS, TEMPLATES, Outline
from briefreader.domain.survey import Survey
from briefreader.engine import Engine, open_engine
from briefreader.i18n import _, plural
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus
from briefreader.ui.dialogs.saving import ask_file, say_saved
from briefreader.ui.jobs import Job
from briefreader.ui.views.briefing_head import PAPER_NAMES, TEMPLATE_NAMES

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a briefing is to be written to, and in which format (the name of an exporter)."""

    path: Path
    format: str


def write_briefing(
    workspace: Workspace,
    engine: Engine,
    outline: Outline,
    survey: Survey | None,
    to: Target,
    progress: Progress,
) -> tuple[Path, tuple[str, ...]]:
    """Compose a briefing, write it to a file and note that: the work in the background."""
    from briefreader.library import changing, exporting, issuing

    progress(0, 3, _("Composing the briefing"))
    store = workspace.store
    briefing = issuing.issued(store, outline, exporting.now(), survey)
    progress(1, 3, _("Setting the pages"))
    tick = lambda: progress(1, 3, _("Setting the pages"))  # noqa: E731
    data, notices = exporting.render(briefing, engine, to.format, tick)
    progress(2, 3, _("Writing the file"))
    report = exporting.save(data, to.path, notices)
    changing.keep_export(outline, survey, store, briefing, report.path.resolve(), to.format, data)
    progress(3, 3, "")
    return report.path, report.notices


class ExportBriefingDialog(QDialog):
    """Asks how the briefing in hand is exported, and does it; what is chosen stays with the briefing."""

    saved = Signal(object)
    """The path of the file."""

    def __init__(self, corpus: Corpus, outline: Outline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export “{title}”").format(title=outline.title or _("Briefing")))
        self.setMinimumWidth(440)
        self._corpus, self._id, self._title = corpus, outline.id, outline.title
        self._engine = open_engine(1)
        self._job: Job | None = None
        self._says = QLabel(self)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._says.setProperty("role", "muted")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 3)
        self._bar.setAccessibleName(_("Progress"))
        self._bar.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(self._form(outline))
        layout.addWidget(self._says)
        layout.addWidget(self._bar)
        layout.addLayout(self._buttons())
        self._say_state(outline)
        self.finished.connect(lambda _result: self._close())

    # -- the parts ---------------------------------------------------------------------------------

    def _form(self, outline: Outline) -> QFormLayout:
        from briefreader.exporters import exporters

        self._suffixes = {each.NAME: each.SUFFIX for each in exporters()}
        formats = {each.NAME: _(each.LABEL) for each in exporters()}
        self.format = self._box(formats, "pdf")
        self.template = self._box({each: _(TEMPLATE_NAMES[each]) for each in TEMPLATES}, outline.template)
        self.paper = self._box({each: _(PAPER_NAMES[each]) for each in PAPERS}, outline.paper)
        self.label = self._box({"": _("None"), **{each: each for each in LABELS}}, outline.label)
        self.label.setEditable(True)
        self.label.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.label.setCurrentText(outline.label or _("None"))
        form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, box in (
            (_("&Format"), self.format), (_("Te&mplate"), self.template), (_("&Paper"), self.paper),
            (_("&Label"), self.label),
        ):  # fmt: skip
            box.setAccessibleName(words.replace("&", ""))
            form.addRow(words, box)
        edit = self.label.lineEdit()
        if edit is not None:
            edit.setAccessibleName(_("Label"))
        return form

    def _box(self, choices: dict[str, str], chosen: str) -> QComboBox:
        box = QComboBox(self)
        for value, words in choices.items():
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _buttons(self) -> QHBoxLayout:
        self._save = QPushButton(_("Sa&ve…"), self)
        self._save.setDefault(True)
        self._save.clicked.connect(self._choose)
        self._cancel = QPushButton(_("Cancel"), self)
        self._cancel.clicked.connect(self._give_up)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        return buttons

    def _say_state(self, outline: Outline) -> None:
        """Say what a person should know before it goes out."""
        proposed = sum(line.proposed for _part, line in outline.lines())
        said = []
        if proposed:
            said.append(plural(
                "{n} proposal is not accepted yet, and will be marked as such.",
                "{n} proposals are not accepted yet, and will be marked as such.", proposed,
            ))  # fmt: skip
        self._says.setText(" ".join(said))
        self._says.setVisible(bool(said))

    # -- saving --------------------------------------------------------------------------------------

    def _choose(self) -> None:
        suffix, kind = self._suffixes[str(self.format.currentData())], self.format.currentText()
        ask_file(self, _("Save the briefing"), self._title or _("Briefing"), kind, suffix, self.save)

    def chosen(self, outline: Outline) -> Outline:
        """Return the briefing with what was chosen here."""
        label = self.label.currentText().strip()
        return replace(
            outline,
            template=str(self.template.currentData()),
            paper=str(self.paper.currentData()),
            label="" if label == _("None") else label,
        )

    def save(self, path: Path) -> None:
        """Write the briefing to a file, in the background."""
        briefings = self._corpus.briefings
        briefings.flushing.emit()
        outline = briefings.change(self.chosen, _("details of briefing"), id=self._id)
        if outline is None or self._job is not None:
            return
        self._save.setEnabled(False)
        self._bar.setValue(0)
        self._bar.show()
        target = Target(path, str(self.format.currentData()))
        self._job = self._corpus.jobs.run(
            write_briefing, self._engine, outline, self._corpus.survey, target,
            done=self._written, failed=self._failed,
        )  # fmt: skip
        self._job.progress.connect(self._tell)
        self._job.cancelled.connect(self._stopped)

    def _tell(self, done: int, _total: int, note: str) -> None:
        self._bar.setValue(done)
        self._says.setText(f"{note} …" if note else "")
        self._says.show()

    def _written(self, made: tuple[Path, tuple[str, ...]]) -> None:
        self._job = None
        path, notices = made
        say_saved(self._corpus, path, notices[:2])
        self.saved.emit(path)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._stopped()
        if isinstance(error, BriefreaderError):
            self._says.setText(str(error))
            self._says.show()
        else:
            self._corpus.report(error)

    def _stopped(self) -> None:
        self._job = None
        self._bar.hide()
        self._save.setEnabled(True)
        self._says.setText(_("Nothing was written."))
        self._says.show()

    def _give_up(self) -> None:
        """Stop the work under way; without any, close."""
        if self._job is not None:
            self._job.cancel()
        else:
            self.reject()

    def _close(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._engine.close()
