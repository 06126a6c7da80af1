"""What the parse says about reported speech: for each reporting word its speaker and what was said.

Verbs with a clause, an infinitive, a gerund or two objects; reporting clauses set into a sentence;
"according to"; nouns and adjectives with a clause. Words within quotation marks report nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _cues as cues
from briefreader.extractors._prose import Prose

if TYPE_CHECKING:
    from spacy.tokens import Token

VERBAL = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_SUBJECT = ("nsubj", "csubj")
_EDGE = frozenset(" \t\n\u00a0,;:–—-.")
_BREAKS = frozenset({",", "–", "—", ";", "--", "―", "("})
_ACTS = frozenset(
    "agreed agrees refused refuses declined declines called calls thanked thanks welcomed welcomes hailed praised "
    "invited pledged vowed offered urged asked criticized criticised".split()
)
_RESULTS = frozenset(
    "drawing prompting sparking triggering citing referring pointing alluding echoing invoking contradicting "
    "rejecting dismissing ending breaking raising quoting paraphrasing describing calling urging appearing "
    "apparently gesturing holding".split()
)
"""Participles behind a comma that tell what the speaker did, and are no part of what was said."""
_ABOUT = frozenset(
    "claim assertion accusation allegation charge remark comment statement line argument message refrain promise "
    "pledge".split()
)
_VIEWS = frozenset("words view opinion telling account judgment judgement estimation".split())
_TERMS = frozenset("word words term phrase name title nickname slogan motto proverb song letters".split())
_LEAD = frozenset(
    {"that", "but", "and", "however", "so", "yet", "still", "also", ",", ";", ":", "–", "—", "-"}
)


@dataclass(frozen=True, slots=True)
class Report:
    """One reporting word: where what was said stands (one part or two), and the head of who said it."""

    parts: tuple[Span, ...]
    cue: Span
    lemma: str
    subject: Token | None
    rule: str
    sure: float = 0.9
    mind: bool = False


def reports(prose: Prose) -> list[Report]:
    """Return every report that the words outside quotation marks make, in the order of their cues."""
    found: list[Report] = []
    for token in prose.doc:
        if token.is_space or not token.text[0].isalpha():
            continue
        low = token.text.lower()
        if low == "according":
            found += _according(prose, token)
        elif low in _VIEWS and not _in_marks(prose, token):
            found += _in_words(prose, token)
        elif low in cues.LEMMAS and token.tag_ in VERBAL:
            if not _in_marks(prose, token):
                found += _verb(prose, token, cues.LEMMAS[low])
        elif low in cues.NOUNS and token.tag_ in ("NN", "NNS"):
            if not _in_marks(prose, token):
                found += _noun(prose, token)
        elif low in cues.ADJECTIVES and token.tag_ == "JJ" and not _in_marks(prose, token):
            found += _adjective(prose, token)
    return found


def _in_marks(prose: Prose, token: Token) -> bool:
    return prose.stretch_at(token.idx) is not None


# -- who


def subject_of(token: Token, depth: int = 0) -> Token | None:
    """Return the head of the subject of a verb, through coordination, infinitives and participles."""
    if depth > 5:
        return None
    passive = any(child.dep_ == "auxpass" for child in token.children)
    if token.tag_ == "VBN" and token.dep_ in ("advcl", "acl", "amod", "ROOT") and not _has_aux(token):
        passive = True
    if passive or (token.tag_ == "VBN" and token.dep_ in ("acl", "amod")):
        for child in token.children:
            if child.dep_ == "agent":
                return next((each for each in child.children if each.dep_ == "pobj"), None)
        return None
    subjects = [child for child in token.children if child.dep_ in _SUBJECT]
    if len(subjects) > 1:  # "Most plants, said Lee, are …": the one behind the verb is its own
        subjects = [child for child in subjects if child.i > token.i] or subjects[-1:]
    for child in subjects:
        if child.text in ("who", "which", "that") and child.tag_ in ("WP", "WDT"):
            return token.head if token.dep_ == "relcl" else None
        return child
    head = token.head
    if token.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp") and head is not token:
        if token.dep_ == "ccomp" and token.tag_ in FINITE:
            return None
        if (
            token.dep_ == "xcomp"
            and _orders(head)
            and any(c.dep_ in ("dobj", "dative") for c in head.children)
        ):
            return None  # "asked them to say": not the one who asked
        if token.dep_ == "conj" and _speaks_again(token):
            while head.dep_ == "conj":
                head = head.head
            return subject_of(head.head, depth + 1)
        if token.dep_ == "pcomp":
            head = head.head
        if head.tag_ in VERBAL or head.tag_ in ("MD", "IN"):
            return subject_of(head, depth + 1)
        return None
    if token.dep_ == "acl" and token.tag_ == "VBG":
        return head if head.dep_ in ("nsubj", "pobj", "dobj", "ROOT", "conj", "appos") else None
    aside = next(
        (c for c in token.children if c.dep_ == "advcl" and c.i < token.i and c.tag_ in ("VBN", "VBD")), None
    )
    if aside is not None:  # "Lee, asked about it, said …"
        lent = [
            c for c in aside.children if c.dep_ == "nsubj" and c.i + 1 < aside.i and c.nbor(1).text == ","
        ]
        if lent:
            return lent[0]
    return _inverted(token) if token.dep_ in ("ROOT", "parataxis", "ccomp", "advcl") else None


def _has_aux(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _orders(verb: Token) -> bool:
    """Tell whether what is said to do something is somebody else than the subject: "asked them to"."""
    return cues.LEMMAS.get(verb.text.lower(), "") in (
        "ask",
        "urge",
        "tell",
        "order",
        "instruct",
        "beg",
        "request",
    )


def _speaks_again(token: Token) -> bool:
    """Tell whether a reporting verb that the parse put into what was said is the speaker's own.

    "They claimed A was B and claim C is D": the second verb reports too, by the same speaker.
    """
    if token.text.lower() not in cues.LEMMAS or token.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    if any(c.dep_ in _SUBJECT and c.i < token.i for c in token.children):
        return False
    head = token.head
    while head.dep_ == "conj" and head.head is not head:
        head = head.head
    reports_too = any(c.dep_ == "ccomp" for c in token.children)
    return head.dep_ == "ccomp" and head.head.text.lower() in cues.LEMMAS and reports_too


def _inverted(token: Token) -> Token | None:
    """Return the head of a noun phrase right after a verb: "…, said John Smith"."""
    doc = token.doc
    if token.tag_ not in ("VBD", "VBZ") or token.i + 1 >= len(doc):
        return None
    following = doc[token.i + 1]
    if following.tag_ not in ("NNP", "NNPS", "PRP", "DT", "NN", "NNS", "PRP$"):
        return None
    head = following
    while head.head.i > token.i and head.head is not head and head.head.i - token.i < 12:
        if head.head.tag_ in VERBAL:
            break
        head = head.head
    return head if head.tag_ in ("NNP", "NNPS", "PRP", "NN", "NNS") else None


def _before_comma(token: Token) -> Token | None:
    """Return the last word of a name before a verb that the parse did not join to it: "X, QC, said"."""
    if token.tag_ not in ("VBD", "VBZ"):
        return None
    doc = token.doc
    for n in range(token.i - 1, max(-1, token.i - 12), -1):
        word = doc[n]
        if word.text in (".", "?", "!", ":", ";") or word.is_space or word.tag_ in VERBAL:
            return None
        ends = doc[n + 1].text == "," or n + 1 == token.i
        if word.tag_ in ("NNP", "PRP") and ends and word.dep_ not in ("appos", "pobj", "conj"):
            return word
    return None


# -- verbs


def _verb(prose: Prose, token: Token, lemma: str) -> Iterator[Report]:
    frames = cues.frames_of(lemma)
    if lemma == "ask" and token.tag_ in ("VBN", "VBD") and token.i and token.nbor(-1).text == ",":
        return  # ", asked if she would run," is about a question to the speaker
    if token.dep_ in ("amod", "compound", "aux", "auxpass") or (token.tag_ == "VBN" and token.dep_ == "acl"):
        return
    subject = subject_of(token) or (_before_comma(token) if lemma in cues.SURE else None)
    made = False
    for report in _complements(prose, token, lemma, frames, subject):
        made = True
        yield report
    if made:
        return
    inserted = _inserted(prose, token, lemma, subject)
    if inserted is not None:
        yield inserted
    elif lemma in cues.SURE and subject is not None and cues.THAT in frames | _tell(frames):
        lost = _lost(prose, token, lemma, subject)
        if lost is not None:
            yield lost


def _tell(frames: frozenset[str]) -> frozenset[str]:
    return frozenset({cues.THAT}) if cues.TELL in frames else frozenset()


def _complements(
    prose: Prose, token: Token, lemma: str, frames: frozenset[str], subject: Token | None
) -> Iterator[Report]:
    """Yield what the verb's own complements hold."""
    cue = Span(token.idx, prose.end_of(token))
    children = list(token.children)
    objects = [c for c in children if c.dep_ in ("dobj", "dative") and c.i > token.i]
    for child in children:
        kind = _complement_kind(token, child, frames, lemma)
        if not kind:
            continue
        span = _after(prose, token, child)
        if span is not None:
            yield Report(
                (span,), cue, lemma, subject, kind, 0.7 if cues.MIND in frames else 0.9, cues.MIND in frames
            )
            return
    if cues.NAME in frames:
        named = next(
            (c for c in children if c.dep_ in ("oprd", "ccomp", "attr", "xcomp") and c.i > token.i), None
        )
        if named is not None and named.tag_ not in VERBAL:
            first = next((c for c in objects if c.i < named.i), named)
            if first is named and named.dep_ == "ccomp":
                first = named.left_edge
            span = _span(prose, first.left_edge.idx, named.right_edge, token)
            if span is not None and (first is not named or prose.stretches_in(span)):
                yield Report((span,), cue, lemma, subject, "names", 0.8)
                return
        bare = _named_in_marks(prose, token)
        if bare is not None:
            yield Report((bare,), cue, lemma, subject, "names", 0.8)
            return
    for child in children:
        if child.dep_ == "prep" and child.i > token.i and _takes(frames, child.text.lower(), lemma, objects):
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp", "amod")), None)
            if inner is not None:
                span = _span(prose, inner.left_edge.idx, inner.right_edge, token)
                if span is not None:
                    end = prose.end_of(child) if child.i == token.i + 1 else cue.end
                    yield Report((span,), Span(cue.start, end), lemma, subject, child.text.lower(), 0.75)
                    return
    if cues.AS in frames:
        bare = _described_in_marks(prose, token)
        if bare is not None:
            yield Report((bare,), cue, lemma, subject, "as", 0.75)
            return
    if cues.NOUN in frames or cues.THAT in frames:
        for child in objects:
            span = _span(prose, child.left_edge.idx, child.right_edge, token)
            if span is not None and any(s.outer.start > span.start - 2 for s in prose.stretches_in(span)):
                if prose.quoted(span)[1] >= 2 and child.dep_ == "dobj" and child.text.lower() not in _TERMS:
                    yield Report((span,), cue, lemma, subject, "object in marks", 0.75)
                    return


