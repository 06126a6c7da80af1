"""How quick annotations go out and in, are gathered for the Notes tab, and two long articles compare.

    python benchmarks/marks.py [exchange] [gather] [compare] [--profile]

Everything is made up: words by Zipf's law with emoji and Vietnamese, marks of all sorts.
Times are seconds of the processor, as the machine is shared; each is told beside that of a plain way of doing
much the same in the same run, and the ratio says more than the seconds.

- exchange: 20,000 annotations in 10 long articles, through each format; beside it, their values through JSON.
  "taking" is what an import does with what was read, in a workspace that has none of them.
- gather: 100,000 annotations on 1,000 articles, with the filters of the Notes tab; beside it, the rows as
  SQLite gives them.
- compare: two articles of 200,000 words, one an edited copy of the other; beside it, difflib on paragraphs.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import random
import sqlite3
import sys
import tempfile
import uuid
from collections.abc import Callable
from dataclasses import asdict, replace
from difflib import SequenceMatcher
from pathlib import Path
from time import process_time
from typing import TypeVar

from sqlalchemy import insert

from briefreader.domain.annotation import COLOURS, Annotation
from briefreader.domain.document import Document, lines
from briefreader.domain.fact import Analysis
from briefreader.domain.noting import NotesFilter
from briefreader.domain.text import Anchor, Span
from briefreader.interchange import Readable, formats
from briefreader.library import comparing, noting, receiving, sharing
from briefreader.library.workspace import Workspace, open_workspace
from briefreader.store import _records, tables

T = TypeVar("T")
WORDS = (
    "the",
    "council",
    "of",
    "Việt",
    "Nam",
    "Belarus",
    "signed",
    "agreements",
    "in",
    "Minsk",
    "😀",
    "trade",
)
VOCABULARY = [f"{one}{other}" for other in ("", *WORDS) for one in WORDS]
WEIGHTS = [1 / (rank + 3) for rank in range(len(VOCABULARY))]
STAMP = "2026-03-04T05:06:07+00:00"
PROFILE = "--profile" in sys.argv


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what some work returns, and the seconds of the processor that it took."""
    profile = cProfile.Profile()
    begin = process_time()
    made = profile.runcall(work) if PROFILE else work()
    took = process_time() - begin
    if PROFILE:
        pstats.Stats(profile).sort_stats("tottime").print_stats(12)
    return made, took


