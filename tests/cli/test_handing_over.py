"""What is handed over holds: faults are found, hostile text stays text, the same bytes come again."""

from __future__ import annotations

import html
import json
import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefreader import cli
from briefreader.domain.annotation import Annotation, Edit, Status
from briefreader.domain.outline import CITED, LINE_KINDS, Grade, Line, Outline
from briefreader.domain.text import Anchor, Span
from briefreader.library import annotating, outlining
from briefreader.library.lining import from_annotation, passage
from briefreader.library.links import link
from briefreader.library.workspace import open_workspace
from exporters.printed import HOSTILE

Captured = pytest.CaptureFixture[str]
STAMP = "2026-11-27T10:00:00+00:00"
ARTICLE = """date 2025-12-04 Minsk and Hanoi signed a protocol

"We view Vietnam as the most promising partner in the region," said Alexander Volfovich.
"""
BAD = "\n".join(HOSTILE).replace("\ud800", "") + "\n=1+cmd|' /C calc'!A0 {\\rtf1 \\b x} ]]> --> <!-- \ufffc |"
FORMATS = ("pdf", "docx", "html", "md", "json", "ris", "bib", "csl.json")


def run(*arguments: str | Path) -> int:
    def no_window(_paths: object) -> int:
        raise AssertionError("no window was asked for")

    return cli.run([str(each) for each in arguments], no_window)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    (place / "one.txt").write_text(ARTICLE, encoding="utf-8")
    return place


@pytest.fixture
def file(folder: Path, tmp_path: Path) -> Path:
    path = tmp_path / "visit.briefreader"
    assert run("import", folder, "--workspace", path, "--jobs", "0") == cli.DONE
    return path


def keep(file: Path, *planted: tuple[str, str, bool], lead: str = f"They signed{CITED}.") -> Outline:
    """Put a clean briefing with further lines into the workspace: kind, words, and whether it cites."""
    with open_workspace(file) as workspace:
        document = next(iter(workspace.store.documents()))
        start = document.text.index("We view")
        cited = [passage(document, Span(start, start + len("We view Vietnam")))]
        outline = outlining.blank("note", STAMP, "The visit")
        outline = outlining.with_lines(outline, [outlining.line("text", lead, cited if lead else ())],
                                       outline.parts[0].id)  # fmt: skip
        for kind, words, cites in planted:
            outline = outlining.with_lines(outline, [outlining.line(kind, words, cited if cites else ())])
        workspace.store.apply([Edit(None, outline)])
    return outline


@pytest.mark.parametrize(
    ("kind", "planted"),
    [
        ("unsupported", [("judgement", f"It holds{CITED}. It is in force.", True)]),
        ("uncited judgement", [("judgement", "It will hold.", False)]),
        (
            "likelihood with confidence",
            [("judgement", f"With high confidence, growth is probable{CITED}.", True)],
        ),
        (
            "mixed vocabularies",
            [
                ("judgement", f"Growth is probable{CITED}.", True),
                ("judgement", f"A visit is very likely{CITED}.", True),
            ],
        ),
        ("altered quote", [("judgement", f"It is “a most hopeful partner”{CITED}.", True)]),
    ],
)
def test_the_command_finds_what_is_wrong(
    kind: str, planted: list[tuple[str, str, bool]], file: Path, capsys: Captured
) -> None:
    keep(file, *planted)
    capsys.readouterr()
    assert run("check", "--workspace", file, "--json") == cli.FAULTS
    assert {json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()} == {kind}


def test_an_empty_bottom_line_fails(file: Path, capsys: Captured) -> None:
    keep(file, lead="")
    capsys.readouterr()
    assert run("check", "--workspace", file, "--json") == cli.FAULTS
    assert json.loads(capsys.readouterr().out)["kind"] == "empty bottom line"


def hostile(document: Any) -> Outline:
    """Return an outline whose every text could break a format."""
    cited = passage(document, Span(0, 9))
    words = ("confidence", "basis", "speaker", "office", "form", "kind", "label", "value", "period", "detail",
             "claim", "amount", "unit", "colour", "underline", "topic", "verdict", "reason", "title", "name",
             "role", "first", "last", "precision", "status", "to", "comparator")  # fmt: skip
    row = dict.fromkeys(words, BAD)
    side = {"value": BAD, "mark": [3, 9], "origin": BAD, "speaker": BAD}
    values = row | {"rows": [row], "sides": [side], "tags": [BAD], "variants": [BAD]}
    lines = [Line(f"{n}", kind, BAD, (cited,), values) for n, kind in enumerate(LINE_KINDS)]
    return replace(
        outlining.blank("full", STAMP, BAD, BAD, to=BAD, date=BAD, as_of=BAD, period=(BAD, BAD), label=BAD),
        parts=(outlining.part("lead", BAD, lines),), language=BAD, style=BAD, paper=BAD, id="hostile",
        grades={document.id: Grade(BAD, BAD, BAD)}, scope=(BAD, document.id),
    )  # fmt: skip


