from typing import Any

from briefreader.domain.briefing import Item
from briefreader.domain.outline import CITED
from briefreader.exporters._setting import Setting, lines_of, seen
from exporters.printed import briefing, citation

SETTING = Setting(briefing())


def told(text: str, count: int) -> list[list[Any]]:
    """Return the words as they are and the citations as their numbers."""
    item = Item("text", text, citations=tuple(citation(n + 1) for n in range(count)))
    return [
        [
            [SETTING.notes[each["note"]]["number"] for each in piece["citations"]]
            if "citations" in piece
            else piece["words"] and piece["words"]["text"]
            for piece in paragraph
        ]
        for paragraph in SETTING.sentences(item)
    ]


def test_each_citation_stands_at_its_place() -> None:
    assert told(f"One{CITED} two{CITED}{CITED}.\n{CITED}Three", 4) == [
        ["One", [1], " two", [2, 3], "."], [[4], "Three"],
    ]  # fmt: skip


def test_what_is_not_cited_leaves_no_trace() -> None:
    assert told(f"One{CITED} two{CITED}", 1) == [["One", [1], " two"]]
    assert told(f"{CITED}\n \n", 0) == []


def test_a_space_between_two_citations_stays() -> None:
    assert told(f"a{CITED} {CITED}", 2) == [["a", [1], None, [2]]]


def test_flags_say_what_the_author_must_know() -> None:
    item = Item("fact", "x", proposed=True, change="new", independent=3, differs=True)
    assert list(SETTING.flags(item)) == [
        ("proposed", "Proposed, not accepted yet"), ("change", "New"), ("count", "3 independent sources"),
        ("differs", "Sources differ"),
    ]  # fmt: skip
    assert list(SETTING.flags(Item("fact", "x", independent=1))) == [("count", "1 independent source")]
    assert list(SETTING.flags(Item("text", "x", independent=1))) == []


def test_the_rows_of_a_table_say_that_sources_differ_and_not_their_title() -> None:
    for kind in ("claim", "figures", "timeline"):
        assert list(SETTING.flags(Item(kind, "", differs=True))) == []
    assert list(SETTING.flags(Item("chart", "", differs=True))) == [("differs", "Sources differ")]


def noted(style: str, number: int = 12, **values: Any) -> tuple[str, str]:
    """Return what stands before the place of a note, and the place."""
    setting = Setting(briefing(style=style))
    made = setting.citation(citation(paragraph=number, **values))
    runs = setting.notes[made["note"]]["runs"]
    return "".join(run["words"]["text"] for run in runs), (made["place"] + made["end"]).replace("\u00a0", " ")


def test_a_note_is_worded_by_the_style() -> None:
    assert noted("apa") == ("A. Reporter (2025, December 4). Title number 1. Viet Nam News, ", "para. 12.")
    assert noted("outlet-date") == ("Viet Nam News, 4 December 2025, ", "para. 12.")
    assert noted("outlet-date", 0) == (
        "Viet Nam News, 4 December 2025 (",
        "no longer found in the document).",
    )
    assert noted("outlet-date", 0, date="2021")[0] == "Viet Nam News, 2021 ("


def test_notes_on_one_source_share_their_wording() -> None:
    setting = Setting(briefing())
    made = [setting.citation(citation(n, paragraph=p)) for n, p in ((1, 3), (1, 4), (2, 3), (1, 0))]
    assert [each["note"] for each in made] == [0, 0, 1, 2]
    assert [each["place"].replace("\u00a0", " ") for each in made[:2]] == ["para. 3", "para. 4"]


def test_a_long_piece_may_break() -> None:
    assert SETTING.item(Item("passage", "a line", citation()))["whole"]
    assert not SETTING.item(Item("passage", "a\n" * 40, citation()))["whole"]
    assert not SETTING.item(Item("passage", "word " * 500, citation()))["whole"]


def test_lines_are_counted_by_their_letters_and_ends() -> None:
    assert lines_of("", "x" * 140, "a\nb", width=70) == 1 + 3 + 2


def test_what_cannot_be_seen_is_nothing() -> None:
    assert seen(" \u200b\n ") == "" and seen(" a\n b ") == "a b"
