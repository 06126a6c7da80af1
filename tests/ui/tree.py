"""The tree of a window as assistive technology sees it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLabel, QWidget

_Role = QAccessible.Role
CONTROLS = {
    _Role.PushButton, _Role.CheckBox, _Role.RadioButton, _Role.ButtonDropDown, _Role.ButtonMenu,
    _Role.ComboBox, _Role.EditableText, _Role.Slider, _Role.SpinBox, _Role.Dial, _Role.Table, _Role.Tree,
    _Role.List, _Role.PageTabList, _Role.PageTab, _Role.MenuItem, _Role.Link, _Role.ProgressBar,
    _Role.Dialog, _Role.HotkeyField, _Role.Graphic, _Role.Chart,
}  # fmt: skip
"""What a person can act on or has to know of by its name."""
ROWS = 40  # of a list that are looked at


def every(top: QWidget) -> Iterator[tuple[str, QAccessibleInterface]]:
    """Yield everything within a window that can be seen, and the way to it."""
    found = QAccessible.queryAccessibleInterface(top)
    assert found is not None
    yield from _below(found, type(top).__name__)


def _below(one: QAccessibleInterface, way: str) -> Iterator[tuple[str, QAccessibleInterface]]:
    yield way, one
    for number in range(min(one.childCount(), ROWS)):
        child = one.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from _below(child, f"{way} > {_called(child)}")


def _called(one: QAccessibleInterface) -> str:
    widget = one.object()
    kind = type(widget).__name__ if widget is not None else ""
    return f"{kind or one.role().name} “{one.text(QAccessible.Text.Name)}”"


def unnamed(top: QWidget) -> list[str]:
    """Return the ways to the controls that have no name.

    Of a box of choices Qt says what is chosen in place of its name: it needs a label or a description.
    """
    return [
        way
        for way, one in every(top)
        if (one.role() in CONTROLS or takes_the_keyboard(one))
        and (not one.text(QAccessible.Text.Name).strip() or not _told(one))
    ]


def _told(one: QAccessibleInterface) -> bool:
    """Tell whether it is said what a box of choices is for."""
    widget = one.object()
    if one.role() != _Role.ComboBox or not isinstance(widget, QWidget):
        return True
    labels = widget.parentWidget().findChildren(QLabel) if widget.parentWidget() is not None else []
    described = one.text(QAccessible.Text.Description).strip()
    return bool(described) or any(each.buddy() is widget for each in labels)


def takes_the_keyboard(one: QAccessibleInterface) -> bool:
    """Tell whether Tab comes to it; a window does not count, nor a part that stands for its parent."""
    widget = one.object()
    if not isinstance(widget, QWidget) or widget.isWindow() or widget.focusProxy() is not None:
        return False
    return bool(widget.focusPolicy().value & 1) and widget.isVisible() and widget.isEnabled()
