"""The names of colours in the window: everywhere the same, undone by name."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from briefreader.domain.text import Span
from briefreader.ui.dialogs.colour_names import ColourNamesDialog
from briefreader.ui.window import Window


def name(window: Window, **names: str) -> None:
    window.corpus.colours.set_names(names)
    window.corpus.jobs.drain()


def test_a_name_is_shown_wherever_the_colour_is_named(window: Window) -> None:
    corpus = window.corpus
    name(window, yellow="to <b>verify</b> & check")
    action = window.action("highlight_yellow")
    assert action.text() == "Highlight: to <b>verify</b> && check (yellow)"
    assert "&lt;b&gt;" in action.toolTip() and "(1)" in action.toolTip()
    window.panel.filter._fill_filter()
    colours = window.panel.filter.filter.menu().actions()[0].menu()
    assert colours.actions()[0].text().casefold() == "to <b>verify</b> && check (yellow)"
    corpus.open_document("a")
    corpus.jobs.drain()
    corpus.select(Span(0, 9))
    action.trigger()
    corpus.jobs.drain()
    marks = window.reader.text._marks.within(0, 9)
    assert [mark.label for mark in marks if mark.role == "highlight.yellow"] == [
        "Highlighted: to <b>verify</b> & check (yellow)"
    ]


def test_naming_is_undone_by_name(window: Window) -> None:
    name(window, red="urgent", blue="trade")
    assert window.corpus.history.undoText() == "names of colours"
    window.action("undo").trigger()
    window.corpus.jobs.drain()
    assert window.corpus.colours.names == {}
    assert window.action("highlight_red").text() == "Highlight in red"
    window.action("redo").trigger()
    window.corpus.jobs.drain()
    assert window.corpus.colours.names == {"red": "urgent", "blue": "trade"}


def test_the_window_for_names_changes_what_was_written(window: Window) -> None:
    name(window, green="done")
    window.action("colour_names").trigger()
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, ColourNamesDialog))
    assert dialog.names()["green"] == "done"
    dialog._fields["green"].clear()
    dialog._fields["grey"].setText(" old   news ")
    dialog.accept()
    window.corpus.jobs.drain()
    assert window.corpus.colours.names == {"grey": "old news"}
