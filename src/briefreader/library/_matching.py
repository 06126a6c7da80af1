"""Which claims of different sources are about one matter: one rule for each family of claims.

Each rule is made to miss rather than to bring together what is not the same: a false alarm costs the
reader more than a row that is missing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from briefreader.extractors import stem
from briefreader.library._figures_matched import Figures, near
from briefreader.library._told import Told

_CROWD = 400  # claims that share a block: beyond it the block tells nothing
_DAYS_OF_VISIT, _DAYS_OF_EVENT, _DAYS_OF_WORK = 200, 10, 500
_APART = 21  # two dated events further apart than this are two
_LOOSE_HEADS = frozenset(("meeting", "talks", "attack", "strike", "launch", "session", "conference"))
"""Events of which there are many: they need a common actor."""
_ACTIVITY = frozenset(
    stem(word)
    for word in (
        "project", "launch", "production", "construction", "plant", "factory", "service", "supplies",
        "delivery", "expansion", "creation", "direct", "schedule", "scheduled", "plan",
        "involve", "develop", "connect",
        "connection", "link", "route", "line", "implementation", "market", "large", "exist", "offer",
    )
)  # fmt: skip
"""Words of undertakings that do not tell one from another."""

_STARTING = frozenset((stem("production"), stem("operation"), stem("construction"), stem("works")))


def groups(claims: Sequence[Told]) -> list[list[Told]]:
    """Return the claims in groups of one matter each, in the order of their first members."""
    rarity = Counter(word for each in claims for word in each.words)
    found = _of_figures([each for each in claims if each.family == "figure"])
    for family, matches in _RULES.items():
        own = [each for each in claims if each.family == family]
        found += _grouped(own, partial(matches, rarity)).groups()
    return found


Match = Callable[[Told, Told], float]


class _Groups:
    """Claims in groups: one grows only by what is linked to at least half of its members."""

    def __init__(self, claims: Sequence[Told], one_matter_each: bool = False) -> None:
        """Start with each claim alone; ``one_matter_each``: a document has one claim in a group."""
        self.claims = claims
        self._home = list(range(len(claims)))
        self._members = {n: {n} for n in self._home}
        self._documents = {n: {each.document} for n, each in enumerate(claims)} if one_matter_each else None

    def join(self, pairs: Sequence[tuple[float, int, int]]) -> None:
        """Join linked pairs, the likest first."""
        linked: dict[int, set[int]] = defaultdict(set)
        for _likeness, one, other in pairs:
            linked[one].add(other)
            linked[other].add(one)
        for _likeness, one, other in sorted(pairs):
            a, b = self._home[one], self._home[other]
            if a == b or (self._documents and self._documents[a] & self._documents[b]):
                continue
            mine, theirs = self._members[a], self._members[b]
            few, many = sorted((mine, theirs), key=len)
            if 2 * sum(len(linked[each] & many) for each in few) >= len(mine) * len(theirs):
                for each in theirs:
                    self._home[each] = a
                mine |= self._members.pop(b)
                if self._documents:
                    self._documents[a] |= self._documents.pop(b)

    def groups(self) -> list[list[Told]]:
        return [[self.claims[n] for n in sorted(group)] for _first, group in sorted(self._members.items())]


def _grouped(claims: Sequence[Told], match: Match) -> _Groups:
    found = _Groups(claims)
    pairs = [
        (-likeness, one, other)
        for one, other in _candidates(claims)
        if (likeness := match(claims[one], claims[other])) > 0
    ]
    found.join(pairs)
    return found


def _of_figures(claims: Sequence[Told]) -> list[list[Told]]:
    """Group figures: first what fits, then rivals that have no like in each other's documents."""
    figures = Figures(claims)
    links: dict[str, list[tuple[float, int, int]]] = {"same": [], "rival": [], "scope": []}
    for one, other in _candidates(claims, figures.sort):
        for name, likeness in figures.links(claims[one], claims[other]):
            links[name].append((-likeness, one, other))
    links["rival"] = _mutual(links["rival"], claims)
    # Two groups that have a document in common are two matters of that document.
    found = _Groups(claims, one_matter_each=True)
    for pairs in links.values():
        found.join(pairs)
    return found.groups()


