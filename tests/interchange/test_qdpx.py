"""REFI-QDA projects: ours as the standard has them, and those of other programs, however they count."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from briefreader.domain.errors import ReadError
from briefreader.domain.shared import Incoming
from briefreader.interchange import qdpx
from interchange.marked import MARKS, SHARED, SOURCE, TEXT

NS = {"q": "urn:QDA-XML:project:1.0"}


def archive(project: str | bytes, **texts: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as made:
        made.writestr("project.qde", project)
        for name, text in texts.items():
            made.writestr(f"Sources/{name}.txt", text)
    return out.getvalue()


def project(selections: str, more: str = "", source: str = 'plainTextPath="internal://s.txt"') -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<Project xmlns="urn:QDA-XML:project:1.0" name="p">'
        '<Users><User guid="U1" name="Coder"/></Users>'
        '<CodeBook><Codes><Code guid="c1" name="Trade" color="#FF0000">'
        '<Code guid="c2" name="Growth, yearly"/></Code></Codes></CodeBook>'
        f'<Sources><TextSource guid="s1" name="A title" {source}>{selections}</TextSource></Sources>'
        f"{more}</Project>"
    )


def written() -> tuple[etree._Element, dict[str, bytes]]:
    with ZipFile(BytesIO(qdpx.write(SHARED))) as made:
        members = {name: made.read(name) for name in made.namelist()}
    return etree.fromstring(members.pop("project.qde")), members


def test_the_text_lies_beside_the_project_with_its_line_ends_as_they_are() -> None:
    root, members = written()
    (source,) = root.findall(".//q:TextSource", NS)
    name = source.get("plainTextPath", "").replace("internal://", "sources/")
    assert members == {name: TEXT.encode()}


def test_the_parts_come_in_the_order_of_the_standard() -> None:
    root, _members = written()
    names = [etree.QName(child).localname for child in root]
    assert names == ["Users", "CodeBook", "Variables", "Sources", "Notes"]
    (source,) = root.findall(".//q:TextSource", NS)
    parts = [etree.QName(child).localname for child in source]
    order = ["PlainTextSelection", "Coding", "NoteRef", "VariableValue"]
    assert sorted(parts, key=order.index) == parts and set(parts) == set(order)


def test_every_reference_leads_somewhere_and_every_identity_is_one() -> None:
    root, _members = written()
    known = [element.get("guid") for element in root.iter() if element.get("guid")]
    assert len(known) == len(set(known))
    used = {element.get("targetGUID") for element in root.iter() if element.get("targetGUID")}
    used |= {element.get("creatingUser") for element in root.iter() if element.get("creatingUser")}
    assert used <= set(known)


def test_a_selection_counts_code_points() -> None:
    root, _members = written()
    places = {
        (int(each.get("startPosition", "")), int(each.get("endPosition", "")))
        for each in root.iterfind(".//q:PlainTextSelection", NS)
    }
    spans = {mark.annotation.anchor.span for mark in MARKS if mark.annotation.anchor}
    assert places == {(span.start, span.end) for span in spans}


def test_what_is_said_of_the_source_comes_back() -> None:
    source = qdpx.read(qdpx.write(SHARED)).marks[0].source
    for name in ("id", "sha256", "title", "outlet", "author", "published", "language", "url", "link", "text"):
        assert getattr(source, name) == getattr(SOURCE, name)


LINES = "First 😀 line\nsecond line\nthird line\n"
FOREIGN = (
    '<PlainTextSelection guid="x" name="{name}" startPosition="{start}" endPosition="{end}" '
    'creatingUser="u1">'
)
CODED = '<Coding guid="k"><CodeRef targetGUID="C2"/></Coding><NoteRef targetGUID="n1"/></PlainTextSelection>'
NOTE = '<Notes><Note guid="N1"><PlainTextContent>A note\n😀</PlainTextContent></Note></Notes>'


def foreign(start: int, end: int, name: str, text: bytes) -> Incoming:
    selection = FOREIGN.format(start=start, end=end, name=name) + CODED
    return qdpx.read(archive(project(selection, NOTE), s=text))


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("code points", LINES.encode()),
        ("code points", b"\xef\xbb\xbf" + LINES.encode()),
        ("one for CR LF", LINES.replace("\n", "\r\n").encode()),
        ("two for CR LF", LINES.replace("\n", "\r\n").encode()),
        ("UTF-16", LINES.encode()),
        ("UTF-16 and two for CR LF", LINES.replace("\n", "\r\n").encode()),
    ],
)
@pytest.mark.parametrize("name", ["third line", "third li…"])
def test_however_a_program_counts_the_words_tell_the_place(unit: str, text: bytes, name: str) -> None:
    counted = LINES if "two" not in unit else LINES.replace("\n", "\r\n")
    start = counted.index("third")
    start += "UTF-16" in unit  # one emoji before it
    (mark,) = foreign(start, start + len("third line"), name, text).marks
    assert (mark.exact, mark.start) == ("third line", LINES.index("third"))
    assert mark.before.endswith("second line\n")


def test_codes_users_and_notes_of_others_are_taken() -> None:
    (mark,) = foreign(0, 5, "", LINES.encode()).marks
    assert (mark.exact, mark.tags, mark.author) == ("First", ("Growth yearly",), "Coder")
    assert mark.note == "A note\n😀" and mark.colour == ""


def test_codes_of_a_source_are_tags_of_the_article() -> None:
    coded = '<Coding guid="k"><CodeRef targetGUID="C2"/></Coding>'
    incoming = qdpx.read(archive(project(coded), s=LINES.encode()))
    assert incoming.marks == ()
    (own,) = incoming.statuses
    assert (own.source.title, own.status.tags, own.status.starred) == ("A title", ("Growth yearly",), False)


def test_a_place_out_of_the_text_is_kept_by_its_words_or_counted() -> None:
    (mark,) = foreign(900, 905, "First", LINES.encode()).marks
    assert (mark.exact, mark.start) == ("First", 900)
    assert foreign(900, 905, "", LINES.encode()).unclear == 1


def test_the_colours_are_known_again_by_name_where_identities_were_made_anew() -> None:
    root, members = written()
    text = etree.tostring(root).decode()
    for code in root.iterfind(".//q:Code", NS):
        guid = code.get("guid", "")
        text = text.replace(guid, f"{guid[::-1]}")
    out = BytesIO()
    with ZipFile(out, "w") as made:
        made.writestr("project.qde", text)
        for name, data in members.items():
            made.writestr(name, data)
    told = [
        (mark.colour, mark.underline, mark.starred, mark.tags) for mark in qdpx.read(out.getvalue()).marks
    ]
    expected = [
        (each.colour, each.underline, each.starred, each.tags) for each in (m.annotation for m in MARKS)
    ]
    assert sorted(told) == sorted(expected)


# -- Hostile files --------------------------------------------------------------------------------------

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + ']><Project xmlns="urn:QDA-XML:project:1.0"><Sources><TextSource guid="s" name="&j;"/></Sources>'
    "</Project>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    '<Project xmlns="urn:QDA-XML:project:1.0"><Sources><TextSource guid="s" name="t">'
    "<PlainTextContent>&x;</PlainTextContent></TextSource></Sources></Project>"
)


@pytest.mark.parametrize("told", [BOMB, OUTSIDE, "<a" * 1000, "<x/>", "", b"\xff\xfe<\x00"])
def test_projects_that_are_none_are_refused(told: str | bytes) -> None:
    with pytest.raises(ReadError):
        qdpx.read(archive(told))


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefreader.interchange._archive._LONGEST", 10_000)
    selection = FOREIGN.format(start=0, end=5, name="") + CODED
    with pytest.raises(ReadError, match="too much"):
        qdpx.read(archive(project(selection), s=b"0" * 10_000_000))
    monkeypatch.setattr("briefreader.interchange._archive._MEMBERS", 1)
    with pytest.raises(ReadError, match="too much"):
        qdpx.read(archive(project(selection), s=b"0"))


@pytest.mark.parametrize(
    "path",
    ["internal://../../../etc/hostname", "relative:///etc/hostname", "file:///etc/hostname", "/etc/hostname"],
)
def test_no_file_outside_is_read(path: str) -> None:
    selection = FOREIGN.format(start=0, end=3, name="") + CODED
    incoming = qdpx.read(archive(project(selection, source=f'plainTextPath="{path}"')))
    assert incoming.marks == () and incoming.unclear == 1


def test_a_locked_file_is_refused() -> None:
    raw = bytearray(archive(project("")))
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(sign) + offset] |= 1  # says that it has a password
    with pytest.raises(ReadError, match="locked"):
        qdpx.read(bytes(raw))
