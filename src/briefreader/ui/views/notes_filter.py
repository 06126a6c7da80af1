"""What stands above the notes: the field, the two menus, the filters in force, and how many are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from briefreader.domain.annotation import COLOURS
from briefreader.domain.noting import MARK_KINDS, NotesFilter
from briefreader.i18n import _, number
from briefreader.library.noting import Marks
from briefreader.ui.menus import colour_swatch
from briefreader.ui.models.notes import GROUPINGS, KINDS, Called, author_words, chips_of
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.flow_row import FlowRow
from briefreader.ui.views.search import name_clear_button

_MOST_TAGS = 30


class NotesFilterBar(QWidget):
    """Narrows and groups the notes; each filter in force is a chip that a click takes away."""

    changed = Signal()
    """Other notes, or other groups, are wanted."""

    def __init__(self, theme: Theme, called: Called, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._called = theme, called
        self.wanted = NotesFilter()
        self.grouping = "document"
        self._tags: tuple[str, ...] = ()
        self._authors: tuple[str, ...] = ()
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(_("Find in notes"))
        self.words.setAccessibleName(_("Find in notes"))
        self.words.setClearButtonEnabled(True)
        name_clear_button(self.words)
        self.words.textChanged.connect(lambda text: self.want(replace(self.wanted, words=text.strip())))
        self.filter = self._menu_button(_("Filter by colour, kind, tag or author"), self._fill_filter)
        self.group = self._menu_button(_("Group the notes"), self._fill_groups)
        self.chips: list[QToolButton] = []
        self._row = self._chip_row()
        self.counted = QLabel(self)
        self.counted.setProperty("role", "small")
        self.counted.setWordWrap(True)
        self.counted.hide()
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.words, 1)
        first.addWidget(self.filter)
        first.addWidget(self.group)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 6)
        self._layout.setSpacing(6)
        self._layout.addLayout(first)
        self._layout.addWidget(self._row)
        self._layout.addWidget(self.counted)

    def _menu_button(self, name: str, fill: object) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("quiet")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(fill)
        button.setMenu(menu)
        return button

    def _dress(self) -> None:
        self.filter.setIcon(self._theme.icon("filter", "accent" if self._chosen else "text"))
        self.group.setIcon(self._theme.icon("list-details"))
        for chip in self.chips:
            if chip.objectName() == "chip":
                chip.setIcon(self._theme.icon("x", "chip.text"))

    @property
    def _chosen(self) -> bool:
        return self.wanted != NotesFilter(words=self.wanted.words)

    # -- what is wanted ----------------------------------------------------------------------------

    def want(self, wanted: NotesFilter) -> None:
        """Look at other notes."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._show_chips()
            self.changed.emit()

    def group_by(self, grouping: str) -> None:
        """Group by "document", "tag" or "colour"."""
        if grouping != self.grouping:
            self.grouping = grouping
            self.changed.emit()

    def clear(self) -> None:
        """Take everything away that narrows the notes."""
        self.words.clear()
        self.want(NotesFilter())

    def show_marks(self, marks: Marks) -> None:
        """Say how many notes are shown, and offer the tags and authors that there are."""
        self._tags, self._authors = marks.tags, marks.authors
        cut = len(marks.shown) < marks.matching
        words = ""
        if cut:
            words = _("The first {shown} of {matching}; narrow them to see the others.")
        elif self.wanted.narrows and marks.total:
            words = _("{matching} of {total}")
        self.counted.setText(
            words.format(
                shown=number(len(marks.shown)), matching=number(marks.matching), total=number(marks.total)
            )
        )
        self.counted.setVisible(bool(words))

    # -- chips -------------------------------------------------------------------------------------

    def _chip_row(self) -> FlowRow:
        row = FlowRow(QMargins(0, 0, 0, 0), 5, self)
        row.setAccessibleName(_("Filters in force"))
        row.hide()
        return row

    def _show_chips(self) -> None:
        """Make the chips anew; the keyboard stays at the place where it was."""
        focused = next((n for n, each in enumerate(self.chips) if each.hasFocus()), None)
        fresh = self._chip_row()
        self._layout.replaceWidget(self._row, fresh)
        self._row.hide()
        self._row.deleteLater()
        self._row, self.chips = fresh, []
        for chip in chips_of(self.wanted, self._called):
            self._add(chip.label, chip.without, fresh)
        if len(self.chips) > 1:
            self._add(_("Clear all"), NotesFilter(words=self.wanted.words), fresh, clears=True)
        fresh.setVisible(bool(self.chips))
        self._dress()
        if focused is not None:
            (self.chips[min(focused, len(self.chips) - 1)] if self.chips else self.filter).setFocus()

    def _add(self, label: str, without: NotesFilter, row: FlowRow, clears: bool = False) -> None:
        button = QToolButton(row)
        button.setObjectName("link" if clears else "chip")
        button.setFont(self._theme.font("small"))
        shown = button.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, 180)
        button.setText(shown.replace("&", "&&"))
        button.setIconSize(QSize(12, 12))
        if not clears:
            button.setAccessibleName(_("Remove filter: {filter}").format(filter=label))
            button.setToolTip(plain_tooltip(f"{label}\n{_('Click to remove this filter')}"))
            button.setAccessibleDescription(_("Click to remove this filter"))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.want(replace(without, words=self.wanted.words)))
        row.add(button)
        self.chips.append(button)

    # -- menus -------------------------------------------------------------------------------------

    def _fill_filter(self) -> None:
        menu = self.filter.menu()
        menu.clear()
        colours = menu.addMenu(_("Colour"))
        self._choices(colours, "colours", [(colour, self._called(colour)) for colour in COLOURS])
        for action, colour in zip(colours.actions(), COLOURS, strict=True):
            action.setIcon(colour_swatch(colour, self._theme))
        self._choices(menu.addMenu(_("Kind")), "kinds", [(kind, _(KINDS[kind])) for kind in MARK_KINDS])
        tags = menu.addMenu(_("Tag"))
        shown = list(dict.fromkeys([*sorted(self.wanted.tags), *self._tags[:_MOST_TAGS]]))
        self._choices(tags, "tags", [(tag, f"#{tag}") for tag in sorted(shown, key=str.casefold)])
        if not shown:
            tags.setEnabled(False)
        if len(self._tags) > _MOST_TAGS:
            tags.addAction(_("Others: write them in the field")).setEnabled(False)
        if len(self._authors) > 1 or self.wanted.authors:
            named = [(author, author_words(author)) for author in self._authors]
            self._choices(menu.addMenu(_("Author")), "authors", named)
        menu.addSeparator()
        clear = menu.addAction(_("Show all notes"))
        clear.setEnabled(self.wanted.narrows)
        clear.triggered.connect(self.clear)

    def _choices(self, menu: QMenu, sort: str, choices: Sequence[tuple[str, str]]) -> None:
        chosen: frozenset[str] = getattr(self.wanted, sort)
        for value, label in choices:
            action = menu.addAction(label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.triggered.connect(lambda _on, value=value: self._toggle(sort, value))

    def _toggle(self, sort: str, value: str) -> None:
        values: dict[str, Any] = {sort: getattr(self.wanted, sort) ^ {value}}
        self.want(replace(self.wanted, **values))

    def _fill_groups(self) -> None:
        menu = self.group.menu()
        menu.clear()
        one = QActionGroup(menu)
        for name, label in GROUPINGS.items():
            action = menu.addAction(_(label))
            action.setCheckable(True)
            action.setChecked(name == self.grouping)
            action.triggered.connect(lambda _on, name=name: self.group_by(name))
            one.addAction(action)
