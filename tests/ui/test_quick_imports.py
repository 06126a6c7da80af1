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
        "import briefreader.ui.app, linecache\n"
        "print(sorted(name for name in linecache.cache if 'briefreader' in name or 'sqlalchemy' in name))"
    )
    assert said == "[]"
