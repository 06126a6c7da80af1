"""What the lists of sources for other programs have in common."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefreader.exporters._bibliography import day, key, notes_on
from exporters.listed import BARE, ONE
from exporters.printed import source


@pytest.mark.parametrize(
    ("date", "parts"),
    [("2025", (2025,)), ("2025-12", (2025, 12)), ("2025-12-04", (2025, 12, 4)), ("2025-W49", ()),
     ("2025-13", ()), ("", ()), ("٢٠٢٥", ())],
)  # fmt: skip
def test_a_date_goes_as_far_as_it_is_known(date: str, parts: tuple[int, ...]) -> None:
    assert day(date) == parts


def test_names_of_sources_differ_and_hold_no_markup() -> None:
    sources = [replace(source(n), sha256="zz{\\}" * n) for n in range(1, 50)]
    names = {key(each) for each in sources}
    assert len(names) == 49 and all(re.fullmatch("[a-z0-9-]+", name) for name in names)


def test_what_has_no_place_of_its_own_is_noted() -> None:
    assert list(notes_on(BARE)) == []
    assert "SHA-256: " + ONE.sha256 in list(notes_on(ONE))
