"""The words that a printed briefing has of its own, and how it writes dates and references."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from briefreader.domain.briefing import Briefing, Citation, CitedSource
from briefreader.i18n import _

if TYPE_CHECKING:
    from babel import Locale


def words() -> dict[str, str]:
    """Return the exporter's own words by key; ``Briefing.texts`` may replace any of them."""
    return {
        "briefing": _("BRIEFING"),
        "author": _("Prepared by"),
        "made": _("Date"),
        "period": _("Period covered"),
        "coverage": _("Sources"),
        "of": _("{cited} of {considered}"),
        "page": _("Page {page} of {pages}"),
        "note": _("Author’s note"),
        "reported": _("Reported:"),
        "sources": _("Sources"),
        "source": _("Source {number}."),
        "method": _("How this briefing was made"),
        "open-source": _("Open in Briefreader"),
        "paragraph": _("para. {number}"),
        "unplaced": _("no longer found in the document"),
        "inferred": _("(date inferred)"),
        "undated": _("undated"),
        "no outlet": _("Outlet not known"),
        "untitled": _("Untitled"),
        "by": _("By {author}"),
        "tags": _("Tags: {tags}"),
        "highlight": _("Highlighted {colour}"),
        "underline": _("Underlined {colour}"),
        "starred": _("Starred"),
        "hash": _("SHA-256 {hash}"),
        "what": _("What"),
        "value": _("Value"),
        "when": _("When"),
        "who": _("Who"),
        "said by": _("Said by"),
        "figure": _("Figures"),
        "event": _("Events"),
        "agreement": _("Agreements"),
        "key": _("Key sentences"),
        "unknown speaker": _("Speaker not named"),
        **_item_words(),
        **_grade_words(),
    }


def _item_words() -> dict[str, str]:
    """Return the words of the kinds of item, and of what is said about an item."""
    return {
        "annex": _("ANNEX"),
        "one page": _("BRIEFING NOTE"),
        "to": _("To"),
        "as of": _("Information as of"),
        "contents": _("Contents"),
        "assessment": _("Assessment:"),
        "confidence": _("Confidence: {confidence}."),
        "high": _("high"),
        "moderate": _("moderate"),
        "low": _("low"),
        "proposed": _("Proposed, not accepted yet"),
        "independent one": _("1 independent source"),
        "independent": _("{n} independent sources"),
        "differs": _("Sources differ"),
        "differ": _("Sources differ"),
        "agree": _("Sources agree"),
        "rounding": _("Agree within rounding"),
        "refines": _("One refines the other"),
        "scope": _("Different period or scope"),
        "linked": _("Linked by hand"),
        "single": _("Single source"),
        "same report": _("same report as source {number}"),
        "status": _("Status"),
        "planned": _("planned"),
        "cancelled": _("cancelled"),
        "spellings": _("Also written: {names}"),
        "new": _("New"),
        "corroborated": _("Now corroborated"),
        "contradicted": _("Now contradicted"),
        "superseded": _("Superseded"),
        "source changed": _("Source changed"),
        "chart": _("Chart"),
        "timeline": _("Timeline"),
        "source column": _("Source"),
        "date": _("Dates"),
        "footnotes": _("Notes"),
        "back": _("Back to the text"),
        "says": _("What it says"),
    }


def _grade_words() -> dict[str, str]:
    """Return what the letters and digits of the Admiralty scale mean."""
    return {
        "grade": _("Source grade {grade}"),
        "grade A": _("completely reliable"),
        "grade B": _("usually reliable"),
        "grade C": _("fairly reliable"),
        "grade D": _("not usually reliable"),
        "grade E": _("unreliable"),
        "grade F": _("reliability cannot be judged"),
        "grade 1": _("confirmed by other sources"),
        "grade 2": _("probably true"),
        "grade 3": _("possibly true"),
        "grade 4": _("doubtful"),
        "grade 5": _("improbable"),
        "grade 6": _("truth cannot be judged"),
    }


def written_date(value: str, language: str) -> str:
    """Return an ISO 8601 date, of any precision or with a time, as it is written in running text."""
    if len(value) == 4 and value.isdigit():
        return value
    try:
        if len(value) == 7:
            return _formatted(date.fromisoformat(value + "-01"), "LLLL y", language)
        if len(value) == 10:
            return _formatted(date.fromisoformat(value), "d MMMM y", language)
        if "T" not in value:  # a week and the like
            return value
        made = datetime.fromisoformat(value)
    except ValueError:
        return value
    day = _formatted(made.date(), "d MMMM y", language)
    zone = made.strftime("%z")
    named = "UTC" if zone == "+0000" else f"UTC{zone[:3]}:{zone[3:5]}" if zone else ""
    return f"{day}, {made:%H:%M} {named}".rstrip()


def written_when(value: str, language: str) -> str:
    """Return the time of a fact in words: an ISO 8601 date, interval or duration, or a TimeML value.

    Anything else comes back as it is; "now", "once" and "some day" (TimeML's PRESENT_REF, PAST_REF,
    FUTURE_REF) say nothing in print and come back empty.
    """
    first, slash, last = value.partition("/")
    if slash:
        return written_period((first, last), language)
    if value.endswith("_REF"):
        return ""
    part = _PART_OF_YEAR.fullmatch(value)
    if part:
        return _quarter(*part.groups())
    duration = _DURATION.fullmatch(value)
    if duration:
        from babel.units import format_unit

        unit = "duration-" + {"Y": "year", "M": "month", "W": "week", "D": "day"}[duration[2]]
        number = float(duration[1]) if "." in duration[1] else int(duration[1])
        written = format_unit(number, unit, locale=_locale(language))
        if unit in written:  # a language with one form for long and short, such as Vietnamese
            written = format_unit(number, unit, "short", locale=_locale(language))
        return written
    return written_date(value, language)


def _quarter(year: str, part: str) -> str:
    return _("Q{n} {year}").format(n=part[1], year=year) if part[0] == "Q" else f"{part} {year}"


_PART_OF_YEAR = re.compile(r"(\d{4})-([QH][1-4])")
_DURATION = re.compile(r"P(\d+(?:\.\d+)?)([YMWD])")


@lru_cache(4096)  # a brief has the same few days again and again, and is set anew for each letter typed
def _formatted(day: date, pattern: str, language: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=_locale(language))


def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language or "en", sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en")


def written_period(period: tuple[str, str], language: str) -> str:
    """Return a stretch of time in words, or an empty string; what both ends share is written once."""
    first, last = (written_date(each, language) for each in period)
    if not first or not last or first == last:
        return first or last
    if [len(each) for each in period] == [10, 10]:
        if period[0][:7] == period[1][:7]:
            return f"{first.partition(' ')[0]}–{last}"
        if period[0][:4] == period[1][:4]:
            return f"{first.rpartition(' ')[0]} – {last}"
    return f"{first} – {last}"


def date_of(source: Citation | CitedSource, texts: dict[str, str], language: str) -> str:
    """Return a source's date in words: inferred dates are marked, a missing one is called so."""
    if not source.date:
        return texts["undated"]
    written = written_date(source.date, language)
    return f"{written} {texts['inferred']}" if source.inferred else written


def outlet_of(source: Citation | CitedSource, texts: dict[str, str]) -> str:
    """Return a source's outlet, or that it is not known."""
    return source.outlet or texts["no outlet"]


def texts_of(briefing: Briefing) -> dict[str, str]:
    """Return all words for this briefing."""
    return words() | briefing.texts