def test_hostile_text_in_any_field_of_an_outline_is_written_as_text(
    file: Path, tmp_path: Path, capsys: Captured
) -> None:
    with open_workspace(file) as workspace:
        workspace.store.apply([Edit(None, hostile(next(iter(workspace.store.documents()))))])
    assert run("check", "--workspace", file) == cli.FAULTS
    for format in FORMATS:
        assert run("export", "--workspace", file, "-o", tmp_path / f"brief.{format}") == cli.DONE, format
    assert "Traceback" not in capsys.readouterr().err
    page = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "<script>" not in page and "&lt;script&gt;alert(1)" in page
    assert "\u202e" not in page


@pytest.mark.parametrize("format", ["pdf", "docx", "json", "html", "md"])
def test_the_same_bytes_come_from_the_manifest(
    format: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, told, again = (tmp_path / f"{name}.{format}" for name in ("first", "told", "again"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795780800")
    asked = ("--jobs", "0", "--tlp", "GREEN", "--manifest", told)
    assert run("export", folder, "-o", first, *asked) == cli.DONE
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    assert run("export", folder, "-o", again, "--from-manifest", told, "--jobs", "0") == cli.DONE
    assert again.read_bytes() == first.read_bytes()


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_the_same_bytes_come_from_the_file_itself(
    format: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    first, again, other = (tmp_path / f"{name}.{format}" for name in ("first", "again", "other"))
    assert run("export", folder, "-o", first, "--jobs", "0") == cli.DONE
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    asked = ("export", folder, "--from-manifest", first, "--jobs", "0")
    capsys.readouterr()
    assert run(*asked, "-o", again) == cli.DONE
    assert again.read_bytes() == first.read_bytes()
    assert f"The bytes are those of “{first}”." in capsys.readouterr().out
    assert run(*asked, "-o", tmp_path / "again.md") == cli.DONE
    assert "The bytes" not in capsys.readouterr().out
    other.write_bytes(first.read_bytes() + b"\n")  # as nothing in it has become other
    assert run(*asked[:2], "--from-manifest", other, "--jobs", "0", "-o", again, "--force") == cli.FAILED
    assert "The bytes are not those of" in capsys.readouterr().err


def test_a_document_of_another_program_carries_no_manifest(
    folder: Path, tmp_path: Path, capsys: Captured
) -> None:
    other = tmp_path / "other.docx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    asked = ("export", folder, "-o", tmp_path / "again.docx", "--from-manifest", other, "--jobs", "0")
    assert run(*asked) == cli.FAILED
    assert "The file carries no manifest." in capsys.readouterr().err
    assert not (tmp_path / "again.docx").exists()


def words_of(path: Path) -> str:
    """Return the words of a file, without any white space: lines are broken where there is room."""
    if path.suffix == ".pdf":
        from pypdf import PdfReader

        said = "".join(page.extract_text() for page in PdfReader(path).pages)
    elif path.suffix == ".docx":
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("word/")]
        said = "".join(html.unescape(re.sub("<[^>]*>", "", part)) for part in parts)
    elif path.suffix == ".html":
        said = html.unescape(re.sub("<[^>]*>", "", path.read_text(encoding="utf-8")))
    else:
        said = "\n".join(strings(json.loads(path.read_text(encoding="utf-8"))))
    return "".join(said.split()).replace("\u00ad", "").replace("\u200b", "")


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


FIELDS = (
    "title", "to", "author", "label", "section", "sentence", "comment", "descriptor", "outlet",
    "headline", "tag", "note",
)  # fmt: skip
MARKUP = '#read("/x")$x$*b*_i_<b>x</b>&amp;{\\rtf1\\bx}\\input{x}=1+cmd|calc!A0]]>--><!--[a](b)`c`@d'


@pytest.mark.parametrize("format", ["pdf", "docx", "html", "json"])
def test_markup_in_each_field_comes_out_as_itself(
    format: str, folder: Path, file: Path, tmp_path: Path
) -> None:
    said = {name: f"{name}:{MARKUP}" for name in FIELDS}
    said["label"] = f"label:{MARKUP[:30]}"  # a long one is cut short on the page, with three points
    with open_workspace(file) as workspace:
        document = next(iter(workspace.store.documents()))
        marked = Annotation("m", document.id, Anchor.on(document.text, Span(0, 9)), note=said["note"],
                            tags=(said["tag"],), starred=True, revision=1)  # fmt: skip
        status = Status(document.id, title=said["headline"], outlet=said["outlet"], revision=1)
        workspace.store.apply([Edit(None, marked), Edit(None, status)])
        document = next(iter(workspace.store.documents()))
        cited = passage(document, Span(0, 9))
        lines = [
            outlining.line("text", f"{said['sentence']}{CITED}.", [cited]),
            outlining.line("quote", said["comment"], [cited], speaker="A"),
            from_annotation(document, marked),
        ]
        outline = replace(
            outlining.blank("full", STAMP, said["title"], said["author"], to=said["to"], label=said["label"]),
            grades={document.id: Grade("A", "1", said["descriptor"])},
            parts=(outlining.part("lead", said["section"], lines),),
        )
        workspace.store.apply([Edit(None, outline)])
    path = tmp_path / f"brief.{format}"
    assert run("export", "--workspace", file, "-o", path) == cli.DONE
    words = words_of(path)
    assert [name for name in FIELDS if said[name] not in words] == []


def halved(file: Path, tmp_path: Path) -> None:
    """Bring halves of pairs into a workspace, by a note from another program and in a briefing."""
    with open_workspace(file) as workspace:
        document = next(iter(workspace.store.documents()))
    note, shared = tmp_path / "note.jsonld", {"source": link(document.id)}
    told = {
        "type": "Annotation",
        "motivation": "commenting",
        "target": shared,
        "bodyValue": "half \ud800 a pair",
    }
    note.write_text(json.dumps(told), encoding="ascii")
    assert run("annotations", "import", note, "--workspace", file) == cli.DONE
    with open_workspace(file) as workspace:
        whole = hostile(document)
        parts = tuple(
            replace(part, title=f"{part.title}\udfff", lines=tuple(
                replace(line, text=f"{line.text}\ud800", values=dict(line.values) | {"title": "x\ud83d"})
                for line in part.lines
            )) for part in whole.parts
        )  # fmt: skip
        grades = {document.id: Grade("A", "1", "half\udc00")}
        whole = replace(whole, title="half \udcff a pair", to="\ud800", parts=parts, grades=grades)
        annotating.apply(workspace, [Edit(None, whole)])
        (kept,) = workspace.store.briefings()
    assert kept.title == "half \ufffd a pair" and kept.to == "\ufffd"
    assert all(line.text.endswith("\ufffd") for _part, line in kept.lines())
    assert kept.grades[document.id].descriptor == "half\ufffd"


@pytest.mark.parametrize("format", FORMATS)
def test_half_of_a_pair_is_replaced_where_all_can_see_it(
    format: str, file: Path, tmp_path: Path, capsys: Captured
) -> None:
    halved(file, tmp_path)
    out = tmp_path / f"brief.{format}"
    asked = ("--title", "half \udcff a title", "--author", "A\udc80", "--label", "L\udc80")
    for which in ((), asked, ("--new", *asked)):
        assert run("export", "--workspace", file, "-o", out, "--force", *which) == cli.DONE, which
    assert "Traceback" not in capsys.readouterr().err
    if format in ("html", "md", "json"):
        page = out.read_text(encoding="utf-8")
        assert "half \ufffd a title" in page and "half \ufffd a pair" in page
    assert run("check", "--workspace", file, "--briefing", "half \udcff a pair") == cli.FAULTS


@pytest.mark.skipif(os.name != "posix", reason="names of files are bytes on Unix only")
def test_a_source_whose_name_is_no_text_is_named_all_the_same(tmp_path: Path, capsys: Captured) -> None:
    place, file = tmp_path / "articles", tmp_path / "w.briefreader"
    place.mkdir()
    Path(os.fsdecode(os.fsencode(place) + b"/bad\xffname.txt")).write_text(ARTICLE, encoding="utf-8")
    assert run("import", place, "--workspace", file, "--jobs", "0") == cli.DONE
    for format in FORMATS:
        assert run("export", "--workspace", file, "-o", tmp_path / f"brief.{format}") == cli.DONE, format
    assert "Traceback" not in capsys.readouterr().err
    assert "name.txt" in (tmp_path / "brief.html").read_text(encoding="utf-8")
