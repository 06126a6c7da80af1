"""Which names are shown, what is known of them, and whom they are named with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from time import process_time

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from briefreader.domain.document import lines
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.register import Apart, Place, Register
from briefreader.domain.text import Span
from briefreader.library.workspace import Workspace, open_workspace
from briefreader.ui.models.people import (
    CountsRole,
    EntityRole,
    PeopleModel,
    PeopleTable,
    main_office,
    say_country,
    say_kind,
)
from briefreader.ui.models.people_lines import (
    Line,
    LineRole,
    LinesModel,
    contexts,
    mention_line,
    office_lines,
    quote_lines,
    quotes_of,
    spelling_lines,
    together_lines,
)
from ui.matters import (
    DOCUMENTS,
    ENTITIES,
    HANOI,
    LAM,
    LUKASHENKO,
    QUANG,
    SOURCES,
    SURVEY,
    VOLFOVICH,
    many_entities,
    place,
)

TABLE = PeopleTable(SURVEY.register)
EVERY = tuple(SOURCES)


def names(found: Iterable[object]) -> list[str]:
    return [each.name for each in found]  # type: ignore[attr-defined]


def test_names_are_chosen_by_kind_words_and_order() -> None:
    places = TABLE.within(EVERY)
    assert names(TABLE.chosen(places, "person"))[:2] == ["To Lam", "Alexander Volfovich"]
    assert names(TABLE.chosen(places, "person", "lâm")) == ["To Lam"]
    assert names(TABLE.chosen(places, "person", "minister security")) == ["Lương Tam Quang"]
    assert names(TABLE.chosen(places, "person", order="name"))[0] == "Alexander Lukashenko"
    assert dict(TABLE.counted(places)) == {"person": 4, "organisation": 1, "place": 1}


def test_only_what_the_listed_documents_name_is_shown() -> None:
    places = TABLE.within({"alliance"})
    assert names(TABLE.chosen(places, "person")) == ["To Lam", "Alexander Lukashenko"]


def test_who_is_named_in_most_of_the_same_documents_comes_first() -> None:
    found = TABLE.together(LAM, EVERY)
    assert found[0] == (VOLFOVICH, 3)
    assert (LUKASHENKO, 1) in found
    assert LAM not in [entity for entity, _count in found]
    assert names(entity for entity, _count in TABLE.together(LAM, ["alliance"])) == [
        "Hanoi", "Alexander Lukashenko",
    ]  # fmt: skip


def test_an_entity_is_known_again_by_its_spellings() -> None:
    assert TABLE.again(LAM) is LAM
    assert TABLE.again(replace(LAM, id="other", name="Comrade")) is LAM
    assert TABLE.again(replace(QUANG, id="other", name="x", variants=())) is None


def test_what_an_entity_is() -> None:
    assert main_office(LAM) == "General Secretary of the Communist Party of Vietnam"
    assert say_kind(HANOI) == "Vietnam"
    assert say_kind(LUKASHENKO) == "Person"
    assert say_country("ZZ") == "ZZ"


def test_the_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = PeopleModel()
    model.show(ENTITIES, ["alliance"])
    qtmodeltester.check(model)
    index = model.index(0, 0)
    assert index.data(EntityRole) is LAM
    assert index.data(CountsRole) == (2, 1)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("Communist Party of Vietnam. 2 mentions, 1 document. 2 spellings")
    assert "hand in it" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.row_of("hanoi") == 3
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"


def test_each_spelling_says_why_it_was_joined() -> None:
    first, second = spelling_lines(LAM)
    assert first.text == "The spelling that it is known by"
    assert second.text == "The same letters without accents, through “To Lam”"
    assert second.place == place("alliance", "To Lâm")


def test_those_who_are_kept_apart_stand_below_the_spellings() -> None:
    kept = replace(LAM, apart=(Apart("Le Thanh Lam", "lam-2", "d1"),))
    *spellings, last = spelling_lines(kept)
    assert len(spellings) == len(spelling_lines(LAM))
    assert (last.head, last.key, last.place) == ("Never one with “Le Thanh Lam”", "", None)


def test_offices_have_their_time_and_their_sources() -> None:
    first, second = office_lines(LAM, SOURCES)
    assert (first.meta, second.meta) == ("2025 – 1 Dec 2025", "4 Dec 2025")
    assert second.text == "1 document: VNA · 4 Dec 2025"


def test_co_mentions_lead_to_the_other_name() -> None:
    (line,) = together_lines([(VOLFOVICH, 3)])
    assert (line.head, line.meta, line.key) == ("Alexander Volfovich", "3 documents", "volfovich")


def quote(document: str, words: str, speaker: str = "", about: str = "") -> Fact:
    data: dict[str, object] = {"kind": "direct", "speaker": None}
    if speaker:
        span = place(document, speaker).span
        data["speaker"] = {"start": span.start, "end": span.end, "name": speaker, "entity": None}
    return Fact(document, "quote", place(document, words).span, words, about=about, data=data)


FRIEND = quote("alliance", "I am pleased to welcome you", "Alexander Lukashenko")
TURNOVER = quote("security", "Trade turnover", "Alexander Volfovich", "Alexander Volfovich")
BY_NAME = quote("alliance", "I am confident", about="To Lâm")


def workspace_with(path: Path, *facts: Fact) -> Workspace:
    workspace = open_workspace(path / "test.briefreader")
    analyses = [
        Analysis(each, tuple(fact for fact in facts if fact.document == each.id)) for each in DOCUMENTS
    ]
    workspace.store.add(analyses, "test/1")
    return workspace


def test_quotes_are_of_whom_the_register_finds_at_the_speaker(tmp_path: Path) -> None:
    workspace = workspace_with(tmp_path, FRIEND, TURNOVER, BY_NAME)
    said = {
        entity.id: [fact.text for fact in quotes_of(workspace, entity, SURVEY.register, EVERY)]
        for entity in (LAM, VOLFOVICH, LUKASHENKO, QUANG)
    }
    assert said == {
        "lam": ["I am confident"], "volfovich": ["Trade turnover"],
        "lukashenko": ["I am pleased to welcome you"], "quang": [],
    }  # fmt: skip
    nobody = quotes_of(workspace, LUKASHENKO, Register(), EVERY)
    assert [fact.text for fact in nobody] == ["I am pleased to welcome you"]
    workspace.close()


def test_quotes_are_narrowed_by_words_and_ordered_by_date() -> None:
    facts = (TURNOVER, FRIEND)
    assert [line.text for line in quote_lines(facts, SOURCES, "", "oldest")] == [
        "“I am pleased to welcome you”", "“Trade turnover”",
    ]  # fmt: skip
    assert quote_lines(facts, SOURCES, "", "newest")[0].head == "Belta · 1 Dec 2025"
    assert len(quote_lines(facts, SOURCES, "TURNOVER", "newest")) == 1
    assert quote_lines(facts, {}, "", "newest")[0].head == "Untitled"


def test_quotes_by_topic_stand_together_under_the_word_that_they_share() -> None:
    port = ("The port opens in May.", "We build a port.", "The port pays.")
    said = (port[0], "Nobody expected rain.", port[1], "Trade grows.", "Our trade, again.", port[2])
    facts = [Fact("security", "quote", Span(n, n + 1), text) for n, text in enumerate(said)]
    lines = quote_lines(facts, SOURCES, "", "topic")
    assert [line.head.split(" · ")[0] for line in lines] == ["Port"] * 3 + ["Trade"] * 2 + ["Belta"]
    assert lines[-1].text == "“Nobody expected rain.”"
    assert len(quote_lines(facts, SOURCES, "port", "topic")) == 3


def test_mentions_come_with_the_words_around_them(tmp_path: Path) -> None:
    workspace = workspace_with(tmp_path)
    where = place("alliance", "To Lâm")
    text, mark = contexts(workspace, [where, Place("gone", where.span)])[where]
    assert mark.of(text) == "To Lâm"
    assert text.startswith("… ")
    assert "\n" not in text
    workspace.close()


def test_words_around_a_mention_are_cut_between_words(tmp_path: Path) -> None:
    said = "Before it stand quite a few words that nobody needs to read. " * 3
    behind = " went on " + "extraordinarily unforeseeable circumstances notwithstanding " * 5
    text = f"{said}Anna Berg{behind}"
    document = replace(DOCUMENTS[0], id="long", text=text, blocks=lines(text))
    workspace = open_workspace(tmp_path / "w.briefreader")
    workspace.store.add([Analysis(document, ())], "test/1")
    where = Place("long", Span(len(said), len(said) + 9))
    around, mark = contexts(workspace, [where])[where]
    assert mark.of(around) == "Anna Berg"
    assert around.startswith("… ")
    assert around.endswith(" …")
    words = around.strip("… ").split()
    assert set(words) <= set(text.split())
    workspace.close()


def test_waiting_lines_are_asked_for_together(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = LinesModel("Mentions")
    where = place("alliance", "To Lâm")
    model.show_made(3, lambda _row: mention_line(SOURCES, where))
    with qtbot.waitSignal(model.wanted) as asked:
        assert model.index(0, 0).data(LineRole).waiting
        model.index(2, 0).data(LineRole)
    assert asked.args == [[0, 2]]
    model.fill({0: Line("Title", "words"), 7: Line("gone")})
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Title. words"
    qtmodeltester.check(model)


def test_a_hundred_thousand_names_are_narrowed_at_once() -> None:
    entities = many_entities(100_000)
    table, documents = PeopleTable(Register(entities)), [f"d{n}" for n in range(1_000)]
    model = PeopleModel()
    table.chosen(table.within(documents), "person", "x")  # what is made once
    start = process_time()
    places = table.within(documents)
    table.counted(places)
    model.show(table.chosen(places, "person", "person 77"), documents)
    assert process_time() - start < 0.3
    assert len(table.together(entities[5], documents)) == 99
