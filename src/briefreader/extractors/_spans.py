"""Where the names are: the tagger's answer, mended by rules that can be read one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.domain.folding import fold
from briefreader.extractors._cutting import acronyms
from briefreader.extractors._gazetteer import (
    demonym_country,
    gazetteer,
    is_country,
    is_given,
    is_place,
    place_key,
)
from briefreader.extractors._joining import is_family_first
from briefreader.extractors._kinds import houses, joined_body
from briefreader.extractors._masking import foreign_names
from briefreader.extractors._mending import BODIES, NOT_BODIES, RULES, hyphenated, particles
from briefreader.extractors._page import ORGANISATION, OTHER, PERSON, PLACE, Found, Page
from briefreader.extractors._tagging import tag
from briefreader.extractors._words import ORGANISATION_NOUNS, PERSON_TITLES, PLACE_NOUNS

if TYPE_CHECKING:
    from briefreader.extractors._reading import Reading

_KINDS = {"PER": PERSON, "ORG": ORGANISATION, "LOC": PLACE, "MISC": OTHER}


def find(reading: Reading) -> tuple[Page, list[Found]]:
    """Return the names of a document in order, none overlapping."""
    page = Page(reading)
    names = _tagged(page)
    names = _settle([*_foreign(page), *_long_names(page), *_given(page, names), *names])
    for rule in RULES:
        mended = [new for name in names for new in rule(page, name)]
        if mended != names:
            names = _settle(mended)
    names = _settle([*acronyms(page, names), *_overlooked(page, names), *names])
    names = joined_body(page, _merged(page, names))
    names = [
        new
        for name in _one_sense(page, names)
        for far in particles(page, name)
        for new in hyphenated(page, far)
    ]
    names = [houses(page, name) for name in _settle([*names, *_repeated(page, names)])]
    noise = reading.document.is_noise
    return page, [name for name in names if name.kind != OTHER and not noise(page.span(name))]


def _tagged(page: Page) -> list[Found]:
    found: list[Found] = []
    start = -1
    labels = [*tag(page.doc), "O"]
    for i, label in enumerate(labels):
        if start >= 0 and not label.startswith("I-"):
            found.append(Found(start, i, _KINDS[labels[start][2:]]))
            start = -1
        if label.startswith("B-"):
            start = i
    return found


def _foreign(page: Page) -> Iterator[Found]:
    """Yield Vietnamese and Slavic full names, which are known by their shape."""
    at = {place: i for i, place in enumerate(page.places)}
    for span, _ in foreign_names(page.text):
        start = at.get(span.start)
        if start is not None:
            end = start
            while end < len(page.words) and page.places[end] < span.end:
                end += 1
            yield Found(start, end, PERSON)


def _given(page: Page, names: list[Found]) -> Iterator[Found]:
    """Yield a given name and the capital after it where the tagger saw no person: "Territory Oleg Petrov"."""
    people = {i for name in names if name.kind == PERSON for i in range(name.start, name.end)}
    ends = {name.end: name for name in names if name.kind != PERSON}
    for i in range(len(page.words) - 1):
        if (
            i in people
            or i + 1 in people
            or not page.capital(i)
            or not page.capital(i + 1)
            or page.capital(i + 2)
        ):
            continue
        first, last = page.words[i], page.words[i + 1]
        if not is_given(first) or is_place(first) or not last.isalpha() or last.isupper() or is_place(last):
            continue
        name = ends.get(i + 2)
        led = page.low[i - 1] in PLACE_NOUNS or is_place(page.words[i - 1]) if i else False
        if name is None or (name.start < i and led):
            yield Found(i, i + 2, PERSON)


def _long_names(page: Page) -> Iterator[Found]:
    """Yield known places and organisations of three words or more: "Ho Chi Minh City"."""
    lists = gazetteer()
    for i in range(len(page.words) - 2):
        if page.capital(i) and fold(page.words[i]) in lists.heads:
            for length in range(9, 2, -1):
                name = Found(i, min(i + length, len(page.words)), PLACE)
                if not page.capital(name.end - 1):
                    continue
                key = place_key(page.said(name))
                if key in lists.places or key in lists.organisations:
                    yield name if key in lists.places else replace(name, kind=ORGANISATION)
                    break


def _settle(names: list[Found]) -> list[Found]:
    """Return the names in order; of two that overlap the first given keeps its place, the other its rest."""
    taken: dict[int, int] = {}
    kept: list[Found] = []
    for n, name in enumerate(names):
        start, end = name.start, name.end
        while start < end and start in taken:
            start += 1
        stop = start
        while stop < end and stop not in taken:
            stop += 1
        if start < stop:
            taken.update((i, n) for i in range(start, stop))
            kept.append(Found(start, stop, name.kind))
    return sorted(kept, key=lambda each: each.start)


def _overlooked(page: Page, names: list[Found]) -> Iterator[Found]:
    """Yield countries and "the Party" where the tagger saw nothing, or something that is no name."""
    other = {i for name in names if name.kind == OTHER for i in range(name.start, name.end)}
    taken = {i for name in names if name.kind != OTHER for i in range(name.start, name.end)}
    lists = gazetteer()
    for i in range(len(page.words)):
        if i in taken or not page.capital(i):
            continue
        if page.words[i] == "Party" and (page.capital(i + 1) or page.word(i + 1) in PERSON_TITLES):
            yield Found(i, i + 1, ORGANISATION)
        if fold(page.words[i]) not in lists.heads:
            continue
        for length in (3, 2, 1):
            name = Found(i, min(i + length, len(page.words)), PLACE)
            if place_key(page.said(name)) in lists.countries and len(page.said(name)) > 2:
                loose = i in other and page.low[_end(other, i) - 1] in NOT_BODIES
                if page.word(name.end) not in ("war", "cup") and (i not in other or loose):
                    yield name
                break


def _end(members: set[int], i: int) -> int:
    while i in members:
        i += 1
    return i


def _merged(page: Page, names: list[Found]) -> list[Found]:
    """Join "Security Council" and "of Belarus", "Committee" and "of the Communist Party"."""
    merged: list[Found] = []
    for name in names:
        last = merged[-1] if merged else None
        if (
            last
            and last.kind == ORGANISATION
            and name.kind in (PLACE, ORGANISATION)
            and _linked(page, last, name)
        ) or (last and last.kind == PLACE and name.kind != PERSON and _secretariat(page, last, name)):
            merged[-1] = Found(last.start, name.end, ORGANISATION)
        else:
            merged.append(name)
    return merged


def _linked(page: Page, last: Found, name: Found) -> bool:
    between = page.low[last.end : name.start]
    if between not in (["of"], ["of", "the"]):
        return False
    return page.low[last.end - 1] in BODIES or page.low[last.start] in (
        "ministry",
        "department",
        "institute",
    )


def _secretariat(page: Page, last: Found, name: Found) -> bool:
    return page.low[last.end - 1] == "secretariat" and page.low[last.end : name.start] in (
        ["of"],
        ["of", "the"],
    )


def _one_sense(page: Page, names: list[Found]) -> list[Found]:
    """Give a name that is now this and now that the kind that it mostly has in the document.

    The family name of a person who is named in full is a person wherever it stands alone.
    """
    votes: dict[str, Counter[str]] = {}
    people: set[str] = set()
    single: set[str] = set()
    families: set[str] = set()
    for name in names:
        votes.setdefault(page.said(name), Counter())[name.kind] += 1
        if name.kind == PERSON and name.end - name.start > 1:
            people.update((page.words[name.start], page.words[name.end - 1]))
            first = is_family_first(page.words[name.start : name.end])
            families.add(page.words[name.start if first else name.end - 1])
        elif name.kind == PERSON:
            single.add(page.words[name.start])
    settled = []
    for name in names:
        said = page.said(name)
        pair = name.kind == ORGANISATION and name.end - name.start == 2
        bearer = pair and _is_bearer(page, name, single, votes[said])
        if bearer or _is_called(said, people, families, votes[said]):
            name = replace(name, kind=PERSON)
        elif len(votes[said]) > 1:
            name = replace(name, kind=votes[said].most_common(1)[0][0])
        settled.append(name)
    return settled


def _is_called(said: str, people: set[str], families: set[str], votes: Counter[str]) -> bool:
    """Tell whether a name that stands alone is that of a person who is named in full elsewhere."""
    if place_key(said) in gazetteer().organisations:
        return False
    if is_place(said):
        return said in families and not votes[PLACE] and not is_country(said)
    return (said in people and votes[PERSON] > 0) or (said in families and not demonym_country(said))


def _is_bearer(page: Page, name: Found, people: set[str], votes: Counter[str]) -> bool:
    """Tell whether "Jomart Tokayev" is a person because "Tokayev" alone is one."""
    last = page.words[name.end - 1]
    return (
        last in people and last.lower() not in ORGANISATION_NOUNS and not votes[PERSON] and not is_place(last)
    )


def _repeated(page: Page, names: list[Found]) -> Iterator[Found]:
    """Yield names of people and bodies where they stand again and were not seen."""
    alone: dict[str, str] = {}
    for name in names:
        words = page.words[name.start : name.end]
        family = words[0 if is_family_first(words) else -1]
        if name.kind == PERSON and len(words) > 1 and family[0].isupper() and len(family) > 2:
            alone.setdefault(family, PERSON)
        if name.kind != OTHER and len(words) == 1 and len(words[0]) > 2 and words[0].isupper():
            alone.setdefault(words[0], name.kind)
    taken = {i for name in names for i in range(name.start, name.end)}
    for i, word in enumerate(page.words):
        if word not in alone or i in taken or page.capital(i - 1) or page.capital(i + 1):
            continue
        if i not in page.starts or alone[word] == PERSON:
            yield Found(i, i + 1, alone[word])
