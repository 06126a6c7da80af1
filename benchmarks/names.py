"""Score the names: strict and relaxed F1 on annotated articles, who is who on the seeds, and the time.

    python benchmarks/names.py [--shared DIR] [--wikigold seen|folds|none] [--errors N]

Needs the development data that lies beside the repository (``../shared``), with its scorers. "folds" trains
the tagger anew on four fifths of wikigold and scores the rest, five times: the honest number, because the
weights in the repository were trained on all of it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from briefreader.domain.document import Document, lines  # noqa: E402
from briefreader.extractors import _tagging  # noqa: E402
from briefreader.extractors._names import mentions  # noqa: E402
from briefreader.extractors._reading import Reading  # noqa: E402

TYPES = {"person": "PER", "organisation": "ORG", "place": "LOC"}


def records(path):
    """Read a file of records."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def readings(gold):
    """Return the readings of the records, parsed."""
    made = [Reading(Document(r["id"], r["text"], lines(r["text"]))) for r in gold]
    for reading in made:
        _ = reading.parse
    return made


def answer(reading):
    """Return what the program finds, in the scorers' form."""
    return {
        "id": reading.document.id,
        "text": reading.text,
        "entities": [
            {"start": m.span.start, "end": m.span.end, "type": TYPES[m.kind], "cluster": m.entity}
            for m in mentions(reading)
        ],
    }


def folded(gold, made, folds=5):
    """Answer each record with weights that were trained without it."""
    import train_names

    prepared = train_names.prepare(gold)
    answers = []
    for fold in range(folds):
        learn = [s for n, doc in enumerate(prepared) if n % folds != fold for s in doc]
        rows, emission, transition = train_names.train(learn, drop=0.1)
        learnt = _tagging.Weights(rows, emission, transition)
        kept, _tagging.weights = _tagging.weights, lambda learnt=learnt: learnt
        answers += [answer(made[n]) for n in range(fold, len(gold), folds)]
        _tagging.weights = kept
    return answers


def show(title, gold, answers, errors):
    """Print the scores and the most frequent errors."""
    from score import score_entities

    print(title)
    for name, count in score_entities.score(gold, answers, ["PER", "ORG", "LOC"]).items():
        if name.startswith(("strict", "untyped")) or name == "relaxed all":
            print(f"  {name:16} {count}")
    if errors:
        wrong = Counter()
        by_id = {a["id"]: a for a in answers}
        for doc in gold:
            key = lambda e: (e["start"], e["end"], e["type"])  # noqa: E731
            want = {key(e) for e in doc["entities"] if e["type"] != "MISC"}
            got = {key(e) for e in by_id[doc["id"]]["entities"]}
            other = {(e["start"], e["end"]): e["type"] for e in doc["entities"]}
            for start, end, kind in got - want:
                wrong[f"extra {kind} gold {other.get((start, end), '-')}", doc["text"][start:end]] += 1
            for start, end, kind in want - got:
                wrong[f"missed {kind}", doc["text"][start:end]] += 1
        for (sort, text), count in wrong.most_common(errors):
            print(f"    {count:3} {sort:24} {text!r}")


def main():
    """Print all scores."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--wikigold", default="folds", choices=["seen", "folds", "none"])
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    sys.path.insert(0, str(args.shared / "tools"))
    from score import score_clusters

    seeds = records(args.shared / "data" / "facts_seeds.jsonl")
    made = readings(seeds)
    answers = [answer(reading) for reading in made]
    show("seeds", seeds, answers, args.errors)
    for kind in ("PER", "ORG", "LOC", ""):
        kinds = {kind} - {""}
        p, r, f, *_ = score_clusters.b_cubed(
            score_clusters.mentions(seeds, kinds), score_clusters.mentions(answers, kinds)
        )
        print(f"  B3 {kind or 'all':4} P {100 * p:5.1f} R {100 * r:5.1f} F1 {100 * f:5.1f}")
    words = sum(len(r["text"].split()) for r in seeds)
    began = time.process_time()
    for reading in made:
        mentions(reading)
    spent = time.process_time() - began
    began = time.process_time()
    readings(seeds)
    parsing = time.process_time() - began
    print(
        f"  CPU for 650 words: names {650e3 * spent / words:.1f} ms, parse {650e3 * parsing / words:.0f} ms"
    )
    if args.wikigold != "none":
        gold = records(args.shared / "data" / "wikigold.jsonl")
        made = readings(gold)
        answers = folded(gold, made) if args.wikigold == "folds" else [answer(r) for r in made]
        show(f"wikigold ({args.wikigold})", gold, answers, args.errors)


if __name__ == "__main__":
    main()