def _named_in_marks(prose: Prose, token: Token) -> Span | None:
    """Return what "called his remarks "dangerous"" says, whatever the parse made of it."""
    stretch = prose.stretch_after(prose.end_of(token))
    sentence = prose.sentence_span(token.idx)
    if stretch is None or stretch.outer.start >= sentence.end or token.tag_ == "VBN" and not _has_aux(token):
        return None
    between = prose.tokens(prose.end_of(token), stretch.outer.start)
    if len(between) > 10 or any(
        t.tag_ in FINITE | {"IN", "TO", "CC", ","} and t.text != "of" for t in between
    ):
        return None
    start = between[0].idx if between else stretch.outer.start
    return trimmed(prose, start, stretch.outer.end)


def _described_in_marks(prose: Prose, token: Token) -> Span | None:
    """Return the marked words of "dismissed the charge as "total fiction"", whatever the parse says."""
    stretch = prose.stretch_after(prose.end_of(token))
    sentence = prose.sentence_span(token.idx)
    if stretch is None or stretch.outer.start >= sentence.end:
        return None
    between = prose.tokens(prose.end_of(token), stretch.outer.start)
    place = next((n for n, t in enumerate(between) if t.text.lower() == "as"), None)
    if (
        place is None
        or len(between) > 20
        or len(between) - place > 5
        or any(t.tag_ in FINITE for t in between)
    ):
        return None
    start = between[place + 1].idx if place + 1 < len(between) else stretch.outer.start
    return trimmed(prose, start, stretch.outer.end)


