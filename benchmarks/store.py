"""How quick the store and the index are with many articles, beside a plain way of doing the same.

    python benchmarks/store.py [--articles 100000] [--folder FOLDER]

Articles are made up: words by Zipf's law from a made-up vocabulary, 40 outlets, ten years. With
``--folder`` the corpus is kept there and used again. Times are milliseconds, the median and the
95th of 100 of the calls. The plain way is to read every document and look at it; the ratio is how
many times longer that takes.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import resource
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from briefreader.domain.document import Document, Published, lines
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.query import Query
from briefreader.domain.text import Span
from briefreader.library.searching import find, matching
from briefreader.library.workspace import Workspace, open_workspace
from briefreader.store import open_store

SYLLABLES = (
    *("ba", "co", "da", "đe", "fi", "ga", "hô", "ki", "la", "mê", "no", "pa", "qui", "ro", "sa", "tư"),
    *("va", "wo", "xe", "yo", "zé", "chi", "tra", "nha", "lam", "thu"),
)


def vocabulary(size: int = 50_000) -> list[str]:
    """Return made-up words, the most common first."""
    words = ("".join(parts) for n in (1, 2, 3, 4) for parts in itertools.product(SYLLABLES, repeat=n))
    return list(itertools.islice(words, size))


def articles(number: int) -> Iterator[Analysis]:
    """Yield made-up articles, the same each time."""
    chance = random.Random(7)
    words = vocabulary()
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(words))))
    start = date(2016, 1, 1)
    for n in range(number):
        picked = chance.choices(words, cum_weights=weights, k=300)
        title = " ".join(picked[:9]).capitalize()
        text = "\n".join(
            [title, *(" ".join(picked[at : at + 58]).capitalize() + "." for at in range(9, 300, 58))]
        )
        day = (start + timedelta(days=chance.randrange(3650))).isoformat() if n % 50 else ""
        id = f"{n:064x}"
        document = Document(
            id, text, lines(text), title=title, title_how="headline", published=Published(day, "header"),
            outlet=f"Outlet {chance.randrange(40)}", origin=f"/articles/{n}.txt", sha256=id, reader="text/1",
        )  # fmt: skip
        facts = [
            Fact(id, "person", Span(at, at + 5), text[at : at + 5], score=at) for at in range(0, 400, 20)
        ]
        yield Analysis(document, tuple(facts))


def fill(workspace: Workspace, number: int) -> None:
    """Import and index the articles, and say how long that took."""
    source = articles(number)
    start, spent = time.perf_counter(), 0.0
    while batch := list(itertools.islice(source, 500)):
        before = time.perf_counter()
        workspace.store.add(batch, "benchmark/1")
        spent += time.perf_counter() - before
    print(f"stored {number:,} articles in {spent:.1f} s ({number / spent:,.0f} a second)")
    start = time.perf_counter()
    workspace.refresh_index()
    spent = time.perf_counter() - start
    print(f"indexed them in {spent:.1f} s ({number / spent:,.0f} a second)")


def timed(call: Callable[[], object], times: int = 100) -> tuple[float, float]:
    """Return the median and the 95th percentile in milliseconds."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        took.append(1000 * (time.perf_counter() - start))
    took.sort()
    return statistics.median(took), took[int(len(took) * 0.95)]


def row(name: str, ours: Callable[[], object], times: int = 100, plain: float = 0.0) -> None:
    """Print a line of the table; ``plain`` is what the plain way takes, in milliseconds."""
    median, late = timed(ours, times)
    ratio = f"{plain:10.0f} {plain / median:8,.0f}×" if plain else ""
    print(f"{name:46} {median:9.2f} {late:9.2f} {ratio}", flush=True)


def measure(path: Path) -> None:
    """Print the table."""
    workspace = open_workspace(path)
    store = workspace.store
    chance = random.Random(1)
    ids = store.ids(Query())
    print(f"{'':46} {'median':>9} {'95th':>9} {'plain':>10} {'ratio':>8}")

    def opened() -> None:
        other = open_workspace(path)
        other.store.rows(other.store.ids(Query(), limit=50))
        other.close()

    everything = timed(lambda: Counter(document.outlet for document in store.documents()), 1)[0]
    row("open, first 50 rows", opened, 30, everything)
    row("all ids, newest first", lambda: fresh_ids(path), 20)
    row("a page of 128 rows, anywhere", lambda: store.rows(page(ids, chance, 128)))
    one = lambda: chance.choice(ids)  # noqa: E731
    row("switch document: text, facts, notes", lambda: switch(workspace, one()))
    row("counts of everything", lambda: store.counts(Query()), 20, everything)
    year = Query(since=date(2020, 1, 1), until=date(2020, 12, 31), undated=False)
    row("counts of a year", lambda: store.counts(year), 20)
    row("a year's ids, newest first", lambda: store.ids(year), 20)
    words = vocabulary()
    common = words[:20]
    for name, pool, length in (
        ("1 letter", words[:50], 1), ("2 letters", words[:200], 2), ("3 letters", words[500:5000], 3),
        ("4 letters", words[500:5000], 4), ("a word", words[1000:], 99),
    ):  # fmt: skip
        typed = lambda pool=pool, length=length: chance.choice(pool)[:length]  # noqa: E731
        row(f"search {name}: newest 50 rows", lambda typed=typed: search(workspace, typed()), 50, everything)
    row(
        "search two words: newest 50 rows",
        lambda: search(workspace, f"{chance.choice(words[100:2000])} {chance.choice(words[:300])}"),
        50,
        everything,
    )
    row("search a word: ids and counts", lambda: listed(workspace, chance.choice(words[500:5000])), 50)
    row("search a common word: ids and counts", lambda: listed(workspace, chance.choice(common)), 20)
    size = sum(each.stat().st_size for each in path.parent.rglob("*") if each.is_file())
    text = sum(len(d.text.encode()) for d in itertools.islice(store.documents(), 2000)) / 2000 * len(ids)
    print(f"files: {size / 2**20:,.0f} MB, {size / text:.1f} times the text")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def fresh_ids(path: Path) -> list[str]:
    """Return the whole list as a store that was just opened does."""
    with closing(open_store(path)) as store:
        return store.ids(Query())


def page(ids: list[str], chance: random.Random, length: int) -> list[str]:
    """Return a stretch of the list from a place by chance."""
    start = chance.randrange(max(1, len(ids) - length))
    return ids[start : start + length]


def switch(workspace: Workspace, id: str) -> None:
    """Read all that the reader pane shows of a document."""
    store = workspace.store
    store.document(id), store.facts([id]), store.annotations([id]), store.statuses([id])


def search(workspace: Workspace, typed: str) -> None:
    """Do what a keystroke in the search box does before the list is painted."""
    workspace.store.rows(find(workspace, Query(words=typed))[:50])


def listed(workspace: Workspace, typed: str) -> None:
    """Find the documents and count them for the source list."""
    query = Query(words=typed)
    among = matching(workspace, query)
    workspace.store.ids(query, among)
    workspace.store.counts(query, among)


def main() -> None:
    """Make the corpus if need be, then measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        path = folder / f"{chosen.articles}.briefreader"
        if not path.exists():
            workspace = open_workspace(path)
            fill(workspace, chosen.articles)
            workspace.close()
        measure(path)


if __name__ == "__main__":
    main()
