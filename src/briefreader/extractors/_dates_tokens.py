"""The words that dates are made of, as tokens whose classes the grammar reads.

A text becomes a row of tokens and a string with one character for each token's class; rules are
regular expressions over that string (`compile_rule`). Words that no date holds become one
separator, so the string is short and every rule takes linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefreader.extractors import _numbers

MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
]  # fmt: skip
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
UNITS = [
    "second", "minute", "hour", "day", "week", "weekend", "fortnight", "month", "quarter", "year",
    "decade", "century", "millennium",
]  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "dusk": "EV",
    "daytime": "DT",
}  # fmt: skip
ZONES = [
    "GMT", "UTC", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "BST", "CET", "CEST", "EET",
    "EEST", "MSK", "IST", "JST", "KST", "HKT", "AEST", "AEDT", "ET",
]  # fmt: skip
FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "biweekly": "P2W",
    "monthly": "P1M", "quarterly": "P3M", "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y",
    "biannual": "P6M",
    "biennial": "P2Y", "semiannual": "P6M", "everyday": "P1D", "semiannually": "P6M", "biannually": "P6M",
}  # fmt: skip


@dataclass(slots=True)  # not frozen: there are many, and freezing makes each several times dearer
class Token:
    """A piece of a text, the class under which rules know it, and what it stands for."""

    kind: str
    start: int
    end: int
    value: Any = None


def _words() -> dict[str, tuple[str, Any]]:
    """Return what each word of the vocabulary is: its class and value."""
    table: dict[str, tuple[str, Any]] = {}
    for kind, words in _LISTS.items():
        table.update({word: (kind, word) for word in words.split()})
    for number, month in enumerate(MONTHS, 1):
        table[month] = table[month[:3]] = ("MON", number)
    table["sept"] = ("MON", 9)
    for number, day in enumerate(WEEKDAYS, 1):
        table[day] = table[day[:3]] = ("WD", number)
        table[day + "s"] = ("WDS", number)
    table |= {"tues": ("WD", 2), "thur": ("WD", 4), "thurs": ("WD", 4), "weds": ("WD", 3)}
    for unit in UNITS:
        one, many = ("QTR", "QTRS") if unit == "quarter" else ("U", "US")
        table[unit] = (one, unit)
        table["centuries" if unit == "century" else unit + "s"] = (many, unit)
    table |= {word: ("SEASON", code) for word, code in SEASONS.items()}
    table |= {word: ("PART", code) for word, code in PARTS.items()}
    table |= {word: ("SET", value) for word, value in FREQUENCIES.items()}
    table |= {word: ("ORD", value) for word, value in _numbers.ORDINALS.items()}
    table["second"] = ("SEC", 2)
    table |= {"noon": ("NOON", "T12:00"), "midday": ("NOON", "T12:00"), "midnight": ("NOON", "T24:00")}
    table |= {word: ("DECADE", 1900 + number) for word, number in _DECADES.items()}
    table |= {unit + "long": ("LASTING", unit) for unit in ("hour", "day", "week", "month", "year", "decade")}
    table |= {part + "s": ("PARTS", PARTS[part]) for part in ("morning", "afternoon", "evening", "night")}
    return table


_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_LISTS = {
    "THE": "the",
    "A": "a an",
    "OF": "of",
    "IN": "in during",
    "AT": "at",
    "ON": "on",
    "BY": "by",
    "FROM": "from",
    "BETWEEN": "between",
    "AND": "and or",
    "TO": "to through until till thru",
    "THIS": "this",
    "THAT": "that same",
    "LAST": "last",
    "PAST": "past previous preceding prior",
    "NEXT": "next",
    "COMING": "coming upcoming following subsequent",
    "CURRENT": "current",
    "EVERY": "every each",
    "EARLY": "early late mid",
    "BEFORE": "earlier previously",
    "AFTER": "later afterwards afterward hence",
    "PRIOR": "before",
    "POST": "after",
    "AGO": "ago",
    "EDGE": "beginning start end middle close turn rest remainder course",
    "HALF": "half",
    "VAGUE": "few several many some couple dozens hundreds",
    "OLD": "old",
    "LONG": "long",
    "ONCE": "once twice thrice",
    "TIMES": "times",
    "PER": "per",
    "ALL": "all",
    "RECENT": "latest",
    "FINAL": "final closing opening dying waning",
    "PERIOD": "period",
    "OTHER": "other",
    "STARTING": "starting commencing",
    "FISCAL": "fiscal financial",
    "FULL": "full entire whole business working trading more additional further consecutive straight",
    "ANOTHER": "another",
    "REL": "today yesterday tomorrow tonight",
    "OVERNIGHT": "overnight",
    "OCLOCK": "clock oclock",
    "NOW": "now",
}
_VOCABULARY = _words()


def _spaced(pattern: str) -> str:
    """Return a pattern with its spaces written so that they count in a verbose pattern."""
    return pattern.replace(" ", "[ ]")


_APPROX = (
    "(?:just |well |slightly |a little |little )?(?:more|less|fewer) than|at least|at most|"
    "no (?:more|less|fewer) than|as (?:many|long|few|little) as|(?:just |well )(?:over|under)|a total of|"
    "an estimated|almost|nearly|approximately|about|around|roughly|"
    "some(?= (?:\\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    "forty|fifty|sixty|seventy|eighty|ninety)\\b))"
)
_PLACES = (
    "[Ll]ocal|(?:Eastern|Central|Mountain|Pacific|Atlantic)(?: [Ss]tandard| [Dd]aylight)?|Greenwich Mean|"
    "Moscow|London|Paris|Berlin|Beijing|Tokyo|New York|Hong Kong|Singapore|Sydney|Central European|"
    "British Summer"
)
"""Whose time a time of day is told in, before the word "time"."""
_AMPM = r"[aApP]\.?[mM]\b\.?"
_PATTERN = re.compile(
    rf"""
    (?=['’\d½¼¾])(?:
        (?P<RUN>[\d.,:/–—-]{{40,}})
      | (?P<ISO>(?<![\w-])(?:1\d|20)\d\d-[01]\d-[0-3]\d
            (?:[T ][0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{{1,6}})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!-?\d))
      | (?P<NDATE>(?<![\w/.-])(?:\d{{1,2}}(?P<sep>[/.-])\d{{1,2}}(?P=sep)(?:\d{{4}}|\d\d)
            |\d{{4}}(?P<cut>[/.])\d{{1,2}}(?P=cut)\d{{1,2}})(?![\w/]|[.,-]\d))
      | (?P<QNUM>(?<![\w.,-])[1-4][QH]\b)
      | (?P<CLOCK>(?<![\w:.,$€£])(?:[0-2]?\d[:.][0-5]\d(?::[0-5]\d)?\s?{_AMPM}|[01]?\d\s?{_AMPM}
            |[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\w:])|[0-2]\d[0-5]\d(?=\s(?:GMT|UTC|hours|hrs)\b)))
      | (?P<DECADE>(?<![\w$€£.,])(?:(?:1\d|20)\d0['’]?s|['’][2-9]0s)(?!\w))
      | (?P<NTH>(?<![\w.,])\d{{1,3}}(?:st|nd|rd|th)(?!\w))
      | (?P<MIXED>(?<![\w$€£.,/-])(?:(?:\d{{1,3}}[ -])?[1-9]/[2-9]|\d{{0,3}}[½¼¾])
            (?=[ -](?:hour|day|week|month|year)))
      | (?P<DIGITS>(?<![\w$€£¥₽#.,]){_numbers.DIGITS}(?![\w%]))
      | (?P<POSS>['’]s\b)
    )
  | (?=[A-Za-z])(?:
        (?P<ABBR>\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.)
      | (?P<QLETTER>\b[QH][1-4]\b|\b[qh][1-4](?=[ ](?:of[ ])?(?:19|20)\d\d\b))
      | (?P<FY>\bFY[ ’']?(?:(?:19|20)\d\d|\d\d)\b(?![.,]\d))
      | (?=[lLA-Z])(?P<LOCAL>\b(?:{_spaced(_PLACES)})[ ][Tt]ime\b)
      | (?=[tT])(?P<ORD>\b(?i:(?:twenty|thirty)[- ]
            (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))\b)
      | (?=[mlfanrjwsMLFANRJWS])(?P<APPROX>\b(?i:{_spaced(_APPROX)})\b)
      | (?=[{_numbers.FIRST_LETTERS}])(?P<NUMBER>(?i:{_spaced(_numbers.WORD_NUMBER)}))
    )
  | (?P<WORD>[^\W\d_]+)
  | (?P<PUNCT>[-‐‑–—,/()])
  | (?P<BREAK>[^\s\w])
  | (?P<OTHER>\w+)
    """,
    re.VERBOSE,
)
_PUNCT = {
    "-": "DASH",
    "‐": "DASH",
    "‑": "DASH",
    "–": "DASH",
    "—": "DASH",
    ",": "COMMA",
    "/": "SLASH",
    "(": "LP",
    ")": "RP",
}
_IDLE = frozenset(("X", *_PUNCT.values()))
_CASED = frozenset(
    [
        "may", "march", "mar", "sun", "sat", "wed", "jan", "jun", "mon", "second", "fri", "thu", "tue",
        "dec", "sep", "oct", "nov", "feb", "apr", "aug", "jul",
    ]
)  # fmt: skip
_ABBREVIATED = {name[:3] for name in (*MONTHS, *WEEKDAYS)} - {"may"}


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text, runs of irrelevant ones standing as one of kind "X"."""
    found: list[Token] = []
    end = 0
    for match in _PATTERN.finditer(text):
        if end and _breaks(text, end, match.start()):
            _separate(found, end)
        if match.lastgroup == "PUNCT" and (not found or found[-1].kind in _IDLE):
            token = None  # a mark counts only behind a word of a date
        else:
            token = _token(match, text)
        if token is None:
            _separate(found, match.start())
        else:
            found.append(token)
        end = match.end()
    _separate(found, end)
    return found


def _separate(found: list[Token], place: int) -> None:
    if not found or found[-1].kind != "X":
        found.append(Token("X", place, place))


def _breaks(text: str, end: int, start: int) -> bool:
    """Tell whether a line end between two tokens ends a passage (a wrapped line does not)."""
    line = text.find("\n", end, start)
    if line < 0:
        return False
    if text.count("\n", end, start) > 1:
        return True
    return line - (text.rfind("\n", max(0, line - 200), line) if line else 0) < 50


def _token(match: re.Match[str], text: str) -> Token | None:
    kind, word = match.lastgroup or "", match[0]
    span = match.span()
    if kind == "WORD":
        return _word(word, span)
    if kind == "PUNCT":
        return Token(_PUNCT[word], *span, word)
    if kind == "DIGITS":
        return _digits(word, span, text)
    if kind == "NUMBER":
        value = _numbers.from_words(word)
        return None if value is None else Token("N2" if 1 <= value <= 31 else "NUM", *span, value)
    if kind in ("ORD", "NTH"):
        return Token("ORD", *span, _numbers.ordinal(word))
    if kind == "ABBR":
        known, value = _VOCABULARY[word[:-1].lower()]
        return Token(known, *span, value)
    if kind == "MIXED":
        return Token("NUM", *span, _numbers.mixed(word))
    if kind == "QLETTER":
        return Token("QNUM", *span, word.upper())
    if kind == "QNUM":
        return Token("QNUM", *span, word[1] + word[0])
    if kind == "FY":
        year = int(word[-2:])
        return Token("FY", *span, int(word[-4:]) if word[-4:].isdigit() else 2000 + year - 100 * (year > 50))
    if kind == "DECADE":
        digits = re.sub(r"\D", "", word)
        return Token("DECADE", *span, int(digits) if len(digits) == 4 else 1900 + int(digits))
    if kind in ("BREAK", "OTHER", "RUN"):
        return None
    return Token(kind, *span, word)


def _word(word: str, span: tuple[int, int]) -> Token | None:
    low = word.lower()
    if word in ZONES:
        return Token("ZONE", *span, word)
    known = _VOCABULARY.get(low)
    if known is None:
        return None
    if low in _CASED and not word[0].isupper() and low != "second":
        return Token("LOWMON", *span, known[1]) if known[0] == "MON" else None
    if low in _ABBREVIATED:
        return Token("ABB" + known[0], *span, known[1])
    if low in ("may", "march"):
        return Token("MAY", *span, known[1])
    return Token(known[0], *span, known[1])


def _digits(word: str, span: tuple[int, int], text: str) -> Token | None:
    value = _numbers.from_digits(word)
    if value is None or text[span[1] : span[1] + 1] in ("%", "°"):
        return None
    if word.isdigit():
        if len(word) == 4 and 1000 <= value <= 2150:
            return Token("YR", *span, int(value))
        if len(word) <= 2 and 1 <= value <= 31:
            return Token("N2", *span, int(value))
    return Token("NUM", *span, value)


_KINDS = (
    "X", *_LISTS, "MON", "MAY", "LOWMON", "ABBMON", "ABBWD", "WD", "WDS", "U", "US", "SEASON", "PART",
    "SET", "ORD",
    "SEC", "NOON", "DECADE", "ISO", "NDATE", "CLOCK", "NUM", "N2", "YR", "APPROX", "POSS", "DASH", "COMMA",
    "SLASH", "LP", "RP", "ZONE", "QTR", "QTRS", "QNUM", "LASTING", "PARTS", "FY",
    "LOCAL",
)  # fmt: skip
_CHARS = {kind: chr(0xE000 + number) for number, kind in enumerate(_KINDS)}
_SETS = {
    "MONTH": ("MON", "MAY", "ABBMON"),
    "ANYMON": ("MON", "MAY", "ABBMON", "LOWMON"),
    "WEEKDAY": ("WD", "ABBWD"),
    "DAY": ("N2", "ORD", "SEC"),
    "NTH": ("ORD", "SEC"),
    "COUNT": ("N2", "NUM", "YR"),
    "UN": ("U", "QTR"),
    "UNS": ("US", "QTRS"),
    "UNIT": ("U", "US", "QTR", "QTRS"),
    "LATEST": ("LAST", "PAST"),
    "NEARBY": ("THIS", "LAST", "PAST", "NEXT", "COMING", "CURRENT"),
    "SOON": ("NEXT", "COMING"),
}


def row(found: list[Token]) -> str:
    """Return the classes of the tokens, one character each, for compiled rules to search."""
    return "".join(_CHARS[token.kind] for token in found)


@cache
def compile_rule(pattern: str) -> re.Pattern[str]:
    """Compile a rule: names of token classes in capitals, with the operators of regular expressions."""

    def chars(match: re.Match[str]) -> str:
        name = match[0]
        return "[" + "".join(_CHARS[kind] for kind in _SETS[name]) + "]" if name in _SETS else _CHARS[name]

    return re.compile(re.sub(r"[A-Z][A-Z0-9]*", chars, pattern).replace(" ", ""))
