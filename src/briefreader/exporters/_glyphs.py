"""Which characters a PDF can show: coverage of the typefaces, and what stands for the rest.

The bundled typefaces come first and suffice for Latin (with Vietnamese), Cyrillic and Greek, so such
a briefing is the same file on every machine. Only for what they lack is a typeface of the system
taken, by an order that depends on nothing but the names of the typefaces that are installed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefreader.resources import resource

SERIF, SANS = "Source Serif 4", "Inter"

# Overrides and isolates of direction, the byte order mark (refused by PDF/UA), tag characters.
_REFUSED = frozenset((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xE0000, 0xE0080)))
# A base character with the marks on it is shaped by one typeface or not at all.
_CLUSTER = re.compile(
    r"[^\W_][\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_CANDIDATES = 12
"""How many typefaces of the system are opened for one script before its characters are given up."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family, the file to hand to the typesetter if it is not bundled, and what it covers."""

    family: str
    path: str
    covered: frozenset[int]

    def shows(self, text: str) -> bool:
        """Tell whether it has every character of a text, decomposed or composed."""
        return all(ord(char) in self.covered for char in text) or all(
            ord(char) in self.covered for char in unicodedata.normalize("NFC", text)
        )


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The families that a file is set in, in order of preference.

    ``ordinary`` are the characters that are known to be shown as they are, whatever stands beside them.
    """

    faces: tuple[Typeface, ...]
    ordinary: frozenset[str] = frozenset()

    def shows(self, text: str) -> bool:
        """Tell whether one of the typefaces can show the whole of a character with its marks."""
        return any(face.shows(text) for face in self.faces)

    @property
    def borrowed(self) -> tuple[Typeface, ...]:
        """Return those that are not bundled."""
        return tuple(face for face in self.faces if face.path)


def typefaces(texts: Iterable[str]) -> Typefaces:
    """Return the bundled typefaces, with those of the system that these texts need besides."""
    needed = {char for char in set().union(*texts) if not (_invisible(char) or forbidden(char))}
    missing = {char for char in needed if not any(ord(char) in face.covered for face in bundled())}
    faces = Typefaces(bundled() + tuple(_borrow(missing)))
    shown = {char for char in needed if not unicodedata.category(char).startswith("M") and faces.shows(char)}
    return Typefaces(faces.faces, frozenset(shown | {"\n", " "}))


def forbidden(char: str) -> bool:
    """Tell whether a character must never be set: it breaks the file or deceives the reader.

    Controls, surrogates, private and unassigned code points make PDF/A impossible; overrides of
    direction would show the words in another order than the source has them; tag characters hide text.
    """
    code = ord(char)
    return unicodedata.category(char) in ("Cc", "Cs", "Co", "Cn") or code in _REFUSED


def shown(text: str, faces: Typefaces, replaced: dict[str, None]) -> str:
    """Return the text with "[U+XXXX]" for what cannot be shown; note each such character in ``replaced``.

    Line ends stay; other white space becomes a space.
    """
    if faces.ordinary.issuperset(text):
        return text
    pieces: list[str] = []
    bad = {match[0] for match in _CLUSTER.finditer(text) if not faces.shows(match[0])}
    marks = {char for cluster in bad for char in cluster[1:]}
    for char in text.replace("\r\n", "\n").replace("\r", "\n"):
        if char == "\n":
            pieces.append(char)
        elif char in "\t\v\f\x85\u2028\u2029":
            pieces.append(" ")
        elif forbidden(char) or char in marks or not (_invisible(char) or faces.shows(char)):
            pieces.append(f"[U+{ord(char):04X}]")
            replaced[char] = None
        else:
            pieces.append(char)
    return "".join(pieces)


def direction(text: str) -> str:
    """Return "rtl" or "ltr": the direction of the first letter that has one (UAX 9, rule P2)."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def named(char: str) -> str:
    """Return a character's code and name, as in "U+202E (right-to-left override)"."""
    name = unicodedata.name(char, "").lower()
    return f"U+{ord(char):04X} ({name})" if name else f"U+{ord(char):04X}"


