"""Asking where something is to be written to, and saying where it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from briefreader.i18n import _, plural
from briefreader.ui.corpus import Corpus, Notice

Then = Callable[[Path], object]

_LONGEST = 80  # characters of a suggested name: no system takes more than 255 bytes with the ending


def ask_file(parent: QWidget, title: str, name: str, label: str, suffix: str, then: Then) -> None:
    """Ask which file to write; ``label`` says what kind it is, ``suffix`` is its ending with the full stop.

    A name made of ``name`` is suggested. The ending is put on where it is not there, and a file is replaced
    only if that was wanted; ``then`` gets the path.
    """
    start = str(Path.home() / (file_name(name) + suffix))
    dialog = QFileDialog(parent, title, start, f"{label} (*{suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # With the ending put on by the dialog itself, it asks before it takes the place of a file.
    dialog.setDefaultSuffix(suffix.lstrip("."))

    def chosen(text: str) -> None:
        path = Path(text)
        if path.name.casefold().endswith(suffix):
            then(path)
            return
        # The dialog leaves a name with any full stop in it alone, so it has asked about another file.
        whole = path.with_name(path.name + suffix)
        ask_replacing(parent, title, [whole] if whole.exists() else [], lambda: then(whole))

    _open(dialog, chosen)


def ask_folder(parent: QWidget, title: str, then: Then) -> None:
    """Ask for the folder to write files into."""
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, lambda text: then(Path(text)))


def ask_replacing(parent: QWidget, title: str, there: Sequence[Path], go_on: Callable[[], object]) -> None:
    """Ask whether files that are there are to be replaced; without any, go on at once."""
    if not there:
        go_on()
        return
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(plural("{n} file of that name is there.", "{n} files of these names are there.", len(there)))
    names = [path.name for path in there[:5]] + (["…"] if len(there) > 5 else [])
    box.setInformativeText("\n".join(names))
    replace = box.addButton(_("Replace"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    replace.clicked.connect(lambda: go_on())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def file_name(words: str) -> str:
    """Return words as the name of a file, without its ending; letters, digits, spaces and dashes are kept."""
    kept = "".join(char for char in words if char.isalnum() or char in " -–_")
    return " ".join(kept.split())[:_LONGEST].strip() or _("Untitled")


def say_saved(corpus: Corpus, path: Path, notices: Sequence[str] = (), folder: bool = False) -> None:
    """Say in a notice where a file went, with what could not be shown in it; it offers to open it.

    With ``folder``, that shows the folder instead: there may be no program for the file, or many files.
    """

    def show() -> None:
        shown = path.parent if folder and path.is_file() else path
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown)))

    said = " ".join([_("Saved as {}.").format(path), *notices])
    corpus.notice.emit(Notice(said, "info", _("Show folder") if folder else _("Open"), show))


def _open(dialog: QFileDialog, chosen: Callable[[str], object]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    dialog.open()
