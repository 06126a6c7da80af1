"""The program: its first argument decides between a command and the window."""

from __future__ import annotations


def main() -> int:
    """Run the program and return its exit code."""
    from briefreader.cli import run

    return run()


if __name__ == "__main__":
    raise SystemExit(main())
