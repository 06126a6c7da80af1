"""What is known of an entity, line by line: spellings, offices, quotes, mentions, whom it is named with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from briefreader.domain.document import Document, Published
from briefreader.domain.fact import Fact
from briefreader.domain.folding import fold
from briefreader.domain.register import Entity, Place, Register
from briefreader.domain.survey import SourceCard
from briefreader.domain.text import Span
from briefreader.i18n import _, plural
from briefreader.library import judging
from briefreader.library.deciding import spelling
from briefreader.library.topics import topics
from briefreader.library.workspace import Workspace
from briefreader.ui.models.dates import say_published
from briefreader.ui.models.people import say_kind, spellings
from briefreader.ui.models.periods import say_period
from briefreader.ui.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
Sources = Mapping[str, SourceCard]

_BEFORE, _AFTER = 70, 160  # code points around a mention

LineRole = Qt.ItemDataRole.UserRole + 1
"""The Line of a row."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: ``head`` stands out, ``meta`` is at its right, ``text`` below it with ``marks`` in it.

    ``place`` is where it leads; ``key`` is a spelling, or the id of another entity. A line that is
    ``waiting`` gets its text later.
    """

    head: str
    text: str = ""
    meta: str = ""
    place: Place | None = None
    key: str = ""
    marks: tuple[Span, ...] = ()
    waiting: bool = False

    @property
    def words(self) -> str:
        """Return the line in words, for a screen reader."""
        return ". ".join(part for part in (self.head, self.text, self.meta) if part)


def say_source(sources: Sources, document: str) -> str:
    """Return outlet and date of a document, or its title where it has no outlet."""
    source = sources.get(document)
    if source is None:
        return ""
    return " · ".join(each for each in (source.outlet, say_published(source.published)) if each)


def title_of(sources: Sources, document: str) -> str:
    """Return the title of a document."""
    source = sources.get(document)
    return source.title if source is not None and source.title else _("Untitled")


def spelling_lines(entity: Entity) -> list[Line]:
    """Return the spellings, with the reason for which each was joined, and through which other one.

    Below them stand those whom a person keeps apart from it.
    """
    lines = []
    for each in entity.variants:
        why = each.rule[:1].upper() + each.rule[1:] or _("The spelling that it is known by")
        if each.joined:
            why = _("{rule}, through “{spelling}”").format(rule=why, spelling=each.joined)
        mentions = plural("{n} mention", "{n} mentions", each.count)
        lines.append(Line(each.text, why, mentions, each.place, key=each.text))
    for other in entity.apart:
        head = _("Never one with “{name}”").format(name=other.name)
        lines.append(Line(head, _("You keep them apart; “Undo my decisions” ends that.")))
    return lines


def office_lines(entity: Entity, sources: Sources) -> list[Line]:
    """Return the offices, with the time for which sources give them."""
    lines = []
    for each in entity.offices:
        period = say_period("/".join(dict.fromkeys((each.since, each.until)))) or _("no date")
        said = "; ".join(say_source(sources, document) or document for document in each.documents[:3])
        number = plural("{n} document", "{n} documents", len(each.documents))
        lines.append(Line(each.title, f"{number}: {said}" if said else number, period, each.place))
    return lines


def together_lines(named: Sequence[tuple[Entity, int]]) -> list[Line]:
    """Return who is named in the same documents, and in how many."""
    return [
        Line(entity.name, say_kind(entity), plural("{n} document", "{n} documents", count), key=entity.id)
        for entity, count in named
    ]


def mention_line(sources: Sources, place: Place) -> Line:
    """Return a mention whose words are still to be fetched."""
    source = say_source(sources, place.document)
    return Line(title_of(sources, place.document), "", source, place, waiting=True)


QUOTE_ORDERS = ("newest", "oldest", "topic")


def quote_lines(facts: Sequence[Fact], sources: Sources, words: str, order: str) -> list[Line]:
    """Return the quotes that hold all of these words, in one of QUOTE_ORDERS.

    By date of publication undated ones come last. By topic, those that share a word stand together, the
    newest first, the most told of topics first and what shares none last; the head begins with the word.
    """
    wanted = fold(words).split()
    found = [fact for fact in facts if all(word in fold(fact.text) for word in wanted)]
    dated = _by_date(found, sources, order != "oldest")
    if order != "topic":
        return [_quote_line(fact, sources) for fact in dated]
    told = topics([fact.text for fact in dated])
    sizes = Counter(told)
    both = sorted(zip(told, dated, strict=True), key=lambda pair: (not pair[0], -sizes[pair[0]], pair[0]))
    return [_quote_line(fact, sources, topic) for topic, fact in both]


def _by_date(found: Sequence[Fact], sources: Sources, newest: bool) -> list[Fact]:
    dated = [fact for fact in found if _date(sources, fact)]
    undated = [fact for fact in found if not _date(sources, fact)]
    dated.sort(key=lambda fact: (fact.document, fact.span))
    dated.sort(key=lambda fact: _date(sources, fact), reverse=newest)
    return [*dated, *undated]


def _quote_line(fact: Fact, sources: Sources, topic: str = "") -> Line:
    source = say_source(sources, fact.document) or title_of(sources, fact.document)
    return Line(
        f"{topic[:1].upper()}{topic[1:]} · {source}" if topic else source,
        fact.text if fact.data.get("kind") == "indirect" else _("“{value}”").format(value=fact.text),
        _("in other words") if fact.data.get("kind") == "indirect" else "",
        Place(fact.document, fact.span),
    )


def _date(sources: Sources, fact: Fact) -> str:
    source = sources.get(fact.document)
    return (source.published if source else Published()).value


def quotes_of(
    workspace: Workspace, entity: Entity, register: Register, documents: Sequence[str]
) -> list[Fact]:
    """Return what an entity says in these documents: its mention is the speaker, or its name is."""
    names = frozenset(spellings(entity))
    facts = judging.standing(judging.facts_of(workspace, documents, ("quote",)))
    return [fact for fact in facts if _speaks(fact, entity, register, names)]


def _speaks(fact: Fact, entity: Entity, register: Register, names: Collection[str]) -> bool:
    speaker = fact.data.get("speaker") or {}
    start, end = speaker.get("start"), speaker.get("end")
    if start is not None and end is not None and start < end:
        bearer = register.at(fact.document, Span(start, end))
        if bearer is not None:
            return bearer.id == entity.id
    return any(spelling(str(name)) in names for name in (speaker.get("name"), fact.about) if name)


def contexts(workspace: Workspace, places: Sequence[Place]) -> dict[Place, tuple[str, Span]]:
    """Return the words around mentions, and where in them each mention stands."""
    documents = workspace.store.documents(list(dict.fromkeys(place.document for place in places)))
    texts = {each.id: each for each in documents}
    return {place: _around(texts[place.document], place.span) for place in places if place.document in texts}


def _around(document: Document, span: Span) -> tuple[str, Span]:
    text = document.text
    line = text.rfind("\n", 0, span.start) + 1
    start = max(line, span.start - _BEFORE)
    if start > line and not text[start - 1].isspace():  # begin with a whole word
        space = text.find(" ", start, span.start)
        start = space + 1 if space >= 0 else start
    stop = text.find("\n", span.end)
    stop = len(text) if stop < 0 else stop
    end = min(stop, span.end + _AFTER)
    if end < stop and not text[end].isspace():  # and end with one
        space = text.rfind(" ", span.end, end)
        end = space if space >= 0 else end
    before, after = "… " if start > line else "", " …" if text[end:stop].strip() else ""
    shift = len(before) - start
    return before + text[start:end].rstrip() + after, Span(span.start + shift, span.end + shift)


class LinesModel(QAbstractTableModel):
    """Lines, each made when it is first asked for; those that wait are asked for together."""

    wanted = Signal(object)
    """The rows of waiting lines that are being looked at."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._count = 0
        self._make: Callable[[int], Line] = lambda _row: Line("")
        self._made: dict[int, Line] = {}
        self._asked: set[int] = set()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._ask)

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.show_made(len(lines), lines.__getitem__)

    def show_made(self, count: int, make: Callable[[int], Line]) -> None:
        """Show so many lines, each of which is made by its row."""
        self.beginResetModel()
        self._count, self._make, self._made, self._asked = count, make, {}, set()
        self.endResetModel()

    def fill(self, lines: Mapping[int, Line]) -> None:
        """Put lines in the place of those that waited."""
        for row, line in lines.items():
            if row < self._count:
                self._made[row] = line
                index = self.index(row, 0)
                self.dataChanged.emit(index, index)

    def line(self, row: int) -> Line | None:
        """Return the line of a row."""
        if not 0 <= row < self._count:
            return None
        if row not in self._made:
            self._made[row] = self._make(row)
        return self._made[row]

    def _ask(self) -> None:
        rows = sorted(row for row in self._asked if (self.line(row) or Line("")).waiting)
        if rows:
            self.wanted.emit(rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else 1

    def headerData(  # noqa: D102
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._name
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LineRole:
            if line.waiting and index.row() not in self._asked:
                self._asked.add(index.row())
                self._timer.start()
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.head
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.words
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip("\n".join(part for part in (line.head, line.text, line.meta) if part))
        return None
