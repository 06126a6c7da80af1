"""A figure, and the value of the number that it starts from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefreader.domain.text import Span
from briefreader.extractors import _numbers
from briefreader.extractors._figures_context import comparator


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its span with comparator, the number's own span, and what it says.

    The number's span holds its currency, unit and scale, but no comparator. ``kind`` is "money",
    "percent", "quantity" or "count"; ``value`` has its scale words applied and
    is None where no number is told ("dozens of people"); ``to`` is the upper end of a range.
    """

    span: Span
    number: Span
    kind: str
    value: float | None
    unit: str = ""
    comparator: str = "="
    to: float | None = None


NUMBER = re.compile(
    r"(?P<run>[\d.,:/–—-]{40,})|"  # no figure that anybody reads
    r"(?=[½¼¾⅓⅔⅛\d])(?<![\w/.])(?P<fraction>[½¼¾⅓⅔⅛]|[1-9]/[1-9]\d?(?![\w/]))"
    r"|(?=[-−.\d])(?:(?<![\w.,:/#@\\+*=])|(?<=\b[A-Z]{3})|(?<=\b(?:R[sMp]|Dh|QR|KD|BD|Tk|kr))"
    r"|(?<=\b(?:SFr|Rmb|Dhs|KSh|Ksh|TSh|USh|Skr|SKr|Nkr|NKr|Dkr|DKr))"
    r"|(?<=\b[RN])(?=[\d.,]+(?:bn|m|b| ?(?:million|billion|trillion))\b))"
    r"(?P<sign>(?<![\w)%])(?<![\d)] )[-−](?=[\d.]))?(?P<digits>\d{1,3}(?:\.\d{3}){2,}(?![\d.])|"
    rf"\d{{1,3}}(?:[\u00a0\u202f\u2009]\d{{3}})+(?!\d)|{_numbers.DIGITS}|\.\d+)"
    r"|(?=[aqthAQTH])(?<![\w-])(?P<part>(?i:half(?: an?)?|(?:a )?quarter|"
    r"three[- ]quarters)(?: of an?)?)(?=\s(?:a\s)?(?:million|billion|trillion|turn))"
    rf"|(?=[{_numbers.FIRST_LETTERS}])(?P<words>(?<![\w-])(?i:{_numbers.WORD_NUMBER}))"
)
SCALE = re.compile(
    r"[\s\u00a0-]?(?P<word>hundred|thousand|lakh|million|crore|billion|trillion|quadrillion|dozen)(?:\b|"
    r"(?=[a-z]))(?!s\b)",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"[- ](?:(?P<third>thirds?)|(?P<quarter>quarters?)|(?P<fifth>fifths?)|(?P<tenth>tenths?))\b(?! of "
    r"(?:19|20)\d\d| (?:profit|result|earning))"
)
_PART_SIZES = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}

_MIXED = re.compile(r"[\s-](?:and )?(?P<part>[1-9]/[1-9]\d?|[½¼¾⅓⅔⅛])(?!\w)|(?P<glued>[½¼¾⅓⅔⅛])")
_HALF = re.compile(r" and a half\b")


def value_of(text: str, match: re.Match[str]) -> tuple[float, int, int] | None:
    """Return the number's value, start and end, fractions behind it included."""
    start, end = match.span()
    if match["words"]:
        value = _numbers.from_words(match["words"])
        parts = _PARTS.match(text, end) if value is not None and value < 10 else None
        if value and parts:
            return value / _PART_SIZES[parts.lastgroup or ""], start, parts.end()
    elif match["fraction"]:
        value = _fraction(match["fraction"])
    elif match["part"]:
        low = match["part"].lower()
        value = 0.5 if low.startswith("half") else 0.75 if low.startswith("three") else 0.25
    else:
        value = _digits(match["digits"])
        if match["sign"]:
            if text[end : end + 1].isalpha() and not text[end : end + 1].islower():
                return None
            value = -value if value is not None else None
    if value is None or (text[end : end + 1] == "/" and not match["part"]):
        return None
    if not match["fraction"] and not match["part"]:
        mixed = _MIXED.match(text, end)
        half = _HALF.match(text, end)
        if mixed:
            value, end = value + _fraction(mixed["part"] or mixed["glued"]), mixed.end()
        elif half:
            scale = re.search(r"\b(?:hundred|thousand|million|billion|trillion)$", text[start:end].lower())
            value, end = value + 0.5 * (_numbers.SCALES[scale[0]] if scale else 1), half.end()
    return value, start, end


def _digits(written: str) -> float | None:
    """Return the value of digits; "1.234.567", "12 345" and "3,5" are read as written there."""
    plain = re.sub(r"[\u00a0\u202f\u2009]", "", written)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    groups = plain.split(",")
    if len(groups) == 2 and len(groups[1]) == 2 and "." not in plain:
        return _numbers.from_digits(plain.replace(",", "."))
    return _numbers.from_digits(plain)


def _fraction(written: str) -> float:
    if written in _numbers.FRACTIONS:
        return _numbers.FRACTIONS[written]
    over, under = written.split("/")
    return int(over) / int(under)


def make(text: str, start: int, end: int, kind: str, value: float, unit: str = "") -> Figure:
    """Make a figure of a stretch, which grows by the comparator before it ("over", "about")."""
    first, sign = comparator(text, start, end)
    return Figure(Span(first, end), Span(start, end), kind, round(value, 9), unit, sign)
