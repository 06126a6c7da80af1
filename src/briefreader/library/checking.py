"""Checking a briefing before it goes out: what its author would not want its reader to find.

Each finding names the section and line that it is about, so that a list of them leads to each place. A
briefing without faults gives none, and nothing that an outline can hold makes a check fail.

A line of the author's without any citation is printed as an assessment and needs none; one that cites a
source must do so for each of its sentences, unless its ``values`` have ``{"assessment": True}``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from briefreader.domain.outline import Line, Outline, Part
from briefreader.domain.survey import Survey
from briefreader.i18n import _, plural
from briefreader.library import _author_words as words
from briefreader.library._checked_evidence import Evidence, Fault
from briefreader.store import Store

SEVERITIES = ("error", "warning")
KINDS = (
    "unsupported", "uncited judgement", "likelihood with confidence", "mixed vocabularies", "altered quote",
    "difference unsaid", "source changed", "undated source", "empty bottom line", "proposals",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in a briefing: ``kind`` is one of KINDS, ``severity`` one of SEVERITIES.

    ``message`` says what is wrong, ``hint`` what to do. ``part`` is the id of the section and ``line`` that
    of the line that it is about; a finding about a section may have no line, one about the whole briefing
    has neither.
    """

    kind: str
    severity: str
    message: str
    hint: str = ""
    part: str = ""
    line: str = ""


def check(store: Store, outline: Outline, survey: Survey | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a briefing, in its own order; without a survey no figures are compared."""
    found: list[Finding] = list(_bottom_line(outline))
    evidence = Evidence(store, outline, survey)
    strange = _strange_words(outline)
    for part in outline.parts:
        found += _of_part(part)
        for line in part.lines:
            faults = [*_of_words(line, strange.get(id(line))), *evidence.faults(line)]
            found += (Finding(*fault, part=part.id, line=line.id) for fault in dict.fromkeys(faults))
    return tuple(found)


# -- the outline --------------------------------------------------------------------------------------


def _bottom_line(outline: Outline) -> Iterator[Finding]:
    """Say that there is no section for the bottom line; an annex needs none."""
    if outline.template != "annex" and not any(part.kind == "lead" for part in outline.parts):
        yield Finding(
            "empty bottom line", "error", _("The briefing has no bottom line."),
            _("Add the section, and say in a sentence or two what the reader has to know."),
        )  # fmt: skip


def _of_part(part: Part) -> Iterator[Finding]:
    if part.kind == "lead" and not any(_says(line) for line in part.lines):
        yield Finding(
            "empty bottom line", "error", _("The bottom line is empty."),
            _("Say in a sentence or two what the reader has to know."), part.id,
        )  # fmt: skip
    proposed = [line for line in part.lines if line.proposed]
    if proposed:
        said = plural("{n} proposal has not been accepted yet.", "{n} proposals have not been accepted yet.",
                      len(proposed))  # fmt: skip
        yield Finding(
            "proposals",
            "warning",
            said,
            _("Accept what is to stay, and remove the rest."),
            part.id,
            proposed[0].id,
        )


def _says(line: Line) -> bool:
    return bool(line.evidence) or any(char.isalnum() for char in line.text)


# -- the author's words -------------------------------------------------------------------------------


def _of_words(line: Line, strange: tuple[str, str] | None) -> Iterator[Fault]:
    sentences = words.sentences(line.text)
    if line.worded and line.evidence and line.values.get("assessment") is not True:
        yield from _unsupported(sentences)
    if line.kind == "judgement" and not line.evidence and _says(line):
        yield Fault(
            "uncited judgement", "error", _("The judgement cites no source."),
            _("Cite the passages that it rests on."),
        )  # fmt: skip
    yield from _likelihood_with_confidence(line, sentences)
    if strange is not None:
        said = _("“{word}” is of another scale of likelihood than “{other}”, which stands elsewhere.")
        yield Fault(
            "mixed vocabularies", "error", said.format(word=strange[0], other=strange[1]),
            _("Use the words of one scale throughout."),
        )  # fmt: skip


def _unsupported(sentences: list[words.Sentence]) -> Iterator[Fault]:
    for sentence in sentences:
        if not sentence.citations:
            yield Fault(
                "unsupported", "error",
                _("No source is cited for “{words}”.").format(words=words.shortened(sentence.text)),
                _("Cite a passage, mark the line as an assessment, or make the sentence a line of its own."),
            )  # fmt: skip


def _likelihood_with_confidence(line: Line, sentences: list[words.Sentence]) -> Iterator[Fault]:
    """Find sentences with both; the basis of a judgement stands in the sentence that says how sure it is."""
    basis = line.values.get("basis") if line.kind == "judgement" else ""
    both = [each.text for each in sentences if words.speaks_of_confidence(each.text)]
    both += [basis] if isinstance(basis, str) else []
    for text in both:
        for word, _where in words.likelihoods(text)[:1]:
            yield Fault(
                "likelihood with confidence", "error",
                _("One sentence says how likely it is (“{word}”) and how sure that is: “{words}”.").format(
                    word=word, words=words.shortened(text)
                ),
                _("Say how likely it is and how sure you are in two sentences."),
            )  # fmt: skip


def _strange_words(outline: Outline) -> dict[int, tuple[str, str]]:
    """Return the lines with a word that is not of the briefing's scale, by identity, with one that is.

    Its scale is the one that most of its words belong to; of several, the one that the first words are of.
    """
    used: list[tuple[int, str, str]] = []
    for _part, line in outline.lines():
        basis = line.values.get("basis")
        text = f"{line.text}\n{basis if isinstance(basis, str) else ''}"
        used += ((id(line), word, where) for word, where in words.likelihoods(text))
    counts = Counter(letter for _id, _word, where in used for letter in where)
    first = used[0][2] if used else ""
    scale = max(words.VOCABULARIES, key=lambda each: (counts[each], each in first))
    usual = next((word for _id, word, where in used if scale in where), "")
    strange: dict[int, tuple[str, str]] = {}
    for at, word, where in used:
        if scale not in where:
            strange.setdefault(at, (word, usual))
    return strange
