"""Where what was said begins and ends: the edges of a clause, cut and grown by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _cues as cues
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._prose import Prose
from briefreader.extractors._subjects import FINITE, has_aux, speaks_again, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_EDGE = frozenset(" \t\n\u00a0,;:–—-.")
_TURNS = listed("while whereas though although but and")
_SAYS = listed("say tell argue warn insist claim counter acknowledge assert contend reply respond")
_TOLD = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_ACTS = listed(
    """
    agreed agrees refused refuses declined declines called calls thanked thanks welcomed welcomes hailed
    praised invited pledged vowed offered urged asked criticized criticised
    """
)
_RESULTS = listed(
    """
    drawing prompting sparking triggering citing referring pointing alluding echoing invoking
    contradicting rejecting dismissing ending breaking raising quoting paraphrasing describing calling
    urging appearing apparently gesturing holding
    """
)
"""Participles behind a comma that tell what the speaker did, and are no part of what was said."""
_ABOUT = listed(
    """
    claim assertion accusation allegation charge remark comment statement line argument message refrain
    promise pledge rebuke finding figure move reversal shift departure reference nod echo acknowledgment
    acknowledgement admission notion stance position threat theme contrast slogan allusion jab dig
    comparison phrase analogy metaphor description characterization characterisation estimate prediction
    statistic suggestion proposal warning declaration term
    """
)
_OPENED = frozenset('“"„«‘「『')
_DAYS = listed("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight")
_PARTS_OF_DAYS = listed("morning afternoon evening night")
_SUBJECT_TAGS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NN", "NNS", "CD", "JJ", "EX"})
_LEAD = frozenset(
    {"that", "but", "and", "however", "so", "yet", "still", "also", ",", ";", ":", "–", "—", "-"}
)


def span_after(prose: Prose, token: Token, child: Token) -> Span | None:
    """Return the span of a clause that follows its reporting verb."""
    first = child.left_edge
    if first.i <= token.i:
        first = next((t for t in child.subtree if t.i > token.i), child)
    first = _behind_day(prose, token, first)
    that = next((c for c in child.children if c.dep_ == "mark" and c.text.lower() == "that"), None)
    if that is not None and 0 < that.i - first.i <= 6:
        first = that  # "said earlier that …": when and where it was said is not what was said
    if cues.TO in cues.frames_of(cues.LEMMAS.get(token.text.lower(), "")) or token.text.lower() in (
        "told",
        "tell",
    ):
        to = next((c for c in child.children if c.dep_ == "aux" and c.text.lower() == "to"), None)
        if to is not None:
            negation = next((c for c in child.children if c.dep_ == "neg" and c.i == to.i - 1), None)
            first = negation or to
            return span_within(prose, asked_in_marks(prose, token, first), _last(token, child), token)
    return span_within(prose, first.idx, _last(token, child), token)


def _behind_day(prose: Prose, cue: Token, first: Token) -> Token:
    """Return the first word of a clause behind the day on which it was said: "said on Friday it had …".

    The parse takes the day for a part of the clause. In "said Friday was too late" it is its subject.
    """
    if first.i != cue.i + 1:
        return first
    tokens = prose.tokens(first.idx, first.idx + 60)
    n = 0
    while n < len(tokens) and n < 2 and tokens[n].lower_ in ("on", "late", "early"):
        n += 1
    if n >= len(tokens) or tokens[n].lower_ not in _DAYS:
        return first
    n += 1
    if n < len(tokens) and tokens[n].lower_ in _PARTS_OF_DAYS:
        n += 1
    subject = (
        _SUBJECT_TAGS if n > 1 else _SUBJECT_TAGS - {"NN", "NNS", "JJ"}
    )  # "said Sunday services would …"
    goes_on = n < len(tokens) and tokens[n].tag_ in subject and tokens[n].dep_ != "pobj"
    return tokens[n] if goes_on else first


def asked_in_marks(prose: Prose, cue: Token, to: Token) -> int:
    """Return where a wish begins, with who is asked if the speaker's own words name them.

    "Urged “certain countries” to stop": the marked words were said too.
    """
    start = prose.end_of(cue)
    for stretch in prose.stretches_in(Span(start, max(to.idx, start + 1))):
        outside = [
            t for t in prose.tokens(start, to.idx) if not stretch.outer.contains(Span(t.idx, t.idx + 1))
        ]
        if all(t.tag_ in ("DT", "IN", "PRP$", "JJ") for t in outside):
            return stretch.outer.start
    return int(to.idx)


def _last(cue: Token, clause: Token) -> Token:
    """Return the last word of what was said, with coordinated clauses put where they belong.

    "He said A and B grew": the second clause, if it has its own subject and no comma before it, is
    still what was said. "She said A and agreed to B": a verb of the speaker's in the tense of the
    reporting verb is not.
    """
    last = clause.right_edge
    for conjunct in _conjuncts(clause):
        own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in conjunct.children)
        speaks = conjunct.text.lower() in cues.LEMMAS or conjunct.text.lower() in _ACTS
        like = conjunct.tag_ == cue.tag_ or (has_aux(conjunct) and has_aux(cue))
        other = like and (clause.tag_ != cue.tag_ or conjunct.text.lower() in cues.LEMMAS)
        if speaks and not own and (other or speaks_again(conjunct)) and cue.tag_ in _TOLD:
            before = cue.doc[conjunct.left_edge.i - 1]
            while before.i > clause.i and (before.dep_ in ("cc", "punct", "advmod") or before.is_space):
                before = before.nbor(-1)
            return before
    for conjunct in cue.children:
        if conjunct.dep_ != "conj" or conjunct.i < last.i or conjunct.text.lower() in cues.LEMMAS:
            continue
        first = conjunct.left_edge
        joined = first.i - last.i == 2 and cue.doc[first.i - 1].dep_ == "cc"
        if joined and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in conjunct.children):
            last = conjunct.right_edge
    return last


def _conjuncts(verb: Token) -> list[Token]:
    found: list[Token] = []
    queue = [verb]
    while queue and len(found) < 8:
        more = [c for c in queue.pop().children if c.dep_ == "conj"]
        found += more
        queue += more
    return sorted(found, key=lambda each: each.i)


def span_within(prose: Prose, start: int, last: Token, cue: Token) -> Span | None:
    """Return a span within the cue's sentence, cut where another report begins, without edges."""
    sentence = prose.sentence_span(cue.idx)
    last = _with_infinitives(last)
    end = min(prose.end_of(last), sentence.end)
    start = max(start, sentence.start)
    if start >= end:
        return None
    tokens = prose.tokens(start, end)
    for n in range(2, len(tokens)):
        if _other_report(tokens, n, prose):
            end = tokens[n - 1].idx
            break
    # a stretch in marks that begins within what was said belongs to it as a whole
    for stretch in prose.stretches_in(Span(start, end)):
        if start <= stretch.outer.start < end:
            end = max(end, stretch.outer.end)
    return trimmed(prose, start, end)


