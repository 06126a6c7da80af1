"""Where the passages of a briefing come from, in words."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from briefreader.domain.decision import Passage
from briefreader.domain.text import Anchor, Span
from briefreader.ui.corpus import Corpus
from briefreader.ui.models.citations import Citations
from ui.articles import Fill
from ui.briefs import passage


def test_a_passage_is_named_by_its_source(corpus: Corpus, fill: Fill, qtbot: QtBot) -> None:
    fill()
    citations = Citations(corpus)
    lost = replace(passage(), anchor=Anchor(Span(0, 8), "not here"))
    gone = Passage("no such", passage().anchor)
    with qtbot.waitSignal(citations.came):
        citations.want([passage(), lost, gone])
    said = citations.of(passage())
    assert said is not None
    assert (said.words, said.short) == ("Belta · Ministers sign agreement · 6 Dec 2025 · para. 2", "Belta 2")
    assert citations.of(lost).words.endswith("no longer found there")  # type: ignore[union-attr]
    assert citations.of(gone).title == "An article that is no longer in the workspace"  # type: ignore[union-attr]


def test_it_leads_to_the_passage(corpus: Corpus, fill: Fill, qtbot: QtBot) -> None:
    fill()
    citations = Citations(corpus)
    with qtbot.waitSignal(corpus.passage_requested) as asked:
        citations.go(passage(1))
    assert asked.args[0] == passage(1).anchor.span
    assert corpus.opened is not None and corpus.opened.document.id == "b"
