"""Offices: the words beside a person's name that say what the person is, and who an office stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Protocol

from briefreader.domain.folding import fold, words
from briefreader.extractors._gazetteer import demonym_country, gazetteer, listed, place_key
from briefreader.extractors._page import PERSON, Found, Page
from briefreader.extractors._sexes import sex_of_person
from briefreader.extractors._words import CALENDAR

OFFICES = listed(
    """
    pm president premier minister chancellor secretary chairman chairwoman chairperson chair governor
    mayor ambassador envoy director head chief leader commander commissioner spokesman spokeswoman
    spokesperson speaker king queen prince princess emperor sultan emir pope bishop archbishop cardinal
    imam general colonel admiral marshal lieutenant captain major sergeant senator congressman
    congresswoman representative deputy mp attorney prosecutor judge justice lawyer coordinator manager
    ceo founder co-founder owner editor correspondent reporter journalist professor scientist researcher
    economist analyst expert historian engineer architect doctor physicist chemist adviser advisor
    consul diplomat councillor councilman coach trainer author writer poet singer actor actress artist
    composer musician activist politician officer superintendent sheriff inspector detective treasurer
    rector dean principal curator astronaut pilot vice-president academician executive lawmaker legislator
    parliamentarian undersecretary secretary-general negotiator nominee candidate aide boss official
    ombudsman campaigner columnist novelist filmmaker businessman businesswoman entrepreneur banker auditor
    rabbi pastor priest patriarch ayatollah monsignor nurse surgeon teacher farmer cofounder
    gov gov. sen sen. rep rep. amb. atty. prof. gen gen. col col. adm adm. lt lt. maj maj. capt capt. sgt sgt.
    cmdr. brig. cpl.
    """
)
_MODIFIERS = listed(
    """
    prime deputy vice acting first former foreign interior general state senior chief assistant
    executive permanent special presidential national federal regional then ex incumbent outgoing
    newly-elected party defence defense health finance trade economy culture education agriculture
    industry energy transport justice environment press co managing associate honorary royal supreme top
    high police army naval military republican democratic conservative liberal labour socialist communist
    """
)
_INNER = frozenset(["of", "for", "the", "and", "to", "'s", "’s", "&", "-", "–", "in", "on"])
_TITLES = listed(
    """
    mr mr. mrs mrs. ms ms. miss sir lord lady dame comrade dr dr. the a an his her their our its
    """
)
_STOP = listed(
    """
    the a an of for to and 's ’s & - – his her their our its current visiting said in on
    """
)
_RANKS = listed(
    """
    general colonel admiral marshal lieutenant captain major sergeant commander brigadier corporal
    gen gen. col col. adm adm. lt lt. maj maj. capt capt. sgt sgt. cmdr. brig. cpl.
    """
)
_IN_FULL = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "amb": "ambassador",
    "col": "colonel", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "prof": "professor",
    "atty": "attorney", "adm": "admiral", "maj": "major", "cmdr": "commander", "brig": "brigadier",
    "cpl": "corporal",
}  # fmt: skip
_ENDS_NAME = frozenset([",", ".", ";", ":", ")", "—", "–", "-", "", "\n", "?", "!"])
_OWNERS = frozenset(["the", "its", "his", "her", "their", "our", "'s", "’s"])
_FIELDS = listed("affairs sports rights arms relations operations communications elections works services")
_TIMES = listed(
    "day week month year night morning afternoon evening today yesterday time meeting talks visit"
)
_JOINING = frozenset(["and", "&", "or", "nor"])
_LONGEST = 22
_ADDRESSES = {"mr": "he", "mr.": "he", "sir": "he", "mrs": "she", "mrs.": "she", "ms": "she", "ms.": "she"}
_STATE_OFFICES = listed(
    """
    president premier minister chancellor governor mayor senator king queen prince princess pope ambassador
    secretary judge congressman congresswoman
    """
)
_ONLY_ONE = frozenset(["president", "premier", "chancellor", "king", "queen", "pope"])
_PROFESSIONS = listed(
    """
    lawyer journalist reporter correspondent editor professor scientist researcher economist analyst historian
    engineer architect doctor physicist chemist coach trainer author writer poet singer actor actress artist
    composer musician activist detective curator astronaut pilot
    """
)


class Bearer(Protocol):
    """Whoever can hold an office: a mention of a person."""

    @property
    def name(self) -> str:
        """Return the person's fullest name."""

    @property
    def role(self) -> str:
        """Return the person's office."""


def role_of(page: Page, name: Found, people: dict[int, Found]) -> str:
    """Return the office that stands before or after this mention of a person, or ""."""
    before = _before(page, name, people)
    if set(before.lower().split()) <= _RANKS | {"senior"}:
        # "General Quang, Minister of Public Security": the rank is another title
        return _after(page, name, people) or before
    return before


