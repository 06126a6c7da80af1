"""The outline as a tree, and what is dragged within and into it."""

from __future__ import annotations

import json

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from briefreader.library import outlining
from briefreader.ui.adding import Wanted, dragged
from briefreader.ui.models.outline import HEAD, OWN, SOURCES, OutlineModel
from briefreader.ui.models.outline_words import words_of
from ui.briefs import WORDS, briefing, passage, quote, sentence

LINES = (sentence(), quote(), quote(1, proposed=True))
OUTLINE = briefing(*LINES)


def model() -> OutlineModel:
    made = OutlineModel()
    made.show(OUTLINE)
    return made


def test_it_is_a_tree_of_sections_and_lines(qtmodeltester: ModelTester) -> None:
    made = model()
    qtmodeltester.check(made)
    tops = [made.row(made.index(n, 0)) for n in range(made.rowCount())]
    assert [row.id for row in tops if row] == [HEAD, *(part.id for part in OUTLINE.parts), SOURCES]
    quotes = made.find(next(part.id for part in OUTLINE.parts if part.kind == "quotes"))
    assert made.rowCount(quotes) == 2
    row = made.row(quotes)
    assert row is not None and row.proposed == 1


def test_rows_are_said_in_words(qapp: object) -> None:
    made = model()
    said = made.data(made.find(LINES[2].id), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Quote. A Minister: “The delegation arrived in the capital”. proposed"
    said = made.data(made.find(LINES[0].id), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "My own words. Trade grew.. assessment: nothing is cited for it"
    assert words_of(outlining.line("text")) == "Nothing written yet"
    assert words_of(outlining.line("timeline", "", [passage(), passage(1)])) == "2 dates"


def test_other_words_leave_the_rows_in_place(qapp: object) -> None:
    made = model()
    resets, told = list[object](), list[QModelIndex]()
    made.modelReset.connect(lambda: resets.append(1))
    made.dataChanged.connect(lambda at, _to: told.append(at))
    assert not made.show(outlining.changed(OUTLINE, LINES[0].id, text="Other."))
    assert [made.data(at) for at in told] == ["Section", "Other."]
    assert made.show(outlining.without(OUTLINE, [LINES[0].id]))
    assert resets == [1]


def test_only_rows_that_show_something_else_are_told_of(qapp: object) -> None:
    made = model()
    told: list[str] = []
    made.dataChanged.connect(lambda at, _to: told.append(made.row(at).id))  # type: ignore[union-attr]
    made.show(outlining.changed(OUTLINE, LINES[1].id, proposed=True))
    quotes = next(part.id for part in OUTLINE.parts if part.kind == "quotes")
    assert told == [quotes, LINES[1].id]


def test_lines_are_dragged_to_a_place_of_a_section(qapp: object) -> None:
    made = model()
    moved: list[tuple[list[str], str, int]] = []
    made.moved.connect(lambda ids, part, at: moved.append((ids, part, at)))
    data = made.mimeData([made.find(LINES[2].id)])
    assert json.loads(bytes(data.data(OWN).data())) == [LINES[2].id]
    part = next(part for part in OUTLINE.parts if part.kind == "quotes")
    made.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, made.find(part.id))
    made.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, made.find(OUTLINE.parts[0].id))
    assert moved == [([LINES[2].id], part.id, 0), ([LINES[2].id], OUTLINE.parts[0].id, 0)]
    assert not made.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, made.find(HEAD))


def test_a_section_is_dragged_between_others(qapp: object) -> None:
    made = model()
    moved: list[tuple[list[str], str, int]] = []
    made.moved.connect(lambda ids, part, at: moved.append((ids, part, at)))
    data = made.mimeData([made.find(OUTLINE.parts[2].id)])
    assert not made.canDropMimeData(data, Qt.DropAction.MoveAction, -1, -1, made.find(OUTLINE.parts[0].id))
    made.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
    assert moved == [([OUTLINE.parts[2].id], "", 0)]


def test_things_from_elsewhere_are_dropped_into_a_section(qapp: object) -> None:
    made = model()
    dropped: list[tuple[object, str, int]] = []
    made.dropped.connect(lambda wanted, part, at: dropped.append((wanted, part, at)))
    wanted = (Wanted("passage", "a", "", 0, 9),)
    part = OUTLINE.parts[0]
    made.dropMimeData(dragged(wanted, "x"), Qt.DropAction.CopyAction, -1, -1, made.find(part.id))
    assert dropped == [(wanted, part.id, -1)]
    nonsense = QMimeData()
    nonsense.setData(OWN, b"{")
    assert not made.canDropMimeData(nonsense, Qt.DropAction.MoveAction, -1, -1, made.find(part.id))


def test_a_fact_says_nothing_twice() -> None:
    def fact(label: str, value: str = "") -> str:
        return words_of(outlining.line("fact", "", [passage()], label=label, value=value))

    assert fact("delegation arrived") == WORDS
    assert fact("") == WORDS
    assert fact(f"{WORDS} today") == f"{WORDS} today"
    assert fact("trade", "$3 million") == f"trade $3 million – {WORDS}"
