"""Compare the key sentences with the first three: how much of what an article is about do they hold?

    python benchmarks/key_sentences.py [--shared DIR]

Measured on annotated news articles (GUM, CC BY 4.0), which grade how salient each entity is but have no
summaries:

* the share of the summed salience of all entities that are mentioned in the three sentences;
* the share of the headline's content words that they hold, the headline kept from the choice: a stand-in for
  the recall of content units of a summary;
* nDCG@10 of the entities ranked by the program's weights, over the annotated mentions.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from briefreader.domain.document import Block, Document, lines
from briefreader.domain.text import Span
from briefreader.extractors import key
from briefreader.extractors._reading import Reading
from briefreader.extractors._salience import weights

ROOT = Path(__file__).resolve().parents[1]
NAMED = {"person", "organization", "place"}


@dataclass(frozen=True)
class Mentioned:
    """An annotated mention, as the weights want it."""

    entity: str
    span: Span


def reading(record, headline=True):
    """Return the reading of a record whose first line is the headline, which the choice may know or not."""
    first, *rest = lines(record["text"])
    title = first.span.of(record["text"]) if headline else ""
    blocks = (Block("title", first.span), *rest)
    how = "headline" if headline else "made"
    return Reading(Document(record["id"], record["text"], blocks, title=title, title_how=how))


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


def told(record, spans, salience):
    """Return the share of the headline's content words that the sentences hold."""
    wanted = salience.content(lines(record["text"])[0].span.of(record["text"]))
    said = set().union(*(salience.content(span.of(record["text"])) for span in spans))
    return len(wanted & said) / len(wanted)


def ranked(record, salience, kinds=None):
    """Return nDCG@10 of the annotated entities in the order of the program's weights."""
    clusters = [each for each in record["clusters"] if kinds is None or each["type"] in kinds]
    mentions = [Mentioned(each["id"], Span(*span)) for each in clusters for span in each["mentions"]]
    weight = weights(mentions, lines(record["text"])[0].span)
    clusters.sort(key=lambda each: (-weight[each["id"]], min(each["mentions"])))
    gains = [each.get("salience") or 0 for each in clusters]
    return salience.ndcg(gains, gains, 10)


def sentences(records, made, blind, salience):
    """Print the measures of the sentences, by each way to choose them."""
    ways = {
        "first three": lambda r: [s.span for s in key.candidates(r)[:3]],
        "key sentences": lambda r: [s.span for s, _, _ in key.choose(r, key.candidates(r), 3)],
    }
    for name, way in ways.items():
        chosen = [way(each) for each in made]
        count = len(records)
        share = 100 * sum(map(held, records, chosen)) / count
        unseen = zip(records, map(way, blind), strict=True)
        headline = 100 * sum(told(record, spans, salience) for record, spans in unseen) / count
        words = sum(
            len(span.of(r.text).split()) for r, spans in zip(made, chosen, strict=True) for span in spans
        )
        mean = words / count
        print(
            f"{name:14} salience held {share:.1f}  headline {headline:.1f}  words {mean:.0f}"
            f"  salience per 100 words {100 * share / mean:.1f}"
        )


def main():
    """Print both, and how well the entities are ranked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    args = parser.parse_args()
    path = args.shared / "data" / "facts_wikinews.jsonl"
    if not path.is_file():
        print(f"the data of {args.shared} is not here", file=sys.stderr)
        return 69
    sys.path.insert(0, str(args.shared / "tools"))
    from score import salience

    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    sentences(records, list(map(reading, records)), [reading(each, False) for each in records], salience)
    for name, kinds in (("all entities", None), ("names", NAMED)):
        mean = 100 * sum(ranked(record, salience, kinds) for record in records) / len(records)
        print(f"{name:14} nDCG@10 {mean:.1f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
