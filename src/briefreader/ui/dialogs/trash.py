"""The trash: marks and notes that were removed, to be restored or deleted for good."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefreader.i18n import _, plural
from briefreader.library.light_markup import plain
from briefreader.library.trash import KEPT_DAYS, Removed
from briefreader.ui.dialogs.table import TableDialog, confirm
from briefreader.ui.models.rows import TableRow

_MOST = 300


class TrashDialog(TableDialog):
    """Lists what was removed, the last first."""

    restore_requested = Signal(object)
    """A list of what is to come back."""
    erase_requested = Signal(object)
    """The ids of what is to be deleted for good; None for everything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        says = _("Marks and notes that were removed are kept for {days} days.").format(days=KEPT_DAYS)
        headings = (_("Words"), _("Note"), _("Tags"), _("Article"), _("Removed"))
        super().__init__(_("Trash"), says, headings, _("Find in the trash"), parent)
        self._kept, self._count = says, 0
        self.resize(900, 480)
        self.widths(180, 100, 190, 145)
        self.restore = self.add_button(_("&Restore"), self._restore)
        self.erase = self.add_button(_("&Delete for good…"), self._erase)
        self.empty = self.add_button(_("&Empty the trash…"), self._empty, always=True)

    def show_removed(self, found: Sequence[Removed]) -> None:
        """Show what is in the trash."""
        self.show_rows([_row(each) for each in found])
        self._count = len(found)
        self.empty.setEnabled(bool(found))
        self.says.setText(self._kept if found else f"{_('The trash is empty.')} {self._kept}")

    def _restore(self) -> None:
        self.restore_requested.emit([row.value for row in self.chosen()])

    def _erase(self) -> None:
        ids = [each.annotation.id for row in self.chosen() if isinstance(each := row.value, Removed)]
        self._ask(len(ids), ids)

    def _empty(self) -> None:
        self._ask(self._count, None)

    def _ask(self, count: int, ids: list[str] | None) -> None:
        text = plural("Delete {n} mark or note for good?", "Delete {n} marks and notes for good?", count)
        more = _("That cannot be undone.")
        confirm(self, _("Trash"), text, more, _("Delete"), lambda: self.erase_requested.emit(ids))


def _row(removed: Removed) -> TableRow:
    each = removed.annotation
    words = _short(each.exact) if each.anchor else _("The article as a whole")
    title = removed.title or _("no longer in the workspace")
    when = datetime.fromisoformat(removed.when).astimezone().strftime("%Y-%m-%d %H:%M")
    return TableRow(removed, (words, _short(plain(each.note)), ", ".join(each.tags), title, when))


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _MOST else said[:_MOST].rstrip() + "…"
