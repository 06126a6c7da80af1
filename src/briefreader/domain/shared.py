"""Annotations on their way to other programs, and back: values that need no workspace to be understood."""

from __future__ import annotations

from dataclasses import dataclass

from briefreader.domain.annotation import Annotation, Marking, Status

CORRECTED = ("title", "outlet", "published")
"""What a person can put right on an article, by its names in a Status and in a SharedSource."""

_NOTHING_SET = Status("")


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
    """A document with its annotations, in order, and what was set on it as a whole.

    What the ``source`` says is as it was corrected; the ``status`` tells what of it was.
    """

    source: SharedSource
    marks: tuple[SharedMark, ...] = ()
    status: Status = _NOTHING_SET

    @property
    def corrected(self) -> dict[str, str]:
        """Return the values that a person put right, by the names that they have in a Status."""
        return {name: value for name in CORRECTED if (value := getattr(self.status, name))}

    @property
    def says_anything(self) -> bool:
        """Tell whether anything was set on it as a whole that is worth telling others."""
        return bool(self.status.starred or self.status.tags or self.corrected)


@dataclass(frozen=True, slots=True)
class Shared:
    """All that goes into a file; ``created`` is the moment of writing, as ISO 8601."""

    documents: tuple[SharedDocument, ...] = ()
    created: str = ""

    @property
    def marks(self) -> tuple[SharedMark, ...]:
        """Return the annotations of all documents."""
        return tuple(mark for document in self.documents for mark in document.marks)

    @property
    def set_on_whole(self) -> int:
        """Return on how many documents something was set as a whole."""
        return sum(document.says_anything for document in self.documents)


@dataclass(frozen=True, slots=True)
class Carried(Marking):
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


@dataclass(frozen=True, slots=True)
class CarriedStatus:
    """What a file says that a person has set on an article itself; its ``status`` names no document yet."""

    source: SharedSource
    status: Status


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds; ``unclear`` counts its entries that could not be understood."""

    marks: tuple[Carried, ...] = ()
    unclear: int = 0
    statuses: tuple[CarriedStatus, ...] = ()
