"""The example in docs/examples is a clean brief, the same each time, and made again from its manifest."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from briefreader.domain.briefing import Briefing
from briefreader.domain.outline import CITED, TEMPLATES, Outline
from briefreader.domain.query import Query
from briefreader.engine import open_engine
from briefreader.library import outlining
from briefreader.library.checking import check
from briefreader.library.composing import compose
from briefreader.library.exporting import render
from briefreader.library.manifests import remake
from briefreader.library.proposing import Choice, propose
from briefreader.library.surveying import survey
from briefreader.library.workspace import Workspace, open_workspace

ROOT = Path(__file__).parents[2]
MADE = "2026-11-27T10:00:00+00:00"


@pytest.fixture(scope="module")
def make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make", ROOT / "docs" / "examples" / "make.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with open_workspace(tmp_path_factory.mktemp("example") / "example.briefreader") as opened:
        yield opened


@pytest.fixture(scope="module")
def brief(make: ModuleType, workspace: Workspace) -> Briefing:
    made: Briefing = make.made(workspace)
    return made


@pytest.fixture
def outline(brief: Briefing, workspace: Workspace) -> Outline:
    (kept,) = workspace.store.briefings([brief.id])
    return kept


def found(workspace: Workspace, outline: Outline) -> list[str]:
    return [each.kind for each in check(workspace.store, outline, survey(workspace))]


def test_it_is_whole_and_clean(workspace: Workspace, outline: Outline, brief: Briefing) -> None:
    assert found(workspace, outline) == []
    assert [section.kind for section in brief.sections] == list(outlining.SECTIONS["full"])
    assert len(brief.sources) == 5 and all(source.grade for source in brief.sources)
    assert not any(item.proposed for section in brief.sections for item in section.items)
    lead = [item.text for item in brief.sections[0].items]
    assert len(" ".join(lead).split()) <= 60


def test_what_is_taken_out_of_it_is_missed(workspace: Workspace, outline: Outline) -> None:
    def without(kind: str) -> Outline:
        parts = [replace(part, lines=() if part.kind == kind else part.lines) for part in outline.parts]
        return replace(outline, parts=tuple(parts))

    assert found(workspace, without("lead")) == ["empty bottom line"]
    # The judgement on trade cites both figures; without it and the comparison nobody says that they differ.
    bare = replace(outline, parts=tuple(p for p in without("differences").parts if p.kind != "judgements"))
    assert set(found(workspace, bare)) == {"difference unsaid"}


def test_the_same_bytes_come_from_its_manifest(brief: Briefing, tmp_path: Path) -> None:
    with open_workspace(tmp_path / "empty.briefreader") as empty:
        again = remake(empty.store, brief.manifest, [ROOT / "seeds"], open_engine(0))
    assert again == brief
    assert render(again)[0] == render(brief)[0]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler's pdftotext is not installed")
@pytest.mark.parametrize("paper", ["a4", "us-letter"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_line_can_be_copied_from_it(
    workspace: Workspace, brief: Briefing, template: str, paper: str, tmp_path: Path
) -> None:
    """The brief itself, and all that the program proposes of the articles, as poppler reads them."""
    proposed = propose(
        workspace.store, workspace.store.ids(Query()), Choice(accepted=True), survey(workspace), MADE
    )
    whole = compose(workspace.store, proposed, MADE)
    assert sum(len(section.items) for section in whole.sections) > 80
    for value in (brief, whole):
        path = tmp_path / f"{len(value.sections)}.pdf"
        path.write_bytes(render(replace(value, template=template, paper=paper))[0])
        read = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
        shown = " ".join(read.stdout.decode().split())
        for words in printed(value):
            assert words in shown


def printed(value: Briefing) -> Iterator[str]:
    """Yield the words of every line and of every side of a comparison, on one line each."""
    for section in value.sections:
        for item in section.items:
            for text in (item.text, *(side.text for side in item.sides)):
                yield from (" ".join(words.split()) for words in text.replace("\n", CITED).split(CITED))
