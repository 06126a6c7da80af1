"""The sources of a briefing as BibTeX."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefreader.exporters import bibtex
from briefreader.exporters._legible import legible, on_one_line
from exporters.listed import BARE, ONE, text
from exporters.printed import HOSTILE


def told(entry: str, name: str) -> str:
    """Return a field of a BibTeX entry as TeX would print it."""
    value = re.search(rf"^  {name} = \{{(.*)\}},$", entry, re.MULTILINE)[1]
    for char, code in bibtex._LATEX.items():
        if len(code) > 2:
            value = value.replace(code, f"\0{ord(char)};")
    value = re.sub(r"\\([#$%&_])", r"\1", value.replace("-{}", "-")).replace("{", "").replace("}", "")
    return re.sub("\0(\\d+);", lambda match: chr(int(match[1])), value)


def test_bibtex_holds_the_source() -> None:
    entry = text("bibtex", ONE)
    assert entry.startswith("% UTF-8\n\n@misc{source-1-c886bb6c,\n  author = {{A. Reporter}},\n")
    assert "  month = may,\n" in entry and "  year = {2025},\n" in entry
    assert "  url = {https://example.org/a?b=1&c=%7B2%7D},\n" in entry
    assert "month" not in text("bibtex", BARE) and "author" not in text("bibtex", BARE)


@pytest.mark.parametrize("said", [*HOSTILE, "}, title = {x", "50 % & #1 -- $5_000", "a\\input{/etc/passwd}"])
def test_bibtex_gives_back_any_text(said: str) -> None:
    line = on_one_line(legible(said, {}))
    entry = text("bibtex", replace(ONE, title=said))
    assert entry.count("{") == entry.count("}")
    if line:
        assert told(entry, "title") == line
        assert len(entry.splitlines()) == len(text("bibtex", ONE).splitlines())
