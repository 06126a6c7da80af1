"""What a briefing says, from its title to how it was made, as headings, paragraphs, tables and footnotes.

DOCX, HTML and Markdown are written from this one value, so that they say the same in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefreader.domain.briefing import Briefing, CitedSource
from briefreader.exporters._blocks import Block, Content, Heading, Paragraph, Writing
from briefreader.exporters._citations import entry
from briefreader.exporters._content_front import matters, method, title_of
from briefreader.exporters._content_items import section_blocks
from briefreader.exporters._legible import notices, on_one_line


def content(briefing: Briefing) -> Content:
    """Return what a briefing says."""
    writing = Writing(briefing)
    title, meta = title_of(writing), tuple(matters(writing))
    blocks: list[Block] = []
    for section in briefing.sections:
        if section.items:
            blocks.append(Heading(1, (writing.own(on_one_line(section.title)),), section.id))
            blocks += section_blocks(writing, section)
    blocks += _sources(writing)
    blocks += method(writing)
    label = writing.line(briefing.label)
    return Content(
        title, writing.lang, label, meta, tuple(blocks), tuple(writing.notes), writing.texts,
        notices(writing.replaced),
    )  # fmt: skip


def _sources(writing: Writing) -> Iterable[Block]:
    """Yield the list of sources: number and citation, then what is known of each."""
    if not writing.briefing.sources:
        return
    yield Heading(1, (writing.own(writing.texts["sources"]),))
    for source in writing.briefing.sources:
        language = writing.language_of(source.number)
        runs = entry(source, writing.briefing.style, writing.briefing.language, writing.texts)
        number = writing.own(f"{source.number}. ")
        listed = (number, *writing.cited(runs, language), *writing.link(source.link))
        yield Paragraph("source", listed)
        if lines := [line for line in _known(writing, source) if line]:
            yield Paragraph("detail", (writing.own("\n".join(lines)),))


def _known(writing: Writing, source: CitedSource) -> Iterable[str]:
    """Yield what else is known of a source, each in one line."""
    texts = writing.texts
    grade = texts["grade"].format(grade=source.grade) if source.grade else ""
    yield on_one_line(". ".join(filter(None, (grade, source.descriptor))))
    yield on_one_line(source.how)
    yield on_one_line(source.origin)
    yield texts["hash"].format(hash=source.sha256) if source.sha256 else ""
