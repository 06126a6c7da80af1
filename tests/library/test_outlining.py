"""Changing an outline: every change is a new value, and the edit of it can be undone."""

from __future__ import annotations

import pytest

from briefreader.domain.decision import Passage
from briefreader.domain.outline import CITED, LINE_KINDS, SECTION_KINDS, TEMPLATES, Grade, Outline
from briefreader.domain.text import Anchor, Span
from briefreader.library import outlining

STAMP = "2026-11-27T10:00:00+00:00"


def passage(document: str = "a") -> Passage:
    return Passage(document, Anchor.on("Some words.", Span(0, 4)))


def told(outline: Outline) -> list[tuple[str, list[str]]]:
    return [(part.kind, [line.text for line in part.lines]) for part in outline.parts]


@pytest.fixture
def outline() -> Outline:
    return outlining.blank("full", STAMP, "A briefing")


def test_every_template_and_kind_has_its_sections() -> None:
    assert set(outlining.SECTIONS) == set(TEMPLATES)
    assert set(outlining.TITLES) == set(SECTION_KINDS)
    assert set(outlining.HOMES) == set(LINE_KINDS)
    for template in TEMPLATES:
        kinds = [part.kind for part in outlining.blank(template, STAMP).parts]
        assert kinds == list(outlining.SECTIONS[template])


def test_a_line_goes_to_the_home_of_its_kind(outline: Outline) -> None:
    quote = outlining.line("quote", evidence=[passage()], speaker="He")
    changed = outlining.with_lines(outline, [quote])
    ((part, line),) = changed.lines()
    assert (part.kind, line) == ("quotes", quote)
    assert line.values == {"speaker": "He"}


def test_a_section_that_is_not_there_is_made_at_its_place() -> None:
    annex = outlining.blank("annex", STAMP)
    changed = outlining.with_lines(annex, [outlining.line("fact"), outlining.line("passage")])
    assert [part.kind for part in changed.parts] == ["facts", "quotes", "timeline", "passages"]
    again = outlining.with_lines(changed, [outlining.line("fact")])
    assert len(again.parts) == len(changed.parts)


def test_lines_are_put_moved_and_removed(outline: Outline) -> None:
    lead = outline.parts[0].id
    gaps = next(part.id for part in outline.parts if part.kind == "gaps")
    lines = [outlining.line("text", letter) for letter in "abcd"]
    made = outlining.with_lines(outline, lines, lead)
    assert told(made)[0] == ("lead", ["a", "b", "c", "d"])
    down = outlining.moved(made, [lines[0].id], lead, 3)
    assert told(down)[0][1] == ["b", "c", "a", "d"]
    up = outlining.moved(made, [lines[3].id, lines[2].id], lead, 1)
    assert told(up)[0][1] == ["a", "c", "d", "b"]
    away = outlining.moved(made, [lines[1].id], gaps, 0)
    assert told(away)[0][1] == ["a", "c", "d"]
    assert ("gaps", ["b"]) in told(away)
    less = outlining.without(away, [lines[1].id, lead])
    assert all(part.id != lead and not part.lines for part in less.parts)


def test_sections_are_moved_and_renamed(outline: Outline) -> None:
    first, second, third = (part.id for part in outline.parts[:3])
    assert [p.id for p in outlining.part_moved(outline, first, 2).parts[:3]] == [second, first, third]
    assert [p.id for p in outlining.part_moved(outline, third, 0).parts[:3]] == [third, first, second]
    renamed = outlining.part_changed(outline, second, title="What we think")
    assert renamed.parts[1].title == "What we think"


def test_proposals_are_accepted_one_by_one_or_all(outline: Outline) -> None:
    lines = [outlining.line("quote", proposed=True), outlining.line("quote", proposed=True)]
    made = outlining.with_lines(outline, lines)
    one = outlining.accepted(made, [lines[0].id])
    assert [line.proposed for _part, line in one.lines()] == [False, True]
    assert not any(line.proposed for _part, line in outlining.accepted(made).lines())


def test_a_citation_is_put_where_it_is_wanted_and_before_the_full_stop_otherwise() -> None:
    line = outlining.line("text", "Trade grew.")
    once = outlining.cited(line, passage("a"))
    assert once.text == f"Trade grew{CITED}."
    assert not once.assessment
    twice = outlining.cited(once, passage("b"), at=5)
    assert twice.text == f"Trade{CITED} grew{CITED}."
    assert [each.document for each in twice.evidence] == ["b", "a"]


def test_citations_go_with_their_marks_when_words_are_rewritten() -> None:
    line = outlining.cited(
        outlining.cited(outlining.line("text", "One. Two."), passage("a"), 3), passage("b")
    )
    turned = outlining.reworded(line, f"Two{CITED} and one{CITED}", [1, 0])
    assert [each.document for each in turned.evidence] == ["b", "a"]
    assert outlining.reworded(line, "None", []).assessment


def test_a_copy_shares_no_id(outline: Outline) -> None:
    made = outlining.with_lines(outline, [outlining.line("quote", evidence=[passage()])])
    copied = outlining.copy(made, "Another", STAMP)

    def ids(of: Outline) -> set[str]:
        return {of.id} | {part.id for part in of.parts} | {line.id for _part, line in of.lines()}

    assert not ids(made) & ids(copied)
    assert told(copied) == told(made)
    assert copied.title == "Another"


def test_a_source_is_graded_and_the_grade_taken_off(outline: Outline) -> None:
    graded = outlining.graded(outline, "a", Grade("B", "2"))
    assert graded.grades == {"a": Grade("B", "2")}
    assert outlining.graded(graded, "a", Grade()).grades == {}


def test_an_edit_counts_the_revision_and_bears_the_moment(outline: Outline) -> None:
    edit = outlining.edit(outline, outlining.changed(outline, "nothing"), "2026-11-28")
    assert isinstance(edit.after, Outline)
    assert (edit.after.revision, edit.after.changed) == (outline.revision + 1, "2026-11-28")
    assert edit.undone().after == outline
