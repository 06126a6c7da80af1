"""All tags of the workspace with how often they are used: to rename, merge and delete them everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefreader.i18n import _
from briefreader.library.tagging import TagUse
from briefreader.ui.dialogs.table import TableDialog
from briefreader.ui.models.rows import TableRow


class TagsDialog(TableDialog):
    """Lists tags; each change is one step that can be undone."""

    rename_requested = Signal(str)
    """A tag to be given another name."""
    remove_requested = Signal(str)
    """A tag to be taken off everywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        says = _("A tag that is renamed to another one is merged with it. Every change can be undone.")
        headings = (_("Tag"), _("Articles"), _("Passages"))
        super().__init__(_("Tags"), says, headings, _("Find a tag"), parent)
        self._says = says
        self.resize(520, 460)
        self.widths(100, 100)
        self.rename = self.add_button(_("&Rename or merge…"), self._rename, one=True)
        self.remove = self.add_button(_("&Delete everywhere"), self._remove, one=True)
        self.table.doubleClicked.connect(lambda _index: self._rename())

    def show_tags(self, found: Sequence[TagUse]) -> None:
        """Show these tags."""
        self.show_rows([TableRow(each.tag, (each.tag, each.articles, each.passages)) for each in found])
        nothing = _("There are no tags yet: t tags a passage, F2 an article.")
        self.says.setText(self._says if found else nothing)

    def _rename(self) -> None:
        self.rename_requested.emit(str(self.chosen()[0].value))

    def _remove(self) -> None:
        self.remove_requested.emit(str(self.chosen()[0].value))