def _before(page: Page, name: Found, people: dict[int, Found]) -> str:
    free = _free(name, people)
    end = name.start
    if page.word(end - 1).lower() in _JOINING:
        return ""  # "the minister and Anna Keller" are two people
    after_comma = page.word(end - 1) == "," and (_is_inner(page, end - 2) or _describes(page, end - 2))
    start = _stretch_before(page, end - after_comma, free)
    office = _apposed(page, start, end - 1, name) if after_comma else _office(page, start, end, last=True)
    ranks = set(office.lower().split())
    if ranks and ranks <= _RANKS | {"senior"} and page.word(start - 1) == "," and not after_comma:
        # "Minister of Public Security, General Quang": the rank is another title
        further = _office(page, _stretch_before(page, start - 1, free), start - 1, last=True)
        return further or office
    return office


def _stretch_before(page: Page, end: int, free: Callable[[int], bool]) -> int:
    """Return where the words that can be part of an office begin which end here."""
    start = end
    while start > 0 and end - start < _LONGEST and free(start - 1) and not _opens(page, start):
        if page.words[start - 1] == ")" and page.word(start - 3) == "(":
            start -= 3  # "Chairman of the Chamber of Commerce (VCCI) Ho Sy Hung"
        elif _is_inner(page, start - 1) or _describes(page, start - 1):
            start -= 1
        else:
            break
    return start


def _opens(page: Page, i: int) -> bool:
    """Tell whether a sentence begins here; after "Sen." it only seems so."""
    return i in page.starts and page.word(i - 1).rstrip(".") not in _IN_FULL


def _apposed(page: Page, start: int, end: int, name: Found) -> str:
    """Return the office of "…, the General Secretary, To Lam" and "Serbia’s foreign minister, Anna Keller,".

    With an owner in place of the article a second comma must follow, or else the name can be a subject:
    "after he met Serbia’s president, Anna Keller left".
    """
    while start < end and page.low[start] in _INNER and page.low[start] != "the":
        start += 1
    owned = bool(_OWNERS & set(page.low[max(0, start - 1) : end]))
    if "the" in (page.word(start), page.word(start - 1)):
        owned = True
    elif not (owned and page.word(name.end) in _ENDS_NAME):
        return ""
    return _office(page, start, end, last=True)


def _after(page: Page, name: Found, people: dict[int, Found]) -> str:
    free = _free(name, people)
    start = name.end
    if page.word(start) not in (",", "(", "-", "—", "–"):
        return ""
    start += 1 + (page.word(start + 1) in _OWNERS)
    end = start
    while end < len(page.words) and end - start < _LONGEST and free(end):
        if not _is_inner(page, end) and not (_describes(page, end) and _may_end(page, start, end)):
            break
        if end in page.starts:
            break
        end += 1
    return _office(page, start, end, last=False)


def _may_end(page: Page, start: int, i: int) -> bool:
    """Tell whether an office can go on or end with a word: "speaker of the upper | house"."""
    after = page.word(i + 1)
    more = after in OFFICES or page.capital(i + 1) or _describes(page, i + 1)
    return more or (page.doc[i].tag_ == "NN" and not {"of", "for"}.isdisjoint(page.low[start:i]))


def _describes(page: Page, i: int) -> bool:
    """Tell whether a word in small letters can tell more of the office after it: "opposition leader"."""
    if not 0 <= i < len(page.words):
        return False
    low, tag = page.low[i], page.doc[i].tag_
    if not low.isalpha() or low in _TIMES or low in _TITLES:
        return False
    return tag in ("NN", "JJ") or low in _FIELDS


def _free(name: Found, people: dict[int, Found]) -> Callable[[int], bool]:
    """Return what tells whether a token is part of no other person's name."""
    return lambda i: people.get(i, name) == name


def title_of(page: Page, name: Found, people: dict[int, Found]) -> str:
    """Return the words of address and office directly before a name: "Mrs", "Minister", or ""."""
    before = page.word(name.start - 1)
    return before if before in _ADDRESSES else _before(page, name, people)


def speaks_against(title: str, name: str, offices: Iterable[str]) -> bool:
    """Tell whether somebody with a title can hardly be the person of a name with these offices.

    "Mrs" is no Bill, and neither a minister nor the president is a lawyer; a general may be a senator.
    """
    low = title.lower().rstrip(".")
    pronoun = _ADDRESSES.get(low, "")
    if pronoun:
        return sex_of_person(name, offices) not in (pronoun, "")
    asked, held = set(low.split()) & OFFICES, _words_of(offices) & OFFICES
    if not asked & _STATE_OFFICES or not held or asked & held:
        return False
    return held <= _PROFESSIONS or (bool(asked & _ONLY_ONE) and held <= _STATE_OFFICES - _ONLY_ONE)


def _words_of(offices: Iterable[str]) -> set[str]:
    return {word for office in offices for word in office.lower().split()}


