import re

import pytest
from dateutil.parser import parse as parse_date

from briefreader.domain.document import Document, Published, lines
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.text import Span
from briefreader.library.dating import infer

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
NAMED = re.compile(rf"(?:(?:{MONTHS}) (?:\d{{1,2}}, )?)?\b(?:19|20)\d\d\b")


def dated(text: str) -> Published:
    """Infer the date of a text whose dates with a year are found by a plain pattern."""
    facts = []
    for match in NAMED.finditer(text):
        parts = len(match[0].split())
        value = parse_date(match[0], default=parse_date("2000-01-01")).date().isoformat()
        value = value[: {1: 4, 2: 7, 3: 10}[parts]]
        start = (value + "-01-01")[:10]
        facts.append(
            Fact("x", "date", Span(*match.span()), match[0], when=value, data={"type": "DATE", "from": start})
        )
    return infer(Analysis(Document("x", text, lines(text)), tuple(facts)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "In October 2024 they agreed on a plan. He praised the 80th anniversary of the Great Victory.",
            "2025",
        ),
        ("They marked the 50th anniversary of the moon landing.", "2019"),
        ("They met 30 years after the fall of the Berlin Wall.", "2019"),
    ],
)
def test_an_anniversary_gives_the_year(text: str, value: str) -> None:
    published = dated(text)
    assert (published.value, published.how, published.precision) == (value, "inferred", "year")
    assert "anniversary" in published.reason or "years after" in published.reason


@pytest.mark.parametrize(
    "text",
    [
        "Next year they will mark the 80th anniversary of the Great Victory.",
        "They marked the 70th anniversary of the Great Victory and the 90th anniversary of Victory Day.",
        "It was in 2019 that all was signed. They had marked the 60th anniversary of the Great Victory.",
        "They marked the 20th anniversary of their wedding.",
        "The town was founded 30 years ago.",
    ],
)
def test_an_anniversary_that_proves_nothing(text: str) -> None:
    assert dated(text).value == ""


def test_a_past_date_is_a_bound_and_no_date() -> None:
    published = dated(
        "The sides agreed in Kazan in October 2024. A roadmap for 2026 was drawn up for the years."
    )
    assert (published.value, published.how) == ("", "none")
    assert "2024-10" in published.reason


@pytest.mark.parametrize(
    "text",
    [
        "The assembly is scheduled to begin as early as 2026.",
        "The plan covering 2027 was signed.",
        "Trade would be doubled in the year 2050, they said.",
        "The model was computed for 2000 - 2050 in a study.",
    ],
)
def test_coming_dates_are_no_bound(text: str) -> None:
    assert (
        "2026" not in dated(text).reason
        and "2027" not in dated(text).reason
        and "2050" not in dated(text).reason
    )


def test_a_full_date_in_the_first_lines_is_a_bound_only() -> None:
    published = dated("The singer, who was born on 3 November 1949 in Kopeysk, died in hospital.")
    assert published.value == ""
    assert "Not before 1949-11" in published.reason


def test_a_year_between_past_and_coming_dates() -> None:
    text = "Much had been said about it before.\n" * 12
    published = dated(text + "The sides met in March 2025. The next talks will be held in October 2025.")
    assert (published.value, published.how) == ("2025", "inferred")


def test_nothing_known_is_nothing_said() -> None:
    assert dated("The sides met on Wednesday and will meet again.") == Published()
