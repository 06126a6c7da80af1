"""Work in the background: the one door to it, so that the window never waits."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Signal

from briefreader.domain.errors import Cancelled
from briefreader.library.workspace import Workspace, open_workspace

Task = Callable[..., Any]


class Job(QObject):
    """Work under way: emits exactly one of done, failed, cancelled, in the window's thread."""

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    progress = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next step."""
        self._stop.set()

    def report(self, done: int, total: int, note: str = "") -> None:
        """Tell how far the work is: called by the work itself. Raises Cancelled if it is to stop."""
        if self._stop.is_set():
            raise Cancelled
        self.progress.emit(done, total, note)

    def finish(self, future: Future[Any]) -> None:
        """Say what became of the work: called once, in the window's thread."""
        if future.cancelled():
            self.cancelled.emit()
            return
        error = future.exception()
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(future.result())


class Jobs(QObject):
    """Runs short tasks in the thread that owns the workspace, and long ones in threads of their own.

    A task is called with the workspace first; a long one gets a workspace that it alone uses, and a
    ``progress`` callable that raises Cancelled when the user asks to stop.
    """

    failed = Signal(object)
    _settled = Signal(object, object)
    """A job and its future that is done: emitted by the thread that did the work, and taken by the window's.

    A signal of the job itself would not do: the window may have taken it, and deleted the job, before the
    other thread has returned from emitting it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Queued even when the work is done before it is followed: done must not come while the call is made.
        self._settled.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="workspace")
        self._workspace: Workspace | None = None
        self._path: Path | None = None
        self._folder = ""
        self._pending: set[Job] = set()
        self._closed = False
        self._may_open = threading.Event()  # cleared while nobody is to have the workspace open
        self._may_open.set()
        self._epoch = 0  # which workspace the window shows, and which one the thread serves
        self._serving = 0

    @property
    def path(self) -> Path | None:
        """Return the file of the open workspace."""
        return self._path

    @property
    def busy(self) -> bool:
        """Tell whether work is under way."""
        return bool(self._pending)

    def open(
        self, path: Path, folder: str, done: Callable[[Any], None], before: Callable[[], object] | None = None
    ) -> Job:
        """Open a workspace; ``done`` is given its path. If that fails, the one that is open stays.

        What is called until then is for the old workspace, and is given up if it comes too late. ``before``
        is done while no workspace is open here: long work is asked to stop for it, and none begins.
        """
        if before is not None and not self._closed:
            self._may_open.clear()
            for job in tuple(self._pending):
                job.cancel()

        def task() -> Path:
            if before is not None:
                try:
                    self._without_workspace(before)
                finally:
                    self._may_open.set()
            fresh = open_workspace(path, folder)
            if self._workspace is not None:
                self._workspace.close()
            self._workspace = fresh
            self._serving += 1
            return path

        def opened(path: Path) -> None:
            self._path, self._folder = path, folder
            self._epoch += 1
            done(path)

        return self._follow(_ended() if self._closed else self._thread.submit(task), opened, None)

    def _without_workspace(self, before: Callable[[], object]) -> None:
        """Do something while the workspace is closed; it is open again if that fails."""
        open_now = self._workspace
        if open_now is None:
            before()
            return
        open_now.close()
        try:
            before()
        finally:
            self._workspace = open_workspace(open_now.path)

    def call(
        self, task: Task, *args: Any, done: Callable[[Any], None] | None = None,
        failed: Callable[[Any], None] | None = None,
    ) -> Job:  # fmt: skip
        """Run ``task(workspace, *args)`` in the workspace's thread, after what was called before."""
        epoch = self._epoch

        def work() -> Any:
            if self._workspace is None or epoch != self._serving:
                raise Cancelled
            return task(self._workspace, *args)

        return self._follow(_ended() if self._closed else self._thread.submit(work), done, failed)

    def run(
        self, task: Task, *args: Any, done: Callable[[Any], None] | None = None,
        failed: Callable[[Any], None] | None = None,
    ) -> Job:  # fmt: skip
        """Run ``task(workspace, *args, progress=…)`` in a thread and with a workspace of its own."""
        if self._closed:
            return self._follow(_ended(), done, failed)
        job = Job(self)
        path, folder = self._path, self._folder
        assert path is not None, "no workspace is open"
        future: Future[Any] = Future()

        def work() -> None:
            workspace: Workspace | None = None
            try:
                self._may_open.wait()
                workspace = open_workspace(path, folder)
                result = task(workspace, *args, progress=job.report)
            except BaseException as error:  # noqa: BLE001 - it crosses to the window, which reports it
                future.set_exception(error)
            else:
                future.set_result(result)
            finally:
                if workspace is not None:
                    workspace.close()

        self._follow(future, done, failed, job)
        threading.Thread(target=work, name="job", daemon=True).start()
        return job

    def drain(self, milliseconds: int = 60_000) -> None:
        """Wait until nothing is under way, events being handled meanwhile: for tests and for closing."""
        limit = QTimer()
        limit.setSingleShot(True)
        limit.start(milliseconds)
        while self._pending and limit.isActive():
            # Asleep until something happens: going round and round would keep the work from its turn.
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def close(self) -> None:
        """Cancel what can be cancelled, finish what was called, and let go of the workspace."""
        if self._closed:
            return
        self._closed = True
        for job in tuple(self._pending):
            job.cancel()

        def task() -> None:
            if self._workspace is not None:
                self._workspace.close()
                self._workspace = None

        self._thread.submit(task)
        self._thread.shutdown(wait=True)

    def _follow(
        self, future: Future[Any], done: Callable[[Any], None] | None, failed: Callable[[Any], None] | None,
        job: Job | None = None,
    ) -> Job:  # fmt: skip
        job = job or Job(self)
        self._pending.add(job)
        if done is not None:
            job.done.connect(done)
        job.failed.connect(failed if failed is not None else self.failed.emit)
        for signal in (job.done, job.failed, job.cancelled):
            signal.connect(lambda *_: self._settle(job))
        future.add_done_callback(lambda done: self._settled.emit(job, done))
        return job

    def _finish(self, job: Job, future: Future[Any]) -> None:
        job.finish(future)

    def _settle(self, job: Job) -> None:
        self._pending.discard(job)
        # With a job goes what is connected to it, and that may be the last to hold these Jobs. They must
        # not take the job with them then, as their child: it would be deleted while it is being deleted.
        job.setParent(QCoreApplication.instance())
        job.deleteLater()


def _ended() -> Future[Any]:
    """Return work that was given up before it began."""
    future: Future[Any] = Future()
    future.cancel()
    future.set_running_or_notify_cancel()
    return future
