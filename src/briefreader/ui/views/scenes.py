"""The views over the filtered articles that the stage offers beside the list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from briefreader.i18n import _
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.views.stage import Scene


def scenes(corpus: Corpus, theme: Theme) -> tuple[Scene, ...]:
    """Return the views in the order of their tabs; each is imported when it is first shown."""

    def ledger() -> QWidget:
        from briefreader.ui.views.ledger import LedgerView

        return LedgerView(corpus, theme)

    def timeline() -> QWidget:
        from briefreader.ui.views.timeline import TimelineView

        return TimelineView(corpus, theme)

    def people() -> QWidget:
        from briefreader.ui.views.people import PeopleView

        return PeopleView(corpus, theme)

    def figures() -> QWidget:
        from briefreader.ui.views.figures import FiguresView

        return FiguresView(corpus, theme)

    def briefing() -> QWidget:
        from briefreader.ui.views.briefing import BriefingView

        return BriefingView(corpus, theme)

    return (
        Scene("ledger", _("Ledger"), ledger),
        Scene("timeline", _("Timeline"), timeline),
        Scene("people", _("People"), people),
        Scene("figures", _("Figures"), figures),
        Scene("briefing", _("Briefing"), briefing),
    )
