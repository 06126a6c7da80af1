"""What a person decides on names: merge, keep apart, rename, split off, take back; all can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefreader.domain.register import Entity, Place
from briefreader.i18n import _
from briefreader.library import deciding
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs.asking import AskDialog, ask
from briefreader.ui.views.acts import PEOPLE
from briefreader.ui.views.own_keys import OwnKeys

ACTS = PEOPLE[2:]


class NameDecisions(QObject):
    """Buttons and keys for what can be decided on the chosen names, and the edits that come of them.

    ``spelling_of`` returns the chosen spelling, ``mentions_of`` the chosen mentions of the chosen name.
    """

    def __init__(
        self,
        corpus: Corpus,
        spelling_of: Callable[[], str],
        mentions_of: Callable[[], Sequence[Place]],
        view: QWidget,
        keys: OwnKeys,
    ) -> None:
        super().__init__(view)
        self._corpus, self._view = corpus, view
        self._spelling_of, self._mentions_of = spelling_of, mentions_of
        self._chosen: Sequence[Entity] = ()
        self._awaited: tuple[int, str] | None = None  # the step of a merge, and what is said when it is seen
        corpus.surveyed.connect(self._seen)
        self.buttons = [keys.button(act, getattr(self, act.name)) for act in ACTS]

    def consider(self, entities: Sequence[Entity]) -> None:
        """Take these entities as those that are meant, and offer what can be done to them."""
        self._chosen = entities
        one = entities[0] if len(entities) == 1 else None
        several = len(entities) > 1
        splits = one is not None and bool(self._splits(one) or self._mentions_of())
        can = {
            "merge": several, "never": several, "rename": one is not None, "split": splits,
            "take_back": one is not None and one.decided,
        }  # fmt: skip
        for act, button in zip(ACTS, self.buttons, strict=True):
            button.setEnabled(can[act.name])

    def _splits(self, entity: Entity) -> str:
        """Return the chosen spelling if taking it away leaves others."""
        return self._spelling_of() if len(entity.variants) > 1 else ""

    def merge(self) -> None:
        """Make the chosen entities one."""
        if len(self._chosen) > 1:
            self._apply(deciding.merge(self._chosen, self._corpus.author), _("merge of names"))
            names = _named(self._chosen)
            self._awaited = (self._corpus.history.index(), _("{names} are one name now.").format(names=names))
            said = _("{names} are merged; the list follows when the articles have been looked over.")
            self._say(said.format(names=names))

    def _seen(self, survey: object) -> None:
        """Say that a merge is in the list, unless it has been undone meanwhile."""
        if self._awaited is not None and survey is not None:
            (step, words), self._awaited = self._awaited, None
            if self._corpus.history.index() >= step:
                self._say(words)

    def never(self) -> None:
        """Keep the chosen entities apart for ever."""
        if len(self._chosen) > 1:
            self._apply(deciding.never(self._chosen, self._corpus.author), _("names kept apart"))
            self._say(_("{names} will never be merged.").format(names=_named(self._chosen)))

    def rename(self) -> None:
        """Ask under which name the chosen entity is to be shown."""
        if len(self._chosen) == 1:
            self._ask_name(self._chosen[0], self._chosen[0].name)

    def _ask_name(self, entity: Entity, name: str) -> None:
        quoted = [each.text for each in entity.variants]
        dialog = AskDialog(_("Rename"), quoted, _("&Name to be shown"), name, _("Rename"), self._view)
        ask(dialog, lambda said: self.rename_to(entity, said))

    def rename_to(self, entity: Entity, name: str) -> None:
        """Show an entity under a name; if that is refused, the name is asked for again as it was."""
        if name == entity.name:
            self._say(_("That is its name already: nothing was changed."))
            return
        edits = deciding.rename(entity, name, self._corpus.author)
        self._corpus.apply(edits, _("renaming"), lambda: self._ask_name(entity, name))

    def split(self) -> None:
        """Make the chosen spelling a bearer of its own, or ask for the name of the chosen mentions."""
        if len(self._chosen) != 1:
            return
        entity, mentions = self._chosen[0], tuple(self._mentions_of())
        text = self._splits(entity)
        if text:
            variant = next(each for each in entity.variants if each.text == text)
            self._apply(deciding.split_variant(entity, variant, self._corpus.author), _("split of name"))
            self._say(_("“{spelling}” will be a name of its own.").format(spelling=text))
        elif mentions:
            self._ask_bearer(entity, mentions)
        else:
            self._say(_("Choose one of several spellings, or mentions, to split them off."))

    def _ask_bearer(self, entity: Entity, mentions: Sequence[Place], name: str = "") -> None:
        label = _("&Name of whom these mentions mean")
        dialog = AskDialog(_("Split off"), (), label, name, _("Split off"), self._view)
        ask(dialog, lambda said: self.split_mentions(entity, mentions, said))

    def split_mentions(self, entity: Entity, mentions: Sequence[Place], name: str) -> None:
        """Make some mentions of an entity a bearer of their own."""
        author = self._corpus.author
        again = partial(self._ask_bearer, entity, mentions, name)
        self._corpus.jobs.call(
            lambda workspace: deciding.split_mentions(workspace, entity, mentions, name, author),
            done=lambda edits: self._corpus.apply(edits, _("split of mentions"), again),
        )

    def take_back(self) -> None:
        """Take back every decision on the names of the chosen entity."""
        if len(self._chosen) == 1:
            self._corpus.jobs.call(deciding.undone_on_names, self._chosen[0], done=self._taken_back)

    def _taken_back(self, edits: deciding.Edits) -> None:
        if edits:
            self._apply(edits, _("decisions on name"))
        else:
            self._say(_("Nothing was decided on this name: nothing was changed."))

    def _apply(self, edits: deciding.Edits, label: str) -> None:
        self._corpus.apply(edits, label)

    def _say(self, words: str) -> None:
        self._corpus.notice.emit(Notice(words))


def _named(entities: Sequence[Entity]) -> str:
    return ", ".join(dict.fromkeys(_("“{spelling}”").format(spelling=each.name) for each in entities))
