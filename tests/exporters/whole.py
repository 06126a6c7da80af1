"""A briefing with every kind of item, written on articles about a visit."""

from __future__ import annotations

from dataclasses import replace

from briefreader.domain.briefing import Briefing, Cell, Citation, CitedSource, Item, Section, Side
from briefreader.domain.outline import CITED

_SOURCES = (
    ("Belarusian daily", "Why security drives relations with Vietnam", "2025-12-06", "B", "2", "State-run."),
    ("Viet Nam News", "Minister of Public Security receives State Secretary", "2025-12-03", "B", "2", ""),
    (
        "BelTA",
        "Trade with Vietnam over $245 million",
        "2025-12-02",
        "B",
        "3",
        "State agency; one wire report.",
    ),
    ("Nhân Dân", "Bộ trưởng Lương Tam Quang hội đàm với Quốc vụ khanh", "2025-12-01", "C", "", ""),
    (
        "",
        "Officials describe an economic tiger",
        "2025-05",
        "F",
        "6",
        "Undated; date inferred from its text.",
    ),
)


def cited(number: int, paragraph: int = 3) -> Citation:
    """Return a citation of a source in the list."""
    outlet, title, date, *_grade = _SOURCES[number - 1]
    link = f"briefreader://open?document={number}&start={paragraph}&end={paragraph + 9}"
    return Citation(number, outlet, title, date, number == 5, paragraph, link)


def _sources() -> tuple[CitedSource, ...]:
    return tuple(
        CitedSource(
            n,
            outlet,
            title,
            date,
            n == 5,
            "Date: stated in the file.",
            "",
            f"00{n}.txt",
            "c886bb6c" * 8,
            f"briefreader://open?document={n}",
            "vi" if n == 4 else "en",
            letter + digit,
            descriptor,
        )
        for n, (outlet, title, date, letter, digit, descriptor) in enumerate(_SOURCES, 1)
    )


LEAD = (
    f"The visit of 1–3 December made security the frame of relations between Minsk and Hanoi.{CITED}{CITED} "
    f"Trade remains small but has grown since 2023,{CITED} and assembly of tractors is to begin in 2026."
)


def side(text: str, value: str, citation: Citation, origin: str, speaker: str = "") -> Side:
    """Return what a source says, with the words of the value marked."""
    start = text.index(value)
    return Side(text, value, citation, (start, start + len(value)), origin, speaker)


SIDES = (
    side(
        "Trade turnover between the two countries reached $244 million last year.",
        "$244 million",
        cited(2, 7),
        "a",
    ),
    side(
        "Trade turnover amounted to over $245 million in 2024, the agency said.",
        "over $245 million",
        cited(3, 2),
        "b",
        "Alexander Volfovich",
    ),
)
EVENTS = (
    Cell(
        "To Lam visits Belarus; documents on strategic cooperation are signed",
        cited(1, 10),
        first="2025-05-11",
        last="2025-05-12",
        precision="range",
        status="held",
    ),
    Cell(
        "Round of consultations between the ministries of defence",
        cited(5, 4),
        first="2025-09",
        last="2025-09",
        precision="month",
        inferred=True,
    ),
    Cell(
        "Delegation of the Security Council arrives in Hanoi", cited(4, 1), first="2025-12-01", status="held"
    ),
    Cell("Talks with the Minister of Public Security", cited(2, 2), first="2025-12-02", status="held"),
    Cell("Meeting with the General Secretary", cited(1, 6), first="2025-12-03", status="held"),
    Cell("Press conference of both sides", cited(3, 9), first="2025-12-03", status="cancelled"),
    Cell(
        "Assembly of tractors begins in Vietnam",
        cited(1, 14),
        first="2026",
        precision="year",
        status="planned",
    ),
    Cell("A third plant, for which no date is given", cited(5, 12)),
)
TRADE = (
    Cell("Trade turnover", cited(3, 4), "$68 million", 68, unit="million USD", period="2021", first="2021"),
    Cell("Trade turnover", cited(3, 4), "$121 million", 121, unit="million USD", period="2022", first="2022"),
    Cell("Trade turnover", cited(5, 2), "$175 million", 175, unit="million USD", period="2023", first="2023"),
    Cell(
        "Trade turnover",
        cited(3, 2),
        "over $245 million",
        245,
        unit="million USD",
        period="2024",
        first="2024",
        differs=True,
        speaker="Alexander Volfovich",
    ),
)
PARTS = (
    Cell("Machines and tractors", cited(3, 5), "41 per cent", 41, unit="%"),
    Cell("Potash fertiliser", cited(3, 5), "38 per cent", 38, unit="%"),
    Cell("Dairy products and other foodstuffs", cited(3, 5), "9 per cent", 9, unit="%"),
)


