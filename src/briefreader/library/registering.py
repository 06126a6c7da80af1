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
from dataclasses import dataclass, field

from briefreader.domain.decision import Decision
from briefreader.domain.fact import Fact
from briefreader.domain.naming import SURE, family_key, person_likeness, romanised
from briefreader.domain.register import ENTITY_KINDS, Entity, Office, Place, Register, Variant
from briefreader.domain.survey import SourceCard
from briefreader.extractors import is_country, organisation_words
from briefreader.i18n import N_, _
from briefreader.library.deciding import spelling

RULES = {
    "diacritics": N_("the same name without accents or in another script"),
    "order": N_("the same words in another order"),
    "transliteration": N_("another way to write the same sounds"),
    "given name variant": N_("a variant of the given name"),
    "patronymic": N_("with or without the patronymic"),
    "middle name": N_("with or without a middle name; the office is the same"),
    "initials": N_("an initial for the given name; the office is the same"),
    "same words": N_("the same name"),
    "only": N_("short form; only one bearer of the corpus can be meant"),
    "country": N_("the same body, named without its country"),
    "acronym": N_("acronym that another source explains"),
    "hand": N_("joined by hand"),
    "split": N_("set apart by hand"),
}
"""Why two spellings are taken for one bearer, in words."""

_NEEDING_MORE = ("middle name", "initials")
_CROWD = 80  # names that share a word: beyond it the word is too common to tell


@dataclass(slots=True)
class _Cluster:
    """The mentions of one key."""

    kind: str
    key: str
    facts: list[Fact] = field(default_factory=list)
    name: str = ""
    documents: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    rule: str = ""  # why it was joined to another cluster, and to which name
    joined: str = ""
    by_hand: bool = False


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
    union = _Union(clusters)
    kept_apart = _kept_apart(decisions)
    for kind in ENTITY_KINDS:
        own = [each for each in clusters.values() if each.kind == kind]
        _merge_by_hand(own, decisions, union)
        if kind == "person":
            _join_people(own, union, kept_apart)
        elif kind == "organisation":
            _join_bodies(own, union, kept_apart)
    entities = [_entity(group, decisions, sources) for group in union.groups()]
    entities.sort(key=lambda each: (-len(each.mentions), each.name))
    keys = {key: union.id(key) for key in clusters}
    return Registered(Register(entities), keys)


def _clusters(facts: Iterable[Fact], decisions: Sequence[Decision]) -> dict[str, _Cluster]:
    """Gather mentions by key; what was set apart by hand gets a key of its own."""
    by_place, by_spelling = _splits(decisions)
    clusters: dict[str, _Cluster] = {}
    for fact in facts:
        if fact.kind not in ENTITY_KINDS or fact.data.get("noise"):
            continue
        key = str(fact.data.get("entity") or f"{fact.kind}:{spelling(fact.about or fact.text)}")
        split = by_place.get((fact.kind, fact.document, fact.span.start, fact.span.end))
        split = split or by_spelling.get((fact.kind, spelling(fact.text)))
        if split is not None:
            key = f"{fact.kind}:split-{split.id}"
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = _Cluster(fact.kind, key)
            if split is not None:
                cluster.name, cluster.by_hand = str(split.values.get("name") or fact.text), True
        cluster.facts.append(fact)
        cluster.documents.add(fact.document)
        role = str(fact.data.get("role") or "")
        if role:
            cluster.roles.add(role)
    for cluster in clusters.values():
        cluster.name = cluster.name or _fullest(cluster.facts)
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


def _fullest(facts: Sequence[Fact]) -> str:
    """Return the form that most mentions have among those with most words; capitals alone come last."""
    counts = Counter(" ".join((fact.about or fact.text).split()) for fact in facts)
    return max(
        counts, key=lambda name: (len(name.split()) > 1, not name.isupper(), counts[name], -len(name), name)
    )


