"""Entries of the side panel: facts, quotes and notes, in groups, each one click from its passage."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefreader.domain.annotation import Annotation
from briefreader.domain.document import Document
from briefreader.domain.fact import Fact
from briefreader.domain.folding import fold
from briefreader.domain.placing import CHANGED, THERE, Placed
from briefreader.domain.text import Span
from briefreader.i18n import N_, _, plural
from briefreader.library import colours
from briefreader.library.deciding import found_at
from briefreader.library.judging import standing
from briefreader.ui.models.entries_details import (
    differing,
    independent,
    said_birth,
    say_measure,
    touching_claims,
)
from briefreader.ui.models.entries_short import Places, carrying, shown
from briefreader.ui.models.periods import say_period
from briefreader.ui.models.placed import UNPLACED, how_found, say_before, say_found
from briefreader.ui.models.touching import Touching

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
    "unattributed": "quote-off", "note": "note", "star": "star-filled", "rejected": "eye-off",
    "unplaced": "map-pin",
}  # fmt: skip
NAMES = ("person", "organisation", "place")
REJECTED = N_("Rejected")
JUDGED = {
    "accepted": ("check", N_("accepted"), "success"),
    "corrected": ("pencil", N_("corrected"), "accent"),
    "rejected": ("x", N_("rejected"), "text.muted"),
}
"""A judgement's icon, word and colour role."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A short remark below an entry: its shape and its words say the same."""

    icon: str
    text: str
    role: str = "text.muted"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: what it says, and the passages that it rests on.

    ``headline`` stands out, ``text`` is verbatim from the source, ``meta`` is small print. ``spans``
    are places of ``document``; clicking again goes on to the next. ``key`` is the fact's key or the
    annotation's id, ``keys`` all by which it is known; ``facts`` are those that it shows. ``strong`` are the
    places of ``text`` that stand out, ``how`` says how the passage of an annotation was found if it is not
    where it was (see ``models/placed.py``), ``marked`` in words what colour and line it has.
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
    facts: tuple[Fact, ...] = ()
    signs: tuple[Sign, ...] = ()
    strong: tuple[Span, ...] = ()
    how: str = ""
    marked: str = ""

    @property
    def words(self) -> str:
        """Return the row in words, for a screen reader."""
        star = _("starred") if self.starred else ""
        signs = (sign.text for sign in self.signs)
        said = (self.headline, self.text, self.marked, self.meta, *signs, star)
        return ". ".join(part for part in said if part)

    @property
    def judged(self) -> str:
        """Return "accepted", "corrected" or "rejected" if a person has judged all of its facts so."""
        found = {str(fact.data.get("judged") or "") for fact in self.facts}
        return found.pop() if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the panel and its entries."""

    kind: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What entries are made with.

    ``titles`` maps the ids of documents to what is shown of them where several documents are looked
    at; it is empty for one document. ``touching`` knows which claims rest on a passage, ``carrying`` where
    figures, dates and names stand.
    """

    titles: Mapping[str, str] = field(default_factory=dict)
    touching: Touching = field(default_factory=Touching)
    carrying: Places = field(default_factory=dict)


def fact_groups(facts: Sequence[Fact], scope: Scope = Scope(), limit: int = 300) -> list[Group]:
    """Group facts by kind, the highest score first; mentions of one bearer are one entry.

    What a person has rejected comes last, in a group of its own.
    """
    groups = []
    rejected: list[Entry] = []
    scope = replace(scope, carrying=carrying(facts))
    for kind, title in GROUPS.items():
        found = [fact for fact in facts if fact.kind == kind]
        entries = _entries(kind, standing(found), scope, limit)
        rejected += _entries(kind, _rejected(found), scope, limit)
        if entries:
            groups.append(Group(kind, _(title), tuple(entries)))
    return [*groups, *_rejected_group(rejected)]


def quote_groups(facts: Sequence[Fact], scope: Scope = Scope()) -> list[Group]:
    """Group quotes by speaker, in the order of first speaking; what nobody said comes last.

    What a person has rejected stands behind all others.
    """
    said_or_marked = [fact for fact in facts if fact.kind in ("quote", "unattributed")]
    kept = standing(said_or_marked)
    by_speaker: dict[str, list[Fact]] = defaultdict(list)
    for fact in kept:
        if fact.kind == "quote":
            by_speaker[_bearer(fact)].append(fact)
    groups = []
    for said in by_speaker.values():
        name = max((fact.about for fact in said), key=len) or _("Speaker not found")
        role = next((str(fact.data["role"]) for fact in said if fact.data.get("role")), "")
        groups.append(Group("quote", name, tuple(_quote(fact, role, scope) for fact in said)))
    groups.sort(key=lambda group: not group.entries[0].headline)
    marked = [fact for fact in kept if fact.kind == "unattributed"]
    if marked:
        entries = tuple(_unattributed(fact, scope) for fact in marked)
        groups.append(Group("unattributed", _("In quotation marks, nobody’s speech"), entries))
    rejected = [
        _quote(fact, "", scope) if fact.kind == "quote" else _unattributed(fact, scope)
        for fact in _rejected(said_or_marked)
    ]
    return [*groups, *_rejected_group(rejected)]


