"""What a PDF carries besides its pages: the manifest, and named places of the items.

Typst can write neither under PDF/A-2. Both are appended as PDF allows it (ISO 32000-1, 7.5.6): new objects
and a new catalog after the file's end. The manifest is private data of this program (14.5, page-piece
dictionaries), which no reader shows and PDF/A leaves alone. Only files from Typst are read or changed
here; of any other, nothing is found.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

PREFIX = "item-"
"""What the names of items begin with."""

_ENDING = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_ENTRY = 20  # bytes of a line of the table of objects


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item begins: page from 0 on, points from the page's top."""

    item: str
    page: int
    top: float


def carrying(pdf: bytes, made: datetime, manifest: str = "", places: Iterable[Place] = ()) -> bytes:
    """Return the file with a manifest and named places appended, as they are given."""
    file = _File.of(pdf)
    if file is None:
        return pdf
    added: dict[int, bytes] = {}
    catalog = file.object(file.root).removesuffix(b">>")
    size = file.size
    if manifest:
        packed = zlib.compress(manifest.encode("utf-8", "surrogatepass"), 9)
        head = f"<</Filter/FlateDecode/Length {len(packed)}>>".encode()
        added[size] = head + b"\nstream\n" + packed + b"\nendstream"
        moment = made.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
        catalog += f"/PieceInfo<</Briefreader<</LastModified({moment})/Private {size} 0 R>>>>".encode()
        size += 1
    names = _names(file, places)
    if names and b"/Names" not in catalog:
        added[size] = b"<</Names[" + b" ".join(names) + b"]>>"
        catalog += f"/Names<</Dests {size} 0 R>>".encode()
        size += 1
    if not added:
        return pdf
    return file.extended(added | {file.root: catalog + b">>"}, size)


def manifest_of(pdf: bytes) -> str:
    """Return the manifest that a file carries, or an empty text."""
    file = _File.of(pdf)
    found = re.search(rb"/Briefreader<<[^>]*/Private (\d+) 0 R", file.object(file.root)) if file else None
    if file is None or found is None:
        return ""
    head, _stream, body = file.object(int(found[1])).partition(b"\nstream\n")
    length = re.search(rb"/Length (\d+)", head)
    try:
        return zlib.decompress(body[: int(length[1]) if length else 0]).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError):
        return ""


def _names(file: _File, places: Iterable[Place]) -> list[bytes]:
    """Return the pairs of name and place, in the order of the names' bytes; the first of a name counts."""
    pages = list(file.pages())
    found: dict[bytes, bytes] = {}
    for place in places:
        name = (PREFIX + quote(place.item, safe="")).encode("ascii")
        if name not in found and 0 <= place.page < len(pages):
            number, height = pages[place.page]
            spot = f"({name.decode()})[{number} 0 R/XYZ 0 {height - place.top:.2f} 0]"
            found[name] = spot.encode("ascii")
    return [found[name] for name in sorted(found)]


@dataclass(frozen=True, slots=True)
class _File:
    """A PDF as Typst writes it: one table of objects for each part, no streams of objects."""

    data: bytes
    trailer: bytes
    start: int
    offsets: dict[int, int]

    @staticmethod
    def of(pdf: bytes) -> _File | None:
        """Read the ends and the tables of a file; None if it is not of this kind."""
        ending = _ENDING.search(pdf, max(0, pdf.rfind(b"trailer")))
        if ending is None:
            return None
        offsets: dict[int, int] = {}
        try:
            start: int | None = int(ending[2])
            while start is not None:
                trailer = _table(pdf, start, offsets)
                earlier = re.search(rb"/Prev (\d+)", trailer)
                start = int(earlier[1]) if earlier and int(earlier[1]) < start else None
        except (ValueError, IndexError):
            return None
        file = _File(pdf, ending[1], int(ending[2]), offsets)
        return file if file.root in offsets else None

    @property
    def size(self) -> int:
        """Return how many objects there are."""
        return self._number(rb"/Size (\d+)")

    @property
    def root(self) -> int:
        """Return the number of the catalog."""
        return self._number(rb"/Root (\d+) 0 R")

    def _number(self, pattern: bytes) -> int:
        found = re.search(pattern, self.trailer)
        return int(found[1]) if found else 0

    def object(self, number: int) -> bytes:
        """Return what stands between "obj" and "endobj"."""
        start = self.offsets.get(number, len(self.data))
        begin = self.data.find(b"obj", start) + len(b"obj")
        return self.data[begin : self.data.find(b"\nendobj", begin)].strip(b"\r\n ")

    def pages(self, number: int = 0) -> Iterator[tuple[int, float]]:
        """Yield the object of each page and its height, in order."""
        if not number:
            found = re.search(rb"/Pages (\d+) 0 R", self.object(self.root))
            number = int(found[1]) if found else 0
        body = self.object(number)
        kids = re.search(rb"/Kids\s*\[([^\]]*)\]", body)
        if kids is None:
            box = re.search(rb"/MediaBox\s*\[\s*\S+\s+\S+\s+\S+\s+([\d.]+)", body)
            yield number, float(box[1]) if box else 0.0
            return
        for kid in re.findall(rb"(\d+) 0 R", kids[1]):
            yield from self.pages(int(kid))

    def extended(self, added: dict[int, bytes], size: int) -> bytes:
        """Return the file with objects added or replaced."""
        made = bytearray(self.data.rstrip() + b"\n")
        offsets: dict[int, int] = {}
        for number, body in sorted(added.items()):
            offsets[number] = len(made)
            made += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
        start = len(made)
        made += b"xref\n"
        for number, offset in offsets.items():
            made += f"{number} 1\n{offset:010d} 00000 n\r\n".encode()
        trailer = re.sub(rb"/Size \d+", b"/Size %d" % size, self.trailer)
        trailer = re.sub(rb"/Prev \d+", b"", trailer) + b"/Prev %d" % self.start
        return bytes(made + b"trailer\n<<" + trailer + b">>\nstartxref\n%d\n%%%%EOF\n" % start)


def _table(pdf: bytes, start: int, offsets: dict[int, int]) -> bytes:
    """Take in a table of objects, of which the later ones are read first; return its trailer."""
    at = pdf.index(b"xref", start) + len(b"xref\n")
    if at != start + len(b"xref\n"):
        raise ValueError("no table here")
    while not pdf.startswith(b"trailer", at):
        end = pdf.index(b"\n", at)
        first, count = map(int, pdf[at:end].split())
        at = end + 1
        for number in range(first, first + count):
            line = pdf[at : at + _ENTRY]
            if line[17:18] == b"n":
                offsets.setdefault(number, int(line[:10]))
            at += _ENTRY
    return pdf[at : pdf.index(b"startxref", at)]
