"""Measures the start of the window on the seeds: CPU up to the first painting, and memory at rest.

    python benchmarks/startup.py [RUNS]

The real program is started on a virtual screen (Xvfb), several times, with a workspace that holds
the seeds already. CPU is user and system time of the process from its very beginning. Memory is
that of the window's process when it has been at rest for some seconds; workers must have gone.
The exit code is 1 if a heavy package was imported or a target missed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[1]
HEAVY = (
    "spacy",
    "typst",
    "pypdfium2",
    "trafilatura",
    "numpy",
    "lxml",
    "fontTools",
    "tantivy",
    "sqlalchemy",
    "babel",
)
CPU_TARGET, MEMORY_TARGET = 0.5, 120.0  # seconds, MB
REST = 6.0  # seconds from the first article in the reader to the measuring of memory


def main() -> int:
    """Run the window several times and print what was measured."""
    sys.path[:0] = [str(ROOT / "tests")]
    from e2e.screen import virtual_screen

    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as home, virtual_screen() as display:
        start(home, display)  # imports the seeds, and lets the system read all files once
        results = [start(home, display) for _number in range(runs)]
    return tell(results)


def start(home: str, display: str) -> dict[str, Any]:
    """Start the window once and return what it says about itself."""
    env = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    env |= {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    # The set-up compiles everything; an environment that was made otherwise may not be compiled.
    env |= {"DISPLAY": display, "HOME": home, "PYTHONPYCACHEPREFIX": f"{home}/compiled"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, __file__, "--window", str(ROOT / "seeds")],
        env=env, stdout=subprocess.PIPE, text=True, check=True, timeout=120,
    )  # fmt: skip
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def tell(results: list[dict[str, Any]]) -> int:
    """Print the numbers and return the exit code."""
    cpu = median(each["painted"] for each in results)
    memory = median(each["pss"] for each in results)
    wrong: list[str] = []
    print(f"{len(results)} starts; median, least and most")
    for label, name, unit in (
        ("CPU up to the first painted window", "painted", "s"),
        ("wall time up to it", "wall", "s"),
        ("CPU up to the first article", "article", "s"),
        ("memory at rest, PSS", "pss", "MB"),
        ("memory at rest, RSS", "rss", "MB"),
    ):
        values = [each[name] for each in results]
        print(f"  {label:36} {median(values):7.2f} {min(values):7.2f} {max(values):7.2f} {unit}")
    for when in ("painted", "rest"):
        early = sorted({name for each in results for name in each[f"heavy_{when}"]})
        print(f"  heavy packages imported by then ({when}): {', '.join(early) or 'none'}")
        if when == "painted" and early:
            wrong.append(f"IMPORTED TOO EARLY: {', '.join(early)}")
    if any(each["workers"] for each in results):
        wrong.append("WORKERS ARE LEFT AT REST")
    if cpu > CPU_TARGET:
        wrong.append(f"TARGET MISSED: {cpu:.2f} s of CPU, not {CPU_TARGET}")
    if memory > MEMORY_TARGET:
        wrong.append(f"TARGET MISSED: {memory:.0f} MB, not {MEMORY_TARGET:.0f}")
    print("\n".join(wrong) or "All targets are met.")
    return 1 if wrong else 0


# -- In the process of the window -------------------------------------------------------------------


def heavy() -> list[str]:
    """Return the heavy packages that are imported."""
    return [name for name in HEAVY if name in sys.modules]


def memory() -> dict[str, float]:
    """Return the memory of this process in MB, its share of what it shares (PSS) and all (RSS)."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]
    sizes = {line.split(":")[0].lower(): int(line.split()[1]) / 1024 for line in lines}
    return {"pss": sizes["pss"], "rss": sizes["rss"]}


def workers() -> int:
    """Return how many processes this one has started that still run."""
    tasks = Path("/proc/self/task").glob("*/children")
    return sum(len(task.read_text().split()) for task in tasks)


def window(began: float) -> int:
    """Run the program as its command does, watching from within."""
    from briefreader.ui import app as program

    make = program.make_application
    told: dict[str, Any] = {}
    kept: list[Any] = []

    def make_application() -> Any:
        from PySide6.QtCore import QEvent, QObject, QTimer

        app = make()

        class Watch(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint and watched.inherits("QMainWindow"):
                    app.removeEventFilter(self)
                    QTimer.singleShot(0, lambda: painted())
                return False

        def painted() -> None:
            told.update(painted=time.process_time(), wall=time.time() - began, heavy_painted=heavy())
            timer.start(20)

        def look() -> None:
            main_window = next(each for each in app.topLevelWidgets() if each.inherits("QMainWindow"))
            if main_window.corpus.opened is not None and not main_window.activity.busy:
                timer.stop()
                told["article"] = time.process_time()
                QTimer.singleShot(int(REST * 1000), lambda: rest(main_window))

        def rest(main_window: Any) -> None:
            told.update(memory(), heavy_rest=heavy(), workers=workers())
            main_window.close()

        timer = QTimer(app)
        timer.timeout.connect(look)
        watch = Watch(app)
        app.installEventFilter(watch)
        kept.extend((watch, timer))
        return app

    program.make_application = make_application
    code = program.run([Path(sys.argv[2])])
    print(json.dumps(told))
    return code


def born() -> float:
    """Return when this process began, as time.time() counts."""
    ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    up = float(Path("/proc/uptime").read_text().split()[0])
    return time.time() - up + ticks / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(window(born()) if sys.argv[1:2] == ["--window"] else main())
