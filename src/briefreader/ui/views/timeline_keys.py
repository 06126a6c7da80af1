"""The keys of the timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from briefreader.ui.views.timeline_canvas import TimelineCanvas

_Key = Qt.Key
_STEP = 0.1  # of what is in view
_PAGE = 0.8


class CanvasKeys:
    """Moves a canvas, and chooses in it; some of these keys mean other things in the window.

    The keys that zoom belong to the view, because a person can give others.
    """

    def __init__(self, canvas: TimelineCanvas) -> None:
        self._canvas = canvas

    def takes(self, event: QEvent) -> bool:
        """Carry out a key; tell whether it means anything here. A shortcut of the same key is kept off."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease and event.key() == _Key.Key_Space:
            self._canvas.space_held = False
            return True
        act = self._act(event)
        if act is None:
            return False
        if event.type() == QEvent.Type.KeyPress:
            act()
        return event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        canvas, key = self._canvas, event.key()
        if held == Qt.KeyboardModifier.ShiftModifier and key in (_Key.Key_Left, _Key.Key_Right):
            return lambda: canvas.brush.extend(-1 if key == _Key.Key_Left else 1)
        if held != Qt.KeyboardModifier.NoModifier:
            return None
        acts: dict[int, Callable[[], object]] = {
            _Key.Key_Left: lambda: canvas.pan(-_STEP),
            _Key.Key_Right: lambda: canvas.pan(_STEP),
            _Key.Key_PageUp: lambda: canvas.pan(-_PAGE),
            _Key.Key_PageDown: lambda: canvas.pan(_PAGE),
            _Key.Key_Up: lambda: canvas.brush.change_lane(-1),
            _Key.Key_Down: lambda: canvas.brush.change_lane(1),
            _Key.Key_Escape: canvas.cleared.emit,
            _Key.Key_Return: canvas.list_wanted.emit,
            _Key.Key_Enter: canvas.list_wanted.emit,
            _Key.Key_Space: self._hold_space,
        }
        return acts.get(key)

    def _hold_space(self) -> None:
        self._canvas.space_held = True
