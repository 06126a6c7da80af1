"""Notes with their little markup, laid out as formats of plain text: nothing is ever read as HTML."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from briefreader.library.light_markup import Run, runs
from briefreader.ui.theme import Theme

_BREAK = "\u2028"  # what a QTextLayout takes for the end of a line


def formats(found: tuple[Run, ...], theme: Theme) -> list[QTextLayout.FormatRange]:
    """Return the formats of runs, in the positions that Qt counts."""
    ranges: list[QTextLayout.FormatRange] = []
    place = 0
    for run in found:
        length = len(run.text.encode("utf-16-le")) // 2
        if run.bold or run.italic or run.link or run.bullet:
            look = QTextCharFormat()
            if run.bold:
                look.setFontWeight(QFont.Weight.Bold)
            if run.italic:
                look.setFontItalic(True)
            if run.link:
                look.setForeground(theme.colour("accent"))
                look.setFontUnderline(True)
            elif run.bullet:
                look.setForeground(theme.colour("text.muted"))
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = place, length, look
            ranges.append(one)
        place += length
    return ranges


@dataclass(frozen=True, slots=True)
class LightText:
    """A note laid out for a width: its layout, its height, and its runs."""

    layout: QTextLayout
    height: float
    runs: tuple[Run, ...]
    cut: bool

    def link_at(self, place: QPointF) -> str:
        """Return the address of the link at a place of the layout; "" if there is none."""
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            if line.naturalTextRect().contains(place):
                position = int(line.xToCursor(place.x(), line.CursorPosition.CursorOnCharacter))
                return self._link(position)
        return ""

    def _link(self, position: int) -> str:
        end = 0
        for run in self.runs:
            end += len(run.text.encode("utf-16-le")) // 2
            if position < end:
                return run.link
        return ""


def light_text(note: str, font: QFont, theme: Theme, width: float, most_lines: int) -> LightText:
    """Lay a note out in a width, in at most so many lines."""
    found = runs(note)
    layout = QTextLayout("".join(run.text for run in found).replace("\n", _BREAK), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats(found, theme))
    length = len(layout.text().encode("utf-16-le")) // 2
    height, end = 0.0, 0
    layout.beginLayout()
    while layout.lineCount() < most_lines and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
        end = line.textStart() + line.textLength()
    layout.endLayout()
    return LightText(layout, height, found, end < length)
