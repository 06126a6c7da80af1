"""What stands around a figure: how it is compared, what it measures, its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors._figures_paid import paid_for
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._numbers import SCALES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COMPARATORS: tuple[tuple[str, str], ...] = (
    (r"at least|no (?:less|fewer) than|a minimum of|not less than|minimum", "≥"),
    (r"at most|no more than|up to|as (?:much|many|high) as|a maximum of|not more than|maximum", "≤"),
    (
        r"more than|over|above|in excess of|greater than|exceeding|upwards? of|well over|just over|"
        r"slightly more than|a little more than",
        ">",
    ),
    (r"less than|fewer than|under|below|just under|well below|a little less than", "<"),
    (
        r"nearly|almost|barely|close to|about|around|approximately|approx\.|roughly|some|an estimated|"
        r"estimated|circa|in the region of|~|≈",
        "~",
    ),
    (r"only|just|exactly|a total of|as (?:little|few) as|a mere|a record", "="),
)
_LEADING = re.compile(
    r"(?<![\w-])(?:(?:(?:only|just|well|slightly|an|the)\s)?(?:"
    + "|".join(pattern for pattern, _sign in _COMPARATORS)
    + r"))(?:\s(?:a|an))?\s?$",
    re.IGNORECASE,
)
_SIGNS = [(re.compile(rf"(?:{pattern})\b|^[~≈]", re.IGNORECASE), sign) for pattern, sign in _COMPARATORS]
_TRAILING = re.compile(r"\s(?:or (?:more|over|higher|greater)|and (?:more|over|above))\b|\+", re.IGNORECASE)
_TRAILING_LESS = re.compile(r"\s(?:or (?:less|fewer|lower|under))\b", re.IGNORECASE)


def comparator(text: str, start: int, end: int) -> tuple[int, str]:
    """Return where the figure starts with its "over", "about", "at least", and the sign that it means.

    Without one the sign is "=".
    """
    before = text[max(0, start - 32) : start]
    match = _LEADING.search(before)
    if match is None or "\n" in match[0]:
        after = text[end : end + 16]
        return start, "≥" if _TRAILING.match(after) else "≤" if _TRAILING_LESS.match(after) else "="
    phrase = match[0].strip().lower()
    for pattern, sign in _SIGNS:
        if pattern.search(phrase):
            return start - len(match[0]), sign
    return start - len(match[0]), "="


_STOP = frozenset(
    [
        "year", "month", "week", "quarter", "yesterday", "today", "last", "along", "across", "near", "among",
        "within", "via", "the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "by", "with", "as",
        "and", "or",
        "but", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can",
        "could", "may", "that", "which", "who", "whom", "whose", "it", "its", "they", "their", "he",
        "she", "his", "her", "this", "these", "those", "than", "then", "when", "while", "where", "if",
        "not", "no", "said", "says", "say", "told", "according", "per", "each", "every", "after",
        "before", "since", "during", "over", "under", "between", "into", "against", "about", "up",
        "down", "out", "off", "more", "less", "also", "still", "already", "now", "annually", "yearly",
        "monthly", "weekly", "daily", "rose", "fell", "grew", "dropped", "increased", "decreased",
        "expect", "expects", "expected", "forecast", "forecasts", "predict", "predicts", "predicted", "see",
        "sees", "saw", "report", "reports", "reported", "post", "posts", "posted", "need", "needs", "brought",
        "so", "far", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
        "away", "apart", "ahead", "behind", "inland", "offshore", "earlier", "later", "long", "wide", "tall",
        "deep", "high",
        "went", "came", "made", "took", "gave", "got", "died", "killed", "injured", "enter", "entered",
        "goes", "go", "comes", "come", "lives", "live", "stayed", "stays", "remains", "left", "leaves",
        "wants", "want", "thinks", "think", "believes", "believe", "voted", "votes", "backs", "backed",
        "opposes", "opposed", "supports", "supported",
    ]
)  # fmt: skip
_PLURAL = re.compile(r"(?:[^suio\W]s|people|men|women|children|ies|police|staff)$")
_NOUN_PHRASE = re.compile(
    r"[\s-](?:of\s(?:the\s|its\s|their\s|his\s|her\s|all\s)?)?((?:[^\W\d_][\w’'-]*\s?){1,4})"
)
_HEAD_BEFORE = re.compile(r"((?:[^\W\d_][\w’'-]*\s){1,3})of\s(?:\w+\s){0,2}$")
_SUBJECT = re.compile(
    r"(?P<subject>(?:[^\W\d_][\w’'-]*[\s]){1,6}?)(?:(?:has|have|had|will|would|is|are|was|were|already|"
    r"now|once|now|it)\s){0,3}"
    r"(?:totall?ed|amount(?:ed|s|ing)? to|reach(?:ed|es|ing)?|exceed(?:ed|s|ing)?|stood at|stands at|came "
    r"to|rose|fell|grew|surged|"
    r"dropped|increased|decreased|declined|climbed|jumped|accounted for|accounts? for|hit|cost|costs|was|"
    r"were|is|are|made up|totals)\s"
    r"(?:(?:by|to|at|from|up|down)\s)?(?:\w+\s){0,2}$"
)

_SHARE = re.compile(
    r"(?P<subject>(?:[^\W\d_][\w’'-]*+\s?){1,5}),?\s(?:which|that)\s(?:[a-z]+\s)?"
    r"(?:account(?:s|ed) for|ma(?:kes?|de) up|represent(?:s|ed))\s(?:\w+\s){0,2}$"
)
"""What has a share in something: "exports, which account for a fifth of its output"."""
_OBJECT = re.compile(
    r"\b(?:decreas|increas|rais|cut|reduc|lower|lift|boost|trim|slash|push|bring|shrink|expand|rais|low|doubl)"
    r"(?:e|es|ed|ing|s|ting|ting|er|ers)?\s(?:its\s|their\s|his\s|her\s|the\s|our\s)?"
    r"(?P<object>(?:[^\W\d_][\w’'-]*\s){1,5}?)(?:by|to|from)\s(?:\w+\s){0,2}$"
)


def phrase_after(text: str, end: int) -> str:
    """Return the noun phrase behind a figure ("Vietnamese goods" behind "180 million"), or ""."""
    match = _NOUN_PHRASE.match(text, end, min(len(text), end + 90))
    if match is None:
        return ""
    words: list[str] = []
    for word in match[1].split():
        if word.lower() in _STOP:
            break
        words.append(word.strip("’'"))
        if _PLURAL.search(word):
            break
    return " ".join(words)


def measured(text: str, start: int, end: int, kind: str) -> str:
    """Return what a figure measures by the words around it, or "" where they do not tell."""
    after = phrase_after(text, end)
    if kind == "count" and after:
        return after
    paid = paid_for(text, start, end) if kind == "money" else ""
    if paid:
        return paid
    before = text[max(0, start - 110) : start]
    before = before[max(before.rfind(mark) for mark in (". ", "\n", "; ", ": ", '"', "“")) + 1 :].lstrip()
    share = _SHARE.search(before)
    if share:
        return _trimmed(share["subject"])
    of = _HEAD_BEFORE.search(before)
    if of:
        return _trimmed(of[1])
    moved = _OBJECT.search(before)
    if moved:
        found = _trimmed(moved["object"])
        if found:
            return found
    subject = _SUBJECT.search(before)
    if subject:
        found = _trimmed(subject["subject"])
        if found:
            return found
    return after


_PRONOUNS = frozenset(
    ["this", "that", "it", "these", "those", "they", "which", "he", "she", "we", "i", "you", "who"]
)


_INNER = frozenset(("of", "the", "between", "and", "in", "with"))
_LEADING_ON = frozenset(("to", "from", "for", "on", "into"))
_FLOW = listed(
    """
    export import trade aid support demand spending expenditure investment lending migration travel tourism
    access growth money funding traffic assistance
    """
)


def _goes_on(words: list[str], n: int) -> bool:
    """Tell whether a word within a measure belongs to it: "exports to Uganda", "demand for rice"."""
    low = words[n].lower()
    if low not in _LEADING_ON or not n:
        return low in _INNER
    led = words[n - 1].lower()
    flows = any(word.lower().removesuffix("s") in _FLOW for word in words[max(0, n - 3) : n])
    return flows or (led.endswith("s") and len(led) > 3 and led not in _STOP)


def _trimmed(phrase: str) -> str:
    """Return a noun phrase from its first word that is no function word."""
    words = [word for word in phrase.split() if word not in ("s", "t")]  # what is left of "company 's"
    if words and words[-1].lower() in _PRONOUNS:
        return ""
    while words and words[0].lower() in _STOP:
        words.pop(0)
    cut = [n for n, word in enumerate(words) if word.lower() in _STOP and not _goes_on(words, n)]
    found = " ".join(words[cut[-1] + 1 if cut else 0 :])
    return "" if found.lower() in SCALES else found


def subject(parse: Doc, span: Span) -> str:
    """Return the subject of the verb that governs a figure, by the parse, or ""."""
    piece = parse.char_span(span.start, span.end, alignment_mode="expand")
    if piece is None:
        return ""
    head: Token = piece.root
    for _step in range(4):
        if head.pos_ in ("VERB", "AUX") or head.head is head:
            break
        head = head.head
    if _is_done(head, piece.root):
        return str(head.text)
    for child in head.children:
        if child.dep_ in ("nsubj", "nsubjpass") and not span.start <= child.idx < span.end:
            words = [token for token in child.subtree if token.i <= child.i and _belongs(token, child)]
            first = words[-4:][0].idx if words else child.idx
            return (
                ""
                if child.pos_ == "PRON" or child.lower_ in _PRONOUNS
                else parse.text[first : child.idx + len(child)]
            )
    return ""


_AMOUNTING = listed(
    """
    be is are was were been become became rise rises rose risen rising fall falls fell fallen falling grow
    grows grew grown growing increase increased increases decrease decreased drop dropped decline declined
    climb climbed jump jumped surge surged gain gained lose lost total totalled totaled amount amounted reach
    reached exceed exceeded stand stood hit cost costs measure measured weigh weighed average averaged number
    numbered top topped have has had include includes included remain remained stay stayed trade traded close
    closed worth
    """
)
"""Verbs whose subject is what the figure measures."""


def _is_done(verb: Token, figure: Token) -> bool:
    """Tell whether somebody does so much of something: "Russia shipped 37 million tonnes" is of shipping."""
    return (
        verb.pos_ == "VERB"
        and verb.lower_ not in _AMOUNTING
        and figure.dep_ in ("dobj", "nummod", "quantmod")
        and (figure.head.i == verb.i or (figure.head.dep_ == "dobj" and figure.head.head.i == verb.i))
        and any(child.dep_ == "nsubj" for child in verb.children)
    )


def _belongs(token: Token, head: Token) -> bool:
    """Tell whether a word belongs to the name of a measure: no article, and no owner with his "'s"."""
    while token.i != head.i:
        if token.dep_ in ("det", "poss", "case") or token.head.i == token.i:
            return False
        token = token.head
    return True


_SENTENCE = re.compile(
    r"[.!?][\"”’']?\s+(?=[\"“‘']?[A-Z])|(?<=[\sa-z\d][a-z\d]{3})[.!?][\"”’']?\s+(?=[\"“‘']?[$€£¥]?\d)|\n"
)
"""The end of a sentence: a number may start the next, but not behind a short word ("No. 5", "Sept. 11")."""


def sentence(text: str, start: int, end: int) -> Span:
    """Return the sentence around a place, at most some hundred characters each way."""
    low, high = max(0, start - 400), min(len(text), end + 400)
    first = low
    for match in _SENTENCE.finditer(text, low, high):  # beyond the figure: what starts may be its own word
        if match.end() > start:
            break
        first = match.end()
    stop = _SENTENCE.search(text, end, high)
    return Span(first, stop.start() + 1 if stop else high)