def _is_inner(page: Page, i: int) -> bool:
    """Tell whether a word can be part of an office: a capital, an office, a modifier or a link."""
    if not 0 <= i < len(page.words):
        return False
    low = page.low[i]
    if low in CALENDAR:
        return False  # "On Friday Sen. Sanders"
    if low == ".":
        return page.word(i - 1) in _IN_FULL
    return page.capital(i) or low in OFFICES or low in _MODIFIERS or low in _INNER or low in ("a", "an")


def _office(page: Page, start: int, end: int, *, last: bool) -> str:
    """Return the office in a stretch of words, without what is not part of it at its edges."""
    while start < end and (page.low[start] in _TITLES or page.low[start] in _INNER):
        start += 1
    while start < end and page.low[end - 1] in _INNER:
        end -= 1
    for i in range(start, end):
        if page.low[i] in ("of", "for"):
            break
        if last and page.low[i] == "and":  # "Black Widow and Captain America": another thing before
            start = i + 1
    if last and end > start and page.low[end - 1] in OFFICES:
        whose = [i for i in range(start, end) if page.low[i] in ("to", "for")]
        start = whose[-1] + 1 if whose else start  # "an aide to Sen. Keller": his office is the second
    heads = [i for i in range(start, end) if page.low[i] in OFFICES]
    if not heads:
        return ""
    start = _left_edge(page, start, heads[0])
    ranked = last and heads[-1] == end - 1 and len(heads) > 1 and page.low[end - 1] in _RANKS
    if ranked and any(page.low[i] in ("of", "for") for i in range(heads[0], end)):
        end -= 1  # "Minister of Public Security General Quang": the rank is another title
        heads.pop()
    first_of = next((i for i in range(start, end) if page.low[i] in ("of", "for", "to")), end)
    ends = last and heads[-1] == end - 1
    if (
        not ends
        and not any(head < first_of for head in heads)
        and "’s" not in page.low[start:end]
        and "'s" not in page.low[start:end]
    ):
        return ""
    if not heads or (last and heads[-1] != end - 1 and first_of == end):
        return ""
    while start < end and page.low[start] in _TITLES:
        start += 1
    return (
        page.text[page.places[start] : page.places[end - 1] + len(page.words[end - 1])] if start < end else ""
    )


def _left_edge(page: Page, start: int, head: int) -> int:
    """Return where an office begins: a sentence's first word counts only if it belongs to an office."""
    if start in page.starts and start < head:
        word = page.low[start]
        places = gazetteer().places
        two = f"{word} {page.word(start + 1)}"
        belongs = word in _MODIFIERS or word in OFFICES or demonym_country(word) or demonym_country(two)
        named = page.doc[start].tag_.startswith("NNP")
        if not (belongs or named or place_key(word) in places or place_key(two) in places):
            return start + 1
    return start


@lru_cache(maxsize=8192)
def role_words(role: str) -> frozenset[str]:
    """Return what an office says, for comparison: folded words, demonyms as their country."""
    return frozenset(
        place_key(demonym_country(word)) if demonym_country(word) else _IN_FULL.get(word, word)
        for word in words(role)
        if word not in _STOP and len(word) > 1
    )


def same_office(one: str, other: str) -> bool:
    """Tell whether two offices can be the same: "Secretary of State" and "State Secretary of Belarus"."""
    a, b = role_words(one), role_words(other)
    return bool(a and b) and (a <= b or b <= a)


_LEADERS = frozenset(
    ["president", "general", "king", "chancellor", "premier", "prime", "leader", "emir", "chief", "chairman"]
)


def fits(nominal: str, role: str, country: str = "") -> bool:
    """Tell whether a nominal such as "the Belarusian leader" can stand for the holder of an office.

    ``country`` is a country that the person is known to belong to, if the office itself names none.
    """
    wanted = role_words(nominal) - {"top", "senior", "former", "current"}
    held = role_words(role) | ({place_key(country)} if country else frozenset())
    if not wanted or not held:
        return False
    if "leader" in wanted and held & _LEADERS and "deputy" not in held and "vice" not in held:
        wanted = wanted - {"leader"}
        return wanted <= held
    if not wanted & OFFICES:
        return False
    if "deputy" in held - wanted or "vice" in held - wanted:
        return False
    return wanted <= held


def holders(nominal: str, bearers: Iterable[Bearer]) -> list[Bearer]:
    """Return those whose office fits a nominal."""
    return [bearer for bearer in bearers if bearer.role and fits(nominal, bearer.role)]


def people_at(names: Iterable[Found]) -> dict[int, Found]:
    """Return the mentions of people by the places of their tokens."""
    return {i: name for name in names if name.kind == PERSON for i in range(name.start, name.end)}


def is_office(word: str) -> bool:
    """Tell whether a word is the head of an office."""
    return fold(word) in OFFICES
