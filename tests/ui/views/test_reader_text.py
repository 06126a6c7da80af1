from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from briefreader.domain.document import Document, Noise, lines
from briefreader.domain.text import Span
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_marks import STYLES, Mark
from briefreader.ui.views.reader_text import ReaderText

TEXT = "3.78 BYN\nThe minister Lương Tam Quang spoke in Hà Nội. 😀\n\n" + "\n\n".join(
    f"Paragraph {n} says something that is long enough for two lines." for n in range(60)
)
DOCUMENT = Document("d", TEXT, lines(TEXT), (Noise("ticker", Span(0, 8)),))


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> Iterator[ReaderText]:
    view = ReaderText(theme)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    view.show_document(DOCUMENT)
    yield view
    QToolTip.hideText()


def of(part: str) -> Span:
    start = TEXT.index(part)
    return Span(start, start + len(part))


def mark(part: str, style: str = "background", label: str = "", role: str = "highlight.yellow") -> Mark:
    return Mark(of(part), role, style, part, label or part)


def place_of(view: ReaderText, part: str) -> QPoint:
    """Return the place of the viewport in the middle of a passage of one line."""
    cursor = view.textCursor()
    start, end = view._shown.range_of(of(part))
    cursor.setPosition(start)
    left = view.cursorRect(cursor)
    cursor.setPosition(end)
    return QPoint((left.left() + view.cursorRect(cursor).left()) // 2, left.center().y())


def move(view: ReaderText, place: QPoint) -> None:
    at = QPointF(place)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def test_a_click_tells_the_marks_innermost_first(qtbot: QtBot, view: ReaderText) -> None:
    view.set_marks([mark("minister Lương Tam Quang"), mark("Quang", "dotted", role="mark.person")])
    with qtbot.waitSignal(view.mark_clicked) as told:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, "Quang"))
    assert told.args == [["Quang", "minister Lương Tam Quang"]]
    with qtbot.assertNotEmitted(view.mark_clicked):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, "spoke"))


def test_a_drag_selects_and_clicks_nothing(qtbot: QtBot, view: ReaderText) -> None:
    view.set_marks([mark("minister Lương Tam Quang")])
    viewport = view.viewport()
    with qtbot.assertNotEmitted(view.mark_clicked), qtbot.waitSignal(view.selection_changed) as told:
        qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place_of(view, "minister"))
        qtbot.mouseMove(viewport, place_of(view, "Hà Nội"))
        qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place_of(view, "Hà Nội"))
    (span,) = told.args
    assert span == view.selected_span()
    assert "er Lương" in span.of(TEXT) and span.of(TEXT).endswith("in Hà ")


def test_the_selection_is_told_once_when_it_has_settled(qtbot: QtBot, view: ReaderText) -> None:
    told: list[Span | None] = []
    view.selection_changed.connect(told.append)
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert told == []
    qtbot.wait_until(lambda: bool(told))
    assert told == [view.selected_span()]
    view.select(of("Quang"))
    view.select(of("Quang"))
    assert told[1:] == [of("Quang")]
    view.show_document(None)
    assert told[-1] is None


def test_a_selection_by_keys_can_be_settled_at_once(qtbot: QtBot, view: ReaderText) -> None:
    told: list[Span | None] = []
    view.selection_changed.connect(told.append)
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert told == []
    view.settle_selection()
    assert told == [view.selected_span()] != [None]
    view.settle_selection()
    assert len(told) == 1


def test_hovering_tells_the_innermost_mark_and_its_end(view: ReaderText) -> None:
    view.set_marks([mark("minister Lương Tam Quang"), mark("Quang", "dotted", role="mark.person")])
    told: list[object] = []
    view.mark_hovered.connect(told.append)
    for part in ("Quang", "Quang", "Tam", "spoke"):
        move(view, place_of(view, part))
    assert told == ["Quang", "minister Lương Tam Quang", None]
    move(view, place_of(view, "Tam"))
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert told[-1] is None


def test_a_chip_opens_by_a_click_and_closes_by_its_sign(qtbot: QtBot, view: ReaderText) -> None:
    view.viewport().repaint()
    (chip,) = view._scene.folds
    assert "3.78 BYN" in view.words_at(chip.rect.center().toPoint())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=chip.rect.center().toPoint())
    assert view.document().firstBlock().text() == "3.78 BYN"
    view.viewport().repaint()
    (sign,) = view._scene.folds
    assert "ticker line" in view.words_at(sign.rect.center().toPoint())
    move(view, sign.rect.center().toPoint())
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=sign.rect.center().toPoint())
    assert view.document().firstBlock().text() == "\ufffc"


def test_a_note_is_read_in_plain_text_over_its_sign(
    view: ReaderText, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.set_marks([mark("Quang", "note", "A <b>note</b>\nof two lines", "accent")])
    view.viewport().repaint()
    place = view._scene.glyphs[0].rect.center().toPoint()
    assert view.words_at(place) == "A <b>note</b>\nof two lines"
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _view: shown.append(words))
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert shown == ["<qt>A &lt;b&gt;note&lt;/b&gt;<br>of two lines</qt>"]
    assert view.words_at(QPoint(3, 3)) == ""


