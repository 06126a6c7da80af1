from __future__ import annotations

from interchange.marked import MARKS, SHARED


def test_the_marks_of_all_documents_are_its_marks() -> None:
    assert SHARED.marks == MARKS
    assert [mark.whole for mark in SHARED.marks] == [True, True, *[False] * (len(MARKS) - 2)]
