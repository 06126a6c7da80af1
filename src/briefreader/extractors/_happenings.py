"""What events and agreements share: the stretch that tells of one, and who, when and where within it.

A stretch starts from a noun ("visit", "agreement") or a verb ("met", "signed") of the parse. Its edges
are those of the noun phrase, or of the clause from the verb to the end of its objects; a clause that says
something else ("which …", "; and …") is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors._dates import Expression
from briefreader.extractors._gazetteer import demonym_country, is_country, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefreader.extractors._names import Mention
    from briefreader.extractors._reading import Reading

LONGEST = 45
"""The most tokens that one stretch may have."""

DEEPEST = 25
"""How many levels down a parse a stretch reaches: what is deeper is no phrase but a list."""

_DAY_AFTER = re.compile(r" (?:on|in|last|this|next) (?:the )?")
_LOOSE = frozenset(["relcl", "advcl", "appos", "parataxis", "cc", "conj", "punct", "dep", "ccomp", "csubj"])
_INSIDE = frozenset(["-", "–", '"', "“", "”", "(", ")", ","])
_SAYING = listed(
    """
    said says saying told tells reported reports announced announces added stated confirmed noted
    """
)
_CANCELLED = listed(
    """
    cancelled canceled postponed suspended called-off scrapped abandoned delayed shelved aborted
    """
)
_PLANNED = listed(
    """
    planned scheduled upcoming forthcoming slated proposed invitation preparations
    """
)
_PLANNING = _PLANNED | listed(
    """
    plans expected due set prepare preparing intends intend will shall would wants hopes invited next
    future 'll
    """
)


class Scene:
    """The mentions and dates of a document, found by place."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.document = reading.document
        self.doc = reading.parse
        self.mentions = reading.mentions
        days = [each for each in reading.dates if each.type in ("DATE", "TIME") and each.value[:1].isdigit()]
        self.dates = [each for each in days if not self._of_saying(each.span)]
        self._mention_starts = [mention.span.start for mention in self.mentions]
        self._date_starts = [each.span.start for each in self.dates]

    def _of_saying(self, span: Span) -> bool:
        """Tell whether a date is the day on which something was said, not on which it happened."""
        tokens = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None or not len(tokens):
            return False
        token: Token = tokens.root
        for _step in range(3):
            if token.tag_.startswith("V"):
                return token.lower_ in _SAYING
            if token.head.i == token.i:
                return False
            token = token.head
        return token.tag_.startswith("V") and token.lower_ in _SAYING

    def mentioned(self, span: Span) -> list[Mention]:
        """Return the names within a stretch."""
        low = bisect_left(self._mention_starts, span.start)
        high = bisect_left(self._mention_starts, span.end)
        return [mention for mention in self.mentions[low:high] if mention.span.end <= span.end]

    def dated(self, span: Span) -> list[Expression]:
        """Return the expressions of time within a stretch."""
        low = bisect_left(self._date_starts, span.start)
        high = bisect_left(self._date_starts, span.end)
        return self.dates[low:high]

    def sentence(self, token: Token) -> Span:
        """Return the sentence of a token."""
        sent = token.sent
        return Span(sent.start_char, max(sent.end_char, sent.start_char + 1))

    def span(self, tokens: list[Token]) -> Span | None:
        """Return the stretch of the text that some tokens cover, without loose marks at its edges."""
        words = [t for t in tokens if not t.is_space]
        while words and words[-1].tag_ == "CC":
            words.pop()
        while words and (words[-1].is_punct and words[-1].text not in (")", '"', "”", "%")):
            words.pop()
        while (
            words
            and (words[0].is_punct or words[0].text in ("'s", "’s"))
            and words[0].text not in ("(", '"', "“")
        ):
            words.pop(0)
        if not words:
            return None
        span = Span(self._hyphened(words[0]), words[-1].idx + len(words[-1]))
        return None if self.document.is_noise(span) or "\n" in span.of(self.text) else span

    def _hyphened(self, first: Token) -> int:
        """Return where a stretch starts: "Belarus Strategic Partnership" with "the Việt Nam–" before it."""
        dash = first.i - 1
        if dash < 1 or self.doc[dash].text not in ("-", "–") or self.doc[dash].idx + 1 != first.idx:
            return int(first.idx)
        start = next((m.span.start for m in self.mentions if m.span.end == self.doc[dash].idx), None)
        if start is None:
            return int(first.idx)
        before = self.text[max(0, start - 4) : start].lower()
        return start - 4 if before == "the " else start

    def with_day(self, span: Span) -> Span:
        """Return the stretch with the day that stands right after it: "their meeting" + "on December 3"."""
        after = _DAY_AFTER.match(self.text, span.end)
        if after:
            for each in self.dated(Span(after.end(), after.end() + 1)):
                return Span(span.start, each.span.end)
        return span

    def when(self, span: Span, token: Token) -> str:
        """Return the value of the date within the stretch, else the only one of its sentence."""
        inside = self.dated(span)
        if inside:
            return _day(inside[-1].value)
        around = self.dated(self.sentence(token))
        return _day(around[0].value) if len(around) == 1 else ""

    def where(self, span: Span) -> str:
        """Return the last place that stands after "in", "at" or "to" within the stretch, or ""."""
        found = ""
        for mention in self.mentioned(span):
            before = self.text[max(0, mention.span.start - 8) : mention.span.start].split()
            if mention.kind == "place" and any(word in ("in", "at", "to") for word in before[-2:]):
                found = mention.name
        return found

    def who(self, span: Span, *more: Span) -> list[str]:
        """Return the people and organisations of a stretch, and of more stretches, each once."""
        names = [m.name for part in (span, *more) for m in self.mentioned(part) if m.kind != "place"]
        return list(dict.fromkeys(names))

    def parties(self, *parts: Span) -> list[str]:
        """Return people, organisations and countries of some stretches, demonyms as their countries."""
        names: list[str] = []
        for part in parts:
            found: list[tuple[int, str]] = [
                (m.span.start, m.name)
                for m in self.mentioned(part)
                if m.kind != "place" or is_country(m.text)
            ]
            place = part.start
            for word in part.of(self.text).split():
                place = self.text.find(word, place)
                country = demonym_country(word.strip(".,;:’'\"()"))
                if country and not any(m.span.start <= place < m.span.end for m in self.mentioned(part)):
                    found.append((place, country))
                place += len(word)
            names += [name for _, name in sorted(found)]
        return list(dict.fromkeys(names))


