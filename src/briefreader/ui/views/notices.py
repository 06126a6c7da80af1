"""What the program tells the user: notices, and how far long work is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from briefreader.i18n import _, number
from briefreader.ui.corpus import Notice
from briefreader.ui.jobs import Job
from briefreader.ui.theme import Theme

_INFO_MS = 5_000
_WARNING_MS = 15_000
_MARGIN = 18


class NoticeBar(QFrame):
    """A sentence that floats over the foot of the window; an error stays until it is closed.

    With ``over`` it keeps to the foot of that part of the window, where it covers no buttons of others.
    """

    def __init__(self, theme: Theme, window: QWidget, over: QWidget | None = None) -> None:
        super().__init__(window)
        self._window, self._over = window, over
        self.setObjectName("notice")
        self.setAccessibleName(_("Notice"))
        self._theme = theme
        self._picture = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._act, self._second = QToolButton(self), QToolButton(self)
        for button in (self._act, self._second):
            button.setObjectName("act")
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setToolTip(_("Close this notice"))
        self._close.setAccessibleName(_("Close this notice"))
        self._close.clicked.connect(self.hide)
        self._acts: Callable[[], None] | None = None
        self._seconds: Callable[[], None] | None = None
        self._act.clicked.connect(lambda: self._acted(self._acts))
        self._second.clicked.connect(lambda: self._acted(self._seconds))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 9, 8, 9)
        layout.setSpacing(10)
        layout.addWidget(self._picture)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._act)
        layout.addWidget(self._second)
        layout.addWidget(self._close)
        window.installEventFilter(self)
        theme.changed.connect(self.hide)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        role = {"error": "danger", "warning": "warning"}.get(notice.kind, "accent")
        icon = "info-circle" if notice.kind == "info" else "alert-triangle"
        self._picture.setPixmap(self._theme.pixmap(icon, role, 18, self.devicePixelRatioF()))
        kinds = {"error": _("Error"), "warning": _("Warning")}
        self._picture.setAccessibleName(kinds.get(notice.kind, _("Notice")))
        self._close.setIcon(self._theme.icon("x", "text.muted"))
        self._text.setText(notice.text)
        self._acts = notice.act
        self._act.setText(notice.action)
        self._act.setVisible(notice.act is not None)
        self._seconds = notice.do_second
        self._second.setText(notice.second)
        self._second.setVisible(notice.do_second is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.stop()
        if notice.kind != "error" and notice.act is None:
            self._timer.start(_INFO_MS if notice.kind == "info" else _WARNING_MS)
        self.setAccessibleDescription(notice.text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """Return the sentence that is shown, or an empty string."""
        return self._text.text() if self.isVisible() else ""

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Keep the bar at the foot of the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _acted(self, act: Callable[[], None] | None) -> None:
        self.hide()
        if act is not None:
            act()

    def _place(self) -> None:
        window = self._window
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 120
        for button, act in ((self._act, self._acts), (self._second, self._seconds)):
            if act is not None:
                words += button.sizeHint().width() + 10
        room = QRect(QPoint(0, 0), window.size())
        if self._over is not None and self._over.isVisible():
            room = QRect(self._over.mapTo(window, QPoint(0, 0)), self._over.size())
            room.setBottom(room.bottom() + 40 - _MARGIN)
        width = max(260, min(words, 640, room.width() - 2 * _MARGIN))
        self.setFixedWidth(width)
        layout = self.layout()
        self.setFixedHeight(max(44, layout.heightForWidth(width) if layout else 0))
        left = room.left() + (room.width() - width) // 2
        self.move(QPoint(left, room.top() + room.height() - self.height() - 40))


class Looking(QLabel):
    """Says in the status bar that the sources are being compared; nobody has to wait for it or stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Comparing the sources …"), parent)
        self.setProperty("role", "small")
        self.setContentsMargins(0, 0, 10, 0)
        self._jobs: set[Job] = set()
        self.hide()

    def follow(self, job: Job) -> None:
        """Say it until this job, and those that it is told of before, have ended."""
        self._jobs.add(job)
        self.show()
        for signal in (job.done, job.failed, job.cancelled):
            signal.connect(lambda *_: self._ended(job))

    def _ended(self, job: Job) -> None:
        self._jobs.discard(job)
        self.setVisible(bool(self._jobs))


class Activity(QWidget):
    """How far long work is, with a way to stop it: stands in the status bar while there is any."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._job: Job | None = None
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(_("Progress"))
        self._stop = QToolButton(self)
        self._stop.setText(_("Cancel"))
        self._stop.setAutoRaise(True)
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stop.clicked.connect(self.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        for widget in (self._text, self._bar, self._stop):
            layout.addWidget(widget)
        self.hide()

    @property
    def busy(self) -> bool:
        """Tell whether work is being shown."""
        return self._job is not None

    def follow(self, job: Job, text: str) -> None:
        """Show how far a job is until it ends."""
        self._job = job
        self._text.setText(text)
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self.show()
        job.progress.connect(self._progress)
        for signal in (job.done, job.failed, job.cancelled):
            signal.connect(lambda *_: self._ended(job))

    def cancel(self) -> None:
        """Ask the work to stop."""
        if self._job is not None:
            self._stop.setEnabled(False)
            self._text.setText(_("Stopping …"))
            self._job.cancel()

    def _progress(self, done: int, total: int, note: str) -> None:
        if self._stop.isEnabled():
            self._bar.setRange(0, total)
            self._bar.setValue(done)
            counted = f"{number(done)} / {number(total)}" if total else ""
            metrics = self._text.fontMetrics()
            self._text.setText(
                metrics.elidedText(f"{note} {counted}".strip(), Qt.TextElideMode.ElideMiddle, 420)
            )

    def _ended(self, job: Job) -> None:
        if self._job is job:
            self._job = None
            self.hide()
