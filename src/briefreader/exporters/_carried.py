"""What a PDF carries besides its pages: the manifest, and named places of the items.

Typst can write neither under PDF/A-2. So the file that it made is written again with both. The places come
as a keyword, the one thing that a template can put into a file about its pages; it is taken out again. The
manifest is private data of this program (ISO 32000-1, 14.5, page-piece dictionaries), which no reader shows
and PDF/A leaves alone. Only files from Typst are read or changed; of any other, nothing is found.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

PREFIX = "item-"
"""What the names of items begin with."""

_ENDING = re.compile(rb"trailer\s*<<(.*)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_NOTED = re.compile(rb"/Keywords\(places:([^)]*)\)")
_NOTED_XML = re.compile(
    rb"<pdf:Keywords>places:[^<]*</pdf:Keywords>|<dc:subject>\s*<rdf:Bag>\s*<rdf:li>places:[^<]*</rdf:li>"
    rb"\s*</rdf:Bag>\s*</dc:subject>"
)
_PLACE = re.compile(r"p(?P<page>\d+)|(?P<item>\d+),(?P<top>\d+)")
"""A page, or an item and how far down the page it begins, in points."""
_LEFT = re.compile(r"n(\d+)")
"""A footnote that stands on another page than its mark, by its number."""
_ENTRY = 20  # bytes of a line of the table of objects


def carrying(pdf: bytes, made: datetime, manifest: str = "", ids: Sequence[str] = ()) -> bytes:
    """Return the file with the manifest, and with a name for each place that the template noted down.

    The template knows an item by its place among ``ids``, which are ASCII.
    """
    file = _File.of(pdf)
    if file is None:
        return pdf
    changed: dict[int, bytes] = {}
    catalog = file.object(file.root).removesuffix(b">>")
    size = file.size
    if manifest:
        packed = zlib.compress(manifest.encode("utf-8", "surrogatepass"), 9)
        head = f"<</Filter/FlateDecode/Length {len(packed)}>>".encode()
        changed[size] = head + b"\nstream\n" + packed + b"\nendstream"
        moment = made.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
        catalog += f"/PieceInfo<</Briefreader<</LastModified({moment})/Private {size} 0 R>>>>".encode()
        size += 1
    noted = _NOTED.search(file.object(file.info))
    if noted:
        changed |= _without_keyword(file)
    names = _names(file, noted[1].decode("ascii"), ids) if noted else []
    if names and b"/Names" not in catalog:
        changed[size] = b"<</Names[" + b" ".join(names) + b"]>>"
        catalog += f"/Names<</Dests {size} 0 R>>".encode()
    if not changed:
        return pdf
    return file.rewritten(changed | {file.root: catalog + b">>"})


def left_notes(pdf: bytes) -> set[int]:
    """Return the numbers of the footnotes of rows of tables that stand on another page than the row."""
    file = _File.of(pdf)
    noted = _NOTED.search(file.object(file.info)) if file else None
    found = (_LEFT.fullmatch(entry) for entry in noted[1].decode("ascii").split(";")) if noted else ()
    return {int(each[1]) for each in found if each}


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


def _names(file: _File, noted: str, ids: Sequence[str]) -> list[bytes]:
    """Return the pairs of name and place, in the order of the names' bytes; the first of a name counts."""
    pages = list(file.pages())
    found: dict[bytes, bytes] = {}
    page = 0
    for entry in noted.split(";"):
        place = _PLACE.fullmatch(entry)
        if place is None:  # the last may have been cut
            continue
        if place["page"]:
            page = int(place["page"])
        elif 0 < page <= len(pages) and int(place["item"]) < len(ids):
            name = (PREFIX + ids[int(place["item"])]).encode("ascii")
            number, height = pages[page - 1]
            spot = f"({name.decode()})[{number} 0 R/XYZ 0 {height - float(place['top']):.2f} 0]"
            found.setdefault(name, spot.encode("ascii"))
    return [found[name] for name in sorted(found)]


def _without_keyword(file: _File) -> dict[int, bytes]:
    """Return the two objects that hold what a file says of itself, without the places."""
    changed = {file.info: _NOTED.sub(b"", file.object(file.info))}
    found = re.search(rb"/Metadata (\d+) 0 R", file.object(file.root))
    if found:
        head, stream, body = file.object(int(found[1])).partition(b"\nstream\n")
        body = _NOTED_XML.sub(b"", body.removesuffix(b"\nendstream"))
        head = re.sub(rb"/Length \d+", b"/Length %d" % len(body), head)
        changed[int(found[1])] = head + stream + body + b"\nendstream"
    return changed


@dataclass(frozen=True, slots=True)
class _File:
    """A PDF as Typst writes it: one table of objects, and no streams of objects."""

    data: bytes
    trailer: bytes
    offsets: dict[int, int]

    @staticmethod
    def of(pdf: bytes) -> _File | None:
        """Read the ends and the tables of a file; None if it is not of this kind."""
        ending = _ENDING.search(pdf, max(0, pdf.rfind(b"trailer")))
        if ending is None:
            return None
        try:
            offsets = _table(pdf, int(ending[2]))
        except (ValueError, IndexError):
            return None
        file = _File(pdf, ending[1], offsets)
        return file if file.root in offsets else None

    @property
    def size(self) -> int:
        """Return how many objects there are."""
        return self._number(rb"/Size (\d+)")

    @property
    def info(self) -> int:
        """Return the number of what the file says of itself."""
        return self._number(rb"/Info (\d+) 0 R")

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

    def rewritten(self, changed: dict[int, bytes]) -> bytes:
        """Return the file with objects added or replaced, all others as they are."""
        order = sorted(self.offsets, key=self.offsets.__getitem__)
        made = bytearray(self.data[: self.offsets[order[0]]])
        offsets: dict[int, int] = {}
        for number in (*order, *sorted(changed.keys() - self.offsets.keys())):
            offsets[number] = len(made)
            made += f"{number} 0 obj\n".encode() + changed.get(number, self.object(number)) + b"\nendobj\n"
        start, size = len(made), max(offsets) + 1
        made += f"xref\n0 {size}\n0000000000 65535 f\r\n".encode()
        for number in range(1, size):
            kind = "00000 n" if number in offsets else "65535 f"
            made += f"{offsets.get(number, 0):010d} {kind}\r\n".encode()
        trailer = re.sub(rb"/Size \d+", b"/Size %d" % size, self.trailer)
        return bytes(made + b"trailer\n<<" + trailer + b">>\nstartxref\n%d\n%%%%EOF" % start)


def _table(pdf: bytes, start: int) -> dict[int, int]:
    """Return where the objects begin, by their numbers; raise ValueError if there is no table."""
    if not pdf.startswith(b"xref\n", start):
        raise ValueError("no table here")
    at = start + len(b"xref\n")
    end = pdf.index(b"\n", at)
    first, count = map(int, pdf[at:end].split())
    offsets: dict[int, int] = {}
    for n in range(count):
        line = pdf[end + 1 + n * _ENTRY : end + 1 + (n + 1) * _ENTRY]
        if line[17:18] == b"n":
            offsets[first + n] = int(line[:10])
    return offsets
