"""What a reader of the PDF gets of each kind of item, in each template, with and without a label."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdf
import pytest

from briefreader.domain.briefing import Briefing, Cell, Item, Section, Side
from briefreader.domain.outline import CITED, LABELS, TEMPLATES
from briefreader.exporters import _layout, _typesetter, pdf
from briefreader.library.paging import PdfPages
from briefreader.resources import resource
from exporters.printed import HOSTILE, citation
from exporters.whole import EVENTS, PARTS, SIDES, TRADE, whole

TEMPLATE = pytest.mark.parametrize("template", TEMPLATES)


def read(value: Briefing) -> pypdf.PdfReader:
    made, notices = pdf.render(value)
    assert notices == ()
    return pypdf.PdfReader(io.BytesIO(made))


def words_of(reader: pypdf.PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def only(*items: Item, kind: str = "free", **values: Any) -> Briefing:
    return whole(sections=(Section(kind, "A section", items),), **values)


def hostile() -> Briefing:
    """Return a briefing that holds in every place of every kind what could break a typesetter."""
    sections = []
    for n, text in enumerate(HOSTILE):
        first = f"2025-01-0{1 + n % 9}"
        cell = Cell(text, citation(), text, 3.0, None, text, text, first, "", "day", text, True, text, True)
        rest = (cell, replace(cell, first="2026", label="b"), replace(cell, first=text, amount=-4.0))
        side = Side(text, text, citation(title=text, outlet=text), (0, len(text) // 2), text, text)
        common: dict[str, Any] = {"note": text, "proposed": True, "change": text, "differs": True, "id": text}
        sections.append(Section("free", text, (
            Item("text", f"{CITED}{text}{CITED}", citations=(citation(), citation()), **common),
            Item("judgement", text, confidence=text, basis=text, assessment=True, **common),
            Item("claim", text, label=text, verdict=text, reason=text, period=text, sides=(side,) * (n % 6),
                 **common),
            Item("timeline", text, label=text, cells=rest, **common),
            Item("figures", text, label=text, cells=rest, **common),
            Item("chart", text, label=text, cells=rest, **common),
            Item("person", text, citation(), text, text, variants=(text, "b"), **common),
            Item("nonsense", text, citation(), text, text, **common),
        )))  # fmt: skip
    bad = "".join(HOSTILE)
    sources = tuple(replace(each, grade=bad[:3], descriptor=bad) for each in whole().sources)
    return whole(
        sections=tuple(sections), to=bad, as_of=bad, date=bad, label=bad, sources=sources, manifest=bad
    )


@TEMPLATE
def test_each_template_keeps_to_the_standards(template: str) -> None:
    reader = read(whole(template=template))
    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2<" in metadata and "<pdfaid:conformance>A<" in metadata
    assert "<pdfuaid:part>1<" in metadata


@TEMPLATE
@pytest.mark.parametrize("paper", ["a4", "us-letter"])
def test_all_words_are_there(template: str, paper: str) -> None:
    value = whole(template=template, paper=paper)
    shown = words_of(read(value))
    for section in value.sections:
        assert section.title in shown
        for item in section.items:
            for words in (*item.text.replace("\n", CITED).split(CITED), item.note, item.basis, item.reason):
                assert words.strip() in shown, item.id
            for side in item.sides:
                assert side.text.split(" in ")[0] in shown
            for cell in item.cells:
                assert cell.value in shown


def test_citations_stand_in_the_sentence_and_at_the_foot() -> None:
    item = Item("text", f"One{CITED}{CITED} and two.{CITED}", citations=tuple(map(citation, (1, 2, 3))))
    shown = words_of(read(only(item)))
    assert "One1,2 and two.3" in shown
    for n in (1, 2, 3):
        assert f"“Title number {n},” Viet Nam News" in shown.partition(f"Source {n}. ")[2]


@TEMPLATE
@pytest.mark.parametrize("linked", [500, 0])
def test_footnotes_are_numbered_as_they_come(
    template: str, linked: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_layout, "_LINKED", linked)
    shown = words_of(read(whole(template=template)))
    numbers = [int(found) for found in re.findall(r"(\d+) ?Source \d+\. ", shown)]
    assert len(numbers) > 20 and numbers == list(range(1, len(numbers) + 1))


def test_a_mark_and_its_footnote_lead_to_each_other() -> None:
    reader = read(only(Item("text", f"Said here.{CITED}", citations=(citation(),)), listed=False))
    inner = [
        each["/Dest"]
        for page in reader.pages
        for each in (found.get_object() for found in page.get("/Annots", ()))
        if "/Dest" in each
    ]
    assert len(inner) == 2 and inner[0][3] != inner[1][3]


def test_what_was_set_before_does_not_change_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody writes, the settings of the last file are begun side by side; the bytes are the same."""
    rows = tuple(
        Item("fact", f"the event of number {n} " * (1 + n % 3), citation(), "words", form="event", id=f"r{n}")
        for n in range(25)
    )
    way = _typesetter._Way()
    monkeypatch.setattr(_typesetter, "_way", way)
    settings: list[int] = []
    for lines in (3, 4, 5, 12, 13):
        fill = Item("text", "\n".join(["A line."] * lines), assessment=True, id="fill")
        value = whole(sections=(Section("free", "Before", (fill,)), Section("facts", "Facts", rows)))
        made = pdf.render(value)
        settings.append(len(way.settings))
        way.same = ()
        assert pdf.render(value) == made and len(way.settings) == settings[-1]
    assert max(settings) > 1 and len(set(settings)) > 1


