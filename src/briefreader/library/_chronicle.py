"""Moments for the timeline: when sources came out, when things happened, and as of when statements hold."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.domain.document import Document
from briefreader.domain.fact import Fact
from briefreader.domain.ledger import Ledger
from briefreader.domain.survey import Moment
from briefreader.domain.text import Span
from briefreader.library._sentences import sentence_around


def moments(documents: Sequence[Document], facts: Sequence[Fact], ledger: Ledger) -> tuple[Moment, ...]:
    """Return all moments, by their first day, then by document and place."""
    found = [moment for each in documents if (moment := _published(each)) is not None]
    dates: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind == "date" and _interval(fact) and not fact.data.get("noise") and not _vague(fact):
            dates.setdefault(fact.document, []).append(fact)
    told: set[str] = set()
    texts = {each.id: each.text for each in documents}
    for fact in facts:
        if fact.kind in ("event", "agreement") and fact.when and not fact.data.get("noise"):
            date = _date_of(fact, dates.get(fact.document, ()))
            if date is not None:
                told.add(date.key)
                status = str(fact.data.get("status") or "held")
                found.append(_moment(fact, date, "event", status, fact.text))
    for each in dates.values():
        for fact in each:
            if fact.key not in told:
                sentence = sentence_around(texts[fact.document], fact.span).of(texts[fact.document])
                found.append(_moment(fact, fact, "as of", "", sentence))
    return tuple(sorted(found, key=lambda each: (each.first, each.last, each.document, each.span)))


def _published(document: Document) -> Moment | None:
    published = document.published
    if published.first is None or published.last is None or not document.text:
        return None
    block = next((each.span for each in document.blocks), Span(0, len(document.text)))
    return Moment(
        document.id, block, block.of(document.text), document.title, "published",
        published.first.isoformat(), published.last.isoformat(), published.precision, "",
        not published.certain,
    )  # fmt: skip


def _interval(fact: Fact) -> tuple[str, str] | None:
    first, last = str(fact.data.get("from") or "")[:10], str(fact.data.get("to") or "")[:10]
    return (first, last) if first and last and first <= last else None


def _date_of(fact: Fact, dates: Sequence[Fact]) -> Fact | None:
    """Return the date that an event's day was taken from: the nearest of that value."""
    same = [each for each in dates if each.when.partition("T")[0] == fact.when]
    return min(same, key=lambda each: abs(each.span.start - fact.span.start), default=None)


def _vague(fact: Fact) -> bool:
    """Tell whether a date is a length of years up to now: "the past fifty years" dates nothing."""
    first, last = _interval(fact) or ("", "")
    return fact.data.get("type") == "DURATION" and int(last[:4]) - int(first[:4]) > 1


def _moment(fact: Fact, date: Fact, lane: str, status: str, text: str) -> Moment:
    first, last = _interval(date) or ("", "")
    label = " ".join((fact.about or fact.text if lane == "event" else fact.text).split())
    return Moment(
        fact.document, fact.span, text, label, lane, first, last, _precision(date, first, last), status,
        False, fact.key,
    )  # fmt: skip


def _precision(date: Fact, first: str, last: str) -> str:
    told = str(date.data.get("precision") or "")
    if told and told != "none":
        return told
    if first == last:
        return "day"
    return (
        {4: "year", 7: "month", 8: "week"}.get(len(date.when), "range")
        if date.when[:1].isdigit()
        else "range"
    )
