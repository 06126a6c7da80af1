"""An article with facts of each kind, and a survey in which other sources speak of the same matters."""

from __future__ import annotations

from typing import Any

from briefreader.domain.document import Published
from briefreader.domain.fact import Fact
from briefreader.domain.ledger import Claim, ClaimEntry, Ledger
from briefreader.domain.register import Entity, Office, Place, Register, Variant
from briefreader.domain.survey import FigureRow, Moment, Survey
from briefreader.domain.text import Span
from ui.articles import article

TEXT = """Vietnamese Minister of Public Security General Lương Tam Quang held talks with State Secretary \
of the Security Council of Belarus Alexander Volfovich in Hà Nội on Wednesday.
“We see Vietnam as a promising partner in Southeast Asia,” Volfovich noted. He added that bilateral trade \
reached $244 million in 2024.
General Secretary To Lam will pay an official visit to Minsk in May 2025. The two sides signed a protocol \
to establish a joint working group. The phrase “bamboo diplomacy” was not used."""

DOCUMENT = article("v", "Minister of Public Security held talks", "2025-12-03", "VNA", TEXT)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def head(words: str, letters: int) -> Span:
    """Return the place of the first letters of these words."""
    return Span(span(words).start, span(words).start + letters)


def fact(kind: str, words: str, **values: Any) -> Fact:
    return Fact("v", kind, span(words), words, **values)


def speaker(place: Span, name: str, entity: str | None) -> dict[str, Any]:
    return {"start": place.start, "end": place.end, "name": name, "entity": entity}


TALKS = fact(
    "event",
    "held talks with State Secretary of the Security Council of Belarus",
    when="2025-12-03",
    about="talks",
    data={"what": "talks", "where": "Hà Nội", "who": ["Lương Tam Quang", "Volfovich"], "status": "held"},
)
VISIT = fact(
    "event",
    "will pay an official visit to Minsk",
    when="2025-05",
    about="official visit",
    data={"what": "official visit", "where": "Minsk", "who": ["To Lam"], "status": "planned"},
    score=2.0,
)
PROTOCOL = fact(
    "agreement",
    "signed a protocol to establish a joint working group",
    when="2025-12-03",
    about="protocol on a joint working group",
    data={"signed": "2025-12-03", "parties": ["Vietnam", "Belarus"], "status": "signed"},
)
TRADE = fact(
    "figure",
    "$244 million",
    amount=244e6,
    unit="USD",
    about="bilateral trade",
    when="2024",
    score=3.0,
    data={
        "kind": "money",
        "comparator": "=",
        "period": "in 2024",
        "key": True,
        "why": "An amount of money with the verb “reached”",
    },
)
PARTNER = fact(
    "quote",
    "We see Vietnam as a promising partner in Southeast Asia,",
    about="Alexander Volfovich",
    data={
        "kind": "direct",
        "speaker": speaker(head("Volfovich noted", 9), "Volfovich", "p:volfovich"),
        "cue": {"start": span("noted.").start, "end": span("noted.").end - 1},
        "role": "State Secretary of the Security Council of Belarus",
        "confidence": 0.95,
        "why": "Quotation marks with a verb of saying behind them",
    },
)
GREW = fact(
    "quote",
    "bilateral trade reached $244 million in 2024",
    about="Alexander Volfovich",
    data={
        "kind": "indirect",
        "speaker": speaker(head("He added", 2), "He", "p:volfovich"),
        "confidence": 0.62,
        "why": "A verb of saying and “that”",
    },
)
DATE = fact(
    "date",
    "Wednesday",
    when="2025-12-03",
    data={
        "type": "DATE",
        "value": "2025-12-03",
        "from": "2025-12-03",
        "to": "2025-12-03",
        "why": "The Wednesday on or before 3 December 2025, when this came out",
    },
)
MAY = fact(
    "date",
    "May 2025",
    when="2025-05",
    data={
        "type": "DATE",
        "value": "2025-05",
        "from": "2025-05-01",
        "to": "2025-05-31",
        "why": "Month and year are told",
    },
)
LAM = fact(
    "person",
    "To Lam",
    about="To Lam",
    data={"entity": "p:lam", "role": "General Secretary", "rule": "family and given name"},
)
VOLFOVICH = fact(
    "person",
    "Alexander Volfovich",
    about="Alexander Volfovich",
    data={"entity": "p:volfovich", "role": "State Secretary", "rule": "full name"},
)
BAMBOO = fact("unattributed", "bamboo diplomacy", data={"why": "a term"})
SENTENCE = fact(
    "key",
    "The two sides signed a protocol to establish a joint working group.",
    score=1.0,
    data={"kind": "sentence", "why": "It holds an agreement and names both sides"},
)
FACTS = (TALKS, VISIT, PROTOCOL, TRADE, PARTNER, GREW, DATE, MAY, LAM, VOLFOVICH, BAMBOO, SENTENCE)


