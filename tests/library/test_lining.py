"""Lines of a briefing, made of what was found, marked, compared and gathered."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from briefreader.domain.annotation import Annotation
from briefreader.domain.ledger import Ledger
from briefreader.domain.outline import Line
from briefreader.domain.register import Entity, Office, Place, Variant
from briefreader.domain.survey import FigureRow, Moment
from briefreader.domain.text import Span
from briefreader.library import lining
from library.composed import document, fact, mark
from library.matters import claim, entry, place

OWNER = document(
    "d", 'Trade of $3 million in 2024. Ann met Bob on 3 May 2025. "Yes," said Ann.', "2025-06-01"
)
OTHER = document("e", "The trade was $4 million.", "2025-06-02")
BOTH = {"d": OWNER, "e": OTHER}


def words(line: Line) -> list[str]:
    assert all(each.anchor.stands_in(BOTH[each.document].text) for each in line.evidence)
    return [each.anchor.exact for each in line.evidence]


def test_a_figure_has_its_value_measure_period_claim_and_the_words_around_it() -> None:
    found = fact(OWNER, "figure", "$3 million", amount=3e6, unit="USD", about="trade", when="2024")
    heard = [fact(OWNER, "quote", "Trade of $3 million", about="Ann")]
    ledger = Ledger([claim("c", "single", entry(OWNER, "$3 million"))])
    line = lining.from_fact(OWNER, found, heard, ledger)
    assert (line.kind, words(line), line.proposed) == ("fact", ["$3 million"], False)
    assert line.values == {
        "kind": "figure", "label": "trade", "value": "$3 million", "period": "2024", "speaker": "Ann",
        "detail": "Trade of $3 million in 2024.", "claim": "c", "amount": 3e6, "unit": "USD",
    }  # fmt: skip


def test_a_date_stands_in_its_sentence_and_a_name_as_a_passage() -> None:
    line = lining.from_fact(OWNER, fact(OWNER, "date", "3 May 2025", when="2025-05-03"))
    assert words(line) == ["Ann met Bob on 3 May 2025."]
    assert (line.values["value"], line.values["period"]) == ("3 May 2025", "2025-05-03")
    name = lining.from_fact(OWNER, fact(OWNER, "person", "Bob", about="Bob"))
    assert (name.kind, words(name), name.values) == ("passage", ["Bob"], {})


def test_a_quote_has_speaker_office_and_form() -> None:
    said = fact(OWNER, "quote", "Yes,", about=" Ann ", data={"role": "the  minister", "kind": "mixed"})
    line = lining.from_fact(OWNER, said)
    assert (line.kind, words(line)) == ("quote", ["Yes,"])
    assert line.values == {"speaker": "Ann", "office": "the minister", "form": "mixed"}


def test_a_marked_passage_keeps_its_marks_and_the_note_is_the_authors_comment() -> None:
    marked = mark("m", OWNER, "Ann met Bob", starred=True, colour="red", note=" Look. ", tags=("a", "b"))
    line = lining.from_annotation(OWNER, marked)
    assert (line.kind, line.text, words(line)) == ("passage", "Look.", ["Ann met Bob"])
    assert line.values == {"colour": "red", "starred": True, "tags": ["a", "b"], "annotation": "m"}


def test_a_passage_that_is_gone_keeps_its_old_words() -> None:
    marked = mark("m", OTHER, "The trade was $4 million.", starred=True)
    line = lining.from_annotation(replace(OWNER, id="e"), marked)
    assert [each.anchor for each in line.evidence] == [marked.anchor]


def test_a_note_on_a_whole_document_rests_on_what_it_begins_with() -> None:
    line = lining.from_annotation(OTHER, Annotation("m", "e", None, note="All of it."))
    assert (line.text, words(line), line.values["whole"]) == ("All of it.", [OTHER.text], True)
    bare = lining.from_annotation(document("x", ""), Annotation("m", "x", None, note="Nothing there."))
    assert (bare.kind, bare.text, bare.evidence) == ("text", "Nothing there.", ())


def test_a_claim_has_a_side_for_each_source_with_its_mark_within_the_passage() -> None:
    made = claim(
        "c", "differ",
        entry(OWNER, "$3 million", "Trade of $3 million in 2024.", speaker="Ann"),
        entry(OTHER, "$4 million", "The trade was $4 million."),
        entry(document("gone", "It was $5 million."), "$5 million"),
        period="2024",
    )  # fmt: skip
    line = lining.from_claim(made, BOTH)
    assert words(line) == ["Trade of $3 million in 2024.", "The trade was $4 million."]
    sides = line.values["sides"]
    assert [text[slice(*side["mark"])] for text, side in zip(words(line), sides, strict=True)] == [
        "$3 million", "$4 million",
    ]  # fmt: skip
    assert [(side["value"], side["origin"], side["speaker"]) for side in sides] == [
        ("$3 million", "d", "Ann"), ("$4 million", "e", ""),
    ]  # fmt: skip
    told = {name: line.values[name] for name in ("topic", "kind", "verdict", "reason", "period", "claim")}
    assert tuple(told.values()) == ("Trade", "figure", "differ", "Reason of c.", "2024", "c")


def test_a_mark_outside_its_passage_is_none() -> None:
    outside = replace(entry(OWNER, "$3 million", "$3 million"), mark=Span(40, 44))
    assert lining.from_claim(claim("c", "single", outside), BOTH).values["sides"][0]["mark"] == [0, 0]


def moment(owner: str, text: str, first: str, **values: object) -> Moment:
    span = place(BOTH[owner], text)
    return Moment(owner, span, text, text, "event", first, first, **values)  # type: ignore[arg-type]


def test_a_timeline_is_in_the_order_of_time() -> None:
    line = lining.from_moments(
        [moment("d", "Ann met Bob", "2025-05-03", status="held"), moment("e", "trade", "2024-01-01")],
        BOTH,
        "T",
    )
    assert (line.kind, words(line), line.values["title"]) == ("timeline", ["trade", "Ann met Bob"], "T")
    assert line.values["rows"][1] == {
        "label": "Ann met Bob", "first": "2025-05-03", "last": "2025-05-03", "precision": "day",
        "status": "held",
    }  # fmt: skip


def row(owner: str, value: str, amount: float | None, first: str = "", unit: str = "USD") -> FigureRow:
    span = place(BOTH[owner], value)
    return FigureRow(owner, span, value, "", "money", "trade", "Trade", amount, unit, first=first, claim="c")


def test_a_table_of_figures_keeps_the_order_given_and_a_chart_goes_by_time() -> None:
    rows = [row("e", "$4 million", 4e6, "2025-01-01"), row("d", "$3 million", 3e6, "2024-01-01")]
    table = lining.from_figures([*rows, replace(rows[0], document="gone")], BOTH)
    assert (table.kind, words(table)) == ("figures", ["$4 million", "$3 million"])
    assert table.values["rows"][0] == {
        "label": "trade", "value": "$4 million", "amount": 4e6, "unit": "USD", "first": "2025-01-01",
        "claim": "c",
    }  # fmt: skip
    chart = lining.chart_of(rows, BOTH)
    assert chart is not None and (chart.kind, words(chart)) == ("chart", ["$3 million", "$4 million"])
    assert (chart.values["title"], chart.values["unit"]) == ("Trade", "USD")


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [row("d", "$3 million", 3e6)],
        [row("d", "$3 million", 3e6), row("e", "$4 million", None)],
        [row("d", "$3 million", 3e6), row("e", "$4 million", 4e6, unit="EUR")],
    ],
)
def test_figures_that_make_no_picture_make_no_chart(rows: list[FigureRow]) -> None:
    assert lining.chart_of(rows, BOTH) is None


def test_a_person_has_spellings_each_where_it_is_printed_and_an_office() -> None:
    ann, bob = Place("d", place(OWNER, "Ann")), Place("d", place(OWNER, "Bob"))
    entity = Entity(
        "p", "person", "Anna", (Variant("Ann", ann, 2), Variant("Bob", bob, 1, "hand")),
        (Office("minister", Place("d", place(OWNER, "met"))),), (ann, bob),
    )  # fmt: skip
    line = lining.from_entity(entity, BOTH)
    assert (line.kind, words(line)) == ("person", ["Ann", "Bob", "met"])
    assert line.values == {
        "name": "Anna", "kind": "person", "variants": ["Ann", "Bob"], "role": "minister",
    }  # fmt: skip
    assert words(lining.from_entity(replace(entity, variants=(), offices=()), BOTH)) == ["Ann"]


def test_values_are_plain_json_and_every_line_has_an_id_of_its_own() -> None:
    found = fact(OWNER, "figure", "$3 million", amount=3e6, about="trade")
    one, other = lining.from_fact(OWNER, found), lining.from_fact(OWNER, found)
    assert one.id != other.id and replace(one, id="") == replace(other, id="")
    assert json.loads(json.dumps(one.values)) == one.values
