"""The setting of a claim: who the parties of a document are, and how sentences speak of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from briefreader.domain.text import Span
from briefreader.extractors._gazetteer import demonym_country, is_country
from briefreader.extractors._happenings import Scene
from briefreader.extractors._joining import place_entity

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefreader.extractors._names import Mention
    from briefreader.extractors._reading import Reading

PAIR = re.compile(
    r"\b(?:(?:the|both|our|these|those|between|of|their) (?:two |both )?(?:countries|nations|sides|states"
    r"|peoples|governments|economies|parties)|bilateral|mutual|two-way|each other)\b",
    re.IGNORECASE,
)
"""Words that stand for the two countries that a document is about."""

_WORD = re.compile(r"[A-ZÀ-Ỹ][\w’'-]+")


class Setting:
    """A document's scene with its leading countries, for everything that claims are made from."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.scene = Scene(reading)
        self.text = reading.text
        self.doc = reading.parse

    @cached_property
    def demonyms(self) -> list[tuple[Span, str]]:
        """Return where a word such as "Belarusian" stands, with its country."""
        found = []
        for match in _WORD.finditer(self.text):
            for part in re.finditer(r"[^\W\d_]+", match[0]):
                country = demonym_country(part[0])
                if country:
                    start = match.start() + part.start()
                    found.append((Span(start, start + len(part[0])), country))
        return found

    @cached_property
    def pair(self) -> tuple[str, ...]:
        """Return the two countries that the document is about, if two stand out; else nothing."""
        counts: Counter[str] = Counter(country for _span, country in self.demonyms)
        counts.update(m.name for m in self.reading.mentions if m.kind == "place" and is_country(m.text))
        folded: Counter[str] = Counter()
        for name, count in counts.items():
            folded[place_entity(name)] += count
        best = folded.most_common(3)
        if len(best) < 2 or best[1][1] < 2 or (len(best) > 2 and 2 * best[2][1] > best[1][1]):
            return ()
        return tuple(sorted(name for name, _count in best[:2]))

    def parties(self, *spans: Span) -> list[dict[str, str]]:
        """Return whom stretches name, each once: names, demonyms as countries, "both sides" as the pair."""
        found: dict[str, dict[str, str]] = {}
        for span in spans:
            inside = self.scene.mentioned(span)
            for mention in inside:
                found.setdefault(mention.entity, party(mention))
            for place, country in self.demonyms:
                if span.contains(place) and not any(m.span.contains(place) for m in inside):
                    key = f"place:{place_entity(country)}"
                    found.setdefault(key, {"entity": key, "name": country, "kind": "place"})
            if PAIR.search(span.of(self.text)):
                for key in self.pair:
                    found.setdefault(f"place:{key}", {"entity": f"place:{key}", "name": key, "kind": "place"})
        return list(found.values())

    def sentence(self, span: Span) -> Span:
        """Return the sentence around a stretch, without white space at its ends."""
        tokens = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None or not len(tokens):
            return span
        first, last = tokens[0].sent, tokens[-1].sent
        start, end = first.start_char, max(last.end_char, span.end)
        lines = self.text[start:end]
        if "\n" in lines:  # a sentence of the parse may run over a line's end
            start = max(start, self.text.rfind("\n", start, span.start) + 1)
            stop = self.text.find("\n", span.end, end)
            end = stop if stop >= 0 else end
        for noise in self.scene.document.noise:  # a date line at the head is no part of what is said
            if noise.span.start <= start < noise.span.end <= span.start:
                start = noise.span.end
        while start < span.start and self.text[start].isspace():
            start += 1
        while end > span.end and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def before(self, sentence: Span) -> list[Token]:
        """Return the words of the sentence before one, if both are in one line."""
        tokens = self.doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
        if tokens is None or not len(tokens) or not tokens.start:
            return []
        previous = self.doc[tokens.start - 1].sent
        found = [t for t in previous if t.i < tokens.start and not t.is_space]
        return [] if not found or "\n" in self.text[found[0].idx : sentence.start] else found

    def head(self, span: Span) -> Token | None:
        """Return the word of a stretch that all others in it hang on."""
        tokens = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return tokens.root if tokens is not None and len(tokens) else None

    def words(self, tokens: Iterable[Token]) -> list[Token]:
        """Return the tokens that are no part of a name, a country's adjective or a date."""
        return [token for token in tokens if not self._named[token.idx]]

    @cached_property
    def _named(self) -> bytearray:
        """Return for each place of the text whether a name, a country's adjective or a date stands there."""
        named = bytearray(len(self.text) + 1)
        spans = [m.span for m in self.reading.mentions] + [span for span, _country in self.demonyms]
        for span in (*spans, *(each.span for each in self.reading.dates)):
            named[span.start : span.end] = b"\x01" * len(span)
        return named

    def interval(self, span: Span) -> dict[str, Any]:
        """Return the days of the date within a stretch: first, last, its value and its words."""
        inside = [each for each in self.scene.dates if span.contains(each.span) and each.first]
        if not inside:
            return {}
        each = inside[-1]
        return {
            "first": each.first, "last": each.last, "when": each.value,
            "dated": [each.span.start, each.span.end],
        }  # fmt: skip


def party(mention: Mention) -> dict[str, str]:
    """Return a mention as claims keep it."""
    return {"entity": mention.entity, "name": mention.name, "kind": mention.kind}
