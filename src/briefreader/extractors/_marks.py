"""Quotation marks of the world, paired over paragraphs: every stretch that stands between two of them.

The pairing never raises and runs in one pass over the marks of each line. A mark without a partner
reaches at most to the end of its line, and only where it opens speech.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefreader.domain.text import Span

_DOUBLE = re.compile("[“”„‟\"〝〞〟＂«»‹›「」『』《》〈〉]|``|''")
_SINGLE = re.compile("[‘’‚‛']")
_OPENS = "“„‟«‹「『《〈〝"
_OTHER_SIDE = {
    "「": "」", "『": "』", "《": "》", "〈": "〉", "«": "»", "‹": "›", "»": "«", "›": "‹",
}  # fmt: skip
_STRAIGHT = ('"', "''", "＂")
_BEFORE_OPENING = " \t\u00a0\u202f([{—–-―/…:,"
_ELIDED = re.compile(r"(?:em|tis|twas|til|till|cause|n|bout|round|neath|\d0s)\b", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:[—―–]|--)\s*(?=\w|[\"“¿¡])")
_SAID = re.compile(r"(?<=[,.?!…])\s(?=(?:said|says|asked|asks|replied|answered|added|cried|told|wrote)\s)")
_INNER_DASH = re.compile(r"\s(?:[—―–]|--)\s")

_ASIDE = re.compile(r"\s[—―–](?=\w)[^—―–\n]{2,80}[—―–][.,;:]?\s")
"""An attribution that Spanish sets between dashes: —No —dijo Ana—. Ya es tarde."""

_Pair = tuple[int, int, int, int, bool]
"""Outer start, inner start, inner end and outer end of a pair of marks, and whether it is closed."""

MOST_LINES = 30
"""How many lines a quotation may run over when its marks are opened anew on each."""


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """What stands between quotation marks: ``outer`` with the marks, ``inner`` without them.

    ``closed`` is false if the closing mark is missing. ``dash`` marks speech that a dash opens.
    """

    outer: Span
    inner: Span
    closed: bool = True
    dash: bool = False


def stretches(text: str, lines: Sequence[Span]) -> list[Stretch]:
    """Return the outermost stretches in quotation marks, in the order of the text.

    ``lines`` are the paragraphs. One that opens with a mark and does not close it is continued by the
    next if that opens with a mark again, or closes one that it did not open: both are one stretch.
    """
    found: list[Stretch] = []
    carried: tuple[int, int] | None = None  # outer and inner start of speech that the line before left open
    count = 0
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        pairs, carried = _pair_line(text, line, carried, following)
        count = count + 1 if carried else 0
        if carried and count >= MOST_LINES:
            pairs.append((*carried, line.end, line.end, False))
            carried = None
        inside = [Span(a, d) for a, _, _, d, _ in pairs if a < d]
        found.extend(s for s in (_stretch(text, pair) for pair in pairs) if s is not None)
        if not carried:
            found.extend(_singles(text, line, inside))
    outermost: list[Stretch] = []
    for each in sorted(found, key=lambda stretch: (stretch.outer.start, -stretch.outer.end)):
        if not outermost or each.outer.start >= outermost[-1].outer.end:
            outermost.append(each)
    return outermost


def dash_speech(text: str, lines: Sequence[Span]) -> list[Stretch]:
    """Return the speech that lines open with a dash, up to the next dash between spaces, if there is one.

    A line counts only beside another one like it, under a line that ends with a colon, or if it has
    an inner dash or "said" behind a comma, since a dash alone opens list entries too.
    """
    opened = [_DASH.match(text, line.start, line.end) for line in lines]
    found = []
    for number, line in enumerate(lines):
        match = opened[number]
        if match is None:
            continue
        aside = _ASIDE.search(text, match.end(), line.end)
        inner = _INNER_DASH.search(text, match.end(), line.end) or aside
        beside = any(0 <= n < len(lines) and opened[n] for n in (number - 1, number + 1))
        under_colon = number > 0 and lines[number - 1].of(text).rstrip().endswith(":")
        said = _SAID.search(text, match.end(), line.end)
        if not (inner or beside or under_colon or said):
            continue
        end = min(each.start() for each in (inner, said) if each) if inner or said else line.end
        made = _stretch(text, (line.start, match.end(), end, end, True))
        if made is not None:
            found.append(Stretch(made.outer, made.inner, True, True))
        if inner:
            found += _dash_goes_on(text, inner.end(), line.end, spanish=inner is aside)
    return found


def _dash_goes_on(text: str, start: int, end: int, spanish: bool) -> list[Stretch]:
    """Return the speech behind an attribution between dashes: — Yes, — she said. — It is late."""
    found = []
    while start < end:
        begin = start
        if not spanish:
            dash = _INNER_DASH.search(text, start, end)
            if dash is None or text[dash.start() - 1] not in ".,:;":
                break
            begin = dash.end()
        closing = None if spanish else _INNER_DASH.search(text, begin, end)
        stop = closing.start() if closing else end
        made = _stretch(text, (begin, begin, stop, stop, True))
        if made is not None:
            found.append(Stretch(made.outer, made.inner, True, True))
        start = closing.end() if closing else end
    return found


def _stretch(text: str, pair: _Pair) -> Stretch | None:
    """Return the stretch of a pair of marks, or None if it is empty."""
    outer, start, end, outer_end, closed = pair
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(Span(outer, outer_end), Span(start, end), closed) if start < end else None


def _pair_line(
    text: str, line: Span, carried: tuple[int, int] | None, following: Span | None
) -> tuple[list[_Pair], tuple[int, int] | None]:
    """Pair the double marks of one line; return the pairs and what is still open at its end."""
    marks = list(_DOUBLE.finditer(text, line.start, line.end))
    goes_on, reopened = _carried_on(text, line, marks) if carried else (False, False)
    pairs: list[_Pair] = []
    if carried and marks and not goes_on:
        pairs.append((*carried, carried[1], carried[1], False))
    opened = carried if goes_on else None
    glyph = marks[0].group() if carried and marks else ""
    found, opened, glyph = _paired(text, line, marks[1:] if reopened else marks, opened, glyph)
    pairs += found
    if opened is None:
        return pairs, None
    if following is not None and _continues(text, following, glyph):
        return pairs, opened
    if _opens_speech(text, line, opened[0]) or opened == carried:
        pairs.append((*opened, line.end, line.end, False))
    return pairs, None


def _carried_on(text: str, line: Span, marks: list[re.Match[str]]) -> tuple[bool, bool]:
    """Tell whether a line goes on with speech left open above, and whether its first mark opens it again."""
    if not marks:
        return False, False
    glyph = marks[0].group()
    if not text[line.start : marks[0].start()].strip() and not _is_close_only(glyph):
        return True, True
    straight = sum(m.group() in _STRAIGHT for m in marks)
    return _goes_on(glyph, straight) or _only_closes(text, marks[0], line), False


def _paired(
    text: str, line: Span, marks: list[re.Match[str]], opened: tuple[int, int] | None, glyph: str
) -> tuple[list[_Pair], tuple[int, int] | None, str]:
    """Pair marks of one line from left to right; return the pairs, what is open at the end, and its mark."""
    left = sum(m.group() in _STRAIGHT for m in marks)  # straight marks from the one looked at
    first = opened is not None
    inner_open = False
    pairs: list[_Pair] = []
    for m in marks:
        mark, a, b = m.group(), m.start(), m.end()
        opens, closes = _looks(text, a, b, line)
        if opened is None:
            if _may_open(mark, opens, closes, left, text, b, line):
                opened, glyph, first, inner_open = (a, b), mark, False, False
        elif mark in _STRAIGHT and glyph in _STRAIGHT and opens and not closes:
            if left % 2 == 0 and not first:
                opened = (a, b)  # the one before was never closed
            else:
                inner_open = True
        elif _closes(glyph, mark, opens, closes):
            if inner_open and mark in _STRAIGHT:
                inner_open = False
            else:
                pairs.append((*opened, a, b, True))
                opened = None
        left -= mark in _STRAIGHT
    return pairs, opened, glyph


def _looks(text: str, a: int, b: int, line: Span) -> tuple[bool, bool]:
    """Tell from its neighbours whether a mark looks like an opening and like a closing one."""
    before = text[a - 1] if a > line.start else " "
    after = text[b] if b < line.end else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or not after.isalnum())
    return opens, closes


def _only_closes(text: str, mark: re.Match[str], line: Span) -> bool:
    opens, closes = _looks(text, mark.start(), mark.end(), line)
    return closes and not opens


def _is_close_only(mark: str) -> bool:
    return mark in "”」』》〉〞〟"


def _goes_on(mark: str, straight: int) -> bool:
    """Tell whether the first mark of a line closes what an earlier line opened."""
    return mark in "”»›」』》〉" or (mark in _STRAIGHT and straight % 2 == 1)


def _may_open(mark: str, opens: bool, closes: bool, left: int, text: str, b: int, line: Span) -> bool:
    if mark in _STRAIGHT or mark == "``":
        return mark == "``" or opens or not closes or left % 2 == 0
    if mark in "”»›":  # opening marks in Swedish and Finnish, and in German books
        return opens and not closes and text.find(_OTHER_SIDE.get(mark, mark), b, line.end) >= 0
    return mark in _OPENS


def _closes(glyph: str, mark: str, opens: bool, closes: bool) -> bool:
    """Tell whether a mark closes what another one opened."""
    if glyph in _OTHER_SIDE:
        return mark == _OTHER_SIDE[glyph]
    if mark in _STRAIGHT:
        return True
    if mark == "“":  # closes in German and Czech, and where a wrong mark was set
        return glyph in "„‟" or (closes and not opens)
    return mark in "”〞〟"


def _continues(text: str, line: Span, glyph: str) -> bool:
    """Tell whether a line goes on with speech that the one before left open."""
    first = _DOUBLE.search(text, line.start, line.end)
    if first is None:
        return False
    mark = first.group()
    if not text[line.start : first.start()].strip():
        return not _is_close_only(mark)
    straight = sum(m.group() in _STRAIGHT for m in _DOUBLE.finditer(text, line.start, line.end))
    same = (mark in _STRAIGHT) == (glyph in _STRAIGHT)
    opens, closes = _looks(text, first.start(), first.end(), line)
    return same and (_goes_on(mark, straight) or (closes and not opens))


def _opens_speech(text: str, line: Span, place: int) -> bool:
    """Tell whether a mark without a partner stands where speech begins."""
    before = text[max(line.start, place - 40) : place].rstrip()
    return not before or before[-1] in ":,.?!—–-"


def _singles(text: str, line: Span, taken: Iterable[Span]) -> list[Stretch]:
    """Return stretches in single marks outside double ones; an apostrophe is none."""
    taken = sorted(taken)
    starts = [span.start for span in taken]

    def free(place: int) -> bool:
        n = bisect_left(starts, place + 1) - 1
        return n < 0 or place >= taken[n].end

    marks = [m.start() for m in _SINGLE.finditer(text, line.start, line.end) if free(m.start())]
    found: list[Stretch] = []
    n = 0
    while n < len(marks):
        if not _opens_single(text, marks[n], line):
            n += 1
            continue
        close = _closing_single(text, marks, n, line)
        if close is None:
            n += 1
            continue
        made = _stretch(text, (marks[n], marks[n] + 1, marks[close], marks[close] + 1, True))
        if made is not None and all(free(p) for p in (made.inner.start, made.inner.end)):
            found.append(made)
        n = close + 1
    return found


def _opens_single(text: str, place: int, line: Span) -> bool:
    before = text[place - 1] if place > line.start else " "
    after = text[place + 1] if place + 1 < line.end else " "
    if not (before.isspace() or before in _BEFORE_OPENING) or after.isspace():
        return False
    if text[place] == "’":
        return False
    return not _ELIDED.match(text, place + 1, line.end)


def _closing_single(text: str, marks: list[int], opened: int, line: Span) -> int | None:
    """Return which mark closes the one at ``opened``: the first that can, or the first after a stop.

    At most forty marks are looked at, so that a line of nothing but marks costs no more.
    """
    fallback: int | None = None
    for n in range(opened + 1, min(len(marks), opened + 40)):
        place = marks[n]
        if text[place] in ("‚‛" if text[marks[opened]] == "‚" else "‘‚‛"):  # ‘ closes in German and Czech
            break
        before = text[place - 1]
        after = text[place + 1] if place + 1 < line.end else " "
        if before.isspace():
            if text[place] == "'" and not after.isspace() and fallback is not None:
                break
            continue
        if after.isalnum():
            continue
        if before in ",.?!…" or before not in "sS":
            return n
        fallback = n if fallback is None else fallback
    return fallback
