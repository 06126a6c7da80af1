"""Figures beside another one: ranges in words, and those that leave out what the other one says."""

from __future__ import annotations

import re
from dataclasses import replace

from briefreader.domain.text import Span
from briefreader.extractors import _numbers
from briefreader.extractors._figures_value import SCALE, Figure

_ABOUT = r"(?:(?:about|around|nearly|almost|some|over|just|only)\s)?"
_BETWEEN = re.compile(rf"(?:\s(?:to|and|or)\s|-to-){_ABOUT}")
_TO = re.compile(rf"(?:\sto\s|-to-|\s?[-–—]\s?){_ABOUT}")
_BETWEEN_BEFORE = re.compile(r"\bbetween\s(?:about\s|around\s|some\s)?$", re.IGNORECASE)
_FROM_BEFORE = re.compile(r"\bfrom\s(?:about\s|around\s|some\s)?$", re.IGNORECASE)
_CHANGING = (
    r"(?:r[iao]se|rises|risen|rising|f[ae]ll|falls|fallen|falling|gr[eo]w|grows|grown|growing|increas\w+|decreas\w+|"
    r"climb\w*|jump\w*|dropp?\w*|declin\w+|gain\w*|lost|los(?:e|es|ing)|add(?:s|ed|ing)?|cut|cuts|cutting|rais\w+|"
    r"lower\w*|lift\w*|reduc\w+|slipp?\w*|surg\w+|soar\w*|up|down|doubl\w+|tripl\w+|narrow\w*|widen\w*|improv\w+|"
    r"chang\w+|mov\w+|went|go|goes|shr[aiu]nk|swung|swing\w*|slow\w*|accelerat\w+|expand\w*|push\w*|boost\w*|sank|sunk)"
)
_STEP_BEFORE = re.compile(
    rf"\b{_CHANGING}\s(?:by\s)?(?:about\s|around\s|some\s|nearly\s|almost\s)?$", re.IGNORECASE
)
_CHANGE_BEFORE = re.compile(rf"\b{_CHANGING}\b[^.;\n]{{0,60}}$", re.IGNORECASE)
_NOUN_BEHIND = re.compile(r"[\s-](?!(?:in|on|at|of|and|or|for|to|from|by|with|as|the|a|an|votes?)\b)[a-z]{3}")
_WIDEST = 10
"""How many times its lower end the upper end of a range may be."""


def joined(text: str, found: list[Figure]) -> list[Figure]:
    """Make one figure of a range in words: "between 5 and 7 tonnes", "35% to 40%", "20 to 30 villages".

    A change stays two figures ("from 7 to 93 percent"); its first gets what only the second one says.
    """
    done: list[Figure] = []
    for each in found:
        first = done[-1] if done else None
        if first is not None and _is_lower_end(text, first, each):
            first = done[-1] = like(text, first, each)
        if first is not None and _is_range(text, first, each):
            done[-1] = _range(text, first, each)
        else:
            done.append(each)
    return done


def _is_lower_end(text: str, first: Figure, second: Figure) -> bool:
    """Tell whether the first of two figures leaves its unit or scale to the second."""
    if first.value is None or second.value is None or second.kind == "count":
        return False
    gap = text[first.span.end : second.number.start]
    if not _BETWEEN.fullmatch(gap):
        return False
    before = text[max(0, first.span.start - 16) : first.span.start]
    if gap.strip() == "and" and not _BETWEEN_BEFORE.search(before):
        return False
    return first.kind == "count" or (first.kind == second.kind == "money" and first.unit == second.unit)


def like(text: str, first: Figure, second: Figure) -> Figure:
    """Return the lower end of a range with the unit and, where it needs it, the scale of the upper."""
    assert first.value is not None
    scale = SCALE.search(text, second.number.start, second.span.end)
    told = SCALE.search(text, first.number.start, first.span.end)
    times = _numbers.SCALES[scale["word"].lower()] if scale and not told and first.value < 1000 else 1.0
    return replace(first, kind=second.kind, unit=second.unit, value=first.value * times)


