"""What a reader of the PDF gets: words, links, structure, and nothing that was not asked for."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from briefreader.domain.briefing import Briefing, Item, Section
from briefreader.domain.errors import ExportError
from briefreader.exporters import pdf
from exporters.printed import ENGLISH, HOSTILE, PASSAGES, briefing, citation, hostile


def read(value: Briefing) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf.render(value)[0]))


def words_of(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def passages(*texts: str) -> Briefing:
    items = tuple(Item("passage", text, citation(1 + n % 3)) for n, text in enumerate(texts))
    return briefing(sections=(Section("passages", "Starred passages", items),))


@pytest.fixture(scope="module")
def usual() -> pypdf.PdfReader:
    return read(briefing())


def boxes(made: bytes) -> list[tuple[str, float, float]]:
    """Return each printed character with its left and right end, in points."""
    import pypdfium2

    found: list[tuple[str, float, float]] = []
    document = pypdfium2.PdfDocument(made)
    for page in document:
        text = page.get_textpage()
        for n in range(text.count_chars()):
            left, _bottom, right, _top = text.get_charbox(n)
            found.append((text.get_text_range(n, 1), left, right))
        text.close()
        page.close()
    document.close()
    return found


def outline(entries: list[object]) -> list[str]:
    return [t for e in entries for t in (outline(e) if isinstance(e, list) else [e.title])]  # type: ignore[attr-defined]


def test_it_keeps_to_the_standards_it_names(usual: pypdf.PdfReader) -> None:
    root = usual.trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    assert re.search(r"<pdfaid:part>2</", metadata) and re.search(r"<pdfaid:conformance>A</", metadata)
    assert re.search(r"<pdfuaid:part>1</", metadata)
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/Lang"] == "en" and root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_title_author_and_moment_are_in_the_metadata(usual: pypdf.PdfReader) -> None:
    assert usual.metadata is not None
    assert usual.metadata.title == "Belarus–Việt Nam: security and trade"
    assert usual.metadata.author == "A. Kowalska"
    assert usual.metadata.creation_date is not None
    assert usual.metadata.creation_date.isoformat().startswith("2025-12-20T1")


def test_every_typeface_is_embedded(usual: pypdf.PdfReader) -> None:
    fonts = [
        descendant.get_object()["/FontDescriptor"].get_object()
        for page in usual.pages
        for font in page["/Resources"]["/Font"].values()
        for descendant in font.get_object()["/DescendantFonts"]
    ]
    assert fonts and all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
    assert {re.sub(r"^/\w+\+|-\w+$", "", font["/FontName"]) for font in fonts} == {"SourceSerif4", "Inter"}


def test_the_outline_has_sections_sources_and_speakers(usual: pypdf.PdfReader) -> None:
    titles = outline(usual.outline)
    for expected in ("Key facts", "Starred passages", "Notes", "Who said what", "Sources"):
        assert expected in titles
    assert any(title.startswith("Alexander Volfovich") for title in titles)
    assert "An empty section" not in titles


@pytest.mark.parametrize("text", PASSAGES, ids=["English", "Vietnamese", "Cyrillic"])
def test_the_text_can_be_copied_out(usual: pypdf.PdfReader, text: str) -> None:
    assert text in words_of(usual)


def test_each_item_has_its_footnote_on_its_page(usual: pypdf.PdfReader) -> None:
    for page in usual.pages:
        text = " ".join(page.extract_text().split())
        if ENGLISH in text:
            assert re.search(
                r"Source 1\. A\. Reporter, “Title number 1,” Viet Nam News, 4 December 2025, para\. 3\.", text
            )
            return
    pytest.fail("the passage is on no page")


def test_what_is_inferred_or_missing_is_said(usual: pypdf.PdfReader) -> None:
    text = words_of(usual)
    assert "May 2025 (date inferred)" in text
    assert "Source 3. A. Reporter, “Title number 3,” Outlet not known, undated, para. 3." in text
    assert "Speaker not named" in text and "Reported: trade had grown" in text
    assert "“We see Vietnam as a partner,”" in text


def test_footnotes_lead_back_to_the_passage_and_to_the_list(usual: pypdf.PdfReader) -> None:
    links = [a.get_object() for page in usual.pages for a in page.get("/Annots", ())]
    addresses = [link["/A"]["/URI"] for link in links if "/URI" in link.get("/A", {})]
    assert addresses.count("briefreader://open?document=1&start=1&end=9") >= 3
    assert "briefreader://open?document=1" in addresses
    assert any("/Dest" in link or link.get("/A", {}).get("/S") == "/GoTo" for link in links)
    assert all("/Contents" in link for link in links)  # an alternative for who cannot see


def test_pages_are_numbered_and_headed() -> None:
    reader = read(briefing(6))
    count = len(reader.pages)
    assert count > 3
    for n, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert f"Page {n} of {count}" in text
        assert ("20 December 2025" in text.replace("\n", " ")) and "Belarus–Việt Nam" in text


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_paper(paper: str, size: tuple[int, int]) -> None:
    box = read(briefing(paper=paper)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def test_a_heading_is_never_last_on_its_page() -> None:
    for count in (1, 2, 3, 5, 8):
        texts = [page.extract_text() for page in read(briefing(count)).pages]
        for text in texts:
            body = [line for line in text.split("\n") if line.strip()]
            for heading in (
                "Starred passages",
                "Notes",
                "Who said what",
                "Sources",
                "Events",
                "Key sentences",
            ):
                if heading in body:
                    place = body.index(heading)
                    assert not re.match(r"\d+\s?Source|A\. Kowalska|Page", body[place + 1]), (count, heading)


def test_markup_in_the_data_is_text() -> None:
    shown = words_of(
        read(passages('#read("/etc/passwd")', "$x$ *b* _i_ `c` @ref", "<b>x</b>", "= heading", "\\u{41}"))
    )
    for text in ('#read("/etc/passwd")', "$x$ *b* _i_ `c` @ref", "<b>x</b>", "= heading", "\\u{41}"):
        assert text in shown
    assert "root:" not in shown


def test_what_cannot_be_shown_stands_as_its_code_and_is_listed() -> None:
    made, notices = pdf.render(passages("a\x00b \ue000 \u202egnp.exe\u202c \ud800 \U000e0041"))
    shown = words_of(pypdf.PdfReader(io.BytesIO(made)))
    assert "a[U+0000]b [U+E000] [U+202E]gnp.exe[U+202C] [U+D800] [U+E0041]" in shown
    assert len(notices) == 1
    for code in ("U+0000", "U+E000", "U+202E (right-to-left override)", "U+D800"):
        assert code in notices[0]


def test_a_long_list_of_replacements_is_cut() -> None:
    _made, notices = pdf.render(passages("".join(map(chr, range(0xE000, 0xE040)))))
    assert "and 52 more" in notices[0]


def test_hostile_data_keeps_to_the_standards() -> None:
    made, notices = pdf.render(hostile())
    assert not [notice for notice in notices if "PDF/A" in notice]
    shown = words_of(pypdf.PdfReader(io.BytesIO(made)))
    for text in HOSTILE[:4]:
        assert " ".join(text.split()) in shown


def test_nothing_stands_outside_the_page() -> None:
    made, _notices = pdf.render(passages("W" * 400, "https://example.org/" + "path/" * 60, ENGLISH))
    assert all(left > 65 and right < 595 - 65 for char, left, right in boxes(made) if not char.isspace())
    assert "W" * 400 in "".join(words_of(pypdf.PdfReader(io.BytesIO(made))).split())


class PanicException(BaseException):
    """What a fault within Typst looks like from Python."""


def failing(monkeypatch: pytest.MonkeyPatch, fails: Callable[[dict[str, Any]], BaseException | None]) -> None:
    """Let Typst fail as the function says that takes the options of a run, with its files."""
    import typst

    real = typst.compile

    def compile(files: Any, **options: Any) -> Any:
        error = fails({"files": files, **options}) if "pdf_standards" in options else None
        if error is not None:
            raise error
        return real(files, **options)

    monkeypatch.setattr(typst, "compile", compile)


def test_without_the_standards_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    error = typst.TypstError("PDF/A-2a error: no reason")
    failing(monkeypatch, lambda options: error if options["pdf_standards"] else None)
    made, notices = pdf.render(briefing())
    assert made.startswith(b"%PDF")
    assert notices == (
        "The file does not keep to PDF/A-2a and PDF/UA-1, which it should: PDF/A-2a error: no reason.",
    )


def test_a_fault_at_a_page_break_is_dodged(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[tuple[float, bool]] = []

    def fails(options: dict[str, Any]) -> BaseException | None:
        attempt = json.loads(options["files"]["attempt.json"])
        runs.append((attempt["nudge"], attempt["loose"]))
        return PanicException("assertion failed") if len(runs) < 4 else None

    failing(monkeypatch, fails)
    made, notices = pdf.render(briefing())
    assert runs == [(0, False), (2, False), (-2, False), (2, True)] and notices == ()
    assert b"pdfuaid" in made


def test_at_last_it_is_set_without_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, lambda options: PanicException("tags") if options["pdf_tags"] else None)
    made, notices = pdf.render(briefing())
    assert "/StructTreeRoot" not in pypdf.PdfReader(io.BytesIO(made)).trailer["/Root"]
    assert len(notices) == 2 and "internal error: tags" in notices[0] and "no tags" in notices[1]


def test_what_typst_refuses_altogether_is_an_export_error(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    failing(monkeypatch, lambda _options: typst.TypstError("broken"))
    with pytest.raises(ExportError, match="could not be set: broken"):
        pdf.render(briefing())


def test_an_interruption_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, lambda _options: KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        pdf.render(briefing())


@pytest.mark.parametrize("place", ["label", "detail", "value", "text"])
def test_a_cell_higher_than_a_page(place: str) -> None:
    row = Item("fact", "1", citation(), "a", form="figure", value="1")
    tall = replace(row, **{place: "lorem ipsum " * 400})
    for rows in ((tall,), (row,) * 5 + (tall,) + (row,) * 5):
        made, notices = pdf.render(briefing(sections=(Section("facts", "Key facts", rows),)))
        assert notices == ()
        assert words_of(pypdf.PdfReader(io.BytesIO(made))).count("lorem ipsum") >= 380 * (place != "text")


def test_a_right_to_left_passage_is_set_from_the_right() -> None:
    hebrew = "שלום עולם"
    made, notices = pdf.render(passages(hebrew))
    if any("stand as their code" in notice for notice in notices):
        pytest.skip("this computer has no Hebrew typeface")
    assert any("Typefaces of this computer" in notice for notice in notices)
    places = [left for char, left, _right in boxes(made) if "\u05d0" <= char <= "\u05ea"]
    assert places and min(places) > 300  # the right half of the page


def test_a_right_to_left_title_leaves_the_footnote_in_order() -> None:
    item = Item("passage", "abc", citation(title="שלום עולם"))
    made, _notices = pdf.render(briefing(sections=(Section("passages", "Starred", (item,)),)))
    shown = words_of(pypdf.PdfReader(io.BytesIO(made)))
    assert "4 December 2025, para. 3." in shown.replace("\u200e", "")


def test_other_words_may_be_given() -> None:
    value = briefing(texts={"sources": "Quellen", "page": "Seite {page} von {pages}"}, language="de")
    shown = words_of(read(value))
    assert (
        "Quellen" in shown
        and "Seite 1 von" in shown
        and "4. Dezember 2025" in shown.replace("4 Dez", "4. Dez")
    )


def test_columns_without_content_are_left_out() -> None:
    item = Item("fact", "5 km", citation(), "length", form="figure")
    shown = words_of(read(briefing(sections=(Section("facts", "Key facts", (item,)),))))
    assert "What Value" in shown and "Said by" not in shown and "When" not in shown


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's pdftotext is not installed")
@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_poppler_gives_the_passages_back_exactly(tmp_path: Path, paper: str) -> None:
    hard = " ".join(f"{ENGLISH} {n}" for n in range(9))
    path = tmp_path / "b.pdf"
    for texts in (PASSAGES, (hard,)):
        path.write_bytes(pdf.render(replace(passages(*texts), paper=paper))[0])
        done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
        shown = " ".join(done.stdout.decode().split())
        assert all(text in shown for text in texts)


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
@pytest.mark.parametrize("value", [briefing(), hostile(), briefing(30)], ids=["usual", "hostile", "long"])
def test_qpdf_finds_no_fault(tmp_path: Path, value: Briefing) -> None:
    path = tmp_path / "b.pdf"
    path.write_bytes(pdf.render(value)[0])
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
