"""What is dragged into a briefing names things; lines are made of them in the workspace's thread."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from briefreader.domain.annotation import Annotation, Edit
from briefreader.domain.text import Anchor, Span
from briefreader.ui.adding import LINES, Wanted, claims_task, dragged, lines_of, passages_of, wanted_in
from briefreader.ui.corpus import Corpus
from ui.articles import ARTICLES, Fill
from ui.matters import CLAIMS, DOCUMENTS, SURVEY


def test_a_drag_carries_what_it_names_and_plain_words(qapp: object) -> None:
    wanted = (Wanted("fact", "a", "a:quote:1-2"), Wanted("passage", "b", "", 3, 9))
    data = dragged(wanted, "two things")
    assert wanted_in(data) == wanted
    assert data.text() == "two things"


def test_what_is_not_understood_is_left_out(qapp: object) -> None:
    for said in (b"nonsense", b"{}", b'[1, {"document": "a"}, {"what": 3}, {"what": "fact", "start": "x"}]'):
        data = QMimeData()
        data.setData(LINES, said)
        assert wanted_in(data) == ()
    assert wanted_in(QMimeData()) == ()


def test_lines_are_made_of_passages_and_marks(corpus: Corpus, fill: Fill) -> None:
    fill()
    text = ARTICLES[0].text
    mark = Annotation("m", "a", Anchor.on(text, Span(0, 9)), starred=True, note="mine", revision=1)
    corpus.apply([Edit(None, mark)], "mark")
    wanted = [
        Wanted("passage", "a", "", 0, 9), Wanted("annotation", "a", "m"), Wanted("fact", "a", "gone"),
        Wanted("passage", "no such", "", 0, 9), Wanted("passage", "a", "", 0, 99_999),
    ]  # fmt: skip
    made: list[object] = []
    corpus.jobs.call(lines_of, wanted, None, done=made.append)
    corpus.jobs.call(passages_of, wanted[:3], None, done=made.append)
    corpus.jobs.drain()
    lines, passages = made
    assert [(line.kind, line.text) for line in lines] == [("passage", ""), ("passage", "mine")]  # type: ignore[attr-defined]
    assert [each.anchor.exact for each in passages] == [text[:9], text[:9]]  # type: ignore[attr-defined]


def test_claims_come_by_their_ids_or_as_they_are(corpus: Corpus, fill: Fill) -> None:
    fill(*DOCUMENTS)
    claim = CLAIMS[0]
    made: list[object] = []
    corpus.jobs.call(
        lines_of, [Wanted("claim", key=claim.id), Wanted("claim", key="no")], SURVEY, done=made.append
    )
    corpus.jobs.call(claims_task([claim]), done=made.append)
    corpus.jobs.drain()
    for lines in made:
        assert [line.values["topic"] for line in lines] == [claim.topic]  # type: ignore[attr-defined]
        assert len(lines[0].evidence) == len(claim.entries)  # type: ignore[index]
