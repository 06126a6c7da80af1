"""The evidence of a line in the text of a briefing: verbatim, each passage with the way to its source."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from briefreader.domain.decision import Passage
from briefreader.domain.outline import Line
from briefreader.domain.text import Span
from briefreader.i18n import _, plural
from briefreader.ui.models import outline_words as words
from briefreader.ui.models.citations import Citations
from briefreader.ui.models.dates import say_iso
from briefreader.ui.models.periods import say_period
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.wrapped import WrappedLabel

_MOST_ROWS = 40
_SOURCE = 120  # px that a source has in a table, if it needs as many
_CUT = {"month": 7, "year": 4}  # how much of an ISO date its precision leaves
_TABLES = ("timeline", "figures", "chart")


class SourceButton(QToolButton):
    """Says where a passage comes from; a click shows it in the reader."""

    def __init__(self, citations: Citations, passage: Passage, short: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setObjectName("link")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        cited = citations.of(passage)
        said = cited.words if cited is not None else _("Looking for the source …")
        self._words = cited.short if cited is not None and short else said
        self.setToolTip(plain_tooltip(f"{said}\n" + _("Show the passage in the article")))
        self.setAccessibleName(_("Source: {source}").format(source=said))
        self.clicked.connect(lambda: citations.go(passage))

    def sizeHint(self) -> QSize:  # noqa: D102
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._words) + 14, metrics.height() + 8)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(40, self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:  # noqa: D102
        super().resizeEvent(event)  # type: ignore[arg-type]
        room = max(20, self.width() - 14)
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))


class EvidenceBlock(QWidget):
    """Shows what a line rests on; it is made anew when that, or what is known of it, is other."""

    def __init__(self, theme: Theme, citations: Citations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._citations = theme, citations
        self._shown: object = None
        self._inside: QWidget | None = None
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(4, 2, 4, 2)

    def show_line(self, line: Line) -> None:
        """Show the evidence of a line."""
        known = [self._citations.of(each) for each in line.evidence]
        key = (line.kind, line.evidence, str(line.values), known)
        if key == self._shown:
            return
        self._shown = key
        if self._inside is not None:
            self._around.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self)
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        if line.kind == "claim":
            self._claim(layout, line)
        elif line.kind in _TABLES:
            self._table(layout, line)
        else:
            self._single(layout, line)
        self._around.addWidget(self._inside)

    # -- kinds ----------------------------------------------------------------------------------------

    def _single(self, layout: QVBoxLayout, line: Line) -> None:
        head, small = _headline(line)
        if head:
            layout.addWidget(self._label(head, lambda: self._theme.font("strong")))
        if small:
            layout.addWidget(self._label(small, lambda: self._theme.font("small"), "text.muted"))
        for n, passage in enumerate(line.evidence):
            layout.addWidget(self._passage(passage, quoted=line.kind in ("quote", "passage")))
            if n < 3:
                layout.addLayout(self._source(passage))

    def _claim(self, layout: QVBoxLayout, line: Line) -> None:
        verdict = words.value(line, "verdict")
        said = _(words.VERDICTS[verdict]) if verdict in words.VERDICTS else verdict
        layout.addWidget(self._label(words.value(line, "topic"), lambda: self._theme.font("strong")))
        role = "danger" if verdict == "differ" else "success" if verdict == "agree" else "text.muted"
        text = ". ".join(each for each in (said, words.value(line, "reason")) if each)
        layout.addWidget(self._label(text, lambda: self._theme.font("small"), role))
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for n, (passage, side) in enumerate(zip(line.evidence, words.rows_of(line, "sides"), strict=True)):
            box = QVBoxLayout()
            box.setSpacing(2)
            box.addLayout(self._source(passage))
            box.addWidget(self._passage(passage, marks=_marks(side, passage)))
            if side.get("speaker"):
                told = _("Said by {speaker}").format(speaker=side["speaker"])
                box.addWidget(self._label(told, lambda: self._theme.font("small"), "text.muted"))
            box.addStretch(1)
            grid.addLayout(box, n // 2, n % 2)
        layout.addLayout(grid)

    def _table(self, layout: QVBoxLayout, line: Line) -> None:
        title = words.value(line, "title")
        if title:
            layout.addWidget(self._label(title, lambda: self._theme.font("strong")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(1)
        for column, stretch in enumerate((2, 5, 3)):
            grid.setColumnStretch(column, stretch)
        rows = words.rows_of(line)
        for n, (passage, row) in enumerate(zip(line.evidence, rows, strict=True)):
            if n == _MOST_ROWS:
                more = plural(" and {n} more", " and {n} more", len(rows) - n).strip()
                layout.addLayout(grid)
                layout.addWidget(self._label(more, lambda: self._theme.font("small"), "text.muted"))
                return
            first, second = _cells(line, row, passage)
            grid.addWidget(self._label(first, lambda: self._theme.font("strong"), most=2), n, 0)
            grid.addWidget(self._label(second, lambda: self._theme.font("ui"), most=3), n, 1)
            source = SourceButton(self._citations, passage, True, self)
            source.setMinimumWidth(min(source.sizeHint().width(), _SOURCE))
            grid.addWidget(source, n, 2)
        layout.addLayout(grid)

    # -- parts ----------------------------------------------------------------------------------------

    def _label(
        self, text: str, font: Callable[[], object], role: str = "text", most: int = 400
    ) -> WrappedLabel:
        label = WrappedLabel(self._theme, font, role, self, most=most)  # type: ignore[arg-type]
        label.say(text)
        return label

    def _passage(self, passage: Passage, quoted: bool = False, marks: tuple[Span, ...] = ()) -> QLabel:
        exact = passage.anchor.exact.strip("\n")
        label = WrappedLabel(self._theme, lambda: self._theme.font("text"), "text", self)
        label.say(f"“{exact}”" if quoted else exact, marks)
        return label

    def _source(self, passage: Passage) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(SourceButton(self._citations, passage, False, self))
        row.addStretch(1)
        return row


def _headline(line: Line) -> tuple[str, str]:
    """Return what stands above a passage, large and small."""
    if line.kind == "quote":
        form = {"indirect": _("indirect speech"), "mixed": _("partly direct speech")}
        small = [words.value(line, "office"), form.get(words.value(line, "form"), "")]
        return words.value(line, "speaker") or _("Speaker not known"), " · ".join(x for x in small if x)
    if line.kind == "fact":
        head = " · ".join(x for x in (words.value(line, "label"), words.value(line, "value")) if x)
        speaker = words.value(line, "speaker")
        said = _("Said by {speaker}").format(speaker=speaker) if speaker else ""
        period = words.value(line, "period")
        return head, " · ".join(x for x in (say_period(period), said) if x)
    if line.kind == "person":
        variants = [str(each) for each in line.values.get("variants") or []]
        spelt = _("also spelt {names}").format(names=", ".join(variants)) if variants else ""
        return words.value(line, "name"), " · ".join(x for x in (words.value(line, "role"), spelt) if x)
    tags = " ".join(f"#{each}" for each in line.values.get("tags") or [])
    return "", tags


def _cells(line: Line, row: dict[str, object], passage: Passage) -> tuple[str, str]:
    """Return what stands in the columns of a row: when or how much, and what."""
    label = str(row.get("label") or " ".join(passage.anchor.exact.split()))
    if line.kind == "timeline":
        first, last = str(row.get("first") or ""), str(row.get("last") or "")
        precision = str(row.get("precision") or "day")
        said = say_iso(first[: _CUT.get(precision, 10)]) if first else _("no date")
        if last and last != first and precision not in ("day", *_CUT):
            said = f"{said} – {say_iso(last)}"
        return said, label
    period = str(row.get("period") or "")
    return str(row.get("value") or ""), f"{label} ({period})" if period else label


def _marks(side: dict[str, object], passage: Passage) -> tuple[Span, ...]:
    mark = side.get("mark")
    if not isinstance(mark, list | tuple) or len(mark) != 2:
        return ()
    start, end = mark
    whole = isinstance(start, int) and isinstance(end, int)
    return (Span(start, end),) if whole and 0 <= start < end <= len(passage.anchor.exact) else ()
