"""Entries of the side panel, and the tree that holds them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from briefreader.domain.annotation import Annotation
from briefreader.domain.document import Document, lines
from briefreader.domain.fact import Fact
from briefreader.domain.text import Anchor, Span
from briefreader.ui.models.entries import Scope, fact_groups, note_groups, quote_groups
from briefreader.ui.models.entries_model import EntriesModel

TEXT = "Anna Berg said trade grew by 5 percent on 3 May 2025. Berg called it “a miracle”. Two talks."


def fact(kind: str, words: str, nth: int = 0, **values: Any) -> Fact:
    start = -1
    for _step in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Fact("d", kind, Span(start, start + len(words)), words, **values)


FACTS = (
    fact("person", "Anna Berg", about="Anna Berg",
         data={"entity": "p:berg", "role": "minister", "rule": "full name"}),
    fact("person", "Berg", 1, about="Anna Berg", data={"entity": "p:berg", "rule": "family name"}),
    fact("figure", "5 percent", about="trade", amount=5, unit="%", score=2, data={"key": True}),
    fact("figure", "Two", about="talks", amount=2, data={"key": False}),
    fact("date", "3 May 2025", when="2025-05-03", data={"from": "2025-05-03", "to": "2025-05-03"}),
    fact("date", "Two", when="PRESENT_REF", data={"from": None, "to": None}),
    fact("key", "Anna Berg said trade grew by 5 percent on 3 May 2025.", score=0.5),
    fact("key", "Two talks.", score=0.9),
    fact("quote", "trade grew by 5 percent", about="Anna Berg",
         data={"kind": "indirect", "speaker": {"entity": "p:berg"}, "role": "minister", "why": "said"}),
    fact("quote", "a miracle", about="", data={"kind": "direct", "speaker": None}),
    fact("unattributed", "a miracle", data={"why": "a term"}),
)  # fmt: skip


def test_facts_come_in_groups_the_highest_score_first() -> None:
    groups = {group.kind: group for group in fact_groups(FACTS)}
    assert list(groups) == ["key", "figure", "date", "person"]
    assert [entry.text for entry in groups["key"].entries] == ["Two talks.", TEXT[:53]]


def test_what_is_not_worth_showing_is_left_out() -> None:
    groups = {group.kind: group for group in fact_groups(FACTS)}
    assert [entry.headline for entry in groups["figure"].entries] == ["5 percent"]
    assert [entry.headline for entry in groups["date"].entries] == ["3 May 2025"]


def test_mentions_of_one_bearer_are_one_entry_with_all_its_places() -> None:
    (group,) = [group for group in fact_groups(FACTS) if group.kind == "person"]
    (entry,) = group.entries
    assert (entry.headline, entry.text) == ("Anna Berg", "minister")
    assert "2 mentions" in entry.meta
    assert "also Berg" in entry.meta
    assert entry.spans == (FACTS[0].span, FACTS[1].span)
    assert entry.keys == {FACTS[0].key, FACTS[1].key}


def test_over_several_documents_each_entry_names_its_own() -> None:
    groups = fact_groups(FACTS, Scope({"d": "The title"}))
    assert "The title" in groups[0].entries[0].meta


def test_quotes_are_grouped_by_speaker_and_verbatim() -> None:
    said, unknown, marked = quote_groups(FACTS)
    assert said.title == "Anna Berg"
    assert said.entries[0].text == "trade grew by 5 percent"
    assert said.entries[0].meta == "reported · minister"
    assert unknown.title == "Speaker not found"
    assert unknown.entries[0].text == "“a miracle”"
    assert (marked.kind, marked.entries[0].why) == ("unattributed", "a term")


def test_notes_whose_passage_is_gone_are_shown_apart() -> None:
    document = Document("d", TEXT, lines(TEXT))
    here = Annotation("1", "d", Anchor.on(TEXT, Span(0, 9)), starred=True, note="Who?", tags=("people",))
    gone = Annotation("2", "d", Anchor(Span(3, 9), "gone words", "x", "y"), colour="red")
    placed, unplaced = note_groups([gone, here], document, {"d": "The title"})
    assert (placed.title, placed.entries[0].headline, placed.entries[0].meta) == (
        "The title",
        "Who?",
        "#people",
    )
    assert placed.entries[0].starred
    assert unplaced.kind == "unplaced"
    assert (unplaced.entries[0].text, unplaced.entries[0].spans) == ("gone words", ())


def test_the_tree_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = EntriesModel()
    model.show(fact_groups(FACTS))
    qtmodeltester.check(model)
    assert model.rowCount() == 4
    assert model.columnCount() == 1


def test_entries_are_found_by_any_of_their_keys() -> None:
    model = EntriesModel()
    model.show(fact_groups(FACTS))
    entry = model.entry(model.find(FACTS[1].key))
    assert entry is not None
    assert entry.headline == "Anna Berg"
    assert not model.find("nothing").isValid()
    assert model.entry(QModelIndex()) is None


def test_rows_say_in_words_what_they_show() -> None:
    model = EntriesModel()
    model.show(fact_groups(FACTS))
    heading = model.index(3, 0)
    assert model.data(heading, Qt.ItemDataRole.AccessibleTextRole) == "People (1)"
    said = model.data(model.index(0, 0, heading), Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith("Anna Berg. minister. 2 mentions")
