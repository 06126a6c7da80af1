"""The filters in force as chips that can be taken away one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QToolButton, QWidget

from briefreader.domain.query import Query
from briefreader.i18n import _
from briefreader.ui.corpus import Corpus
from briefreader.ui.models.dates import say_limits
from briefreader.ui.models.sources import SHELVES
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force: its words, and the query without it."""

    label: str
    without: Query


def chips_of(query: Query) -> Iterator[Chip]:
    """Yield the filters that a query sets, each as a chip."""
    if query.words.strip():
        yield Chip(_("Words: {words}").format(words=query.words.strip()), replace(query, words=""))
    if query.shelf != "all":
        label = next(_(label) for key, label, _icon in SHELVES if key == query.shelf)
        yield Chip(label, replace(query, shelf="all"))
    for outlet in sorted(query.outlets, key=str.casefold):
        yield Chip(outlet or _("No outlet"), replace(query, outlets=query.outlets - {outlet}))
    for tag in sorted(query.tags, key=str.casefold):
        yield Chip(_("Tag: {tag}").format(tag=tag), replace(query, tags=query.tags - {tag}))
    if query.dated:
        yield Chip(say_limits(query.since, query.until), replace(query, since=None, until=None, undated=True))
        if not query.undated:
            yield Chip(_("Undated left out"), replace(query, undated=True))


class FilterChips(QWidget):
    """A chip for each filter in force, and "Clear all"; hidden while there is none."""

    def __init__(self, corpus: Corpus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corpus, self._theme = corpus, theme
        self._flow = FlowLayout(self)
        self.setAccessibleName(_("Filters in force"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumWidth(120)
        self.buttons: list[QToolButton] = []
        corpus.query_changed.connect(self.show_query)
        theme.changed.connect(self._show_again)
        self.show_query(corpus.query)

    def _show_again(self) -> None:
        self.show_query(self._corpus.query)

    def show_query(self, query: Query) -> None:
        """Show the chips of a query."""
        focused = next((n for n, each in enumerate(self.buttons) if each.hasFocus()), None)
        while self._flow.count():
            self._flow.takeAt(0)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(chip) for chip in chips_of(query)]
        if self.buttons:
            self.buttons.append(self._clear_button())
        for button in self.buttons:
            self._flow.addWidget(button)
            button.show()
        self.setVisible(bool(self.buttons))
        self._fit()
        if focused is not None and self.buttons:
            self.buttons[min(focused, len(self.buttons) - 1)].setFocus()

    def clear(self) -> None:
        """Take all filters away; the order stays."""
        self._corpus.set_query(Query(order=self._corpus.query.order))

    def _button(self, chip: Chip) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setProperty("words", chip.label)
        button.setAccessibleName(_("Remove filter: {filter}").format(filter=chip.label))
        button.setToolTip(plain_tooltip(f"{chip.label}\n{_('Click to remove this filter')}"))
        button.setAccessibleDescription(_("Click to remove this filter"))
        button.setIcon(self._theme.icon("x", "chip.text"))
        button.setIconSize(QSize(12, 12))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setFont(self._theme.font("small"))
        button.clicked.connect(lambda: self._corpus.set_query(chip.without))
        return button

    def _clear_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("link")
        button.setProperty("words", _("Clear all"))
        button.setAccessibleName(_("Clear all filters"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setFont(self._theme.font("small"))
        button.clicked.connect(self.clear)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shorten the words of chips that are wider than the row, and take the height needed."""
        for button in self.buttons:
            words = str(button.property("words"))
            room = max(40, self.width() - 48)
            shown = button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            button.setText(shown.replace("&", "&&"))
        self._flow.invalidate()
        self.setFixedHeight(self._flow.heightForWidth(self.width()) if self.buttons else 0)


class FlowLayout(QLayout):
    """Puts widgets one behind the other, and into further rows where the width ends."""

    def __init__(self, parent: QWidget, gap: int = 5) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(QMargins(10, 2, 10, 6))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: D102
        self._items.append(item)

    def count(self) -> int:  # noqa: D102
        return len(self._items)

    def itemAt(self, index: int) -> Any:  # noqa: D102
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> Any:  # noqa: D102
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:  # noqa: D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: D102
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: D102
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: D102
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: D102
        return QSize(100, 0)

    def _arrange(self, rect: QRect, move: bool) -> int:
        """Place the items if asked; return the height they need."""
        inner = rect.marginsRemoved(self.contentsMargins())
        x, y, tall = inner.left(), inner.top(), 0
        for item in self._items:
            if _put_away(item.widget()):
                continue
            size = item.sizeHint()
            width = min(size.width(), inner.width())
            if x > inner.left() and x + width > inner.right() + 1:
                x, y, tall = inner.left(), y + tall + self._gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self._gap
            tall = max(tall, size.height())
        return y + tall - rect.top() + self.contentsMargins().bottom()


def _put_away(widget: QWidget | None) -> bool:
    """Tell whether a widget was hidden on purpose, and not only not shown yet."""
    explicit = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    return widget is not None and widget.isHidden() and widget.testAttribute(explicit)
