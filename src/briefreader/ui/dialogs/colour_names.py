"""Names of colours: what marks of each colour mean to the user."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from briefreader.domain.annotation import COLOURS
from briefreader.i18n import _
from briefreader.library.colours import own_name
from briefreader.ui.menus import colour_swatch
from briefreader.ui.theme import Theme

_LONGEST = 40  # a name stands in menus
_PICTURE = 20


class ColourNamesDialog(QDialog):
    """Asks what each colour is to be called; an empty field leaves the colour its own name."""

    def __init__(self, names: Mapping[str, str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Names of colours"))
        self.setMinimumWidth(420)
        self._fields: dict[str, QLineEdit] = {}
        says = QLabel(self)
        says.setText(
            _("A name such as “to verify” stands with its colour in menus, tooltips, notes and briefings.")
        )
        says.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for row, colour in enumerate(COLOURS):
            picture = QLabel(self)
            ratio = self.devicePixelRatioF()
            picture.setPixmap(colour_swatch(colour, theme).pixmap(QSize(_PICTURE, _PICTURE), ratio))
            label = QLabel(own_name(colour).capitalize(), self)
            field = QLineEdit(names.get(colour, ""), self)
            field.setMaxLength(_LONGEST)
            field.setAccessibleName(_("Name of {colour}").format(colour=own_name(colour)))
            label.setBuddy(field)
            self._fields[colour] = field
            for column, widget in enumerate((picture, label, field)):
                grid.addWidget(widget, row, column)
        next(iter(self._fields.values())).setPlaceholderText(_("to verify"))
        grid.setColumnStretch(2, 1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(says)
        layout.addLayout(grid)
        layout.addWidget(buttons)
        self._fields[COLOURS[0]].setFocus()

    def names(self) -> dict[str, str]:
        """Return what the colours are to be called; "" for those that keep their own name."""
        return {colour: " ".join(field.text().split()) for colour, field in self._fields.items()}