def _complement_kind(token: Token, child: Token, frames: frozenset[str], lemma: str) -> str:
    """Return which rule a child of a reporting verb falls under, empty if it is not what was said."""
    if child.i < token.i or child.dep_ not in ("ccomp", "xcomp", "acl", "relcl", "pcomp", "advcl"):
        return ""
    first = child.left_edge
    infinitive = child.tag_ == "VB" and any(
        c.dep_ == "aux" and c.text.lower() == "to" for c in child.children
    )
    if child.dep_ == "advcl":
        return ""
    if infinitive:
        return "infinitive" if cues.TO in frames or (lemma == "tell" and child.dep_ != "relcl") else ""
    if child.tag_ == "VBG" and child.dep_ in ("xcomp", "pcomp"):
        return "gerund" if cues.ING in frames else ""
    if child.dep_ not in ("ccomp",):
        return ""
    if cues.NAME in frames and cues.THAT not in frames:
        return ""
    said = frames & {cues.THAT, cues.TELL, "answer", "ask"}
    if lemma in cues.WEAK and first.text.lower() != "that":
        return ""
    if first.tag_ == "WDT" and first.head is child and first.dep_ == "nsubj":
        return ""  # "announced the places that would …"
    if not _is_finite(child) and not _opens_with(child):
        return ""
    return "clause" if said or cues.MIND in frames else ""


