"""Exporting a briefing: its pages as they will be saved, what is kept of it, and a file that is whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefreader import cli, i18n
from briefreader.domain.outline import Exported, Outline
from briefreader.domain.text import Span
from briefreader.engine.inline import InlineEngine
from briefreader.library import annotating, issuing, outlining
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs import export
from briefreader.ui.dialogs.export import ExportDialog
from briefreader.ui.theme import Theme
from ui.articles import Fill
from ui.briefs import briefing, quote, sentence

Opened = Callable[..., ExportDialog]


@pytest.fixture
def starred(corpus: Corpus, fill: Fill) -> Corpus:
    """Return a corpus with one starred passage."""
    fill()
    corpus.open_document("a")
    corpus.jobs.drain()
    document = corpus.opened.document
    corpus.apply([annotating.annotate(document, None, Span(0, 9), annotating.now(), starred=True)], "star")
    corpus.jobs.drain()
    return corpus


@pytest.fixture
def opened(starred: Corpus, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """Return what opens the window on a briefing, or without one, and waits for the file."""
    monkeypatch.setattr(export, "open_engine", lambda *_given: InlineEngine())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764547200")
    shown: list[ExportDialog] = []

    def open_it(outline: Outline | None = None, wait: bool = True) -> ExportDialog:
        dialog = ExportDialog(starred, theme, outline, "a4")
        qtbot.addWidget(dialog)
        dialog.show()
        shown.append(dialog)
        if wait:
            ready(dialog, qtbot)
        return dialog

    yield open_it
    for dialog in shown:
        dialog.reject()
    starred.jobs.drain()


@pytest.fixture
def quick(opened: Opened) -> ExportDialog:
    """Return the window on what is to be chosen."""
    return opened()


@pytest.fixture
def kept(starred: Corpus) -> Outline:
    """Return a briefing of the workspace."""
    made = briefing(sentence(), quote(proposed=True))
    starred.briefings.take(made)
    starred.jobs.drain()
    return made


def ready(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Wait until the file is made as it is chosen now."""
    qtbot.waitUntil(
        lambda: dialog._made is not None and dialog.order().same_as(dialog._made.order), timeout=30_000
    )


def saved(dialog: ExportDialog, path: Path, qtbot: QtBot) -> bytes:
    with qtbot.waitSignal(dialog.saved, timeout=30_000):
        dialog.save(path)
    dialog._corpus.jobs.drain()
    return path.read_bytes()


