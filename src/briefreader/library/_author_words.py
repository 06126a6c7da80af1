"""What the author of a briefing says in words: sentences and their citations, likelihood, quotations, dates.

The words for likelihood are those of ICD 203 (United States, 2015), which has two wordings that are not to be
mixed, and of the PHIA yardstick (United Kingdom, 2025). They are English, as both are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefreader.domain.outline import CITED
from briefreader.domain.sentences import sentences_of
from briefreader.domain.text import Span

MOST_QUOTED = 300
"""Letters of a sentence that a message repeats at most."""

FEWEST = 3
"""Words in quotation marks from which on they are taken for somebody's words, not for a name or a doubt."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the author's, without the marks of its citations, and which those are, from 0."""

    text: str
    citations: tuple[int, ...] = ()


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a line; a citation behind a full stop belongs to the sentence that it ends."""
    bare, marks = _without_marks(text)
    spans: list[Span] = []
    start = 0
    for line in bare.split("\n"):
        if line:
            spans += sentences_of(bare, Span(start, start + len(line)))
        start += len(line) + 1
    spans = [span for span in spans if _SAYS.search(span.of(bare))]
    cited: list[list[int]] = [[] for _span in spans]
    for n, place in enumerate(marks):
        before = [at for at, span in enumerate(spans) if span.start < place]
        if spans:
            cited[before[-1] if before else 0].append(n)
    return [Sentence(span.of(bare).strip(), tuple(own)) for span, own in zip(spans, cited, strict=True)]


_SAYS = re.compile(r"\w")


def _without_marks(text: str) -> tuple[str, list[int]]:
    """Return the text without the signs of citations, and where in it each of these stood."""
    pieces = text.split(CITED)
    marks: list[int] = []
    length = 0
    for piece in pieces[:-1]:
        length += len(piece)
        marks.append(length)
    return "".join(pieces), marks


def shortened(text: str) -> str:
    """Return a text as a message repeats it: in one line, and not all of a long one."""
    line = " ".join(text.replace(CITED, "").split())
    return line if len(line) <= MOST_QUOTED else line[:MOST_QUOTED].rstrip() + "…"


# -- quotation marks --------------------------------------------------------------------------------

_QUOTED = re.compile(r"“([^“”]*)”|«([^«»]*)»|„([^„“”]*)[“”]|\"([^\"]*)\"|(?<!\w)‘((?:[^‘’]|’(?=\w))*)’(?!\w)")
_CUT = re.compile(r"\[[^\]]*\]|…|\.{3}")
_TOKEN = re.compile(r"\d(?:[\d.,]*\d)?|[^\W\d]+|[%$€£¥]")


def quoted(text: str) -> Iterator[str]:
    """Yield each run of words in quotation marks that is long enough to be somebody's words.

    Square brackets and dots that leave something out cut it in two: each part must stand in the source.
    """
    for match in _QUOTED.finditer(text.replace(CITED, "")):
        inner = next((group for group in match.groups() if group), "")
        for piece in _CUT.split(inner):
            if len(_TOKEN.findall(piece)) >= FEWEST:
                yield piece.strip()


def own(text: str) -> str:
    """Return a text without what stands in quotation marks, which is not the author's."""
    return _QUOTED.sub(" ", text.replace(CITED, ""))


def plain(text: str) -> str:
    """Return the words of a text, each between two spaces: for telling whether it holds others."""
    return f" {' '.join(_TOKEN.findall(text.casefold()))} "


# -- likelihood and confidence ------------------------------------------------------------------------

_REMOTE = r"remote(?= (?:chance|possibility|prospect|likelihood))|(?<=chance is )remote|(?<=odds are )remote"
_WORDS: tuple[tuple[str, str, str], ...] = (
    # (what is meant, how it is written, which vocabularies have it)
    ("almost no chance", r"almost no chance", "A"),
    ("very unlikely", r"very unlikely", "A"),
    ("highly improbable", r"highly improbabl[ey]", "B"),
    ("highly unlikely", r"highly unlikely", "LP"),
    ("very likely", r"very likely", "A"),
    ("highly likely", r"highly likely", "LP"),
    ("highly probable", r"highly probabl[ey]", "B"),
    ("realistic possibility", r"realistic possibility", "LP"),
    ("roughly even chance", r"roughly even chances?", "A"),
    ("roughly even odds", r"roughly even odds", "B"),
    ("almost certain", r"almost certain(?:ly)?", "ALP"),
    ("nearly certain", r"nearly certain(?:ly)?", "B"),
    ("remote", _REMOTE, "BLP"),
    ("improbable", r"improbabl[ey]", "B"),
    ("unlikely", r"unlikely", "ALP"),
    ("probable", r"probabl[ey]", "BP"),
    ("likely", r"likely", "AL"),
)
_ALL = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"({written})" for _name, written, _where in _WORDS) + r")(?![\w-])",
    re.IGNORECASE,
)

VOCABULARIES = "ALBP"
"""The vocabularies by letter: first and second wording of ICD 203, and PHIA with "likely" or "probable"."""

_CONFIDENCE = re.compile(
    r"\b(?:high|moderate|medium|low|limited|analytic(?:al)?)(?:er|est)?[ -](?:(?:level|degree)s? of )?"
    r"confidence\b"
    r"|\b(?:high|moderate|medium|low)(?:ly)? confident\b"
    r"|\bconfidence (?:in (?:this|the|our|that) (?:judge?ment|assessment|estimate)|is (?:high|moderate|low))"
    r"|\b(?:we|i|analysts?) (?:are|am|is|remain) (?:\w+ )?confident\b"
    r"|\b(?:level|degree) of confidence\b",
    re.IGNORECASE,
)


def likelihoods(text: str) -> list[tuple[str, str]]:
    """Return the words of likelihood that the author uses, in order, each with its vocabularies."""
    found = []
    for match in _ALL.finditer(" ".join(own(text).split())):
        name, _written, where = _WORDS[(match.lastindex or 1) - 1]
        found.append((name, where))
    return found


def speaks_of_confidence(text: str) -> bool:
    """Tell whether the author says how sure a judgement is."""
    return bool(_CONFIDENCE.search(" ".join(own(text).split())))


# -- dates and numbers --------------------------------------------------------------------------------

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_DATED = re.compile(
    rf"\b(?:19|20)\d\d\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\b|\b(?:{_MONTHS})\.? \d{{1,2}}\b"
)
_NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")


def names_a_date(text: str) -> bool:
    """Tell whether a sentence of the author's says when: a year, or a day of a month."""
    return bool(_DATED.search(own(text)))


def numbers(text: str) -> frozenset[str]:
    """Return the numbers in a text as they are written, without the commas that group them."""
    return frozenset(each.replace(",", "") for each in _NUMBER.findall(text))
