import pytest

from briefreader.domain.document import Published
from briefreader.domain.text import Span
from briefreader.library import _evidence as evidence
from library.composed import document, fact

OWNER = document(
    "d",
    "Trade grew by over 5% in 2024. Exports rose by about 5 percent. Trade up 5 %. Twelve came.",
    "2025-01-01",
)


def figure(text: str, amount: float | None = 5.0, unit: str = "%", **values: object) -> object:
    return fact(OWNER, "figure", text, amount=amount, unit=unit, **values)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({"about": "trade"}, {"about": "Trade"}, True),
        ({"about": "trade"}, {"about": "exports"}, False),
        ({"about": "trade"}, {"about": ""}, True),
        ({"about": "trade", "when": "2024"}, {"about": "trade", "when": "2023"}, False),
        ({"about": "trade", "when": "2024"}, {"about": "trade", "when": ""}, True),
        ({"about": "trade"}, {"about": "trade", "unit": "km"}, False),
    ],
)
def test_figures_are_one_if_nothing_tells_them_apart(
    one: dict[str, str], other: dict[str, str], alike: bool
) -> None:
    found = evidence.distinct([figure("5%", **one), figure("5 %", **other)])  # type: ignore[list-item]
    assert (len(found) == 1) is alike


def test_facts_in_nearly_the_same_words_are_one() -> None:
    a = document("a", "Minsk and Hanoi signed a protocol on security in Hanoi")
    b = document(
        "b", "Hanoi and Minsk signed a protocol on security in Hanoi today. Nothing else was signed at all."
    )
    facts = [
        fact(a, "event", a.text),
        fact(b, "event", b.text[:60]),
        fact(b, "event", "Nothing else was signed at all"),
    ]
    assert [f.document for f in evidence.distinct(facts)] == ["a", "b"]


def test_only_key_facts_where_the_extractor_names_them() -> None:
    named = [
        fact(OWNER, "figure", "5%", data={"key": True}),
        fact(OWNER, "figure", "Twelve", data={"key": False}),
    ]
    assert [f.text for f in evidence.telling(named)] == ["5%"]
    weighed = [fact(OWNER, "event", "Trade grew", score=1.0), fact(OWNER, "event", "Twelve came", score=0.0)]
    assert [f.text for f in evidence.telling(weighed)] == ["Trade grew"]
    plain = [fact(OWNER, "event", "Trade grew"), fact(OWNER, "event", "Twelve came")]
    assert evidence.telling(plain) == plain


def test_the_comparing_words_are_taken_from_before_the_figure() -> None:
    found = fact(OWNER, "figure", "5 percent", amount=5.0, data={"comparator": "~"})
    assert evidence.amount(OWNER, found) == "about 5 percent"
    assert evidence.amount(OWNER, fact(OWNER, "figure", "Twelve", data={"comparator": "="})) == "Twelve"


def test_the_office_given_most_often_counts() -> None:
    roles = ["Minister", "Minister of Trade", "Minister of Trade", ""]
    quotes = [fact(OWNER, "quote", "Twelve", about="Ann", data={"role": role}) for role in roles]
    assert evidence.offices(quotes) == {"ann": "Minister of Trade"}


def test_the_innermost_quotation_names_the_speaker() -> None:
    inner = fact(OWNER, "quote", "Exports rose by about 5 percent", about="Ann")
    outer = fact(OWNER, "quote", OWNER.text, about="Bob")
    assert evidence.speaker(fact(OWNER, "figure", "5 percent"), [outer, inner]) == "Ann"
    assert evidence.speaker(fact(OWNER, "figure", "5%"), [inner]) == ""


def test_a_ticker_that_was_asked_for_is_given_whole() -> None:
    ticker = document("t", "BYN 3.78\nText.")
    assert evidence.verbatim(ticker, Span(0, 8)) == "BYN 3.78"
    assert evidence.verbatim(ticker, Span(4, 14)) == "Text."


@pytest.mark.parametrize("how", ["header", "metadata", "given", "text", "inferred", "user", "none"])
def test_every_way_to_a_date_has_a_sentence(how: str) -> None:
    assert evidence.how_dated(Published("2025", how, "Why.")).endswith(". Why.")


@pytest.mark.parametrize(
    ("origin", "url", "shown"),
    [
        ("/home/me/a.txt", "", "a.txt"),
        ("C:\\Users\\me\\a.txt", "", "a.txt"),
        ("", "https://x.org/a", "https://x.org/a"),
    ],
)
def test_no_folder_of_the_user_is_printed(origin: str, url: str, shown: str) -> None:
    assert evidence.origin(document("d", "x", origin=origin, url=url)) == shown
