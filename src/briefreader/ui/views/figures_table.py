"""The table of figures: groups that open and close, rows that lead to their passages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from briefreader.i18n import _
from briefreader.ui.delegates.figure import FigureDelegate
from briefreader.ui.models.corrected import say_corrected
from briefreader.ui.models.figures import COLUMNS, PERIOD, SOURCE, SPEAKER, FiguresModel
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.figures_header import FiguresHeader
from briefreader.ui.views.row_table import as_whole_rows

_SHARES = (0.24, 0.20, 0.14, 0.16, 0.26)
_NARROW = 560  # px: below it there is no room for who said it
_LONGEST = 300


class FiguresTable(QTableView):
    """Figures under headings; all figures have rows of one height, and so have all headings."""

    wanted = Signal(int)
    """The figure (its place in the survey) that is to be shown in its source."""
    passed = Signal()
    """The row that the table stands at is another."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FiguresModel(self)
        self._cells = FigureDelegate(theme, self)
        self._lowered: list[int] = []  # the rows that have the height of headings
        self.setAccessibleName(_("Figures"))
        as_whole_rows(self, QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.head = FiguresHeader(theme, self)
        self.setHorizontalHeader(self.head)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(48)
        self.setModel(self.figures)
        self.setItemDelegate(self._cells)
        self.clicked.connect(self._clicked)
        self.selectionModel().currentRowChanged.connect(self._passed)
        self.figures.modelReset.connect(self._lower_headings)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        height = self._cells.height()
        self.verticalHeader().setMinimumSectionSize(self._cells.heading_height())
        self.verticalScrollBar().setSingleStep(height // 2)
        self._lower_headings()
        self.viewport().update()

    def _lower_headings(self) -> None:
        """Give headings the height of their one line, and figures that of their two."""
        head, height = self.verticalHeader(), self._cells.heading_height()
        # As long as the header neither paints nor tells of it, thousands of them take milliseconds.
        head.setUpdatesEnabled(False)
        head.blockSignals(True)
        head.setDefaultSectionSize(self._cells.height())
        for place in self._lowered:  # a reset leaves rows that stay as they were
            if place < head.count():
                head.resizeSection(place, head.defaultSectionSize())
        self._lowered = [self.figures.start_of(group) for group in range(len(self.figures.groups))]
        for place in self._lowered:
            head.resizeSection(place, height)
        head.blockSignals(False)
        head.setUpdatesEnabled(True)
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns; who said it goes to the source's where room is short."""
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            return
        narrow = self.viewport().width() < _NARROW
        self.setColumnHidden(SPEAKER, narrow)
        room = self.viewport().width() / (1 - (_SHARES[SPEAKER] if narrow else 0))
        for column in range(len(COLUMNS)):
            if column not in (SPEAKER, SOURCE) or (column == SPEAKER and not narrow):
                least = self._cells.period_width() if column == PERIOD else 0
                self.setColumnWidth(column, max(least, int(room * _SHARES[column])))

    # -- where it stands ------------------------------------------------------------------------

    def _passed(self) -> None:
        self.viewport().update()  # the frame goes around whole rows; Qt paints but a cell of the one left
        self.passed.emit()

    def current_group(self) -> int | None:
        """Return the group that the table stands in, or its first one."""
        if not self.figures.groups:
            return None
        index = self.currentIndex()
        return self.figures.group_at(index.row()) if index.isValid() else 0

    def current(self) -> int | None:
        """Return the figure that the table stands at; None on a heading."""
        index = self.currentIndex()
        row = self.figures.rows[index.row()] if index.isValid() else -1
        return row if row >= 0 else None

    def reveal(self, row: int | None) -> None:
        """Stand at a figure if it is in the table."""
        place = None if row is None else self.figures.place_of(row)
        if place is not None:
            self.setCurrentIndex(self.figures.index(place, 0))
            self.scrollTo(self.figures.index(place, 0))

    def chosen(self) -> list[int]:
        """Return the chosen figures in order; a heading alone stands for its whole group."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        rows = [self.figures.rows[place] for place in places]
        figures = [row for row in rows if row >= 0]
        return figures or [each for row in rows for each in self.figures.groups[-row - 1].rows]

    # -- what the user does ---------------------------------------------------------------------

    def _clicked(self, index: QModelIndex) -> None:
        if self.figures.heading(index.row()) is not None:
            self._turn(index.row())
        elif len(self.selectionModel().selectedRows()) == 1:
            self.wanted.emit(self.figures.rows[index.row()])

    def _turn(self, place: int, opened: bool | None = None) -> None:
        """Open or close the group of a row, and stand at its heading."""
        group = self.figures.group_at(place)
        bar = self.verticalScrollBar()
        before = bar.value()
        self.figures.set_open(place, not self.figures.is_open(group) if opened is None else opened)
        self.updateGeometries()
        bar.setValue(before)
        self.setCurrentIndex(self.figures.index(self.figures.start_of(group), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, close and open groups with Left and Right; letters go to the window."""
        index = self.currentIndex()
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # Qt would copy one cell; the view copies rows
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.figures.rows:
            last = len(self.figures.rows) - 1
            self.setCurrentIndex(self.figures.index(0 if key == Qt.Key.Key_Home else last, 0))
        elif index.isValid() and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            row = self.current()
            if row is None:
                self._turn(index.row())
            else:
                self.wanted.emit(row)
        elif index.isValid() and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._turn(index.row(), key == Qt.Key.Key_Right) if self._turns(index.row(), key) else None
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _turns(self, place: int, key: int) -> bool:
        """Tell whether an arrow opens or closes anything in a row."""
        opened = self.figures.is_open(self.figures.group_at(place))
        return opened if key == Qt.Key.Key_Left else not opened

    def viewportEvent(self, event: QEvent) -> bool:
        """Show in a tooltip what a row has no room for, and why sources differ."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            words = self.words_at(index) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
            return True
        return super().viewportEvent(event)

    def words_at(self, index: QModelIndex) -> str:
        """Return all that a cell stands for."""
        item = self.figures.figure(index.row())
        if item is None:
            return str(self.figures.say_heading(self.figures.group_at(index.row())))
        claim = self.figures.figures.claim(self.figures.rows[index.row()])
        sentence = " ".join(item.sentence.split())
        if len(sentence) > _LONGEST:
            sentence = sentence[:_LONGEST].rstrip() + "…"
        differ = _("Sources differ: {reason}").format(reason=claim.reason) if claim is not None else ""
        cell = self.figures.cell(index.row(), index.column())
        corrected = say_corrected(item)
        return "\n".join(
            part for part in (cell, corrected, differ, sentence if sentence != cell else "") if part
        )
