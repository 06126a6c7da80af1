"""The chips above the ledger: which verdicts are shown, each with the number of its claims."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from briefreader.i18n import _, number, plural
from briefreader.ui.delegates.signs import ROLES, badge_ground, paint_sign
from briefreader.ui.models.claims import DISMISSED, SHELVES, Shelf
from briefreader.ui.theme import Theme
from briefreader.ui.views.flow_row import FlowRow

_BY_HAND = ("linked", DISMISSED)
_PAD, _SIGN, _GAP = 8, 12, 5


class ShelfChip(QCheckBox):
    """On or off, with a shape, a word and a count; to assistive technology it is a check box."""

    def __init__(self, theme: Theme, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.shelf, self._count = theme, shelf, 0
        self.setText(_(shelf.label))
        self.setChecked(shelf.on)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)
        self.count(0)

    def count(self, claims: int) -> None:
        """Show how many claims stand on the shelf."""
        self._count = claims
        said = plural("{n} claim", "{n} claims", claims)
        self.setAccessibleName(f"{self.text()}, {said}")
        verb = _("Hide") if self.isChecked() else _("Show")
        self.setToolTip(f"{verb}: {self.text()} ({said})")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: D102
        metrics = QFontMetrics(self._theme.font("strong"))
        small = QFontMetrics(self._theme.font("small"))
        words = metrics.horizontalAdvance(self.text()) + small.horizontalAdvance(number(self._count))
        return QSize(2 * _PAD + _SIGN + 2 * _GAP + words + 2, metrics.height() + 9)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: D102
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, theme = self.isChecked(), self._theme
        colour = theme.colour(ROLES[self.shelf.sign] if on else "text.muted")
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "accent" if self.hasFocus() else ROLES[self.shelf.sign] if on else "border.strong"
        painter.setPen(QPen(theme.colour(edge), 2 if self.hasFocus() else 1))
        ground = badge_ground(theme, self.shelf.sign) if on else theme.colour("panel")
        painter.setBrush(theme.colour("hover") if self.underMouse() and not on else ground)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = box.left() + _PAD
        paint_sign(painter, QRectF(left, box.center().y() - _SIGN / 2, _SIGN, _SIGN), self.shelf.sign, colour)
        left += _SIGN + _GAP
        font = theme.font("strong" if on else "ui")
        painter.setFont(font)
        painter.setPen(theme.colour("text" if on else "text.muted"))
        inner = QRectF(left, box.top(), box.right() - left - _PAD + 2, box.height())
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, flags | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text.muted"))
        painter.drawText(inner, flags | Qt.AlignmentFlag.AlignRight, number(self._count))


class ShelfChips(FlowRow):
    """A chip for each shelf of the ledger."""

    changed = Signal()
    """Other shelves are on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(12, 10, 12, 2), 6, parent)
        self.setAccessibleName(_("Verdicts that are shown"))
        self.chips = [ShelfChip(theme, shelf, self) for shelf in SHELVES]
        for chip in self.chips:
            chip.toggled.connect(lambda _on: self.changed.emit())
            self.add(chip)

    @property
    def on(self) -> frozenset[str]:
        """Return the keys of the shelves that are shown."""
        return frozenset(chip.shelf.key for chip in self.chips if chip.isChecked())

    def turn_on(self, *keys: str) -> None:
        """Show these shelves as well."""
        for chip in self.chips:
            if chip.shelf.key in keys:
                chip.setChecked(True)

    def count(self, counts: Mapping[str, int]) -> None:
        """Show how many claims stand on each shelf.

        A shelf on which only a person puts claims has no chip while nothing stands on it.
        """
        for chip in self.chips:
            count = counts.get(chip.shelf.key, 0)
            chip.count(count)
            if chip.shelf.key in _BY_HAND:
                chip.setVisible(count > 0 or chip.hasFocus())
        self.fit()
