"""Preferences: a field for each setting, made from the settings themselves."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from briefreader.i18n import N_, _
from briefreader.settings import Settings

CHOICES = {
    "system": N_("As the system has it"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "sepia": N_("Sepia"),
    "contrast": N_("High contrast"),
    "serif": N_("Serif (Source Serif)"),
    "sans": N_("Sans-serif (Inter)"),
    "hyperlegible": N_("Easily told apart (Andika)"),
    "en": "English",
    "vi": "Tiếng Việt",
    "ru": "Русский",
    "a4": N_("A4"),
    "us-letter": N_("US Letter"),
}
_NAMES = {
    "theme": N_("Theme"),
    "text_size": N_("Text size"),
    "measure": N_("Line width"),
    "line_height": N_("Line height"),
    "face": N_("Typeface"),
    "language": N_("Language"),
    "selection_bar": N_("Bar at selections"),
    "reduce_motion": N_("Reduce motion"),
    "author": N_("Your name"),
    "paper": N_("Paper"),
    "jobs": N_("Workers"),
}

_WIDTH = 560


class PreferencesDialog(QDialog):
    """Asks for the settings."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Preferences"))
        self.setMinimumWidth(_WIDTH)
        self._fields: dict[str, QWidget] = {}
        self._page = QWidget(self)
        grid = QGridLayout(self._page)  # a form gives rows of several lines more room than they need
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for row, each in enumerate(fields(Settings)):
            label = _(_NAMES.get(each.name, each.name))
            field = self._field(each.metadata["choices"], getattr(settings, each.name))
            field.setAccessibleName(label)
            field.setAccessibleDescription(_(each.metadata["help"]))
            self._fields[each.name] = field
            named = QLabel(label, self)
            named.setBuddy(field)
            grid.addWidget(named, 2 * row, 0)
            grid.addWidget(field, 2 * row, 1)
            says = QLabel(_(each.metadata["help"]), self)
            says.setWordWrap(True)
            says.setProperty("role", "small")
            says.setContentsMargins(0, 0, 0, 8)
            grid.addWidget(says, 2 * row + 1, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.addWidget(self._scrolled(), 1)
        layout.addWidget(buttons)
        self._fit(layout, buttons.sizeHint().height())

    def _scrolled(self) -> QScrollArea:
        """Return the fields in an area that scrolls where the screen is too low for all of them."""
        area = QScrollArea(self)
        area.setWidget(self._page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (area.viewport(), self._page):  # the ground of the dialog shows through
            widget.setAutoFillBackground(False)
        return area

    def _fit(self, layout: QVBoxLayout, below: int) -> None:
        """Take the height that all the words need, as far as the screen has it.

        ``below`` is the height of what stands below the fields.
        """
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()  # the sizes of fonts are in the style
        margins = layout.contentsMargins()
        needed = self._page.heightForWidth(_WIDTH - margins.left() - margins.right())
        needed += below + margins.top() + margins.bottom() + layout.spacing()
        self.resize(_WIDTH, min(needed, round(self.screen().availableGeometry().height() * 0.9)))

    def settings(self) -> Settings:
        """Return the settings as they stand in the fields."""
        values: dict[str, Any] = {}
        for name, field in self._fields.items():
            if isinstance(field, QComboBox):
                values[name] = field.currentData()
            elif isinstance(field, QCheckBox):
                values[name] = field.isChecked()
            elif isinstance(field, QSpinBox):
                values[name] = field.value()
            elif isinstance(field, QLineEdit):
                values[name] = field.text().strip()
        return Settings(**values)

    def _field(self, choices: tuple[Any, ...], value: Any) -> QWidget:
        if isinstance(value, bool):
            switch = QCheckBox(_("On"), self)
            switch.setChecked(value)
            switch.setMinimumHeight(28)
            return switch
        if isinstance(value, int):
            numbers = QSpinBox(self)
            numbers.setRange(min(choices), max(choices))
            numbers.setSingleStep(choices[1] - choices[0])
            numbers.setValue(value)
            numbers.setMinimumHeight(28)
            return numbers
        if choices:
            box = QComboBox(self)
            box.setMinimumHeight(28)
            for choice in choices:
                box.addItem(_(CHOICES.get(choice, choice)), choice)
            box.setCurrentIndex(max(0, box.findData(value)))
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            return box
        return QLineEdit(str(value), self)
