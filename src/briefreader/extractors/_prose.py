"""A text as the quote rules see it: its words, sentences, paragraphs and marked stretches, by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from briefreader.domain.document import Block, lines
from briefreader.domain.text import Span
from briefreader.extractors._marks import Stretch, dash_speech, stretches

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from briefreader.extractors._reading import Reading

_ENDERS = frozenset({".", "?", "!", "…", "?!", "!!", "...", "!?"})
MOST_WORDS = 250
"""The longest sentence: beyond it a text is no prose, and rules that look at whole sentences would crawl."""
_DATELINE = re.compile(r"([^—–.?!:;\"“”\n]{2,60}?)\s*(?:[—–]|--?)\s+(?=[\"“‘]?[^\W\d_a-z])")
_AGENCY = re.compile(r"\([A-Z]\w+\)$")
_CLOSERS = frozenset("\"”’'»)]」』")


class Prose:
    """The words of a document with their parse, cut into sentences that no quotation mark breaks."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.text
        self.document = reading.document
        self.doc: Doc = reading.parse
        blocks = [block for block in reading.document.blocks if block.span.of(self.text).strip()]
        self.paragraphs: list[Span] = [block.span for block in blocks or lines(self.text)]
        self.headings = {block.span.start for block in blocks if block.kind in ("title", "heading")}
        self.words: list[Token] = [token for token in self.doc if not token.is_space]
        self._starts = [token.idx for token in self.words]
        self._paragraph_starts = [span.start for span in self.paragraphs]
        items = {block.span.start for block in blocks if block.kind == "item"}
        noise = sorted(each.span for each in reading.document.noise)
        marked = stretches(self.text, self.paragraphs)
        dashed = dash_speech(self.text, [span for span in self.paragraphs if span.start not in items])
        marked += self._block_quotes(blocks, marked)
        marked += [dash for dash in dashed if not any(dash.outer.overlaps(each.outer) for each in marked)]
        self.stretches: list[Stretch] = sorted(
            each for each in marked if not any(span.overlaps(each.inner) for span in noise)
        )
        self._stretch_starts = [each.outer.start for each in self.stretches]
        self._noise = noise

    def _block_quotes(self, blocks: list[Block], marked: list[Stretch]) -> list[Stretch]:
        """Return the paragraphs that the source itself sets as quotations, under a line with a colon."""
        found = []
        for before, block in pairwise(blocks):
            if block.kind != "quote" or not before.span.of(self.text).rstrip().endswith(":"):
                continue
            if not any(block.span.overlaps(each.outer) for each in marked):
                found.append(Stretch(block.span, block.span))
        return found

    # -- places and words

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens that start within two places, without white space."""
        return self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def end_of(self, token: Token) -> int:
        """Return the place after a token."""
        return int(token.idx) + len(token)

    def paragraph(self, place: int) -> int:
        """Return the number of the paragraph at a place, or of the one before it."""
        return max(0, bisect_right(self._paragraph_starts, place) - 1)

    def stretch_at(self, place: int) -> Stretch | None:
        """Return the marked stretch that holds a place, marks included."""
        n = bisect_right(self._stretch_starts, place) - 1
        if n >= 0 and place < self.stretches[n].outer.end:
            return self.stretches[n]
        return None

    def stretches_in(self, span: Span) -> list[Stretch]:
        """Return the marked stretches that touch a span."""
        first = max(0, bisect_right(self._stretch_starts, span.start) - 1)
        last = bisect_left(self._stretch_starts, span.end)
        return [each for each in self.stretches[first:last] if each.outer.overlaps(span)]

    def stretch_after(self, place: int) -> Stretch | None:
        """Return the first marked stretch that starts at a place or after it."""
        n = bisect_left(self._stretch_starts, place)
        return self.stretches[n] if n < len(self.stretches) else None

    def stretch_before(self, place: int) -> Stretch | None:
        """Return the last marked stretch that ends at a place or before it."""
        n = bisect_right(self._stretch_starts, place) - 1
        while n >= 0 and self.stretches[n].outer.end > place:
            n -= 1
        return self.stretches[n] if n >= 0 else None

    def quoted(self, span: Span) -> tuple[float, int]:
        """Return the share of a span's words that stand in marks, and how many do.

        Single words with a capital are left out beside others: they are titles and names.
        """
        total = inside = names = 0
        for token in self.tokens(span.start, span.end):
            if token.is_punct or not any(c.isalnum() for c in token.text):
                continue
            total += 1
            stretch = self.stretch_at(token.idx)
            if stretch is not None:
                inside += 1
                names += token.text[0].isupper() and stretch.inner.end <= self.end_of(token)
        if inside == names and inside < total:
            return 0.0, 0
        return (inside / total if total else 0.0), inside

    def is_noise(self, span: Span) -> bool:
        """Tell whether a span touches a stretch that is not part of the article."""
        return any(noise.overlaps(span) for noise in self._noise)

    # -- sentences

    @cached_property
    def sentences(self) -> list[Span]:
        """Return the sentences, in order; marked stretches are whole in them, paragraphs part them."""
        found: list[Span] = []
        for number, paragraph in enumerate(self.paragraphs):
            del number
            start = paragraph.start
            for cut in [*self._cuts(paragraph), paragraph.end]:
                span = self._trimmed(start, cut)
                if span is not None:
                    found.append(span)
                start = cut
        return found

    def _cuts(self, paragraph: Span) -> list[int]:
        tokens = self.tokens(paragraph.start, paragraph.end)
        cuts = self._dateline(paragraph)
        cuts += [noise.end for noise in self._noise if paragraph.start < noise.end < paragraph.end]
        marked = bool(self.stretches_in(paragraph))
        last = 0
        for n in range(1, len(tokens)):
            token, before = tokens[n], tokens[n - 1]
            inside = self.stretch_at(token.idx) if marked else None
            if inside is not None and inside.outer.start < token.idx:
                continue  # within marks
            if n - last > MOST_WORDS:
                cuts.append(token.idx)
                last = n
            opens = inside is not None and inside.outer.start == token.idx
            if before.text in _ENDERS or (token.is_sent_start and before.text[-1] in ".?!:;"):
                lower = token.text[0].islower()
                if opens or (not lower and token.text not in _CLOSERS | {",", "'s", "’s"}):
                    cuts.append(token.idx)
                    last = n
                continue
            closing = self.stretch_at(before.idx) if marked else None
            if closing is not None and before.idx + len(before) >= closing.outer.end:
                ending = self.text[closing.inner.end - 1]
                if ending in ".?!…" and (token.text[0].isupper() or inside is not None):
                    cuts.append(token.idx)
        return sorted(set(cuts))

    def _dateline(self, paragraph: Span) -> list[int]:
        """Return where the dateline of a paragraph ends, if it has one: "WASHINGTON (AP) — "."""
        match = _DATELINE.match(self.text, paragraph.start, paragraph.end)
        if match is None:
            return []
        place = match[1].partition(",")[0]
        return [match.end()] if place.isupper() or _AGENCY.search(match[1]) else []

    def _trimmed(self, start: int, end: int) -> Span | None:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end) if start < end else None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    def sentence(self, place: int) -> int:
        """Return the number of the sentence at a place, or of the one before it; -1 if there is none."""
        return bisect_right(self._sentence_starts, place) - 1

    def sentence_span(self, place: int) -> Span:
        """Return the sentence at a place; the whole paragraph if there is none."""
        n = self.sentence(place)
        if n < 0:
            return self.paragraphs[self.paragraph(place)]
        return self.sentences[n]
