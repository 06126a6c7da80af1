"""People, organisations and places: where they are mentioned, and who is who within a document."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from briefreader.domain.folding import fold
from briefreader.domain.naming import conflicting, family_key
from briefreader.domain.text import Span
from briefreader.extractors import _joining as joining
from briefreader.extractors._gazetteer import (
    demonym_country,
    gazetteer,
    known_organisation,
    listed,
    place_key,
)
from briefreader.extractors._masking import is_vietnamese
from briefreader.extractors._page import ORGANISATION, PERSON, Found, Page
from briefreader.extractors._placing import placed
from briefreader.extractors._roles import (
    fits,
    people_at,
    role_of,
    role_words,
    speaks_against,
    title_of,
)
from briefreader.extractors._spans import find
from briefreader.i18n import N_

if TYPE_CHECKING:
    from briefreader.extractors._reading import Reading

SAME = N_("the same name")
SPELLING = N_("the same name in another spelling or order")
FAMILY = N_("family name of a person named in full")
GIVEN = N_("given name of a person named in full")
PART = N_("part of the name of a person named in full")
SHORT = N_("short form of a longer name")
ACRONYM = N_("acronym of the name")
SLIP = N_("another spelling of a name in this document")
ALIAS = N_("another name that this document says the person has")
ALONE = N_("short form only; no fuller name in this document")
KNOWN_PLACE = N_("a name of the same place")
KNOWN_BODY = N_("a known name of the same organisation")


_ALSO = frozenset(
    ["also known as", "known also as", "formerly known as", "better known as", "known as", "a.k.a.", "aka",
     "born", "née", "né"]
)  # fmt: skip
_STATE_BODIES = listed(
    """
    ministry government parliament army navy council assembly police court party
    """
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, without any title, and the one it stands for.

    ``kind`` is "person", "organisation" or "place". ``name`` is the fullest form that the document
    gives; ``entity`` is the same for all mentions of one bearer, here and in other documents
    ("person:volfovich-aleksandr"). ``role`` is the office that stands beside this mention or, if
    none does, beside an earlier mention of the same person. ``rule`` says in a few words why the
    mention was joined to its bearer; ``evidence`` is where the document gives the name that it was
    joined through. ``country`` is that of a place, ISO 3166-1 alpha-2, or "".
    """

    span: Span
    kind: str
    text: str
    name: str
    entity: str
    role: str = ""
    rule: str = ""
    evidence: Span | None = None
    country: str = ""


def mentions(reading: Reading) -> tuple[Mention, ...]:
    """Return every mention, in the order of the text, resolved within the document."""
    page, names = find(reading)
    people = [name for name in names if name.kind == PERSON]
    joined: dict[int, tuple[str, str, str]] = {}
    joined.update(_join_people(page, people))
    joined.update(_join_bodies(page, [name for name in names if name.kind == ORGANISATION]))
    at = people_at(people)
    roles: dict[str, str] = {}
    found = []
    for name in names:
        said = page.said(name)
        key, full, rule = joined.get(name.start) or _place(said)
        entity = f"{name.kind}:{key}"
        role = ""
        if name.kind == PERSON:
            role = role_of(page, name, at)
            role = roles[entity] = _better(role, roles.get(entity, ""))
        found.append(Mention(page.span(name), name.kind, said, full, entity, role, rule))
    return tuple(_named(placed(reading.text, _evident(found))))


def _evident(found: list[Mention]) -> list[Mention]:
    """Give each mention that was joined by more than its own words the place of the name it was joined to."""
    first: dict[tuple[str, str], Span] = {}
    for mention in found:
        first.setdefault((mention.entity, mention.text), mention.span)
    told = []
    for mention in found:
        through = first.get((mention.entity, mention.name))
        own = mention.rule in (SAME, ALONE) or mention.text == mention.name or through == mention.span
        told.append(mention if own else replace(mention, evidence=through))
    return told


