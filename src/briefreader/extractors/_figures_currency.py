"""Which country's crowns, francs or pesos are meant: those of the country named beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from briefreader.domain.folding import fold
from briefreader.extractors._figures_value import Figure
from briefreader.extractors._gazetteer import demonym_country, place_country

_NAMES = {
    "crown": ("krone", "krona", "koruna"), "krone": ("krone",), "krona": ("krona",), "franc": ("franc",),
    "peso": ("peso",), "dinar": ("dinar",), "shilling": ("shilling",),
}  # fmt: skip
"""Units that more than one country has, and what CLDR calls them."""
_CAPITAL = re.compile(r"(?<![\w-])[A-ZÀ-Þ][^\W\d_]+(?:\s[A-ZÀ-Þ][^\W\d_]+)?")
_END = re.compile(r"[.!?]\s|\n")
_DAY = date(2024, 1, 1)
"""Currencies are those of this day, so that a text means the same whenever it is read."""
_BEFORE, _BEHIND = 300, 80


def placed(text: str, found: list[Figure]) -> list[Figure]:
    """Give each amount in crowns, francs … the code of the currency of the nearest country that has it."""
    return [_placed(text, each) if each.unit in _NAMES else each for each in found]


def _placed(text: str, figure: Figure) -> Figure:
    for country in _countries(text, figure):
        for code, name in _currencies(country):
            if any(word in name.split() for word in _NAMES[figure.unit]):
                return replace(figure, unit=code)
    return figure


def _countries(text: str, figure: Figure) -> Iterator[str]:
    """Yield the codes of the countries named around a figure: backwards from it, then behind it."""
    start, end = figure.span.start, figure.span.end
    before = list(_CAPITAL.finditer(text, max(0, start - _BEFORE), start))
    stop = _END.search(text, end, end + _BEHIND)
    behind = _CAPITAL.finditer(text, end, stop.start() if stop else min(len(text), end + _BEHIND))
    for match in (*reversed(before), *behind):
        for word in (match[0], *match[0].split()):
            code = place_country(word) or place_country(demonym_country(word) or "")
            if code:
                yield code


@cache
def _currencies(country: str) -> tuple[tuple[str, str], ...]:
    """Return the currencies of a country: the code, and the name in lower case without accents."""
    from babel.numbers import get_currency_name, get_territory_currencies

    codes = map(str, get_territory_currencies(country, _DAY))
    return tuple((code, fold(str(get_currency_name(code, count=1, locale="en")))) for code in codes)
