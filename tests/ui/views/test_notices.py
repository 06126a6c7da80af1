"""Notices and the progress of long work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from briefreader.ui.corpus import Notice
from briefreader.ui.jobs import Job
from briefreader.ui.theme import Theme
from briefreader.ui.views.notices import Activity, Looking, NoticeBar


def test_a_notice_is_plain_text_within_the_window(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 400)
    window.show()
    bar = NoticeBar(theme, window)
    assert bar.text() == ""
    bar.show_notice(Notice("<img src='x'> " + "a long sentence " * 12, "error"))
    assert bar.text().startswith("<img")
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in bar.findChildren(QLabel) if label.text()
    )
    assert window.rect().contains(bar.geometry())
    assert not bar._timer.isActive()
    bar.show_notice(Notice("Saved."))
    assert bar._timer.isActive()


def test_a_notice_keeps_to_the_part_of_the_window_that_it_is_over(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 500)
    part = QWidget(window)
    part.setGeometry(500, 0, 400, 460)
    window.show()
    bar = NoticeBar(theme, window, part)
    bar.show_notice(Notice("a long sentence " * 12))
    assert part.geometry().contains(bar.geometry())


def test_a_notice_can_offer_something_to_do(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    bar = NoticeBar(theme, window)
    done: list[bool] = []
    bar.show_notice(Notice("Saved.", "info", "Open", lambda: done.append(True)))
    bar._act.click()
    assert done == [True]
    assert not bar.isVisible()


def test_progress_is_shown_until_the_work_ends(theme: Theme, qtbot: QtBot) -> None:
    activity = Activity(theme)
    qtbot.addWidget(activity)
    job = Job()
    activity.follow(job, "Reading …")
    assert activity.busy
    job.progress.emit(3, 10, "three.txt")
    assert (activity._bar.value(), activity._bar.maximum()) == (3, 10)
    assert "three.txt" in activity._text.text()
    activity._stop.click()
    assert job._stop.is_set()
    job.cancelled.emit()
    assert not activity.busy


def test_the_comparing_of_sources_is_said_until_it_ends(qtbot: QtBot) -> None:
    looking = Looking()
    qtbot.addWidget(looking)
    earlier, later = Job(), Job()
    looking.follow(earlier)
    looking.follow(later)
    earlier.cancelled.emit()
    assert looking.isVisible()
    later.done.emit(None)
    assert not looking.isVisible()
