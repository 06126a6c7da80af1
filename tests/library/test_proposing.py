"""What is proposed for a briefing: chosen and put in order, and no sentence written."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from briefreader import i18n
from briefreader.domain.annotation import Edit
from briefreader.domain.briefing import Briefing
from briefreader.domain.decision import NAME_COLOUR, Decision, Passage
from briefreader.domain.document import Document
from briefreader.domain.errors import ExportError
from briefreader.domain.fact import Fact
from briefreader.domain.ledger import Claim
from briefreader.domain.outline import TEMPLATES, Line, Outline
from briefreader.domain.register import Entity, Office, Place, Register, Variant
from briefreader.domain.survey import FigureRow, Moment, Survey
from briefreader.domain.text import Anchor
from briefreader.library import outlining
from briefreader.library.composing import compose
from briefreader.library.proposing import Choice, propose
from briefreader.store import Store, open_store
from library.composed import ListedStore, briefed, document, documents, fact, items, mark, sample_store
from library.matters import claim, entry, place, surveyed
from library.told_of import seeds, survey_of

MADE = "2025-12-20T14:05:00+01:00"
IDS = ["c", "a", "b", "unknown"]


def composed(**choice: object) -> Briefing:
    return briefed(sample_store(), IDS, Choice(title="T", **choice), MADE)  # type: ignore[arg-type]


def test_passages_come_by_date_of_the_document_then_place_and_undated_last() -> None:
    assert [item.text for item in items(composed(), "passages")] == [
        "Minsk and Hanoi", "Trade exceeded $245 million in 2024.", "Вольфович прибыл в Ханой.",
    ]  # fmt: skip


def test_a_note_stands_with_its_starred_passage_and_is_not_repeated() -> None:
    briefing = composed()
    assert items(briefing, "passages")[1].note == "Check this."
    assert [item.note for item in items(briefing, "notes")] == ["A note alone."]


def test_without_notes_none_is_printed() -> None:
    assert all(not item.note for section in composed(notes=False).sections for item in section.items)


def test_highlights_only_when_asked_for() -> None:
    assert "Kim ngạch" not in [item.text for item in items(composed(), "passages")]
    found = items(composed(highlights=True), "passages")
    assert [(i.text, i.colour) for i in found if i.colour] == [("Kim ngạch", "green")]


def test_underlines_are_highlights_too_and_colours_have_their_names() -> None:
    lined = mark("1", documents()[1], documents()[1].text[:5], underline="red")
    named = Decision("1", NAME_COLOUR, values={"colour": "red", "name": "to verify"})
    store = cast(Store, ListedStore(documents(), (), [lined], [named]))
    briefing = briefed(store, [lined.document], Choice(highlights=True), MADE)
    assert [item.underline for item in items(briefing, "passages")] == ["red"]
    assert briefing.colours["red"] == "to verify (red)"
    with pytest.raises(ExportError):
        briefed(store, [lined.document], Choice(), MADE)


def test_a_ticker_is_never_a_key_fact_however_high_it_scores() -> None:
    assert "3.78" not in [item.text for item in items(composed(), "facts")]


def test_the_same_figure_from_two_sources_is_one_row() -> None:
    rows = [item for item in items(composed(), "facts") if item.form == "figure"]
    assert (rows[0].label, rows[0].value, rows[0].period) == (
        "trade",
        "exceeded $245 million",
        "2024",
    )
    assert len(rows) == 2


def test_comparators_are_the_sources_words_or_ours_in_brackets() -> None:
    owner = document("d", "Trade of $3 million. Over $4 million. Nearly 5 tonnes.", "2025-01-01")
    facts = [
        fact(owner, "figure", "$3 million", amount=3e6, data={"comparator": "≥"}, score=3.0),
        fact(owner, "figure", "Over $4 million", amount=4e6, data={"comparator": ">"}, score=2.0),
        fact(owner, "figure", "5 tonnes", amount=5.0, data={"comparator": "<"}, score=1.0),
    ]
    store = ListedStore([owner], facts)
    rows = briefed(store, ["d"], Choice(), MADE).sections[0].items  # type: ignore[arg-type]
    assert [row.value for row in rows] == ["[at least] $3 million", "Over $4 million", "Nearly 5 tonnes"]
    assert rows[0].label == "" and rows[0].detail == "Trade of $3 million."


def test_a_figure_is_shown_in_its_sentence_cut_between_words() -> None:
    text = f"Before it. {'Word ' * 40}of 5 km {'more ' * 40}here. After it."
    owner = document("d", text, "2025-01-01")
    store = ListedStore([owner], [fact(owner, "figure", "5 km", amount=5.0)])
    detail = briefed(store, ["d"], Choice(), MADE).sections[0].items[0].detail  # type: ignore[arg-type]
    assert detail.startswith("…Word Word") and detail.endswith("more more…")
    assert "of 5 km more" in detail and len(detail) < 180


def test_a_figure_said_by_someone_names_them_and_an_event_its_parties() -> None:
    owner = document("d", '"Trade is $3 million," said Ann.', "2025-01-01")
    facts = [
        fact(owner, "figure", "$3 million", amount=3e6, about="trade"),
        fact(owner, "quote", "Trade is $3 million,", about="Ann", data={"kind": "direct"}),
    ]
    briefing = briefed(ListedStore([owner], facts), ["d"], Choice(), MADE)  # type: ignore[arg-type]
    assert items(briefing, "facts")[0].speaker == "Ann"
    assert [i.speaker for i in items(composed(), "facts") if i.form == "event"] == ["Minsk; Hanoi"]


def test_facts_are_cut_to_the_best_of_each_kind() -> None:
    forms = [item.form for item in items(composed(facts_each=1), "facts")]
    assert forms == ["figure", "event", "key"]


def test_speakers_come_most_quoted_first_and_unknown_ones_last() -> None:
    quotes = items(composed(), "quotes")
    assert [(q.label, q.detail, q.form) for q in quotes] == [
        ("Alexander Volfovich", "State Secretary", "direct"),
        ("Alexander Volfovich", "State Secretary", "indirect"),
        ("Lương Tam Quang", "", "direct"),
        ("", "", "direct"),
    ]


def test_quotations_are_cut_only_where_it_is_said() -> None:
    assert "left out." not in composed().method.replace("like was left out.", "")
    briefing = composed(quotes_most=2)
    assert [q.label for q in items(briefing, "quotes")] == ["Alexander Volfovich"] * 2
    assert "2 further quotations were left out." in briefing.method
    briefing = composed(quotes_each=1)
    assert [q.text for q in items(briefing, "quotes")][1] == "Chúng tôi tin cậy nhau,"
    assert "1 further quotation was left out." in briefing.method


def test_the_order_in_which_the_store_gives_things_does_not_matter() -> None:
    store = sample_store()
    expected = briefed(store, IDS, Choice(highlights=True), MADE)
    shuffled = random.Random(7)
    for _ in range(5):
        shuffled.shuffle(store._marks)  # type: ignore[attr-defined]
        shuffled.shuffle(store._facts)  # type: ignore[attr-defined]
        again = briefed(store, IDS, Choice(highlights=True), MADE)
        assert {s.title: set(s.items) for s in again.sections} == {
            s.title: set(s.items) for s in expected.sections
        }
        assert (again.sources, again.period) == (expected.sources, expected.period)


def decided(fact: Fact, act: str, **values: object) -> Decision:
    (owner,) = [each for each in documents() if each.id == fact.document]
    return Decision(
        act, act, fact.kind, (Passage(owner.id, Anchor.on(owner.text, fact.span)),), values=values
    )


def test_what_a_person_rejected_is_left_out_and_what_was_corrected_is_printed_so() -> None:
    every = documents()
    a = every[1]
    partner = fact(a, "quote", "We see Vietnam as a promising partner,", about="Alexander Volfovich",
                   data={"kind": "direct", "role": "State Secretary"})  # fmt: skip
    grown = fact(a, "quote", "trade had grown", about="Alexander Volfovich", data={"kind": "indirect"})
    trade = fact(a, "figure", "$245 million", amount=245e6, unit="USD", about="trade", score=3.0)
    signed = fact(a, "event", "Minsk and Hanoi signed a protocol", score=1.0)
    judgements = (
        decided(partner, "correct", speaker="Lương Tam Quang"),
        decided(grown, "reject"),
        decided(trade, "correct", value="more than $245 million"),
        decided(signed, "reject"),
    )
    store = ListedStore(every, [partner, grown, trade, signed], (), judgements)
    briefing = briefed(store, ["a"], Choice(), MADE)  # type: ignore[arg-type]
    (quote,) = items(briefing, "quotes")
    assert (quote.label, quote.detail) == ("Lương Tam Quang", "")
    (figure,) = items(briefing, "facts")
    assert (figure.text, figure.value) == ("$245 million", "more than $245 million")


def test_a_briefing_is_in_the_language_that_is_spoken() -> None:
    try:
        i18n.choose("vi")
        assert Choice().language == "vi"
    finally:
        i18n.choose("en")
    assert Choice().language == "en"


# -- the outline itself ----------------------------------------------------------------------------------


def proposed(survey: Survey | None = None, **choice: object) -> Outline:
    made = Choice(title="T", **choice)  # type: ignore[arg-type]
    return propose(sample_store(), IDS, made, survey, stamp=MADE)


def kinds(outline: Outline) -> dict[str, int]:
    """Return how many lines each section has; of several of a kind, all together."""
    return dict(Counter(part.kind for part, _line in outline.lines()))


def test_the_outline_has_the_sections_of_its_template_and_what_the_author_must_write_is_empty() -> None:
    for template in TEMPLATES:
        outline = proposed(template=template)
        assert [part.kind for part in outline.parts if part.kind != "passages"] == list(
            outlining.SECTIONS[template]
        )
        for part, line in outline.lines():
            assert part.kind not in ("lead", "judgements", "gaps", "outlook")
            assert line.evidence and not line.worded
    titles = [part.title for part in proposed().parts]
    assert titles.index("Starred passages") == titles.index("Key facts") + 1


def test_a_note_is_short_and_an_annex_has_quotes_alone() -> None:
    owner = document("d", "\n".join(f"Number {n} of them is a key." for n in range(9)), "2025-01-01")
    store = cast(Store, ListedStore([owner], [
        fact(owner, "event", f"Number {n}", when=f"2025-01-0{n + 1}", score=1.0) for n in range(9)
    ]))  # fmt: skip
    assert [len(list(propose(store, ["d"], Choice(template=each)).lines())) for each in TEMPLATES] == [
        3,
        9,
        0,
    ]
    assert kinds(proposed(template="annex", passages=False, notes=False)) == {"quotes": 4}


def test_every_line_is_proposed_until_the_author_takes_it_on_or_says_so_at_once() -> None:
    assert {line.proposed for _part, line in proposed(highlights=True).lines()} == {True}
    assert {line.proposed for _part, line in proposed(accepted=True).lines()} == {False}


def test_the_same_things_make_the_same_outline_and_another_moment_another() -> None:
    assert proposed() == proposed()
    ids = [part.id for part in proposed().parts] + [line.id for _part, line in proposed().lines()]
    assert len(set(ids)) == len(ids)
    later = propose(sample_store(), IDS, Choice(title="T"), stamp="2026-01-01T00:00:00+00:00")
    assert later.id != proposed().id and not set(ids) & {line.id for _part, line in later.lines()}


def test_an_outline_can_be_kept(tmp_path: Path) -> None:
    store = open_store(tmp_path / "w.db")
    try:
        store.apply([Edit(None, proposed(survey()))])
        assert store.briefings() == [proposed(survey())]
    finally:
        store.close()


# -- with a survey ---------------------------------------------------------------------------------------


def row(owner: Document, value: str, topic: str) -> FigureRow:
    key = fact(owner, "figure", value).key
    return FigureRow(
        owner.id, place(owner, value), value, "", "money", "trade", topic, 245e6, "USD", key=key
    )  # fmt: skip


def moment(owner: Document, words: str, lane: str, day: str, label: str = "") -> Moment:
    return Moment(owner.id, place(owner, words), words, label or words, lane, day, day)


def survey(*claims: Claim, **values: object) -> Survey:
    c, a, b = documents()
    ann = Place("a", place(a, "Alexander Volfovich"))
    person = Entity(
        "v", "person", "A. Volfovich", (Variant("Alexander Volfovich", ann, 2),),
        (Office("Secretary", ann),), (ann, ann),
    )  # fmt: skip
    years = replace(row(a, "2024", "Years"), key="of no key figure")
    rows = (row(a, "$245 million", "Trade"), row(b, "245 triệu USD", "Trade"), years)
    moments = (
        moment(a, "signed a protocol", "event", "2025-12-03"),
        moment(b, "hội đàm", "event", "2025-12-03", "signed the protocol"),
        moment(a, "in 2024", "as of", "2024-01-01"),
    )
    return surveyed([a, b, c], *claims, register=Register([person]), figures=rows, moments=moments, **values)


def test_sections_that_are_not_chosen_stay_empty() -> None:
    _c, a, b = documents()
    differing = claim("c", "differ", entry(a, "$245 million"), entry(b, "245 triệu USD"))
    given = kinds(proposed(survey(differing)))
    for name in ("figures", "differences", "timeline", "people", "quotes"):
        left = kinds(proposed(survey(differing), **{name: False}))
        assert set(given) - set(left) == {name}


def of_kind(outline: Outline, kind: str) -> list[Line]:
    return [line for part, line in outline.lines() if part.kind == kind]


def test_figures_are_a_table_then_each_value_once_and_no_fact_besides() -> None:
    outline = proposed(survey())
    (table,) = of_kind(outline, "figures")
    assert [each["value"] for each in table.values["rows"]] == ["$245 million"]
    assert {line.values["kind"] for line in of_kind(outline, "facts")} == {"event", "key"}
    note = proposed(survey(), template="note")
    assert "figure" in {line.values["kind"] for line in of_kind(note, "facts")}


def test_an_event_told_by_two_sources_is_one_row_of_the_timeline() -> None:
    (line,) = of_kind(proposed(survey()), "timeline")
    assert [(row["label"], row["first"]) for row in line.values["rows"]] == [
        ("signed a protocol", "2025-12-03")
    ]


def test_speakers_and_people_have_the_names_of_the_register() -> None:
    (line,) = of_kind(proposed(survey()), "people")
    assert (line.values["name"], line.values["role"]) == ("A. Volfovich", "Secretary")
    a = documents()[1]
    span = place(a, "Alexander Volfovich")
    who = {"start": span.start, "end": span.end, "name": "Alexander Volfovich", "entity": None}
    quote = fact(a, "quote", "trade had grown", about="He", data={"speaker": who, "role": "boss"})
    store = cast(Store, ListedStore(documents(), [quote]))
    (line,) = of_kind(propose(store, ["a"], Choice(), survey()), "quotes")
    assert (line.values["speaker"], line.values["office"]) == ("A. Volfovich", "Secretary")
    (line,) = of_kind(propose(store, ["a"], Choice()), "quotes")
    assert (line.values["speaker"], line.values["office"]) == ("He", "boss")


def test_where_sources_differ_comes_before_where_they_agree_and_what_was_dismissed_is_left_out() -> None:
    c, a, b = documents()
    ours, theirs, third = entry(a, "$245 million"), entry(b, "245 triệu USD"), entry(c, "Вольфович")
    again = entry(b, "Kim ngạch", origin="b")
    told = proposed(survey(
        claim("agree", "agree", ours, theirs, again),
        claim("gone", "differ", ours, theirs, decision="dismissed"),
        claim("one", "single", ours),
        claim("bare", "agree", ours, theirs, kind="date"),
        claim("title", "refines", ours, theirs, kind="office"),
        claim("refines", "refines", ours, theirs),
        claim("differ", "differ", ours, theirs, third),
    ))  # fmt: skip
    lines = of_kind(told, "differences")
    assert [line.values["claim"] for line in lines] == ["differ", "refines", "agree"]
    assert [len(line.evidence) for line in lines] == [3, 2, 2]


def test_what_the_verdict_speaks_of_is_never_cut_from_a_claim() -> None:
    a = documents()[1]
    many = [entry(a, "Minsk", origin=f"origin {n}", value=f"value {n}") for n in range(9)]
    (line,) = of_kind(proposed(survey(claim("c", "differ", *many, named=(8, 0)))), "differences")
    assert [each["value"] for each in line.values["sides"]] == [
        "value 0", "value 1", "value 2", "value 3", "value 4", "value 8",
    ]  # fmt: skip


def test_both_sides_of_a_difference_are_shown_though_one_is_not_in_the_filter() -> None:
    _c, a, b = documents()
    made = survey(claim("c", "differ", entry(a, "$245 million"), entry(b, "245 triệu USD")))
    outline = propose(sample_store(), ["a"], Choice(), made)
    (line,) = of_kind(outline, "differences")
    assert [each.document for each in line.evidence] == ["a", "b"] and outline.scope == ("a",)


def test_a_matter_that_several_sources_tell_is_one_fact() -> None:
    _c, a, b = documents()
    facts = [
        fact(a, "event", "signed a protocol", when="2025-12-03", score=2.0),
        fact(b, "event", "hội đàm tại Hà Nội", when="2025-12-03", score=1.0),
    ]
    store = cast(Store, ListedStore(documents(), facts))
    told = [entry(owner, each.text) for owner, each in zip((a, b), facts, strict=True)]
    made = survey(claim("c", "agree", *told, kind="date"))
    (line,) = of_kind(propose(store, IDS, Choice(), made), "facts")
    assert line.evidence[0].document == "a" and line.values["claim"] == "c"
    assert len(of_kind(propose(store, IDS, Choice()), "facts")) == 2


def test_a_full_briefing_on_the_seeds_is_word_for_word_and_has_every_proposed_section() -> None:
    analyses = seeds()
    store = ListedStore([each.document for each in analyses], [f for each in analyses for f in each.facts])
    texts = {each.document.id: each.document.text for each in analyses}
    outline = propose(cast(Store, store), list(texts), Choice(title="T"), survey_of(*analyses), stamp=MADE)
    filled = {"facts", "figures", "differences", "timeline", "quotes", "people"}
    assert set(kinds(outline)) == filled
    for _part, line in outline.lines():
        assert all(each.anchor.stands_in(texts[each.document]) for each in line.evidence)
    briefing = compose(cast(Store, store), outline, MADE, survey_of(*analyses))
    assert {section.kind for section in briefing.sections} == filled
    assert max(item.independent for item in items(briefing, "facts")) > 1
    trade = next(cell for cell in items(briefing, "figures")[0].cells if cell.value == "over $245 million")
    assert trade.differs and trade.citation.exact == "over $245 million"
