"""The briefing as a Word document, read back as the archive of XML that it is."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from briefreader.domain.briefing import Briefing
from briefreader.exporters import docx
from exporters.printed import ENGLISH, HOSTILE, VIETNAMESE, briefing, citation
from exporters.written import ARABIC, all_hostile, full

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


class Read:
    """A document that was read back."""

    def __init__(self, value: Briefing) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(docx.render(value)[0]))
        self.body = self.part("word/document.xml").find(f"{W}body")
        self.notes = {int(note.get(f"{W}id", "")): text_of(note) for note in self.part("word/footnotes.xml")}

    def part(self, name: str) -> Element:
        return ElementTree.fromstring(self.archive.read(name))

    def paragraphs(self, style: str) -> list[str]:
        return [text_of(each) for each in self.body.iter(f"{W}p") if style_of(each) == style]

    def links(self, name: str) -> dict[str, str]:
        return {each.get("Id"): each.get("Target") for each in self.part(f"word/_rels/{name}.xml.rels")}


def text_of(element: Element) -> str:
    return "".join("\n" if each.tag == f"{W}br" else each.text or "" for each in pieces(element))


def pieces(element: Element) -> Iterator[Element]:
    return (each for each in element.iter() if each.tag in (f"{W}t", f"{W}br"))


def style_of(paragraph: Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val", "") if found is not None else ""


@pytest.fixture(scope="module")
def read() -> Read:
    return Read(full())


def test_each_part_is_well_formed_declared_and_reached(read: Read) -> None:
    names = set(read.archive.namelist())
    types = read.part("[Content_Types].xml")
    declared = {each.get("PartName", "")[1:] for each in types if each.get("PartName")}
    assert declared <= names
    for name in names:
        if name.endswith((".xml", ".rels")):
            read.part(name)
    inside = {f"word/{target}" for target in read.links("document").values() if "://" not in target}
    assert inside <= declared


def test_every_style_that_is_used_is_defined(read: Read) -> None:
    defined = {each.get(f"{W}styleId") for each in read.part("word/styles.xml").iter(f"{W}style")}
    used = {
        each.get(f"{W}val")
        for part in ("document", "footnotes", "header1", "footer1")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for each in read.part(f"word/{part}.xml").iter(f"{W}{tag}")
    }
    assert used <= defined
    assert {"Title", "Heading1", "Heading2", "Quote", "Assessment", "FootnoteReference"} <= used


def test_what_is_said_stands_in_the_style_it_should(read: Read) -> None:
    assert read.paragraphs("Title") == ["Belarus–Việt Nam: security and trade"]
    assert read.paragraphs("Heading1")[:2] == ["Bottom line", "Key judgements"]
    assert ENGLISH in read.paragraphs("Quote") and VIETNAMESE in read.paragraphs("Quote")
    assert read.paragraphs("Assessment") == ["Assessment: We expect a visit in spring."]
    assert "Trade keeps growing, and a roadmap follows." in read.paragraphs("Normal")
    assert "Confidence: moderate. Two independent sources agree." in read.paragraphs("Detail")


def test_footnotes_are_real_and_each_is_called_once(read: Read) -> None:
    called = [int(each.get(f"{W}id", "")) for each in read.body.iter(f"{W}footnoteReference")]
    assert called == list(range(1, len(called) + 1))
    assert set(read.notes) == {-1, 0, *called}
    assert read.notes[1] == (
        " A. Reporter, “Title number 1,” Viet Nam News, 4 December 2025, para. 3."
        " “Turnover passed $245 million.” Open in Briefreader"
    )


def test_a_footnote_leads_back_to_the_passage(read: Read) -> None:
    links = read.links("footnotes")
    first = read.part("word/footnotes.xml").find(f"{W}footnote[@{W}id='1']//{W}hyperlink")
    assert links[first.get(f"{R}id")] == citation().link


def test_tables_repeat_their_head(read: Read) -> None:
    tables = [
        each
        for each in read.body.iter(f"{W}tbl")
        if each.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "BriefingTable"
    ]
    assert len(tables) == 6
    for table in tables:
        head, *rows = table.findall(f"{W}tr")
        assert head.find(f"{W}trPr/{W}tblHeader") is not None and rows
        assert {len(row.findall(f"{W}tc")) for row in table.iter(f"{W}tr")} == {
            len(table.findall(f"{W}tblGrid/{W}gridCol"))
        }


def test_head_and_foot_carry_the_label_and_the_page(read: Read) -> None:
    head, foot = read.part("word/header1.xml"), read.part("word/footer1.xml")
    assert "TLP:AMBER+STRICT" in text_of(head) and "TLP:AMBER+STRICT" in text_of(foot)
    codes = [each.text.strip() for each in foot.iter(f"{W}instrText")]
    assert codes == ["PAGE", "NUMPAGES"]
    assert text_of(foot).startswith("Page 1 of 1")
    plain = Read(briefing())
    assert "TLP" not in text_of(plain.part("word/header1.xml"))


def test_the_contents_are_a_field_that_holds_the_headings(read: Read) -> None:
    codes = [each.text.strip() for each in read.body.iter(f"{W}instrText")]
    assert codes[0].startswith("TOC ")
    assert read.paragraphs("TOC1") == read.paragraphs("Heading1")
    names = {each.get(f"{W}name") for each in read.body.iter(f"{W}bookmarkStart")}
    assert {each.get(f"{W}anchor") for each in read.body.iter(f"{W}hyperlink")} - {None} <= names
    assert not Read(briefing()).paragraphs("TOC1")
    begun, ended = (
        sum(each.get(f"{W}fldCharType") == kind for each in read.body.iter(f"{W}fldChar"))
        for kind in ("begin", "end")
    )
    assert begun == ended == 1


def test_languages_and_directions_are_tagged(read: Read) -> None:
    runs = {text_of(each): each.find(f"{W}rPr/{W}lang") for each in read.body.iter(f"{W}r")}
    assert runs[VIETNAMESE].get(f"{W}val") == "vi"
    assert runs[ARABIC].get(f"{W}bidi") == "ar"
    assert runs[ENGLISH] is None
    quote = next(each for each in read.body.iter(f"{W}p") if text_of(each) == ARABIC)
    if style_of(quote) == "Quote":
        assert quote.find(f"{W}pPr/{W}bidi") is not None


def test_a_chart_is_drawn_from_its_figures_and_described(read: Read) -> None:
    chart = read.part("word/charts/chart1.xml")
    amounts = [each.text for each in chart.iterfind(f".//{C}val//{C}v")]
    assert amounts == ["245000000.0", "180000000.0", "-20000000.0"]
    described = next(each for each in read.body.iter() if each.tag.endswith("}docPr"))
    assert described.get("descr") == "2024: over $245 million; 2023: $180 million; 2022: −$20 million"


def test_properties_say_title_author_language_and_moment(read: Read) -> None:
    said = {each.tag.partition("}")[2]: each.text for each in read.part("docProps/core.xml")}
    assert said["title"] == "Belarus–Việt Nam: security and trade"
    assert (said["creator"], said["language"]) == ("A. Kowalska", "en")
    assert said["created"] == said["modified"] == "2025-12-20T13:05:00Z"
    assert {entry.date_time for entry in read.archive.infolist()} == {(2025, 12, 20, 13, 5, 0)}


@pytest.mark.parametrize("made", ["", "never", "1066-10-14T00:00:00Z", "9999-12-31T23:59:59-12:00"])
def test_a_moment_that_an_archive_cannot_hold_is_the_earliest(made: str) -> None:
    entries = Read(briefing(made=made)).archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_the_page_is_that_of_the_paper() -> None:
    size = Read(briefing(paper="us-letter")).body.find(f".//{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("12240", "15840")


def test_the_manifest_is_in_the_file() -> None:
    made = Read(briefing(manifest='{"é": "\\ud800"}'))
    assert made.archive.read("briefreader/manifest.json").decode() == '{"é": "\\ud800"}'


def repacked(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return packed.getvalue()


def test_the_manifest_is_read_again() -> None:
    assert docx.manifest_of(docx.render(briefing(manifest='{"é": 1}'))[0]) == '{"é": 1}'


@pytest.mark.parametrize(
    "document",
    [
        docx.render(briefing())[0],
        docx.render(briefing(manifest='{"é": 1}'))[0][:-40],
        repacked({"word/document.xml": b"<x/>"}),
        repacked({"briefreader/manifest.json": b"\xff\xfe"}),
        b"PK\x03\x04",
        b"",
    ],
    ids=["of no manifest", "cut off", "of another program", "no text", "no archive", "empty"],
)
def test_where_no_manifest_is_none_is_read(document: bytes) -> None:
    assert docx.manifest_of(document) == ""


def test_hostile_text_stays_text() -> None:
    made = Read(all_hostile())
    whole = text_of(made.body)
    for text in (
        "<b>bold</b><script>alert(1)</script>",
        "{\\rtf1 \\b x} ]]> --> &amp;",
        "=1+cmd|' /C calc'!A0",
    ):
        assert text in whole
    assert "[U+202E]" in whole and "[U+D800]" in whole
    targets = [*made.links("document").values(), *made.links("footnotes").values()]
    assert not any("passwd" in target or "script" in target for target in targets)


def test_it_opens_in_libreoffice_with_its_footnotes(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office or not shutil.which("pdftotext"):
        pytest.skip("needs LibreOffice and poppler")
    carrying = replace(full(), manifest='{"format": "briefreader-manifest", "words": "<w:p/>"}')
    (tmp_path / "full.docx").write_bytes(docx.render(carrying)[0])
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    convert = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "full.docx"]
    subprocess.run(convert, cwd=tmp_path, check=True, capture_output=True, timeout=100)
    shown = subprocess.run(
        ["pdftotext", "-layout", "full.pdf", "-"], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout
    assert "Viet Nam News, 4 December 2025, para. 3." in shown
    assert "TLP:AMBER+STRICT" in shown and "Page 2 of" in shown


def test_the_texts_of_others_are_all_there() -> None:
    whole = text_of(Read(briefing()).body)
    assert ENGLISH in whole and VIETNAMESE in whole
    assert not re.search(r"\[U\+", whole)
    assert HOSTILE[0] not in whole