def _opens_with(clause: Token) -> bool:
    """Tell whether a clause without a finite verb is one all the same: "proposed that both sides go on"."""
    first = clause.left_edge
    opened = first.text.lower() in ("that", "whether", "how", "what", "why", "when", "where", "who", "if")
    return (
        opened or clause.tag_ not in VERBAL or any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    )


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(c.tag_ in FINITE for c in verb.children if c.dep_ in ("aux", "auxpass"))


def _has_finite_aux(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.children)


def _takes(frames: frozenset[str], word: str, lemma: str, objects: list[Token]) -> bool:
    if word == "for":
        return cues.FOR in frames or lemma == "call" and not objects
    if word in ("of", "about", "against"):
        return cues.OF in frames and (
            bool(objects) or lemma in ("warn",) and word != "about" or lemma == "warn"
        )
    return word == "as" and cues.AS in frames and bool(objects)


def _after(prose: Prose, token: Token, child: Token) -> Span | None:
    """Return the span of a clause that follows its reporting verb."""
    first = child.left_edge
    if first.i <= token.i:
        first = next((t for t in child.subtree if t.i > token.i), child)
    if cues.TO in cues.frames_of(cues.LEMMAS.get(token.text.lower(), "")) or token.text.lower() in (
        "told",
        "tell",
    ):
        to = next((c for c in child.children if c.dep_ == "aux" and c.text.lower() == "to"), None)
        if to is not None and child.tag_ == "VB":
            negation = next((c for c in child.children if c.dep_ == "neg" and c.i == to.i - 1), None)
            first = negation or to
    return _span(prose, first.idx, _last(token, child), token)


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
        other = conjunct.tag_ == cue.tag_ and (
            clause.tag_ != cue.tag_ or conjunct.text.lower() in cues.LEMMAS
        )
        if speaks and not own and (other or _speaks_again(conjunct)) and cue.tag_ in ("VBD", "VBZ", "VBP"):
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


