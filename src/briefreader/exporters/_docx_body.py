"""The text of a Word document: paragraphs, tables, charts and footnotes as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat
from xml.sax.saxutils import escape, quoteattr

from briefreader.exporters._blocks import Chart, Content, Heading, Inline, Mark, Paragraph, Table, Words
from briefreader.exporters._docx_chart import chart_part, drawing

WIDTHS = {"a4": (11906, 16838), "us-letter": (12240, 15840)}
MARGIN = 1247
"""Twentieths of a point: 22 mm."""

_STYLES = {
    "body": "Normal", "assessment": "Assessment", "judgement": "Judgement", "quote": "Quote",
    "detail": "Detail", "comment": "Comment", "source": "Source",
}  # fmt: skip


def page(paper: str) -> tuple[int, int]:
    """Return width and height of a page, in twentieths of a point."""
    return WIDTHS.get(paper, WIDTHS["a4"])


def text_width(paper: str) -> int:
    """Return the width between the margins."""
    return page(paper)[0] - 2 * MARGIN


class Body:
    """The text of one document in the making; ``links`` and ``charts`` are what it refers to."""

    def __init__(self, whole: Content, paper: str) -> None:
        self._whole = whole
        self._width = text_width(paper)
        self._bookmarks = 0
        self.links: dict[str, int] = {}
        self.note_links: dict[str, int] = {}
        self.charts: list[str] = []

    def text(self, contents: bool) -> str:
        """Return all that stands in the document's body."""
        title = self.paragraph("Title", (Words(self._whole.title, self._whole.lang),))
        blocks = "".join(self._block(block) for block in self._whole.blocks)
        listed = self._contents() if contents else ""
        return f"{title}{self._matters()}{listed}{blocks}"

    def notes(self) -> Iterator[str]:
        """Yield the paragraph of each footnote, without its number."""
        for note in self._whole.notes:
            yield self._inline(note, self.note_links)

    def paragraph(self, style: str, inline: Inline, inside: str = "") -> str:
        """Return a paragraph; ``inside`` is put before its text."""
        words = next((piece for piece in inline if isinstance(piece, Words)), None)
        turned = "<w:bidi/>" if words is not None and words.direction == "rtl" else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{turned}</w:pPr>{inside}'
            f"{self._inline(inline, self.links)}</w:p>"
        )

    def _block(self, block: Heading | Paragraph | Table | Chart) -> str:
        if isinstance(block, Heading):
            self._bookmarks += 1
            n = self._bookmarks
            mark = f'<w:bookmarkStart w:id="{n}" w:name="{_bookmark(n)}"/><w:bookmarkEnd w:id="{n}"/>'
            return self.paragraph(f"Heading{block.level}", block.inline, mark)
        if isinstance(block, Paragraph):
            return self.paragraph(_STYLES[block.style], block.inline)
        if isinstance(block, Table):
            return self._table(block)
        return self._chart(block)

    def _chart(self, block: Chart) -> str:
        if not block.bars:
            return self._table(block.table)
        self.charts.append(chart_part(block))
        inside = drawing(block, len(self.charts), self._width)
        picture = f'<w:p><w:pPr><w:pStyle w:val="Figure"/></w:pPr><w:r>{inside}</w:r></w:p>'
        return picture + self._table(block.table)

    # -- Tables ----------------------------------------------------------------------------------------

    def _table(self, block: Table) -> str:
        head = "".join(
            self._cell((Words(name, self._whole.lang),), width, "TableHead")
            for name, width in zip(block.head, self._columns(block.widths), strict=True)
        )
        rows = "".join(self._row(block, row) for row in block.rows)
        named = f"<w:tblCaption w:val={quoteattr(block.caption)}/>" if block.caption else ""
        look = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"/>'
        return (
            self._opened("BriefingTable", look + named, block.widths)
            + f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>{_AFTER}"
        )

    def _row(self, block: Table, row: tuple[Inline, ...]) -> str:
        cells = "".join(
            self._cell(cell, width, "TableText")
            for cell, width in zip(row, self._columns(block.widths), strict=True)
        )
        # A row that may be higher than a page must be allowed to break.
        texts = [piece.text for cell in row for piece in cell if isinstance(piece, Words)]
        long = sum(len(text) + 60 * text.count("\n") for text in texts) > 1000
        return f"<w:tr>{'' if long else '<w:trPr><w:cantSplit/></w:trPr>'}{cells}</w:tr>"

    def _matters(self) -> str:
        """Return the title block: a table of names and words."""
        if not self._whole.meta:
            return ""
        widths = (2.6, 7.4)
        name_width, width = self._columns(widths)
        rows = "".join(
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            + self._cell((Words(name, self._whole.lang),), name_width, "TableText")
            + self._cell((Words(words, self._whole.lang, bold=True),), width, "TableText")
            + "</w:tr>"
            for name, words in self._whole.meta
        )
        return self._opened("TitleBlock", "", widths) + rows + f"</w:tbl>{_AFTER}"

    def _opened(self, style: str, more: str, widths: tuple[float, ...]) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._columns(widths))
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{self._width}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{more}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )

    def _columns(self, widths: tuple[float, ...]) -> list[int]:
        return [int(self._width * width / sum(widths)) for width in widths]

    def _cell(self, inline: Inline, width: int, style: str) -> str:
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self.paragraph(style, inline)}</w:tc>"
        )

    # -- Contents --------------------------------------------------------------------------------------

    def _contents(self) -> str:
        """Return the field of the table of contents, filled in with the headings as they are."""
        headings = [block for block in self._whole.blocks if isinstance(block, Heading)]
        listed = [(n, block) for n, block in enumerate(headings, 1) if block.level <= 2]
        if not listed:
            return ""
        # A word processor that keeps such lists makes it anew, with page numbers, as it is marked as old.
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
            '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        title = self.paragraph("TOCHeading", (Words(self._whole.texts["contents"], self._whole.lang),))
        entries = [
            f'<w:p><w:pPr><w:pStyle w:val="TOC{block.level}"/></w:pPr>{begin if first else ""}'
            f"{_entry(n, block)}</w:p>"
            for first, (n, block) in zip(chain((True,), repeat(False)), listed, strict=False)
        ]
        end = '<w:p><w:pPr><w:spacing w:after="0"/></w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        return title + "".join(entries) + end

    # -- Text ------------------------------------------------------------------------------------------

    def _inline(self, inline: Inline, links: dict[str, int]) -> str:
        pieces = []
        for before, piece in zip((None, *inline), inline, strict=False):
            if isinstance(piece, Words):
                pieces.append(self._words(piece, links))
                continue
            called = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            if isinstance(before, Mark):
                pieces.append(f"<w:r>{called}<w:t>,</w:t></w:r>")
            pieces.append(f'<w:r>{called}<w:footnoteReference w:id="{piece.number}"/></w:r>')
        return "".join(pieces)

    def _words(self, words: Words, links: dict[str, int]) -> str:
        made = run(words, self._whole.lang)
        if not words.link:
            return made
        number = links.setdefault(words.link, len(links) + 1)
        return f'<w:hyperlink r:id="link{number}">{made}</w:hyperlink>'


