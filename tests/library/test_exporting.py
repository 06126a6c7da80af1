import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from briefreader.domain.briefing import Briefing
from briefreader.domain.errors import BriefreaderError, ExportError
from briefreader.engine import Outcome
from briefreader.library import exporting
from briefreader.library.proposing import Choice
from library.composed import briefed, sample_store


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return briefed(
        sample_store(), ["a", "b", "c"], Choice(title="Hà Nội — Минск"), "2025-12-20T14:05:00+01:00"
    )


class OneEngine:
    """An engine that gives one outcome."""

    def __init__(self, error: BriefreaderError | None = None) -> None:
        self.error = error
        self.jobs: list[Any] = []

    def map(
        self, task: Callable[[Any], Any], items: Iterable[Any], tick: Callable[[], object] | None = None
    ) -> Iterator[Outcome[Any, Any]]:
        for item in items:
            self.jobs.append(item)
            yield Outcome(item, None if self.error else task(item), self.error)

    def close(self) -> None:
        pass


def test_the_file_is_what_the_preview_showed(briefing: Briefing, tmp_path: Path) -> None:
    report = exporting.export(briefing, tmp_path / "b.pdf")
    assert report.path == tmp_path / "b.pdf" and report.notices == ()
    assert report.path.read_bytes() == exporting.render(briefing)[0]
    assert list(tmp_path.iterdir()) == [report.path]


def test_the_work_goes_to_the_engine(briefing: Briefing, tmp_path: Path) -> None:
    engine = OneEngine()
    exporting.export(briefing, tmp_path / "b.PDF", engine)
    assert engine.jobs == [(briefing, "pdf")]


def test_a_real_worker_makes_the_same_bytes(briefing: Briefing) -> None:
    engine_module = pytest.importorskip(
        "briefreader.engine.local", reason="the process engine is not here yet"
    )
    engine = engine_module.LocalEngine(1, 60.0)
    try:
        assert exporting.render(briefing, engine)[0] == exporting.render(briefing)[0]
    finally:
        engine.close()


def test_what_fails_in_the_worker_is_raised_here(briefing: Briefing, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="worker broke"):
        exporting.export(briefing, tmp_path / "b.pdf", OneEngine(ExportError("The worker broke.")))
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_a_folder_and_an_unknown_ending(briefing: Briefing, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="does not exist"):
        exporting.export(briefing, tmp_path / "none" / "b.pdf")
    (tmp_path / "dir.pdf").mkdir()
    with pytest.raises(ExportError, match="is a folder"):
        exporting.export(briefing, tmp_path / "dir.pdf")
    with pytest.raises(ExportError, match="does not write"):
        exporting.export(briefing, tmp_path / "b.xyz")
    with pytest.raises(ExportError, match="not written"):
        exporting.export(briefing, tmp_path / ("n" * 300 + ".pdf"))


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "not allowed"),
        (errno.EROFS, "not allowed"),
        (errno.EIO, "The system says"),
    ],
)
def test_a_failing_disk_leaves_the_old_file_and_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    target = tmp_path / "b.pdf"
    target.write_bytes(b"old")

    def fails(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(ExportError, match=sentence):
        exporting.save(b"new", target)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_what_a_program_ended_by_force_left_is_dropped_later(tmp_path: Path) -> None:
    left, under_way, strange = (
        tmp_path / f".{name}.part" for name in ("briefreader-1", "briefreader-2", "other")
    )
    for path in (left, under_way, strange):
        path.write_bytes(b"half")
    for path in (left, strange):
        os.utime(path, (1, 1))
    exporting.save(b"new", tmp_path / "b.pdf")
    assert {path.name for path in tmp_path.iterdir()} == {"b.pdf", under_way.name, strange.name}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="only a normal user can be refused")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="not allowed"):
        exporting.save(b"new", tmp_path / "b.pdf")


@pytest.mark.skipif(os.name != "posix", reason="permissions and links as on Unix")
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    real, alias = tmp_path / "real.pdf", tmp_path / "alias.pdf"
    real.write_bytes(b"old")
    real.chmod(0o640)
    alias.symlink_to(real)
    exporting.save(b"new", alias)
    assert alias.is_symlink() and real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name != "posix", reason="permissions as on Unix")
def test_a_new_file_has_the_permissions_of_any_and_the_mask_is_let_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "any").open("wb") as file:
        usual = stat.S_IMODE(os.fstat(file.fileno()).st_mode)
    # Another thread that makes a file while the mask is changed would make it for everybody.
    monkeypatch.setattr(os, "umask", lambda _mask: pytest.fail("the mask is changed"))
    exporting.save(b"new", tmp_path / "b.pdf")
    assert stat.S_IMODE((tmp_path / "b.pdf").stat().st_mode) == usual


@pytest.mark.skipif(os.name != "posix", reason="permissions as on Unix")
def test_a_private_file_is_never_open_to_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "b.pdf"
    target.write_bytes(b"old")
    target.chmod(0o600)
    seen: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: seen.append(stat.S_IMODE(os.fstat(handle).st_mode)))
    exporting.save(b"new", target)
    assert seen == [0o600]


def test_now_honours_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert exporting.now() == "2023-11-14T22:13:20+00:00"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert datetime.fromisoformat(exporting.now()).tzinfo is not None
