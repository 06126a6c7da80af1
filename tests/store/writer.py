"""A process that writes to a workspace until it is killed, and says what was acknowledged."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from briefreader.domain.annotation import Annotation, Edit
from briefreader.domain.document import Document, lines
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.text import Anchor, Span
from briefreader.store import open_store


def main(path: Path, run: str) -> None:
    store = open_store(path)
    for n in itertools.count():
        batch = []
        for part in range(3):
            id = f"{run}-{n}-{part}"
            text = f"{id}\n" + "some words " * 200
            facts = tuple(Fact(id, "person", Span(at, at + 4), text[at : at + 4]) for at in range(10))
            batch.append(Analysis(Document(id, text, lines(text), title=id), facts))
        store.add(batch, "a/1")
        print("added", run, n, flush=True)
        mark = Annotation(f"{run}-{n}", f"{run}-{n}-0", Anchor.on(text, Span(0, 4)), starred=True)
        store.apply([Edit(None, mark)])
        print("starred", run, n, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