def _place(said: str) -> tuple[str, str, str]:
    usual = gazetteer().places.get(place_key(said), said)
    return joining.place_entity(said), said, SAME if usual == said else KNOWN_PLACE


def resolve(reading: Reading, where: Span | str, before: int | None = None) -> Mention | None:
    """Return the mention that a stretch of the text, or some words, stand for, or None.

    ``where`` is a span of the text or the words themselves: a name ("Volfovich", "General Secretary
    Lam") or an office with or without its article ("the Secretary of State", "the minister", "the
    Belarusian leader"). A name gives its own mention (for a span, the one that lies in it; for words,
    the last one before ``before``, else the first in the document). An office gives a mention of the
    person whose office it fits: the nearest before ``before`` (by default the start of the span), else
    the first after it; None if no person's office in this document fits. The mention's own span is
    where the person is named, not ``where``.
    """
    found = [mention for mention in reading.mentions if mention.kind == PERSON]
    if isinstance(where, Span):
        inside = [mention for mention in reading.mentions if where.overlaps(mention.span)]
        people = [mention for mention in inside if mention.kind == PERSON]
        if people:
            return people[-1]
        words = where.of(reading.text)
        place = where.start if before is None else before
    else:
        words = where
        place = len(reading.text) if before is None else before
        plain = fold(words.strip())
        named = [m for m in reading.mentions if fold(m.text) == plain or fold(m.name) == plain]
        named = named or [m for m in found if plain.endswith(" " + fold(m.text))] or _called(found, plain)
        if named:
            return next((m for m in reversed(named) if m.span.start < place), named[0])
    fitting = _holders(reading, found, words)
    if fitting:
        return next((m for m in reversed(fitting) if m.span.start < place), fitting[0])
    if isinstance(where, Span):
        return next((m for m in reading.mentions if where.overlaps(m.span)), None)
    return None


def _called(found: list[Mention], word: str) -> list[Mention]:
    """Return the mentions of the one person who has this word for a name; of two, none."""
    called = [m for m in found if word and word in fold(m.name).split()]
    return called if len({m.entity for m in called}) == 1 else []


def _holders(reading: Reading, found: list[Mention], words: str) -> list[Mention]:
    roles: dict[str, str] = {}
    for mention in found:
        if mention.role:
            roles[mention.entity] = mention.role
    return [m for m in found if m.entity in roles and fits(words, roles[m.entity])]


def _better(new: str, known: str) -> str:
    """Return the office to keep: the new one, unless the known one says the same and more."""
    if not new:
        return known
    return known if known and role_words(new) <= role_words(known) else new


def _named(found: list[Mention]) -> list[Mention]:
    """Give all mentions of one bearer the fullest form as their name."""
    forms: dict[str, Counter[str]] = {}
    for mention in found:
        forms.setdefault(mention.entity, Counter())[mention.name] += 1
    fullest = {
        entity: max(names, key=lambda name: (len(name.split()), not name.isupper(), names[name], len(name)))
        for entity, names in forms.items()
    }
    return [replace(mention, name=fullest[mention.entity]) for mention in found]


def _join_people(page: Page, people: list[Found]) -> dict[int, tuple[str, str, str]]:
    """Return for each mention, by its first token: the key, the full name, and the rule."""
    full, keys = _in_full(page, people)
    others = _also_known_as(page, people, full, keys)
    called, at = _calls(full), people_at(people)
    held = _offices_in_full(page, people, keys, at)
    joined = {}
    for person in people:
        said = page.said(person)
        if said in keys:
            key = keys[said]
            rule = SAME if said == full[key] else ALIAS if said in others else SPELLING
            joined[person.start] = (key, full[key], rule)
        else:
            title = title_of(page, person, at)
            unfit = {key for key, name in full.items() if title and speaks_against(title, name, held[key])}
            joined[person.start] = _short(said, {k: full[k] for k in full if k not in unfit}, called)
    return joined


