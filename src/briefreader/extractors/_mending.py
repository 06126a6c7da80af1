"""Rules that mend one name at a time: its edges, its kind, or whether it is a name at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from briefreader.extractors._cutting import CUTS
from briefreader.extractors._eastern import is_chinese, is_two_syllables
from briefreader.extractors._gazetteer import (
    demonym_country,
    gazetteer,
    is_given,
    is_place,
    known_organisation,
    listed,
    place_key,
)
from briefreader.extractors._kinds import ADDRESSES
from briefreader.extractors._kinds import RULES as KINDS
from briefreader.extractors._page import ORGANISATION, OTHER, PERSON, PLACE, Found, Page
from briefreader.extractors._words import CALENDAR, ORGANISATION_NOUNS, PERSON_TITLES

_ARTICLES = frozenset(["the", "a", "an", "this", "that", "our", "their", "its", "his", "her"])
_POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
_OFFICE_WORDS = listed(
    """
    sheikh pm state secretary deputy first foreign general prime minister president vice chairman head
    acting chief former affairs director industry agriculture defence defense health education trade
    finance economy interior treasurer commissioner superintendent sheriff constable administrator speaker
    economist analyst ceo executive officer operating financial
    """
)
_PARTISANS = frozenset(
    ["democrat", "republican", "tory", "conservative", "liberal", "socialist", "independent"]
)
_PAIRS = frozenset([("tan", "sri"), ("grand", "mufti"), ("chief", "justice")])
NOT_BODIES = listed(
    """
    partnership days agreement treaty exhibition summit forum war plan roadmap protocol declaration
    memorandum festival games day week championship championships olympics award prize order anniversary
    revolution act constitution dialogue initiative memoranda fair expo crisis pact accord accords
    """
)
BODIES = ORGANISATION_NOUNS - frozenset(
    ["force", "forces", "group", "records", "times", "cup", "state", "media"]
)
_COMPASS = listed(
    """
    southeast south-east northeast south north east west central eastern western
    """
)
_GROUNDS = listed(
    """
    palace airport square street river lake strait island islands peninsula province delta
    """
)
_LARGE = frozenset(["asian", "european", "african", "american", "eurasian"])


_HOLDERS = listed(
    """
    spokesman spokeswoman spokesperson president minister chairman chairwoman director secretary chief
    officer ambassador leader member members official officials
    """
)
_NTH = re.compile(r"\d+(?:st|nd|rd|th)")
_PRONOUNS = frozenset(["he", "she", "they", "we", "you", "i"])


def trimmed(page: Page, name: Found) -> Iterator[Found]:
    """Take articles, titles and possessives off the edges of a name."""
    start, end = name.start, name.end
    while start < end and (
        (page.low[start] in _ARTICLES and not page.said(name).startswith("The ")) or not _wordy(page, start)
    ):
        start += 1
    while start < end and (
        page.low[end - 1] in _POSSESSIVE
        or page.low[end - 1] in ("of", "and", "the")
        or not _wordy(page, end - 1)
    ):
        end -= 1
    if name.kind == PERSON:
        start += _titles_at(page, start, end)
    elif name.kind == ORGANISATION:
        while end - start > 1 and page.low[end - 1] in _HOLDERS:
            end -= 1
    lone = page.low[start] if end - start == 1 else ""
    no_name = (
        lone in CALENDAR
        or lone in _PRONOUNS
        or _NTH.fullmatch(lone)
        or (name.kind == PERSON and _only_titles(page, start, end))
    )
    if any(word[0].isalnum() for word in page.words[start:end]) and not no_name:
        yield Found(start, end, name.kind)


def _only_titles(page: Page, start: int, end: int) -> bool:
    """Tell whether a name is only an office or a party: "Executive Officer", "the Chief", "Democrat"."""
    words = [word for word in page.low[start:end] if word not in _ARTICLES]
    return all(_is_title(word) or word in _PARTISANS for word in words)


def _titles_at(page: Page, start: int, end: int) -> int:
    """Return how many words of a person's name are titles, of which the last word is none."""
    i = start
    while end - i > 1:
        pair = (page.low[i], page.low[i + 1])
        partisan = page.low[i] in _PARTISANS and (end - i > 2 or is_given(page.words[i + 1]))
        if pair[0] == "madame" and pair[1] in ("de", "du"):
            break  # "Madame de Staël" is what she is called
        if end - i > 2 and (pair in _PAIRS or (pair[0] == "crown" and _is_title(pair[1]))):
            i += 2
        elif _is_title(page.low[i]) or partisan:
            i += 1
        else:
            break
    return i - start


