"""Exporting the briefing in hand: what is written, what is kept of it, and stopping it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefreader.domain.outline import Exported
from briefreader.engine import open_engine
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs.export_briefing import ExportBriefingDialog
from ui.articles import Fill
from ui.briefs import briefing, quote, sentence


@pytest.fixture
def dialog(corpus: Corpus, fill: Fill, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ExportBriefingDialog:
    fill()
    made = briefing(sentence(), quote(proposed=True))
    corpus.briefings.take(made)
    monkeypatch.setattr("briefreader.ui.dialogs.export_briefing.open_engine", lambda _jobs: open_engine(0))
    found = ExportBriefingDialog(corpus, made)
    qtbot.addWidget(found)
    found.show()
    return found


def exports(corpus: Corpus) -> list[Exported]:
    found: list[Exported] = []
    now = corpus.briefings.now
    assert now is not None
    corpus.jobs.call(lambda workspace: workspace.store.exports(now.id), done=found.extend)
    corpus.jobs.drain()
    return found


def test_the_file_is_written_and_the_export_kept(
    dialog: ExportBriefingDialog, corpus: Corpus, tmp_path: Path
) -> None:
    told: list[Notice] = []
    corpus.notice.connect(told.append)
    assert "1 proposal is not accepted yet" in dialog._says.text()
    dialog.template.setCurrentIndex(dialog.template.findData("note"))
    dialog.label.setCurrentText("TLP:GREEN")
    path = tmp_path / "brief.pdf"
    dialog.save(path)
    corpus.jobs.drain()
    (kept,) = exports(corpus)
    assert (kept.path, kept.format) == (str(path), "pdf")
    assert kept.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert kept.state and kept.manifest
    now = corpus.briefings.now
    assert now is not None and (now.template, now.label) == ("note", "TLP:GREEN")
    assert str(path) in told[-1].text and told[-1].action == "Open"
    assert not dialog.isVisible()


def test_a_place_that_takes_no_file_is_told(
    dialog: ExportBriefingDialog, corpus: Corpus, tmp_path: Path
) -> None:
    dialog.save(tmp_path / "no such folder" / "brief.pdf")
    corpus.jobs.drain()
    assert "does not exist" in dialog._says.text()
    assert dialog.isVisible() and exports(corpus) == []


def test_cancel_stops_the_work_and_then_closes(
    dialog: ExportBriefingDialog, corpus: Corpus, tmp_path: Path
) -> None:
    dialog.save(tmp_path / "brief.pdf")
    dialog._cancel.click()
    corpus.jobs.drain()
    assert exports(corpus) == [] and list(tmp_path.glob("*.pdf")) == []
    assert dialog.isVisible() and dialog._says.text() == "Nothing was written."
    dialog._cancel.click()
    assert not dialog.isVisible()
