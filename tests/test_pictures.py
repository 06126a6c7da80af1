"""Every picture of the guide is taken by docs/pictures/make.py, and every picture that it takes is shown."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
LARGEST = 150_000  # bytes


def table() -> set[str]:
    """Return the names that the functions marked as pictures give."""
    nodes = (node for path in PICTURES.glob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {
        node.name.replace("_", "-") + ".png"
        for node in nodes
        if isinstance(node, ast.FunctionDef)
        and any(
            isinstance(each, ast.Call) and ast.unparse(each.func) == "picture" for each in node.decorator_list
        )
    }


def shown() -> set[str]:
    pages = [ROOT / "README.md", *(ROOT / "docs" / "guide").glob("*.md")]
    texts = (page.read_text(encoding="utf-8") for page in pages)
    return {name for text in texts for name in re.findall(r"!\[[^]]+\]\([^)]*pictures/([^)]+)\)", text)}


def test_the_pictures_are_those_of_the_table() -> None:
    assert len(table()) > 20
    assert {path.name for path in PICTURES.glob("*.png")} == table()


def test_every_picture_is_shown_with_words_in_its_place() -> None:
    assert shown() == table()


def test_no_picture_is_heavy() -> None:
    heavy = {path.name: path.stat().st_size for path in PICTURES.glob("*.png")}
    assert {name: size for name, size in heavy.items() if size > LARGEST} == {}