def run(words: Words, lang: str) -> str:
    """Return words as a run; the language is given where it is not that of the document."""
    turned = words.direction == "rtl"
    spoken = ""
    if words.lang != lang:
        spoken = f'<w:lang w:bidi="{words.lang}"/>' if turned else f'<w:lang w:val="{words.lang}"/>'
    looks = (
        ('<w:rStyle w:val="Hyperlink"/>' if words.link else "")
        + ("<w:b/><w:bCs/>" if words.bold else "")
        + ("<w:i/><w:iCs/>" if words.italic else "")
        + ("<w:rtl/>" if turned else "")
        + spoken
    )
    lines = words.text.split("\n")
    inside = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{inside}</w:r>"


def field(code: str, shown: str) -> str:
    """Return a field whose value the word processor works out."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{escape(shown)}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


# Word joins two tables that touch; a small empty line keeps them, and what follows, apart.
_AFTER = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/></w:pPr></w:p>'


def _bookmark(n: int) -> str:
    return f"_Toc{n:08}"


def _entry(n: int, heading: Heading) -> str:
    words = "".join(piece.text for piece in heading.inline if isinstance(piece, Words))
    text = escape(" ".join(words.split()))
    return (
        f'<w:hyperlink w:anchor="{_bookmark(n)}" w:history="1">'
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:hyperlink>'
    )
