"""Compare the key sentences with the first three: how much of what an article is about do they hold?

    python benchmarks/key_sentences.py [--shared DIR]

The measure is the graded salience of the entities in annotated news articles (GUM, CC BY 4.0): the share of
the summed salience of all entities that are mentioned in the three sentences.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from briefreader.domain.document import Block, Document, lines
from briefreader.extractors import key
from briefreader.extractors._reading import Reading

ROOT = Path(__file__).resolve().parents[1]


def reading(record):
    """Return the reading of a record whose first line is the headline."""
    first, *rest = lines(record["text"])
    title = first.span.of(record["text"])
    blocks = (Block("title", first.span), *rest)
    return Reading(Document(record["id"], record["text"], blocks, title=title, title_how="headline"))


def held(record, spans):
    """Return the share of the salience that the sentences hold."""
    found = total = 0
    for cluster in record["clusters"]:
        weight = cluster.get("salience") or 0
        total += weight
        if any(
            span.start <= start and end <= span.end for span in spans for start, end in cluster["mentions"]
        ):
            found += weight
    return found / total


def main():
    """Print both."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    args = parser.parse_args()
    path = args.shared / "data" / "facts_wikinews.jsonl"
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    made = [reading(record) for record in records]
    ways = {
        "first three": lambda r: [s.span for s in key.candidates(r)[:3]],
        "key sentences": lambda r: [s.span for s, _, _ in key.choose(r, key.candidates(r), 3)],
    }
    for name, way in ways.items():
        chosen = [way(each) for each in made]
        share = 100 * sum(map(held, records, chosen)) / len(records)
        words = sum(
            len(span.of(r.text).split()) for r, spans in zip(made, chosen, strict=True) for span in spans
        )
        mean = words / len(made)
        print(
            f"{name:14} salience held {share:.1f}  words {mean:.0f}  per 100 words {100 * share / mean:.1f}"
        )


if __name__ == "__main__":
    main()
