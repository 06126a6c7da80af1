import unicodedata

import pytest

from briefreader.exporters import _glyphs
from briefreader.exporters._glyphs import Typeface, Typefaces, direction, forbidden, named, shown, typefaces

VIETNAMESE = "ĂăÂâĐđÊêÔôƠơƯư" + "".join(map(chr, range(0x1EA0, 0x1EFA)))
CYRILLIC = "".join(map(chr, range(0x400, 0x460))) + "Ґґ"
GREEK = "".join(chr(code) for code in range(0x391, 0x3CF) if unicodedata.category(chr(code)) != "Cn")
LATIN = "ĄąĆćĘęŁłŃńÓóŚśŹźŻżĞğİıŞşČčŘřŽžŐőŰűȘșȚț"
SIGNS = "–—‘’“”„«»…•·†‡§¶№€£¥₫₽₴₹°±×÷≈≤≥−½¼¾\u00a0\u202f\u2009"


@pytest.mark.parametrize("text", [VIETNAMESE, CYRILLIC, GREEK, LATIN, SIGNS])
def test_the_bundled_typefaces_suffice_for_european_scripts_and_vietnamese(text: str) -> None:
    assert all(face.shows(char) for face in _glyphs.bundled()[:1] for char in text)
    assert typefaces([text]).borrowed == ()


def test_decomposed_letters_are_shown_as_they_are() -> None:
    text = unicodedata.normalize("NFD", "Việt Nam: Lương, Đặng, Ё й")
    replaced: dict[str, None] = {}
    assert shown(text, typefaces([text]), replaced) == text and not replaced


def test_a_mark_that_no_typeface_can_put_on_its_letter_stands_as_its_code() -> None:
    faces = Typefaces((Typeface("A", "", frozenset({ord("e")})), Typeface("B", "", frozenset({0x0301}))))
    replaced: dict[str, None] = {}
    assert shown("e\u0301", faces, replaced) == "e[U+0301]"
    assert list(replaced) == ["\u0301"]


def test_white_space_and_invisible_characters() -> None:
    faces = typefaces([])
    replaced: dict[str, None] = {}
    assert shown("a\tb\u2028c\r\nd\x0be", faces, replaced) == "a b c\nd e"
    kept = "a\u200bb\u200d\u2060c\u00ad\u200e"
    assert shown(kept, faces, replaced) == kept and not replaced


@pytest.mark.parametrize(
    "code", [0x00, 0x07, 0x7F, 0x9F, 0x202E, 0x2067, 0xD800, 0xE000, 0xFEFF, 0xFFFE, 0x378, 0xE0041]
)
def test_what_breaks_the_file_or_deceives_is_never_set(code: int) -> None:
    replaced: dict[str, None] = {}
    assert forbidden(chr(code))
    assert shown(f"a{chr(code)}b", typefaces([chr(code)]), replaced) == f"a[U+{code:04X}]b"
    assert list(replaced) == [chr(code)]


def test_a_typeface_is_borrowed_only_for_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    covers = {"thai.ttf": {0x0E01}, "serif.ttf": {0x0E01, 0x0E02}, "other.ttf": {0x0E01, 0x0E02, 0x0E03}}
    found = (("Noto Sans Thai", "thai.ttf", 0), ("Noto Serif Thai", "serif.ttf", 0), ("Aaa", "other.ttf", 0))
    real = _glyphs._covered
    monkeypatch.setattr(_glyphs, "_installed", lambda: found)
    monkeypatch.setattr(_glyphs, "_covered", lambda path, n: frozenset(covers.get(path, ())) or real(path, n))
    assert typefaces(["plain"]).borrowed == ()
    assert [face.family for face in typefaces(["\u0e01"]).borrowed] == ["Noto Serif Thai"]
    assert [face.family for face in typefaces(["\u0e01\u0e03"]).borrowed] == ["Noto Serif Thai", "Aaa"]
    assert [face.family for face in typefaces(["\u0e03\u0e01"]).borrowed] == ["Noto Serif Thai", "Aaa"]


def test_a_broken_typeface_covers_nothing(tmp_path: object) -> None:
    assert _glyphs._covered(f"{tmp_path}/none.ttf", 0) == frozenset()
    assert _glyphs._covered(__file__, 0) == frozenset()


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("abc", "ltr"),
        ("«مهم» abc", "rtl"),
        ("123 שלום", "rtl"),
        ("", "ltr"),
        ("123", "ltr"),
        ("Việt שלום", "ltr"),
    ],
)
def test_direction_is_that_of_the_first_letter(text: str, way: str) -> None:
    assert direction(text) == way


def test_characters_are_named() -> None:
    assert named("\u202e") == "U+202E (right-to-left override)"
    assert named("\x00") == "U+0000"
