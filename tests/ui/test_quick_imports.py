from __future__ import annotations

import subprocess
import sys


def fresh(code: str) -> str:
    """Return what a new process of Python prints."""
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60
    ).stdout.strip()


def test_no_sources_are_kept() -> None:
    said = fresh(
        "import briefreader.ui.app, linecache, pathlib, sys\n"
        "ours = pathlib.Path(sys.modules['briefreader'].__file__).parent\n"
        "print(len([name for name in linecache.cache if pathlib.Path(name).is_relative_to(ours)]))"
    )
    assert said == "0"
