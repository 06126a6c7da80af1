"""Whether an age is that of somebody who was born, or of a thing that was begun or made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _offices as offices
from briefreader.extractors._gazetteer import listed

if TYPE_CHECKING:
    from briefreader.extractors._reading import Reading

_ALIVE = listed(
    """
    man men woman women boy boys girl girls child children people person youth baby babies infant toddler
    teen teenager adult male female pensioner son daughter kid lad twin twins victim suspect mother father
    native mum mom dad bride groom orphan pupil student patient citizen resident champion star hero
    dog dogs cat cats horse horses pony elephant panda tiger lion bear gorilla whale dolphin bull cow goat
    sheep camel chimpanzee rhino giraffe orangutan turtle tortoise parrot eagle mare stallion colt filly
    gelding puppy hen wolf leopard crocodile shark hippo
    """
)
_ALIVE_ENDING = re.compile(r"(?:boy|girl|man|woman|men|women|child|children|mother|father|mate)s?$")
_MADE = listed(
    """
    tower computer bunker freighter trawler tanker helicopter trailer reactor cruiser charter order border
    elevator generator boiler printer scooter container transformer destroyer engine plant barrier carrier
    bomber fighter jetliner airliner steamer liner cutter theater theatre center centre
    """
)
"""Things whose names end like those of people."""
_NOUN_PHRASE = frozenset(["JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "HYPH", "POS", "VBN", "VBG"])
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_COPULA = re.compile(
    r"(?P<subject>[\w’'-]+)\s(?:is|are|was|were|am|turns|turned|will be|would be|has been)\s"
    r"(?:[a-z]+\s){0,2}$"
)
_BESIDE = re.compile(r"(?P<subject>[\w’'-]+),\s$")
_TURNS = re.compile(
    r"(?:(?P<the>[Tt]he|[Ii]ts|[Tt]his|[Aa]n?)\s)?(?P<word>[\w’'-]+)\s(?:has\s|will\s)?turn\w*\s$"
)
_PEOPLE_SAID = listed("he she who i we they you him her them")
_THINGS_SAID = listed("it which that this")


def is_alive(reading: Reading, span: Span) -> bool:
    """Tell whether "57-year-old" or "57 years old" is said of somebody, not of a law, a war or a firm."""
    if re.search(r"-olds?$", span.of(reading.text), re.IGNORECASE):
        return _is_alive_behind(reading, span)
    subject = _COPULA.search(reading.text, max(0, span.start - 60), span.start)
    subject = subject or _BESIDE.search(reading.text, max(0, span.start - 40), span.start)
    return subject is None or _is_somebody(subject["subject"], reading, subject.start("subject"))


def is_alive_before(text: str, place: int) -> bool:
    """Tell whether what stands before a bare age speaks of somebody: "the law turned 40" does not."""
    subject = _TURNS.search(text, max(0, place - 60), place)
    if subject is None:
        return True
    word = subject["word"].lower()
    return word not in _THINGS_SAID and (not subject["the"] or names_somebody(word))


def _is_alive_behind(reading: Reading, span: Span) -> bool:
    """Look at the noun that an age stands before; an age that stands for a person has none."""
    doc = reading.parse
    next_word = re.compile(r"\s*\S").match(reading.text, span.end)
    place = next_word.end() if next_word else span.end
    first = doc.char_span(place - 1, place, alignment_mode="expand")
    run = []
    for token in doc[first.start : first.start + 6] if next_word and first is not None else ():
        if token.tag_ not in _NOUN_PHRASE or "\n" in token.text:
            break
        run.append(token)
    while run and run[-1].tag_ not in _NOUNS:
        run.pop()
    if not run:
        return True
    head = run[-1]
    if head.tag_ in ("NNP", "NNPS"):
        return not _is_body(reading, head.idx)
    return names_somebody(head.text)


def _is_somebody(word: str, reading: Reading, place: int) -> bool:
    low = word.lower()
    if low in _PEOPLE_SAID or low in _THINGS_SAID:
        return low in _PEOPLE_SAID
    if word[0].isupper():
        return not _is_body(reading, place)
    return names_somebody(low)


def _is_body(reading: Reading, place: int) -> bool:
    """Tell whether a name at a place is that of a body or a place, not of a person."""
    return any(
        each.span.start <= place < each.span.end and each.kind != "person" for each in reading.mentions
    )


def names_somebody(noun: str) -> bool:
    """Tell whether a common noun names people or an animal, who are born."""
    low = noun.lower().rpartition("-")[2]
    if low in _ALIVE or _ALIVE_ENDING.search(low):
        return True
    if offices.is_somebodys(low) or offices.is_somebodys(low.removesuffix("s")):
        return True
    if low in _MADE or low.removesuffix("s") in _MADE:
        return False
    return offices.sort_of_noun(low) == offices.OFFICE
