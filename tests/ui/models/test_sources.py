"""The rows of the source list."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from briefreader.domain.query import Query
from briefreader.ui.corpus import Corpus
from briefreader.ui.models.sources import Source, SourceRole, SourcesModel, narrowed
from ui.articles import Fill, article


def rows(model: SourcesModel, parent: QModelIndex | None = None) -> list[Source]:
    parent = parent or QModelIndex()
    return [model.index(row, 0, parent).data(SourceRole) for row in range(model.rowCount(parent))]


def test_it_is_a_proper_model_while_it_fills(corpus: Corpus, fill: Fill, qtmodeltester: ModelTester) -> None:
    model = SourcesModel(corpus)
    qtmodeltester.check(model)
    fill()
    qtmodeltester.check(model)


def test_an_empty_workspace_says_so(corpus: Corpus) -> None:
    model = SourcesModel(corpus)
    assert [each.key for each in rows(model)] == [
        "all", "unread", "starred", "annotated", "outlets", "tags",
    ]  # fmt: skip
    assert [each.label for each in rows(model, model.section("outlets"))] == ["No outlets yet"]
    assert [each.label for each in rows(model, model.section("tags"))] == ["No tags yet"]


def test_counts_and_order(corpus: Corpus, fill: Fill) -> None:
    model = SourcesModel(corpus)
    fill()
    assert [each.count for each in rows(model)[:3]] == [5, 5, 0]
    outlets = rows(model, model.section("outlets"))
    assert [(each.label, each.count) for each in outlets] == [
        ("Belta", 2), ("Vietnam News", 2), ("No outlet", 1),
    ]  # fmt: skip


def test_an_outlet_stays_when_nothing_of_it_is_left(corpus: Corpus, fill: Fill) -> None:
    model = SourcesModel(corpus)
    fill()
    corpus.filter(since=date(2030, 1, 1), undated=False)
    corpus.jobs.drain()
    outlets = rows(model, model.section("outlets"))
    assert [(each.key, each.count) for each in outlets] == [("Belta", 0), ("Vietnam News", 0), ("", 0)]


def test_what_assistive_technology_reads(corpus: Corpus, fill: Fill) -> None:
    model = SourcesModel(corpus)
    fill()
    index = model.index(2, 0, model.section("outlets"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "No outlet, 1 document"


OUTLET = Source("outlet", "Belta", "Belta")


@pytest.mark.parametrize(
    ("query", "source", "several", "expected"),
    [
        (Query(), Source("shelf", "starred", ""), False, {"shelf": "starred"}),
        (
            Query(shelf="unread", outlets=frozenset({"x"})),
            Source("shelf", "all", ""),
            False,
            {"shelf": "all", "outlets": frozenset(), "tags": frozenset()},
        ),
        (Query(outlets=frozenset({"x"})), OUTLET, False, {"outlets": frozenset({"Belta"})}),
        (Query(outlets=frozenset({"x"})), OUTLET, True, {"outlets": frozenset({"x", "Belta"})}),
        (Query(outlets=frozenset({"x", "Belta"})), OUTLET, True, {"outlets": frozenset({"x"})}),
        (Query(outlets=frozenset({"Belta"})), OUTLET, False, {"outlets": frozenset()}),
        (Query(), Source("tag", "trade", ""), False, {"tags": frozenset({"trade"})}),
    ],
)
def test_what_choosing_changes(
    query: Query, source: Source, several: bool, expected: dict[str, object]
) -> None:
    assert narrowed(query, source, several) == expected


def test_an_outlet_is_no_markup_in_its_tooltip(corpus: Corpus, fill: Fill) -> None:
    model = SourcesModel(corpus)
    fill(article("a", "A title", outlet="<img src=x> News"))
    index = model.index(0, 0, model.section("outlets"))
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip and "<img" not in tip
    assert index.data() == "<img src=x> News"
