"""Which cards a claim has, in what order, and which values its row shows."""

from __future__ import annotations

from dataclasses import replace

from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.survey import Moment
from briefreader.ui.models.claims import say_values, spoken
from briefreader.ui.models.sides import SaidDays, named_sides, sides_of, values_of
from ui.matters import PARTNERSHIP, TALKS, TRADE, VISIT


def entry(document: str, value: str, origin: str = "") -> ClaimEntry:
    return replace(TRADE.entries[0], document=document, value=value, text=value, origin=origin or document)


def event(document: str, first: str, last: str = "") -> Moment:
    span = TRADE.entries[0].mark
    return Moment(document, span, "words", "label", "event", first, last or first)


def shown(claim: Claim, days: SaidDays | None = None) -> list[str]:
    return [side.entry.document for side in sides_of(claim, days or SaidDays())]


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
    reason = "“15 trains” and “9 trains” cannot both be right: they are 40 % apart."
    claim = replace(TRADE, entries=entries, reason=reason)
    assert shown(claim) == ["d2", "d3", "d0", "d1", "d4"]
    assert say_values(claim) == "“15 trains” ≠ “9 trains” · “12 trains”"
    assert shown(replace(claim, reason="They differ.")) == ["d0", "d2", "d3", "d1", "d4"]
    assert shown(replace(claim, verdict="agree")) == ["d0", "d2", "d3", "d1", "d4"]


def test_a_longer_value_is_not_taken_for_the_shorter_one_in_it() -> None:
    entries = (entry("a", "million"), entry("b", "over 3 million"), entry("c", "3 million"))
    claim = replace(TRADE, entries=entries, reason="“over 3 million” and “3 million” cannot both be right.")
    assert [side.value for side in named_sides(claim)] == ["over 3 million", "3 million"]


def test_days_that_differ_are_said_though_the_words_name_none() -> None:
    entries = tuple(entry(each, "the bridge was opened") for each in ("a", "b", "c"))
    reason = "One source says 4 Feb 2024, another 7 Mar 2024."
    claim = replace(TRADE, kind="date", entries=entries, reason=reason)
    days = SaidDays([event("a", "2024-03-07"), event("c", "2024-02-04")])
    assert shown(claim, days) == ["c", "a", "b"]
    assert [side.day for side in sides_of(claim, days)] == ["4 Feb 2024", "7 Mar 2024", ""]
    assert say_values(claim, days) == "4 Feb 2024 ≠ 7 Mar 2024 · “the bridge was opened”"
    assert "4 Feb 2024 differs from 7 Mar 2024" in spoken(claim, days)
    assert shown(replace(claim, kind="figure"), days) == ["a", "b", "c"]


def test_words_of_the_reason_tell_values_apart_where_it_names_none_whole() -> None:
    said = ("a state dinner on Monday", "their private lunch", "a talk", "the state lunch")
    entries = tuple(entry(f"d{n}", value) for n, value in enumerate(said))
    claim = replace(TRADE, kind="title", entries=entries, reason="It is called private and state.")
    assert [side.value for side in named_sides(claim)] == list(said[:2])
    assert say_values(claim).startswith("“a state dinner on Monday” ≠ “their private lunch” · “a talk”")
    assert named_sides(replace(claim, reason="They differ.")) == ()


def test_what_goes_further_comes_after_what_it_goes_on_from() -> None:
    entries = (entry("a", "40 hurt"), entry("b", "52 hurt"))
    reason = "The later report gives “52 hurt”, the earlier one “40 hurt”: such counts change in time."
    claim = replace(TRADE, entries=entries, reason=reason, verdict="refines")
    assert say_values(claim) == "“40 hurt” → “52 hurt”"
    assert say_values(TALKS) == "“Wednesday” → “December 3”"


def test_values_that_differ_by_an_article_or_a_capital_stand_once() -> None:
    said = ("The working visit", "working visit", "a Working Visit", "official visit", "The")
    entries = tuple(replace(VISIT.entries[0], value=value) for value in said)
    assert tuple(values_of(replace(VISIT, entries=entries))) == ("The working visit", "official visit", "The")


def test_values_that_are_dates_are_said_as_elsewhere() -> None:
    said = ("2025-05-09", "2025-05", "2025-05-01/2025-05-03", "2025", "2025-26", "in 2025-05")
    entries = tuple(replace(VISIT.entries[0], value=value) for value in said)
    assert tuple(values_of(replace(VISIT, entries=entries))) == (
        "9 May 2025", "May 2025", "1–3 May 2025", "2025", "2025-26", "in 2025-05",
    )  # fmt: skip