def _rejected(facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.data.get("judged") == "rejected"]


def _rejected_group(entries: Sequence[Entry]) -> list[Group]:
    return [Group("rejected", _(REJECTED), tuple(entries))] if entries else []


def _entries(kind: str, facts: Sequence[Fact], scope: Scope, limit: int) -> list[Entry]:
    if kind in NAMES:
        return _named(facts, scope)[:limit]
    return [_entry(fact, scope) for fact in _worth_showing(kind, facts)[:limit]]


def note_groups(
    annotations: Iterable[Annotation],
    opened: Document | None,
    titles: Mapping[str, str],
    found: Mapping[str, Placed | None] = {},
    names: Mapping[str, str] = {},
) -> list[Group]:
    """Group annotations by document, in the order of the text; those without their passage come last.

    Passages of the open document are looked for in its text; ``found`` says of others where they are, by the
    ids of their annotations, and what it does not name stands where it was made. ``names`` is what the person
    calls colours.
    """
    by_document: dict[str, list[Entry]] = defaultdict(list)
    unplaced: list[Entry] = []
    for annotation in annotations:
        placed = found.get(annotation.id)
        if annotation.id not in found and annotation.anchor is not None:
            placed = Placed(annotation.anchor.span, THERE)
        if opened is not None and opened.id == annotation.document:
            placed = annotation.placed(opened.text)
        entry = _annotation(annotation, placed, opened, names)
        (unplaced if entry.how == UNPLACED else by_document[annotation.document]).append(entry)
    groups = [
        Group(
            "note", titles.get(id, _("Marked passages")), tuple(sorted(entries, key=lambda each: each.spans))
        )
        for id, entries in by_document.items()
    ]
    if unplaced:
        groups.append(Group(UNPLACED, _("Unplaced"), tuple(unplaced)))
    return groups


def _worth_showing(kind: str, facts: Sequence[Fact]) -> list[Fact]:
    if kind == "date":
        return _datable(facts)
    return _ranked(fact for fact in facts if kind != "figure" or fact.data.get("key", True))


def _datable(facts: Iterable[Fact]) -> list[Fact]:
    """Return the dates that stand for days that can be named, in the order of these days, then the ages.

    Those that a person upholds or corrected are among them in any case.
    """
    return sorted(
        (each for each in facts if _is_datable(each)),
        key=lambda fact: (
            said_birth(fact) != "", str(fact.data.get("from") or fact.when), str(fact.data.get("to") or "")
        ),
    )  # fmt: skip


def _is_datable(fact: Fact) -> bool:
    days = fact.data.get("from") and fact.data.get("to")
    return bool(days or "judged" in fact.data or said_birth(fact))


def _days(fact: Fact) -> str:
    """Say which days a date stands for, or of an age, between which days that was born or begun."""
    if said_birth(fact):
        return said_birth(fact)
    if not (fact.data.get("from") and fact.data.get("to")):
        return say_period(fact.when)
    first, last = str(fact.data["from"])[:10], str(fact.data["to"])[:10]
    return say_period(first if first == last else f"{first}/{last}")


def _ranked(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: -fact.score)


def _bearer(fact: Fact) -> str:
    speaker = fact.data.get("speaker") or {}
    return str(speaker.get("entity") or fold(fact.about))


def _known_by(facts: Sequence[Fact]) -> frozenset[str]:
    """Return the keys of facts, and those that they had before a person corrected their spans."""
    moved = (replace(fact, span=found_at(fact)).key for fact in facts if "found" in fact.data)
    return frozenset((*(fact.key for fact in facts), *moved))


def _signs(facts: Sequence[Fact], touching: Touching) -> tuple[Sign, ...]:
    """Return what is remarked on below an entry: a person's judgement, and how other sources compare."""
    signs = []
    judged = {str(fact.data.get("judged") or "") for fact in facts}
    for name, (icon, words, role) in JUDGED.items() if judged != {""} else ():
        if judged == {name} or (name == "corrected" and name in judged):
            signs.append(Sign(icon, _(words), role))
    if any(fact.data.get("by_hand") for fact in facts):
        signs.append(Sign("user", _("by hand")))
    claims = touching_claims(facts, touching)
    if differing(claims):
        signs.append(Sign("alert-triangle", _("sources differ"), "warning"))
    sources = independent(claims, touching)
    if sources > 1:
        words = plural("{n} independent source", "{n} independent sources", sources)
        signs.append(Sign("news", words))
    return tuple(signs)


