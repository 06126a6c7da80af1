"""What an entry of the side panel opens to: why it was found, what it means, and who else says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefreader.domain.fact import Fact
from briefreader.domain.folding import fold
from briefreader.domain.ledger import Claim
from briefreader.domain.register import Entity
from briefreader.domain.text import Span
from briefreader.i18n import N_, _, anew, in_figures, plural
from briefreader.ui.models.claims import say_sources
from briefreader.ui.models.periods import say_period
from briefreader.ui.models.touching import Touching

COMPARATORS = {
    ">": N_("over"), "≥": N_("at least"), "<": N_("under"), "≤": N_("up to"), "~": N_("about"),
}  # fmt: skip
VERDICTS = {
    "differ": N_("sources differ"),
    "agree": N_("sources agree"),
    "rounding": N_("sources agree within rounding"),
    "refines": N_("one source is more exact"),
    "scope": N_("another period or scope"),
    "linked": N_("linked by hand"),
    "single": N_("one source only"),
}
DECIDED = {
    "confirmed": N_("confirmed by hand"),
    "dismissed": N_("dismissed by hand"),
    "linked": N_("linked by hand"),
}
JUDGED = {
    "accepted": N_("accepted by hand"),
    "corrected": N_("corrected by hand"),
    "rejected": N_("rejected by hand"),
}
STATUS = {
    "planned": N_("planned"), "held": N_("held"), "cancelled": N_("cancelled"), "signed": N_("signed"),
    "agreed": N_("agreed"),
}  # fmt: skip
BOUNDS = {
    "since": N_("something began then"), "until": N_("something ends then"), "before": N_("before that"),
    "after": N_("after that"), "between": N_("one stretch of time"), "born": N_("born"),
    "anniversary": N_("anniversary"),
}  # fmt: skip
PRECISIONS = {
    "day": N_("to the day"), "week": N_("to the week"), "month": N_("to the month"),
    "quarter": N_("to the quarter"), "year": N_("to the year"), "decade": N_("to the decade"),
    "range": N_("a stretch of time"),
}  # fmt: skip
_LEFT_OVER = re.compile(r"^(?:['’]s?\s+|[\s,;:.–-]+)")
_SURE, _LIKELY = 0.85, 0.6
_MOST = {"spelling": 8, "office": 4, "claim": 6}


@dataclass(frozen=True, slots=True)
class Detail:
    """A row below an entry: ``label`` says what ``text`` is; ``meta`` is small print.

    ``claim`` is the id of the claim that a click on it shows; ``verdict`` is that claim's.
    """

    label: str
    text: str
    meta: str = ""
    claim: str = ""
    verdict: str = ""

    @property
    def words(self) -> str:
        """Return the row in words, for a screen reader."""
        said = f"{self.label}: {self.text}"
        leads = _("Enter shows it in the ledger") if self.claim else ""
        return ". ".join(part for part in (said, self.meta, leads) if part)


def details(facts: Sequence[Fact], touching: Touching, text: str = "") -> tuple[Detail, ...]:
    """Return what is known of the facts of an entry; ``text`` is their document's, if it is at hand."""
    fact = facts[0]
    rows = [*_judgement(fact), *_BY_KIND.get(fact.kind, _nothing)(facts, touching, text), *_why(facts)]
    return (*(row for row in rows if row.text), *_claims(facts, touching))


def differing(claims: Iterable[Claim]) -> bool:
    """Tell whether sources contradict one another on one of these, and nobody has dismissed it."""
    return any(claim.verdict == "differ" and claim.decision != "dismissed" for claim in claims)


def independent(claims: Iterable[Claim], touching: Touching) -> int:
    """Return how many independent sources speak of a passage: the most of all its claims."""
    return max((touching.origins(claim) for claim in claims if claim.verdict != "scope"), default=0)


def said_amount(amount: float) -> str:
    """Return a number as it is read: thousands set apart, no more decimals than it has."""
    return in_figures(f"{amount or 0.0:,.6f}".rstrip("0").removesuffix("."))


def say_measure(measure: str) -> str:
    """Return what is measured, without what is left over of a word before it: "'s exports"."""
    return _LEFT_OVER.sub("", measure.strip())


def value_of(fact: Fact) -> str:
    """Return a figure's value made comparable: how it is compared, amount and unit."""
    if fact.amount is None:
        return ""
    amount, to = said_amount(fact.amount), fact.data.get("to")
    if to is not None:
        amount = f"{amount} – {said_amount(float(to))}"
    compared = COMPARATORS.get(str(fact.data.get("comparator") or ""), "")
    return " ".join(part for part in (compared and _(compared), amount, fact.unit) if part)


def _judgement(fact: Fact) -> Iterable[Detail]:
    judged, reason = str(fact.data.get("judged") or ""), str(fact.data.get("reason") or "")
    if judged in JUDGED:
        yield Detail(_("Judged"), " · ".join(part for part in (_(JUDGED[judged]), reason) if part))
    if fact.data.get("by_hand"):
        yield Detail(_("Kept"), _("The program no longer finds this; it is kept because of the judgement."))


