"""Work in the background: exactly one end, in the window's thread."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from briefreader.domain.errors import BriefreaderError
from briefreader.library.workspace import Workspace
from briefreader.store import is_alone
from briefreader.ui.corpus import Corpus

Progress = Callable[[int, int, str], None]


def test_short_work_is_done_in_order_in_one_thread(corpus: Corpus) -> None:
    threads: list[int] = []
    heard: list[int] = []

    def task(_workspace: Workspace, number: int) -> int:
        threads.append(threading.get_ident())
        return number

    for number in range(5):
        corpus.jobs.call(task, number, done=heard.append)
    corpus.jobs.drain()
    assert heard == [0, 1, 2, 3, 4]
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()


def test_a_failure_reaches_who_asked(corpus: Corpus) -> None:
    heard: list[BaseException] = []

    def task(_workspace: Workspace) -> None:
        raise BriefreaderError("No.")

    corpus.jobs.call(task, failed=heard.append)
    corpus.jobs.drain()
    assert [str(error) for error in heard] == ["No."]


def test_long_work_has_a_workspace_of_its_own_and_tells_how_far_it_is(corpus: Corpus) -> None:
    told: list[tuple[int, int, str]] = []
    heard: list[object] = []
    listened_to = threading.Event()

    def task(workspace: Workspace, progress: Progress) -> str:
        assert listened_to.wait(10)
        for number in range(3):
            progress(number, 3, "step")
        return workspace.store.workspace

    job = corpus.jobs.run(task, done=heard.append)
    job.progress.connect(lambda done, total, note: told.append((done, total, note)))
    listened_to.set()
    corpus.jobs.drain()
    assert told == [(0, 3, "step"), (1, 3, "step"), (2, 3, "step")]
    assert len(heard) == 1


def test_cancelling_ends_long_work_at_its_next_step(corpus: Corpus) -> None:
    begun, go_on = threading.Event(), threading.Event()
    heard: list[str] = []

    def task(_workspace: Workspace, progress: Progress) -> None:
        begun.set()
        go_on.wait(20)
        progress(1, 2, "")

    job = corpus.jobs.run(
        task, done=lambda _value: heard.append("done"), failed=lambda _e: heard.append("failed")
    )
    job.cancelled.connect(lambda: heard.append("cancelled"))
    assert begun.wait(20)
    job.cancel()
    go_on.set()
    corpus.jobs.drain()
    assert heard == ["cancelled"]


def test_a_void_call_does_not_use_up_none(corpus: Corpus, qtbot) -> None:  # type: ignore[no-untyped-def]
    """PySide6 6.12.0 loses a reference to None in each void call below Python 3.12, and then aborts."""
    import sys

    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(20_000):
        label.setNum(number)
    assert sys.getrefcount(None) - before > -1_000


@pytest.mark.parametrize("way", ["call", "run"])
def test_work_after_the_end_is_given_up_without_a_word(corpus: Corpus, way: str) -> None:
    heard: list[str] = []
    corpus.jobs.close()
    job = getattr(corpus.jobs, way)(lambda *_, **_named: 1, done=lambda _value: heard.append("done"))
    job.cancelled.connect(lambda: heard.append("cancelled"))
    corpus.jobs.drain()
    assert heard == ["cancelled"]


def test_a_job_can_go_while_the_thread_that_did_its_work_still_tells_of_it(corpus: Corpus) -> None:
    """What tells of the end must outlive the job, which is deleted once the window has the result."""
    jobs = corpus.jobs
    taken: list[int] = []
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        for number in range(500):
            job = jobs.call(lambda _workspace, number: number, number, done=taken.append)
            assert not any(name.startswith("_settled") for name in vars(type(job)))
            while jobs.busy:
                QCoreApplication.sendPostedEvents()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    finally:
        sys.setswitchinterval(usual)
    assert taken == list(range(500))


_LAST_HELD_BY_A_JOB = """
from PySide6.QtCore import QCoreApplication, QEvent
from briefreader.ui.jobs import Jobs

app = QCoreApplication([])
jobs = Jobs()
jobs.close()
jobs.call(print)
gone = []
jobs.destroyed.connect(lambda: gone.append("jobs"))
del jobs
QCoreApplication.sendPostedEvents()
assert gone == []
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
assert gone == ["jobs"]
"""


def test_a_job_that_is_the_last_to_hold_all_jobs_is_deleted_once() -> None:
    """What was freed is overwritten, in a process of its own: to delete it again ends that process."""
    spoilt = os.environ | {"MALLOC_PERTURB_": "165"}
    ended = subprocess.run([sys.executable, "-c", _LAST_HELD_BY_A_JOB], env=spoilt, capture_output=True)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_nothing_is_open_while_something_is_done_to_the_file(corpus: Corpus) -> None:
    order: list[str] = []
    path = corpus.jobs.path
    assert path is not None
    begun, go_on = threading.Event(), threading.Event()

    def before() -> None:
        begun.set()
        assert go_on.wait(10)
        order.append(f"alone: {is_alone(path)}")

    def task(_workspace: Workspace, progress: Progress) -> None:
        order.append("long work")

    corpus.jobs.drain()
    corpus.jobs.open(path, "", lambda _path: order.append("open"), before)
    assert begun.wait(10)
    corpus.jobs.run(task)
    go_on.set()
    corpus.jobs.drain()
    assert order[0] == "alone: True"
    assert sorted(order[1:]) == ["long work", "open"]


def test_the_workspace_is_open_again_if_what_was_to_be_done_to_its_file_fails(corpus: Corpus) -> None:
    def before() -> None:
        raise BriefreaderError("No.")

    heard: list[object] = []
    path = corpus.jobs.path
    assert path is not None
    corpus.jobs.open(path, "", heard.append, before).failed.connect(lambda error: heard.append(str(error)))
    corpus.jobs.drain()
    corpus.jobs.call(lambda workspace: workspace.store.mark(), done=heard.append)
    corpus.jobs.run(lambda workspace, progress: "long work", done=heard.append)
    corpus.jobs.drain()
    assert heard[0] == "No."
    assert set(heard[1:]) == {0, "long work"}
