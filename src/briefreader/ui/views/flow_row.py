"""A row of widgets that goes on in further rows where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefreader.ui.views.chips import FlowLayout


class FlowRow(QWidget):
    """Takes the height that its widgets need at its width."""

    def __init__(self, margins: QMargins, gap: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap)
        self._flow.setContentsMargins(margins)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind the others."""
        self._flow.addWidget(widget)
        # Until it is seen nobody knows its width: one row is the least, and makes no window higher.
        margins = self._flow.contentsMargins()
        self.setFixedHeight(widget.sizeHint().height() + margins.top() + margins.bottom())
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:  # noqa: D102
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def fit(self) -> None:
        """Take the height needed; to be called when the widgets have other words."""
        if not self.isVisible():
            return
        height = self._flow.heightForWidth(self.width())
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
