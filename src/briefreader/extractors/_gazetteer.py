"""Names that are known beforehand: countries and their people, cities, regions, given names.

The lists are in ``resources/gazetteer``; LICENSE.md there says where they come from. Names are
looked up without case and diacritics.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from briefreader.domain.folding import fold
from briefreader.resources import resource

_HEAD = re.compile("[ '-]")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names, folded: each place's usual name, each demonym's country, given names and
    their variants, and the country (ISO 3166-1 alpha-2) of each place; ``regions`` are states
    and provinces; ``heads`` are the first words of names, ``longest`` counts the words of the longest."""

    places: dict[str, str] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()
    demonyms: dict[str, str] = field(default_factory=dict)
    given: frozenset[str] = frozenset()
    organisations: dict[str, str] = field(default_factory=dict)
    variants: dict[str, str] = field(default_factory=dict)
    territories: dict[str, str] = field(default_factory=dict)
    regions: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    longest: int = 1


def listed(words: str) -> frozenset[str]:
    """Return the words of a list that is written as one text."""
    return frozenset(words.split())


def place_key(text: str) -> str:
    """Return a name as it is looked up: folded, with simple hyphens and no article."""
    key = fold(text).replace("–", "-").replace("’", "'")
    return key[4:] if key.startswith("the ") else key


@cache
def gazetteer() -> Gazetteer:
    """Read the lists, once in a process."""
    places: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    codes, territories = _territories()
    regions: set[str] = set()
    for line in _lines("places.txt"):
        head, _, entries = line.partition(": ")
        code = codes.get(place_key(head.partition(" ")[2]), "")
        for entry in entries.split("; "):
            forms = entry.split("=")
            for form in forms:
                places.setdefault(place_key(form), forms[0])
            if code and head.startswith("@region"):
                regions.add(place_key(forms[0]))
            if code:
                territories.setdefault(place_key(forms[0]), code)
    countries: set[str] = set()
    for line in _lines("countries.txt"):
        name, others, people = (part.strip() for part in line.split("|"))
        territories[place_key(name)] = codes.get(place_key(name), "")
        for form in (name, *filter(None, others.split(", "))):
            places[place_key(form)] = name
            countries.add(place_key(form))
        for form in filter(None, people.split(", ")):
            demonyms.setdefault(fold(form), name)
    organisations: dict[str, str] = {}
    for line in _lines("organisations.txt"):
        forms = line.split("=")
        for form in forms:
            organisations.setdefault(place_key(form), forms[0])
    given = frozenset(word for line in _lines("given.txt") for word in line.lower().split())
    variants = {word: line.split()[0] for line in _lines("variants.txt") for word in line.split()}
    keys = (*places, *organisations)
    heads = frozenset(_HEAD.split(key)[0] for key in keys) | frozenset(key.split(" ")[0] for key in keys)
    longest = max(2 * key.count("-") + key.count(" ") + key.count("'") for key in keys) + 1
    return Gazetteer(
        places=places,
        countries=frozenset(countries),
        demonyms=demonyms,
        given=given,
        organisations=organisations,
        variants=variants,
        territories=territories,
        regions=frozenset(regions),
        heads=heads,
        longest=longest,
    )


def _territories() -> tuple[dict[str, str], dict[str, str]]:
    """Return the code of each country, and of each city that is an example of its country's time."""
    codes: dict[str, str] = {}
    cities: dict[str, str] = {}
    for line in _lines("territories.txt"):
        head, _, examples = line.partition(":")
        code, _, name = head.partition(" ")
        codes[place_key(name)] = code
        for city in filter(None, examples.strip().split("; ")):
            cities[place_key(city)] = code
    return codes, cities


def place_country(name: str) -> str:
    """Return the country that a known place lies in or is (ISO 3166-1 alpha-2), or ""."""
    key = place_key(name)
    usual = place_key(gazetteer().places.get(key, name))
    return gazetteer().territories.get(usual, "")


def is_place(text: str) -> bool:
    """Tell whether this is the name of a known place."""
    return place_key(text) in gazetteer().places


def known_organisation(text: str) -> str:
    """Return the usual name of a well-known organisation, or ""; "Who" is not "WHO"."""
    usual = gazetteer().organisations.get(place_key(text), "")
    return "" if usual and len(text) <= 4 and usual.isupper() and not text.isupper() else usual


def is_country(text: str) -> bool:
    """Tell whether this is the name of a country, present or former."""
    return place_key(text) in gazetteer().countries


def demonym_country(word: str) -> str:
    """Return the country that a word such as "Belarusian" belongs to, or ""."""
    return gazetteer().demonyms.get(fold(word), "")


def is_given(word: str) -> bool:
    """Tell whether a word is a given name that is often met."""
    return fold(word) in gazetteer().given


def _lines(name: str) -> list[str]:
    text = resource("gazetteer").joinpath(name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
