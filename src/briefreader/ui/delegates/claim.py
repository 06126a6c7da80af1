"""How a claim is painted in the ledger: verdict, topic, and the values as printed side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefreader.domain.ledger import Claim
from briefreader.ui.delegates.grounds import begin, paint_ground
from briefreader.ui.delegates.signs import badge_size, paint_badge
from briefreader.ui.models.claims import (
    ClaimRole,
    ValuesRole,
    decision_words,
    say_sources,
    verdict_words,
)
from briefreader.ui.models.periods import say_period
from briefreader.ui.theme import Theme

_SIDE = 6  # px outside the rounded ground of a row
_PAD = 12
_TOP = 9
_GAP = 4

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClaimDelegate(QStyledItemDelegate):
    """Paints a claim in three lines; every row has the same height, which follows the fonts."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self) -> int:
        """Return the height of a row in logical pixels."""
        strong, ui = (QFontMetrics(self._theme.font(role)).height() for role in ("strong", "ui"))
        return round(2 * _TOP + badge_size(self._theme, "")[1] + _GAP + strong + _GAP + ui)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: D102
        return QSize(200, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: D102
        claim: Claim | None = index.data(ClaimRole)
        if claim is None:
            return
        begin(painter)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, self._theme, option, _SIDE, _PAD)
        inner = QRectF(option.rect.adjusted(_SIDE + _PAD, _TOP, -_SIDE - _PAD, -_TOP))
        tall = badge_size(self._theme, "")[1]
        self._paint_top(painter, QRectF(inner.left(), inner.top(), inner.width(), tall), claim, selected)
        inner.setTop(inner.top() + tall + _GAP)
        inner.setTop(inner.top() + self._line(painter, inner, claim.topic, "strong", selected) + _GAP)
        metrics = QFontMetricsF(self._theme.font("ui"))
        values = fitted_values(index.data(ValuesRole) or (), metrics, inner.width())
        self._line(painter, inner, values, "ui", selected, muted=not _telling(claim))
        painter.restore()

    def _paint_top(self, painter: QPainter, box: QRectF, claim: Claim, selected: bool) -> None:
        """Paint the verdict, the decision, and at the right how many sources there are."""
        wide = paint_badge(
            painter, self._theme, box.topLeft(), claim.verdict, verdict_words(claim), box.width()
        )
        left = box.left() + wide + 5
        decided = decision_words(claim)
        if decided and box.right() - left > 60:
            place = QPointF(left, box.top())
            left += 5 + paint_badge(painter, self._theme, place, claim.decision, decided, box.right() - left)
        font = self._theme.font("small")
        metrics = QFontMetricsF(font)
        room = box.right() - left - 5
        said = _first_that_fits(
            (" · ".join(filter(None, (say_sources(claim), say_period(claim.period)))), say_sources(claim)),
            metrics, room,
        )  # fmt: skip
        painter.setFont(font)
        painter.setPen(self._theme.colour("selection.text" if selected else "text.muted"))
        painter.drawText(box, _RIGHT, said)

    def _line(
        self,
        painter: QPainter,
        inner: QRectF,
        words: str,
        role: str,
        selected: bool,
        muted: bool = False,
    ) -> float:
        """Paint one line at the top of a box, elided; return its height."""
        font = self._theme.font(role)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        colour = "selection.text" if selected else "text.muted" if muted else "text"
        painter.setPen(self._theme.colour(colour))
        shown = metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QRectF(inner.left(), inner.top(), inner.width(), metrics.height()), _LEFT, shown)
        return metrics.height()


def _telling(claim: Claim) -> bool:
    return claim.verdict != "single"


def fitted_values(parts: Sequence[tuple[str, str]], metrics: QFontMetricsF, room: float) -> str:
    """Return values side by side; of two long ones both are cut, so that the second is seen as well."""
    if len(parts) > 1:
        (_none, first), (between, second), *_rest = parts
        left = room - metrics.horizontalAdvance(between)
        wide = metrics.horizontalAdvance(first), metrics.horizontalAdvance(second)
        if sum(wide) > left:
            for_first = min(wide[0], max(left / 2, left - wide[1]))
            first = metrics.elidedText(first, Qt.TextElideMode.ElideRight, for_first + 1)
            second = metrics.elidedText(second, Qt.TextElideMode.ElideRight, left - for_first)
            parts = (("", first), (between, second))
    return "".join(between + words for between, words in parts)


def _first_that_fits(offers: tuple[str, ...], metrics: QFontMetricsF, room: float) -> str:
    for words in offers:
        if metrics.horizontalAdvance(words) <= room:
            return words
    return metrics.elidedText(offers[-1], Qt.TextElideMode.ElideRight, room) if room > 30 else ""
