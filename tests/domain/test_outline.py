"""What an outline tells of its lines."""

from __future__ import annotations

from briefreader.domain.decision import Passage
from briefreader.domain.outline import CITED, LINE_KINDS, WORDED, Line, Outline, Part
from briefreader.domain.text import Anchor, Span

ONE, OTHER = (Passage(id, Anchor.on("Some words.", Span(0, 4))) for id in "ab")
OUTLINE = Outline(
    "o",
    parts=(
        Part("p", "lead", "Bottom line", (Line("1", "text", f"It is so{CITED}.", (OTHER,)),)),
        Part(
            "q",
            "quotes",
            "Who said what",
            (Line("2", "quote", "", (ONE,)), Line("3", "claim", "", (OTHER, ONE))),
        ),
    ),
)


def test_lines_and_parts_are_found_by_their_ids() -> None:
    assert OUTLINE.line("3") == OUTLINE.parts[1].lines[1]
    assert OUTLINE.part("q") == OUTLINE.parts[1]
    assert OUTLINE.line("q") is None
    assert OUTLINE.part("3") is None
    assert [line.id for _part, line in OUTLINE.lines()] == ["1", "2", "3"]


def test_cited_documents_come_once_in_the_order_of_the_lines() -> None:
    assert OUTLINE.cited() == ("b", "a")


def test_only_words_of_the_authors_own_without_evidence_are_an_assessment() -> None:
    assert {kind for kind in LINE_KINDS if Line("1", kind).assessment} == set(WORDED)
    assert not Line("1", "text", "", (ONE,)).assessment
