"""A survey of matters that real articles speak of, made by hand: claims, names, sources."""

from __future__ import annotations

from dataclasses import replace

from briefreader.domain.document import Document, Published, lines
from briefreader.domain.ledger import Claim, ClaimEntry, Ledger
from briefreader.domain.register import Entity, Office, Place, Register, Variant
from briefreader.domain.survey import SourceCard, Survey
from briefreader.domain.text import Span

_TEXTS = {
    "alliance": (
        "Belarus and Vietnam elevate their relationship", "", "2025", "inferred",
        "Today, Minsk and Hanoi are connected by a direct flight. This visit by the General Secretary of the "
        "Communist Party of Vietnam, To Lâm, marks a significant milestone in their relationship.\n"
        "Last year, the trade between the two countries totaled $244 million—an indicator not the highest "
        "possible, but significant.\n"
        "“I am pleased to welcome you to Belarus. We consider you a friend,” said Alexander Lukashenko.\n"
        "“I am confident we will continue to strengthen our relationship,” To Lâm responded.",
    ),
    "security": (
        "Security cooperation drives Belarusian-Vietnamese relations", "Belta", "2025-12-01", "header",
        "Security cooperation drives relations, said State Secretary of the Belarusian Security Council "
        "Alexander Volfovich. The working visit of the Belarusian delegation, led by Alexander Volfovich, "
        "to the Socialist Republic of Vietnam continues.\n"
        "He recalled the recent visit of Comrade To Lam, General Secretary of the Party, to Minsk.\n"
        "“Trade turnover between our countries by the end of 2024 amounted to over $245 million, and this is "
        "not the limit. I believe that 2025 will exceed this target.”",
    ),
    "protocol": (
        "Minister holds talks with State Secretary", "VNA", "2025-12-03", "header",
        "HÀ NỘI — Minister of Public Security General Lương Tam Quang held talks with State Secretary of the "
        "Security Council of Belarus Volfovich Aleksandr Grigorievich on Wednesday in Hà Nội, where they "
        "also signed a protocol to establish a joint working group.\n"
        "Ties have grown strongly since the two countries elevated relations to a Strategic Partnership in "
        "May 2025.",
    ),
    "party": (
        "Party leader receives Belarusian State Secretary", "VNA", "2025-12-04", "header",
        "Việt Nam attaches great importance to its friendship with Belarus, Party General Secretary To Lam "
        "told visiting State Secretary Aleksandr Grigorievich Volfovich on December 3.\n"
        "Relations were elevated to a Strategic Partnership in May 2025.",
    ),
    "driver": (
        "Today, cooperation is constructive", "Belta", "2025-12-06", "header",
        "The two-day official visit of State Secretary of the Security Council of Belarus Alexander "
        "Volfovich to Vietnam confirmed that security is the driving force behind relations today.\n"
        "Documents on strategic cooperation were signed during To Lam's official visit to Belarus "
        "in May 2025.",
    ),
}  # fmt: skip

TEXTS = {id: text for id, (_title, _outlet, _date, _how, text) in _TEXTS.items()}
_ORIGIN = {"party": "protocol"}  # the agency's second report of one event


def _published(id: str) -> Published:
    _title, _outlet, date, how, _text = _TEXTS[id]
    return Published(date, how, "The text names no day." if how == "inferred" else "")


DOCUMENTS = tuple(
    Document(
        id, text, lines(text), title=title, title_how="headline", outlet=outlet,
        published=_published(id), sha256=id, reader="text/1",
    )
    for id, (title, outlet, _date, _how, text) in _TEXTS.items()
)  # fmt: skip

SOURCES = {
    id: SourceCard(id, title, outlet, _published(id), _ORIGIN.get(id, id))
    for id, (title, outlet, _date, _how, _text) in _TEXTS.items()
}


def place(document: str, words: str, nth: int = 0) -> Place:
    """Return where a document says something."""
    start = -1
    for _step in range(nth + 1):
        start = TEXTS[document].index(words, start + 1)
    return Place(document, Span(start, start + len(words)))


def said(document: str, value: str, passage: str, speaker: str = "") -> ClaimEntry:
    """Return what a document says of a matter: ``passage`` holds the ``value``."""
    span = place(document, passage).span
    start = span.start + passage.index(value)
    return ClaimEntry(
        document, span, Span(start, start + len(value)), passage, value,
        _ORIGIN.get(document, document), _published(document), speaker,
    )  # fmt: skip


