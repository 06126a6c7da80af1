"""A briefing with every kind of item, for tests of the exporters that write it as text."""

from __future__ import annotations

from dataclasses import replace

from briefreader.domain.briefing import Briefing, Cell, Item, Section, Side
from briefreader.domain.outline import CITED
from exporters.printed import HOSTILE, VIETNAMESE, briefing, citation, source

ARABIC = "قال الوزير إن الاتفاق «مهم» اليوم"


def full(**values: object) -> Briefing:
    """Return a briefing of all kinds of item, with a label and a table of contents."""
    usual = briefing()
    whole = replace(
        usual,
        to="Head of section", label="TLP:AMBER+STRICT", as_of="2025-12-18", date="2025-12-19", contents=True,
        id="0c7a", sections=(*_written(), *usual.sections, *_compared()),
        sources=(*usual.sources, replace(source(4, "ar"), grade="B2", descriptor="State news agency",
                                         url="https://example.org/a?b=1&c=2")),
    )  # fmt: skip
    return replace(whole, **values)  # type: ignore[arg-type]


def _written() -> tuple[Section, ...]:
    cited = citation(1, exact="Turnover passed $245 million.")
    return (
        Section("lead", "Bottom line", (
            Item("text", f"Trade keeps growing{CITED}, and a roadmap follows{CITED}.", id="lead-1",
                 citations=(cited, citation(2, exact=VIETNAMESE))),
            Item("text", "We expect a visit in spring.", assessment=True, id="lead-2", note="Ask the desk."),
        ), id="lead"),
        Section("judgements", "Key judgements", (
            Item("judgement", f"Co-operation will likely deepen{CITED}.", citations=(cited,),
                 confidence="moderate", basis="Two independent sources agree.", id="judged", proposed=True),
        )),
    )  # fmt: skip


def _compared() -> tuple[Section, ...]:
    first, second = citation(1, paragraph=2), citation(4, outlet="BelTA", paragraph=0)
    cells = (
        Cell("Trade turnover", first, "over $245 million", 245e6, unit="USD", period="2024", speaker="A. V."),
        Cell("Trade turnover", second, "$180 million", 180e6, unit="USD", period="2023", differs=True),
        Cell("Balance", first, "−$20 million", -20e6, unit="USD", period="2022"),
    )
    moments = (
        Cell("Talks were held", first, first="2025-12-01", last="2025-12-01"),
        Cell("The roadmap is to be signed", second, first="2026-01-01", last="2026-01-31", precision="month",
             status="planned", inferred=True),
    )  # fmt: skip
    sides = (
        Side("Turnover passed $245 million last year.", "over $245 million", first, (16, 28), "VNA"),
        Side(ARABIC, "مهم", second, (0, 0), speaker="The minister"),
    )
    return (
        Section("differences", "Where sources differ", (
            Item("claim", "", label="Trade turnover in 2024", verdict="rounding", reason="0.4 % apart.",
                 sides=sides, id="claim-1", independent=2, change="contradicted"),
        )),
        Section("timeline", "Timeline", (Item("timeline", "", label="The visit", cells=moments, id="when"),)),
        Section("figures", "Figures", (
            Item("figures", "", label="Trade", cells=cells, id="trade"),
            Item("chart", "", label="Trade turnover by year", cells=cells, id="chart"),
        )),
        Section("people", "People", (
            Item("person", "", first, "Alexander Volfovich", "State Secretary",
                 variants=("Aleksandr Grigorievich Volfovich",), id="who"),
        )),
        Section("passages", "In Arabic", (Item("passage", ARABIC, citation(4), id="arabic"),)),
    )  # fmt: skip


def all_hostile() -> Briefing:
    """Return a briefing of all kinds of item whose every text could break a format."""
    bad = "\n".join(HOSTILE) + "\n=1+cmd|' /C calc'!A0 {\\rtf1 \\b x} ]]> --> &amp; | [^1]: <!-- */ </style>"
    cited = citation(9, outlet=bad, title=bad, exact=bad, date=bad, link=bad)
    cells = (Cell(bad, cited, bad, 1.0, unit=bad, period=bad, first=bad, last=bad, speaker=bad, status=bad),)
    kinds = ("passage", "quote", "fact", "note", "text", "judgement", "claim", "timeline", "figures", "chart",
             "person", bad)  # fmt: skip
    items = tuple(
        Item(
            kind, bad, cited, bad, bad, bad, bad, bad, tags=(bad,), form=form, value=bad, period=bad,
            speaker=bad, id=bad, citations=(cited,), assessment=True, proposed=True, confidence=bad,
            basis=bad, independent=2, differs=True, verdict=bad, reason=bad, cells=cells, variants=(bad,),
            sides=(Side(bad, bad, cited, (3, 9), bad, bad),), change=bad,
        )
        for kind in kinds
        for form in ("figure", "event", bad)
    )  # fmt: skip
    entry = replace(source(1), outlet=bad, title=bad, date=bad, how=bad, author=bad, origin=bad, sha256=bad,
                    link=bad, language=bad, grade=bad, descriptor=bad, url=bad)  # fmt: skip
    return Briefing(
        bad, bad, bad, (bad, bad), (Section(bad, bad, items, bad),), (entry, replace(entry, number=9)), 3,
        bad, bad, bad, {bad: bad}, {}, bad, bad, bad, bad, bad, bad, bad, True, bad,
    )  # fmt: skip
