"""Which mark the keys act on where several lie over one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from briefreader.domain.annotation import Annotation
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.library import colours
from briefreader.library.light_markup import plain
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.marking import Target
from briefreader.ui.views.reader import ReaderView

_NEAR = 1  # code points: the caret of a second click may fall to the other side of a letter
_WORDS = 60


class Choosing(QObject):
    """The mark that is meant: the innermost at the caret, until the user goes on to the next one out.

    What was chosen holds as long as the caret stays where it is. ``reveal`` shows the entry of the first
    of some keys in the side panel, ``say`` tells the user in a line which mark was chosen.
    """

    def __init__(
        self,
        corpus: Corpus,
        reader: ReaderView,
        reveal: Callable[[Sequence[str]], None],
        say: Callable[[str], None],
    ) -> None:
        super().__init__(reader)
        self._corpus = corpus
        self._reader = reader
        self._reveal = reveal
        self._say = say
        self._chosen = ""
        self._keys: list[str] = []  # what was under the last click, innermost first
        self._step = 0
        self._caret = -1
        reader.text.cursorPositionChanged.connect(self._caret_moved)
        corpus.document_opened.connect(lambda _opened: self._forget())

    @property
    def chosen(self) -> str:
        """Return the id of the mark that was chosen; "" if none was, or the caret has left it."""
        return self._chosen

    def target(self) -> Target | None:
        """Return the mark that was chosen, else the innermost at the caret; None if text is selected."""
        opened = self._corpus.opened
        if opened is None or self._reader.settled_selection() is not None:
            return None
        caret = self._reader.text.caret
        meant = opened.annotation(self._chosen) or opened.covering(Span(caret, caret + 1))
        if meant is None or meant.anchor is None:
            return None
        return Target(opened.document.id, meant.anchor.span, meant.id)

    def clicked(self, keys: Sequence[str]) -> None:
        """Choose the innermost of the facts and marks under a click; clicked again, the next one out."""
        near = abs(self._reader.text.caret - self._caret) <= _NEAR
        again = near and list(keys) == self._keys
        self._step = (self._step + 1) % len(keys) if again else 0
        self._keys = list(keys)
        self._take(keys[self._step], keys)

    def next(self) -> None:
        """Choose the innermost mark at the caret; pressed again, the next one out, and so round."""
        selected = self._reader.settled_selection()
        if selected is not None:
            self._reader.text.put_caret(selected.start)
        ids = [each.id for each in self.here()]
        if not ids:
            self._corpus.notice.emit(Notice(_("Nothing is marked where the caret stands.")))
            return
        step = ids.index(self._chosen) + 1 if self._chosen in ids else 0
        self._take(ids[step % len(ids)], ids)

    def here(self) -> list[Annotation]:
        """Return the marks at the caret, innermost first."""
        opened, caret = self._corpus.opened, self._reader.text.caret
        if opened is None:
            return []
        places = [(each.place(opened.document.text), each) for each in opened.annotations]
        around = [
            (len(at), each.id, each) for at, each in places if at and at.contains(Span(caret, caret + 1))
        ]
        return [each for _length, _id, each in sorted(around, key=lambda one: one[:2])]

    def offer(self, keys: Sequence[str]) -> list[Annotation]:
        """Take the caret to the marks among these keys, which lie at one place, and return them.

        The one that was chosen before stays so if it is among them, else it is the first.
        """
        opened = self._corpus.opened
        found = [each for key in keys if opened and (each := opened.annotation(key))]
        placed = [(opened.place_of(each.id), each) for each in found] if opened else []
        places = [(place, each) for place, each in placed if place is not None]
        if not places:
            return []
        before = self._chosen
        self._reader.text.put_caret(max(place.start for place, _each in places))  # all of them hold it
        ids = [each.id for _place, each in places]
        self._set(before if before in ids else ids[0])
        return [each for _place, each in places]

    def choose(self, id: str) -> None:
        """Choose one of the marks that were offered."""
        self._take(id, [each.id for each in self.here()] or [id])

    def in_words(self, annotation: Annotation) -> str:
        """Return a mark in a line: how it is marked, what is noted, and the beginning of its words."""
        tags = " ".join(f"#{tag}" for tag in annotation.tags)
        noted = " ".join((plain(annotation.note) or tags).split())
        how = colours.said(annotation, self._corpus.colours.names) or _("Note")
        parts = [how, _shortened(noted), f"“{_shortened(' '.join(annotation.exact.split()))}”"]
        return " · ".join(part for part in parts if part)

    def _take(self, key: str, keys: Sequence[str]) -> None:
        """Choose the mark with a key, or none if it is a fact, and tell what was chosen."""
        opened = self._corpus.opened
        annotation = opened.annotation(key) if opened else None
        self._set(key if annotation else "")
        start = list(keys).index(key)
        self._reveal([*keys[start:], *keys[:start]])
        if annotation is not None and len(keys) > 1:
            said = _("Mark {n} of {all} at this place: {what}")
            self._say(said.format(n=start + 1, all=len(keys), what=self.in_words(annotation)))

    def _set(self, id: str) -> None:
        self._chosen = id
        self._caret = self._reader.text.caret
        self._reader.frame(id)

    def _caret_moved(self) -> None:
        if self._chosen and self._reader.text.caret != self._caret:
            self._chosen = ""
            self._reader.frame("")

    def _forget(self) -> None:
        self._keys, self._caret = [], -1
        if self._chosen:
            self._chosen = ""
            self._reader.frame("")


def _shortened(words: str) -> str:
    return words if len(words) <= _WORDS else words[:_WORDS].rstrip() + "…"
