"""Addresses of passages: copying one, opening one, and what another start of the program asks for."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from briefreader.domain.errors import BriefreaderError
from briefreader.i18n import _
from briefreader.library.desktop import register
from briefreader.library.links import SCHEME, Link, link, parse, place_of
from briefreader.library.web import address_at, openable
from briefreader.library.workspace import Progress, Workspace, holder, recent
from briefreader.ui.corpus import Notice, Opened
from briefreader.ui.dialogs.asking import AskDialog
from briefreader.ui.dialogs.asking import ask as ask_words
from briefreader.ui.dialogs.web import ask_to_open
from briefreader.ui.one_window import Doorbell, Request, ask

if TYPE_CHECKING:
    from briefreader.ui.window import Window

_WIDE = 560  # pixels: addresses are long


class LinkCommands(QObject):
    """What the window does with addresses, and for other starts of the program."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._corpus = window.corpus
        self._bell = Doorbell(self)
        self._bell.asked.connect(self._asked)
        window.corpus.workspace_opened.connect(self._bell.listen)

    # -- the keys -------------------------------------------------------------------------------------

    def copy_link(self) -> None:
        """Copy the address of the passage that is meant; without one, that of the open article."""
        target, opened = self._window.marking.target(), self._corpus.opened
        if target is None:
            if opened is None:
                self._say(_("Open an article first."))
            else:
                self._copy(link(opened.document.id), _("Link to the article copied."))
            return

        def found(opened: Opened | None) -> None:
            if opened is not None:
                span = opened.place_of(target.annotation) or target.span
                words = span.of(opened.document.text)
                self._copy(link(opened.document.id, span, words), _("Link to the passage copied."))

        self._corpus.fetch(target.document, found)

    def ask_for_link(self) -> None:
        """Ask for an address, the copied one if there is one, and open it."""
        copied = QGuiApplication.clipboard().text().strip()
        given = copied if copied.startswith(f"{SCHEME}:") else ""
        question = _("Address of an article or a passage:")
        dialog = AskDialog(_("Open link"), (), question, given, parent=self._window)
        dialog.setMinimumWidth(_WIDE)
        ask_words(dialog, self.open)

    def open_web(self) -> None:
        """Ask whether to open the web address at the caret, or else the page that the article came from."""
        opened = self._corpus.opened
        if opened is None:
            self._say(_("Open an article first."))
            return
        selection = self._window.reader.settled_selection()
        place = selection.start if selection else self._window.reader.text.caret
        address = address_at(opened.document.text, place) or openable(opened.document.url)
        if not address:
            self._say(_("There is no web address here, and none is known of the article."))
            return
        ask_to_open(address, self._window)

    def register(self) -> None:
        """Let links in briefings and notes open in this program."""

        def done(entry: Path) -> None:
            said = _("Links to passages now open in Briefreader. “{path}” says so to the desktop.")
            self._say(said.format(path=entry))

        self._corpus.jobs.run(_register, done=done)

    # -- opening ----------------------------------------------------------------------------------------

    def open(self, address: str) -> None:
        """Show what an address names: here, in the window that has it open, or from another workspace."""
        try:
            meant = parse(address)
        except BriefreaderError as error:
            self._corpus.report(error)
            return
        self._here(meant, lambda there: None if there else self._elsewhere(meant, address))

    def _here(self, meant: Link, answer: Callable[[bool], object]) -> None:
        """Show what is meant if it is in the open workspace; say whether it is."""

        def found(opened: Opened | None) -> None:
            if opened is not None:
                self._show(opened, meant)
            answer(opened is not None)

        if self._corpus.jobs.path is None:
            answer(False)
        else:
            self._corpus.fetch(meant.document, found)

    def _show(self, opened: Opened, meant: Link) -> None:
        place = place_of(meant, opened.document.text)
        self._corpus.open_document(meant.document, place)
        if meant.span is not None and place is None:
            self._say(_("The passage is no longer in the article."), "warning")

    def _elsewhere(self, meant: Link, address: str) -> None:
        own = self._corpus.jobs.path
        others = [path for path in recent() if own is None or path != own.resolve()]

        def found(path: Path | None) -> None:
            if path is None:
                self._say(
                    _("None of the workspaces that were open lately has the article of this link."), "warning"
                )
                return
            if ask(path, {"do": "open", "link": address}) is not None:
                self._say(_("That is in another window, which shows it."))
                return
            self._corpus.open_workspace(path, then=lambda: self._here(meant, lambda _there: None))

        self._corpus.jobs.run(_holder, meant.document, others, done=found)

    # -- what others ask --------------------------------------------------------------------------------

    def elsewhere(self, path: Path) -> bool:
        """Tell whether another window has a workspace open; if so, it comes to the front."""
        own = self._corpus.jobs.path
        if own is not None and path.resolve() == own.resolve():
            return False
        return ask(path, {"do": "show"}) is not None

    def _asked(self, request: Request) -> None:
        words = request.words
        if words["do"] == "open":
            self._asked_for_link(request)
            return
        self.come_forward()
        paths = words.get("paths")
        if words["do"] == "bring" and isinstance(paths, list):
            given = [Path(path) for path in paths if isinstance(path, str)]
            QTimer.singleShot(0, self._window, lambda: self._bring(given))
        request.answer(True)

    def _bring(self, paths: list[Path]) -> None:
        if paths:
            self._window.bringing.bring(paths)
        else:
            self._window.check_folder(quietly=True)

    def _asked_for_link(self, request: Request) -> None:
        try:
            meant = parse(str(request.words.get("link", "")))
        except BriefreaderError:
            request.answer(False)
            return

        def answer(there: bool) -> None:
            if there:
                self.come_forward()
            with contextlib.suppress(RuntimeError):  # who asked is gone
                request.answer(there)

        self._here(meant, answer)

    def come_forward(self) -> None:
        """Bring the window to the front, as far as the desktop lets a program do that."""
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()

    def close(self) -> None:
        """Answer nobody any more."""
        self._bell.close()

    def _copy(self, address: str, said: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self._say(said)

    def _say(self, text: str, kind: str = "info") -> None:
        self._corpus.notice.emit(Notice(text, kind))


def _register(_workspace: Workspace, progress: Progress) -> Path:
    return register()


def _holder(_workspace: Workspace, document: str, among: Sequence[Path], progress: Progress) -> Path | None:
    return holder(document, among)
