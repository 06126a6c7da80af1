"""Measures what one article costs: CPU of the whole analysis for 800 words, by part, and the worker's memory.

    python benchmarks/article.py [--runs 5] [FILE …]

Each file, the seeds by default, is read and analysed in this process after a warm-up, which loads the
models. Times are CPU milliseconds of this process scaled to 800 words, the median of the runs; the parts
are those of the longest file, each as it is first asked for. Beside each run, the whole pipeline of the
language model as it is published reads the same text: the ratio of the two says what the program costs
whatever else the machine is doing.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is there, as the workers do

import argparse
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language

from briefreader.extractors import Reading, extractors
from briefreader.extractors._language import MODEL
from briefreader.library.pipeline import Job, read_and_analyse

SEEDS = sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt"))
WORDS = 800


def taken(work: Callable[[], object]) -> float:
    """Return the CPU milliseconds that the work takes."""
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


def whole(path: Path, published: Language, runs: int) -> tuple[float, float]:
    """Return the CPU milliseconds for 800 words of an article: ours, and the published pipeline's."""
    text = path.read_text(encoding="utf-8")
    scale = WORDS / len(text.split())
    both = [
        (taken(lambda: read_and_analyse(Job(str(path)))), taken(lambda: published(text)))
        for _run in range(runs)
    ]
    ours, theirs = (scale * statistics.median(times) for times in zip(*both, strict=True))
    return ours, theirs


def parts(path: Path) -> None:
    """Print what the parse and each extractor take, in the order in which they run."""
    document = read_and_analyse(Job(str(path)))[0].document
    words = len(document.text.split())
    reading = Reading(document)

    def timed(name: str, work: Callable[[], object]) -> None:
        print(f"    {name:14} {taken(work) * WORDS / words:6.1f} ms")

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
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    published = spacy.load(MODEL)
    published("A text to warm up with.")
    found = {path: whole(path, published, args.runs) for path in files}
    print(f"CPU for {WORDS} words, and that of the published pipeline beside it")
    for path, (ours, theirs) in found.items():
        print(f"{path.name[:24]:26} {ours:6.1f} ms {theirs:6.1f} ms {ours / theirs:5.2f}")
    ours, theirs = (statistics.median(times) for times in zip(*found.values(), strict=True))
    print(f"{'median':26} {ours:6.1f} ms {theirs:6.1f} ms {ours / theirs:5.2f}")
    print(f"peak memory of this process after one article {memory:.0f} MB")
    parts(max(files, key=lambda path: path.stat().st_size))


if __name__ == "__main__":
    main()
