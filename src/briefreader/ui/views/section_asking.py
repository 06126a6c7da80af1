"""Asking for a section: which kind, or the title of one of the author's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from briefreader.domain.outline import SECTION_KINDS, Outline
from briefreader.i18n import _
from briefreader.library.outlining import TITLES
from briefreader.ui.dialogs.asking import AskDialog, ask


class SectionDialog(QDialog):
    """Asks for the kind of a section, and for its title, which follows the kind until it is changed."""

    def __init__(self, outline: Outline | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Add section"))
        self.setMinimumWidth(380)
        there = {part.kind for part in outline.parts} if outline is not None else set()
        self.kind = QComboBox(self)
        for kind in SECTION_KINDS:
            if kind not in there and kind != "free":
                self.kind.addItem(_(TITLES[kind]), kind)
        self.kind.addItem(_("A section of my own"), "free")
        self.kind.setAccessibleName(_("Kind"))
        self.title = QLineEdit(self)
        self.title.setAccessibleName(_("Title"))
        self.kind.currentIndexChanged.connect(self._suggest)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(_("&Kind"), self.kind)
        form.addRow(_("&Title"), self.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self._suggest()

    def _suggest(self) -> None:
        kind = self.kind.currentData()
        self.title.setText("" if kind == "free" else _(TITLES[kind]))


def ask_for_section(outline: Outline | None, then: Callable[[str, str], None], parent: QWidget) -> None:
    """Ask for a section and hand on its kind and title."""
    dialog = SectionDialog(outline, parent)
    dialog.accepted.connect(lambda: then(str(dialog.kind.currentData()), dialog.title.text().strip()))
    dialog.finished.connect(lambda _result: dialog.deleteLater())
    dialog.open()


def ask_for_title(title: str, then: Callable[[str], None], parent: QWidget) -> None:
    """Ask for another title of a section."""
    ask(AskDialog(_("Rename section"), (), _("&Title"), title, _("Rename"), parent), then)
