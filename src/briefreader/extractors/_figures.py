"""Finds figures: money, percentages, measured quantities and counts, with value and unit.

Every number of a text is tried in turn: what stands before it (a currency, a comparator), how it
is scaled, and what stands behind it (percent, currency, measure, counted noun) decide what it is.
docs/notes/figures.md explains what is taken and what is left.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefreader.domain.text import Span
from briefreader.extractors import _figures_counts as counts
from briefreader.extractors import _numbers, _units
from briefreader.extractors._figures_context import comparator


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: its span with comparator, the number's own span, and what it says.

    ``kind`` is "money", "percent", "quantity" or "count"; ``value`` has its scale words applied and
    is None where no number is told ("dozens of people"); ``to`` is the upper end of a range.
    """

    span: Span
    number: Span
    kind: str
    value: float | None
    unit: str = ""
    comparator: str = "="
    to: float | None = None


_NUMBER = re.compile(
    r"(?<![\w/.])(?P<fraction>[½¼¾⅓⅔⅛]|[1-9]/[1-9]\d?(?![\w/]))"
    rf"|(?:(?<![\w.,:/#@\\+*=])|(?<=\b[A-Z]{{3}}))(?P<sign>(?<![\w)%])(?<![\d)] )[-−](?=[\d.]))?(?P<digits>\d{{1,3}}(?:\.\d{{3}}){{2,}}(?![\d.])|\d{{1,3}}(?:[\u00a0\u202f\u2009]\d{{3}})+(?!\d)|{_numbers.DIGITS}|\.\d+)"
    r"|(?<![\w-])(?P<part>(?i:half(?: an?)?|(?:a )?quarter|three[- ]quarters))(?=\s(?:a\s)?(?:million|billion|trillion|turn))"
    rf"|(?P<words>(?<![\w-])(?i:{_numbers.WORD_NUMBER}))"
)
_SCALE = re.compile(
    r"[\s\u00a0-]?(?P<word>hundred|thousand|lakh|million|crore|billion|trillion|quadrillion|dozen)(?:\b|(?=[a-z]))(?!s\b)", re.IGNORECASE
)
_SHORT_SCALE = re.compile(r"[\s\u00a0]?(?P<word>bn|mn|mln|mio|bln|tn|trn|m|M|b|B|k|K)(?![\w/])")
_PARTS = re.compile(r"[- ](?:(?P<third>thirds?)|(?P<quarter>quarters?)|(?P<fifth>fifths?)|(?P<tenth>tenths?))\b(?! of (?:19|20)\d\d| (?:profit|result|earning))")
_PART_SIZES = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_HALF_PERCENT = re.compile(r"(?<![\w-])(?i:half a|half of one|a half|half|a quarter) (?:percentage point|percent|per cent|point)\b")
_MIXED = re.compile(r"[\s-](?:and )?(?P<part>[1-9]/[1-9]\d?|[½¼¾⅓⅔⅛])(?!\w)|(?P<glued>[½¼¾⅓⅔⅛])")
_HALF = re.compile(r" and a half\b")
_PERCENT = re.compile(
    r"[\s\u00a0-]?(?:%|％)(?!\w)|[\s-](?:percentage[\s-]points?|percentage|percents?|per[\s-]cent|pct\.?)\b(?!\s+of\s+\d)", re.IGNORECASE
)
_PERCENT_OF = re.compile(r"(?<![\w%] )\b(?:per cent|percents?) of $", re.IGNORECASE)
_SIGN_BEFORE = re.compile(r"(?:\b(?:minus|negative) )$", re.IGNORECASE)
_DASH = re.compile(r"\s?(?:[-–—]|to|and)\s?")


