"""How what several sources say of one matter compares, with the reason in words.

Values are compared as the sets that their words allow: "over $245 million" is all that lies above, "about
180 million" what rounds to it. Nothing is averaged and nobody is held to be right.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefreader.domain.fact import Fact
from briefreader.extractors import stem
from briefreader.i18n import _, in_figures
from briefreader.library._allowance import compared
from briefreader.library._told import Days, Told
from briefreader.library.said_dates import say_day

MINOR = 0.02
"""Two values less than this share apart differ in a minor way only."""

_CUMULATIVE = frozenset(("killed", "injured", "arrested", "displaced", "infected", "rescued"))
_FALLING = frozenset(("missing", "displaced"))
_MINOR_DAYS = 1
_SOON = 3
_LINKS = frozenset(stem(word) for word in ("flight", "route", "line", "link", "train", "ferry"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict of domain.ledger.VERDICTS, its degree, the reason in words, and of whom that speaks."""

    name: str
    reason: str
    degree: str = ""
    sides: tuple[Told, ...] = ()


def on_figures(group: Sequence[Told]) -> Verdict:
    """Compare figures of one measure and period: every source against every other."""
    by_source: dict[str, list[Told]] = {}
    for each in group:
        by_source.setdefault(each.source.origin, []).append(each)
    sides = list(by_source.values())
    if len(sides) < 2:
        return Verdict("single", _("One source only."))
    worst, pair = "agree", (group[0], group[0])
    for n, one in enumerate(sides):
        for other in sides[n + 1 :]:
            found, told = _sides(one, other)
            if _ORDER.index(found) > _ORDER.index(worst):
                worst, pair = found, told
    a, b = pair
    if worst == "agree":
        return Verdict(
            "agree", _("All {n} sources give the same, or values that fit each other.").format(n=len(sides))
        )
    values = {"one": a.said, "other": b.said}
    if worst == "rounding":
        said = _("“{one}” and “{other}” are the same when rounded.")
        return Verdict("rounding", said.format(**values), sides=pair)
    if _moves(a, b):
        said = _("The later report gives “{later}”, the earlier one “{earlier}”: such counts change in time.")
        early, late = sorted((a, b), key=lambda each: each.published.first if each.published else date.min)
        words = said.format(later=late.said, earlier=early.said)
        return Verdict("refines", words, sides=(early, late))
    apart = _apart(a.fact, b.fact)
    said = _("“{one}” and “{other}” cannot both be right: they are {apart} apart.")
    degree = "minor" if apart < MINOR else "major"
    return Verdict("differ", said.format(**values, apart=in_figures(f"{100 * apart:.2g} %")), degree, pair)


_ORDER = ("agree", "rounding", "differ")


def _sides(one: Sequence[Told], other: Sequence[Told]) -> tuple[str, tuple[Told, Told]]:
    """Return how two sources compare: of several values in one, that which fits best counts."""
    best, pair = "differ", (one[0], other[0])
    nearest = math.inf
    for a in one:
        for b in other:
            found = compared(a.fact, b.fact)
            apart = _apart(a.fact, b.fact)
            if (_ORDER.index(found), apart) < (_ORDER.index(best), nearest):
                best, pair, nearest = found, (a, b), apart
    return best, pair


def _apart(one: Fact, other: Fact) -> float:
    a, b = abs(float(one.amount or 0.0)), abs(float(other.amount or 0.0))
    return abs(a - b) / max(a, b) if max(a, b) else 0.0


def _moves(one: Told, other: Told) -> bool:
    """Tell whether a count of victims only went on: more are dead or hurt later, fewer are missing."""
    harm = one.words & other.words & (_CUMULATIVE | _FALLING)
    if not harm or not (one.published and other.published) or one.published.overlaps(other.published):
        return False
    early, late = sorted((one, other), key=lambda each: each.published.first if each.published else date.min)
    rises = float(late.fact.amount or 0) > float(early.fact.amount or 0)
    return bool(harm & _FALLING) or rises


def scope(group: Sequence[Told]) -> Verdict:
    """Say that figures of one measure are of different periods, and so contradict nothing."""
    periods = [days.said() for days in sorted({each.days for each in group if each.days}, key=str)]
    said = _("They are of different periods ({periods}), so they contradict nothing.")
    return Verdict("scope", said.format(periods=", ".join(periods)))