def test_a_menu_is_asked_for_with_selection_and_marks(qtbot: QtBot, view: ReaderText) -> None:
    view.set_marks([mark("Quang")])
    view.select(of("minister"))
    place = place_of(view, "Quang")
    at = view.viewport().mapToGlobal(place)
    with qtbot.waitSignal(view.menu_requested) as told:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, at)
        QApplication.sendEvent(view.viewport(), event)
    assert told.args == [of("minister"), ["Quang"], at]
    view.put_caret(of("Quang").start + 2)
    with qtbot.waitSignal(view.menu_requested) as told:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(view.viewport(), event)
    assert told.args[:2] == [None, ["Quang"]]


def test_going_flashes_and_the_flash_ends(qtbot: QtBot, view: ReaderText) -> None:
    view.go_to(of("Paragraph 40"))
    assert view._flash == of("Paragraph 40")
    view.viewport().repaint()
    view._fade.setCurrentTime(view._fade.totalDuration())
    assert view._flash is None
    view.go_to(of("Paragraph 1 "), flash=False)
    assert view._flash is None


def test_going_before_it_is_shown(qtbot: QtBot, theme: Theme) -> None:
    view = ReaderText(theme)
    qtbot.addWidget(view)
    view.show_document(DOCUMENT)
    view.go_to(of("Paragraph 40"))
    view.resize(500, 400)
    view.show()
    assert 0 < view.cursorRect().top() < 400 / 3
    assert view.textCursor().block().text().startswith("Paragraph 40")
    assert view._flash == of("Paragraph 40")


def test_hits_are_painted_and_the_current_one_differs(view: ReaderText) -> None:
    plain = view.grab().toImage()
    view.set_hits([of("Quang"), of("spoke")], None)
    found = view.grab().toImage()
    view.set_hits([of("Quang"), of("spoke")], of("spoke"))
    current = view.grab().toImage()
    view.set_hits([], None)
    assert plain != found != current != plain
    assert view.grab().toImage() == plain


@pytest.mark.parametrize("style", STYLES)
def test_marks_do_not_touch_the_document(view: ReaderText, style: str) -> None:
    plain = view.grab().toImage()
    revision = view.document().revision()
    view.set_marks([mark("Quang", style, role="star" if style == "star" else "accent")])
    assert view.grab().toImage() != plain
    view.set_marks([])
    assert view.grab().toImage() == plain
    assert view.document().revision() == revision


def test_thousands_of_marks_are_looked_at_only_where_seen(view: ReaderText) -> None:
    view.set_marks(
        Mark(Span(n % (len(TEXT) - 9), n % (len(TEXT) - 9) + 8), "accent", "underline", n, "")
        for n in range(20_000)
    )
    view.viewport().repaint()
    assert 0 < len(view._scene.shapes) < 10_000


def test_a_new_document_has_no_marks_of_the_old_one(view: ReaderText) -> None:
    view.set_marks([mark("Quang")])
    view.set_hits([of("spoke")], None)
    view.show_document(Document("e", TEXT.replace("Quang", "other"), lines(TEXT)))
    view.viewport().repaint()
    assert view._scene.shapes == []


def test_marks_follow_a_change_of_theme_size_and_width(view: ReaderText, theme: Theme) -> None:
    view.set_marks([mark("Quang")])
    for change in (
        lambda: theme.choose("dark"),
        lambda: view.set_typography(26, 500),
        lambda: view.resize(420, 500),
        lambda: view.set_unfolded(True),
    ):
        change()
        view.grab()
        (shape, *_rest) = view._scene.shapes
        middle = shape.strip.rect.center().toPoint() - QPoint(0, view.verticalScrollBar().value())
        assert "Quang" in view.cursorForPosition(middle).block().text()
        assert [each.key for each in view._scene.marks_at(shape.strip.rect.center())] == ["Quang"]
        assert abs(place_of(view, "Quang").y() - shape.strip.rect.center().y()) < 12


@pytest.mark.parametrize("way", [1, -1])
def test_the_wheel_with_ctrl_asks_for_another_size(qtbot: QtBot, view: ReaderText, way: int) -> None:
    at = QPointF(100, 100)
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120 * way), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(view.size_wanted) as told:
        QApplication.sendEvent(view.viewport(), event)
    assert told.args == [way]


def test_assistive_programs_can_read_the_text(view: ReaderText) -> None:
    face = QAccessible.queryAccessibleInterface(view)
    assert face is not None
    assert face.text(QAccessible.Text.Name)
    text = face.textInterface()
    assert text is not None
    assert text.text(2, 34) == "The minister Lương Tam Quang spo"


@pytest.mark.parametrize("text", ["", "\n", " "])
def test_an_empty_text_can_be_worked_with(view: ReaderText, text: str) -> None:
    view.show_document(Document("e", text))
    view.set_marks([Mark(Span(0, 5), "accent", "note", "k", "")])
    view.set_hits([Span(0, 3)], Span(0, 3))
    view.go_to(Span(0, 3))
    view.select(Span(0, 2))
    view.set_place_at_top(3)
    view.grab()
    assert view.place_at_top() in (0, 3) and not view.page_down()


def test_marks_beyond_the_text_do_no_harm(view: ReaderText) -> None:
    view.set_marks([Mark(Span(len(TEXT) - 3, len(TEXT) + 50), "accent", "underline", "k", "")])
    view.go_to(Span(len(TEXT) - 3, len(TEXT) + 50))
    view.grab()
    assert view._scene.shapes
