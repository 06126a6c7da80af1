"""What the side panel shows of many documents, fetched for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from briefreader.domain.fact import FACT_KINDS, Fact
from briefreader.domain.noting import NotesFilter
from briefreader.domain.placing import Placed
from briefreader.library import judging, noting
from briefreader.library.noting import Marks
from briefreader.library.workspace import Progress, Workspace
from briefreader.ui.beside import beside_the_window

MOST_DOCUMENTS = 500
"""How many documents the facts are taken from."""
MOST_FACTS = 300
"""How many facts of each kind are shown."""
MOST_NOTES = 500
"""How many marks are shown."""

Noted: TypeAlias = tuple[Marks, dict[str, str], dict[str, Placed | None]]
"""The marks to show, the titles of their articles, and where the passages of those marks are now."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts to show and the titles of their documents."""

    facts: tuple[Fact, ...]
    titles: dict[str, str]


def gather(workspace: Workspace, ids: tuple[str, ...]) -> Gathered:
    """Fetch what the panel shows of many documents: of each kind the facts with the highest scores.

    Those that a person judged are among them in any case.
    """
    store = workspace.store
    facts: list[Fact] = []
    for kind in FACT_KINDS:
        facts += judging.facts_of(workspace, ids, (kind,), MOST_FACTS)
    used = {fact.document for fact in facts}
    rows = store.rows([id for id in ids if id in used])
    return Gathered(tuple(facts), {row.id: row.title for row in rows})


def gather_notes(
    workspace: Workspace, ids: tuple[str, ...], wanted: NotesFilter, progress: Progress
) -> Noted:
    """Fetch the marks of many documents, which may be a hundred thousand, beside the window."""
    with beside_the_window():
        return noting.gather(workspace, ids, wanted, MOST_NOTES, progress)
