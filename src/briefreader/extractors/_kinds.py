"""Rules that decide anew what kind of name a name is, by its own words and those beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefreader.extractors._gazetteer import (
    demonym_country,
    gazetteer,
    is_given,
    is_place,
    known_organisation,
    listed,
    place_key,
)
from briefreader.extractors._page import ORGANISATION, OTHER, PERSON, PLACE, Found, Page
from briefreader.extractors._words import COMPANY_ENDS, ORGANISATION_NOUNS, PERSON_TITLES, PLACE_NOUNS

ADDRESSES = listed(
    """
    mr mr. mrs mrs. ms ms. herr frau madame mme mme. madam monsieur maître signor signora señor señora senhor
    senhora monsignor ayatollah hojatoleslam shri smt mullah datuk dato
    """
)
_CORPORATE = listed(
    """
    lithium mining minerals metals resources airlines airways motors pharmaceuticals pharma biotech
    therapeutics logistics semiconductor semiconductors robotics aerospace railways telecom telecoms
    petroleum chemicals insurance holdings industries technologies electronics systems energy software
    foods breweries shipping shipyards refineries utilities laboratories solar securities ventures corporation
    """
)
_CLUBS = listed("atlético atletico deportivo olympique dynamo dinamo spartak lokomotiv borussia sporting")
_KINDS_OF_BODIES = listed(
    """
    union newspaper daily tabloid weekly magazine broadcaster party company firm charity airline carrier
    retailer supermarket lender automaker carmaker startup start-up manufacturer publisher agency watchdog
    """
)
_HOUSES = frozenset(
    ["white house", "kremlin", "downing street", "pentagon", "elysee", "élysée", "blue house", "capitol hill"]
)
_STAFF = listed("spokesman spokeswoman spokesperson official officials aide aides adviser advisers press")
_SPEAKING = listed(
    "said says told announced denied confirmed declined rejected warned did has had would will"
)
_BODY_ENDS = listed("corporation company authority administration commission committee council association")


def titled(page: Page, name: Found) -> Iterator[Found]:
    """Call a name that begins with "Frau" or "Monsignor" a person, whatever the model says."""
    person = name.end - name.start > 1 and page.low[name.start] in ADDRESSES
    yield replace(name, kind=PERSON) if person and name.kind in (PLACE, ORGANISATION, OTHER) else name


def firm_by_last_word(page: Page, name: Found) -> Iterator[Found]:
    """Call "Kinross Mining" and "Atlético do Minho" bodies; somebody with a given name stays a person."""
    long = name.end - name.start > 1 and not is_given(page.words[name.start])
    named = page.low[name.end - 1] in _CORPORATE or page.low[name.start] in _CLUBS
    body = long and named and page.low[name.start - 1 if name.start else 0] not in PERSON_TITLES
    yield replace(name, kind=ORGANISATION) if body and name.kind in (PERSON, PLACE) else name


def said_to_be_a_body(page: Page, name: Found) -> Iterator[Found]:
    """Call what stands behind "the union" or "a German newspaper" a body: "the union Usdaw"."""
    i = name.start - 1
    if name.kind in (PERSON, PLACE) and page.word(i) in _KINDS_OF_BODIES and not page.capital(i):
        given = name.end - name.start > 1 and is_given(page.words[name.start])
        article = {"the", "a", "an"} & set(page.low[max(0, i - 2) : i])
        if article and not given and not is_place(page.said(name)):
            name = replace(name, kind=ORGANISATION)
    yield name


_ALSO_TOWNS = listed("paris sydney brooklyn dallas houston memphis vienna milan verona orlando lourdes aspen")
"""Towns that people are called by, too: "the actress Paris Keller"."""


def given_and_family(page: Page, name: Found) -> Iterator[Found]:
    """Call a given name with a family name a person, where nothing says that it is a body or a place."""
    if name.kind in (ORGANISATION, PLACE) and name.end - name.start == 2:
        first, last = page.words[name.start], page.words[name.end - 1]
        before = page.word(name.start - 1)
        held = before in PERSON_TITLES or (before == "," and page.word(name.start - 2) in PERSON_TITLES)
        given = (
            is_given(first) or first.lower() in _ALSO_TOWNS or (held and before == page.word(name.end) == ",")
        )
        family = _can_be_family(last) and (held or not is_place(last))
        if given and family and not _is_known(page.said(name)):
            person = held or _beside_person(page, name) or _is_met(page, name)
            if person and before not in ("at", "in", "from"):
                name = replace(name, kind=PERSON)
    yield name


def _can_be_family(word: str) -> bool:
    low = word.lower()
    nouns = ORGANISATION_NOUNS | COMPANY_ENDS | PLACE_NOUNS | _CORPORATE
    plain = word.isalpha() and word[0].isupper() and not word.isupper()
    return plain and low not in nouns and not demonym_country(word)


def _is_known(text: str) -> bool:
    return bool(known_organisation(text)) or place_key(text) in gazetteer().places


_MEETING = listed(
    "met meets married marries marrying dated dating befriended interviewed starring actress actor singer"
)
_DOING = listed("married sang sings starred stars wept smiled tweeted laughed giggled sobbed danced")


def _is_met(page: Page, name: Found) -> bool:
    """Tell whether a name stands beside a verb that only people go with: "met Paris Keller"."""
    team = page.low[name.end - 1].endswith("s")
    return not team and (page.word(name.start - 1) in _MEETING or page.word(name.end) in _DOING)


def _beside_person(page: Page, name: Found) -> bool:
    """Tell whether a full name of a person stands beside, or words that only people have."""
    after = page.word(name.end)
    if after == "and":
        other = name.end + 1
    elif page.word(name.start - 1) == "and":
        other = name.start - 3
    else:
        behind = page.low[name.end + 1 : name.end + 4]
        who = after == "," and (behind[:1] in (["who"], ["whose"]) or bool(PERSON_TITLES & set(behind)))
        aged = after == "," and page.word(name.end + 1).isdigit() and page.word(name.end + 2) in (",", ".")
        return who or aged or (after == "(" and page.word(name.end + 1).isdigit())
    return other >= 0 and page.capital(other + 1) and is_given(page.words[other])


def joined_body(page: Page, names: list[Found]) -> list[Found]:
    """Join "China Road" and "Bridge Corporation": a body whose name holds an "and"."""
    made: list[Found] = []
    for name in names:
        last = made[-1] if made else None
        if (
            last is not None
            and name.kind == ORGANISATION
            and page.low[last.end : name.start] == ["and"]
            and last.end - last.start > 1
            and not _is_known(page.said(last))
            and page.low[last.end - 1] in PLACE_NOUNS | {"rail", "gas", "oil", "coal", "trade", "export"}
            and name.end - name.start == 2
            and page.low[name.end - 1] in _BODY_ENDS
        ):
            made[-1] = Found(last.start, name.end, ORGANISATION)
        else:
            made.append(name)
    return made


def houses(page: Page, name: Found) -> Found:
    """Call the White House or the Kremlin a body where it says or does something, and else a place."""
    if name.kind in (PLACE, ORGANISATION) and place_key(page.said(name)) in _HOUSES:
        before, after = page.word(name.start - 1), page.word(name.end)
        if before == "the":
            before = page.word(name.start - 2)
        owns = after in ("'s", "’s") and page.word(name.end + 1) in _STAFF
        acts = (
            after in _SPEAKING
            or after in _STAFF
            or owns
            or (before == "to" and page.word(name.start - 3) == "according")
        )
        return replace(name, kind=ORGANISATION if acts else PLACE)
    return name


RULES = (titled, firm_by_last_word, said_to_be_a_body, given_and_family)
"""The rules in the order in which they are tried."""