def _why(facts: Sequence[Fact]) -> Iterable[Detail]:
    fact = facts[0]
    if fact.data.get("by_hand"):
        return
    rules = dict.fromkeys(str(each.data.get("why") or each.data.get("rule") or "") for each in facts)
    why = "; ".join(anew(rule) for rule in rules if rule)
    label = _("Reckoned") if fact.kind == "date" else _("Found by")
    yield Detail(label, why or _("the program’s rules for this kind of fact"))
    yield Detail(_("Certainty"), _certainty(fact))


def _certainty(fact: Fact) -> str:
    found = fact.data.get("confidence")
    if not isinstance(found, int | float):
        return ""
    words = _("sure") if found >= _SURE else _("likely") if found >= _LIKELY else _("a guess")
    return f"{words}, {round(found * 100)}%"


def _quote(facts: Sequence[Fact], touching: Touching, text: str) -> Iterable[Detail]:
    fact = facts[0]
    speaker = fact.data.get("speaker") or {}
    place = _place(speaker)
    words = " ".join(place.of(text).split()) if place and text else ""
    bearer = touching.bearer(fact.document, place, str(speaker.get("entity") or ""))
    name = (bearer.name if bearer else "") or fact.about
    whom = ", ".join(part for part in (name, str(fact.data.get("role") or "")) if part)
    other = words and fold(words) != fold(name)
    yield Detail(_("Speaker"), f"“{words}” → {whom}" if other and whom else whom or _("not found"))
    if bearer and words:
        yield Detail(_("Rests on"), _joined(bearer, words))
    cue = _place(fact.data.get("cue") or {})
    if cue and text:
        yield Detail(_("Said with"), f"“{' '.join(cue.of(text).split())}”")


def _joined(bearer: Entity, words: str) -> str:
    """Say by which rule a spelling is taken for a bearer."""
    known = next((each for each in bearer.variants if each.rule and fold(each.text) == fold(words)), None)
    if known is None:
        return ""
    through = _("through “{}”").format(known.joined) if known.joined else ""
    return ", ".join(part for part in (known.rule, through) if part)


def _place(found: object) -> Span | None:
    if not isinstance(found, dict):
        return None
    start, end = found.get("start"), found.get("end")
    return Span(start, end) if isinstance(start, int) and isinstance(end, int) and start < end else None


def _figure(facts: Sequence[Fact], touching: Touching, _text: str) -> Iterable[Detail]:
    fact = facts[0]
    row = touching.figure(fact.key)
    yield Detail(_("Value"), value_of(fact))
    change = fact.data.get("change") or {}
    ends = [said_amount(float(change[end])) for end in ("from", "to") if change.get(end) is not None]
    yield Detail(_("Change"), f"{' → '.join(ends)} {fact.unit}".strip() if len(ends) == 2 else "")
    yield Detail(_("Measures"), say_measure(fact.about or str(fact.data.get("measure") or "")))
    told = str(fact.data.get("period") or "")
    exact = "" if fact.when in told else say_period(fact.when)
    said = say_period(told)
    yield Detail(_("Period"), " · ".join(part for part in dict.fromkeys((said, exact)) if part))
    yield Detail(_("Said by"), row.speaker if row else "")


def _date(facts: Sequence[Fact], touching: Touching, _text: str) -> Iterable[Detail]:
    fact = facts[0]
    moment = touching.moment(fact.key)
    first, last = str(fact.data.get("from") or "")[:10], str(fact.data.get("to") or "")[:10]
    said = say_period(fact.when)
    yield Detail(_("Value"), said or fact.when)
    days = say_period(f"{first}/{last}") if first and last and first != last else ""
    yield Detail(_("Days"), days if days != said else "")
    precise = moment.precision if moment else _precision(fact.when)
    inferred = _("inferred") if moment and moment.inferred else ""
    words = _(PRECISIONS[precise]) if precise in PRECISIONS else ""
    yield Detail(_("Precision"), " · ".join(part for part in (words, inferred) if part))
    age = fact.data.get("type") == "AGE"
    yield Detail(_("Implies"), said_birth(fact) if age else _bound(fact.data.get("bound") or {}))


def _bound(bound: Mapping[str, str | None]) -> str:
    """Return in words what a date says of the time around it: "before that: up to 1 Dec 2025"."""
    kind, first, last = (str(bound.get(name) or "") for name in ("kind", "from", "to"))
    if kind not in BOUNDS:
        return ""
    if first and last:
        days = say_period(first if first == last else f"{first}/{last}")
    elif first:
        days = _("from {day}").format(day=say_period(first))
    else:
        days = _("up to {day}").format(day=say_period(last))
    return f"{_(BOUNDS[kind])}: {days}"


