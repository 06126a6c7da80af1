import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from briefreader import cli
from briefreader.cli import _working, doctor
from briefreader.cli._arguments import parse
from briefreader.cli._output import Output, harmless, one_line
from briefreader.engine import Outcome
from briefreader.library import pipeline
from briefreader.library.pipeline import Job
from briefreader.library.sources import Source

Captured = pytest.CaptureFixture[str]

BODY = "The two sides signed a protocol in the capital on day {n}, officials said."


def no_window(_paths: object) -> int:
    raise AssertionError("no window was asked for")


def run(*arguments: str | Path) -> int:
    return cli.run([str(each) for each in arguments], no_window)


@pytest.fixture(autouse=True)
def no_extractors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "extractors", lambda: ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(3):
        (folder / f"{n}.txt").write_text(f" date 2025-12-0{n + 1} " + BODY.format(n=n))
    return folder


def test_analyse_prints_a_record_for_each_document(folder: Path, capsys: Captured) -> None:
    assert run("analyse", folder, "--jobs", "0") == cli.DONE
    out, err = capsys.readouterr()
    records = [json.loads(line) for line in out.splitlines()]
    assert [Path(record["path"]).name for record in records] == ["0.txt", "1.txt", "2.txt"]
    assert all(record["format"] == 1 for record in records)
    assert err == ""


def test_lines_come_back_in_their_order_with_their_ids(tmp_path: Path, capsys: Captured) -> None:
    texts = ["word " * (400 if n == 0 else 5) for n in range(12)]
    lines = [{"id": f"n{n}", "text": text, "published": "2025-12-06"} for n, text in enumerate(texts)]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert run("analyse", path, "--jobs", "2") == cli.DONE
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["id"] for record in records] == [line["id"] for line in lines]
    assert [record["text"] for record in records] == [line["text"] for line in lines]
    assert {record["published"]["value"] for record in records} == {"2025-12-06"}


def test_some_failed_and_the_rest_was_done(folder: Path, capsys: Captured) -> None:
    (folder / "empty.txt").write_bytes(b"")
    assert run("analyse", folder, folder / "missing.txt", "--jobs", "0") == cli.FAILED
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 3
    assert "briefreader: “empty.txt” is empty." in err and "“missing.txt” cannot be read" in err
    assert "Traceback" not in err


def test_a_folder_without_articles_is_told(tmp_path: Path, capsys: Captured) -> None:
    assert run("analyse", tmp_path) == cli.FAILED
    assert "nothing to read" in capsys.readouterr().err


def test_the_date_given_is_used(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY)
    assert run("analyse", path, "--published", "2025-05-09") == cli.DONE
    assert json.loads(capsys.readouterr().out)["published"] == {
        "value": "2025-05-09",
        "precision": "day",
        "how": "given",
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ["analyse"],
        ["analyse", "a.txt", "--published", "soon"],
        ["analyse", "a.txt", "--jobs", "-1"],
        ["import", "a.txt"],
        ["search", "words"],
        ["export", "a.txt"],
        ["--nonsense"],
    ],
)
def test_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.run(arguments, no_window)
    assert ended.value.code == cli.USAGE


