"""Annotations on their way to other programs, and back: values that need no workspace to be understood."""

from __future__ import annotations

from dataclasses import dataclass

from briefreader.domain.annotation import Annotation


@dataclass(frozen=True, slots=True)
class SharedSource:
    """What is said of a document beside its annotations; what is not known is empty.

    ``link`` is its address in Briefreader, ``text`` the words that places in it refer to.
    """

    id: str = ""
    sha256: str = ""
    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    language: str = ""
    url: str = ""
    link: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedMark:
    """An annotation that is to be written down.

    Its anchor is that of the text as it is now, if the passage was found in it: then it is ``placed``.
    ``link`` is the address of the passage, ``paragraph`` its number (0 where there is none).
    """

    annotation: Annotation
    link: str = ""
    paragraph: int = 0
    placed: bool = False

    @property
    def whole(self) -> bool:
        """Tell whether it is about the document as a whole."""
        return self.annotation.anchor is None


@dataclass(frozen=True, slots=True)
class SharedDocument:
    """A document with its annotations, in order."""

    source: SharedSource
    marks: tuple[SharedMark, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """All that goes into a file; ``created`` is the moment of writing, as ISO 8601."""

    documents: tuple[SharedDocument, ...] = ()
    created: str = ""

    @property
    def marks(self) -> tuple[SharedMark, ...]:
        """Return the annotations of all documents."""
        return tuple(mark for document in self.documents for mark in document.marks)


@dataclass(frozen=True, slots=True)
class Carried:
    """An annotation as a file tells of it, before its document and its place in it are known.

    ``start`` and ``end`` are code points, or None. ``whole`` says that it is about the document as a
    whole. What the file does not say is empty; one that says nothing more marks its passage all the same.
    """

    source: SharedSource
    exact: str = ""
    before: str = ""
    after: str = ""
    start: int | None = None
    end: int | None = None
    whole: bool = False
    id: str = ""
    starred: bool = False
    colour: str = ""
    underline: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    author: str = ""
    created: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds; ``unclear`` counts its entries that could not be understood."""

    marks: tuple[Carried, ...] = ()
    unclear: int = 0
