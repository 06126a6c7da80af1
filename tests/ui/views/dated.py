"""A survey made by hand: the five articles' matters, with dates of every precision and a row of figures."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from briefreader.domain.document import Published
from briefreader.domain.ledger import Claim, ClaimEntry, Ledger
from briefreader.domain.survey import FigureRow, Moment, SourceCard, Survey
from briefreader.domain.text import Span

CARDS = (
    SourceCard("a", "Ministers sign agreement", "Belta", Published("2025-12-06", "header"), "a"),
    SourceCard("b", "Trade grows by a tenth", "Vietnam News", Published("2025-12-04", "header"), "b"),
    SourceCard("c", "Security talks in the capital", "Vietnam News", Published("2025-12-01", "header"), "c"),
    SourceCard("d", "A year of visits", "", Published("2025", "inferred"), "d"),
    SourceCard("e", "Partnership without a date", "Belta", Published(), "e"),
)


def moment(document: str, lane: str, first: str, last: str = "", **values: Any) -> Moment:
    """Return a moment; its passage stands at a place of its own."""
    label = values.pop("label", "")
    text = values.pop("text", f"They spoke of {label}.")
    start = values.pop("start", 40)
    key = f"{document}:{lane}:{start}" if lane != "published" else ""
    return Moment(
        document, Span(start, start + 20), text, label, lane, first, last or first, key=key, **values
    )


def published(card: SourceCard) -> Moment | None:
    """Return the moment of a source's publication."""
    first, last = card.published.first, card.published.last
    if first is None or last is None:
        return None
    return Moment(
        card.id, Span(0, 10), "", card.title, "published", first.isoformat(), last.isoformat(),
        card.published.precision, inferred=not card.published.certain,
    )  # fmt: skip


MOMENTS = (
    *(each for each in map(published, CARDS) if each is not None),
    moment("c", "event", "2025-12-01", label="Talks of the two security councils", status="held",
           text="Talks of the two security councils began in Hà Nội on Monday.", start=60),
    moment("c", "event", "2025-12-03", label="Protocol on a joint working group signed", status="held",
           text="They signed a protocol to establish a joint working group.", start=120),
    moment("a", "event", "2025-05-01", "2025-05-31", label="Strategic Partnership", precision="month",
           status="held", text="relations were elevated to a Strategic Partnership in May 2025", start=200),
    moment("a", "event", "2026-03-01", "2026-03-31", label="Official visit of President To Lam",
           precision="month", status="planned", start=300,
           text="President Tô Lâm is to pay an official visit in March 2026"),
    moment("d", "event", "2026-01-15", label="Joint committee meets in Minsk", status="planned",
           text="The joint committee is to meet in Minsk on 15 January 2026.", start=90),
    moment("d", "event", "2025-09-12", label="Exhibition <b>Made in Belarus</b>", status="cancelled",
           text="The exhibition <b>Made in Belarus</b>, set for 12 September, was called off.", start=160),
    moment("d", "event", "2025-01-01", "2025-12-31", label="Thirty visits at all levels", precision="year",
           inferred=True, text="this year saw thirty visits at all levels", start=240),
    moment("b", "event", "2025-11-10", "2025-11-14", label="Trade fair in Hanoi", precision="range",
           status="held", text="the trade fair of 10–14 November", start=260),
    moment("b", "as of", "2024-01-01", "2024-12-31", label="Trade: $244 million", precision="year",
           text="Bilateral trade reached $244 million in 2024.", start=30),
    moment("a", "as of", "2024-01-01", "2024-12-31", label="Trade: over $245 million", precision="year",
           text="trade in 2024 came to over $245 million", start=350),
    moment("b", "as of", "2025-07-01", "2025-09-30", label="Exports up 12 percent", precision="quarter",
           text="Exports rose by 12 percent in the third quarter.", start=80),
    moment("b", "as of", "2025-10-31", label="Trade of ten months: $230 million",
           text="As of 31 October, trade stood at $230 million.", start=130),
)  # fmt: skip


def figure(document: str, value: str, amount: float | None, **values: Any) -> FigureRow:
    """Return a figure of bilateral trade unless another measure is given."""
    start = values.pop("start", 30)
    known: dict[str, Any] = {"kind": "money", "measure": "bilateral trade", "topic": "trade", "unit": "USD"}
    known |= values
    sentence = known.pop("sentence", f"The {known['measure']} came to {value}.")
    key = f"{document}:figure:{start}-{start + len(value)}"
    return FigureRow(
        document, Span(start, start + len(value)), value, sentence, amount=amount, key=key, **known
    )


