"""A small bar beside a selection made with the mouse: what can be done with it, one click away."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from briefreader.domain.annotation import COLOURS
from briefreader.i18n import _
from briefreader.ui.views.reader_text import ReaderText

ACTS = (*(f"highlight_{colour}" for colour in COLOURS), "", "underline", "star", "note", "tag", "copy_cited")
_GAP = 7  # pixels between the bar and the selection
_SPACE = 4  # px between the colours and the rest


class SelectionBar(QFrame):
    """Stands above the selection, or below it, never on it; where neither has room, it does not show.

    It takes no focus: all that it offers has a key, which its tooltips name.
    """

    def __init__(self, text: ReaderText, actions: Mapping[str, QAction]) -> None:
        super().__init__(text)
        self._text = text
        self._on = True
        self._wanted = False
        self._pointer = QPoint()
        self.setObjectName("notice")
        self.setAccessibleName(_("What to do with the selection"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 3, 2, 3)
        row.setSpacing(0)
        for name in ACTS:
            if name:
                row.addWidget(self._button(actions[name]))
            else:
                row.addSpacing(_SPACE)
        self.hide()
        text.viewport().installEventFilter(self)
        text.selection_changed.connect(self._follow)
        text.verticalScrollBar().valueChanged.connect(lambda _value: self._follow(text.selected_span()))

    def set_on(self, on: bool) -> None:
        """Show the bar at selections from now on, or never."""
        self._on = on
        if not on:
            self._leave()

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(16, 16))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        def name() -> None:
            button.setAccessibleName(action.text().replace("&&", "\0").replace("&", "").replace("\0", "&"))

        name()
        action.changed.connect(name)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come when a selection has been made with the mouse, go when another begins."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._pointer = event.position().toPoint()
                QTimer.singleShot(0, self, self._offer)  # the text has first to take the release
            else:
                self._leave()
        elif event.type() == QEvent.Type.Resize:
            self._follow(self._text.selected_span())
        return super().eventFilter(watched, event)

    def _offer(self) -> None:
        if self._on and self._text.selected_span() is not None:
            self._wanted = True
            self._place()

    def _follow(self, span: object) -> None:
        if span is None:
            self._leave()
        elif self._wanted:
            self._place()

    def _leave(self) -> None:
        self._wanted = False
        self.hide()

    def _place(self) -> None:
        """Stand above the selection or below it, near the pointer."""
        size, room = self.sizeHint(), self._text.viewport().size()
        cursor = self._text.textCursor()
        top = self._line(cursor.selectionStart())[0] - _GAP - size.height()
        if top < 0:
            top = self._line(cursor.selectionEnd())[1] + _GAP
        seen = 0 <= top <= room.height() - size.height() and size.width() <= room.width()
        if seen:
            left = min(max(0, self._pointer.x() - size.width() // 2), room.width() - size.width())
            self.setGeometry(left, top, size.width(), size.height())
            self.raise_()
        self.setVisible(seen)

    def _line(self, position: int) -> tuple[int, int]:
        """Return where the line of a position begins and ends, in pixels of the view."""
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(position)
        rect = self._text.cursorRect(cursor)
        return rect.top(), rect.bottom()
