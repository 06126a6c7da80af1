"""What the window's actions do that no panel does by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMessageBox,
)

from briefreader import __version__
from briefreader.domain.annotation import COLOURS
from briefreader.domain.errors import BriefreaderError
from briefreader.domain.query import Failure
from briefreader.i18n import _
from briefreader.settings import Settings, save_settings
from briefreader.ui.annotation_files import AnnotationFiles
from briefreader.ui.article_commands import ArticleCommands, open_dialog
from briefreader.ui.backup_commands import BackupCommands
from briefreader.ui.briefing_commands import BriefingCommands
from briefreader.ui.compare_commands import CompareCommands
from briefreader.ui.corpus import Notice
from briefreader.ui.judging_commands import JudgingCommands
from briefreader.ui.key_commands import KeyCommands
from briefreader.ui.link_commands import LinkCommands
from briefreader.ui.look_commands import LookCommands
from briefreader.ui.mark_menu import KINDS, action_of
from briefreader.ui.notes_commands import NotesCommands
from briefreader.ui.placing_commands import PlacingCommands
from briefreader.ui.tag_commands import TagCommands
from briefreader.ui.trash_commands import TrashCommands
from briefreader.ui.views.stage import ARTICLES

if TYPE_CHECKING:
    from briefreader.ui.window import Window


def text_ratio(settings: Settings) -> float:
    """Return how many times as large as usual words of sources are to be."""
    return settings.text_size / Settings().text_size


Slots = dict[str, Callable[..., object]]


class Commands(QObject):
    """The window's commands, by the names of its actions."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window = self._window = window
        self._corpus = window.corpus
        self.articles = ArticleCommands(window)
        self.judging = JudgingCommands(window)
        self.links = LinkCommands(window)
        self.looks = LookCommands(self)
        self.annotation_files = AnnotationFiles(window)
        self.keyboard = KeyCommands(window, window.keymap)
        self.placing = PlacingCommands(window)
        self.trash = TrashCommands(window)
        self.backups = BackupCommands(window)
        self.tags = TagCommands(window)
        self.notes = NotesCommands(window)
        self.comparing = CompareCommands(window)
        self.briefing = BriefingCommands(window)

    def slots(self) -> Slots:
        """Return what each action calls; those that can be checked are given whether they are."""
        own = self._file() | self._view() | self._go() | self._passage() | self._facts()
        return own | self.comparing.slots() | self.briefing.slots()

    def _file(self) -> Slots:
        window = self._window
        return {
            "open_folder": self.open_folder,
            "import_files": window.bringing.choose_files,
            "import_folder": window.bringing.choose_folder,
            "check_folder": window.check_folder,
            "failures": self.failures,
            "restore": self.backups.open,
            "export_annotations": self.annotation_files.export,
            "import_annotations": self.annotation_files.choose,
            "preferences": self.preferences,
            "quit": window.close,
            "undo": self._corpus.history.undo,
            "redo": self._corpus.history.redo,
            "copy": self.articles.copy,
            "copy_cited": self.articles.copy_cited,
            "copy_link": self.links.copy_link,
            "open_link": self.links.ask_for_link,
            "select_more": window.reader.select_more,
            "select_less": window.reader.text.narrow_selection,
            "find": window.reader.open_find,
            "find_next": lambda: self.find(1),
            "find_previous": lambda: self.find(-1),
            "search": window.search.take_focus,
            "palette": self.keyboard.palette,
            "keys": self.keyboard.sheet,
            "change_keys": self.keyboard.change,
            "tags": self.tags.open,
            "trash": self.trash.open,
            "register_links": self.links.register,
            "about": self.about,
        }

    def _view(self) -> Slots:
        window = self._window
        return {
            "show_sources": window.left.setVisible,
            "show_panel": window.panel.setVisible,
            **dict.fromkeys(("mark_facts", *map(action_of, KINDS)), lambda _on: None),  # MarkMenu hears them
            "show_map": window.reader.show_map,
            "unfold": window.reader.text.set_unfolded,
            "everything": window.panel.set_everything,
            "larger": lambda: self.resize_text(1),
            "smaller": lambda: self.resize_text(-1),
            "usual_size": lambda: self.resize_text(0),
            "more_spacing": lambda: self.looks.change("line_height", 1),
            "less_spacing": lambda: self.looks.change("line_height", -1),
            "wider_lines": lambda: self.looks.change("measure", 1),
            "narrower_lines": lambda: self.looks.change("measure", -1),
            "next_face": lambda: self.looks.turn("face"),
            "next_theme": lambda: self.looks.turn("theme"),
            "focus_mode": self.looks.focus,
            "full_screen": self.full_screen,
            **{f"view_{name}": partial(self.show_view, name) for name in window.stage.names},
        }

    def _go(self) -> Slots:
        window = self._window
        return {
            "back": window.places.back,
            "forward": window.places.forward,
            "next_document": lambda: window.documents.table.step(1),
            "previous_document": lambda: window.documents.table.step(-1),
            "next_unread": self.next_unread,
            "read_on": self.read_on,
            "next_entry": lambda: window.panel.tree().step(1),
            "previous_entry": lambda: window.panel.tree().step(-1),
            "go_sources": window.sources.setFocus,
            "go_documents": partial(self.show_view, ARTICLES),
            "go_reader": self.briefing.go_to_reader,
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
            "note_document": marking.note_document,
            "details": self.articles.edit_details,
            "open_web": self.links.open_web,
            "star": marking.star,
            "highlight": marking.highlight,
            "underline": marking.underline,
            "colour_names": self.colour_names,
            "note": marking.note,
            "tag": marking.tag,
            "next_mark": self._window.choosing.next,
            "remove": partial(self.placing.remove, marking.remove),
            "place_mark": self.placing.place,
            "confirm_mark": self.placing.confirm,
        }
        for colour in COLOURS:
            slots[f"highlight_{colour}"] = partial(marking.highlight, colour)
            slots[f"underline_{colour}"] = partial(marking.underline, colour)
        return self.notes.over(slots)

    def _facts(self) -> Slots:
        judging = self.judging
        return {
            "accept_fact": judging.accept,
            "reject_fact": judging.reject,
            "correct_fact": judging.correct,
            "release_fact": judging.release,
            "explain_fact": judging.explain,
        }

    # -- files ------------------------------------------------------------------------------------

    def open_folder(self) -> None:
        """Ask for a folder and open its workspace."""
        chosen = QFileDialog.getExistingDirectory(
            self._window, _("Open a folder of articles"), str(Path.home())
        )
        if chosen:
            try:
                self._window.open_folder(Path(chosen))
            except BriefreaderError as error:
                self._corpus.report(error)

    def failures(self) -> None:
        """Show what could not be read."""
        from briefreader.ui.dialogs.failures import FailuresDialog

        def show(failures: list[Failure]) -> None:
            dialog = FailuresDialog(failures, self._window)
            dialog.retry_requested.connect(self._window.bringing.bring)
            open_dialog(dialog)

        self._corpus.failures(show)

    def preferences(self) -> None:
        """Ask for the settings."""
        from briefreader.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._window.settings, self._window)
        dialog.accepted.connect(lambda: self.set_settings(dialog.settings()))
        open_dialog(dialog)

    def colour_names(self) -> None:
        """Ask what the colours of marks are to be called."""
        from briefreader.ui.dialogs.colour_names import ColourNamesDialog

        colours = self._corpus.colours
        dialog = ColourNamesDialog(colours.names, self._window.theme, self._window)
        dialog.accepted.connect(lambda: colours.set_names(dialog.names()))
        open_dialog(dialog)

    def set_settings(self, settings: Settings) -> None:
        """Take and keep other settings."""
        window = self._window
        window.settings = settings
        try:
            save_settings(settings)
        except OSError as error:
            reason = error.strerror or str(error)
            text = _("The settings could not be kept: {reason}.").format(reason=reason)
            self._corpus.notice.emit(Notice(text, "error"))
        self._corpus.author = settings.author
        window.bringing.jobs = settings.jobs
        window.selection_bar.set_on(settings.selection_bar)
        window.reader.set_typography(settings)
        window.compare.set_typography(settings)
        window.theme.dress_text(text_ratio(settings), settings.face)
        window.theme.keep_still(settings.reduce_motion)
        window.theme.choose(settings.theme)

    # -- views over all articles ----------------------------------------------------------------------

    def show_view(self, name: str) -> None:
        """Show a view beside the reader and give it the keyboard."""
        self._window.stage.show_view(name).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_claim(self, id: str) -> None:
        """Show a claim in the ledger."""
        ledger = self._window.stage.show_view("ledger")
        ledger.show_claim(id)  # type: ignore[attr-defined]

    # -- looking ----------------------------------------------------------------------------------

    def resize_text(self, by: int) -> None:
        """Make the article's text larger or smaller; 0 brings the usual size back."""
        settings = self._window.settings
        size = Settings().text_size if by == 0 else min(32, max(12, settings.text_size + by))
        if size != settings.text_size:
            self.set_settings(replace(settings, text_size=size))

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
            self.next_unread()

    def next_unread(self) -> None:
        """Open the next unread article of the list as it is seen: what was read meanwhile is still in it."""
        self._corpus.step(1, unread=True, among=self._window.documents.table.documents.ids)

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
        panes = [window.sources, window.stage.current(), window.reader.text, window.compare.other.text]
        shown = [pane for pane in (*panes, window.panel.tree().tree) if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = -1
        for number, pane in enumerate(shown):
            if focus is not None and (focus is pane or pane.isAncestorOf(focus)):
                here = number
        shown[(here + 1) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

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
        open_dialog(box)

    def _say(self, text: str) -> None:
        self._corpus.notice.emit(Notice(text))
