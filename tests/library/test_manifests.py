"""A briefing is made again from its manifest and the same sources: the same bytes, or a plain sentence."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefreader import i18n
from briefreader.domain.annotation import Edit, Status
from briefreader.domain.briefing import Briefing
from briefreader.domain.errors import ExportError, ReadError
from briefreader.domain.outline import Grade, Outline
from briefreader.engine import open_engine
from briefreader.library import deciding, manifests, outlining
from briefreader.library.colours import name_colours
from briefreader.library.exporting import render
from briefreader.library.importing import import_paths
from briefreader.library.proposing import Choice, propose
from briefreader.library.surveying import survey
from briefreader.library.workspace import Workspace, open_workspace

SEEDS = Path(__file__).parents[2] / "seeds"
MADE = "2026-11-27T10:00:00+00:00"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("sources") / "articles"
    shutil.copytree(SEEDS, place)
    return place


@pytest.fixture(scope="module")
def workspace(folder: Path) -> Iterator[Workspace]:
    with open_workspace(folder.parent / "one.briefreader") as opened:
        import_paths(opened, [folder], open_engine(0))
        first = sorted(document.id for document in opened.store.documents())[0]
        opened.store.apply(
            [Edit(None, Status(first, True, True, ("tag",), "Renamed", "An outlet", "2025-12", 1))]
        )
        yield opened


def outline_of(workspace: Workspace) -> Outline:
    ids = sorted(document.id for document in workspace.store.documents())
    outline = propose(workspace.store, ids, Choice("Again", "The desk"), survey(workspace), MADE)
    graded = outlining.graded(outline, ids[0], Grade("B", "2", "State media."))
    return replace(graded, label="TLP:GREEN", options={"contents": True})


@pytest.fixture(scope="module")
def sealed(workspace: Workspace) -> Briefing:
    outline = outline_of(workspace)
    changes = {next(outline.lines())[1].id: "new"}
    return manifests.sealed(workspace.store, outline, MADE, survey(workspace), changes)


def remade(text: str, tmp_path: Path, *paths: Path) -> Briefing:
    with open_workspace(tmp_path / "empty.briefreader") as empty:
        return manifests.remake(empty.store, text, paths, open_engine(0))


def test_the_same_sources_make_the_same_briefing_and_bytes(
    sealed: Briefing, folder: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for n, path in enumerate(sorted(folder.iterdir(), reverse=True)):
        shutil.copy(path, elsewhere / f"called otherwise {n}.txt")
    (elsewhere / "another.txt").write_text("Nothing that is asked for.", encoding="utf-8")
    again = remade(sealed.manifest, tmp_path, elsewhere)
    assert again == sealed
    assert {item.independent for section in again.sections for item in section.items} > {0}
    assert any(item.change == "new" for section in again.sections for item in section.items)
    assert render(again)[0] == render(sealed)[0]


def test_what_a_person_set_is_in_the_manifest_and_nothing_private(sealed: Briefing, folder: Path) -> None:
    assert "Renamed" in {source.title for source in sealed.sources}
    told = json.loads(sealed.manifest)
    assert (told["format"], told["version"], told["made"]) == ("briefreader-manifest", 1, MADE)
    assert {each["name"] for each in told["sources"]} == {path.name for path in folder.iterdir()}
    assert str(folder) not in sealed.manifest and "tag" not in told["statuses"][0]["tags"]
    assert list(told) == sorted(told)


def test_a_manifest_is_the_same_each_time(workspace: Workspace, sealed: Briefing) -> None:
    outline = outline_of(workspace)
    changes = {next(outline.lines())[1].id: "new"}
    assert manifests.manifest(workspace.store, outline, MADE, survey(workspace), changes) == sealed.manifest


def test_decisions_that_name_colours_are_kept(workspace: Workspace, folder: Path, tmp_path: Path) -> None:
    with open_workspace(tmp_path / "coloured.briefreader") as coloured:
        import_paths(coloured, [folder], open_engine(0))
        coloured.store.apply(name_colours(coloured.store.decisions(), {"yellow": "Trade"}))
        sealed = manifests.sealed(coloured.store, outline_of(coloured), MADE, survey(coloured))
    assert sealed.colours["yellow"].startswith("Trade")
    assert remade(sealed.manifest, tmp_path, folder) == sealed


def test_what_is_missing_or_other_is_said(sealed: Briefing, folder: Path, tmp_path: Path) -> None:
    some = tmp_path / "some"
    shutil.copytree(folder, some)
    first, second, *_rest = sorted(some.iterdir())
    first.unlink()
    second.write_text(second.read_text(encoding="utf-8") + " More.", encoding="utf-8")
    with pytest.raises(ExportError) as told:
        remade(sealed.manifest, tmp_path, some)
    assert f"“{first.name}” is missing" in str(told.value)
    assert f"“{second.name}” is not what it was" in str(told.value)
    assert _rest[0].name not in str(told.value)


def test_a_source_that_has_changed_is_cited_as_it_is_now(folder: Path, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    shutil.copytree(folder, articles)
    changed = sorted(articles.iterdir())[1]
    with open_workspace(tmp_path / "changing.briefreader") as workspace:
        import_paths(workspace, [articles], open_engine(0))
        outline = outline_of(workspace)
        workspace.store.apply([Edit(None, outline)])
        text = changed.read_text(encoding="utf-8")
        changed.write_text(text.replace("over $245 million", "over $246 million"), encoding="utf-8")
        report = import_paths(workspace, [articles], open_engine(0))
        assert report.succeeded
        sealed = manifests.sealed(workspace.store, outline, MADE, survey(workspace))
    assert remade(sealed.manifest, tmp_path, articles) == sealed


def test_a_file_of_several_articles_will_do(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    articles = [{"text": f"Trade came to ${n} million in 2024. It grew."} for n in (244, 245)]
    path.write_text("".join(json.dumps(each) + "\n" for each in articles), encoding="utf-8")
    with open_workspace(tmp_path / "several.briefreader") as workspace:
        import_paths(workspace, [path], open_engine(0))
        sealed = manifests.sealed(workspace.store, outline_of(workspace), MADE, survey(workspace))
    assert len(sealed.sources) == 2
    assert remade(sealed.manifest, tmp_path, path) == sealed


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"format": "x"}', "\x00", "[" * 100_000, b"\xff"])
def test_rubbish_is_no_manifest(text: str | bytes) -> None:
    with pytest.raises(ReadError, match="no manifest"):
        manifests.parse(text)


def test_a_newer_manifest_is_refused(sealed: Briefing) -> None:
    newer = manifests._encoded(replace(manifests.parse(sealed.manifest), version=99))
    with pytest.raises(ReadError, match="newer"):
        manifests.parse(newer)


def test_other_versions_are_told_of(sealed: Briefing) -> None:
    told = manifests.parse(sealed.manifest)
    assert manifests.other_versions(told) == ""
    assert "Briefreader 0.0.1" in manifests.other_versions(replace(told, briefreader="0.0.1"))


def test_the_language_is_that_of_the_day(sealed: Briefing) -> None:
    told = replace(manifests.parse(sealed.manifest), language="vi")
    before = i18n.language()
    with manifests.spoken(told):
        assert i18n.language() == "vi"
    assert i18n.language() == before


def test_decisions_on_other_sources_do_not_matter(workspace: Workspace) -> None:
    found = survey(workspace)
    claim = next(each for each in found.ledger.claims if "flight" in each.topic)
    workspace.store.apply(edits := deciding.on_claim(workspace, claim, "dismiss", "two routes"))
    ids = {passage.document for edit in edits if edit.after for passage in edit.after.passages}  # type: ignore[union-attr]
    cited = next(id for id in ids)
    try:
        whole = manifests.manifest(workspace.store, outline_of(workspace), MADE, found)
        bare = replace(outline_of(workspace), parts=())
        assert [each.reason for each in manifests.parse(whole).decisions] == ["two routes"]
        assert cited in whole
        assert manifests.parse(manifests.manifest(workspace.store, bare, MADE)).decisions == ()
    finally:
        workspace.store.apply([edit.undone() for edit in edits])
