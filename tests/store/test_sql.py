from __future__ import annotations

import ast
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

import store.writer as writer
from briefreader.domain.annotation import Edit, Status
from briefreader.domain.document import Document
from briefreader.domain.errors import BriefreaderError, MissingPart, WorkspaceError
from briefreader.domain.fact import Analysis
from briefreader.domain.query import Query
from briefreader.store import _sqlite, open_store, tables
from briefreader.store.sql import SqliteStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.briefreader"


def said(error: pytest.ExceptionInfo[BriefreaderError]) -> str:
    assert error.value.message.endswith(".")
    assert error.value.hint.endswith(".")
    return str(error.value)


def driver_of(store: SqliteStore) -> Any:
    return store._connection.connection.dbapi_connection


def test_a_killed_writer_loses_nothing_that_it_was_told_is_stored(path: Path) -> None:
    open_store(path).close()
    acknowledged: list[list[str]] = []
    for run in range(6):
        command = [sys.executable, writer.__file__, str(path), str(run)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for _ in range(5 + 4 * run):
                acknowledged.append(process.stdout.readline().split())
            process.kill()
            acknowledged += [line.split() for line in process.stdout]
        with closing(SqliteStore(path)) as store:
            check(store, acknowledged)


def check(store: SqliteStore, acknowledged: list[list[str]]) -> None:
    assert driver_of(store).execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert driver_of(store).execute("PRAGMA foreign_key_check").fetchall() == []
    ids = store.ids(Query())
    batches = Counter(id.rsplit("-", 1)[0] for id in ids)
    starred = {annotation.id for annotation in store.annotations()}
    for what, run, n in acknowledged:
        assert f"{run}-{n}" in (batches if what == "added" else starred)
    assert set(batches.values()) <= {3}, "half a batch was stored"
    assert len(store.facts(ids)) == 10 * len(ids)
    assert {document.id for document in store.documents()} == set(ids)
    assert store.counts(Query(shelf="annotated")).annotated == len(starred)


def test_the_sqlite_that_is_used_has_no_known_way_to_corrupt_a_file(path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        version = driver_of(store).execute("SELECT sqlite_version()").fetchone()[0]
        assert tuple(map(int, version.split("."))) >= (3, 51, 3)


def test_an_older_sqlite_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_sqlite, "NEEDED", (99, 0, 0))
    with pytest.raises(MissingPart) as refused:
        open_store(path)
    assert "is too old" in said(refused)
    assert not path.exists()


def test_only_what_a_person_does_waits_for_the_disk(path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        driver = driver_of(store)
        levels = []
        driver.set_trace_callback(lambda sql: levels.append(sql) if "synchronous" in sql else None)
        store.add([Analysis(Document("a", "words"))], "a/1")
        store.apply([Edit(None, Status("a", read=True, revision=1))])
        store.remember("place", "1")
        assert [level.rpartition("=")[2] for level in levels] == ["NORMAL", "FULL", "NORMAL"]
        assert driver.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert driver.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_file_that_is_no_database_is_refused(path: Path) -> None:
    path.write_text("These are only words, but many of them. " * 100)
    with pytest.raises(WorkspaceError) as refused:
        open_store(path)
    assert "“w.briefreader” is not a Briefreader workspace." in said(refused)
    assert path.read_text().startswith("These are only words")


def test_what_is_said_of_the_database_is_marked_for_translation() -> None:
    tree = ast.parse(Path(_sqlite.__file__).read_text(encoding="utf-8"))
    marked = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "N_"
        if isinstance(node.args[0], ast.Constant)
    }
    assert {text for _sign, *said in _sqlite._SENTENCES for text in said} <= marked


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(WorkspaceError) as refused:
        open_store(path)
    assert "is not a Briefreader workspace" in said(refused)
    assert path.read_bytes() == before


def test_a_newer_workspace_is_refused(path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        driver_of(store).execute("PRAGMA user_version=99")
    with pytest.raises(WorkspaceError) as refused:
        open_store(path)
    assert "was made by a newer Briefreader" in said(refused)


def test_a_damaged_workspace_is_refused(path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        store.add([Analysis(Document(str(n), "words " * 500)) for n in range(50)], "a/1")
    raw = bytearray(path.read_bytes())
    raw[8192 : len(raw) - 4096] = b"\xff" * (len(raw) - 12288)
    path.write_bytes(raw)
    with pytest.raises(WorkspaceError) as refused, closing(SqliteStore(path)) as store:
        list(store.documents())
    assert "is damaged" in said(refused)


@pytest.mark.parametrize("name", ["a?b", "a%41", "a#b", "a&mode=ro", "file:a"])
def test_the_workspace_is_in_the_very_file_that_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.briefreader"
    with closing(open_store(path, "/x")):
        assert {each.name.removesuffix("-wal").removesuffix("-shm") for each in tmp_path.iterdir()} == {
            path.name
        }
    with closing(open_store(path)) as again:
        assert again.recall("folder") == "/x"


def test_an_error_report_tells_nothing_of_an_article(path: Path) -> None:
    with (
        closing(SqliteStore(path)) as store,
        pytest.raises(DBAPIError) as fault,
        store._write() as connection,
    ):
        connection.execute(insert(tables.kept), [{"key": "a secret", "value": None}])
    assert "a secret" not in str(fault.value)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as refused:
        open_store(tmp_path / "gone" / "w.briefreader")
    assert "The folder of the workspace" in said(refused)


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as refused:
        open_store(tmp_path)
    assert "cannot be opened" in said(refused)


def test_a_full_disk_is_told_and_nothing_is_lost(path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        store.add([Analysis(Document("a", "words"))], "a/1")
        pages = driver_of(store).execute("PRAGMA page_count").fetchone()[0]
        driver_of(store).execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(WorkspaceError) as refused:
            store.add([Analysis(Document("b", "many words " * 9000))], "a/1")
        assert "is full" in said(refused)
        assert store.ids(Query()) == ["a"]


def test_a_workspace_that_cannot_be_written_is_told(path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        driver_of(store).execute("PRAGMA query_only=1")
        with pytest.raises(WorkspaceError) as refused:
            store.remember("k", "v")
        assert "cannot be written" in said(refused)
        assert store.recall("k") == ""


def test_a_workspace_that_is_being_written_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_sqlite, "BUSY_MS", 10)
    with closing(SqliteStore(path)) as one, closing(SqliteStore(path)) as other:
        with one._write(), pytest.raises(WorkspaceError) as refused:
            other.remember("k", "v")
        assert "Another program is busy" in said(refused)
        other.remember("k", "v")
        assert one.recall("k") == "v"


def test_reading_goes_on_while_another_writes(path: Path) -> None:
    with closing(SqliteStore(path)) as one, closing(SqliteStore(path)) as other:
        one.add([Analysis(Document("a", "words"))], "a/1")
        with one._write():
            assert other.ids(Query()) == ["a"]


def test_a_file_left_by_a_process_killed_while_making_it_is_a_new_workspace(path: Path) -> None:
    engine = _sqlite.connect(path)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA user_version")
    engine.dispose()
    with closing(open_store(path, "/x")) as store:
        assert store.recall("folder") == "/x"


def test_the_database_library_is_loaded_with_the_first_store_only() -> None:
    check = (
        "import sys, briefreader.store, briefreader.library.workspace, briefreader.library.searching;"
        "assert not {'sqlalchemy', 'pysqlite3', 'tantivy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", check], check=True)


def test_a_small_value_leaves_the_list_that_was_made(path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        store.add([Analysis(Document(str(n), "words")) for n in range(2000)], "a/1")
        store.ids(Query())
        statements: list[str] = []
        driver_of(store).set_trace_callback(statements.append)
        store.remember("place", "1")
        assert len(store.ids(Query())) == 2000
        assert not [each for each in statements if "listing" in each]


def test_the_lists_walk_along_an_index(path: Path) -> None:
    with closing(SqliteStore(path)) as store:
        statements: list[str] = []
        driver = driver_of(store)
        driver.set_trace_callback(statements.append)
        store.ids(Query())
        store.ids(Query(shelf="unread"))
        store.ids(Query(since=date(2025, 1, 1), until=date(2025, 2, 1)))
        store.ids(Query(since=date(2025, 1, 1), undated=False))
        store.ids(Query(order="oldest"))
        store.ids(Query(order="title"))
        store.counts(Query())
        driver.set_trace_callback(None)
        for statement in [each for each in statements if each.startswith("SELECT listing")]:
            plan = " ".join(str(row[3]) for row in driver.execute("EXPLAIN QUERY PLAN " + statement))
            if "tags" not in statement:
                assert "TEMP B-TREE" not in plan, statement
