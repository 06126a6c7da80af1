"""Exporting a briefing: what goes in, and the pages as they will be saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.errors import BriefreaderError
from briefreader.domain.query import Query
from briefreader.engine import Engine, open_engine
from briefreader.i18n import _, plural
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus
from briefreader.ui.dialogs.saving import ask_file, say_saved
from briefreader.ui.dialogs.scope import ScopeBox
from briefreader.ui.jobs import Job
from briefreader.ui.theme import Theme
from briefreader.ui.views.pages import PagesView

Progress = Callable[[int, int, str], None]
Made = tuple[bytes, tuple[str, ...]]

_WAIT_MS = 350


def _make(
    workspace: Workspace, engine: Engine, ids: tuple[str, ...] | None, choice: object, progress: Progress
) -> Made:
    """Compose the briefing and set it: the work behind the preview, and so behind the file."""
    from briefreader.library import composing, exporting, proposing

    progress(0, 2, _("Composing the briefing"))
    documents = list(ids) if ids is not None else workspace.store.ids(Query())
    assert isinstance(choice, proposing.Choice)
    made_at = exporting.now()
    outline = proposing.propose(workspace.store, documents, choice, stamp=made_at)
    briefing = composing.compose(workspace.store, outline, made_at)
    progress(1, 2, _("Setting the pages"))
    made = exporting.render(briefing, engine, tick=lambda: progress(1, 2, _("Setting the pages")))
    progress(2, 2, _("Setting the pages"))
    return made


def _write(
    _workspace: Workspace, data: bytes, notices: tuple[str, ...], path: Path, progress: Progress
) -> Path:
    """Save the pages that were shown."""
    from briefreader.library import exporting

    return exporting.save(data, path, notices).path


class ExportDialog(QDialog):
    """Asks what goes into the briefing and shows it; saving writes the very pages that are shown."""

    saved = Signal(object)

    def __init__(self, corpus: Corpus, theme: Theme, paper: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export briefing"))
        room = parent.size() if parent is not None else QSize(1040, 720)
        self.resize(min(1040, room.width() - 24), min(720, room.height() - 24))
        self._corpus = corpus
        self._engine = open_engine(1)
        self._job: Job | None = None
        self._again = False
        self._made: Made | None = None
        self._saving: Path | None = None
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._render)
        self.pages = PagesView(theme, self)
        self._build(paper)
        self.finished.connect(lambda _result: self._close())
        self._timer.start(0)

    # -- the parts ---------------------------------------------------------------------------------

    def _build(self, paper: str) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        left.setContentsMargins(0, 0, 0, 0)
        left.addLayout(self._form(paper))
        left.addSpacing(8)
        heading = QLabel(_("WHAT GOES IN"), self)
        heading.setProperty("role", "heading")
        left.addWidget(heading)
        for box in self._boxes():
            left.addWidget(box)
        left.addStretch(1)
        self._says = QLabel(self)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._says.setProperty("role", "muted")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 2)
        self._bar.setAccessibleName(_("Progress"))
        left.addWidget(self._says)
        left.addWidget(self._bar)
        left.addLayout(self._buttons())
        side = QWidget(self)
        side.setLayout(left)
        side.setFixedWidth(330)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 18, 18, 18)
        layout.setSpacing(18)
        layout.addWidget(side)
        layout.addWidget(self.pages, 1)
        self.title.selectAll()
        self.title.setFocus()

    def _form(self, paper: str) -> QFormLayout:
        self.title = QLineEdit(_("Briefing"), self)
        self.author = QLineEdit(self._corpus.author, self)
        self.scope = ScopeBox(self._corpus, self)
        self.paper = QComboBox(self)
        self.paper.addItem(_("A4"), "a4")
        self.paper.addItem(_("US Letter"), "us-letter")
        self.paper.setCurrentIndex(max(0, self.paper.findData(paper)))
        self.title.textChanged.connect(self._changed)
        self.author.textChanged.connect(self._changed)
        self.scope.currentIndexChanged.connect(self._changed)
        self.paper.currentIndexChanged.connect(self._changed)
        form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in (
            (_("&Title"), self.title),
            (_("&Author"), self.author),
            (_("A&rticles"), self.scope),
            (_("&Paper"), self.paper),
        ):
            field.setAccessibleName(label.replace("&", ""))
            form.addRow(label, field)
        return form

    def _boxes(self) -> list[QCheckBox]:
        self.parts = {
            "passages": QCheckBox(_("&Starred passages"), self),
            "highlights": QCheckBox(_("&Highlighted passages"), self),
            "notes": QCheckBox(_("&Notes"), self),
            "facts": QCheckBox(_("Key &facts"), self),
            "quotes": QCheckBox(_("&Quotes"), self),
        }
        for name, box in self.parts.items():
            box.setChecked(name != "highlights")
            box.toggled.connect(self._changed)
        return list(self.parts.values())

    def _buttons(self) -> QHBoxLayout:
        self._save = QPushButton(_("Sa&ve as PDF…"), self)
        self._save.setDefault(True)
        self._save.clicked.connect(self._choose)
        cancel = QPushButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(cancel)
        buttons.addWidget(self._save, 1)
        return buttons

    # -- making --------------------------------------------------------------------------------------

    def choice(self) -> object:
        """Return what the user has chosen."""
        from briefreader.library.proposing import Choice

        parts: dict[str, Any] = {name: box.isChecked() for name, box in self.parts.items()}
        return Choice(
            title=self.title.text().strip() or _("Briefing"),
            author=self.author.text().strip(),
            paper=str(self.paper.currentData()),
            **parts,
        )

    def _changed(self) -> None:
        self._made = None
        self._timer.start()

    def _render(self) -> None:
        if self._job is not None:
            self._again = True
            return
        self._bar.setValue(0)
        self._bar.show()
        self._says.setText(_("Making the pages …"))
        self._job = self._corpus.jobs.run(
            _make, self._engine, self.scope.ids(), self.choice(), done=self._arrived, failed=self._failed
        )
        self._job.progress.connect(lambda done, _total, _note: self._bar.setValue(done))

    def _arrived(self, made: Made) -> None:
        if self._ended():
            return
        self._made = made
        self.pages.show_pdf(made[0])
        said = [plural("{n} page.", "{n} pages.", self.pages.pages), *made[1][:4]]
        self._says.setText(" ".join(said))
        self._save.setEnabled(True)
        if self._saving is not None:
            self._write(self._saving)

    def _failed(self, error: BaseException) -> None:
        if self._ended():
            return
        self.pages.show_pdf(b"")
        self._saving = None
        self._save.setEnabled(False)
        if isinstance(error, BriefreaderError):
            self._says.setText(str(error))
        else:
            self._says.setText(_("The pages could not be made."))
            self._corpus.report(error)

    def _ended(self) -> bool:
        """Say whether what has just ended is already out of date, and then begin anew."""
        self._job = None
        self._bar.hide()
        if self._again:
            self._again = False
            self._render()
            return True
        return False

    # -- saving --------------------------------------------------------------------------------------

    def _choose(self) -> None:
        title = self.title.text()
        ask_file(self, _("Save the briefing"), title or _("Briefing"), _("PDF document"), ".pdf", self.save)

    def save(self, path: Path) -> None:
        """Write the pages to a file; those still in the making are waited for."""
        if self._made is not None:
            self._write(path)
        else:
            self._saving = path
            self._says.setText(_("Making the pages, then saving …"))

    def _write(self, path: Path) -> None:
        assert self._made is not None
        self._saving = None
        self._save.setEnabled(False)
        self._corpus.jobs.run(_write, *self._made, path, done=self._written, failed=self._not_written)

    def _not_written(self, error: BaseException) -> None:
        self._save.setEnabled(True)
        if isinstance(error, BriefreaderError):
            self._says.setText(str(error))
        else:
            self._corpus.report(error)

    def _written(self, target: Path) -> None:
        say_saved(self._corpus, target)
        self.saved.emit(target)
        self.accept()

    def _close(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
        self._engine.close()
