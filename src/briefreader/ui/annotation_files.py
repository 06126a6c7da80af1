"""Annotations out to other programs and in from them: the commands of the menu File."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from briefreader.i18n import _
from briefreader.library.workspace import Workspace
from briefreader.ui.article_commands import open_dialog
from briefreader.ui.corpus import Notice

if TYPE_CHECKING:
    from briefreader.library.receiving import Received
    from briefreader.ui.window import Window

Progress = Callable[[int, int, str], None]


def _receive(workspace: Workspace, path: Path, progress: Progress) -> Received:
    from briefreader.library import annotating, receiving

    return receiving.receive(workspace, receiving.read(path), annotating.now(), progress)


class AnnotationFiles(QObject):
    """Writes the annotations of the window's workspace to files, and takes those of files."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._corpus = window.corpus

    def export(self) -> None:
        """Ask for a format and which articles, say what is lost, and write the annotations."""
        from briefreader.ui.dialogs.share import ShareDialog

        if not self._corpus.listing.ids and self._corpus.opened is None:
            self._corpus.notice.emit(Notice(_("There is nothing to export yet: import articles first.")))
            return
        open_dialog(ShareDialog(self._corpus, self._window))

    def choose(self) -> None:
        """Ask for a file and take its annotations."""
        from briefreader.interchange import readable

        kinds = " ".join(f"*{suffix}" for each in readable() for suffix in each.SUFFIXES)
        dialog = QFileDialog(
            self._window,
            _("Import annotations"),
            str(Path.home()),
            _("Annotations ({kinds})").format(kinds=kinds),
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.take(Path(path)))
        open_dialog(dialog)

    def take(self, path: Path) -> None:
        """Add the annotations of a file, in one step that can be undone."""
        job = self._corpus.jobs.run(_receive, path, done=self._received, failed=self._corpus.report)
        if not self._window.activity.busy:
            self._window.activity.follow(job, _("Reading annotations …"))

    def _received(self, received: Received) -> None:
        self._corpus.apply(received.edits, _("import of annotations"))
        kind = "info" if received.whole else "warning"
        if not received.homeless:
            self._corpus.notice.emit(Notice(" ".join(received.said()), kind))
            return

        def show() -> None:
            from briefreader.ui.dialogs.homeless import HomelessDialog

            open_dialog(HomelessDialog(received.homeless, self._window))

        self._corpus.notice.emit(Notice(" ".join(received.said()), kind, _("Show"), show))
