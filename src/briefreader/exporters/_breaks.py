"""Where the lines of a printed text may break: cut here, as it is too dear for the typesetter to search."""

from __future__ import annotations

import re
from functools import lru_cache

# Readers of PDF files drop a hyphen at the end of a line as if it had been put there, and the text would
# not copy out as it is. Scripts that are written without spaces are left alone.
_SOLID = r"[^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]{1,24}"
_HYPHENED = re.compile(f"{_SOLID}[-\u2010-\u2015/]{_SOLID}")
_LATIN = r"[\x21-\x7e\xa1-\u052f\u1e00-\u1fff]"
_FOUR = re.compile(r"(?:.[\u0300-\u036f]*){1,4}", re.DOTALL)
_TWELVE = re.compile(r"(?:.[\u0300-\u036f]*){1,12}", re.DOTALL)
_ENDLESS = 1000  # letters of a word from which it is cut into fewer pieces: each costs time


@lru_cache(4096)  # all lines but one are the same again when a letter has been typed
def pieces(line: str, longest: int) -> str | list[str | list[str]]:
    """Return a line, or its pieces if it has any that are special; they are not to be changed.

    A list of one text is kept on one line (a word with a hyphen, dash or slash); one of several is a long
    word, which may break between them.
    """
    made: list[str | list[str]] = []
    at = 0
    for match in re.finditer(_LATIN + f"{{{longest},}}", line):
        made += _kept(line[at : match.start()])
        made.append((_FOUR if len(match[0]) < _ENDLESS else _TWELVE).findall(match[0]))
        at = match.end()
    made += _kept(line[at:])
    return line if all(isinstance(each, str) for each in made) else made


def solid_at(text: str, at: int) -> tuple[int, int] | None:
    """Return start and end of the word with a hyphen, dash or slash around a place; None if there is none."""
    spans = (match.span() for match in _HYPHENED.finditer(text))
    return next((span for span in spans if span[0] < at < span[1]), None)


def _kept(text: str) -> list[str | list[str]]:
    made: list[str | list[str]] = []
    at = 0
    for match in _HYPHENED.finditer(text):
        made += [text[at : match.start()], [match[0]]]
        at = match.end()
    return [each for each in (*made, text[at:]) if each]
