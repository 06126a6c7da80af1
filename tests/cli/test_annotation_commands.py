"""Annotations out of a workspace and into another, on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

import pytest

from briefreader import cli
from briefreader.domain.annotation import Annotation, Edit
from briefreader.domain.text import Anchor, Span
from briefreader.library.workspace import open_workspace
from store.made import article, put

STAMP = "2026-01-01T00:00:00+00:00"
Captured = pytest.CaptureFixture[str]


def run(*arguments: str | Path) -> int:
    def no_window(_paths: object) -> int:
        raise AssertionError("no window is to be opened")

    return cli.run(["annotations", *map(str, arguments)], no_window)


def workspace(path: Path, *annotations: Annotation) -> Path:
    with open_workspace(path) as made:
        put(made.store, article("a"), article("b"))
        made.store.apply([Edit(None, each) for each in annotations])
    return path


@pytest.fixture
def one(tmp_path: Path) -> Path:
    text, told = article("a").text, {"created": STAMP, "changed": STAMP, "revision": 1}
    return workspace(
        tmp_path / "one.briefreader",
        Annotation(str(UUID(int=1)), "a", Anchor.on(text, Span(2, 6)), colour="red", note="n", **told),
        Annotation(str(UUID(int=2)), "b", None, note="whole", **told),
    )


def annotations(path: Path) -> list[Annotation]:
    with open_workspace(path) as opened:
        return opened.store.annotations()


@pytest.mark.parametrize(("format", "name"), [("w3c", "x.jsonld"), ("qdpx", "x.qdpx")])
def test_they_go_from_one_workspace_to_another(
    one: Path, tmp_path: Path, capsys: Captured, format: str, name: str
) -> None:
    two = workspace(tmp_path / "two.briefreader")
    assert run("export", "--format", format, "--workspace", one, "-o", tmp_path / name) == 0
    said = capsys.readouterr()
    assert said.out == f"{tmp_path / name}\n" and said.err == ""
    assert run("import", tmp_path / name, "--workspace", two) == 0
    assert capsys.readouterr().out == "2 annotations were added.\n"
    assert annotations(two) == annotations(one)
    assert run("import", tmp_path / name, "--workspace", two) == 0
    said = capsys.readouterr()
    assert "0 annotations were added" in said.out and "2 were already there" in said.err


def test_what_is_lost_is_said_before_it_is_written(one: Path, tmp_path: Path, capsys: Captured) -> None:
    assert run("export", "--format", "readwise", "--workspace", one, "-o", tmp_path / "x.csv") == 0
    assert "The colour of 1 highlight is left out." in capsys.readouterr().err


def test_markdown_goes_into_a_file_or_into_a_folder(one: Path, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    assert run("export", "--format", "markdown", "--workspace", one, "-o", folder) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["a.md", "b.md"]
    assert run("export", "--format", "markdown", "--workspace", one, "-o", tmp_path / "all.md") == 0
    assert "## a" in (tmp_path / "all.md").read_text(encoding="utf-8")


def test_what_cannot_be_done_is_one_sentence(one: Path, tmp_path: Path, capsys: Captured) -> None:
    broken = tmp_path / "x.qdpx"
    broken.write_bytes(b"PK")
    foreign = tmp_path / "x.json"
    foreign.write_text(json.dumps([{"target": "https://nowhere.example/", "bodyValue": "n"}]))
    for arguments in (
        ("import", broken, "--workspace", one),
        ("import", foreign, "--workspace", one),
        ("import", tmp_path / "x.pdf", "--workspace", one),
        ("import", foreign, "--workspace", tmp_path / "none.briefreader"),
        ("export", "--format", "w3c", "--workspace", one, "-o", tmp_path / "nowhere" / "x.json"),
        ("export", "--format", "w3c", "--workspace", one, "-o", tmp_path),
    ):
        assert run(*arguments) == 1
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith("briefreader: ") and "Traceback" not in line
    assert len(annotations(one)) == 2
