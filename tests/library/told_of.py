"""Analyses of short articles, for the tests of register and ledger."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from briefreader.domain.decision import Decision
from briefreader.domain.document import Document, Published, lines
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.ledger import Claim
from briefreader.domain.survey import Survey
from briefreader.extractors import Reading, extractors
from briefreader.library.pipeline import Job, read_and_analyse
from briefreader.library.surveying import surveyed

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@cache
def article(id: str, text: str, published: str = "2026-03-10", outlet: str = "") -> Analysis:
    """Return what is found in an article."""
    dated = Published(published, "given") if published else Published()
    document = Document(id, text, lines(text), title=id, published=dated, outlet=outlet or id)
    reading = Reading(document)
    facts = tuple(fact for each in extractors() for fact in reading.facts(each))
    return Analysis(document, facts)


@cache
def seeds() -> tuple[Analysis, ...]:
    """Return the analyses of the five seed articles."""
    return tuple(each for path in SEEDS for each in read_and_analyse(Job(str(path))))


def survey_of(*analyses: Analysis, decisions: Sequence[Decision] = ()) -> Survey:
    """Return the survey of some analyses."""
    facts: list[Fact] = [fact for each in analyses for fact in each.facts]
    return surveyed([each.document for each in analyses], facts, decisions)


def compared(*analyses: Analysis) -> list[Claim]:
    """Return the claims of more than one source."""
    return [each for each in survey_of(*analyses).ledger.claims if each.verdict != "single"]


def short(analyses: Sequence[Analysis]) -> dict[str, str]:
    """Return for each seed document its number."""
    return {each.document.id: Path(each.document.origin).name[:3] for each in analyses}
