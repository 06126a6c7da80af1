"""Making the ledger: claims of all sources brought together, compared, and put as a person decided."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from briefreader.domain.decision import Decision
from briefreader.domain.fact import Fact
from briefreader.domain.ledger import VERDICTS, Claim, ClaimEntry, Ledger
from briefreader.domain.survey import SourceCard
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.library import _matching, _offices_compared, _statements, _verdicts
from briefreader.library._figures_matched import long_past
from briefreader.library._told import Told, told
from briefreader.library._verdicts import Verdict
from briefreader.library.registering import Registered

_KINDS = {"agreement": "agreement", "undertaking": "plan"}
_DATED = ("date", "agreement", "plan")  # kinds of claims whose days are compared


def ledger_of(
    facts: Sequence[Fact],
    registered: Registered,
    sources: Mapping[str, SourceCard],
    texts: Mapping[str, str],
    decisions: Sequence[Decision] = (),
) -> Ledger:
    """Return the ledger of judged facts; ``texts`` holds the text of each document in ``sources``.

    ``decisions`` are in the order in which they were made, with their passages already placed.
    """
    everything = _without_doubles(told(facts, registered, sources))
    claims: list[Claim] = []
    seen = _by_guest(everything)
    for group in _matching.groups(everything):
        claims += _claims(group, seen, texts)
    claims += _statements.claims(facts, registered, sources, texts)
    claims += _offices_compared.claims(registered, sources, texts)
    claims += _linked(decisions, sources, texts)
    claims = [_decided(claim, decisions) for claim in claims]
    claims.sort(key=_order)
    return Ledger(claims)


def _order(claim: Claim) -> tuple[int, int, int, str, str]:
    degree = 0 if claim.degree == "major" else 1
    return VERDICTS.index(claim.verdict), degree, -claim.origins, claim.topic, claim.id


def _without_doubles(claims: Sequence[Told]) -> list[Told]:
    """Leave out the event that is told as an undertaking too: "the launch of a route"."""
    works = {(each.document, each.fact.span) for each in claims if each.family == "undertaking"}
    by_document: dict[str, list[Span]] = {}
    for document, span in works:
        by_document.setdefault(document, []).append(span)
    return [
        each
        for each in claims
        if each.family != "event"
        or not any(each.fact.span.overlaps(s) for s in by_document.get(each.document, ()))
    ]


def _by_guest(claims: Sequence[Told]) -> dict[str, list[Told]]:
    """Return the events and visits of one day by the people that their sentences name."""
    found: dict[str, list[Told]] = {}
    for each in claims:
        if each.family in ("event", "visit") and each.days and each.days.length == 1:
            for id in each.around:
                if id.startswith("person:"):
                    found.setdefault(id, []).append(each)
    return found


def _claims(group: list[Told], seen: Mapping[str, list[Told]], texts: Mapping[str, str]) -> Iterable[Claim]:
    family = group[0].family
    if family == "figure":
        yield from _of_figures(group, texts)
    elif family == "visit":
        yield from _of_visit(group, seen, texts)
    elif family == "event":
        verdict = _verdicts.on_days(group)
        if verdict.name != "single" or not all(each.data.get("bare") for each in group):
            yield _claim("date", _shortest(group), group, verdict, texts)
    else:
        verdict = _verdicts.on_states(group)
        yield _claim(_KINDS[family], _shortest(group), group, verdict, texts)


def _of_figures(group: list[Told], texts: Mapping[str, str]) -> Iterable[Claim]:
    """Part figures by period, each part a claim; those that stand alone are told together."""
    parts: list[list[Told]] = []
    for each in sorted(group, key=lambda each: (each.days is None, str(each.days))):
        fitting = [part for part in parts if _one_period(part[0], each)]
        if fitting:
            fitting[0].append(each)
        else:
            parts.append([each])
    alone = [part for part in parts if len({each.source.origin for each in part}) < 2]
    for part in parts:
        if part not in alone:
            yield _claim("figure", _measure(part), part, _verdicts.on_figures(part), texts)
    rest = [each for part in alone for each in part]
    if len({each.source.origin for each in rest}) > 1:
        yield _claim("figure", _measure(rest), rest, _verdicts.scope(rest), texts)
    elif any(each.data.get("key") for each in rest):
        yield _claim("figure", _measure(rest), rest, Verdict("single", _("One source only.")), texts)


def _one_period(one: Told, other: Told) -> bool:
    if one.days and other.days:
        return one.days.same(other.days)
    return not long_past(one, other)


def _of_visit(
    group: list[Told], seen_there: Mapping[str, list[Told]], texts: Mapping[str, str]
) -> Iterable[Claim]:
    topic = _visit(group)
    guests = sorted({id for each in group for id in each.data["guests"]})
    seen = _verdicts.seen_days(group, [each for id in guests for each in seen_there.get(id, ())])
    titled = [each for each in group if each.data.get("rank") or each.data.get("days")]
    if titled:
        verdict = _verdicts.on_visit(group, seen)
        shown = [*titled]
        if any(each.data.get("days") for each in titled) and verdict.name == "differ":
            shown += [told for _day, told in seen if told not in titled]
        yield _claim("title", topic, shown, verdict, texts, value=_title)
    dated = [each for each in group if each.days]
    if dated or len({each.source.origin for each in group}) > 1:
        yield _claim("date", topic, group, _verdicts.on_days(group), texts)


def _title(told: Told, text: str) -> str:
    span = _title_span(told)
    return span.of(text) if span is not None else " ".join(told.fact.text.split())


def _title_span(told: Told) -> Span | None:
    mark = told.data.get("titled")
    return Span(mark[0], mark[1]) if mark else None


def _visit(group: Sequence[Told]) -> str:
    """Return what visit it is: "Visit of Alexander Volfovich to Vietnam"."""
    guests: dict[str, str] = {}
    goals: dict[str, str] = {}
    for each in group:
        for id, name in each.data["titles"].items():
            (goals if id in each.data["goal"] else guests).setdefault(id, name)
    people = [name for id, name in guests.items() if id.startswith("person:")] or list(guests.values())
    who, where = people[0] if people else _("somebody"), next(iter(goals.values()), "")
    if not where:
        return _("Visit of {who}").format(who=who)
    return _("Visit of {who} to {where}").format(who=who, where=where)


def _shortest(group: Sequence[Told]) -> str:
    """Return the words of the claim that say most briefly, with a party or a day, what it is about."""
    best = min(
        group,
        key=lambda each: (not each.parties, not _whole(each.fact.text), len(each.fact.text), each.document),
    )
    said = " ".join(best.fact.text.split())
    return said[:1].upper() + said[1:]


def _whole(words: str) -> bool:
    """Tell whether each bracket in some words is opened and closed in them."""
    return words.count("(") == words.count(")")


def _measure(group: Sequence[Told]) -> str:
    """Return what is measured, with the parties that the sentences name."""
    best = max(group, key=lambda each: (len(each.parties), len(each.fact.about), each.document))
    about = " ".join((best.fact.about or " ".join(best.fact.data["nouns"]) or best.fact.text).split())
    names = [best.names[id] for id in best.parties if id.startswith("place:") and id in best.names]
    shown = ", ".join(sorted(name for name in names if name.lower() not in about.lower()))
    topic = f"{about}: {shown}" if shown else about
    return topic[:1].upper() + topic[1:]


def _value(told: Told, text: str) -> str:
    if told.family == "figure":
        return told.said
    dated = told.data.get("dated")
    if dated:
        return Span(dated[0], dated[1]).of(text)
    return " ".join(told.fact.text.split())


def _claim(
    kind: str,
    topic: str,
    group: Sequence[Told],
    verdict: Verdict,
    texts: Mapping[str, str],
    value: Callable[[Told, str], str] = _value,
) -> Claim:
    made = []
    for each in group:
        text = texts[each.document]
        mark = (_title_span(each) if kind == "title" else None) or each.fact.span
        passage = each.passage if each.passage.contains(mark) else each.fact.span
        entry = ClaimEntry(
            each.document,
            passage,
            mark,
            passage.of(text),
            value(each, text),
            each.source.origin,
            each.source.published,
            each.data.get("speaker") or "",
            str(each.days) if each.days and kind in _DATED else "",
        )
        made.append((entry, each))
    made.sort(key=lambda pair: (str(pair[0].published.first or "9999"), pair[0].document, pair[0].mark))
    entries = [entry for entry, _each in made]
    places = {id(each): n for n, (_entry, each) in enumerate(made)}
    named = dict.fromkeys(places[id(each)] for each in verdict.sides if id(each) in places)
    periods = sorted({str(each.days) for each in group if each.days})
    parties = sorted({name for each in group for id, name in each.names.items() if id in each.parties})
    return Claim(
        claim_id(kind, entries),
        topic,
        kind,
        verdict.name,
        verdict.reason,
        tuple(entries),
        periods[0] if len(periods) == 1 else "",
        verdict.degree,
        tuple(parties),
        named=tuple(named),
    )


def claim_id(kind: str, entries: Iterable[ClaimEntry]) -> str:
    """Return an id that is the same as long as the claim rests on the same passages."""
    places = sorted(f"{each.document}:{each.mark.start}-{each.mark.end}" for each in entries)
    return hashlib.sha256("|".join((kind, *places)).encode()).hexdigest()[:16]


# -- what a person decided -----------------------------------------------------------------------------


def _decided(claim: Claim, decisions: Sequence[Decision]) -> Claim:
    """Return the claim as the latest decision on it says."""
    for each in reversed(decisions):
        if each.act in ("confirm", "dismiss") and each.kind == claim.kind and _rests_on(claim, each):
            decision = "confirmed" if each.act == "confirm" else "dismissed"
            return replace(claim, decision=decision, note=each.reason, decision_id=each.id)
    return claim


def _rests_on(claim: Claim, decision: Decision) -> bool:
    """Tell whether a claim is the one that was decided on: it has two of its passages, or all."""
    found = sum(
        any(e.document == p.document and e.span.overlaps(p.anchor.span) for e in claim.entries)
        for p in decision.passages
    )
    return found >= min(2, len(decision.passages)) and found * 2 >= len(decision.passages)


def _linked(
    decisions: Sequence[Decision], sources: Mapping[str, SourceCard], texts: Mapping[str, str]
) -> Iterable[Claim]:
    """Yield the claims that a person brought together; how they compare is not decided for them."""
    for each in decisions:
        if each.act != "link":
            continue
        entries = []
        for passage in each.passages:
            source, span = sources.get(passage.document), passage.anchor.span
            if source is not None:
                words = span.of(texts[passage.document])
                entries.append(
                    ClaimEntry(passage.document, span, span, words, words, source.origin, source.published)
                )
        if entries:
            topic = str(each.values.get("topic") or "")
            reason = _("Brought together by hand.")
            yield Claim(
                claim_id("linked", entries),
                topic,
                "statement",
                "linked",
                reason,
                tuple(entries),
                decision="linked",
                note=each.reason,
                decision_id=each.id,
            )
