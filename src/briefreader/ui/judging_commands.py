"""What a person says of the facts that the machine found: right, wrong, or other than it says."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.i18n import N_, _, plural
from briefreader.library import deciding, judging
from briefreader.library.deciding import Edits, found_at
from briefreader.library.workspace import Workspace
from briefreader.ui.article_commands import open_dialog
from briefreader.ui.corpus import Notice, Opened
from briefreader.ui.jobs import Job
from briefreader.ui.models.entries import NAMES, Entry

if TYPE_CHECKING:
    from briefreader.ui.window import Window

KINDS = {
    "key": N_("key sentence"), "quote": N_("quote"), "figure": N_("figure"), "date": N_("date"),
    "event": N_("event"), "agreement": N_("agreement"), "person": N_("name"), "organisation": N_("name"),
    "place": N_("name"), "unattributed": N_("passage in quotation marks"),
}  # fmt: skip


class JudgingCommands(QObject):
    """Accepts, rejects and corrects the facts that are meant, and leaves them to the machine again.

    Meant are the chosen rows of the side panel while it has the keyboard, else the innermost fact at
    the caret of the reader.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._corpus = window.corpus
        self._waiting: deque[Callable[[], None]] = deque()
        self._under_way = False

    # -- what the keys do ---------------------------------------------------------------------------

    def accept(self) -> None:
        """Say that the facts are right; if that was said of all, take it back."""
        facts = self._meant()
        if facts and all(fact.data.get("judged") == "accepted" for fact in facts):
            self._judge(facts, "")
        elif facts:
            self._judge(facts, "accept")

    def reject(self) -> None:
        """Ask why the facts are wrong, and put them away; rejected ones are brought back."""
        from briefreader.ui.dialogs.reason import ReasonDialog

        facts = self._meant()
        if not facts:
            return
        if all(fact.data.get("judged") == "rejected" for fact in facts):
            self._judge(facts, "")
            return
        shown = facts[0].text
        if len({fact.key for fact in facts}) > 1 and not self._one_name(facts):
            shown = plural("{n} chosen fact", "{n} chosen facts", len(facts))
        dialog = ReasonDialog(_("Reject"), _("Reject"), shown, parent=self._window)
        dialog.accepted.connect(lambda: self._judge(facts, "reject", dialog.reason()))
        open_dialog(dialog)

    def correct(self) -> None:
        """Ask for what is right about the one fact that is meant."""
        facts = self._meant(one=True)
        if facts:
            self._ask(facts[0], {})

    def release(self) -> None:
        """Leave the facts to the machine again."""
        facts = self._meant()
        if facts and not any("decision" in fact.data for fact in facts):
            self._say(_("Nobody has judged that: it is as the program found it."))
        elif facts:
            self._judge(facts, "")

    def explain(self) -> None:
        """Show or hide why the fact was found."""
        if self._window.panel.chosen_entries():
            self._window.panel.explain()
            return
        facts = self._meant(one=True)
        if facts:
            self._window.panel.explain(facts[0].key)

    # -- which facts --------------------------------------------------------------------------------

    def _meant(self, one: bool = False) -> list[Fact]:
        """Return the facts that a key would act on; ``one`` of a name is the mention last shown."""
        entries = self._window.panel.chosen_entries()
        if not entries:
            at_caret = self._at_caret()
            if at_caret is None:
                self._say(_("Choose a fact or a quote in the side panel first."))
            return [at_caret] if at_caret is not None else []
        if one:
            chosen = self._window.panel.chosen()
            return [_mention(entries[0], chosen[1] if chosen else None)]
        return [fact for entry in entries for fact in entry.facts]

    def _at_caret(self) -> Fact | None:
        opened, reader = self._corpus.opened, self._window.reader
        if opened is None or self._window.panel.chosen() is not None:
            return None
        chosen = reader.settled_selection() or Span(reader.text.caret, reader.text.caret + 1)
        around = [fact for fact in judging.standing(opened.facts) if fact.span.contains(chosen)]
        shown = [fact for fact in around if fact.kind in reader.kinds]
        return min(shown, key=lambda fact: len(fact.span), default=None)

    @staticmethod
    def _one_name(facts: Sequence[Fact]) -> bool:
        return facts[0].kind in NAMES and len({(fact.kind, fact.about) for fact in facts}) == 1

    # -- how ----------------------------------------------------------------------------------------

    def _ask(self, fact: Fact, typed: Mapping[str, Any]) -> None:
        """Ask for what is right; ``typed`` is what the store did not take the last time."""
        from briefreader.ui.dialogs.correct import CorrectDialog

        def found(opened: Opened | None) -> None:
            if opened is None:
                return
            theme, window = self._window.theme, self._window
            document = opened.document
            dialog = CorrectDialog(
                fact, document.text, people(opened.facts), theme, typed, window, document.published.first
            )

            def accepted() -> None:
                values = dialog.values()
                again = partial(self._ask, fact, values)
                self._judge([fact], "correct", values=values, refused=again)

            dialog.accepted.connect(accepted)
            dialog.released.connect(lambda: self._judge([fact], ""))
            open_dialog(dialog)

        self._corpus.fetch(fact.document, found)

    def _judge(
        self,
        facts: Sequence[Fact],
        act: str,
        reason: str = "",
        values: Mapping[str, Any] | None = None,
        refused: Callable[[], None] | None = None,
    ) -> None:
        """Judge facts, each as it is when those judged before are stored."""
        author, label = self._corpus.author, undo_label(act, facts, self._one_name(facts))

        def made(edits: Edits) -> None:
            self._corpus.apply(edits, label, refused)
            # What is judged next is judged on what this leaves behind.
            self._follow(self._corpus.jobs.call(lambda _workspace: None, done=lambda _done: self._next()))

        def begin() -> None:
            task = partial(
                judgements, facts=facts, act=act, reason=reason, author=author, values=values or {}
            )
            self._follow(self._corpus.jobs.call(task, done=made, failed=self._failed))

        self._waiting.append(begin)
        if not self._under_way:
            self._next()

    def _next(self) -> None:
        self._under_way = bool(self._waiting)
        if self._waiting:
            self._waiting.popleft()()

    def _follow(self, job: Job) -> None:
        job.cancelled.connect(self._drop)

    def _failed(self, error: BaseException) -> None:
        self._corpus.report(error)
        self._next()

    def _drop(self) -> None:
        """Forget what was to be judged: another workspace is open."""
        self._waiting.clear()
        self._under_way = False

    def _say(self, text: str) -> None:
        self._corpus.notice.emit(Notice(text))


