"""Which cards a claim has, in what order, and which values its row shows."""

from __future__ import annotations

from dataclasses import replace

from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.ui.models.claims import say_values, spoken
from briefreader.ui.models.sides import named_sides, sides_of, values_of
from ui.matters import PARTNERSHIP, TALKS, TRADE, VISIT


def entry(document: str, value: str, origin: str = "") -> ClaimEntry:
    return replace(TRADE.entries[0], document=document, value=value, text=value, origin=origin or document)


def shown(claim: Claim) -> list[str]:
    return [side.entry.document for side in sides_of(claim)]


def test_a_value_of_one_report_is_one_side_with_its_copies_behind() -> None:
    entries = (entry("a", "3 ships", "a"), entry("b", "3 Ships", "a"), entry("c", "4 ships", "a"))
    one, other = sides_of(replace(TRADE, entries=entries))
    assert (one.entry.document, [each.document for each in one.copies]) == ("a", ["b"])
    assert (other.entry.document, other.copies) == ("c", ())
    party = sides_of(PARTNERSHIP)
    assert [len(side.copies) for side in party] == [1, 0]


def test_the_sides_that_the_reason_names_come_first_and_then_each_new_value() -> None:
    said = ("12 trains", "12 trains", "15 trains", "9 trains", "12 trains")
    entries = tuple(entry(f"d{n}", value) for n, value in enumerate(said))
    claim = replace(TRADE, entries=entries, named=(2, 3))
    assert shown(claim) == ["d2", "d3", "d0", "d1", "d4"]
    assert say_values(claim) == "“15 trains” ≠ “9 trains” · “12 trains”"
    assert shown(replace(claim, named=(3, 2))) == ["d3", "d2", "d0", "d1", "d4"]
    assert shown(replace(claim, named=())) == ["d0", "d2", "d3", "d1", "d4"]


def test_days_that_differ_are_said_though_the_words_name_none() -> None:
    said = {"a": "2024-03-07", "b": "", "c": "2024-02-04"}
    entries = tuple(replace(entry(id, "the bridge was opened"), day=day) for id, day in said.items())
    claim = replace(TRADE, kind="date", entries=entries, named=(2, 0))
    assert shown(claim) == ["c", "a", "b"]
    assert [side.day for side in sides_of(claim)] == ["4 Feb 2024", "7 Mar 2024", ""]
    assert say_values(claim) == "4 Feb 2024 ≠ 7 Mar 2024 · “the bridge was opened”"
    assert "4 Feb 2024 differs from 7 Mar 2024" in spoken(claim)


def test_one_value_is_named_once() -> None:
    entries = (entry("a", "40 hurt"), entry("b", "52 hurt"), entry("c", "40 Hurt"))
    claim = replace(TRADE, entries=entries, named=(0, 2, 1))
    assert [side.value for side in named_sides(claim)] == ["40 hurt", "52 hurt"]


def test_what_goes_further_comes_after_what_it_goes_on_from() -> None:
    entries = (entry("a", "40 hurt"), entry("b", "52 hurt"))
    claim = replace(TRADE, entries=entries, verdict="refines", named=(0, 1))
    assert say_values(claim) == "“40 hurt” → “52 hurt”"
    assert say_values(TALKS) == "“Wednesday” → “December 3”"


def test_values_that_differ_by_an_article_or_a_capital_stand_once() -> None:
    said = ("The working visit", "working visit", "a Working Visit", "official visit", "The")
    entries = tuple(replace(VISIT.entries[0], value=value) for value in said)
    claim = replace(VISIT, entries=entries, named=())
    assert tuple(values_of(claim)) == ("The working visit", "official visit", "The")


def test_values_that_are_dates_are_said_as_elsewhere() -> None:
    said = ("2025-05-09", "2025-05", "2025-05-01/2025-05-03", "2025", "2025-26", "in 2025-05")
    entries = tuple(replace(VISIT.entries[0], value=value) for value in said)
    assert tuple(values_of(replace(VISIT, entries=entries, named=()))) == (
        "9 May 2025", "May 2025", "1–3 May 2025", "2025", "2025-26", "in 2025-05",
    )  # fmt: skip