def on_days(group: Sequence[Told]) -> Verdict:
    """Compare on which days an event was: a report of it as past bounds it by the day of publication."""
    dated = [each for each in group if each.days is not None]
    undated = [each for each in group if each.days is None]
    conflict = _disjoint(dated)
    if conflict:
        a, b = conflict
        assert a.days and b.days
        gap = a.days.gap(b.days)
        said = _("One source says {one}, another {other}.").format(one=a.days.said(), other=b.days.said())
        return Verdict("differ", said, "minor" if gap <= _MINOR_DAYS else "major", conflict)
    for early in undated:
        for late in dated:
            if _told_before(early, late):
                said = _("A source of {published} tells it as already past; another dates it {day}.")
                assert early.published and late.days
                gap = (late.days.first - early.published.last).days
                degree = "minor" if gap <= _MINOR_DAYS else "major"
                words = said.format(published=early.published.said(), day=late.days.said())
                return Verdict("differ", words, degree, (early, late))
    if len({each.source.origin for each in group}) < 2:
        return Verdict("single", _("One source only."))
    return _fitting_days(dated, undated)


def _fitting_days(dated: Sequence[Told], undated: Sequence[Told]) -> Verdict:
    days = [each.days for each in dated if each.days]
    if not days:
        return Verdict("agree", _("All sources speak of it; none gives a day."))
    finest = min(days, key=lambda each: each.length)
    coarsest = max(days, key=lambda each: each.length)
    origins = len({each.source.origin for each in dated})
    if finest.length < coarsest.length:
        said = _("{finest} lies within {coarsest}: one source is more exact.")
        sides = tuple(next(each for each in dated if each.days == those) for those in (coarsest, finest))
        return Verdict("refines", said.format(finest=finest.said(), coarsest=coarsest.said()), sides=sides)
    if origins > 1:
        return Verdict(
            "agree", _("{n} independent sources give {days}.").format(n=origins, days=finest.said())
        )
    if undated:
        return Verdict("refines", _("Only one source gives a date: {days}.").format(days=finest.said()))
    return Verdict("single", _("One source only."))


def _disjoint(dated: Sequence[Told]) -> tuple[Told, Told] | None:
    """Return two claims of different sources whose days have none in common."""
    for n, one in enumerate(dated):
        for other in dated[n + 1 :]:
            apart = one.days and other.days and not one.days.overlaps(other.days)
            if apart and one.source.origin != other.source.origin:
                return one, other
    return None


def _told_before(early: Told, late: Told) -> bool:
    """Tell whether a source tells as past what another says happened only after it came out."""
    if early.published is None or late.days is None or early.source.origin == late.source.origin:
        return False
    if (late.days.first - early.published.last).days > _SOON:
        return False  # rather another event of the same kind
    if early.family == "visit":
        return False  # it lasts, and may be told of while it goes on
    past = early.data.get("status") in ("held", "signed", "running", "finished")
    return past and early.source.published.certain and late.days.first > early.published.last


def on_visit(group: Sequence[Told], seen: Sequence[tuple[date, Told]]) -> Verdict:
    """Compare rank and length of a visit; ``seen`` are the days on which the guest was seen there."""
    titled = [each for each in group if each.data.get("rank") or each.data.get("days")]
    ranks = sorted({str(each.data["rank"]) for each in titled if each.data.get("rank")})
    lengths = sorted({int(each.data["days"]) for each in titled if each.data.get("days")})
    reasons = []
    if len(ranks) > 1:
        reasons.append(_("It is called {ranks}.").format(ranks=_(" and ").join(ranks)))
    days = sorted({day for day, _told in seen})
    span = (days[-1] - days[0]).days + 1 if days else 0
    if len(lengths) > 1:
        reasons.append(
            _("It is said to last {lengths} days.").format(lengths=_(" and ").join(map(str, lengths)))
        )
    elif lengths and span > lengths[0]:
        said = _("It is said to last {length} days, but is spoken of from {first} to {last}.")
        reasons.append(said.format(length=lengths[0], first=say_day(days[0]), last=say_day(days[-1])))
    if reasons:
        return Verdict("differ", " ".join(reasons), "minor", tuple(_of_each(titled)))
    origins = {each.source.origin for each in titled}
    if len(origins) < 2:
        return Verdict("single", _("One source only says what kind of visit it was."))
    return Verdict(
        "agree", _("{n} independent sources call it {rank}.").format(n=len(origins), rank=", ".join(ranks))
    )


def _of_each(titled: Sequence[Told]) -> Iterator[Told]:
    """Yield the first claim for each rank and each length of a visit."""
    seen: set[str] = set()
    for each in titled:
        told = {str(each.data[key]) for key in ("rank", "days") if each.data.get(key)}
        if not told <= seen:
            yield each
        seen |= told


_STATES = {
    "proposed": 0, "planned": 1, "agreed": 3, "signed": 3, "held": 3, "running": 3, "finished": 4,
    "dropped": 5, "cancelled": 5,
}  # fmt: skip


