"""Finds what somebody said: direct, mixed and indirect quotations, each with its speaker."""

from __future__ import annotations

from collections.abc import Iterator

from briefreader.domain.fact import Fact
from briefreader.extractors._reading import Reading
from briefreader.extractors._resolution import Quotation
from briefreader.i18n import N_

NAME, VERSION = "quote", 5
LABEL = N_("Quotes")


def extract(reading: Reading) -> Iterator[Fact]:
    """Yield each quotation; the keys of its data are in docs/notes/facts.md."""
    for each in reading.quotations[0]:
        yield _fact(reading, each)


def _fact(reading: Reading, each: Quotation) -> Fact:
    speaker = each.speaker
    who = None
    if speaker is not None:
        who = {
            "start": speaker.span.start,
            "end": speaker.span.end,
            "name": speaker.name,
            "entity": speaker.entity or None,
        }
    data = {
        "kind": each.kind,
        "speaker": who,
        "cue": {"start": each.cue.start, "end": each.cue.end} if each.cue is not None else None,
        "role": speaker.role if speaker is not None else "",
        "why": each.why,
        "confidence": each.confidence,
    }
    about = speaker.name if speaker is not None else ""
    return reading.fact(NAME, each.span, about=about, score=each.confidence, data=data)