def judgements(
    workspace: Workspace,
    facts: Sequence[Fact],
    act: str,
    reason: str,
    author: str,
    values: Mapping[str, Any],
) -> Edits:
    """Return the edits that judge facts, in place of what is decided on them by now."""
    kinds = sorted({fact.kind for fact in facts})
    documents = list(dict.fromkeys(fact.document for fact in facts))
    now = {_place(fact): fact for fact in judging.facts_of(workspace, documents, kinds)}
    edits: list[Any] = []
    for fact in facts:
        there = now.get(_place(fact), fact)
        edits += deciding.on_fact(workspace, there, act, reason, author, **values)
    return tuple(edits)


def people(facts: Sequence[Fact]) -> list[str]:
    """Return the names of those who are named or speak, the most often named first."""
    counts: dict[str, int] = {}
    for fact in judging.standing(facts):
        if fact.kind in ("person", "quote") and fact.about:
            counts[fact.about] = counts.get(fact.about, 0) + 1
    return sorted(counts, key=lambda name: (-counts[name], name.casefold()))


def undo_label(act: str, facts: Sequence[Fact], as_one: bool) -> str:
    """Return what the undo history calls a judgement."""
    if len(facts) == 1 or as_one:
        single = {
            "accept": _("acceptance of {kind}"), "reject": _("rejection of {kind}"),
            "correct": _("correction of {kind}"), "": _("judgement on {kind}"),
        }  # fmt: skip
        return single[act].format(kind=_(KINDS.get(facts[0].kind, N_("fact"))))
    several = {
        "accept": plural("acceptance of {n} fact", "acceptance of {n} facts", len(facts)),
        "reject": plural("rejection of {n} fact", "rejection of {n} facts", len(facts)),
        "": plural("judgement on {n} fact", "judgement on {n} facts", len(facts)),
    }
    return several[act]


def _mention(entry: Entry, span: Span | None) -> Fact:
    """Return the fact of an entry at the passage last shown."""
    here = (fact for fact in entry.facts if fact.document == entry.document and fact.span == span)
    return next(here, entry.facts[0])


def _place(fact: Fact) -> tuple[str, str, Span]:
    return fact.document, fact.kind, found_at(fact)
