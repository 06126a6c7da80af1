"""The keys of a view: while it has the keyboard they mean what the view says, not what the window does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from briefreader.i18n import _
from briefreader.ui.actions import shown

_FACT_KEYS = ("A", "R", "C", "E")
"""What the window does to a fact of the side panel or the article."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do to what is chosen; ``name`` is the method that does it."""

    name: str
    text: str
    keys: str
    tip: str


class OwnKeys(QObject):
    """Keys that a view and all within it take before the window does.

    Qt calls a key ambiguous that both a view and its window have, and then does neither. A field in
    which text is typed still takes its letters first.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._acts: dict[QKeySequence, Callable[[], object]] = {}
        view.installEventFilter(self)

    def add(self, keys: str, act: Callable[[], object]) -> None:
        """Let keys do something, on other keyboards than Latin ones too."""
        sequence = QKeySequence(keys)
        self._acts[sequence] = act
        shortcut = QShortcut(sequence, self._view)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def button(self, act: Act, slot: Callable[[], object]) -> QPushButton:
        """Return a button of the view that does something, as its keys do."""
        button = QPushButton(_(act.text), self._view)
        button.setToolTip(f"{_(act.tip)} ({shown(act.keys)})")
        button.clicked.connect(lambda: slot())
        self.add(act.keys, button.click)
        return button

    def keep_off(self, keys: Iterable[str] = _FACT_KEYS) -> None:
        """Let keys that have no meaning here do nothing: what the window would act on is elsewhere."""
        for each in keys:
            self._acts.setdefault(QKeySequence(each), lambda: None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that nothing within the view has taken."""
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        act = self._acts.get(QKeySequence(event.keyCombination()))
        if act is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            act()
        return True
