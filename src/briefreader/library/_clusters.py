"""Mentions gathered under one key, and sets of such clusters that are one bearer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

from briefreader.domain.decision import Decision
from briefreader.domain.fact import Fact
from briefreader.domain.naming import SURE, conflicting, person_likeness, telling_letters
from briefreader.library.deciding import spelling

_SPELLINGS = 6  # of one bearer that are compared with those of another


@dataclass(slots=True)
class Cluster:
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
    _spellings: tuple[int, tuple[str, ...]] = (-1, ())

    def add(self, fact: Fact) -> None:
        """Take in a mention, with its document and office."""
        self.facts.append(fact)
        self.documents.add(fact.document)
        role = str(fact.data.get("role") or "")
        if role:
            self.roles.add(role)

    def spellings(self) -> tuple[str, ...]:
        """Return the full names that stand for a person as well as its own: other scripts, and other names.

        What only lacks a middle name, or is a slip, could be the name of somebody else in another document.
        """
        if self._spellings[0] != len(self.facts):
            texts = Counter(" ".join(fact.text.split()) for fact in self.facts if " " in fact.text)
            likely = ((text, person_likeness(self.name, text)) for text, _ in texts.most_common(_SPELLINGS))
            sure = (text for text, like in likely if like.score >= SURE or not like.same)
            self._spellings = len(self.facts), tuple(dict.fromkeys((self.name, *sure)))
        return self._spellings[1]


def fullest(facts: Sequence[Fact]) -> str:
    """Return the form that most mentions have among those with most words; capitals alone come last."""
    counts = Counter(" ".join((fact.about or fact.text).split()) for fact in facts)
    return max(
        counts, key=lambda name: (len(name.split()) > 1, not name.isupper(), counts[name], -len(name), name)
    )


def part_conflicting(clusters: dict[str, Cluster]) -> None:
    """Part mentions of one key whose names are of two people: "George W." and "George H. W. Bush"."""
    for cluster in [each for each in clusters.values() if each.kind == "person"]:
        names = {fact.about or fact.text for fact in cluster.facts}
        if len(names) == 1 or not any(conflicting(one, other) for one, other in combinations(names, 2)):
            continue
        del clusters[cluster.key]
        for fact in cluster.facts:
            letters = telling_letters(fact.about or fact.text)
            key = f"{cluster.key}-{letters}" if letters else cluster.key
            clusters.setdefault(key, Cluster(cluster.kind, key)).add(fact)


class Union:
    """Sets of clusters that are one bearer."""

    def __init__(self, clusters: Mapping[str, Cluster]) -> None:
        self._clusters = clusters
        self._above = {key: key for key in clusters}
        self._members: dict[str, list[str]] = {key: [key] for key in clusters}

    def top(self, key: str) -> str:
        while self._above[key] != key:
            key = self._above[key]
        return key

    def same(self, one: Cluster, other: Cluster) -> bool:
        return self.top(one.key) == self.top(other.key)

    def names(self, cluster: Cluster) -> set[str]:
        return {spelling(self._clusters[key].name) for key in self._members[self.top(cluster.key)]}

    def join(self, one: Cluster, other: Cluster, rule: str, by_hand: bool = False) -> None:
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

    def groups(self) -> Iterable[tuple[str, list[Cluster]]]:
        for top, members in self._members.items():
            yield top, [self._clusters[key] for key in members]


KeptApart = set[frozenset[str]]


def kept_apart(decisions: Sequence[Decision]) -> KeptApart:
    """Return the pairs of spellings that a person has forbidden to be joined."""
    return {
        frozenset((a, b))
        for each in decisions
        if each.act == "never"
        for one, other in combinations(each.bearers, 2)
        for a in one
        for b in other
        if a != b
    }


def marks_apart(decisions: Sequence[Decision]) -> dict[tuple[str, str], str]:
    """Return for each kind and spelling that is kept apart what parts its key from those of the others."""
    marks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in decisions:
        if each.act == "never":
            held = Counter(name for names in each.bearers for name in set(names))
            for names in each.bearers:
                for name in names:
                    # A spelling that several of them have tells none of them.
                    if held[name] == 1 and names[0] not in marks[each.kind, name]:
                        marks[each.kind, name].append(names[0])
    return {place: "#" + "#".join(names) for place, names in marks.items() if names}


def allowed(one: Cluster, other: Cluster, union: Union, apart: KeptApart) -> bool:
    """Tell whether sets may be joined: no person forbade it, and no two of their names speak against it."""
    if one.key.partition(":")[2].startswith("split-") or other.key.partition(":")[2].startswith("split-"):
        return False  # it was set apart by hand; only a hand joins it again
    pairs = product(union.names(one), union.names(other))
    return not any(
        frozenset(pair) in apart or (one.kind == "person" and conflicting(*pair)) for pair in pairs
    )
