from __future__ import annotations

import subprocess
import sys

import pytest

from briefreader import __main__, __version__
from briefreader.ui import app


def test_commands_go_to_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        __main__.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"briefreader {__version__}\n"


def test_the_window_is_given_the_paths(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []
    monkeypatch.setattr(app, "run", lambda paths: given.append(paths) or 7)
    assert __main__._window(["a", "b"]) == 7
    assert given == [["a", "b"]]


def test_the_module_runs_and_imports_nothing_before_it_must() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefreader", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == f"briefreader {__version__}"
    code = (
        "import sys, briefreader.__main__; "
        "print([name for name in sys.modules if name.startswith('briefreader')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['briefreader', 'briefreader.__main__']"
