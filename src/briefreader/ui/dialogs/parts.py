"""What goes into a briefing that is proposed: boxes to tick."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from briefreader.i18n import N_, _

PARTS = {
    "compared": (N_("&What sources agree and differ on, figures, timeline, people"), True),
    "facts": (N_("Key &facts"), True),
    "quotes": (N_("&Quotes by speaker"), True),
    "passages": (N_("&Starred passages"), True),
    "highlights": (N_("&Highlighted passages"), False),
    "notes": (N_("&Notes"), True),
}
"""What can be proposed, and whether it is where nobody says otherwise."""


class PartsBoxes(QWidget):
    """Lets a person choose what a briefing is proposed from."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        self.boxes = {name: QCheckBox(_(label), self) for name, (label, _on) in PARTS.items()}
        for name, box in self.boxes.items():
            box.setChecked(PARTS[name][1])
            box.toggled.connect(self.changed)
            layout.addWidget(box)

    @property
    def compared(self) -> bool:
        """Tell whether that is wanted which only comes of comparing the sources."""
        return self.boxes["compared"].isChecked()

    def chosen(self) -> dict[str, bool]:
        """Return what goes in of all else, as the values of a ``proposing.Choice``."""
        return {name: box.isChecked() for name, box in self.boxes.items() if name != "compared"}
