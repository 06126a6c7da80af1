"""How figures and their charts are painted."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from briefreader.ui.delegates.figure import unbroken
from briefreader.ui.delegates.figure_chart import (
    large_plot,
    named_days,
    paint_comparator,
    paint_key,
    paint_large,
    paint_small,
)
from briefreader.ui.delegates.lines import lines_of
from briefreader.ui.models.figures import PERIOD, Choice, Figures
from briefreader.ui.models.series import Series, series_of
from briefreader.ui.theme import Theme, contrast
from briefreader.ui.views.figures_table import FiguresTable
from ui.views.dated import FIGURES, SURVEY, figure, year


def blank(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    return image


def trade() -> Series:
    series = series_of(FIGURES, range(6))
    assert series is not None
    return series


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }


def test_each_comparator_has_a_mark_of_its_own(theme: Theme) -> None:
    seen = []
    for comparator in ("=", "~", ">", "<"):
        image = blank(20, 20)
        painter = QPainter(image)
        paint_comparator(painter, theme, comparator, QPointF(10, 10), 4.5)
        painter.end()
        seen.append(image.convertToFormat(QImage.Format.Format_Grayscale8))
    assert all(one != other for n, one in enumerate(seen) for other in seen[:n])


@pytest.mark.parametrize("width", [60, 200, 900])
@pytest.mark.parametrize(
    "rows",
    [
        FIGURES[:6],
        [figure("a", "0", 0, **year(2024)), figure("b", "0", 0, **year(2023))],
        [figure("a", "-5", -5, **year(2024)), figure("b", "7", 7, **year(1024))],
        [figure("a", "1", 1e-9, first="2024-05-01", last="2024-05-01"), figure("b", "2", 1e15, **year(2024))],
        [figure("a", "1", 1, first="9999-12-31", last="9999-12-31"), figure("b", "2", 2, **year(9998))],
    ],
)
def test_any_series_is_painted_at_any_size(theme: Theme, rows: list, width: int) -> None:  # type: ignore[type-arg]
    series = series_of(rows, range(len(rows)))
    assert series is not None
    image = blank(width, 160)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0, 0, width, 160)
    paint_small(painter, theme, series, box)
    paint_large(painter, theme, series, box, lambda row: row == 0, 1)
    paint_key(painter, theme, series, True, QRectF(0, 0, width, 20))
    painter.end()
    assert len(colours(image)) > 3


def test_marks_lie_on_the_plot_and_are_found(theme: Theme) -> None:
    box = QRectF(10, 10, 500, 160)
    plot, levels = large_plot(trade(), box, QFontMetricsF(theme.font("small")))
    assert levels[0] == 0
    assert levels[-1] >= 300e6
    for point in plot.series.points:
        assert plot.box.adjusted(-1, -1, 1, 1).contains(plot.place(point))
        assert plot.nearest(plot.place(point)) == point
    assert plot.nearest(QPointF(-900, 0)) is None
    heights = [plot.y(point.level) for point in plot.series.points]
    assert heights.index(min(heights)) == 5


def test_words_in_a_key_go_where_there_is_room(theme: Theme) -> None:
    image = blank(600, 24)
    painter = QPainter(image)
    wide = paint_key(painter, theme, trade(), True, QRectF(0, 0, 600, 20))
    none = paint_key(painter, theme, trade(), True, QRectF(0, 0, 30, 20))
    painter.end()
    assert wide < 400
    assert none == 30


@pytest.mark.parametrize("name", ["light", "dark"])
def test_what_differs_can_be_read_on_every_ground(theme: Theme, name: str) -> None:
    theme.choose(name)
    for ground in ("panel", "surface", "hover", "selection"):
        assert contrast(theme.colour("warning"), theme.colour(ground)) >= 4.5
    for mark in ("mark.figure", "mark.event", "mark.date", "mark.place"):
        assert contrast(theme.colour(mark), theme.colour("surface")) >= 3
        assert contrast(theme.colour(mark), theme.colour("hover")) >= 3
    theme.choose("light")


@pytest.mark.parametrize("width", [420, 620, 1200])
def test_headings_and_figures_are_painted_at_any_width(theme: Theme, qtbot: QtBot, width: int) -> None:
    table = FiguresTable(theme)
    qtbot.addWidget(table)
    figures = Figures(SURVEY)
    table.figures.show(figures, figures.groups(None, Choice()))
    table.resize(width, 700)
    table.show()
    table.selectRow(4)
    image = table.grab().toImage()
    assert len(colours(image)) > 20
    warning = theme.colour("warning").name()
    assert warning in {image.pixelColor(x, y).name() for x in range(width) for y in range(0, 300)}


def test_no_line_ends_within_a_date(theme: Theme) -> None:
    said = unbroken("1 Jan – 31 Mar 2026 and 2025-26")
    for width in (90, 100, 120):
        lines = lines_of(said, theme.font("ui"), width, 9)
        starts = [layout.lineAt(n).textStart() for layout in lines.layouts for n in range(layout.lineCount())]
        assert {said[start:].split()[0] for start in starts if start} <= {
            "–",
            "31",
            "and",
            "2025\u2060-\u206026",
        }


def test_a_day_fits_into_the_column_of_periods(theme: Theme, qtbot: QtBot) -> None:
    table = FiguresTable(theme)
    qtbot.addWidget(table)
    table.resize(420, 300)
    table.show()
    wide = QFontMetricsF(theme.font("ui")).horizontalAdvance("28 Mar 2026")
    assert table.columnWidth(PERIOD) >= wide + 16


def test_headings_are_lower_than_figures(theme: Theme, qtbot: QtBot) -> None:
    table = FiguresTable(theme)
    qtbot.addWidget(table)
    figures = Figures(SURVEY)
    table.figures.show(figures, figures.groups(None, Choice()))
    for _again in range(2):  # closing and opening a group keeps it so
        heights = {row: table.rowHeight(row) for row in range(table.figures.rowCount())}
        headings = {height for row, height in heights.items() if table.figures.heading(row) is not None}
        rows = {height for row, height in heights.items() if table.figures.heading(row) is None}
        assert len(headings) == len(rows) == 1
        assert max(headings) < min(rows)
        table.figures.set_open(0, not table.figures.is_open(0))


@pytest.mark.parametrize("days", [1, 2, 6, 30, 75, 76, 200, 2000])
@pytest.mark.parametrize("width", [150, 500])
def test_days_stand_below_every_chart(theme: Theme, days: int, width: int) -> None:
    first = date(2026, 3, 20).toordinal()
    metrics = QFontMetricsF(theme.font("small"))
    said = list(named_days(first, first + days, width / days, metrics))
    assert said
    assert all(first <= middle <= first + days for middle, _words in said)
    if days <= 75:
        assert said[0][1] == "20 Mar"


def test_a_long_value_is_wrapped_and_not_cut(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = FiguresTable(theme)
    qtbot.addWidget(table)
    figures = Figures(SURVEY)
    table.figures.show(figures, figures.groups(None, Choice()))
    wrapped: list[str] = []
    monkeypatch.setattr(
        table._cells, "_write_two_lines", lambda _painter, _box, words, *_more: wrapped.append(words)
    )
    table.resize(420, 900)
    table.setColumnWidth(0, 110)
    table.show()
    table.grab()
    assert "over $245 million" in wrapped
