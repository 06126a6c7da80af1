"""What stands above an article: its outlet, date, title, and where these come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from briefreader.i18n import _, anew, plural
from briefreader.ui.actions import with_keys
from briefreader.ui.corpus import Opened
from briefreader.ui.models.dates import say_published
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.elided import ElidedLabel

_LEAST = 28  # px beside the column of text


class ReaderHeader(QWidget):
    """The head of the open article, with a star and a way to its details."""

    details_requested = Signal()
    star_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self._theme = theme
        self._opened: Opened | None = None
        self._words = 0
        self.outlet = ElidedLabel(self)
        self.outlet.setProperty("role", "muted")
        self.star = self._button(_("Star this article"), self.star_requested.emit)
        self.details = self._button(_("Correct title, outlet and date"), self.details_requested.emit)
        self._keys = {"star_document": "", "details": ""}
        self.title = self._label("title")
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.reason = self._label("small")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.outlet, 1)
        line.addWidget(self.star)
        line.addWidget(self.details)
        self._inside = QVBoxLayout(self)
        self._inside.setSpacing(4)
        self._inside.addLayout(line)
        self._inside.addWidget(self.title)
        self._inside.addWidget(self.reason)
        theme.changed.connect(self._paint)
        self._say_keys()
        self._paint()

    def tell(self, opened: Opened, words: int) -> None:
        """Say what the open article is; ``words`` is how many it has."""
        self._opened, self._words = opened, words
        document = opened.document
        counted = plural("{n} word", "{n} words", words)
        outlet = document.outlet or _("Outlet not known")
        said = " · ".join((outlet, say_published(document.published, full=True), counted))
        shortly = say_published(document.published)
        # Rather a shorter line than one that ends within a word.
        self.outlet.say(said, " · ".join((outlet, shortly, counted)), f"{outlet} · {shortly}")
        self.outlet.setToolTip(plain_tooltip(f"{said}\n{document.origin}".strip()))
        self.outlet.setAccessibleDescription(document.origin)
        shown = any(block.kind == "title" for block in document.blocks) and not opened.status.title
        self.title.setText(document.title)
        self.title.setVisible(not shown)
        self.reason.setText(_reason(opened))
        self.reason.setVisible(bool(self.reason.text()))
        self._paint_star(opened.status.starred)

    def align(self, room: int, measure: int) -> None:
        """Begin and end where a column of text does that is so wide, in the middle of the room (px)."""
        side = max(_LEAST, (room - measure) // 2) if room > 0 else _LEAST
        self._inside.setContentsMargins(side, 22, side, 6)

    def show_keys(self, keys_of: Callable[[str], Sequence[str]]) -> None:
        """Say in the tooltips which keys are in force, by the names of the window's actions."""
        self._keys = {name: next(iter(keys_of(name)), "") for name in self._keys}
        self._say_keys()

    def _say_keys(self) -> None:
        for button, name in ((self.star, "star_document"), (self.details, "details")):
            button.setToolTip(with_keys(button.accessibleName(), self._keys[name]))

    def _paint_star(self, starred: bool) -> None:
        name, role = ("star-filled", "star") if starred else ("star", "text.muted")
        self.star.setIcon(self._theme.icon(name, role))
        says = _("Take the star off this article") if starred else _("Star this article")
        self.star.setAccessibleName(says)
        self._say_keys()

    def _paint(self) -> None:
        self.details.setIcon(self._theme.icon("pencil", "text.muted"))
        if self._opened is not None:
            self.tell(self._opened, self._words)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label

    def _button(self, name: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: act())
        return button


def _reason(opened: Opened) -> str:
    """Return where date and title come from, and what went wrong in reading."""
    published = opened.document.published
    reason = anew(published.reason) if published.value else _("The text does not say when it was published.")
    if opened.document.title_how == "made" and not opened.status.title:
        reason = f"{reason} {_('The title was made from the first sentence.')}".strip()
    return " ".join((reason, *map(anew, opened.document.warnings))).strip()