def apart(reader: pypdf.PdfReader) -> list[tuple[int, int]]:
    """Return the pages of each mark and its footnote where they are not the same."""
    pages = {
        page.indirect_reference.idnum: n for n, page in enumerate(reader.pages) if page.indirect_reference
    }
    links = [
        (n, pages[each.get_object()["/Dest"].get_object()[0].idnum])
        for n, page in enumerate(reader.pages)
        for each in page.get("/Annots", ())
        if "/Dest" in each.get_object()
    ]
    assert len(links) > 40
    return [each for each in links if each[0] != each[1]]


@TEMPLATE
def test_a_footnote_stands_on_the_page_of_its_mark(template: str) -> None:
    """Wherever pages end: in a table, or in pieces with several footnotes; and no heading is left behind."""
    for lines in range(0, 40, 4):
        fill = Item("text", "\n".join(["A line."] * lines), assessment=True)
        rows = tuple(
            Item("fact", f"the event of number {n} " * (1 + n % 3), citation(), "words", form="event")
            for n in range(25)
        )
        people = tuple(
            Item(
                "person", "", citations=(citation(),) * 4, label=f"Person {n}", detail="An office", id=f"p{n}"
            )
            for n in range(14)
        )
        value = whole(
            sections=(Section("free", "Before", (fill,)), Section("facts", "Facts", rows),
                      Section("people", "People", people)),
            template=template, listed=False, contents=False,
        )  # fmt: skip
        made, notices = pdf.render(value)
        reader = pypdf.PdfReader(io.BytesIO(made))
        assert notices == () and apart(reader) == []
        titles = (each for each in reader.outline if not isinstance(each, list))
        people_begin = next(each for each in titles if str(each.title).endswith("People"))
        heading = reader.get_destination_page_number(people_begin)
        assert heading == PdfPages(made).places()["p0"][0]


def test_heads_feet_and_rules_see_only_what_they_need() -> None:
    """With all of the data in sight, Typst would set every page anew for each change of a word.

    What is made for each piece would be made anew as well.
    """
    written = re.sub(r"//.*", "", resource("templates/shared.typ").read_text())
    reached = {"data"}
    uses = dict(re.findall(r"^#let ([\w-]+)\([^)]*\) = (.*?)(?=^#|\Z)", written, re.MULTILINE | re.DOTALL))
    while more := {
        name
        for name, body in uses.items()
        if name not in reached and any(re.search(rf"(?<![\w.-]){each}(?![\w-])", body) for each in reached)
    }:
        reached |= more
    kept = [body for name, body in uses.items() if name == "head-of-page" or "context" in body]
    kept += re.findall(r"^#let [\w-]+ = context (.*?)(?=^#)", written, re.MULTILINE | re.DOTALL)
    kept += re.findall(r"^ *show [^\n]*=>(.*)", written, re.MULTILINE)
    assert len(kept) > 5 and "briefing" in reached
    assert {"plain", "said", "piece", "notes-of", "statement", "row-of"} <= uses.keys() - reached
    for body in kept:
        assert not [each for each in reached if re.search(rf"(?<![\w.-]){each}(?![\w-])", body)], body


def test_what_is_said_of_an_item() -> None:
    shown = words_of(read(whole()))
    for words in (
        "Assessment: It is roughly even",
        "Confidence: high. The figures agree.",
        "Proposed, not accepted yet", "Now corroborated", "Source changed",
        "Superseded", "2 independent sources", "Sources differ",
        "Sources agree", "same report as source 2", "cancelled", "planned", "Also written: A. Volfovich",
        "Source grade B2 usually reliable, probably true. State-run.", "Information as of",
    ):  # fmt: skip
        assert words in shown, words


def test_pictures_have_a_text_alternative() -> None:
    items = (
        Item("timeline", "", cells=EVENTS),
        Item("chart", "", cells=TRADE),
        Item("chart", "", cells=PARTS),
    )
    made = pdf.render(only(*items))[0]
    figures = [each for each in tagged(pypdf.PdfReader(io.BytesIO(made))) if each.get("/S") == "/Figure"]
    told = [str(each["/Alt"]) for each in figures]
    assert len(told) == 3 and told[0].startswith("Timeline. 1. 11–12 May 2025")
    assert "2024: over $245 million" in told[1] and "Potash fertiliser: 38 per cent" in told[2]


def tagged(reader: pypdf.PdfReader) -> list[Any]:
    """Return all elements of the structure."""
    found: list[Any] = []
    left = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while left:
        node = left.pop(0).get_object()
        if isinstance(node, list):
            left[:0] = node
        elif hasattr(node, "get"):
            found.append(node)
            if "/K" in node and not isinstance(node["/K"], int):
                left.insert(0, node["/K"])
    return found


