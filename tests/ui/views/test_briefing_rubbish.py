"""Whatever is pasted into the fields of a briefing is kept as words and printed as words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot

from briefreader.domain.outline import CITED, Outline
from briefreader.engine import open_engine
from briefreader.library import outlining
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus
from briefreader.ui.models.outline import HEAD, SOURCES
from briefreader.ui.theme import Theme
from briefreader.ui.views.briefing import BriefingView
from briefreader.ui.views.briefing_preview import BriefingPreview, Pages, make_pages
from ui.articles import Fill
from ui.briefs import briefing, quote, sentence, shown_view

MARKUP = "#eval(1) $x_1$ *b* _i_ @ref <b>&amp;</b> <script>x</script> ]{}` \\u{41} =cmd|x!A1"
BIDI = "a\u202eb\u2066c\u200fd\u2069e"
SAID = f"{MARKUP} {BIDI}"


@pytest.fixture
def view(
    corpus: Corpus, fill: Fill, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> BriefingView:
    monkeypatch.setattr(corpus.surveys, "want", lambda: None)
    monkeypatch.setattr(BriefingPreview, "_render", lambda _self: None)
    fill()
    return shown_view(corpus, theme, qtbot, briefing(quote(), sentence(""), outlining.line("judgement")))


def pasted(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def pages(corpus: Corpus, outline: Outline) -> Pages:
    made: list[Pages] = []

    def task(workspace: Workspace) -> Pages:
        return make_pages(workspace, open_engine(0), outline, None, {}, lambda *_: None)

    corpus.jobs.call(task, done=made.append)
    corpus.jobs.drain()
    return made[0]


def test_markup_and_controls_are_words_in_every_field(view: BriefingView, corpus: Corpus) -> None:
    def now() -> Outline:
        assert corpus.briefings.now is not None
        return corpus.briefings.now

    view.show_rows([HEAD])
    for name in ("title", "to", "author"):
        view.head.fields[name].selectAll()
        view.head.fields[name].insert(SAID)
        view.head.fields[name].textEdited.emit(view.head.fields[name].text())
    view.head.boxes["label"].lineEdit().textEdited.emit(SAID)
    for _part, line in now().lines():
        view.show_rows([line.id])
        card = view.text.cards[line.id]
        card.field.insertFromMimeData(pasted(f"{SAID} {CITED}\ud800"))
        if card.basis is not None:
            card.basis.insert(SAID)
            card.basis.textEdited.emit(card.basis.text())
    view.show_rows([now().parts[0].id])
    view.text.title.setText(SAID)
    view.text.title.editingFinished.emit()
    view.show_rows([SOURCES])
    corpus.jobs.drain()
    words = next(iter(view.sources.rows.values()))[2]
    words.insert(SAID)
    words.textEdited.emit(words.text())
    corpus.jobs.drain()
    outline = now()
    assert (outline.title, outline.to, outline.author, outline.label) == (SAID,) * 4
    assert [each.descriptor for each in outline.grades.values()] == [SAID]
    assert all(line.text.startswith(SAID) and CITED not in line.text for _part, line in outline.lines())
    assert pages(corpus, outline).pdf.startswith(b"%PDF")


def test_a_very_long_text_is_kept(view: BriefingView, corpus: Corpus) -> None:
    assert corpus.briefings.now is not None
    line = next(line for _part, line in corpus.briefings.now.lines() if line.kind == "text")
    view.show_rows([line.id])
    long = "Trade grew again. " * 5600
    view.text.cards[line.id].field.insertFromMimeData(pasted(long))
    corpus.jobs.drain()
    kept = corpus.briefings.now.line(line.id)
    assert kept is not None and kept.text == long
    assert len(view.tree.outline.row(view.tree.currentIndex()).words) < 1000
