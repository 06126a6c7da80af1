import random
from typing import cast

import pytest

from briefreader import i18n
from briefreader.domain.briefing import Briefing, Item
from briefreader.domain.decision import NAME_COLOUR, Decision, Passage
from briefreader.domain.errors import ExportError
from briefreader.domain.fact import Fact
from briefreader.domain.text import Anchor
from briefreader.library.proposing import Choice
from briefreader.store import Store
from library.composed import ListedStore, briefed, document, documents, fact, mark, sample_store

MADE = "2025-12-20T14:05:00+01:00"
IDS = ["c", "a", "b", "unknown"]


def composed(**choice: object) -> Briefing:
    return briefed(sample_store(), IDS, Choice(title="T", **choice), MADE)  # type: ignore[arg-type]


def items(briefing: Briefing, kind: str) -> list[Item]:
    return [item for section in briefing.sections if section.kind == kind for item in section.items]


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
