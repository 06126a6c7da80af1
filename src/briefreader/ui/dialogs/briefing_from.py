"""Asking what a new briefing is to be proposed from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.errors import BriefreaderError
from briefreader.domain.outline import TEMPLATES, Outline
from briefreader.domain.query import Query
from briefreader.domain.survey import Survey
from briefreader.i18n import _
from briefreader.library import annotating
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus
from briefreader.ui.dialogs.parts import PartsBoxes
from briefreader.ui.dialogs.scope import ScopeBox
from briefreader.ui.jobs import Job
from briefreader.ui.views.briefing_head import TEMPLATE_NAMES

Progress = Callable[[int, int, str], None]


def _propose(
    workspace: Workspace,
    ids: tuple[str, ...] | None,
    choice: object,
    survey: Survey | None,
    progress: Progress,
) -> Outline:
    """Propose a briefing: the work in the background."""
    from briefreader.library import proposing

    progress(0, 1, _("Choosing what goes in"))
    documents = list(ids) if ids is not None else workspace.store.ids(Query())
    assert isinstance(choice, proposing.Choice)
    return proposing.propose(workspace.store, documents, choice, survey, annotating.now())


class BriefingFromDialog(QDialog):
    """Asks for articles, template and parts; what is proposed comes by ``proposed``."""

    proposed = Signal(object)
    """The Outline that was made."""

    def __init__(self, corpus: Corpus, title: str, paper: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New briefing from…"))
        self.setMinimumWidth(460)
        self._corpus, self._paper = corpus, paper
        self._job: Job | None = None
        self._waits = False  # for the survey
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(self._form(title))
        self.parts = PartsBoxes(self)
        layout.addWidget(self.parts)
        self.accepted_box = QCheckBox(_("Accept &everything at once"), self)
        layout.addSpacing(4)
        layout.addWidget(self.accepted_box)
        self._says = QLabel(self)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._says.setProperty("role", "muted")
        self._says.setText(
            _("Each line is marked as proposed until you accept it. The program writes no sentence.")
        )
        layout.addWidget(self._says)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        self._bar.hide()
        layout.addWidget(self._bar)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(_("Propose"))
        buttons.accepted.connect(self.propose)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.finished.connect(lambda _result: self._cancel())
        corpus.surveyed.connect(self._surveyed)
        corpus.surveys.settled.connect(self._settled)

    def _form(self, title: str) -> QFormLayout:
        self.title = QLineEdit(title, self)
        self.title.selectAll()
        self.scope = ScopeBox(self._corpus, self)
        self.template = QComboBox(self)
        for each in TEMPLATES:
            self.template.addItem(_(TEMPLATE_NAMES[each]), each)
        self.template.setCurrentIndex(self.template.findData("full"))
        form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, field in (
            (_("&Title"), self.title), (_("A&rticles"), self.scope), (_("Te&mplate"), self.template),
        ):  # fmt: skip
            field.setAccessibleName(label.replace("&", ""))
            form.addRow(label, field)
        return form

    def choice(self) -> object:
        """Return what the user has chosen."""
        from briefreader.library.proposing import Choice

        return Choice(
            title=self.title.text().strip() or _("Briefing"),
            author=self._corpus.author,
            paper=self._paper,
            template=str(self.template.currentData()),
            accepted=self.accepted_box.isChecked(),
            **self.parts.chosen(),  # type: ignore[arg-type]
        )

    def propose(self) -> None:
        """Begin to propose; what is compared over the sources is waited for."""
        compared = self.parts.compared
        self._ok.setEnabled(False)
        self._bar.show()
        if compared and self._corpus.survey is None:
            self._waits = True
            self._says.setText(_("Comparing the sources …"))
            self._corpus.surveys.want()
            return
        survey = self._corpus.survey if compared else None
        self._says.setText(_("Choosing what goes in …"))
        self._job = self._corpus.jobs.run(
            _propose, self.scope.ids(), self.choice(), survey, done=self._made, failed=self._failed
        )

    def _surveyed(self, survey: Survey | None) -> None:
        if self._waits and survey is not None:
            self._waits = False
            self.propose()

    def _settled(self) -> None:
        """Let the person go on without the comparison if there can be none."""
        if self._waits and self._corpus.surveys.failed:
            self._waits = False
            self._bar.hide()
            self._ok.setEnabled(True)
            self._says.setText(self._corpus.surveys.say(""))

    def _made(self, outline: Outline) -> None:
        self._job = None
        self.proposed.emit(outline)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._job = None
        self._bar.hide()
        self._ok.setEnabled(True)
        if isinstance(error, BriefreaderError):
            self._says.setText(str(error))
        else:
            self._says.setText(_("No briefing could be proposed."))
            self._corpus.report(error)

    def _cancel(self) -> None:
        self._waits = False
        if self._job is not None:
            self._job.cancel()
