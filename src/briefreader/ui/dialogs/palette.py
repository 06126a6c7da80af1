"""The palette: every action of the window and of the view in front, found by its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QIcon
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from briefreader.i18n import _
from briefreader.ui.delegates.action_row import ActionRowDelegate
from briefreader.ui.dialogs.choosing import Chooser
from briefreader.ui.models.action_rows import ActionRow, find_rows
from briefreader.ui.offers import Offer
from briefreader.ui.theme import Theme


class PaletteDialog(QDialog):
    """Finds an action; Enter closes the palette and has the action done."""

    wanted = Signal(object)
    """The Offer that was taken; the palette is closed by then."""

    def __init__(
        self, offers: Sequence[Offer], recent: Sequence[str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Find an action"))
        self._offers = {offer.row.name: offer for offer in offers}
        rows = [offer.row for offer in offers]
        delegate = ActionRowDelegate(theme, self._icon)
        self.chooser = Chooser(
            lambda words: find_rows(rows, words, recent), delegate, theme, self, one_click=True
        )
        self.says = QLabel(_("Enter does it. Esc closes."), self)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setWordWrap(True)
        self.says.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 12)
        layout.addWidget(self.chooser, 1)
        layout.addWidget(self.says)
        self.chooser.taken.connect(self._take)
        self.chooser.moved.connect(self._explain)
        self._size()
        self._explain(self.chooser.row())

    def _size(self) -> None:
        """Be as wide as the words need and the screen lets, and stand high in the window."""
        room = self.screen().availableGeometry()
        self.resize(min(640, room.width() - 40), min(460, room.height() - 60))
        parent = self.parentWidget()
        if parent is not None:
            across = parent.mapToGlobal(parent.rect().topLeft())
            self.move(across.x() + (parent.width() - self.width()) // 2, across.y() + 70)

    def _icon(self, name: str) -> QIcon:
        return self._offers[name].action.icon()

    def _explain(self, row: ActionRow | None) -> None:
        """Say what the chosen action is for, or why it cannot be done."""
        offer = self._offers[row.name] if row is not None else None
        self.says.setText(offer.says if offer is not None else _("Enter does it. Esc closes."))

    def _take(self, row: ActionRow) -> None:
        offer = self._offers[row.name]
        if not row.able:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, offer.says))
            return
        self.accept()
        self.wanted.emit(offer)
