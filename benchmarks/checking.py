"""Time the check of a long briefing: 3,000 lines of all kinds, some 300 pages, on 60 articles.

    python benchmarks/checking.py [--lines N] [--profile]

Prints CPU time and findings; the aim is 2 s of CPU. With ``--profile`` it says where the time goes.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from briefreader.domain.document import Document, Published, lines
from briefreader.domain.fact import Analysis
from briefreader.domain.ledger import Claim, ClaimEntry, Ledger
from briefreader.domain.outline import CITED, Line, Outline
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.library import outlining
from briefreader.library.checking import check
from briefreader.library.lining import passage
from briefreader.store import open_store

SENTENCES = (
    "Trade between the two countries came to ${n} million in 2024, the ministry said.",
    "“We view region {n} as the most promising partner,” the Secretary of State emphasised.",
    "The delegations met for the {n}th time in December and spoke of cybersecurity and training.",
    "A protocol was signed, which both sides called a milestone of the year {n}.",
)


def documents(number: int) -> list[Document]:
    """Return made-up articles of some 8,000 characters each."""
    made = []
    for n in range(number):
        said = [SENTENCES[k % 4].replace("{n}", str(100 * n + k)) for k in range(100)]
        text = "\n".join(" ".join(said[k : k + 4]) for k in range(0, 100, 4))
        published = Published("2025-12-04", "header")
        id = f"{n:064x}"
        made.append(Document(id, text, lines(text), title=f"Article {n}", published=published, sha256=id))
    return made


def line(n: int, owner: Document) -> Line:
    """Return the n-th line: an author's sentence with citations, a judgement, a figure or a quotation."""
    each = [SENTENCES[k].replace("{n}", str(100 * int(owner.id, 16) + k)) for k in range(4)]
    cited = [passage(owner, Span(start := owner.text.index(said), start + len(said))) for said in each]
    if n % 4 == 0:
        said = (
            f"Trade reached a number of its own{CITED}, and they call it “the most promising partner”{CITED}."
        )
        return outlining.line("text", said, cited[:2])
    if n % 4 == 1:
        said = f"It is likely that talks go on.{CITED} A further protocol is very likely{CITED}."
        return outlining.line("judgement", said, cited[2:], confidence="moderate", basis="Few sources.")
    if n % 4 == 2:
        return outlining.line("fact", "", cited[:1], kind="figure", period="2024")
    return outlining.line("quote", "", cited[1:2], speaker="A speaker")


def survey(of: list[Document]) -> Survey:
    """Return a survey in which sources differ on a figure of each pair of articles, a quarter of them not."""

    def entry(owner: Document) -> ClaimEntry:
        value = f"${100 * int(owner.id, 16)} million"
        start = owner.text.index(value)
        mark = Span(start, start + len(value))
        return ClaimEntry(owner.id, mark, mark, value, value, owner.id, owner.published)

    pairs = zip(of[::2], of[1::2], strict=True)
    claims = [
        Claim(f"{n}", "Trade", "figure", "differ" if n % 4 else "agree", "", (entry(one), entry(other)))
        for n, (one, other) in enumerate(pairs)
    ]
    return Survey(ledger=Ledger(claims))


def main() -> None:
    """Run the measurement."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--lines", type=int, default=3_000)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    articles = documents(60)
    parts = [outlining.part("lead", lines=[outlining.line("text", "It goes on.")])]
    parts += [
        outlining.part("free", lines=[line(n, articles[n % 60]) for n in range(start, options.lines, 30)])
        for start in range(30)
    ]
    outline: Outline = replace(outlining.blank("full", "2026-11-27T10:00:00+00:00"), parts=tuple(parts))
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "long.briefreader")
        store.add([Analysis(each) for each in articles], "benchmark/1")
        compared = survey(articles)
        profile = cProfile.Profile()
        if options.profile:
            profile.enable()
        started = time.process_time()
        found = check(store, outline, compared)
        took = time.process_time() - started
        profile.disable()
        store.close()
    print(f"{options.lines:,} lines: {took:.2f} s of CPU, {len(found):,} findings")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    if options.profile:
        pstats.Stats(profile).sort_stats("cumulative").print_stats(15)


if __name__ == "__main__":
    main()
