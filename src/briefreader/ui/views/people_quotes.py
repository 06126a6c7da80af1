"""What an entity is quoted with: narrowed by words, ordered by date or by topic."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from briefreader.domain.fact import Fact
from briefreader.domain.register import Entity
from briefreader.domain.survey import Survey
from briefreader.i18n import _, number
from briefreader.ui.corpus import Corpus
from briefreader.ui.models.people_lines import QUOTE_ORDERS, quote_lines, quotes_of
from briefreader.ui.theme import Theme
from briefreader.ui.views.people_lines import LineList
from briefreader.ui.views.search import name_clear_button

MOST_DOCUMENTS = 1_000
_WAIT_MS = 120


class QuoteList(QWidget):
    """Quotes of one entity, fetched when it is chosen."""

    counted = Signal(int)
    """How many quotes there are."""

    def __init__(self, corpus: Corpus, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corpus = corpus
        self._entity: Entity | None = None
        self._survey: Survey | None = None
        self._asked = 0  # which of the questions put to the store was the last
        self._facts: Sequence[Fact] = ()
        self._waiting = False
        self._order = QUOTE_ORDERS[0]
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(_("Quotes about …"))
        self.words.setAccessibleName(_("Words that the quotes hold"))
        self.words.setClearButtonEnabled(True)
        name_clear_button(self.words)
        self.order = QPushButton(self)
        self.order.clicked.connect(self.turn_order)
        self.lines = LineList(theme, _("Quotes"), 3, "text", self)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._show)
        self.words.textChanged.connect(lambda _text: self._timer.start())
        self.cut = QLabel(self)
        self.cut.setProperty("role", "small")
        self.cut.setWordWrap(True)
        self.cut.setContentsMargins(14, 4, 14, 0)
        self.cut.hide()
        self._lay_out()
        self._name_order()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 2)
        top.setSpacing(8)
        top.addWidget(self.words, 1)
        top.addWidget(self.order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.cut)
        layout.addWidget(self.lines, 1)
        self.setFocusProxy(self.lines)

    def show_entity(self, entity: Entity | None, survey: Survey | None, documents: Sequence[str]) -> None:
        """Fetch and show what an entity says in these documents, the first of which are looked at."""
        self._asked += 1
        asked = self._asked
        if self._entity is None or entity is None or entity.id != self._entity.id:
            self._facts = ()
            self.words.clear()
        self._entity, self._survey = entity, survey
        looked_at = tuple(documents[:MOST_DOCUMENTS])
        most, every = number(MOST_DOCUMENTS), number(len(documents))
        self.cut.setVisible(len(looked_at) < len(documents))
        self.cut.setText(_("From the first {most} of {every} documents.").format(most=most, every=every))
        if entity is None or survey is None or not looked_at:
            self._facts, self._waiting = (), False
            self._show()
            return
        self._waiting = True
        self._show()

        def arrived(facts: list[Fact]) -> None:
            if asked == self._asked:
                self._facts, self._waiting = facts, False
                self._show()

        self._corpus.jobs.call(quotes_of, entity, survey.register, looked_at, done=arrived)

    def turn_order(self) -> None:
        """Let the oldest come first, then go by topic, then the newest again."""
        self._order = QUOTE_ORDERS[(QUOTE_ORDERS.index(self._order) + 1) % len(QUOTE_ORDERS)]
        self._name_order()
        self._show()

    def _name_order(self) -> None:
        names = {"newest": _("Newest first"), "oldest": _("Oldest first"), "topic": _("By topic")}
        self.order.setText(names[self._order])
        self.order.setToolTip(_("Change the order of the quotes: by date, or by topic"))

    def _show(self) -> None:
        self._timer.stop()
        sources = self._survey.sources if self._survey else {}
        lines = quote_lines(self._facts, sources, self.words.text(), self._order)
        if self._waiting:
            empty = _("Gathering …")
        elif self._facts:
            empty = _("No quote holds these words.")
        else:
            empty = _("No quote of this speaker was found in the listed articles.")
        self.lines.show_lines(lines, empty)
        self.counted.emit(len(self._facts))
