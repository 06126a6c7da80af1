"""The window as a whole: keys, panels that follow one another, and accessible names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QSettings, Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import COLOURS
from briefreader.domain.changes import Changes
from briefreader.domain.document import Document
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.noting import NotesFilter
from briefreader.domain.text import Span
from briefreader.library.workspace import Workspace
from briefreader.settings import Settings, load_settings
from briefreader.ui.actions import ACTIONS
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.views import ledger_deciding, people_deciding
from briefreader.ui.views.acts import VIEW_ACTS, Act
from briefreader.ui.window import Window
from ui import matters
from ui.articles import ARTICLES, Fill, article
from ui.views import dated


@pytest.fixture
def window(corpus: Corpus, theme: Theme, qtbot: QtBot) -> Iterator[Window]:
    made = Window(corpus, theme, Settings())
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.close()
    corpus.jobs.drain()


@pytest.fixture
def filled(window: Window, fill: Fill) -> Window:
    fill()
    window.corpus.jobs.drain()
    return window


def facts_of(document: Document, *found: tuple[str, str]) -> tuple[Fact, ...]:
    facts = []
    for kind, words in found:
        start = document.text.index(words)
        span = Span(start, start + len(words))
        facts.append(Fact(document.id, kind, span, words, about=words, data={"entity": words}))
    return tuple(facts)


def add(window: Window, analysis: Analysis) -> None:
    def task(workspace: Workspace) -> Changes:
        return workspace.store.add([analysis], "test/1")

    window.corpus.jobs.call(task, done=window.corpus.imported)
    window.corpus.jobs.drain()


def press(window: Window, name: str) -> None:
    window.action(name).trigger()
    window.corpus.jobs.drain()


def dialog(window: Window, name: str) -> QDialog:
    window.corpus.jobs.drain()
    return next(
        each for each in window.findChildren(QDialog) if type(each).__name__ == name and each.isVisible()
    )


# -- what the user sees ---------------------------------------------------------------------------


def test_the_first_article_is_in_the_reader(filled: Window) -> None:
    corpus = filled.corpus
    assert corpus.opened is not None
    assert corpus.opened.document.id == corpus.listing.ids[0] == "a"


def test_an_empty_workspace_says_what_to_do(window: Window) -> None:
    window.corpus.jobs.drain()
    assert "appear here" in window.panel.facts._empty.text()
    assert window.reader._empty.text()


def test_a_click_on_a_fact_shows_its_passage(window: Window, qtbot: QtBot) -> None:
    document = article(
        "f", "Talks in Minsk", "2025-12-07", text="Talks in Minsk\n" + "Words. " * 900 + "Anna Berg came."
    )
    add(window, Analysis(document, facts_of(document, ("person", "Anna Berg"))))
    window.corpus.open_document("f")
    window.corpus.jobs.drain()
    index = window.panel.facts.model.index(0, 0, window.panel.facts.model.index(0, 0))
    before = window.reader.text.place_at_top()
    window.panel.facts.tree.clicked.emit(index)
    qtbot.waitUntil(lambda: window.reader.text.place_at_top() > before + 1000)


def test_hovering_a_passage_finds_its_entry(window: Window) -> None:
    document = article("f", "Talks in Minsk", "2025-12-07", text="Anna Berg came. Olga Lind went.")
    found = facts_of(document, ("person", "Anna Berg"), ("person", "Olga Lind"))
    add(window, Analysis(document, found))
    window.corpus.open_document("f")
    window.corpus.jobs.drain()
    tree = window.panel.facts
    chosen = tree.current()
    plain = tree.grab().toImage()
    window.corpus.hovered.emit(found[1].key)
    assert tree.current() == chosen  # the pointer shows an entry; it does not choose it
    assert tree.grab().toImage() != plain
    window.corpus.hovered.emit(None)
    assert tree.grab().toImage() == plain


def test_a_mark_in_the_text_shows_up_in_list_panel_and_sources(filled: Window) -> None:
    corpus = filled.corpus
    corpus.select(Span(0, 9))
    press(filled, "star")
    assert filled.panel.tabs.tabText(2) == "Notes 1"
    assert corpus.listing.counts.annotated == 1
    assert {mark.style for mark in filled.reader.text._marks.within(0, 9)} >= {"star"}
    press(filled, "undo")
    assert filled.panel.tabs.tabText(2) == "Notes"


def test_all_listed_articles_in_the_panel(filled: Window) -> None:
    corpus = filled.corpus
    for id in ("a", "b"):
        corpus.open_document(id)
        corpus.jobs.drain()
        corpus.select(Span(0, 5))
        press(filled, "star")
    filled.panel.set_everything(True)
    corpus.jobs.drain()
    assert [group.title for group in filled.panel.notes.model.groups] == [
        ARTICLES[0].title,
        ARTICLES[1].title,
    ]
    corpus.filter(words="trade")
    corpus.jobs.drain()
    filled.panel._fetch()
    corpus.jobs.drain()
    assert [group.title for group in filled.panel.notes.model.groups] == [ARTICLES[1].title]


def test_notes_can_be_narrowed(filled: Window) -> None:
    corpus = filled.corpus
    for span, name in ((Span(0, 9), "star"), (Span(10, 14), "highlight_green")):
        corpus.select(span)
        press(filled, name)
    notes = filled.panel.notes.model
    filled.panel.filter.want(NotesFilter(colours=frozenset({"green"})))
    assert [entry.colour for group in notes.groups for entry in group.entries] == ["green"]
    filled.panel.filter.clear()
    filled.panel.filter.words.setText("MINIST")
    assert [entry.text for group in notes.groups for entry in group.entries] == ["Ministers"]
    filled.panel.filter.words.setText("nowhere")
    assert notes.groups == []


# -- keys ---------------------------------------------------------------------------------------------


def test_no_key_has_two_meanings() -> None:
    keys = [each for spec in ACTIONS for each in spec.keys]
    assert len(keys) == len(set(keys))


def test_letters_are_typed_where_text_is_typed(filled: Window, qtbot: QtBot) -> None:
    press(filled, "search")
    qtbot.keyClicks(filled.search.field, "s n j k 3 ?")
    assert filled.search.field.text() == "s n j k 3 ?"
    assert filled.corpus.history.count() == 0


def test_j_and_k_go_through_the_list(filled: Window, qtbot: QtBot) -> None:
    press(filled, "next_document")
    qtbot.waitUntil(lambda: filled.corpus.opened.document.id == filled.corpus.listing.ids[1])
    press(filled, "previous_document")
    qtbot.waitUntil(lambda: filled.corpus.opened.document.id == filled.corpus.listing.ids[0])


def test_every_colour_has_its_key(filled: Window) -> None:
    filled.corpus.select(Span(0, 9))
    for colour in COLOURS:
        press(filled, f"highlight_{colour}")
        assert [each.colour for each in filled.corpus.opened.annotations] == [colour]


def test_panes_are_gone_through_by_key(filled: Window, qtbot: QtBot) -> None:
    filled.activateWindow()
    filled.sources.setFocus()
    seen = []
    for _step in range(3):  # the panel has nothing to show of these articles
        press(filled, "next_pane")
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
    assert len(set(seen)) == 3
    assert filled.reader.text in seen


def test_the_citation_is_copied_with_the_passage(filled: Window) -> None:
    filled.corpus.select(Span(0, 9))
    press(filled, "copy_cited")
    assert (
        QGuiApplication.clipboard()
        .text()
        .startswith("“Ministers” (Belta, “Ministers sign agreement”, 2025-12-06")
    )


def test_space_is_not_taken_from_buttons(filled: Window) -> None:
    context = filled.action("read_on").shortcutContext()
    assert context == Qt.ShortcutContext.WidgetWithChildrenShortcut


def test_a_key_acts_on_the_mark_that_the_caret_stands_in(filled: Window) -> None:
    corpus = filled.corpus
    corpus.select(Span(0, 9))
    press(filled, "highlight_green")
    corpus.select(None)
    filled.reader.text.put_caret(3)
    press(filled, "highlight_red")
    assert [(each.anchor.exact, each.colour) for each in corpus.opened.annotations] == [("Ministers", "red")]
    press(filled, "remove")
    assert corpus.opened.annotations == ()
    filled.reader.text.put_caret(30)
    press(filled, "highlight_red")
    assert corpus.opened.annotations == ()


def test_removing_takes_the_mark_that_holds_the_selection(filled: Window) -> None:
    corpus = filled.corpus
    corpus.select(Span(0, 14))
    press(filled, "highlight_green")
    corpus.select(Span(2, 5))
    filled.marking._settle = lambda: None  # the selection is set by the test, not in the text
    press(filled, "remove")
    assert corpus.opened.annotations == ()


def test_f3_walks_the_hits_of_the_search(window: Window, qtbot: QtBot) -> None:
    text = "Title\n" + "Words. " * 400 + "horsepower one. " + "Words. " * 400 + "Horsepower two."
    add(window, Analysis(article("f", "Title", "2025-12-07", text=text)))
    add(window, Analysis(article("g", "Another", "2025-12-08")))
    window.corpus.open_document("g")
    window.corpus.refresh_index()
    window.corpus.jobs.drain()
    window.corpus.filter(words="horsepower")
    window.corpus.jobs.drain()
    window.corpus.open_document("f")
    window.corpus.jobs.drain()
    first = window.reader.text.place_at_top()
    assert first > 1000  # the article opens at the first hit
    press(window, "find_next")
    assert window.reader.text.place_at_top() > first
    press(window, "find_next")
    assert abs(window.reader.text.place_at_top() - first) < 400
    assert not window.reader.find_bar.isVisible()


def test_enter_in_the_search_opens_the_first_that_was_found(filled: Window, qtbot: QtBot) -> None:
    filled.activateWindow()
    press(filled, "search")
    qtbot.keyClicks(filled.search.field, "trade")
    qtbot.keyClick(filled.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filled.corpus.opened.document.id == "b")


def test_keys_for_articles_act_on_all_that_are_chosen_in_the_list(filled: Window, qtbot: QtBot) -> None:
    filled.activateWindow()
    filled.documents.table.setFocus()
    filled.documents.table.selectAll()
    press(filled, "read_document")
    assert filled.corpus.listing.counts.unread == 0
    press(filled, "star_document")
    assert filled.corpus.listing.counts.starred == 5


def test_undo_in_another_article_is_said(filled: Window) -> None:
    corpus = filled.corpus
    corpus.select(Span(0, 9))
    press(filled, "star")
    corpus.open_document("b")
    corpus.jobs.drain()
    told: list[str] = []
    corpus.notice.connect(lambda notice: told.append(notice.action))
    press(filled, "undo")
    assert told == ["Show"]


def test_a_folder_that_is_gone_is_named(window: Window, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    told: list[str] = []
    window.corpus.notice.connect(lambda notice: told.append(notice.text))
    window.corpus.open_workspace(tmp_path / "w.briefreader", str(folder))
    window.corpus.jobs.drain()
    folder.rmdir()
    window.check_folder()
    window.corpus.jobs.drain()
    assert any(str(folder) in text for text in told)


# -- dialogs ------------------------------------------------------------------------------------------


def test_title_outlet_and_date_can_be_corrected_and_that_undone(filled: Window) -> None:
    press(filled, "details")
    found = dialog(filled, "DetailsDialog")
    found._title.setText("Another title")  # type: ignore[attr-defined]
    found._date.setText("May 2024")  # type: ignore[attr-defined]
    found.accept()
    filled.corpus.jobs.drain()
    opened = filled.corpus.opened
    assert (opened.document.title, opened.document.published.value) == ("Another title", "2024-05")
    assert opened.document.published.how == "user"
    press(filled, "undo")
    assert filled.corpus.opened.document.title == ARTICLES[0].title


def test_a_date_that_is_none_cannot_be_saved(filled: Window) -> None:
    press(filled, "details")
    found = dialog(filled, "DetailsDialog")
    found._date.setText("the day before")  # type: ignore[attr-defined]
    assert "no date" in found._says.text()  # type: ignore[attr-defined]


def test_the_sheet_of_keys_lists_every_key_and_narrows(filled: Window) -> None:
    press(filled, "keys")
    found = dialog(filled, "KeysDialog")
    rows = found._rows  # type: ignore[attr-defined]
    of_views = sum(len(acts) for _title, acts in VIEW_ACTS.values())
    assert len(rows) == sum(1 for spec in ACTIONS if spec.keys) + of_views
    found._words.setText("highlight in gr")  # type: ignore[attr-defined]
    shown = [labels[0].text() for _said, labels in rows if labels[0].isVisible()]
    assert shown == ["Highlight in green", "Highlight in grey"]


def test_preferences_are_kept(filled: Window) -> None:
    press(filled, "preferences")
    found = dialog(filled, "PreferencesDialog")
    found._fields["author"].setText("A. Writer")  # type: ignore[attr-defined]
    found._fields["text_size"].setValue(22)  # type: ignore[attr-defined]
    found.accept()
    assert load_settings() == replace(Settings(), author="A. Writer", text_size=22)
    assert filled.corpus.author == "A. Writer"
    press(filled, "usual_size")
    assert load_settings().text_size == Settings().text_size


def test_failed_articles_are_listed_with_their_reason(filled: Window) -> None:
    from briefreader.domain.query import Failure

    failure = Failure("/somewhere/broken.html", "“broken.html” holds no text.")
    filled.corpus.jobs.call(lambda workspace: workspace.store.fail([failure]))
    press(filled, "failures")
    found = dialog(filled, "FailuresDialog")
    asked: list[object] = []
    found.retry_requested.connect(asked.append)  # type: ignore[attr-defined]
    found._retry()  # type: ignore[attr-defined]
    assert asked == [[Path("/somewhere/broken.html")]]


# -- bringing articles in -------------------------------------------------------------------------------


def test_dropped_files_are_imported(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefreader.engine.inline import InlineEngine

    monkeypatch.setattr("briefreader.engine.open_engine", lambda *_given: InlineEngine())
    good, bad = tmp_path / "one.txt", tmp_path / "two.txt"
    good.write_text("date 2025-12-03 The minister arrived in the capital on Wednesday.\n", encoding="utf-8")
    bad.write_bytes(b"")
    told: list[str] = []
    window.corpus.notice.connect(lambda notice: told.append(notice.text))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good)), QUrl.fromLocalFile(str(bad)), QUrl("https://example.org/x")])
    drop = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    window.corpus.jobs.drain(60_000)
    assert told == ["1 article imported. 1 could not be read."]
    assert len(window.corpus.listing.ids) == 1
    window.bringing.bring([good])
    window.corpus.jobs.drain(60_000)
    assert told[-1] == "1 was already there."
    assert not window.activity.busy


# -- layout and access -----------------------------------------------------------------------------------


def test_layout_comes_back(
    window: Window, corpus: Corpus, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window._layout = kept
    window.splitter.setSizes([250, 330, 560, 300])
    window.action("show_panel").setChecked(False)
    window._keep_layout()
    again = Window(corpus, theme, Settings(), kept)
    qtbot.addWidget(again)
    again.show()
    assert kept.value("geometry")
    assert not again.panel.isVisible()
    again.resize(1440, 900)
    window.action("show_panel").setChecked(True)
    again.action("show_panel").setChecked(True)
    assert again.splitter.sizes()[:2] == window.splitter.sizes()[:2]


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
def test_nothing_is_pushed_out_of_the_window(filled: Window, size: tuple[int, int], qtbot: QtBot) -> None:
    filled.resize(*size)
    qtbot.wait(50)
    assert (filled.width(), filled.height()) == size
    panes = (filled.left, filled.documents, filled.reader, filled.panel)
    edges = [pane.mapTo(filled, QPoint(0, 0)).x() for pane in panes]
    assert edges == sorted(edges)
    assert edges[-1] + filled.panel.width() <= filled.width()


def unnamed(interface: QAccessibleInterface, path: str = "") -> list[str]:
    """Return where in the tree controls stand that have no name."""
    role = QAccessible.Role
    controls = {
        role.PushButton, role.CheckBox, role.ComboBox, role.Slider, role.EditableText, role.Tree, role.Table,
        role.List, role.ButtonMenu, role.PageTab, role.RadioButton,
    }  # fmt: skip
    found = []
    widget = interface.object()
    here = f"{path}/{type(widget).__name__}"
    state = interface.state()
    if interface.role() in controls and not interface.text(QAccessible.Text.Name) and not state.invisible:
        found.append(here)
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid():
            found += unnamed(child, here)
    return found


def test_every_control_has_a_name(filled: Window) -> None:
    root = QAccessible.queryAccessibleInterface(filled)
    assert root is not None
    assert unnamed(root) == []


# -- the keys of the views ------------------------------------------------------------------------


@pytest.fixture
def surveyed(window: Window, fill: Fill) -> Window:
    """Return the window over the articles and the survey of ``matters``, with the keyboard."""
    window.corpus.surveys.hold(True)  # the panel has asked for one, which would come in place of this
    fill(*matters.DOCUMENTS)
    window.corpus.survey = replace(matters.SURVEY, moments=dated.MOMENTS, figures=dated.FIGURES)
    window.corpus.surveyed.emit(window.corpus.survey)
    window.corpus.jobs.drain()
    return window


def view_of(window: Window, name: str, qtbot: QtBot) -> QWidget:
    """Show a view by its action, and wait until it has the keyboard."""
    window.activateWindow()
    press(window, f"view_{name}")
    view = window.stage.current()

    def has_keyboard() -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus is view or view.isAncestorOf(focus)

    qtbot.waitUntil(has_keyboard)
    return view


@pytest.mark.parametrize("name", ["ledger", "timeline", "people", "figures", "briefing"])
def test_a_view_that_is_gone_to_has_the_keyboard(surveyed: Window, qtbot: QtBot, name: str) -> None:
    view_of(surveyed, name, qtbot)
    assert QApplication.focusWidget() is not surveyed.stage.current()  # but the list or drawing within it


@pytest.mark.parametrize(
    ("name", "acts"), [("ledger", ledger_deciding.ACTS), ("people", people_deciding.ACTS)]
)
def test_each_key_of_a_view_does_what_its_button_does(
    surveyed: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str, acts: Sequence[Act]
) -> None:
    view = view_of(surveyed, name, qtbot)
    done: list[str] = []
    for act, button in zip(acts, view.decisions.buttons, strict=True):  # type: ignore[attr-defined]
        button.setEnabled(True)
        button.clicked.disconnect()
        button.clicked.connect(lambda _on=False, name=act.name: done.append(name))
    for each in ("accept", "reject", "correct", "explain"):
        monkeypatch.setattr(surveyed.commands.judging, each, lambda each=each: done.append(f"window: {each}"))
    for act in acts:
        QTest.keySequence(surveyed.windowHandle(), QKeySequence(act.keys))
    assert done == [act.name for act in acts]
    for key in "AE":
        QTest.keySequence(surveyed.windowHandle(), QKeySequence(key))
    assert done == [act.name for act in acts]


def test_letters_of_facts_act_from_other_views(
    surveyed: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    for name in ("accept_fact", "reject_fact", "correct_fact", "explain_fact"):
        action = surveyed.action(name)
        action.triggered.disconnect()
        action.triggered.connect(lambda _on=False, name=name: done.append(name[0]))
    for name in ("timeline", "figures"):
        view_of(surveyed, name, qtbot)
        for key in "ARCE":
            QTest.keySequence(surveyed.windowHandle(), QKeySequence(key))
    assert "".join(done) == "arcearce"
