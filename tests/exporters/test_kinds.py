from dataclasses import replace
from typing import Any

import pytest

from briefreader.domain.briefing import Cell, Item, Section, Side
from briefreader.exporters import _kinds as kinds
from briefreader.exporters._setting import Setting
from exporters.printed import citation
from exporters.whole import EVENTS, PARTS, SIDES, TRADE, whole

SETTING = Setting(whole())


def cells(part: dict[str, Any]) -> list[list[str]]:
    return [[cell["text"] for cell in row["cells"]] for row in part["items"]]


def test_a_timeline_is_a_picture_and_a_table() -> None:
    picture, table = kinds.timeline(Item("timeline", "", cells=EVENTS, id="x"), SETTING)
    assert picture["kind"] == "timeline" and picture["head"]["id"] == "x" and table["head"] is None
    assert picture["alt"].startswith("Timeline. 1. 11–12 May 2025: To Lam visits Belarus")
    assert [row[0] for row in cells(table)] == [
        "11–12 May 2025",
        "September 2025 (date inferred)",
        "1 December 2025",
        "2 December 2025",
        "3 December 2025",
        "3 December 2025",
        "2026",
        "undated",
    ]
    assert [row[2] for row in cells(table)] == ["–"] * 5 + ["cancelled", "planned", "–"]
    assert [row["number"] for row in table["items"]] == list("12345678")


def test_few_events_are_a_table_only() -> None:
    (table,) = kinds.timeline(Item("timeline", "", cells=EVENTS[:2]), SETTING)
    assert table["kind"] == "table" and [row["number"] for row in table["items"]] == ["", ""]


