"""The window's keys: the palette, the sheet, changing them, and showing them wherever they stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from briefreader.i18n import _
from briefreader.ui.actions import give_keys
from briefreader.ui.article_commands import open_dialog
from briefreader.ui.corpus import Notice
from briefreader.ui.keymap import WINDOW, Keymap
from briefreader.ui.menus import dress_colours
from briefreader.ui.offers import Offer, offers
from briefreader.ui.views.own_keys import show_keys

if TYPE_CHECKING:
    from briefreader.ui.window import Window

_RECENT = "palette/recent"
_MOST = 20
_SOON_MS, _TRIES = 10, 50


class KeyCommands(QObject):
    """What the window does about keys."""

    def __init__(self, window: Window, keymap: Keymap) -> None:
        super().__init__(window)
        self._window = window
        self.keymap = keymap
        kept: Any = window.kept.value(_RECENT, [], list) if window.kept is not None else []
        self.recent: list[str] = [each for each in kept or [] if isinstance(each, str)]

    def follow(self) -> None:
        """Show the keys in force everywhere, now and whenever they change; say what is wrong with them."""
        self.keymap.changed.connect(self._dress)
        self._window.stage.view_changed.connect(lambda name: self._dress_view(name))
        self._dress()
        if self.keymap.problem:
            notice = Notice(self.keymap.problem, "warning")
            QTimer.singleShot(0, self, lambda: self._window.corpus.notice.emit(notice))

    def _dress(self) -> None:
        window = self._window
        give_keys(window.actions_by_name, partial(self.keymap.keys, WINDOW))
        keys_of = partial(self.keymap.keys, WINDOW)
        window.reader.header.show_keys(keys_of)
        window.panel.placing.show_keys(keys_of)
        window.search.show_keys(next(iter(keys_of("search")), ""))
        dress_colours(window.actions_by_name, window.theme, window.corpus.colours.names)
        for name in window.stage.names:
            window.stage.set_tip(name, window.actions_by_name[f"view_{name}"].toolTip())
        self._dress_view(window.stage.name)

    def _dress_view(self, name: str) -> None:
        show_keys(self._window.stage.current(), name, self.keymap.keys)

    # -- the palette -----------------------------------------------------------------------------------

    def palette(self) -> None:
        """Let an action be found by its words, and do it."""
        from briefreader.ui.dialogs.palette import PaletteDialog

        window, focus = self._window, QApplication.focusWidget()
        dialog = PaletteDialog(offers(window.menuBar()), self.recent, window.theme, window)
        dialog.wanted.connect(lambda offer: self._do(offer, focus))
        open_dialog(dialog)

    def _do(self, offer: Offer, focus: QWidget | None) -> None:
        name = offer.row.name
        self.recent = [name, *(each for each in self.recent if each != name)][:_MOST]
        if self._window.kept is not None:
            self._window.kept.setValue(_RECENT, self.recent)
        self._when_back(offer, focus, _TRIES)

    def _when_back(self, offer: Offer, focus: QWidget | None, tries: int) -> None:
        """Do it where the keyboard was, because that says what it is done to.

        The window manager gives the keyboard back to the window a moment after the palette is gone.
        """
        if tries and not self._window.isActiveWindow():
            QTimer.singleShot(_SOON_MS, self, lambda: self._when_back(offer, focus, tries - 1))
            return
        if focus is not None and isValid(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        offer.action.trigger()

    # -- the sheet -------------------------------------------------------------------------------------

    def sheet(self) -> None:
        """Show all keys."""
        from briefreader.ui.dialogs.keys import KeysDialog

        dialog = KeysDialog(self._window, self.keymap)
        dialog.change_wanted.connect(self.change)
        open_dialog(dialog)

    def change(self) -> None:
        """Let keys be changed."""
        from briefreader.ui.dialogs.change_keys import ChangeKeysDialog

        dialog = ChangeKeysDialog(self.keymap, self._window.theme, self._window)
        self.keymap.changed.connect(dialog.follow)
        dialog.finished.connect(self._save)
        open_dialog(dialog)

    def _save(self) -> None:
        try:
            self.keymap.save()
        except OSError as error:
            reason = error.strerror or str(error)
            text = _("The keys could not be kept: {reason}.").format(reason=reason)
            self._window.corpus.notice.emit(Notice(text, "error"))
