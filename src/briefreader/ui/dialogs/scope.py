"""Which articles something is done with: those listed, the open one, or all."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from briefreader.i18n import _, plural
from briefreader.ui.corpus import Corpus


class ScopeBox(QComboBox):
    """Lets a person choose the articles that are exported."""

    def __init__(self, corpus: Corpus, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corpus = corpus
        listed = len(corpus.listing.ids)
        self.addItem(plural("The {n} listed article", "The {n} listed articles", listed), "listed")
        if corpus.opened is not None:
            self.addItem(_("The open article"), "open")
        self.addItem(_("All articles of the workspace"), "all")

    def ids(self) -> tuple[str, ...] | None:
        """Return the ids of the chosen articles; None for all of the workspace."""
        scope = self.currentData()
        if scope == "all":
            return None
        if scope == "open" and self._corpus.opened is not None:
            return (self._corpus.opened.document.id,)
        return self._corpus.listing.ids
