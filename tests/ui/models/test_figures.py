"""Figures grouped, narrowed and put in order; the table that holds them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from briefreader.domain.ledger import Ledger
from briefreader.domain.survey import Survey
from briefreader.ui.models.figures import (
    COLUMNS,
    KINDS,
    ORDERS,
    SOURCE,
    Choice,
    Figures,
    FiguresModel,
    say_comparator,
    say_period_of,
    say_source,
)
from ui.views import dated
from ui.views.dated import CARDS, FIGURES, SURVEY, figure, many


def shown(choice: Choice, documents: set[str] | None = None) -> dict[str, list[str]]:
    figures = Figures(SURVEY)
    return {
        group.title: [figures.items[row].value for row in group.rows]
        for group in figures.groups(documents, choice)
    }


@pytest.fixture
def model() -> FiguresModel:
    made = FiguresModel()
    figures = Figures(SURVEY)
    made.show(figures, figures.groups(None, Choice()))
    return made


def test_figures_are_grouped_by_measure_then_by_period() -> None:
    found = shown(Choice())
    assert list(found) == ["Bilateral trade", "Growth of exports", "Tea", "Visits at all levels"]
    assert found["Bilateral trade"] == [
        "$180–190 million", "about $160 million", "$195 million", "$244 million", "over $245 million",
        "under $300 million",
    ]  # fmt: skip


def test_what_was_dismissed_no_longer_differs() -> None:
    assert Figures(SURVEY).claim(0) is not None
    dismissed = Ledger([replace(dated.claim(), decision="dismissed")])
    figures = Figures(replace(SURVEY, ledger=dismissed))
    assert figures.claim(0) is None
    assert figures.groups(None, Choice(kind="differ")) == []
    confirmed = Ledger([replace(dated.claim(), decision="confirmed")])
    assert Figures(replace(SURVEY, ledger=confirmed)).claim(0) is not None


def test_headings_begin_with_a_capital_and_a_whole_word() -> None:
    rows = [
        figure("a", "5", 5, measure=words, topic=words) for words in ("'s exports", "’s share", "émigrés", "")
    ]
    figures = Figures(replace(SURVEY, figures=tuple(rows)))
    titles = {group.title for group in figures.groups(None, Choice())}
    assert titles == {"Exports", "Share", "Émigrés", "Not said of what"}


def test_a_period_is_said_as_told_or_by_its_days() -> None:
    said = [
        ({"period": "2025-07-07"}, "7 Jul 2025"),
        ({"period": "2025-01-01/2025-03-31"}, "1 Jan – 31 Mar 2025"),
        ({"period": "the first quarter", "first": "2025-01-01"}, "the first quarter"),
        ({"first": "2025-01-01", "last": "2025-12-31"}, "2025"),
        ({"first": "2025-05-09", "last": "2025-05-09"}, "9 May 2025"),
        ({}, ""),
    ]
    for values, words in said:
        assert say_period_of(figure("a", "5", 5, **values)) == words


def test_the_newest_period_or_the_largest_can_come_first() -> None:
    newest = shown(Choice(order="period"))
    assert newest["Bilateral trade"][0] == "under $300 million"
    assert next(iter(newest)) == "Growth of exports"  # the third quarter of 2025 begins last
    largest = shown(Choice(order="size"))
    assert list(largest) == ["Bilateral trade", "Growth of exports", "Tea", "Visits at all levels"]
    assert largest["Bilateral trade"][0] == "under $300 million"
    assert largest["Growth of exports"] == ["12 percent", "9.4%"]


@pytest.mark.parametrize(
    ("choice", "count"),
    [
        (Choice(kind="money"), 6), (Choice(kind="percent"), 2), (Choice(kind="count"), 1),
        (Choice(kind="quantity"), 1), (Choice(kind="differ"), 2), (Choice(words="TRADE"), 7),
        (Choice(words="nguyen dien"), 1), (Choice(words="bilateral belta"), 1), (Choice(words="nothing"), 0),
        (Choice(words="2024", kind="money"), 2),
    ],
)  # fmt: skip
def test_a_choice_narrows_them(choice: Choice, count: int) -> None:
    assert sum(map(len, shown(choice).values())) == count


def test_only_the_figures_of_the_listed_documents_are_shown() -> None:
    assert shown(Choice(), {"a", "c"}) == {"Bilateral trade": ["over $245 million"], "Tea": ["1,200 tonnes"]}


def test_every_kind_and_order_is_known() -> None:
    assert set(KINDS) == {"money", "percent", "quantity", "count", "differ"}
    for order in ORDERS:
        assert sum(map(len, shown(Choice(order=order)).values())) == len(FIGURES)


def test_a_figure_without_amount_or_measure_is_kept() -> None:
    odd = (figure("a", "many", None, measure="", topic=""), figure("b", "few", None, measure="", topic="odd"))
    figures = Figures(Survey(figures=odd))
    for order in ORDERS:
        groups = figures.groups(None, Choice(order=order))
        assert sum(len(group.rows) for group in groups) == 2
    assert {group.title for group in groups} == {"Not said of what", "Odd"}


def test_the_table_is_a_sound_model(model: FiguresModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    assert model.rowCount() == len(FIGURES) + 4
    assert model.columnCount() == len(COLUMNS)
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.headerData(SOURCE, Qt.Orientation.Horizontal) == "Source"


def test_headings_and_figures_are_told_apart(model: FiguresModel) -> None:
    assert [model.heading(place) for place in (0, 1, 7)] == [0, None, 1]
    assert model.figure(0) is None
    assert model.figure(1) == FIGURES[4]
    assert (model.group_at(6), model.group_at(7), model.start_of(1)) == (0, 1, 7)
    assert model.place_of(4) == 1
    assert model.place_of(99) is None


def test_a_group_closes_and_stays_closed(model: FiguresModel) -> None:
    model.set_open(3, False)
    assert model.rowCount() == len(FIGURES) + 4 - 6
    assert not model.is_open(0)
    model.show(model.figures, model.figures.groups(None, Choice(kind="money")))
    assert model.rowCount() == 1
    model.set_open(0, True)
    assert model.rowCount() == 7


def test_rows_say_in_words_what_they_show(model: FiguresModel) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 0), role) == (
        "Bilateral trade. 6 figures. sources differ. "
        "a series over 2021–2025, from 160 million to 300 million USD. open"
    )
    assert model.data(model.index(0, 1), role) == ""
    assert model.data(model.index(4, 0), role) == (
        "$244 million. bilateral trade. 2024. said by Nguyễn Hồng Diên. "
        "sources differ: 244 million is not over 245 million. "
        "Trade grows by a tenth · Vietnam News · 4 Dec 2025"
    )
    assert model.data(model.index(4, SOURCE), role) == "Trade grows by a tenth · Vietnam News · 4 Dec 2025"


def test_only_a_difference_is_a_difference(model: FiguresModel) -> None:
    assert model.differs(0)
    assert not model.differs(1)
    figures = Figures(SURVEY)
    assert figures.claim(0) is not None
    assert figures.claim(2) is None


def test_how_a_figure_is_meant_is_not_said_twice() -> None:
    assert say_comparator(figure("a", "$245 million", 1, comparator=">")) == "over"
    assert say_comparator(figure("a", "over $245 million", 1, comparator=">")) == ""
    assert say_comparator(figure("a", "$245 million", 1, comparator="=")) == ""
    assert say_source(None) == ""
    assert say_source(CARDS[0]) == "Belta · 6 Dec 2025"


def test_many_figures_are_all_there() -> None:
    survey = many(3000)
    figures = Figures(survey)
    model = FiguresModel()
    groups = figures.groups(None, Choice())
    model.show(figures, groups)
    assert model.rowCount() == 3000 + len(groups)
    assert sorted(row for row in model.rows if row >= 0) == list(range(3000))