class _Union:
    """Sets of clusters that are one bearer."""

    def __init__(self, clusters: Mapping[str, _Cluster]) -> None:
        self._clusters = clusters
        self._above = {key: key for key in clusters}
        self._members: dict[str, list[str]] = {key: [key] for key in clusters}

    def top(self, key: str) -> str:
        while self._above[key] != key:
            key = self._above[key]
        return key

    def same(self, one: _Cluster, other: _Cluster) -> bool:
        return self.top(one.key) == self.top(other.key)

    def names(self, cluster: _Cluster) -> set[str]:
        return {spelling(self._clusters[key].name) for key in self._members[self.top(cluster.key)]}

    def join(self, one: _Cluster, other: _Cluster, rule: str, by_hand: bool = False) -> None:
        """Join the smaller set to the larger one; the rule is kept with the cluster that joins."""
        a, b = self.top(one.key), self.top(other.key)
        if a == b:
            return
        if self._size(a) < self._size(b):
            a, b, one, other = b, a, other, one
        other.rule, other.joined = rule, one.name
        one.by_hand = other.by_hand = one.by_hand or other.by_hand or by_hand
        self._above[b] = a
        self._members[a] += self._members.pop(b)

    def _size(self, top: str) -> tuple[int, str]:
        return sum(len(self._clusters[key].facts) for key in self._members[top]), top

    def id(self, key: str) -> str:
        return self.top(key)

    def groups(self) -> Iterable[tuple[str, list[_Cluster]]]:
        for top, members in self._members.items():
            yield top, [self._clusters[key] for key in members]


_Apart = set[frozenset[str]]


def _kept_apart(decisions: Sequence[Decision]) -> _Apart:
    """Return the pairs of spellings that a person has forbidden to be joined."""
    apart: _Apart = set()
    for each in decisions:
        if each.act == "never":
            apart |= {frozenset((a, b)) for a in each.names for b in each.names if a != b}
    return apart


def _allowed(one: _Cluster, other: _Cluster, union: _Union, apart: _Apart) -> bool:
    if one.key.partition(":")[2].startswith("split-") or other.key.partition(":")[2].startswith("split-"):
        return False  # it was set apart by hand; only a hand joins it again
    return not apart or not any(
        frozenset((a, b)) in apart for a in union.names(one) for b in union.names(other)
    )


def _merge_by_hand(clusters: Sequence[_Cluster], decisions: Sequence[Decision], union: _Union) -> None:
    known: dict[str, list[_Cluster]] = defaultdict(list)
    for cluster in clusters:
        for text in {cluster.name, *(fact.text for fact in cluster.facts if " " in fact.text)}:
            known[spelling(text)].append(cluster)
    for each in decisions:
        if each.act == "merge" and clusters and each.kind == clusters[0].kind:
            meant = [cluster for name in each.names for cluster in known.get(name, ())]
            for other in meant[1:]:
                union.join(meant[0], other, "hand", by_hand=True)


def _join_people(people: Sequence[_Cluster], union: _Union, apart: _Apart) -> None:
    """Join full names that are alike, then short names of which only one bearer can be meant."""
    full = [each for each in people if len(each.name.split()) > 1]
    by_word: dict[str, list[_Cluster]] = defaultdict(list)
    for person in full:
        for word in {family_key(word) for word in person.name.split()}:
            by_word[word].append(person)
    for crowd in by_word.values():
        if len(crowd) <= _CROWD:
            for n, one in enumerate(crowd):
                for other in crowd[n + 1 :]:
                    _join_if_alike(one, other, union, apart)
    for person in people:
        if len(person.name.split()) > 1:
            continue
        bearers = _tops(
            [each for each in by_word.get(family_key(person.name), ()) if each is not person], union
        )
        if (
            len(bearers) == 1
            and _meet(person, bearers[0], people)
            and _allowed(person, bearers[0], union, apart)
        ):
            union.join(person, bearers[0], "only")


def _join_if_alike(one: _Cluster, other: _Cluster, union: _Union, apart: _Apart) -> None:
    if union.same(one, other):
        return
    likeness = person_likeness(one.name, other.name)
    enough = likeness.score >= SURE or (
        likeness.same and likeness.rule in _NEEDING_MORE and _same_office(one.roles, other.roles)
    )
    # What one document tells apart is not joined because of another.
    if enough and not one.documents & other.documents and _allowed(one, other, union, apart):
        union.join(one, other, likeness.rule)


def _same_office(one: set[str], other: set[str]) -> bool:
    words = [{frozenset(romanised(role).split()) for role in roles} for roles in (one, other)]
    return any(len(a & b) * 2 >= min(len(a), len(b)) and a & b for a in words[0] for b in words[1])


def _tops(clusters: Sequence[_Cluster], union: _Union) -> list[_Cluster]:
    """Return one cluster of each set."""
    return list({union.top(each.key): each for each in clusters}.values())


