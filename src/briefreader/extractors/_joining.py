"""Which names are of one bearer: keys that hold in every document, and short forms within one.

A key is made of the name alone, so that the same bearer gets the same key in different documents:
letters are romanised and folded, variants of given names and of Slavic endings are made one, patronymics
are left out, and the order of family and given name does not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from briefreader.domain.folding import fold
from briefreader.domain.naming import family_key, generations, person_likeness, romanised, telling_letters
from briefreader.extractors._eastern import is_eastern
from briefreader.extractors._gazetteer import (
    demonym_country,
    gazetteer,
    is_given,
    known_organisation,
    listed,
    place_key,
)
from briefreader.extractors._masking import VIETNAMESE_FAMILIES, is_patronymic, is_vietnamese

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*\.?")
_PARTICLES = listed("van von der den de la le du del della di da dos das bin ibn al el abu ben ter ten zu")
_HONOURS = listed("jr jr. sr sr. ii iii iv phd esq")
_SMALL = listed("the of for and in on at to a an & de")
_LEGAL = listed(
    "inc inc. corp corp. "
    "ltd ltd. llc plc co co. gmbh ag sa s.a s.a. sas se spa s.p.a ab oyj asa bhd pte pty llp "
    "lp nv n.v company corporation limited incorporated"
)
_TAILS = listed("group holding holdings")  # left out behind a name, not in "Group of Seven"
_BRITISH = {
    "defence": "defense", "organisation": "organization", "centre": "center", "labour": "labor",
    "programme": "program", "theatre": "theater", "co-operation": "cooperation",
}  # fmt: skip
_PLACE_PREFIX = re.compile("(?:state|city|republic|kingdom|commonwealth|province|town) of (?:the )?")


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
    if is_eastern(parts):
        return family_key(parts[0]), "".join(romanised(word).replace("-", "") for word in parts[1:])
    plain = [romanised(word) for word in parts]
    if len(parts) == 3:
        spelt = [word.title() for word in plain]
        if is_family_first(parts):
            return family_key(parts[0]), given_key(parts[1])
        if is_patronymic(spelt[1]) and is_given(plain[0]):
            return family_key(parts[2]), given_key(parts[0])
    if len(parts) == 2 and is_given(plain[1]) and not is_given(plain[0]):
        return family_key(parts[0]), given_key(parts[1])
    start = len(parts) - 1
    while start > 1 and fold(parts[start - 1]) in _PARTICLES:
        start -= 1
    return family_key("".join(parts[start:])), given_key(parts[0])


def is_family_first(parts: Sequence[str]) -> bool:
    """Tell whether the family name stands first: "Yoon Suk Yeol", "Volfovich Aleksandr Grigorievich"."""
    if len(parts) != 3 or is_eastern(parts):
        return is_eastern(parts)
    return is_patronymic(romanised(parts[2]).title()) and is_given(romanised(parts[1]))


def is_family_only(name: str) -> bool:
    """Tell whether a name of several words is a family name: "von der Leyen", "De Gaulle", "bin Laden"."""
    parts = _WORD.findall(name)
    return len(parts) > 1 and all(fold(word) in _PARTICLES for word in parts[:-1])


def person_key(name: str) -> str:
    """Return the key of a person: family name, given name, and Junior or the Third if the name says so."""
    family, given = name_parts(name)
    if given and not _known_order(name):
        family, given = sorted((family, given))
    return "-".join([family, given, *sorted(generations(name))]) if given else family


def parted_key(name: str) -> str:
    """Return the key of a person of whom the same document tells another with the same key apart.

    "John F. Smith" has one with the letter; "John Smith", who could be either, has one of neither.
    """
    return f"{person_key(name)}-{telling_letters(name) or 'either'}"


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
    if is_eastern(parts):
        return {family}, {given}
    return {family, family_key(parts[-1])} - {given_key(parts[0])}, {given}


def compatible(one: str, other: str) -> bool:
    """Tell whether two full names in one document are of one person: middle names, initials, a slip."""
    like = person_likeness(one, other)
    if not like.same or like.rule != "spelling":
        return like.same
    words, others = one.split(), other.split()
    if len(words) != len(others):
        return False
    return all(
        given_key(a) == given_key(b) or family_key(a) == family_key(b) or is_slip(a, b)
        for a, b in zip(words, others, strict=True)
    )


def is_slip(one: str, other: str) -> bool:
    """Tell whether two words of six letters or more differ in one letter that is not the first.

    The last letter may not tell a woman from a man: "Petrov" and "Petrova" are two people.
    """
    a, b = romanised(one), romanised(other)
    if (
        min(len(a), len(b)) < 6
        or abs(len(a) - len(b)) > 1
        or a[0] != b[0]
        or (a[-1] == "a") != (b[-1] == "a")
    ):
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    return a[start + 1 :] in (b[start + 1 :], b[start:]) or a[start:] == b[start + 1 :]


@lru_cache(maxsize=8192)
def place_entity(name: str) -> str:
    """Return the key of a place: its usual name, folded; "American" and "the State of Texas" have one too."""
    key = place_key(name)
    places = gazetteer().places
    if key not in places:
        bare = _PLACE_PREFIX.sub("", key, count=1)
        key = bare if bare in places else place_key(demonym_country(name)) or key
    return fold(places.get(key, key)).replace(" ", "-")


@lru_cache(maxsize=8192)
def organisation_words(name: str) -> tuple[str, ...]:
    """Return the telling words of an organisation's name, countries by their usual name, in order."""
    text = known_organisation(name) or name.replace(" 's", "'s").replace(" ’s", "’s")
    found: list[str] = []
    tokens = re.findall(r"[\w.&'’-]+", text)
    i = 0
    while i < len(tokens):
        length = _country_at(tokens, i)
        if length:
            part = place_key(" ".join(tokens[i : i + length]))
            found.append(place_key(gazetteer().places[part]).replace(" ", "-"))
            i += length
        else:
            found += _word_of(tokens, i)
            i += 1
    while len(found) > 1 and found[-1] in _TAILS:
        found.pop()
    return tuple(found) or (fold(name),)


def _country_at(tokens: list[str], i: int) -> int:
    """Return how many words from here are a country, or 0."""
    for length in (4, 3, 2, 1):
        part = place_key(" ".join(tokens[i : i + length]))
        if i + length <= len(tokens) and part in gazetteer().countries:
            return length
    return 0


def _word_of(tokens: list[str], i: int) -> list[str]:
    """Return what a word of an organisation's name adds to its key: "UN" two words, "of" none."""
    word = fold(tokens[i]).strip(".’'-").removesuffix("'s").removesuffix("’s")
    country = demonym_country(tokens[i])
    if country:
        return [place_key(country).replace(" ", "-")]
    if not word or word in _SMALL or (len(tokens) > 1 and word.replace(".", "") in _LEGAL):
        return []
    if word == "affairs" and any(fold(other) == "foreign" for other in tokens):
        return []
    longer = known_organisation(tokens[i]) if tokens[i].isupper() and len(tokens) > 1 else ""
    if " " in longer:
        return [fold(each) for each in longer.split() if fold(each) not in _SMALL]
    return [_BRITISH.get(word, word)]


def organisation_key(name: str) -> str:
    """Return the key of an organisation: its telling words, whatever their order."""
    return "-".join(sorted(organisation_words(name)))


@lru_cache(maxsize=8192)
def initials(name: str) -> str:
    """Return the initials that an acronym of the name has: MPS of Ministry of Public Security."""
    return "".join(word[0] for word in re.findall(r"\w+", name) if word.lower() not in _SMALL).upper()
