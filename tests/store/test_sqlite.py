"""What is asked of a workspace's file without opening it as one."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.domain.annotation import Edit, Replaced
from briefreader.store import holds, open_store
from store.made import article, put


def test_a_file_is_asked_whether_it_has_a_document(tmp_path: Path) -> None:
    path = tmp_path / "w % ? #.briefreader"
    store = open_store(path)
    put(store, article("a"), article("b"))
    assert holds(path, "a")
    assert not holds(path, "c")
    store.apply([Edit(None, Replaced("a", "b"))])
    assert holds(path, "a")  # its newer version is there
    store.close()
    assert holds(path, "b")
    assert not path.with_name(path.name + "-journal").exists()


@pytest.mark.parametrize("content", [None, b"", b"rubbish" * 100])
def test_what_is_no_workspace_has_nothing(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "x.briefreader"
    if content is not None:
        path.write_bytes(content)
    assert not holds(path, "a")
    assert path.exists() == (content is not None)
