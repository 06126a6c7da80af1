"""The date filter beside its corpus."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.views.dates import DateFilter
from ui.articles import Fill

TODAY = date(2026, 2, 3)


@pytest.fixture
def dates(qtbot: QtBot, corpus: Corpus, theme: Theme, fill: Fill) -> DateFilter:
    fill()
    view = DateFilter(corpus, theme, today=lambda: TODAY)
    qtbot.addWidget(view)
    view.resize(240, 260)
    view.show()
    qtbot.waitExposed(view)
    return view


def type_into(field: object, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_keyboard_comes_to_the_first_field(dates: DateFilter) -> None:
    dates.activateWindow()
    dates.setFocus()
    assert dates.focusWidget() is dates.since


def test_typed_dates_become_the_filter(dates: DateFilter, corpus: Corpus) -> None:
    type_into(dates.since, "4 Dec 2025")
    assert corpus.query.since == date(2025, 12, 4)
    type_into(dates.until, "2025-12")
    assert corpus.query.until == date(2025, 12, 31)
    assert dates.until.text() == "2025-12-31"


def test_a_text_that_is_no_date_is_marked_and_kept(dates: DateFilter, corpus: Corpus) -> None:
    type_into(dates.since, "soonish")
    assert corpus.query.since is None
    assert dates.since.text() == "soonish"
    assert dates.wrong.isVisible() and "soonish" in dates.wrong.text()
    type_into(dates.since, "2025")
    assert corpus.query.since == date(2025, 1, 1)
    assert not dates.wrong.isVisible()


def test_limits_the_wrong_way_round_are_not_taken(dates: DateFilter, corpus: Corpus) -> None:
    type_into(dates.since, "2025-12-05")
    type_into(dates.until, "2025-12-01")
    assert corpus.query.until is None
    assert dates.wrong.isVisible()


def test_another_panel_moves_fields_and_handles(dates: DateFilter, corpus: Corpus) -> None:
    corpus.filter(since=date(2025, 12, 3), until=date(2025, 12, 4))
    assert (dates.since.text(), dates.until.text()) == ("2025-12-03", "2025-12-04")
    assert (dates.histogram.since, dates.histogram.until) == (date(2025, 12, 3), date(2025, 12, 4))
    corpus.filter(since=None, until=None)
    assert dates.since.text() == ""


def test_the_axis_stays_while_other_filters_change(dates: DateFilter, corpus: Corpus) -> None:
    edges = dates.histogram.bins.edges
    corpus.filter(outlets=frozenset({"Belta"}))
    corpus.jobs.drain()
    assert dates.histogram.bins.edges == edges
    assert sum(dates.histogram.bins.exact) == 1
    corpus.filter(shelf="starred")
    corpus.jobs.drain()
    assert dates.histogram.bins.edges == edges
    assert dates.histogram.low.isVisible()


def test_undated_documents_are_counted_and_can_be_left_out(dates: DateFilter, corpus: Corpus) -> None:
    assert dates.undated.text() == "Undated (1)"
    assert not dates.undated.isEnabled()
    corpus.filter(since=date(2025, 12, 4))
    corpus.jobs.drain()
    assert dates.undated.isEnabled() and "e" in corpus.listing.ids
    dates.undated.click()
    corpus.jobs.drain()
    assert "e" not in corpus.listing.ids
    assert dates.undated.text() == "Undated (1, left out)"


def test_presets_go_back_from_today_and_from_the_newest_document(dates: DateFilter, corpus: Corpus) -> None:
    assert dates.newest == date(2025, 12, 6)
    offered = {preset.name: preset for preset in dates.offered()}
    assert offered["Last 7 days"].until == TODAY
    assert offered["Newest 7 days"].since == date(2025, 11, 30)
    dates._fill_menu()
    action = next(each for each in dates._menu.actions() if each.text().startswith("Newest 7 days"))
    assert action.text().endswith("\t4")
    action.trigger()
    assert corpus.query.until == date(2025, 12, 6)
    assert "Newest 7 days" in dates.presets.accessibleName()


def test_the_calendar_opens_at_the_newest_document(dates: DateFilter) -> None:
    calendar = dates.since.calendar().findChild(QCalendarWidget)
    assert calendar.selectedDate().toPython() == date(2025, 12, 6)
    calendar.clicked.emit(QDate(2025, 12, 3))
    assert dates.since.text() == "2025-12-03"


def test_everything_that_can_be_used_has_a_name(dates: DateFilter) -> None:
    unnamed: list[str] = []

    def walk(node: QAccessibleInterface) -> None:
        if node.state().focusable and not node.text(QAccessible.Text.Name):
            unnamed.append(node.object().metaObject().className())
        for number in range(node.childCount()):
            walk(node.child(number))

    walk(QAccessible.queryAccessibleInterface(dates))
    assert unnamed == []


@pytest.mark.parametrize("width", [176, 240, 300, 420])
def test_a_whole_date_fits_into_the_fields(dates: DateFilter, corpus: Corpus, width: int) -> None:
    corpus.filter(since=date(2028, 8, 28), until=date(2028, 8, 28))
    dates.resize(width, dates.sizeHint().height())
    dates.layout().activate()
    assert dates.width() == width
    for field in (dates.since, dates.until):
        assert field.width() >= field.minimumSizeHint().width()
        assert dates.rect().contains(field.geometry())
