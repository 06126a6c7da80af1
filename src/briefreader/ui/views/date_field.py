"""A field for one limit of time: typed, or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget

from briefreader.i18n import _
from briefreader.ui.models.dates import read_day
from briefreader.ui.theme import Theme

_BESIDE = 44  # px: the icon, and the field's padding


class DateField(QLineEdit):
    """A date that may be left empty; ``end`` says whether "2025" means its last day."""

    finished = Signal()
    """The user has typed something else, or picked a day."""

    def __init__(
        self, theme: Theme, name: str, end: bool, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._end, self._today = theme, end, today
        self._settled = ""
        self.near: Callable[[], date] = today
        """Which month the calendar opens at while the field is empty."""
        self.setAccessibleName(name)
        self.setPlaceholderText(_("any date"))
        self.setToolTip(_("As 2025-12-31, 31 Dec 2025, 2025-12 or 2025; empty for no limit"))
        self._pick = QAction(self, text=_("Pick a day"))
        self._pick.setShortcut("Alt+Down")
        self._pick.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._pick.triggered.connect(self.open_calendar)
        self.addAction(self._pick, QLineEdit.ActionPosition.TrailingPosition)
        theme.changed.connect(self._dress)
        self.editingFinished.connect(self._finish)
        self._dress()

    @property
    def day(self) -> date | None:
        """Return the day, None for an empty field; raise ValueError if the text is no date."""
        return read_day(self.text(), self._end, self._today())

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        room = self.fontMetrics().horizontalAdvance("2028-08-28") + _BESIDE
        return QSize(room, super().minimumSizeHint().height())

    def show_day(self, day: date | None) -> None:
        """Show a day without telling anybody."""
        self._settled = day.isoformat() if day else ""
        self.setText(self._settled)
        self.setCursorPosition(0)
        self.mark(wrong=False)

    def mark(self, wrong: bool) -> None:
        """Mark the text as one that is no date, or take the mark away."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape bring back what was there."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._settled:
            self.setText(self._settled)
            self.finished.emit()
            return
        super().keyPressEvent(event)

    def _finish(self) -> None:
        if self.text() != self._settled:
            self._settled = self.text()
            self.finished.emit()

    def open_calendar(self) -> None:
        """Open a calendar below the field."""
        self.calendar().show_below(self)

    def calendar(self) -> Calendar:
        """Make a calendar that fills the field; it opens at its day, or at one that is near."""
        try:
            day = self.day or self.near()
        except ValueError:
            day = self.near()
        found = Calendar(self._theme, day, self)
        found.picked.connect(self._picked)
        return found

    def _picked(self, day: date) -> None:
        self.setText(day.isoformat())
        self._finish()

    def _dress(self) -> None:
        self._pick.setIcon(self._theme.icon("calendar", "text.muted"))


class Calendar(QWidget):
    """A month to pick a day from; it closes when one is picked."""

    picked = Signal(object)

    def __init__(self, theme: Theme, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._calendar = QCalendarWidget(self)
        self._calendar.setAccessibleName(_("Calendar"))
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._plain, self._pale = QTextCharFormat(), QTextCharFormat()
        self._plain.setForeground(theme.colour("text"))
        self._pale.setForeground(theme.colour("text.faint"))
        self._pale.setBackground(theme.colour("panel"))
        for weekday in Qt.DayOfWeek:
            self._calendar.setWeekdayTextFormat(weekday, self._plain)
        self._calendar.setHeaderTextFormat(self._pale)
        self._calendar.currentPageChanged.connect(self._pale_others)
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._pale_others(day.year, day.month)
        self._calendar.clicked.connect(self._pick)
        self._calendar.activated.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._calendar)

    def _pale_others(self, year: int, month: int) -> None:
        """Show the days of the months before and after palely."""
        self._calendar.setDateTextFormat(QDate(), QTextCharFormat())
        first = QDate(year, month, 1)
        after = first.addMonths(1)
        for day in range(14):
            self._calendar.setDateTextFormat(first.addDays(-1 - day), self._pale)
            self._calendar.setDateTextFormat(after.addDays(day), self._pale)

    def show_below(self, field: QWidget) -> None:
        """Open at a field's lower edge, or above it where the screen ends."""
        self.adjustSize()
        place = field.mapToGlobal(QPoint(0, field.height() + 2))
        room = field.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place.setY(field.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        place.setX(min(place.x(), room.right() - self.width()))
        self.move(place)
        self.show()
        self._calendar.setFocus()

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
