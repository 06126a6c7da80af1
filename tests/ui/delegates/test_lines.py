"""Lines of text, broken and elided."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from briefreader.domain.text import Span
from briefreader.ui.delegates.lines import lines_of


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    return QFont()


def texts(lines: object) -> list[str]:
    return [layout.text() for layout in lines.layouts]


def test_a_short_text_is_one_line(font: QFont) -> None:
    assert lines_of("Short", font, 300, 2).count == 1
    assert lines_of("", font, 300, 2).count == 1


def test_a_long_text_ends_in_an_ellipsis_within_its_width(font: QFont) -> None:
    lines = lines_of("minister delegation agreement " * 20, font, 120, 2)
    assert lines.count == 2
    assert texts(lines)[-1].endswith("…")
    assert QFontMetricsF(font).horizontalAdvance(texts(lines)[-1]) <= 121


@pytest.mark.parametrize("text", ["x" * 400, "𝐀𝐁" * 100, "日本語" * 80, "مرحبا بالعالم " * 30])
def test_any_script_breaks(font: QFont, text: str) -> None:
    lines = lines_of(text, font, 100, 2)
    assert lines.count == 2 and texts(lines)[-1].endswith("…")


def test_bold_spans_are_code_points_and_survive_eliding(font: QFont) -> None:
    text = "😀😀 to lam " + "word " * 3 + "Hanoi " + "word " * 40
    place = text.index("Hanoi")
    spans = [Span(text.index("to"), text.index("lam") + 3), Span(place, place + 5)]
    lines = lines_of(text, font, 90, 3, spans)
    bold = [
        layout.text().encode("utf-16-le")[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le")
        for layout in lines.layouts
        for each in layout.formats()
    ]
    assert bold[0] == "to lam"
    assert all(words in ("to lam", "Hanoi") for words in bold)
