"""What changed since the last export: in the lines of a briefing, and in the corpus beside them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from briefreader.domain.annotation import Edit, Replaced
from briefreader.domain.document import Document
from briefreader.domain.fact import Analysis
from briefreader.domain.ledger import Claim
from briefreader.domain.outline import Exported, Line, Outline
from briefreader.domain.survey import Survey
from briefreader.library import changing, lining, outlining
from briefreader.library.changing import Changed
from briefreader.library.composing import compose
from briefreader.store import Store, open_store
from library.composed import ListedStore, document, fact
from library.matters import claim, entry, place, surveyed

ONE = document("one", "Trade was $3 million in 2024, Ann said.", "2025-01-01")
TWO = document("two", "Trade was $3 million.", "2025-01-02")
OTHER = document("other", "Trade was $5 million.", "2025-01-04")
EVERY = (ONE, TWO, OTHER)
STAMP = "2026-11-27T10:00:00+00:00"

FIGURE = lining.from_fact(ONE, fact(ONE, "figure", "$3 million", amount=3e6, about="trade"))
PASSAGE = lining.from_passage(ONE, place(ONE, "Ann said"))
MINE = outlining.line("text", "It will be so.")

SINGLE = claim("s", "single", entry(ONE, "$3 million"))
AGREE = claim("a", "agree", entry(ONE, "$3 million"), entry(TWO, "$3 million"))
DIFFER = claim("d", "differ", entry(ONE, "$3 million"), entry(OTHER, "$5 million"))
REFINES = claim("r", "refines", entry(ONE, "$3 million"), entry(OTHER, "$5 million"))


def outlined(*lines: Line) -> Outline:
    return outlining.with_lines(outlining.blank("full", STAMP, "T"), lines)


def store(*documents: Document, replaced: dict[str, str] | None = None) -> Store:
    made = ListedStore(documents or EVERY)
    made.replaced = replaced or {}
    return cast(Store, made)


def export(outline: Outline, survey: Survey | None, kept: Store | None = None) -> Exported:
    state = changing.written(outline, survey, kept or store())
    return Exported("x", outline.id, STAMP, "b.pdf", "pdf", state=state)


def change(before: Sequence[Claim], after: Sequence[Claim], line: Line = FIGURE) -> Changed:
    outline = outlined(line)
    exported = export(outline, surveyed(EVERY, *before))
    return changing.changes(outline, exported, surveyed(EVERY, *after), store())


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (SINGLE, SINGLE, ""),
        (SINGLE, AGREE, "corroborated"),
        (AGREE, SINGLE, ""),
        (SINGLE, DIFFER, "contradicted"),
        (AGREE, DIFFER, "contradicted"),
        (DIFFER, DIFFER, ""),
        (SINGLE, REFINES, "superseded"),
        (REFINES, REFINES, ""),
        (SINGLE, replace(DIFFER, decision="dismissed"), ""),
    ],
)
def test_a_line_is_told_by_what_other_sources_say_now(before: Claim, after: Claim, told: str) -> None:
    assert change([before], [after]).lines.get(FIGURE.id, "") == told


def test_what_came_out_earlier_supersedes_nothing() -> None:
    older = replace(REFINES, entries=(entry(OTHER, "$5 million"), entry(ONE, "$3 million")))
    early = document("other", OTHER.text, "2024-01-01")
    older = replace(older, entries=(entry(early, "$5 million"), older.entries[1]))
    assert change([SINGLE], [older]).lines == {}


def test_the_weightiest_change_is_told() -> None:
    both = claim("b", "differ", *AGREE.entries, entry(OTHER, "$5 million"))
    assert change([SINGLE], [both]).lines == {FIGURE.id: "contradicted"}


def test_what_is_new_in_the_briefing_is_told_but_not_what_was_only_put_in_again() -> None:
    exported = export(outlined(FIGURE), surveyed(EVERY))
    again = replace(FIGURE, id="other id")
    found = changing.changes(outlined(again, PASSAGE, MINE), exported, surveyed(EVERY), store())
    assert found.lines == {PASSAGE.id: "new", MINE.id: "new"}


def test_other_words_of_the_authors_are_no_change_of_the_sources() -> None:
    outline = outlined(MINE, FIGURE)
    exported = export(outline, surveyed(EVERY, SINGLE))
    reworded = outlining.changed(outline, MINE.id, text="It may be so.")
    assert changing.changes(reworded, exported, surveyed(EVERY, SINGLE), store()).lines == {}
    cited = outlining.changed(outline, MINE.id, evidence=(lining.passage(TWO, place(TWO, "$3 million")),))
    assert changing.changes(cited, exported, surveyed(EVERY, AGREE), store()).lines == {
        FIGURE.id: "corroborated"
    }


def test_a_source_that_was_replaced_or_has_other_bytes_is_told() -> None:
    outline = outlined(PASSAGE)
    exported = export(outline, None)
    newer = replace(ONE, id="newer", text=ONE.text + " Corrected.")
    for now in (
        store(ONE, newer, replaced={"one": "newer"}),
        store(replace(ONE, sha256="f" * 64)),
        store(TWO),
    ):
        assert changing.changes(outline, exported, None, now).lines == {PASSAGE.id: "source changed"}
    assert changing.changes(outline, exported, None, store()).lines == {}


def test_without_a_survey_on_either_side_only_sources_are_compared() -> None:
    outline = outlined(FIGURE)
    for before, after in ((None, surveyed(EVERY, DIFFER)), (surveyed(EVERY, SINGLE), None)):
        assert changing.changes(outline, export(outline, before), after, store()) == Changed()


@pytest.mark.parametrize("state", ["", "{", "[]", '{"format": 99}'])
def test_an_export_without_a_state_that_is_understood_tells_nothing(state: str) -> None:
    exported = Exported("x", "b", STAMP, "b.pdf", "pdf", state=state)
    assert changing.changes(outlined(FIGURE), exported, surveyed(EVERY, DIFFER), store()) == Changed()


# -- beside the lines ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (SINGLE, AGREE, "new"),
        (AGREE, AGREE, ""),
        (AGREE, replace(AGREE, entries=(*AGREE.entries, entry(OTHER, "$5 million"))), "corroborated"),
        (AGREE, DIFFER, "contradicted"),
        (AGREE, REFINES, "superseded"),
        (DIFFER, AGREE, ""),
        (SINGLE, claim("c", "scope", *AGREE.entries), ""),
        (SINGLE, replace(DIFFER, decision="dismissed"), ""),
    ],
)
def test_the_corpus_is_told_where_no_line_rests_on_it(before: Claim, after: Claim, told: str) -> None:
    found = change([before], [after], PASSAGE).corpus
    assert [(each.kind, each.change, each.label, each.claim) for each in found] == (
        [("claim", told, "Trade", after.id)] if told else []
    )
    assert change([before], [after], FIGURE).corpus == ()


def test_a_matter_is_known_by_its_name_where_its_passages_are_others() -> None:
    elsewhere = claim("e", "agree", entry(TWO, "was"), entry(OTHER, "was"))
    assert change([AGREE], [elsewhere], PASSAGE).corpus == ()
    renamed = replace(elsewhere, topic="Exports")
    assert [each.change for each in change([AGREE], [renamed], PASSAGE).corpus] == ["new"]


def test_new_sources_come_last_and_newer_versions_are_told_as_such() -> None:
    outline = outlined(PASSAGE)
    exported = export(outline, surveyed([ONE]))
    newer = replace(ONE, id="newer")
    now = ListedStore([ONE, newer, TWO])
    now.replaced = {"one": "newer"}
    survey = surveyed([newer, TWO, OTHER], claim("a", "agree", entry(TWO, "$3 million"), entry(OTHER, "was")))
    found = changing.changes(outline, exported, survey, cast(Store, now)).corpus
    assert [(each.kind, each.change, each.document) for each in found] == [
        ("claim", "new", "other"), ("source", "source changed", "newer"), ("source", "new", "two"),
        ("source", "new", "other"),
    ]  # fmt: skip


def test_the_state_is_the_same_text_each_time_and_plain_json() -> None:
    outline, survey = outlined(FIGURE, PASSAGE, MINE), surveyed(EVERY, DIFFER)
    text = changing.written(outline, survey, store())
    turned = surveyed(EVERY[::-1], replace(DIFFER, entries=DIFFER.entries[::-1]))
    assert text == changing.written(outline, turned, store())
    assert json.loads(text) == changing.state(outline, survey, store())


def test_an_export_is_kept_and_what_changed_is_told_against_the_last(tmp_path: Path) -> None:
    kept = open_store(tmp_path / "w.db")
    try:
        kept.add([Analysis(ONE, ())], "test/1")
        outline = outlined(FIGURE)
        kept.apply([Edit(None, outline)])
        assert changing.since_export(outline, surveyed([ONE]), kept) == changing.Changed()
        briefing = replace(compose(kept, outline, STAMP), manifest="{}")
        changing.keep_export(outline, surveyed([ONE]), kept, briefing, tmp_path / "b.pdf", "pdf", b"abc")
        (last,) = kept.exports(outline.id)
        assert (last.when, last.path, last.format) == (STAMP, str(tmp_path / "b.pdf"), "pdf")
        assert (last.sha256, last.manifest) == (hashlib.sha256(b"abc").hexdigest(), "{}")
        assert changing.since_export(outline, surveyed([ONE]), kept).lines == {}
        more = outlining.with_lines(outline, [PASSAGE])
        assert changing.since_export(more, surveyed([ONE]), kept).lines == {PASSAGE.id: "new"}
    finally:
        kept.close()


def test_a_document_that_a_workspace_replaced_is_told_and_cited_anew(tmp_path: Path) -> None:
    newer = document("newer", "A correction. Trade was $3 million in 2024, Ann wrote.", "2025-02-01")
    kept = open_store(tmp_path / "w.db")
    try:
        kept.add([Analysis(ONE, ())], "test/1")
        outline = outlined(FIGURE, PASSAGE)
        kept.apply([Edit(None, outline)])
        exported = export(outline, surveyed([ONE]), kept)
        kept.keep_export(exported)
        kept.add([Analysis(newer, ())], "test/1")
        kept.apply([Edit(None, Replaced("one", "newer"))])
        (last,) = kept.exports(outline.id)
        found = changing.changes(outline, last, surveyed([newer]), kept)
        assert found.lines == {FIGURE.id: "source changed", PASSAGE.id: "source changed"}
        assert [(each.change, each.document) for each in found.corpus] == [("source changed", "newer")]
        briefing = compose(kept, outline, STAMP, changes=found.lines)
        told = {item.text: item.citation for section in briefing.sections for item in section.items}
        assert [(text, cited.date, cited.paragraph) for text, cited in told.items() if cited] == [
            ("$3 million", "2025-02-01", 1), ("Ann said", "2025-02-01", 0),
        ]  # fmt: skip
        assert len(briefing.sources) == 1
    finally:
        kept.close()
