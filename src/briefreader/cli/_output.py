"""What the program writes to a terminal or a pipe."""

from __future__ import annotations

import os
import re
import sys
from json import dumps
from typing import TextIO

# What a terminal may act on, or what hides or turns what is shown: control and format characters,
# surrogates, private and unassigned ones, and line and paragraph separators.
_ALLOWED = "\n\t"
_SUSPECT = re.compile(r"[^\x20-\x7e]")
_DANGEROUS = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_WIDTH = 79


def harmless(text: str) -> str:
    """Return the text with every character that a terminal may act on replaced by U+FFFD."""
    return _SUSPECT.sub(_one, text)


def one_line(text: str) -> str:
    """Return the text in one harmless line."""
    return harmless(" ".join(text.split()))


def _one(match: re.Match[str]) -> str:
    from unicodedata import category

    char = match[0]
    return char if char in _ALLOWED or category(char) not in _DANGEROUS else "\ufffd"


def _escaped(match: re.Match[str]) -> str:
    char = match[0]
    return char if _one(match) == char else dumps(char)[1:-1]


class Output:
    """Standard output for results, standard error for progress and complaints."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._err = err or sys.stderr
        self._shown = 0
        for stream in (self._out, self._err):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(encoding="utf-8", errors="replace", newline="\n")
        self._live = self._err.isatty() and os.environ.get("TERM") != "dumb"

    def line(self, text: str = "") -> None:
        """Write a line of results for people."""
        self._clear()
        self._out.write(harmless(text) + "\n")

    def json(self, value: object) -> None:
        """Write a value as a line of JSON; what a terminal may act on is written as an escape."""
        self._clear()
        text = dumps(value, ensure_ascii=False, allow_nan=False)
        self._out.write(_SUSPECT.sub(_escaped, text) + "\n")
        self._out.flush()  # whoever reads a pipe gets each document when it is ready

    def error(self, text: str) -> None:
        """Complain in one line."""
        self._clear()
        self._err.write("briefreader: " + one_line(text) + "\n")
        self._err.flush()

    def progress(self, done: int, total: int, note: str = "") -> None:
        """Show how far the work is, if somebody watches."""
        share = f"{100 * done // total:3d} %" if total else ""
        self.status(f"{share}  {done:,} / {total:,}  {note}")

    def status(self, text: str) -> None:
        """Show a line that the next one takes the place of; an empty one clears it."""
        if not self._live:
            return
        self._clear()
        if text:
            self._err.write(one_line(text)[:_WIDTH])
            self._err.flush()
            self._shown = _WIDTH

    def flush(self) -> None:
        """Send everything off; a reader that has gone is noticed here."""
        self._clear()
        self._out.flush()
        self._err.flush()

    def abandon(self) -> None:
        """Write nothing more: whoever read the results has gone."""
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, self._out.fileno())

    def _clear(self) -> None:
        if self._shown:
            self._err.write("\r\x1b[K")
            self._err.flush()
            self._shown = 0
