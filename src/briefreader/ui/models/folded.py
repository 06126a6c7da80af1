"""Texts that are searched as a user types: folded once, a part at a time or all when they are needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefreader.domain.folding import fold

_SEPARATOR = "\0"  # canonical texts never hold it


class FoldedTexts:
    """So many texts, folded. Folding 100,000 passages takes a second: do it in steps while nobody waits."""

    def __init__(self, count: int, text_of: Callable[[int], str]) -> None:
        self._count, self._text_of = count, text_of
        self._texts: list[str] = []

    def fold_on(self, most: int) -> bool:
        """Fold so many more texts; tell whether some are left."""
        done = len(self._texts)
        texts = [self._text_of(n) for n in range(done, min(done + most, self._count))]
        if texts:  # in one go: that is much quicker than one by one
            self._texts += fold(_SEPARATOR.join(texts)).split(_SEPARATOR)
        return len(self._texts) < self._count

    def all(self) -> Sequence[str]:
        """Return every text, folded."""
        while self.fold_on(self._count):
            pass
        return self._texts

    def narrowed(self, places: list[int], words: str) -> list[int]:
        """Return those of these places whose text has all of the words."""
        for word in fold(words).split():
            texts = self.all()
            places = [n for n in places if word in texts[n]]
        return places
