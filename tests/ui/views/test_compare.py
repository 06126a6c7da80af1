"""Two articles side by side: what is shown of both, the ways through them, and what keys do there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from briefreader.domain.text import Span
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.views.compare import CompareView, Side
from briefreader.ui.views.reader_compared import STYLES, Numbered, difference_marks, paint_compared
from briefreader.ui.views.reader_geometry import Strip
from briefreader.ui.views.reader_marks import Mark, Shape
from briefreader.ui.window import Window
from ui.articles import Fill, article
from ui.matters import DOCUMENTS, SURVEY, TRADE

LONG = "\n".join(
    f"Paragraph {n} tells at some length what the ministers of the {n}. ministry said on day {n}."
    for n in range(80)
)
COPY = "A new beginning.\n" + LONG.replace("Paragraph 40", "Section 40").replace("length what", "what", 1)

Compare = Callable[..., CompareView]


@pytest.fixture
def compare(
    window: Window, corpus: Corpus, fill: Fill, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Compare:
    """Return a function that shows two articles in the window and waits until they are compared."""
    monkeypatch.setattr(corpus.surveys, "look_over", lambda: None)
    fill(*DOCUMENTS, article("long", "Long", text=LONG), article("copy", "Copy", text=COPY),
         article("empty", "Empty", text=" "), replace(article("ru", "Ru", text="Другое."), language="ru"),
         replace(article("en", "En", text="Something."), language="en"))  # fmt: skip
    corpus.survey = SURVEY

    def show(one: Side | str, other: Side | str) -> CompareView:
        sides = [side if isinstance(side, Side) else Side(side) for side in (one, other)]
        window.compare.show_sides(*sides)
        corpus.jobs.drain()
        qtbot.waitUntil(lambda: window.compare.comparison is not None)
        return window.compare

    return show


def summary(view: CompareView) -> str:
    return view.bar.summary._words


def place(view: CompareView) -> str:
    return view.bar.place._words


def marks(view: CompareView, style: str) -> tuple[list[str], list[str]]:
    """Return the words that have marks of a style, on each side."""
    assert view.reader.text._document is not None and view.other.opened is not None
    sides = (
        (view.reader._also, view.reader.text._document.text),
        (view.other._also, view.other.opened.document.text),
    )
    one, other = ([mark.span.of(text) for mark in also if mark.style == style] for also, text in sides)
    return one, other


def test_alone_the_reader_has_all_the_room(window: Window) -> None:
    view = window.compare
    assert not view.active
    assert view.bar.isHidden() and view.other.isHidden()
    for name in ("swap_articles", "close_comparison", "next_pair", "next_difference"):
        assert not window.action(name).isEnabled()
    for act in (view.swap, view.close_other, lambda: view.step_pair(1), lambda: view.step_difference(1)):
        act()
    assert not view.active


def test_near_copies_have_their_differences_marked_and_counted(compare: Compare, window: Window) -> None:
    view = compare("long", "copy")
    assert summary(view).startswith("99 % the same; 3 differences · ")
    assert marks(view, "changed") == (["Paragraph"], ["Section"])
    assert marks(view, "only") == (["length"], ["A new beginning"])
    assert len(marks(view, "missing")[0]) == len(marks(view, "missing")[1]) == 1
    window.action("next_difference").trigger()
    assert place(view) == "Difference 1 of 3: only in the second article: “A new beginning”"
    window.action("previous_difference").trigger()
    assert place(view) == "Difference 3 of 3: “Paragraph” – in the second article “Section”"
    assert view.reader.text.caret == LONG.index("Paragraph 40")
    assert view.other.text.caret == COPY.index("Section 40")
    window.action("next_difference").trigger()
    assert place(view).startswith("Difference 1 of 3")


def test_passages_of_the_survey_are_shown_side_by_side(compare: Compare, window: Window) -> None:
    view = compare("alliance", "security")
    assert summary(view) == "1 passage corresponds"
    assert place(view) == "Passage 1 of 1: the two differ – Trade between Belarus and Vietnam"
    assert view.reader.text.caret == TRADE.entries[0].span.start
    assert view.other.text.caret == TRADE.entries[1].span.start
    assert marks(view, "pair") == ([TRADE.entries[0].text], [TRADE.entries[1].text])
    assert not window.action("next_difference").isEnabled()
    assert view.bar.buttons["next_difference"].isHidden()


def test_two_passages_that_are_asked_for(compare: Compare, corpus: Corpus) -> None:
    one, other = TRADE.entries
    view = compare(Side(one.document, one.mark), Side(other.document, other.mark))
    assert (view.reader.text.caret, view.other.text.caret) == (one.mark.start, other.mark.start)
    assert place(view).startswith("Passage 1 of 1")


def test_what_has_nothing_in_common_says_so(compare: Compare, window: Window) -> None:
    view = compare("alliance", "long")
    assert summary(view) == "No passages of the two articles correspond."
    assert not window.action("next_pair").isEnabled()
    view = compare("en", "ru")
    assert summary(view).startswith("The articles are in different languages;")


def test_nothing_and_itself(compare: Compare) -> None:
    assert summary(compare("empty", "long")) == "No passages of the two articles correspond."
    assert summary(compare("long", "long")) == "The same article stands on both sides."


def test_an_article_that_is_gone(window: Window, corpus: Corpus) -> None:
    window.compare.show_sides(Side("a"), Side("nowhere"))
    corpus.jobs.drain()
    assert not window.compare.active
    assert "no longer in the workspace" in window.notice_bar.text()


def test_one_follows_the_other(compare: Compare, window: Window, qtbot: QtBot) -> None:
    view = compare("long", "copy")
    one, other = view.reader.text, view.other.text
    one.set_place_at_top(LONG.index("Paragraph 30"))
    qtbot.waitUntil(lambda: abs(other.place_at_top() - COPY.index("Paragraph 30")) < 100)
    other.set_place_at_top(COPY.index("Paragraph 10"))
    qtbot.waitUntil(lambda: abs(one.place_at_top() - LONG.index("Paragraph 10")) < 100)
    window.action("follow_scrolling").trigger()
    before = other.place_at_top()
    one.set_place_at_top(LONG.index("Paragraph 50"))
    qtbot.wait(20)
    assert other.place_at_top() == before


def test_unlike_articles_do_not_follow(compare: Compare, qtbot: QtBot) -> None:
    view = compare("alliance", "long")
    view.other.text.set_place_at_top(LONG.index("Paragraph 30"))
    qtbot.wait(20)
    assert view.reader.text.place_at_top() == 0


def test_swapping_keeps_the_places(compare: Compare, window: Window, corpus: Corpus, qtbot: QtBot) -> None:
    view = compare("long", "copy")
    view.reader.text.set_place_at_top(LONG.index("Paragraph 30"))
    qtbot.waitUntil(lambda: view.other.text.place_at_top() > 1000)
    places = view.reader.text.place_at_top(), view.other.text.place_at_top()
    window.action("swap_articles").trigger()
    corpus.jobs.drain()
    assert corpus.opened is not None and view.other.opened is not None
    assert (corpus.opened.document.id, view.other.opened.document.id) == ("copy", "long")
    assert abs(view.reader.text.place_at_top() - places[1]) < 100
    assert abs(view.other.text.place_at_top() - places[0]) < 100
    assert marks(view, "changed") == (["Section"], ["Paragraph"])


def test_opening_another_article_compares_that_one(compare: Compare, corpus: Corpus) -> None:
    view = compare("long", "copy")
    corpus.open_document("alliance")
    corpus.jobs.drain()
    assert view.active
    assert view.comparison is not None and view.comparison.one == "alliance"
    assert marks(view, "changed") == ([], [])


def test_escape_closes_the_second_article(compare: Compare, window: Window, qtbot: QtBot) -> None:
    view = compare("long", "copy")
    view.other.text.setFocus()
    qtbot.keyClick(view.other.text, Qt.Key.Key_Escape)
    assert not view.active
    assert view.bar.isHidden() and view.other.isHidden()
    assert view.reader._also == ()
    assert not window.action("next_pair").isEnabled()


def test_room_is_made_and_given_back(compare: Compare, window: Window) -> None:
    before = window.splitter.sizes()
    view = compare("long", "copy")
    assert window.panel.isHidden()
    assert window.compare.width() >= 700
    assert abs(view.reader.width() - view.other.width()) <= 2
    view.close_other()
    assert not window.panel.isHidden()
    assert all(abs(now - was) <= 2 for now, was in zip(window.splitter.sizes(), before, strict=True))


def test_a_passage_of_the_second_article_is_marked_and_unmarked(
    compare: Compare, window: Window, corpus: Corpus, qtbot: QtBot
) -> None:
    view = compare("long", "copy")
    window.activateWindow()
    view.other.text.setFocus()
    qtbot.waitUntil(view.other.text.hasFocus)
    view.other.text.select(Span(0, 5))
    window.action("star").trigger()
    corpus.jobs.drain()
    assert view.other.opened is not None and corpus.opened is not None
    assert [each.exact for each in view.other.opened.annotations] == ["A new"]
    assert corpus.opened.annotations == ()
    corpus.history.undo()
    corpus.jobs.drain()
    assert view.other.opened.annotations == ()


def test_letters_do_nothing_to_the_first_article_from_the_second(
    compare: Compare, window: Window, corpus: Corpus, qtbot: QtBot
) -> None:
    view = compare("long", "copy")
    view.reader.text.select(Span(0, 9))
    window.activateWindow()
    view.other.text.setFocus()
    qtbot.waitUntil(view.other.text.hasFocus)
    qtbot.keyClick(view.other.text, Qt.Key.Key_S)
    assert "Select a passage first" in window.notice_bar.text()
    qtbot.keyClick(view.other.text, Qt.Key.Key_R)
    assert "Facts are judged in the first article" in window.notice_bar.text()
    corpus.jobs.drain()
    assert corpus.opened is not None
    assert corpus.opened.annotations == () and not corpus.opened.status.starred


def test_every_part_has_a_name_for_screen_readers(compare: Compare) -> None:
    view = compare("long", "copy")
    assert view.other.text.accessibleName() == "Second article: Copy"
    assert all(button.accessibleName() for button in view.bar.buttons.values())
    assert "3 differences" in view.bar.accessibleDescription()


def test_words_of_an_article_are_no_markup(compare: Compare, fill: Fill) -> None:
    fill(article("m", "<b>x</b>", text=LONG.replace("Paragraph 3 ", "<b>bold</b> ")))
    view = compare("long", "m")
    view.step_difference(1)
    assert "b" in place(view)
    assert view.bar.place.textFormat() == Qt.TextFormat.PlainText
    assert view.other._title.textFormat() == Qt.TextFormat.PlainText
    assert all("<b>" not in mark.label for mark in view.reader._also if mark.style == "pair")


def test_offsets_are_code_points(compare: Compare, fill: Fill) -> None:
    text = "🙂🙂 " + LONG
    fill(article("x", "X", text=text), article("y", "Y", text=text.replace("day 70", "day 71")))
    view = compare("x", "y")
    assert marks(view, "changed") == (["70"], ["71"])
    view.step_difference(1)
    assert view.reader.text.caret == text.index("day 70") + 4


@pytest.mark.parametrize("style", STYLES[:3])
def test_each_kind_of_difference_has_a_shape(theme: Theme, style: str) -> None:
    def painted(style: str) -> list[bool]:
        picture = QImage(80, 40, QImage.Format.Format_ARGB32)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        strip = Strip(QRectF(20, 10, 40, 18), 24.0, 16.0, QRectF(20, 8, 40, 22))
        mark = Mark(Span(0, 4), "accent", style, None, "")
        paint_compared(painter, [Shape(mark, strip, 0, True)], QRectF(20, 0, 60, 40), theme)
        painter.end()
        return [picture.pixelColor(x, y).alpha() > 150 for x in range(80) for y in range(40)]

    mine = painted(style)
    assert any(mine)
    assert all(mine != painted(other) for other in STYLES[:3] if other != style)


def test_the_number_of_a_pair_stands_in_the_margin(theme: Theme) -> None:
    picture = QImage(80, 40, QImage.Format.Format_ARGB32)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    strip = Strip(QRectF(30, 10, 40, 18), 24.0, 16.0, QRectF(30, 8, 40, 22))
    shapes = [Shape(Numbered(Span(0, 4), "accent", "pair", None, "", 3), strip, 0, True)]
    paint_compared(painter, shapes, QRectF(QPointF(30, 0), QPointF(80, 40)), theme)
    painter.end()
    inked = {x for x in range(80) for y in range(40) if picture.pixelColor(x, y).alpha() > 150}
    assert inked and max(inked) < 30


def test_nothing_is_missing_in_an_empty_text() -> None:
    from briefreader.library.comparing import Difference

    assert difference_marks([Difference(None, Span(0, 3), 0, 0)], "", "abc") == []
