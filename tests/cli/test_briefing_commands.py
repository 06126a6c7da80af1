"""``briefreader check`` and ``briefreader export``, from the articles to the file and from the file back."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader import cli
from briefreader.domain.annotation import Edit
from briefreader.domain.outline import CITED, Outline
from briefreader.library import outlining
from briefreader.library.issuing import telling_changes
from briefreader.library.manifests import parse
from briefreader.library.outlining import new_id
from briefreader.library.workspace import open_workspace

Captured = pytest.CaptureFixture[str]
STAMP = "2026-11-27T10:00:00+00:00"
ARTICLE = """date 2025-12-04 Minsk and Hanoi signed a protocol on security cooperation

Trade between the two countries came to $244 million in 2024, the ministry said on Thursday.

"We view Vietnam as the most promising partner in the region," said Alexander Volfovich.
"""


@pytest.fixture(autouse=True)
def moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795780800")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    (place / "one.txt").write_text(ARTICLE, encoding="utf-8")
    (place / "two.txt").write_text(ARTICLE.replace("protocol", "roadmap"), encoding="utf-8")
    return place


@pytest.fixture
def workspace_file(folder: Path, tmp_path: Path) -> Path:
    path = tmp_path / "visit.briefreader"
    assert run("import", folder, "--workspace", path, "--jobs", "0") == cli.DONE
    return path


def run(*arguments: str | Path) -> int:
    def no_window(_paths: object) -> int:
        raise AssertionError("no window was asked for")

    return cli.run([str(each) for each in arguments], no_window)


def keep(workspace_file: Path, title: str, *, clean: bool = True) -> Outline:
    """Put a briefing into the workspace."""
    from briefreader.domain.text import Span
    from briefreader.library.lining import passage

    with open_workspace(workspace_file) as workspace:
        document = next(iter(workspace.store.documents()))
        start = document.text.index("Trade between")
        cited = [passage(document, Span(start, start + len("Trade between the two countries")))]
        lead = outlining.line("text", f"Trade goes on{CITED}.", cited)
        judged = outlining.line("judgement", "It is likely to grow." if not clean else f"It will{CITED}.",
                                () if not clean else cited)  # fmt: skip
        outline = outlining.blank("note", STAMP, title, "The desk")
        outline = outlining.with_lines(outline, [lead], outline.parts[0].id)
        outline = outlining.with_lines(outline, [judged])
        workspace.store.apply([Edit(None, outline)])
    return outline


# -- check --------------------------------------------------------------------------------------------


def test_a_clean_briefing_passes(workspace_file: Path, capsys: Captured) -> None:
    keep(workspace_file, "The visit")
    capsys.readouterr()
    assert run("check", "--workspace", workspace_file) == cli.DONE
    assert capsys.readouterr().out == "Nothing is wrong.\n"


def test_faults_are_told_with_their_place_and_fail(workspace_file: Path, capsys: Captured) -> None:
    keep(workspace_file, "The visit")
    bad = keep(workspace_file, "Another", clean=False)
    capsys.readouterr()
    assert run("check", "--workspace", workspace_file) == cli.FAULTS == 3
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("Another: Key judgements 1: error: The judgement cites no source.")
    assert last == "1 error. 0 warnings."
    assert run("check", "--workspace", workspace_file, "--briefing", "the VISIT") == cli.DONE
    capsys.readouterr()
    assert run("check", "--workspace", workspace_file, "--briefing", bad.id, "--json") == cli.FAULTS
    (record,) = map(json.loads, capsys.readouterr().out.splitlines())
    line = next(line for _part, line in bad.lines() if line.kind == "judgement")
    assert (record["kind"], record["severity"], record["line"]) == ("uncited judgement", "error", line.id)
    assert (record["section"], record["number"], record["format"]) == ("Key judgements", 1, 1)


def test_what_is_proposed_from_articles_has_no_bottom_line(folder: Path, capsys: Captured) -> None:
    assert run("check", folder, "--jobs", "0", "--json") == cli.FAULTS
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {each["kind"] for each in found if each["severity"] == "error"} == {"empty bottom line"}
    assert "proposals" in {each["kind"] for each in found}


def test_what_to_check_has_to_be_named(workspace_file: Path, folder: Path, capsys: Captured) -> None:
    keep(workspace_file, "The visit")
    assert run("check") == cli.USAGE
    assert run("check", folder, "--workspace", workspace_file) == cli.USAGE
    assert run("check", folder, "--briefing", "x") == cli.USAGE
    capsys.readouterr()
    assert run("check", "--workspace", workspace_file, "--briefing", "gone") == cli.FAILED
    assert "no briefing “gone”" in (said := capsys.readouterr().err) and "“The visit”" in said


# -- export -------------------------------------------------------------------------------------------


def manifest(path: Path) -> Outline:
    return parse(path.read_bytes()).outline


def test_a_briefing_is_exported_as_it_is_kept_or_as_asked(
    workspace_file: Path, tmp_path: Path, capsys: Captured
) -> None:
    outline = keep(workspace_file, "The visit")
    pdf, told = tmp_path / "brief.pdf", tmp_path / "brief.json"
    asked = ("export", "--workspace", workspace_file, "-o", pdf, "--manifest", told)
    capsys.readouterr()
    assert run(*asked) == cli.DONE
    assert capsys.readouterr().out.splitlines() == [str(pdf), str(told)]
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert manifest(told) == replace(outline, parts=manifest(told).parts)
    assert run(*asked) == cli.EXISTS == 73
    assert "--force" in capsys.readouterr().err
    look = ("--tlp", "green", "--template", "annex", "--paper", "us-letter", "--title", "T", "--author", "A")
    assert run(*asked, "--force", *look) == cli.DONE
    printed = manifest(told)
    assert (printed.label, printed.template, printed.paper) == ("TLP:GREEN", "annex", "us-letter")
    assert (printed.title, printed.author) == ("T", "A")
    with open_workspace(workspace_file) as workspace:
        assert workspace.store.briefings() == [outline]
        last, first = workspace.store.exports(outline.id)
        assert {last.path, first.path} == {str(pdf)}
        assert told.read_text(encoding="utf-8") in (last.manifest, first.manifest)
        assert last.format == "pdf" and last.state


def test_what_changed_is_printed_if_the_briefing_or_the_command_says_so(
    workspace_file: Path, tmp_path: Path
) -> None:
    outline = keep(workspace_file, "The visit")
    told = tmp_path / "told.json"
    asked = ("export", "--workspace", workspace_file, "-o", tmp_path / "brief.md", "--force", "--manifest",
             told)  # fmt: skip
    assert run(*asked) == cli.DONE
    more = outlining.with_lines(outline, [outlining.line("text", "It goes on.")])
    with open_workspace(workspace_file) as workspace:
        workspace.store.apply([outlining.edit(outline, more, STAMP)])
        (first,) = workspace.store.exports(outline.id)

    def printed(*options: str) -> bool:
        with open_workspace(workspace_file) as workspace:  # the last one, which this export is told against
            workspace.store.keep_export(replace(first, id=new_id()))
        assert run(*asked, *options) == cli.DONE
        said = "What changed" in (tmp_path / "brief.md").read_text(encoding="utf-8")
        assert said is bool(parse(told.read_bytes()).changes)
        return said

    assert not printed()
    assert printed("--changes")
    with open_workspace(workspace_file) as workspace:
        (kept,) = workspace.store.briefings()
        workspace.store.apply([outlining.edit(kept, telling_changes(kept, True), STAMP)])
    assert printed()
    assert not printed("--no-changes")


def test_of_several_briefings_one_has_to_be_chosen(
    workspace_file: Path, tmp_path: Path, capsys: Captured
) -> None:
    keep(workspace_file, "One")
    keep(workspace_file, "Two")
    path = tmp_path / "brief.pdf"
    assert run("export", "--workspace", workspace_file, "-o", path) == cli.FAILED
    assert "--briefing NAME" in (said := capsys.readouterr().err) and "“Two”" in said
    assert not path.exists()
    assert run("export", "--workspace", workspace_file, "-o", path, "--briefing", "Two") == cli.DONE
    new, told = tmp_path / "new.pdf", tmp_path / "new.json"
    asked = ("--new", "--label", "For the desk", "--manifest", told)
    assert run("export", "--workspace", workspace_file, "-o", new, *asked) == cli.DONE
    outline = manifest(told)
    assert outline.label == "For the desk"
    assert all(line.proposed for _part, line in outline.lines())


def test_what_cannot_be_asked_for_is_said(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "brief.pdf"
    for wrong in (["--tlp", "blue"], ["--tlp", "RED", "--label", "x"], ["--template", "long"]):
        with pytest.raises(SystemExit) as stopped:
            run("export", folder, "-o", path, *wrong)
        assert stopped.value.code == cli.USAGE
    assert run("export", folder, "-o", path, "--briefing", "x") == cli.USAGE
    assert run("export", folder, "-o", path, "--style", "nonsense") == cli.USAGE
    assert run("export", folder, "-o", tmp_path / "brief.xyz", "--jobs", "0") == cli.FAILED
    assert run("export", folder, "-o", path, "--format", "xyz", "--jobs", "0") == cli.FAILED
    assert run("export", "-o", path, "--from-manifest", path) == cli.USAGE
    capsys.readouterr()
    assert run("export", folder, "-o", path, "--from-manifest", tmp_path / "gone.json") == cli.FAILED
    assert "gone.json" in capsys.readouterr().err
    (tmp_path / "no.json").write_text("{}", encoding="utf-8")
    assert run("export", folder, "-o", path, "--from-manifest", tmp_path / "no.json") == cli.FAILED
    assert "no manifest" in capsys.readouterr().err
    assert not path.exists()


def test_the_same_bytes_come_from_the_manifest(
    folder: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf, told, again = (tmp_path / name for name in ("brief.pdf", "brief.json", "again.pdf"))
    made = ("export", folder, "-o", pdf, "--manifest", told, "--jobs", "0", "--title", "The visit")
    assert run(*made) == cli.DONE
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(folder, elsewhere)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert run("export", elsewhere, "-o", again, "--from-manifest", told, "--jobs", "0") == cli.DONE
    assert again.read_bytes() == pdf.read_bytes()
    capsys.readouterr()
    (elsewhere / "one.txt").unlink()
    (elsewhere / "two.txt").write_text("Something else.", encoding="utf-8")
    asked = ("-o", again, "--from-manifest", told, "--jobs", "0", "--force")
    assert run("export", elsewhere, *asked) == cli.FAILED
    said = capsys.readouterr().err
    assert "“one.txt” is missing" in said and "“two.txt” is not what it was" in said
    assert again.read_bytes() == pdf.read_bytes()


def test_the_workspace_of_a_command_that_was_ended_by_force_is_dropped(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "temporary"
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    left, under_way, strange = (place / f"briefreader-{name}" for name in ("left", "now", "other"))
    for each in (left, under_way, strange):
        each.mkdir(parents=True)
    for each in (left, under_way):
        (each / "passing.briefreader").write_bytes(b"half")
    for each in (left, strange):
        os.utime(each, (1, 1))
    assert run("export", folder, "-o", tmp_path / "brief.md", "--jobs", "0") == cli.DONE
    assert sorted(each.name for each in place.iterdir()) == ["briefreader-now", "briefreader-other"]