def _is_range(text: str, first: Figure, second: Figure) -> bool:
    """Tell whether two figures are the ends of one range."""
    if first.value is None or second.value is None or first.to is not None or second.to is not None:
        return False
    same = (first.kind, first.unit) == (second.kind, second.unit)
    if not same or not 0 < first.value < second.value <= _WIDEST * first.value:
        return False
    gap = text[first.span.end : second.number.start]
    before = text[max(0, first.span.start - 80) : first.span.start]
    if _BETWEEN_BEFORE.search(before):
        return re.fullmatch(rf"\sand\s{_ABOUT}", gap) is not None
    if not _TO.fullmatch(gap):
        return False
    if first.kind == "count":
        behind = _NOUN_BEHIND.match(text, second.span.end)
        return gap.strip() in ("to", "-to-") and behind is not None and not _FROM_BEFORE.search(before)
    if _FROM_BEFORE.search(before):
        return not _CHANGE_BEFORE.search(before)
    bare = first.span.end == first.number.end and text[first.span.end - 1].isdigit() and first.kind != "money"
    return bare or not _STEP_BEFORE.search(before)


def _range(text: str, first: Figure, second: Figure) -> Figure:
    between = _BETWEEN_BEFORE.search(text, max(0, first.span.start - 16), first.span.start)
    start = between.start() if between else first.span.start
    whole = Span(start, second.span.end)
    return replace(first, span=whole, number=Span(first.number.start, second.number.end), to=second.value)


_LEFT_OUT = re.compile(
    r"(?:[\s,][^.;:\n\d]{0,45}?)?\s(?:from|against|versus|compared\s(?:with|to)|than)\s"
    rf"(?:an?\s(?:[a-z-]+\s){{1,3}}of\s)?{_ABOUT}"
)
_BRACKET = re.compile(r"^ \([^()]*\)")
_OR = re.compile(rf"(?:\seach)?,?\s(?:or|to)\s{_ABOUT}")
_ENDS = re.compile(
    r"\s?(?:[.,;)\n]|$)|\s(?:an?\s(?:year|month|week|day|quarter|decade)|in|last|the|this|for|on|by|at|"
    r"previously|earlier|before|if|when|while|year)\b"
)
_LEVEL = re.compile(
    r"\b(?:to|at|of|was|were|is|are|be|reached|hit|stood at|earned|posted|made|reported|totall?ed|sold|spent|"
    r"paid)\s(?:an?\s)?$",
    re.IGNORECASE,
)
_MOST = 50.0


def completed(text: str, found: list[Figure]) -> list[Figure]:
    """Give a bare number the unit of the figure that it is compared with: "$4 million, up from 3 million"."""
    done: list[Figure] = []
    for each in found:
        first = done[-1] if done else None
        if len(done) > 1 and text[done[-2].span.end : done[-1].number.start] == " (":
            first = done[-2]  # "412 million crowns ($37 million) from 655 million"
        done.append(_completed(text, first, each) if first is not None else each)
    return done


def _completed(text: str, first: Figure, second: Figure) -> Figure:
    if second.kind != "count" or first.kind == "count" or not first.value or not second.value:
        return second
    if not _ENDS.match(text, second.span.end) or second.value < 1:
        return second
    gap = _BRACKET.sub("", text[first.span.end : second.number.start])
    before = text[max(0, first.span.start - 30) : first.span.start]
    other = _OR.fullmatch(gap) is not None
    if not other and (
        not _LEFT_OUT.fullmatch(gap) or (first.kind == "percent" and not _LEVEL.search(before))
    ):
        return second
    if other and first.kind != "money" and " or " in gap:
        return second  # "5 km, or 3"
    full = like(text, second, first)
    assert full.value is not None
    if not 1 / _MOST <= full.value / first.value <= _MOST or (first.kind == "percent" and full.value > 100):
        return second
    return full
