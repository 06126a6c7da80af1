"""Plug-ins: the modules of a package, and those that other packages announce."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType


@cache
def discover(package: str) -> tuple[ModuleType, ...]:
    """Return the plug-in modules of a package such as ``briefreader.readers``, in order of name.

    Its own modules count unless their name starts with an underscore; other distributions add
    theirs as entry points of the group that has the package's name.
    """
    home = importlib.import_module(package)
    names = sorted(info.name for info in pkgutil.iter_modules(home.__path__) if not info.name.startswith("_"))
    modules = [importlib.import_module(f"{package}.{name}") for name in names]
    modules += [entry.load() for entry in sorted(entry_points(group=package), key=lambda each: each.name)]
    return tuple(modules)
