"""What stands on the timeline, in words: for tooltips, the line below it, and screen readers."""

from __future__ import annotations

from datetime import date

from briefreader.domain.survey import LANES, Moment
from briefreader.i18n import _, plural
from briefreader.ui.models.dates import say_range
from briefreader.ui.models.moments import LOOKS, Moments, say_sort, say_when
from briefreader.ui.views.timeline_axis import END, FIRST

_LONGEST = 300


def say_counts(lane: str, count: int) -> str:
    """Return so many moments of a lane in words."""
    if lane == "published":
        return plural("{n} source", "{n} sources", count)
    if lane == "event":
        return plural("{n} event", "{n} events", count)
    return plural("{n} as-of date", "{n} as-of dates", count)


def say_days(low: float, high: float) -> str:
    """Return the days from one to another, both included."""
    first, last = (date.fromordinal(min(max(int(day), FIRST), END)) for day in (low, high))
    return say_range(first, last)


def say_heap(moments: Moments, lane: str, low: int, high: int) -> str:
    """Return what lies from ``low`` up to, but without, ``high``."""
    days = {look: moments.times(lane, look).days_between(low, high) for look in LOOKS}
    vague = sum(moments.times(lane, look).stretches_over(low, high) for look in LOOKS)
    words = [say_days(low, high - 1), say_counts(lane, sum(days.values()))]
    for look, said in (
        ("planned", plural("{n} of them planned", "{n} of them planned", days["planned"])),
        ("cancelled", plural("{n} of them cancelled", "{n} of them cancelled", days["cancelled"])),
        ("inferred", plural("{n} of them inferred", "{n} of them inferred", days["inferred"])),
    ):
        if days[look]:
            words.append(said)
    if vague:
        words.append(
            plural("perhaps {n} more, known less exactly", "perhaps {n} more, known less exactly", vague)
        )
    return "\n".join(words)


def say_sign(moment: Moment) -> str:
    """Return what a sign stands for."""
    passage = " ".join(moment.text.split())
    if len(passage) > _LONGEST:
        passage = passage[:_LONGEST].rstrip() + "…"
    words = [f"{say_when(moment)} · {say_sort(moment)}", " ".join(moment.label.split())]
    if moment.lane != "published" and passage not in words:
        words.append(passage)
    return "\n".join(part for part in words if part)


def say_view(moments: Moments, low: float, high: float, lane: str) -> str:
    """Return what is in view, for a screen reader."""
    counts = [say_counts(each, moments.count(each, int(low), int(high) + 1)) for each in LANES]
    said = _("{days}: {counts}.").format(days=say_days(low, high), counts=", ".join(counts))
    keys = _(
        "Arrows move, plus and minus zoom, 0 shows all, Shift with arrows chooses a stretch, "
        "up and down change the lane, Enter goes to the list."
    )
    return f"{said} {keys}" if lane else said
