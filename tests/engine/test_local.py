from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader import i18n
from briefreader.domain.errors import Cancelled
from briefreader.engine import local
from briefreader.engine.local import LocalEngine
from engine import tasks


@pytest.fixture
def engine() -> Iterator[LocalEngine]:
    opened = LocalEngine(2, seconds=30.0)
    yield opened
    opened.close()


def running(pid: int) -> bool:
    """Tell whether a process is there, other than as a dead one that nobody asked after."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except ProcessLookupError:
        return False
    except FileNotFoundError:  # it ended just now, or this system has no /proc
        return Path("/proc/self").exists() is False


def test_an_item_that_takes_too_long_is_stopped_and_the_others_go_on() -> None:
    engine = LocalEngine(1, seconds=1.0)
    outcomes = {outcome.item: outcome for outcome in engine.map(tasks.sleep_on_zero, [1, 0, 2])}
    engine.close()
    assert (outcomes[1].value, outcomes[2].value) == (1, 2)
    assert outcomes[0].error is not None
    assert outcomes[0].error.message == "“0” took longer than 1 second and was stopped."


def test_an_item_that_crashes_its_worker_is_told_and_the_others_go_on(engine: LocalEngine) -> None:
    outcomes = {
        outcome.item: outcome
        for outcome in engine.map(tasks.crash_on_zero, [*range(1, 9), 0, *range(10, 19)])
    }
    assert len(outcomes) == 18
    assert outcomes[0].error is not None
    assert outcomes[0].error.message == "“0” made the program that reads it crash."
    assert all(outcome.error is None for item, outcome in outcomes.items() if item)


def test_an_item_that_an_old_worker_failed_at_is_tried_in_a_new_one(tmp_path: Path) -> None:
    engine = LocalEngine(1)
    items = [(str(tmp_path), n) for n in range(5)]
    assert sorted(outcome.value or 0 for outcome in engine.map(tasks.crash_unless_fresh, items)) == [
        0,
        1,
        2,
        3,
        4,
    ]
    engine.close()


@pytest.mark.parametrize("task", [tasks.what_cannot_be_sent, tasks.raise_what_cannot_be_read])
def test_what_cannot_be_sent_back_is_a_fault(
    engine: LocalEngine, task: object, caplog: pytest.LogCaptureFixture
) -> None:
    [outcome] = engine.map(task, [1])  # type: ignore[arg-type]
    assert outcome.error is not None
    assert outcome.error.message == "“1” could not be processed because of a fault in Briefreader."
    assert "fault while processing 1" in caplog.text
    assert [each.value for each in engine.map(tasks.double, [4])] == [8]


def test_an_item_that_cannot_be_sent_is_a_fault(engine: LocalEngine) -> None:
    outcomes = list(engine.map(tasks.double, [1, lambda: 1, 2]))  # type: ignore[list-item]
    assert sorted(outcome.value for outcome in outcomes if outcome.value is not None) == [2, 4]
    assert [outcome.error is not None for outcome in outcomes].count(True) == 1


def test_what_tick_raises_ends_what_is_under_way(engine: LocalEngine, tmp_path: Path) -> None:
    place = tmp_path / "pid"

    def tick() -> None:
        if place.exists() and place.read_text():
            raise Cancelled

    with pytest.raises(Cancelled):
        list(engine.map(tasks.note_and_sleep, [place], tick))
    assert not running(int(place.read_text()))


def test_an_iterator_closed_early_leaves_no_process_at_work(engine: LocalEngine) -> None:
    run = engine.map(tasks.sleep_on_zero, [1, 0, 0])
    assert next(run).value == 1
    busy = [worker.process for worker in engine_workers(run)]
    run.close()  # type: ignore[attr-defined]
    assert busy
    for process in busy:
        with pytest.raises(ValueError, match="closed"):
            process.is_alive()


def engine_workers(run: Iterator[object]) -> list[local._Worker]:
    return list(run.gi_frame.f_locals["run"]._busy)  # type: ignore[attr-defined]


def test_there_are_no_more_workers_than_items_and_they_stay(engine: LocalEngine) -> None:
    first = {outcome.value for outcome in engine.map(tasks.process, [1])}
    again = {outcome.value for outcome in engine.map(tasks.process, [1])}
    assert first == again
    assert len(engine._idle) == 1
    assert os.getpid() not in first


def test_a_worker_is_replaced_after_many_items(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "RECYCLE", 3)
    engine = LocalEngine(1)
    pids = [outcome.value for outcome in engine.map(tasks.process, range(7))]
    engine.close()
    assert len(set(pids)) == 3


def test_an_idle_worker_that_died_is_replaced(engine: LocalEngine) -> None:
    [first] = engine.map(tasks.process, [1])
    worker = engine._idle[0]
    worker.process.kill()
    worker.process.join()
    [second] = engine.map(tasks.process, [1])
    assert second.error is None
    assert second.value != first.value


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_worker_speaks_the_language_that_was_chosen(language: str, engine: LocalEngine) -> None:
    try:
        i18n.choose(language)
        [outcome] = engine.map(tasks.language, [1])
    finally:
        i18n.choose("en")
    assert outcome.value == language


def test_a_worker_is_modest(engine: LocalEngine, capfd: pytest.CaptureFixture[str]) -> None:
    [outcome] = engine.map(tasks.surroundings, [1])
    assert outcome.value == {
        "qt": False, "input": "", "nice": min(19, os.nice(0) + 10), "memory": 3 << 30, "core": 0, "cpu": True,
        "interrupt": True,
    }  # fmt: skip
    assert capfd.readouterr().out == ""


def test_workers_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    script = f"""
        import os, sys
        sys.path[:0] = {sys.path!r}
        from pathlib import Path
        from briefreader.engine.local import LocalEngine
        from engine import tasks
        if __name__ == "__main__":
            import threading
            run = LocalEngine(1).map(tasks.note_and_sleep, [Path({str(tmp_path / "pid")!r})])
            threading.Thread(target=next, args=(run,), daemon=True).start()
            path = Path({str(tmp_path / "pid")!r})
            while not path.exists() or not path.read_text():
                pass
            os.kill(os.getpid(), 9)
    """
    program = tmp_path / "program.py"
    program.write_text(textwrap.dedent(script))
    subprocess.run([sys.executable, str(program)], check=False)
    pid = int((tmp_path / "pid").read_text())
    while running(pid):  # if it never ends, the time limit of the test does
        pass


@pytest.mark.parametrize("way", ["command", "module"])
def test_the_main_program_may_be_anything(way: str, tmp_path: Path) -> None:
    lines = [
        f"import sys; sys.path[:0] = {sys.path!r}",
        "from briefreader.engine.local import LocalEngine",
        "from engine import tasks",
        "if __name__ == '__main__':",
        "    engine = LocalEngine(1)",
        "    print([outcome.value for outcome in engine.map(tasks.double, [1, 2])])",
        "    engine.close()",
    ]
    package = tmp_path / "program"
    package.mkdir()
    (package / "__main__.py").write_text("\n".join(lines))
    arguments = ["-m", "program"] if way == "module" else ["-c", "\n".join(lines)]
    done = subprocess.run(
        [sys.executable, *arguments], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[2, 4]\n"