def _is_title(word: str) -> bool:
    return word in PERSON_TITLES or word in _OFFICE_WORDS or word in ADDRESSES


def _wordy(page: Page, i: int) -> bool:
    return any(char.isalnum() for char in page.words[i]) or page.words[i] in ("!", ".", ")")


def offices_out(page: Page, name: Found) -> Iterator[Found]:
    """Drop what is part of an office: "State" of "State Secretary", "Industry" of "Minister of Industry"."""
    words = page.low[name.start : name.end]
    before = (page.word(name.start - 2), page.word(name.start - 1))
    if name.kind in (ORGANISATION, PLACE, OTHER):
        if all(word in _OFFICE_WORDS or word in PERSON_TITLES for word in words):
            known = (
                words in (["state"],)
                and before[1] not in ("of", "deputy")
                and page.word(name.end) != "secretary"
            )
            if not known or not page.capital(name.start):
                return
        if (
            before[1] in ("of", "for")
            and before[0] in ("minister", "ministers")
            and not is_place(page.said(name))
        ):
            return
    yield name


def place_owner_out(page: Page, name: Found) -> Iterator[Found]:
    """Take "Vietnam’s" off "Vietnam’s Ministry of Public Security": a place and an organisation."""
    if name.kind in (ORGANISATION, OTHER):
        for i in range(name.start + 1, min(name.end - 1, name.start + 4)):
            if page.low[i] in ("'s", "’s") and is_place(page.said(Found(name.start, i, PLACE))):
                yield Found(name.start, i, PLACE)
                yield Found(i + 1, name.end, name.kind if name.kind == OTHER else ORGANISATION)
                return
    yield name


def person_after_country(page: Page, name: Found) -> Iterator[Found]:
    """Split "United States Hamdullah Mohib" or "Belarus Alexander Volfovich": a country, then a person."""
    if name.kind in (ORGANISATION, PERSON, PLACE):
        for i in range(name.end - 2, name.start, -1):
            owner = page.said(Found(name.start, i, PLACE)) if i < name.start + 4 else page.words[i - 1]
            if (
                name.end - i > 3
                or place_key(owner) not in gazetteer().countries
                or not is_given(page.words[i])
            ):
                continue
            if page.low[name.end - 1] in ORGANISATION_NOUNS or not page.capital(name.end - 1):
                break
            yield Found(
                name.start, i, name.kind if name.kind == ORGANISATION and i > name.start + 3 else PLACE
            )
            yield Found(i, name.end, PERSON)
            return
    yield name


def no_disease(page: Page, name: Found) -> Iterator[Found]:
    """Do not take "Bovine Spongiform Encephalopathy (BSE)" for a person: people have no acronyms."""
    if name.kind == PERSON and name.end - name.start > 1 and page.word(name.end) == "(":
        letters = "".join(word[0] for word in page.words[name.start : name.end])
        if name.end + 1 < len(page.words) and page.words[name.end + 1] == letters:
            yield replace(name, kind=OTHER)
            return
    yield name


def not_a_body(page: Page, name: Found) -> Iterator[Found]:
    """Of "Belarus Strategic Partnership" or "Vietnam Days" only the place is a name."""
    if name.kind == ORGANISATION and page.low[name.end - 1] in NOT_BODIES:
        yield replace(name, kind=OTHER)
    else:
        yield name


