"""Measures what one article costs: CPU of the whole analysis for 800 words, by part, and the worker's memory.

    python benchmarks/article.py [--runs 5] [FILE …]

Each file, the seeds by default, is read and analysed in this process after a warm-up, which loads the
models. Times are CPU seconds of this process scaled to 800 words, the median of the runs; the parts are
those of the longest file, each as it is first asked for.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from pathlib import Path

from briefreader.extractors import Reading, extractors
from briefreader.library.pipeline import Job, read_and_analyse

SEEDS = sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt"))
WORDS = 800


def whole(path: Path, runs: int) -> float:
    """Return the CPU milliseconds for 800 words of an article."""
    words = len(path.read_text(encoding="utf-8").split())
    times = []
    for _run in range(runs):
        began = time.process_time()
        read_and_analyse(Job(str(path)))
        times.append(time.process_time() - began)
    return 1000 * statistics.median(times) * WORDS / words


def parts(path: Path) -> None:
    """Print what the parse and each extractor take, in the order in which they run."""
    document = read_and_analyse(Job(str(path)))[0].document
    words = len(document.text.split())
    reading = Reading(document)

    def timed(name: str, work: object) -> None:
        began = time.process_time()
        work()  # type: ignore[operator]
        print(f"    {name:14} {1000 * (time.process_time() - began) * WORDS / words:6.1f} ms")

    timed("parse", lambda: reading.parse)
    timed("names", lambda: reading.mentions)
    timed("dates", lambda: reading.dates)
    timed("quotes", lambda: reading.quotations)
    for each in extractors():
        timed(each.NAME, lambda each=each: reading.facts(each))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    files = args.files or SEEDS
    read_and_analyse(Job(str(files[0])))
    found = {path: whole(path, args.runs) for path in files}
    for path, took in found.items():
        print(f"{path.name[:24]:26} {took:6.1f} ms of CPU for {WORDS} words")
    print(f"median {statistics.median(found.values()):.1f} ms; peak memory of this process "
          f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")  # fmt: skip
    parts(max(files, key=lambda path: path.stat().st_size))


if __name__ == "__main__":
    main()
