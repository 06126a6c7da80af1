"""Changing keys: find an action, press its new key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefreader.i18n import _
from briefreader.ui.actions import shown
from briefreader.ui.delegates.action_row import ActionRowDelegate
from briefreader.ui.dialogs.choosing import Chooser
from briefreader.ui.dialogs.key_field import KeyField
from briefreader.ui.keymap import WINDOW, Bound, Keymap, bounds
from briefreader.ui.models.action_rows import ActionRow, find_rows
from briefreader.ui.theme import Theme


class ChangeKeysDialog(QDialog):
    """Lists what can have keys; what is pressed in the field below becomes the key of what is chosen.

    A key that means something else already is asked about before it is taken.
    """

    def __init__(self, keymap: Keymap, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._asked = ""  # the key that is asked about
        self.setWindowTitle(_("Change keys"))
        self.chooser = Chooser(self._find, ActionRowDelegate(theme), theme, self)
        self.field = KeyField(self)
        self.chooser.taken.connect(lambda _row: self.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.chooser.moved.connect(lambda _row: self._show())
        self.field.pressed.connect(self.press)
        self.add = QCheckBox(_("&Keep the other keys as well"), self)
        self.take = self._button(_("Take the key"), self.take_over)
        self.none = self._button(_("&No key"), self.take_away)
        self.back = self._button(_("&Usual key"), self.reset)
        self.all = self._button(_("Usual keys for &all"), self.reset_all)
        self.says = QLabel(self)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setWordWrap(True)
        self._lay_out()
        self._show()

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda _on=False: slot())  # type: ignore[operator]
        return button

    def _lay_out(self) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(720, room.width() - 40), min(620, room.height() - 60))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        pressed, others = QHBoxLayout(), QHBoxLayout()
        pressed.addWidget(self.field, 1)
        pressed.addWidget(self.take)
        pressed.addWidget(self.add)
        for button in (self.none, self.back, self.all):
            others.addWidget(button)
        others.addStretch(1)
        others.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self.chooser, 1)
        layout.addWidget(self.says)
        layout.addLayout(pressed)
        layout.addLayout(others)

    # -- what is shown ---------------------------------------------------------------------------------

    def _find(self, words: str) -> Sequence[ActionRow]:
        return find_rows([self._row(bound) for bound in bounds().values()], words)

    def _row(self, bound: Bound) -> ActionRow:
        keys = "   ".join(shown(key) for key in self._keymap.keys(*bound.id))
        own = _("changed") if self._keymap.is_own(*bound.id) else ""
        return ActionRow(".".join(bound.id), bound.text, bound.place, keys, own, more=bound.tip)

    def chosen(self) -> Bound | None:
        """Return what is chosen in the list."""
        row = self.chooser.row()
        return bounds()[tuple(row.name.split(".", 1))] if row is not None else None  # type: ignore[index]

    def follow(self) -> None:
        """Show the keys that are in force now."""
        self.chooser.show_again()

    def _show(self) -> None:
        bound = self.chosen()
        self._asked = ""
        self.field.clear()
        self.take.hide()
        self.field.setEnabled(bound is not None)
        keys = self._keymap.keys(*bound.id) if bound is not None else ()
        self.add.setVisible(bool(keys) and bound is not None and bound.most > 1)
        self.none.setEnabled(bool(keys))
        self.back.setEnabled(bound is not None and self._keymap.is_own(*bound.id))
        self.all.setEnabled(self._keymap.any_own)
        self._say("" if bound is None else bound.tip or bound.text)

    def _say(self, words: str, aloud: bool = False) -> None:
        self.says.setText(words)
        self.says.setProperty("role", "warning" if aloud else "muted")
        self.says.style().polish(self.says)
        if aloud:
            self.says.setAccessibleName(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self.says, QAccessible.Event.Alert))

    # -- what is done ----------------------------------------------------------------------------------

    def press(self, keys: str) -> None:
        """Give the chosen action a key, if it is free; else say what it means now, and ask."""
        bound = self.chosen()
        if bound is None:
            return
        self.take.hide()
        self._asked = ""
        self.field.setText(shown(keys))
        refused = self._keymap.refusal(keys)
        if refused:
            self._say(refused, aloud=True)
        elif conflict := self._conflict(bound, keys):
            self._asked = keys
            self.take.show()
            self._say(conflict, aloud=True)
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._give(bound, keys)

    def _conflict(self, bound: Bound, keys: str) -> str:
        """Return what is lost if the key is taken; "" if nothing is."""
        holder = self._keymap.holder(bound.scope, keys)
        if holder is not None and holder.id != bound.id:
            words = _("{keys} means “{action}” now, which would lose it.")
            return words.format(keys=shown(keys), action=holder.text)
        if bound.scope != WINDOW and (holder := self._keymap.holder(WINDOW, keys)) is not None:
            words = _("{keys} means “{action}” in the window; in {view} it would mean this alone.")
            return words.format(keys=shown(keys), action=holder.text, view=bound.place)
        return ""

    def take_over(self) -> None:
        """Take the key that was asked about."""
        bound, keys = self.chosen(), self._asked
        if bound is not None and keys:
            self._give(bound, keys)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, bound: Bound, keys: str) -> None:
        others = self._keymap.keys(*bound.id) if self.add.isChecked() and not self.add.isHidden() else ()
        self._keymap.give(*bound.id, [*others, keys])
        self.follow()
        self._say(_("{keys} means “{action}” from now on.").format(keys=shown(keys), action=bound.text), True)

    def take_away(self) -> None:
        """Leave the chosen action without a key."""
        bound = self.chosen()
        if bound is not None:
            self._keymap.give(*bound.id, [])
            self.follow()

    def reset(self) -> None:
        """Give the chosen action its usual key back, and say which of them stays with another."""
        bound = self.chosen()
        if bound is None:
            return
        self._keymap.reset(*bound.id)
        self.follow()
        kept = [key for key in bound.keys if key not in self._keymap.keys(*bound.id)]
        for key in kept:
            holder = self._keymap.holder(bound.scope, key)
            if holder is not None:
                words = _("{keys} stays with “{action}”, to which you gave it.")
                self._say(words.format(keys=shown(key), action=holder.text), aloud=True)

    def reset_all(self) -> None:
        """Give everything its usual keys back."""
        self._keymap.reset_all()
        self.follow()