def _in_full(page: Page, people: list[Found]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the fullest name of each person named with more than one word, and the key of each name."""
    names: dict[str, str] = {}  # name as it stands → key, the longest first
    for person in sorted(people, key=lambda name: name.start - name.end):
        said = page.said(person)
        if person.end - person.start > 1 and not joining.is_family_only(said):
            names.setdefault(said, joining.person_key(said))
    two = [(one, other) for one, other in combinations(names, 2) if names[one] == names[other]]
    parted = {names[one] for one, other in two if conflicting(one, other)}
    beside = _side_by_side(page, people)
    full: dict[str, str] = {}
    alike: dict[str, list[str]] = {}  # first letter of the family name → keys
    for said, key in names.items():
        if key in parted:
            names[said] = key = joining.parted_key(said)
        others = alike.setdefault(joining.name_parts(said)[0][:1], [])
        if key not in full:
            meant = [
                other
                for other in others
                if frozenset((said, full[other])) not in beside and joining.compatible(said, full[other])
            ]
            several = any(conflicting(full[one], full[other]) for one, other in combinations(meant, 2))
            if meant and not several:
                names[said] = key = meant[0]
        if key not in full:
            full[key] = said
            others.append(key)
    return full, names


def _offices_in_full(
    page: Page, people: list[Found], keys: dict[str, str], at: dict[int, Found]
) -> dict[str, set[str]]:
    """Return the offices that stand beside the full names of each person."""
    held: dict[str, set[str]] = {key: set() for key in keys.values()}
    for person in people:
        role = role_of(page, person, at) if page.said(person) in keys else ""
        if role:
            held[keys[page.said(person)]].add(role)
    return held


def _side_by_side(page: Page, people: list[Found]) -> set[frozenset[str]]:
    """Return the names between which only "and" stands: they are of two people."""
    return {
        frozenset((page.said(one), page.said(other)))
        for one, other in pairwise(people)
        if page.low[one.end : other.start] == ["and"]
    }


def _also_known_as(page: Page, people: list[Found], full: dict[str, str], keys: dict[str, str]) -> set[str]:
    """Join the names that the text says are of one person ("Lai, also known as William Lai"); return them."""
    found: set[str] = set()
    for one, other in pairwise(people):
        said, alias = page.said(one), page.said(other)
        words = " ".join(page.low[one.end : other.start]).strip(",( ")
        if words not in _ALSO or alias not in keys or alias == said:
            continue
        bearers = {keys[said]} if said in keys else {
            key
            for key, name in full.items()
            if key != keys[alias] and family_key(said) in joining.short_forms(name)[0]
        }  # fmt: skip
        if len(bearers) == 1 and bearers != {keys[alias]}:
            (key,), old = bearers, keys[alias]
            full.pop(old)
            found |= {name for name, held in keys.items() if held == old}
            keys.update((name, key) for name, held in list(keys.items()) if held == old)
    return found


def _calls(full: dict[str, str]) -> dict[tuple[str, str], set[str]]:
    """Return who can be called by a word, and by which rule: (rule, word) → keys."""
    called: dict[tuple[str, str], set[str]] = {}
    for key, name in full.items():
        families, givens = joining.short_forms(name)
        for rule, forms in ((FAMILY, families), (GIVEN, givens), (PART, set(fold(name).split()))):
            for form in forms:
                called.setdefault((rule, form), set()).add(key)
    return called


def _short(said: str, full: dict[str, str], called: dict[tuple[str, str], set[str]]) -> tuple[str, str, str]:
    """Return whom of those in full a single word names: never one of two that it could be."""
    plain, folded, none = family_key(said.replace(" ", "")), fold(said), set[str]()
    for rule, holders in (
        (FAMILY, called.get((FAMILY, plain), none) | called.get((FAMILY, folded), none)),
        (GIVEN, called.get((GIVEN, joining.given_key(said)), none)),
        (PART, called.get((PART, folded), none)),
    ):
        holders = holders & full.keys()
        if len(holders) == 1:
            key = next(iter(holders))
            return key, full[key], GIVEN if is_vietnamese(full[key].split()) else rule
        if holders:
            break
    else:
        alike = {key for key, name in full.items() if any(joining.is_slip(said, w) for w in name.split())}
        if len(alike) == 1:
            key = alike.pop()
            return key, full[key], SLIP
    return plain, said, ALONE


def _join_bodies(page: Page, bodies: list[Found]) -> dict[int, tuple[str, str, str]]:
    """Return for each organisation, by its first token: the key, the full name, and the rule."""
    own = {body.start: joining.organisation_key(_owned(page, body)) for body in bodies}
    texts: dict[str, str] = {}
    said_as: dict[str, str] = {}  # key → the name with its country
    for body in bodies:
        texts.setdefault(own[body.start], page.said(body))
        said_as.setdefault(own[body.start], _owned(page, body))
    target: dict[str, tuple[str, str]] = {}
    holding: dict[str, list[str]] = {}  # a telling word, or initials → keys
    for key, said in said_as.items():
        for word in {*joining.organisation_words(said), joining.initials(said)}:
            holding.setdefault(word, []).append(key)
    acronyms = {short: own[full.start] for short, full in _bracketed(page, bodies)}
    for key, said in said_as.items():
        words = {joining.organisation_words(said)[0], said.replace(".", "")}
        others = {other for word in words for other in holding.get(word, ())} - {key}
        longer = [other for other in said_as if other in others and _is_short_for(said, said_as[other])]
        if texts[key] in acronyms:
            target[key] = (acronyms[texts[key]], ACRONYM)
        elif len(longer) == 1:
            target[key] = (longer[0], ACRONYM if said.isupper() and " " not in said else SHORT)
    joined = {}
    for body in bodies:
        said, key, rule = page.said(body), own[body.start], SAME
        for _ in range(3):
            if key not in target:
                break
            key, rule = target[key][0], target[key][1] if rule == SAME else rule
        name = texts.get(key, said)
        if rule == SAME and said != name:
            rule = ACRONYM if said.isupper() and " " not in said and not name.isupper() else SPELLING
        usual = known_organisation(said)
        if rule == SAME and usual and fold(usual) != fold(said):
            rule = KNOWN_BODY
        joined[body.start] = (key, name, rule)
    return joined


def _owned(page: Page, body: Found) -> str:
    """Return a state body's name with the country that stands before it: "Vietnam’s Ministry of …"."""
    said = page.said(body)
    if not _STATE_BODIES & set(page.low[body.start : body.end]):
        return said
    i = body.start - 1
    if page.word(i) == "the" and page.word(i - 1) in ("—", "-", "–"):
        i -= 2
    elif page.word(i) in ("'s", "’s"):
        i -= 1
    elif not demonym_country(page.word(i)):
        return said
    for length in (3, 2, 1):
        before = " ".join(page.words[max(0, i - length + 1) : i + 1])
        if place_key(before) in gazetteer().countries or demonym_country(before):
            return f"{said} of {demonym_country(before) or before}"
    return said


def _bracketed(page: Page, bodies: list[Found]) -> list[tuple[str, Found]]:
    """Return the acronyms that stand in brackets after a name, each with the name."""
    found = []
    for before, after in pairwise(bodies):
        short = page.said(after)
        brief = " " not in short and (short.isupper() or len(short) < len(page.said(before)) // 2)
        if brief and after.start == before.end + 1 and page.words[before.end] == "(":
            found.append((short, before))
    return found


def _is_short_for(short: str, long: str) -> bool:
    """Tell whether one name of an organisation is a short form of another in the same document."""
    if short.isupper() and " " not in short and len(short) > 1:
        return joining.initials(long) == short.replace(".", "") and " " in long
    a, b = joining.organisation_words(short), joining.organisation_words(long)
    if len(a) >= len(b):
        return False
    if b[: len(a)] == a or b[-len(a) :] == a:
        return True
    return set(a) < set(b) and all(
        word.replace("-", " ") in gazetteer().countries for word in set(b) - set(a)
    )
