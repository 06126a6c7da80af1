"""Which figures of different sources are of one matter.

Two figures whose values fit need little more than a telling word in common: the same 97 million
euros in two reports of one company are one profit. Two figures whose values do not fit are rivals only
if everything else says that they are of the same measure: the nouns that they hang on, what narrows their
scope, the period, the parties; and if neither has its like elsewhere in the other source.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from briefreader.extractors import is_country
from briefreader.library._allowance import Allowance, allowance, met
from briefreader.library._told import Told

HARM = frozenset(("killed", "injured", "arrested", "displaced", "missing", "infected", "rescued"))
_PERSONS = frozenset(("people", "victim", "passeng", "person", "resident", "soldier", "worker"))
_DAYS = 400
_DAYS_OF_HARM = 30
_DAYS_OF_COUNT, _DAYS_OF_VALUE = 45, 120
_SAME, _RIVAL = 1.25, 3.5
_ALIKE = 0.25
_FLOWS = frozenset(("exports", "imports"))
_NEWS = 45  # days
_DAYS_OF_NEWS = 4
_WEEK = 7
_SMALL = 12
_FACTOR = 5.0  # values further apart than this are of different things
_PERIOD = 28  # days: a shorter stretch is when something was told or done, not what it was counted over


class Figures:
    """The figures of a corpus, with what is needed to tell which of them meet."""

    def __init__(self, claims: Sequence[Told]) -> None:
        self.claims = claims
        # How many passages of a document have a word: one that all have tells nothing within the story.
        self._spread: dict[str, Counter[str]] = defaultdict(Counter)
        passages: set[tuple[str, object]] = set()
        for each in claims:
            if (each.document, each.passage) not in passages:
                passages.add((each.document, each.passage))
                self._spread[each.document].update(each.data["bag"])
        self._amounts = {(each.document, self.sort(each), each.fact.amount) for each in claims}
        self._allowed: dict[int, Allowance] = {id(each): allowance(each.fact) for each in claims}

    @staticmethod
    def sort(told: Told) -> tuple[object, ...]:
        """Return what two figures have in common before any others are of one matter."""
        return told.fact.unit, told.data.get("kind"), "change" in told.words, told.words & HARM

    def links(self, one: Told, other: Told) -> Iterator[tuple[str, float]]:
        """Yield how two figures of one sort belong together, and how surely: "same", "rival", "scope"."""
        if not _comparable(one, other):
            return
        if _other_time(one, other):
            yield "scope", 1.0
        if _one_story(one, other):
            differ = met(self._allowed[id(one)], self._allowed[id(other)]) == "differ"
            found = self._rival(one, other) if differ else self._same(one, other)
            if found > 0:
                yield ("rival" if differ else "same"), found

    def _same(self, one: Told, other: Told) -> float:
        """Return how surely two figures whose values fit are one: something else has to agree; else 0."""
        shared = self._weight(one, other, "nouns") * 2 + self._weight(one, other, "bag")
        shared += 2.0 * bool(one.words & other.words & HARM) + 0.5 * self._weight(one, other, "near")
        apart = len(one.data["scopes"] ^ other.data["scopes"])
        digits = min(_digits(one), _digits(other))
        common = len(one.about & other.about)
        telling = shared + 0.5 * (digits - 1) - 0.5 * apart + 0.25 * min(4, common)
        small = one.data.get("kind") == "count" and digits < 2 and not one.data["nouns"] & other.data["nouns"]
        actor = any(not each.startswith("place:") for each in one.about & other.about)
        alone = digits > 1 and one.data.get("kind") != "count" and (common > 2 or actor)
        if small or _other_period(one, other) or (shared <= 0 and not alone):
            return 0.0
        return telling if telling >= _SAME else 0.0

    def _rival(self, one: Told, other: Told) -> float:
        """Return how surely two figures whose values do not fit are of one measure; else 0."""
        if self._told_there(one, other) or self._told_there(other, one):
            return 0.0
        if _far_apart(one, other) or _other_scope(one, other) or not _parties_fit(one, other):
            return 0.0
        nouns = one.data["nouns"] & other.data["nouns"] | (one.words & other.words)
        bag = one.data["bag"] & other.data["bag"]
        if not nouns - _PERSONS and len(bag - _PERSONS) < 2:
            return 0.0
        few = _few(one, other) and not _told_together(one, other)
        if few and one.data["verb"] != other.data["verb"] and len(nouns) < 2:
            return 0.0
        score = self._weight(one, other, "nouns") * 2 + self._weight(one, other, "bag")
        score += 2.0 * bool(one.words & other.words) + 0.5 * len(_wide(one) & _wide(other) - bag - _PERSONS)
        score += bool(one.data["nouns"]) and one.data["nouns"] == other.data["nouns"]
        score += one.data["verb"] in {other.data["verb"], *other.data["nouns"]} - {""}
        smaller = min(len(one.data["bag"]), len(other.data["bag"]))
        alike = (len(bag) + len(nouns)) / smaller if smaller else 0.0
        return score + alike if score >= _RIVAL and alike >= _ALIKE else 0.0

    def _told_there(self, one: Told, other: Told) -> bool:
        """Tell whether the source of another figure has this very amount too: then that is its like."""
        return (other.document, self.sort(one), one.fact.amount) in self._amounts

    def _weight(self, one: Told, other: Told, layer: str) -> float:
        found = one.data[layer] & other.data[layer]
        if not found:
            return 0.0
        counts = self._spread[one.document], self._spread[other.document]
        return math.fsum(1 / max(1, min(counts[0][word], counts[1][word])) for word in found - _PERSONS)


def _few(one: Told, other: Told) -> bool:
    """Tell whether two counts are so small that many things have such a number."""
    amounts = [float(each.fact.amount or 0.0) for each in (one, other)]
    return one.data.get("kind") == "count" and max(amounts) <= _SMALL and not one.words & HARM


def _wide(told: Told) -> frozenset[str]:
    """Return the telling words of a sentence and the one before it."""
    found: frozenset[str] = told.data["bag"] | told.data["near"]
    return found


def _one_story(one: Told, other: Told) -> bool:
    """Tell whether two sources tell of one matter rather than of two of the same kind.

    Figures of one period may be told a year apart; without a period, the reports come out together and
    have more in common than countries.
    """
    if one.days and other.days and one.days.same(other.days):
        return True
    limit = _DAYS_OF_COUNT if one.data.get("kind") == "count" else _DAYS_OF_VALUE
    if one.published and other.published and one.published.gap(other.published) > limit:
        return False
    shared = one.about & other.about
    return len(_lands(shared)) < len(shared) and (len(shared) > 1 or _told_together(one, other))


def _told_together(one: Told, other: Told) -> bool:
    """Tell whether two sources came out within days and are about the same people or bodies."""
    if not (one.published and other.published) or one.published.gap(other.published) > _DAYS_OF_NEWS:
        return False
    shared = one.about & other.about
    return any(not each.startswith("place:") for each in shared)


def _lands(ids: Collection[str]) -> set[str]:
    """Return the countries among some entities."""
    return {each for each in ids if _is_land(each)}


@lru_cache(maxsize=100_000)
def _is_land(id: str) -> bool:
    return is_country(id.partition(":")[2].replace("-", " "))


def _comparable(one: Told, other: Told) -> bool:
    """Tell whether figures of one sort are of two sources that are about the same."""
    if one.document == other.document:
        return False
    harm = one.words & HARM
    if near(one, other, _DAYS_OF_HARM if harm else _DAYS):
        return True
    # The same measure of the same party is one matter, whatever else the sources are about.
    return bool(one.words and one.words == other.words and not harm and one.parties & other.parties)


def _other_time(one: Told, other: Told) -> bool:
    """Tell whether two figures are of one measure in different periods."""
    named = one.words or one.data["nouns"], other.words or other.data["nouns"]
    if not named[0] or named[0] != named[1] or not (one.days and other.days):
        return False
    if one.data["scopes"] != other.data["scopes"]:
        return False
    return not one.days.same(other.days) and bool(one.parties & other.parties) and _parties_fit(one, other)


def near(one: Told, other: Told, days: int) -> bool:
    """Tell whether two sources are about the same: a leading actor in common, or two leading names."""
    if one.published and other.published and one.published.gap(other.published) > days:
        return False
    shared = one.about & other.about
    return (
        len(shared) > 1
        or any(not each.startswith("place:") for each in shared)
        or bool(one.actors & other.actors)
    )


def _other_period(one: Told, other: Told) -> bool:
    """Tell whether two figures are surely of different periods."""
    if not (one.days and other.days):
        return False
    short = min(one.days.length, other.days.length) < _PERIOD
    return not short and not one.days.same(other.days)


def _other_scope(one: Told, other: Told) -> bool:
    """Tell whether words or time say that two figures are of different things."""
    a, b = one.data, other.data
    nouns: frozenset[str] = a["nouns"]
    others: frozenset[str] = b["nouns"]
    if a["scopes"] != b["scopes"] or _other_period(one, other) or long_past(one, other):
        return True
    told = bool(one.days and other.days)  # then the periods are the same
    if not told and (a["ahead"] != b["ahead"] or a["past"] != b["past"]):
        return True
    weekly = [bool(each.days and each.days.length >= _WEEK) for each in (one, other)]
    if one.words & HARM and weekly[0] != weekly[1]:
        return True  # the dead of a week are not all the dead
    if int(a["turn"]) * int(b["turn"]) < 0:
        return True
    if (
        (a["window"] or b["window"])
        and one.published
        and other.published
        and one.published != other.published
    ):
        return True
    if not (a["nouns"] and b["nouns"]):
        return True
    # "17 goals in league matches", "22 goals in all competitions": each is of something of its own
    return not told and bool(nouns - others - _PERSONS and others - nouns - _PERSONS)


def _parties_fit(one: Told, other: Told) -> bool:
    """Tell whether the names in two sentences do not speak against one matter."""
    places = [{each for each in told.parties if each.startswith("place:")} for told in (one, other)]
    known = places[0] <= other.about and places[1] <= one.about  # then both are about all of them
    if all(places) and not places[0] & places[1] and not known:
        return False
    lands = [_lands(some) for some in places]
    if len(lands[0]) > 1 and len(lands[1]) > 1 and lands[0] != lands[1]:
        return False  # what two countries have with each other
    if (
        (one.data["bilateral"] or other.data["bilateral"])
        and min(map(len, lands)) < 2
        and len(_lands(one.about) & _lands(other.about)) < 2
    ):
        return False
    if _flows(one) & _flows(other) and one.data["leader"] != other.data["leader"]:
        return False  # exports of the one to the other are not those of the other
    if one.words & HARM:
        return True  # whoever is named there tells it
    if one.actors and other.actors and not one.actors & other.actors:
        return False
    owners = str(one.data["of"]), str(other.data["of"])
    if all(owners):
        return owners[0] == owners[1]
    for owner, bare in ((owners[0], other), (owners[1], one)):
        if owner and not owner.startswith("place:") and owner not in bare.about:
            return False  # of somebody whom the other source is not about
    return True


def _flows(told: Told) -> set[str]:
    return {*told.words, *told.data["nouns"]} & _FLOWS


def long_past(one: Told, other: Told) -> bool:
    """Tell whether one figure is of a time before the news, and the other of no time told: of now."""
    for told, bare in ((one, other), (other, one)):
        if told.days and not bare.days and told.published:
            past = (told.published.first - told.days.last).days
            if past > _NEWS and told.days.length >= _PERIOD:
                return True
    return False


def _far_apart(one: Told, other: Told) -> bool:
    a, b = abs(float(one.fact.amount or 0)), abs(float(other.fact.amount or 0))
    return not min(a, b) or max(a, b) / min(a, b) > _FACTOR


def _digits(told: Told) -> int:
    """Return how many digits of a value are not trailing noughts."""
    amount = abs(float(told.fact.amount or 0.0))
    if not amount or not math.isfinite(amount):
        return 0
    return len(f"{amount:.12g}".replace(".", "").split("e")[0].strip("0"))
