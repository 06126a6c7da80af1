"""The table of pictures, and those of the whole window and the briefing; the others are in files beside it.

Each is a function that says how the window comes to what the picture shows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtGui import QImage
from studio import Desk


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
        desk.settle(1000)
        desk.type(words)
        desk.settle(500)
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
