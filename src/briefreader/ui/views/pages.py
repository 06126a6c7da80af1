"""The pages of a PDF, as they will be saved; a click in them leads to what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from briefreader.i18n import _
from briefreader.ui.theme import Theme

if TYPE_CHECKING:
    from briefreader.library.paging import PdfPages

_PAGE_GAP = 14


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something begins on the pages: the page from 0 on, and the height in it from 0 to 1."""

    page: int
    top: float


class PagesView(QAbstractScrollArea):
    """The pages of a PDF, one below the other, drawn when they come into view."""

    spot_clicked = Signal(str)
    """The id of what stands where the pages were clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.pdf = b""  # the file that is shown
        self._open: PdfPages | None = None
        self.shown = 0  # counts the files that were shown
        self._ratio = 1.414
        self._images: dict[int, QImage] = {}
        self._spots: dict[str, Spot] = {}
        self._current = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview of the pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(40)
        self.viewport().setBackgroundRole(self.backgroundRole())

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return self._open.count if self._open is not None else 0

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages; the place in them stays."""
        from briefreader.library.paging import PdfPages

        if self._open is not None:
            self._open.close()
        self.pdf = pdf
        self._open = PdfPages(pdf) if pdf else None
        self.shown += 1
        self._images.clear()
        if self._open:
            width, height = self._open.size(0)
            self._ratio = height / width
        self._measure()
        self.viewport().update()

    def set_spots(self, spots: Mapping[str, Spot]) -> None:
        """Say where on the pages things begin, by their ids."""
        self._spots = dict(spots)
        self.viewport().update()

    def show_spot(self, id: str) -> None:
        """Mark where something stands on the pages, and scroll there if it is out of sight."""
        self._current = id
        spot = self._spots.get(id)
        if spot is not None:
            y, bar = self._y_of(spot), self.verticalScrollBar()
            if not bar.value() <= y <= bar.value() + self.viewport().height() - 60:
                bar.setValue(round(y - self.viewport().height() / 4))
        self.viewport().update()

    def id_at(self, place: QPointF) -> str:
        """Return the id of what stands at a place of the viewport; "" if nothing is known of it."""
        y = place.y() + self.verticalScrollBar().value()
        before = [(self._y_of(spot), id) for id, spot in self._spots.items() if self._y_of(spot) <= y + 4]
        return max(before)[1] if before else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked."""
        if event.button() == Qt.MouseButton.LeftButton and (id := self.id_at(event.position())):
            self.spot_clicked.emit(id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pages anew at the new width."""
        super().resizeEvent(event)
        self._images.clear()
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour("ground"))
        size = self._page()
        top = _PAGE_GAP - self.verticalScrollBar().value()
        left = (self.viewport().width() - size.width()) // 2
        for number in range(self.pages):
            place = QRect(left, top + number * (size.height() + _PAGE_GAP), size.width(), size.height())
            if place.bottom() >= 0 and place.top() <= self.viewport().height():
                # As large as it is: fitted to the place, which is rounded, it would lose a row of pixels.
                painter.drawImage(place.topLeft(), self._image(number, size.width()))
                painter.setPen(self._theme.colour("border.strong"))
                painter.drawRect(place.adjusted(0, 0, -1, -1))
        self._paint_mark(painter, left)
        painter.end()

    def _paint_mark(self, painter: QPainter, left: int) -> None:
        """Show by a bar at the edge of the page where the chosen line stands."""
        spot = self._spots.get(self._current)
        if spot is not None and spot.page < self.pages:
            y = self._y_of(spot) - self.verticalScrollBar().value()
            painter.setPen(QPen(self._theme.colour("accent"), 1))
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(QRectF(left + 5, y, 4, 22), 2, 2)

    def _y_of(self, spot: Spot) -> float:
        """Return how far below the top of all pages something begins."""
        height = self._page().height()
        return _PAGE_GAP + spot.page * (height + _PAGE_GAP) + spot.top * height

    def _page(self) -> QSize:
        width = max(120, self.viewport().width() - 2 * _PAGE_GAP)
        return QSize(width, round(width * self._ratio))

    def _measure(self) -> None:
        total = self.pages * (self._page().height() + _PAGE_GAP) + _PAGE_GAP
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, total - self.viewport().height()))

    def _image(self, number: int, width: int) -> QImage:
        if number not in self._images and self._open is not None:
            if len(self._images) > 12:
                self._images.clear()
            pixels = round(width * self.devicePixelRatioF())
            wide, high, rgba = self._open.image(number, pixels)
            image = QImage(rgba, wide, high, 4 * wide, QImage.Format.Format_RGBA8888).copy()
            image.setDevicePixelRatio(self.devicePixelRatioF())
            self._images[number] = image
        return self._images.get(number) or _blank()


def _blank() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.fill(QColor(Qt.GlobalColor.white))
    return image
