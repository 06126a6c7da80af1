"""A virtual screen, a window manager, and a person's hands: mouse and keyboard through xdotool."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NEEDED = ("Xvfb", "openbox", "xdotool", "qpdf", "pdftotext")
PATIENCE = 180.0  # seconds; analysis is modest: other work on the machine makes it wait


def missing() -> list[str]:
    """Return the programs that are needed and not there."""
    return [name for name in NEEDED if shutil.which(name) is None]


@contextlib.contextmanager
def virtual_screen(size: str = "1444x926x24") -> Iterator[str]:
    """Start a screen with a window manager, and give its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-ac", "-nolisten", "tcp"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as pipe:
        display = f":{pipe.readline().strip()}"
    manager = subprocess.Popen(
        ["openbox"], env=os.environ | {"DISPLAY": display},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield display
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)


class Person:
    """Uses the program: looks where things are, and acts with mouse and keys."""

    def __init__(
        self, display: str, home: Path, *paths: Path | str, env: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._env = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"} | {
            "DISPLAY": display,
            "HOME": str(home),
            "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}",
            "LC_ALL": "C.UTF-8",
            **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")},
            **env,
        }
        self._socket = home / "socket"
        self._socket.unlink(missing_ok=True)
        self.log = home / "log"
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-X", "faulthandler", str(HERE / "located.py"), self._socket, *paths],
                env=self._env, stdout=log, stderr=log,
            )  # fmt: skip
        self._line: Any = None
        self.until(self._connect, "the program to start")

    # -- looking -----------------------------------------------------------------------------------

    def see(self, expression: str) -> Any:
        """Return what an expression says about the window."""
        self._line.write(expression.encode() + b"\n")
        self._line.flush()
        said = json.loads(self._line.readline())
        if "error" in said:
            raise AssertionError(f"{expression}: {said['error']}")
        return said["answer"]

    def until(self, holds: Callable[[], Any] | str, what: str = "") -> Any:
        """Wait until something holds, and return it; what is waited for is named if it never does."""
        asked = (lambda: self.see(holds)) if isinstance(holds, str) else holds
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit:
            if self._process.poll() is not None:
                raise AssertionError(f"the program ended: {self.log.read_text(errors='replace')[-2000:]}")
            if found := asked():
                return found
            time.sleep(0.05)
        log = self.log.read_text(errors="replace")[-2000:]
        raise AssertionError(f"waited in vain for {what or holds}\n{log}")

    # -- acting ------------------------------------------------------------------------------------

    def act(self, *words: object) -> None:
        """Do something with xdotool."""
        subprocess.run(["xdotool", *map(str, words)], env=self._env, check=True, timeout=60)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.act("key", "--clearmodifiers", key)

    def write(self, text: str) -> None:
        """Type a text."""
        self.act("type", "--delay", "40", text)

    def click(self, widget: str) -> None:
        """Click in the middle of a widget."""
        left, top, width, height = self.see(f"on_screen({widget})")
        self.act("mousemove", "--sync", left + width // 2, top + height // 2, "click", 1)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag with the left button."""
        self.act("mousemove", "--sync", *start, "mousedown", 1)
        middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        for place in (middle, end):
            self.act("mousemove", "--sync", *place)
        self.act("mouseup", 1)

    def select(self, words: str) -> None:
        """Select words of the article with the mouse."""
        start, end = self.see(f"passage({words!r})")
        self.drag(tuple(start), tuple(end))
        self.until(
            f"window().corpus.selection is not None and "
            f"window().corpus.selection.of(window().corpus.opened.document.text) == {words!r}",
            f"the selection of {words!r}",
        )

    def start_again(self, *arguments: str) -> int:
        """Start the program once more, as a click on a link in another program does; return its exit code."""
        again = [sys.executable, "-m", "briefreader", *arguments]
        with self.log.open("ab") as log:
            return subprocess.run(again, env=self._env, stdout=log, stderr=log, timeout=PATIENCE).returncode

    # -- ending ------------------------------------------------------------------------------------

    def kill(self) -> None:
        """End the program as a power cut would."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(10)
        self._hang_up()

    def __enter__(self) -> Person:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._process.poll() is None:
            self.kill()
        self._hang_up()

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line.close()
            self._line = None

    def quit(self) -> int:
        """Close the window, and return the program's exit code."""
        self.press("ctrl+q")
        return self._process.wait(PATIENCE)

    def _connect(self) -> bool:
        with socket.socket(socket.AF_UNIX) as line:
            try:
                line.connect(str(self._socket))
            except OSError:
                return False
            self._line = line.makefile("rwb")
        return True
