"""What two windows make of one briefing is brought together, or is told to be apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.domain.annotation import Edit
from briefreader.domain.outline import Grade, Outline
from briefreader.library import outlining
from briefreader.library.merging import merged, rebased

STAMP = "2026-11-27T10:00:00+00:00"
LINES = [outlining.line("text", words) for words in ("One.", "Two.", "Three.")]
BLANK = outlining.blank("note", STAMP, "A visit")
LEAD, JUDGED = BLANK.parts[0].id, BLANK.parts[1].id
BASE = outlining.with_lines(BLANK, LINES, LEAD)


def words(outline: Outline | None) -> list[list[str]]:
    assert outline is not None
    return [[line.text for line in part.lines] for part in outline.parts]


def reworded(n: int, text: str, outline: Outline = BASE) -> Outline:
    return outlining.changed(outline, LINES[n].id, text=text)


def added(text: str, part: str = LEAD, at: int | None = None) -> Outline:
    return outlining.with_lines(BASE, [outlining.line("text", text)], part, at)


def test_each_keeps_what_it_changed() -> None:
    mine = replace(reworded(0, "First."), title="The visit")
    theirs = replace(reworded(2, "Third."), label="TLP:GREEN")
    both = merged(BASE, mine, theirs)
    assert words(both)[0] == ["First.", "Two.", "Third."]
    assert both is not None and (both.title, both.label) == ("The visit", "TLP:GREEN")


def test_what_both_changed_in_different_ways_is_apart() -> None:
    assert merged(BASE, reworded(0, "Mine."), reworded(0, "Theirs.")) is None
    assert merged(BASE, replace(BASE, title="Mine"), replace(BASE, title="Theirs")) is None
    assert merged(BASE, reworded(0, "Mine."), outlining.without(BASE, [LINES[0].id])) is None
    section = outlining.without(BASE, [LEAD])
    assert merged(BASE, added("More."), section) is None
    same = reworded(0, "Same.")
    assert merged(BASE, same, same) == same


def test_both_may_add_and_take_out() -> None:
    assert words(merged(BASE, added("Mine.", at=1), added("Theirs.")))[0] == [
        "One.", "Mine.", "Two.", "Three.", "Theirs.",
    ]  # fmt: skip
    shorter = outlining.without(BASE, [LINES[1].id])
    assert words(merged(BASE, shorter, added("Theirs.", at=0)))[0] == ["Theirs.", "One.", "Three."]
    assert words(merged(BASE, added("Mine.", JUDGED), added("Theirs.")))[:2] == [
        ["One.", "Two.", "Three.", "Theirs."], ["Mine."],
    ]  # fmt: skip


def test_what_one_moves_the_other_may_reword() -> None:
    moved = outlining.moved(BASE, [LINES[0].id], JUDGED, 0)
    assert words(merged(BASE, moved, reworded(0, "First.")))[:2] == [["Two.", "Three."], ["First."]]
    assert words(merged(BASE, reworded(0, "First."), moved))[:2] == [["Two.", "Three."], ["First."]]
    turned = outlining.moved(BASE, [LINES[2].id], LEAD, 0)
    assert merged(BASE, turned, outlining.moved(BASE, [LINES[0].id], LEAD, 3)) is None


def test_values_and_grades_are_brought_together_one_by_one() -> None:
    mine = outlining.graded(outlining.changed(BASE, LINES[0].id, values={"a": 1}), "x", Grade("A"))
    theirs = outlining.graded(outlining.changed(BASE, LINES[0].id, values={"b": 2}), "y", Grade("B"))
    both = merged(BASE, mine, theirs)
    assert both is not None and set(both.grades) == {"x", "y"}
    line = both.line(LINES[0].id)
    assert line is not None and line.values == {"a": 1, "b": 2}


def test_an_edit_is_made_on_what_is_stored_and_taken_back_from_it() -> None:
    mine = replace(reworded(0, "First."), revision=2)
    stored = replace(reworded(2, "Third."), revision=5)
    sent = rebased(Edit(BASE, mine), stored)
    assert sent.before == stored and isinstance(sent.after, Outline) and sent.after.revision == 6
    back = rebased(Edit(mine, BASE), sent.after)
    assert isinstance(back.after, Outline)
    assert words(back.after) == words(stored)
    plain = Edit(BASE, mine)
    assert rebased(plain, BASE) is plain
    for other in (Edit(None, mine), Edit(BASE, None), Edit(BASE, reworded(2, "No."))):
        assert rebased(other, stored) is other


STEPS = st.lists(
    st.tuples(st.sampled_from(["reword", "add", "remove", "move"]), st.integers(0, 5), st.integers(0, 3)),
    max_size=4,
)


def stepped(outline: Outline, steps: list[tuple[str, int, int]], name: str) -> Outline:
    for what, n, at in steps:
        lines = [line for _part, line in outline.lines()]
        if what == "add":
            outline = outlining.with_lines(outline, [outlining.line("text", f"{name} {n}")], LEAD, at)
        elif lines and what == "reword":
            outline = outlining.changed(outline, lines[n % len(lines)].id, text=f"{name} {n}")
        elif lines and what == "remove":
            outline = outlining.without(outline, [lines[n % len(lines)].id])
        elif lines:
            outline = outlining.moved(outline, [lines[n % len(lines)].id], JUDGED, 0)
    return outline


@settings(max_examples=150, deadline=None)
@given(STEPS, STEPS)
def test_nothing_that_either_wrote_is_lost(
    here: list[tuple[str, int, int]], there: list[tuple[str, int, int]]
) -> None:
    mine, theirs = stepped(BASE, here, "mine"), stepped(BASE, there, "theirs")
    both = merged(BASE, mine, theirs)
    if both is None:
        assert mine != BASE and theirs != BASE
        return
    found = [line.text for _part, line in both.lines()]
    first = {line.id for _part, line in BASE.lines()}
    for one, other in ((mine, theirs), (theirs, mine)):
        for _part, line in one.lines():
            if line.text not in ("One.", "Two.", "Three."):
                assert line.text in found
            if line.id in first and other.line(line.id) is None:
                assert both.line(line.id) is None
    assert len({line.id for _part, line in both.lines()}) == len(found)


@pytest.mark.parametrize("other", [BASE, reworded(0, "First."), added("More.")])
def test_what_one_left_alone_is_the_other_s(other: Outline) -> None:
    assert merged(BASE, BASE, other) == other
    assert merged(BASE, other, BASE) == other
