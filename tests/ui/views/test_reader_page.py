from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefreader.domain.document import Document, Noise, lines
from briefreader.domain.text import Span, canonical
from briefreader.ui.theme import Theme
from briefreader.ui.views.reader_page import Page

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
LONG = "\n\n".join(
    f"Paragraph {n} says 😀 something that is long enough for two lines of text here." for n in range(80)
)


def document(text: str, *noise: Noise) -> Document:
    return Document("d", text, lines(text), noise)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Page:
    page = Page(theme)
    qtbot.addWidget(page)
    page.resize(600, 500)
    page.show()
    return page


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\n\n  \n",
        "One line",
        "Ends with a break\n",
        canonical("Made\r\nwith\rCRLF\r\n\r\nends"),
        unicodedata.normalize("NFD", "Hà Nội — Lương Tam Quang, Đà Nẵng"),
        "😀 flag 🇻🇳 family 👩‍👩‍👧 skin 👍🏽 end",
        "مرحبا بالعالم، said the minister.",
        "no\u00a0break \u200b zero width, tab\there",
        "a raw \ufffc object",
        "<b>bold</b> &amp; <img src='x.png'>",
    ],
)
def test_what_is_selected_is_what_the_source_says(page: Page, text: str) -> None:
    page.show_document(document(text))
    page.selectAll()
    wanted = Span(0, len(text)) if text else None
    assert page.selected_span() == wanted
    assert page.createMimeDataFromSelection().text() == text


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_every_word_of_an_article_can_be_selected_and_comes_back(page: Page, path: Path) -> None:
    text = canonical(path.read_text(encoding="utf-8"))
    start = len(text) // 3
    page.show_document(
        document(text, Noise("date line", Span(1, 16)), Noise("caption", Span(start, start + 40)))
    )
    folded = (Span(0, 16), Span(start, start + 40))
    place = 0
    for word in text.split(" ")[:400]:
        if word and not any(fold.overlaps(Span(place, place + len(word))) for fold in folded):
            page.select(Span(place, place + len(word)))
            assert page.selected_span() == Span(place, place + len(word))
        place += len(word) + 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="ab \n😀ế\u0302\t", min_size=1, max_size=80), data=st.data())
def test_a_selection_holds_at_least_what_was_asked_for(page: Page, text: str, data: st.DataObject) -> None:
    text = canonical(text)
    page.show_document(document(text))
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    page.select(span)
    found = page.selected_span()
    assert found is not None and found.contains(span)


def test_a_selection_never_cuts_a_character(page: Page) -> None:
    text = "e\u0301a 👩‍👩‍👧 b"
    page.show_document(document(text))
    page.select(Span(1, 2))
    assert page.selected_span() == Span(0, 2)
    page.select(Span(4, 6))
    assert page.selected_span() == Span(4, 9)


def test_copying_gives_plain_text_only(page: Page) -> None:
    page.show_document(document("A\u00a0<b>line</b>\nand another"))
    page.selectAll()
    data = page.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    page.copy()
    assert QApplication.clipboard().text() == "A\u00a0<b>line</b>\nand another"


def test_folded_text_is_copied_too(page: Page) -> None:
    text = "Before 3.78 BYN after"
    page.show_document(document(text, Noise("ticker", Span(7, 15))))
    assert "\ufffc" in page.document().firstBlock().text()
    page.selectAll()
    assert page.createMimeDataFromSelection().text() == text


