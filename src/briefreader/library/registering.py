"""Making the register: the mentions of all documents, joined where there is a reason, as a person decided.

Within a document the extractors have joined short forms already. Here the names of different
documents meet. Two are one bearer only for a reason that can be told: the same name, another script,
order or accents, a patronymic more, a variant of a given name; and for a shorter form only if a
single bearer of the corpus can be meant and the documents share somebody else too. What a person
decided goes before all of that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefreader.domain.decision import Decision
from briefreader.domain.fact import Fact
from briefreader.domain.naming import person_likeness
from briefreader.domain.register import ENTITY_KINDS, Apart, Entity, Office, Place, Register, Variant
from briefreader.domain.survey import SourceCard
from briefreader.extractors import organisation_words
from briefreader.i18n import N_, _
from briefreader.library._clusters import Cluster, Union, fullest, kept_apart, marks_apart, part_conflicting
from briefreader.library._joins import join_bodies, join_people, may_be_alike, merge_by_hand
from briefreader.library.deciding import spelling

RULES = {
    "diacritics": N_("the same name without accents or in another script"),
    "order": N_("the same words in another order"),
    "transliteration": N_("another way to write the same sounds"),
    "given name variant": N_("a variant of the given name"),
    "patronymic": N_("with or without the patronymic"),
    "middle name": N_("with or without a middle name"),
    "generation": N_("with or without Junior or Senior"),
    "initials": N_("an initial for the given name"),
    "same words": N_("the same name"),
    "only": N_("short form; only one bearer of the corpus can be meant"),
    "country": N_("the same body, named without its country"),
    "acronym": N_("acronym that another source explains"),
    "hand": N_("joined by hand"),
    "split": N_("set apart by hand"),
}
"""Why two spellings are taken for one bearer, in words."""


@dataclass(frozen=True, slots=True)
class Registered:
    """The register, and for each name key of each kind the id of the entity that it now belongs to."""

    register: Register
    keys: Mapping[str, str]


def register_of(
    facts: Iterable[Fact], decisions: Sequence[Decision], sources: Mapping[str, SourceCard]
) -> Registered:
    """Return the register of some documents' mentions; ``facts`` of other kinds are passed over.

    ``decisions`` are in the order in which they were made, with their passages already placed.
    """
    clusters = _clusters(facts, decisions)
    union = Union(clusters)
    apart = kept_apart(decisions)
    for kind in ENTITY_KINDS:
        own = [each for each in clusters.values() if each.kind == kind]
        merge_by_hand(own, decisions, union)
        if kind == "person":
            join_people(own, union, apart)
        elif kind == "organisation":
            join_bodies(own, union, apart)
    entities = _told_apart([_entity(group, decisions, sources) for group in union.groups()], decisions)
    entities.sort(key=lambda each: (-len(each.mentions), each.name))
    keys = {key: union.id(key) for key in clusters}
    return Registered(Register(entities), keys)


def _clusters(facts: Iterable[Fact], decisions: Sequence[Decision]) -> dict[str, Cluster]:
    """Gather mentions by key; what was set apart by hand gets a key of its own."""
    by_place, by_spelling = _splits(decisions)
    marks = marks_apart(decisions)  # the extractors' own keys would join some of them
    clusters: dict[str, Cluster] = {}
    for fact in facts:
        if fact.kind not in ENTITY_KINDS or fact.data.get("noise"):
            continue
        key = str(fact.data.get("entity") or f"{fact.kind}:{spelling(fact.about or fact.text)}")
        split = by_place.get((fact.kind, fact.document, fact.span.start, fact.span.end))
        split = split or by_spelling.get((fact.kind, spelling(fact.text)))
        if split is not None:
            key = f"{fact.kind}:split-{split.id}"
        elif marks:
            key += marks.get((fact.kind, spelling(fact.about or fact.text)), "")
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = Cluster(fact.kind, key)
            if split is not None:
                cluster.name, cluster.by_hand = str(split.values.get("name") or fact.text), True
        cluster.add(fact)
    part_conflicting(clusters)
    for cluster in clusters.values():
        cluster.name = cluster.name or fullest(cluster.facts)
    return clusters


def _splits(
    decisions: Sequence[Decision],
) -> tuple[dict[tuple[str, str, int, int], Decision], dict[tuple[str, str], Decision]]:
    by_place: dict[tuple[str, str, int, int], Decision] = {}
    by_spelling: dict[tuple[str, str], Decision] = {}
    for each in decisions:
        if each.act == "split":
            for passage in each.passages:
                span = passage.anchor.span
                by_place[each.kind, passage.document, span.start, span.end] = each
            for name in each.names:
                by_spelling[each.kind, name] = each
    return by_place, by_spelling


def _entity(
    group: tuple[str, list[Cluster]], decisions: Sequence[Decision], sources: Mapping[str, SourceCard]
) -> Entity:
    id, clusters = group
    facts = [fact for cluster in clusters for fact in cluster.facts]
    facts.sort(key=lambda fact: (fact.document, fact.span))
    name = clusters[0].name if clusters[0].by_hand and len(clusters) == 1 else _best_name(clusters)
    variants = _variants(name, clusters)
    renamed = _renamed(clusters, name, decisions)
    return Entity(
        id,
        clusters[0].kind,
        renamed or name,
        variants,
        _offices(facts, sources),
        tuple(Place(fact.document, fact.span) for fact in facts),
        next((str(fact.data["country"]) for fact in facts if fact.data.get("country")), ""),
        bool(renamed) or any(cluster.by_hand for cluster in clusters),
    )


def _told_apart(entities: list[Entity], decisions: Sequence[Decision]) -> list[Entity]:
    """Tell each entity from whom it is kept apart, and by which decision."""
    nevers = [each for each in decisions if each.act == "never"]
    if not nevers:
        return entities
    known = {
        (entity.kind, spelling(text)): entity
        for entity in entities
        for text in (*(variant.text for variant in entity.variants), entity.name)
    }
    apart: dict[str, list[Apart]] = defaultdict(list)
    for each in nevers:
        held = [
            next((known[each.kind, name] for name in names if (each.kind, name) in known), None)
            for names in each.bearers
        ]
        for mine, own in enumerate(held):
            for other, (names, entity) in enumerate(zip(each.bearers, held, strict=True)):
                if own is not None and other != mine and (entity is None or entity.id != own.id):
                    told = (entity.name, entity.id) if entity is not None else (names[0], "")
                    apart[own.id].append(Apart(*told, each.id))
    return [
        replace(each, apart=tuple(apart[each.id]), decided=True) if each.id in apart else each
        for each in entities
    ]


def _best_name(clusters: Sequence[Cluster]) -> str:
    """Return the name of the largest cluster, of people one in full; of a place the form most printed."""
    if clusters[0].kind == "place":
        printed = Counter(" ".join(fact.text.split()) for each in clusters for fact in each.facts)
        return max(printed, key=lambda text: (printed[text], text))
    return max(clusters, key=lambda each: (" " in each.name, len(each.facts), each.name)).name


def _renamed(clusters: Sequence[Cluster], name: str, decisions: Sequence[Decision]) -> str:
    own = {spelling(name), *(spelling(each.name) for each in clusters)}
    given = ""
    for each in decisions:
        if each.act == "rename" and each.kind == clusters[0].kind and own & set(each.names):
            given = str(each.values.get("name") or "")
    return given


def _variants(name: str, clusters: Sequence[Cluster]) -> tuple[Variant, ...]:
    found: dict[str, list[tuple[Fact, Cluster]]] = defaultdict(list)
    for cluster in clusters:
        for fact in cluster.facts:
            found[" ".join(fact.text.split())].append((fact, cluster))
    variants = []
    for text, uses in found.items():
        fact, cluster = min(uses, key=lambda use: (use[0].document, use[0].span))
        rule, joined = _reason(text, name, fact, cluster, clusters)
        variants.append(Variant(text, Place(fact.document, fact.span), len(uses), rule, joined))
    return tuple(sorted(variants, key=lambda each: (bool(each.rule), -each.count, each.text)))


def _reason(
    text: str, name: str, fact: Fact, cluster: Cluster, clusters: Sequence[Cluster]
) -> tuple[str, str]:
    """Return why a spelling belongs to the bearer of a name, and through which other spelling."""
    if text == name:
        return "", ""
    if cluster.rule == "hand":
        return _(RULES["hand"]), cluster.joined
    if cluster.kind == "person" and may_be_alike(text, name):
        likeness = person_likeness(text, name)
        if likeness.same and likeness.rule in RULES:
            return _(RULES[likeness.rule]), name
    own = str(fact.data.get("rule") or "")
    through = " ".join((fact.about or "").split())
    if own and through and through != text:
        return _(own), through
    if cluster.rule in RULES:
        return _(RULES[cluster.rule]), cluster.joined
    for other in clusters:  # the smaller set joined this one
        if other.joined == cluster.name and other.rule in RULES:
            return _(RULES[other.rule]), name
    return _(own) if own else _(RULES["same words"]), name


def _offices(facts: Sequence[Fact], sources: Mapping[str, SourceCard]) -> tuple[Office, ...]:
    """Return the offices that sources give, the same in other words once, with the dates between."""
    given: dict[frozenset[str], list[Fact]] = defaultdict(list)
    for fact in facts:
        role = str(fact.data.get("role") or "")
        if role:
            given[office_words(role)].append(fact)
    offices = []
    for uses in given.values():
        titles = Counter(" ".join(str(fact.data["role"]).split()) for fact in uses)
        days = [
            sources[fact.document].published.value
            for fact in uses
            if fact.document in sources and sources[fact.document].published.value
        ]
        title = max(titles, key=lambda each: (titles[each], len(each), each))
        offices.append(
            Office(
                title,
                Place(uses[0].document, uses[0].span),
                tuple(dict.fromkeys(fact.document for fact in uses)),
                min(days, default=""),
                max(days, default=""),
            )
        )
    return tuple(sorted(offices, key=lambda each: (-len(each.documents), each.title)))


def office_words(role: str) -> frozenset[str]:
    """Return the telling words of an office, countries by their usual name, whatever the order."""
    return frozenset(organisation_words(role))
