"""Which marks a filter takes."""

from __future__ import annotations

import pytest

from briefreader.domain.annotation import Annotation
from briefreader.domain.noting import NotesFilter, kinds_of
from store.made import mark

MARKS = {
    "yellow": mark("y", "a", colour="yellow", author="Ann"),
    "line": mark("l", "a", underline="red", starred=True),
    "noted": mark("n", "a", note="Đà Nẵng", tags=("trade",)),
    "tagged": mark("t", "a", tags=("trade", "x")),
    "whole": Annotation("w", "a", None, note="all of it"),
}


def taken(**values: object) -> set[str]:
    wanted = NotesFilter(**values)  # type: ignore[arg-type]
    return {name for name, each in MARKS.items() if wanted.takes(each)}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, set(MARKS)),
        ({"colours": frozenset({"red"})}, {"line"}),
        ({"colours": frozenset({"red", "yellow"})}, {"line", "yellow"}),
        ({"kinds": frozenset({"tag"})}, {"tagged"}),
        ({"kinds": frozenset({"note", "star"})}, {"noted", "line"}),
        ({"kinds": frozenset({"whole"})}, {"whole"}),
        ({"tags": frozenset({"trade"}), "kinds": frozenset({"note"})}, {"noted"}),
        ({"authors": frozenset({"Ann"})}, {"yellow"}),
        ({"words": "da nang"}, {"noted"}),
        ({"words": "TRADE abc"}, {"noted", "tagged"}),
    ],
)
def test_a_filter_takes_what_it_says(values: dict[str, object], expected: set[str]) -> None:
    assert taken(**values) == expected
    assert NotesFilter(**values).narrows == bool(values)  # type: ignore[arg-type]


def test_a_mark_can_be_of_several_kinds() -> None:
    assert kinds_of(MARKS["line"]) == {"underline", "star"}
    assert kinds_of(MARKS["whole"]) == {"whole"}
