"""What is proposed for a briefing out of the survey: figures, differences, timeline, people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefreader.domain.document import Document
from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.outline import Line
from briefreader.domain.register import Entity
from briefreader.domain.survey import FigureRow, Moment, Survey
from briefreader.library import _evidence as evidence
from briefreader.library import lining

_TOPICS = 12  # measures in the table of figures
_OF_TOPIC = 4  # figures of one measure
_EVENTS = 40
_DIFFERENCES = 60
_SIDES = 6  # sources beside one another on one matter
_AGREED = 10  # matters on which sources agree, and on which one moves another on
_PEOPLE = 12
_ALIKE = 0.5  # share of words in common from which two events of one day count as one


class Gathered:
    """What a survey holds of some documents, the survey's moments and figures being of these alone."""

    def __init__(
        self,
        survey: Survey,
        documents: Sequence[str],
        opened: Callable[[str], Document | None],
        scores: Mapping[str, float],
    ) -> None:
        self._survey, self._opened, self._scores = survey, opened, scores
        self._ids = frozenset(documents)
        self._claims = {each.id: each for each in survey.claims_within(self._ids)}

    def sections(self, kinds: Collection[str]) -> dict[str, list[Line]]:
        """Return the lines of those of these sections that are asked for."""
        make = {
            "figures": self._figures, "differences": self._differences, "timeline": self._timeline,
            "people": self._people,
        }  # fmt: skip
        return {kind: made() for kind, made in make.items() if kind in kinds}

    def _figures(self) -> list[Line]:
        """Return the table of figures: where sources differ, then of most sources, then the most telling."""
        topics: dict[tuple[str, str], list[FigureRow]] = {}
        for row in self._survey.figures:
            claim = self._claims.get(row.claim)
            if row.key in self._scores or (claim is not None and claim.origins > 1):
                topics.setdefault((row.topic, row.unit), []).append(row)
        ranked = sorted(topics.items(), key=lambda entry: (self._weight(entry[1]), entry[0]))
        rows = [row for _topic, own in ranked[:_TOPICS] for row in _distinct_figures(own)[:_OF_TOPIC]]
        return [lining.from_figures(rows, self._documents(each.document for each in rows))] if rows else []

    def _weight(self, rows: Sequence[FigureRow]) -> tuple[int, int, float]:
        claims = [self._claims[each.claim] for each in rows if each.claim in self._claims]
        differ = any(each.verdict == "differ" and each.decision != "dismissed" for each in claims)
        score = max(self._scores.get(each.key, 0.0) for each in rows)
        return -differ, -max((each.origins for each in claims), default=1), -score

    def _differences(self) -> list[Line]:
        """Return where sources differ, then where one moves another on, then where they agree."""
        told = [
            each
            for each in self._claims.values()
            if each.decision != "dismissed" and (each.origins > 1 or each.verdict == "differ")
        ]
        chosen = [each for each in told if each.verdict == "differ"][:_DIFFERENCES]
        for verdicts in (("refines",), ("agree", "rounding", "linked")):
            chosen += [each for each in told if each.verdict in verdicts and _states(each)][:_AGREED]
        return [self._claim(each) for each in chosen]

    def _claim(self, claim: Claim) -> Line:
        short = replace(claim, entries=tuple(_sides(claim)), named=())
        return lining.from_claim(short, self._documents(short.documents))

    def _timeline(self) -> list[Line]:
        """Return the timeline of events, the same event told by several sources once."""
        events = [each for each in self._survey.moments if each.lane == "event"]
        told = _distinct_events(events)
        told.sort(key=lambda entry: (-entry[1], entry[0].first, entry[0].document, entry[0].span))
        kept = [moment for moment, _count in told[:_EVENTS]]
        documents = self._documents(each.document for each in kept)
        return [lining.from_moments(kept, documents)] if kept else []

    def _people(self) -> list[Line]:
        """Return who is named most: people first, then organisations."""
        made = []
        for kind in ("person", "organisation"):
            found = [(self._mentions(each), each) for each in self._survey.register.of_kind(kind)]
            found = [(count, each) for count, each in found if count > 1 or (count and each.offices)]
            found.sort(key=lambda entry: (-entry[0], entry[1].name, entry[1].id))
            made += [self._entity(each) for _count, each in found[:_PEOPLE]]
        return made

    def _mentions(self, entity: Entity) -> int:
        return sum(place.document in self._ids for place in entity.mentions)

    def _entity(self, entity: Entity) -> Line:
        places = [*(each.place for each in entity.variants), *(each.place for each in entity.offices)]
        return lining.from_entity(entity, self._documents(each.document for each in places))

    def _documents(self, ids: Iterable[str]) -> dict[str, Document]:
        found = ((id, self._opened(id)) for id in dict.fromkeys(ids))
        return {id: document for id, document in found if document is not None}


def _distinct_figures(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """Leave out each figure that an earlier one states for the same period."""
    kept: dict[tuple[object, ...], FigureRow] = {}
    for row in rows:
        kept.setdefault((row.amount, row.to, row.comparator, row.first, row.last), row)
    return list(kept.values())


def _distinct_events(moments: Sequence[Moment]) -> list[tuple[Moment, int]]:
    """Return each event once, with the number of documents that tell it."""
    days: dict[tuple[str, str], list[tuple[Moment, set[str]]]] = {}
    for moment in moments:
        kept = days.setdefault((moment.first, moment.last), [])
        same = (each for each in kept if evidence.shared(each[0].label, moment.label) >= _ALIKE)
        known = next(same, None)
        if known is None:
            kept.append((moment, {moment.document}))
        else:
            known[1].add(moment.document)
    return [(moment, len(documents)) for kept in days.values() for moment, documents in kept]


def _states(claim: Claim) -> bool:
    """Tell whether sources state anything that can be the same: a day of what is dated, more than a title."""
    if claim.kind == "date":
        return any(each.day for each in claim.entries)
    return claim.kind != "office"


def _sides(claim: Claim) -> Iterator[ClaimEntry]:
    """Yield what the verdict speaks of, and one entry of each further origin: the one that states most."""
    chosen = [claim.entries[n] for n in claim.named]
    heard = {each.origin for each in chosen}
    for entry in sorted(claim.entries, key=lambda each: not each.day):
        if entry.origin not in heard:
            heard.add(entry.origin)
            chosen.append(entry)
    kept = chosen[:_SIDES]
    yield from (entry for entry in claim.entries if entry in kept)
