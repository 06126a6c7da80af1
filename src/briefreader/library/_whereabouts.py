"""Where annotations from elsewhere belong: their documents, and their passages in them; never a guess."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Literal
from unicodedata import normalize

from briefreader.domain.document import Document
from briefreader.domain.errors import BriefreaderError
from briefreader.domain.folding import fold
from briefreader.domain.query import Query
from briefreader.domain.shared import Carried, SharedSource
from briefreader.domain.text import Anchor, Span
from briefreader.i18n import _
from briefreader.library.links import parse
from briefreader.library.workspace import Progress
from briefreader.store import Store

_TELLING = 40  # code points: a sentence of which no second one is to be expected
_HASH = re.compile("[0-9a-f]{64}")
_SCHEME = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


class Whereabouts:
    """Finds the documents of annotations by what files say of their sources.

    An id, or the hash of the file or of the text, tells the document for sure; else address, title and
    outlet do, and with several such documents the one in which the passage stands.
    """

    def __init__(self, store: Store, sources: Iterable[SharedSource], progress: Progress | None) -> None:
        self._store = store
        self._found: dict[SharedSource, tuple[tuple[str, ...], bool]] = {}
        self._read: dict[str, Document] = {}
        self._look([*dict.fromkeys(sources)], progress)

    def find(self, mark: Carried) -> tuple[Document | None, Span | None]:
        """Return the document of a mark and the place of its passage in it; None for what is not found."""
        ids, sure = self._found.get(mark.source, ((), False))
        documents = [self._document(id) for id in ids]
        if mark.whole:
            return (documents[0], None) if len(documents) == 1 else (None, None)
        placed = [(each, span) for each in documents if (span := passage(mark, each.text, sure)) is not None]
        if len(placed) == 1:
            return placed[0]
        return (documents[0], None) if len(documents) == 1 else (None, None)

    def _document(self, id: str) -> Document:
        if id not in self._read:
            found = self._store.document(id)
            assert found is not None
            self._read[id] = found
        return self._read[id]

    def _look(self, sources: list[SharedSource], progress: Progress | None) -> None:
        """Find what the sources are: by their ids; the rest by going through the documents once."""
        rest = []
        named = dict.fromkeys(id for source in sources for id in _ids(source))
        self._read = {each.id: each for each in self._store.documents(list(named))}
        for source in sources:
            known = next(
                (id for id in _ids(source) if id in self._read and _same(self._read[id], source)), ""
            )
            if known:
                self._found[source] = (known,), True
            else:
                rest.append(source)
        if rest:
            shelf = _Shelf(self._store, any(source.text for source in rest), progress)
            for source in rest:
                self._found[source] = shelf.find(source)


@dataclass(frozen=True, slots=True)
class _Known:
    """What tells one document from another of the same title."""

    id: str
    url: str
    outlets: tuple[str, str]

    def fits(self, source: SharedSource) -> bool:
        """Tell whether nothing of what is said on both sides differs."""
        same_outlet = not source.outlet or not any(self.outlets) or fold(source.outlet) in self.outlets
        return same_outlet and not (source.url and self.url and _address(source.url) != self.url)


class _Shelf:
    """The documents of a workspace, by what may be said of them; gone through once."""

    def __init__(self, store: Store, hashed: bool, progress: Progress | None) -> None:
        self._known: dict[tuple[str, str], list[_Known]] = defaultdict(list)
        total = store.counts(Query()).all if progress is not None else 0
        for n, document in enumerate(store.documents(), 1):
            outlets = (fold(document.outlet), fold(document.author))
            known = _Known(document.id, _address(document.url), outlets)
            for key in _keys(document, hashed):
                self._known[key].append(known)
            if progress is not None and n % 200 == 0:
                progress(n, total, _("Looking for the articles"))

    def find(self, source: SharedSource) -> tuple[tuple[str, ...], bool]:
        """Return the documents that a source may be, and whether that is sure."""
        by_hash = self._at("sha256", source.sha256) or self._at("text", _hash(source.text))
        if by_hash:
            return tuple(each.id for each in by_hash), True
        by_address = self._at("url", _address(source.url))
        by_title = self._at("title", fold(source.title))
        both = [each for each in by_title if each in by_address]
        likely = both or by_address or [each for each in by_title if each.fits(source)]
        return tuple(each.id for each in likely), False

    def _at(self, kind: str, value: str) -> list[_Known]:
        return self._known.get((kind, value), []) if value else []


def passage(mark: Carried, text: str, sure: bool) -> Span | None:
    """Return where the passage of a mark is in a text, or None rather than a guess.

    A place counts if the words stand there; without any words, only if the text is ``sure`` to be the one.
    """
    span = Span(mark.start, mark.end) if mark.start is not None and mark.end is not None else None
    if not mark.exact:
        return span if span is not None and sure and span.end <= len(text) else None
    if span is not None and span.of(text) == mark.exact:
        return span
    start = mark.start if mark.start is not None else len(text) + 1  # where it can never be
    for form in (None, "NFC", "NFD"):
        exact, before, after = (_formed(part, form) for part in (mark.exact, mark.before, mark.after))
        found = Anchor(Span(start, start + len(exact)), exact, before, after).find(text)
        if found is not None:
            return found
    return _only(mark, text)


def _only(mark: Carried, text: str) -> Span | None:
    """Return where words stand that differ only in white space and in how letters are composed, if once.

    Few words whose surroundings are other ones are not taken for the same.
    """
    told_apart = bool(mark.before or mark.after)
    if mark.exact in text or (told_apart and len(mark.exact) < _TELLING):
        return None
    for form in ("NFC", "NFD"):
        pattern = r"\s+".join(map(re.escape, normalize(form, mark.exact).split()))
        found = list(islice(re.finditer(pattern, text), 2)) if pattern else []
        if len(found) == 1:
            return Span(*found[0].span())
    return None


def _formed(text: str, form: Literal["NFC", "NFD"] | None) -> str:
    return normalize(form, text) if form else text


def _ids(source: SharedSource) -> list[str]:
    """Return the ids that a document may have by what is said of it."""
    ids = [source.id, source.sha256]
    if source.link:
        with suppress(BriefreaderError):
            ids.append(parse(source.link).document)
    return [id for id in ids if id]


def _same(document: Document, source: SharedSource) -> bool:
    """Tell whether a document that has the id of a source is the same: some files give ids such as "1"."""
    if _HASH.fullmatch(document.id):
        return True
    said = {
        (source.sha256, document.sha256),
        (_address(source.url), _address(document.url)),
        (fold(source.title), fold(document.title)),
    }
    told = [one == other for one, other in said if one]
    return any(told) or not told


def _keys(document: Document, hashed: bool) -> Iterator[tuple[str, str]]:
    yield "sha256", document.sha256
    yield "url", _address(document.url)
    yield "title", fold(document.title)
    if hashed:
        yield "text", _hash(document.text)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() if text else ""


def _address(url: str) -> str:
    """Return an address without what differs between two ways to the same page."""
    return _SCHEME.sub("", url.partition("#")[0]).rstrip("/")
