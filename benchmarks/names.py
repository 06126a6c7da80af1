"""Score the names: pairs, strict and relaxed F1 on annotated articles, who is who, and the time.

    python benchmarks/names.py [--shared DIR] [--wikigold seen|folds|none] [--errors N]

Who is who (B3) is scored on the seeds and on wikinews. Of wikinews those mentions are taken that the program
finds at the end of a mention of the gold; clusters with a title of Wikipedia are one over all articles.

Needs the development data that lies beside the repository (``../shared``), with its scorers. "folds" trains
the tagger anew on four fifths of wikigold (and the project's own lines) and scores the rest, five times: the
honest number, because the weights in the repository were trained on all of it.
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
from briefreader.domain.naming import SURE, person_likeness, spelling_likeness  # noqa: E402
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
    own = train_names.prepare(train_names.records_of(ROOT / "benchmarks" / "newswire.txt"))
    answers = []
    for fold in range(folds):
        learn = [s for n, doc in enumerate(prepared) if n % folds != fold for s in doc]
        learn += [s for doc in own for s in doc]
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


def pairs(shared, errors):
    """Score two names without a text, at the thresholds in use; rapidfuzz beside it if it is installed."""
    for name, like in (("persons", person_likeness), ("spellings", spelling_likeness)):
        rows = (shared / "data" / f"names_{name}_dev.tsv").read_text("utf-8").splitlines()
        given = [row.split("\t") for row in rows]
        same = [row[1] == "1" for row in given]
        told = [like(row[2], row[3]) for row in given]
        print(f"pairs of {name}", "P {:.1f} R {:.1f} F1 {:.1f}".format(*f1(same, [t.same for t in told])))
        sure = [t.score >= SURE for t in told]
        print("  sure ones only", "P {:.1f} R {:.1f} F1 {:.1f}".format(*f1(same, sure)))
        for row, want, each in zip(given, same, told, strict=True):
            if errors and name == "persons" and want != each.same:
                print("   ", "missed" if want else "wrong", row[2], "|", row[3], each.rule, each.score)
        try:
            from rapidfuzz.fuzz import token_set_ratio
        except ImportError:
            continue
        scores = [token_set_ratio(row[2].lower(), row[3].lower()) for row in given]
        best = max((f1(same, [s >= t for s in scores])[2], t) for t in range(50, 101))
        print("  rapidfuzz token_set_ratio, best threshold: F1 {:.1f} at {}".format(*best))


def f1(same, said):
    """Return precision, recall and F1 in percent."""
    hit = sum(a and b for a, b in zip(same, said, strict=True))
    p, r = hit / max(1, sum(said)), hit / sum(same)
    return 100 * p, 100 * r, 200 * p * r / (p + r or 1)


def joined(path, errors):
    """Score who is who over wikinews."""
    from score import score_clusters

    gold, got, texts = {}, {}, {}
    sorts = {"person": "PER", "organization": "ORG", "place": "LOC"}
    kinds = {}
    for record in records(path):
        wanted = [
            (start, end, each)
            for each in record["clusters"]
            if each["type"] in sorts
            for start, end in each["mentions"]
        ]
        for m in readings_of(record):
            ends = [w for w in wanted if w[0] <= m.span.start and w[1] - m.span.end in (0, 2, 3)]
            ends = [w for w in ends if record["text"][m.span.end : w[1]] in ("", " 's", "'s", " '", "’s")]
            if not ends:
                continue
            each = min(ends, key=lambda w: w[1] - w[0])[2]
            key = (record["id"], m.span.start, m.span.end)
            gold[key] = each["name"] or (record["id"], each["id"])
            got[key], texts[key], kinds[key] = m.entity, m.text, sorts[each["type"]]
    print("wikinews")
    for kind in ("PER", "ORG", "LOC", ""):
        some = {k: v for k, v in gold.items() if not kind or kinds[k] == kind}
        p, r, f, *_ = score_clusters.b_cubed(some, {k: got[k] for k in some})
        print(f"  B3 {kind or 'all':4} P {100 * p:5.1f} R {100 * r:5.1f} F1 {100 * f:5.1f}  ({len(some)})")
    if errors:
        for one, other, word in ((gold, got, "parted"), (got, gold, "joined")):
            groups = {}
            for key, name in one.items():
                groups.setdefault(name, {}).setdefault(other[key], []).append(texts[key])
            wrong = {name: parts for name, parts in groups.items() if len(parts) > 1}
            for name, parts in sorted(wrong.items(), key=lambda each: -sum(map(len, each[1].values())))[
                :errors
            ]:
                print("   ", word, name, {k: Counter(v).most_common(3) for k, v in parts.items()})


def readings_of(record):
    """Return the mentions of one record."""
    return mentions(Reading(Document(record["id"], record["text"], lines(record["text"]))))


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

    pairs(args.shared, args.errors)
    joined(args.shared / "data" / "facts_wikinews.jsonl", args.errors)
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
