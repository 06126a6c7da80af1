"""What the window's actions do that no panel does by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
)

from briefreader import __version__
from briefreader.domain.annotation import COLOURS, Annotation, Status, with_tag
from briefreader.domain.query import Failure
from briefreader.domain.text import Span
from briefreader.i18n import _, plural
from briefreader.library import annotating
from briefreader.library.citing import cited
from briefreader.settings import Settings, save_settings
from briefreader.ui.corpus import Notice, Opened
from briefreader.ui.menus import entry_menu, open_menu, passage_menu
from briefreader.ui.models.entries import Entry
from briefreader.ui.views.reader import MARKED

if TYPE_CHECKING:
    from briefreader.ui.window import Window

Slots = dict[str, Callable[..., object]]


class Commands(QObject):
    """The window's commands, by the names of its actions."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._corpus = window.corpus

    def slots(self) -> Slots:
        """Return what each action calls; those that can be checked are given whether they are."""
        return self._file() | self._view() | self._go() | self._passage()

    def _file(self) -> Slots:
        window = self._window
        return {
            "open_folder": self.open_folder,
            "import_files": window.bringing.choose_files,
            "import_folder": window.bringing.choose_folder,
            "check_folder": window.check_folder,
            "failures": self.failures,
            "export": self.export,
            "preferences": self.preferences,
            "quit": window.close,
            "undo": self._corpus.history.undo,
            "redo": self._corpus.history.redo,
            "copy": self.copy,
            "copy_cited": self.copy_cited,
            "find": window.reader.open_find,
            "find_next": lambda: self.find(1),
            "find_previous": lambda: self.find(-1),
            "search": window.search.take_focus,
            "keys": self.keys,
            "about": self.about,
        }

    def _view(self) -> Slots:
        window = self._window
        return {
            "show_sources": window.left.setVisible,
            "show_panel": window.panel.setVisible,
            "mark_facts": lambda _on: self.mark_kinds(),
            "mark_quotes": lambda _on: self.mark_kinds(),
            "unfold": window.reader.text.set_unfolded,
            "everything": window.panel.set_everything,
            "larger": lambda: self.resize_text(1),
            "smaller": lambda: self.resize_text(-1),
            "usual_size": lambda: self.resize_text(0),
            "full_screen": self.full_screen,
        }

    def _go(self) -> Slots:
        window, corpus = self._window, self._corpus
        return {
            "next_document": lambda: window.documents.table.step(1),
            "previous_document": lambda: window.documents.table.step(-1),
            "next_unread": lambda: corpus.step(1, unread=True),
            "read_on": self.read_on,
            "next_entry": lambda: window.panel.tree().step(1),
            "previous_entry": lambda: window.panel.tree().step(-1),
            "go_sources": window.sources.setFocus,
            "go_documents": window.documents.setFocus,
            "go_reader": window.reader.text.setFocus,
            "go_facts": lambda: window.panel.open_tab(0),
            "go_quotes": lambda: window.panel.open_tab(1),
            "go_notes": lambda: window.panel.open_tab(2),
            "go_dates": window.dates.setFocus,
            "next_pane": self.next_pane,
        }

    def _passage(self) -> Slots:
        marking = self._window.marking
        slots: Slots = {
            "star_document": self.star_document,
            "read_document": self.read_document,
            "details": self.edit_details,
            "star": marking.star,
            "highlight": marking.highlight,
            "note": marking.note,
            "tag": marking.tag,
            "remove": marking.remove,
        }
        for colour in COLOURS:
            slots[f"highlight_{colour}"] = lambda colour=colour: marking.highlight(colour)
        return slots

    # -- files ------------------------------------------------------------------------------------

    def open_folder(self) -> None:
        """Ask for a folder and open its workspace."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, _("Open a folder of articles"), str(Path.home())
        )
        if chosen:
            self._window.open_folder(Path(chosen))

    def failures(self) -> None:
        """Show what could not be read."""
        from briefreader.ui.dialogs.failures import FailuresDialog

        def show(failures: list[Failure]) -> None:
            dialog = FailuresDialog(failures, self._window)
            dialog.retry_requested.connect(self._window.bringing.bring)
            _open(dialog)

        self._corpus.failures(show)

    def export(self) -> None:
        """Ask what goes into a briefing, show it and save it."""
        from briefreader.ui.dialogs.export import ExportDialog

        if not self._corpus.listing.ids and self._corpus.opened is None:
            self._say(_("There is nothing to export yet: import articles first."))
            return
        window = self._window
        _open(ExportDialog(self._corpus, window.theme, window.settings.paper, window))

    def preferences(self) -> None:
        """Ask for the settings."""
        from briefreader.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._window.settings, self._window)
        dialog.accepted.connect(lambda: self.set_settings(dialog.settings()))
        _open(dialog)

    def set_settings(self, settings: Settings) -> None:
        """Take and keep other settings."""
        window = self._window
        window.settings = settings
        save_settings(settings)
        self._corpus.author = settings.author
        window.bringing.jobs = settings.jobs
        window.reader.set_typography(settings.text_size, settings.measure)
        window.theme.choose(settings.theme)

    # -- looking ----------------------------------------------------------------------------------

    def resize_text(self, by: int) -> None:
        """Make the article's text larger or smaller; 0 brings the usual size back."""
        settings = self._window.settings
        size = Settings().text_size if by == 0 else min(32, max(12, settings.text_size + by))
        if size != settings.text_size:
            self.set_settings(replace(settings, text_size=size))

    def mark_kinds(self) -> None:
        """Mark in the text what the two switches say."""
        facts = self._window.action("mark_facts").isChecked()
        quotes = self._window.action("mark_quotes").isChecked()
        self._window.reader.mark_kinds(
            frozenset(kind for kind in MARKED if (quotes if kind == "quote" else facts))
        )

    def full_screen(self, on: bool) -> None:
        """Fill the screen, or go back into the window."""
        (self._window.showFullScreen if on else self._window.showNormal)()

    def find(self, by: int) -> None:
        """Go to the next or previous hit in the article."""
        bar = self._window.reader.find_bar
        if not bar.isVisible():
            if not self._window.reader.step_hit(by):
                self._window.reader.open_find()
        elif by > 0:
            bar.next()
        else:
            bar.previous()

    def go_to_found(self) -> None:
        """Open the first article that was found and give the list the keyboard."""
        table = self._window.documents.table

        def listed(_found: object) -> None:
            table.setFocus(Qt.FocusReason.OtherFocusReason)
            table.step(-table.documents.rowCount())

        # The list is asked after the search that was just begun.
        self._corpus.jobs.call(lambda _workspace: None, done=listed)

    def read_on(self) -> None:
        """Scroll by a page; at the end the article is read, and the next unread one comes."""
        if not self._window.reader.page_down():
            self._window.mark_read()
            self._corpus.step(1, unread=True)

    def star_document(self) -> None:
        """Star the articles chosen in the list if it has the keyboard, else the open one."""
        if self._several():
            self._window.documents.star_selected()
        else:
            self._window.marking.star_document()

    def read_document(self) -> None:
        """Set the articles chosen in the list as read or unread if it has the keyboard, else the open one."""
        if self._several():
            self._window.documents.read_selected()
        else:
            self._window.marking.read_document()

    def _several(self) -> bool:
        table = self._window.documents.table
        return table.hasFocus() and len(table.selected) > 1

    def next_pane(self) -> None:
        """Give the keyboard to the next pane."""
        window = self._window
        panes = [window.sources, window.documents, window.reader.text, window.panel.tree().tree]
        shown = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = -1
        for number, pane in enumerate(shown):
            if focus is not None and (focus is pane or pane.isAncestorOf(focus)):
                here = number
        shown[(here + 1) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def keys(self) -> None:
        """Show all keys."""
        from briefreader.ui.dialogs.keys import KeysDialog

        _open(KeysDialog(self._window))

    def about(self) -> None:
        """Say what this program is."""
        box = QMessageBox(self._window)
        box.setWindowTitle(_("About Briefreader"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"Briefreader {__version__}")
        box.setInformativeText(
            _("Reads articles, keeps the evidence, exports a sourced briefing.")
            + " "
            + _("Everything stays on this computer.")
        )
        _open(box)

    # -- passages and documents -------------------------------------------------------------------

    def copy(self) -> None:
        """Copy what is selected where the keyboard is, else the passage meant."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit):
            focus.copy()
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
                    self._corpus.apply([edit], _("change of title, outlet, date or tags"), again)

            dialog.accepted.connect(accepted)
            _open(dialog)

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
        if span is None and opened is not None:
            span = next((there for key in keys if (there := opened.place_of(key))), None)
            if span is not None:
                window.reader.text.put_caret(span.start)
        words = " ".join(span.of(opened.document.text).split()) if span and opened else ""
        look_for = window.search.look_for
        open_menu(
            passage_menu(window.actions_by_name, span is not None, words[:200], look_for, window), place
        )

    def entry_menu(self, entry: Entry, span: Span | None, place: QPoint) -> None:
        """Open the menu on a row of the side panel."""

        def go() -> None:
            if span is not None:
                self._corpus.open_document(entry.document, entry.key if entry.kind == "note" else span)

        open_menu(entry_menu(self._window.actions_by_name, go, self._window), place)

    def _say(self, text: str) -> None:
        self._corpus.notice.emit(Notice(text))


def _open(dialog: QDialog) -> None:
    """Open a dialog without waiting for its end; it is gone when it closes."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
