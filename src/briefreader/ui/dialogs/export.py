"""Exporting a briefing: how it is to look, its pages as they will be saved, and where to."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.errors import BriefreaderError
from briefreader.domain.outline import Outline
from briefreader.engine import open_engine
from briefreader.i18n import _, plural
from briefreader.library.proposing import Choice
from briefreader.ui.corpus import Corpus
from briefreader.ui.dialogs.export_form import ExportForm
from briefreader.ui.dialogs.export_making import STEPS, Made, Order, Proposal, make, write
from briefreader.ui.dialogs.parts import PartsBoxes
from briefreader.ui.dialogs.saving import ask_file, say_saved
from briefreader.ui.dialogs.scope import ScopeBox
from briefreader.ui.jobs import Job
from briefreader.ui.theme import Theme
from briefreader.ui.views.pages import PagesView

_WAIT_MS = 350
_NOTICES = 4  # what could not be shown: as many sentences as there is room for


class ExportDialog(QDialog):
    """Exports a briefing of the workspace, or one that is proposed on the spot where there is none.

    It shows the pages, and saves the very file that is shown. What is chosen stays with the briefing.
    """

    saved = Signal(object)
    """The path of the file."""

    def __init__(
        self, corpus: Corpus, theme: Theme, outline: Outline | None, paper: str = "a4",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """Ask for an export of ``outline``; None for one of what is to be chosen, on this paper."""
        super().__init__(parent)
        self._corpus = corpus
        self._outline = outline
        self._engine = open_engine(1)
        self._job: Job | None = None
        self._tried: Order | None = None  # what was made, or is in the making
        self._made: Made | None = None
        self._saving: Path | None = None  # as soon as the file is made
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._make)
        self.pages = PagesView(theme, self)
        self._build(paper)
        corpus.briefings.changed.connect(self._changed)
        corpus.surveys.settled.connect(self._changed)
        self.finished.connect(lambda _result: self._close())
        self._timer.start(0)

    # -- the parts ---------------------------------------------------------------------------------

    def _build(self, paper: str) -> None:
        proposed = self._outline is None
        words = _("Export briefing") if proposed else _("Export “{title}”")
        self.setWindowTitle(words.format(title=self._title()))
        parent = self.parentWidget()
        room = parent.size() if parent is not None else QSize(1040, 720)
        self.resize(min(1040, room.width() - 24), min(720, room.height() - 24))
        self.form = ExportForm(self._outline or Outline("", paper=paper), self)
        self.form.changed.connect(self._changed)
        fields = QVBoxLayout()
        fields.setContentsMargins(0, 0, 12, 0)
        fields.setSpacing(10)
        fields.addLayout(self.form)
        if proposed:
            self._ask_what(fields)
        else:
            self.form.offer_changes()
        fields.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(10)
        side.addWidget(self._scrolled(fields), 1)
        self._tell_and_do(side)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 18, 18, 18)
        layout.setSpacing(18)
        layout.addLayout(side)
        layout.addWidget(self._shown(), 1)
        self._order_keys()
        if proposed:
            self.title.selectAll()
            self.title.setFocus()

    def _ask_what(self, fields: QVBoxLayout) -> None:
        """Ask what goes into a briefing that is not there yet."""
        self.title = QLineEdit(self._title(), self)
        self.author = QLineEdit(self._corpus.author, self)
        self.scope = ScopeBox(self._corpus, self)
        asked = ((_("&Title"), self.title), (_("&Author"), self.author), (_("A&rticles"), self.scope))
        for row, (label, field) in enumerate(asked):
            self.form.add(label, field, row)
        heading = QLabel(_("WHAT GOES IN"), self)
        heading.setProperty("role", "heading")
        self.parts = PartsBoxes(self)
        fields.addSpacing(8)
        fields.addWidget(heading)
        fields.addWidget(self.parts)
        self.title.textChanged.connect(self._changed)
        self.author.textChanged.connect(self._changed)
        self.scope.currentIndexChanged.connect(self._changed)
        self.parts.changed.connect(self._changed)

    def _tell_and_do(self, side: QVBoxLayout) -> None:
        self._says = QLabel(self)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._says.setProperty("role", "muted")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, STEPS)
        self._bar.setAccessibleName(_("Progress"))
        self._save = QPushButton(_("Sa&ve…"), self)
        self._save.setDefault(True)
        self._save.clicked.connect(self._choose)
        self._cancel = QPushButton(_("Cancel"), self)
        self._cancel.clicked.connect(self._give_up)
        buttons = QHBoxLayout()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save, 1)
        side.addWidget(self._says)
        side.addWidget(self._bar)
        side.addLayout(buttons)

    def _shown(self) -> QStackedWidget:
        self._none = QLabel(_("Only a PDF shows its pages here. The file is ready to be saved."), self)
        self._none.setTextFormat(Qt.TextFormat.PlainText)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self._none.setProperty("role", "muted")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self._none)
        return self._stack

    def _scrolled(self, fields: QVBoxLayout) -> QScrollArea:
        """Return a place for the fields, which scroll where the window is low."""
        inner = QWidget(self)
        inner.setLayout(fields)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.setFixedWidth(min(self.width() // 2, max(350, inner.sizeHint().width() + 12)))
        return area

    def _order_keys(self) -> None:
        """Let Tab go from the top to the foot, and to the pages at the end."""
        form = self.form
        order: list[QWidget] = [form.format, form.template, form.paper, form.label, form.style, form.changes]
        if self._outline is None:
            order = [self.title, self.author, self.scope, *order, *self.parts.boxes.values()]
        order += [self._cancel, self._save, self.pages]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # -- what is wanted ----------------------------------------------------------------------------

    def _title(self) -> str:
        return (self._outline.title if self._outline is not None else "") or _("Briefing")

    def _now(self) -> Outline | None:
        """Return the briefing as it is now: it may have been changed since this was opened."""
        given = self._outline
        known = (each for each in self._corpus.briefings.all if given is not None and each.id == given.id)
        return next(known, given)

    def order(self) -> Order:
        """Return what is to be made, as it is chosen now."""
        look, outline, survey = self.form.look(), self._now(), self._corpus.survey
        of: Outline | Proposal
        if outline is not None:
            of = outline
        else:
            of = Proposal(self.scope.ids(), self._choice(look.template, look.paper))
            survey = survey if self.parts.compared else None
        return Order.place(of, look, self.form.format_name(), survey)

    def _choice(self, template: str, paper: str) -> Choice:
        return Choice(
            title=self.title.text().strip() or _("Briefing"),
            author=self.author.text().strip(),
            template=template,
            paper=paper,
            **self.parts.chosen(),  # type: ignore[arg-type]
        )

    def _waits(self) -> bool:
        """Tell whether the sources have to be compared first, so that the file says how they compare."""
        wanted = self._outline is not None or self.parts.compared
        return wanted and self._corpus.surveys.pending

    # -- making ------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._timer.start()

    def _make(self) -> None:
        order = self.order()
        if self._job is not None or order.same_as(self._tried):
            return
        self._made = None
        self._bar.setValue(0)
        self._bar.show()
        if self._waits():
            self._say(_("Comparing the sources …"))
            self._corpus.surveys.want()
            return
        self._tried = order
        self._save.setEnabled(self._saving is None)
        self._say(_("Making the pages …"))
        self._job = self._corpus.jobs.run(make, self._engine, order, done=self._arrived, failed=self._failed)
        self._job.progress.connect(self._tell)
        self._job.cancelled.connect(self._stopped)

    def _arrived(self, made: Made) -> None:
        self._ended()
        if not self.order().same_as(made.order):
            self._make()
            return
        self._made = made
        paged = made.order.format == "pdf"
        self.pages.show_pdf(made.data if paged else b"")
        self._stack.setCurrentWidget(self.pages if paged else self._none)
        counted = [plural("{n} page.", "{n} pages.", self.pages.pages)] if paged else []
        self._say(" ".join([*counted, *_unaccepted(made.outline, self._outline), *made.notices[:_NOTICES]]))
        if self._saving is not None:
            self._write(self._saving)

    def _failed(self, error: BaseException) -> None:
        self._ended()
        if not self.order().same_as(self._tried):
            self._make()
            return
        self._saving = None
        self.pages.show_pdf(b"")
        self._save.setEnabled(False)
        if isinstance(error, BriefreaderError):
            self._say(str(error))
        else:
            self._say(_("The pages could not be made."))
            self._corpus.report(error)

    def _tell(self, done: int, _total: int, note: str) -> None:
        self._bar.setValue(done)
        if note:
            self._say(f"{note} …")

    def _ended(self) -> None:
        self._job = None
        self._bar.hide()

    def _say(self, words: str) -> None:
        self._says.setText(words)

    # -- saving ------------------------------------------------------------------------------------

    def _choose(self) -> None:
        title = self._title() if self._outline is not None else self.title.text()
        kind, suffix = self.form.format.currentText(), self.form.suffix()
        ask_file(self, _("Save the briefing"), title.strip() or _("Briefing"), kind, suffix, self.save)

    def save(self, path: Path) -> None:
        """Write the file; one that is still in the making is waited for."""
        outline, look = self._outline, self.form.look()
        if outline is not None:
            self._corpus.briefings.flushing.emit()
            self._corpus.briefings.change(look.on, _("details of briefing"), id=outline.id)
        self._timer.stop()
        self._saving = path
        self._save.setEnabled(False)
        if self._made is not None and self.order().same_as(self._made.order):
            self._write(path)
        else:
            self._make()

    def _write(self, path: Path) -> None:
        assert self._made is not None
        made = self._made
        self._save.setEnabled(False)
        self._bar.show()
        self._job = self._corpus.jobs.run(
            write, made, path, done=lambda target: self._written(target, made), failed=self._not_written
        )
        self._job.progress.connect(self._tell)
        self._job.cancelled.connect(self._stopped)

    def _written(self, target: Path, made: Made) -> None:
        self._ended()
        self._saving = None
        say_saved(self._corpus, target, made.notices[:2])
        self.saved.emit(target)
        self.accept()

    def _not_written(self, error: BaseException) -> None:
        self._stopped()
        if isinstance(error, BriefreaderError):
            self._say(str(error))
        else:
            self._corpus.report(error)

    def _stopped(self) -> None:
        """Say that nothing was written; what was not made is made when something is changed or saved."""
        self._ended()
        self._saving = None
        if self._made is None:
            self._tried = None
        self._save.setEnabled(True)
        self._say(_("Nothing was written."))

    def _give_up(self) -> None:
        """Stop saving; without that, close."""
        if self._saving is None:
            self.reject()
        elif self._job is not None:
            self._job.cancel()
        else:
            self._stopped()

    def _close(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
        self._engine.close()


def _unaccepted(outline: Outline, kept: Outline | None) -> list[str]:
    """Say how many proposals of a briefing of the workspace its author has not accepted."""
    count = sum(line.proposed for _part, line in outline.lines()) if kept is not None else 0
    if not count:
        return []
    return [plural(
        "{n} proposal is not accepted yet, and will be marked as such.",
        "{n} proposals are not accepted yet, and will be marked as such.", count,
    )]  # fmt: skip
