"""Which bare numbers are counts of something, and which are names, labels, scores or idioms."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from briefreader.domain.text import Span
from briefreader.extractors import _numbers
from briefreader.extractors._dates_cover import Cover
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._units import currencies, vague_currencies

_LABEL_BEFORE = re.compile(
    r"(?:\b(?:[Aa]rticles?|[Ss]ections?|[Cc]hapters?|[Rr]esolutions?|[Nn]o\.|[Nn]umbers?|[Nn]os\.|"
    r"[Pp]ages?|pp?\.|[Pp]hases?|[Ss]tages?|[Rr]ooms?|[Rr]outes?|[Ff]lights?|"
    r"[Gg]ates?|[Dd]ays?|[Ww]eeks?|[Ll]evels?|[Cc]ategory|[Gg]rades?|[Cc]lass|[Vv]ersion|[Mm]odels?|"
    r"[Tt]able|[Ff]igure|[Ee]pisodes?|[Ss]easons?|[Vv]ol\.|[Pp]art|[Rr]ule|[Cc]lause|"
    r"[Ss]tep|[Tt]ype|[Uu]nit|[Zz]one|[Hh]ighway|[Tt]erminal|[Rr]unway|[Cc]hannel|[Aa]ged?|[Ff]ormula|"
    r"[Gg]roup of|[Tt]ier|[Tt]el\.?:?|[Pp]hone:?|exit|[Gg]en)|[#№§+])\s?$"
)
_NAME_BEFORE = re.compile(r"(?:(?<=[\w,.;:)]\s)|(?<=^))[a-z]?[A-Z][\w&.’'-]*\s$")
_AGE_BEFORE = re.compile(
    r"\b(?:[Hh]e|[Ss]he|I|who|[Tt]hey) (?:was|is|were|turned|turns|am)\s$|\b(?:at|turned) age\s$"
)
_AGE = re.compile(r"\w,\s$")
_AGE_AT_END = re.compile(r"\b(?:[A-Z][a-z]+|he|she),\s$")
_NO_COUNT_AFTER = re.compile(
    r"(?:\s?[-–:]\s?\d)|[-–][a-z]?\d|\.\d|:\d|/\d|['’]s\b|(?:st|nd|rd|th)\b|[A-Za-z]|\)\s|-[A-Z]|"
    r"- to \d+-year|-(?:year|month|week|day|hour|minute|second|fold)s?\b"
    r"|(?: [A-Z][\w.]+){1,3} (?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd\.|Lane|Square|Drive)\b"
)
_NOT_ONES = re.compile(
    r"\s(?:of\b|another\b|or\b|and\b|day\b|time\b|hand\b|thing\b|way\b|side\b|point\b|that\b|who\b|which\b|is\b|"
    r"has\b|was\b|can\b|in\b|to\b|from\b|with\b|for\b|at\b|by\b|on\b|could\b|would\b|should\b|more\b|"
    r"might\b|as\b|must\b)|\s?[^\w\s]|\s?$"
)
_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|some|the|this|that|each|which|only|not|another|first|last|next|new|good|big|"
    r"latter|a)\s$",
    re.IGNORECASE,
)
SHORT_COUNT = re.compile(
    r"(?P<word>[mM](?=\s(?!tall|long|high|wide|deep|across|times|hurdles|relays)(?:[a-z]{3,}s|people|children)\b)|"
    r"k(?=\s[a-z])|(?:bn|mn|tn)(?=\s[a-z]))"
)
"""A short scale behind a count ("1.5m customers"); not metres."""
_LIST_MARK = re.compile(r"[.)](?:\s|$)")


def counts(text: str, start: int, end: int, value: float, words: bool) -> bool:
    """Tell whether a bare number counts something ("180 million goods", "killing five")."""
    before, after = text[max(0, start - 40) : start], text[end : end + 24]
    if (words and value == 0) or before[-1:].isalpha():
        return False
    if _NO_COUNT_AFTER.match(after) or _LABEL_BEFORE.search(before):
        return False
    if (not before or before[-1] == "\n") and _LIST_MARK.match(after) and value < 100 and not words:
        return False
    if not words and re.search(r"\+\d+[\s-]$|\d\s[-–:]\s$", before):
        return False  # a telephone number, a score
    if _AGE_BEFORE.search(before) and not re.match(r"\s(?:of\b|[a-z]+s\b|people|points)", after):
        return False
    if words and re.match(r"-[a-z]", after):
        return False
    if re.search(r"[\w)][-–:/]$|\($", before) and not words:
        return before.endswith("(") and re.match(r"\s[a-z]", after) is not None
    if words:
        return _words_count(before, after, value)
    if re.search(r"\baged (?:\d+ (?:to|and|or) )?$", before):
        return False
    if value < 115 and (
        (_AGE.search(before) and re.match(r",\s", after))
        or (_AGE_AT_END.search(before) and re.match(r"[.;)]", after))
    ):
        return False
    if _MODEL_BEFORE.search(before) and 100 <= value < 1000 and not _PLURAL_AFTER.match(after):
        return False  # "the 787 Dreamliner", "the 747 flew"
    return not _is_name_part(before, after, text[start:end])


_MODEL_BEFORE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|an?|A|new|its|first)\s$")
_PLURAL_AFTER = re.compile(
    r"[\s-](?:[\w-]+\s){0,3}?(?:\w*[^s\W]s|people|men|women|children|police|staff)\b|-[a-z]"
)


def _words_count(before: str, after: str, value: float) -> bool:
    if re.search(r"\b(?:few|several|couple of|many|some) $", before) and value in (12, 100, 1000):
        return False  # "a few dozen": told without a number
    if value == 1:
        return not _NOT_ONES.match(after) and not _ONE_BEFORE.search(before)
    quoted = before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")
    noun = re.match(r"[\s-][^\W\d_]", after) is not None
    return noun or not quoted


_NO_NAMES = listed(
    """
    A An The Some About Over Nearly Almost At Around All In Of With For Only Another These Those More Than
    Just And But So From By To Both Every Each Police Roughly Approximately Its Their His Her Our Total Least
    Killed Up Under Between Within Since After Before When While If As Then Also Still Now There This That
    Authorities Officials Rebels Troops Soldiers Most Last Next Other First Altogether Exactly
    """
)
"""Words that start a sentence before a number that counts: "Another 20 men"."""


def _is_name_part(before: str, after: str, written: str) -> bool:
    """Tell whether digits belong to a name: "Boeing 787", "S&P 500", but not "In Iraq 20 people"."""
    name = _NAME_BEFORE.search(before)
    if name is None or "," in written or "." in written:
        return False
    head = before[: name.start()]
    starts = not head.strip() or head.rstrip()[-1:] in '.!?\n"“:'
    if starts and re.match(r"[\s-][a-z]", after):
        return name[0].strip() not in _NO_NAMES
    place = re.search(r"\b(?:in|at|from|near|to|of|and|for|on|with|by|that|said)\s$", head, re.IGNORECASE)
    return not (place and re.match(r"\s[a-z]", after))


_KUAI = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}


def kuai(text: str, end: int, value: float) -> tuple[float, int]:
    """Return yuan with their tenths and hundredths: "one kuai and five mao five"."""
    match = re.compile(r"(?: and)? (\w+) mao(?: (\w+))?", re.IGNORECASE).match(text, end)
    if match is None or match[1].lower() not in _KUAI:
        return value, end
    value += _KUAI[match[1].lower()] / 10
    fen = _KUAI.get((match[2] or "").lower())
    return (value + fen / 100, match.end()) if fen else (value, match.end(1) + 4)


_SHARE = re.compile(
    r"(?<![\w-])(?:(?:an?|one)[- ](?P<size>half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)|half)"
    r"(?=\s(?:of|the|its|their|his|her|our|all)\b(?!\s(?:(?:19|20)\d\d|(?:the|last|this|next) "
    r"(?:year|hour|day|month|week|time|century|decade|season|fiscal)|hour|way|game|match)))",
    re.IGNORECASE,
)
_SHARE_BY = re.compile(
    r"(?<![\w-])(?:(?<=by )(?:an?[- ](?P<size>half|third|quarter|fifth|sixth|seventh|eighth|tenth)|half)"
    r"(?=\s?[.,;:)]|\s(?:in|since|from|to|last|this|that|over|after|as|compared|and|on|by)\b)"
    r"|(?:(?<=almost )|(?<=nearly )|(?<=about )|(?<=over )|(?<=than ))"
    r"(?:an?[- ](?P<part>third|quarter|fifth|tenth)|half)"
    r"(?=\s(?:were|are|was|is|have|had|said|voted|live)\b))",
    re.IGNORECASE,
)
"""A share without what it is of: "rose by a fifth", "almost half were"."""
_SIZES = {
    "half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "sixth": 1 / 6, "seventh": 1 / 7,
    "eighth": 0.125, "ninth": 1 / 9, "tenth": 0.1,
}  # fmt: skip


_PART = re.compile(
    rf"(?=[{_numbers.FIRST_LETTERS}\d])(?<![\w-])(?P<some>{_numbers.WORD_NUMBER}|\d{{1,2}})(?:\sin|\sout\sof)(?:\severy)?\s"
    rf"(?P<all>{_numbers.WORD_NUMBER}|\d{{1,3}})(?=\s[a-z]|[.,;])"
    r"(?!\s(?:years?|months?|weeks?|days?|hours?|minutes?|percent|million|billion|thousand|hundred)\b)",
    re.IGNORECASE,
)


def parts(text: str, taken: Sequence[Span], make: Callable[..., Any]) -> list[Any]:
    """Return the shares told by two numbers, as one figure: "one in five voters", "eight out of ten"."""
    cover, found = Cover(taken), []
    for match in _PART.finditer(text):
        some, whole = (_value(match[name]) for name in ("some", "all"))
        if some and whole and some < whole <= 100 and not cover.touches(*match.span()):
            found.append(make(text, *match.span(), "count", some / whole))
    return found


def _value(written: str) -> float | None:
    return float(written) if written.isdigit() else _numbers.from_words(written)


def fractions(text: str, taken: Sequence[Span], make: Callable[..., Any]) -> list[Any]:
    """Return the shares told as fractions: "a third of the voters", "half the members"."""
    cover, found = Cover(taken), []
    for match in (*_SHARE.finditer(text), *_SHARE_BY.finditer(text)):
        size = (match["size"] or match.groupdict().get("part") or "half").lower()
        before = text[max(0, match.start() - 14) : match.start()]
        if cover.touches(*match.span()) or re.search(r"\b(?:first|second|and a|other) $", before):
            continue
        found.append(make(text, *match.span(), "count", _SIZES[size]))
    return found


_VAGUE = re.compile(
    r"(?<![\w-])(?:(?P<money>multi-?\s?(?:million|billion|trillion)[- ](?P<joined>dollar|euro|pound)\b"
    r"|(?:tens of |hundreds of |several )?(?:thousands|millions|billions|hundreds|trillions) of "
    rf"(?P<unit>(?:{'|'.join(map(re.escape, vague_currencies()))}))(?![\w-]))"
    r"|(?P<count>(?:tens of |hundreds of )?(?:thousands|millions|billions|hundreds|dozens|scores)|several "
    r"(?:hundred|thousand|million|dozen)|a (?:few|couple) (?:hundred|thousand|dozen))(?= of\b|\s[a-z]))",
    re.IGNORECASE,
)


def vague(text: str, found: Sequence[Any], make: Callable[..., Any]) -> list[Any]:
    """Return the figures told without a number: "millions of dollars", "dozens"."""
    taken = Cover(each.span for each in found)
    result = []
    for match in _VAGUE.finditer(text):
        span = Span(*match.span())
        if taken.touches(span.start, span.end):
            continue
        kind = "money" if match["money"] else "count"
        unit = currencies()[(match["unit"] or match["joined"]).lower()] if match["money"] else ""
        result.append(make(span, span, kind, None, unit, "~"))
    return result
