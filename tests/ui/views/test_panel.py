"""The side panel: which row has the keyboard, and which tab a mark belongs to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from briefreader.domain.changes import Changes
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.text import Span
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.views.panel import SidePanel
from ui.articles import article

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
