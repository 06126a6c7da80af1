"""What a briefing says, item by item."""

from __future__ import annotations

import pytest

from briefreader.domain.briefing import Briefing, Cell, Item, Section, Side
from briefreader.domain.outline import CITED
from briefreader.exporters._blocks import (
    Block,
    Chart,
    Content,
    Heading,
    Inline,
    Mark,
    Paragraph,
    Table,
    Words,
)
from briefreader.exporters._content import content
from exporters.printed import briefing, citation, source


def of(*items: Item, **values: object) -> Content:
    """Return what a briefing of one section says."""
    section = Section("free", "Part", items)
    return content(briefing(sections=(section,), sources=(source(1), source(2)), method="", **values))


def said(inline: Inline) -> str:
    """Return a text with the numbers of its footnotes in brackets."""
    return "".join(f"[{each.number}]" if isinstance(each, Mark) else each.text for each in inline)


def told(*items: Item) -> list[str]:
    """Return what stands between the heading of the section and the list of sources, block by block."""
    blocks = of(*items).blocks[1:]
    end = next(n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 1)
    return [line for block in blocks[:end] for line in lines(block)]


def lines(block: Block) -> list[str]:
    if isinstance(block, Heading):
        return [f"{'#' * block.level} {said(block.inline)}"]
    if isinstance(block, Paragraph):
        return [f"{block.style}: {said(block.inline)}"]
    if isinstance(block, Chart):
        return [f"chart: {block.title}", *lines(block.table)]
    return [" | ".join(block.head), *(" | ".join(map(said, row)) for row in block.rows)]


def test_a_footnote_stands_where_the_sentence_cites() -> None:
    item = Item("text", f"First{CITED}, then{CITED}.", citations=(citation(1), citation(2)))
    assert told(item) == ["body: First[1], then[2]."]


def test_citations_without_a_place_come_last_and_places_without_one_vanish() -> None:
    assert told(Item("text", "Only this.", citations=(citation(1),))) == ["body: Only this.[1]"]
    assert told(Item("text", f"None{CITED}.")) == ["body: None."]


def test_a_sentence_without_support_is_called_an_assessment() -> None:
    item = Item("text", "It will rain.", assessment=True, proposed=True, change="new")
    assert told(item) == ["assessment: Assessment: It will rain.", "detail: New · Proposed, not accepted yet"]


def test_confidence_has_a_sentence_of_its_own() -> None:
    item = Item(
        "judgement", f"It is likely{CITED}.", citations=(citation(),), confidence="low", basis="One source."
    )
    assert told(item) == ["judgement: It is likely[1].", "detail: Confidence: low. One source."]


def test_quotes_stand_under_their_speaker() -> None:
    one = Item("quote", "We agree", citation(), "A. B.", "Minister", form="direct")
    two = Item("quote", "talks went well", citation(2), "A. B.", "Minister", form="indirect", independent=2)
    nobody = Item("quote", "hm", citation())
    assert told(one, two, nobody) == [
        "## A. B., Minister", "quote: “We agree”[1]", "quote: Reported: talks went well[2]",
        "detail: 2 independent sources", "## Speaker not named", "quote: “hm”[3]",
    ]  # fmt: skip


def test_figures_are_a_table_without_empty_columns() -> None:
    fact = Item("fact", "$5", citation(), "turnover", form="figure", value="$5", differs=True, independent=1)
    assert told(fact) == [
        "## Figures", "What | Value", "turnover\n1 independent source · Sources differ | $5[1]",
    ]  # fmt: skip


def test_key_sentences_are_passages() -> None:
    assert told(Item("fact", "It is so.", citation(), form="key")) == [
        "## Key sentences",
        "quote: It is so.[1]",
    ]


def test_a_claim_shows_each_side_word_for_word() -> None:
    side = Side("It passed $245 million.", "$245 million", citation(), (10, 22), speaker="A. B.")
    claim = Item("claim", "", label="Turnover", verdict="differ", reason="By a lot.", sides=(side,), id="c")
    assert told(claim) == [
        "## Turnover", "body: Sources differ. By a lot.", "Source | Value | What it says",
        "Viet Nam News, 4 December 2025\nA. B. | $245 million | It passed $245 million.[1]",
    ]  # fmt: skip
    table = next(block for block in of(claim).blocks if isinstance(block, Table))
    assert [each.text for each in table.rows[0][2] if isinstance(each, Words) and each.bold] == [
        "$245 million"
    ]


