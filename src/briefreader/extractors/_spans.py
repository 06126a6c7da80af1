"""Where the names are: the tagger's answer, mended by rules that can be read one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefreader.domain.folding import fold
from briefreader.domain.text import Span
from briefreader.extractors._gazetteer import (
    demonym_country,
    gazetteer,
    is_given,
    is_place,
    listed,
    place_key,
)
from briefreader.extractors._masking import foreign_names
from briefreader.extractors._tagging import tag
from briefreader.extractors._words import ORGANISATION_NOUNS, PERSON_TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from briefreader.extractors._reading import Reading

PERSON, ORGANISATION, PLACE, OTHER = "person", "organisation", "place", "other"
_KINDS = {"PER": PERSON, "ORG": ORGANISATION, "LOC": PLACE, "MISC": OTHER}
_ARTICLES = frozenset(["the", "a", "an", "this", "that", "our", "their", "its", "his", "her"])
_POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
_OFFICE_WORDS = listed(
    """
    state secretary deputy first foreign general prime minister president vice chairman head acting
    chief former affairs director industry agriculture defence defense health education trade finance
    economy interior
    """
)
_NOT_BODIES = listed(
    """
    partnership days agreement treaty exhibition summit forum war plan roadmap protocol declaration
    memorandum festival games day week championship championships olympics award prize order anniversary
    revolution act constitution dialogue initiative memoranda fair expo crisis pact accord accords
    """
)
_BODIES = ORGANISATION_NOUNS - frozenset(
    ["force", "forces", "group", "records", "times", "cup", "state", "media"]
)
_COMPASS = listed(
    """
    southeast south-east northeast south north east west central eastern western
    """
)
_LARGE = frozenset(["asian", "european", "african", "american", "eurasian"])


_HOLDERS = listed(
    """
    spokesman spokeswoman spokesperson president minister chairman chairwoman director secretary chief
    officer ambassador leader member members official officials
    """
)
_CALENDAR = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december today yesterday tomorrow
    """
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name: half-open places of tokens, and its kind."""

    start: int
    end: int
    kind: str


class Page:
    """The tokens of a document as the rules read them."""

    def __init__(self, reading: Reading) -> None:
        self.doc: Doc = reading.parse
        self.words = [token.text for token in self.doc]
        self.low = [word.lower() for word in self.words]
        self.places = [token.idx for token in self.doc]
        self.starts = {token.i for token in self.doc if token.is_sent_start}
        self.text = reading.text

    def span(self, found: Found) -> Span:
        """Return the stretch of the text."""
        return Span(self.places[found.start], self.places[found.end - 1] + len(self.words[found.end - 1]))

    def said(self, found: Found) -> str:
        """Return the words of a name as they stand."""
        return self.span(found).of(self.text)

    def capital(self, i: int) -> bool:
        """Tell whether the token is there and starts with a capital."""
        return 0 <= i < len(self.words) and self.words[i][0].isupper()

    def word(self, i: int) -> str:
        """Return the token in small letters, or nothing beyond the ends."""
        return self.low[i] if 0 <= i < len(self.low) else ""


def find(reading: Reading) -> tuple[Page, list[Found]]:
    """Return the names of a document in order, none overlapping."""
    page = Page(reading)
    names = _tagged(page)
    names = _settle([*_foreign(page), *names])
    for rule in RULES:
        names = _settle([new for name in names for new in rule(page, name)])
    names = _settle([*_overlooked(page, names), *names])
    names = _merged(page, names)
    names = _one_sense(page, names)
    names = _settle([*names, *_repeated(page, names)])
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
        while end - start > 1 and (page.low[start] in PERSON_TITLES or page.low[start] in _OFFICE_WORDS):
            start += 1
    elif name.kind == ORGANISATION:
        while end - start > 1 and page.low[end - 1] in _HOLDERS:
            end -= 1
    if start < end and not (end - start == 1 and page.low[start] in _CALENDAR):
        yield Found(start, end, name.kind)


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


def not_a_body(page: Page, name: Found) -> Iterator[Found]:
    """Of "Belarus Strategic Partnership" or "Vietnam Days" only the place is a name."""
    if name.kind == ORGANISATION and page.low[name.end - 1] in _NOT_BODIES:
        yield replace(name, kind=OTHER)
    else:
        yield name


def known_countries(page: Page, name: Found) -> Iterator[Found]:
    """Call a country a place whatever the model says, unless a given name or title stands before it."""
    if name.kind in (PERSON, ORGANISATION, OTHER):
        said = page.said(name)
        if place_key(said) in gazetteer().countries and len(said) > 3 and said not in _ALSO_PEOPLE:
            yield replace(name, kind=PLACE)
            return
    word = page.words[name.start]
    if name.kind != PLACE or name.end - name.start > 1 or not demonym_country(word) or is_place(word):
        yield name


_ALSO_PEOPLE = frozenset(["Georgia", "Jordan", "Chad", "Jamaica", "Israel", "Trinidad", "Dominica"])


def hyphenated(page: Page, name: Found) -> Iterator[Found]:
    """Let a person's name run on over a hyphen: "Wong Kwok-hing"."""
    end = name.end
    if name.kind == PERSON:
        while page.word(end) == "-" and end + 1 < len(page.words) and page.words[end + 1].isalpha():
            touching = page.places[end] == page.places[end - 1] + len(page.words[end - 1])
            if not touching or page.places[end + 1] != page.places[end] + 1:
                break
            end += 2
    yield replace(name, end=end)


