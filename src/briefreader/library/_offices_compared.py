"""What office a person holds, as several sources have it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.register import Entity, Office
from briefreader.domain.survey import SourceCard
from briefreader.extractors import is_country
from briefreader.i18n import _
from briefreader.library._sentences import sentence_around
from briefreader.library.registering import Registered, office_words

_WITH_PORTFOLIO = frozenset(("minister", "ambassador", "secretary"))
_EXCLUSIVE = (
    frozenset(("governor", "mayor", "prefect")),
    frozenset(("chairman", "chairwoman", "chair", "chief")),
    frozenset(("president", "premier", "chancellor")),
    frozenset(("captain", "pilot", "engineer")),
    frozenset(("director", "curator")),
    frozenset(("majority", "minority", "opposition")),
)
"""Posts of one sort that one person seldom holds at a time."""

_FORCES = frozenset(("general", "admiral", "marshal", "colonel", "commander"))
_GRADES = frozenset(("lieutenant", "major", "brigadier", "rear", "vice", "air", "chief", "wing"))
"""What tells the ranks of armed forces apart: "Rear Admiral", "Vice Admiral"."""

_DEPUTY = frozenset(("deputy", "vice"))
_PLAIN = frozenset(("republic", "kingdom", "state", "government", "cabinet", "federal"))
_RANKS = frozenset(("deputy", "vice", "former", "acting", "first", "prime", "state", "general", "ex"))


def claims(
    registered: Registered, sources: Mapping[str, SourceCard], texts: Mapping[str, str]
) -> Iterable[Claim]:
    """Yield a claim for each person to whom two independent sources give an office."""
    for entity in registered.register.of_kind("person"):
        offices = [each for each in entity.offices if set(each.documents) & sources.keys()]
        origins = {sources[id].origin for each in offices for id in each.documents if id in sources}
        if len(origins) > 1:
            yield _claim(entity, offices, sources, texts)


def _claim(
    entity: Entity, offices: list[Office], sources: Mapping[str, SourceCard], texts: Mapping[str, str]
) -> Claim:
    from briefreader.library.ledger import claim_id

    entries = []
    first = {place.document: place for place in reversed(entity.mentions)}
    for office in offices:
        for id in office.documents:
            if id in sources:
                place = office.place if office.place.document == id else first[id]
                text, source = texts[id], sources[id]
                passage = sentence_around(text, place.span)
                entries.append(
                    ClaimEntry(
                        id,
                        passage,
                        place.span,
                        passage.of(text),
                        office.title,
                        source.origin,
                        source.published,
                    )
                )
    entries.sort(key=lambda each: (str(each.published.first or "9999"), each.document))
    verdict, reason, degree, named = _verdict(entries)
    topic = _("Office of {name}").format(name=entity.name)
    return Claim(
        claim_id("office", entries),
        topic,
        "office",
        verdict,
        reason,
        tuple(entries),
        "",
        degree,
        (entity.name,),
        named=named,
    )


def _verdict(entries: list[ClaimEntry]) -> tuple[str, str, str, tuple[int, ...]]:
    """Return verdict, reason, degree, and the places of the entries that the reason speaks of."""
    words = [office_words(each.value) for each in entries]
    for n, one in enumerate(words):
        for m in range(n + 1, len(words)):
            other = words[m]
            if entries[n].origin != entries[m].origin and _clash(one, other):
                said = _("“{one}” and “{other}” are two posts of one sort.")
                reason = said.format(one=entries[n].value, other=entries[m].value)
                return "differ", reason, "major", (n, m)
    if all(one == words[0] for one in words):
        return "agree", _("All sources give the same office."), "", ()
    if any(one < other or other < one for one in words for other in words):
        return "refines", _("Some sources give the office in full, others in short."), "", ()
    return "scope", _("The sources name different offices; one person may hold them all."), "", ()


def _clash(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two offices exclude each other: two posts of one sort, or one post with two portfolios."""
    lands = [frozenset(word for word in each if _is_country(word)) for each in (one, other)]
    if all(lands) and lands[0] != lands[1]:
        return False  # two people of one name, rather
    posts = one - lands[0], other - lands[1]
    if posts[0] ^ posts[1] and posts[0] ^ posts[1] <= _DEPUTY and len(posts[0] & posts[1]) > 1:
        return True
    grades = one & _GRADES, other & _GRADES
    if one & other & _FORCES and all(grades) and grades[0] != grades[1]:
        return True
    if (one | other) & _RANKS:
        return False
    for sort in _EXCLUSIVE:
        if one & sort and other & sort and not one & other & sort:
            return True
    if not one & other & _WITH_PORTFOLIO:
        return False
    portfolios = [{word for word in each if not _is_setting(word)} for each in (one, other)]
    return all(portfolios) and not portfolios[0] & portfolios[1]


def _is_setting(word: str) -> bool:
    """Tell whether a word of an office says where it is held, or only what sort of post it is."""
    return word in _WITH_PORTFOLIO or _is_country(word) or word in _PLAIN


def _is_country(word: str) -> bool:
    return is_country(word.replace("-", " "))