def _goes_on_after(tokens: list[Token], n: int) -> bool:
    """Tell whether a clause goes on behind what is set into it between commas or dashes."""
    pairs = zip(tokens[n:], tokens[n + 1 :], strict=False)
    return any(a.text in (",", "—", "–", "--") and b.tag_ in FINITE for a, b in pairs)


def before_main_verb(prose: Prose, span: Span) -> Span | None:
    """Return what a relative clause reports up to the comma behind which the sentence goes on.

    "A move that he said would hurt farmers, takes effect in June": the parse takes the verb for another
    one of the farmers.
    """
    tokens = prose.tokens(span.start, span.end)
    for n in range(2, len(tokens) - 1):
        if (
            tokens[n].text == ","
            and tokens[n + 1].tag_ in FINITE | {"VB"}
            and prose.stretch_at(tokens[n].idx) is None
        ):
            return trimmed(prose, span.start, tokens[n].idx)
    return span


def _with_infinitives(last: Token) -> Token:
    """Return the last word with the bare infinitives that go on from it: "to grow, defend its …"."""
    doc = last.doc
    for _ in range(4):
        n = last.i + 1
        while n < len(doc) and (doc[n].text == "," or doc[n].dep_ == "cc") and n - last.i <= 2:
            n += 1
        if n >= len(doc) or n == last.i + 1 or doc[n].tag_ != "VB" or doc[n].right_edge.i <= last.i:
            break
        last = doc[n].right_edge
    return last


