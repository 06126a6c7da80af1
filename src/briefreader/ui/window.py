"""The main window: sources and dates, the list, the reader and the side panel, side by side."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMenu,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from briefreader.i18n import _, plural
from briefreader.library import annotating
from briefreader.library.workspace import remember_recent, workspace_for
from briefreader.settings import Settings
from briefreader.ui.actions import PASSAGE, VIEW, make_actions, paint_icons
from briefreader.ui.arrangement import Arrangement
from briefreader.ui.bringing import Bringing
from briefreader.ui.choosing import Choosing
from briefreader.ui.commands import Commands
from briefreader.ui.corpus import Corpus, Listing, Notice, Opened
from briefreader.ui.keymap import Keymap
from briefreader.ui.mark_menu import MarkMenu
from briefreader.ui.marking import Marking, Target
from briefreader.ui.menus import dress_colours
from briefreader.ui.offers import WHY
from briefreader.ui.places import Places, SideButtons
from briefreader.ui.theme import Theme
from briefreader.ui.tool_bar import tool_bar
from briefreader.ui.view_menu import ViewMenu
from briefreader.ui.views.compare import CompareView
from briefreader.ui.views.dates import DateFilter
from briefreader.ui.views.documents import DocumentList
from briefreader.ui.views.margin_notes import MarginNotes
from briefreader.ui.views.notices import Activity, Looking, NoticeBar
from briefreader.ui.views.panel import SidePanel
from briefreader.ui.views.reader import ReaderView
from briefreader.ui.views.scenes import scenes
from briefreader.ui.views.search import SearchField
from briefreader.ui.views.selection_bar import SelectionBar
from briefreader.ui.views.sources import SourceList
from briefreader.ui.views.stage import Stage

_LAST = "open"
_READ_MS = 1_500
_SAID_MS = 8_000


class Window(QMainWindow):
    """Briefreader's window over one shared corpus."""

    def __init__(
        self,
        corpus: Corpus,
        theme: Theme,
        settings: Settings,
        layout: QSettings | None = None,
        keymap: Keymap | None = None,
    ) -> None:
        super().__init__()
        self.corpus = corpus
        self.theme = theme
        self.settings = settings
        self._layout = layout
        self.keymap = keymap if keymap is not None else Keymap()
        self._restored = False
        self.setWindowTitle("Briefreader")
        self.setAcceptDrops(True)
        self.setMinimumHeight(480)
        self.resize(1440, 900)
        self._make_panels()
        self._make_marking()
        self.places = Places(corpus, self.reader, self)
        self.commands = Commands(self)
        self.actions_by_name = make_actions(self, theme, self.commands.slots())
        self._dress_actions()
        self.selection_bar = SelectionBar(self.reader.text, self.actions_by_name)
        self.selection_bar.set_on(settings.selection_bar)
        self._make_view_menu()
        self.commands.keyboard.follow()
        self.addToolBar(tool_bar(self.actions_by_name, self.search, self))
        self._make_status_bar()
        self._connect()
        self.commands.comparing.attend()
        self.commands.briefing.attend()
        self._restore_layout()
        self.arrangement.clamp()

    @property
    def kept(self) -> QSettings | None:
        """Return what is kept of the window over sessions that is no setting; None if nothing is."""
        return self._layout

    # -- the parts ---------------------------------------------------------------------------------

    def _make_panels(self) -> None:
        corpus, theme = self.corpus, self.theme
        self.sources = SourceList(corpus, theme, self)
        self.dates = DateFilter(corpus, theme, self)
        self.documents = DocumentList(corpus, theme, self)
        self.reader = ReaderView(corpus, theme, self.settings, self)
        self.compare = CompareView(corpus, theme, self.settings, self.reader, self)
        self.panel = SidePanel(corpus, theme, self)
        self.left = QWidget(self)
        self.left.setObjectName("panel")
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sources, 1)
        column.addWidget(self.dates)
        self.stage = Stage(self.documents, scenes(corpus, theme), self)
        self.arrangement = Arrangement(self, self.stage, self.left, self.compare, self.panel)
        self.splitter = self.arrangement.splitter
        whole = QWidget(self)
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.stage.tabs)
        rows.addWidget(self.splitter, 1)
        self.setCentralWidget(whole)
        self.notice_bar = NoticeBar(theme, self, self.reader)
        self.activity = Activity(theme, self)
        self.looking = Looking(self)
        self.search = SearchField(corpus, theme, self)

    def _make_marking(self) -> None:
        self.choosing = Choosing(self.corpus, self.reader, self.panel.reveal, self._say)
        self.marking = Marking(self.corpus, self._meant, self.reader.settled_selection, self)
        self.margin_notes = MarginNotes(self.corpus, self.reader.text, self.theme, self.marking.write)
        self.marking.beside = self.margin_notes.write_on
        self.bringing = Bringing(self.corpus, self.activity, self.settings.jobs, self)
        self.bringing.show_failures = lambda: self.commands.failures()
        self.bringing.show_marks = lambda: self.commands.placing.show_all()
        # A document counts as read when it has been in the reader for a moment.
        self._reading = QTimer(self, singleShot=True, interval=_READ_MS)
        self._reading.timeout.connect(self.mark_read)

    def _paint_actions(self) -> None:
        paint_icons(self.actions_by_name, self.theme)
        dress_colours(self.actions_by_name, self.theme, self.corpus.colours.names)

    def _dress_actions(self) -> None:
        history, named = self.corpus.history, self.actions_by_name
        history.undoTextChanged.connect(self._name_undo)
        history.redoTextChanged.connect(self._name_redo)
        for name, able in (("undo", history.canUndoChanged), ("redo", history.canRedoChanged)):
            able.connect(named[name].setEnabled)
            named[name].setEnabled(False)
        self.places.changed.connect(self._able_to_go)
        self._able_to_go()
        SideButtons(
            self.places,
            [self.reader.text.viewport(), self.documents.table.viewport(), *self.panel.viewports()],
            self,
        )
        named["undo"].setProperty(WHY, _("There is nothing to undo."))
        named["redo"].setProperty(WHY, _("There is nothing to do again."))
        named["back"].setProperty(WHY, _("This is the first place."))
        named["forward"].setProperty(WHY, _("Nothing was gone back from."))
        self._paint_actions()
        self.theme.changed.connect(self._paint_actions)
        self.corpus.colours.changed.connect(self._paint_actions)
        space = self.actions_by_name["read_on"]
        space.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.reader.addAction(space)
        self.documents.addAction(space)

    def _make_view_menu(self) -> None:
        self.view_menu = ViewMenu(self, self.stage)
        view = next(menu for menu in self.menuBar().findChildren(QMenu) if menu.title() == _(VIEW))
        self.mark_menu = MarkMenu(self.reader, self.actions_by_name, view)
        passage = next(menu for menu in self.menuBar().findChildren(QMenu) if menu.title() == _(PASSAGE))
        self.view_menu.spare_facts(passage, self.actions_by_name)

    def _able_to_go(self) -> None:
        """Let back and forward be chosen only where there is a place to go to."""
        self.actions_by_name["back"].setEnabled(self.places.can_go_back)
        self.actions_by_name["forward"].setEnabled(self.places.can_go_forward)

    def _name_undo(self, text: str) -> None:
        """Say in the menu what undo would take back."""
        self.actions_by_name["undo"].setText(f"{_('&Undo')} {text}".strip())

    def _name_redo(self, text: str) -> None:
        """Say in the menu what redo would do again."""
        self.actions_by_name["redo"].setText(f"{_('&Redo')} {text}".strip())

    def _make_status_bar(self) -> None:
        bar = QStatusBar(self)
        bar.setSizeGripEnabled(False)
        self._counts = QLabel(self)
        self._counts.setTextFormat(Qt.TextFormat.PlainText)
        self._counts.setContentsMargins(10, 0, 0, 0)
        bar.addWidget(self._counts, 1)
        bar.addPermanentWidget(self.looking)
        bar.addPermanentWidget(self.activity)
        self.setStatusBar(bar)

    def _connect(self) -> None:
        corpus, commands = self.corpus, self.commands
        corpus.notice.connect(self.notice_bar.show_notice)
        corpus.surveying.connect(self.looking.follow)
        self.search.found_wanted.connect(commands.go_to_found)
        corpus.listed.connect(self._listed)
        corpus.document_opened.connect(self._opened)
        corpus.workspace_opened.connect(self._workspace_opened)
        self.reader.menu_requested.connect(commands.articles.reader_menu)
        self.reader.marks_clicked.connect(self.choosing.clicked)
        self.reader.details_requested.connect(commands.articles.edit_details)
        self.reader.size_wanted.connect(commands.resize_text)
        self.reader.star_requested.connect(self.marking.star_document)
        self.panel.claim_requested.connect(commands.show_claim)
        self.panel.menu_requested.connect(commands.articles.entry_menu)
        self.panel.placing.place_requested.connect(commands.placing.place)
        self.panel.placing.confirm_requested.connect(commands.placing.confirm)
        self.panel.edit_requested.connect(commands.articles.edit_entry)
        self.documents.details_requested.connect(commands.articles.edit_details)
        self.documents.tag_requested.connect(commands.articles.tag_documents)
        self.documents.reader_requested.connect(self.reader.text.setFocus)
        self.documents.import_requested.connect(self.bringing.choose_files)

    # -- the workspace ---------------------------------------------------------------------------------

    def open_folder(self, folder: Path) -> None:
        """Open the workspace of a folder, made if need be, and import what is new in the folder."""
        self.open_workspace(workspace_for(folder), str(folder.resolve()))

    def open_workspace(self, path: Path, folder: str = "") -> None:
        """Open a workspace; if it is that of a folder, what is new in the folder is imported.

        If another window has it open, that window comes to the front instead.
        """
        if self.commands.links.elsewhere(path):
            self.corpus.notice.emit(Notice(_("That workspace is open in another window, which shows it.")))
            return

        def then() -> None:
            remember_recent(path)
            self.check_folder(quietly=True)

        self.reader.remember_place()
        self.corpus.open_workspace(path, folder, then)

    def _workspace_opened(self, path: Path) -> None:
        self._restored = False
        self.corpus.jobs.call(
            lambda workspace: workspace.folder,
            done=lambda folder: self._name(folder.name if folder else path.stem),
        )

        def recalled(id: str) -> None:
            if id and self.corpus.opened is None:
                self._restored = True
                self.corpus.open_document(id)

        self.corpus.jobs.call(lambda workspace: workspace.store.recall(_LAST), done=recalled)

    def _name(self, workspace: str) -> None:
        own = workspace in ("", "Briefreader")  # the workspace without a folder has no name of its own
        self.setWindowTitle("Briefreader" if own else f"{workspace} – Briefreader")

    def check_folder(self, quietly: bool = False) -> None:
        """Import what is new in the workspace's folder; ``quietly`` says nothing if nothing is."""

        def found(folder: Path | None) -> None:
            if folder is not None and folder.is_dir():
                self.bringing.bring([folder], quietly)
            elif folder is not None:
                gone = _("The folder “{}” is not there now; what was read from it is kept.").format(folder)
                self.corpus.notice.emit(Notice(gone, "warning"))
            elif not quietly:
                self.corpus.notice.emit(Notice(_("This workspace has no folder. Import files or a folder.")))

        self.corpus.jobs.call(lambda workspace: workspace.folder, done=found)

    def _listed(self, listing: Listing) -> None:
        # While articles come in, the first of the list is not yet the first.
        settled = not self._restored and not self.activity.busy
        if self.corpus.opened is None and listing.ids and settled:
            self._restored = True
            self.corpus.open_document(listing.ids[0])
        counts = listing.counts
        said = [
            plural("{n} unread", "{n} unread", counts.unread),
            plural("{n} starred", "{n} starred", counts.starred),
            plural("{n} with notes or marks", "{n} with notes or marks", counts.annotated),
            plural("{n} without a date", "{n} without a date", counts.undated),
        ]
        self._counts.setText(" · ".join(said) if listing.ids else "")

    def _opened(self, opened: Opened | None) -> None:
        self._reading.stop()
        if opened is None:
            return
        id = opened.document.id
        self.corpus.jobs.call(lambda workspace: workspace.store.remember(_LAST, id))
        if not opened.status.read:
            self._reading.start()

    def mark_read(self) -> None:
        """Set the open article as read, if it is not."""
        opened = self.corpus.opened
        if opened is not None and not opened.status.read:
            self.corpus.apply_quietly([annotating.set_status(opened.status, read=True)])

    def _say(self, words: str) -> None:
        self.statusBar().showMessage(words, _SAID_MS)

    def _meant(self) -> Target | None:
        chosen = self.panel.chosen()
        beside = self.compare.other.meant()
        if beside is not None:
            return Target(*beside)
        if chosen is None:
            return self.choosing.target()
        entry, span = chosen
        return Target(entry.document, span, entry.key if entry.kind == "note" else "")

    # -- Qt's own -----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if _files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what is dropped."""
        self.bringing.bring(_files(event.mimeData().urls()))
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the layout and the reading position, and let go of everything."""
        self.margin_notes.save()
        self.corpus.briefings.flushing.emit()
        self.reader.remember_place()
        self.compare.close_other()
        self.commands.looks.focus(False)  # what is hidden for it is not gone
        self._keep_layout()
        self.commands.links.close()
        self.corpus.jobs.close()
        super().closeEvent(event)

    def _keep_layout(self) -> None:
        if self._layout is not None:
            self.mark_menu.keep(self._layout)
            self.arrangement.keep(self._layout)

    def _restore_layout(self) -> None:
        if self._layout is None:
            return
        self.mark_menu.restore(self._layout)
        shown = self.arrangement.restore(self._layout)
        for name, key in (("show_sources", "sources"), ("show_panel", "panel")):
            self.actions_by_name[name].setChecked(shown.get(key, True))
        self.stage.show_view(self.arrangement.kept_view(self._layout))

    def action(self, name: str) -> QAction:
        """Return an action by its name."""
        return self.actions_by_name[name]


def _files(urls: list[QUrl]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
