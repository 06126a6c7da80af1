"""The pages of the briefing in hand, made anew in the background while it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from briefreader.domain.errors import BriefreaderError
from briefreader.domain.outline import Outline
from briefreader.domain.survey import Survey
from briefreader.engine import Engine, open_engine
from briefreader.i18n import _, plural
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus
from briefreader.ui.jobs import Job
from briefreader.ui.theme import Theme
from briefreader.ui.views.pages import PagesView, Spot

Progress = Callable[[int, int, str], None]

_WAIT_MS = 0  # what is typed has waited in its field already; many changes at once make one file


@dataclass(frozen=True, slots=True)
class Pages:
    """The file as it would be saved, what could not be shown in it, and where things stand."""

    pdf: bytes = b""
    notices: tuple[str, ...] = ()
    spots: Mapping[str, Spot] = field(default_factory=dict)


def make_pages(
    workspace: Workspace,
    engine: Engine,
    outline: Outline,
    survey: Survey | None,
    changes: Mapping[str, str],
    progress: Progress,
) -> Pages:
    """Compose a briefing and set its pages: the work behind the preview."""
    from briefreader.library import composing, exporting, issuing
    from briefreader.library.paging import PdfPages

    progress(0, 2, "")
    printed = issuing.printed_changes(outline, changes)
    briefing = composing.compose(workspace.store, outline, exporting.now(), survey, printed)
    progress(1, 2, "")
    pdf, notices = exporting.render(briefing, engine, tick=lambda: progress(1, 2, ""))
    with PdfPages(pdf) as pages:
        return Pages(pdf, notices, {id: Spot(*place) for id, place in pages.places().items()})


class BriefingPreview(QWidget):
    """Shows the pages of an outline; a click leads to the line that stands there."""

    spot_clicked = Signal(str)

    def __init__(self, corpus: Corpus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._corpus = corpus
        self._engine = engine = open_engine(1)
        self.destroyed.connect(lambda: engine.close())
        self._outline: Outline | None = None
        self._changes: Mapping[str, str] = {}
        self._shown: object = None
        self._job: Job | None = None
        self.pages = PagesView(theme, self)
        self.pages.spot_clicked.connect(self.spot_clicked)
        self.says = QLabel(self)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setWordWrap(True)
        self.says.setProperty("role", "small")
        self.says.setContentsMargins(12, 4, 12, 4)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(_("The pages are being made"))
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._bar.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.says)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._render)
        corpus.surveyed.connect(lambda _survey: self._timer.start())

    @property
    def resting(self) -> bool:
        """Tell whether the pages show the briefing as it is, and nothing is being made."""
        return self._job is None and not self._timer.isActive()

    def show_outline(self, outline: Outline | None) -> None:
        """Make the pages of an outline, as soon as it rests for a moment and somebody sees them."""
        if outline != self._outline:
            self._outline = outline
            if outline is None:
                self._say_nothing("")
            self._timer.start()

    def show_changes(self, changes: Mapping[str, str]) -> None:
        """Let the pages say what has become of lines since the last export."""
        if dict(changes) != dict(self._changes):
            self._changes = changes
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the pages that nobody has seen meanwhile."""
        super().showEvent(event)
        self._timer.start()

    def _key(self) -> object:
        return self._outline, id(self._corpus.survey), tuple(sorted(self._changes.items()))

    def _render(self) -> None:
        if self._job is not None or not self.isVisible() or self._outline is None:
            return
        if self._key() == self._shown or self._corpus.jobs.path is None:
            return
        if not any(part.lines for part in self._outline.parts):
            self._shown = self._key()
            self._say_nothing(_("The pages appear here as soon as there is a line."))
            return
        self._shown = self._key()
        self._bar.show()
        self._job = self._corpus.jobs.run(
            make_pages, self._engine, self._outline, self._corpus.survey, self._changes,
            done=self._arrived, failed=self._failed,
        )  # fmt: skip
        self._job.cancelled.connect(self._ended)

    def _arrived(self, made: Pages) -> None:
        self._ended()
        self.pages.show_pdf(made.pdf)
        self.pages.set_spots(made.spots)
        said = [plural("{n} page.", "{n} pages.", self.pages.pages), *made.notices[:4]]
        self.says.setText(" ".join(said))

    def _failed(self, error: BaseException) -> None:
        self._ended()
        self._say_nothing(
            str(error) if isinstance(error, BriefreaderError) else _("The pages could not be made.")
        )
        if not isinstance(error, BriefreaderError):
            self._corpus.report(error)

    def _ended(self) -> None:
        """Begin anew if something has changed meanwhile."""
        self._job = None
        self._bar.hide()
        if self._key() != self._shown:
            self._timer.start()

    def _say_nothing(self, words: str) -> None:
        self.pages.show_pdf(b"")
        self.pages.set_spots({})
        self.says.setText(words)