def said_birth(fact: Fact) -> str:
    """Say between which days was born, or was begun, what an age is told of; nothing of other dates."""
    implied = fact.data.get("bound") or {}
    first, last = say_period(implied.get("from") or ""), say_period(implied.get("to") or "")
    words = _BIRTHS.get(str(implied.get("kind") or ""))
    return _(words[first == last]).format(first=first, last=last) if words else ""


_BIRTHS = {
    "born": (N_("born between {first} and {last}"), N_("born on {first}")),
    "begun": (N_("begun or made between {first} and {last}"), N_("begun or made on {first}")),
}


def _precision(when: str) -> str:
    if when.startswith("P"):
        return ""  # a length is no time
    if "/" in when:
        return "range"
    if "W" in when:
        return "week"
    if "Q" in when:
        return "quarter"
    return {10: "day", 7: "month", 4: "year", 3: "decade"}.get(len(when), "")


def _event(facts: Sequence[Fact], _touching: Touching, _text: str) -> Iterable[Detail]:
    fact = facts[0]
    who = fact.data.get("who") or fact.data.get("parties") or ()
    status = str(fact.data.get("status") or "")
    yield Detail(_("What"), fact.about or str(fact.data.get("what") or ""))
    yield Detail(_("Parties") if fact.kind == "agreement" else _("Who"), ", ".join(map(str, who)))
    yield Detail(_("Where"), str(fact.data.get("where") or ""))
    day = _("When") if fact.kind == "event" else _("Due") if fact.data.get("due") else _("Signed")
    yield Detail(day, say_period(fact.when))
    yield Detail(_("In force"), say_period(str(fact.data.get("force") or "")))
    yield Detail(_("Status"), _(STATUS[status]) if status in STATUS else status)


def _name(facts: Sequence[Fact], touching: Touching, _text: str) -> Iterable[Detail]:
    bearers = (touching.bearer(each.document, each.span) for each in facts)
    bearer = next((each for each in bearers if each is not None), None)
    if bearer is None:
        yield Detail(_("Office"), str(facts[0].data.get("role") or ""))
        forms = dict.fromkeys(" ".join(each.text.split()) for each in facts)
        shown = [f"“{form}”" for form in forms][: _MOST["spelling"]]
        yield Detail(_("Spellings"), ", ".join(shown) + _more(len(forms) - len(shown)))
        return
    for office in bearer.offices[: _MOST["office"]]:
        since = " – ".join(dict.fromkeys(say_period(each) for each in (office.since, office.until) if each))
        yield Detail(_("Office"), office.title, since)
    for variant in bearer.variants[: _MOST["spelling"]]:
        through = _("through “{}”").format(variant.joined) if variant.joined else ""
        count = plural("{n} mention", "{n} mentions", variant.count)
        small = " · ".join(part for part in (variant.rule, through, count) if part)
        yield Detail(_("Spelling"), f"“{variant.text}”", small)
    yield Detail(_("Spellings"), _more(len(bearer.variants) - _MOST["spelling"]).strip(" ,"))


def _more(n: int) -> str:
    return plural(", {n} more", ", {n} more", n) if n > 0 else ""


def _key(facts: Sequence[Fact], _touching: Touching, _text: str) -> Iterable[Detail]:
    fact = facts[0]
    yield Detail(_("In full"), " ".join(fact.text.split()) if fact.data.get("short") else "")


def _nothing(_facts: Sequence[Fact], _touching: Touching, _text: str) -> Iterable[Detail]:
    return ()


_BY_KIND: dict[str, Callable[[Sequence[Fact], Touching, str], Iterable[Detail]]] = {
    "key": _key, "quote": _quote, "figure": _figure, "date": _date, "event": _event, "agreement": _event,
    "person": _name, "organisation": _name, "place": _name,
}  # fmt: skip


def touching_claims(facts: Iterable[Fact], touching: Touching) -> tuple[Claim, ...]:
    """Return the claims that rest on some of these facts, each once."""
    found = {claim.id: claim for fact in facts for claim in touching.claims(fact.document, fact.span)}
    return tuple(found.values())


def _claims(facts: Sequence[Fact], touching: Touching) -> Iterable[Detail]:
    for claim in touching_claims(facts, touching)[: _MOST["claim"]]:
        label = _(VERDICTS.get(claim.verdict, claim.verdict))
        sources = say_sources(claim) if len(claim.documents) > 1 else _(VERDICTS["single"])
        decided = _(DECIDED[claim.decision]) if claim.decision in DECIDED else ""
        # What the label says already is not said again.
        said = [each for each in (sources, decided) if each != label]
        meta = " · ".join(part for part in (*said, claim.note) if part)
        label = label[:1].upper() + label[1:]
        text = f"{claim.topic}. {claim.reason}" if claim.reason else claim.topic
        yield Detail(label, text, meta, claim.id, claim.verdict)
