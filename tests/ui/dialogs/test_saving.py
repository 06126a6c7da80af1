"""Asking where to write: a name is there, the ending is put on, and nothing is replaced unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs.saving import ask_file, ask_folder, file_name, say_saved


@pytest.fixture
def asked(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def question(parent: QWidget) -> tuple[QFileDialog, QLineEdit]:
    dialog = parent.findChild(QFileDialog)
    return dialog, dialog.findChild(QLineEdit)


def answer(qtbot: QtBot, parent: QWidget, name: str | Path) -> None:
    """Put a name in place of the one suggested, and press Enter."""
    _dialog, field = question(parent)
    field.setText(str(name))
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_name_and_the_kind_of_file_are_suggested(asked: QWidget) -> None:
    ask_file(asked, "Save it", "Trade: 2025/26", "Web page", ".html", lambda _path: None)
    dialog, field = question(asked)
    assert dialog.windowTitle() == "Save it"
    assert Path(field.text()).name == "Trade 202526.html"
    assert dialog.nameFilters() == ["Web page (*.html)"]
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "suffix", "written"),
    [
        ("brief", ".pdf", "brief.pdf"),
        ("brief.pdf", ".pdf", "brief.pdf"),
        ("BRIEF.PDF", ".pdf", "BRIEF.PDF"),
        ("brief v1.2", ".pdf", "brief v1.2.pdf"),
        ("brief.docx", ".pdf", "brief.docx.pdf"),
        ("sources", ".csl.json", "sources.csl.json"),
    ],
)
def test_the_file_has_the_ending_of_its_format(
    typed: str, suffix: str, written: str, asked: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    got: list[Path] = []
    ask_file(asked, "Save", "x", "File", suffix, got.append)
    answer(qtbot, asked, tmp_path / typed)
    assert got == [tmp_path / written]


@pytest.mark.parametrize(("pressed", "goes_on"), [("Replace", True), ("Cancel", False)])
def test_a_file_is_replaced_only_if_that_was_wanted(
    pressed: str, goes_on: bool, asked: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    there = tmp_path / "brief v1.2.pdf"
    there.write_text("mine")
    got: list[Path] = []
    ask_file(asked, "Save", "x", "PDF", ".pdf", got.append)
    answer(qtbot, asked, tmp_path / "brief v1.2")
    box = next(each for each in asked.findChildren(QMessageBox) if each.windowTitle() == "Save")
    assert got == [] and there.name in box.informativeText()
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    next(each for each in box.buttons() if each.text().replace("&", "") == pressed).click()
    assert got == ([there] if goes_on else [])


def test_the_file_dialog_itself_asks_about_a_file_that_is_there(
    asked: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "brief.pdf").write_text("mine")
    got: list[Path] = []
    ask_file(asked, "Save", "x", "PDF", ".pdf", got.append)
    dialog, _field = question(asked)
    said: list[str] = []

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            box.reject()

    QTimer.singleShot(0, refuse)
    answer(qtbot, asked, tmp_path / "brief")
    assert len(said) == 1 and "brief.pdf" in said[0]
    assert got == [] and dialog.isVisible()
    dialog.reject()


def test_a_folder_is_asked_for(asked: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    got: list[Path] = []
    ask_folder(asked, "Save", got.append)
    dialog, _field = question(asked)
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    answer(qtbot, asked, tmp_path)
    assert got == [tmp_path]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Trade  2025/26: what next?", "Trade 202526 what next"),
        ("Việt Nam – Беларусь", "Việt Nam – Беларусь"),
        ("../..", "Untitled"),
        ("a" * 300, "a" * 80),
    ],
)
def test_words_become_a_name_that_every_system_takes(words: str, name: str) -> None:
    assert file_name(words) == name


def test_it_is_said_where_a_file_went(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Notice] = []
    opened: list[str] = []
    corpus.notice.connect(told.append)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    path = tmp_path / "brief.pdf"
    path.write_text("x")
    say_saved(corpus, path, ["“x” cannot be shown."])
    say_saved(corpus, path, folder=True)
    assert told[0].text == f"Saved as {path}. “x” cannot be shown."
    for each in told:
        each.act()
    assert opened == [str(path), str(tmp_path)]
