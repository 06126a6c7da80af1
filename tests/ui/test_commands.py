"""Commands that no panel has by itself."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from briefreader.settings import Settings
from briefreader.ui.corpus import Corpus
from briefreader.ui.theme import Theme
from briefreader.ui.window import Window


def test_marks_can_be_switched_off_by_sort(window: Window) -> None:
    window.action("mark_facts").setChecked(False)
    assert window.reader.kinds == {"quote", "own"}
    window.action("mark_quotes").setChecked(False)
    assert window.reader.kinds == {"own"}


def test_text_size_stays_within_its_limits(window: Window) -> None:
    for _step in range(20):
        window.commands.resize_text(1)
    assert window.settings.text_size == 32
    for _step in range(24):
        window.commands.resize_text(-1)
    assert window.settings.text_size == 12


def test_without_articles_there_is_nothing_to_export(corpus: Corpus, theme: Theme, qtbot: QtBot) -> None:
    empty = Window(corpus, theme, Settings())
    qtbot.addWidget(empty)
    corpus.jobs.drain()
    told: list[str] = []
    corpus.notice.connect(lambda notice: told.append(notice.text))
    empty.commands.briefing.export()
    assert told == ["There is nothing to export yet: import articles first."]


def test_reading_on_among_the_unread_goes_down_the_list_as_it_is_seen(window: Window) -> None:
    corpus, jobs = window.corpus, window.corpus.jobs
    corpus.filter(shelf="unread")
    jobs.drain()
    ids = window.documents.table.documents.ids
    corpus.open_document(ids[2])
    jobs.drain()
    window.mark_read()
    jobs.drain()
    assert ids[2] not in corpus.listing.ids
    assert window.documents.table.documents.ids == ids  # it stays while it is read
    seen = []
    for _step in range(4):
        window.commands.read_on()
        jobs.drain()
        assert corpus.opened is not None
        seen.append(corpus.opened.document.id)
    assert seen == [ids[3], ids[4], ids[0], ids[1]]
    assert window.documents.table.documents.ids == ids
    corpus.filter(shelf="all")
    jobs.drain()
    corpus.filter(shelf="unread")
    jobs.drain()
    assert window.documents.table.documents.ids == (ids[1],)