def _day(value: str) -> str:
    """Return a TimeML value without its time of day."""
    return value.partition("T")[0]


def phrase(noun: Token, without: frozenset[str] = frozenset()) -> list[Token]:
    """Return the noun's phrase: its subtree, without clauses and appositions that tell something else.

    What is joined to it by "and" is left out if it has an article of its own or is one of ``without``.
    """
    left_out = {
        child.i
        for child in noun.children
        if child.dep_ == "conj"
        and (child.lower_ in without or any(c.dep_ in ("det", "poss") for c in child.children))
    }
    ends = min(left_out, default=None)
    tokens = _within(noun)
    if ends is not None:
        first = noun.doc[ends].left_edge.i
        tokens = [t for t in tokens if t.i < first or t.i < noun.i]
        while len(tokens) > 1 and tokens[-1].dep_ == "cc":
            tokens.pop()
    return tokens


def everyone(noun: Token) -> list[Token]:
    """Return the noun's phrase with all that is joined to it by "and"."""
    return _within(noun)


def clause(verb: Token) -> list[Token]:
    """Return the verb, its objects and what says when, where and with whom; not the subject."""
    tokens = [verb]
    for child in verb.children:
        if child.dep_ in (
            "dobj",
            "prep",
            "npadvmod",
            "dative",
            "prt",
            "attr",
            "oprd",
            "agent",
            "neg",
            "aux",
            "auxpass",
        ):
            if child.i < verb.i and child.dep_ not in ("aux", "auxpass", "neg"):
                continue
            tokens += _within(child)
    return _unbroken(sorted(tokens, key=lambda t: t.i), verb)


