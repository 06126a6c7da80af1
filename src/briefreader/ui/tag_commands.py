"""Tags over the whole workspace: the window that lists them, renaming, merging and deleting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from briefreader.domain.annotation import Edit
from briefreader.i18n import _, plural
from briefreader.library import annotating, tagging
from briefreader.ui.article_commands import open_dialog
from briefreader.ui.corpus import Notice
from briefreader.ui.dialogs.asking import AskDialog, ask
from briefreader.ui.menus import open_menu

if TYPE_CHECKING:
    from briefreader.ui.window import Window

Then = Callable[[], object]


class TagCommands(QObject):
    """Renames, merges and deletes tags everywhere, each in one step that can be undone."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._corpus = window.corpus
        window.sources.tag_menu_requested.connect(self._open_menu)

    def open(self) -> None:
        """List all tags."""
        from briefreader.ui.dialogs.tags import TagsDialog

        dialog = TagsDialog(self._window)
        again = partial(self._fetch, dialog.show_tags)
        dialog.rename_requested.connect(lambda tag: self.rename(tag, dialog, again))
        dialog.remove_requested.connect(lambda tag: self.remove(tag, again))
        again()
        open_dialog(dialog)

    def menu(self, tag: str) -> QMenu:
        """Return the menu on a tag of the source list."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Rename or merge tag…")).triggered.connect(lambda: self.rename(tag))
        menu.addAction(_("Delete tag everywhere")).triggered.connect(lambda: self.remove(tag))
        menu.addSeparator()
        menu.addAction(self._window.action("tags"))
        return menu

    def rename(self, tag: str, parent: QWidget | None = None, then: Then = lambda: None) -> None:
        """Ask for another name and give it to a tag everywhere; one that is in use takes it in."""
        label = _("Another name, or that of the tag to merge it with:")
        dialog = AskDialog(_("Rename or merge tag"), [tag], label, tag, _("Rename"), parent or self._window)
        ask(dialog, lambda words: self._renamed(tag, words, then))

    def remove(self, tag: str, then: Then = lambda: None) -> None:
        """Take a tag off everywhere."""
        made = partial(self._apply, tag=tag, other="", label=_("deletion of tag"), then=then)
        self._corpus.jobs.call(tagging.deleting, tag, annotating.now(), done=made)

    def _open_menu(self, tag: str, place: QPoint) -> None:
        open_menu(self.menu(tag), place)

    def _renamed(self, tag: str, words: str, then: Then) -> None:
        other = tagging.cleaned(words)
        if not other:
            self._corpus.notice.emit(Notice(_("A tag is one or more words without a comma."), "warning"))
        elif other != tag:
            there = other in self._corpus.listing.counts.tags
            label = _("merging of tags") if there else _("rename of tag")
            made = partial(self._apply, tag=tag, other=other, label=label, then=then)
            self._corpus.jobs.call(tagging.renaming, tag, other, annotating.now(), done=made)

    def _apply(self, edits: list[Edit], tag: str, other: str, label: str, then: Then) -> None:
        self._corpus.apply(edits, label)
        chosen = self._corpus.query.tags
        if tag in chosen:  # the list stays narrowed to the same articles
            self._corpus.filter(tags=(chosen - {tag}) | ({other} if other else set()))
        changed = plural("{n} place changed", "{n} places changed", len(edits))
        self._corpus.notice.emit(Notice(f"{label.capitalize()}: {changed}."))
        then()

    def _fetch(self, show: Callable[[list[tagging.TagUse]], None]) -> None:
        self._corpus.jobs.call(tagging.tags_used, done=show)