def known_bodies(page: Page, name: Found) -> Iterator[Found]:
    """Call a well-known organisation one, and a palace, a street or an airport a place."""
    key = place_key(page.said(name))
    body = known_organisation(page.said(name)) and page.word(name.start - 1) not in ADDRESSES
    if name.kind != ORGANISATION and body and key not in gazetteer().places:
        yield replace(name, kind=ORGANISATION)
        return
    long = name.end - name.start > 1
    if name.kind in (ORGANISATION, OTHER) and long and page.low[name.end - 1] in _GROUNDS:
        yield replace(name, kind=PLACE)
        return
    yield name


def known_countries(page: Page, name: Found) -> Iterator[Found]:
    """Call a country a place whatever the model says, unless a given name or title stands before it."""
    if name.kind in (PERSON, ORGANISATION, OTHER):
        said = page.said(name)
        if (
            place_key(said) in gazetteer().countries
            and (len(said) > 3 or said.isupper())
            and said not in _ALSO_PEOPLE
        ):
            yield replace(name, kind=PLACE)
            return
    word = page.words[name.start]
    if name.kind != PLACE or name.end - name.start > 1 or not demonym_country(word) or is_place(word):
        yield name


_ALSO_PEOPLE = frozenset(["Georgia", "Jordan", "Chad", "Jamaica", "Israel", "Trinidad", "Dominica"])


def hyphenated(page: Page, name: Found) -> Iterator[Found]:
    """Let a person's name run on over a hyphen: "Wong Kwok-hing", "Kassym-Jomart Tokayev"."""
    start, end = name.start, name.end
    if name.kind == PERSON:
        while page.word(start - 1) == "-" and page.capital(start - 2) and page.touches(start - 2, start):
            start -= 2
        while page.word(end) == "-" and end + 1 < len(page.words) and page.words[end + 1].isalpha():
            if not page.touches(end - 1, end + 1):
                break
            end += 2
    yield Found(start, end, name.kind)


def particles(page: Page, name: Found) -> Iterator[Found]:
    """Let a person's name take in the particles before it: "von der Leyen", "bin Salman"."""
    start = name.start
    if name.kind == PERSON:
        while page.word(start - 1) in _PARTICLES:
            start -= 1
    yield Found(start, name.end, name.kind)


def family_first(page: Page, name: Found) -> Iterator[Found]:
    """Let a Chinese given name take in the family name before it, even an English word: "He Lifeng"."""
    before = name.start - 1
    alone = name.kind == PERSON and name.end - name.start == 1 and page.capital(before)
    if (
        alone
        and is_two_syllables(page.words[name.start])
        and is_chinese(page.words[before], page.words[name.start])
    ):
        name = replace(name, start=before)
    yield name


_PARTICLES = frozenset(["von", "van", "der", "den", "ter", "bin", "ibn"])


def region(page: Page, name: Found) -> Iterator[Found]:
    """Let "Asia-Pacific region" be one name, and "Southeast Asian region"."""
    if name.kind in (PLACE, OTHER) and page.word(name.end) == "region":
        key = place_key(page.said(Found(name.start, name.end + 1, PLACE)))
        last = page.low[name.end - 1]
        if key in gazetteer().places or (last in _LARGE and page.word(name.end - 2) in _COMPASS):
            yield Found(name.start - (last in _LARGE and name.end - name.start == 1), name.end + 1, PLACE)
            return
    yield name


# Each rule is given a name and yields what it makes of it: nothing, one name or two.
RULES: tuple[Callable[[Page, Found], Iterator[Found]], ...] = (
    place_owner_out, person_after_country, *CUTS, *KINDS, trimmed, no_disease, offices_out, not_a_body,
    known_bodies, known_countries, region, hyphenated, particles, family_first,
)  # fmt: skip
