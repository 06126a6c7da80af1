"""Plain words on several lines, the last of which is cut where there are too many."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from briefreader.domain.text import Span, Utf16Map
from briefreader.library.light_markup import runs

_LINE = "\u2028"  # what a QTextLayout takes for the end of a line


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with its font, the role of its colour, and on how many lines it may stand.

    ``strong`` are the places in it that stand out, ``slanted`` those in italics, ``linked`` addresses and
    their words.
    """

    text: str
    font: QFont
    role: str
    lines: int
    strong: tuple[Span, ...] = ()
    slanted: tuple[Span, ...] = ()
    linked: tuple[Span, ...] = ()


def note_piece(note: str, font: QFont, role: str, lines: int) -> Piece:
    """Return a note with its little markup shown as what it means, and nothing else of it interpreted."""
    text = ""
    looks: dict[str, list[Span]] = {"strong": [], "slanted": [], "linked": []}
    for run in runs(note):
        start, text = len(text), text + run.text
        for look, has in (("strong", run.bold), ("slanted", run.italic), ("linked", bool(run.link))):
            if has and run.text:
                looks[look].append(Span(start, len(text)))
    return Piece(
        text.replace("\n", _LINE), font, role, lines,
        tuple(looks["strong"]), tuple(looks["slanted"]), tuple(looks["linked"]),
    )  # fmt: skip


def laid_out(piece: Piece, width: int) -> tuple[QTextLayout, float]:
    """Lay out a text in at most so many lines, the last one elided; return it with its height."""
    layout = QTextLayout(piece.text, piece.font)
    options = QTextOption()
    options.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(options)
    layout.setFormats(_formats(piece, len(piece.text)))
    height, cut = _break(layout, piece.lines, width)
    if cut is not None:
        kept = Utf16Map(piece.text).from_qt(cut)
        words = piece.text[:kept].rstrip(" ,;:—–-")
        layout.setText(words + "…")
        layout.setFormats(_formats(piece, len(words)))
        height, _cut = _break(layout, piece.lines, width)
    return layout, height


def _formats(piece: Piece, until: int) -> list[QTextLayout.FormatRange]:
    """Return how the places of a text that look otherwise are set, up to a place."""
    places = Utf16Map(piece.text)
    found = []
    looks = [(span, _bold) for span in piece.strong]
    looks += [(span, _slanted) for span in piece.slanted]
    looks += [(span, _linked) for span in piece.linked]
    for span, style in looks:
        if span.start < until:
            each = QTextLayout.FormatRange()
            each.start = places.to_qt(span.start)
            each.length = places.to_qt(min(span.end, until)) - each.start
            each.format = style()
            found.append(each)
    return found


def _bold() -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.DemiBold)
    return style


def _slanted() -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFontItalic(True)
    return style


def _linked() -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFontUnderline(True)
    return style


def _break(layout: QTextLayout, lines: int, width: int) -> tuple[float, int | None]:
    layout.beginLayout()
    height = 0.0
    cut: int | None = None
    for row in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
        if row == lines - 1 and line.textStart() + line.textLength() < len(layout.text()):
            cut = max(1, line.textStart() + line.textLength() - 4)
    layout.endLayout()
    return height, cut