def on_states(group: Sequence[Told]) -> Verdict:
    """Compare the state and days of a plan or an agreement: told later and further on, it has moved on."""
    if len({each.source.origin for each in group}) < 2:
        return Verdict("single", _("One source only."))
    conflict = _disjoint([each for each in group if each.days])
    states = [_STATES.get(str(each.data.get("status")), 3) for each in group]
    moved = _moved_on(group)
    if conflict and not moved:
        a, b = conflict
        assert a.days and b.days
        said = _("One source says {one}, another {other}.").format(one=a.days.said(), other=b.days.said())
        return Verdict("differ", said, "major", conflict)
    other_places = _other_places(group)
    if other_places:
        said, ends = other_places
        return Verdict("differ", said, "minor", ends)
    if moved:
        early, late = moved
        said = _("The later source goes further: “{early}”, then “{late}”.")
        words = said.format(early=_short(early.fact.text), late=_short(late.fact.text))
        return Verdict("refines", words, sides=moved)
    if max(states) == 5 and min(states) < 5:
        said = _("One source says that it is given up, another does not.")
        sides = tuple(group[states.index(state)] for state in (max(states), min(states)))
        return Verdict("differ", said, "major", sides)
    days = on_days(group)
    if days.name != "single":
        return days
    return Verdict("agree", _("Both speak of it in the same way."))


def _moved_on(group: Sequence[Told]) -> tuple[Told, Told] | None:
    """Return an earlier and a later claim if the later one is further on, or gives a day first."""
    order = [each for each in group if each.published]
    order.sort(key=lambda each: (each.published.first if each.published else date.min, each.document))
    for n, early in enumerate(order):
        for late in order[n + 1 :]:
            assert early.published and late.published
            if early.document == late.document or early.published.overlaps(late.published):
                continue
            ranks = [_STATES.get(str(each.data.get("status")), 3) for each in (early, late)]
            if ranks[0] < ranks[1] <= 4 or (ranks[0] == ranks[1] < 3 and late.days and not early.days):
                return early, late
    return None


def _other_places(group: Sequence[Told]) -> tuple[str, tuple[Told, Told]] | None:
    """Return in words that two sources name different ends of a link, and these; None if none do."""
    links = [each for each in group if each.words & _LINKS]
    countries = {f"place:{key}" for each in group for key in each.data.get("pair") or ()}
    named = [(each, {id for id in each.parties if id.startswith("place:")} - countries) for each in links]
    named = [(each, places) for each, places in named if len(places) > 1]
    for n, (one, places) in enumerate(named):
        for other, more in named[n + 1 :]:
            if one.source.origin != other.source.origin and places != more:
                ends = [
                    "–".join(sorted(each.names[id] for id in those))
                    for each, those in ((one, places), (other, more))
                ]
                when = [_dated(each) for each in (one, other)]
                said = _(
                    "One speaks of {one} ({when}), the other of {other} ({then}); they may be two links."
                )
                words = said.format(one=ends[0], when=when[0], other=ends[1], then=when[1])
                return words, (one, other)
    return None


def _dated(told: Told) -> str:
    if told.days:
        return told.days.said()
    return (
        _("already there, told in {date}").format(date=told.published.said())
        if told.published
        else _("no date")
    )


def _short(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= 90 else said[:90].rsplit(" ", 1)[0] + "…"


def seen_days(group: Sequence[Told], others: Sequence[Told]) -> list[tuple[date, Told]]:
    """Return the days on which the guests of a visit were seen: dated events with them, and reports of it.

    A report that tells of the visit while it goes on counts with its day of publication, if that is certain.
    """
    guests = {id for each in group for id in each.data["guests"] if id.startswith("person:")}
    around = _stretch(group)
    seen = []
    for each in others:
        if each.family in ("event", "visit") and guests & each.around and each.days and each.days.length == 1:
            seen.append((each.days.first, each))
    for each in group:
        certain = each.published and each.published.length == 1 and each.source.published.certain
        if each.data.get("ongoing") and certain and each.published:
            seen.append((each.published.first, each))
    return [(day, told) for day, told in seen if around is None or around.first <= day <= around.last]


def _stretch(group: Sequence[Told]) -> Days | None:
    """Return the days in which a visit must lie: its own, or two weeks before its reports came out."""
    dated = [each.days for each in group if each.days]
    if dated:
        return Days(min(d.first for d in dated), max(d.last for d in dated))
    out = [each.published for each in group if each.published and each.published.length <= 31]
    if not out:
        return None
    return Days(min(d.first for d in out) - timedelta(days=7), max(d.last for d in out) + timedelta(days=7))
