"""Briefings for tests of exporters."""

from __future__ import annotations

from dataclasses import replace

from briefreader.domain.briefing import Briefing, Citation, CitedSource, Item, Section

ENGLISH = (
    "The two-day visit confirmed that Belarusian-Vietnamese relations—political, economic and/or "
    "humanitarian—rest on trust; 'economic tiger' is the article's own phrase."
)
VIETNAMESE = (
    "Bộ trưởng Bộ Công an Lương Tam Quang hội đàm với Quốc vụ khanh Hội đồng An ninh Belarus; các Thứ "
    "trưởng Lê Quốc Hùng, Phạm Thế Tùng, Đặng Hồng Đức cùng dự. Người dân ngưỡng mộ; kỹ thuật số, phát triển "
    "bền vững."
)
CYRILLIC = (
    "Государственный секретарь Совета Безопасности Беларуси Александр Вольфович провёл переговоры в Ханое; "
    "стороны подписали протокол — «дорожную карту» научно-технического сотрудничества."
)
PASSAGES = (ENGLISH, VIETNAMESE, CYRILLIC)
LANGUAGES = ("en", "vi", "ru")


def citation(number: int = 1, **values: object) -> Citation:
    cited = Citation(
        number, "Viet Nam News", f"Title number {number}", "2025-12-04", False, 3,
        f"briefreader://open?document={number}&start=1&end=9",
    )  # fmt: skip
    return replace(cited, **values)  # type: ignore[arg-type]


def source(number: int, language: str = "en") -> CitedSource:
    return CitedSource(
        number, "Viet Nam News", f"Title number {number}", "2025-12-04", False, "Date: stated in the file.",
        "A. Reporter", "first.txt", "c886bb6c" * 8, f"briefreader://open?document={number}", language,
    )  # fmt: skip


def briefing(count: int = 1, **values: object) -> Briefing:
    """Return a briefing with every kind of section; ``count`` repeats its items."""
    facts = (
        Item("fact", "$245 million", citation(), "trade turnover", form="figure", value="over $245 million",
             period="2024", speaker="Alexander Volfovich"),
        Item("fact", "a protocol was signed", citation(2), form="event", period="2025-12-03",
             speaker="Minsk; Hanoi"),
        Item("fact", "Security is the driving force.", citation(3), form="key"),
    )  # fmt: skip
    passages = tuple(
        Item("passage", text, citation(n), note=f"Remark {n}: check this.", starred=True, colour="yellow",
             tags=("trade",))
        for n, text in enumerate(PASSAGES, 1)
    )  # fmt: skip
    quotes = (
        Item("quote", "We see Vietnam as a partner,", citation(), "Alexander Volfovich", "State Secretary",
             form="direct"),
        Item("quote", "trade had grown", citation(2, date="2025-05", inferred=True), "To Lam",
             form="indirect"),
        Item("quote", "nobody knows who said it", citation(3, date="", outlet=""), form="mixed"),
    )  # fmt: skip
    notes = (Item("note", "seven percent", citation(2), note="Ask the statistics office."),)
    whole = Briefing(
        "Belarus–Việt Nam: security and trade", "A. Kowalska", "2025-12-20T14:05:00+01:00",
        ("2025-05", "2025-12-04"),
        (
            Section("facts", "Key facts", facts * count),
            Section("passages", "Starred passages", passages * count),
            Section("notes", "Notes", notes * count),
            Section("quotes", "Who said what", quotes * count),
            Section("notes", "An empty section", ()),
        ),
        tuple(source(n, language) for n, language in enumerate(LANGUAGES, 1)),
        considered=12, method="Word for word.\nFound by rules.",
    )  # fmt: skip
    return replace(whole, **values)  # type: ignore[arg-type]


HOSTILE = (
    '#read("/etc/passwd")', "$x$ *b* _i_ `c` <label> @ref = heading", "<b>bold</b><script>alert(1)</script>",
    "\\u{1f600} \\ #{ } [ ] // /* */", "{page} {0} %s", "Tab\there, line\nhere", "emoji 😀 and family 👨‍👩‍👧",
    "قال الوزير إن الاتفاق «مهم» اليوم", "會談在河內舉行", "NUL\x00 and bell\x07 and delete\x7f",
    "lone \ud800 surrogate", "evil \u202etxt.exe\u202c and \u2066isolate\u2069",
    "private \ue000 unassigned \u0378",
    "noncharacter \ufffe \uffff", "tags \U000e0041\U000e0042", "zal\u0323\u0302\u0489go",
    "\u0301starts with a mark",
    "\u200b\u200d\u2060\ufeff", "W" * 400, "", "   ", "\n\n", '"quotes" ‘and’ “more” – — …',
)  # fmt: skip


def hostile() -> Briefing:
    """Return a briefing that holds in every place what could break a typesetter."""
    whole = briefing()
    passages = tuple(Item("passage", text, citation(), note=text, tags=(text,)) for text in HOSTILE)
    quotes = tuple(Item("quote", text, citation(outlet=text, title=text), text, text) for text in HOSTILE)
    facts = tuple(
        Item("fact", text, citation(), text, form="figure", value=text, period=text, speaker=text)
        for text in HOSTILE
    )
    bad = "".join(HOSTILE)
    return replace(
        whole, title=bad, author=bad, method=bad, language="xx-nonsense", made="not a date", paper="napkin",
        sections=(
            Section("facts", bad, facts), Section("passages", bad, passages), Section("quotes", bad, quotes),
        ),
        sources=(replace(source(1), outlet=bad, title=bad, how=bad, origin=bad, author=bad, language="zz"),),
    )  # fmt: skip
