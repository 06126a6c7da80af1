from __future__ import annotations

import os
from pathlib import Path

from briefreader.library.sources import find, jobs, several


def names(*paths: Path) -> list[str]:
    return [Path(source.path).name for source in find(paths) if not source.reason]


def test_a_folder_gives_what_can_be_read_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.HTML", "picture.png", ".hidden.txt", "none"):
        (tmp_path / name).write_text("x")
    (tmp_path / "aa").mkdir()
    (tmp_path / "aa" / "deep.txt").write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "in.txt").write_text("x")
    assert names(tmp_path) == ["a.md", "deep.txt", "b.txt", "c.HTML"]


def test_the_same_file_counts_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    assert names(file, tmp_path, tmp_path / "." / "a.txt") == ["a.txt"]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    [source] = find([tmp_path / "gone.txt"])
    assert "gone.txt" in source.reason
    assert not source.skipped


def test_links_in_a_folder_are_passed_over_and_named_ones_followed(tmp_path: Path) -> None:
    secret = tmp_path / "outside.txt"
    secret.write_text("x")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.txt").symlink_to(secret)
    (folder / "loop").symlink_to(folder)
    [passed] = find([folder])
    assert passed.skipped and "link.txt" in passed.reason
    assert names(folder / "link.txt") == ["outside.txt"]


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == []
    assert names(tmp_path / "pipe.txt") == []


def test_a_file_of_records_gives_a_job_a_line(tmp_path: Path) -> None:
    file = tmp_path / "r.jsonl"
    file.write_bytes('{"text": "ü"}\n\n{"text": "b"}\n'.encode())
    assert several(str(file)) and not several("a.txt")
    [source] = find([file])
    found = list(jobs(source, "2025"))
    assert [(job.line, file.read_bytes()[job.start : job.end].strip()) for job in found] == [
        (1, '{"text": "ü"}'.encode()),
        (3, b'{"text": "b"}'),
    ]


def test_a_file_that_vanishes_while_its_folder_is_walked_is_passed_over(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("x")
    found = find([tmp_path])
    assert Path(next(found).path).name == "a.txt"
    (tmp_path / "b.txt").unlink()
    assert [Path(source.path).name for source in found] == ["c.txt"]
