"""The parts of a Word document around its text: what they are, how they hang together, head and foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from xml.sax.saxutils import escape, quoteattr

from briefreader.domain.briefing import Briefing
from briefreader.exporters._blocks import Content, Words
from briefreader.exporters._docx_body import MARGIN, Body, field, page, run, text_width
from briefreader.exporters._legible import legible, on_one_line
from briefreader.resources import resource

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"'
_TYPE = "application/vnd.openxmlformats-officedocument"

_TLP = {
    "TLP:RED": "FF2B2B", "TLP:AMBER": "FFC000", "TLP:AMBER+STRICT": "FFC000", "TLP:GREEN": "33FF00",
    "TLP:CLEAR": "FFFFFF",
}  # fmt: skip
"""The colours of TLP 2.0, on black."""


def content_types(charts: int) -> str:
    """Return what kind of part each name stands for."""
    word = f"{_TYPE}.wordprocessingml"
    kinds = {
        "/word/document.xml": f"{word}.document.main+xml",
        "/word/styles.xml": f"{word}.styles+xml",
        "/word/settings.xml": f"{word}.settings+xml",
        "/word/footnotes.xml": f"{word}.footnotes+xml",
        "/word/header1.xml": f"{word}.header+xml",
        "/word/footer1.xml": f"{word}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    } | {f"/word/charts/chart{n}.xml": f"{_TYPE}.drawingml.chart+xml" for n in range(1, charts + 1)}
    named = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="json" ContentType="application/json"/>{named}</Types>'
    )


def package() -> str:
    """Return where the document, its properties and its manifest are."""
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return _related([
        ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml", False),
        ("rId2", core, "docProps/core.xml", False),
        ("rId3", "urn:briefreader:manifest", "briefreader/manifest.json", False),
    ])  # fmt: skip


def relations(links: Iterable[str], charts: int | None) -> str:
    """Return where the links of a part lead and the parts it needs; ``charts`` is None for footnotes."""
    parts: list[tuple[str, str, str, bool]] = []
    if charts is not None:
        names = ("styles", "settings", "footnotes")
        parts += [(name, f"{_OFFICE}/{name}", f"{name}.xml", False) for name in names]
        parts += [(name, f"{_OFFICE}/{name}", f"{name}1.xml", False) for name in ("header", "footer")]
        parts += [
            (f"chart{n}", f"{_OFFICE}/chart", f"charts/chart{n}.xml", False) for n in range(1, charts + 1)
        ]
    parts += [(f"link{n}", f"{_OFFICE}/hyperlink", link, True) for n, link in enumerate(links, 1)]
    return _related(parts)


def _related(parts: Sequence[tuple[str, str, str, bool]]) -> str:
    mode = ' TargetMode="External"'
    listed = "".join(
        f'<Relationship Id="{id}" Type="{kind}" Target={quoteattr(target)}{mode if outside else ""}/>'
        for id, kind, target, outside in parts
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def core(briefing: Briefing, whole: Content, made: datetime) -> str:
    """Return title, author, language and times."""
    author = escape(on_one_line(legible(briefing.author, {})))
    when = made.strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(whole.title)}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dc:language>{whole.lang}</dc:language><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{when}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{when}</dcterms:modified>'
        f"<cp:category>{escape(whole.label)}</cp:category></cp:coreProperties>"
    )


def document(text: str, paper: str, whole: Content) -> str:
    """Return the main part: the text, and the pages it stands on."""
    width, height = page(paper)
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
        '<w:footerReference w:type="default" r:id="footer"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="1418" w:right="{MARGIN}" w:bottom="1304" w:left="{MARGIN}" w:header="624" '
        'w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    drawn = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'{_HEAD}<w:document {_SPACES} xmlns:a="{drawn}/main" xmlns:c="{drawn}/chart" '
        f'xmlns:wp="{drawn}/wordprocessingDrawing"><w:body>{text}{section}</w:body></w:document>'
    )


def footnotes(body: Body) -> str:
    """Return the footnotes, with the two lines that a word processor draws above them."""
    called = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
        f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, id in (("separator", -1), ("continuationSeparator", 0))
    )
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p>{style}{called}<w:r><w:t xml:space="preserve"> </w:t></w:r>{text}'
        "</w:p></w:footnote>"
        for n, text in enumerate(body.notes(), 1)
    )
    return f"{_HEAD}<w:footnotes {_SPACES}>{lines}{notes}</w:footnotes>"


def running(kind: str, whole: Content) -> str:
    """Return the head ("hdr") or foot ("ftr") of each page: title or page, and the handling label."""
    left = run(Words(_cut(whole.title), whole.lang), whole.lang) if kind == "hdr" else _pages(whole)
    label = f"<w:r><w:tab/></w:r>{_label(whole.label)}" if whole.label else ""
    style = "Header" if kind == "hdr" else "Footer"
    text = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{left}{label}</w:p>'
    return f"{_HEAD}<w:{kind} {_SPACES}>{text}</w:{kind}>"


def _label(label: str) -> str:
    colour = _TLP.get(label)
    looks = (
        f'<w:color w:val="{colour}"/><w:shd w:val="clear" w:color="auto" w:fill="000000"/>' if colour else ""
    )
    text = f"\u00a0{label}\u00a0" if colour else label
    return (
        f'<w:r><w:rPr><w:rStyle w:val="HandlingLabel"/>{looks}</w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def _pages(whole: Content) -> str:
    """Return "Page n of N", both worked out by the word processor."""
    before, _page, after = whole.texts["page"].partition("{page}")
    between, _pages, after = after.partition("{pages}")
    pieces = [run(Words(text, whole.lang), whole.lang) if text else "" for text in (before, between, after)]
    return f"{pieces[0]}{field('PAGE', '1')}{pieces[1]}{field('NUMPAGES', '1')}{pieces[2]}"


def _cut(title: str, length: int = 70) -> str:
    return title if len(title) <= length else title[: length - 1].rstrip() + "…"


def styles(lang: str, paper: str) -> str:
    """Return the styles, in resources/templates/docx, for this language and page."""
    return _template("styles").replace("LANGUAGE", lang).replace("TEXTWIDTH", str(text_width(paper)))


def settings(lang: str) -> str:
    """Return the settings, in the same folder."""
    return _template("settings").replace("LANGUAGE", lang)


@cache
def _template(name: str) -> str:
    return resource(f"templates/docx/{name}.xml").read_text(encoding="utf-8")