def _span(prose: Prose, start: int, last: Token, cue: Token) -> Span | None:
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
    if before.text in ("—", "–", ",", "--") and token.tag_ == "DT":
        # "— a claim that he has often made" is about what was said
        if (
            any(t.text.lower() in _ABOUT for t in tokens[n + 1 : n + 4])
            and prose.stretch_at(token.idx) is None
        ):
            return not _goes_on_after(tokens, n)
    if before.text != "," or prose.stretch_at(token.idx) is not None:
        return False
    low = token.text.lower()
    if token.tag_ == "VBG" and low in _RESULTS:
        return not _goes_on_after(tokens, n)
    if low == "with":
        saying = next((t for t in tokens[n + 1 : n + 8] if t.tag_ == "VBG"), None)
        return saying is not None and cues.LEMMAS.get(saying.text.lower(), "") in cues.SURE
    if token.tag_ == "VBG" and cues.LEMMAS.get(low) and low not in ("reading", "beginning", "finishing"):
        return "that" in cues.frames_of(cues.LEMMAS[low])
    return low == "according" and n + 1 < len(tokens) and tokens[n + 1].text.lower() == "to"


def trimmed(prose: Prose, start: int, end: int) -> Span | None:
    """Return a span without leading "that", "but" and the like and without punctuation at its ends."""
    text = prose.text
    while True:
        while start < end and text[start] in _EDGE:
            start += 1
        word = text[start : min(end, start + 8)].split(" ", 1)[0].split("\n", 1)[0].rstrip(",")
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


# -- reporting clauses set into a sentence or behind it


def _inserted(prose: Prose, token: Token, lemma: str, subject: Token | None) -> Report | None:
    """Return the report of "X, he said, is Y", "X is Y, he said", "As he said, X is Y"."""
    frames = cues.frames_of(lemma)
    if subject is None or not frames & {cues.THAT, cues.TELL, cues.MIND} or lemma in cues.WEAK:
        return None
    if token.dep_ in ("relcl", "acl", "pcomp"):
        return None
    if token.tag_ not in ("VBD", "VBZ", "VBP") and not (token.tag_ == "VBN" and _has_finite_aux(token)):
        return None
    if any(c.dep_ in ("dobj", "xcomp") and c.i > token.i for c in token.children) and cues.TELL not in frames:
        return None
    sentence = prose.sentence_span(token.idx)
    clause_start, clause_end = _clause(prose, token, subject, sentence)
    before = prose.tokens(sentence.start, clause_start)
    after = prose.tokens(clause_end, sentence.end)
    mark = next(
        (c for c in token.children if c.dep_ in ("mark", "advmod") and c.text.lower() in ("as", "how")), None
    )
    if mark is not None and any(c.dep_ == "dobj" for c in token.children) and lemma not in ("tell", "remind"):
        return None
    previous = next((c for c in token.children if c.dep_ == "ccomp" and c.i < token.i), None)
    outside = token.dep_ in ("parataxis", "advcl") and token.head is not token
    ends = _ends_clause(before)
    if not before and mark is None:
        return None
    if before and not ends:
        return None
    cue = Span(token.idx, prose.end_of(token))
    starts_after = bool(after) and after[0].text in _BREAKS
    behind = (
        _content_after(after, token, subject) if starts_after and (mark or outside or previous) else False
    )
    if not before:
        behind = starts_after
    parts = []
    if before and _says_something(before, behind):
        start = sentence.start
        if previous is not None and token.dep_ != "ROOT":
            start = max(start, previous.left_edge.idx)
        part = trimmed(prose, start, prose.end_of(before[-1]))
        if part is not None:
            parts.append(part)
    if behind:
        part = trimmed(prose, after[0].idx, sentence.end)
        if part is not None:
            parts.append(part)
    if not parts:
        return None
    first = _grown(prose, parts[0]) if len(parts) == 1 and not behind else parts[0]
    rule = "as" if mark is not None else "inserted"
    sure = 0.7 if cues.MIND in frames else 0.85
    return Report((first, *parts[1:]), cue, lemma, subject, rule, sure, cues.MIND in frames)


def _clause(prose: Prose, token: Token, subject: Token, sentence: Span) -> tuple[int, int]:
    """Return where the reporting clause itself starts and ends, up to the next comma or dash."""
    low = min(token.i, subject.left_edge.i if subject.i < token.i else token.i)
    doc = token.doc
    while low > 0 and doc[low - 1].idx >= sentence.start and not _stops(doc[low - 1], prose):
        low -= 1
    high = max(token.i, subject.i)
    while high + 1 < len(doc) and doc[high + 1].idx < sentence.end and not _stops(doc[high + 1], prose):
        high += 1
    return int(doc[low].idx), prose.end_of(doc[high])