TRADE = Claim(
    "trade", "Trade between Belarus and Vietnam", "figure", "differ",
    "$244 million and over $245 million cannot both hold for 2024: the second leaves no room for the first. "
    "The gap is less than one per cent.",
    (
        said("alliance", "$244 million",
             "Last year, the trade between the two countries totaled $244 million—an indicator not the "
             "highest possible, but significant."),
        said("security", "over $245 million",
             "“Trade turnover between our countries by the end of 2024 amounted to over $245 million, and "
             "this is not the limit.", "Alexander Volfovich"),
    ),
    period="2024", degree="minor", parties=("Belarus", "Vietnam"), named=(0, 1),
)  # fmt: skip
VISIT = Claim(
    "visit", "Rank of the visit of Alexander Volfovich", "title", "differ",
    "One source calls the visit official, the other a working visit: these are two ranks of visits.",
    (
        said("security", "working visit",
             "The working visit of the Belarusian delegation, led by Alexander Volfovich, "
             "to the Socialist Republic of Vietnam continues."),
        said("driver", "official visit",
             "The two-day official visit of State Secretary of the Security Council of Belarus Alexander "
             "Volfovich to Vietnam confirmed that security is the driving force behind relations today."),
    ),
    period="2025-12", degree="major", named=(0, 1),
)  # fmt: skip
PARTNERSHIP = Claim(
    "partnership", "Strategic Partnership declared", "date", "agree",
    "All three give the same month.",
    (
        said("protocol", "May 2025",
             "Ties have grown strongly since the two countries elevated relations to a Strategic Partnership "
             "in May 2025."),
        said("party", "May 2025", "Relations were elevated to a Strategic Partnership in May 2025."),
        said("driver", "May 2025",
             "Documents on strategic cooperation were signed during To Lam's official visit to Belarus "
             "in May 2025."),
    ),
    period="2025-05",
)  # fmt: skip
TALKS = Claim(
    "talks", "Day of the talks in Hà Nội", "date", "refines",
    "December 3 was a Wednesday: the second source makes the first more exact.",
    (
        said("protocol", "Wednesday",
             "Minister of Public Security General Lương Tam Quang held talks with State Secretary of the "
             "Security Council of Belarus Volfovich Aleksandr Grigorievich on Wednesday in Hà Nội"),
        said("party", "December 3",
             "Party General Secretary To Lam told visiting State Secretary Aleksandr Grigorievich Volfovich "
             "on December 3."),
    ),
    period="2025-12-03", named=(0, 1),
)  # fmt: skip
TURNOVER = Claim(
    "turnover", "Trade between Belarus and Vietnam in other years", "figure", "scope",
    "The figures are of 2024 and of 2025, so they do not contradict each other.",
    (
        said("alliance", "$244 million", "the trade between the two countries totaled $244 million"),
        said("security", "2025 will exceed", "I believe that 2025 will exceed this target.",
             "Alexander Volfovich"),
    ),
    period="2024/2025",
)  # fmt: skip
PROTOCOL = Claim(
    "protocol", "Protocol on a joint working group", "agreement", "single", "Only one source speaks of it.",
    (said("protocol", "a protocol", "signed a protocol to establish a joint working group"),),
)  # fmt: skip
ROUNDED = replace(PARTNERSHIP, id="rounded", topic="Length of the coast", verdict="rounding", period="")
DISMISSED = replace(
    VISIT, id="dismissed", topic="Rank of the visit of To Lam", decision="dismissed", decision_id="d1",
    note="These are two visits.", degree="minor",
)  # fmt: skip
LINKED = replace(
    TALKS, id="linked", topic="Talks of the ministers", verdict="linked", decision="linked",
    reason="Brought together by hand.", decision_id="d2", note="", named=(),
)  # fmt: skip
CLAIMS = (VISIT, TRADE, DISMISSED, PARTNERSHIP, ROUNDED, TALKS, TURNOVER, PROTOCOL)

