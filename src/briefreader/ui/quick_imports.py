"""Keeps PySide6 from reading the source of every module that is imported."""

from __future__ import annotations

import sys


def leave_sources_unread() -> None:
    """Tell PySide6 that no module switches its optional features on.

    On each import PySide6 looks in the source of the importing module for the words that would
    switch features like snake_case names on, through ``inspect``, which keeps every line: 17 MB and
    a tenth of a second by the time the store is open. No module here uses them. Where a version of
    PySide6 has no such function, nothing is done.
    """
    import PySide6.QtCore  # noqa: F401 - it brings the module below

    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[union-attr]
