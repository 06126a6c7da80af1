"""Text of each theme stands out from the grounds that it is really shown on: 4.5:1 at least (WCAG 2.2 AA).

Every file of resources/themes is taken by itself. The pairs are those of the style sheet, read from it,
and those that are painted, named below.
"""

from __future__ import annotations

import re
import tomllib
from itertools import product

import pytest

from briefreader.domain.annotation import COLOURS
from briefreader.resources import resource

THEMES = sorted(path.stem for path in resource("themes").glob("*.toml"))
LEAST = 4.5
GROUNDS = ("ground", "panel", "surface", "field")
WORDS = ("text", "text.muted", "text.faint", "accent", "danger", "warning", "success")
ROWS = ("selection", "hover")
"""What a row of a list stands on while it is chosen, or under the pointer."""
PAINTED = {
    *product(WORDS, GROUNDS),
    *product(WORDS, ROWS),
    *product(["text"], [f"highlight.{colour}" for colour in COLOURS]),
    *product(["text"], ["mark.quote", "mark.hit", "mark.hit.current", "mark.flash", "text.selected"]),
    ("chip.text", "chip"), ("chip.text", "hover"), ("accent.text", "accent"), ("warning", "warning.soft"),
    ("selection.text", "selection"), ("text", "accent.soft"), ("text", "warning.soft"),
}  # fmt: skip
"""Roles of words, and of what lists, the article, charts and notices paint them on."""


def colours(theme: str) -> dict[str, str]:
    """Return the colours of a theme by role."""
    found = tomllib.loads(resource(f"themes/{theme}.toml").read_text(encoding="utf-8"))["colours"]
    roles = {role: colour for role, colour in found.items() if isinstance(colour, str)}
    for group, parts in found.items():
        if isinstance(parts, dict):
            roles |= {f"{group}.{part}": colour for part, colour in parts.items()}
    return roles


def styled() -> set[tuple[str, str]]:
    """Return the pairs of the style sheet: rules that set both the words' colour and the ground."""
    sheet = resource("themes/window.qss").read_text(encoding="utf-8")
    pairs = set()
    for _selector, rule in re.findall(r"([^{}]+)\{([^}]*)\}", sheet):
        said = dict(re.findall(r"(?<![\w-])([\w-]+):\s*@([\w.]+);", rule))
        for words, ground in (("color", "background"), ("selection-color", "selection-background-color")):
            if words in said and ground in said:
                pairs.add((said[words], said[ground]))
    return pairs


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_pairs_of_the_style_sheet_are_read() -> None:
    assert {("text", "field"), ("accent.text", "accent"), ("selection.text", "selection")} <= styled()
    assert len(THEMES) >= 2


@pytest.mark.parametrize("theme", THEMES)
def test_words_stand_out_from_their_grounds(theme: str) -> None:
    roles = colours(theme)
    weak = {
        f"{words} on {ground}": round(ratio, 2)
        for words, ground in sorted(PAINTED | styled())
        if (ratio := contrast(roles[words], roles[ground])) < LEAST
    }
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES)
def test_signs_that_carry_meaning_stand_out(theme: str) -> None:
    """Lines, stars and the edge of what has the keyboard: 3:1, as WCAG 2.2 has it for what is no text."""
    roles = colours(theme)
    signs = ["accent", "star", *(role for role in roles if role.startswith("mark."))]
    grounds = {"mark.quote", "mark.hit", "mark.hit.current", "mark.flash"}
    weak = {
        f"{sign} on {ground}": round(ratio, 2)
        for sign in signs
        for ground in ("panel", "surface")
        if sign not in grounds and (ratio := contrast(roles[sign], roles[ground])) < 3
    }
    assert weak == {}