def test_nothing_is_loaded(page: Page, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    page.show_document(document("Text"))
    page.setSource(QUrl.fromLocalFile(str(secret)))
    assert page.document().firstBlock().text() == "Text"
    assert page.loadResource(2, QUrl.fromLocalFile(str(secret))) is None
    assert not page.openLinks()


def test_the_place_at_the_top_is_exact_to_the_line(page: Page) -> None:
    page.show_document(document(LONG))
    assert page.place_at_top() == 0
    place = LONG.index("Paragraph 40 ")
    page.set_place_at_top(place)
    assert page.place_at_top() == place
    page.verticalScrollBar().setValue(page.verticalScrollBar().value() + 29)
    assert place < page.place_at_top() < LONG.index("Paragraph 41 ")


def test_the_place_is_kept_by_size_width_and_theme(page: Page, theme: Theme) -> None:
    page.show_document(document(LONG))
    place = LONG.index("Paragraph 40 ")
    page.set_place_at_top(place)
    for size in (24, 13, 18):
        page.set_typography(size, 500)
        assert page.place_at_top() == place
    for width in (300, 900, 410, 600):
        page.resize(width, 500)
        assert page.place_at_top() == place
    theme.choose("dark")
    assert page.place_at_top() == place
    page.verticalScrollBar().setValue(page.verticalScrollBar().value())
    top = page.cursorForPosition(QPoint(60, 10)).block().text()
    assert top.startswith("Paragraph 40 ")


def test_a_passage_comes_to_the_upper_third(page: Page) -> None:
    page.show_document(document(LONG))
    start = LONG.index("Paragraph 50 ")
    page.bring_up(Span(start, start + 12))
    height = page.cursorRect().top()
    assert 0 < height < page.viewport().height() / 3
    assert page.textCursor().block().text().startswith("Paragraph 50 ")


def test_a_passage_near_the_end_is_seen(page: Page) -> None:
    page.show_document(document(LONG))
    page.bring_up(Span(len(LONG) - 4, len(LONG)))
    assert page.viewport().rect().contains(page.cursorRect().center())
    assert page.verticalScrollBar().value() <= page.verticalScrollBar().maximum()


def test_a_passage_in_a_fold_opens_it(page: Page) -> None:
    text = "3.78 BYN\n" + LONG
    page.show_document(document(text, Noise("ticker", Span(0, 8))))
    page.bring_up(Span(2, 4))
    assert page.document().firstBlock().text() == "3.78 BYN"


def test_what_was_opened_in_passing_folds_again(page: Page) -> None:
    text = f"3.78 BYN\n{LONG}\n4.12 EUR\nEnd"
    second = text.index("4.12")
    noise = (Noise("ticker", Span(0, 8)), Noise("ticker", Span(second, second + 8)))
    page.show_document(document(text, *noise))

    def opened() -> list[bool]:
        words = page.document().toPlainText()
        return ["3.78" in words, "4.12" in words]

    page.bring_up(Span(2, 4), passing=True)
    assert opened() == [True, False]
    page.bring_up(Span(second, second + 2), passing=True)
    assert opened() == [False, True]
    page.bring_up(Span(100, 104), passing=True)
    assert opened() == [False, False]
    page.bring_up(Span(2, 4), passing=True)
    page.fold_passed(here=True)
    page.bring_up(Span(100, 104), passing=True)
    assert opened() == [True, False]


def test_what_was_open_before_stays_open_in_passing(page: Page) -> None:
    text = "3.78 BYN\n" + LONG
    page.show_document(document(text, Noise("ticker", Span(0, 8))))
    page.bring_up(Span(2, 4))
    page.bring_up(Span(3, 4), passing=True)
    page.bring_up(Span(100, 104), passing=True)
    assert page.document().firstBlock().text() == "3.78 BYN"


def test_folds_open_and_close_and_keep_the_selection(page: Page) -> None:
    text = "3.78 BYN\n" + LONG
    page.show_document(document(text, Noise("ticker", Span(0, 8))))
    wanted = Span(100, 140)
    page.select(wanted)
    page.set_unfolded(True)
    assert page.document().firstBlock().text() == "3.78 BYN" and page.selected_span() == wanted
    page.set_unfolded(False)
    assert page.document().firstBlock().text() == "\ufffc" and page.selected_span() == wanted


def test_the_fold_at_the_caret_is_toggled(page: Page) -> None:
    page.show_document(document("3.78 BYN\nText", Noise("ticker", Span(0, 8))))
    page.put_caret(0)
    assert page.toggle_fold_at_caret()
    assert page.document().firstBlock().text() == "3.78 BYN"
    assert page.toggle_fold_at_caret()
    assert page.document().firstBlock().text() == "\ufffc"
    page.put_caret(11)
    assert not page.toggle_fold_at_caret()


def test_paging_stops_at_both_ends(page: Page) -> None:
    page.show_document(document(LONG))
    assert not page.page_up()
    pages = 0
    while page.page_down():
        pages += 1
        assert pages < 200
    assert pages > 3
    assert page.verticalScrollBar().value() == page.verticalScrollBar().maximum()
    assert page.page_up()


def test_one_enormous_paragraph(page: Page) -> None:
    text = "word and 😀 more " * 40_000
    page.show_document(document(text))
    middle = Span(len(text) // 2, len(text) // 2 + 5)
    page.bring_up(middle)
    page.select(middle)
    assert page.selected_span() == middle
    assert page.viewport().rect().contains(page.cursorRect().center())
    assert page.document().blockCount() > 100


def test_an_unbroken_run_stays_within_the_column(page: Page) -> None:
    page.show_document(document("x" * 20_000))
    assert page.document().size().width() <= page.width()
    assert page.document().firstBlock().layout().lineCount() > 20


def test_a_long_text_waits_for_the_end_of_a_drag(qtbot: QtBot, page: Page) -> None:
    page.show_document(document("Some words in a row.\n" * 9000))
    before = page.document().textWidth()
    page.resize(500, 500)
    assert page.document().textWidth() == before
    qtbot.wait_until(lambda: page.document().textWidth() != before)


def test_papers_do_not_pile_up(qtbot: QtBot, page: Page) -> None:
    for n in range(5):
        page.show_document(document(f"Text {n}"))
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    assert len(page.findChildren(QTextDocument)) == 1


def test_it_has_a_name_and_shows_nothing_for_none(page: Page) -> None:
    assert page.accessibleName() and page.accessibleDescription()
    page.show_document(document("Text"))
    page.show_document(None)
    assert page.document().isEmpty() and page.place_at_top() == 0 and page.selected_span() is None


def test_places_can_be_set_before_it_is_shown(qtbot: QtBot, theme: Theme) -> None:
    page = Page(theme)
    qtbot.addWidget(page)
    page.show_document(document(LONG))
    place = LONG.index("Paragraph 30 ")
    page.set_place_at_top(place)
    page.resize(500, 400)
    page.show()
    assert page.place_at_top() == place
    assert page.cursorForPosition(QPoint(60, 10)).block().text().startswith("Paragraph 30 ")


def test_copying_gives_the_source_whatever_is_folded_and_however_it_is_encoded(
    theme: Theme, qtbot: QtBot
) -> None:
    """Emoji, a decomposed letter, right-to-left, a no-break space, a folded stretch, a cut paragraph."""
    long = "Đây là tiê\u0301ng 😀 Viê\u0323t\u00a0Nam. " * 400
    text = f"Hanoi 🇻🇳 (VNA) – שלום 😀 said.\n\n{long.rstrip()}\n\tcell\tcell 𝔘"
    view = Page(theme)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    noise = (Noise("dateline", Span(0, text.index("שלום"))), Noise("caption", Span(200, 260)))
    view.show_document(Document("d", text, lines(text), noise))
    assert len(view._shown.joined) > 0 and len(view._shown.closed) == 2
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == text
    chance = random.Random(4)
    for _time in range(300):
        first = chance.randrange(len(text) - 1)
        wanted = Span(first, chance.randrange(first + 1, min(len(text), first + 9000) + 1))
        view.select(wanted)
        selected = view.selected_span()
        assert selected is not None and selected.contains(wanted)
        assert len(selected) - len(wanted) <= 2 * 260  # whole characters and whole folds, no more
        data = view.createMimeDataFromSelection()
        assert data.text() == selected.of(text) and data.formats() == ["text/plain"]
