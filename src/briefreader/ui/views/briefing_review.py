"""What is to be said of the briefing in hand: what the check finds, what changed since its last export."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from briefreader.domain.outline import Outline
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.i18n import _, plural
from briefreader.library.corroborating import Suggestion, suggested_credibility
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus
from briefreader.ui.jobs import Job
from briefreader.ui.models.outline import HEAD
from briefreader.ui.models.outline_words import change_of
from briefreader.ui.theme import Theme

if TYPE_CHECKING:
    from briefreader.library.checking import Finding

Progress = Callable[[int, int, str], None]

_WAIT_MS = 700
_HIGH = 210  # px that the list takes at most


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark: ``id`` is the row of the outline that it is about, or "" if it is about a document."""

    text: str
    hint: str = ""
    severe: bool = False
    id: str = ""
    document: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """All remarks on a briefing, and what has become of its lines since the last export."""

    remarks: tuple[Remark, ...] = ()
    changes: Mapping[str, str] = field(default_factory=dict)
    suggested: Mapping[str, Suggestion] = field(default_factory=dict)
    """The credibility digit that other sources speak for, by document."""

    def by_row(self) -> dict[str, tuple[str, ...]]:
        """Return what is to be said of each row of the outline."""
        found: dict[str, tuple[str, ...]] = {}
        for each in self.remarks:
            if each.id:
                said = " ".join(part for part in (each.text, each.hint) if part)
                found[each.id] = (*found.get(each.id, ()), said)
        return found


def review(workspace: Workspace, outline: Outline, survey: Survey | None, progress: Progress) -> Review:
    """Check a briefing, and compare it with its last export."""
    from briefreader.library import changing, checking

    progress(0, 2, "")
    remarks = [
        Remark(_said(each, outline), each.hint, each.severity == "error", each.line or each.part or HEAD)
        for each in checking.check(workspace.store, outline, survey)
    ]
    suggested = {}
    if survey is not None:
        known = dict.fromkeys(outline.cited())
        suggested = {id: suggested_credibility(id, outline, survey) for id in known if id in survey.sources}
    progress(1, 2, "")
    changed = changing.since_export(outline, survey, workspace.store)
    remarks += [
        Remark(f"{change_of(each.change)}: {each.label}", document=each.document, span=each.span)
        for each in changed.corpus
    ]
    return Review(tuple(remarks), changed.lines, suggested)


def _said(finding: Finding, outline: Outline) -> str:
    """Return what is said of a finding: of a section as a whole with its title, as several may have it."""
    part = outline.part(finding.part)
    return f"{part.title}: {finding.message}" if part and finding.kind == "proposals" else finding.message


class Reviewing(QObject):
    """Reviews the briefing in hand when it rests, as long as somebody wants to see that."""

    came = Signal(object)
    """The Review."""

    def __init__(self, corpus: Corpus, wanted: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._corpus, self._wanted = corpus, wanted
        self._shown: object = None
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._begin)
        corpus.briefings.changed.connect(self._timer.start)
        corpus.surveyed.connect(lambda _survey: self._timer.start())

    def again(self) -> None:
        """Review anew: it was exported, or is seen again."""
        self._shown = None
        self._timer.start()

    def _begin(self) -> None:
        now = self._corpus.briefings.now
        key = (now, id(self._corpus.survey))
        if self._job is not None or now is None or key == self._shown or not self._wanted():
            return
        if self._corpus.jobs.path is None:
            return
        self._shown = key
        self._job = self._corpus.jobs.run(
            review, now, self._corpus.survey, done=self._arrived, failed=self._failed
        )
        self._job.cancelled.connect(self._ended)

    def _arrived(self, found: Review) -> None:
        self._ended()
        self.came.emit(found)

    def _failed(self, error: BaseException) -> None:
        self._ended()
        self._corpus.report(error)

    def _ended(self) -> None:
        self._job = None
        self._timer.start()


class RemarkList(QWidget):
    """A line that counts the remarks; it opens to a list that leads to each place."""

    wanted = Signal(object)
    """The Remark whose place is to be shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._remarks: tuple[Remark, ...] = ()
        self._checked = False
        self.button = QToolButton(self)
        self.button.setObjectName("link")
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.toggled.connect(self._toggle)
        self.list = QListWidget(self)
        self.list.setObjectName("remarks")
        self.list.setAccessibleName(_("Remarks on the briefing"))
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self.list.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 4, 4)
        layout.setSpacing(2)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.list)
        theme.changed.connect(self._show)
        self._show()

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show other remarks."""
        if remarks != self._remarks or not self._checked:
            self._remarks, self._checked = remarks, True
            self._show()

    def take_focus(self) -> None:
        """Open the list and give it the keyboard."""
        self.button.setChecked(True)
        (self.list if self._remarks else self.button).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._remarks and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _show(self) -> None:
        count = len(self._remarks)
        if count:
            said = plural("Check: {n} remark", "Check: {n} remarks", count)
        else:
            said = _("Check: nothing found") if self._checked else _("Checking …")
        self.button.setText(said)
        icon, role = ("alert-triangle", "warning") if count else ("check", "success")
        if not self._checked:
            icon, role = "refresh", "text.muted"
        self.button.setIcon(self._theme.icon(icon, role))
        self.list.clear()
        for each in self._remarks:
            item = QListWidgetItem("\n".join(part for part in (each.text, each.hint) if part))
            icon = "refresh" if not each.id else "alert-triangle" if each.severe else "info-circle"
            item.setIcon(self._theme.icon(icon, "danger" if each.severe else "warning"))
            if each.severe:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, _("Fault: {text}").format(text=item.text()))
            self.list.addItem(item)
        self._toggle(self.button.isChecked())

    def _toggle(self, opened: bool) -> None:
        self.list.setVisible(opened and bool(self._remarks))
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Be as high as the remarks are at this width, up to a limit."""
        if self._remarks and self.list.isVisible():
            self.list.doItemsLayout()
            last = self.list.visualItemRect(self.list.item(self.list.count() - 1))
            high = last.bottom() + self.list.verticalScrollBar().value()
            self.list.setFixedHeight(min(_HIGH, high + 11))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the remarks anew at another width."""
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._fit)
        super().resizeEvent(event)

    def _go(self, item: QListWidgetItem) -> None:
        self.wanted.emit(self._remarks[self.list.row(item)])
