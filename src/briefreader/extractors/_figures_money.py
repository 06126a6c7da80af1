"""Money: which currency stands before or behind a number, and the cents that belong to it."""

from __future__ import annotations

import re
from dataclasses import replace

from briefreader.domain.text import Span
from briefreader.extractors import _figures_counts as counts
from briefreader.extractors import _numbers, _units
from briefreader.extractors._figures_value import SCALE, Figure, make

_SHORT_SCALE = re.compile(r"[\s\u00a0]?(?P<word>bn|mn|mln|mio|bln|tn|trn|m|M|b|B|k|K)(?![\w/])")
# Signs and codes before a number: "US$ ", "€", "USD", "MEUR", "dollar ".
_SIGNS = "|".join(
    re.escape(sign[:-1]) + (r"\s?\$" if sign[:-1] else r"\$") if sign[-1] == "$" else re.escape(sign)
    for sign in _units.symbols()
)
_SIGN_PREFIX = re.compile(rf"(?:(?<![^\W\d_])(?P<sign>{_SIGNS}))\s?$", re.IGNORECASE)
_LETTER = {"R": "ZAR", "N": "NGN"}
"""Single letters for a currency; they count right before a number with a scale only."""
_CODE_PREFIX = re.compile(
    r"(?<![\w$])(?P<mega>[MK](?=[A-Z]{3}))?(?P<code>[A-Z]{3}|usd|eur|gbp|rmb|Rmb|dollar)\s?\$?\s?$"
)


def money_before(text: str, start: int, end: int, value: float, place: int) -> Figure | None:
    """Return the money that a currency before the number makes: "$5 million", "EUR 125", "US $ 10".

    What stands before ``place`` belongs to the figure before.
    """
    before = text[max(place, start - 9) : start]
    scale = 1.0
    if before[-1:] in _LETTER and not before[-2:-1].isalnum():
        return _to(text, _scaled(text, start - 1, end, value, _LETTER[before[-1]]))
    sign = _SIGN_PREFIX.search(before)
    if sign:
        unit, first = _units.of_symbol(sign["sign"]), start - len(before) + sign.start("sign")
        if _ARTICLE.match(sign["sign"]):  # "a $5 million contract" is not in Australian dollars
            unit, first = "USD", start - len(before) + sign.start("sign") + sign["sign"].index("$")
    else:
        code = _CODE_PREFIX.search(before)
        if code is None or not (
            code["code"].upper() in _units.currency_codes()
            or code["code"] in ("usd", "eur", "gbp", "rmb", "Rmb", "dollar")
        ):
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
        value, end = value * SHORT[short["word"]], short.end()
    end = _same_currency(text, end, unit)
    value, end = _with_cents(text, end, value * scale, bool(re.match(r"\d", text[start : start + 1])))
    return _to(text, make(text, first, end, "money", value, unit))


def _scaled(text: str, first: int, end: int, value: float, unit: str) -> Figure:
    short = _SHORT_SCALE.match(text, end)
    if short:
        value, end = value * SHORT[short["word"]], short.end()
    return make(text, first, end, "money", value, unit)


_RANGE = re.compile(
    rf"[-–—](?P<digits>{_numbers.DIGITS})(?P<scale>\s(?:thousand|million|billion|trillion)\b)?(?![\w%])"
)


def _to(text: str, figure: Figure) -> Figure:
    """Return the figure with the upper end behind its dash: "$5-10 million", "€5–7"."""
    upper = _RANGE.match(text, figure.span.end)
    value = _numbers.from_digits(upper["digits"]) if upper else None
    if upper is None or value is None or figure.value is None:
        return figure
    scale = _numbers.SCALES[upper["scale"].strip()] if upper["scale"] else 1.0
    lower = figure.value * (scale if figure.value < 1000 else 1.0)
    if value * scale <= lower:
        return figure
    start, end = figure.span.start, upper.end()
    joint = replace(figure, span=Span(start, end), number=Span(figure.number.start, end))
    return replace(joint, value=lower, to=value * scale)


