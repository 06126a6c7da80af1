"""How the article looks: the keys for spacing, width, typeface and theme, and the focus on the article."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolBar, QWidget

from briefreader.i18n import _
from briefreader.settings import FACES, THEMES, Settings
from briefreader.ui.corpus import Notice

if TYPE_CHECKING:
    from briefreader.ui.commands import Commands

_TURNS = {"theme": THEMES, "face": FACES}


class LookCommands(QObject):
    """What the keys for the look do; each changes a setting, which is kept."""

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._window = commands.window
        self._hidden: list[QWidget] = []
        self._sizes: list[int] = []

    def change(self, name: str, by: int) -> None:
        """Make a setting that is a number larger or smaller by so many of its steps."""
        settings = self._window.settings
        allowed = next(each.metadata["choices"] for each in fields(Settings) if each.name == name)
        step = allowed[1] - allowed[0]
        value = min(max(allowed), max(min(allowed), getattr(settings, name) + by * step))
        if value != getattr(settings, name):
            self._commands.set_settings(replace(settings, **{name: value}))

    def turn(self, name: str) -> None:
        """Take the next choice of the theme or the typeface, and say which it is."""
        from briefreader.ui.dialogs.preferences import CHOICES

        choices = _TURNS[name]
        now = self._window.theme.name if name == "theme" else getattr(self._window.settings, name)
        chosen = choices[(choices.index(now) + 1) % len(choices)]
        values: dict[str, Any] = {name: chosen}
        self._commands.set_settings(replace(self._window.settings, **values))
        self._window.corpus.notice.emit(Notice(_(CHOICES[chosen])))

    def focus(self, on: bool) -> None:
        """Hide everything beside the article, or show again what was hidden for that."""
        window = self._window
        if on and not self._hidden:
            self._sizes = window.splitter.sizes()
            beside = [
                window.left,
                window.stage,
                window.stage.tabs,
                window.panel,
                *window.findChildren(QToolBar),
            ]
            self._hidden = [each for each in beside if not each.isHidden()]
            for each in self._hidden:
                each.hide()
            window.reader.text.setFocus()
        elif not on and self._hidden:
            for each in self._hidden:
                each.show()
            window.splitter.setSizes(self._sizes)
            self._hidden = []
