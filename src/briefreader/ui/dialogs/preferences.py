"""Preferences: a field for each setting, made from the settings themselves."""

from __future__ import annotations

from dataclasses import Field, fields
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
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

_WIDTH = 540
_FRAME = 48  # px of the screen's height left to the window's frame


class PreferencesDialog(QDialog):
    """Asks for the settings."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Preferences"))
        self.setMinimumWidth(_WIDTH)
        self._fields: dict[str, QWidget] = {}
        inside = QWidget(self)
        grid = QGridLayout(inside)  # a form layout reckons the height of wrapped lines for another width
        grid.setContentsMargins(20, 18, 20, 8)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        for row, each in enumerate(fields(Settings)):
            self._add(grid, row, each, getattr(settings, each.name))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        area = QScrollArea(self)  # a low screen has no room for all of them
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        below = QVBoxLayout()
        below.setContentsMargins(20, 10, 20, 16)
        below.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addLayout(below)
        # Qt's own guess cuts wrapped lines off. More of them are wrapped beside a scroll bar: were they
        # reckoned without it, it would stay once it was there.
        beside = _WIDTH - area.verticalScrollBar().sizeHint().width()
        wanted = grid.totalHeightForWidth(beside) + below.sizeHint().height()
        self.resize(_WIDTH, min(wanted, self.screen().availableGeometry().height() - _FRAME))

    def _add(self, grid: QGridLayout, row: int, setting: Field[Any], value: Any) -> None:
        """Add the field of a setting, with what it is below it."""
        label = _(_NAMES.get(setting.name, setting.name))
        field = self._field(setting.metadata["choices"], value)
        field.installEventFilter(self)
        field.setAccessibleName(label)
        field.setAccessibleDescription(_(setting.metadata["help"]))
        self._fields[setting.name] = field
        grid.addWidget(QLabel(label, self), 2 * row, 0)
        grid.addWidget(field, 2 * row, 1)
        says = QLabel(_(setting.metadata["help"]), self)
        says.setWordWrap(True)
        says.setProperty("role", "small")
        says.setContentsMargins(0, 0, 0, 8)
        says.ensurePolished()  # its height, asked for below, is that of the small type
        grid.addWidget(says, 2 * row + 1, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll past a field that has not the keyboard, and leave its value."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

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
            numbers.lineEdit().setTextMargins(7, 0, 7, 0)  # the style sheet moves the frame only
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
