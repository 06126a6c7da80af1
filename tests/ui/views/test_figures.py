"""The view of figures: finding, opening, copying, saving, and the chart that goes along."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from briefreader.domain.query import Counts
from briefreader.domain.survey import FigureRow, Survey
from briefreader.domain.text import Span
from briefreader.library.looking import Listing
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.models.figures import SOURCE, SPEAKER
from briefreader.ui.theme import Theme
from briefreader.ui.views.figures import FiguresView
from briefreader.ui.views.own_keys import show_keys
from ui.views.dated import FIGURES, SURVEY


def put(corpus: Corpus, survey: Survey | None, ids: Sequence[str] | None = None) -> None:
    """Let the corpus have surveyed and listed documents."""
    corpus.survey = survey
    listed = tuple(survey.sources) if ids is None and survey is not None else tuple(ids or ())
    corpus.listing = Listing(corpus.query, listed, Counts())
    if survey is not None:
        corpus.surveyed.emit(survey)
    corpus.listed.emit(corpus.listing)


@pytest.fixture
def view(corpus: Corpus, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> FiguresView:
    monkeypatch.setattr(corpus.surveys, "want", lambda: None)
    put(corpus, SURVEY)
    made = FiguresView(corpus, theme)
    qtbot.addWidget(made)
    made.resize(620, 860)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def heard(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Span]]:
    """Return what documents the corpus is asked to open."""
    asked: list[tuple[str, Span]] = []
    monkeypatch.setattr(corpus, "open_document", lambda id, span: asked.append((id, span)))
    return asked


@pytest.fixture
def said(corpus: Corpus) -> list[str]:
    """Return what the user is told."""
    words: list[str] = []

    def hear(notice: Notice) -> None:
        words.append(notice.text)

    corpus.notice.connect(hear)
    return words


def values(view: FiguresView) -> list[str]:
    return [row.value for row in view.shown()]


def stand(view: FiguresView, place: int) -> None:
    view.table.setCurrentIndex(view.table.figures.index(place, 0))


# -- what is shown ------------------------------------------------------------------------------------


def test_all_figures_of_the_list_are_shown(view: FiguresView) -> None:
    assert len(values(view)) == len(FIGURES)
    assert view.said.accessibleName() == "10 figures · 4 measures"


def test_the_list_narrows_them_and_one_stays_chosen(view: FiguresView, corpus: Corpus) -> None:
    stand(view, 5)
    assert view.table.current() == 1
    put(corpus, SURVEY, ["a", "e"])
    assert values(view) == ["over $245 million"]
    assert view.table.current() == 1


def test_searching_follows_after_a_pause(view: FiguresView, qtbot: QtBot) -> None:
    view.search.setText("exports")
    qtbot.waitUntil(lambda: len(values(view)) == 2)
    view.search.setText("nothing like it")
    qtbot.waitUntil(lambda: not values(view))
    assert view._empty.isVisible()
    assert "Nothing matches" in view._empty.text()
    assert not view.export.isEnabled()


def test_a_kind_and_an_order_are_chosen(view: FiguresView) -> None:
    view.kind.setCurrentIndex(view.kind.findData("percent"))
    assert values(view) == ["9.4%", "12 percent"]
    view.order.setCurrentIndex(view.order.findData("size"))
    assert values(view) == ["12 percent", "9.4%"]
    view.kind.setCurrentIndex(view.kind.findData("differ"))
    assert values(view) == ["over $245 million", "$244 million"]


def test_the_heads_of_columns_put_in_order(view: FiguresView) -> None:
    view.table.horizontalHeader().sectionClicked.emit(0)
    assert view.order.currentData() == "size"
    assert view.table.head._ordered == (0, False)
    view.table.horizontalHeader().sectionClicked.emit(SOURCE)
    assert view.order.currentData() == "size"


@pytest.mark.parametrize("survey", [None, Survey(), Survey(sources=SURVEY.sources)])
def test_without_figures_it_says_why(view: FiguresView, corpus: Corpus, survey: Survey | None) -> None:
    put(corpus, survey)
    assert view._empty.isVisible()
    assert view._empty.text()
    assert not view.chart.isVisible()


def test_a_survey_that_comes_while_nobody_looks_is_taken_when_somebody_does(
    view: FiguresView, corpus: Corpus
) -> None:
    view.hide()
    put(corpus, SURVEY, ["c"])
    assert len(values(view)) == len(FIGURES)
    view.show()
    assert values(view) == ["1,200 tonnes"]


@pytest.mark.parametrize(("width", "hidden"), [(420, True), (700, False)])
def test_who_said_it_has_a_column_where_there_is_room(view: FiguresView, width: int, hidden: bool) -> None:
    view.resize(width, 700)
    assert view.table.isColumnHidden(SPEAKER) == hidden
    assert view.table.horizontalHeader().length() <= view.table.viewport().width()


# -- the table ----------------------------------------------------------------------------------------


def test_a_click_or_enter_opens_the_passage(view: FiguresView, heard: list[tuple[str, Span]]) -> None:
    view.table.selectRow(4)
    view.table.clicked.emit(view.table.figures.index(4, 2))
    assert heard == [("b", FIGURES[0].span)]
    stand(view, 5)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert heard[1:] == [("a", FIGURES[1].span)]


def test_groups_close_and_open_by_click_and_keys(view: FiguresView, heard: list[tuple[str, Span]]) -> None:
    model = view.table.figures
    view.table.clicked.emit(model.index(0, 0))
    assert not model.is_open(0)
    QTest.keyClick(view.table, Qt.Key.Key_Right)
    assert model.is_open(0)
    stand(view, 3)
    QTest.keyClick(view.table, Qt.Key.Key_Left)
    assert not model.is_open(0)
    assert view.table.currentIndex().row() == 0
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert model.is_open(0)
    assert heard == []
    assert len(view.shown()) == len(FIGURES)


def test_home_and_end_go_to_the_ends(view: FiguresView) -> None:
    QTest.keyClick(view.table, Qt.Key.Key_End)
    assert view.table.currentIndex().row() == view.table.figures.rowCount() - 1
    QTest.keyClick(view.table, Qt.Key.Key_Home)
    assert view.table.currentIndex().row() == 0


def test_a_tooltip_says_why_sources_differ(view: FiguresView) -> None:
    words = view.table.words_at(view.table.figures.index(4, 0)).splitlines()
    assert words == [
        "$244 million", "Sources differ: 244 million is not over 245 million",
        "The bilateral trade came to $244 million.",
    ]  # fmt: skip
    assert view.table.words_at(view.table.figures.index(0, 0)).startswith("Bilateral trade. 6 figures")


# -- the chart ----------------------------------------------------------------------------------------


def test_the_chart_goes_along_with_the_table(view: FiguresView) -> None:
    stand(view, 2)
    assert view.chart.isVisible()
    assert view.chart.accessibleName() == "Chart of Bilateral trade"
    stand(view, 8)
    assert view.chart.accessibleName() == "Chart of Growth of exports"
    stand(view, 11)
    assert not view.chart.isVisible()


def test_a_mark_of_the_chart_leads_to_its_row(view: FiguresView) -> None:
    stand(view, 2)
    QTest.qWait(20)
    places = [
        (x, y)
        for x in range(0, view.chart.width(), 8)
        for y in range(0, view.chart.height(), 8)
        if view.chart.row_at(QPointF(x, y)) == 2
    ]
    assert places
    QTest.mouseClick(view.chart, Qt.MouseButton.LeftButton, pos=QPoint(*places[len(places) // 2]))
    assert view.table.current() == 2


def test_it_is_painted_in_both_themes(view: FiguresView, theme: Theme) -> None:
    light = view.grab().toImage()
    theme.choose("dark")
    assert view.grab().toImage() != light
    theme.choose("light")


# -- taking figures elsewhere -------------------------------------------------------------------------


def test_the_keys_that_copy_can_be_others(view: FiguresView, said: list[str]) -> None:
    QGuiApplication.clipboard().setText("before")
    show_keys(view, "figures", lambda _view, name: ("Ctrl+J",) if name == "copy" else ())
    view.table.selectRow(4)
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before" and said == []
    QTest.keyClick(view.table, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert said == ["1 figure copied."]


def test_chosen_figures_are_copied_as_a_table(view: FiguresView, said: list[str]) -> None:
    view.table.selectRow(4)
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 2
    assert lines[1].startswith("bilateral trade\t$244 million\t244000000\t")
    assert said == ["1 figure copied."]
    view.table.clearSelection()
    view.table.selectRow(0)
    view.copy()
    assert len(QGuiApplication.clipboard().text().split("\n")) == 7


def test_what_is_shown_is_saved_in_its_order(
    view: FiguresView, corpus: Corpus, said: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "figures.csv"
    view.kind.setCurrentIndex(view.kind.findData("money"))
    view.save(path)
    corpus.jobs.drain()
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["value as printed"] for line in lines] == values(view)
    assert lines[3]["said by"] == "Nguyễn Hồng Diên"
    assert said == [f"Saved as {path}."]
    assert view.export.isEnabled()


def test_a_file_that_cannot_be_written_is_told(
    view: FiguresView, corpus: Corpus, said: list[str], tmp_path: Path
) -> None:
    view.save(tmp_path / "nowhere" / "figures.csv")
    corpus.jobs.drain()
    assert len(said) == 1
    assert "does not exist" in said[0]
    assert view.export.isEnabled()


def test_the_dialog_asks_before_it_replaces_a_file(view: FiguresView, qtbot: QtBot) -> None:
    view.export.click()
    dialog = view.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert dialog.defaultSuffix() == "csv"
    dialog.reject()


def test_chosen_figures_go_into_the_briefing_as_a_table_and_a_measure_as_a_chart(
    view: FiguresView, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[list[str], bool]] = []

    def task(rows: Sequence[FigureRow], chart: bool = False) -> None:
        asked.append(([row.value for row in rows], chart))

    monkeypatch.setattr("briefreader.ui.views.figures.figures_task", task)
    view.table.setCurrentIndex(view.table.figures.index(1, 0))
    row = view.table.current()
    group = view.table.current_group()
    assert row is not None and group is not None
    view.brief()
    view.brief_chart()
    measure = [FIGURES[n].value for n in view.table.figures.groups[group].rows]
    assert asked == [([FIGURES[row].value], False), (measure, True)]
