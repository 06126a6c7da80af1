"""The attribution behind a marked stretch: "…," said X; "…," X, who …, said; "…," according to X; "…" — X."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _cues as cues
from briefreader.extractors._attribution import (
    NOUN,
    Credit,
    cue_of,
    expects_attribution,
    is_sentence,
    left_head,
)
from briefreader.extractors._cast import Cast
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._marks import Stretch
from briefreader.extractors._prose import Prose
from briefreader.extractors._subjects import FINITE, VERBAL, above, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


_NOMINAL = frozenset({"NNP", "NNPS", "NN", "NNS", "PRP", "DT", "PRP$", "JJ", "CD", "WP", "VBG", "JJS"})
_OPENERS = frozenset({*"\"“”„«»‘’'`」』(–—―-,:;", "--", "''", "``"})
_PHRASES = listed("put putting went goes shot fired chimed fires shoots put kept")
_SUBORDINATES = listed("and or that which when because as while after before until since if though although")


def behind(prose: Prose, cast: Cast, stretch: Stretch) -> Credit | None:
    """Return the attribution that follows a stretch: "…," said X; "…," X said; "…" — X."""
    tokens = _gap_after(prose, stretch)
    while tokens and (tokens[0].text in _OPENERS or tokens[0].text in ("''", "``")):
        if tokens[0].text in ("—", "–", "―", "--", "-") and _signature(prose, cast, tokens):
            return _signature(prose, cast, tokens)
        if tokens[0].text == ":" and _signature(prose, cast, tokens, "person"):
            return _signature(prose, cast, tokens, "person")
        tokens = tokens[1:]
    if tokens and tokens[0].text.lower() == "as" and expects_attribution(prose, stretch):
        tokens = tokens[1:]  # "…," as X put it
    if not tokens or tokens[0].text.lower() in _SUBORDINATES:
        return None
    if tokens[0].text.lower() == "according" and len(tokens) > 2:
        head = next((t for t in tokens[2:12] if t.tag_ in NOUN and not _premodifies(t)), None)
        return (
            Credit(head, None, cue_of(prose, tokens[0], tokens[1]), "according to", 0.95, "say")
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
        return Credit(head, None, cue_of(prose, verb, verb), "behind", 0.97, lemma) if head else None
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
    if _says_itself(verb) and not _has_verb(prose, stretch):
        return None  # in her book, "Fire Line," the author claims that …
    if lemma == "quote":  # "…," the agency quoted X as saying
        head = next((c for c in verb.children if c.dep_ == "dobj"), None)
        return (
            Credit(head, None, cue_of(prose, verb, verb), "behind", 0.9, "say") if head is not None else None
        )
    head = subject_of(verb)
    if head is None or not before[0].idx <= head.idx < verb.idx:
        head = left_head(before)
    return Credit(head, None, cue_of(prose, verb, verb), "behind", 0.97, lemma) if head is not None else None


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
    if token.tag_ == "VBN" and low in cues.LEMMAS and n > 1 and tokens[n - 1].text == ",":
        # "…," Ms. Ruiz, 34, recalled in Spanish
        return expects_attribution(prose, stretch) and not any(t.tag_ in FINITE for t in tokens)
    if token.tag_ == "VBN" and not any(
        t.text.lower() in ("has", "have", "had", "'s", "'ve") for t in tokens[:n]
    ):
        return low in cues.LEMMAS and n == 0 and len(tokens) > 1 and tokens[1].text.lower() != "by"
    if low in cues.LEMMAS:
        return n > 0 or _may_be_inverted(low, stretch, prose)
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
    short = sum(t.tag_ in NOUN for t in tokens[:n]) >= 1 and n <= 6
    return (
        short
        and low not in ("was", "is", "were", "are", "had", "has", "did", "does")
        and len(tokens) - n <= 8
    )


def _may_be_inverted(low: str, stretch: Stretch, prose: Prose) -> bool:
    """Tell whether a verb right behind a stretch reports it: not in 'the show "Sunday Live" mocked him'."""
    says = cues.frames_of(cues.LEMMAS[low]) & {cues.THAT, cues.TELL, "answer", "ask"}
    return bool(says) or expects_attribution(prose, stretch) or is_sentence(prose, stretch)


def _has_own_content(prose: Prose, verb: Token, after: list[Token]) -> bool:
    if _says_itself(verb):
        return True
    return bool(after) and after[0].text.lower() in ("that", "the", "he", "she", "it", "they", "there")


def _says_itself(verb: Token) -> bool:
    """Tell whether a verb has a clause of its own behind it, so that what stands before is no speech."""
    return any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)


def _has_verb(prose: Prose, stretch: Stretch) -> bool:
    return any(t.tag_ in FINITE for t in prose.tokens(stretch.inner.start, stretch.inner.end))


def _in_relative(token: Token, verb: Token) -> bool:
    """Tell whether a verb stands in a clause about the speaker: "X, who leads Y, said"."""
    for each in (token, *above(token)):
        if each == verb:
            return False
        if each.dep_ in ("relcl", "acl"):
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
        if token.tag_ in NOUN:
            head = token
        elif token.tag_ not in ("DT", "JJ", "PRP$", "CD", "POS", "HYPH", "NFP", "VBG", "VBN", "JJS"):
            break
        if token.tag_ == "PRP":
            break
    return head


def _premodifies(token: Token) -> bool:
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is not None and following.tag_ in NOUN | {"POS"} and following.tag_ != "PRP"


def _signature(prose: Prose, cast: Cast, tokens: list[Token], kind: str = "") -> Credit | None:
    """Return the attribution of a quotation that is signed: "…" — X; "…": X, by a bearer of a kind."""
    paragraph = prose.paragraphs[prose.paragraph(tokens[0].idx)]
    if len(tokens) > 14 or any(t.tag_ in FINITE for t in tokens):
        return None
    rest = Span(tokens[0].idx, paragraph.end)
    mention = next((m for m in cast.inside(rest) if m.span.start - tokens[0].idx <= 4), None)
    if mention is None or (kind and mention.kind != kind):
        return None
    return Credit(None, mention.span, None, "signed", 0.85)
