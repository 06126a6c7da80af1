"""Reporting clauses that are set into a sentence or stand behind it: "X, he said, is Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _cues as cues
from briefreader.extractors._attribution import UNFINISHED
from briefreader.extractors._edges import trimmed
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._prose import Prose
from briefreader.extractors._report import Report
from briefreader.extractors._subjects import FINITE, VERBAL, above, has_finite_aux

if TYPE_CHECKING:
    from spacy.tokens import Token

_BREAKS = frozenset({",", "–", "—", ";", "--", "―", "("})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "VBG"})
_EMPTY = listed("it that this these those there he she they what")
_CARRIES_ON = listed("whether because unless that")
"""Words that open what hangs on a clause before a reporting clause: "It is unclear, he said, whether …"."""


def inserted(prose: Prose, token: Token, lemma: str, subject: Token | None) -> Report | None:
    """Return the report of "X, he said, is Y", "X is Y, he said", "As he said, X is Y"."""
    if subject is None or not _may_be_set_in(token, lemma):
        return None
    mark = next(
        (c for c in token.children if c.dep_ in ("mark", "advmod") and c.text.lower() in ("as", "how")), None
    )
    if mark is not None and any(c.dep_ == "dobj" for c in token.children) and lemma not in ("tell", "remind"):
        return None
    sentence = prose.sentence_span(token.idx)
    clause_start, clause_end = _clause(prose, token, subject, sentence)
    before = prose.tokens(sentence.start, clause_start)
    after = prose.tokens(clause_end, sentence.end)
    if not _ends_clause(before) if before else mark is None:
        return None
    previous = next((c for c in token.children if c.dep_ == "ccomp" and c.i < token.i), None)
    behind = bool(after) and after[0].text in _BREAKS
    if before and behind:
        outside = token.dep_ in ("parataxis", "advcl") and token.head != token
        behind = bool(mark or outside or previous) and _content_after(after, token, subject)
    cut = bool(before) and _is_cut(prose, before, after)
    if cut:
        behind = not _whole_in_marks(prose, after)  # marked words have their own attribution
    parts: list[Span | None] = []
    turned = subject.i > token.i and len(after) <= 1 and len(before) > 2  # "Not so fast, said X."
    if before and (cut or turned or _says_something(before, behind)):
        start = sentence.start
        if previous is not None and token.dep_ != "ROOT":
            start = max(start, previous.left_edge.idx)
        empty = cut and not behind and _says_nothing(before)  # the marks behind it say all
        parts.append(None if empty else trimmed(prose, start, prose.end_of(before[-1])))
    if behind and not _is_another(after):
        parts.append(trimmed(prose, after[0].idx, _before_semicolon(prose, after, sentence.end)))
    found = [part for part in parts if part is not None]
    if not found:
        return None
    if len(found) == 1 and not behind:
        found = [_grown(prose, found[0])]
    mind = cues.MIND in cues.frames_of(lemma)
    cue = Span(token.idx, prose.end_of(token))
    rule = "as" if mark is not None else "inserted"
    return Report(tuple(found), cue, lemma, subject, rule, 0.7 if mind else 0.85, mind)


def cut_open(prose: Prose, token: Token, lemma: str, subject: Token | None) -> Report | None:
    """Return the words before "Voters, she said, “are angry”", whose other half the marks give."""
    if subject is None or not _may_be_set_in(token, lemma):
        return None
    sentence = prose.sentence_span(token.idx)
    clause_start, clause_end = _clause(prose, token, subject, sentence)
    before = prose.tokens(sentence.start, clause_start)
    after = prose.tokens(clause_end, sentence.end)
    if not before or not _is_cut(prose, before, after) or not _whole_in_marks(prose, after):
        return None
    part = trimmed(prose, sentence.start, prose.end_of(before[-1]))
    if part is None or _says_nothing(before):
        return None
    return Report((part,), Span(token.idx, prose.end_of(token)), lemma, subject, "inserted", 0.8)


def _may_be_set_in(token: Token, lemma: str) -> bool:
    """Tell whether a verb can be that of a reporting clause set into a sentence: finite, and no object."""
    frames = cues.frames_of(lemma)
    if not frames & {cues.THAT, cues.TELL, cues.MIND} or lemma in cues.WEAK:
        return False
    if token.dep_ in ("relcl", "acl", "pcomp"):
        return False
    if token.tag_ not in ("VBD", "VBZ", "VBP") and not (token.tag_ == "VBN" and has_finite_aux(token)):
        return False
    taken = any(c.dep_ in ("dobj", "xcomp") and c.i > token.i for c in token.children)
    return cues.TELL in frames or not taken


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


_ASKING = frozenset({"did", "had", "was", "were"})
"""What a clause can begin with: "Did he go, she asked", "Had he known, she said, …"."""


def _says_something(before: list[Token], behind: bool) -> bool:
    """Tell whether the words before a reporting clause are a sentence, or the beginning of one."""
    if behind:
        return sum(t.text[0].isalnum() for t in before) >= 1 and before[0].tag_ not in ("IN", "RB", "CC")
    if before[0].tag_ in ("VBN", "VBG") or (before[0].tag_ == "VBD" and before[0].lower_ not in _ASKING):
        return False  # "Asked about it, he replied", whatever the tagger takes "asked" for
    return (any(t.tag_ in FINITE for t in before) and before[0].tag_ != "IN") or (
        sum(t.tag_ in FINITE for t in before) > 0
        and any(t.dep_ in ("nsubj", "nsubjpass") and t.head.tag_ in VERBAL | FINITE for t in before)
        and before[0].text.lower()
        not in ("as", "after", "when", "while", "although", "because", "if", "since")
    )


def _says_nothing(before: list[Token]) -> bool:
    """Tell whether only "it was" and the like stand before "It was, he said, “a gift”"."""
    words = [t.lower_ for t in before if t.text[0].isalnum()]
    return len(words) < 4 and all(word in UNFINISHED or word in _EMPTY for word in words)


def _before_semicolon(prose: Prose, after: list[Token], end: int) -> int:
    """Return where what was said ends: before a semicolon with another clause behind it."""
    for n, token in enumerate(after):
        if token.text == ";" and prose.stretch_at(token.idx) is None:
            return int(token.idx) if any(t.tag_ in FINITE for t in after[n:]) and n > 1 else end
    return end


def _is_another(after: list[Token]) -> bool:
    """Tell whether what follows a reporting clause is only another one: "…, X said, the agency reports."."""
    words = [t for t in after if t.text[-1].isalnum()]
    return 2 <= len(words) <= 4 and words[-1].tag_ in VERBAL and cues.lemma_of(words[-1].text) is not None


def _whole_in_marks(prose: Prose, after: list[Token]) -> bool:
    """Tell whether all that follows a reporting clause stands between one pair of marks."""
    stretch = prose.stretch_at(after[1].idx)
    return stretch is not None and not any(t.idx >= stretch.outer.end and t.text[0].isalnum() for t in after)


def _is_cut(prose: Prose, before: list[Token], after: list[Token]) -> bool:
    """Tell whether a sentence is cut open: "The museum, he said, would …", "It was, he said, a …".

    Parses lose such sentences, so the words beside the two commas decide: a noun phrase before the one
    and its finite verb behind the other, or a verb that still needs what follows.
    """
    if len(after) < 2 or after[0].text not in _BREAKS or before[-1].text not in _BREAKS:
        return False
    words = [t for t in before if t.text[-1].isalnum()]
    if not words:
        return False
    finite = [t for t in words if t.tag_ in FINITE]
    if finite and after[1].text.lower() in _CARRIES_ON and any(t.tag_ in FINITE for t in after):
        return True
    if finite:
        return words[-1] == finite[-1] and words[-1].text.lower() in UNFINISHED
    nominal = words[0].tag_ not in ("IN", "RB", "CC", "VBN", "VBG", "TO", "UH") and words[-1].tag_ in _NOUNS
    stretch = prose.stretch_at(after[1].idx)
    if nominal and stretch is not None and prose.text[stretch.inner.start].islower():
        return any(t.tag_ in FINITE for t in after)  # "in no way endorses"
    behind = [t for t in after[1:6] if t.text not in ("“", '"', "``", "‘", "'")]
    goes_on = next((t for t in behind if t.tag_ not in ("RB", "RBR")), None)
    return nominal and goes_on is not None and goes_on.tag_ in FINITE


def _content_after(after: list[Token], token: Token, subject: Token) -> bool:
    """Tell whether the words behind a reporting clause go on with what was said."""
    mine = {token.i, subject.i}
    for word in after[1:]:
        if word.tag_ not in FINITE and word.tag_ not in ("VBG", "VBN"):
            continue
        governors = {word.i, *(a.i for a in above(word))}
        if subject.i not in governors and (token.i not in governors or word.dep_ == "ccomp"):
            return True
        if mine & governors and word.dep_ != "ccomp":
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
