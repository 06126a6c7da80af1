"""Analysing again what earlier versions of the program analysed, from the texts in the workspace."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import PurePath

from briefreader.domain.changes import Changes
from briefreader.domain.document import Document
from briefreader.domain.fact import Analysis
from briefreader.engine import Engine
from briefreader.library.importing import Place, Progress
from briefreader.library.pipeline import ANALYSER, analyse_again

_MOST = 16  # documents written together: a fsync costs about as much as analysing one


def stale(workspace: Place) -> int:
    """Return how many documents hold what an earlier version found: its facts may lack what views ask for."""
    return workspace.store.count_stale(ANALYSER)


def renew(workspace: Place, engine: Engine, progress: Progress) -> Changes:
    """Analyse those documents again, in place of the earlier analyses; what a person made stays.

    The files are not read again, so it does not matter whether they are still there. A document that
    cannot be analysed is kept without facts, with a warning. If ``progress`` raises Cancelled, what was
    done stays.
    """
    store = workspace.store
    total, done, changes = stale(workspace), 0, Changes()
    batch: list[Analysis] = []

    def write() -> None:
        nonlocal changes, batch
        if batch:
            changes |= store.add(batch, ANALYSER)
            batch = []

    try:
        # The type of a generator is not told by the port, which promises an iterator.
        outcomes = engine.map(analyse_again, store.stale(ANALYSER), lambda: progress(done, total, ""))
        with closing(outcomes):  # type: ignore[type-var]
            for done, outcome in enumerate(outcomes, 1):
                batch.append(outcome.value or _without_facts(outcome.item, outcome.error))
                if len(batch) >= _MOST:
                    write()
                progress(done, max(done, total), PurePath(outcome.item.origin).name)
    finally:
        write()
    return changes


def _without_facts(document: Document, error: Exception | None) -> Analysis:
    return Analysis(replace(document, warnings=(*document.warnings, str(error))))
