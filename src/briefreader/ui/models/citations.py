"""Where the passages of a briefing come from, in words: fetched once, kept until a source changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from briefreader.domain.changes import Changes
from briefreader.domain.decision import Passage
from briefreader.domain.document import Document, Published
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus
from briefreader.ui.models.dates import say_published

_SHORT = 18
_UNDATED = Published()


@dataclass(frozen=True, slots=True)
class Cited:
    """What is known of a passage: its source, and where in it the passage stands now, if it still does."""

    outlet: str = ""
    title: str = ""
    published: Published = _UNDATED
    paragraph: int = 0
    span: Span | None = None

    @property
    def words(self) -> str:
        """Return the source in a line: outlet, title, date, paragraph."""
        where = _("para. {n}").format(n=self.paragraph) if self.paragraph else _("no longer found there")
        parts = (self.outlet, self.title, say_published(self.published), where)
        return " · ".join(each for each in parts if each)

    @property
    def short(self) -> str:
        """Return a word or two for the source, to stand in a sentence."""
        name = self.outlet or self.title or _("source")
        name = name if len(name) <= _SHORT else name[: _SHORT - 1].rstrip() + "…"
        return f"{name} {self.paragraph}" if self.paragraph else f"{name} ?"


class Citations(QObject):
    """Says of each passage where it comes from."""

    came = Signal()
    """More is known than before."""

    def __init__(self, corpus: Corpus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._corpus = corpus
        self._known: dict[Passage, Cited] = {}
        self._asked: set[Passage] = set()
        corpus.workspace_opened.connect(lambda _path: self._forget())
        corpus.changed.connect(self._changed)

    def of(self, passage: Passage) -> Cited | None:
        """Return what is known of a passage; None as long as nothing is."""
        return self._known.get(passage)

    def want(self, passages: Iterable[Passage]) -> None:
        """Fetch what is not known yet of these; ``came`` tells when it is there."""
        wanted = tuple(each for each in dict.fromkeys(passages) if each not in self._asked)
        if wanted and self._corpus.jobs.path is not None:
            self._asked.update(wanted)
            self._corpus.jobs.call(_look_up, wanted, done=self._arrived)

    def go(self, passage: Passage) -> None:
        """Show a passage in the reader."""
        cited = self._known.get(passage)
        span = cited.span if cited is not None and cited.span is not None else passage.anchor.span
        self._corpus.open_document(passage.document, span)

    def _arrived(self, found: dict[Passage, Cited]) -> None:
        self._known.update(found)
        self.came.emit()

    def _changed(self, changes: Changes) -> None:
        if changes.everything or changes.documents or changes.corrected or changes.gone:
            again = tuple(self._asked)
            self._asked.clear()
            self.want(again)

    def _forget(self) -> None:
        self._known, self._asked = {}, set()


def _look_up(workspace: Workspace, passages: Sequence[Passage]) -> dict[Passage, Cited]:
    """Return what is known of passages; of one whose document is gone, nothing but that."""
    found: dict[Passage, Cited] = {}
    documents: dict[str, Document | None] = {}
    for passage in passages:
        if passage.document not in documents:
            store = workspace.store
            document = store.document(passage.document)
            documents[passage.document] = document or store.document(
                store.successors([passage.document]).get(passage.document, "")
            )
        document = documents[passage.document]
        if document is None:
            found[passage] = Cited(title=_("An article that is no longer in the workspace"))
            continue
        make = partial(Cited, document.outlet, document.title, document.published)
        span = passage.anchor.find(document.text)
        found[passage] = make(document.paragraph_at(span.start), span) if span else make()
    return found
