"""The chosen claim of the ledger: why it is judged so, each source's own words, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.survey import SourceCard
from briefreader.i18n import _, plural
from briefreader.ui.models.claims import decision_words, say_sources, verdict_words
from briefreader.ui.models.periods import say_period
from briefreader.ui.models.sides import Side, sides_of
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.badge import Badge
from briefreader.ui.views.flow_row import FlowRow
from briefreader.ui.views.ledger_card import CardGrid, EntryCard
from briefreader.ui.views.rule import Rule
from briefreader.ui.views.wrapped import WrappedLabel, heading_font

MOST_CARDS = 12
_MOST_PARTIES = 6


def _say_parties(parties: Sequence[str]) -> str:
    """Return whom a claim is about; of many, the first."""
    said = ", ".join(parties[:_MOST_PARTIES])
    more = len(parties) - _MOST_PARTIES
    return said + plural(" and {n} more", " and {n} more", more) if more > 0 else said


class ClaimDetail(QWidget):
    """One claim in full, or several that may be linked; the decisions stand at its foot.

    Tab comes to the passages from the widget ``before``.
    """

    going = Signal(object)
    """The ClaimEntry whose passage is to be shown."""
    comparing = Signal(object)
    """The ClaimEntry whose passage is to be shown beside that of another article."""

    def __init__(self, theme: Theme, before: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._before = theme, before
        self._sides: tuple[Side, ...] = ()
        self._most = MOST_CARDS
        self._unfolded: set[ClaimEntry] = set()
        self._sources: Mapping[str, SourceCard] = {}
        self._ids: tuple[str, ...] = ()
        self._make_words()
        self._grid = CardGrid(self)
        self._more = QPushButton(self)
        self._more.clicked.connect(self._show_more)
        self._lay_out()
        self.show_claims((), {})

    def _make_words(self) -> None:
        theme = self._theme
        self._verdict, self._decision = Badge(theme, self), Badge(theme, self)
        self._topic = WrappedLabel(theme, lambda: heading_font(theme), "text", self)
        self._facts = WrappedLabel(theme, lambda: theme.font("small"), "text.muted", self, most=1)
        self._reason = WrappedLabel(theme, lambda: theme.font("ui"), "text", self)
        self._note = WrappedLabel(theme, lambda: theme.font("ui"), "text.muted", self)

    def _lay_out(self) -> None:
        badges = QHBoxLayout()
        badges.setSpacing(6)
        for badge in (self._verdict, self._decision):
            badges.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        badges.addWidget(self._facts, 1)
        body = QWidget(self)
        body.setObjectName("panel")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(18, 10, 18, 14)
        inside.setSpacing(4)
        inside.addLayout(badges)
        for widget in (self._topic, self._reason, self._note):
            inside.addWidget(widget)
        inside.addSpacing(4)
        inside.addWidget(self._grid)
        inside.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(body)
        self._foot = FlowRow(QMargins(14, 8, 14, 10), 6, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(Rule(self._theme, self))
        layout.addWidget(self._foot)

    def offer(self, buttons: Sequence[QPushButton]) -> None:
        """Put these buttons at the foot, where they stay in sight."""
        for button in buttons:
            self._foot.add(button)

    @property
    def cards(self) -> list[EntryCard]:
        """Return the cards that are shown."""
        return self._grid.cards

    def words(self) -> list[str]:
        """Return the lines above the cards that are shown, from the top."""
        labels = (self._verdict, self._decision, self._topic, self._facts, self._reason, self._note)
        return [label.text() for label in labels if label.isVisibleTo(self) and label.text()]

    def show_claims(self, claims: Sequence[Claim], sources: Mapping[str, SourceCard]) -> None:
        """Show one claim, or the passages of several together; nothing for none."""
        ids = tuple(claim.id for claim in claims)
        same = ids == self._ids and bool(ids)
        self._ids, self._sources = ids, sources
        sides = tuple(dict.fromkeys(side for claim in claims for side in sides_of(claim)))
        if len(claims) == 1:
            self._say_one(claims[0])
        else:
            self._say_several(claims)
        if not (same and sides == self._sides):
            self._sides, self._most = sides, MOST_CARDS
            self._unfolded.clear()
            self._show_cards()
            self._scroll.verticalScrollBar().setValue(0)
        self._foot.setVisible(bool(claims))
        self._foot.fit()

    def _say_one(self, claim: Claim) -> None:
        self._verdict.say(claim.verdict, verdict_words(claim))
        self._decision.say(claim.decision, decision_words(claim))
        self._topic.say(claim.topic)
        facts = (say_sources(claim), say_period(claim.period), _say_parties(claim.parties))
        said = " · ".join(each for each in facts if each)
        self._say(self._facts, said)
        self._facts.setToolTip(plain_tooltip(said))
        self._say(self._reason, claim.reason)
        note = {
            "dismissed": _("Your reason: {note}"),
            "linked": _("Linked by hand: {note}"),
        }.get(claim.decision, _("Your note: {note}"))
        self._say(self._note, note.format(note=claim.note) if claim.note else "")

    def _say_several(self, claims: Sequence[Claim]) -> None:
        for badge in (self._verdict, self._decision):
            badge.say("", "")
        if not claims:
            self._topic.say("")
            self._say(self._facts, "")
            self._say(self._reason, _("Choose a claim to see what each source says, side by side."))
            self._say(self._note, "")
            return
        self._topic.say(plural("{n} claim chosen", "{n} claims chosen", len(claims)))
        self._say(self._facts, "")
        self._say(self._reason, _("Link them by hand if their passages speak of one matter."))
        self._say(self._note, " · ".join(claim.topic for claim in claims))

    def _say(self, label: WrappedLabel, words: str) -> None:
        label.say(words)
        label.setVisible(bool(words))

    def _show_more(self) -> None:
        self._most = len(self._sides)
        self._show_cards()

    def _unfold(self, entry: ClaimEntry) -> None:
        """Show the copies of a card behind it, or put them away; the keyboard stays on the card."""
        self._unfolded ^= {entry}
        self._show_cards()
        card = next(card for card in self.cards if card.entry == entry)
        if card.copies is not None:
            card.copies.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown_sides(self) -> Iterator[Side]:
        for side in self._sides[: self._most]:
            yield side
            if side.entry in self._unfolded:
                yield from (Side(entry, side.day) for entry in side.copies)

    def _show_cards(self) -> None:
        first_of: dict[str, int] = {}
        cards = []
        for number, side in enumerate(self._shown_sides(), 1):
            origin = side.entry.origin
            same_as = first_of.setdefault(origin, number) if origin else number
            card = EntryCard(
                self._theme, side, self._sources.get(side.entry.document), number,
                same_as if same_as != number else 0, side.entry in self._unfolded, self._grid,
            )  # fmt: skip
            card.going.connect(self.going)
            card.comparing.connect(self.comparing)
            card.beside.setVisible(len({side.entry.document for side in self._sides}) > 1)
            card.unfolding.connect(self._unfold)
            cards.append(card)
        self._grid.show_cards(cards)
        before = self._before
        for card in cards:
            for widget in filter(None, (card, card.go, card.beside, card.copies)):
                self.setTabOrder(before, widget)
                before = widget
        left = len(self._sides) - self._most
        self._more.setVisible(left > 0)
        self._more.setText(plural("Show {n} more source", "Show {n} more sources", left))