@pytest.mark.parametrize("mark", [(0, 0), (5, 2), (-3, 4), (0, 99)])
def test_a_mark_that_does_not_fit_marks_nothing(mark: tuple[int, int]) -> None:
    claim = Item("claim", "", label="T", sides=(Side("A text.", "", citation(), mark),))
    table = next(block for block in of(claim).blocks if isinstance(block, Table))
    assert said(table.rows[0][2]) == "A text.[1]"


@pytest.mark.parametrize(
    ("cell", "when"),
    [
        ({"first": "2025-12-01", "last": "2025-12-03"}, "1–3 December 2025"),
        ({"first": "2025-05-01", "last": "2025-05-31", "precision": "month"}, "May 2025"),
        ({"first": "2024-01-01", "last": "2024-12-31", "precision": "year", "inferred": True},
         "2024 (date inferred)"),
        ({}, "undated"),
    ],
)  # fmt: skip
def test_a_moment_is_told_at_its_precision(cell: dict[str, str], when: str) -> None:
    row = Cell("Talks", citation(), **cell)  # type: ignore[arg-type]
    assert told(Item("timeline", "", cells=(row,))) == ["When | What", f"{when} | Talks[1]"]


def test_what_is_only_planned_is_called_so() -> None:
    row = Cell("Talks", citation(), first="2026-01-05", status="planned")
    assert told(Item("timeline", "", cells=(row,)))[1] == "5 January 2026 | Talks (planned)[1]"


def test_a_chart_has_the_table_of_its_figures() -> None:
    cells = (Cell("Turnover", citation(), "$5", 5.0, period="2024"), Cell("Turnover", citation(2), "much"))
    item = Item("chart", "", label="Trade", cells=cells)
    assert told(item) == [
        "chart: Trade",
        "What | Value | When",
        "Turnover | $5[1] | 2024",
        "Turnover | much[2] | ",
    ]
    chart = next(block for block in of(item).blocks if isinstance(block, Chart))
    assert [(bar.label, bar.amount) for bar in chart.bars] == [("2024", 5.0)]


def test_a_person_has_office_and_spellings() -> None:
    item = Item("person", "", citation(), "To Lam", "General Secretary", variants=("Tô Lâm", "Lam"))
    assert told(item) == ["body: To Lam, General Secretary[1]\nAlso written: Tô Lâm; Lam"]


def test_a_mark_is_named_with_its_note() -> None:
    item = Item("passage", "So.", citation(), note="Check.", colour="yellow", tags=("a", "b"))
    assert told(item) == [
        "quote: So.[1]", "detail: Highlighted yellow · Tags: a, b", "comment: Author’s note: Check.",
    ]  # fmt: skip


def test_a_kind_that_is_not_known_is_shown_all_the_same() -> None:
    assert told(Item("hologram", "Text.", citation())) == ["quote: Text.[1]"]


def test_the_exact_words_stand_in_the_note_of_the_authors_sentence_alone() -> None:
    cited = citation(exact="Word for word.")
    assert "“Word for word.”" in said(of(Item("text", "So.", citations=(cited,))).notes[0])
    assert "“Word for word.”" not in said(of(Item("passage", "Word for word.", cited)).notes[0])


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "", "https://a.b/\nc", "https://"]
)
def test_what_may_not_be_followed_is_no_link(link: str) -> None:
    (note,) = of(Item("passage", "So.", citation(link=link))).notes
    assert not any(isinstance(each, Words) and each.link for each in note)


def test_the_title_block_has_what_is_known() -> None:
    value = of(Item("text", "x"), to="The desk", as_of="2025-12-18", date="2025-12-19", considered=12)
    assert value.meta == (
        ("To", "The desk"), ("Prepared by", "A. Kowalska"), ("Date", "19 December 2025"),
        ("Period covered", "May 2025 – 4 December 2025"), ("Information as of", "18 December 2025"),
        ("Sources", "2 of 12"),
    )  # fmt: skip
    assert content(Briefing("B")).meta == ()
    assert content(Briefing("\u200b")).title == "Untitled"


def test_words_of_the_briefing_take_the_place_of_the_usual_ones() -> None:
    value = of(Item("text", "x", assessment=True), texts={"assessment": "We think:"})
    assert said(value.blocks[1].inline) == "We think: x"  # type: ignore[union-attr]


def test_the_style_of_citation_is_that_of_the_briefing() -> None:
    value = of(Item("passage", "So.", citation()), style="outlet-date")
    assert said(value.notes[0]).startswith("Viet Nam News, 4 December 2025, para. 3.")
