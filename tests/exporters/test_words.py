import pytest

from briefreader.domain.briefing import Citation
from briefreader.exporters._words import date_of, outlet_of, words, written_date, written_period, written_when


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        ("2025-12-04", "en", "4 December 2025"),
        ("2025-05", "en", "May 2025"),
        ("2025", "en", "2025"),
        ("2025-12-04", "ru", "4 декабря 2025"),
        ("2025-05", "vi", "Tháng 5 2025"),
        ("2025-12-04", "no such language", "4 December 2025"),
        ("2025-12-20T14:05:00+01:00", "en", "20 December 2025, 14:05 UTC+01:00"),
        ("2025-12-20T14:05:00+00:00", "en", "20 December 2025, 14:05 UTC"),
        ("", "en", ""),
        ("2025-13", "en", "2025-13"),
        ("2025-W49", "en", "2025-W49"),
        ("per year", "en", "per year"),
    ],
)
def test_dates(value: str, language: str, text: str) -> None:
    assert written_date(value, language) == text


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (("2025-12-01", "2025-12-06"), "1–6 December 2025"),
        (("2025-05-09", "2025-12-06"), "9 May – 6 December 2025"),
        (("2024-05-09", "2025-12-06"), "9 May 2024 – 6 December 2025"),
        (("2025-05", "2025-12-06"), "May 2025 – 6 December 2025"),
        (("2025", "2025"), "2025"),
        (("", "2025-12-06"), "6 December 2025"),
        (("", ""), ""),
    ],
)
def test_periods(period: tuple[str, str], text: str) -> None:
    assert written_period(period, "en") == text


def test_an_interval_of_a_fact() -> None:
    assert written_when("2025-01-01/2025-09-30", "en") == "1 January – 30 September 2025"
    assert written_when("next year", "en") == "next year"


@pytest.mark.parametrize(
    ("value", "text"),
    [("2025-Q1", "Q1 2025"), ("P1Y", "1 year"), ("P3M", "3 months"), ("PRESENT_REF", ""),
     ("P1.5Y", "1.5 years"), ("2025-12", "December 2025"), ("XXXX-12", "XXXX-12")],
)  # fmt: skip
def test_values_of_timeml(value: str, text: str) -> None:
    assert written_when(value, "en") == text


def test_what_is_not_known_is_said() -> None:
    texts = words()
    nothing = Citation(1, "", "T", "", False, 1, "")
    assert outlet_of(nothing, texts) == "Outlet not known"
    assert date_of(nothing, texts, "en") == "undated"
    inferred = Citation(1, "", "T", "2025-05", True, 1, "")
    assert date_of(inferred, texts, "en") == "May 2025 (date inferred)"


@pytest.mark.parametrize(
    "language, text", [("en", "3 days"), ("ru", "3 дня"), ("vi", "3 ngày")]
)  # Vietnamese has the short form only
def test_lengths_of_time_are_words_of_the_language(language: str, text: str) -> None:
    assert written_when("P3D", language) == text
