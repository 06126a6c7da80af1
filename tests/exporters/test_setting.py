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
            [each["number"] for each in piece["citations"]]
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


def test_a_long_piece_may_break() -> None:
    assert SETTING.item(Item("passage", "a line", citation()))["whole"]
    assert not SETTING.item(Item("passage", "a\n" * 40, citation()))["whole"]
    assert not SETTING.item(Item("passage", "word " * 500, citation()))["whole"]


def test_lines_are_counted_by_their_letters_and_ends() -> None:
    assert lines_of("", "x" * 140, "a\nb", width=70) == 1 + 3 + 2


def test_what_cannot_be_seen_is_nothing() -> None:
    assert seen(" \u200b\n ") == "" and seen(" a\n b ") == "a b"