def _small(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _one(fact: Fact, scope: Scope, headline: str, text: str, small: str) -> Entry:
    """Return the entry of a single fact."""
    return Entry(
        fact.key, fact.kind, fact.document, (fact.span,), headline, text,
        _small(small, scope.titles.get(fact.document, "")),
        keys=_known_by([fact]), why=str(fact.data.get("why") or ""),
        facts=(fact,), signs=_signs([fact], scope.touching),
    )  # fmt: skip


def _entry(fact: Fact, scope: Scope) -> Entry:
    if fact.kind == "key":
        said, strong = shown(fact, scope.carrying)
        return replace(_one(fact, scope, "", said, ""), strong=strong)
    return _one(fact, scope, *_told(fact), _small_print(fact))


def _told(fact: Fact) -> tuple[str, str]:
    said = " ".join(fact.text.split())
    if fact.kind == "figure":
        return str(fact.data.get("value") or said), say_measure(str(fact.about or ""))
    if fact.kind == "date":
        return said, _days(fact) if _days(fact) != said else ""
    return "", said


def _small_print(fact: Fact) -> str:
    data = fact.data
    if fact.kind == "figure":
        return say_period(str(data.get("period") or ""))
    if fact.kind == "event":
        who = ", ".join(str(name) for name in data.get("who") or ())
        return " · ".join(str(part) for part in (say_period(fact.when), data.get("where"), who) if part)
    if fact.kind == "agreement":
        parties = ", ".join(str(name) for name in data.get("parties") or ())
        words = _("due {}") if data.get("due") else _("signed {}")
        when = fact.when and words.format(say_period(fact.when))
        return " · ".join(part for part in (when, parties) if part)
    return ""


def _named(facts: Sequence[Fact], scope: Scope) -> list[Entry]:
    by_bearer: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_bearer[str(fact.data.get("entity") or fact.about or fact.text)].append(fact)
    entries = [_bearer_entry(tuple(mentions), scope) for mentions in by_bearer.values()]
    return sorted(entries, key=lambda entry: -len(entry.facts))


def _bearer_entry(mentions: tuple[Fact, ...], scope: Scope) -> Entry:
    name = max((str(fact.about or fact.text) for fact in mentions), key=len)
    role = next((str(fact.data["role"]) for fact in mentions if fact.data.get("role")), "")
    first = mentions[0]
    parts = [plural("{n} mention", "{n} mentions", len(mentions))]
    if scope.titles:
        sources = len({fact.document for fact in mentions})
        parts.append(plural("{n} document", "{n} documents", sources))
    forms = {" ".join(fact.text.split()) for fact in mentions} - {name}
    if forms:
        parts.append(_("also {}").format(", ".join(sorted(forms)[:4])))
    spans = tuple(fact.span for fact in mentions if fact.document == first.document)
    rules = dict.fromkeys(str(fact.data["rule"]) for fact in mentions if fact.data.get("rule"))
    return Entry(
        first.key, first.kind, first.document, spans, name, role, " · ".join(parts),
        keys=_known_by(mentions), why="; ".join(rules),
        facts=mentions, signs=_signs(mentions, scope.touching),
    )  # fmt: skip


def _quote(fact: Fact, role: str, scope: Scope) -> Entry:
    kind = str(fact.data.get("kind") or "direct")
    names = {"direct": _("direct"), "mixed": _("partly in their words"), "indirect": _("reported")}
    said = " ".join(fact.text.split())
    text = f"“{said}”" if kind == "direct" else said
    role = str(fact.data.get("role") or role)
    return _one(fact, scope, fact.about, text, _small(names.get(kind, kind), role))


def _unattributed(fact: Fact, scope: Scope) -> Entry:
    said = f"“{' '.join(fact.text.split())}”"
    return _one(fact, scope, "", said, str(fact.data.get("why") or ""))


def _annotation(
    annotation: Annotation, placed: Placed | None, opened: Document | None, names: Mapping[str, str]
) -> Entry:
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    whole = "" if annotation.anchor else _("The article as a whole")
    how = how_found(annotation, placed)
    here = opened is not None and opened.id == annotation.document
    words, before = annotation.exact, say_before(annotation, how)
    if how == CHANGED:  # of an article that is not open only the old words are at hand
        now = placed.span.of(opened.text) if placed and opened and here else ""
        words, before = now or words, before if now else ""
    signs = (Sign("alert-triangle", say_found(how), "warning"),) if how else ()
    return Entry(
        annotation.id, "note", annotation.document, (placed.span,) if placed else (),
        annotation.note,
        " ".join(words.split()), _small(whole, tags, before), annotation.colour or annotation.underline,
        annotation.starred, frozenset({annotation.id}), signs=signs, how=how,
        marked=colours.said(replace(annotation, starred=False), names),
    )  # fmt: skip
