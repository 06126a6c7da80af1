"""What must hold for every format of annotations."""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.domain.annotation import Annotation, Status
from briefreader.domain.errors import ExportError, ReadError
from briefreader.domain.shared import CORRECTED, Carried, Shared, SharedDocument, SharedMark
from briefreader.domain.text import Anchor, Span
from briefreader.interchange import (
    Format,
    Readable,
    format_named,
    format_of,
    formats,
    losses,
    readable,
)
from briefreader.interchange._losses import SENTENCES
from interchange.marked import MARKS, SHARED, SOURCE, TEXT, mark, marks, tags

ALL = pytest.mark.parametrize("format", formats(), ids=lambda each: each.NAME)
READABLE = pytest.mark.parametrize("format", readable(), ids=lambda each: each.NAME)


def shared(*given: SharedMark) -> Shared:
    return Shared((SharedDocument(SOURCE, given),), SHARED.created)


def there_and_back(format: Readable, *given: SharedMark) -> tuple[Carried, ...]:
    incoming = format.read(format.write(shared(*given)))
    assert incoming.unclear == 0
    return incoming.marks


@ALL
def test_it_says_what_it_is(format: Format) -> None:
    assert format.NAME.isidentifier() and format.LABEL
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in format.SUFFIXES)
    assert format_named(format.NAME) is format
    assert not isinstance(format, Readable) or format_of(f"FILE{format.SUFFIXES[0].upper()}") is format


def test_the_four_formats_are_there() -> None:
    assert [each.NAME for each in formats()] == ["markdown", "qdpx", "readwise", "w3c"]
    assert {each.NAME for each in readable()} == {"qdpx", "readwise", "w3c"}


def test_unknown_formats_are_refused_with_the_known_ones() -> None:
    with pytest.raises(ExportError, match="w3c"):
        format_named("word")
    with pytest.raises(ReadError, match=r"\.qdpx"):
        format_of("notes.md")


@ALL
@pytest.mark.parametrize("value", [SHARED, Shared()], ids=["usual", "empty"])
def test_the_same_annotations_give_the_same_bytes(format: Format, value: Shared) -> None:
    first = format.write(value)
    assert first == format.write(pickle.loads(pickle.dumps(value)))