def _stops(token: Token, prose: Prose) -> bool:
    if token.text in _BREAKS or token.text in (".", "?", "!", ":"):
        return True
    return prose.stretch_at(token.idx) is not None


def _ends_clause(before: list[Token]) -> bool:
    return bool(before) and (before[-1].text in _BREAKS or before[-1].text in ("?", "!", '"', "”", "’", "'"))


def _says_something(before: list[Token], behind: bool) -> bool:
    """Tell whether the words before a reporting clause are a sentence, or the beginning of one."""
    if behind:
        return sum(t.text[0].isalnum() for t in before) >= 1 and before[0].tag_ not in ("IN", "RB", "CC")
    return (
        any(t.tag_ in FINITE for t in before)
        and before[0].tag_ not in ("IN",)
        or (
            sum(t.tag_ in FINITE for t in before) > 0
            and any(t.dep_ in ("nsubj", "nsubjpass") and t.head.tag_ in VERBAL | FINITE for t in before)
            and before[0].text.lower()
            not in ("as", "after", "when", "while", "although", "because", "if", "since")
        )
    )


def _content_after(after: list[Token], token: Token, subject: Token) -> bool:
    """Tell whether the words behind a reporting clause go on with what was said."""
    mine = {token.i, subject.i}
    for word in after[1:]:
        if word.tag_ not in FINITE and word.tag_ not in ("VBG", "VBN"):
            continue
        above = {word.i, *(a.i for a in word.ancestors)}
        if subject.i not in above and (token.i not in above or word.dep_ == "ccomp"):
            return True
        if mine & above and word.dep_ != "ccomp":
            return False
    return False


def _grown(prose: Prose, part: Span) -> Span:
    """Return a part with the sentences before it, where words given without marks say "we" or "I"."""
    n = prose.sentence(part.start)
    paragraph = prose.paragraphs[prose.paragraph(part.start)]
    first, k = part.start, n - 1
    while k >= 0 and n - k <= 3 and prose.sentences[k].start >= paragraph.start:
        sentence = prose.sentences[k]
        words = {t.text.lower() for t in prose.tokens(sentence.start, sentence.end)}
        if prose.stretches_in(sentence) or words & cues.LEMMAS.keys() & {"said", "says", "added"}:
            break
        if words & {"we", "our", "us", "i", "my", "ours"}:
            first = sentence.start
        k -= 1
    return Span(first, part.end)


# -- where the parse lost the clause


def _lost(prose: Prose, token: Token, lemma: str, subject: Token) -> Report | None:
    """Return the report of a sure verb whose clause the parse did not find."""
    if subject.i > token.i or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN", "VB", "VBG"):
        return None
    gerund = token.tag_ == "VBG"
    sentence = prose.sentence_span(token.idx)
    tokens = prose.tokens(prose.end_of(token), sentence.end)
    if (
        not tokens
        or any(t.tag_ in FINITE for t in prose.tokens(subject.idx, token.idx) if t.tag_ != "MD")
        and (token.tag_ in ("VBD", "VBZ"))
    ):
        return None
    start = next(
        (n for n, t in enumerate(tokens[:14]) if t.text.lower() == "that" and t.tag_ in ("IN", "WDT")), None
    )
    if start is None:
        if not any(t.tag_ in FINITE for t in tokens) or lemma not in (
            "say",
            "tell",
            "claim",
            "insist",
            "argue",
        ):
            return None
        start = 1 if lemma == "tell" and tokens[0].tag_ in ("PRP", "NNS", "NNP") else 0
        if tokens[start : start + 1] and tokens[start].text in (",", ":", "."):
            return None
        if tokens[0].tag_ in ("IN", "TO", "CC", "RB") or (lemma == "tell" and start == 0):
            return None
    if len(tokens) <= start + 1 or prose.stretch_at(tokens[start].idx) is not None:
        return None
    span = _span(prose, tokens[start].idx, tokens[-1], token)
    if span is None:
        return None
    return Report((span,), Span(token.idx, prose.end_of(token)), lemma, subject, "clause", 0.7)


