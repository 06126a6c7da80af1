"""Documents with annotations of every sort, for the tests of the formats."""

from __future__ import annotations

import uuid
from unicodedata import normalize

from hypothesis import strategies as st

from briefreader.domain.annotation import COLOURS, Annotation, Status
from briefreader.domain.shared import Shared, SharedDocument, SharedMark, SharedSource
from briefreader.domain.text import Anchor, Span, canonical

SENTENCE = "Chủ tịch nước Tô Lâm đã nói: “Không!”"
TEXT = canonical(
    "A title 😀 with emoji 👩‍👩‍👧\r\n"
    f"{normalize('NFC', SENTENCE)}\r\n{normalize('NFD', SENTENCE)}\r\n"
    "قال الوزير: «لا» — שלום עולם\r\n\r\n"
    "  = a formula, *stars*, <b>bold</b> & [link](x) #tag -- end. -- end.\r"
    "Last line 🇻🇳, with a tab\tin it"
)
CREATED = "2026-03-04T05:06:07+00:00"
CHANGED = "2026-03-05T05:06:07+00:00"
SOURCE = SharedSource(
    "a" * 64, "a" * 64, 'Title: "quoted", 😀', "Báo Nhân Dân", "An Author", "2025-12-06", "vi",
    "https://example.org/a?b=1&c=2", "briefreader://open?document=" + "a" * 64, TEXT,
)  # fmt: skip


def mark(start: int, end: int, **values: object) -> SharedMark:
    """Return a mark of TEXT; with ``end`` 0 it is about the whole."""
    anchor = Anchor.on(TEXT, Span(start, end)) if end else None
    told = {"id": str(uuid.uuid5(uuid.NAMESPACE_OID, f"{start} {end} {values}"))}
    told |= {"created": CREATED, "changed": CREATED} | values  # type: ignore[operator]
    annotation = Annotation(document=SOURCE.id, anchor=anchor, revision=1, **told)  # type: ignore[arg-type]
    link = f"{SOURCE.link}&start={start}&end={end}" if end else SOURCE.link
    return SharedMark(annotation, link, 2 if end else 0, bool(end))


MARKS = (
    mark(0, 0, note="On the whole,\n\nin *two* paragraphs 😀", tags=("context",), author="A. Reader"),
    mark(0, 0, note=".NET is not a tag"),
    mark(0, 9, starred=True),
    mark(8, 30, colour="yellow", note="Line one\nline two", tags=("to verify", "Tô Lâm"), author="A. Reader"),
    mark(8, 30, colour="red"),  # the same passage, apart
    mark(10, 20, underline="blue", changed=CHANGED),  # nested
    mark(26, 60, colour="green", underline="grey", starred=True, note="= 1 + 1"),  # overlapping
    mark(100, 130, tags=("one", "two", "2025")),
    mark(TEXT.index("= a"), len(TEXT), note="\n.a\n<script>alert(1)</script> '=x"),
)
STATUS = Status(
    SOURCE.id, starred=True, read=True, tags=("visit", "two words"), title=SOURCE.title,
    published="2025-12-06", revision=3,
)  # fmt: skip
SHARED = Shared((SharedDocument(SOURCE, MARKS, STATUS),), CREATED)

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=30).map(canonical)
lines = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t"), max_size=40
).map(canonical)
tags = st.lists(
    st.text(st.characters(categories=("L", "N", "So"), include_characters="-. '"), min_size=1, max_size=12)
    .map(lambda tag: " ".join(tag.split()))
    .filter(bool),
    max_size=3,
    unique=True,
).map(tuple)
colours = st.sampled_from(("", *COLOURS))


@st.composite
def passages(draw: st.DrawFn) -> tuple[int, int]:
    """Draw a passage of TEXT, or (0, 0) for the whole."""
    start = draw(st.integers(0, len(TEXT) - 1))
    end = draw(st.integers(start + 1, min(len(TEXT), start + 60)))
    return draw(st.sampled_from(((start, end), (start, end), (0, 0))))


@st.composite
def marks(draw: st.DrawFn, note: st.SearchStrategy[str] = lines) -> SharedMark:
    """Draw any annotation that a person can make of TEXT."""
    made = mark(
        *draw(passages()),
        id=str(draw(st.uuids())),
        starred=draw(st.booleans()),
        colour=draw(colours),
        underline=draw(colours),
        note=draw(note),
        tags=draw(tags),
        author=draw(st.sampled_from(("", "A. Reader", "Lê Thị Đỗ"))),
        changed=draw(st.sampled_from((CREATED, CHANGED))),
    )
    return made if not made.annotation.blank else mark(0, 9, starred=True)
