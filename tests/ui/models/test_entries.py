"""Entries of the side panel, and the tree that holds them."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from briefreader.domain.annotation import Annotation
from briefreader.domain.document import Document, lines
from briefreader.domain.fact import Fact
from briefreader.domain.ledger import Ledger
from briefreader.domain.survey import Survey
from briefreader.domain.text import Anchor, Span
from briefreader.ui.models.entries import Entry, Scope, fact_groups, note_groups, quote_groups
from briefreader.ui.models.entries_details import Detail, details, said_amount
from briefreader.ui.models.entries_model import EntriesModel
from briefreader.ui.models.touching import Touching
from ui.views import attested

TEXT = "Anna Berg said trade grew by 5 percent on 3 May 2025. Berg called it “a miracle”. Two talks."


def fact(kind: str, words: str, nth: int = 0, **values: Any) -> Fact:
    start = -1
    for _step in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Fact("d", kind, Span(start, start + len(words)), words, **values)


FACTS = (
    fact("person", "Anna Berg", about="Anna Berg",
         data={"entity": "p:berg", "role": "minister", "rule": "full name"}),
    fact("person", "Berg", 1, about="Anna Berg", data={"entity": "p:berg", "rule": "family name"}),
    fact("figure", "5 percent", about="trade", amount=5, unit="%", score=2, data={"key": True}),
    fact("figure", "Two", about="talks", amount=2, data={"key": False}),
    fact("date", "3 May 2025", when="2025-05-03", data={"from": "2025-05-03", "to": "2025-05-03"}),
    fact("date", "Two", when="PRESENT_REF", data={"from": None, "to": None}),
    fact("key", "Anna Berg said trade grew by 5 percent on 3 May 2025.", score=0.5),
    fact("key", "Two talks.", score=0.9),
    fact("quote", "trade grew by 5 percent", about="Anna Berg",
         data={"kind": "indirect", "speaker": {"entity": "p:berg"}, "role": "minister", "why": "said"}),
    fact("quote", "a miracle", about="", data={"kind": "direct", "speaker": None}),
    fact("unattributed", "a miracle", data={"why": "a term"}),
)  # fmt: skip


def test_facts_come_in_groups_the_highest_score_first() -> None:
    groups = {group.kind: group for group in fact_groups(FACTS)}
    assert list(groups) == ["key", "figure", "date", "person"]
    assert [entry.text for entry in groups["key"].entries] == ["Two talks.", TEXT[:53]]


def test_what_is_not_worth_showing_is_left_out() -> None:
    groups = {group.kind: group for group in fact_groups(FACTS)}
    assert [entry.headline for entry in groups["figure"].entries] == ["5 percent"]
    assert [entry.headline for entry in groups["date"].entries] == ["3 May 2025"]


def test_mentions_of_one_bearer_are_one_entry_with_all_its_places() -> None:
    (group,) = [group for group in fact_groups(FACTS) if group.kind == "person"]
    (entry,) = group.entries
    assert (entry.headline, entry.text) == ("Anna Berg", "minister")
    assert "2 mentions" in entry.meta
    assert "also Berg" in entry.meta
    assert entry.spans == (FACTS[0].span, FACTS[1].span)
    assert entry.keys == {FACTS[0].key, FACTS[1].key}


def test_over_several_documents_each_entry_names_its_own() -> None:
    groups = fact_groups(FACTS, Scope({"d": "The title"}))
    assert "The title" in groups[0].entries[0].meta


def test_quotes_are_grouped_by_speaker_and_verbatim() -> None:
    said, unknown, marked = quote_groups(FACTS)
    assert said.title == "Anna Berg"
    assert said.entries[0].text == "trade grew by 5 percent"
    assert said.entries[0].meta == "reported · minister"
    assert unknown.title == "Speaker not found"
    assert unknown.entries[0].text == "“a miracle”"
    assert (marked.kind, marked.entries[0].why) == ("unattributed", "a term")


def test_notes_whose_passage_is_gone_are_shown_apart() -> None:
    document = Document("d", TEXT, lines(TEXT))
    here = Annotation("1", "d", Anchor.on(TEXT, Span(0, 9)), starred=True, note="Who?", tags=("people",))
    gone = Annotation("2", "d", Anchor(Span(3, 9), "gone words", "x", "y"), colour="red")
    placed, unplaced = note_groups([gone, here], document, {"d": "The title"})
    assert (placed.title, placed.entries[0].headline, placed.entries[0].meta) == (
        "The title",
        "Who?",
        "#people",
    )
    assert placed.entries[0].starred
    assert unplaced.kind == "unplaced"
    assert (unplaced.entries[0].text, unplaced.entries[0].spans) == ("gone words", ())


def explained(entry: Entry) -> tuple[Detail, ...]:
    return details(entry.facts, Touching(attested.SURVEY), attested.TEXT)


def test_the_tree_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = EntriesModel()
    model.show(fact_groups(FACTS))
    qtmodeltester.check(model)
    assert model.rowCount() == 4
    assert model.columnCount() == 1


def test_the_tree_with_details_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = EntriesModel()
    model.show([*fact_groups(attested.FACTS), *quote_groups(attested.FACTS)], explained)
    qtmodeltester.check(model)
    index = model.find(attested.TRADE.key)
    assert model.hasChildren(index)
    below = model.index(0, 0, index)
    assert model.parent(below) == index
    assert model.detail(below).words == "Value: 244,000,000 USD"
    assert (model.entry(below), model.owner(below), model.owner(index)) == (
        None, model.entry(index), model.entry(index),
    )  # fmt: skip
    assert model.data(below, Qt.ItemDataRole.AccessibleTextRole) == "Value: 244,000,000 USD"
    assert not model.hasChildren(below)


def test_details_are_made_only_when_they_are_asked_for() -> None:
    asked: list[str] = []

    def explain(entry: Entry) -> tuple[Detail, ...]:
        asked.append(entry.key)
        return explained(entry)

    model = EntriesModel()
    model.show(fact_groups(attested.FACTS), explain)
    index = model.find(attested.TRADE.key)
    assert model.hasChildren(index)
    assert asked == []
    assert model.rowCount(index) == model.rowCount(index) > 3
    assert asked == [attested.TRADE.key]


def test_notes_say_how_they_are_marked() -> None:
    anchor = Anchor.on(TEXT, Span(0, 9))
    passage = Annotation(
        "1",
        "d",
        anchor,
        starred=True,
        colour="yellow",
        underline="red",
        note="Ask **them**:\n- who?",
        tags=("x",),
    )
    whole = Annotation("2", "d", None, note="All")
    ((first, second),) = (
        group.entries for group in note_groups([passage, whole], None, {}, {}, {"yellow": "to verify"})
    )
    assert (first.headline, first.text, first.meta) == ("All", "", "The article as a whole")
    assert second.marked == "Highlighted: to verify (yellow), Underlined: red"
    assert second.marked in second.words


def test_notes_open_to_nothing() -> None:
    here = Annotation("1", "d", Anchor.on(TEXT, Span(0, 9)), starred=True)
    model = EntriesModel()
    model.show(note_groups([here], None, {}), explained)
    assert not model.hasChildren(model.find("1"))
    assert model.rowCount(model.find("1")) == 0


def judged(fact: Fact, word: str, **data: Any) -> Fact:
    return replace(fact, data={**fact.data, "judged": word, "decision": "1", **data})


def test_what_was_rejected_comes_last_in_a_group_of_its_own() -> None:
    facts = [judged(each, "rejected") if each.kind in ("date", "person") else each for each in FACTS]
    groups = fact_groups(facts)
    assert [group.kind for group in groups] == ["key", "figure", "rejected"]
    assert [entry.headline for entry in groups[-1].entries] == ["3 May 2025", "Two", "Anna Berg"]
    assert {entry.judged for entry in groups[-1].entries} == {"rejected"}
    facts = [judged(each, "rejected") if each.kind in ("quote", "unattributed") else each for each in FACTS]
    (group,) = quote_groups(facts)
    assert (group.kind, len(group.entries)) == ("rejected", 3)


def test_a_rejected_mention_leaves_the_others_of_its_bearer() -> None:
    facts = [judged(FACTS[0], "rejected"), *FACTS[1:]]
    groups = {group.kind: group for group in fact_groups(facts)}
    assert [entry.meta for entry in groups["person"].entries] == ["1 mention · also Berg"]
    assert [entry.headline for entry in groups["rejected"].entries] == ["Anna Berg"]


def test_signs_say_what_a_person_and_other_sources_say() -> None:
    facts = [judged(each, "accepted") if each.kind == "figure" else each for each in attested.FACTS]
    groups = {group.kind: group for group in fact_groups(facts, Scope(touching=Touching(attested.SURVEY)))}
    (figure,) = groups["figure"].entries
    assert [(sign.icon, sign.text) for sign in figure.signs] == [
        ("check", "accepted"), ("alert-triangle", "sources differ"), ("news", "2 independent sources"),
    ]  # fmt: skip
    assert figure.words.endswith("in 2024. accepted. sources differ. 2 independent sources")
    visit = next(each for each in groups["event"].entries if each.key == attested.VISIT.key)
    assert [sign.text for sign in visit.signs] == ["2 independent sources"]
    assert groups["agreement"].entries[0].signs == ()


def test_a_dismissed_difference_is_no_sign() -> None:
    claim = replace(attested.TRADE_CLAIM, decision="dismissed", note="Other years")
    survey = replace(attested.SURVEY, ledger=Ledger((claim,)))
    groups = {group.kind: group for group in fact_groups(attested.FACTS, Scope(touching=Touching(survey)))}
    assert [sign.text for sign in groups["figure"].entries[0].signs] == ["2 independent sources"]
    last = details((attested.TRADE,), Touching(survey))[-1]
    assert last.meta == "3 sources, 2 independent · dismissed by hand · Other years"


def test_a_single_source_is_said_as_such() -> None:
    lone = replace(attested.TRADE_CLAIM, entries=attested.TRADE_CLAIM.entries[:1])
    single = replace(lone, verdict="single", id="c:single")
    linked = replace(lone, verdict="linked", decision="linked", id="c:linked")
    fact = replace(attested.TRADE, document=lone.entries[0].document, span=lone.entries[0].mark)
    survey = replace(attested.SURVEY, ledger=Ledger((lone, single, linked)))
    found = {row.claim: (row.label, row.meta) for row in details((fact,), Touching(survey)) if row.claim}
    assert found == {
        "c:trade": ("Sources differ", "one source only"),
        "c:single": ("One source only", ""),
        "c:linked": ("Linked by hand", "one source only"),
    }


def test_what_a_person_upholds_is_shown_as_such() -> None:
    upheld = judged(Fact("d", "date", Span(0, 4), "then"), "accepted", by_hand=True)
    (group,) = fact_groups([upheld])
    assert [sign.text for sign in group.entries[0].signs] == ["accepted", "by hand"]
    assert [row.label for row in details((upheld,), Touching())] == ["Judged", "Kept"]


def test_an_entry_is_known_by_the_place_where_the_machine_found_it() -> None:
    fact = judged(
        replace(FACTS[2], span=Span(30, 40)), "corrected", found=[FACTS[2].span.start, FACTS[2].span.end]
    )
    entry = fact_groups([fact])[0].entries[0]
    assert entry.keys == {fact.key, FACTS[2].key}


def rows(*facts: Fact, text: str = attested.TEXT, survey: Survey = attested.SURVEY) -> dict[str, str]:
    return {row.label: row.text for row in details(facts, Touching(survey), text)}


def test_a_quote_opens_to_who_speaks_and_why() -> None:
    said = rows(attested.GREW)
    assert said["Speaker"] == "“He” → Alexander Volfovich"
    assert said["Rests on"] == "he: the man named last"
    assert said["Found by"] == "A verb of saying and “that”"
    assert said["Certainty"] == "likely, 62%"
    assert said["Sources differ"].startswith("Trade of Belarus and Vietnam in 2024. “$244 million”")
    partner = rows(attested.PARTNER)
    assert partner["Rests on"] == "family name, through “Alexander Volfovich”"
    assert (partner["Said with"], partner["Certainty"]) == ("“noted”", "sure, 95%")
    elsewhere = rows(attested.PARTNER, text="", survey=Survey())
    assert elsewhere["Speaker"] == "Alexander Volfovich, State Secretary of the Security Council of Belarus"


def test_a_figure_opens_to_all_that_makes_it_comparable() -> None:
    said = rows(attested.TRADE)
    assert (said["Value"], said["Measures"], said["Period"], said["Said by"]) == (
        "244,000,000 USD", "bilateral trade", "in 2024", "Alexander Volfovich",
    )  # fmt: skip
    more = replace(attested.TRADE, amount=2.5, unit="%", when="2024", data={"comparator": ">", "to": 3.0})
    assert rows(more)["Value"] == "over 2.5 – 3 %"
    assert said_amount(-1234.5) == "-1,234.5"
    rose = replace(attested.TRADE, amount=93.0, unit="%", data={"change": {"from": 7.0, "to": 93.0}})
    assert rows(rose)["Change"] == "7 → 93 %"
    assert "Change" not in said


def test_dates_events_and_agreements_open_to_their_parts() -> None:
    may = rows(attested.MAY)
    assert "Days" not in may  # they are said with the value
    assert (may["Value"], may["Precision"], may["Reckoned"]) == (
        "May 2025", "to the month · inferred", "Month and year are told",
    )  # fmt: skip
    assert rows(attested.DATE, survey=Survey())["Precision"] == "to the day"
    assert "Implies" not in may
    visit = rows(attested.VISIT)
    assert [visit[label] for label in ("What", "Who", "Where", "When", "Status")] == [
        "official visit", "To Lam", "Minsk", "May 2025", "planned",
    ]  # fmt: skip
    protocol = rows(attested.PROTOCOL)
    assert (protocol["Parties"], protocol["Signed"]) == ("Vietnam, Belarus", "3 Dec 2025")
    assert "In force" not in protocol
    due = replace(
        attested.PROTOCOL, when="2026", data={**attested.PROTOCOL.data, "signed": None, "due": "2026"}
    )
    assert rows(due)["Due"] == "2026" and "Signed" not in rows(due)
    forced = replace(attested.PROTOCOL, data={**attested.PROTOCOL.data, "force": "2026-01-01"})
    assert rows(forced)["In force"] == "1 Jan 2026"


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        (("born", "1979-12-04", "1980-12-03"), "born: 4 Dec 1979 – 3 Dec 1980"),
        (("since", "1992-01-01", None), "something began then: from 1 Jan 1992"),
        (("between", "2019-01-01", "2023-12-31"), "one stretch of time: 2019–2023"),
        (("before", None, "2025-12-01"), "before that: up to 1 Dec 2025"),
        (("anniversary", "2025-03-20", "2025-03-20"), "anniversary: 20 Mar 2025"),
    ],
)
def test_a_date_says_what_it_implies(bound: tuple[str, str | None, str | None], said: str) -> None:
    implied = dict(zip(("kind", "from", "to"), bound, strict=True))
    assert rows(replace(attested.MAY, data={**attested.MAY.data, "bound": implied}))["Implies"] == said


def test_an_age_says_between_which_days_that_was_born_or_begun() -> None:
    between = {"kind": "born", "from": "1949-03-23", "to": "1950-03-22"}
    age = Fact(
        "d", "date", Span(0, 3), "63", when="P63Y", data={"type": "AGE", "why": "Counted.", "bound": between}
    )
    said = rows(age, survey=Survey())
    assert (said["Implies"], said["Reckoned"]) == (
        "born between 23 Mar 1949 and 22 Mar 1950", "Counted.",
    )  # fmt: skip
    assert "Precision" not in said
    (group,) = fact_groups([age, next(each for each in FACTS if each.kind == "date")])
    assert [(entry.headline, entry.text) for entry in group.entries][-1] == ("63", said["Implies"])
    day = {"kind": "begun", "from": "1972-05-03", "to": "1972-05-03"}
    assert (
        rows(replace(age, data={"type": "AGE", "bound": day}), survey=Survey())["Implies"]
        == "begun or made on 3 May 1972"
    )
    assert "Implies" not in rows(attested.DATE, survey=Survey())


def test_a_name_opens_to_its_spellings_and_offices() -> None:
    found = [(row.label, row.text, row.meta) for row in details((attested.LAM,), Touching(attested.SURVEY))]
    assert found[:3] == [
        ("Office", "General Secretary", "Aug 2024 – Dec 2025"),
        ("Spelling", "“Tô Lâm”", "4 mentions"),
        ("Spelling", "“To Lam”", "the same letters without accents · through “Tô Lâm” · 1 mention"),
    ]
    alone = rows(attested.LAM, survey=Survey())
    assert (alone["Office"], alone["Spellings"]) == ("General Secretary", "“To Lam”")


def test_a_claim_leads_to_the_ledger_in_words() -> None:
    row = details((attested.TRADE,), Touching(attested.SURVEY))[-1]
    assert (row.claim, row.verdict, row.meta) == ("c:trade", "differ", "3 sources, 2 independent")
    assert row.words.endswith("3 sources, 2 independent. Enter shows it in the ledger")


def test_a_quote_whose_speaker_was_put_in_stands_with_the_others_of_that_name() -> None:
    corrected = replace(attested.GREW, about="alexander volfovich", data={"speaker": {"entity": None}})
    other = replace(attested.PARTNER, data={"speaker": None})
    assert [len(group.entries) for group in quote_groups([other, corrected])] == [2]


def test_100_000_facts_are_made_into_entries_soon() -> None:
    every = [Fact("d", "figure", Span(n, n + 1), "5", amount=5.0, score=n % 97) for n in range(100_000)]
    begun = time.process_time()
    (group,) = fact_groups(every)
    assert len(group.entries) == 300
    assert time.process_time() - begun < 0.5


def test_entries_are_found_by_any_of_their_keys() -> None:
    model = EntriesModel()
    model.show(fact_groups(FACTS))
    entry = model.entry(model.find(FACTS[1].key))
    assert entry is not None
    assert entry.headline == "Anna Berg"
    assert not model.find("nothing").isValid()
    assert model.entry(QModelIndex()) is None


def test_rows_say_in_words_what_they_show() -> None:
    model = EntriesModel()
    model.show(fact_groups(FACTS))
    heading = model.index(3, 0)
    assert model.data(heading, Qt.ItemDataRole.AccessibleTextRole) == "People (1)"
    said = model.data(model.index(0, 0, heading), Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith("Anna Berg. minister. 2 mentions")
