"""What stands behind verbs that report nothing as such: praised the “courage”, put the toll at 40.

Marks break parses, so the words between the verb and the marks decide, not the parse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _cues as cues
from briefreader.extractors._edges import span_within, trimmed
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._marks import Stretch
from briefreader.extractors._prose import Prose
from briefreader.extractors._reasons import reason
from briefreader.extractors._report import Report
from briefreader.extractors._subjects import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEECH = frozenset({"term", "no speaker"})
"""What a marked object may else be: not a title, a name, a proverb or an inscription."""
_LEADS = frozenset({"DT", "PRP$", "JJ", "RB", "CD", "POS"})
_FIGURES = listed(
    "toll number figure total cost costs damage damages losses loss count price turnout death deaths"
)
"""What a source puts at a figure."""
_MOST_LEADS, _MOST_BETWEEN = 3, 9


def marked_object(prose: Prose, token: Token, subject: Token | None) -> Report | None:
    """Return what stands in marks as the object of "hailed", behind "spoke of" or "paid tribute to"."""
    taken = cues.MARKED.get(token.lower_)
    if taken is None or subject is None or (token.tag_ == "VBN" and not _has_have(token)):
        return None
    stretch = prose.stretch_after(prose.end_of(token))
    if stretch is None or stretch.outer.start >= prose.sentence_span(token.idx).end:
        return None
    lead = _lead(taken, prose.tokens(prose.end_of(token), stretch.outer.start))
    if lead is None or reason(prose, stretch) not in _SPEECH:
        return None
    if (lead and lead[-1].tag_ == "POS") or _is_name(prose, stretch):
        return None
    start = lead[0].idx if lead else stretch.outer.start
    span = trimmed(prose, start, _end(prose, stretch))
    cue = Span(token.idx, prose.end_of(token))
    return Report((span,), cue, "say", subject, "object in marks", 0.75) if span is not None else None


def put_at(prose: Prose, token: Token, subject: Token | None) -> Report | None:
    """Return the report of "put the toll at 40": a figure that somebody gives."""
    number = next((c for c in token.children if c.dep_ == "dobj" and c.lower_ in _FIGURES), None)
    if number is None or subject is None:
        return None
    below = [*token.children, *number.children]
    at = next((c for c in below if c.lower_ == "at" and c.i > token.i), None)
    if at is None or not any(t.like_num for t in at.subtree):
        return None
    span = span_within(prose, number.left_edge.idx, at.right_edge, token)
    cue = Span(token.idx, prose.end_of(token))
    return Report((span,), cue, "say", subject, "object", 0.7) if span is not None else None


def _lead(taken: frozenset[str], between: list[Token]) -> list[Token] | None:
    """Return the articles and adjectives that lead to the marks, None if other words stand between."""
    if any(t.tag_ in FINITE or t.text in (",", ":", ";") for t in between) or len(between) > _MOST_BETWEEN:
        return None
    if "" in taken and len(between) <= _MOST_LEADS and all(t.tag_ in _LEADS for t in between):
        return between
    for n in range(len(between) - 1, max(-1, len(between) - _MOST_LEADS - 2), -1):
        if between[n].lower_ in taken:
            return between[n + 1 :]
        if between[n].tag_ not in _LEADS:
            return None
    return None


def _is_name(prose: Prose, stretch: Stretch) -> bool:
    """Tell whether one word with a capital stands in marks: a name or a title."""
    words = stretch.inner.of(prose.text).split()
    return len(words) == 1 and not words[0][0].islower()


def _end(prose: Prose, stretch: Stretch) -> int:
    """Return where the object ends: with the noun that the marked words describe, and what it is of."""
    end = stretch.outer.end
    behind = prose.tokens(end, min(end + 80, max(end + 1, prose.sentence_span(stretch.outer.start).end)))
    if behind and behind[0].tag_ in ("NN", "NNS"):
        end = prose.end_of(behind[0])
    elif behind and behind[0].lower_ == "of":
        edge = behind[0].right_edge
        other = prose.stretch_after(stretch.outer.end)
        if other is None or other.outer.start > edge.idx:
            end = prose.end_of(edge)
    return end


def _has_have(verb: Token) -> bool:
    """Tell whether a participle is active: "had complained of"; marks may cost it its auxiliary."""
    return any(c.dep_ == "aux" for c in verb.children) or verb.dep_ == "ROOT"
