"""The side panel: which row has the keyboard, and which tab a mark belongs to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from briefreader.domain.changes import Changes
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.ledger import Ledger
from briefreader.domain.text import Span
from briefreader.library import deciding
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.views.panel import SidePanel
from ui.articles import article
from ui.views import attested

TEXT = "PHOTO: Olga Lind. Anna Berg said that trade grew."


def fact(kind: str, words: str, **values: object) -> Fact:
    start = TEXT.index(words)
    return Fact("f", kind, Span(start, start + len(words)), words, about=words, **values)  # type: ignore[arg-type]


FACTS = (
    fact("person", "Olga Lind", data={"entity": "o", "noise": True}),
    fact("person", "Anna Berg", data={"entity": "a"}),
    fact("quote", "trade grew", data={"kind": "indirect"}),
)


@pytest.fixture
def panel(corpus: Corpus, theme: Theme, qtbot: QtBot) -> SidePanel:
    document = article("f", "Talks", "2025-12-07", text=TEXT)

    def add(workspace: Workspace) -> Changes:
        return workspace.store.add([Analysis(document, FACTS)], "test/1")

    corpus.jobs.call(add, done=corpus.imported)
    made = SidePanel(corpus, theme)
    qtbot.addWidget(made)
    made.resize(300, 500)
    made.show()
    corpus.open_document("f")
    corpus.jobs.drain()
    return made


def test_what_is_in_noise_is_not_shown(panel: SidePanel) -> None:
    shown = [entry.headline for group in panel.facts.model.groups for entry in group.entries]
    assert shown == ["Anna Berg"]


def test_the_tabs_count(panel: SidePanel) -> None:
    assert [panel.tabs.tabText(number) for number in range(3)] == ["Facts", "Quotes 1", "Notes"]


def test_a_mark_brings_the_tab_of_its_entry_to_the_front(panel: SidePanel) -> None:
    panel.reveal(["nothing", FACTS[2].key])
    assert panel.tabs.currentIndex() == 1
    assert panel.quotes.current().keys == {FACTS[2].key}


def test_a_row_is_meant_only_while_it_has_the_keyboard(panel: SidePanel, qtbot: QtBot) -> None:
    panel.reveal([FACTS[1].key])
    panel.activateWindow()
    panel.open_tab(0)
    qtbot.waitUntil(panel.facts.tree.hasFocus)
    chosen = panel.chosen()
    assert chosen is not None
    assert chosen[1] == FACTS[1].span
    panel.facts.tree.clearFocus()
    assert panel.chosen() is None


def test_what_is_left_out_of_a_long_list_is_said(panel: SidePanel, corpus: Corpus) -> None:
    panel.set_everything(True)
    corpus.jobs.drain()
    assert not panel._cut.isVisible()
    corpus.listing = replace(corpus.listing, ids=tuple(str(number) for number in range(2_000)))
    panel._show()
    assert panel._cut.isVisible()
    assert "first 500 of 2,000" in panel._cut.text()


def test_a_ceiling_on_facts_is_said(panel: SidePanel, corpus: Corpus) -> None:
    panel.set_everything(True)
    corpus.jobs.drain()
    gathered = panel._gathered
    assert gathered is not None
    panel._gathered = replace(gathered, facts=gathered.facts[:1] * 300)
    panel._show()
    assert panel._cut.isVisible()
    assert "300 strongest" in panel._cut.text()


def surveyed(panel: SidePanel, corpus: Corpus) -> None:
    """Open the article that other sources speak of as well, and survey them."""

    def add(workspace: Workspace) -> Changes:
        return workspace.store.add([Analysis(attested.DOCUMENT, attested.FACTS)], "test/1")

    corpus.jobs.call(add, done=corpus.imported)
    corpus.open_document("v")
    corpus.jobs.drain()
    corpus.surveyed.emit(attested.SURVEY)


def signs(panel: SidePanel, fact: Fact) -> list[str]:
    entry = panel.facts.model.entry(panel.facts.model.find(fact.key))
    return [sign.text for sign in entry.signs]


def test_what_other_sources_say_is_asked_for_when_the_panel_is_seen(
    corpus: Corpus, theme: Theme, qtbot: QtBot
) -> None:
    asked: list[bool] = []
    corpus.surveys.want = lambda: asked.append(True)  # type: ignore[method-assign]
    made = SidePanel(corpus, theme)
    qtbot.addWidget(made)
    assert asked == []
    made.show()
    assert asked == [True]


def test_rows_follow_the_survey(panel: SidePanel, corpus: Corpus) -> None:
    surveyed(panel, corpus)
    assert signs(panel, attested.TRADE) == ["sources differ", "2 independent sources"]
    corpus.surveyed.emit(replace(attested.SURVEY, ledger=Ledger()))
    assert signs(panel, attested.TRADE) == []


def test_an_opened_row_says_which_words_name_the_speaker(panel: SidePanel, corpus: Corpus) -> None:
    surveyed(panel, corpus)
    model = panel.quotes.model
    index = model.find(attested.GREW.key)
    assert model.detail(model.index(0, 0, index)).words == "Speaker: “He” → Alexander Volfovich"
    panel.set_everything(True)
    corpus.jobs.drain()
    corpus.opened = None
    panel._show()
    assert model.detail(model.index(0, 0, model.find(attested.GREW.key))).text == "Alexander Volfovich"


def test_a_claim_asks_for_the_ledger(panel: SidePanel, corpus: Corpus, qtbot: QtBot) -> None:
    surveyed(panel, corpus)
    model = panel.facts.model
    index = model.find(attested.TRADE.key)
    claim = model.index(model.rowCount(index) - 1, 0, index)
    assert model.detail(claim).claim == "c:trade"
    with qtbot.waitSignal(panel.claim_requested) as said:
        panel.facts.tree.clicked.emit(claim)
    assert said.args == ["c:trade"]


def test_over_all_listed_facts_are_judged_too(panel: SidePanel, corpus: Corpus) -> None:
    surveyed(panel, corpus)
    corpus.jobs.call(
        lambda workspace: deciding.on_fact(workspace, attested.PARTNER, "reject"),
        done=lambda edits: corpus.apply(edits, "rejection of quote"),
    )
    panel.set_everything(True)
    corpus.jobs.drain()
    panel._fetch()
    corpus.jobs.drain()
    (group,) = [each for each in panel.quotes.model.groups if each.kind == "rejected"]
    assert [entry.key for entry in group.entries] == [attested.PARTNER.key]
    assert panel.tabs.tabText(1) == "Quotes 2"


def test_a_row_is_explained_by_the_key_of_its_fact(panel: SidePanel, corpus: Corpus) -> None:
    surveyed(panel, corpus)
    panel.explain(attested.GREW.key)
    assert panel.tabs.currentIndex() == 1
    assert panel.quotes.tree.isExpanded(panel.quotes.model.find(attested.GREW.key))


@pytest.mark.parametrize("width", [228, 420])
def test_an_opened_panel_is_painted_at_any_width(
    panel: SidePanel, corpus: Corpus, qtbot: QtBot, width: int
) -> None:
    surveyed(panel, corpus)
    panel.resize(width, 700)
    panel.explain(attested.TRADE.key)
    qtbot.wait(20)
    assert panel.grab().width() >= width
    assert panel.facts.tree.horizontalScrollBar().maximum() == 0
