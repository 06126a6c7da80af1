"""A second start asks the window that is there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from briefreader.ui import one_window
from briefreader.ui.one_window import Doorbell, Request, ask


@pytest.fixture(autouse=True)
def sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


@pytest.fixture
def bell(qtbot: QtBot) -> Doorbell:
    return Doorbell()


def asked(qtbot: QtBot, workspace: Path, words: Mapping[str, Any]) -> bool | None:
    """Ask from another process, while this one goes on."""
    code = "import json, sys, pathlib; from briefreader.ui.one_window import ask; "
    code += "print(json.dumps(ask(pathlib.Path(sys.argv[1]), json.load(sys.stdin))))"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(workspace)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdin is not None and other.stdout is not None
        other.stdin.write(json.dumps(words).encode())
        other.stdin.close()
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=20_000)
        answer: bool | None = json.load(other.stdout)
    return answer


def test_nobody_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    assert asked(qtbot, tmp_path / "a.briefreader", {"do": "show"}) is None


def test_the_window_is_told_and_answers(qtbot: QtBot, bell: Doorbell, tmp_path: Path) -> None:
    heard: list[Mapping[str, Any]] = []

    def hear(request: Request) -> None:
        heard.append(request.words)
        request.answer(request.words["do"] == "bring")

    bell.asked.connect(hear)
    assert bell.listen(tmp_path / "a.briefreader")
    paths = ["/x/" + "é" * 50] * 3_000
    assert asked(qtbot, tmp_path / "a.briefreader", {"do": "bring", "paths": paths}) is True
    assert asked(qtbot, tmp_path / "a.briefreader", {"do": "open", "link": "x"}) is False
    assert asked(qtbot, tmp_path / "b.briefreader", {"do": "show"}) is None
    assert [words["do"] for words in heard] == ["bring", "open"]
    assert heard[0]["paths"] == paths


def test_another_workspace_is_listened_for_instead(qtbot: QtBot, bell: Doorbell, tmp_path: Path) -> None:
    bell.asked.connect(lambda request: request.answer(True))
    bell.listen(tmp_path / "a.briefreader")
    bell.listen(tmp_path / "b.briefreader")
    assert asked(qtbot, tmp_path / "a.briefreader", {"do": "show"}) is None
    assert asked(qtbot, tmp_path / "b.briefreader", {"do": "show"}) is True
    bell.close()
    assert asked(qtbot, tmp_path / "b.briefreader", {"do": "show"}) is None


def test_what_a_crash_left_is_swept_away(qtbot: QtBot, bell: Doorbell, tmp_path: Path) -> None:
    import socket

    left = socket.socket(socket.AF_UNIX)
    left.bind(one_window._place(tmp_path / "a.briefreader"))
    left.close()
    bell.asked.connect(lambda request: request.answer(True))
    assert bell.listen(tmp_path / "a.briefreader")
    assert asked(qtbot, tmp_path / "a.briefreader", {"do": "show"}) is True


@pytest.mark.parametrize(
    "line", [b"\n", b"[]\n", b"{\n", b'{"do": 7}\n', b'{"do": "erase"}\n', b"[" * 9_000 + b"\n"]
)
def test_rubbish_is_refused(qtbot: QtBot, bell: Doorbell, tmp_path: Path, line: bytes) -> None:
    bell.asked.connect(lambda request: pytest.fail(str(request.words)))
    bell.listen(tmp_path / "a.briefreader")
    socket = QLocalSocket()
    socket.connectToServer(one_window._place(tmp_path / "a.briefreader"))
    socket.write(line)
    qtbot.waitUntil(lambda: socket.canReadLine())
    assert socket.readAll().data() == b'{"taken": false}\n'


@pytest.fixture
def deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder too deep for a socket, in which the user's own folders are."""
    deep = tmp_path / ("d" * 100)
    deep.mkdir()
    for name in ("XDG_RUNTIME_DIR", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(deep))
    return deep


def test_a_place_that_is_too_long_gives_way_to_one_among_temporary_files(
    bell: Doorbell, deep: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    bell.asked.connect(lambda request: request.answer(True))
    assert bell.listen(tmp_path / "a.briefreader")
    place = Path(one_window._place(tmp_path / "a.briefreader"))
    assert place.parent.stat().st_mode & 0o777 == 0o700
    assert asked(qtbot, tmp_path / "a.briefreader", {"do": "show"}) is True


def test_where_every_place_is_too_long_nothing_is_listened_at(
    bell: Doorbell, deep: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(deep))
    assert not bell.listen(tmp_path / "a.briefreader")
    assert ask(tmp_path / "a.briefreader", {"do": "show"}) is None


def test_a_temporary_folder_that_others_can_get_into_is_not_used(
    deep: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    folder = tmp_path / f"briefreader-{os.getuid()}"
    folder.mkdir()
    folder.chmod(0o777)
    assert one_window._own_temporary() is None
