"""Where sentences and paragraphs begin and end in a text, where no parse is at hand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from briefreader.domain.text import Span

_END = re.compile(r"[.!?…]+[\"”’»')\]]*(?=\s|$)|[。！？]+[”’」』）]*")
_NEXT = re.compile(r"[\s\"“„‘«('\[–—-]*(\S?)")
_WORD = re.compile(r"(?:\w|(?<=\w)\.(?=\w))+$")
_BEFORE_NAMES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "maj",
        "cmdr",
        "adm",
        "rep",
        "sen",
        "gov",
        "amb",
        "hon",
        "rev",
        "st",
        "messrs",
        "mt",
        "ft",
        "vs",
    ]
)
_BEFORE_NUMBERS = frozenset(
    [
        "no",
        "nos",
        "art",
        "sec",
        "fig",
        "vol",
        "pp",
        "p",
        "par",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
_BACK = 40  # code points: longer than any shortened word


def paragraph_at(text: str, place: int) -> Span | None:
    """Return the line of the text in which a place stands, without the white space around it."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return _trimmed(text, start, len(text) if end < 0 else end)


def sentences_of(text: str, paragraph: Span) -> list[Span]:
    """Return the sentences of a paragraph, in order, without the white space between them."""
    found: list[Span] = []
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if _ends(text, match, paragraph.end):
            found.append(Span(start, match.end()))
            start = match.end()
            while start < paragraph.end and text[start].isspace():
                start += 1
    if start < paragraph.end:
        found.append(Span(start, paragraph.end))
    return found


def sentence_at(text: str, place: int) -> Span | None:
    """Return the sentence in which a place stands, or that ends before the white space there."""
    paragraph = paragraph_at(text, place)
    if paragraph is None:
        return None
    sentences = sentences_of(text, paragraph)
    return sentences[max(0, bisect_right(sentences, place, key=lambda each: each.start) - 1)]


def step(text: str, place: int, forward: bool, to_end: bool, whole_paragraphs: bool = False) -> int:
    """Return where the next sentence or paragraph begins, or ends; the text's edge if there is none."""
    here = paragraph_at(text, place)
    pieces = [here] if here and whole_paragraphs else sentences_of(text, here) if here else []
    edges = [each.end if to_end else each.start for each in pieces]
    at = bisect_right(edges, place) if forward else bisect_left(edges, place) - 1
    if 0 <= at < len(edges):
        return edges[at]
    beyond = _paragraph_beyond(text, place, forward)
    if beyond is None:
        return len(text) if forward else 0
    pieces = [beyond] if whole_paragraphs else sentences_of(text, beyond)
    piece = pieces[0 if forward else -1]
    return piece.end if to_end else piece.start


def _paragraph_beyond(text: str, place: int, forward: bool) -> Span | None:
    while True:
        edge = text.find("\n", place) if forward else text.rfind("\n", 0, place)
        if edge < 0:
            return None
        place = edge + 1 if forward else edge
        if found := paragraph_at(text, place):
            return found


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _ends(text: str, match: re.Match[str], stop: int) -> bool:
    """Tell whether a full stop, with what closes after it, ends a sentence and not a short word."""
    follows = _NEXT.match(text, match.end(), stop)
    letter = follows[1] if follows else ""
    if not letter:
        return True
    if letter.islower():
        return False
    if match[0] != ".":
        return True
    word = _WORD.search(text, max(0, match.start() - _BACK), match.start())
    if word is None:
        return True
    said = word[0].casefold()
    initial = len(word[0].rpartition(".")[2]) == 1 and word[0][-1].isupper()
    return not (initial or said in _BEFORE_NAMES or (said in _BEFORE_NUMBERS and letter.isdigit()))
