"""The tree keeps its shape: each module has its tests, nothing grows too long, the guide is complete.

CONTRIBUTING.md gives these rules in words.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from briefreader.settings import Settings
from briefreader.ui.actions import ACTIONS, ActionSpec, shown
from briefreader.ui.views.acts import VIEW_ACTS

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "briefreader"
TESTS = ROOT / "tests"
GUIDE = ROOT / "docs" / "guide"
MODULES = sorted(path for path in SRC.rglob("*.py") if "_resources" not in path.parts)
FILE_LIMIT, FUNCTION_LIMIT = 400, 50

THROUGH_ONE_DOOR = {"cli": "test_cli.py"}
"""Packages that are reached by one function alone, and the file that tests them through it."""

REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted|registry\.npmjs|npmjs\.com/|deb\.debian|snapshot\.debian|conda\.anaconda"
    r"|--(?:extra-)?index-url|--find-links",
)
MACHINES = re.compile(r"(?<![\w./])/(?:root|work|home/(?!me/)\w+|Users/\w+)/|[A-Z]:\\Users\\")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def imported(path: Path) -> set[str]:
    """Return the modules, and the names out of modules, that a file imports anywhere."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def dotted(path: Path) -> str:
    parts = path.relative_to(SRC.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


# -- Each module has its tests ----------------------------------------------------------------------


def own_tests(path: Path) -> bool:
    """Tell whether the test file of a module is there: ``a/b.py`` has ``tests/a/test_b.py``."""
    package = path.relative_to(SRC).parent
    door = THROUGH_ONE_DOOR.get(package.as_posix())
    if door:
        return (TESTS / package / door).is_file()
    name = package.name if path.stem == "__init__" else path.stem.strip("_")
    # histogram_bars.py is a part of histogram.py, and may be tested with it.
    whole = name.split("_")
    names = {name, *("_".join(whole[:n]) for n in range(1, len(whole)) if has_module(path, whole[:n]))}
    return any((TESTS / package / f"test_{each}.py").is_file() for each in names)


def has_module(beside: Path, words: list[str]) -> bool:
    return (beside.parent / ("_".join(words) + ".py")).is_file()


def users(path: Path) -> Iterator[Path]:
    """Yield the public modules of a package that use one of its private modules, at any remove."""
    seen, ask = {path}, [path]
    while ask:
        used = dotted(ask.pop())
        for other in path.parent.glob("*.py"):
            if other not in seen and used in imported(other):
                seen.add(other)
                if other.stem.startswith("_"):
                    ask.append(other)
                else:
                    yield other


def says_something(path: Path) -> bool:
    """Tell whether a module defines anything; the docstring of a package does not."""
    return any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in tree(path).body)


def test_each_module_has_its_tests() -> None:
    lacking = [
        short(path)
        for path in MODULES
        if not own_tests(path)
        and (path.stem != "__init__" or says_something(path))
        and not (path.stem.startswith("_") and any(map(own_tests, users(path))))
    ]
    assert lacking == []


# -- Nothing grows too long -------------------------------------------------------------------------


def test_no_file_is_too_long() -> None:
    lengths = {short(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > FILE_LIMIT} == {}


def test_no_function_is_too_long() -> None:
    long = {
        f"{short(path)}:{node.name}": lines
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LIMIT
    }
    assert long == {}


# -- The guide is complete --------------------------------------------------------------------------


@pytest.mark.parametrize("setting", [field.name for field in fields(Settings)])
def test_each_setting_is_in_the_guide(setting: str) -> None:
    assert f"`{setting}`" in (GUIDE / "settings.md").read_text(encoding="utf-8")


def row_of(spec: ActionSpec) -> str:
    keys = ", ".join(f"`{shown(keys)}`" for keys in spec.keys)
    return f"| {keys} | {(spec.tip or spec.text).replace('&', '').rstrip('…')} |"


def test_each_key_is_in_the_guide() -> None:
    """If this fails, put the rows that it prints into docs/guide/keys.md."""
    guide = (GUIDE / "keys.md").read_text(encoding="utf-8").splitlines()
    rows = [row_of(spec) for spec in ACTIONS if spec.keys]
    for _title, acts in VIEW_ACTS.values():
        rows += [f"| `{shown(act.keys)}` | {act.tip} |" for act in acts if act.keys]
    assert [row for row in rows if row not in guide] == []
    assert [row for row in guide if row.startswith("| `") and row not in rows] == []


def test_links_of_the_documents_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{short(page)}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []


def test_each_note_is_in_the_index() -> None:
    notes = ROOT / "docs" / "notes"
    index = (notes / "README.md").read_text(encoding="utf-8")
    pages = {page.name for page in notes.glob("*.md")} - {"README.md"}
    assert {page for page in pages if f"]({page})" not in index} == set()


# -- Nothing is there that must not be ---------------------------------------------------------------


def test_nothing_runs_or_loads_what_it_is_given() -> None:
    """Neither code nor objects are made from data: no eval, no exec, no pickles that we read."""
    bad = [
        f"{short(path)}: {name}"
        for path in MODULES
        for name in imported(path) & {"pickle", "marshal", "shelve"}
    ]
    bad += [
        f"{short(path)}:{node.lineno}: {node.func.id}"
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"eval", "exec"}
    ]
    assert bad == []


def texts() -> Iterator[tuple[Path, str]]:
    """Yield the text files of the tree, without what tools and environments keep in it."""
    ask = [ROOT]
    while ask:
        for path in sorted(ask.pop().iterdir()):
            if path.is_dir():
                hidden = path.name.startswith(".") and path.name != ".ci"
                made = path.name in {"__pycache__", "dist", "build"} or (path / "pyvenv.cfg").exists()
                if not (hidden or made or path.is_symlink()):
                    ask.append(path)
            elif path != Path(__file__) and path.name != "uv.lock":
                try:
                    yield path, path.read_text(encoding="utf-8")
                except UnicodeDecodeError:
                    continue


def test_the_tree_names_no_registry_and_no_machine() -> None:
    found = [
        f"{short(path)}: {match.group()}"
        for path, text in texts()
        for pattern in (REGISTRIES, MACHINES)
        for match in pattern.finditer(text)
    ]
    assert found == []


def test_no_group_is_repeated_possessively() -> None:
    """Python before 3.11.5 matches such a group wrongly where there is a choice within it (gh-106052)."""
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in sorted((ROOT / "src").rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"re\.compile|rf?\"", line) and re.search(r"\)(?:[*+?]|\{[\d,]+\})\+|\(\?>", line)
    ]
    assert found == []