def choose(box: object, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def exports(corpus: Corpus) -> list[Exported]:
    found: list[Exported] = []
    now = corpus.briefings.now
    assert now is not None
    corpus.jobs.call(lambda workspace: workspace.store.exports(now.id), done=found.extend)
    corpus.jobs.drain()
    return found


# -- one window for both ------------------------------------------------------------------------------


def controls(dialog: ExportDialog) -> list[str]:
    """Return what Tab goes through, from the top."""
    found, widget = [], dialog.form.format
    while True:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            words = widget.accessibleName() or widget.text()
            found.append(words.replace("&", ""))
        if widget is dialog.pages:
            return found
        widget = widget.nextInFocusChain()


def after(widget: QWidget, count: int) -> list[QWidget]:
    """Return what Tab goes to next."""
    found: list[QWidget] = []
    while len(found) < count:
        widget = widget.nextInFocusChain()
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
    return found


def test_the_controls_are_the_same_in_the_same_order(opened: Opened, kept: Outline) -> None:
    same = ["Format", "Template", "Paper", "Label", "Citations"]
    last = ["Cancel", "Save…", "Preview of the pages"]
    own = opened(kept)
    assert own.windowTitle() == "Export “Visits”"
    assert list(dict.fromkeys(controls(own))) == [*same, "Print what changed since the last export", *last]
    proposed = opened()
    assert proposed.windowTitle() == "Export briefing"
    found = list(dict.fromkeys(controls(proposed)))
    assert found[: len(same)] == same and found[-len(last) :] == last
    assert "Quotes by speaker" in found and "Print what changed since the last export" not in found
    first = ["Title", "Author", "Articles", "Format"]
    assert [each.accessibleName() for each in (proposed.title, *after(proposed.title, 3))] == first


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("proposed", [True, False])
def test_no_two_controls_answer_to_the_same_letter(
    proposed: bool, language: str, opened: Opened, kept: Outline
) -> None:
    before = i18n.language()
    i18n.choose(language)
    try:
        dialog = opened(None if proposed else kept, wait=False)
    finally:
        i18n.choose(before)
    texts = [each.text() for each in dialog.findChildren(QLabel) if each.buddy()]
    pressed = (*dialog.findChildren(QCheckBox), *dialog.findChildren(QPushButton))
    texts += [each.text() for each in pressed if each.isVisibleTo(dialog)]
    letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
    assert len(letters) >= 6 and len(letters) == len(set(letters)), letters


# -- without a briefing -------------------------------------------------------------------------------


def test_the_preview_is_the_file(quick: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    notices: list[Notice] = []
    quick._corpus.notice.connect(notices.append)
    shown = quick.pages.pdf
    assert saved(quick, tmp_path / "brief.pdf", qtbot) == shown
    assert quick.pages.pages == len(PdfReader(tmp_path / "brief.pdf").pages)
    assert notices[-1].action == "Open" and str(tmp_path / "brief.pdf") in notices[-1].text
    assert not quick.isVisible()


def test_a_change_makes_the_pages_anew(quick: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    before = quick._made
    quick.title.setText("Ministers and talks")
    ready(quick, qtbot)
    assert quick._made is not before
    saved(quick, tmp_path / "brief.pdf", qtbot)
    reader = PdfReader(tmp_path / "brief.pdf")
    assert reader.metadata.title == "Ministers and talks"
    assert "Ministers" in reader.pages[0].extract_text()


def test_saving_waits_for_pages_in_the_making(quick: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    quick.author.setText("A. Writer")
    quick.save(tmp_path / "brief.pdf")
    assert not (tmp_path / "brief.pdf").exists()
    qtbot.waitUntil((tmp_path / "brief.pdf").exists, timeout=30_000)
    assert PdfReader(tmp_path / "brief.pdf").metadata.author == "A. Writer"


def test_nothing_chosen_is_said_and_cannot_be_saved(quick: ExportDialog, qtbot: QtBot) -> None:
    for box in quick.parts.boxes.values():
        box.setChecked(False)
    qtbot.waitUntil(lambda: quick._job is None and not quick._save.isEnabled(), timeout=30_000)
    assert quick._says.text()
    quick.parts.boxes["passages"].setChecked(True)
    ready(quick, qtbot)
    assert quick._save.isEnabled()


def test_a_place_that_cannot_be_written_is_said(quick: ExportDialog, tmp_path: Path) -> None:
    quick.save(tmp_path / "nowhere" / "brief.pdf")
    quick._corpus.jobs.drain()
    assert "nowhere" in quick._says.text()
    assert quick.isVisible() and quick._save.isEnabled()


def test_what_goes_in_is_what_the_window_shows(quick: ExportDialog, qtbot: QtBot) -> None:
    quick.parts.boxes["quotes"].setChecked(False)
    choose(quick.form.paper, "us-letter")
    choose(quick.form.template, "note")
    of = quick.order().of
    assert of.choice == replace(
        of.choice, title="Briefing", quotes=False, passages=True, paper="us-letter", template="note"
    )
    assert of.ids == quick._corpus.listing.ids
    choose(quick.scope, "open")
    assert quick.order().of.ids == ("a",)
    choose(quick.scope, "all")
    assert quick.order().of.ids is None
    assert quick.order().survey is not None
    quick.parts.boxes["compared"].setChecked(False)
    assert quick.order().survey is None
    ready(quick, qtbot)
    assert quick._made.outline.scope and quick._made.outline.paper == "us-letter"


def test_each_format_can_be_had_of_what_is_proposed(
    quick: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(quick.form.format, "markdown")
    ready(quick, qtbot)
    assert quick.pages.pages == 0 and quick._none.isVisible()
    assert b"# Briefing" in saved(quick, tmp_path / "brief.md", qtbot)


def test_closing_stops_what_is_in_the_making(quick: ExportDialog, starred: Corpus) -> None:
    notices: list[Notice] = []
    starred.notice.connect(notices.append)
    quick.title.setText("Another")
    quick._timer.stop()
    quick._make()
    quick.reject()
    starred.jobs.drain()
    assert notices == []


def test_sources_that_cannot_be_compared_do_not_keep_anything_from_being_made(
    opened: Opened, starred: Corpus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise OSError("The disk is full.")

    monkeypatch.setattr("briefreader.library.surveying.survey", refuse)
    monkeypatch.setattr(starred, "report", lambda _error: None)
    dialog = opened(wait=False)
    qtbot.waitUntil(lambda: "Comparing the sources" in dialog._says.text(), timeout=30_000)
    ready(dialog, qtbot)
    assert dialog.pages.pages > 0


# -- a briefing of the workspace ----------------------------------------------------------------------


def test_the_file_is_written_and_the_export_kept(
    opened: Opened, kept: Outline, starred: Corpus, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(kept)
    told: list[Notice] = []
    starred.notice.connect(told.append)
    assert "1 proposal is not accepted yet" in dialog._says.text()
    choose(dialog.form.template, "note")
    choose(dialog.form.style, "apa")
    dialog.form.label.setCurrentText("TLP:GREEN")
    path = tmp_path / "brief.pdf"
    ready(dialog, qtbot)
    shown = dialog.pages.pdf
    assert saved(dialog, path, qtbot) == shown
    (written,) = exports(starred)
    assert (written.path, written.format) == (str(path), "pdf")
    assert written.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert written.state and written.manifest
    now = starred.briefings.now
    assert now is not None and (now.template, now.label, now.style) == ("note", "TLP:GREEN", "apa")
    assert "details of briefing" in starred.history.undoText()
    assert str(path) in told[-1].text and told[-1].action == "Open"
    assert not dialog.isVisible()


def test_a_place_that_takes_no_file_is_told(
    opened: Opened, kept: Outline, starred: Corpus, tmp_path: Path
) -> None:
    dialog = opened(kept)
    dialog.save(tmp_path / "no such folder" / "brief.pdf")
    starred.jobs.drain()
    assert "does not exist" in dialog._says.text()
    assert dialog.isVisible() and exports(starred) == []


def test_cancel_stops_the_work_and_then_closes(
    opened: Opened, kept: Outline, starred: Corpus, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(kept)
    choose(dialog.form.paper, "us-letter")
    dialog.save(tmp_path / "brief.pdf")
    dialog._cancel.click()
    starred.jobs.drain()
    assert exports(starred) == [] and list(tmp_path.glob("*.pdf")) == []
    assert dialog.isVisible() and dialog._says.text() == "Nothing was written."
    assert saved(dialog, tmp_path / "brief.pdf", qtbot).startswith(b"%PDF-")
    other = opened(kept)
    other._cancel.click()
    assert not other.isVisible()


def test_what_is_typed_meanwhile_is_in_the_file(
    opened: Opened, kept: Outline, starred: Corpus, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(kept)
    choose(dialog.form.format, "json")
    starred.briefings.change(lambda old: replace(old, title="Visits and talks"), "title of briefing")
    made = json.loads(saved(dialog, tmp_path / "brief.json", qtbot))
    assert "Visits and talks" in json.dumps(made)


def test_what_changed_is_printed_only_if_that_is_wanted(
    opened: Opened, kept: Outline, starred: Corpus, qtbot: QtBot, tmp_path: Path
) -> None:
    saved(opened(kept), tmp_path / "first.pdf", qtbot)
    more = [sentence("It goes on.")]
    after = starred.briefings.change(lambda old: outlining.with_lines(old, more), "addition")
    for wanted in (False, True):
        dialog = opened(after)
        choose(dialog.form.format, "markdown")
        if wanted:
            assert not dialog.form.changes.isChecked()
            dialog.form.changes.click()
        ready(dialog, qtbot)
        assert (b"What changed" in dialog._made.data) is wanted
        dialog.reject()


# -- the same choice gives the same bytes -------------------------------------------------------------


def command(corpus: Corpus, path: Path, *options: str) -> bytes:
    def no_window(_paths: object) -> int:
        raise AssertionError("no window was asked for")

    asked = ["export", "--workspace", str(corpus.jobs.path), "-o", str(path), "--jobs", "0", *options]
    assert cli.run(asked, no_window) == cli.DONE
    return path.read_bytes()


@pytest.mark.parametrize("wanted", [False, True])
def test_window_and_command_make_the_same_file_of_a_briefing(
    wanted: bool, opened: Opened, kept: Outline, starred: Corpus, qtbot: QtBot, tmp_path: Path
) -> None:
    command(starred, tmp_path / "first.pdf")
    more = [sentence("It goes on.", cited=True)]
    after = starred.briefings.change(lambda old: outlining.with_lines(old, more), "addition")
    starred.jobs.drain()
    dialog = opened(after)
    choose(dialog.form.template, "annex")
    choose(dialog.form.paper, "us-letter")
    dialog.form.label.setCurrentText("TLP:AMBER+STRICT")
    dialog.form.changes.setChecked(wanted)
    ready(dialog, qtbot)
    assert issuing.tells_changes(dialog._made.outline) is wanted
    look = ["--template", "annex", "--paper", "us-letter", "--tlp", "AMBER+STRICT"]
    changes = "--changes" if wanted else "--no-changes"
    assert dialog._made.briefing.manifest
    assert command(starred, tmp_path / "told.pdf", *look, changes) == dialog._made.data


def test_window_and_command_make_the_same_file_of_what_is_proposed(
    opened: Opened, starred: Corpus, qtbot: QtBot, tmp_path: Path
) -> None:
    command(starred, tmp_path / "first.pdf", "--new")  # which analyses again what is out of date
    quick = opened(wait=False)
    quick.title.setText("The visit")
    quick.author.setText("The desk")
    choose(quick.scope, "all")
    choose(quick.form.template, "full")
    ready(quick, qtbot)
    asked = ["--new", "--title", "The visit", "--author", "The desk", "--template", "full", "--paper", "a4"]
    assert command(starred, tmp_path / "told.pdf", *asked) == quick._made.data


def test_the_question_where_to_save_is_that_of_the_format(quick: ExportDialog, qtbot: QtBot) -> None:
    choose(quick.form.format, "docx")
    quick._choose()
    asking = quick.findChild(QFileDialog)
    assert asking.defaultSuffix() == "docx"
    assert asking.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert not asking.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert QApplication.activeModalWidget() is not None
    asking.reject()