@pytest.mark.parametrize(
    ("precision", "last", "said"),
    [
        ("day", "", "11 May 2025"),
        ("month", "2025-05-31", "May 2025"),
        ("quarter", "2025-06-30", "Q2 2025"),
        ("year", "2025-12-31", "2025"),
        ("decade", "2029-12-31", "2025 – 2029"),
        ("range", "2025-05-20", "11–20 May 2025"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(precision: str, last: str, said: str) -> None:
    cell = Cell("x", citation(), first="2025-05-11", last=last, precision=precision)
    (table,) = kinds.timeline(Item("timeline", "", cells=(cell,)), SETTING)
    assert cells(table)[0][0] == said


def test_a_chart_has_its_values_as_words_with_their_notes() -> None:
    (part,) = kinds.chart(Item("chart", "", label="Trade", cells=TRADE, note="n"), SETTING)
    assert part["form"] == "line" and part["alt"].startswith("Trade. 2021: $68 million; 2022: $121 million")
    assert [each["words"]["text"] for each in part["values"]][-1] == "2024: over $245 million"
    assert all(len(each["citations"]) == 1 for each in part["values"]) and part["note"]["text"] == "n"
    (bars,) = kinds.chart(Item("chart", "", cells=PARTS), SETTING)
    assert bars["form"] == "bar" and bars["points"][0]["label"] == "Machines and tractors"


def test_a_chart_of_nothing_or_of_too_much_is_words_only() -> None:
    none = tuple(replace(cell, amount=None) for cell in PARTS)
    (part,) = kinds.chart(Item("chart", "", cells=none), SETTING)
    assert part["kind"] == "values" and len(part["values"]) == 3
    (part,) = kinds.chart(Item("chart", "", cells=PARTS * 9), SETTING)
    assert part["kind"] == "values" and len(part["values"]) == 27


def test_figures_that_differ_are_marked() -> None:
    (table,) = kinds.figures(Item("figures", "", cells=TRADE), SETTING)
    assert cells(table)[3] == ["Trade turnover", "over $245 million", "2024", "Alexander Volfovich"]
    assert [len(row["flags"]) for row in table["items"]] == [0, 0, 0, 1]


def test_sides_are_verbatim_with_the_value_marked() -> None:
    (claim,) = kinds.claims([Item("claim", "", label="Trade", verdict="differ", sides=SIDES)], SETTING)
    first = claim["sides"][0]
    runs = [run for group in first["runs"] for run in group]
    assert [run["words"]["text"] for run in runs if run["marked"]] == ["$244 million"]
    assert "".join(run["words"]["text"] for run in runs) == SIDES[0].text
    assert claim["verdict"] == "Sources differ" and claim["columns"] == 2


def test_a_mark_outside_the_words_is_no_mark() -> None:
    for mark in ((5, 900), (-1, 3), (4, 4), (9, 2)):
        side = Side("some words", "x", citation(), mark)
        (claim,) = kinds.claims([Item("claim", "", label="x", sides=(side,))], SETTING)
        ((run,),) = claim["sides"][0]["runs"]
        assert not run["marked"] and run["words"]["text"] == "some words"


def test_a_compound_that_is_marked_in_part_is_one_piece() -> None:
    side = Side("by the Hanoi–Minsk line and—then", "x", citation(), (12, 23))
    (claim,) = kinds.claims([Item("claim", "", label="x", sides=(side,))], SETTING)
    made = [[(run["words"]["text"], run["marked"]) for run in group] for group in claim["sides"][0]["runs"]]
    assert made == [
        [("by the ", False)], [("Hanoi", False), ("–Minsk", True)], [(" line", True)], [(" and—then", False)],
    ]  # fmt: skip


def test_copies_of_one_report_are_said_to_be() -> None:
    told = ((1, "a"), (2, "a"), (3, "b"), (1, "a"))
    sides = tuple(Side("x", "x", citation(n), (0, 1), origin) for n, origin in told)
    (claim,) = kinds.claims([Item("claim", "", label="x", sides=sides)], SETTING)
    assert [each["same"] for each in claim["sides"]] == ["", "same report as source 1", "", ""]


@pytest.mark.parametrize(("count", "columns"), [(0, 1), (1, 1), (2, 2), (3, 3), (4, 2), (5, 3)])
def test_columns_by_the_number_of_sides(count: int, columns: int) -> None:
    side = replace(SIDES[0], text="short")
    (claim,) = kinds.claims([Item("claim", "", label="x", sides=(side,) * count)], SETTING)
    assert claim["columns"] == columns


def test_long_sides_stand_two_by_two_and_very_long_ones_alone() -> None:
    for text, columns, kept in (("word " * 20, 2, True), ("word " * 400, 1, False)):
        sides = (replace(SIDES[0], text=text),) * 3
        (claim,) = kinds.claims([Item("claim", "", label="x", sides=sides)], SETTING)
        assert (claim["columns"], claim["whole"]) == (columns, kept)


def test_a_word_that_fits_its_column_is_not_cut() -> None:
    long = "Belarusian-Vietnamese"
    sides = (replace(SIDES[0], text=f"{long} relations {'x' * 60}", mark=(0, 5)), *SIDES[1:], SIDES[1])
    value = whole(sections=(Section("differences", "S", (Item("claim", "", label="x", sides=sides),)),))
    (claim,) = kinds.claims(value.sections[0].items, SETTING)
    assert claim["columns"] == 2 and claim["sides"][0]["runs"][-1][0]["words"]["longest"] > len(long)


def test_confidence_stands_apart_from_the_judgement() -> None:
    item = Item("judgement", "It is likely.", confidence="high", basis="Two sources.", assessment=True)
    (made,) = kinds.words([item], SETTING)
    assert made["confidence"] == "Confidence: high." and made["level"] == 3
    assert "high" not in str(made["sentences"]) and made["basis"]["text"] == "Two sources."


def test_other_spellings_of_a_person_leave_out_the_name() -> None:
    (made,) = kinds.people([Item("person", "", citation(), "Ann", variants=("Ann", "A.", " "))], SETTING)
    assert made["spellings"]["text"] == "Also written: A."
