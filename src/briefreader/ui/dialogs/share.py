"""Exporting annotations: the format, the articles, and what the format cannot hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.errors import BriefreaderError
from briefreader.i18n import _, plural
from briefreader.interchange import Divisible, Format, Readable, format_named, formats, losses
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus
from briefreader.ui.dialogs.saving import ask_file, ask_folder, ask_replacing, say_saved
from briefreader.ui.dialogs.scope import ScopeBox
from briefreader.ui.jobs import Job

Progress = Callable[[int, int, str], None]
Files = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What would be written, of how much, and what is lost."""

    files: Files
    marks: int
    documents: int
    set_on_whole: int
    losses: tuple[str, ...]


def _prepare(
    workspace: Workspace, ids: Sequence[str] | None, format: Format, apart: bool, progress: Progress
) -> Prepared:
    """Make the files: the very bytes that are saved."""
    from briefreader.library import exporting, sharing

    shared = sharing.gather(workspace, ids, exporting.now(), progress)
    made = sharing.files(shared, format.NAME, apart)
    marked = sum(bool(document.marks) for document in shared.documents)
    return Prepared(made, len(shared.marks), marked, shared.set_on_whole, losses(format, shared))


def _write(_workspace: Workspace, files: Files, path: Path, progress: Progress) -> Path:
    from briefreader.library import sharing

    return sharing.save(files, path)


class ShareDialog(QDialog):
    """Asks for format and articles, and says what is lost before anything is written."""

    saved = Signal(object)

    def __init__(self, corpus: Corpus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export annotations"))
        self.resize(600, 440)
        self._corpus = corpus
        self._job: Job | None = None
        self._prepared: Prepared | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._prepare)
        self._build()
        self.finished.connect(lambda _result: self._close())
        self._changed()

    # -- the parts ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.format = QComboBox(self)
        for each in formats():
            self.format.addItem(f"{_(each.LABEL)} ({each.SUFFIXES[0]})", each.NAME)
        self.scope = ScopeBox(self._corpus, self)
        self.apart = QCheckBox(_("A &file for each article, in a folder"), self)
        for box in (self.format, self.scope):
            box.currentIndexChanged.connect(self._changed)
        self.apart.toggled.connect(self._changed)
        form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in ((_("For&mat"), self.format), (_("A&rticles"), self.scope)):
            field.setAccessibleName(label.replace("&", ""))
            form.addRow(label, field)
        form.addRow("", self.apart)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._told(), 1)
        layout.addWidget(self._buttons())

    def _told(self) -> QScrollArea:
        """Return the place for what is to be said, which may be long."""
        self.says = QLabel(self)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setWordWrap(True)
        self.says.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.says.setContentsMargins(2, 2, 2, 2)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(_("What is written, and what is lost"))
        area.setWidget(self.says)
        return area

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._save = buttons.addButton(_("&Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setDefault(True)
        buttons.accepted.connect(self._choose)
        buttons.rejected.connect(self.reject)
        return buttons

    # -- making ------------------------------------------------------------------------------------

    def _chosen(self) -> Format:
        return format_named(str(self.format.currentData()))

    def _in_folder(self) -> bool:
        return self.apart.isChecked() and isinstance(self._chosen(), Divisible)

    def _changed(self) -> None:
        self._prepared = None
        self.apart.setEnabled(isinstance(self._chosen(), Divisible))
        self._save.setEnabled(False)
        self._timer.start()

    def _prepare(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self.says.setText(_("Gathering annotations …"))
        given = (self.scope.ids(), self._chosen(), self._in_folder())
        job = self._corpus.jobs.run(
            _prepare, *given, done=lambda made: self._arrived(job, made), failed=self._failed
        )
        self._job = job

    def _arrived(self, job: Job, prepared: Prepared) -> None:
        if job is not self._job:
            return  # something else was chosen meanwhile
        self._job = None
        self._prepared = prepared
        anything = prepared.marks or prepared.set_on_whole
        self._save.setEnabled(bool(anything))
        self._save.setText(_("&Save in folder…") if self._in_folder() else _("&Save as…"))
        if not anything:
            self.says.setText(_("Nothing is marked or noted in these articles."))
            return
        said = [plural("{n} annotation", "{n} annotations", prepared.marks)]
        said[0] += " " + plural("in {n} article.", "in {n} articles.", prepared.documents)
        if prepared.set_on_whole:
            said[0] += " " + plural(
                "Star, tags or corrections of {n} article itself.",
                "Stars, tags or corrections of {n} articles themselves.",
                prepared.set_on_whole,
            )
        if prepared.losses:
            listed = [f"•  {loss}" for loss in prepared.losses]
            said.append("\n".join([_("This format cannot hold everything:"), *listed]))
        else:
            said.append(_("Nothing of them is lost."))
        if not isinstance(self._chosen(), Readable):
            said.append(_("Briefreader does not read this format back."))
        self.says.setText("\n\n".join(said))

    def _failed(self, error: BaseException) -> None:
        self._job = None
        self._save.setEnabled(self._prepared is not None)
        if isinstance(error, BriefreaderError):
            self.says.setText(str(error))
        else:
            self._corpus.report(error)

    # -- saving ------------------------------------------------------------------------------------

    def _choose(self) -> None:
        title, chosen = self.windowTitle(), self._chosen()
        if self._in_folder():
            ask_folder(self, title, lambda path: self.save(path, asked=False))
        else:
            ask_file(self, title, _("Annotations"), _(chosen.LABEL), chosen.SUFFIXES[0], self.save)

    def save(self, path: Path, asked: bool = True) -> None:
        """Write what was prepared; unless that was ``asked``, ask before files are replaced."""
        from briefreader.library import sharing

        if self._prepared is None:
            return
        files = self._prepared.files
        there = [] if asked else sharing.replaced(files, path)

        def write() -> None:
            self._save.setEnabled(False)
            self._corpus.jobs.run(_write, files, path, done=self._written, failed=self._failed)

        ask_replacing(self, self.windowTitle(), there, write)

    def _written(self, target: Path) -> None:
        say_saved(self._corpus, target, folder=True)
        self.saved.emit(target)
        self.accept()

    def _close(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