def figures(text: str, taken: Sequence[Span]) -> list[Figure]:
    """Return every figure of a text outside of the spans that are taken, in order."""
    found: list[Figure] = []
    ends = sorted(taken)
    starts = [span.start for span in ends]
    place = 0
    for match in _NUMBER.finditer(text):
        if match.start() < place or _inside(match.span(), ends, starts):
            continue
        figure = _read(text, match, place)
        if figure is None:
            continue
        if found and figure.span.start < found[-1].span.end:
            figure = replace(figure, span=Span(max(figure.number.start, found[-1].span.end), figure.span.end))
        found.append(figure)
        place = figure.span.end
    found += _half_percents(text)
    found += counts.vague(text, found, Figure)
    found.sort(key=lambda each: each.span)
    return _ranged(text, found)


def _half_percents(text: str) -> list[Figure]:
    """Return "half a percentage point" and its like."""
    found = []
    for match in _HALF_PERCENT.finditer(text):
        value = 0.25 if "quarter" in match[0].lower() else 0.5
        found.append(_make(text, *match.span(), "percent", value, "%"))
    return found


def _inside(span: tuple[int, int], taken: list[Span], starts: list[int]) -> bool:
    index = bisect_left(starts, span[1]) - 1
    return index >= 0 and taken[index].end > span[0]


def _read(text: str, match: re.Match[str], place: int) -> Figure | None:
    """Return the figure that a number makes with its surroundings, or None."""
    number = _value(text, match)
    if number is None:
        return None
    value, start, end = number
    short = counts.SHORT_COUNT.match(text, end)
    if short and text[end - 1].isdigit() and text[max(0, start - 1) : start] not in ("$", "€", "£"):
        value, end = value * _SHORT[short["word"]], short.end()
    scaled = _SCALE.match(text, end)
    if scaled and not (match["words"] and scaled["word"].lower() == "hundred"):
        value *= _numbers.SCALES[scaled["word"].lower()]
        end = scaled.end()
    negative = _SIGN_BEFORE.search(text[max(0, start - 12) : start])
    if negative:
        start, value = start - len(negative[0]), -value
    return (
        _money_before(text, start, end, value, place)
        or _percent(text, start, end, value)
        or _money_after(text, start, end, value)
        or _quantity(text, start, end, value)
        or _count(text, start, end, value, match)
    )


def _value(text: str, match: re.Match[str]) -> tuple[float, int, int] | None:
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
    if value is None or text[end : end + 1] == "/" and not match["part"]:
        return None
    if not match["fraction"] and not match["part"]:
        mixed = _MIXED.match(text, end)
        half = _HALF.match(text, end)
        if mixed:
            value, end = value + _fraction(mixed["part"] or mixed["glued"]), mixed.end()
        elif half:
            value, end = value + 0.5, half.end()
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


def _make(text: str, start: int, end: int, kind: str, value: float, unit: str = "") -> Figure:
    first, sign = comparator(text, start, end)
    return Figure(Span(first, end), Span(start, end), kind, round(value, 9), unit, sign)


# Signs and codes before a number: "US$ ", "€", "USD", "MEUR", "dollar ".
_SIGNS = "|".join(re.escape(sign[:-1]) + (r"\s?\$" if sign[:-1] else r"\$") if sign[-1] == "$" else re.escape(sign) for sign in _units.symbols())
_SIGN_PREFIX = re.compile(rf"(?:(?<![^\W\d_])(?P<sign>{_SIGNS}))\s?$", re.IGNORECASE)
_CODE_PREFIX = re.compile(r"(?<![\w$])(?P<mega>[MK](?=[A-Z]{3}))?(?P<code>[A-Z]{3}|usd|eur|gbp|rmb|dollar)\s?\$?\s?$")