@cache
def bundled() -> tuple[Typeface, ...]:
    """Return the bundled families: a family covers what all its styles cover."""
    folder = resource("fonts")
    families = ((SERIF, "SourceSerif4-*.ttf"), (SANS, "Inter-*.ttf"))
    return tuple(
        Typeface(
            family, "", frozenset.intersection(*(_covered(str(p), 0) for p in sorted(folder.glob(glob))))
        )
        for family, glob in families
    )


def _invisible(char: str) -> bool:
    """Tell whether a typesetter needs no glyph for it (default ignorable, or white space)."""
    code = ord(char)
    return (
        char in "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\n\r\t\v\f"
        or 0xFE00 <= code <= 0xFE0F
        or 0x180B <= code <= 0x180E
    )


@cache
def _covered(path: str, index: int) -> frozenset[int]:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with Path(path).open("rb") as file, TTFont(file, fontNumber=index, lazy=True) as font:
            return frozenset(font.getBestCmap() or ())
    except (OSError, TTLibError):
        return frozenset()


def _borrow(missing: set[str]) -> list[Typeface]:
    """Return typefaces of the system, fewest first, that show as many of these characters as can be."""
    taken: list[Typeface] = []
    if not missing:
        return taken
    available = _installed()
    scripts: dict[str, set[str]] = {}
    for char in sorted(missing):
        scripts.setdefault(_script(char), set()).add(char)
    for script, chars in scripts.items():
        left = {char for char in chars if not any(ord(char) in face.covered for face in taken)}
        for family, path, index in sorted(available, key=lambda each: _rank(each, script))[:_CANDIDATES]:
            if not left:
                break
            face = Typeface(family, path, _covered(path, index))
            if any(ord(char) in face.covered for char in left):
                taken.append(face)
                left = {char for char in left if ord(char) not in face.covered}
    return taken


@cache
def _installed() -> tuple[tuple[str, str, int], ...]:
    """Return family, path and index of every upright typeface of ordinary weight in the system."""
    import typst

    fonts = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).fonts()
    return tuple(
        sorted(
            (font.family, font.path, font.index)
            for font in fonts
            if font.path and font.style == "normal" and font.weight == 400 and font.stretch == 1.0
        )
    )


def _script(char: str) -> str:
    """Return the first word of a character's name, which for letters is their script."""
    word = unicodedata.name(char, "").partition(" ")[0]
    return {"HIRAGANA": "JAPANESE", "KATAKANA": "JAPANESE", "KATAKANA-HIRAGANA": "JAPANESE"}.get(word, word)


_HOMES = {
    "CJK": "cjk sc", "JAPANESE": "cjk jp", "HANGUL": "cjk kr", "IDEOGRAPHIC": "cjk sc", "FULLWIDTH": "cjk sc",
}  # fmt: skip
_GENERAL = ("dejavu sans", "noto sans symbols", "noto sans symbols2", "noto sans math", "noto emoji",
            "noto color emoji", "noto sans", "noto serif")  # fmt: skip


def _rank(font: tuple[str, str, int], script: str) -> tuple[object, ...]:
    """Order typefaces for a script: those named after it, serifs first; then those of many symbols."""
    family = font[0].casefold()
    home = _HOMES.get(script, script.casefold())
    named_so = bool(home) and home in family
    serif = "serif" in family or "naskh" in family
    general = _GENERAL.index(family) if family in _GENERAL else len(_GENERAL)
    return (not named_so, named_so and not serif, named_so and "noto" not in family, general, *font)


def families(faces: Typefaces, first: str) -> Sequence[str]:
    """Return the names of the families with one of them first."""
    names = [face.family for face in faces.faces]
    return [first, *(name for name in dict.fromkeys(names) if name != first)]
