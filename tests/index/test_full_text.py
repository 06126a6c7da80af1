from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from briefreader.domain.document import Document
from briefreader.index import full_text
from briefreader.index.full_text import TantivyIndex


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    index = TantivyIndex(tmp_path / "index")
    index.update([Document("a", "some words")], [], 5)
    index.close()
    return tmp_path / "index"


def spoil_note(folder: Path) -> None:
    (folder / "briefreader.json").write_text("{")


def old_note(folder: Path) -> None:
    (folder / "briefreader.json").write_text(json.dumps({"version": "0", "mark": 5}))


def spoil_list(folder: Path) -> None:
    (folder / "meta.json").write_text("not json")


def lose_list(folder: Path) -> None:
    (folder / "meta.json").unlink()


def lose_all(folder: Path) -> None:
    shutil.rmtree(folder)


def lose_pieces(folder: Path) -> None:
    for path in folder.glob("*.idx"):
        path.unlink()


def cut_pieces(folder: Path) -> None:
    for path in folder.iterdir():
        if path.suffix in (".idx", ".term", ".store", ".pos"):
            path.write_bytes(path.read_bytes()[:5])


@pytest.mark.parametrize(
    "spoil", [spoil_note, old_note, spoil_list, lose_list, lose_all, lose_pieces, cut_pieces]
)
def test_a_damaged_index_is_made_anew(folder: Path, spoil: object) -> None:
    spoil(folder)  # type: ignore[operator]
    index = TantivyIndex(folder)
    assert index.search("words") == []
    assert (index.mark, index.count()) == (-1, 0)
    index.update([Document("b", "other words")], [], 7)
    assert [hit.document for hit in index.search("words")] == ["b"]


@pytest.mark.parametrize("spoil", [spoil_list, lose_list, lose_all, lose_pieces])
def test_an_index_damaged_while_open_does_no_harm(folder: Path, spoil: object) -> None:
    index = TantivyIndex(folder)
    spoil(folder)  # type: ignore[operator]
    index.search("words")
    index.count()
    index.update([Document("b", "other words")], [], 7)
    index.update([Document("b", "other words")], [], 8)
    again = TantivyIndex(folder)
    # Either it was seen at once and mended, or it is seen now and filled again from the store.
    assert again.mark == -1 or "b" in [hit.document for hit in again.search("other")]


def test_while_another_process_writes_nothing_is_done(folder: Path) -> None:
    one, other = TantivyIndex(folder), TantivyIndex(folder)
    writer = one._writer()
    assert writer is not None
    other.update([Document("b", "other words")], [], 7)
    assert (other.mark, other.count()) == (5, 1)
    del writer
    other.update([Document("b", "other words")], [], 7)
    assert (other.mark, other.count()) == (7, 2)


def test_the_writer_is_there_only_while_it_writes(folder: Path) -> None:
    one, other = TantivyIndex(folder), TantivyIndex(folder)
    one.update([Document("b", "x")], [], 6)
    other.update([Document("c", "y")], [], 7)
    one.update([Document("d", "z")], [], 8)
    assert (one.count(), one.mark) == (4, 8)


def test_another_version_of_the_index_is_made_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(full_text, "VERSION", 99)
    index = TantivyIndex(folder)
    assert (index.mark, index.count()) == (-1, 0)


@pytest.mark.parametrize("before", ["missing", "damaged"])
@pytest.mark.parametrize("moment", ["_schema", "_version"])
def test_two_that_make_the_same_index_do_each_other_no_harm(
    folder: Path, monkeypatch: pytest.MonkeyPatch, before: str, moment: str
) -> None:
    lose_all(folder) if before == "missing" else spoil_list(folder)
    real = getattr(full_text, moment)
    others: list[TantivyIndex] = []

    def meanwhile() -> object:
        if not is_whole(folder):
            monkeypatch.setattr(full_text, moment, real)
            others.append(TantivyIndex(folder))
            others[0].update([Document("b", "other words")], [], 7)
        return real()

    monkeypatch.setattr(full_text, moment, meanwhile)
    one = TantivyIndex(folder)
    [other] = others
    for index in (one, other, TantivyIndex(folder)):
        assert (index.mark, index.count()) == (7, 1)
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def is_whole(folder: Path) -> bool:
    return (folder / "briefreader.json").exists() and (folder / "meta.json").read_text() != "not json"