def _money_before(text: str, start: int, end: int, value: float, place: int) -> Figure | None:
    """Return the money that a currency before the number makes: "$5 million", "EUR 125", "US $ 10".

    What stands before ``place`` belongs to the figure before.
    """
    before = text[max(place, start - 9) : start]
    scale = 1.0
    sign = _SIGN_PREFIX.search(before)
    if sign:
        unit, first = _units.of_symbol(sign["sign"]), start - len(before) + sign.start("sign")
        if _ARTICLE.match(sign["sign"]):  # "a $5 million contract" is not in Australian dollars
            unit, first = "USD", start - len(before) + sign.start("sign") + sign["sign"].index("$")
    else:
        code = _CODE_PREFIX.search(before)
        if code is None or not (code["code"].upper() in _units.currency_codes() or code["code"] in ("usd", "eur", "gbp", "dollar")):
            return None
        unit = "USD" if code["code"] == "dollar" else _units.of_code(code["code"])
        first = start - len(before) + code.start()
        scale = {"M": 1e6, "K": 1e3}.get(code["mega"] or "", 1.0)
        behind = _CODE_AFTER.match(text, end)
        if text[first:start].strip().isupper() and behind and behind["code"] in _units.currency_codes():
            return None  # "10 rmb 20 usd": the code belongs to the number before
    if unit is None:
        return None
    short = _SHORT_SCALE.match(text, end)
    if short:
        value, end = value * _SHORT[short["word"]], short.end()
    end = _same_currency(text, end, unit)
    value, end = _with_cents(text, end, value * scale, bool(re.match(r"\d", text[start : start + 1])))
    return _make(text, first, end, "money", value, unit)


