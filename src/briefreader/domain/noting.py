"""Which marks and notes are looked at: by words, colour, kind, tag and author."""

from __future__ import annotations

from dataclasses import dataclass

from briefreader.domain.annotation import Annotation
from briefreader.domain.folding import fold

MARK_KINDS = ("highlight", "underline", "star", "note", "whole", "tag")
"""What a mark can be, several at once: "whole" is a note on a document, "tag" has nothing but tags."""


def kinds_of(annotation: Annotation) -> frozenset[str]:
    """Return what a mark is."""
    found = {
        "highlight": annotation.colour, "underline": annotation.underline, "star": annotation.starred,
        "note": annotation.note and annotation.anchor, "whole": annotation.anchor is None,
    }  # fmt: skip
    return frozenset(kind for kind, there in found.items() if there) or frozenset({"tag"})


@dataclass(frozen=True, slots=True)
class NotesFilter:
    """What narrows the marks; of each sort one is enough, and an empty one takes all."""

    words: str = ""
    colours: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()

    @property
    def narrows(self) -> bool:
        """Tell whether anything may be left out."""
        return self != NotesFilter()

    def takes(self, annotation: Annotation) -> bool:
        """Tell whether a mark is one of those; a colour is that of a highlight or of an underline."""
        return (
            (not self.colours or not self.colours.isdisjoint((annotation.colour, annotation.underline)))
            and (not self.kinds or not self.kinds.isdisjoint(kinds_of(annotation)))
            and (not self.tags or not self.tags.isdisjoint(annotation.tags))
            and (not self.authors or annotation.author in self.authors)
            and (not self.words or self._says(annotation))
        )

    def _says(self, annotation: Annotation) -> bool:
        said = fold(" ".join((annotation.note, annotation.exact, *annotation.tags)))
        return all(word in said for word in fold(self.words).split())