_LAM = (
    *(place("security", "To Lam"), place("party", "To Lam"), place("driver", "To Lam")),
    *(place("alliance", "To Lâm"), place("alliance", "To Lâm", 1)),
)
LAM = Entity(
    "lam", "person", "To Lam",
    (
        Variant("To Lam", place("security", "To Lam"), 3),
        Variant("To Lâm", place("alliance", "To Lâm"), 2, "the same letters without accents", "To Lam"),
    ),
    (
        Office("General Secretary of the Communist Party of Vietnam",
               place("alliance", "General Secretary of the Communist Party of Vietnam"),
               ("alliance", "security"), "2025", "2025-12-01"),
        Office("Party General Secretary", place("party", "Party General Secretary"), ("party",),
               "2025-12-04", "2025-12-04"),
    ),
    tuple(sorted(_LAM, key=lambda each: (each.document, each.span))),
)  # fmt: skip
VOLFOVICH = Entity(
    "volfovich", "person", "Alexander Volfovich",
    (
        Variant("Alexander Volfovich", place("security", "Alexander Volfovich"), 3),
        Variant("Volfovich Aleksandr Grigorievich", place("protocol", "Volfovich Aleksandr Grigorievich"), 1,
                "order of the names", "Aleksandr Grigorievich Volfovich"),
        Variant("Aleksandr Grigorievich Volfovich", place("party", "Aleksandr Grigorievich Volfovich"), 1,
                "joined by hand", "Alexander Volfovich"),
    ),
    (Office("State Secretary of the Security Council of Belarus",
            place("protocol", "State Secretary of the Security Council of Belarus"),
            ("protocol", "driver"), "2025-12-03", "2025-12-06"),),
    (
        place("driver", "Alexander Volfovich"), place("party", "Aleksandr Grigorievich Volfovich"),
        place("protocol", "Volfovich Aleksandr Grigorievich"),
        place("security", "Alexander Volfovich"), place("security", "Alexander Volfovich", 1),
    ),
    decided=True,
)  # fmt: skip
QUANG = Entity(
    "quang", "person", "Lương Tam Quang",
    (Variant("Lương Tam Quang", place("protocol", "Lương Tam Quang")),),
    (Office("Minister of Public Security", place("protocol", "Minister of Public Security"), ("protocol",),
            "2025-12-03", "2025-12-03"),),
    (place("protocol", "Lương Tam Quang"),),
)  # fmt: skip
LUKASHENKO = Entity(
    "lukashenko", "person", "Alexander Lukashenko",
    (Variant("Alexander Lukashenko", place("alliance", "Alexander Lukashenko")),),
    (), (place("alliance", "Alexander Lukashenko"),),
)  # fmt: skip
COUNCIL = Entity(
    "council", "organisation", "Security Council of Belarus",
    (Variant("Security Council of Belarus", place("protocol", "Security Council of Belarus"), 2),), (),
    (place("driver", "Security Council of Belarus"), place("protocol", "Security Council of Belarus")),
)  # fmt: skip
HANOI = Entity(
    "hanoi", "place", "Hanoi",
    (
        Variant("Hà Nội", place("protocol", "Hà Nội"), 1),
        Variant("Hanoi", place("alliance", "Hanoi"), 1, "another name of the place", "Hà Nội"),
    ),
    (), (place("alliance", "Hanoi"), place("protocol", "Hà Nội")), country="VN",
)  # fmt: skip
ENTITIES = (LAM, VOLFOVICH, COUNCIL, HANOI, QUANG, LUKASHENKO)

SURVEY = Survey(Register(ENTITIES), Ledger(CLAIMS), sources=SOURCES)


def many_claims(number: int) -> tuple[Claim, ...]:
    """Return so many claims over a hundredth as many documents."""
    return tuple(
        replace(
            claim, id=str(n), topic=f"{claim.topic} {n}",
            entries=tuple(replace(each, document=f"d{n % max(1, number // 100)}") for each in claim.entries),
        )
        for n in range(number)
        for claim in (CLAIMS[n % len(CLAIMS)],)
    )  # fmt: skip


def many_entities(number: int) -> tuple[Entity, ...]:
    """Return so many persons with a mention each, over a hundredth as many documents."""
    return tuple(
        Entity(str(n), "person", f"Person {n}", (Variant(f"Person {n}", where),), LAM.offices, (where,))
        for n in range(number)
        for where in (Place(f"d{n % max(1, number // 100)}", Span(n, n + 4)),)
    )
