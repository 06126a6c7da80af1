"""Train the tagger of names, or measure it by cross-validation.

    python benchmarks/train_names.py GOLD.jsonl benchmarks/newswire.txt [--folds 5] [--write]

GOLD holds records {"id", "text", "entities": [{"start", "end", "type"}]}, types PER, ORG, LOC, MISC; a file
of marked text is read too. The weights in the repository were trained on wikigold (Balasuriya et al., 2009;
CC BY 4.0), which allows them to be given on, and on the project's own ``newswire.txt``. Averaged structured
perceptron; the order is shuffled with a fixed seed, so the same input gives the same weights.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from pathlib import Path

import numpy

from briefreader.domain.document import Document, lines
from briefreader.extractors._language import parse
from briefreader.extractors._tagging import LABELS, WEIGHTS, best, described

MARK = re.compile(r"\[([POLM]) ([^\]]+)\]")
KINDS = {"P": "PER", "O": "ORG", "L": "LOC", "M": "MISC"}
INDEX = {label: place for place, label in enumerate(LABELS)}


def records_of(path):
    """Read records, or articles of marked text: "[P Tony Blair] told the [O BBC]"."""
    text = path.read_text("utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines()]
    bare = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    return [unmarked(f"{path.stem}{n}", each) for n, each in enumerate(bare.strip().split("\n\n"))]


def unmarked(name, text):
    """Return the record of a marked text."""
    parts, entities, done, length = [], [], 0, 0
    for match in MARK.finditer(text):
        parts.append(text[done : match.start()])
        start = length + len(parts[-1])
        parts.append(match[2])
        length = start + len(match[2])
        entities.append({"start": start, "end": length, "type": KINDS[match[1]]})
        done = match.end()
    return {"id": name, "text": "".join([*parts, text[done:]]), "entities": entities}


def gold_labels(doc, entities):
    """Return the label of each token; names whose edges fall within a token take the whole token."""
    labels = ["O"] * len(doc)
    for entity in entities:
        inside = False
        for token in doc:
            if token.idx < entity["end"] and token.idx + len(token) > entity["start"] and not token.is_space:
                labels[token.i] = ("I-" if inside else "B-") + entity["type"]
                inside = True
    return labels


def prepare(records):
    """Parse the records; return for each its stretches as (features, labels), and its doc."""
    prepared = []
    for record in records:
        doc = parse(Document(record["id"], record["text"], lines(record["text"])))
        labels = gold_labels(doc, record["entities"])
        prepared.append(
            [(feats, [INDEX[label] for label in labels[a:b]], (a, b)) for a, b, feats in described(doc)]
        )
    return prepared


def train(sample, epochs=12, least=2, seed=7, drop=0.0):
    """Return the rows of features and the averaged weights."""
    counts = Counter(name for feats, _, _ in sample for names in feats for name in names)
    rows = {name: row for row, name in enumerate(n for n, c in counts.items() if c >= least)}
    size, kinds = len(rows), len(LABELS)
    emission, summed = numpy.zeros((size + 1, kinds)), numpy.zeros((size + 1, kinds))
    trans, trans_sum = numpy.zeros((kinds + 1, kinds)), numpy.zeros((kinds + 1, kinds))
    for before in range(kinds + 1):
        for label in LABELS:
            kind = label[2:]
            ok = before < kinds and LABELS[before][2:] == kind
            if label.startswith("I-") and not ok:
                trans[before, INDEX[label]] = -1e4
    forbidden = trans < -1
    data = [
        ([numpy.array([rows.get(n, size) for n in names]) for names in feats], labels)
        for feats, labels, _ in sample
    ]
    chance = numpy.random.default_rng(seed)
    order, step = random.Random(seed), 1
    for _ in range(epochs):
        order.shuffle(data)
        for all_ids, labels in data:
            ids = [row[chance.random(len(row)) >= drop] for row in all_ids] if drop else all_ids
            scores = numpy.stack([emission[i].sum(0) for i in ids])
            found = best(scores, trans)
            if found != labels:
                for place, (want, got) in enumerate(zip(labels, found, strict=True)):
                    before_want = labels[place - 1] if place else kinds
                    before_got = found[place - 1] if place else kinds
                    if want != got:
                        emission[ids[place], want] += 1
                        emission[ids[place], got] -= 1
                        summed[ids[place], want] += step
                        summed[ids[place], got] -= step
                    if (before_want, want) != (before_got, got):
                        trans[before_want, want] += 1
                        trans[before_got, got] -= 1
                        trans_sum[before_want, want] += step
                        trans_sum[before_got, got] -= step
                emission[size] = 0
                summed[size] = 0
            step += 1
    emission -= summed / step
    trans -= trans_sum / step
    trans[forbidden] = -1e4
    return rows, emission, trans


def spans(labels, offset=0):
    """Return the names that the labels tell of."""
    found, start = [], None
    for place, label in enumerate([*labels, "O"]):
        if start is not None and not label.startswith("I-"):
            found.append((start + offset, place + offset, labels[start][2:]))
            start = None
        if label.startswith("B-"):
            start = place
    return found


def measure(sample, rows, emission, trans):
    """Count hits, gold and predictions of each type."""
    counts = Counter()
    size = len(emission) - 1
    for feats, labels, (a, _) in sample:
        scores = numpy.stack([emission[[rows.get(n, size) for n in names]].sum(0) for names in feats])
        got = set(spans([LABELS[i] for i in best(scores, trans)], a))
        want = set(spans([LABELS[i] for i in labels], a))
        for kind in ("PER", "ORG", "LOC", "MISC"):
            counts[kind, "hit"] += sum(s[2] == kind for s in got & want)
            counts[kind, "gold"] += sum(s[2] == kind for s in want)
            counts[kind, "pred"] += sum(s[2] == kind for s in got)
    return counts


def crossed(docs, others, args):
    """Measure the tagger, before any rule, on folds of documents, trained on all else."""
    total = Counter()
    for fold in range(args.folds):
        learn = others + [s for n, doc in enumerate(docs) if n % args.folds != fold for s in doc]
        test = [s for n, doc in enumerate(docs) if n % args.folds == fold for s in doc]
        total.update(measure(test, *train(learn, args.epochs, args.least, drop=args.drop)))
    for kinds in (("PER",), ("ORG",), ("LOC",), ("PER", "ORG", "LOC")):
        hit, gold, pred = (sum(total[k, w] for k in kinds) for w in ("hit", "gold", "pred"))
        precision, recall, f1 = 100 * hit / pred, 100 * hit / gold, 200 * hit / (gold + pred)
        print(f"{'+'.join(kinds):12} P {precision:.1f} R {recall:.1f} F1 {f1:.1f}")


def main():
    """Train and measure, or write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--least", type=int, default=2)
    parser.add_argument("--drop", type=float, default=0.0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    sets = [prepare(records_of(Path(path))) for path in args.gold]
    prepared = [doc for each in sets for doc in each]
    for path, each in zip(args.gold, sets, strict=True):
        if args.folds:
            others = [s for other in sets if other is not each for doc in other for s in doc]
            print(path)
            crossed(each, others, args)
    if args.write:
        rows, emission, trans = train(
            [s for doc in prepared for s in doc], args.epochs, args.least, drop=args.drop
        )
        kept = {n: [round(float(v), 1) for v in emission[r]] for n, r in rows.items()}
        kept = {n: values for n, values in sorted(kept.items()) if max(map(abs, values)) >= 0.3}
        out = Path(__file__).parents[1] / "resources" / WEIGHTS
        body = ",\n".join(
            f"{json.dumps(n, ensure_ascii=False)}:{json.dumps(v, separators=(',', ':'))}"
            for n, v in kept.items()
        )
        body = body.replace(".0,", ",").replace(".0]", "]")
        table = json.dumps([[round(float(v), 1) for v in row] for row in trans])
        out.write_text(f'{{"transition":{table},\n"features":{{\n{body}\n}}}}\n', encoding="utf-8")
        print(len(kept), "features", out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
