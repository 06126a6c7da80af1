"""The pictures: a function for each says how the window comes to what it shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from studio import Desk, tiled


class Picture(NamedTuple):
    """How a picture is taken: a window of a size and theme, and what brings it there."""

    take: Callable[[Desk], QImage]
    size: tuple[int, int]
    theme: str


PICTURES: dict[str, Picture] = {}
WHOLE, BROAD, NARROW = (1440, 900), (1500, 1000), (1180, 760)
TALKS = "held talks"
DRIVES = "Security cooperation drives"
Take = Callable[[Desk], QImage]


def picture(size: tuple[int, int] = WHOLE, theme: str = "light") -> Callable[[Take], Take]:
    """Put a function into the table under its name, with dashes."""

    def put(take: Take) -> Take:
        PICTURES[take.__name__.replace("_", "-")] = Picture(take, size, theme)
        return take

    return put


# -- what several pictures show ------------------------------------------------------------------------


def marked(desk: Desk) -> None:
    """Mark an article as a reader would."""
    desk.open(TALKS)
    desk.mark("protocol to establish a joint working group", "highlight_red", tags="quotable")
    desk.mark("bilateral ties have grown strongly since the two countries elevated relations to a "
              "Strategic Partnership in May 2025", "highlight_yellow", "star", tags="to verify")  # fmt: skip
    desk.mark("the two sides have maintained regular delegation exchanges", "highlight_green")
    desk.mark("effectively implemented signed agreements", "underline_blue",
              note="Which agreements? Compare with the **December** text.", tags="to verify")  # fmt: skip
    desk.mark("the first security consultation held on December 2", "highlight_purple",
              note="Another source has 1 December.")  # fmt: skip
    desk.let_go()
    desk.calm()


def shown(desk: Desk, view: str) -> QImage:
    """Return the window with a view in front."""
    desk.open(DRIVES)
    desk.do(f"view_{view}")
    desk.settle(600)
    desk.calm()
    return desk.whole()


def dialog(desk: Desk, action: str) -> QImage:
    """Return the dialog of an action."""
    desk.do(action)
    return desk.alone()


# -- the window ----------------------------------------------------------------------------------------


@picture(BROAD)
def window_light(desk: Desk) -> QImage:
    marked(desk)
    desk.do("go_facts")
    return desk.whole()


@picture(BROAD, "dark")
def window_dark(desk: Desk) -> QImage:
    marked(desk)
    desk.do("go_quotes")
    return desk.whole()


@picture()
def search(desk: Desk) -> QImage:
    desk.window.search.look_for("strategic partnership")
    desk.settle(800)
    desk.corpus.filter(since=date(2025, 12, 1))
    desk.calm()
    return desk.whole()


@picture()
def ledger(desk: Desk) -> QImage:
    return shown(desk, "ledger")


@picture()
def timeline(desk: Desk) -> QImage:
    return shown(desk, "timeline")


@picture(theme="dark")
def people(desk: Desk) -> QImage:
    return shown(desk, "people")


@picture()
def figures(desk: Desk) -> QImage:
    return shown(desk, "figures")


# -- the briefing ----------------------------------------------------------------------------------------


def proposed(desk: Desk) -> None:
    """Have a briefing proposed."""
    marked(desk)
    desk.do("briefing_from")
    desk.dialog().propose()
    desk.until(lambda: desk.corpus.briefings.now is not None, "the briefing")
    desk.settle(800)
    desk.window.activateWindow()


@picture()
def briefing(desk: Desk) -> QImage:
    proposed(desk)
    view = desk.window.stage.current()
    for words in ("Trade between the two countries grew in 2024, and both sides say it will grow further.",
                  "Both sides treat the consultation of early December as the start of regular "
                  "cooperation."):  # fmt: skip
        view.show_rows([desk.corpus.briefings.now.parts[0].id])
        next(act for act in view.acts if act.objectName() == "write").trigger()
        desk.settle(200)
        desk.type(words)
    desk.settle(5000)
    desk.calm()
    return desk.whole()


@picture()
def briefing_from(desk: Desk) -> QImage:
    return dialog(desk, "briefing_from")


@picture()
def briefing_export(desk: Desk) -> QImage:
    proposed(desk)
    return dialog(desk, "export")


# -- reading ---------------------------------------------------------------------------------------------


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
    copy = desk.seeds.parent / "copy.txt"
    copy.write_text(words, encoding="utf-8")
    desk.window.bringing.bring([copy])
    desk.until(lambda: len(desk.corpus.listing.ids) == 6 and not desk.window.activity.busy, "the copy")
    desk.settle(1500)
    desk.open("about $243 million")
    desk.window.reader.text.setFocus()
    desk.do("compare")
    desk.dialog().accept()
    desk.settle(500)
    desk.do("next_difference", "next_difference")
    desk.calm()
    return desk.whole()


# -- marking ---------------------------------------------------------------------------------------------


@picture((1560, 860))
def marking(desk: Desk) -> QImage:
    marked(desk)
    desk.do("show_panel", "show_sources")
    desk.calm()
    desk.sweep("expanded across diplomacy, security and defence")
    return desk.part(desk.window.reader)


@picture()
def colour_names(desk: Desk) -> QImage:
    desk.window.corpus.colours.set_names({"yellow": "to verify", "red": "agreed", "green": "quotable"})
    desk.settle()
    return dialog(desk, "colour_names")


@picture()
def tag_dialog(desk: Desk) -> QImage:
    marked(desk)
    desk.select("the first security consultation held on December 2")
    return dialog(desk, "tag")


@picture((1560, 860))
def note(desk: Desk) -> QImage:
    marked(desk)
    desk.do("show_panel", "show_sources")
    desk.select("coordinated to verify, apprehend and extradite criminals")
    desk.do("note")
    desk.type("Ask for the *list* of cases")
    desk.calm()
    return desk.part(desk.window.reader)


@picture()
def undo(desk: Desk) -> QImage:
    marked(desk)
    desk.menu("Edit")
    return desk.whole()


@picture((1360, 820))
def notes(desk: Desk) -> QImage:
    marked(desk)
    desk.do("go_notes")
    desk.window.panel.filter.group_by("colour")
    desk.settle(300)
    return desk.part(desk.window.reader, desk.window.panel)


@picture((1360, 820))
def notes_filter(desk: Desk) -> QImage:
    from briefreader.domain.noting import NotesFilter

    marked(desk)
    desk.do("go_notes", "everything")
    desk.window.panel.filter.want(NotesFilter(tags=frozenset({"to verify"})))
    desk.settle(400)
    button = desk.window.panel.filter.filter
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomRight()) - QPoint(menu.sizeHint().width(), 0))
    QTest.qWait(200)
    return desk.part(desk.window.reader, desk.window.panel)


@picture()
def several_tags(desk: Desk) -> QImage:
    marked(desk)
    desk.choose_notes()
    return dialog(desk, "tag")


@picture()
def unplaced(desk: Desk) -> QImage:
    marked(desk)
    desk.open(DRIVES)
    desk.mark("artificial intelligence, the digital economy", "highlight_yellow")
    desk.mark("keep our finger on the pulse", "highlight_red", note="Ask whose finger.")
    desk.mark("arms smuggling, human trafficking", "star")
    source = next(each for each in desk.seeds.iterdir() if DRIVES in each.read_text(encoding="utf-8"))
    before = source.read_text(encoding="utf-8")
    start, end = before.index("The global situation"), before.index("In his welcoming")
    after = before[:start] + before[end:].replace("arms smuggling, human", "smuggling of arms, human")
    try:
        source.write_text(after, encoding="utf-8")
        desk.window.bringing.bring([source])
        desk.settle(500)
        desk.until(lambda: not desk.window.activity.busy, "the changed article")
        desk.settle(1000)
        desk.open(DRIVES)
        desk.do("go_notes")
        desk.window.panel.seek_odd()
        desk.settle(500)
        desk.calm()
        return desk.part(desk.window.reader, desk.window.panel)
    finally:
        source.write_text(before, encoding="utf-8")


@picture()
def tags(desk: Desk) -> QImage:
    marked(desk)
    return dialog(desk, "tags")


@picture()
def trash(desk: Desk) -> QImage:
    marked(desk)
    desk.choose_notes()
    desk.do("remove")
    return dialog(desk, "trash")


@picture()
def restore(desk: Desk) -> QImage:
    marked(desk)
    desk.window.commands.backups.keep()
    desk.settle(500)
    return dialog(desk, "restore")


# -- in and out --------------------------------------------------------------------------------------------


@picture()
def annotations_export(desk: Desk) -> QImage:
    marked(desk)
    desk.do("star_document", "export_annotations")
    box = desk.dialog().findChild(QComboBox)
    box.setCurrentIndex(next(n for n in range(box.count()) if "Readwise" in box.itemText(n)))
    desk.settle(500)
    return desk.alone()


@picture()
def annotations_import(desk: Desk) -> QImage:
    rows = [
        "Highlight,Title,Author,URL,Note,Location,Date",
        "strategic partnership was signed in May 2025,Security cooperation drives Belarusian-Vietnamese "
        "relations,,,.signed,1,2025-12-05",
        "The port took in more grain than ever,Harvest goes out by sea,,,.trade,3,2025-12-05",
        "A second berth is planned,Harvest goes out by sea,,,,7,2025-12-05",
    ]
    file = desk.seeds.parent / "readwise.csv"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    notices = []
    desk.corpus.notice.connect(notices.append)
    desk.window.commands.annotation_files.take(file)
    desk.until(lambda: any(each.act for each in notices), "the notice")
    next(each for each in notices if each.act).act()
    return desk.alone()


@picture()
def export(desk: Desk) -> QImage:
    marked(desk)
    desk.do("export")
    desk.dialog()
    desk.settle(2500)
    return desk.alone()


# -- keys and settings -------------------------------------------------------------------------------------


@picture()
def palette(desk: Desk) -> QImage:
    marked(desk)
    desk.do("palette")
    desk.dialog().findChild(QLineEdit).setText("mark")
    desk.settle()
    return desk.alone()


@picture()
def keys(desk: Desk) -> QImage:
    return dialog(desk, "keys")


@picture()
def change_keys(desk: Desk) -> QImage:
    desk.do("change_keys")
    box = desk.dialog()
    box.chooser.field.setText("highlight")
    desk.settle()
    box.press("S")
    desk.settle()
    return desk.alone()


@picture()
def preferences(desk: Desk) -> QImage:
    return dialog(desk, "preferences")
