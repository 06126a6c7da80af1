"""Which given names and offices speak for or against "he" or "she"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from briefreader.domain.folding import fold
from briefreader.extractors._gazetteer import listed
from briefreader.resources import resource

_HE = listed(
    """
    mr mr. sir lord king prince duke baron father son brother husband uncle nephew grandfather man boy
    gentleman spokesman chairman congressman businessman statesman pope emperor monk widower grandson
    stepfather stepson
    """
)
_SHE = listed(
    """
    mrs mrs. ms ms. miss madam dame lady queen princess duchess mother daughter sister wife aunt niece
    grandmother woman girl spokeswoman chairwoman congresswoman businesswoman actress nun widow
    granddaughter stepmother stepdaughter
    """
)


def sex_of(word: str) -> str:
    """Return the pronoun for a word that tells the sex: "he" for "spokesman", "" where it tells none."""
    low = word.lower()
    return "he" if low in _HE else "she" if low in _SHE else ""


def sex_of_person(name: str, offices: Iterable[str] = ()) -> str:
    """Return the pronoun for a person by title, given name and offices, "" if these tell nothing or differ.

    A last name tells nothing where another name stands before it: "Anna King" is no king.
    """
    words = fold(name).split()
    told = {sex_of(word) for word in words[:-1]} | {sex_of(w) for office in offices for w in office.split()}
    given = words[:-1] or words
    told.add(next(filter(None, map(_sex_of_given, given)), ""))
    told.discard("")
    return told.pop() if len(told) == 1 else ""


def _sex_of_given(word: str) -> str:
    names = _given()
    return names.get(word, "") or names.get(word.partition("-")[0], "")


@cache
def _given() -> dict[str, str]:
    """Return the pronoun for each given name that only men or only women bear."""
    found: dict[str, str] = {}
    for pronoun in ("he", "she"):
        text = resource("gazetteer").joinpath(f"given_{pronoun}.txt").read_text(encoding="utf-8")
        lines = (line for line in text.splitlines() if not line.startswith("#"))
        found.update({name: pronoun for line in lines for name in line.split()})
    return found