def _sections() -> tuple[Section, ...]:
    judgements = (
        Item(
            "judgement",
            f"It is likely that cooperation between the police services will be extended in 2026.{CITED}",
            citations=(cited(2),),
            confidence="moderate",
            id="j1",
            basis="Two independent sources report the road map; its text is not public.",
        ),
        Item(
            "judgement",
            f"It is very unlikely that trade doubles by 2027.{CITED}{CITED}",
            citations=(cited(3), cited(5)),
            confidence="high",
            basis="The figures agree.",
            id="j2",
            change="new",
        ),
        Item(
            "judgement",
            "It is roughly even whether the third plant is built.",
            assessment=True,
            confidence="low",
            basis="One undated source.",
            id="j3",
            proposed=True,
        ),
    )
    facts = (
        Item(
            "fact",
            "over $245 million",
            cited(3, 2),
            "trade turnover",
            "Trade was over $245 million in 2024.",
            form="figure",
            value="over $245 million",
            period="2024",
            speaker="Alexander Volfovich",
            independent=2,
            differs=True,
            id="f1",
        ),
        Item(
            "fact",
            "three years",
            cited(2, 4),
            "term of the road map",
            form="figure",
            value="three years",
            period="2025-12-02",
            independent=1,
            id="f2",
            change="corroborated",
        ),
        Item(
            "fact",
            "the parties signed a road map for three years",
            cited(2, 4),
            form="agreement",
            period="2025-12-02",
            speaker="Minsk; Hanoi",
            independent=3,
            id="f3",
            note="Ask for its text.",
        ),
        Item(
            "fact",
            "Security is the driving force behind Belarusian-Vietnamese relations today.",
            cited(1, 3),
            form="key",
            id="f4",
            independent=1,
        ),
    )
    claims = (
        Item(
            "claim",
            "",
            label="Trade turnover in 2024",
            verdict="differ",
            period="2024",
            differs=True,
            id="c1",
            reason="The first gives an exact amount below the other’s “over”.",
            sides=SIDES,
            note="The customs service should know.",
        ),
        Item(
            "claim",
            "",
            label="First day of the visit",
            verdict="agree",
            id="c2",
            reason="Both give 1 December.",
            sides=(
                side("The delegation arrived on 1 December.", "1 December", cited(4), "a"),
                side("On December 1 the delegation landed in Hanoi.", "December 1", cited(2), "b"),
                side("It arrived on December 1, BelTA reports.", "December 1", cited(1), "b"),
            ),
            change="contradicted",
            proposed=True,
        ),
    )
    quotes = (
        Item(
            "quote",
            "Over the past three years, relations in the security sector have been developing with "
            "positive, progressive momentum,",
            cited(1, 5),
            "Alexander Volfovich",
            "State Secretary of the Security Council of Belarus",
            form="direct",
            id="q1",
        ),
        Item(
            "quote",
            "Vietnam and Belarus share common views on issues of the world order, assessment of the "
            "geopolitical situation, risks, challenges, and threats to national security. We share a common "
            "historical memory.",
            cited(1, 8),
            "Alexander Volfovich",
            "State Secretary of the Security Council of Belarus",
            form="direct",
            id="q2",
            independent=2,
        ),
        Item(
            "quote",
            "geographical distance is not a hindrance",
            cited(1, 7),
            "Alexander Volfovich",
            "State Secretary of the Security Council of Belarus",
            form="indirect",
            id="q3",
            change="source changed",
        ),
        Item(
            "quote",
            "Hợp tác an ninh là trụ cột của quan hệ hai nước.",
            cited(4, 6),
            "Lương Tam Quang",
            "Minister of Public Security",
            form="direct",
            id="q4",
            proposed=True,
        ),
    )
    people = (
        Item(
            "person",
            "",
            cited(1, 3),
            "Alexander Volfovich",
            "State Secretary of the Security Council of Belarus",
            form="person",
            variants=("A. Volfovich", "Aleksandr Volfovich", "Александр Вольфович"),
            id="p1",
        ),
        Item(
            "person",
            "",
            cited(4, 1),
            "Lương Tam Quang",
            "Minister of Public Security of Viet Nam",
            form="person",
            variants=("Luong Tam Quang",),
            id="p2",
        ),
        Item(
            "person",
            "",
            cited(1, 4),
            "Ministry of Public Security",
            form="organisation",
            variants=("MPS",),
            id="p3",
        ),
    )
    return (
        Section(
            "lead", "Bottom line", (Item("text", LEAD, citations=(cited(1), cited(2), cited(3)), id="t1"),)
        ),
        Section("judgements", "Key judgements", judgements),
        Section("facts", "Key facts", facts),
        Section(
            "figures",
            "Key figures",
            (
                Item("figures", "", label="Trade", cells=TRADE, id="g1"),
                Item(
                    "chart",
                    "",
                    label="Trade turnover, million USD",
                    cells=TRADE,
                    id="g2",
                    note="Growth of 40 per cent.",
                ),
                Item("chart", "", label="Share of exports by goods", cells=PARTS, id="g3"),
            ),
        ),
        Section("differences", "Where sources differ", claims),
        Section("timeline", "Timeline", (Item("timeline", "", cells=EVENTS, id="l1"),)),
        Section("quotes", "Who said what", quotes),
        Section("people", "People and organisations", people),
        Section(
            "gaps",
            "Gaps and assumptions",
            (
                Item(
                    "text",
                    "No source gives the text of the road map.\nWe assume that the visit was planned in May.",
                    assessment=True,
                    id="t2",
                ),
            ),
        ),
        Section(
            "passages",
            "Starred passages",
            (
                Item(
                    "passage",
                    "Cooperation has been established between the Ministry of Internal Affairs and the "
                    "Ministry of Public Security, which coordinates the country's entire security vertical.",
                    cited(1, 6),
                    starred=True,
                    colour="yellow",
                    tags=("security",),
                    note="Compare with 2023.",
                    id="s1",
                    change="superseded",
                ),
            ),
        ),
    )


def whole(**values: object) -> Briefing:
    """Return the briefing."""
    made = Briefing(
        "Belarus and Viet Nam: the visit of the Security Council, 1–3 December 2025",
        "The desk for Asia",
        "2025-12-20T14:05:00+01:00",
        ("2025-05", "2025-12-06"),
        _sections(),
        _sources(),
        5,
        method="Passages stand word for word.\nFigures, dates and names were found by rules.",
        id="b1",
        to="Head of section",
        as_of="2025-12-06",
        label="TLP:AMBER",
        manifest='{"made": "here"}',
    )
    return replace(made, **values)  # type: ignore[arg-type]
