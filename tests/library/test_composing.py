from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from briefreader.domain.annotation import Edit
from briefreader.domain.briefing import Briefing, Item
from briefreader.domain.document import Noise
from briefreader.domain.errors import ExportError
from briefreader.domain.fact import Analysis
from briefreader.domain.text import Span
from briefreader.library.links import parse
from briefreader.library.proposing import Choice
from briefreader.store import open_store
from library.composed import ListedStore, briefed, document, documents, mark, sample_store

MADE = "2025-12-20T14:05:00+01:00"
IDS = ["c", "a", "b", "unknown"]


def composed(**choice: object) -> Briefing:
    return briefed(sample_store(), IDS, Choice(title="T", **choice), MADE)  # type: ignore[arg-type]


def items(briefing: Briefing, kind: str) -> list[Item]:
    return [item for section in briefing.sections if section.kind == kind for item in section.items]


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
