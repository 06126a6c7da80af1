"""A briefing says what its outline holds, each thing with its source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from briefreader.domain.annotation import Annotation, Edit
from briefreader.domain.briefing import Briefing, Item
from briefreader.domain.document import Document, Noise
from briefreader.domain.errors import ExportError
from briefreader.domain.fact import Analysis
from briefreader.domain.outline import CITED, Grade, Line, Outline
from briefreader.domain.survey import FigureRow, Moment, Survey
from briefreader.domain.text import Span
from briefreader.library import composing, lining, outlining
from briefreader.library.composing import compose
from briefreader.library.links import parse
from briefreader.library.proposing import Choice
from briefreader.store import Store, open_store
from library.composed import ListedStore, briefed, document, documents, fact, items, mark, sample_store
from library.matters import claim, entry, place, surveyed

MADE = "2025-12-20T14:05:00+01:00"
IDS = ["c", "a", "b", "unknown"]


def composed(**choice: object) -> Briefing:
    return briefed(sample_store(), IDS, Choice(title="T", **choice), MADE)  # type: ignore[arg-type]


def test_every_item_has_a_citation_whose_link_leads_to_its_words() -> None:
    by_id = {each.id: each for each in documents()}
    briefing = composed(highlights=True)
    for section in briefing.sections:
        for item in section.items:
            assert item.citation is not None
            address = parse(item.citation.link)
            assert address.span is not None
            assert address.span.of(by_id[address.document].text) == item.text
            assert briefing.sources[item.citation.source - 1].title == item.citation.title


def test_sources_are_numbered_by_date_and_say_where_the_date_comes_from() -> None:
    sources = composed().sources
    assert [(s.number, s.title, s.date, s.inferred) for s in sources] == [
        (1, "Title of b", "2025-05", True),
        (2, "Title of a", "2025-12-04", False),
        (3, "Title of c", "", False),
    ]
    assert sources[0].how == "Date: inferred from the text. Because."
    assert sources[0].origin == "b.txt"  # no folders: they may name a person


def test_period_and_coverage() -> None:
    briefing = composed()
    assert briefing.period == ("2025-12-04", "2025-12-04")  # the other date is inferred
    assert (len(briefing.sources), briefing.considered) == (3, 4)


def test_paragraphs_do_not_count_tickers() -> None:
    citation = items(composed(), "passages")[0].citation
    assert citation is not None and citation.paragraph == 1


def test_furniture_within_a_passage_is_left_out_visibly() -> None:
    text = "One starts here. (Photo: VNA) And goes on."
    owner = replace(document("d", text, "2025-01-01"), noise=(Noise("caption", Span(17, 29)),))
    briefing = briefed(
        ListedStore([owner], (), [mark("1", owner, text, starred=True)]), ["d"], Choice(), MADE
    )  # type: ignore[arg-type]
    assert briefing.sections[0].items[0].text == "One starts here. […] And goes on."


def test_a_passage_that_is_no_longer_there_is_kept_and_has_no_paragraph() -> None:
    old = document("d", "What it said before.", "2025-01-01")
    new = document("d", "Something else entirely.", "2025-01-01")
    briefing = briefed(ListedStore([new], (), [mark("1", old, "said", starred=True)]), ["d"], Choice(), MADE)  # type: ignore[arg-type]
    item = briefing.sections[0].items[0]
    assert item.text == "said" and item.citation is not None and item.citation.paragraph == 0


@pytest.mark.parametrize(
    ("ids", "choice", "sentence"),
    [
        (["a"], Choice(facts=False, passages=False, notes=False, quotes=False), "nothing to put into"),
        ([], Choice(), "no documents"),
        (["unknown"], Choice(), "nothing to put into"),
    ],
)
def test_nothing_chosen_is_said_in_a_sentence(ids: list[str], choice: Choice, sentence: str) -> None:
    with pytest.raises(ExportError, match=sentence) as caught:
        briefed(sample_store(), ids, choice, MADE)
    assert caught.value.hint


def test_a_workspace_on_disk_gives_the_same_briefing(tmp_path: Path) -> None:
    listed = cast("ListedStore", sample_store())
    store = open_store(tmp_path / "w.db")
    try:
        every = [each.id for each in documents()]
        kinds = ("figure", "event", "agreement", "key", "quote")
        store.add([Analysis(each, tuple(listed.facts([each.id], kinds))) for each in documents()], "test/1")
        store.apply([Edit(None, replace(each, revision=1)) for each in listed.annotations()])
        choice = Choice(title="T", highlights=True)
        assert briefed(store, every, choice, MADE) == briefed(sample_store(), every, choice, MADE)
    finally:
        store.close()


# -- of an outline ---------------------------------------------------------------------------------------

ONE = document(
    "one", "Trade was $3 million in 2024, Ann said.", "2025-01-01", outlet="Daily", url="https://one.example/"
)
TWO = document("two", "Trade was $3 million. Nobody knows why.", "2025-01-02", "inferred")
OTHER = document("other", "Trade was $5 million.", "2025-01-04")
EVERY = (ONE, TWO, OTHER)
STAMP = "2026-11-27T10:00:00+00:00"


def outlined(*lines: Line, **values: Any) -> Outline:
    """Return an outline with these lines, each in the home of its kind."""
    return replace(outlining.with_lines(outlining.blank("full", STAMP, "T"), lines), **values)


def printed(*lines: Line, store: ListedStore | None = None, survey: Survey | None = None) -> list[Item]:
    """Return what is printed of some lines, in their order."""
    briefing = compose(cast(Store, store or ListedStore(EVERY)), outlined(*lines), STAMP, survey)
    found = {item.id: item for section in briefing.sections for item in section.items}
    return [found[line.id] for line in lines]


def figure(owner: Document, words: str) -> Line:
    return lining.from_fact(owner, fact(owner, "figure", words, amount=3e6, unit="USD", about="trade"))


def written(text: str, *cited: tuple[Document, str], kind: str = "text", **values: str) -> Line:
    places = [lining.passage(owner, place(owner, words)) for owner, words in cited]
    return outlining.line(kind, text, places, **values)


def test_an_authors_words_have_a_place_for_each_citation_and_those_without_are_assessments() -> None:
    cited, bare = printed(
        written(f"It was so{CITED} and so{CITED}.", (ONE, "Ann said"), (TWO, "Nobody")),
        written("It will be likely so.", kind="judgement", confidence="moderate", basis="Two sources."),
    )
    assert (cited.kind, cited.text.count(CITED), cited.assessment) == ("text", 2, False)
    assert [each.exact for each in cited.citations] == ["Ann said", "Nobody"]
    assert [each.source for each in cited.citations] == [1, 2] and cited.independent == 2
    assert (bare.kind, bare.assessment, bare.citations) == ("judgement", True, ())
    assert (bare.confidence, bare.basis) == ("moderate", "Two sources.")


@pytest.mark.parametrize(
    ("text", "fitted"),
    [
        (f"a{CITED}b{CITED}c{CITED}d", f"a{CITED}b{CITED}cd"),
        (f"a{CITED}b", f"a{CITED}b{CITED}"),
        ("a", f"a{CITED}{CITED}"),
    ],
)
def test_there_is_a_place_for_each_citation_and_for_no_more(text: str, fitted: str) -> None:
    (item,) = printed(written(text, (ONE, "Ann said"), (TWO, "Nobody")))
    assert item.text == fitted


def test_empty_lines_and_sections_are_not_printed() -> None:
    outline = outlined(written("  "), figure(ONE, "$3 million"), outlining.line("quote", speaker="Ann"))
    briefing = compose(cast(Store, ListedStore(EVERY)), outline, STAMP)
    assert [(section.kind, len(section.items)) for section in briefing.sections] == [("facts", 1)]


def test_the_title_block_is_the_outlines_and_what_is_empty_is_as_is_usual() -> None:
    line = figure(ONE, "$3 million")
    outline = outlined(
        line, to=" The minister ", author=" Me ", date="2026-11-28", label="TLP:GREEN", style="apa",
        template="note", scope=("one", "two", "gone"), grades={"one": Grade("B", "2", "Well known.")},
    )  # fmt: skip
    briefing = compose(cast(Store, ListedStore(EVERY)), outline, STAMP)
    assert (briefing.id, briefing.to, briefing.author) == (outline.id, "The minister", "Me")
    assert (briefing.date, briefing.label, briefing.style) == ("2026-11-28", "TLP:GREEN", "apa")
    assert (briefing.template, briefing.considered, briefing.made) == ("note", 3, STAMP)
    assert (briefing.period, briefing.as_of) == (("2025-01-01", "2025-01-01"), "2025-01-01")
    (source,) = briefing.sources
    assert (source.grade, source.descriptor, source.url) == ("B2", "Well known.", "https://one.example/")
    given = replace(outline, period=("2024", "2025"), as_of="2026-01-01")
    briefing = compose(cast(Store, ListedStore(EVERY)), given, STAMP)
    assert (briefing.period, briefing.as_of) == (("2024", "2025"), "2026-01-01")


def test_what_is_printed_besides_is_as_the_outline_says() -> None:
    lines = [written(f"Sentence {n}.") for n in range(composing.LONG)]
    store = cast(Store, ListedStore(EVERY))
    short, long = outlined(*lines), outlined(*lines, written("One more."))
    assert not compose(store, short, STAMP).contents and compose(store, long, STAMP).contents
    plain = replace(long, options={"contents": False, "sources": False, "method": False})
    briefing = compose(store, plain, STAMP)
    assert (briefing.contents, briefing.listed, briefing.method) == (False, False, "")
    assert compose(store, long, STAMP).listed


def test_facts_say_how_many_independent_sources_they_have_and_whether_sources_differ() -> None:
    same = [entry(ONE, "$3 million"), entry(TWO, "$3 million")]
    lines = [figure(ONE, "$3 million"), figure(OTHER, "$5 million"), written("So.", (ONE, "$3 million"))]
    agreed = surveyed(EVERY, claim("c", "agree", *same))
    assert [each.independent for each in printed(*lines, survey=agreed)] == [2, 0, 1]
    differing = claim("c", "differ", *same, entry(OTHER, "$5 million"))
    found = printed(*lines, survey=surveyed(EVERY, differing))
    assert [(each.independent, each.differs) for each in found] == [(2, True), (1, True), (1, False)]
    assert [each.independent for each in printed(*lines)] == [0, 0, 1]


def test_a_claim_shows_each_side_word_for_word_with_the_words_that_matter_marked() -> None:
    made = claim("c", "differ", entry(ONE, "$3 million", ONE.text), entry(OTHER, "$5 million", OTHER.text))
    (item,) = printed(lining.from_claim(made, {each.id: each for each in EVERY}))
    assert (item.kind, item.label, item.verdict, item.differs) == ("claim", "Trade", "differ", True)
    assert (item.reason, item.independent) == ("Reason of c.", 2)
    for side, owner, value in zip(item.sides, (ONE, OTHER), ("$3 million", "$5 million"), strict=True):
        assert (side.text, side.value, side.text[slice(*side.mark)]) == (owner.text, value, value)
        assert side.citation.exact == owner.text


def test_the_mark_of_a_side_stays_on_its_words_where_a_caption_was_left_out() -> None:
    text = "It rose. (Photo: VNA) It was $3 million."
    owner = replace(document("d", text, "2025-01-01"), noise=(Noise("caption", Span(9, 21)),))
    made = claim("c", "single", entry(owner, "$3 million", text))
    (item,) = printed(lining.from_claim(made, {"d": owner}), store=ListedStore([owner]))
    assert item.sides[0].text == "It rose. […] It was $3 million."
    assert item.sides[0].text[slice(*item.sides[0].mark)] == "$3 million"


def test_tables_have_a_cell_for_each_row_and_say_where_sources_differ() -> None:
    rows = [
        FigureRow(each.id, place(each, words), words, "", "money", "trade", "Trade", amount, "USD", "=")
        for each, words, amount in ((ONE, "$3 million", 3e6), (OTHER, "$5 million", 5e6))
    ]
    documents = {each.id: each for each in EVERY}
    survey = surveyed(EVERY, claim("c", "differ", entry(ONE, "$3 million"), entry(OTHER, "$5 million")))
    table, chart = lining.from_figures(rows, documents), lining.chart_of(rows, documents)
    assert chart is not None
    first, second = printed(table, chart, survey=survey)
    assert (first.kind, second.kind, second.label) == ("figures", "chart", "Trade")
    assert [(c.label, c.value, c.amount, c.unit, c.differs) for c in first.cells] == [
        ("trade", "$3 million", 3e6, "USD", True), ("trade", "$5 million", 5e6, "USD", True),
    ]  # fmt: skip
    assert first.differs and [each.citation.source for each in first.cells] == [1, 2]
    assert not printed(table)[0].differs


def test_a_line_that_lost_its_values_is_still_printed() -> None:
    made = claim("c", "differ", entry(ONE, "$3 million"), entry(OTHER, "$5 million"))
    documents = {each.id: each for each in EVERY}
    lines = [
        lining.from_claim(made, documents),
        lining.from_moments([Moment("one", place(ONE, "2024"), "", "", "event", "2024", "2024")], documents),
        figure(ONE, "$3 million"),
    ]
    bare = printed(*(replace(each, values={}) for each in lines))
    assert [len(each.sides) for each in bare] == [2, 0, 0]
    assert bare[1].cells[0].citation.exact == "2024" and bare[2].text == "$3 million"


def test_an_authors_comment_stands_beside_the_evidence() -> None:
    line = replace(figure(ONE, "$3 million"), text=" Doubtful. ", proposed=True)
    (item,) = printed(line)
    assert (item.note, item.proposed, item.text) == ("Doubtful.", True, "$3 million")


def test_a_note_on_a_whole_document_cites_no_passage() -> None:
    (item,) = printed(lining.from_annotation(ONE, Annotation("m", "one", None, note="Biased.")))
    assert (item.kind, item.text, item.note) == ("note", "", "Biased.")
    assert item.citation is not None and item.citation.paragraph == 0
    assert parse(item.citation.link).span is None


# -- sources that have changed ---------------------------------------------------------------------------


def test_a_replaced_document_is_cited_from_the_newer_version_if_that_still_says_so() -> None:
    newer = document("newer", "Correction. Trade was $3 million. Nobody asks.", "2025-02-01")
    store = ListedStore([*EVERY, newer])
    store.replaced = {"two": "between", "between": "newer"}
    kept, gone = printed(
        lining.from_passage(TWO, place(TWO, "Trade was $3 million.")),
        lining.from_passage(TWO, place(TWO, "Nobody knows why.")),
        store=store,
    )
    assert kept.citation is not None and gone.citation is not None
    assert (kept.text, kept.citation.date) == ("Trade was $3 million.", "2025-02-01")
    address = parse(kept.citation.link)
    assert address.document == "newer" and address.span == place(newer, "Trade was $3 million.")
    assert (gone.text, gone.citation.paragraph) == ("Nobody knows why.", 0)
    assert gone.citation.source == kept.citation.source  # one source, whatever its version


def test_the_grade_of_a_replaced_document_stays_its_own() -> None:
    newer = document("newer", "Trade was $3 million, it says.", "2025-02-01")
    store = ListedStore([newer])
    store.replaced = {"two": "newer"}
    outline = outlined(lining.from_passage(TWO, Span(0, 20)), grades={"two": Grade("C")})
    assert [each.grade for each in compose(cast(Store, store), outline, STAMP).sources] == ["C"]


def test_a_document_that_is_gone_is_still_cited_with_what_it_said() -> None:
    outline = outlined(lining.from_passage(TWO, place(TWO, "Nobody knows why.")))
    briefing = compose(cast(Store, ListedStore([ONE])), outline, STAMP)
    (item,) = items(briefing, "passages")
    assert item.text == "Nobody knows why." and item.citation is not None and item.citation.paragraph == 0
    assert briefing.sources[0].how == "It is no longer in the workspace."


def test_words_that_changed_are_not_put_in_the_place_of_those_that_were_cited() -> None:
    now = replace(ONE, text=ONE.text.replace("$3 million", "$9 million"))
    (item,) = printed(figure(ONE, "$3 million"), store=ListedStore([now]))
    assert item.text == "$3 million" and item.citation is not None and item.citation.paragraph == 0


# -- what changed, and how it was made -------------------------------------------------------------------


def test_changes_stand_beside_their_items_and_in_a_section_if_wanted() -> None:
    lines = [figure(ONE, "$3 million"), figure(OTHER, "$5 million")]
    outline, store = outlined(*lines), cast(Store, ListedStore(EVERY))
    changes = {lines[1].id: "contradicted"}
    briefing = compose(store, outline, STAMP, changes=changes)
    assert [item.change for item in items(briefing, "facts")] == ["", "contradicted"]
    assert items(briefing, "changes") == []
    wanted = replace(outline, options={"changes": True})
    briefing = compose(store, wanted, STAMP, changes=changes)
    assert [section.kind for section in briefing.sections] == ["facts", "changes"]
    assert [(i.text, i.change, i.id) for i in items(briefing, "changes")] == [
        ("$5 million", "contradicted", "")
    ]
    assert items(compose(store, wanted, STAMP), "changes") == []
    headed = outlining.with_lines(outlining.with_part(wanted, "changes"), [])
    briefing = compose(store, headed, STAMP, changes=changes)
    assert briefing.sections[-1].id == headed.parts[-1].id


def test_the_method_says_what_was_checked_by_hand_and_with_what_it_was_found() -> None:
    store = cast(Store, ListedStore(EVERY))
    lines = [figure(ONE, "$3 million"), figure(OTHER, "$5 million")]
    proposed = [replace(each, proposed=True) for each in lines]

    def method(*lines: Line) -> str:
        return compose(store, outlined(*lines), STAMP).method

    assert "None of them has been checked by hand." in method(*proposed)
    assert "The author has accepted 1 of them" in method(lines[0], proposed[1])
    assert "The author has accepted each of them." in method(*lines)
    assert "figure\u00a0" in method(*lines) and "no generative model was used" in method(*lines)
    words = method(written("My own."))
    assert "statistical parser" not in words and "Versions" not in words
