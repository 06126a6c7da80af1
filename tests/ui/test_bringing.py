"""Bringing articles in: one import after the other, and Cancel."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefreader.domain.annotation import Edit, Status
from briefreader.domain.errors import Cancelled, WorkspaceError
from briefreader.domain.fact import Analysis
from briefreader.domain.text import Span
from briefreader.engine.inline import InlineEngine
from briefreader.library import annotating, importing
from briefreader.library.succeeding import Carried, Succession
from briefreader.library.workspace import Workspace, open_workspace
from briefreader.ui.bringing import Bringing, name_carrying, say_succeeded
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.theme import Theme
from briefreader.ui.views.notices import Activity
from ui.articles import ARTICLES


@pytest.fixture
def bringing(corpus: Corpus, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Bringing:
    monkeypatch.setattr("briefreader.engine.open_engine", lambda *_given: InlineEngine())
    window = QWidget()
    qtbot.addWidget(window)
    made = Bringing(corpus, Activity(theme, window), 0, window)
    made.window = window  # type: ignore[attr-defined]
    made.told = []  # type: ignore[attr-defined]
    corpus.notice.connect(lambda notice: made.told.append(notice.text))  # type: ignore[attr-defined]
    return made


def articles(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(
            f"date 2025-12-0{number + 1} The minister met guests for talk {number}.\n", encoding="utf-8"
        )
    return paths


def test_a_second_import_waits_for_the_first(bringing: Bringing, corpus: Corpus, tmp_path: Path) -> None:
    one, two = articles(tmp_path, 2)
    bringing.bring([one])
    bringing.bring([two])
    corpus.jobs.drain(60_000)
    assert bringing.told == ["1 article imported.", "1 article imported."]
    assert len(corpus.listing.ids) == 2


def test_looking_again_says_nothing_if_nothing_is_new(
    bringing: Bringing, corpus: Corpus, tmp_path: Path
) -> None:
    articles(tmp_path, 2)
    bringing.bring([tmp_path], quietly=True)
    corpus.jobs.drain(60_000)
    bringing.bring([tmp_path], quietly=True)
    corpus.jobs.drain(60_000)
    assert bringing.told == ["2 articles imported."]


def test_cancel_keeps_what_was_done(bringing: Bringing, corpus: Corpus, tmp_path: Path) -> None:
    articles(tmp_path, 5)
    bringing.bring([tmp_path])
    bringing._activity.cancel()
    corpus.jobs.drain(60_000)
    assert bringing.told == ["Stopped. What had been read is kept."]
    assert not bringing._activity.busy


def test_an_empty_folder_is_said(bringing: Bringing, corpus: Corpus, tmp_path: Path) -> None:
    bringing.bring([tmp_path])
    corpus.jobs.drain(60_000)
    assert bringing.told == ["There are no articles to read there."]


def test_what_waits_is_not_brought_into_another_workspace(
    bringing: Bringing, corpus: Corpus, tmp_path: Path
) -> None:
    one, two = articles(tmp_path, 2)
    bringing.bring([one])
    bringing.bring([two])
    corpus.open_workspace(tmp_path / "other.briefreader")
    corpus.jobs.drain(60_000)
    assert corpus.jobs.path == tmp_path / "other.briefreader"
    assert corpus.listing.ids == ()


def test_an_import_counts_even_if_the_index_fails(
    bringing: Bringing, corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise WorkspaceError("The search index cannot be written.")

    monkeypatch.setattr(Workspace, "refresh_index", fail)
    bringing.bring(articles(tmp_path, 2))
    corpus.jobs.drain(60_000)
    assert bringing.told == ["2 articles imported.", "The search index cannot be written."]
    assert len(corpus.listing.ids) == 2


def test_links_that_are_left_alone_are_said(bringing: Bringing, corpus: Corpus, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    articles(folder, 1)
    (tmp_path / "outside.txt").write_text("Words.", encoding="utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    bringing.bring([folder])
    corpus.jobs.drain(60_000)
    assert bringing.told == ["1 article imported. 1 file was left alone: .txt 1."]


def test_what_an_earlier_version_analysed_is_analysed_again(
    bringing: Bringing, corpus: Corpus, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "old.briefreader"
    with open_workspace(path) as workspace:
        workspace.store.add([Analysis(document) for document in ARTICLES[:2]], "claim/0")
    corpus.surveys.want()
    corpus.open_workspace(path)
    with qtbot.waitSignal(corpus.surveyed, timeout=60_000):
        corpus.jobs.drain(60_000)
    assert bringing.told == ["2 articles were analysed again: this version finds more in them."]
    assert corpus.survey is not None
    assert len(corpus.survey.sources) == 2


def test_the_sources_are_compared_only_when_all_have_been_analysed_again(
    bringing: Bringing, corpus: Corpus, tmp_path: Path
) -> None:
    path = tmp_path / "old.briefreader"
    with open_workspace(path) as workspace:
        workspace.store.add([Analysis(document) for document in ARTICLES[:2]], "claim/0")
    notices: list[Notice] = []
    corpus.notice.connect(notices.append)
    corpus.surveys.want()
    corpus.open_workspace(path)
    while not bringing._activity.busy:
        QApplication.processEvents()
    bringing._activity.cancel()
    corpus.jobs.drain(60_000)
    assert "Stopped" in notices[-1].text
    assert notices[-1].act is not None
    corpus.surveys.look_over()
    assert not corpus.jobs.busy
    assert "analysed again" in corpus.surveys.say("Comparing …")
    notices[-1].act()
    corpus.jobs.drain(60_000)
    assert "analysed again" in notices[-1].text


def test_what_became_of_marks_in_changed_articles_is_said_and_shown(
    bringing: Bringing, corpus: Corpus, tmp_path: Path
) -> None:
    (path,) = articles(tmp_path, 1)
    text = path.read_text()
    whole = (
        f"{text}\n\nA second paragraph tells of the harbour and its new cranes.\n\nA third one is about rain."
    )
    path.write_text(whole)
    bringing.bring([path])
    corpus.jobs.drain(60_000)
    (id,) = corpus.listing.ids
    corpus.open_document(id)
    corpus.jobs.drain()
    opened = corpus.opened
    assert opened is not None
    for said in ("harbour and its new cranes", "about rain"):
        start = opened.document.text.index(said)
        span = Span(start, start + len(said))
        corpus.apply([annotating.annotate(opened.document, None, span, "now", starred=True)], "star")
    corpus.jobs.drain()
    path.write_text(whole.replace("new cranes", "two cranes").replace("A third one is about rain.", ""))
    shown: list[bool] = []
    bringing.show_marks = lambda: shown.append(True)
    notices: list[Notice] = []
    corpus.notice.connect(notices.append)
    bringing.bring([path])
    corpus.jobs.drain(60_000)
    assert bringing.told[-1] == (
        "1 article has changed. 1 mark was found again. 1 needs a look. 1 is unplaced."
    )
    assert corpus.opened is not None
    assert corpus.opened.document.id == corpus.listing.ids[0] != id
    assert notices[-1].act is not None
    notices[-1].act()
    assert shown == [True]


def changed_article(corpus: Corpus, bringing: Bringing, folder: Path) -> tuple[Path, str]:
    """Bring in an article, star a passage of it, and change the file."""
    (path,) = articles(folder, 1)
    whole = f"{path.read_text()}\n\nA second paragraph tells of the harbour and its new cranes.\n"
    path.write_text(whole)
    bringing.bring([path])
    corpus.jobs.drain(60_000)
    (id,) = corpus.listing.ids
    corpus.open_document(id)
    corpus.jobs.drain()
    assert corpus.opened is not None
    start = corpus.opened.document.text.index("harbour")
    span = Span(start, start + 7)
    corpus.apply([annotating.annotate(corpus.opened.document, None, span, "now", starred=True)], "star")
    corpus.jobs.drain()
    path.write_text(f"{whole}\nA third one is about rain.\n")
    return path, id


def test_carrying_marks_over_is_a_step_of_the_history(
    bringing: Bringing, corpus: Corpus, tmp_path: Path
) -> None:
    path, old = changed_article(corpus, bringing, tmp_path)
    bringing.bring([path])
    corpus.jobs.drain(60_000)
    (new,) = corpus.listing.ids
    assert corpus.history.undoText() == "carrying the marks of “The minister met guests for talk 0” over"
    corpus.history.undo()
    corpus.jobs.drain(60_000)
    assert set(corpus.listing.ids) == {old, new}
    assert "Undone: carrying the marks of" in bringing.told[-1]
    assert corpus.opened is not None
    assert corpus.opened.annotations == ()
    corpus.open_document(old)
    corpus.jobs.drain(60_000)
    assert [each.exact for each in corpus.opened.annotations] == ["harbour"]
    corpus.history.redo()
    corpus.jobs.drain(60_000)
    assert corpus.listing.ids == (new,)
    assert corpus.opened.document.id == new
    assert [each.exact for each in corpus.opened.annotations] == ["harbour"]
    corpus.history.undo()
    corpus.history.undo()
    corpus.jobs.drain(60_000)
    assert corpus.history.index() == 0
    corpus.open_document(old)
    corpus.jobs.drain(60_000)
    assert corpus.opened.annotations == ()


def test_what_was_carried_over_before_cancel_can_be_taken_back(
    bringing: Bringing, corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _old = changed_article(corpus, bringing, tmp_path)
    real = importing.import_paths

    def then_stopped(*given: object) -> None:
        real(*given)  # type: ignore[arg-type]
        raise Cancelled

    monkeypatch.setattr(importing, "import_paths", then_stopped)
    bringing.bring([path])
    corpus.jobs.drain(60_000)
    assert bringing.told[-1] == "Stopped. What had been read is kept."
    assert corpus.history.undoText().startswith("carrying the marks of")


def test_steps_are_named_by_how_many_articles_they_changed() -> None:
    def carried(*titles: str) -> Carried:
        told = tuple(Succession("old", "new", title) for title in titles)
        return Carried(told, (Edit(None, Status("new", starred=True)),), (), ())

    assert name_carrying([carried("Rain")]) == "carrying the marks of “Rain” over"
    assert name_carrying([carried("a " * 40)]) == f"carrying the marks of “{'a ' * 19}a…” over"
    assert name_carrying([carried("Rain"), carried("Sun", "Snow")]) == "carrying the marks of 3 articles over"
    assert name_carrying([Carried((), (), (), ())]) == ""


def test_an_article_read_anew_is_not_said_to_have_changed() -> None:
    said = say_succeeded([Succession("", "new", "Rain", 2, 1, 1), Succession("old", "other", "Sun", 1, 0, 0)])
    assert said == [
        "1 article has changed.", "1 article was read anew.", "3 marks were found again.", "1 needs a look.",
        "1 is unplaced.",
    ]  # fmt: skip
