"""The attribution that leads to marks: X said: "…"; X, office: "…"; in the words of X, "…"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _cues as cues
from briefreader.extractors._attribution import (
    IS,
    NOUN,
    UNFINISHED,
    Credit,
    cue_of,
    is_sentence,
    left_head,
    whose_words,
    words_in,
)
from briefreader.extractors._cast import Cast
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._marks import Stretch
from briefreader.extractors._offices import is_office
from briefreader.extractors._prose import Prose
from briefreader.extractors._subjects import FINITE, VERBAL, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


_NOT_SPEECH = listed(
    """
    word words term phrase expression proverb saying adage motto slogan title titled entitled headline
    headlined nickname nicknamed alias song book film movie novel album single poem play series show
    programme program magazine episode chapter exhibition painting banner placard sign caption acronym
    abbreviation codename codenamed name named hashtag label logo brand letters inscription
    """
)
"""Nouns and participles before marks that make of the marked words a title, a term or a saying."""
_POSTING = listed("tweet retweet post write blog text email message reply")
"""What is written and sent, however short: "tweeted: “All good”"."""
_BESIDES = frozenset({"advcl", "relcl", "acl"})
"""Clauses beside the main one, whose subjects do not speak before a colon."""
_LEADS_ON = frozenset({"DT", "IN", "TO", "PRP$", "JJ", "CC"})


def before(prose: Prose, cast: Cast, stretch: Stretch) -> Credit | None:
    """Return the attribution that leads to a stretch: X said: "…"; X, office: and then the stretch."""
    tokens, line = _gap_before(prose, stretch)
    while tokens and tokens[-1].text in ("“", '"', "``", "‘", "«", "("):
        tokens = tokens[:-1]
    if not tokens:
        return None
    tail = tokens[-1].text
    owned = _reply(prose, tokens)
    if owned is not None:
        return owned
    if _names_a_term(tokens):
        return None
    for n in range(len(tokens) - 1, max(-1, len(tokens) - 40), -1):
        token = tokens[n]
        low = token.text.lower()
        known = low in cues.LEMMAS and token.tag_ in VERBAL and token.dep_ not in ("amod", "compound")
        if not known and not (low == "put" and n + 1 < len(tokens) and tokens[n + 1].text.lower() == "it"):
            if token.tag_ in FINITE and tail not in (":",):
                return _words_of(prose, tokens)
            continue
        found = _lead(prose, stretch, tokens, n, tail)
        if found is not None:
            return found
        if tail != ":":
            return _words_of(prose, tokens)
    return _words_of(prose, tokens) or (_colon(prose, cast, stretch, tokens, line) if tail == ":" else None)


def _reply(prose: Prose, tokens: list[Token]) -> Credit | None:
    """Return the attribution of "X's reply was short: “…”" and "her answer was “…”"."""
    found = whose_words(tokens)
    if found is None:
        return None
    head, noun = found
    behind = [t for t in tokens if t.i > noun.i]
    is_ = next((n for n, t in enumerate(behind) if t.lower_ in IS), None)
    if any(t.text == "," for t in behind[:is_]):
        return None  # "in her words, the plan is “…”"
    others = [t for n, t in enumerate(behind) if t.tag_ in FINITE and n != is_]
    to_marks = is_ is not None and is_ == len(behind) - 1
    alone = not any(t.tag_ in FINITE for t in tokens)
    leads = tokens[-1].text == ":" and (is_ is not None or alone)
    if others or not (to_marks or leads):
        return None
    return Credit(head, None, cue_of(prose, noun, noun), "before", 0.85, "say")


def _lead(prose: Prose, stretch: Stretch, tokens: list[Token], n: int, tail: str) -> Credit | None:
    """Return the attribution by a verb before a stretch, if nothing of what was said stands between."""
    verb, between = tokens[n], tokens[n + 1 :]
    lemma = cues.LEMMAS.get(verb.text.lower(), "say")
    frames = cues.frames_of(lemma)
    upper = prose.text[stretch.inner.start].isupper() or prose.text[stretch.inner.start] in "[…."
    if any(t.tag_ in FINITE for t in between) and tail != ":":
        return None
    if any(t.text.lower() == "that" and (t.tag_ == "IN" or t.nbor(1).text == ",") for t in between[:-1]):
        return None
    if lemma in ("find", "show") or (cues.MIND in frames and tail not in (",", ":")):
        return None
    tells = frames & {cues.THAT, cues.TELL, "answer", "ask", cues.MIND}
    if between and between[-1].tag_ == "POS":
        return None  # on NBC's "Meet the Press"
    if not between:
        if lemma == "tell" and verb.tag_ != "VBG":
            return None  # "tells “a story”"
        if not tells or (not upper and words_in(prose, stretch) < 3):
            return None
        if lemma in cues.WEAK and not is_sentence(prose, stretch):
            return None  # "had read “Dune”"
    elif tail == ",":
        if not upper and not is_sentence(prose, stretch) and not _cuts_open(tokens, n):
            return None
    elif tail not in (":", "that") and (
        not (upper and tells and is_sentence(prose, stretch)) or between[-1].tag_ in _LEADS_ON
    ):
        return None
    few = not is_sentence(prose, stretch) and words_in(prose, stretch) < 4
    if tail == ":" and few and lemma not in _POSTING:
        return None
    head = subject_of(verb)
    if head is None:
        inverted = tokens[n + 1 :] if verb.tag_ in ("VBD", "VBZ") else []
        head = left_head([t for t in inverted[:8] if t.tag_ != ","]) if n == 0 else None
    if head is None and verb.tag_ in ("VBD", "VBZ", "VBP"):
        head = left_head(tokens[max(0, n - 12) : n])
    if head is None:
        return None
    return Credit(head, None, cue_of(prose, verb, verb), "before", 0.95, lemma)


def _cuts_open(tokens: list[Token], n: int) -> bool:
    """Tell whether a verb and its subject stand between commas after "is": "It was, he said, “a gift”"."""
    comma = next((k for k in range(n - 1, -1, -1) if tokens[k].text in (",", "—", "–")), None)
    return comma is not None and comma > 0 and tokens[comma - 1].lower_ in UNFINISHED and len(tokens) - n <= 6


def _names_a_term(tokens: list[Token]) -> bool:
    """Tell whether the words right before marks announce a title, a term or a saying."""
    near = [t for t in tokens[-4:] if t.text not in (":", ",")]
    return bool(near) and (
        near[-1].text.lower() in _NOT_SPEECH
        or (near[-1].tag_ == "VBN" and near[-1].text.lower() in ("called", "dubbed"))
    )


def _words_of(prose: Prose, tokens: list[Token]) -> Credit | None:
    """Return the attribution of "in the words of X, …"."""
    low = [t.text.lower() for t in tokens]
    for n in range(len(low) - 3):
        if low[n] == "words" and low[n + 1] == "of" and low[max(0, n - 2)] in ("in", "the"):
            head = _last_of_phrase(tokens[n + 2 :])
            if head is not None:
                return Credit(
                    head, None, cue_of(prose, tokens[n], tokens[n + 1]), "in the words of", 0.9, "say"
                )
    return None


def _last_of_phrase(tokens: list[Token]) -> Token | None:
    head = None
    for token in tokens:
        if token.text in (",", ":"):
            break
        if token.tag_ in NOUN:
            head = token
    return head


def _gap_before(prose: Prose, stretch: Stretch) -> tuple[list[Token], bool]:
    """Return the words before a stretch, and whether they are a line of their own that ends in a colon."""
    here = prose.sentence_span(stretch.outer.start)
    start = here.start
    last = prose.stretch_before(stretch.outer.start)
    if last is not None:
        start = max(start, last.outer.end)
    tokens = prose.tokens(start, stretch.outer.start)
    if any(any(c.isalnum() for c in t.text) for t in tokens):
        if tokens[-1].text == ":" and start > here.start:
            outside = [t for t in prose.tokens(here.start, start) if prose.stretch_at(t.idx) is None]
            tokens = outside + tokens
        return tokens, False
    n = prose.sentence(stretch.outer.start) - 1
    if n < 0 or (last is not None and last.outer.end > prose.sentences[n].end):
        return [], False
    line = prose.sentences[n]
    if line.of(prose.text).rstrip().endswith((":", ":—")):
        begin = line.start
        if last is not None and last.outer.end > begin:
            begin = last.outer.end
        return prose.tokens(begin, line.end), True
    return [], False


def _colon(prose: Prose, cast: Cast, stretch: Stretch, tokens: list[Token], line: bool) -> Credit | None:
    """Return the attribution of a stretch behind a colon without a reporting verb."""
    if not is_sentence(prose, stretch):
        return None
    if any(t.text.lower() in _NOT_SPEECH for t in tokens):
        return None
    span = Span(tokens[0].idx, prose.end_of(tokens[-1]))
    finite = [t for t in tokens if t.tag_ in FINITE]
    if not finite:
        people = [m for m in cast.inside(span) if m.kind == "person"]
        if people:
            return Credit(
                None, people[0].span, Span(tokens[-1].idx, span.end), "line above" if line else "colon", 0.92
            )
        head = left_head(tokens)
        short = len(tokens) <= 6 or tokens[1].text == ","  # "Keller, 51, a welder:"
        known = head is not None and (is_office(head.text) or (short and head.text[0].isupper()))
        if (
            known
            and head is not None
            and cast.sort(Span(head.idx, prose.end_of(head)), head) in ("text", "event")
        ):
            return None
        if head is not None and known:
            return Credit(head, None, Span(tokens[-1].idx, span.end), "line above" if line else "colon", 0.85)
        return None
    for token in sorted(
        tokens, key=lambda each: (each.head.dep_ in _BESIDES, each.head.dep_ != "ROOT", each.i)
    ):
        if token.dep_ == "nsubj" and token.head.tag_ in VERBAL:
            sort = cast.sort(cast.nominal(token, span.start, span.end), token)
            named = sort in ("person", "office", "pronoun") or (
                sort == "organisation" and token.tag_ == "NNP"
            )
            if named and token.text.lower() not in (
                "it",
                "this",
                "that",
                "they",
            ):
                return Credit(token, None, Span(tokens[-1].idx, span.end), "colon", 0.7)
    return None