def _meet(one: _Cluster, other: _Cluster, everybody: Sequence[_Cluster]) -> bool:
    """Tell whether two names stand in documents that also name somebody else in common."""
    if one.documents & other.documents:
        return False  # one document has both and did not join them
    return any(
        each is not one
        and each is not other
        and each.documents & one.documents
        and each.documents & other.documents
        for each in everybody
    )


def _join_bodies(bodies: Sequence[_Cluster], union: _Union, apart: _Apart) -> None:
    """Join "Communist Party" to "Communist Party of Vietnam", and an acronym that another source explains."""
    by_words = {frozenset(each.key.partition(":")[2].split("-")): each for each in bodies}
    holding: dict[str, list[frozenset[str]]] = defaultdict(list)
    for words in by_words:
        for word in words:
            holding[word].append(words)
    explained: dict[str, list[_Cluster]] = defaultdict(list)
    for each in bodies:
        for text in {fact.text for fact in each.facts}:
            if text.isupper() and " " not in text and " " in each.name:
                explained[text].append(each)
    for words, body in by_words.items():
        if len(words) > 1:
            rarest = min(words, key=lambda word: len(holding[word]))
            longer = [
                by_words[each] for each in holding[rarest] if words < each and len(each) == len(words) + 1
            ]
            longer = _tops(longer, union)
            if (
                len(longer) == 1
                and _names_country(body, longer[0])
                and _allowed(body, longer[0], union, apart)
            ):
                union.join(body, longer[0], "country")
        elif body.name.isupper():
            meant = _tops(explained.get(body.name, ()), union)
            if len(meant) == 1 and meant[0] is not body and _allowed(body, meant[0], union, apart):
                union.join(body, meant[0], "acronym")


def _names_country(short: _Cluster, long: _Cluster) -> bool:
    """Tell whether the word that the longer name has more is a country."""
    more = set(long.key.partition(":")[2].split("-")) - set(short.key.partition(":")[2].split("-"))
    return all(is_country(word.replace("-", " ")) for word in more)


def _entity(
    group: tuple[str, list[_Cluster]], decisions: Sequence[Decision], sources: Mapping[str, SourceCard]
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


def _best_name(clusters: Sequence[_Cluster]) -> str:
    """Return the name of the largest cluster, of people one in full; of a place the form most printed."""
    if clusters[0].kind == "place":
        printed = Counter(" ".join(fact.text.split()) for each in clusters for fact in each.facts)
        return max(printed, key=lambda text: (printed[text], text))
    return max(clusters, key=lambda each: (" " in each.name, len(each.facts), each.name)).name


def _renamed(clusters: Sequence[_Cluster], name: str, decisions: Sequence[Decision]) -> str:
    own = {spelling(name), *(spelling(each.name) for each in clusters)}
    given = ""
    for each in decisions:
        if each.act == "rename" and each.kind == clusters[0].kind and own & set(each.names):
            given = str(each.values.get("name") or "")
    return given


def _variants(name: str, clusters: Sequence[_Cluster]) -> tuple[Variant, ...]:
    found: dict[str, list[tuple[Fact, _Cluster]]] = defaultdict(list)
    for cluster in clusters:
        for fact in cluster.facts:
            found[" ".join(fact.text.split())].append((fact, cluster))
    variants = []
    for text, uses in found.items():
        fact, cluster = min(uses, key=lambda use: (use[0].document, use[0].span))
        rule, joined = _reason(text, name, fact, cluster)
        variants.append(Variant(text, Place(fact.document, fact.span), len(uses), rule, joined))
    return tuple(sorted(variants, key=lambda each: (bool(each.rule), -each.count, each.text)))


def _reason(text: str, name: str, fact: Fact, cluster: _Cluster) -> tuple[str, str]:
    """Return why a spelling belongs to the bearer of a name, and through which other spelling."""
    if text == name:
        return "", ""
    if cluster.rule == "hand":
        return _(RULES["hand"]), cluster.joined
    if cluster.kind == "person":
        likeness = person_likeness(text, name)
        if likeness.same and likeness.rule in RULES:
            return _(RULES[likeness.rule]), name
    own = str(fact.data.get("rule") or "")
    through = " ".join((fact.about or "").split())
    if own and through and through != text:
        return _(own), through
    if cluster.rule in RULES:
        return _(RULES[cluster.rule]), cluster.joined
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
