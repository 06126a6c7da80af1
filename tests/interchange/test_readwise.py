"""Readwise's CSV: its columns, its tags in notes, and its own exports."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from briefreader.domain.errors import ReadError
from briefreader.domain.shared import Carried, Shared, SharedDocument
from briefreader.interchange import losses, readwise
from interchange.marked import SHARED, SOURCE, TEXT, mark


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(readwise.write(SHARED).decode(), newline="")))


def read(*lines: str) -> tuple[Carried, ...]:
    return readwise.read("\r\n".join(lines).encode()).marks


def test_the_columns_are_those_that_readwise_imports() -> None:
    assert tuple(rows()[0]) == ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")


def test_a_passage_is_a_line() -> None:
    assert rows()[3] == {
        "Highlight": TEXT[8:30], "Title": SOURCE.title, "Author": "An Author", "URL": SOURCE.url,
        "Note": ".to_verify .Tô_Lâm\nLine one\nline two", "Location": "8", "Date": "2026-03-04 05:06:07",
    }  # fmt: skip


def test_a_note_on_the_whole_stands_beside_the_title() -> None:
    assert rows()[0]["Highlight"] == SOURCE.title and rows()[0]["Location"] == ""


def test_no_cell_is_a_formula() -> None:
    made = mark(TEXT.index("= a"), len(TEXT), note="@SUM(1)")
    document = SharedDocument(SOURCE, (made,))
    (row,) = csv.DictReader(StringIO(readwise.write(Shared((document,), "")).decode(), newline=""))
    assert row["Highlight"].startswith("'= a") and row["Note"] == "'@SUM(1)"
    (told,) = readwise.read(readwise.write(Shared((document,), ""))).marks
    assert (told.exact, told.note) == (TEXT[TEXT.index("= a") :], "@SUM(1)")


def test_what_is_lost_is_listed() -> None:
    told = " ".join(losses(readwise, SHARED))
    for words in (
        "2 stars",
        "3 highlights",
        "2 underlines",
        "2 notes on articles",
        "Tags of 1 annotation",
        "star of 1 article itself",
        "tags of 1 article itself",
        "title, outlet or date of 1 article",
    ):
        assert words in told


@pytest.mark.parametrize(
    ("note", "tags", "words"),
    [
        (".a .b words", ("a", "b"), "words"),
        (".a\nwords", ("a",), "words"),
        (".a", ("a",), ""),
        ("words .a", (), "words .a"),
        ("\n.NET", (), ".NET"),
        ("... and so on", (), "... and so on"),
        ("", (), ""),
    ],
)
def test_tags_stand_before_the_note(note: str, tags: tuple[str, ...], words: str) -> None:
    (told,) = read("Highlight,Title,Note", f'Words,A title,"{note}"')
    assert (told.tags, told.note) == (tags, words)


def test_what_readwise_itself_exports_is_read() -> None:
    (told,) = read(
        "Highlight,Book Title,Book Author,Note,Color,Tags,Location Type,Location,Highlighted at",
        'Some words,A title,Belta,A note,yellow,"one, two",order,3,2025-12-06 10:00:00+00:00',
    )
    assert (told.exact, told.source.title, told.source.outlet) == ("Some words", "A title", "Belta")
    assert (told.note, told.colour, told.tags) == ("A note", "yellow", ("one", "two"))
    assert told.created == "2025-12-06T10:00:00+00:00"


def test_lines_without_passage_or_article_are_counted() -> None:
    incoming = readwise.read(
        b"Highlight,Title,URL\r\n,A title,\r\nWords,,\r\nWords,A title,\r\n,,\r\nshort\r\n"
    )
    assert (len(incoming.marks), incoming.unclear) == (1, 3)


def test_a_file_of_far_too_many_lines_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readwise, "_MOST", 3)
    assert len(read("Highlight,Title", "a,t", "b,t")) == 2
    with pytest.raises(ReadError, match="too much"):
        read("Highlight,Title", "a,t", "b,t", "c,t")


def test_a_passage_longer_than_a_usual_cell_is_read() -> None:
    (told,) = read("Highlight,Title", f"{'x' * 200_000},A title")
    assert len(told.exact) == 200_000
