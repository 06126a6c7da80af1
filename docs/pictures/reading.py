"""Pictures of reading, of judging what was found, and of two articles side by side."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from studio import Desk, tiled
from table import BROAD, DRIVES, NARROW, TALKS, dialog, marked, picture


@picture((1440, 860))
def themes(desk: Desk) -> QImage:
    marked(desk)
    desk.do("show_panel", "show_sources")
    looks = []
    for name in ("light", "dark", "sepia", "contrast"):
        desk.window.theme.choose(name)
        desk.settle(300)
        desk.window.notice_bar.hide()
        looks.append(desk.part(desk.window.reader, height=420))
    return tiled(looks, 2)


@picture((1120, 700))
def faces(desk: Desk) -> QImage:
    desk.open(TALKS)
    desk.do("show_panel", "show_sources")
    looks = []
    for _face in range(3):
        desk.do("next_face")
        desk.calm()
        looks.append(desk.part(desk.window.reader, height=330))
    return tiled([looks[2], *looks[:2]], 1)


@picture()
def focus(desk: Desk) -> QImage:
    marked(desk)
    desk.do("focus_mode")
    desk.calm()
    return desk.whole()


@picture(NARROW)
def find(desk: Desk) -> QImage:
    desk.open(TALKS)
    desk.do("show_panel", "find")
    QTest.keyClicks(desk.window.reader.find_bar.findChild(QLineEdit), "security")
    desk.calm()
    return desk.part(desk.window.reader, height=560)


@picture(NARROW)
def marks_menu(desk: Desk) -> QImage:
    marked(desk)
    desk.menu("View", "Marks")
    return desk.whole()


@picture((1360, 820))
def facts(desk: Desk) -> QImage:
    desk.open(DRIVES)
    desk.do("go_facts")
    desk.unfold(desk.window.panel.facts.tree, "$245 million")
    desk.calm()
    return desk.part(desk.window.reader, desk.window.panel)


@picture((1360, 820))
def quotes(desk: Desk) -> QImage:
    desk.open("Belarusian-Vietnamese cooperation is constructive")
    desk.do("go_quotes")
    desk.unfold(desk.window.panel.quotes.tree, "positive, progressive momentum")
    desk.calm()
    return desk.part(desk.window.reader, desk.window.panel)


@picture()
def correct(desk: Desk) -> QImage:
    desk.open(DRIVES)
    desk.do("go_facts")
    desk.unfold(desk.window.panel.facts.tree, "$245 million")
    return dialog(desk, "correct_fact")


@picture()
def reject(desk: Desk) -> QImage:
    desk.open(DRIVES)
    desk.do("go_facts")
    desk.unfold(desk.window.panel.facts.tree, "$245 million")
    return dialog(desk, "reject_fact")


@picture()
def open_link(desk: Desk) -> QImage:
    desk.open(DRIVES)
    desk.select("A document on strategic partnership was signed in May 2025.")
    desk.do("copy_link")
    return dialog(desk, "open_link")


@picture()
def web_page(desk: Desk) -> QImage:
    desk.bring(
        "talks.txt", "The talks\n\nWhat was agreed upon is at https://example.org/talks for all to read.\n"
    )
    desk.open("What was agreed upon")
    desk.select("https://example.org/talks")
    return dialog(desk, "open_web")


@picture()
def details(desk: Desk) -> QImage:
    desk.open(DRIVES)
    return dialog(desk, "details")


# -- comparing -------------------------------------------------------------------------------------------


@picture()
def compare_with(desk: Desk) -> QImage:
    desk.open(DRIVES)
    desk.window.reader.text.setFocus()
    return dialog(desk, "compare")


@picture(BROAD)
def compare(desk: Desk) -> QImage:
    desk.open(DRIVES)
    desk.window.reader.text.setFocus()
    desk.do("compare")
    desk.dialog().accept()
    desk.settle(500)
    desk.do("next_pair")
    desk.calm()
    return desk.whole()


@picture(BROAD)
def compare_copies(desk: Desk) -> QImage:
    source = next(each for each in desk.seeds.iterdir() if DRIVES in each.read_text(encoding="utf-8"))
    words = source.read_text(encoding="utf-8")
    for old, new in (("date 2025-12-01", "date 2025-12-02"), ("over $245 million", "about $243 million"),
                     ("keep our finger on the pulse and ", ""), ("This is an important moment", "This was "
                      "an important moment"), ("in the Belarusian market", "here in Minsk")):  # fmt: skip
        words = words.replace(old, new)
    desk.bring("copy.txt", words)
    desk.open("about $243 million")
    desk.window.reader.text.setFocus()
    desk.do("compare")
    desk.dialog().accept()
    desk.settle(500)
    desk.do("next_difference", "next_difference")
    desk.calm()
    return desk.whole()
