"""One window for each workspace: a second start asks the window that is there, and ends.

The window listens on a socket of the user's own, named after the workspace's file. What is asked and
answered is one line of JSON each.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 3_000
_CONNECT_MS = 500
_LONGEST_PLACE = 100  # bytes
_LONGEST = 1_000_000  # bytes of a line: some thousands of paths


class Request(QObject):
    """What another start of the program asks for; answer it once."""

    def __init__(self, words: Mapping[str, Any], socket: QLocalSocket) -> None:
        super().__init__(socket)
        self.words = words
        self._socket = socket

    def answer(self, taken: bool) -> None:
        """Say whether it is done, so that the other one knows that it can end."""
        self._socket.write(json.dumps({"taken": taken}).encode() + b"\n")
        self._socket.flush()
        self._socket.disconnectFromServer()


class Doorbell(QObject):
    """Listens for other starts of the program that want the workspace which is open here."""

    asked = Signal(object)
    """Request."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None
        self.workspace: Path | None = None

    def listen(self, workspace: Path) -> bool:
        """Listen for those who want this workspace; False if that is not possible, which is no harm."""
        from PySide6.QtNetwork import QLocalServer

        if self.workspace == workspace.resolve():
            return True
        self.close()
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._came)
        place = _place(workspace)
        if not place:
            return False
        if not server.listen(place) and ask(workspace, {"do": "nothing"}) is None:
            QLocalServer.removeServer(place)  # left by a window that crashed
            server.listen(place)
        if not server.isListening():
            server.deleteLater()
            return False
        self._server, self.workspace = server, workspace.resolve()
        return True

    def close(self) -> None:
        """Listen no more."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
        self._server = self.workspace = None

    def _came(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            words = _words(bytes(socket.readLine().data()))
            request = Request(words, socket)
            if words.get("do") in ("show", "bring", "open"):
                self.asked.emit(request)
            else:
                request.answer(False)
        elif socket.bytesAvailable() > _LONGEST:
            socket.abort()


def ask(workspace: Path, words: Mapping[str, Any]) -> bool | None:
    """Ask the window that has a workspace open; return whether it did so, None if there is no such window.

    A window that is too busy to answer counts as one that did not, though it will come to it.

    ``words["do"]`` is "show" (come to the front), "bring" (import ``paths``) or "open" (the ``link``).
    """
    place = _place(workspace)
    if not place or (os.name == "posix" and not Path(place).exists()):
        return None  # and Qt's network part need not be loaded
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(place)
    if not socket.waitForConnected(_CONNECT_MS):
        return None
    socket.write(json.dumps(dict(words)).encode() + b"\n")
    socket.flush()
    answer = b""
    while not answer.endswith(b"\n"):
        if not socket.bytesAvailable() and not socket.waitForReadyRead(_WAIT_MS):
            return False
        answer += bytes(socket.readAll().data())
    return bool(_words(answer).get("taken"))


def _words(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _place(workspace: Path) -> str:
    """Return the socket of a workspace, in a folder that is the user's alone; "" if there is no room for it.

    A path to a socket may have some 100 bytes at most.
    """
    name = "briefreader-" + hashlib.sha256(os.fsencode(workspace.resolve())).hexdigest()[:16]
    if os.name != "posix":
        return name  # a named pipe
    from platformdirs import user_state_path

    state = user_state_path("briefreader", appauthor=False)
    for folder in (os.environ.get("XDG_RUNTIME_DIR"), state, _own_temporary()):
        place = str(Path(folder or "") / name)
        if folder and os.access(folder, os.W_OK) and len(os.fsencode(place)) < _LONGEST_PLACE:
            return place
    return ""


def _own_temporary() -> Path | None:
    """Return a temporary folder that nobody but the user can get into; None if there is none."""
    folder = Path(tempfile.gettempdir()) / f"briefreader-{os.getuid()}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    ours = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
    return folder if ours else None