def _opens_clause(tokens: list[Token], n: int, lemma: str) -> bool:
    """Tell whether a word is the "that" before what was said, rather than one that describes a noun."""
    token = tokens[n]
    if token.text.lower() != "that" or token.tag_ not in ("IN", "WDT"):
        return False
    if n == 0 or lemma in ("tell", "assure", "remind", "warn", "inform", "notify"):
        return True
    before = tokens[n - 1]
    if before.text.lower() in ("point", "extent", "fact", "effect", "degree", "way"):
        return False
    return token.tag_ == "IN" and (before.dep_ == "pobj" or before.tag_ in ("RB", ","))


# -- according to; nouns; adjectives


def _according(prose: Prose, token: Token) -> Iterator[Report]:
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].text.lower() != "to" or _in_marks(prose, token):
        return
    to = doc[token.i + 1]
    sentence = prose.sentence_span(token.idx)
    source, end = _source(prose, prose.tokens(prose.end_of(to), sentence.end))
    if source is None:
        return
    before = prose.tokens(sentence.start, token.idx)
    parts = []
    if before and any(t.text[0].isalnum() for t in before) and before[0].text.lower() not in ("but", "and"):
        part = trimmed(prose, _clause_start(prose, token, before, sentence), prose.end_of(before[-1]))
        if part is not None and len(part.of(prose.text).split()) >= 2:
            parts.append(part)
    follows = prose.tokens(end, sentence.end)
    if follows and (follows[0].text == "," or not parts) and any(t.tag_ in FINITE for t in follows):
        part = trimmed(prose, follows[0].idx, sentence.end)
        if part is not None and (not parts or not _has_finite(prose, parts[0]) or _relative(before)):
            parts = [part] if _relative(before) else [*parts, part]
    if parts:
        yield Report(
            tuple(parts), Span(token.idx, prose.end_of(to)), "according", source, "according to", 0.85
        )


def _in_words(prose: Prose, token: Token) -> Iterator[Report]:
    """Yield the report of "in his words, …" and "…, in her view, …"."""
    doc = token.doc
    subject = next((c for c in token.children if c.dep_ == "poss"), None)
    if subject is None or subject.left_edge.i == 0 or subject.text.lower() == "my":
        return
    lead = doc[subject.left_edge.i - 1]
    if lead.text.lower() != "in" or token.i + 1 >= len(doc) or doc[token.i + 1].text != ",":
        return
    sentence = prose.sentence_span(token.idx)
    before = prose.tokens(sentence.start, lead.idx)
    follows = prose.tokens(prose.end_of(token), sentence.end)
    parts = [trimmed(prose, sentence.start, prose.end_of(before[-1]))] if before else []
    parts += [trimmed(prose, follows[0].idx, sentence.end)] if len(follows) > 2 else []
    found = tuple(part for part in parts if part is not None)
    if found:
        yield Report(found, Span(lead.idx, prose.end_of(token)), "say", subject, "in the words of", 0.75)


def _source(prose: Prose, tokens: list[Token]) -> tuple[Token | None, int]:
    """Return the head of the noun phrase behind "according to", and the place where it ends.

    Appositions and participles between commas belong to it: "according to Lee, a lawyer, …".
    """
    head: Token | None = tokens[0] if tokens and tokens[0].text[:1].isupper() else None
    n = 1 if head is not None else 0
    inside = False  # behind a preposition of the noun phrase
    while n < len(tokens):
        token = tokens[n]
        if (
            token.text in (",", ".", ";", ":", "—", "–", "(")
            or token.tag_ in FINITE
            or token.dep_ == "cc"
            and n > 0
            and (n + 1 < len(tokens) and tokens[n + 1].tag_ in ("PRP",))
        ):
            break
        if head is not None and (token.tag_ in ("DT", "PRP", "EX", "WRB", "CD") or token.dep_ == "quantmod") and tokens[n - 1].tag_ in (
            "NNP", "NN", "NNS", "NNPS", "VB", "JJ",
        ):  # fmt: skip
            break
        if token.tag_ in ("IN", "TO", "VBG", "VBN") and head is not None:
            inside = True
        elif token.tag_ in ("NNP", "NNPS", "NN", "NNS", "PRP", "CD") and not inside:
            head = token
        n += 1
    if head is None:
        return None, 0
    while n < len(tokens) and tokens[n].text == ",":
        close = next((k for k in range(n + 1, min(len(tokens), n + 25)) if tokens[k].text == ","), None)
        if close is None or n + 1 >= len(tokens) or not _describes(tokens[n + 1 : close], head):
            break
        n = close
    return head, prose.end_of(tokens[n - 1]) if n else 0


