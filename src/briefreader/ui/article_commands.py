"""Commands on passages and articles: copying, details, tags and the menus that open on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QInputDialog,
    QLineEdit,
    QPlainTextEdit,
)

from briefreader.domain.annotation import Annotation, Status, with_tag
from briefreader.domain.text import Span
from briefreader.i18n import _, plural
from briefreader.library import annotating
from briefreader.library.citing import cited
from briefreader.ui.corpus import Notice, Opened
from briefreader.ui.menus import MarkHere, entry_menu, open_menu, passage_menu
from briefreader.ui.models.entries import Entry

if TYPE_CHECKING:
    from briefreader.ui.window import Window


class ArticleCommands(QObject):
    """What the window does to the passage or the article that is meant."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._corpus = window.corpus

    def copy(self) -> None:
        """Copy what is selected where the keyboard is, else the passage meant."""
        focus, beside = QApplication.focusWidget(), self._window.compare.other.text
        if isinstance(focus, QLineEdit | QPlainTextEdit):
            focus.copy()
            return
        if focus is beside and beside.selected_span() is not None:
            beside.copy()
            return
        target, opened = self._window.marking.target(), self._corpus.opened
        if target and opened and target.document == opened.document.id:
            QGuiApplication.clipboard().setText(target.span.of(opened.document.text))

    def copy_cited(self) -> None:
        """Copy the passage with outlet, title, date, paragraph and the way back."""
        target = self._window.marking.target()
        if target is None:
            self._say(_("Select a passage first."))
            return

        def found(opened: Opened | None) -> None:
            if opened is not None:
                span = opened.place_of(target.annotation) or target.span
                QGuiApplication.clipboard().setText(cited(opened.document, span))
                self._say(_("Copied with its source."))

        self._corpus.fetch(target.document, found)

    def edit_details(self, id: str = "", typed: Mapping[str, Any] | None = None) -> None:
        """Ask for title, outlet, date and tags of a document, the open one if none is named.

        ``typed`` is what the store did not take the last time.
        """
        from briefreader.ui.dialogs.details import DetailsDialog

        opened = self._corpus.opened
        id = id or (opened.document.id if opened else "")
        if not id:
            self._say(_("Open an article first."))
            return

        def found(opened: Opened | None) -> None:
            if opened is None:
                return
            shown = replace(opened.status, **(typed or {}))
            dialog = DetailsDialog(opened.document, shown, self._window)

            def accepted() -> None:
                values = dialog.values()
                edit = annotating.set_status(opened.status, **values)
                if edit.after != replace(opened.status, revision=opened.status.revision + 1):
                    again = partial(self.edit_details, id, values)
                    self._corpus.apply([edit], details_label(opened.status, values), again)

            dialog.accepted.connect(accepted)
            open_dialog(dialog)

        self._corpus.fetch(id, found)

    def tag_documents(self, ids: list[str]) -> None:
        """Ask for tags: of one document with its other details, of several to be added to each."""
        if len(ids) == 1:
            self.edit_details(ids[0])
            return
        question = plural("Tag for the {n} chosen article:", "Tag for the {n} chosen articles:", len(ids))
        tag, given = QInputDialog.getText(self._window, _("Tag articles"), question)
        tags = [" ".join(part.split()) for part in tag.split(",")]  # a comma parts tags everywhere
        if given and any(tags):
            self._corpus.jobs.call(
                lambda workspace: workspace.store.statuses(ids),
                done=lambda statuses: self._add_tags(statuses, tags),
            )

    def _add_tags(self, statuses: list[Status], tags: list[str]) -> None:
        edits = []
        for status in statuses:
            more = status.tags
            for tag in tags:
                more = with_tag(more, tag)
            if more != status.tags:
                edits.append(annotating.set_status(status, tags=more))
        self._corpus.apply(edits, _("tag on articles"))

    def edit_entry(self, entry: Entry) -> None:
        """Ask for the note and tags of an entry of the Notes tab."""

        def found(annotation: Annotation | None) -> None:
            if annotation is not None:
                self._window.marking.edit(annotation)

        self._corpus.jobs.call(lambda workspace: workspace.store.annotation(entry.key), done=found)

    def reader_menu(self, span: Span | None, keys: Sequence[str], place: QPoint) -> None:
        """Open the menu on a passage of the reader, or on the mark under the pointer."""
        window, opened = self._window, self._corpus.opened
        choosing, marks = window.choosing, []
        if span is None and opened is not None:
            for each in choosing.offer(keys):
                chosen = each.id == choosing.chosen
                choose = partial(choosing.choose, each.id)
                marks.append(MarkHere(choosing.in_words(each), chosen, choose))
            span = opened.place_of(choosing.chosen) if marks else None
        words = " ".join(span.of(opened.document.text).split()) if span and opened else ""
        look_for, named = window.search.look_for, window.actions_by_name
        on_fact = opened is not None and any(fact.key in keys for fact in opened.facts)
        menu = passage_menu(named, span is not None, words[:200], look_for, window, on_fact, marks)
        open_menu(menu, place)

    def entry_menu(self, entry: Entry, span: Span | None, place: QPoint) -> None:
        """Open the menu on a row of the side panel."""

        def go() -> None:
            if span is not None:
                self._corpus.open_document(entry.document, entry.key if entry.kind == "note" else span)

        judged = _judged(entry) if entry.facts else None
        menu = entry_menu(self._window.actions_by_name, go, self._window, judged)
        self._window.commands.comparing.offer(menu, entry, span)
        open_menu(menu, place)

    def _say(self, text: str) -> None:
        self._corpus.notice.emit(Notice(text))


def _judged(entry: Entry) -> str:
    """Return what was said of an entry's facts; "corrected" if of some this and of others that."""
    some = any("judged" in fact.data for fact in entry.facts)
    return entry.judged or ("corrected" if some else "")


def details_label(before: Status, values: Mapping[str, Any]) -> str:
    """Return what the undo history calls a change of an article's details: the one that it is, or several."""
    named = {
        "title": _("change of title"), "outlet": _("change of outlet"), "published": _("change of date"),
        "tags": _("change of tags of article"),
    }  # fmt: skip
    changed = [label for name, label in named.items() if values[name] != getattr(before, name)]
    return changed[0] if len(changed) == 1 else _("change of details")


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog without waiting for its end; it is gone when it closes."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
