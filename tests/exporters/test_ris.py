"""The sources of a briefing as RIS."""

from __future__ import annotations

import re
from dataclasses import replace

from briefreader.exporters._legible import on_one_line
from exporters.listed import BARE, ONE, text
from exporters.written import all_hostile


def test_ris_has_one_entry_on_each_line() -> None:
    lines = text("ris", ONE, BARE).split("\r\n")
    assert lines[0] == "TY  - NEWS" and lines.count("ER  - ") == 2
    assert "DA  - 2025/05/" in lines and "TI  - Title number 1" in lines
    assert not any(line.startswith("AU") for line in lines[lines.index("ER  - ") :])


def test_no_text_begins_an_entry_of_its_own_in_ris() -> None:
    evil = "Title\r\nER  - \r\nTY  - BOOK\nTI  - Another\u2028AU  - Nobody"
    lines = text("ris", replace(ONE, title=evil, author=evil, outlet=evil)).split("\r\n")
    assert sum(line.startswith(("TY  - ", "ER  - ")) for line in lines) == 2
    assert f"TI  - {on_one_line(evil)}" in lines
    for line in text("ris", *all_hostile().sources).split("\r\n"):
        assert not line or re.match("[A-Z][A-Z0-9]  - ", line)
        assert len(line.splitlines()) <= 1