def region(page: Page, name: Found) -> Iterator[Found]:
    """Let "Asia-Pacific region" be one name, and "Southeast Asian region"."""
    if name.kind in (PLACE, OTHER) and page.word(name.end) == "region":
        key = place_key(page.said(Found(name.start, name.end + 1, PLACE)))
        last = page.low[name.end - 1]
        if key in gazetteer().places or (last in _LARGE and page.word(name.end - 2) in _COMPASS):
            yield Found(name.start - (last in _LARGE and name.end - name.start == 1), name.end + 1, PLACE)
            return
    yield name


RULES: tuple[Callable[[Page, Found], Iterator[Found]], ...] = (
    place_owner_out, person_after_country, trimmed, offices_out, not_a_body, known_countries, region,
    hyphenated,
)  # fmt: skip


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
                loose = i in other and page.low[_end(other, i) - 1] in _NOT_BODIES
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
    return page.low[last.end - 1] in _BODIES or page.low[last.start] in (
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

    The last word of a person's full name is a person wherever it stands alone.
    """
    votes: dict[str, Counter[str]] = {}
    people: set[str] = set()
    for name in names:
        votes.setdefault(page.said(name), Counter())[name.kind] += 1
        if name.kind == PERSON and name.end - name.start > 1:
            people.add(page.words[name.end - 1])
            people.add(page.words[name.start])
    settled = []
    for name in names:
        said = page.said(name)
        if name.kind != PERSON and said in people and not is_place(said) and votes[said][PERSON]:
            name = replace(name, kind=PERSON)
        elif len(votes[said]) > 1:
            name = replace(name, kind=votes[said].most_common(1)[0][0])
        settled.append(name)
    return settled


def _repeated(page: Page, names: list[Found]) -> Iterator[Found]:
    """Yield names of people and bodies where they stand again and were not seen."""
    alone: dict[str, str] = {}
    for name in names:
        words = page.words[name.start : name.end]
        if name.kind == PERSON and len(words) > 1 and words[-1][0].isupper() and len(words[-1]) > 2:
            alone.setdefault(words[-1], PERSON)
        if name.kind != OTHER and len(words) == 1 and len(words[0]) > 2 and words[0].isupper():
            alone.setdefault(words[0], name.kind)
    taken = {i for name in names for i in range(name.start, name.end)}
    for i, word in enumerate(page.words):
        if word not in alone or i in taken or page.capital(i - 1) or page.capital(i + 1):
            continue
        if i not in page.starts or alone[word] == PERSON:
            yield Found(i, i + 1, alone[word])
