"""The beginning and the end of a briefing: its title, the entries of its title block, how it was made."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from briefreader.exporters._blocks import Block, Heading, Paragraph, Writing
from briefreader.exporters._words import written_date, written_period


def seen(text: str) -> bool:
    """Tell whether there is anything in a text that a reader sees."""
    return any(unicodedata.category(char) not in ("Cf", "Mn", "Zs", "Zl", "Zp") for char in text.strip())


def title_of(writing: Writing) -> str:
    """Return the title, or that there is none."""
    title = writing.line(writing.briefing.title)
    return title if seen(title) else writing.texts["untitled"]


def matters(writing: Writing) -> Iterable[tuple[str, str]]:
    """Yield name and words of each entry of the title block that has any."""
    briefing, texts, language = writing.briefing, writing.texts, writing.briefing.language
    considered = max(briefing.considered, len(briefing.sources))
    coverage = texts["of"].format(cited=len(briefing.sources), considered=considered)
    for name, words in (
        ("to", briefing.to),
        ("author", briefing.author),
        ("made", written_date(briefing.date or briefing.made, language)),
        ("period", written_period(briefing.period, language)),
        ("as of", written_date(briefing.as_of, language)),
        ("coverage", coverage if briefing.sources else ""),
    ):
        if seen(words):
            yield texts[name], writing.line(words)


def method(writing: Writing) -> Iterable[Block]:
    """Yield how the briefing was made."""
    lines = [line for line in writing.briefing.method.split("\n") if line.strip()]
    if lines:
        yield Heading(1, (writing.own(writing.texts["method"]),))
    for line in lines:
        yield Paragraph("body", (writing.own(line.strip()),))
