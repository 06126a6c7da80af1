"""The register's entities: which are shown and in what order, each in words, and who is named with whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefreader.domain.register import Entity, Place, Register
from briefreader.i18n import N_, _, plural
from briefreader.library.deciding import spelling
from briefreader.ui.models.folded import FoldedTexts
from briefreader.ui.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

KINDS = (
    ("person", N_("People"), N_("Person"), "user"),
    ("organisation", N_("Organisations"), N_("Organisation"), "building"),
    ("place", N_("Places"), N_("Place"), "map-pin"),
)
ORDERS = (("mentions", N_("Most mentioned")), ("name", N_("By name")))

EntityRole = Qt.ItemDataRole.UserRole + 1
"""The Entity of a row."""
CountsRole = Qt.ItemDataRole.UserRole + 2
"""How often the entity of a row is mentioned in the listed documents, and in how many of them."""


class PeopleTable:
    """All entities of a survey, in columns: narrowing 100,000 of them takes milliseconds."""

    def __init__(self, register: Register | None = None) -> None:
        self.register = register or Register()
        self.entities = self.register.entities
        self.texts = FoldedTexts(len(self.entities), self._said)

    def within(self, documents: Collection[str]) -> list[int]:
        """Return the places of the entities that some of these documents name."""
        wanted = frozenset(documents)
        return [n for n, named in enumerate(self._documents) if not wanted.isdisjoint(named)]

    def counted(self, places: Sequence[int]) -> dict[str, int]:
        """Return how many of these entities are of each kind."""
        return Counter([self.entities[n].kind for n in places])

    def chosen(self, places: Sequence[int], kind: str, words: str = "", order: str = "") -> list[Entity]:
        """Return those of these entities that are of a kind and have these words in a name or office."""
        entities = self.entities
        found = [n for n in places if entities[n].kind == kind]
        found = self.texts.narrowed(found, words)
        if order == "name":
            said = self.texts.all()
            found.sort(key=lambda n: said[n])
        return [entities[n] for n in found]

    def together(self, entity: Entity, documents: Collection[str]) -> list[tuple[Entity, int]]:
        """Return who is named in the same ones of these documents, in most of them first."""
        wanted = frozenset(documents)
        counts: Counter[int] = Counter()
        for document in entity.documents:
            if document in wanted:
                counts.update(self._named_in.get(document, ()))
        ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
        return [(self.entities[n], count) for n, count in ranked if self.entities[n].id != entity.id]

    def again(self, entity: Entity) -> Entity | None:
        """Return an entity of an earlier survey in this one, by its id or else by one of its spellings."""
        found = self.register.entity(entity.id)
        if found is not None:
            return found
        for name in spellings(entity):
            if name in self._by_spelling:
                return self.entities[self._by_spelling[name]]
        return None

    @cached_property
    def _documents(self) -> list[tuple[str, ...]]:
        return [tuple([place.document for place in each.mentions]) for each in self.entities]

    @cached_property
    def _named_in(self) -> dict[str, list[int]]:
        named: dict[str, list[int]] = defaultdict(list)
        for n, documents in enumerate(self._documents):
            for document in dict.fromkeys(documents):
                named[document].append(n)
        return named

    @cached_property
    def _by_spelling(self) -> dict[str, int]:
        return {name: n for n in reversed(range(len(self.entities))) for name in spellings(self.entities[n])}

    def _said(self, n: int) -> str:
        each = self.entities[n]
        return "\n".join([each.name, *(v.text for v in each.variants), *(o.title for o in each.offices)])


def spellings(entity: Entity) -> tuple[str, ...]:
    """Return every spelling of an entity, folded as decisions know them."""
    return tuple(dict.fromkeys(map(spelling, (entity.name, *(each.text for each in entity.variants)))))


def main_office(entity: Entity) -> str:
    """Return the office that most documents give, or nothing."""
    return max(entity.offices, key=lambda each: len(each.documents)).title if entity.offices else ""


def say_country(code: str) -> str:
    """Return the name of a country of an ISO 3166-1 code; the code if it is not known."""
    territory = QLocale.codeToTerritory(code)
    return code if territory == QLocale.Country.AnyTerritory else QLocale.territoryToString(territory)


def say_kind(entity: Entity) -> str:
    """Return what an entity is, with its main office or country."""
    kind = next((_(one) for key, _many, one, _icon in KINDS if key == entity.kind), entity.kind)
    more = main_office(entity) or (say_country(entity.country) if entity.country else "")
    return more or kind


def say_mentions(counts: tuple[int, int]) -> str:
    """Return how often and in how many documents somebody is named."""
    mentions, documents = counts
    return ", ".join(
        (
            plural("{n} mention", "{n} mentions", mentions),
            plural("{n} document", "{n} documents", documents),
        )
    )


def say_spellings(entity: Entity) -> str:
    """Return how many spellings there are."""
    return plural("{n} spelling", "{n} spellings", max(1, len(entity.variants)))


def listed(places: Sequence[Place], documents: Collection[str]) -> list[Place]:
    """Return the places that are in these documents."""
    wanted = documents if isinstance(documents, frozenset | set) else frozenset(documents)
    return [place for place in places if place.document in wanted]


class PeopleModel(QAbstractTableModel):
    """The entities that are shown, one in a row; the counts are of the listed documents."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entities: Sequence[Entity] = ()
        self._documents: frozenset[str] = frozenset()
        self._rows: dict[str, int] | None = None
        self._counts: dict[int, tuple[int, int]] = {}

    @property
    def entities(self) -> Sequence[Entity]:
        """Return what is shown, in order."""
        return self._entities

    def show(self, entities: Sequence[Entity], documents: Collection[str]) -> None:
        """Show other entities, counted in these documents."""
        self.beginResetModel()
        self._entities, self._documents = entities, frozenset(documents)
        self._rows, self._counts = None, {}
        self.endResetModel()

    def entity(self, index: Index) -> Entity | None:
        """Return the entity of a row."""
        return self._entities[index.row()] if index.isValid() and index.row() < len(self._entities) else None

    def row_of(self, id: str) -> int | None:
        """Return the row of an entity, or None if it is not shown."""
        if self._rows is None:
            self._rows = {each.id: row for row, each in enumerate(self._entities)}
        return self._rows.get(id)

    def counts(self, row: int) -> tuple[int, int]:
        """Return how often the entity of a row is mentioned, and in how many documents."""
        if row not in self._counts:
            found = listed(self._entities[row].mentions, self._documents)
            self._counts[row] = (len(found), len({place.document for place in found}))
        return self._counts[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(self._entities)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else 1

    def headerData(  # noqa: D102
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _("Name")
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        entity = self.entity(index)
        if entity is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entity.name
        if role == EntityRole:
            return entity
        if role == CountsRole:
            return self.counts(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip("\n".join(dict.fromkeys([entity.name, *(v.text for v in entity.variants)])))
        return None

    def _spoken(self, row: int) -> str:
        entity = self._entities[row]
        decided = _("you had a hand in it") if entity.decided else ""
        parts = (
            entity.name,
            say_kind(entity),
            say_mentions(self.counts(row)),
            say_spellings(entity),
            decided,
        )
        return ". ".join(part for part in parts if part)
