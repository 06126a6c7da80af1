"""Which names are of one bearer: keys that hold in every document, and short forms within one.

A key is made of the name alone, so that the same bearer gets the same key in different documents:
letters are romanised and folded, variants of given names and of Slavic endings are made one, patronymics
are left out, and the order of family and given name does not count.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefreader.domain.folding import fold
from briefreader.domain.naming import family_key, romanised
from briefreader.extractors._gazetteer import demonym_country, gazetteer, is_given, listed, place_key
from briefreader.extractors._masking import VIETNAMESE_FAMILIES, is_patronymic, is_vietnamese

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*\.?")
_PARTICLES = listed("van von der den de la le du del della di da dos das bin ibn al el abu ben ter ten zu")
_HONOURS = listed("jr jr. sr sr. ii iii iv phd esq")
_SMALL = listed("the of for and in on at to a an & de")
_LEGAL = listed("inc inc. corp corp. ltd ltd. llc plc co co. gmbh ag sa nv company corporation limited")


@lru_cache(maxsize=8192)
def given_key(word: str) -> str:
    """Return what all variants of a given name share: Alexander, Aleksandr, Аляксандр."""
    plain = romanised(word).rstrip(".")
    return gazetteer().variants.get(plain, plain)


@lru_cache(maxsize=8192)
def name_parts(name: str) -> tuple[str, str]:
    """Return the keys of a person's family name and given name; the second may be empty.

    "Volfovich Aleksandr Grigorievich" and "Alexander Volfovich" give the same, "To Lam" and "Tô Lâm" too.
    """
    parts = [word for word in _WORD.findall(name) if fold(word) not in _HONOURS]
    if len(parts) < 2:
        return (family_key(parts[0]), "") if parts else (fold(name), "")
    if is_vietnamese(parts):
        return fold(parts[0]), "".join(fold(word) for word in parts[1:])
    plain = [romanised(word) for word in parts]
    if len(parts) == 3:
        spelt = [word.title() for word in plain]
        if is_patronymic(spelt[2]) and is_given(plain[1]):
            return family_key(parts[0]), given_key(parts[1])
        if is_patronymic(spelt[1]) and is_given(plain[0]):
            return family_key(parts[2]), given_key(parts[0])
    if len(parts) == 2 and is_given(plain[1]) and not is_given(plain[0]):
        return family_key(parts[0]), given_key(parts[1])
    start = len(parts) - 1
    while start > 1 and fold(parts[start - 1]) in _PARTICLES:
        start -= 1
    return family_key("".join(parts[start:])), given_key(parts[0])


def person_key(name: str) -> str:
    """Return the key of a person: family name, then given name."""
    family, given = name_parts(name)
    if given and not _known_order(name):
        family, given = sorted((family, given))
    return f"{family}-{given}" if given else family


def _known_order(name: str) -> bool:
    parts = [romanised(word) for word in _WORD.findall(name)]
    return is_vietnamese(_WORD.findall(name)) or any(is_given(part) for part in parts)


@lru_cache(maxsize=8192)
def short_forms(name: str) -> tuple[set[str], set[str]]:
    """Return the keys by which a later mention can call a person: by family name, and by given name.

    A Vietnamese is called by the given name, the last word; its key counts as a family name here.
    """
    parts = [word for word in _WORD.findall(name) if fold(word) not in _HONOURS]
    if len(parts) < 2:
        return {family_key(name)}, set()
    if is_vietnamese(parts):
        called = fold(parts[-1])
        return {called, family_key(parts[-1])}, (
            {fold(parts[0])} if fold(parts[0]) in VIETNAMESE_FAMILIES else set()
        )
    family, given = name_parts(name)
    return {family, family_key(parts[-1])} - {given_key(parts[0])}, {given}


def compatible(one: str, other: str) -> bool:
    """Tell whether two full names can be of one person: same family name, same or initial given name."""
    family, given = name_parts(one)
    family2, given2 = name_parts(other)
    if family != family2 and not _near(family, family2):
        return False
    if not given or not given2:
        return False
    if given == given2:
        return True
    short, long = sorted((given, given2), key=len)
    return len(short) == 1 and long.startswith(short) and family == family2


def _near(one: str, other: str) -> bool:
    """Tell whether two family names of seven letters or more differ in one letter that is not the first."""
    if min(len(one), len(other)) < 7 or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    return (
        one[start + 1 :] == other[start + 1 :]
        or one[start:] == other[start + 1 :]
        or one[start + 1 :] == other[start:]
    )


@lru_cache(maxsize=8192)
def place_entity(name: str) -> str:
    """Return the key of a place: its usual name, folded."""
    return fold(gazetteer().places.get(place_key(name), name.removeprefix("the "))).replace(" ", "-")


@lru_cache(maxsize=8192)
def organisation_words(name: str) -> tuple[str, ...]:
    """Return the telling words of an organisation's name, countries by their usual name, in order."""
    known = gazetteer().organisations.get(place_key(name))
    text = known or name
    found: list[str] = []
    tokens = re.findall(r"[\w.&'’-]+", text)
    i = 0
    while i < len(tokens):
        for length in (4, 3, 2, 1):
            part = " ".join(tokens[i : i + length])
            if place_key(part) in gazetteer().countries and i + length <= len(tokens):
                found.append(place_key(gazetteer().places[place_key(part)]).replace(" ", "-"))
                i += length
                break
        else:
            word = fold(tokens[i]).strip(".’'-")
            country = demonym_country(tokens[i])
            if country:
                found.append(place_key(country).replace(" ", "-"))
            elif word and word not in _SMALL and (word not in _LEGAL or len(tokens) == 1):
                found.append(word)
            i += 1
    return tuple(found) or (fold(name),)


def organisation_key(name: str) -> str:
    """Return the key of an organisation: its telling words, whatever their order."""
    return "-".join(sorted(organisation_words(name)))


@lru_cache(maxsize=8192)
def initials(name: str) -> str:
    """Return the initials that an acronym of the name has: MPS of Ministry of Public Security."""
    return "".join(word[0] for word in re.findall(r"\w+", name) if word.lower() not in _SMALL).upper()
