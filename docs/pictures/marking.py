"""Pictures of marks and notes, of what goes in and out, of keys and settings."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from studio import Desk
from table import DRIVES, dialog, marked, picture


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
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    menu.move(desk.window.geometry().right() - menu.width() - 8, menu.y())
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