def year(number: int) -> dict[str, str]:
    """Return a year as a period."""
    return {"period": str(number), "first": f"{number}-01-01", "last": f"{number}-12-31"}


FIGURES = (
    figure("b", "$244 million", 244e6, claim="trade-2024", speaker="Nguyễn Hồng Diên", **year(2024)),
    figure("a", "over $245 million", 245e6, comparator=">", claim="trade-2024", start=350, **year(2024)),
    figure("b", "$195 million", 195e6, start=400, **year(2023)),
    figure("d", "about $160 million", 160e6, comparator="~", start=20, **year(2022)),
    figure("b", "$180–190 million", 180e6, to=190e6, start=450, **year(2021)),
    figure("b", "under $300 million", 300e6, comparator="<", start=500, speaker="Ministry of Trade",
           **year(2025)),
    figure("b", "12 percent", 12, kind="percent", unit="%", measure="growth of exports", topic="exports",
           period="third quarter", first="2025-07-01", last="2025-09-30", start=80),
    figure("d", "9.4%", 9.4, kind="percent", unit="%", measure="growth of exports", topic="exports",
           start=120, **year(2024)),
    figure("d", "30", 30, kind="count", unit="", measure="visits at all levels", topic="visits", start=240,
           **year(2025)),
    figure("c", "1,200 tonnes", 1200, kind="quantity", unit="t", measure="tea", topic="tea", start=90),
)  # fmt: skip


def claim() -> Claim:
    """Return the difference over the trade of 2024."""
    entries = tuple(
        ClaimEntry(
            row.document, row.span, row.span, row.value, row.value, row.document, Published("2025-12-04")
        )
        for row in FIGURES[:2]
    )
    reason = "244 million is not over 245 million"
    return Claim("trade-2024", "bilateral trade in 2024", "figure", "differ", reason, entries, "2024")


SURVEY = Survey(
    ledger=Ledger([claim()]), moments=MOMENTS, figures=FIGURES, sources={card.id: card for card in CARDS}
)


def many(number: int, seed: int = 1) -> Survey:
    """Return a survey of so many moments and so many figures, of a document for every hundred of them."""
    rng = random.Random(seed)
    documents = max(1, number // 100)
    cards = {}
    for n in range(documents):
        day = date(2015, 1, 1) + timedelta(days=rng.randrange(4000))
        cards[f"d{n}"] = SourceCard(
            f"d{n}", f"Article {n} on trade", f"Outlet {n % 7}", Published(day.isoformat(), "header"), f"d{n}"
        )
    moments = [found for found in map(published, cards.values()) if found is not None]
    moments += [_some_moment(rng, n, documents) for n in range(number - len(moments))]
    figures = tuple(_some_figure(rng, n, documents) for n in range(number))
    return Survey(ledger=Ledger([claim()]), moments=tuple(moments), figures=figures, sources=cards)


def _some_moment(rng: random.Random, n: int, documents: int) -> Moment:
    day = date(2010, 1, 1) + timedelta(days=int(rng.gauss(4500, 1200)))
    first = last = day.isoformat()
    precision = rng.choices(("day", "month", "year"), (80, 15, 5))[0]
    if precision != "day":
        value = Published(day.isoformat()[: 7 if precision == "month" else 4])
        first, last = str(value.first), str(value.last)
    lane = rng.choice(("event", "event", "as of"))
    status = rng.choices(("held", "planned", "cancelled"), (85, 12, 3))[0] if lane == "event" else ""
    return Moment(
        f"d{n % documents}", Span(n, n + 9), f"Meeting number {n} was held.", f"Meeting {n}", lane,
        first, last, precision, status, rng.random() < 0.1, f"k{n}",
    )  # fmt: skip


def _some_figure(rng: random.Random, n: int, documents: int) -> FigureRow:
    topic, when = rng.randrange(6000), rng.randrange(2005, 2026)
    kind, unit = rng.choice((("money", "USD"), ("percent", "%"), ("quantity", "t"), ("count", "")))
    amount = round(rng.lognormvariate(10, 3), 1)
    return FigureRow(
        f"d{n % documents}", Span(n, n + 9), f"{amount:,} {unit}", f"It came to {amount:,} {unit}.", kind,
        f"measure {topic}", f"topic {topic}", amount, unit, rng.choice(("", "", ">", "~")),
        speaker=f"Speaker {n % 40}", key=f"f{n}", claim="trade-2024" if n % 50 == 0 else "", **year(when),
    )  # fmt: skip
