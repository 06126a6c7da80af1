"""Addresses of passages: copied, opened here, in another window, or from another workspace."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from briefreader.domain.fact import Analysis
from briefreader.domain.text import Span
from briefreader.library.links import Link, link, parse
from briefreader.library.workspace import open_workspace, remember_recent
from briefreader.ui import link_commands
from briefreader.ui.corpus import Notice
from briefreader.ui.dialogs.asking import AskDialog
from briefreader.ui.window import Window
from ui.articles import article


class Asked:
    """A request of another start, without the socket."""

    def __init__(self, **words: Any) -> None:
        self.words = words
        self.taken: bool | None = None

    def answer(self, taken: bool) -> None:
        self.taken = taken


@pytest.fixture(autouse=True)
def flat(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a screen there is no front to come to."""
    monkeypatch.setattr(window, "raise_", lambda: None)


@pytest.fixture
def notices(window: Window) -> list[Notice]:
    told: list[Notice] = []
    window.corpus.notice.connect(told.append)
    return told


def opened(window: Window) -> str:
    window.corpus.jobs.drain()
    assert window.corpus.opened is not None
    return window.corpus.opened.document.id


def test_a_copied_link_opens_the_passage_again(window: Window) -> None:
    window.corpus.open_document("c")
    window.corpus.jobs.drain()
    window.reader.text.select(Span(30, 44))
    window.commands.links.copy_link()
    window.corpus.jobs.drain()
    address = QGuiApplication.clipboard().text()
    assert parse(address).span == Span(30, 44)
    window.corpus.open_document("a")
    window.corpus.jobs.drain()
    shown: list[Span] = []
    window.corpus.passage_requested.connect(lambda span, _flash: shown.append(span))
    window.commands.links.open(address)
    assert opened(window) == "c"
    assert shown == [Span(30, 44)]


def test_without_a_passage_the_article_is_linked(window: Window) -> None:
    window.corpus.open_document("b")
    window.corpus.jobs.drain()
    window.commands.links.copy_link()
    assert parse(QGuiApplication.clipboard().text()) == Link("b")


def test_a_link_is_pasted(window: Window) -> None:
    QGuiApplication.clipboard().setText(link("d"))
    window.commands.links.ask_for_link()
    dialog = window.findChild(AskDialog)
    assert dialog.words() == link("d")
    dialog.accept()
    assert opened(window) == "d"


def test_only_links_of_ours_are_offered(window: Window) -> None:
    QGuiApplication.clipboard().setText("https://example.org")
    window.commands.links.ask_for_link()
    dialog = window.findChild(AskDialog)
    assert dialog.words() == ""
    dialog.reject()


def test_a_passage_that_is_gone_is_told(window: Window, notices: list[Notice]) -> None:
    window.commands.links.open(link("d", Span(0, 4), "gone"))
    assert opened(window) == "d"
    assert [each.kind for each in notices] == ["warning"]


def test_rubbish_is_told(window: Window, notices: list[Notice]) -> None:
    for address in (
        "briefreader://open",
        "https://example.org",
        "briefreader:////",
        "briefreader://x?document=a",
    ):
        window.commands.links.open(address)
    assert [each.kind for each in notices] == ["error"] * 4


def test_an_article_of_another_workspace_opens_that(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other.briefreader"
    with open_workspace(other) as workspace:
        workspace.store.add([Analysis(article("far", "From afar"), ())], "test/1")
    remember_recent(other)
    window.commands.links.open(link("far"))
    qtbot.waitUntil(lambda: window.corpus.jobs.path == other.resolve())
    assert opened(window) == "far"


def test_an_article_that_nobody_has_is_told(window: Window, notices: list[Notice], qtbot: QtBot) -> None:
    window.commands.links.open(link("nowhere"))
    qtbot.waitUntil(lambda: bool(notices))
    assert [each.kind for each in notices] == ["warning"]


def test_another_window_that_has_it_is_asked(
    window: Window, notices: list[Notice], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    other = tmp_path / "other.briefreader"
    with open_workspace(other) as workspace:
        workspace.store.add([Analysis(article("far", "From afar"), ())], "test/1")
    remember_recent(other)
    asked: list[Mapping[str, Any]] = []

    def ask(_path: Path, words: Mapping[str, Any]) -> bool:
        asked.append(words)
        return True

    monkeypatch.setattr(link_commands, "ask", ask)
    window.commands.links.open(link("far"))
    qtbot.waitUntil(lambda: bool(notices))
    assert asked == [{"do": "open", "link": link("far")}]
    window.open_workspace(other)
    window.corpus.jobs.drain()
    assert window.corpus.jobs.path != other.resolve()
    assert len(notices) == 2


def test_other_starts_are_served(window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    brought: list[list[Path]] = []
    monkeypatch.setattr(window.bringing, "bring", brought.append)
    links = window.commands.links
    there, not_there, files = (
        Asked(do="open", link=link("e")),
        Asked(do="open", link=link("x")),
        Asked(do="bring", paths=[str(tmp_path / "f.txt"), 7]),
    )
    for request in (there, not_there, files, Asked(do="open", link="rubbish")):
        links._asked(request)  # type: ignore[arg-type]
    assert opened(window) == "e"
    assert (there.taken, not_there.taken, files.taken) == (True, False, True)
    assert brought == [[tmp_path / "f.txt"]]


def test_a_web_address_is_shown_before_it_is_opened(
    window: Window, notices: list[Notice], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_urls: list[str] = []
    monkeypatch.setattr(
        "briefreader.ui.dialogs.web.QDesktopServices.openUrl", lambda url: opened_urls.append(url.toString())
    )
    text = "Read https://example.org/<b>x now.\nOr not."
    with_address = article("w", "W", text=text)
    window.corpus.jobs.call(
        lambda workspace: workspace.store.add([Analysis(with_address, ())], "test/1"),
        done=window.corpus.imported,
    )
    window.corpus.jobs.drain()
    window.corpus.open_document("w")
    window.corpus.jobs.drain()
    window.reader.text.put_caret(8)
    for button in (QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Open):
        window.commands.links.open_web()
        box = window.findChild(QMessageBox)
        assert box.informativeText() == "https://example.org/"
        assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
        box.button(button).click()
        QCoreApplication.sendPostedEvents(box, QEvent.Type.DeferredDelete)
    assert opened_urls == ["https://example.org/"]
    window.reader.text.put_caret(len(text) - 2)
    window.commands.links.open_web()
    assert len(notices) == 1
