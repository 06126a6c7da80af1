"""The history of a briefing's exports."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from briefreader.domain.outline import Exported
from briefreader.ui.corpus import Corpus
from briefreader.ui.dialogs.exports import ExportsDialog
from ui.briefs import briefing


def test_exports_are_listed_and_opened(
    corpus: Corpus, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = briefing()
    corpus.briefings.take(made)
    there = tmp_path / "there.pdf"
    there.write_bytes(b"x")
    for n, path in enumerate((tmp_path / "gone.pdf", there)):
        when = f"2026-11-2{n}T08:00:00+00:00"
        kept = Exported(str(n), made.id, when, str(path), "pdf")
        corpus.jobs.call(lambda workspace, kept=kept: workspace.store.keep_export(kept))
    dialog = ExportsDialog(corpus, made)
    qtbot.addWidget(dialog)
    corpus.jobs.drain()
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    cells = [[dialog.table.item(row, n).text() for n in range(3)] for row in range(2)]  # type: ignore[union-attr]
    assert [row[1] for row in cells] == ["PDF", "PDF"]
    assert (cells[0][2], "no longer there" in cells[1][2]) == (str(there), True)
    dialog.open_chosen()
    dialog.open_folder()
    assert opened == [str(there), str(tmp_path)]
    dialog.table.selectRow(1)
    assert not dialog.open_button.isEnabled()


def test_without_exports_it_says_so(corpus: Corpus, qtbot: QtBot) -> None:
    made = briefing()
    dialog = ExportsDialog(corpus, made)
    qtbot.addWidget(dialog)
    dialog.show()
    corpus.jobs.drain()
    assert dialog._says.isVisible() and not dialog.open_button.isEnabled()
