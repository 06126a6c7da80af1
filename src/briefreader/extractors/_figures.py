"""Finds figures: money, percentages, measured quantities and counts, with value and unit.

Every number of a text is tried in turn: what stands before it (a currency, a comparator), how it
is scaled, and what stands behind it (percent, currency, measure, counted noun) decide what it is.
docs/notes/figures.md explains what is taken and what is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefreader.domain.text import Span
from briefreader.extractors import _figures_counts as counts
from briefreader.extractors import _numbers, _units
from briefreader.extractors._dates_cover import Cover
from briefreader.extractors._figures_currency import placed
from briefreader.extractors._figures_money import SHORT, money_after, money_before
from briefreader.extractors._figures_pairs import completed, joined, like
from briefreader.extractors._figures_value import NUMBER, SCALE, Figure, make, value_of

_HALF_PERCENT = re.compile(
    r"(?<![\w-])(?i:half a|half of one|a half|half|a quarter) (?:percentage point|percent|per cent|point)\b"
)
_PERCENT = re.compile(
    r"[\s\u00a0-]?(?:%|％)(?!\w)|[\s-](?:percentage[\s-]points?|percentage|percents?|per[\s-]cent|"
    r"pct\.?)\b(?!\s+of\s+\d)",
    re.IGNORECASE,
)
_PERCENT_OF = re.compile(r"(?<![\w%] )\b(?:per cent|percents?) of $", re.IGNORECASE)
_SIGN_BEFORE = re.compile(r"(?:(?<!plus or )\b(?:minus|negative) )$", re.IGNORECASE)
_DASH = re.compile(r"[-–—]|\s[-–—]\s")


def figures(text: str, taken: Sequence[Span]) -> list[Figure]:
    """Return every figure of a text outside of the spans that are taken, in order."""
    found: list[Figure] = counts.parts(text, taken, make)
    parts = [each.span for each in found]
    cover = Cover([*taken, *parts])
    place = 0
    for match in NUMBER.finditer(text):
        if match["run"] or match.start() < place or cover.touches(*match.span()):
            continue
        figure = _read(text, match, place)
        if figure is None:
            continue
        if figure.span.start < place:
            figure = replace(figure, span=Span(max(figure.number.start, place), figure.span.end))
        found.append(figure)
        place = figure.span.end
    found += _half_percents(text)
    found += counts.fractions(text, [*taken, *(each.span for each in found)], make)
    found += counts.vague(text, found, Figure)
    found.sort(key=lambda each: each.span)
    return completed(text, placed(text, joined(text, found)))


def _half_percents(text: str) -> list[Figure]:
    """Return "half a percentage point" and its like."""
    found = []
    for match in _HALF_PERCENT.finditer(text):
        value = 0.25 if "quarter" in match[0].lower() else 0.5
        found.append(make(text, *match.span(), "percent", value, "%"))
    return found


def _read(text: str, match: re.Match[str], place: int, ranges: bool = True) -> Figure | None:
    """Return the figure that a number makes with its surroundings, or None.

    What stands before ``place`` belongs to the figure before; ``ranges`` allows it to be the lower
    end of a range.
    """
    number = value_of(text, match)
    if number is None:
        return None
    value, start, end = number
    short = counts.SHORT_COUNT.match(text, end)
    if short and text[end - 1].isdigit() and text[max(0, start - 1) : start] not in ("$", "€", "£"):
        value, end = value * SHORT[short["word"]], short.end()
    scaled = SCALE.match(text, end)
    if scaled and not (match["words"] and scaled["word"].lower() == "hundred"):
        value *= _numbers.SCALES[scaled["word"].lower()]
        end = scaled.end()
    negative = _SIGN_BEFORE.search(text[max(0, start - 16) : start])
    if negative:
        start, value = start - len(negative[0]), -value
    return (
        money_before(text, start, end, value, place)
        or _percent(text, start, end, value)
        or money_after(text, start, end, value)
        or _quantity(text, start, end, value)
        or (_dashed(text, start, end, value, place) if ranges else None)
        or _count(text, start, end, value, match)
    )


def _percent(text: str, start: int, end: int, value: float) -> Figure | None:
    match = _PERCENT.match(text, end)
    if match:
        return make(text, start, match.end(), "percent", value, "%")
    of = _PERCENT_OF.search(text[max(0, start - 14) : start])
    if of and not re.match(r"\s?[A-Za-z]", text[end : end + 2]):
        whole = Span(start - len(of[0]), end)
        return Figure(whole, whole, "percent", value, "%")
    return None


_MAGNITUDE = re.compile(r"\bmagnitude(?: of |[- ])$")
_GLUED_DEGREE = re.compile(r"(?<=\d)[CF](?![\w-])")
_HEAT = re.compile(
    r"\b(?:temperatures?|degrees|heat\w*|hot\w*|cold\w*|warm\w*|weather|thermometers?|fever|freez\w+)\b",
    re.IGNORECASE,
)
"""What is written near "41C" where it is no seat or flat."""
_BRACKETED = re.compile(r"\s[(\[{<](?P<unit>[A-Za-zμµ°]{1,4}[²³23]?)[)\]}>]")
_UNIT_WORD = re.compile(
    r"(?P<gap>[\s\u00a0]|-)?(?P<unit>[^\W\d_]+(?:[/²³]\w*|[23](?!\w))?|°\s?[CF]|[μµ][gm])"
)


def _quantity(text: str, start: int, end: int, value: float) -> Figure | None:
    """Return the quantity that a measure behind the number makes: "3,500 km", "68-ounce"."""
    bracketed = _BRACKETED.match(text, end)
    scale = _MAGNITUDE.search(text, max(0, start - 16), start)
    if scale and value < 11:
        whole = Span(scale.start(), end)
        return Figure(whole, whole, "quantity", value, "magnitude")
    if text[start - 1 : start].isalpha():
        return None
    if bracketed and bracketed["unit"] in _units.measures():
        return make(text, start, bracketed.end(), "quantity", value, _units.measures()[bracketed["unit"]])
    heat = _GLUED_DEGREE.match(text, end)
    if heat and value < 150 and _HEAT.search(text, max(0, start - 80), min(len(text), end + 60)):
        unit = "degree Celsius" if heat[0] == "C" else "degree Fahrenheit"
        return make(text, start, heat.end(), "quantity", value, unit)
    if re.match(r"\s?\"(?=\s(?:long|wide|tall|high|deep))", text[end : end + 8]):
        return make(text, start, text.index('"', end) + 1, "quantity", value, "inch")
    measure = _measure(text, end)
    if measure is None or (
        text[max(0, start - 1) : start] == "-" and text[max(0, start - 2) : start - 1].isalnum()
    ):
        return None
    unit, after = measure
    if unit == "megabit" and text[end:after].strip() not in ("mb", "Mb", "megabits", "megabit"):
        return None
    if unit == "foot":
        inches = re.compile(r"(?:,? (?:and )?)(\d{1,2}) ?(?:in|inch|inches)\b").match(text, after)
        if inches:
            value, after = value + int(inches[1]) / 12, inches.end()
    return make(text, start, after, "quantity", value, unit)


def _measure(text: str, end: int) -> tuple[str, int] | None:
    """Return the unit that follows a number, longest name first, and where it ends."""
    table, places, place = _units.measures(), [], end
    for _step in range(3):
        match = _UNIT_WORD.match(text, place)
        if match is None:
            break
        places.append(match.end())
        place = match.end()
    for after in reversed(places):
        written = text[end:after]
        name = re.sub(r"[\s\u00a0]+", " ", written.lstrip(" \u00a0-"))
        unit = table.get(name) or (table.get(name.lower()) if len(name) > 3 else None)
        if "-" in name:  # "174,000-cubic-metre"
            unit = unit or table.get(name.lower().replace("-", " "))
        if unit is None or (len(name) == 1 and written.startswith("-")):
            continue
        if (
            name in ("m", "t", "g", "l", "W", "mi")
            and re.match(r"\s?\d|['’]", text[after : after + 2])
            and not re.match(r"\s\d+\s?(?:d?m|x)\b", text[after : after + 6])
        ):
            continue
        return unit, after
    return None


def _count(text: str, start: int, end: int, value: float, match: re.Match[str]) -> Figure | None:
    if match["part"]:
        return make(text, start, end, "count", value) if SCALE.search(text, start, end) else None
    if not counts.counts(text, start, end, value, match["words"] is not None):
        return None
    return make(text, start, end, "count", value)


def _dashed(text: str, start: int, end: int, value: float, place: int) -> Figure | None:
    """Return the one figure of a range with a dash: "5–10 percent", "5-10 million euros"."""
    dash = _DASH.match(text, end)
    upper = NUMBER.match(text, dash.end()) if dash else None
    if upper is None or not upper["digits"]:
        return None
    second = _read(text, upper, max(place, end), ranges=False)
    if second is None or second.kind == "count" or second.value is None or second.span.start != upper.start():
        return None
    lower = Figure(Span(start, end), Span(start, end), "count", value)
    first = like(text, lower, second)
    joint = make(text, start, second.span.end, second.kind, first.value or 0.0, second.unit)
    return replace(joint, to=second.value)