_ARTICLE = re.compile(r"[a-z]\$|(?:a|A|s|S|r|j|z) \$")
SHORT = {"m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "k": 1e3, "K": 1e3} | _numbers.SCALES


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
_LOOSE_CENTS = re.compile(
    rf"\s(?:and )?(?P<number>\d{{2}}|(?i:{_numbers.WORD_NUMBER}))(?=\s*(?:[.,;!?]|more\b|and\s|$))"
)
_CODE_AFTER = re.compile(r"[\s\u00a0]?(?P<mega>[MK](?=[A-Z]{3}))?(?P<code>[A-Z]{3})(?![\w$])")
_BEHIND = "|".join(
    re.escape(s)
    for s in _units.symbols()
    if s not in ("rm", "rp", "rs", "fr.", "rs.", "dh", "dhs", "qr", "kd", "bd", "tk", "s/.")
)
_SIGN_AFTER = re.compile(rf"[\s\u00a0]?(?P<sign>{_BEHIND})(?![\w$])", re.IGNORECASE)
_WORD = re.compile(r"[\s\u00a0-]?([^\W\d_][^\W\d_.]*(?:\.[A-Za-z]\.)*)")


def _part_value(written: str) -> float | None:
    return float(written) if written.isdigit() else _numbers.from_words(written)


def money_after(text: str, start: int, end: int, value: float) -> Figure | None:
    """Return the money that a currency behind the number makes: "5 million euros", "10 USD", "100 ₽"."""
    code = _CODE_AFTER.match(text, end)
    if code and code["code"] in _units.currency_codes():
        scale = {"M": 1e6, "K": 1e3}.get(code["mega"] or "", 1.0)
        value, end = value * scale, code.end()
        scaled = SCALE.match(text, end)
        if scaled:
            value, end = value * _numbers.SCALES[scaled["word"].lower()], scaled.end()
        value, end = _loose(text, end, value)
        return make(text, start, end, "money", value, _units.of_code(code["code"]))
    if _PENCE.match(text, end) and value < 1000 and value not in _PIXELS:
        return make(text, start, end + 1, "money", value, "penny")
    sign = _SIGN_AFTER.match(text, end)
    if sign and _closes(text, sign.end(), sign["sign"]):
        value, end = _with_cents(text, sign.end(), value, digits=False)
        return make(text, start, end, "money", value, _units.of_symbol(sign["sign"]) or "")
    short = _SHORT_SCALE.match(text, end)
    named = _named(text, short.end() if short else end)
    if named is None:
        return None
    if short:
        value *= SHORT[short["word"]]
    unit, after = named
    if unit == "GBP" and not _is_money_pound(text, start, after, value):
        return None
    if unit in _units.SUBUNITS:
        return make(text, start, after, "money", value, unit)
    if text[end:after].strip().lower() == "kuai":
        value, after = counts.kuai(text, after, value)
    value, after = _loose(text, after, value)
    return make(text, start, after, "money", value, unit)


_PENCE = re.compile(r"(?<=\d)p\b(?!\.m|\d)")
_PIXELS = frozenset([144, 240, 360, 480, 576, 720])
"""Heights of pictures, which are written as pence are: 720p."""


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


_RISKY = frozenset(
    [
        "real", "won", "mark", "marks", "crown", "crowns", "rand", "sen", "kip", "buck", "bucks", "dong",
        "lira", "peso", "som", "try", "pen", "all", "top", "sterling",
    ]
)  # fmt: skip


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
        if (
            name in _RISKY
            and re.match(r"\s[a-z]", text[ends[size - 1] : ends[size - 1] + 2])
            and name in ("real", "won", "mark", "crown")
        ):
            return None
        return names[name], ends[size - 1]
    return None


_WEIGHT = re.compile(
    r"\b(?:weigh\w*|baby|drop|lose|lost|gain\w*|lbs?|heav\w+|fat|meat|"
    r"of (?:cocaine|heroin|explosives|beef|sugar|gold))\b",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"\b(?:cost|price|pa(?:y|id)|worth|fine[ds]?|earn\w*|spen[dt]|bill|profit|tax|salary|sell|sold|"
    r"bought|fee|debt|bank|shares?|invest\w*|sterling|improved)\b",
    re.IGNORECASE,
)


def _is_money_pound(text: str, start: int, end: int, value: float) -> bool:
    """Tell money pounds from pounds of weight, by size and by the words around."""
    if "sterling" in text[start:end].lower() or value >= 100_000:
        return True
    if re.match(r"\s?\((?:about |some |around )?(?:US)?[$€]", text[end : end + 12]):
        return True
    around = text[max(0, start - 60) : end + 40]
    if _WEIGHT.search(around):
        return False
    return bool(_PRICE.search(around)) and value >= 1
