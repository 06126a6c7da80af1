"""Figures as CSV: every cell comes back as it was, and none is a formula."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.domain.document import Published
from briefreader.domain.errors import ExportError
from briefreader.domain.survey import FigureRow, SourceCard, Survey
from briefreader.domain.text import Span
from briefreader.library.tabulating import COLUMNS, figures_csv, figures_text, harmless, save_figures

CARD = SourceCard("d", 'Trade, "bilateral"', "Belta", Published("2025-12-06", "header"), "d")
SURVEY = Survey(sources={"d": CARD})
ROW = FigureRow(
    "d", Span(30, 47), "over $245 million", "Trade came to over $245 million.", "money", "bilateral trade",
    "trade", 245e6, "USD", ">", None, "2024", "2024-01-01", "2024-12-31", "Nguyễn Hồng Diên",
)  # fmt: skip


def read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline="")))


def row(**values: object) -> FigureRow:
    from dataclasses import replace

    return replace(ROW, **values)  # type: ignore[arg-type]


def test_a_figure_is_a_line_under_its_headings() -> None:
    head, line = read(figures_csv(SURVEY, [ROW]))
    assert head == list(COLUMNS)
    assert dict(zip(head, line, strict=True)) == {
        "measure": "bilateral trade", "value as printed": "over $245 million", "amount": "245000000",
        "to": "",
        "unit": "USD", "comparator": "over", "period": "2024", "from date": "2024-01-01",
        "to date": "2024-12-31",
        "said by": "Nguyễn Hồng Diên", "source title": 'Trade, "bilateral"', "outlet": "Belta",
        "published": "2025-12-06", "document": "d", "start": "30", "end": "47",
    }  # fmt: skip


def test_it_is_quoted_as_rfc_4180_says() -> None:
    text = figures_csv(SURVEY, [row(measure="a, b", speaker='Tô "Lâm"\nHà Nội')])
    assert text.endswith("\r\n")
    assert '"a, b"' in text
    assert '"Tô ""Lâm""\nHà Nội"' in text
    assert len(read(text)) == 2


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", " =", "  @"])
def test_no_cell_is_a_formula(start: str) -> None:
    said = f"{start}HYPERLINK(1)"
    words = {"measure": said, "value": said, "speaker": said, "period": said, "unit": said}
    (line,) = read(figures_csv(SURVEY, [row(**words)]))[1:]
    assert [cell for cell in line if cell.lstrip(" ").startswith(start.strip(" ") or start)] == []
    assert line.count(f"'{said}") == 5
    card = SourceCard("d", said, said, Published(), "d")
    (line,) = read(figures_csv(Survey(sources={"d": card}), [ROW]))[1:]
    assert line.count(f"'{said}") == 2


@pytest.mark.parametrize(
    ("sign", "said"), [("=", "equal"), ("≥", "at least"), ("<", "under"), ("~", "about"), ("", "")]
)
def test_the_programs_own_signs_are_said_in_words(sign: str, said: str) -> None:
    head, line = read(figures_csv(SURVEY, [row(comparator=sign)]))
    assert line[head.index("comparator")] == said


@given(st.text())
def test_harmless_changes_nothing_else(text: str) -> None:
    assert harmless(text) in (text, f"'{text}")
    assert harmless(harmless(text)) == harmless(text)


@pytest.mark.parametrize(
    ("amount", "said"),
    [(9.4, "9.4"), (-3.0, "-3"), (1e18, "1000000000000000000"), (1e-7, "0.0000001"), (0.0, "0"),
     (100.0, "100"), (None, ""), (float("nan"), ""), (float("inf"), "")],
)  # fmt: skip
def test_amounts_are_plain_numbers(amount: float | None, said: str) -> None:
    (line,) = read(figures_csv(SURVEY, [row(amount=amount, to=amount)]))[1:]
    assert line[2:4] == [said, said]


def test_a_figure_whose_source_is_gone_is_written_all_the_same() -> None:
    (line,) = read(figures_csv(Survey(), [ROW]))[1:]
    assert line[10:14] == ["", "", "", "d"]


def test_text_for_the_clipboard_has_a_line_for_each_figure() -> None:
    lines = figures_text(SURVEY, [row(speaker="a\tb\nc"), row(value="=1")]).split("\n")
    assert len(lines) == 3
    assert all(line.count("\t") == len(COLUMNS) - 1 for line in lines)
    assert "a b c" in lines[1]
    assert "'=1" in lines[2]


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    assert save_figures(SURVEY, [ROW], path) == path
    assert path.read_bytes().startswith(b"\xef\xbb\xbfmeasure,")
    assert read(path.read_text(encoding="utf-8-sig"))[1][9] == "Nguyễn Hồng Diên"
    with pytest.raises(ExportError):
        save_figures(SURVEY, [ROW], tmp_path / "nowhere" / "figures.csv")
    assert [each.name for each in tmp_path.iterdir()] == ["figures.csv"]