def _describes(tokens: list[Token], head: Token) -> bool:
    """Tell whether words between commas describe a noun: an apposition, a participle, a "who" clause."""
    if not tokens:
        return False
    if tokens[0].tag_ in ("VBG", "VBN", "WP", "WDT"):
        return True
    if any(t.tag_ in FINITE for t in tokens):
        return False
    return any(t.dep_ == "appos" for t in tokens) or tokens[0].tag_ in ("DT", "NN", "NNP", "JJ", "CD")


def _relative(before: list[Token]) -> bool:
    words = [t.text.lower() for t in before[-2:]]
    return bool(words) and words[-1] == "," and words[0] in ("which", "who", "that") or words[-1:] == ["that"]


def _has_finite(prose: Prose, span: Span) -> bool:
    return any(t.tag_ in FINITE for t in prose.tokens(span.start, span.end))


def _clause_start(prose: Prose, token: Token, before: list[Token], sentence: Span) -> int:
    """Return where the clause starts that "according to" stands behind."""
    for n in range(len(before) - 1, 1, -1):
        if before[n - 1].text.lower() in ("and", "but", "while") and before[n].i <= token.i:
            head = token.head
            if head.dep_ == "conj" and head.left_edge.i >= before[n].i - 1 and head.i > before[n].i:
                return int(before[n].idx)
    return sentence.start


def _noun(prose: Prose, token: Token) -> Iterator[Report]:
    """Yield the report of a noun with a clause: "his claim that …", "expressed confidence that …"."""
    clause = next(
        (
            c
            for c in token.children
            if c.dep_ in ("acl", "ccomp", "relcl", "appos")
            and c.i > token.i
            and c.left_edge.text.lower() == "that"
        ),
        None,
    )
    governor = token.head
    if clause is None and governor.tag_ in VERBAL and governor.text.lower() in cues.LIGHT:
        clause = next((c for c in governor.children if c.dep_ == "ccomp" and c.i > token.i), None)
        if clause is not None and clause.left_edge.text.lower() != "that":
            clause = None
    if clause is None or clause.left_edge.tag_ == "WDT" and not _own_subject(clause):
        return
    subject = next((c for c in token.children if c.dep_ == "poss"), None)
    if subject is not None and subject.text.lower() in ("his", "her", "their", "its"):
        pass
    if subject is None and governor.tag_ in VERBAL and governor.text.lower() in cues.LIGHT:
        subject = subject_of(governor)
    if subject is None:
        by = next((c for c in token.children if c.text.lower() in ("by", "from") and c.i < clause.i), None)
        subject = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if subject is None:
        return
    span = _span(prose, clause.left_edge.idx, clause.right_edge, token)
    if span is not None:
        cue = Span(token.idx, prose.end_of(token))
        yield Report((span,), cue, token.text.lower(), subject, "noun", 0.75)


def _own_subject(clause: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c.tag_ != "WDT" for c in clause.children)


def _adjective(prose: Prose, token: Token) -> Iterator[Report]:
    """Yield the report of an adjective with a clause: "is confident that …"."""
    verb = token.head
    if token.dep_ != "acomp":
        return
    clause = next((c for c in token.children if c.dep_ in ("ccomp", "advcl") and c.i > token.i), None)
    if clause is None:
        clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > token.i), None)
    subject = subject_of(verb)
    if clause is None or subject is None or not _is_finite(clause):
        return
    span = _span(prose, clause.left_edge.idx, clause.right_edge, token)
    if span is not None:
        cue = Span(token.idx, prose.end_of(token))
        yield Report((span,), cue, token.text.lower(), subject, "adjective", 0.6, True)