@TEMPLATE
@pytest.mark.parametrize("label", [*LABELS, "Desk copy only"])
def test_a_label_is_in_the_head_and_foot_of_each_page(template: str, label: str) -> None:
    for page in read(whole(template=template, label=label)).pages:
        assert page.extract_text().split("\n").count(label) + page.extract_text().count(" " + label) >= 2


def test_a_label_is_twelve_points_and_on_the_right() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf.render(only(Item("text", "words"), label="TLP:RED"))[0])
    page = document[0]
    text = page.get_textpage()
    rects = [text.get_rect(n) for n in range(text.count_rects())]
    labels = [rect for rect in rects if "TLP:RED" in text.get_text_bounded(*rect)]
    right = max(rect[2] for rect in rects)
    assert len(labels) == 2 and all(rect[2] > right - 8 for rect in labels)
    sizes = [size for obj in page.get_objects() if (size := font_size(obj))]
    assert sizes.count(12.0) >= 2
    text.close()
    document.close()


def font_size(thing: Any) -> float:
    import ctypes

    import pypdfium2.raw as api

    size = ctypes.c_float()
    return round(size.value, 1) if api.FPDFTextObj_GetFontSize(thing.raw, size) else 0.0


def test_there_is_no_label_by_itself() -> None:
    assert "TLP" not in words_of(read(whole(label="")))


@TEMPLATE
def test_contents_where_asked_for_after_the_bottom_line(template: str) -> None:
    value = whole(template=template)
    lead = value.sections[0].title
    bare = words_of(read(value))
    assert value.sections[0].kind == "lead" and "Contents" not in bare
    shown = words_of(read(replace(value, contents=True)))
    assert shown.count("Contents") == 1 and shown.index(lead) < shown.index("Contents")
    assert all(shown.count(each.title) > bare.count(each.title) for each in value.sections if each.items)


def test_a_note_fits_on_its_page() -> None:
    value = whole(template="note", method="")
    kept = tuple(each for each in value.sections if each.kind in ("lead", "judgements", "facts"))
    assert len(read(replace(value, sections=kept[:2])).pages) == 1


def test_places_of_items_go_down_the_pages() -> None:
    value = whole()
    found = PdfPages(pdf.render(value)[0]).places()
    order = [item.id for section in value.sections for item in section.items]
    assert sorted(found) == sorted(order)
    assert list(found) == order
    assert all(page >= 0 and 0 < top < 1 for page, top in found.values())


def test_many_items_keep_their_places_and_the_standards() -> None:
    # Their ids alone would be too long for the one text of a PDF that the template can write.
    ids = [f"00000000-0000-4000-8000-{n:012}" for n in range(1000)]
    items = tuple(Item("passage", f"Words {id[-4:]}.", citation(), id=id) for id in ids)
    made, notices = pdf.render(whole(sections=(Section("passages", "Passages", items),)))
    assert notices == ()
    found = PdfPages(made).places()
    assert list(found) == ids
    assert found[ids[-1]][0] > 10


def test_other_files_have_no_places() -> None:
    assert PdfPages(pdf.render(only(Item("text", "words")))[0]).places() == {}


@TEMPLATE
def test_hostile_words_come_out_as_themselves(template: str) -> None:
    made, notices = pdf.render(replace(hostile(), template=template))
    assert not [notice for notice in notices if "PDF/A" in notice]
    shown = words_of(pypdf.PdfReader(io.BytesIO(made)))
    for text in HOSTILE[:4]:
        assert shown.count(" ".join(text.split())) > 5
    assert "root:" not in shown and "evil [U+202E]txt.exe" in shown


@TEMPLATE
@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_no_fault(tmp_path: Path, template: str) -> None:
    for n, value in enumerate((whole(template=template), replace(hostile(), template=template))):
        path = tmp_path / f"{n}.pdf"
        path.write_bytes(pdf.render(value)[0])
        done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def poppler(value: Briefing, folder: Path) -> str:
    """Return what poppler reads in the file."""
    path = folder / "b.pdf"
    path.write_bytes(pdf.render(value)[0])
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's pdftotext is not installed")
def test_poppler_gives_the_sides_back_exactly(tmp_path: Path) -> None:
    shown = poppler(only(Item("claim", "", label="Trade", verdict="differ", sides=SIDES)), tmp_path)
    assert all(side.text in shown for side in SIDES)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's pdftotext is not installed")
def test_no_line_is_broken_within_a_word_that_is_marked_in_part(tmp_path: Path) -> None:
    fill = [" ".join(["word"] * n) for n in range(1, 14)]
    texts = [f"{before} from—to and Hanoi–Minsk, then more of it" for before in fill]
    sides = tuple(Side(text, "1", citation(), (text.index("to and"), text.index("–Minsk"))) for text in texts)
    shown = poppler(only(Item("claim", "", label="Trade", verdict="differ", sides=sides)), tmp_path)
    assert all(text in shown for text in texts)
