"""What a person decides on claims: buttons, keys, questions, and the edits that come of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefreader.domain.decision import Decision
from briefreader.domain.ledger import Claim
from briefreader.domain.register import Place
from briefreader.i18n import N_, _, plural
from briefreader.library import deciding
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs.asking import AskDialog, ask
from briefreader.ui.dialogs.reason import ReasonDialog
from briefreader.ui.models.claims import say_values
from briefreader.ui.views.acts import LEDGER
from briefreader.ui.views.own_keys import OwnKeys

ACTS = LEDGER[3:]
REASONS = (
    N_("These are two matters"),
    N_("A passage was misunderstood"),
    N_("The difference is of no importance"),
)
"""Why a claim is usually dismissed."""
_DECIDED = {"confirm": "confirmed", "dismiss": "dismissed"}


class ClaimDecisions(QObject):
    """Confirms, dismisses, links and takes back; every decision can be undone."""

    decided = Signal(object)
    """A Claim on which something was decided just now."""
    linked = Signal(object)
    """The ids of the decisions that brought passages together just now."""

    def __init__(self, corpus: Corpus, view: QWidget, keys: OwnKeys) -> None:
        super().__init__(view)
        self._corpus, self._view = corpus, view
        self._chosen: Sequence[Claim] = ()
        self._foreseen: dict[str, tuple[int, Claim]] = {}
        self.buttons = [keys.button(act, getattr(self, act.name)) for act in ACTS]
        corpus.history.indexChanged.connect(self._moved)
        self.consider(())

    # -- what is shown before the next survey says it ----------------------------------------------

    def forget(self) -> None:
        """Let go of what was foreseen: a new survey says what is decided."""
        self._foreseen.clear()

    def foreseen(self, claims: Iterable[Claim]) -> list[Claim]:
        """Return claims as they will be with what was decided just now."""
        if not self._foreseen:
            return list(claims)
        return [self._foreseen[each.id][1] if each.id in self._foreseen else each for each in claims]

    def _moved(self, index: int) -> None:
        """Let go of what has been undone."""
        for id, (step, _claim) in tuple(self._foreseen.items()):
            if index < step:
                _step, claim = self._foreseen.pop(id)
                self.decided.emit(claim)

    def _foresee(self, claim: Claim, decision: str, note: str, id: str) -> None:
        after = replace(claim, decision=decision, note=note, decision_id=id)
        self._foreseen[claim.id] = (self._corpus.history.index(), after)
        self.decided.emit(after)

    # -- what can be done ---------------------------------------------------------------------------

    def consider(self, claims: Sequence[Claim]) -> None:
        """Take these claims as those that are meant, and offer what can be done to them."""
        self._chosen = claims
        one = claims[0] if len(claims) == 1 else None
        can = {
            "confirm": any(each.decision != "confirmed" for each in claims),
            "dismiss": any(each.decision != "dismissed" for each in claims),
            "take_back": any(each.decision_id for each in claims),
            "link": len(claims) > 1 or (one is not None and self._selected() is not None),
        }
        for act, button in zip(ACTS, self.buttons, strict=True):
            button.setEnabled(can[act.name])

    def _selected(self) -> Place | None:
        """Return the passage that is selected in the reader."""
        opened, span = self._corpus.opened, self._corpus.selection
        return Place(opened.document.id, span) if opened is not None and span is not None else None

    def confirm(self) -> None:
        """Confirm the chosen claims."""
        self._decide(self._chosen, "confirm", "", _("confirmation of claim"))

    def dismiss(self) -> None:
        """Ask why, which may be left unsaid, and dismiss the chosen claims."""
        if self._chosen:
            self._ask_why(tuple(self._chosen))

    def _ask_why(self, claims: Sequence[Claim], reason: str = "") -> None:
        quoted = f"{claims[0].topic}: {say_values(claims[0])}"
        if len(claims) > 1:
            quoted = plural("{n} chosen claim", "{n} chosen claims", len(claims))
        dialog = ReasonDialog(
            _("Dismiss"), _("Dismiss"), quoted, [_(each) for each in REASONS], reason, self._view
        )  # fmt: skip
        dialog.accepted.connect(lambda: self.dismiss_because(claims, dialog.reason()))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def dismiss_because(self, claims: Sequence[Claim], reason: str) -> None:
        """Dismiss claims, for a reason or none; if that is refused, it is asked for again as it was."""
        again = partial(self._ask_why, claims, reason)
        self._decide(claims, "dismiss", reason, _("dismissal of claim"), again)

    def take_back(self) -> None:
        """Take back what was decided on the chosen claims."""
        self._decide([each for each in self._chosen if each.decision_id], "", "", _("decision on claim"))

    def _decide(
        self,
        claims: Sequence[Claim],
        act: str,
        reason: str,
        label: str,
        refused: Callable[[], None] | None = None,
    ) -> None:
        claims, author = tuple(claims), self._corpus.author

        def edits(workspace: Workspace) -> list[deciding.Edits]:
            return [deciding.on_claim(workspace, each, act, reason, author) for each in claims]

        def done(found: list[deciding.Edits]) -> None:
            every = tuple(edit for each in found for edit in each)
            if not every:
                self._corpus.notice.emit(Notice(_("That changes nothing.")))
                return
            self._corpus.apply(every, label, refused)
            for claim, made in zip(claims, found, strict=True):
                record = made[0].after if made else None
                id = record.id if isinstance(record, Decision) else ""
                self._foresee(claim, _DECIDED.get(act, ""), reason, id)

        if claims:
            self._corpus.jobs.call(edits, done=done)

    def link(self) -> None:
        """Ask what the chosen passages are about, and bring them together as one claim."""
        claims, selected = tuple(self._chosen), self._selected()
        places = [Place(entry.document, entry.span) for each in claims for entry in each.entries]
        quoted = [entry.text for each in claims for entry in each.entries]
        opened = self._corpus.opened
        if len(claims) == 1 and selected is not None and opened is not None:
            places.append(selected)
            quoted.append(selected.span.of(opened.document.text))
        if len(claims) + (len(claims) == 1 and selected is not None) < 2:
            words = _("Choose two claims, or one claim and a passage in the article, to link them.")
            self._corpus.notice.emit(Notice(words))
            return
        self._ask_topic(places, quoted, claims[0].topic)

    def _ask_topic(self, places: Sequence[Place], quoted: Sequence[str], topic: str) -> None:
        dialog = AskDialog(
            _("Link passages by hand"), quoted, _("What they are &about"), topic, _("Link"), self._view
        )
        ask(dialog, lambda said: self.link_as(places, said, partial(self._ask_topic, places, quoted, said)))

    def link_as(self, places: Sequence[Place], topic: str, refused: Callable[[], None] | None = None) -> None:
        """Bring passages together as one claim about a topic."""
        wanted, author = tuple(dict.fromkeys(places)), self._corpus.author

        def done(edits: deciding.Edits) -> None:
            self._corpus.apply(edits, _("link of passages"), refused)
            records = (edit.after for edit in edits)
            self.linked.emit({each.id for each in records if isinstance(each, Decision)})

        self._corpus.jobs.call(lambda workspace: deciding.link(workspace, wanted, topic, author), done=done)
