"""Back and forward through the places that were visited."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefreader.domain.text import Span
from briefreader.settings import Settings
from briefreader.ui.corpus import Corpus
from briefreader.ui.places import Places, SideButtons
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader import ReaderView
from ui.articles import Fill, article

LONG = "\n\n".join(f"Paragraph {n} of a long report on trade." for n in range(400))


@pytest.fixture
def reader(corpus: Corpus, theme: Theme, fill: Fill, qtbot: QtBot) -> ReaderView:
    fill(article("a", "A", text=LONG), article("b", "B"), article("c", "C"))
    made = ReaderView(corpus, theme, Settings())
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


@pytest.fixture
def places(corpus: Corpus, reader: ReaderView) -> Places:
    return Places(corpus, reader)


def go(corpus: Corpus, id: str, span: Span | None = None) -> None:
    corpus.open_document(id, span)
    corpus.jobs.drain()


def here(corpus: Corpus) -> str:
    corpus.jobs.drain()
    assert corpus.opened is not None
    return corpus.opened.document.id


def test_back_and_forward_through_articles(corpus: Corpus, places: Places) -> None:
    for id in ("a", "b", "c"):
        go(corpus, id)
    assert (places.can_go_back, places.can_go_forward) == (True, False)
    places.back()
    assert here(corpus) == "b"
    places.back()
    assert here(corpus) == "a"
    assert (places.can_go_back, places.can_go_forward) == (False, True)
    places.back()
    assert here(corpus) == "a"
    places.forward()
    assert here(corpus) == "b"
    go(corpus, "a")  # another way: what was ahead is no longer
    assert (places.can_go_back, places.can_go_forward) == (True, False)
    places.back()
    assert here(corpus) == "b"


def test_a_jump_within_an_article_is_gone_back_from(
    corpus: Corpus, places: Places, reader: ReaderView
) -> None:
    go(corpus, "a")
    far = LONG.index("Paragraph 300 ")
    go(corpus, "a", Span(far, far + 9))
    there = reader.text.place_at_top()
    assert there > far // 2
    places.back()
    assert reader.text.place_at_top() == 0
    places.forward()
    assert reader.text.place_at_top() == there


def test_the_place_in_the_article_comes_back_with_it(
    corpus: Corpus, places: Places, reader: ReaderView
) -> None:
    far = LONG.index("Paragraph 200 ")
    go(corpus, "a", Span(far, far + 9))
    there = reader.text.place_at_top()
    go(corpus, "b")
    places.back()
    assert here(corpus) == "a"
    assert reader.text.place_at_top() == there


def test_the_mouse_has_buttons_for_it(corpus: Corpus, places: Places, reader: ReaderView) -> None:
    viewport = reader.text.viewport()
    _buttons = SideButtons(places, [viewport], reader)
    go(corpus, "a")
    go(corpus, "b")
    for button, id in ((Qt.MouseButton.BackButton, "a"), (Qt.MouseButton.ForwardButton, "b")):
        place = QPointF(50, 50)
        event = QMouseEvent(
            QMouseEvent.Type.MouseButtonPress, place, place, button, button, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(viewport, event)
        assert here(corpus) == id
