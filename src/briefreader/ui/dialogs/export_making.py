"""What an export is made of, and the work that makes and writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefreader.domain.briefing import Briefing
from briefreader.domain.outline import Outline
from briefreader.domain.query import Query
from briefreader.domain.survey import Survey
from briefreader.engine import Engine
from briefreader.i18n import _
from briefreader.library.proposing import Choice
from briefreader.library.workspace import Workspace
from briefreader.ui.dialogs.export_form import Look

Progress = Callable[[int, int, str], None]

STEPS = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a briefing is proposed from: articles, None for all of the workspace, and what of them."""

    ids: tuple[str, ...] | None
    choice: Choice


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: a briefing, or what to propose one from, its look, and the format.

    Equal orders make the same file: how often a briefing was stored meanwhile is no part of it.
    """

    of: Outline | Proposal
    look: Look
    format: str
    survey: Survey | None = field(default=None, compare=False)
    surveyed: int = 0  # tells surveys apart: to compare them would take long

    @staticmethod
    def place(of: Outline | Proposal, look: Look, format: str, survey: Survey | None) -> Order:
        """Return the order of this moment."""
        if isinstance(of, Outline):
            of = look.on(of)
        return Order(of, look, format, survey, id(survey))

    def same_as(self, other: Order | None) -> bool:
        """Tell whether another order makes the same file."""
        return other is not None and self._unstamped() == other._unstamped()

    def _unstamped(self) -> Order:
        if isinstance(self.of, Proposal):
            return self
        return replace(self, of=replace(self.of, changed="", revision=0))


@dataclass(frozen=True, slots=True)
class Made:
    """A file that is not written yet, what could not be shown in it, and what it was made of."""

    order: Order
    outline: Outline
    briefing: Briefing
    data: bytes
    notices: tuple[str, ...] = ()


def make(workspace: Workspace, engine: Engine, order: Order, progress: Progress) -> Made:
    """Compose the briefing and make the file: the pages that are shown are those that are saved."""
    from briefreader.library import exporting, issuing, proposing

    progress(0, STEPS, _("Composing the briefing"))
    store, made_at, of = workspace.store, exporting.now(), order.of
    if isinstance(of, Proposal):
        ids = list(of.ids) if of.ids is not None else store.ids(Query(order="oldest"))
        outline = order.look.on(proposing.propose(store, ids, of.choice, order.survey, made_at))
    else:
        outline = of
    briefing = issuing.issued(store, outline, made_at, order.survey)

    def tick() -> None:
        progress(1, STEPS, _("Setting the pages"))

    tick()
    data, notices = exporting.render(briefing, engine, order.format, tick)
    progress(2, STEPS, "")
    return Made(order, outline, briefing, data, notices)


def write(workspace: Workspace, made: Made, path: Path, progress: Progress) -> Path:
    """Save the file that was made; that of a briefing of the workspace goes into its history."""
    from briefreader.library import changing, exporting

    progress(2, STEPS, _("Writing the file"))
    target = exporting.save(made.data, path, made.notices).path
    if isinstance(made.order.of, Outline):
        changing.keep_export(
            made.outline, made.order.survey, workspace.store, made.briefing, target.resolve(),
            made.order.format, made.data,
        )  # fmt: skip
    progress(STEPS, STEPS, "")
    return target
