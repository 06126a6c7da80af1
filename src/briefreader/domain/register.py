"""The register: who and what the corpus names, each bearer once, with every spelling and its evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from briefreader.domain.text import Span

ENTITY_KINDS = ("person", "organisation", "place")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Variant:
    """One spelling of a name, as printed at ``place`` for the first time.

    ``rule`` says in words why it is taken for this bearer ("the same letters without accents",
    "order of the names", "joined by hand"), ``joined`` through which other spelling; both are empty
    for the spelling that the bearer is known by. ``count`` is the number of its mentions.
    """

    text: str
    place: Place
    count: int = 1
    rule: str = ""
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """An office as printed at ``place``, and the dates of publication between which sources give it.

    ``since`` and ``until`` are ISO 8601 at their precision, or empty if no such source has a date.
    """

    title: str
    place: Place
    documents: tuple[str, ...] = ()
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Apart:
    """Another bearer that a person has said an entity is never one with.

    ``name`` is what it is called now, ``entity`` its id; if the corpus no longer names it, the name is a
    folded spelling and the id is empty. ``decision`` is the id of what the person decided.
    """

    name: str
    entity: str
    decision: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place of the corpus.

    ``id`` stays the same while the spellings do; ``country`` is an ISO 3166-1 code or empty;
    ``decided`` says that a person had a hand in it; ``apart`` with whom it is never one because a person
    said so. Mentions come by document and place.
    """

    id: str
    kind: str
    name: str
    variants: tuple[Variant, ...] = ()
    offices: tuple[Office, ...] = ()
    mentions: tuple[Place, ...] = ()
    country: str = ""
    decided: bool = False
    apart: tuple[Apart, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the documents that name it, each once, in order."""
        return tuple(dict.fromkeys(place.document for place in self.mentions))


class Register:
    """All entities of a corpus, the most mentioned first, and the way from a mention to its bearer."""

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        self.entities = tuple(entities)
        self._by_id = {each.id: each for each in self.entities}
        self._by_place = {place: each for each in self.entities for place in each.mentions}
        self._places: dict[str, list[tuple[int, int, Entity]]] = {}
        for place, entity in self._by_place.items():
            found = self._places.setdefault(place.document, [])
            found.append((place.span.start, place.span.end, entity))
        for found in self._places.values():
            found.sort(key=lambda place: place[:2])

    def entity(self, id: str) -> Entity | None:
        """Return the entity with an id."""
        return self._by_id.get(id)

    def at(self, document: str, span: Span) -> Entity | None:
        """Return whom exactly this stretch names."""
        return self._by_place.get(Place(document, span))

    def within(self, document: str, span: Span, kind: str) -> Entity | None:
        """Return whom a stretch names last: "Finance Minister Anna Keller" is Anna Keller."""
        exact = self.at(document, span)
        if exact is not None:
            return exact
        places = self._places.get(document, [])
        for start, end, entity in reversed(places[: bisect_left(places, (span.end, 0), key=lambda p: p[:2])]):
            if start < span.start:
                return None
            if end <= span.end and entity.kind == kind:
                return entity
        return None

    def of_kind(self, kind: str) -> tuple[Entity, ...]:
        """Return the entities of one kind."""
        return tuple(each for each in self.entities if each.kind == kind)
