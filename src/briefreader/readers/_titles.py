"""Titles: a headline if the text has one, else one made from its first real sentence."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 90
"""Longest made title, in code points."""

_SHORTEST = 32
_HEADLINE = 160
_ABBREVIATIONS_WORDS = """
    mr mrs ms dr prof gen lt col maj sgt capt gov sen rep st vs no jr sr inc ltd co corp etc dept est
    fig vol u.s u.k u.n e.g i.e a.m p.m d.c jan feb mar apr jun jul aug sep sept oct nov dec
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())
_STOP = re.compile(r"[.!?…][\"”’'»)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"([\w.]+)\.$")
_CLAUSE = re.compile(r"[,;:](?=\s)|\s[—–-](?=\s)|(?<=\w)—(?=\w)")
_WORD = re.compile(r"\S+")
_FUNCTION_WORDS = """
    a an the of to in on at by for from with without and or nor but as than that which who whom whose
    where when while if so because since until upon into onto over under between among through during
    before after about against is are was were be been being has have had do does did will would shall
    should can could may might must not no its his her their our your my this these those it he she they
    we you i also both either neither such very more most said says told de la du van von der per via
"""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_TRIM = " \t\u00a0,;:—–-([{“‘«"


def clean(text: str) -> str:
    """Return a title in one line: white space folded, controls and marks that turn the writing taken out."""
    kept = "".join(
        " "
        if char in "\t\n\r\v\f\u2028\u2029"
        else ""
        if char in _TURNING or unicodedata.category(char) in ("Cc", "Cs", "Cn")
        else char
        for char in text
    )
    return " ".join(kept.split())


def headline(line: str, following: str) -> bool:
    """Tell whether a first line is a headline: short, without a full stop, and shorter than the next."""
    line, following = line.strip(), following.strip()
    if not following or len(line) > _HEADLINE or len(line) >= len(following):
        return False
    if not 3 <= len(line.split()) <= 26 or not any(map(str.isalpha, line)):
        return False
    if line[-1] in ".,;:!…-–—" or line.endswith(('."', ".”", ".'", ',"', ",”")):
        return False
    if line[0].islower() or line[0] in "•*-–—(":
        return False
    return len(following) >= 1.5 * len(line) or following.endswith((".", '."', ".”", "?", "!", "”", '"'))


def sentence(text: str) -> str:
    """Return the first sentence of a text in one line."""
    text = clean(text[:2_000])
    for stop in _STOP.finditer(text):
        before = text[: stop.start() + 1]
        word = _LAST_WORD.search(before)
        if text[stop.start()] == "." and word:
            name = word[1].lower()
            if name in _ABBREVIATIONS or (len(name) == 1 and word[1].isupper()):
                continue
        rest = text[stop.end() :].lstrip()
        if rest[:1].islower() and stop.end() < len(text):
            continue
        return text[: stop.end()]
    return text


def shorten(text: str, longest: int = LONGEST) -> str:
    """Return a sentence as a title: whole if it fits, else cut where a clause or a word ends.

    A cut never leaves a comma, a function word or half a name at the end; quotation marks that the
    cut leaves open are closed.
    """
    text = text.strip()
    whole = text[:-1].rstrip() if text.endswith(".") and not text.endswith("..") else text
    if len(whole) <= longest:
        return whole
    room = longest - 1
    # The first clause that fills half of the room: later commas tend to stand within a list.
    ends = (match.start() for match in _CLAUSE.finditer(text, 0, room + 2))
    cut = next((end for end in ends if room // 2 <= end <= room), 0) or _word_cut(text, room)
    kept = _bare(text[:cut])
    return _close((kept or text[:room]) + "…")


def _word_cut(text: str, room: int) -> int:
    """Return where to cut at a word's end: not within a name, which is a run of capitalised words."""
    words = [match for match in _WORD.finditer(text, 0, room + 1) if match.end() <= room]
    if not words or text[words[-1].end() : words[-1].end() + 1].strip():
        words = words[:-1]
    count = len(words)
    following = _WORD.search(text, words[-1].end()) if words else None
    if following and _capital(following[0]):
        run = count
        while run > 1 and (_capital(words[run - 1][0]) or words[run - 1][0] in ("of", "the", "for", "and")):
            run -= 1
        if words[run - 1].end() >= _SHORTEST:
            count = run
    return words[count - 1].end() if count else 0


def _capital(word: str) -> bool:
    return word.lstrip("(“\"'‘")[:1].isupper()


def _bare(text: str) -> str:
    """Return the text without marks and function words at its end."""
    while True:
        shorter = text.rstrip(_TRIM)
        head, _, last = shorter.rpartition(" ")
        rest, _, before = head.rpartition(" ")
        if len(rest) >= _SHORTEST and before in ("and", "or"):
            head, last = rest, before
        if head and last.strip("“\"'‘(").lower() in _FUNCTION:
            shorter = head
        if shorter == text:
            return text
        text = shorter


def _close(text: str) -> str:
    if text.count("“") > text.count("”"):
        return text + "”"
    if text.count('"') % 2:
        return text + '"'
    return text


def made(passages: list[str], fallback: str) -> str:
    """Return the title made from the first passage that holds a sentence; else the fallback."""
    for passage in passages:
        words = passage.split()
        if len(words) >= 4 and any(map(str.isalpha, passage)) and not passage.rstrip().endswith(":"):
            return shorten(sentence(passage))
    for passage in passages:
        if any(map(str.isalnum, passage)):
            return shorten(sentence(passage))
    return clean(fallback) or "?"
