"""Starting the window."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication

from briefreader import __version__
from briefreader.domain.errors import BriefreaderError
from briefreader.i18n import choose
from briefreader.library.links import SCHEME, parse
from briefreader.library.workspace import holder, is_workspace, last_workspace, made, recent, workspace_for
from briefreader.resources import resource
from briefreader.settings import load_settings
from briefreader.ui.collecting import Collector
from briefreader.ui.commands import text_ratio
from briefreader.ui.corpus import Corpus
from briefreader.ui.errors import Faults
from briefreader.ui.jobs import Jobs
from briefreader.ui.keymap import Keymap, keys_path
from briefreader.ui.one_window import ask
from briefreader.ui.speaking import speak
from briefreader.ui.theme import SANS, Theme, load_fonts
from briefreader.ui.window import Window

_UNPAINTED_MS = 1_000


def run(paths: Sequence[str | Path] = ()) -> int:
    """Open the window on folders, files, a workspace or an address, and return when it is closed.

    A folder opens its workspace; a workspace file opens itself; files are imported into the
    workspace that was open last. Without a path that workspace is opened. An address opens the workspace
    that has its article. If another window has the workspace open, that one does it, and this one ends.
    """
    wanted = [path_of(path) if isinstance(path, str) else path for path in paths]
    if _taken(wanted):
        return 0
    settings = load_settings()
    choose(settings.language)
    app = make_application()
    faults = Faults()
    faults.watch()
    theme = Theme(settings.theme)
    theme.dress_text(text_ratio(settings), settings.face)
    theme.keep_still(settings.reduce_motion)
    theme.apply()
    _collector = Collector(app)
    corpus = Corpus(Jobs(), settings.author)
    window = Window(corpus, theme, settings, _layout(), Keymap(keys_path()))
    first = _FirstPaint(window, lambda: _open(window, wanted))
    window.installEventFilter(first)
    window.show()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return app.exec()


class _FirstPaint(QObject):
    """Does something once the window has been painted, or soon if it is not: it may be minimised.

    Opening the store takes longer than all that comes before, and would take the processor from it.
    """

    def __init__(self, window: Window, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        self._timer = QTimer(self, singleShot=True, interval=_UNPAINTED_MS)
        self._timer.timeout.connect(then)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first painting."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            if self._timer.isActive():
                self._timer.start(0)
        return False


def make_application() -> QApplication:
    """Return Qt's application, dressed: style, fonts, name."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("briefreader")
    app.setApplicationDisplayName("Briefreader")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("briefreader")
    app.setStyle("Fusion")
    speak(app)
    load_fonts()
    font = QFont(SANS)
    points = app.font().pointSizeF()
    # The system's size counts; 9 pt is Qt's own default where no desktop says anything.
    font.setPixelSize(max(11, round(13 * (points if points > 0 else 9) / 9)))
    app.setFont(font)
    app.setWindowIcon(QIcon(str(resource("icons/briefreader.svg"))))
    return app


def _layout() -> QSettings:
    from platformdirs import user_state_path

    folder = user_state_path("briefreader", appauthor=False)
    with suppress(OSError):  # without it the layout does not come back, and that is all
        folder.mkdir(parents=True, exist_ok=True)
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


def path_of(argument: str) -> Path | str:
    """Return what an argument names: a path, also where it is written as file:…; an address as it is."""
    if argument.startswith(f"{SCHEME}:"):
        return argument
    if argument.startswith("file:"):
        return Path(QUrl(argument).toLocalFile())
    return Path(argument)


def _taken(wanted: Sequence[Path | str]) -> bool:
    """Tell whether a window that is open does what is wanted."""
    addresses = [each for each in wanted if isinstance(each, str)]
    if addresses:
        try:
            found = holder(parse(addresses[0]).document, recent())
        except BriefreaderError:
            return False  # the window says what is wrong with it
        return found is not None and ask(found, {"do": "open", "link": addresses[0]}) is not None
    paths = [each for each in wanted if isinstance(each, Path)]
    folders = [path for path in paths if path.is_dir()]
    workspaces = [path for path in paths if is_workspace(path)]
    if folders:
        workspace: Path | None = workspace_for(folders[0])
    else:
        workspace = workspaces[0] if workspaces else last_workspace()
    if workspace is None:
        return False
    others = [path.absolute() for path in paths if path not in workspaces and path not in folders[:1]]
    return ask(workspace, {"do": "bring", "paths": [str(path) for path in others]}) is not None


def _open(window: Window, wanted: Sequence[Path | str]) -> None:
    try:
        for address in (each for each in wanted if isinstance(each, str)):
            opening = partial(_open_link, window, address)
            window.corpus.workspace_opened.connect(opening, Qt.ConnectionType.SingleShotConnection)
        _open_paths(window, [each for each in wanted if isinstance(each, Path)])
    except BriefreaderError as error:
        window.corpus.report(error)


def _open_link(window: Window, address: str, _workspace: object) -> None:
    window.commands.links.open(address)


def _open_paths(window: Window, paths: Sequence[Path]) -> None:
    folders = [path for path in paths if path.is_dir()]
    workspaces = [path for path in paths if is_workspace(path)]
    files = [path for path in paths if path not in folders and path not in workspaces]
    if folders:
        window.open_folder(folders[0])
    elif workspaces:
        window.open_workspace(workspaces[0])
    else:
        window.open_workspace(last_workspace() or _first_workspace())
    if files or folders[1:]:
        window.bringing.bring([*folders[1:], *files])


def _first_workspace() -> Path:
    from platformdirs import user_data_path

    return made(user_data_path("briefreader", appauthor=False)) / "Briefreader.briefreader"