def passive(verb: Token) -> list[Token]:
    """Return a passive clause with its subject: "A document was signed in May 2025"."""
    tokens = clause(verb)
    for child in verb.children:
        if child.dep_ in ("nsubjpass", "nsubj"):
            tokens += _within(child)
    return _unbroken(sorted(tokens, key=lambda t: t.i), verb)


def subject(verb: Token) -> Token | None:
    """Return the verb's subject, or that of the verb it is joined to."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                return child
        if verb.dep_ not in ("conj", "xcomp"):
            return None
        verb = verb.head
    return None


def status(noun: Token, span: Span, scene: Scene, *, dated: bool = True) -> str:
    """Return "cancelled", "planned" or "held", after the words of the stretch and the verbs above it.

    With ``dated`` a date after the day of publication means "planned" too.
    """
    words = {word.lower().strip(".,;:()\"'") for word in span.of(scene.text).split()}
    above: set[str] = set()
    verb: Token | None = noun
    for _ in range(4):
        if verb is None or verb.head.i == verb.i:
            break
        verb = verb.head
        if verb.tag_.startswith("V"):
            above.add(verb.lower_)
            above |= {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
            if verb.dep_ not in ("xcomp", "conj", "acomp"):
                break
    above |= {child.lower_ for child in noun.children if child.dep_ in ("aux", "amod")}
    if (words | above) & _CANCELLED:
        return "cancelled"
    return "planned" if words & _PLANNED or above & _PLANNING or (dated and _ahead(span, scene)) else "held"


def _ahead(span: Span, scene: Scene) -> bool:
    """Tell whether the stretch's date lies wholly after the day of publication."""
    published = scene.document.published.value
    dates = scene.dated(span)
    first = dates[-1].first if dates else None
    return bool(published and first and first[: len(published)] > published)


def _within(head: Token, depth: int = DEEPEST) -> list[Token]:
    """Return a token's subtree in order, without the branches that tell something else."""
    if not depth:
        return [head]
    found = [head]
    for child in head.children:
        joins = child.dep_ == "cc" and any(_belongs(c, head) for c in head.children if c.dep_ == "conj")
        if child.dep_ not in _LOOSE or _belongs(child, head):
            found += _within(child, depth - 1)
        elif joins or (child.dep_ == "punct" and child.text in _INSIDE):
            found.append(child)
    return _unbroken(sorted(found, key=lambda t: t.i), head)


def _belongs(child: Token, head: Token) -> bool:
    """Tell whether a loose branch belongs to its head: a name beside it, or more of the same kind."""
    if _has_verb(child):
        return False
    if child.dep_ == "appos":
        return bool(child.tag_.startswith("NNP"))
    if child.dep_ != "conj" or child.tag_[0] != head.tag_[0] or child.tag_[0] not in "NJ":
        return False
    # "the launch of … and a sharp rise …" is about another thing
    return not any(other.lower_ in ("a", "an") for other in child.children)


def _has_verb(token: Token) -> bool:
    return any(child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in token.children)


def _unbroken(tokens: list[Token], core: Token) -> list[Token]:
    """Return the run of tokens without gaps around one of them, at most LONGEST."""
    place = next(n for n, token in enumerate(tokens) if token.i == core.i)
    start = end = place
    while start > 0 and _joined(tokens[start - 1], tokens[start]):
        start -= 1
    while end + 1 < len(tokens) and _joined(tokens[end], tokens[end + 1]):
        end += 1
    first, last = tokens[max(start, place - LONGEST)].i, tokens[min(end, place + LONGEST)].i
    return list(core.doc[first : last + 1])


def _joined(one: Token, other: Token) -> bool:
    """Tell whether what lies between two tokens is nothing, a name, or something in brackets."""
    between = list(one.doc[one.i + 1 : other.i])
    if not between:
        return True
    if between[0].text == "(" and between[-1].text == ")" and len(between) < 16:
        return True
    return len(between) < 5 and all(
        t.tag_.startswith(("NN", "JJ", "DT", "HYPH", "RB")) or t.text in ("-", "–", "and") for t in between
    )