def test_import_search_and_export(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    place = tmp_path / "w.briefreader"
    for _ in range(2):
        assert run("import", folder, "--workspace", place, "--jobs", "0") == cli.DONE
    assert capsys.readouterr().out.splitlines() == [
        "3 articles imported.",
        "0 articles imported. 3 were already there.",
    ]
    assert run("search", "Protocol", "capital", "--workspace", place, "--json") == cli.DONE
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(records) == 3 and all(len(record["hits"]) == 2 for record in records)
    assert run("search", "protocol", "--workspace", place, "--limit", "1") == cli.DONE
    said = capsys.readouterr().out
    assert "2025-12-" in said and "2 more articles were found." in said
    assert run("search", "nowhere", "--workspace", place) == cli.DONE
    assert "Nothing was found." in capsys.readouterr().out


def test_a_workspace_that_is_not_there_is_not_made(tmp_path: Path, capsys: Captured) -> None:
    place = tmp_path / "w.briefreader"
    assert run("search", "word", "--workspace", place) == cli.FAILED
    assert run("export", "--workspace", place, "-o", tmp_path / "b.pdf") == cli.FAILED
    assert not place.exists()
    assert capsys.readouterr().err.count("There is no workspace") == 2


def test_export_takes_a_workspace_or_articles(tmp_path: Path) -> None:
    assert run("export", "-o", tmp_path / "b.pdf") == cli.USAGE
    assert run("export", "a.txt", "--workspace", "w", "-o", tmp_path / "b.pdf") == cli.USAGE


def test_a_window_needs_its_paths_and_a_screen(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    opened: list[list[str]] = []

    def window(paths: Any) -> int:
        opened.append(list(paths))
        return 0

    monkeypatch.setattr("briefreader.cli.window.problem", lambda: "There is no screen.")
    assert cli.run([str(folder)], window) == cli.MISSING
    monkeypatch.setattr("briefreader.cli.window.problem", lambda: "")
    assert cli.run([str(folder / "missing")], window) == cli.FAILED
    assert cli.run([str(folder)], window) == cli.DONE
    assert opened == [[str(folder)]]


def test_a_file_called_like_a_command_opens_with_its_folder() -> None:
    assert parse(["./import"]).paths == ["./import"]
    assert parse([]).paths == []


def test_without_a_screen_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "xvfb-run" in doctor.missing_screen()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert doctor.missing_screen() == ""
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":59999")
    monkeypatch.setattr(doctor, "_connects", lambda: False)
    assert "does not answer" in doctor.missing_screen()


def test_missing_libraries_are_one_line_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(doctor, "_loads", lambda soname: soname not in ("libGL.so.1", "libxcb-icccm.so.4"))
    monkeypatch.setattr("shutil.which", lambda name: name == "apt-get")
    absent = doctor.missing_libraries()
    assert absent == ["libGL.so.1", "libxcb-icccm.so.4"]
    assert doctor.install_line(absent) == (
        "sudo apt-get install -y --no-install-recommends libgl1 libxcb-icccm4"
    )
    assert "libgl1" in doctor.problem() and "\n" not in doctor.problem()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert doctor.missing_libraries() == ["libGL.so.1"]


def test_doctor_tells_what_it_found(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr(doctor, "missing_libraries", list)
    monkeypatch.setattr(doctor, "missing_screen", lambda: "")
    assert run("doctor") == cli.DONE
    assert "tantivy" in capsys.readouterr().out
    monkeypatch.setattr(doctor, "missing_screen", lambda: "No screen.")
    assert run("doctor") == cli.MISSING


def test_nothing_of_a_document_reaches_the_terminal_raw(
    folder: Path, tmp_path: Path, capsys: Captured
) -> None:
    (folder / "odd.txt").write_text("\x1b]0;pwn\x07\x9b5m \u202eReport\u2066 of the protocol\n\n" + BODY)
    assert run("analyse", folder / "odd.txt") == cli.DONE
    out = capsys.readouterr().out
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u2066"} & set(out)
    assert json.loads(out)["text"].startswith("\x1b]0;pwn\x07\x9b5m \u202eReport")
    place = tmp_path / "w.briefreader"
    assert run("import", folder, "--workspace", place, "--jobs", "0") == cli.DONE
    assert run("search", "report", "--workspace", place) == cli.DONE
    out = capsys.readouterr().out
    assert "Report" in out and not {"\x1b", "\x07", "\x9b", "\u202e", "\u2066"} & set(out)


def test_names_of_files_are_escaped_in_complaints(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "a\n\x1b[31m.txt").write_bytes(b"")
    (tmp_path / os.fsdecode(b"b\xff.txt")).write_bytes(b"")
    assert run("analyse", tmp_path, "--jobs", "0") == cli.FAILED
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 2 and "\x1b" not in err


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hà Nội — Минск 👋", "Hà Nội — Минск 👋"),
        ("a\x1bb\u202ec\u2028d\ue000", "a\ufffdb\ufffdc\ufffdd\ufffd"),
        ("a\tb\n", "a\tb\n"),
    ],
)
def test_harmless(text: str, shown: str) -> None:
    assert harmless(text) == shown
    assert "\n" not in one_line(text)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_a_terminal_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal, pipe = Terminal(), io.StringIO()
    output = Output(pipe, terminal)
    output.progress(1, 4, "a\x1b.txt")
    assert "25 % 1 / 4 a\ufffd.txt" in terminal.getvalue()
    output.line("result")
    assert terminal.getvalue().endswith("\r\x1b[K") and pipe.getvalue() == "result\n"
    quiet = io.StringIO()
    Output(pipe, quiet).progress(1, 4, "a.txt")
    assert quiet.getvalue() == ""


def test_outcomes_are_put_in_order() -> None:
    outcomes: list[Any] = [Outcome(Job("a", number=n), []) for n in (2, 0, 1, 3)]
    assert [outcome.item.number for outcome in _working.in_order(outcomes)] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("names", "asked", "given"),
    [
        (["a.txt"], None, 0),
        (["a.html"], None, 1),
        (["a.txt", "b.txt", "c.txt"], None, 2),
        (["a.html"], 0, 0),
        (["a.txt"], 3, 3),
    ],
)
def test_little_text_needs_no_worker_but_parsers_do(
    monkeypatch: pytest.MonkeyPatch, names: list[str], asked: int | None, given: int
) -> None:
    taken: list[int | None] = []
    monkeypatch.setattr("briefreader.engine.open_engine", taken.append)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    _working.engine_for([Source(name, 100) for name in names], asked)
    assert taken == [given]


def test_help_has_examples_and_loads_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from briefreader.__main__ import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'typst', 'PySide6', 'sqlalchemy', 'tantivy', 'lxml', 'numpy', 'multiprocessing'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    for arguments in (["--help"], ["analyse", "--help"], ["export", "--help"]):
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert "examples:" in done.stdout


def start(*arguments: str | Path) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "briefreader", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"text": "word " * 20}) + "\n" for _ in range(200)))
    process = start("analyse", path, "--jobs", "0")
    assert process.stdout and process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr.read() == b""
    process.stderr.close()


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: Captured) -> None:
    def interrupted(_options: object, _output: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "import_module", lambda _name: SimpleNamespace(run=interrupted))
    assert run("analyse", folder) == cli.INTERRUPTED
    assert capsys.readouterr() == ("", "")