def article(n: int, words: int, chance: random.Random) -> Document:
    """Return an article of so many words, in paragraphs of sixty."""
    paragraphs = [
        " ".join(chance.choices(VOCABULARY, WEIGHTS, k=60)) + f" {n} {each}." for each in range(words // 60)
    ]
    text = "\n\n".join(paragraphs)
    id = f"{n:064x}"
    return Document(
        id, text, lines(text), title=f"Article {n}", origin=f"/{n}.txt", sha256=id, reader="text/1"
    )


def mark(document: Document, chance: random.Random) -> Annotation:
    """Return a mark of any sort on a passage of a document."""
    start = chance.randrange(len(document.text) - 410)
    anchor = Anchor.on(document.text, Span(start, start + chance.randrange(10, 400)))
    return Annotation(
        str(uuid.UUID(int=chance.getrandbits(128))), document.id, anchor, 1,
        starred=chance.random() < 0.3, colour=chance.choice(("", *COLOURS)), note=chance.choice(("", "Why?")),
        tags=("sea", "two words")[: chance.randrange(3)] or ("rain",), author="A. Reader", created=STAMP,
        changed=STAMP,
    )  # fmt: skip


def filled(path: Path, articles: int, words: int, marks: int) -> Workspace:
    """Return a workspace of so many articles, with so many marks on all of them."""
    chance = random.Random(7)
    workspace = open_workspace(path)
    documents = [article(n, words, chance) for n in range(articles)]
    workspace.store.add([Analysis(each) for each in documents], "benchmark/1")
    made = [mark(documents[n % articles], chance) for n in range(marks)]
    if made:  # past the port, which would look at each of them
        with workspace.store._write() as connection:  # type: ignore[attr-defined]
            connection.execute(insert(tables.passages), [_records.annotation_row(each) for each in made])
    return workspace


def exchange(folder: Path) -> None:
    """Write and read 20,000 annotations in each format."""
    with filled(folder / "one", 10, 20_000, 20_000) as one, filled(folder / "two", 10, 20_000, 0) as two:
        shared, took = timed(lambda: sharing.gather(one, None, STAMP))
        plain = [[asdict(mark.annotation) for mark in document.marks] for document in shared.documents]
        raw, written = timed(lambda: json.dumps(plain))
        _back, read = timed(lambda: json.loads(raw))
        print(f"20,000 annotations: gathered in {took:.2f} s; JSON alone {written:.2f} and {read:.2f} s\n")
        print(
            "| format | writing | to JSON | reading | to JSON | taking |\n"
            "| --- | --- | --- | --- | --- | --- |"
        )
        for format in formats():
            data, wrote = timed(lambda format=format: format.write(shared))
            line = f"| {format.NAME} | {wrote:.2f} s | {wrote / written:.1f} | "
            if isinstance(format, Readable):
                incoming, took = timed(lambda format=format, data=data: format.read(data))
                assert len(incoming.marks) == 20_000
                line += f"{took:.2f} s | {took / read:.1f} | "
                received, took = timed(lambda incoming=incoming: receiving.receive(two, incoming, STAMP))
                assert len(received.edits) + received.known == 20_000, received.said()
                line += f"{took:.2f} s |"
            print(line)


def gather(folder: Path) -> None:
    """Gather the marks of the Notes tab out of 100,000."""
    with filled(folder / "many", 1_000, 300, 100_000) as workspace:
        ids = [f"{n:064x}" for n in range(1_000)]
        with sqlite3.connect(folder / "many") as database:
            _rows, plain = timed(lambda: database.execute("SELECT * FROM annotations").fetchall())
        print(f"\n100,000 annotations as rows of SQLite: {plain:.2f} s\n")
        print("| filter | gathering | to the rows |\n| --- | --- | --- |")
        for name, wanted in (
            ("none", NotesFilter()),
            ("a colour", NotesFilter(colours=frozenset({"red"}))),
            ("a tag", NotesFilter(tags=frozenset({"sea"}))),
            ("words", NotesFilter(words="council trade")),
        ):
            (marks, *_rest), took = timed(
                lambda wanted=wanted: noting.gather(workspace, ids, wanted, 500, lambda *_told: None)
            )
            print(f"| {name} ({marks.matching:,} taken) | {took:.2f} s | {took / plain:.1f} |")


def compare(_folder: Path) -> None:
    """Compare an article of 200,000 words with an edited copy."""
    chance = random.Random(7)
    one = article(1, 200_000, chance)
    pieces = one.text.split(" ")
    for n in range(0, len(pieces), 40):
        pieces[n] = chance.choice((*WORDS, "", "a new word"))
    text = " ".join(pieces)
    other = replace(one, id="2" * 64, text=text, blocks=lines(text))
    rows = one.text.split("\n\n"), other.text.split("\n\n")
    _same, plain = timed(lambda: SequenceMatcher(None, *rows, autojunk=False).get_matching_blocks())
    found, took = timed(lambda: comparing.compared(one, other, ()))
    assert found.near
    print(f"\ntwo articles of 200,000 words: compared in {took:.2f} s; difflib on paragraphs {plain:.2f} s")
    print(f"{len(found.differences):,} differences, {len(found.pairs):,} pairs, share {found.share:.3f}")


PARTS = {"exchange": exchange, "gather": gather, "compare": compare}


def main() -> None:
    """Run the parts that are named, or all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    parser.add_argument("--profile", action="store_true", help="print what takes the time")
    for name in parser.parse_args().parts or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            PARTS[name](Path(folder))


if __name__ == "__main__":
    main()
