"""The rules by which names of different documents are joined; each has a reason that can be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import product

from briefreader.domain.decision import Decision
from briefreader.domain.naming import SURE, person_likeness, romanised, word_keys
from briefreader.extractors import is_country
from briefreader.library._clusters import Cluster, KeptApart, Union, allowed
from briefreader.library.deciding import spelling

_NEEDING_MORE = ("middle name", "generation", "initials")
_CROWD = 80  # names that share a word: beyond it the word is too common to tell


def merge_by_hand(clusters: Sequence[Cluster], decisions: Sequence[Decision], union: Union) -> None:
    known: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for text in {cluster.name, *(fact.text for fact in cluster.facts if " " in fact.text)}:
            known[spelling(text)].append(cluster)
    for each in decisions:
        if each.act == "merge" and clusters and each.kind == clusters[0].kind:
            meant = [cluster for name in each.names for cluster in known.get(name, ())]
            for other in meant[1:]:
                union.join(meant[0], other, "hand", by_hand=True)


def join_people(people: Sequence[Cluster], union: Union, apart: KeptApart) -> None:
    """Join full names that are alike, then short names of which only one bearer can be meant."""
    full = [each for each in people if len(each.name.split()) > 1]
    by_word: dict[str, list[Cluster]] = defaultdict(list)
    for person in full:
        for word in {word for name in person.spellings() for word in word_keys(name)}:
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
            [each for key in word_keys(person.name) for each in by_word.get(key, ()) if each is not person],
            union,
        )
        if (
            len(bearers) == 1
            and _meet(person, bearers[0], people)
            and allowed(person, bearers[0], union, apart)
        ):
            union.join(person, bearers[0], "only")


def _join_if_alike(one: Cluster, other: Cluster, union: Union, apart: KeptApart) -> None:
    if union.same(one, other):
        return
    pairs = product(one.spellings(), other.spellings())
    alike = [person_likeness(*pair) for pair in pairs if may_be_alike(*pair)]
    if not alike:
        return
    likeness = max(alike, key=lambda each: each.score)
    enough = likeness.score >= SURE or (
        likeness.same and likeness.rule in _NEEDING_MORE and _same_office(one.roles, other.roles)
    )
    # What one document tells apart is not joined because of another.
    if enough and not one.documents & other.documents and allowed(one, other, union, apart):
        union.join(one, other, likeness.rule)


def may_be_alike(one: str, other: str) -> bool:
    """Tell quickly whether it is worth comparing two names letter by letter."""
    keys, others = word_keys(one), word_keys(other)
    initials = any(len(key) == 1 for key in keys | others)
    return initials or keys <= others or others <= keys


def _same_office(one: set[str], other: set[str]) -> bool:
    words = [{frozenset(romanised(role).split()) for role in roles} for roles in (one, other)]
    return any(len(a & b) * 2 >= min(len(a), len(b)) and a & b for a in words[0] for b in words[1])


def _tops(clusters: Sequence[Cluster], union: Union) -> list[Cluster]:
    """Return one cluster of each set."""
    return list({union.top(each.key): each for each in clusters}.values())


def _meet(one: Cluster, other: Cluster, everybody: Sequence[Cluster]) -> bool:
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


def join_bodies(bodies: Sequence[Cluster], union: Union, apart: KeptApart) -> None:
    """Join "Communist Party" to "Communist Party of Vietnam", and an acronym that another source explains."""
    by_words = {frozenset(each.key.partition(":")[2].split("-")): each for each in bodies}
    holding: dict[str, list[frozenset[str]]] = defaultdict(list)
    for words in by_words:
        for word in words:
            holding[word].append(words)
    explained: dict[str, list[Cluster]] = defaultdict(list)
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
                and allowed(body, longer[0], union, apart)
            ):
                union.join(body, longer[0], "country")
        elif body.name.isupper():
            meant = _tops(explained.get(body.name, ()), union)
            if len(meant) == 1 and meant[0] is not body and allowed(body, meant[0], union, apart):
                union.join(body, meant[0], "acronym")


def _names_country(short: Cluster, long: Cluster) -> bool:
    """Tell whether the word that the longer name has more is a country."""
    more = set(long.key.partition(":")[2].split("-")) - set(short.key.partition(":")[2].split("-"))
    return all(is_country(word.replace("-", " ")) for word in more)