def said(document: str, words: str, value: str, origin: str, published: str) -> ClaimEntry:
    place = span(words) if document == "v" else Span(10, 10 + len(words))
    start = place.start + words.index(value)
    mark = Span(start, start + len(value))
    return ClaimEntry(document, place, mark, words, value, origin, Published(published, "header"))


TRADE_CLAIM = Claim(
    "c:trade",
    "Trade of Belarus and Vietnam in 2024",
    "figure",
    "differ",
    "“$244 million” and “over $245 million” cannot both hold for the year 2024.",
    (
        said("b", "trade exceeded $245 million", "$245 million", "b", "2025-12-02"),
        said("v", "bilateral trade reached $244 million in 2024", "$244 million", "v", "2025-12-03"),
        said("c", "trade at $245 million", "$245 million", "b", "2025-12-04"),
    ),
    "2024",
    "minor",
)
VISIT_CLAIM = Claim(
    "c:visit",
    "To Lam’s visit to Minsk",
    "title",
    "agree",
    "All call it an official visit.",
    (
        said("v", "will pay an official visit to Minsk", "official visit", "v", "2025-12-03"),
        said("b", "the official visit", "official visit", "b", "2025-12-05"),
    ),
    "2025-05",
)
LATE = Place("b", Span(4, 10))
REGISTER = Register(
    [
        Entity(
            "p:volfovich",
            "person",
            "Alexander Volfovich",
            (
                Variant("Alexander Volfovich", Place("v", VOLFOVICH.span), 3),
                Variant(
                    "Volfovich", Place("v", span("Volfovich noted")), 5, "family name", "Alexander Volfovich"
                ),
                Variant("He", Place("v", span("He added")), 1, "he: the man named last"),
            ),
            (
                Office(
                    "State Secretary of the Security Council",
                    Place("v", VOLFOVICH.span),
                    ("v",),
                    "2025-12",
                    "",
                ),
            ),
            (
                Place("v", VOLFOVICH.span),
                Place("v", head("Volfovich noted", 9)),
                Place("v", head("He added", 2)),
            ),
        ),
        Entity(
            "p:lam",
            "person",
            "Tô Lâm",
            (
                Variant("Tô Lâm", LATE, 4),
                Variant("To Lam", Place("v", LAM.span), 1, "the same letters without accents", "Tô Lâm"),
            ),
            (Office("General Secretary", Place("v", LAM.span), ("v", "b"), "2024-08", "2025-12"),),
            (LATE, Place("v", LAM.span)),
        ),
    ]
)
SURVEY = Survey(
    REGISTER,
    Ledger((TRADE_CLAIM, VISIT_CLAIM)),
    (
        Moment(
            "v",
            MAY.span,
            "May 2025",
            "official visit",
            "event",
            "2025-05-01",
            "2025-05-31",
            "month",
            "planned",
            True,
            MAY.key,
        ),
    ),
    (
        FigureRow(
            "v",
            TRADE.span,
            "$244 million",
            "",
            "money",
            "bilateral trade",
            "t",
            244e6,
            "USD",
            period="2024",
            speaker="Alexander Volfovich",
            claim="c:trade",
            key=TRADE.key,
        ),
    ),
)