def _mutual(pairs: Sequence[tuple[float, int, int]], claims: Sequence[Told]) -> list[tuple[float, int, int]]:
    """Keep the pairs in which each is the likest of its document to the other."""
    best: dict[tuple[int, str], float] = {}
    for likeness, one, other in pairs:
        for mine, theirs in ((one, other), (other, one)):
            key = mine, claims[theirs].document
            best[key] = min(likeness, best.get(key, 0.0))
    return [
        (likeness, one, other)
        for likeness, one, other in pairs
        if likeness <= best[one, claims[other].document] and likeness <= best[other, claims[one].document]
    ]


def _candidates(
    claims: Sequence[Told], sort: Callable[[Told], object] = lambda _told: None
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of one sort that share a telling word and a party, or what they are about."""
    numbers: dict[str, int] = {}
    shared = Counter(key for each in claims for key in _blocks(each, numbers))
    blocks: dict[tuple[int, object], list[int]] = defaultdict(list)
    for n, each in enumerate(claims):
        own = sort(each)
        others: set[int] = set()
        for key in _blocks(each, numbers):
            if 1 < shared[key] <= _CROWD:
                block = blocks[key, own]
                others.update(block)
                block.append(n)
        for other in sorted(others):
            yield other, n


def _blocks(told: Told, numbers: dict[str, int]) -> Iterator[int]:
    """Yield a number for each telling word with each party: small things, for there are millions."""
    parties = [
        numbers.setdefault(each, len(numbers)) for each in told.around | told.about | told.data["guests"]
    ]
    for word in {"visit"} if told.family == "visit" else told.words | told.data["bag"]:
        first = numbers.setdefault(word, len(numbers)) << 32
        for party in parties:
            yield first | party


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _visits(_rarity: Counter[str], one: Told, other: Told) -> float:
    guests = one.data["guests"] & other.data["guests"]
    if not guests or _far(one, other, _DAYS_OF_VISIT):
        return 0.0
    people = {id for id in guests if id.startswith("person:")}
    named = [{id for id in each.data["guests"] if id.startswith("person:")} for each in (one, other)]
    if all(named) and not people:
        return 0.0
    goals, lands = (one.data["goal"], other.data["goal"]), (one.data["lands"], other.data["lands"])
    if all(goals) and not goals[0] & goals[1] and not lands[0] & lands[1]:
        return 0.0
    return 1.0 + len(people) + 0.5 * bool(goals[0] & goals[1])


def _far(one: Told, other: Told, most: int) -> bool:
    """Tell whether two events are surely two: by their own days, else by those of the sources."""
    if one.days and other.days:
        return one.days.gap(other.days) > _APART
    if one.published and other.published:
        return one.published.gap(other.published) > most
    return False


def _events(rarity: Counter[str], one: Told, other: Told) -> float:
    if one.head != other.head or _far(one, other, _DAYS_OF_EVENT):
        return 0.0
    shared = one.actors & other.actors
    likeness = _jaccard(one.words, other.words)
    if one.data.get("bare") or other.data.get("bare"):
        return _clauses(one, other, likeness)
    if shared:
        return 1.0 + len(shared) + likeness
    if one.head in _LOOSE_HEADS or (one.actors and other.actors and one.actors != other.actors):
        return 0.0
    # The same uncommon kind of event, in sources that are about the same: "the consultation".
    alike = len(one.about & other.about) >= 2 and rarity[one.head] <= 8
    return 0.5 + likeness if alike and (one.around & other.around or likeness >= 0.25) else 0.0


def _clauses(one: Told, other: Told, likeness: float) -> float:
    """Compare clauses told by a verb: both dated, the same verb, nobody in one who is not in the other."""
    if not (one.days and other.days) or not near(one, other, _DAYS_OF_WORK):
        return 0.0
    if _one_thing(one, other):
        return _things(one, other, likeness)
    actors = sorted((one.actors, other.actors), key=len)
    if actors[0] and not actors[0] <= actors[1]:
        return 0.0
    common = (one.words & other.words) - {one.head}
    shared = one.parties & other.parties
    if not (common or one.actors & other.actors) or not shared:
        return 0.0
    return 1.0 + len(shared) + likeness


def _one_thing(one: Told, other: Told) -> bool:
    """Tell whether two clauses have the same kind of thing as their subject; in one it may be a name."""
    subjects = str(one.data.get("subject", "")), str(other.data.get("subject", ""))
    if all(subjects) or not (one.data.get("bare") and other.data.get("bare")):
        return bool(subjects[0]) and subjects[0] == subjects[1]
    return any(
        thing in bare.data["which"] for thing, bare in zip(subjects, (other, one), strict=True) if thing
    )


def _things(one: Told, other: Told, likeness: float) -> float:
    """Compare clauses in which the same kind of thing did the same: "the outbreak was declared on …"."""
    if _far_told(one, other, _DAYS_OF_EVENT) or one.data["status"] != other.data["status"]:
        return 0.0
    narrow = set(one.data["which"]), set(other.data["which"])
    if narrow[0] - other.words and narrow[1] - one.words:
        return 0.0  # "the first case", "the second case": each is another
    actors, places = (one.actors, other.actors), (_places(one), _places(other))
    if (all(actors) and not actors[0] & actors[1]) or (all(places) and not places[0] & places[1]):
        return 0.0
    shared = one.about & other.about
    bodies = [each for each in shared if not each.startswith("place:")]
    return 1.0 + likeness if len(shared) > 2 or (len(shared) > 1 and bodies) else 0.0


def _places(told: Told) -> frozenset[str]:
    return frozenset(each for each in told.parties if each.startswith("place:"))


def _far_told(one: Told, other: Told, most: int) -> bool:
    """Tell whether two sources did not come out within so many days."""
    return bool(one.published and other.published and one.published.gap(other.published) > most)


def _agreements(_rarity: Counter[str], one: Told, other: Told) -> float:
    partnership = "strategic-partnership" in one.words and "strategic-partnership" in other.words
    if not partnership and one.head != other.head:
        return 0.0
    if (
        one.data.get("covers") != other.data.get("covers")
        and one.data.get("covers")
        and other.data.get("covers")
    ):
        return 0.0
    likeness = _jaccard(one.words, other.words)
    shared = one.parties & other.parties
    about = one.about & other.about
    if partnership:
        return 1.0 + likeness if shared or len(about) >= 2 else 0.0
    if _far(one, other, _DAYS_OF_WORK) or likeness < 0.5 or len((one.words & other.words) - {one.head}) < 1:
        return 0.0
    return likeness if shared or len(about) >= 2 else 0.0


def _undertakings(rarity: Counter[str], one: Told, other: Told) -> float:
    things = (one.words & other.words) - _ACTIVITY
    if _far_told(one, other, _DAYS_OF_WORK):
        return 0.0
    if not things:
        return _starts(one, other)
    if not (one.parties & other.parties or len(one.about & other.about) >= 2):
        return 0.0
    common = sum(1 / rarity[word] for word in one.words & other.words)
    smaller = min(len(one.words), len(other.words))
    share = len(one.words & other.words) / smaller
    return common + share if share >= 0.5 and len(one.words & other.words) >= 2 else 0.0


def _starts(one: Told, other: Told) -> float:
    """Compare two plans told without their thing: "production is to start in 2028"."""
    if not (one.days and other.days) or {one.data["status"], other.data["status"]} != {"planned"}:
        return 0.0
    shared = one.about & other.about
    actors = {each for each in shared if each.startswith("organisation:")}
    common = one.words & other.words & _STARTING
    return 1.0 if common and actors and len(shared) > 2 and near(one, other, _DAYS_OF_WORK) else 0.0


_RULES: dict[str, Callable[[Counter[str], Told, Told], float]] = {
    "visit": _visits,
    "event": _events,
    "agreement": _agreements,
    "undertaking": _undertakings,
}
