"""Which keys do what: the table's own, and those that a person has chosen instead."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence

from briefreader.i18n import _
from briefreader.settings import settings_path
from briefreader.ui.actions import ACTIONS, shown
from briefreader.ui.views.acts import VIEW_ACTS

WINDOW = "window"
CHANGEABLE = (WINDOW, *VIEW_ACTS)
"""The scopes of keys that can be changed."""

_Key = Qt.Key
_MOVES = {
    _Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Escape, _Key.Key_Up,
    _Key.Key_Down, _Key.Key_Left, _Key.Key_Right, _Key.Key_Home, _Key.Key_End, _Key.Key_PageUp,
    _Key.Key_PageDown, _Key.Key_Backspace,
}  # fmt: skip
_NONE = (_Key.Key_unknown, Qt.Key(0))
_SHIFT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True)
class Bound:
    """Something that keys can do: its scope ("window" or a view), its name there, its words, its keys.

    ``most`` is how many keys it may have.
    """

    scope: str
    name: str
    text: str
    tip: str
    place: str
    keys: tuple[str, ...]
    most: int

    @property
    def id(self) -> tuple[str, str]:
        """Return what it is found by."""
        return self.scope, self.name


@cache
def bounds() -> dict[tuple[str, str], Bound]:
    """Return everything whose keys can be changed, in the order of the menus."""
    found = [
        Bound(WINDOW, spec.name, _plain(spec.text), _(spec.tip) if spec.tip else "", _plain(spec.menu),
              tuple(map(portable, spec.keys)), 3)
        for spec in ACTIONS
    ]  # fmt: skip
    for view in CHANGEABLE[1:]:
        title, acts = VIEW_ACTS[view]
        found += [
            Bound(view, act.name, _plain(act.text), _(act.tip), _plain(title),
                  (portable(act.keys),) if act.keys else (), 1)
            for act in acts
            if not moves(act.keys)
        ]  # fmt: skip
    return {bound.id: bound for bound in found}


def _plain(text: str) -> str:
    return _(text).replace("&", "").rstrip("…")


def portable(keys: str) -> str:
    """Return keys as they are kept and compared; "" if they are none, or more than one stroke."""
    sequence = QKeySequence(keys)
    return sequence.toString() if sequence.count() == 1 and _stroke(sequence).key() not in _NONE else ""


def _stroke(sequence: QKeySequence) -> QKeyCombination:
    return sequence[0]  # type: ignore[index,no-any-return]  # it is left out of PySide6's types


def moves(keys: str) -> bool:
    """Tell whether keys move about or answer everywhere, so that nothing else may have them."""
    sequence = QKeySequence(keys)
    if sequence.count() != 1:
        return False
    stroke = _stroke(sequence)
    return stroke.key() in _MOVES and not stroke.keyboardModifiers() & ~_SHIFT


class Keymap(QObject):
    """The keys in force. What a person has changed is kept in a file; the rest follows the program.

    A key that a person gives to one action is taken from the one that has it by default.
    """

    changed = Signal()

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._own: dict[tuple[str, str], tuple[str, ...]] = {}
        self._others: dict[str, Any] = {}
        self.problem = ""
        """A sentence on what could not be read of the file."""
        if path is not None:
            self._read(path)

    # -- what is in force ------------------------------------------------------------------------------

    def keys(self, scope: str, name: str) -> tuple[str, ...]:
        """Return the keys of something; the first is the one that is shown."""
        bound = bounds().get((scope, name))
        if bound is None:
            return ()
        if bound.id in self._own:
            return self._own[bound.id]
        taken = {key for id, keys in self._own.items() if id[0] == scope for key in keys}
        return tuple(key for key in bound.keys if key not in taken)

    def is_own(self, scope: str, name: str) -> bool:
        """Tell whether a person has chosen the keys."""
        return (scope, name) in self._own

    @property
    def any_own(self) -> bool:
        """Tell whether a person has chosen any keys."""
        return bool(self._own)

    def holder(self, scope: str, keys: str) -> Bound | None:
        """Return what the keys do now in a scope."""
        key = portable(keys)
        held = (each for each in bounds().values() if each.scope == scope and key in self.keys(*each.id))
        return next(held, None)

    def refusal(self, keys: str) -> str:
        """Return why nothing may have these keys; "" if something may."""
        if not portable(keys):
            return _("This is no key that can be used.")
        if moves(keys):
            return _("{keys} moves about in every list and text, and stays as it is.").format(
                keys=shown(keys)
            )
        return ""

    # -- changing --------------------------------------------------------------------------------------

    def give(self, scope: str, name: str, keys: Iterable[str]) -> None:
        """Give something these keys and no others; whoever has one of them loses it."""
        bound = bounds()[(scope, name)]
        wanted = tuple(dict.fromkeys(filter(None, map(portable, keys))))[: bound.most]
        for id, own in tuple(self._own.items()):
            if id[0] == scope and id != bound.id and set(own) & set(wanted):
                self._own[id] = tuple(key for key in own if key not in wanted)
        self._own[bound.id] = wanted
        self._settle()

    def reset(self, scope: str, name: str) -> None:
        """Give something the program's own keys back, but for those that a person has given away."""
        self._own.pop((scope, name), None)
        self._settle()

    def reset_all(self) -> None:
        """Give everything the program's own keys back."""
        self._own.clear()
        self._settle()

    def _settle(self) -> None:
        """Forget what is as the program has it anyway, and tell everybody."""
        for id, keys in tuple(self._own.items()):
            del self._own[id]
            if keys != self.keys(*id):
                self._own[id] = keys
        self.changed.emit()

    # -- the file --------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write what a person has chosen; OSError if that is not possible.

        What an other version of the program has written there, and this one does not know, stays. A
        file that could not be read is kept beside it.
        """
        import tomli_w

        if self._path is None:
            return
        tables: dict[str, dict[str, Any]] = {name: dict(table) for name, table in self._others.items()}
        for (scope, name), keys in self._own.items():
            tables.setdefault(scope, {})[name] = list(keys)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        if self.problem and self._path.exists():
            self._path.replace(self._path.with_suffix(".unread.toml"))
        fresh = self._path.with_suffix(".new")
        fresh.write_text(tomli_w.dumps(tables), encoding="utf-8")
        fresh.replace(self._path)
        self.problem = ""

    def _read(self, path: Path) -> None:
        try:
            found = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return
        except (OSError, ValueError):
            self.problem = _("The file of your keys could not be read; the usual keys are in force.")
            return
        wrong = [
            f"{scope}.{name}"
            for scope, table in found.items()
            for name, keys in (table.items() if isinstance(table, Mapping) else [("", table)])
            if not self._take(scope, name, keys)
        ]
        if wrong:
            self.problem = _("In the file of your keys this could not be understood: {names}.").format(
                names=", ".join(wrong[:5])
            )

    def _take(self, scope: str, name: str, keys: Any) -> bool:
        """Take an entry of the file; tell whether it says anything."""
        if not name:
            return False
        bound = bounds().get((scope, name))
        if bound is None:
            self._others.setdefault(scope, {})[name] = keys
            return True
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            return False
        given = {key for id, own in self._own.items() if id[0] == scope for key in own}
        good = [portable(key) for key in keys if not self.refusal(key) and portable(key) not in given]
        if keys and not good:
            return False
        self._own[bound.id] = tuple(dict.fromkeys(good))[: bound.most]
        return len(good) == len(keys)


def keys_path() -> Path:
    """Return where a person's own keys are kept."""
    return settings_path().with_name("keys.toml")
