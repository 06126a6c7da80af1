"""Claims on undertakings: what is planned, begun, running, finished or given up, and since when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._matters import Setting
from briefreader.extractors._wording import stem, telling

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTIVITIES = listed(
    """
    project launch opening start introduction creation construction assembly production manufacturing
    manufacture building plant factory route flight flights line railway pipeline bridge highway port airport
    terminal reactor mine supply supplies deliveries delivery expansion relocation merger acquisition
    operation operations works
    takeover privatisation privatization satellite mission connection link service train ferry
    """
)
"""Nouns of what people undertake."""

OBJECTS = listed(
    """
    plant factory route flight flights line railway pipeline bridge highway port airport terminal reactor
    mine satellite connection link service train ferry
    """
)
"""Those that are things, so that the noun itself says what it is about."""

PROPOSED, PLANNED, RUNNING, FINISHED, DROPPED = "proposed", "planned", "running", "finished", "dropped"
STATES = (PROPOSED, PLANNED, RUNNING, FINISHED, DROPPED)

_CUES = (
    (DROPPED, listed("cancelled canceled scrapped abandoned suspended halted postponed shelved delayed")),
    (FINISHED, listed("completed finished commissioned")),
    (PLANNED, listed("scheduled planned due slated expected upcoming will should set plans intends next "
                     "targeted targets aims hopes wants forecast")),
    (RUNNING, listed("launched launch opened opening began begun started operates operating running connected"
                     " connects inaugurated introduced under-way underway developed launching existing")),
    (PROPOSED, listed("proposed proposes considering discuss discussed could may might would propose idea "
                      "negotiating")),
)  # fmt: skip
_LATER = listed("scheduled planned due slated expected will set next projects")
_WAYS = frozenset(stem(word) for word in ("route", "service", "link", "connection", "line"))


def claims(setting: Setting) -> Iterator[Fact]:
    """Yield a claim for each undertaking whose state is told."""
    done = 0
    for token in setting.doc:
        if token.lower_ not in ACTIVITIES or token.tag_ not in ("NN", "NNS") or token.idx < done:
            continue
        if token.dep_ in ("compound", "amod"):
            continue
        clause = _clause(token)
        span = _span(setting, clause)
        if span is None or setting.scene.document.is_noise(span):
            continue
        fact = _claim(setting, token, clause, span)
        if fact is not None:
            done = span.end
            yield fact


def _claim(setting: Setting, token: Token, clause: list[Token], span: Span) -> Fact | None:
    words = {t.lower_ for t in clause} | {f"{t.lower_}-{u.lower_}" for t, u in pairwise(clause)}
    state = _state(words, token)
    phrase = [t for t in clause if t.tag_[:1] in "NJV"]
    tells = telling(setting.words(phrase))
    if not state or not set(tells) - {stem(each) for each in ACTIVITIES - OBJECTS} - {"launch", "plan"}:
        return None
    if "air" in tells and _WAYS & set(tells):
        tells.append("flight")
    sentence = setting.sentence(span)
    data = {
        "family": "undertaking",
        "head": stem(token.text),
        "words": tells,
        "parties": setting.parties(span),
        "pair": list(setting.pair),
        "passage": [sentence.start, sentence.end],
        "value": span.of(setting.text),
        "status": state,
        **(setting.interval(span) or {"when": ""}),
    }
    return setting.reading.fact("claim", span, when=data["when"], about=span.of(setting.text), data=data)


def _clause(token: Token) -> list[Token]:
    """Return the words of the clause in which an undertaking is told, in order, without side clauses."""
    top = token
    for _step in range(6):
        if top.tag_.startswith("V") or top.head.i == top.i:
            break
        top = top.head
    if not top.tag_.startswith("V"):
        top = token
    # "highlighting the launch of a route and a sharp rise": the verb is another's; its object is enough
    if top.dep_ in ("advcl", "ccomp", "pcomp") or top.lower_ in (
        "include",
        "includes",
        "highlighting",
        "welcomed",
    ):
        top = _below(token, top)
    return [t for t in top.subtree if not _aside(t, top, token)]


def _below(token: Token, top: Token) -> Token:
    while token.head.i != top.i and token.head.i != token.i:
        token = token.head
    return token


def _aside(token: Token, top: Token, kept: Token) -> bool:
    """Tell whether a word hangs on a branch that says something else than the clause."""
    while token.i != top.i and token.head.i != token.i:
        other = token.dep_ in ("relcl", "advcl", "parataxis", "ccomp") or (
            token.dep_ == "conj" and token.tag_[:1] != "N"
        )
        if (other or (token.dep_ == "conj" and any(c.dep_ == "det" for c in token.children))) and not _holds(
            token, kept
        ):
            return True
        token = token.head
    return False


def _holds(token: Token, kept: Token) -> bool:
    return token.i == kept.i or any(each.i == token.i for each in kept.ancestors)


def _span(setting: Setting, clause: list[Token]) -> Span | None:
    """Return the stretch from the first to the last word of a clause in one line, at most 45 words."""
    clause = [t for t in clause if not t.is_space]
    while clause and clause[-1].is_punct:
        clause.pop()
    while clause and (clause[0].is_punct or clause[0].tag_ == "CC"):
        clause.pop(0)
    if not clause or clause[-1].i - clause[0].i > 45:
        return None
    span = Span(clause[0].idx, clause[-1].idx + len(clause[-1]))
    return None if "\n" in span.of(setting.text) else span


def _state(words: set[str], token: Token) -> str:
    """Return in what state an undertaking is told to be, or "" if that is not told."""
    if "projects" in words and "next" in words:
        return PROPOSED
    later = words & _LATER and words & {"begin", "start", "open", "launch", "be", "become"}
    if later and not words & {"cancelled", "canceled", "suspended", "postponed"}:
        return PLANNED
    for state, cues in _CUES:
        if words & cues:
            return state
    return ""
