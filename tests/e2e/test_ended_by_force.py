"""A program that is ended by force while it exports leaves the old file whole, and nothing for ever."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefreader import cli
from briefreader.domain.errors import ExportError
from briefreader.engine.local import LocalEngine
from briefreader.library import exporting
from briefreader.library.workspace import open_workspace
from exporters.printed import briefing

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals as on Unix")

STOPPING = """
import os, sys, time
from briefreader import cli

def stop(_handle):
    print("writing", flush=True)
    time.sleep(600)

os.fsync = stop
cli.run(sys.argv[1:], lambda _paths: 0)
"""
ARTICLE = "date 2025-12-04 Minsk and Hanoi signed a protocol\n\nTrade amounted to $244 million in 2024.\n"


def run(*arguments: str | Path) -> int:
    return cli.run([str(each) for each in arguments], lambda _paths: 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    (place / "one.txt").write_text(ARTICLE, encoding="utf-8")
    return place


@pytest.mark.parametrize("format", ["pdf", "docx", "html"])
def test_the_command(format: str, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    target, file = out / f"brief.{format}", tmp_path / "w.briefreader"
    assert run("import", folder, "--workspace", file, "--jobs", "0") == cli.DONE
    target.write_bytes(b"the old one")
    command = ("export", "--workspace", str(file), "-o", str(target), "--force")
    with subprocess.Popen([sys.executable, "-c", STOPPING, *command], stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert b"writing" in program.stdout.readline()
        program.send_signal(signal.SIGKILL)
    assert target.read_bytes() == b"the old one"
    (left,) = set(out.iterdir()) - {target}
    os.utime(left, (time.time() - 3600, time.time() - 3600))
    assert run(*command) == cli.DONE
    assert list(out.iterdir()) == [target]
    assert len(target.read_bytes()) > 1000
    with open_workspace(file) as workspace:
        assert len(list(workspace.store.documents())) == 1


def end_workers() -> None:
    for worker in multiprocessing.active_children():
        if worker.pid is not None:
            os.kill(worker.pid, signal.SIGKILL)


def test_a_worker_that_is_ended_once_is_replaced() -> None:
    engine = LocalEngine(1)
    first, _notices = exporting.render(briefing(), engine)
    ended: list[bool] = []

    def tick() -> None:
        if not ended:
            end_workers()
            ended.append(True)

    try:
        data, _notices = exporting.render(briefing(), engine, tick=tick)
    finally:
        engine.close()
    assert ended and data == first


def test_a_worker_that_is_ended_again_and_again_is_told_in_a_sentence() -> None:
    engine = LocalEngine(1)
    try:
        with pytest.raises(ExportError, match="The briefing was not made"):
            exporting.render(briefing(), engine, tick=end_workers)
        assert exporting.render(briefing(), engine)[0].startswith(b"%PDF-")
    finally:
        engine.close()
