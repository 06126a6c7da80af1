"""What assistive technology is told that a drawing is: a picture with a name and a description."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_ROLES: dict[str, QAccessible.Role] = {}
_KEPT = "_drawing"


class Drawing(QAccessibleObject):
    """Tells the role of a widget that draws, which Qt would call a mere “client”.

    Name and description are the widget's own; what is drawn stands in the table beside it.
    """

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget)
        self._role = role

    def _widget(self) -> QWidget:
        widget = self.object()
        assert isinstance(widget, QWidget)
        return widget

    def isValid(self) -> bool:  # noqa: D102
        return isValid(self) and self.object() is not None

    def role(self) -> QAccessible.Role:  # noqa: D102
        return self._role

    def text(self, what: QAccessible.Text) -> str:
        """Return name or description."""
        widget = self._widget()
        said = {
            QAccessible.Text.Name: widget.accessibleName,
            QAccessible.Text.Description: widget.accessibleDescription,
        }.get(what)
        return said() if said is not None else ""

    def setText(self, what: QAccessible.Text, text: str) -> None:
        """Take nothing: it cannot be written in."""

    def state(self) -> QAccessible.State:  # noqa: D102
        widget, state = self._widget(), QAccessible.State()
        state.focusable = widget.focusPolicy().value != 0
        state.focused = widget.hasFocus()
        state.disabled = not widget.isEnabled()
        state.invisible = not widget.isVisible()
        return state

    def rect(self) -> QRect:  # noqa: D102
        widget = self._widget()
        return QRect(widget.mapToGlobal(QPoint()), widget.size())

    def window(self) -> QWindow | None:  # type: ignore[override]  # noqa: D102
        return self._widget().window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: D102
        above = self._widget().parentWidget()
        return QAccessible.queryAccessibleInterface(above) if above is not None else None

    def child(self, _number: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: D102
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: D102
        return None

    def childCount(self) -> int:  # noqa: D102
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:  # noqa: D102
        return -1


def tell_as(kind: type[QWidget], role: QAccessible.Role) -> None:
    """Let all widgets of a class have this role."""
    if not _ROLES:
        QAccessible.installFactory(_made)
    _ROLES[kind.__name__] = role


def _made(name: str, widget: QObject | None) -> QAccessibleInterface | None:
    if name not in _ROLES or not isinstance(widget, QWidget):
        return None
    made = Drawing(widget, _ROLES[name])
    setattr(widget, _KEPT, made)  # Qt deletes it with the widget, and Python must not do so before
    return made
