"""Words reduced to what two sources share when they speak of one matter: stems, and classes of synonyms."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from briefreader.domain.folding import fold
from briefreader.extractors._gazetteer import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDINGS = (
    "ations",
    "ation",
    "ings",
    "ing",
    "ments",
    "ment",
    "ies",
    "ied",
    "ers",
    "er",
    "es",
    "ed",
    "s",
    "e",
    "y",
)

CLASSES = {
    "make": "manufacture manufacturing manufactured assembly assemble assembled production produce produced",
    "build": "build building built construct construction constructed",
    "killed": "kill kills killed killing dead death deaths die dies died fatality fatalities perished slain "
    "toll",
    "injured": "injure injures injured injuring injuries injury wounded wounding wound wounds hurt",
    "arrested": "arrest arrested arrests detained detain detentions custody",
    "displaced": "displaced displacement displace evacuated evacuate evacuation evacuees homeless fled flee",
    "missing": "missing unaccounted",
    "rescued": "rescued survivors survivor saved",
    "sink": "sink sank sunk sinks sinking capsize capsized capsizes overturn overturned",
    "hit": "hit hits struck strike strikes jolted jolt shook shake rocked",
    "job": "job jobs position positions post posts",
    "staff": "staff employees employs employed workforce workers",
    "outlook": "outlook guidance forecast forecasts sees",
    "net": "net",
    "buyback": "buyback buybacks repurchase",
    "reserves": "reserves reserve",
    "rate": "rate rates",
    "sleep": "slept sleep sleeping sheltered shelter shelters",
    "invest": "investment investments invest invested",
    "grant": "grant grants subsidy funding",
    "vessel": "ferry vessel ship boat",
    "prisoner": "prisoner prisoners detainee detainees captive captives",
    "cost": "cost costs",
    "victim": "victim victims casualties",
    "infected": "infected infection infections cases case",
    "trade": "trade turnover commerce",
    "exports": "export exports exported shipment shipments",
    "imports": "import imports imported",
    "jobless": "unemployment unemployed jobless joblessness",
    "growth": "grow grew grows growth",
    "flight": "flight flights airline air-route",
    "partnership": "partnership alliance",
    "launch": "launch launched launching opening opened open start started begin began beginning "
    "inauguration inaugurated introduction introduced",
    "plan": "plan plans programme program roadmap",
    "deal": "agreement agreements accord accords deal deals pact treaty",
    "memorandum": "memorandum memoranda mou",
    "talks": "talks negotiations negotiation",
    "meeting": "meeting meetings met meet",
    "consultation": "consultation consultations",
    "visit": "visit visits visited visiting trip tour",
    "outbreak": "outbreak epidemic",
    "attack": "attack attacks attacked raid assault",
    "blast": "explosion explosions blast blasts",
    "quake": "earthquake earthquakes quake quakes tremor tremors",
    "vote": "election elections vote ballot poll polls",
    "people": "people persons person individuals residents civilians citizens inhabitants",
    "company": "company companies firm firms corporation corporations",
    "pay": "wage wages salary salaries pay",
    "price": "price prices",
    "profit": "profit profits earnings",
    "sales": "sales revenue revenues",
    "aid": "aid assistance",
    "soldier": "soldier soldiers troops servicemen",
}  # fmt: skip
"""Words that sources use for one another, by the word that stands for all of them."""

_CLASS = {word: name for name, words in CLASSES.items() for word in words.split()}

EMPTY = listed(
    """
    a an the this that these those of for and or in on at to from by with as its their his her our my your it
    one two three both all each every some any no not also than more less most least very such other others
    another same own new first second third last next recent current present former whole entire several many
    much few number amount total overall volume level figure value size rate sum bilateral mutual two-way
    annual annually yearly joint side sides country countries nation nations state states year years month
    months week weeks day days time end beginning just only about over nearly almost around some up
    down per each there here when where which who whom whose what would will could should may might can be is
    are was were been being has have had do does did said says say according accordance include includes
    numerous various certain important major
    main held hold holding took place take taken led example addition including
    key common regular further general close good great largest large big small
    """
)
"""Words that do not tell one matter from another."""

PERSONS = listed(
    """
    people person civilian soldier troop passenger worker student resident villager victim man woman child
    protester demonstrator migrant refugee militant police officer migrant tourist patient fan prisoner
    """
)
"""Counted nouns that say nothing without the verb: people were killed, arrested, evacuated."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return what forms of a word share, synonyms of CLASSES made one: "assembled" and "production"."""
    plain = fold(word).strip("-'’.")
    if plain in _CLASS:
        return _CLASS[plain]
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            cut = plain[: -len(ending)]
            return _CLASS.get(cut, cut)
    return plain


def telling(tokens: Iterable[Token]) -> list[str]:
    """Return the stems of the words that tell what a phrase is about, each once, in order.

    Names are left out by the caller; numbers, particles and words such as "total" are here.
    """
    found: list[str] = []
    for token in tokens:
        word = fold(token.text)
        if token.tag_[:1] in "NJV" and word not in EMPTY and len(word) > 2 and word[0].isalpha():
            found.append(stem(word))
    return list(dict.fromkeys(found))
