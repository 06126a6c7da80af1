"""How the window looks: colours by role, fonts and icons. The only module that knows a colour."""

from __future__ import annotations

import tomllib
from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyle

from briefreader.resources import resource
from briefreader.settings import THEMES

SANS = "Inter"
SERIF = "Source Serif 4"
HYPERLEGIBLE = "Andika"
FAMILIES = {"serif": SERIF, "sans": SANS, "hyperlegible": HYPERLEGIBLE}
"""The family of each typeface in which articles can be read."""
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip, Qt.UIEffect.UI_FadeTooltip,
)  # fmt: skip
_ICON_SIZES = (16, 18)  # logical pixels: what lists and tool bars show


def load_fonts() -> None:
    """Make the fonts that come with the program known to Qt."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


@cache
def _roles(name: str) -> tuple[bool, dict[str, str]]:
    found = tomllib.loads(resource(f"themes/{name}.toml").read_text(encoding="utf-8"))
    roles: dict[str, str] = {}
    for role, value in found["colours"].items():
        if isinstance(value, dict):
            roles |= {f"{role}.{part}": colour for part, colour in value.items()}
        else:
            roles[role] = value
    return found["dark"], roles


class Theme(QObject):
    """The look in force; everything that paints is given it and repaints on ``changed``."""

    changed = Signal()

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._ratio = 1.0
        self._family = SERIF
        self._still = False
        self._effects = {effect: QApplication.isEffectEnabled(effect) for effect in _EFFECTS}
        self._icons: dict[tuple[str, str, str], QIcon] = {}
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

    @property
    def name(self) -> str:
        """Return the look in force: one of THEMES."""
        if self._choice in THEMES:
            return self._choice
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"

    @property
    def dark(self) -> bool:
        """Tell whether the ground is dark."""
        return _roles(self.name)[0]

    @property
    def still(self) -> bool:
        """Tell whether nothing may move by itself: a person wants it so, or the system does."""
        hint = QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        return self._still or hint <= 0

    def keep_still(self, still: bool) -> None:
        """Let nothing move by itself, or leave that to the system."""
        self._still = still
        for effect in _EFFECTS:
            QApplication.setEffectEnabled(effect, self._effects[effect] and not still)

    def dress_text(self, ratio: float, face: str) -> None:
        """Make titles and words of sources so many times as large, and in one of FACES.

        It is seen with the next ``apply``.
        """
        self._ratio = ratio
        self._family = FAMILIES[face]

    def choose(self, choice: str) -> None:
        """Take "system" or one of THEMES."""
        self._choice = choice
        self.apply()

    def apply(self) -> None:
        """Put the look on the application and tell everybody."""
        app = QGuiApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(self.palette())
            app.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def colour(self, role: str) -> QColor:
        """Return the colour of a role such as "text.muted"; KeyError for one that is not known."""
        return QColor(_roles(self.name)[1][role])

    def icon(self, name: str, role: str = "text") -> QIcon:
        """Return the icon of that name in the colour of a role, for every screen; paler where disabled."""
        key = (name, role, self.name)
        if key not in self._icons:
            icon = QIcon()
            ratios = {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}
            for pixels in sorted({round(size * ratio) for size in _ICON_SIZES for ratio in ratios}):
                drawn = self._draw(name, self.colour(role), pixels)
                for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # Qt would tint it where it is chosen
                    icon.addPixmap(drawn, mode)
                icon.addPixmap(self._draw(name, self.colour("border.strong"), pixels), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def pixmap(self, name: str, role: str, size: int, ratio: float) -> QPixmap:
        """Return the icon as a picture of ``size`` logical pixels for a screen of this pixel ratio."""
        return self.icon(name, role).pixmap(QSize(size, size), ratio)

    def font(self, role: str = "ui") -> QFont:
        """Return the font of a role: "ui", "small", "strong", "heading", "title" or "text"."""
        base = QApplication.font()
        font = QFont(base)
        size = base.pixelSize() if base.pixelSize() > 0 else 13
        if role == "small":
            font.setPixelSize(max(10, size - 1))
        elif role == "strong":
            font.setWeight(QFont.Weight.DemiBold)
        elif role == "heading":
            font.setPixelSize(max(10, size - 2))
            font.setWeight(QFont.Weight.DemiBold)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        elif role == "title":
            font = QFont(self._family)
            font.setPixelSize(round(size * 1.9 * self._ratio))
            font.setWeight(QFont.Weight.DemiBold)
        elif role == "text":
            font = QFont(self._family)
            font.setPixelSize(round((size + 2) * self._ratio))
        return font

    def palette(self) -> QPalette:
        """Return Qt's palette in these colours; every role is set, or white lines show in the dark."""
        roles = {
            "Window": "ground",
            "WindowText": "text",
            "Base": "field",
            "AlternateBase": "panel",
            "ToolTipBase": "surface",
            "ToolTipText": "text",
            "PlaceholderText": "text.faint",
            "Text": "text",
            "Button": "panel",
            "ButtonText": "text",
            "BrightText": "danger",
            "Light": "panel",
            "Midlight": "border",
            "Dark": "border.strong",
            "Mid": "border",
            "Shadow": "border.strong",
            "Highlight": "accent",
            "HighlightedText": "accent.text",
            "Link": "accent",
            "LinkVisited": "accent",
            "Accent": "accent",
        }
        palette = QPalette()
        for name, role in roles.items():
            palette.setColor(QPalette.ColorRole[name], self.colour(role))
        for name in ("WindowText", "Text", "ButtonText"):
            palette.setColor(
                QPalette.ColorGroup.Disabled, QPalette.ColorRole[name], self.colour("text.faint")
            )
        return palette

    def _style_sheet(self) -> str:
        template = resource("themes/window.qss").read_text(encoding="utf-8")
        for role in ("heading", "title", "text", "small"):
            template = template.replace(f"@size.{role};", f"{self.font(role).pixelSize()}px;")
        for name in ("down", "up", "tick"):
            picture = resource(f"themes/{name}-{'dark' if self.dark else 'light'}.svg")
            template = template.replace(f"@picture.{name}", picture.as_posix())
        template = template.replace("@pad.arrow;", f"{_beside_arrow()};")
        for role in sorted(_roles(self.name)[1], key=len, reverse=True):
            template = template.replace(f"@{role};", self.colour(role).name() + ";").replace(
                f"@{role} ", self.colour(role).name() + " "
            )
        return template

    def _draw(self, name: str, colour: QColor, pixels: int) -> QPixmap:
        drawing = (
            resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour.name())
        )
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        return pixmap

    def _follow_system(self) -> None:
        if self._choice == "system":
            self.apply()


def _beside_arrow() -> str:
    """Return the padding that leaves room for the arrow of a menu, which stands after the words.

    A style sheet turns the place of the arrow round from right to left, but not the padding.
    """
    mirrored = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return "2px 6px 2px 16px" if mirrored else "2px 16px 2px 6px"


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""

    def luminance(colour: QColor) -> float:
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
