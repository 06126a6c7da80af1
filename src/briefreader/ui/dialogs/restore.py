"""The backups of the workspace, to go back to one of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from briefreader.i18n import _, plural
from briefreader.library.backups import KEPT_DAYS, Backup
from briefreader.ui.dialogs.table import TableDialog, confirm
from briefreader.ui.models.rows import TableRow


class RestoreDialog(TableDialog):
    """Lists backups, the last first; the chosen one takes the place of what is in the workspace."""

    restore_requested = Signal(object)
    """The file of a backup."""

    def __init__(
        self, found: Sequence[Backup], folder: Path, articles: int, marks: int, parent: QWidget | None = None
    ) -> None:
        says = _(
            "A backup is made on each day on which something was written; those of {days} days are kept."
        )
        headings = (_("Made"), _("Articles"), _("Marks and notes"), _("Size"))
        super().__init__(_("Restore the workspace"), says.format(days=KEPT_DAYS), headings, "", parent)
        self._now = _held(articles, marks)
        self.resize(620, 400)
        self.widths(90, 130, 100)
        self.restore = self.add_button(_("&Restore…"), self._restore, one=True)
        self.show_rows([_row(each) for each in found])
        if not found:
            self.says.setText(f"{_('There is no backup yet.')} {self.says.text()}")
        self.says.setText(f"{self.says.text()} {_('They are in “{folder}”.').format(folder=folder)}")

    def _restore(self) -> None:
        backup = self.chosen()[0].value
        assert isinstance(backup, Backup)
        text = _("Replace what is in the workspace by the backup of {when}?").format(when=_said(backup))
        more = _("There are {now} in the workspace; in the backup there are {then}.").format(
            now=self._now, then=_held(backup.held.articles, backup.held.marks)
        )
        kept = _("What is there now is kept as a backup first, so that you can go back to it.")
        path = backup.held.path
        confirm(self, _("Restore"), text, f"{more} {kept}", _("Replace"), lambda: self._accept(path))

    def _accept(self, path: Path) -> None:
        self.restore_requested.emit(path)
        self.accept()


def _said(backup: Backup) -> str:
    return backup.when.strftime("%Y-%m-%d %H:%M")


def _held(articles: int, marks: int) -> str:
    of_articles = plural("{n} article", "{n} articles", articles)
    of_marks = plural("{n} mark or note", "{n} marks and notes", marks)
    return _("{articles} and {marks}").format(articles=of_articles, marks=of_marks)


def _row(backup: Backup) -> TableRow:
    held = backup.held
    made = _("{when}, before restoring").format(when=_said(backup))
    size = QLocale().formattedDataSize(held.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    return TableRow(
        backup, (made if backup.before_restoring else _said(backup), held.articles, held.marks, size)
    )