def _other_report(tokens: list[Token], n: int, prose: Prose) -> bool:
    """Tell whether a word behind a comma goes on with another report: ", adding that …"."""
    token, before = tokens[n], tokens[n - 1]
    if before.text == ";" and prose.stretch_at(before.idx) is None:
        return token.text.lower() not in ("that", "and", "or") and any(t.tag_ in FINITE for t in tokens[n:])
    comma = before.text in ("—", "–", ",", "--") or _closes_with_comma(prose, before)
    aside = comma and token.tag_ == "DT"
    if (
        aside
        and prose.stretch_at(token.idx) is None
        and any(t.text.lower() in _ABOUT for t in tokens[n + 1 : n + 4])
    ):
        return not _goes_on_after(tokens, n)  # "— a claim that he has often made" is about what was said
    if before.text != "," or prose.stretch_at(token.idx) is not None:
        return False
    low = token.text.lower()
    if low in _TURNS and _reports_anew(tokens[n + 1 : n + 14], prose):
        return True
    if token.tag_ == "VBG" and low in _RESULTS:
        return not _goes_on_after(tokens, n)
    if low == "with":
        saying = next((t for t in tokens[n + 1 : n + 8] if t.tag_ == "VBG"), None)
        return saying is not None and cues.LEMMAS.get(saying.text.lower(), "") in cues.SURE
    if token.tag_ == "VBG" and cues.LEMMAS.get(low) and low not in ("reading", "beginning", "finishing"):
        return "that" in cues.frames_of(cues.LEMMAS[low])
    return low == "according" and n + 1 < len(tokens) and tokens[n + 1].text.lower() == "to"


def _closes_with_comma(prose: Prose, mark: Token) -> bool:
    """Tell whether a mark closes words that end with a comma, as American marks do: “for us,” a nod to …"""
    stretch = prose.stretch_at(mark.idx)
    return stretch is not None and mark.idx >= stretch.inner.end and prose.text[stretch.inner.end - 1] == ","


def _reports_anew(tokens: list[Token], prose: Prose) -> bool:
    """Tell whether words behind a conjunction say who says something: ", while in Ohio he told voters …"."""
    for token in tokens:
        if token.tag_ in ("VBD", "VBZ", "VBP", "VBN") and cues.lemma_of(token.text) in _SAYS:
            subject = subject_of(token)
            mine = subject is not None and tokens[0].i <= subject.i < token.i
            return mine and prose.stretch_at(token.idx) is None
        if token.tag_ in FINITE and token.dep_ not in ("aux", "auxpass"):
            return False
    return False


def trimmed(prose: Prose, start: int, end: int) -> Span | None:
    """Return a span without leading "that", "but" and the like and without punctuation at its ends."""
    text = prose.text
    while True:
        while start < end and text[start] in _EDGE:
            start += 1
        if start and text[start - 1] in _OPENED:
            break  # the first word in marks was said
        word = text[start : min(end, start + 10)].split(" ", 1)[0].split("\n", 1)[0].rstrip(",")
        if word in ("only", "simply", "merely", "just") and text.startswith(" that ", start + len(word)):
            start += len(word)
            continue
        if word.lower() in _LEAD and start + len(word) < end and text[start + len(word)] in " ,\n":
            start += len(word)
            continue
        break
    while end > start and text[end - 1] in _EDGE:
        if text[end - 1] == "." and _abbreviation(text, end):
            break
        end -= 1
    return Span(start, end) if start < end else None


def _abbreviation(text: str, end: int) -> bool:
    """Tell whether a full stop belongs to an abbreviation of letters: "U.S."."""
    return end >= 4 and text[end - 3] == "." and text[end - 2].isupper()