_ARTICLE = re.compile(r"[a-z]\$|(?:a|A|s|S|r|j|z) \$")
_SHORT = {"m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "k": 1e3, "K": 1e3} | _numbers.SCALES


def _same_currency(text: str, end: int, unit: str) -> int:
    """Return where "$10 dollars" or "$5 million USD" ends: the currency named twice is one."""
    match = re.compile(r"\s?(?P<word>[A-Za-z]{3,8})\b").match(text, end)
    if match and (_units.currencies().get(match["word"].lower()) == unit or match["word"] == unit):
        return match.end()
    return end


_AND_HUNDREDTHS = re.compile(rf"\sand (?P<words>(?i:{_numbers.WORD_NUMBER}))(?=\s*(?:[.,;!?]|$))")


def _with_cents(text: str, end: int, value: float, digits: bool) -> tuple[float, int]:
    """Return the value with the cents or the words behind it: "$10 30 cent", "$100 and fifty"."""
    cents = _CENTS.match(text, end)
    if cents:
        part = _part_value(cents["number"])
        if part is not None and part < 100:
            return value + part / 100, cents.end()
    rest = _AND_HUNDREDTHS.match(text, end) if digits and value == int(value) else None
    if rest:
        part = _numbers.from_words(rest["words"])
        if part is not None and value % 100 == 0 and 0 < part < 100:
            return value + part / 100, rest.end()
    return value, end


_CENTS = re.compile(rf"\s(?:and )?(?P<number>\d{{1,2}}|(?i:{_numbers.WORD_NUMBER})) ?(?:cents?|pence|p)\b")
_LOOSE_CENTS = re.compile(rf"\s(?:and )?(?P<number>\d{{2}}|(?i:{_numbers.WORD_NUMBER}))(?=\s*(?:[.,;!?]|more\b|and\s|$))")
_CODE_AFTER = re.compile(r"[\s\u00a0]?(?P<mega>[MK](?=[A-Z]{3}))?(?P<code>[A-Z]{3})(?![\w$])")
_SIGN_AFTER = re.compile(rf"[\s\u00a0]?(?P<sign>{'|'.join(re.escape(s) for s in _units.symbols() if s not in ('rm', 'rp', 'rs', 'fr.', 'rs.'))})(?![\w$])", re.IGNORECASE)
_WORD = re.compile(r"[\s\u00a0-]?([^\W\d_][^\W\d_.]*(?:\.[A-Za-z]\.)*)")


def _part_value(written: str) -> float | None:
    return float(written) if written.isdigit() else _numbers.from_words(written)


def _money_after(text: str, start: int, end: int, value: float) -> Figure | None:
    """Return the money that a currency behind the number makes: "5 million euros", "10 USD", "100 ₽"."""
    code = _CODE_AFTER.match(text, end)
    if code and code["code"] in _units.currency_codes():
        scale = {"M": 1e6, "K": 1e3}.get(code["mega"] or "", 1.0)
        value, end = value * scale, code.end()
        scaled = _SCALE.match(text, end)
        if scaled:
            value, end = value * _numbers.SCALES[scaled["word"].lower()], scaled.end()
        value, end = _loose(text, end, value)
        return _make(text, start, end, "money", value, _units.of_code(code["code"]))
    sign = _SIGN_AFTER.match(text, end)
    if sign and _closes(text, sign.end(), sign["sign"]):
        value, end = _with_cents(text, sign.end(), value, digits=False)
        return _make(text, start, end, "money", value, _units.of_symbol(sign["sign"]) or "")
    named = _named(text, end)
    if named is None:
        return None
    unit, after = named
    if unit == "GBP" and not _is_money_pound(text, start, after, value):
        return None
    if unit in _units.SUBUNITS:
        return _make(text, start, after, "money", value, unit)
    if text[end:after].strip().lower() == "kuai":
        value, after = counts.kuai(text, after, value)
    value, after = _loose(text, after, value)
    return _make(text, start, after, "money", value, unit)


def _closes(text: str, end: int, sign: str) -> bool:
    """Tell whether a sign between two numbers belongs to the first: "10 $ 30 $", not "10 $30"."""
    following = re.compile(r"\s?\d[\d.,]*\s?(\S*)").match(text, end)
    return following is None or following[1].startswith((sign, "cent"))


def _loose(text: str, end: int, value: float) -> tuple[float, int]:
    """Return the value with the cents behind a currency's name: "3 dollars 50 cents", "15 dollars 50"."""
    cents = _CENTS.match(text, end) or (_LOOSE_CENTS.match(text, end) if value < 1000 else None)
    if cents is None:
        return value, end
    part = _part_value(cents["number"])
    if part is None or not 0 < part < 100:
        return value, end
    return value + part / 100, cents.end()


_RISKY = frozenset("real won mark marks crown crowns rand sen kip buck bucks dong lira peso som try pen all top sterling".split())


def _named(text: str, end: int) -> tuple[str, int] | None:
    """Return the currency whose name follows a number, longest name first, and where it ends."""
    names, words, ends, place = _units.currencies(), [], [], end
    for _step in range(4):
        match = _WORD.match(text, place)
        if match is None:
            break
        words.append(match[1].lower())
        ends.append(match.end())
        place = match.end()
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        if name not in names or text[ends[size - 1] : ends[size - 1] + 1].isdigit():
            continue
        if name in _RISKY and re.match(r"\s[a-z]", text[ends[size - 1] : ends[size - 1] + 2]) and name in ("real", "won", "mark", "crown"):
            return None
        return names[name], ends[size - 1]
    return None


_WEIGHT = re.compile(r"\b(?:weigh\w*|baby|drop|lose|lost|gain\w*|lbs?|heav\w+|fat|meat|of (?:cocaine|heroin|explosives|beef|sugar|gold))\b", re.IGNORECASE)
_PRICE = re.compile(r"\b(?:cost|price|pa(?:y|id)|worth|fine[ds]?|earn\w*|spen[dt]|bill|profit|tax|salary|sell|sold|bought|fee|debt|bank|shares?|invest\w*|sterling|improved)\b", re.IGNORECASE)


def _is_money_pound(text: str, start: int, end: int, value: float) -> bool:
    """Tell money pounds from pounds of weight, by size and by the words around."""
    if "sterling" in text[start:end].lower() or value >= 100_000:
        return True
    around = text[max(0, start - 60) : end + 40]
    if _WEIGHT.search(around):
        return False
    return bool(_PRICE.search(around)) and value >= 1


def _percent(text: str, start: int, end: int, value: float) -> Figure | None:
    match = _PERCENT.match(text, end)
    if match:
        return _make(text, start, match.end(), "percent", value, "%")
    of = _PERCENT_OF.search(text[max(0, start - 14) : start])
    if of and not re.match(r"\s?[A-Za-z]", text[end : end + 2]):
        return Figure(Span(start - len(of[0]), end), Span(start, end), "percent", value, "%")
    return None


_BRACKETED = re.compile(r"\s[(\[{<](?P<unit>[A-Za-zμµ°]{1,4}[²³23]?)[)\]}>]")
_UNIT_WORD = re.compile(r"(?P<gap>[\s\u00a0]|-)?(?P<unit>[^\W\d_]+(?:[/²³]\w*|[23](?!\w))?|°\s?[CF]|[μµ][gm])")


def _quantity(text: str, start: int, end: int, value: float) -> Figure | None:
    """Return the quantity that a measure behind the number makes: "3,500 km", "68-ounce"."""
    bracketed = _BRACKETED.match(text, end)
    if text[start - 1 : start].isalpha():
        return None
    if bracketed and bracketed["unit"] in _units.measures():
        return _make(text, start, bracketed.end(), "quantity", value, _units.measures()[bracketed["unit"]])
    if re.match(r"\s?\"(?=\s(?:long|wide|tall|high|deep))", text[end : end + 8]):
        return _make(text, start, text.index('"', end) + 1, "quantity", value, "inch")
    measure = _measure(text, end)
    if measure is None or text[max(0, start - 1) : start] == "-" and text[max(0, start - 2) : start - 1].isalnum():
        return None
    unit, after = measure
    if unit == "megabit" and text[end:after].strip() not in ("mb", "Mb", "megabits", "megabit"):
        return None
    if unit == "foot":
        inches = re.compile(r"(?:,? (?:and )?)(\d{1,2}) ?(?:in|inch|inches)\b").match(text, after)
        if inches:
            value, after = value + int(inches[1]) / 12, inches.end()
    return _make(text, start, after, "quantity", value, unit)


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
        if unit is None or (len(name) == 1 and written.startswith("-")):
            continue
        if name in ("m", "t", "g", "l", "W", "mi") and re.match(r"\s?\d|['’]", text[after : after + 2]) and not re.match(r"\s\d+\s?(?:d?m|x)\b", text[after : after + 6]):
            continue
        return unit, after
    return None


def _count(text: str, start: int, end: int, value: float, match: re.Match[str]) -> Figure | None:
    if match["part"] or not counts.counts(text, start, end, value, match["words"] is not None):
        return None
    return _make(text, start, end, "count", value)


def _ranged(text: str, found: list[Figure]) -> list[Figure]:
    """Give the first end of a range the kind, unit and scale of the second; join "5–10 percent" into one."""
    done: list[Figure] = []
    for each in found:
        last = done[-1] if done else None
        gap = text[last.span.end : each.number.start] if last else ""
        if last and last.value is not None and each.value is not None and _DASH.fullmatch(gap) and last.kind == "count" and each.kind != "count":
            if gap.strip() == "and" and "between" not in text[max(0, last.span.start - 9) : last.span.start].lower():
                done.append(each)
                continue
            done[-1] = _like(last, each)
            if gap.strip() in ("-", "–", "—") and " " not in gap:
                joint = Span(last.span.start, each.span.end)
                done[-1] = replace(done[-1], span=joint, number=joint, to=each.value)
                continue
        done.append(each)
    return done


def _like(first: Figure, second: Figure) -> Figure:
    """Return the lower end of a range with the unit and, where it needs it, the scale of the upper."""
    scale = 1.0
    assert first.value is not None and second.value is not None
    for power in (1e12, 1e9, 1e6, 1e3):
        if second.value >= power > first.value and first.value < 1000 and second.kind == "money":
            scale = power
            break
    return replace(first, kind=second.kind, unit=second.unit, value=first.value * scale)
