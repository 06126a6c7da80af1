"""Cards of the side panel take the height that their words need."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from briefreader.domain.text import Span
from briefreader.ui.delegates.entry_details import detail_height
from briefreader.ui.delegates.entry_signs import height_of, place_signs
from briefreader.ui.delegates.entry_words import Piece, laid_out
from briefreader.ui.models.entries import Entry, Group, Sign, fact_groups
from briefreader.ui.models.entries_details import Detail, details
from briefreader.ui.models.touching import Touching
from briefreader.ui.theme import Theme, contrast
from briefreader.ui.views.entry_tree import EntryTree
from ui.views import attested


def height(tree: EntryTree, key: str) -> int:
    return tree.tree.itemDelegate().sizeHint(QStyleOptionViewItem(), tree.model.find(key)).height()


def test_longer_words_take_more_room_up_to_a_limit(theme: Theme, qtbot: QtBot) -> None:
    tree = EntryTree(theme, "Quotes")
    qtbot.addWidget(tree)
    tree.resize(280, 400)
    tree.show()
    entries = tuple(
        Entry(name, "quote", "d", (Span(0, 1),), "", "word " * count, keys=frozenset({name}))
        for name, count in (("short", 2), ("middle", 20), ("long", 200), ("longer", 2000))
    )
    tree.show_groups([Group("quote", "Anna", entries)], "")
    assert height(tree, "short") < height(tree, "middle") < height(tree, "long") == height(tree, "longer")
    before = height(tree, "middle")
    tree.resize(560, 400)
    qtbot.waitUntil(lambda: height(tree, "middle") < before)


SIGNS = (Sign("check", "accepted"), Sign("alert-triangle", "sources differ"), Sign("news", "2 sources"))


def test_signs_stand_side_by_side_as_far_as_there_is_room(theme: Theme) -> None:
    wide, narrow = place_signs(SIGNS, theme, 600), place_signs(SIGNS, theme, 90)
    assert len({each.rect.top() for each in wide}) == 1
    assert len({each.rect.top() for each in narrow}) == 3
    assert height_of(narrow) == 3 * height_of(wide)
    for one, other in ((wide[0], wide[1]), (wide[1], wide[2])):
        assert one.rect.right() < other.rect.left()
    (cut,) = place_signs([Sign("news", "so many words that there is no room for them")], theme, 100)
    assert cut.words.endswith("…")
    assert cut.rect.width() <= 100
    assert height_of([]) == 0


@pytest.mark.parametrize("look", ["light", "dark"])
def test_signs_can_be_read_on_every_ground(theme: Theme, look: str) -> None:
    theme.choose(look)
    for role in ("success", "accent", "warning", "text.muted"):
        for ground in ("panel", "hover", "selection"):
            assert contrast(theme.colour(role), theme.colour(ground)) >= 4.5, (role, ground)


def test_a_detail_takes_the_height_of_its_words(theme: Theme) -> None:
    short, long = Detail("Value", "one"), Detail("Value", "many words " * 20)
    assert detail_height(short, theme, 26, 300) < detail_height(long, theme, 26, 300)
    # Where there is little room, the label stands above its words.
    assert detail_height(short, theme, 26, 180) > detail_height(short, theme, 26, 300)
    claim = Detail("Sources differ", "They do.", "2 sources", "c", "differ")
    assert detail_height(claim, theme, 26, 300) > detail_height(short, theme, 26, 300)


@pytest.mark.parametrize("width", [228, 310, 620])
def test_opened_rows_are_painted_at_any_width(theme: Theme, qtbot: QtBot, width: int) -> None:
    tree = EntryTree(theme, "Facts")
    qtbot.addWidget(tree)
    tree.resize(width, 600)
    tree.show()
    touching = Touching(attested.SURVEY)
    tree.show_groups(fact_groups(attested.FACTS), "", lambda entry: details(entry.facts, touching))
    index = tree.model.find(attested.TRADE.key)
    tree.tree.expand(index)
    qtbot.wait(20)
    last = tree.tree.visualRect(tree.model.index(tree.model.rowCount(index) - 1, 0, index))
    picture = tree.grab().toImage()
    ratio = picture.devicePixelRatio()
    row = {picture.pixel(int(x * ratio), int((last.top() + 12) * ratio)) for x in range(20, width - 20)}
    assert len(row) > 3


def test_words_without_room_stand_in_the_tooltip(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _view: said.append(text))
    tree = EntryTree(theme, "Facts")
    qtbot.addWidget(tree)
    tree.resize(300, 400)
    tree.show()
    words = "<b>word</b> " * 200
    cut = Entry("cut", "quote", "d", (Span(0, 1),), "", words, keys=frozenset({"cut"}))
    whole = Entry("whole", "quote", "d", (Span(0, 1),), "", "word", keys=frozenset({"whole"}))
    tree.show_groups(
        [Group("quote", "Anna", (cut, whole)), *fact_groups([attested.TRADE])], "", lambda _e: ()
    )

    def help_at(index: QModelIndex, right: int) -> None:
        option = QStyleOptionViewItem()
        option.rect = tree.tree.visualRect(index)
        place = QPoint(option.rect.right() - right, option.rect.top() + 12)
        event = QHelpEvent(QEvent.Type.ToolTip, place, place)
        assert tree.tree.itemDelegate().helpEvent(event, tree.tree, option, index)

    help_at(tree.model.find("cut"), 100)
    help_at(tree.model.find("whole"), 100)
    help_at(tree.model.find(attested.TRADE.key), 18)
    assert said[0].startswith("<qt>&lt;b&gt;word&lt;/b&gt;")
    assert said[1:] == ["", "<qt>Show or hide why it was found (E)</qt>"]


def test_what_stands_out_in_words_is_set_stronger_up_to_where_they_are_cut(theme: Theme) -> None:
    words = "😀 Berg sold 5 tonnes. " + "word " * 90 + "Peru"
    strong = tuple(Span(words.index(each), words.index(each) + len(each)) for each in ("5 tonnes", "Peru"))
    layout, height = laid_out(Piece(words, theme.font("ui"), "text", 3, strong), 280)
    (bold,) = layout.formats()
    assert (bold.start, bold.length) == (words.index("5 tonnes") + 1, 8)  # the face is two of Qt's units
    assert bold.format.fontWeight() > theme.font("ui").weight()
    assert layout.text().endswith("…") and height > 0
