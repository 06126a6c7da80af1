"""Claims made ready to be compared: parties by the register, days as dates, words as sets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from briefreader.domain.fact import Fact
from briefreader.domain.survey import SourceCard
from briefreader.domain.text import Span
from briefreader.library.registering import Registered
from briefreader.library.said_dates import say_range

LEADING = 10
"""How many of the names of a document count as those that it is about."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a date can mean, first and last, as told."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """Return how many days that is."""
        return (self.last - self.first).days + 1

    def overlaps(self, other: Days) -> bool:
        """Tell whether a day can be meant by both."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: Days) -> int:
        """Return how many days lie between the two; 0 if they touch or overlap."""
        return max(0, (self.first - other.last).days, (other.first - self.last).days)

    def same(self, other: Days) -> bool:
        """Tell whether the two are one period: four fifths of the days of both together are common."""
        shared = (min(self.last, other.last) - max(self.first, other.first)).days + 1
        whole = (max(self.last, other.last) - min(self.first, other.first)).days + 1
        return 5 * shared >= 4 * whole

    def said(self) -> str:
        """Return the days as a person says them: "2 Dec 2025", "May 2025", "1–6 Dec 2025"."""
        return say_range(self.first, self.last)

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first.isoformat()
        if (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31):
            years = (self.first.year, self.last.year)
            return f"{years[0]:04d}" if years[0] == years[1] else f"{years[0]:04d}/{years[1]:04d}"
        month = (
            self.first.day == 1
            and self.length >= 28
            and self.first.isoformat()[:7] == self.last.isoformat()[:7]
        )
        if month:
            return self.first.isoformat()[:7]
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


@dataclass(frozen=True)
class Told:
    """What one source says of a matter.

    ``parties`` and ``around`` are ids of entities, of the words themselves and of their sentence;
    ``actors`` are the people and bodies among the parties; ``about`` are the leading names of the document.
    """

    fact: Fact
    source: SourceCard
    family: str
    head: str
    words: frozenset[str]
    parties: frozenset[str]
    around: frozenset[str]
    actors: frozenset[str]
    about: frozenset[str]
    days: Days | None
    published: Days | None
    data: Mapping[str, Any]

    @property
    def document(self) -> str:
        """Return the document's id."""
        return self.fact.document

    @property
    def said(self) -> str:
        """Return the value as printed, or as a person corrected it."""
        return str(self.data["value"])

    @property
    def passage(self) -> Span:
        """Return the sentence that tells it."""
        start, end = self.data["passage"]
        return Span(start, end)

    @property
    def names(self) -> dict[str, str]:
        """Return the name of each party as this source has it, by its id."""
        return {each["id"]: each["name"] for each in self.data["named"]}


def told(facts: Iterable[Fact], registered: Registered, sources: Mapping[str, SourceCard]) -> list[Told]:
    """Return the claims among some facts, in an order that does not depend on theirs."""
    about = _leading(registered)
    made = [
        _told(fact, registered, sources[fact.document], about.get(fact.document, frozenset()))
        for fact in facts
        if fact.kind == "claim" and fact.document in sources and not fact.data.get("noise")
    ]
    return sorted(_told_once(made), key=lambda each: (each.document, each.fact.span, each.family))


def _told_once(made: Sequence[Told]) -> Iterator[Told]:
    """Leave out the subject of clauses that a source tells of several days: they are several things."""
    days: dict[tuple[str, str, str], set[Days | None]] = defaultdict(set)
    for each in made:
        if each.data.get("subject"):
            days[each.document, each.head, each.data["subject"]].add(each.days)
    for each in made:
        several = len(days[each.document, each.head, each.data.get("subject", "")]) > 1
        yield replace(each, data={**each.data, "subject": ""}) if several else each


def _told(fact: Fact, registered: Registered, source: SourceCard, about: frozenset[str]) -> Told:
    data = dict(fact.data)
    own = _resolved(data.get("parties", ()), registered)
    around = _resolved(data.get("around", ()), registered)
    guests = _resolved(data.get("guests", ()), registered)
    goal = _resolved(data.get("goal", ()), registered)
    for layer in ("nouns", "bag", "near", "scopes"):
        data[layer] = frozenset(data.get(layer, ()))
    data["named"] = own or around
    owner = _resolved([data["owner"]], registered) if data.get("owner") else []
    data["of"] = owner[0]["id"] if owner else ""
    data["leader"] = own[0]["id"] if own else ""
    data["guests"] = frozenset(each["id"] for each in guests if each["kind"] != "place")
    data["goal"] = frozenset(each["id"] for each in goal)
    data["lands"] = frozenset(
        entity.country for id in data["goal"] if (entity := registered.register.entity(id)) and entity.country
    )
    data["titles"] = {each["id"]: each["name"] for each in (*guests, *goal)}
    pair = {f"place:{key}" for key in data.get("pair", ())}
    published = None
    if source.published.first and source.published.last:
        published = Days(source.published.first, source.published.last)
    return Told(
        fact,
        source,
        str(data["family"]),
        str(data["head"]),
        frozenset(data["words"]),
        frozenset(each["id"] for each in own),
        frozenset(each["id"] for each in (*own, *around)),
        frozenset(each["id"] for each in own if each["kind"] != "place"),
        about | frozenset(registered.keys.get(each, each) for each in pair),
        _days(data),
        published,
        data,
    )


def _resolved(parties: Sequence[Mapping[str, str]], registered: Registered) -> list[dict[str, str]]:
    found = []
    for each in parties:
        id = registered.keys.get(each["entity"], each["entity"])
        entity = registered.register.entity(id)
        found.append({**each, "id": id, "name": entity.name if entity is not None else each["name"]})
    return found


def _days(data: Mapping[str, Any]) -> Days | None:
    try:
        first, last = date.fromisoformat(data["first"]), date.fromisoformat(data["last"])
    except (KeyError, TypeError, ValueError):
        return None
    return Days(first, last) if first <= last else None


def _leading(registered: Registered) -> dict[str, frozenset[str]]:
    """Return for each document the names that it mentions most."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for entity in registered.register.entities:
        for place in entity.mentions:
            counts[place.document][entity.id] += 1
    return {id: frozenset(name for name, _n in named.most_common(LEADING)) for id, named in counts.items()}
