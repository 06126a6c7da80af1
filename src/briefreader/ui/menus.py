"""The menus that open on a passage: in the reader and in the side panel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from briefreader.domain.annotation import COLOURS
from briefreader.i18n import _
from briefreader.library.colours import called, sign
from briefreader.ui.actions import ACTIONS, UNDERLINE_IN
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme

Actions = Mapping[str, QAction]
_UNNAMED: Mapping[str, str] = {}


class MarkHere(NamedTuple):
    """A mark among several at one place: what it is, whether it is the chosen one, how to choose it."""

    words: str
    chosen: bool
    choose: Callable[[], None]


def colour_swatch(colour: str, theme: Theme) -> QIcon:
    """Return an icon that shows a colour of marks with its sign: colour alone is never enough."""
    icon = QIcon()
    for size in (16, 32, 64):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("border.strong"))
        painter.setBrush(theme.colour(f"highlight.{colour}"))
        box = QRectF(0.5, 0.5, size - 1, size - 1)
        painter.drawRoundedRect(box, size / 5, size / 5)
        font = theme.font("strong")
        font.setPixelSize(round(size * 0.7))
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign(colour))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def dress_colours(actions: Actions, theme: Theme, names: Mapping[str, str] = _UNNAMED) -> None:
    """Give each action of a colour its picture, and the name that the user gave to the colour."""
    said = {"highlight": _("Highlight: {colour}"), "underline": _("Underline: {colour}")}
    for spec in ACTIONS:
        what, _part, colour = spec.name.partition("_")
        if what not in said or colour not in COLOURS:
            continue
        action = actions[spec.name]
        action.setIcon(colour_swatch(colour, theme))
        words = _(spec.text)
        if colour in names:
            words = said[what].format(colour=called(colour, names))
        action.setText(words.replace("&", "&&"))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = f"{words} ({keys})" if keys else words
        action.setToolTip(plain_tooltip(tip) if colour in names else tip)


def colours_menu(actions: Actions, parent: QWidget) -> QMenu:
    """Return the menu of highlight colours."""
    menu = QMenu(_("Highlight"), parent)
    for colour in COLOURS:
        menu.addAction(actions[f"highlight_{colour}"])
    menu.addSeparator()
    menu.addAction(actions["colour_names"])
    return menu


def _add_marking(menu: QMenu, actions: Actions) -> None:
    """Add what can be made of a passage."""
    menu.addAction(actions["star"])
    menu.addMenu(colours_menu(actions, menu))
    menu.addAction(actions["underline"])
    lines = menu.addMenu(_(UNDERLINE_IN))
    for colour in COLOURS:
        lines.addAction(actions[f"underline_{colour}"])
    for name in ("note", "tag", "remove"):
        menu.addAction(actions[name])


def passage_menu(
    actions: Actions,
    has_passage: bool,
    words: str,
    search: Callable[[str], None],
    parent: QWidget,
    on_fact: bool = False,
    marks: Sequence[MarkHere] = (),
) -> QMenu:
    """Return the menu on a passage of the reader; without one, that of the article.

    ``on_fact`` says that the passage is a fact, which can be judged; ``marks`` are those at the place,
    from which the user can choose if they are several.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if len(marks) > 1:
        menu.addMenu(_marks_menu(marks, menu))
        menu.addSeparator()
    if on_fact:
        _add_judging(menu, actions)
    if has_passage:
        _add_marking(menu, actions)
        menu.addSeparator()
        for name in ("add_passage", "cite"):
            menu.addAction(actions[name])
        menu.addSeparator()
        menu.addAction(actions["copy"])
        menu.addAction(actions["copy_cited"])
        if words:
            shown = words if len(words) <= 40 else words[:40].rstrip() + "…"
            find = menu.addAction(_("Find “{words}” in all articles").format(words=shown.replace("&", "&&")))
            find.triggered.connect(lambda: search(words))
        menu.addSeparator()
    for name in ("star_document", "read_document", "note_document", "details", "open_web"):
        menu.addAction(actions[name])
    return menu


def _marks_menu(marks: Sequence[MarkHere], parent: QWidget) -> QMenu:
    """Return the menu of the marks that lie at one place; the one that the keys act on is ticked."""
    menu = QMenu(_("Marks at this place: {n}").format(n=len(marks)), parent)
    one = QActionGroup(menu)
    for mark in marks:
        action = menu.addAction(mark.words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(mark.chosen)
        action.triggered.connect(lambda _checked=False, each=mark: each.choose())
        one.addAction(action)
    return menu


def entry_menu(actions: Actions, go: Callable[[], None], parent: QWidget, judged: str | None = None) -> QMenu:
    """Return the menu on a row of the side panel.

    ``judged`` is what a person has said of the facts of the row ("" for nothing yet, "accepted",
    "corrected", "rejected"); None for a row without facts.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(_("Go to the passage")).triggered.connect(go)
    menu.addSeparator()
    if judged is not None:
        _add_judging(menu, actions, judged)
    _add_marking(menu, actions)
    menu.addSeparator()
    for name in ("add_quote", "add_fact") if judged is not None else ("add_passage",):
        menu.addAction(actions[name])
    menu.addSeparator()
    menu.addAction(actions["copy_cited"])
    return menu


def _add_judging(menu: QMenu, actions: Actions, judged: str = "") -> None:
    """Add what can be said of a fact."""
    if judged == "rejected":
        back = menu.addAction(_("Bring back"))
        back.setIcon(actions["release_fact"].icon())
        back.triggered.connect(actions["release_fact"].trigger)
    else:
        menu.addAction(actions["accept_fact"])
        menu.addAction(actions["reject_fact"])
    menu.addAction(actions["correct_fact"])
    if judged in ("accepted", "corrected"):
        menu.addAction(actions["release_fact"])
    menu.addAction(actions["explain_fact"])
    menu.addSeparator()


def open_menu(menu: QMenu, place: QPoint) -> None:
    """Open a menu at a place of the screen without waiting for its end."""
    menu.popup(place)
