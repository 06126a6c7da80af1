"""Changes of the outline: each a step with a name."""

from __future__ import annotations

import pytest

from briefreader.domain.outline import CITED, Outline
from briefreader.ui.corpus import Corpus
from briefreader.ui.views.outline_edits import OutlineEdits, part_of, place_below
from ui.briefs import briefing, passage, quote, sentence

LINES = (quote(0, proposed=True), quote(1), sentence(cited=True))
OUTLINE = briefing(*LINES)


@pytest.fixture
def edits(corpus: Corpus) -> OutlineEdits:
    corpus.briefings.take(OUTLINE)
    return OutlineEdits(corpus.briefings)


def now(edits: OutlineEdits) -> Outline:
    assert edits.now is not None
    return edits.now


def order(edits: OutlineEdits, kind: str) -> list[str]:
    return [line.id for part in now(edits).parts if part.kind == kind for line in part.lines]


def test_words_take_their_citations_with_them(edits: OutlineEdits, corpus: Corpus) -> None:
    id = LINES[2].id
    edits.reword(id, f"More{CITED}.", (0,))
    edits.reword(id, "More.", ())
    line = now(edits).line(id)
    assert line is not None and (line.text, line.evidence) == ("More.", ())
    corpus.history.undo()
    line = now(edits).line(id)
    assert line is not None and line.evidence == (passage(),)
    edits.reword(LINES[0].id, f"my{CITED} comment", (0,))
    line = now(edits).line(LINES[0].id)
    assert line is not None and (line.text, line.evidence) == ("my comment", LINES[0].evidence)


def test_lines_step_through_their_section_and_on_into_the_next(edits: OutlineEdits) -> None:
    first, second = LINES[0].id, LINES[1].id
    edits.step([first], 1)
    assert order(edits, "quotes") == [second, first]
    edits.step([first], 1)
    assert (order(edits, "quotes"), order(edits, "people")) == ([second], [first])
    edits.step([first], -1)
    assert order(edits, "quotes") == [second, first]
    edits.step([first, second], -1)
    assert (order(edits, "timeline"), order(edits, "quotes")) == ([second, first], [])


def test_sections_step_added_renamed_and_removed(edits: OutlineEdits, corpus: Corpus) -> None:
    kinds = [part.kind for part in now(edits).parts]
    edits.step([now(edits).parts[0].id], 1)
    assert [part.kind for part in now(edits).parts] == [kinds[1], kinds[0], *kinds[2:]]
    edits.step([now(edits).parts[0].id], -1)  # it is the first
    id = edits.add_section("free", "Background", now(edits).parts[0].id)
    edits.rename_section(id, "History")
    assert now(edits).parts[1].title == "History"
    edits.remove([id])
    assert corpus.history.undoText() == "removal of section"
    corpus.history.undo()
    assert now(edits).parts[1].title == "History"


def test_proposals_values_and_details_are_steps_with_names(edits: OutlineEdits, corpus: Corpus) -> None:
    edits.accept([LINES[0].id])
    assert corpus.history.undoText() == "acceptance of proposals"
    id = edits.write("judgement", now(edits).parts[1])
    edits.value(id, "confidence", "high")
    edits.value(id, "basis", "b")
    edits.value(id, "basis", "because")
    edits.head("title", "T")
    edits.head("title", "Title")
    edits.head("label", "TLP:GREEN")
    line = now(edits).line(id)
    assert line is not None and dict(line.values) == {"confidence": "high", "basis": "because"}
    assert (now(edits).title, now(edits).label) == ("Title", "TLP:GREEN")
    names = [corpus.history.text(n) for n in range(corpus.history.count())]
    assert names[2:] == [
        "new judgement", "confidence", "reason for confidence", "title of briefing", "details of briefing",
    ]  # fmt: skip


def test_where_a_new_line_goes(edits: OutlineEdits) -> None:
    quotes = part_of(now(edits), LINES[1].id)
    assert quotes is not None and quotes.kind == "quotes"
    assert place_below(now(edits), LINES[0].id) == (quotes, 1)
    assert place_below(now(edits), quotes.id) == (quotes, 2)
    assert place_below(now(edits), "elsewhere") == (now(edits).parts[0], 0)