@ALL
def test_the_same_bytes_come_from_another_process_with_other_hashes(format: Format) -> None:
    code = (
        "import hashlib; from interchange.marked import SHARED;"
        "from briefreader.interchange import format_named;"
        f"print(hashlib.sha256(format_named({format.NAME!r}).write(SHARED)).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "TZ": zone},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }  # fmt: skip
    assert len(seen) == 1


@ALL
def test_what_is_lost_is_said_of_each_annotation(format: Format) -> None:
    for each in MARKS:
        assert format.lost(SHARED.documents[0], each) <= SENTENCES.keys()
    assert format.lost_of_whole(SHARED.documents[0]) <= SENTENCES.keys()
    assert format.lost_of_whole(SharedDocument(SOURCE, MARKS)) == frozenset()
    assert losses(format, Shared()) == ()
    for sentence in losses(format, SHARED):
        assert sentence.endswith(".") and "{" not in sentence


# -- What a format does not call lost comes back ------------------------------------------------------


def content(annotation: Annotation) -> dict[str, object]:
    names = ("id", "starred", "colour", "underline", "note", "tags", "author", "created", "changed")
    return {name: getattr(annotation, name) for name in names}


def carried(told: Carried) -> dict[str, object]:
    return {name: getattr(told, name) for name in content(MARKS[0].annotation)}


OF_LOSS = {
    "star": ("starred",), "colour": ("colour",), "underline": ("underline",), "tags": ("tags",),
    "author": ("author",), "changed": ("changed",),
}  # fmt: skip
OTHERWISE = {"readwise": ("id", "changed")}  # which no column has, and which the receiver makes anew


def check(format: Readable, given: SharedMark) -> None:
    (told,) = there_and_back(format, given)
    lost = format.lost(SHARED.documents[0], given)
    left = {name for loss in lost for name in OF_LOSS.get(loss, ())} | {*OTHERWISE.get(format.NAME, ())}
    expected = {name: value for name, value in content(given.annotation).items() if name not in left}
    assert {name: value for name, value in carried(told).items() if name not in left} == expected
    assert told.whole == given.whole
    anchor = given.annotation.anchor
    if anchor is not None:
        assert (told.start, told.end, told.exact) == (anchor.span.start, anchor.span.end, anchor.exact)
        assert TEXT[told.start : told.end] == told.exact


@READABLE
@pytest.mark.parametrize("given_mark", MARKS, ids=range(len(MARKS)))
def test_an_annotation_comes_back_in_its_place(format: Readable, given_mark: SharedMark) -> None:
    check(format, given_mark)


@READABLE
@settings(deadline=None)
@given(made=marks())
def test_any_annotation_comes_back_in_its_place(format: Readable, made: SharedMark) -> None:
    check(format, made)


@READABLE
def test_all_of_them_come_back_in_one_file(format: Readable) -> None:
    told = there_and_back(format, *MARKS)
    places = sorted((each.start or 0, each.end or 0, each.note) for each in told)
    spans = [each.annotation.anchor.span if each.annotation.anchor else None for each in MARKS]
    assert places == sorted(
        (span.start if span else 0, span.end if span else 0, each.annotation.note)
        for span, each in zip(spans, MARKS, strict=True)
    )


@READABLE
def own(told: Status) -> dict[str, object]:
    return {name: getattr(told, name) for name in ("starred", "tags", *CORRECTED)}


OF_OWN_LOSS = {"own star": ("starred",), "own tags": ("tags",), "corrected": CORRECTED}
VALUES = st.sampled_from(("", "A title 😀", "Tiêu đề & <b>"))


@READABLE
@settings(deadline=None)
@given(
    starred=st.booleans(), tagged=tags, title=VALUES, outlet=VALUES,
    published=st.sampled_from(("", "2025", "2025-05", "2025-05-09")),
)  # fmt: skip
def test_what_was_set_on_an_article_comes_back(
    format: Readable, starred: bool, tagged: tuple[str, ...], title: str, outlet: str, published: str
) -> None:
    status = Status(SOURCE.id, starred, True, tagged, title, outlet, published, 2)
    document = SharedDocument(SOURCE, (), status)
    incoming = format.read(format.write(Shared((document,), SHARED.created)))
    assert (incoming.marks, incoming.unclear) == ((), 0)
    lost = {name for loss in format.lost_of_whole(document) for name in OF_OWN_LOSS.get(loss, ())}
    expected = {name: value for name, value in own(status).items() if name not in lost and value}
    told = own(incoming.statuses[0].status) if incoming.statuses else {}
    assert {name: value for name, value in told.items() if value} == expected
    assert len(incoming.statuses) == bool(expected)


@READABLE
def test_the_document_is_named(format: Readable) -> None:
    (told,) = there_and_back(format, MARKS[2])
    assert told.source.title == SOURCE.title
    assert told.source.id == SOURCE.id or told.source.url == SOURCE.url


@READABLE
def test_what_is_unplaced_is_kept_or_said_to_be_lost(format: Readable) -> None:
    anchor = Anchor(Span(5, 12), "no such", "before ", " after")
    gone = replace(mark(0, 9, note="n"), placed=False)
    gone = replace(gone, annotation=replace(gone.annotation, anchor=anchor))
    told = there_and_back(format, gone)
    if "unplaced" in format.lost(SHARED.documents[0], gone):
        assert told == ()
    else:
        assert [(each.exact, each.start, each.note) for each in told] == [("no such", 5, "n")]


# -- Files from elsewhere ------------------------------------------------------------------------------


@READABLE
@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff\xfe",
        b"PK\x03\x04 not a zip",
        b"[" * 100_000,
        b"{}",
        b"<html>",
        b"a,b\r\n1,2\r\n",
        b"null",
    ],
)  # fmt: skip
def test_what_is_no_such_file_is_refused_in_a_sentence(format: Readable, raw: bytes) -> None:
    with pytest.raises(ReadError) as told:
        format.read(raw)
    assert told.value.message.endswith(".")


@READABLE
@settings(deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(format: Readable, data: st.DataObject) -> None:
    raw = bytearray(format.write(SHARED))
    for _n in range(data.draw(st.integers(1, 5))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(raw)))
    for broken in (bytes(raw), bytes(raw[:cut])):
        try:
            incoming = format.read(broken)
        except ReadError as error:
            assert error.message
        else:
            assert all(isinstance(each, Carried) for each in incoming.marks)
