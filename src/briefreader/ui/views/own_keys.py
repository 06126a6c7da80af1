"""The keys of a view: while it has the keyboard they mean what the view says, not what the window does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QTableView, QWidget

from briefreader.i18n import _
from briefreader.ui.actions import shown
from briefreader.ui.keymap import moves
from briefreader.ui.menus import open_menu
from briefreader.ui.views.acts import VIEW_ACTS, Act

_FACT_KEYS = ("A", "R", "C", "E")
"""What the window does to a fact of the side panel or the article."""
_ON_FACTS = ("accept_fact", "reject_fact", "correct_fact", "explain_fact")
KeysOf = Callable[[str, str], Sequence[str]]
"""Gives the keys in force of something, by its scope ("window" or a view) and its name."""


class ActButton(QPushButton):
    """A button of a view that does something; ``action`` is the same for menus, and as able."""

    def __init__(self, act: Act, slot: Callable[[], object], parent: QWidget) -> None:
        super().__init__(_(act.text), parent)
        self.act = act
        self.setToolTip(act_tip(act))
        self.clicked.connect(lambda: slot())
        self.action = act_action(act, self.click, parent)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.action.setEnabled(self.isEnabled())


def act_tip(act: Act) -> str:
    """Return what an act is for, and its keys."""
    return f"{_(act.tip)} ({shown(act.keys)})" if act.keys else _(act.tip)


def act_text(act: Act) -> str:
    """Return the words of an act in a menu, and its keys."""
    words = _(act.text).replace("&", "&&")
    return f"{words}\t{shown(act.keys)}" if act.keys else words


def act_action(act: Act, slot: Callable[[], object], parent: QWidget) -> QAction:
    """Return an act for menus, which show its keys; whoever has the keyboard takes them."""
    action = QAction(act_text(act), parent)
    action.setObjectName(act.name)
    action.setToolTip(act_tip(act))
    action.setProperty("line_before", act.line_before)
    action.triggered.connect(lambda: slot())
    return action


def show_keys(view: QWidget, name: str, keys_of: KeysOf) -> None:
    """Let a view take the keys that are in force, and show them on its buttons and in its menus."""
    _title, acts = VIEW_ACTS.get(name, ("", ()))
    own = view.findChildren(OwnKeys)
    now = {act.name: _with_keys(act, keys_of(name, act.name)) for act in acts}
    for each in own:
        each.change({name: act.keys for name, act in now.items()}, [keys_of("window", n) for n in _ON_FACTS])
    for action in getattr(view, "acts", ()):
        action.setText(act_text(now[action.objectName()]))
        action.setToolTip(act_tip(now[action.objectName()]))
    for button in view.findChildren(ActButton):
        button.setToolTip(act_tip(now[button.act.name]))


def _with_keys(act: Act, keys: Sequence[str]) -> Act:
    """Return an act with the first of these keys; what moves about keeps its own."""
    return act if moves(act.keys) else replace(act, keys=keys[0] if keys else "")


def fill_menu(menu: QMenu, actions: Iterable[QAction]) -> None:
    """Put acts into a menu, with the lines between them."""
    for action in actions:
        if action.property("line_before"):
            menu.addSeparator()
        menu.addAction(action)


def offer_menu(table: QTableView, actions: Sequence[QAction]) -> None:
    """Open a menu of acts on the rows of a table, by the right button or the key for menus."""

    def opened(place: QPoint) -> None:
        index = table.indexAt(place)
        if index.isValid():
            if not table.selectionModel().isSelected(index):
                table.setCurrentIndex(index)
            menu = QMenu(table)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            fill_menu(menu, actions)
            open_menu(menu, table.viewport().mapToGlobal(place))

    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    table.customContextMenuRequested.connect(opened)


class OwnKeys(QObject):
    """Keys that a view and all within it take before the window does.

    Qt calls a key ambiguous that both a view and its window have, and then does neither. A field in
    which text is typed still takes its letters first.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._acts: dict[QKeySequence, Callable[[], object]] = {}
        self._named: dict[str, tuple[QShortcut, Callable[[], object]]] = {}
        self._off: set[QKeySequence] = set()
        self._repeating: set[Callable[[], object]] = set()
        view.installEventFilter(self)

    def add(self, keys: str, act: Callable[[], object], name: str = "", repeats: bool = False) -> None:
        """Let keys do something, on other keyboards than Latin ones too; what has a name can get others.

        Held down, they do it again and again only if it ``repeats``.
        """
        sequence = QKeySequence(keys)
        if not sequence.isEmpty():
            self._acts[sequence] = act
        if repeats:
            self._repeating.add(act)
        shortcut = QShortcut(sequence, self._view)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        if name:
            self._named[name] = shortcut, act

    def add_acts(
        self, acts: Iterable[Act], slots: Mapping[str, Callable[[], object]], repeats: Sequence[str] = ()
    ) -> None:
        """Let the keys of acts do what stands under their names, but for those that move about."""
        for act in acts:
            if act.name in slots and not moves(act.keys):
                self.add(act.keys, slots[act.name], act.name, act.name in repeats)

    def button(self, act: Act, slot: Callable[[], object]) -> ActButton:
        """Return a button of the view that does something, as its keys do."""
        button = ActButton(act, slot, self._view)
        self.add(act.keys, button.click, act.name)
        return button

    def keep_off(self, keys: Iterable[str] = _FACT_KEYS) -> None:
        """Let keys that have no meaning here do nothing: what the window would act on is elsewhere."""
        self._off = {QKeySequence(each) for each in keys}

    def change(self, keys: Mapping[str, str], on_facts: Iterable[Sequence[str]]) -> None:
        """Take other keys, by the names of what they do; "" for none. ``on_facts`` are kept off."""
        for shortcut, _act in self._named.values():
            self._acts.pop(shortcut.key(), None)
        for name, (shortcut, act) in self._named.items():
            shortcut.setKey(QKeySequence(keys.get(name, "")))
            if not shortcut.key().isEmpty():
                self._acts[shortcut.key()] = act
        if self._off:
            self.keep_off(each for several in on_facts for each in several)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that nothing within the view has taken."""
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        sequence = self._meant(event)
        if sequence is None:
            return False
        event.accept()
        act = self._acts.get(sequence)
        again = event.isAutoRepeat() and act not in self._repeating
        if act is not None and event.type() == QEvent.Type.KeyPress and not again:
            act()
        return True

    def _meant(self, event: QKeyEvent) -> QKeySequence | None:
        """Return the keys of an event if they mean something here; signs may need Shift."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ways = [held]
        if held & Qt.KeyboardModifier.ShiftModifier and not event.text().isalpha() and event.text().strip():
            ways.append(held & ~Qt.KeyboardModifier.ShiftModifier)
        for way in ways:
            sequence = QKeySequence(QKeyCombination(way, Qt.Key(event.key())))
            if sequence in self._acts or sequence in self._off:
                return sequence
        return None
