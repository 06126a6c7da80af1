"""Whether what a text tells of has happened, lies ahead, or came to nothing.

It hangs on the verbs above the word that names it, on their helpers ("will", "may", "not"), and on the
words of its stretch ("scheduled", "called off").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from briefreader.extractors._gazetteer import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_CANCELLED = listed(
    """
    cancelled canceled postponed suspended called-off scrapped abandoned delayed shelved aborted averted
    calls-off call-off put-off broken-off
    """
)
ENDING = listed(
    """
    terminate terminates terminated termination scrap scraps scrapped reject rejects rejected suspend suspends
    suspended cancel cancels cancelled canceled withdraw withdraws withdrew withdrawn withdrawal abandon
    abandons abandoned denounce denounces denounced quit quits repudiate repudiated annul annulled revoke
    revokes revoked freeze froze frozen
    """
)
"""What ends an agreement, or keeps it from coming about."""
_PLANNED = listed(
    """
    planned scheduled upcoming forthcoming slated proposed invitation preparations
    """
)
_PLANNING = _PLANNED | listed(
    """
    plans expected due set prepare preparing intends intend will shall would wants hopes invited next
    future 'll ’ll wo
    """
)
_LATER = listed("will shall 'll ’ll wo would")
_BE = listed("is are was were 's ’s 're ’re be been")
_MEANING = _BE | listed(
    """
    plan plans planned planning due set scheduled expected slated hopes hope intends intend going prepares
    preparing prepared ready wants agreed
    """
)
"""What an infinitive that lies ahead hangs on: "is to visit", "plans to visit"."""
_OPEN = listed("may might could should can")
_STEPS = 4


def _helpers(verb: Token) -> set[str]:
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}


def negated(verb: Token) -> bool:
    """Tell whether a verb is denied, or has "yet to" happen."""
    if any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children):
        return True
    yet = any(each.lower_ == "yet" for token in (verb, verb.head) for each in token.children)
    return yet and "to" in _helpers(verb)


def possible(verb: Token) -> bool:
    """Tell whether a verb says what may or could be: "may be signed"."""
    return bool(_helpers(verb) & _OPEN)


def foreseen(verb: Token) -> bool:
    """Tell whether a verb says what lies ahead: "will visit", "is to visit", "plans to visit"."""
    helpers = _helpers(verb)
    if helpers & _LATER:
        return True
    if "to" in helpers:
        return verb.head.i != verb.i and verb.head.lower_ in _MEANING
    if verb.tag_ == "VB" and verb.dep_ == "conj" and not helpers:
        return foreseen(verb.head)
    return False


def _chain(token: Token) -> Iterator[Token]:
    """Yield the verbs above a token, as long as they speak of the same thing."""
    verb = token
    for _step in range(_STEPS):
        if verb.head.i == verb.i:
            return
        verb = verb.head
        if verb.tag_.startswith("V"):
            yield verb
            if verb.dep_ not in ("xcomp", "conj", "acomp"):
                return


def state_of(token: Token, verb: Token | None, words: list[str], ahead: bool) -> str:
    """Return "cancelled", "planned" or "held".

    ``token`` names what happens, ``verb`` makes it, if one does; ``words`` are those of its stretch in lower
    case, and ``ahead`` says that its day lies ahead.
    """
    verbs = [*([verb] if verb is not None and verb.tag_.startswith("V") else []), *_chain(token)]
    if token.tag_.startswith("V"):
        verbs.append(token)
    above = {child.lower_ for child in token.children if child.dep_ in ("aux", "amod")}
    for each in verbs:
        above |= {each.lower_} | _helpers(each)
        above |= {
            f"{each.lower_}-{child.lower_}" for child in each.children if child.dep_ in ("prt", "advmod")
        }
    said = set(words) | {f"{one}-{other}" for one, other in pairwise(words)}
    if (said | above) & _CANCELLED:
        return "cancelled"
    if verb is not None and verb.tag_ == "VB" and "to" in _helpers(verb):
        return "planned"  # "asked to sign a contract": not that it was signed
    if any(
        negated(each) or possible(each) or foreseen(each)
        for each in verbs
        if each.i != token.i or verb is None
    ):
        return "planned"
    return "planned" if said & _PLANNED or above & _PLANNING or ahead else "held"
