"""Entries of the side panel: facts, quotes and notes, in groups, each one click from its passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefreader.domain.annotation import Annotation
from briefreader.domain.document import Document
from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.i18n import N_, _, plural

Index = QModelIndex | QPersistentModelIndex

GROUPS = {
    "key": N_("Key sentences"),
    "figure": N_("Figures"),
    "event": N_("Events"),
    "agreement": N_("Agreements"),
    "date": N_("Dates"),
    "person": N_("People"),
    "organisation": N_("Organisations"),
    "place": N_("Places"),
}
ICONS = {
    "key": "bulb", "figure": "chart-bar", "event": "calendar-event", "agreement": "heart-handshake",
    "date": "clock", "person": "user", "organisation": "building", "place": "map-pin", "quote": "quote",
    "unattributed": "quote-off", "note": "note", "star": "star-filled",
}  # fmt: skip
NAMES = ("person", "organisation", "place")
COMPARATORS = {">": N_("over"), "≥": N_("at least"), "<": N_("under"), "≤": N_("up to"), "~": N_("about")}


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: what it says, and the passages that it rests on.

    ``headline`` stands out, ``text`` is verbatim from the source, ``meta`` is small print. ``spans``
    are places of ``document``; clicking again goes on to the next. ``key`` is the fact's key or the
    annotation's id.
    """

    key: str
    kind: str
    document: str
    spans: tuple[Span, ...]
    headline: str = ""
    text: str = ""
    meta: str = ""
    colour: str = ""
    starred: bool = False
    keys: frozenset[str] = frozenset()
    why: str = ""

    @property
    def words(self) -> str:
        """Return the row in words, for a screen reader."""
        star = _("starred") if self.starred else ""
        return ". ".join(part for part in (self.headline, self.text, self.meta, star) if part)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the panel and its entries."""

    kind: str
    title: str
    entries: tuple[Entry, ...]


def fact_groups(facts: Sequence[Fact], titles: Mapping[str, str], limit: int = 300) -> list[Group]:
    """Group facts by kind, the highest score first; mentions of one bearer are one entry.

    ``titles`` maps the ids of documents to what is shown of them where several documents are looked
    at; it is empty for one document.
    """
    groups = []
    for kind, title in GROUPS.items():
        found = [fact for fact in facts if fact.kind == kind]
        if kind in NAMES:
            entries = _named(found, titles)
        else:
            entries = [_entry(fact, titles) for fact in _worth_showing(kind, found)]
        if entries:
            groups.append(Group(kind, _(title), tuple(entries[:limit])))
    return groups


def quote_groups(facts: Sequence[Fact], titles: Mapping[str, str]) -> list[Group]:
    """Group quotes by speaker, in the order of first speaking; what nobody said comes last."""
    by_speaker: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.kind == "quote":
            by_speaker[_bearer(fact)].append(fact)
    groups = []
    for said in by_speaker.values():
        name = max((fact.about for fact in said), key=len) or _("Speaker not found")
        role = next((str(fact.data["role"]) for fact in said if fact.data.get("role")), "")
        groups.append(Group("quote", name, tuple(_quote(fact, role, titles) for fact in said)))
    groups.sort(key=lambda group: not group.entries[0].headline)
    marked = [fact for fact in facts if fact.kind == "unattributed"]
    if marked:
        entries = tuple(_unattributed(fact, titles) for fact in marked)
        groups.append(Group("unattributed", _("In quotation marks, nobody’s speech"), entries))
    return groups


def note_groups(
    annotations: Iterable[Annotation], opened: Document | None, titles: Mapping[str, str]
) -> list[Group]:
    """Group annotations by document, in the order of the text; those without their passage come last.

    Passages of the open document are looked for in its text; the others stand where they were made.
    """
    by_document: dict[str, list[Entry]] = defaultdict(list)
    unplaced: list[Entry] = []
    for annotation in annotations:
        place: Span | None = annotation.anchor.span
        if opened is not None and opened.id == annotation.document:
            place = annotation.anchor.find(opened.text)
        entry = _annotation(annotation, place)
        (by_document[annotation.document] if place else unplaced).append(entry)
    groups = [
        Group(
            "note", titles.get(id, _("Marked passages")), tuple(sorted(entries, key=lambda each: each.spans))
        )
        for id, entries in by_document.items()
    ]
    if unplaced:
        groups.append(
            Group("unplaced", _("Unplaced: the passage is no longer in the source"), tuple(unplaced))
        )
    return groups


def _worth_showing(kind: str, facts: Sequence[Fact]) -> list[Fact]:
    if kind == "date":
        return _datable(facts)
    return _ranked(fact for fact in facts if kind != "figure" or fact.data.get("key", True))


def _datable(facts: Iterable[Fact]) -> list[Fact]:
    """Return the dates that stand for days that can be named, in the order of these days."""
    return sorted(
        (fact for fact in facts if fact.data.get("from") and fact.data.get("to")),
        key=lambda fact: (str(fact.data["from"]), str(fact.data["to"])),
    )


def _days(fact: Fact) -> str:
    """Say which days a date stands for."""
    first, last = str(fact.data["from"])[:10], str(fact.data["to"])[:10]
    return first if first == last else f"{first} – {last}"


def _ranked(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: -fact.score)


def _bearer(fact: Fact) -> str:
    speaker = fact.data.get("speaker") or {}
    return str(speaker.get("entity") or fact.about)


def _entry(fact: Fact, titles: Mapping[str, str]) -> Entry:
    headline, text = _told(fact)
    meta = " · ".join(part for part in (_small_print(fact), titles.get(fact.document, "")) if part)
    return Entry(
        fact.key, fact.kind, fact.document, (fact.span,), headline, text, meta,
        keys=frozenset({fact.key}), why=str(fact.data.get("why") or ""),
    )  # fmt: skip


def _told(fact: Fact) -> tuple[str, str]:
    said = " ".join(fact.text.split())
    if fact.kind == "figure":
        return said, str(fact.about or "")
    if fact.kind == "date":
        return said, _days(fact) if _days(fact) != said else ""
    return "", said


def _small_print(fact: Fact) -> str:
    data = fact.data
    if fact.kind == "figure":
        return str(data.get("period") or "")
    if fact.kind == "event":
        who = ", ".join(str(name) for name in data.get("who") or ())
        return " · ".join(str(part) for part in (fact.when, data.get("where"), who) if part)
    if fact.kind == "agreement":
        parties = ", ".join(str(name) for name in data.get("parties") or ())
        return " · ".join(part for part in (fact.when and _("signed {}").format(fact.when), parties) if part)
    return ""


def _named(facts: Sequence[Fact], titles: Mapping[str, str]) -> list[Entry]:
    by_bearer: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_bearer[str(fact.data.get("entity") or fact.about or fact.text)].append(fact)
    entries = []
    for mentions in by_bearer.values():
        name = max((str(fact.about or fact.text) for fact in mentions), key=len)
        role = next((str(fact.data["role"]) for fact in mentions if fact.data.get("role")), "")
        sources = {fact.document for fact in mentions}
        first = mentions[0]
        parts = [plural("{n} mention", "{n} mentions", len(mentions))]
        if titles:
            parts.append(plural("{n} document", "{n} documents", len(sources)))
        forms = {" ".join(fact.text.split()) for fact in mentions} - {name}
        if forms:
            parts.append(_("also {}").format(", ".join(sorted(forms)[:4])))
        spans = tuple(fact.span for fact in mentions if fact.document == first.document)
        rules = dict.fromkeys(str(fact.data["rule"]) for fact in mentions if fact.data.get("rule"))
        entries.append(
            Entry(first.key, first.kind, first.document, spans, name, role, " · ".join(parts),
                  keys=frozenset(fact.key for fact in mentions), why="; ".join(rules))
        )  # fmt: skip
    weight = {entry.key: sum(1 for _span in entry.keys) for entry in entries}
    return sorted(entries, key=lambda entry: -weight[entry.key])


def _quote(fact: Fact, role: str, titles: Mapping[str, str]) -> Entry:
    kind = str(fact.data.get("kind") or "direct")
    names = {"direct": _("direct"), "mixed": _("partly in their words"), "indirect": _("reported")}
    said = " ".join(fact.text.split())
    text = f"“{said}”" if kind == "direct" else said
    role = str(fact.data.get("role") or role)
    meta = " · ".join(part for part in (names.get(kind, kind), role, titles.get(fact.document, "")) if part)
    return Entry(
        fact.key, "quote", fact.document, (fact.span,), fact.about, text, meta,
        keys=frozenset({fact.key}), why=str(fact.data.get("why") or ""),
    )  # fmt: skip


def _unattributed(fact: Fact, titles: Mapping[str, str]) -> Entry:
    why = str(fact.data.get("why") or "")
    meta = " · ".join(part for part in (why, titles.get(fact.document, "")) if part)
    said = f"“{' '.join(fact.text.split())}”"
    return Entry(
        fact.key,
        "unattributed",
        fact.document,
        (fact.span,),
        "",
        said,
        meta,
        keys=frozenset({fact.key}),
        why=why,
    )


def _annotation(annotation: Annotation, place: Span | None) -> Entry:
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    return Entry(
        annotation.id, "note", annotation.document, (place,) if place else (), annotation.note,
        " ".join(annotation.anchor.exact.split()), tags, annotation.colour, annotation.starred,
        frozenset({annotation.id}),
    )  # fmt: skip


class EntriesModel(QAbstractItemModel):
    """Groups and their entries as a tree of two levels; a group's row has the internal id 0."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: list[Group] = []

    def show(self, groups: Sequence[Group]) -> None:
        """Show other groups."""
        self.beginResetModel()
        self.groups = list(groups)
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """Return the entry at an index; None for a heading."""
        if not index.isValid() or index.internalId() == 0:
            return None
        return self.groups[index.internalId() - 1].entries[index.row()]

    def group(self, index: Index) -> Group | None:
        """Return the group whose heading stands at an index; None for an entry."""
        if not index.isValid() or index.internalId() != 0:
            return None
        return self.groups[index.row()]

    def find(self, key: str) -> QModelIndex:
        """Return the index of the entry that a fact's key or an annotation's id belongs to."""
        for number, group in enumerate(self.groups):
            for row, entry in enumerate(group.entries):
                if key in entry.keys:
                    return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a row."""
        if column != 0 or row < 0:
            return QModelIndex()
        if parent is None or not parent.isValid():
            return self.createIndex(row, 0, 0) if row < len(self.groups) else QModelIndex()
        if parent.internalId() == 0 and row < len(self.groups[parent.row()].entries):
            return self.createIndex(row, 0, parent.row() + 1)
        return QModelIndex()

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the heading of an entry."""
        if index is None or not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Count headings, or a heading's entries."""
        if parent is None or not parent.isValid():
            return len(self.groups)
        return len(self.groups[parent.row()].entries) if parent.internalId() == 0 else 0

    def columnCount(self, parent: Index | None = None) -> int:
        """Count columns: always one."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says; the delegate paints from the entry itself."""
        if not index.isValid():
            return None
        group = self.group(index)
        if group is not None:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return f"{group.title} ({len(group.entries)})"
            return None
        entry = self.entry(index)
        assert entry is not None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.words
        if role == Qt.ItemDataRole.UserRole:
            return entry
        return None
