"""Annotations from elsewhere: found again to the letter, never added twice, never put in a wrong place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefreader.domain.annotation import Annotation, Edit, Status, undone
from briefreader.domain.document import Document, lines
from briefreader.domain.errors import ReadError
from briefreader.domain.fact import Analysis
from briefreader.domain.shared import Carried, CarriedStatus, Incoming, SharedMark, SharedSource
from briefreader.domain.text import Anchor, Span
from briefreader.interchange import readable
from briefreader.library import receiving, sharing
from briefreader.library.receiving import Received
from briefreader.library.workspace import Workspace, open_workspace
from interchange.marked import CREATED, MARKS, SOURCE, TEXT, marks

STAMP = "2026-06-06T06:06:06+00:00"
OTHER = "Another article\nHe said that trade grew. He said that trade fell."
FORMATS = pytest.mark.parametrize("format", [each.NAME for each in readable()])


def document(id: str = SOURCE.id, text: str = TEXT, **values: str) -> Document:
    told = {"title": SOURCE.title, "outlet": SOURCE.outlet, "author": SOURCE.author, "url": SOURCE.url}
    return Document(id, text, lines(text), sha256=id, reader="text/1", **(told | values))  # type: ignore[arg-type]


DOCUMENTS = (document(), document("b" * 64, OTHER, title="Another article", url=""))


def filled(path: Path, *documents: Document) -> Workspace:
    workspace = open_workspace(path)
    workspace.store.add([Analysis(each) for each in documents or DOCUMENTS], "a/1")
    return workspace


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Workspace]:
    with filled(tmp_path / "one.briefreader") as workspace:
        yield workspace


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Workspace]:
    with filled(tmp_path / "two.briefreader") as workspace:
        yield workspace


def put(workspace: Workspace, *annotations: Annotation) -> None:
    workspace.store.apply([Edit(None, each) for each in annotations])


def carried_over(one: Workspace, two: Workspace, format: str) -> Received:
    ((_name, data),) = sharing.files(sharing.gather(one, None, CREATED), format)
    incoming = next(each for each in readable() if format == each.NAME).read(data)
    received = receiving.receive(two, incoming, STAMP)
    two.store.apply(received.edits)
    return received


def bare(annotation: Annotation, format: str) -> Annotation:
    """Return an annotation as a format can hold it."""
    annotation = replace(annotation, revision=1)
    if format != "readwise":
        return annotation
    tags = tuple(dict.fromkeys(tag.replace(" ", "_").lstrip(".") or "_" for tag in annotation.tags))
    bare = replace(
        annotation,
        id="",
        starred=False,
        colour="",
        underline="",
        author="",
        changed=annotation.created,
        tags=tags,
    )
    return replace(bare, colour="yellow") if bare.blank else bare


def kept(workspace: Workspace, format: str) -> set[Annotation]:
    return {replace(each, id="") if format == "readwise" else each for each in workspace.store.annotations()}


@pytest.fixture
def pair(one: Workspace, two: Workspace) -> tuple[Workspace, Workspace]:
    return one, two


@FORMATS
def test_a_round_trip_loses_nothing_and_shifts_nothing(one: Workspace, two: Workspace, format: str) -> None:
    put(one, *(mark.annotation for mark in MARKS))
    received = carried_over(one, two, format)
    assert received.whole
    assert kept(two, format) == {bare(each, format) for each in one.store.annotations()}
    again = carried_over(one, two, format)
    assert (again.edits, again.known) == ([], len(MARKS))
    home = carried_over(one, one, format)
    assert (home.edits, home.known) == ([], len(MARKS))


@FORMATS
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(marks(), min_size=1, max_size=6, unique_by=lambda mark: mark.annotation.id))
def test_any_annotations_make_the_round_trip(
    pair: tuple[Workspace, Workspace], format: str, made: list[SharedMark]
) -> None:
    one, two = pair
    for workspace in pair:
        workspace.store.apply([Edit(each, None) for each in workspace.store.annotations()])
    if format == "readwise":  # which takes a whole article's star or colour for nothing at all
        made = [each for each in made if not each.whole or each.annotation.note or each.annotation.tags]
    put(one, *(mark.annotation for mark in made))
    carried_over(one, two, format)
    assert kept(two, format) == {bare(each, format) for each in one.store.annotations()}
    assert not carried_over(one, two, format).edits


def test_what_is_unplaced_stays_so_and_comes_once(one: Workspace, two: Workspace) -> None:
    put(
        one, Annotation("1" * 32, SOURCE.id, Anchor(Span(3, 12), "not there", "a", "b"), note="n", revision=1)
    )
    received = carried_over(one, two, "w3c")
    (mark,) = two.store.annotations()
    assert mark.anchor == Anchor(Span(3, 12), "not there", "a", "b")
    assert len(received.unplaced) == 1 and "unplaced" in " ".join(received.said())
    assert carried_over(one, two, "w3c").known == 1


def receive(workspace: Workspace, *marks: Carried) -> Received:
    received = receiving.receive(workspace, Incoming(marks), STAMP)
    workspace.store.apply(received.edits)
    return received


KNOWN = SharedSource(id=DOCUMENTS[1].id)


def test_words_that_stand_twice_are_told_apart_by_what_is_around(two: Workspace) -> None:
    assert not receive(two, Carried(KNOWN, "said", after=" that trade fell.", note="n")).unplaced
    (mark,) = two.store.annotations()
    assert mark.anchor is not None and mark.anchor.span.start == OTHER.rindex("said")
    assert receive(two, Carried(KNOWN, "said", note="where?")).unplaced


def test_a_place_counts_only_if_the_words_stand_there(two: Workspace) -> None:
    start = OTHER.index("trade grew")
    receive(two, Carried(KNOWN, "trade grew", start=start + 5, end=start + 15, note="shifted"))
    receive(two, Carried(KNOWN, "trade shrank", start=start, end=start + 12, note="other words"))
    shifted, other = sorted(two.store.annotations(), key=lambda each: each.note, reverse=True)
    assert shifted.place(OTHER) == Span(start, start + 10)
    assert other.place(OTHER) is None


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_composed_otherwise_are_the_same(tmp_path: Path, form: str) -> None:
    text = normalize(form, "Tiêu đề\nChủ tịch nước Tô Lâm đã nói.")
    with filled(tmp_path / "x.briefreader", document("c" * 64, text)) as workspace:
        other = normalize("NFD" if form == "NFC" else "NFC", "Tô  Lâm đã\nnói")
        receive(workspace, Carried(SharedSource(id="c" * 64), other, note="n"))
        (mark,) = workspace.store.annotations()
        assert mark.exact == normalize(form, "Tô Lâm đã nói")
        assert mark.place(text) == Span(text.index("T", 3), len(text) - 1)


def test_few_words_in_other_surroundings_are_not_taken_for_the_same(two: Workspace) -> None:
    assert receive(two, Carried(KNOWN, "trade\u00a0grew", before="quite other", after="words")).unplaced


def test_what_says_nothing_marks_its_passage(two: Workspace) -> None:
    receive(two, Carried(KNOWN, "trade grew"))
    (mark,) = two.store.annotations()
    assert (mark.colour, mark.created, mark.changed) == ("yellow", STAMP, STAMP)
    assert receive(two, Carried(KNOWN, "trade grew")).known == 1
    assert receive(two, Carried(KNOWN, whole=True)).unclear == 1


def test_more_on_the_same_passage_stands_beside_what_is_there(two: Workspace) -> None:
    first = Carried(KNOWN, "trade grew", note="one", id="11111111-1111-4111-8111-111111111111")
    receive(two, first)
    assert len(receive(two, replace(first, note="two")).edits) == 1
    assert sorted(each.note for each in two.store.annotations()) == ["one", "two"]
    assert len({each.id for each in two.store.annotations()}) == 2


def test_one_that_stands_twice_in_a_file_comes_once(two: Workspace) -> None:
    mark = Carried(KNOWN, "trade grew", note="n")
    received = receive(two, mark, mark)
    assert (len(received.edits), received.known) == (1, 1)


@pytest.mark.parametrize("format", ["qdpx", "w3c"])
def test_what_was_set_on_articles_makes_the_round_trip(one: Workspace, two: Workspace, format: str) -> None:
    status = Status(SOURCE.id, True, True, ("sea", "two words"), "My title", "My outlet", "2024-05", 1)
    one.store.apply([Edit(None, status)])
    received = carried_over(one, two, format)
    assert received.whole
    assert received.said() == [
        "0 annotations were added.",
        "Star, tags or corrections of 1 article were taken over.",
    ]
    assert two.store.statuses([SOURCE.id]) == [replace(status, read=False)]
    again = carried_over(one, two, format)
    assert (again.edits, again.known) == ([], 1)
    two.store.apply(undone(received.edits))
    assert two.store.statuses([SOURCE.id]) == [Status(SOURCE.id)]


def test_what_is_set_on_an_article_is_added_to_but_never_altered(two: Workspace) -> None:
    there = Status(SOURCE.id, tags=("sea",), title="Mine", revision=1)
    two.store.apply([Edit(None, there)])
    told = Status("", True, tags=("rain", "sea"), title="Theirs", outlet="Theirs")
    incoming = Incoming(statuses=(CarriedStatus(SOURCE, told),))
    received = receiving.receive(two, incoming, STAMP)
    two.store.apply(received.edits)
    (now,) = two.store.statuses([SOURCE.id])
    assert (now.starred, now.tags, now.title, now.outlet) == (True, ("rain", "sea"), "Mine", "Theirs")


def test_what_is_set_on_an_article_that_is_not_there_is_said(two: Workspace) -> None:
    told = CarriedStatus(SharedSource(title="Nowhere"), Status("", True))
    received = receiving.receive(two, Incoming(statuses=(told,)), STAMP)
    assert (received.edits, received.whole) == ([], False)
    assert "no article of this workspace: “Nowhere”" in " ".join(received.said())


# -- Which document -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        SharedSource(id=SOURCE.id),
        SharedSource(sha256=SOURCE.sha256),
        SharedSource(link=SOURCE.link),
        SharedSource(text=TEXT, title="whatever"),
        SharedSource(url=SOURCE.url),
        SharedSource(url="http://www.example.org/a?b=1&c=2#part", title="Other"),
        SharedSource(title=SOURCE.title, outlet=SOURCE.outlet),
        SharedSource(title=SOURCE.title.upper(), outlet=SOURCE.author),
        SharedSource(title=SOURCE.title),
    ],
)
def test_a_document_is_known_by(two: Workspace, source: SharedSource) -> None:
    received = receive(two, Carried(source, whole=True, note="n"))
    assert received.whole and two.store.annotations()[0].document == SOURCE.id


@pytest.mark.parametrize(
    "source",
    [
        SharedSource(id="z"),
        SharedSource(title=SOURCE.title, outlet="Another outlet"),
        SharedSource(title=SOURCE.title, url="https://example.org/other"),
        SharedSource(link="briefreader://nonsense"),
        SharedSource(text="Another text"),
        SharedSource(),
    ],
)
def test_a_document_that_is_not_there_is_said_to_be_missing(two: Workspace, source: SharedSource) -> None:
    received = receive(two, Carried(replace(source, outlet=source.outlet), "title", note="n"))
    assert len(received.homeless) == 1 and two.store.annotations() == []
    assert "no article" in " ".join(received.said())


def test_of_several_with_the_same_title_the_passage_decides(tmp_path: Path) -> None:
    texts = ("Title\nThe first text.", "Title\nThe second text.")
    documents = [document(str(n) * 64, text, title="Title", url="") for n, text in enumerate(texts)]
    source = SharedSource(title="Title")
    with filled(tmp_path / "x.briefreader", *documents) as workspace:
        assert receive(workspace, Carried(source, "second", note="n")).whole
        assert workspace.store.annotations()[0].document == "1" * 64
        assert receive(workspace, Carried(source, "text", note="n")).homeless
        assert receive(workspace, Carried(source, whole=True, note="n")).homeless


def test_an_id_such_as_1_is_not_enough(tmp_path: Path) -> None:
    with filled(tmp_path / "x.briefreader", document("1", OTHER, title="Here", url="")) as workspace:
        assert receive(workspace, Carried(SharedSource(id="1", title="There"), "trade", note="n")).homeless
        assert receive(workspace, Carried(SharedSource(id="1", title="Here"), whole=True, note="n")).whole


def test_a_place_without_words_counts_in_the_very_document_only(two: Workspace) -> None:
    assert receive(two, Carried(SharedSource(title="Another article"), start=0, end=7, note="n")).unclear == 1
    assert receive(two, Carried(KNOWN, start=0, end=7, note="n")).whole
    assert two.store.annotations()[0].exact == "Another"
    assert receive(two, Carried(KNOWN, start=0, end=9_999, note="m")).unclear == 1


# -- Files ----------------------------------------------------------------------------------------------


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{")
    with pytest.raises(ReadError, match=r"“broken.json” cannot be read\. The file is no JSON"):
        receiving.read(broken)
    with pytest.raises(ReadError, match=r"“gone.csv” cannot be read: No such file"):
        receiving.read(tmp_path / "gone.csv")
    monkeypatch.setattr(receiving, "_LARGEST", 0)
    with pytest.raises(ReadError, match="too large"):
        receiving.read(broken)


def test_an_import_is_told_in_sentences(two: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text(json.dumps([{"target": "https://example.org/none"}, 7]))
    received = receiving.receive(two, receiving.read(file), STAMP)
    assert received.said() == [
        "0 annotations were added.",
        "1 belongs to no article of this workspace: “https://example.org/none”.",
        "1 could not be understood.",
    ]
