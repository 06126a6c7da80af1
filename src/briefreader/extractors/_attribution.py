"""Whose words a stretch in quotation marks is, read off the words around it.

The clause behind it ("…," said X), the clause or line before it (X said: "…"), and for speech that has
neither of them the sentences around. Marks break parses, so these rules need little of the parse.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _cues as cues
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._marks import Stretch
from briefreader.extractors._offices import is_office
from briefreader.extractors._prose import Prose
from briefreader.extractors._speakers import Cast
from briefreader.extractors._subjects import FINITE, VERBAL, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = frozenset({"NNP", "NNPS", "NN", "NNS", "PRP", "DT", "PRP$", "JJ", "CD", "WP", "VBG", "JJS"})
_NOUN = frozenset({"NNP", "NNPS", "NN", "NNS", "PRP"})
_OPENERS = frozenset({*"\"“”„«»‘’'`」』(–—―-,:;", "--", "''", "``"})
_PHRASES = listed("put putting went goes shot fired chimed fires shoots put kept")
NOT_SPEECH = listed(
    """
    word words term phrase expression proverb saying adage motto slogan title titled entitled headline
    headlined nickname nicknamed alias song book film movie novel album single poem play series show
    programme program magazine episode chapter exhibition painting banner placard sign caption acronym
    abbreviation codename codenamed name named hashtag label logo brand letters inscription
    """
)
"""Nouns and participles before marks that make of the marked words a title, a term or a saying."""
_SUBORDINATES = listed("and or that which when because as while after before until since if though although")
_LEADS_ON = frozenset({"DT", "IN", "TO", "PRP$", "JJ", "CC"})
_DEMONSTRATIVE = listed("this that these those it such")


@dataclass(frozen=True, slots=True)
class Credit:
    """What attributes a stretch: the head noun of the speaker or a span that names them, and the cue."""

    head: Token | None
    named: Span | None
    cue: Span | None
    rule: str
    sure: float
    lemma: str = ""


def words_in(prose: Prose, stretch: Stretch) -> int:
    """Return how many words a stretch holds."""
    return sum(any(c.isalnum() for c in t.text) for t in prose.tokens(stretch.inner.start, stretch.inner.end))


def is_sentence(prose: Prose, stretch: Stretch) -> bool:
    """Tell whether a stretch reads like speech: a clause with a finite verb, or closed like a sentence."""
    tokens = prose.tokens(stretch.inner.start, stretch.inner.end)
    finite = any(t.tag_ in FINITE for t in tokens)
    last = prose.text[stretch.inner.end - 1]
    upper = prose.text[stretch.inner.start].isupper() or prose.text[stretch.inner.start] in "[.…¿¡"
    count = len(tokens)
    return (
        (finite and count >= 4) or (upper and last in ".,!?…" and count >= 2) or (last in "?!" and count >= 2)
    )


def behind(prose: Prose, cast: Cast, stretch: Stretch) -> Credit | None:
    """Return the attribution that follows a stretch: "…," said X; "…," X said; "…" — X."""
    tokens = _gap_after(prose, stretch)
    while tokens and (tokens[0].text in _OPENERS or tokens[0].text in ("''", "``")):
        if tokens[0].text in ("—", "–", "―", "--", "-") and _signature(prose, cast, tokens):
            return _signature(prose, cast, tokens)
        tokens = tokens[1:]
    if not tokens or tokens[0].text.lower() in _SUBORDINATES:
        return None
    if tokens[0].text.lower() == "according" and len(tokens) > 2:
        head = next((t for t in tokens[2:12] if t.tag_ in _NOUN and not _premodifies(t)), None)
        return (
            Credit(head, None, _cue(prose, tokens[0], tokens[1]), "according to", 0.95, "say")
            if head
            else None
        )
    place = next(
        (n for n, t in enumerate(tokens[:30]) if t.tag_ in VERBAL and _reports(t, tokens, n, stretch, prose)),
        None,
    )
    if place is None:
        return None
    return _clause_behind(prose, stretch, tokens, place)


def _clause_behind(prose: Prose, stretch: Stretch, tokens: list[Token], place: int) -> Credit | None:
    verb = tokens[place]
    lemma = cues.LEMMAS.get(verb.text.lower(), "")
    comma = expects_attribution(prose, stretch)
    if place <= 1 and (place == 0 or tokens[0].tag_ == "RB"):  # inverted
        head = _right_head(verb, tokens[place + 1 :])
        return Credit(head, None, _cue(prose, verb, verb), "behind", 0.97, lemma) if head else None
    if tokens[0].tag_ not in _NOMINAL and not (comma and tokens[0].tag_ in ("RB", "IN", "PDT", "CC")):
        return None
    before = tokens[:place]
    other = [
        t for t in before if t.tag_ in FINITE and t.dep_ not in ("aux", "auxpass", "relcl") and t.head != verb
    ]
    if any(not _in_relative(t, verb) for t in other):
        return None
    if (
        not comma
        and prose.text[stretch.inner.end - 1] == "."
        and _has_own_content(prose, verb, tokens[place + 1 :])
    ):
        return None
    if lemma == "quote":  # "…," the agency quoted X as saying
        head = next((c for c in verb.children if c.dep_ == "dobj"), None)
        return Credit(head, None, _cue(prose, verb, verb), "behind", 0.9, "say") if head is not None else None
    head = subject_of(verb)
    if head is None or not before[0].idx <= head.idx < verb.idx:
        head = _left_head(before)
    return Credit(head, None, _cue(prose, verb, verb), "behind", 0.97, lemma) if head is not None else None


def _gap_after(prose: Prose, stretch: Stretch) -> list[Token]:
    """Return the words behind a stretch up to the end of the sentence or the next stretch."""
    here = prose.sentence_span(stretch.inner.end - 1)
    start, end = stretch.outer.end, here.end
    if not any(c.isalnum() for c in prose.text[start:end]):
        if stretch.outer.start > here.start + 2:
            return []
        n = prose.sentence(here.start) + 1
        paragraph = prose.paragraphs[prose.paragraph(stretch.inner.end)]
        if (
            n >= len(prose.sentences)
            or prose.sentences[n].start >= paragraph.end
            or stretch.outer.end > paragraph.end
        ):
            return []
        end = prose.sentences[n].end
    following = prose.stretch_after(start)
    if following is not None:
        end = min(end, following.outer.start)
    return prose.tokens(start, end)


def _reports(token: Token, tokens: list[Token], n: int, stretch: Stretch, prose: Prose) -> bool:
    """Tell whether a verb behind a stretch reports it."""
    low = token.text.lower()
    if token.dep_ in ("amod", "compound", "relcl") or (
        token.tag_ in ("VBG", "VB") and n > 0 and tokens[n - 1].tag_ != "TO"
    ):
        return False
    if token.tag_ == "VBN" and low in cues.LEMMAS and n and tokens[n - 1].tag_ in ("NNP", "PRP", "NN", "NNS"):
        # a past tense that was taken for a participle, as marks before it make the tagger do
        return not (len(tokens) > n + 1 and tokens[n + 1].text.lower() == "by")
    if token.tag_ == "VBN" and not any(
        t.text.lower() in ("has", "have", "had", "'s", "'ve") for t in tokens[:n]
    ):
        return low in cues.LEMMAS and n == 0 and len(tokens) > 1 and tokens[1].text.lower() != "by"
    if low in cues.LEMMAS:
        return True
    if low in ("is", "was", "are") and n + 1 < len(tokens):
        return tokens[n + 1].text.lower() in cues.ADJECTIVES and expects_attribution(prose, stretch)
    if (
        not expects_attribution(prose, stretch)
        or token.tag_ not in ("VBD", "VBZ")
        or not is_sentence(prose, stretch)
    ):
        return False
    if low in _PHRASES:
        return True
    # any verb at all: "…," he deadpanned.
    short = sum(t.tag_ in _NOUN for t in tokens[:n]) >= 1 and n <= 6
    return (
        short
        and low not in ("was", "is", "were", "are", "had", "has", "did", "does")
        and len(tokens) - n <= 8
    )


def expects_attribution(prose: Prose, stretch: Stretch) -> bool:
    """Tell whether a stretch ends so that its attribution is expected to follow."""
    last = prose.text[stretch.inner.end - 1]
    return last in ",?!—–…" or prose.text[stretch.outer.end : stretch.outer.end + 1] in (",", "،")


def _has_own_content(prose: Prose, verb: Token, after: list[Token]) -> bool:
    if any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children):
        return True
    return bool(after) and after[0].text.lower() in ("that", "the", "he", "she", "it", "they", "there")


def _in_relative(token: Token, verb: Token) -> bool:
    """Tell whether a verb stands in a clause about the speaker: "X, who leads Y, said"."""
    for above in (token, *token.ancestors):
        if above == verb:
            return False
        if above.dep_ in ("relcl", "acl"):
            return True
    return False


def _right_head(verb: Token, tokens: list[Token]) -> Token | None:
    """Return the head of the noun phrase behind an inverted verb."""
    child = next((c for c in verb.children if c.dep_ in ("nsubj", "dobj") and c.i > verb.i), None)
    tokens = [t for n, t in enumerate(tokens) if n > 0 or t.tag_ != "RB"]
    if not tokens or tokens[0].tag_ not in _NOMINAL:
        return None
    if child is not None and any(t.i == child.i for t in tokens) and child.dep_ == "nsubj":
        return child
    head = None
    for token in tokens:
        if token.tag_ in _NOUN:
            head = token
        elif token.tag_ not in ("DT", "JJ", "PRP$", "CD", "POS", "HYPH", "NFP", "VBG", "VBN", "JJS"):
            break
        if token.tag_ == "PRP":
            break
    return head


def _left_head(tokens: list[Token]) -> Token | None:
    """Return the head of the first noun phrase of some words."""
    head = None
    for token in tokens:
        if token.tag_ in _NOUN:
            head = token
        elif head is not None and token.tag_ not in ("HYPH", "POS", "NFP"):
            break
    return head


def _premodifies(token: Token) -> bool:
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is not None and following.tag_ in _NOUN | {"POS"} and following.tag_ != "PRP"


def _cue(prose: Prose, first: Token, last: Token) -> Span:
    return Span(first.idx, prose.end_of(last))


def _signature(prose: Prose, cast: Cast, tokens: list[Token]) -> Credit | None:
    """Return the attribution of a quotation that is signed: "…" — X."""
    paragraph = prose.paragraphs[prose.paragraph(tokens[0].idx)]
    if len(tokens) > 14 or any(t.tag_ in FINITE for t in tokens):
        return None
    rest = Span(tokens[0].idx, paragraph.end)
    mention = next((m for m in cast.inside(rest) if m.span.start - tokens[0].idx <= 4), None)
    return Credit(None, mention.span, None, "signed", 0.85) if mention is not None else None


def before(prose: Prose, cast: Cast, stretch: Stretch) -> Credit | None:
    """Return the attribution that leads to a stretch: X said: "…"; X, office: and then the stretch."""
    tokens, line = _gap_before(prose, stretch)
    while tokens and tokens[-1].text in ("“", '"', "``", "‘", "«", "("):
        tokens = tokens[:-1]
    if not tokens:
        return None
    tail = tokens[-1].text
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


def _lead(prose: Prose, stretch: Stretch, tokens: list[Token], n: int, tail: str) -> Credit | None:
    """Return the attribution by a verb before a stretch, if nothing of what was said stands between."""
    verb, between = tokens[n], tokens[n + 1 :]
    lemma = cues.LEMMAS.get(verb.text.lower(), "say")
    frames = cues.frames_of(lemma)
    upper = prose.text[stretch.inner.start].isupper() or prose.text[stretch.inner.start] in "[…."
    if any(t.tag_ in FINITE for t in between) and tail != ":":
        return None
    if any(t.text.lower() == "that" and t.tag_ == "IN" for t in between[:-1]):
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
    elif tail == ",":
        if not upper and not is_sentence(prose, stretch):
            return None
    elif tail not in (":", "that") and (
        not (upper and tells and is_sentence(prose, stretch)) or between[-1].tag_ in _LEADS_ON
    ):
        return None
    if tail == ":" and not is_sentence(prose, stretch) and words_in(prose, stretch) < 4:
        return None
    head = subject_of(verb)
    if head is None:
        inverted = tokens[n + 1 :] if verb.tag_ in ("VBD", "VBZ") else []
        head = _left_head([t for t in inverted[:8] if t.tag_ != ","]) if n == 0 else None
    if head is None and verb.tag_ in ("VBD", "VBZ", "VBP"):
        head = _left_head(tokens[max(0, n - 12) : n])
    if head is None:
        return None
    return Credit(head, None, _cue(prose, verb, verb), "before", 0.95, lemma)


def _names_a_term(tokens: list[Token]) -> bool:
    """Tell whether the words right before marks announce a title, a term or a saying."""
    near = [t for t in tokens[-4:] if t.text not in (":", ",")]
    return bool(near) and (
        near[-1].text.lower() in NOT_SPEECH
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
                    head, None, _cue(prose, tokens[n], tokens[n + 1]), "in the words of", 0.9, "say"
                )
    return None


def _last_of_phrase(tokens: list[Token]) -> Token | None:
    head = None
    for token in tokens:
        if token.text in (",", ":"):
            break
        if token.tag_ in _NOUN:
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
    if any(t.text.lower() in NOT_SPEECH for t in tokens):
        return None
    span = Span(tokens[0].idx, prose.end_of(tokens[-1]))
    finite = [t for t in tokens if t.tag_ in FINITE]
    if not finite:
        people = [m for m in cast.inside(span) if m.kind == "person"]
        if people:
            return Credit(
                None, people[0].span, Span(tokens[-1].idx, span.end), "line above" if line else "colon", 0.92
            )
        head = _left_head(tokens)
        known = head is not None and (is_office(head.text) or (len(tokens) <= 6 and head.text[0].isupper()))
        if (
            known
            and head is not None
            and cast.sort(Span(head.idx, prose.end_of(head)), head) in ("text", "event")
        ):
            return None
        if head is not None and known:
            return Credit(head, None, Span(tokens[-1].idx, span.end), "line above" if line else "colon", 0.85)
        return None
    for token in tokens:
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


def stated_by(prose: Prose, sentence: Span) -> Credit | None:
    """Return the attribution of a sentence that credits the one before: "This was stated by X …"."""
    tokens = prose.tokens(sentence.start, min(sentence.end, sentence.start + 200))
    if (len(tokens) < 5 or tokens[0].text.lower() not in _DEMONSTRATIVE) and not (
        len(tokens) > 5
        and tokens[0].text.lower() == "the"
        and tokens[1].text.lower() in ("statement", "remarks", "comments")
    ):
        return None
    for n, token in enumerate(tokens[:9]):
        if token.text.lower() == "by" and n >= 2 and tokens[n - 1].tag_ in ("VBN", "VBD"):
            lemma = cues.LEMMAS.get(tokens[n - 1].text.lower(), "")
            if lemma not in (
                "say",
                "state",
                "announce",
                "declare",
                "report",
                "note",
                "stress",
                "emphasize",
                "tell",
            ) and (
                tokens[n - 1].text.lower() != "made"
                or tokens[1].text.lower()
                not in (
                    "statement",
                    "remarks",
                    "comments",
                )
            ):
                return None
            head = next((c for c in token.children if c.dep_ == "pobj"), None) or _left_head(tokens[n + 1 :])
            if head is not None:
                return Credit(
                    head,
                    None,
                    _cue(prose, tokens[n - 1], tokens[n - 1]),
                    "next sentence",
                    0.85,
                    lemma or "say",
                )
    if tokens[1].text.lower() == "is" and tokens[2].text.lower() in ("what", "how", "according"):
        verb = next((t for t in tokens[3:12] if t.text.lower() in cues.LEMMAS and t.tag_ in VERBAL), None)
        head = subject_of(verb) if verb is not None else None
        if head is not None and verb is not None:
            return Credit(
                head, None, _cue(prose, verb, verb), "next sentence", 0.8, cues.LEMMAS[verb.text.lower()]
            )
    return None
