"""The program: its arguments decide between a command and the window."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    from briefreader.cli import run

    return run(arguments, _window)


def _window(paths: Sequence[str]) -> int:
    from briefreader.ui.app import run

    return run(paths)


if __name__ == "__main__":
    raise SystemExit(main())
