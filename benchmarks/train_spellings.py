"""Learn what differences between two spellings of a name are worth, or measure it by cross-validation.

    python benchmarks/train_spellings.py PAIRS.tsv [--folds 5] [--write]

PAIRS has lines of split, same (1 or 0), left, right and a note. The weights in the repository were trained on
pairs of Latin spellings from Wikidata, as collected in NETransliteration (CC0). Logistic regression with a
penalty on the squares, full-batch gradient descent with a step for each feature (Adagrad), a fixed seed.

The pairs that are not of one name stand beside each other in the alphabet. Whoever learns from these alone
learns that words with nothing in common are one name. Therefore names that do not belong together are added:
drawn at random, and such as differ in the first letters and are alike behind them.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy

from briefreader.domain import naming
from briefreader.domain.folding import fold
from briefreader.domain.spelling import THRESHOLD, WEIGHTS, evidence, family_key


def pairs(path):
    """Read the pairs: same or not, left, right."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    return [(row[1] == "1", row[2], row[3]) for row in rows]


def strangers(given, seed=5):
    """Return pairs of names that do not belong together, as evidence: at random, and alike but in front."""
    draw = random.Random(seed)
    words = sorted({word for _, left, right in given for word in (left, right)})
    known = {frozenset(each[1:]) for each in given}
    found = [tuple(draw.sample(words, 2)) for _ in range(len(given) // 2)]
    ends = {}
    for word in words:
        if len(word) > 3:
            ends.setdefault(word[1:], []).append(word)
            ends.setdefault(word[2:], []).append(word)
    for alike in ends.values():
        draw.shuffle(alike)
        found += [(a, b) for a, b in pairwise(alike) if a[0] != b[0]]
    return [evidence(a, b) for a, b in found if frozenset((a, b)) not in known and fold(a) != fold(b)]


def learn(told, same, penalty=1.0, rounds=400, least=3):
    """Return the weight of each feature."""
    counts = Counter(name for each in told for name in each)
    names = {name: n for n, name in enumerate(n for n, c in counts.items() if c >= least)}
    where = [(i, names[n], v) for i, each in enumerate(told) for n, v in each.items() if n in names]
    row, col, value = (numpy.array(each) for each in zip(*where, strict=True))
    want = numpy.array(same, dtype=float)
    weights, seen = numpy.zeros(len(names)), numpy.full(len(names), 1e-6)
    for _ in range(rounds):
        total = numpy.bincount(row, value * weights[col], len(told))
        error = 1 / (1 + numpy.exp(-total)) - want
        slope = numpy.bincount(col, value * error[row], len(names)) + penalty * weights
        seen += slope**2
        weights -= 0.3 * slope / numpy.sqrt(seen)
    return {name: float(weights[n]) for name, n in names.items()}


def scores(told, weights):
    """Return the chances of what was told."""
    total = numpy.array([sum(weights.get(n, 0.0) * v for n, v in each.items()) for each in told])
    return 1 / (1 + numpy.exp(-total))


def f1(same, said):
    """Return precision, recall and F1 in percent."""
    hit = sum(a and b for a, b in zip(same, said, strict=True))
    p, r = hit / max(1, sum(said)), hit / sum(same)
    return 100 * p, 100 * r, 200 * p * r / (p + r)


def crossed(args, given, same, told):
    """Print what weights are worth for pairs that they were not learnt from."""
    equal = numpy.array([family_key(a) == family_key(b) for _, a, b in given])
    chances = numpy.zeros(len(given))
    for part in range(args.folds):
        rest = [i for i in range(len(given)) if i % args.folds != part]
        apart = strangers([given[i] for i in rest])
        weights = learn(
            [told[i] for i in rest] + apart, [same[i] for i in rest] + [False] * len(apart), args.penalty
        )
        here = [i for i in range(len(given)) if i % args.folds == part]
        chances[here] = scores([told[i] for i in here], weights)
    chances[equal] = 1
    apart = scores(strangers(given), weights)
    print("strangers taken for one", *(f"{t}: {100 * (apart >= t).mean():.1f}" for t in (0.2, 0.3, 0.4, 0.5)))
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9):
        print("threshold", threshold, *(f"{each:.1f}" for each in f1(same, list(chances >= threshold))))


def persons(path, folds):
    """Measure pairs of full names as they are and with weights learnt anew; print weights."""
    given = pairs(path)
    same = [each[0] for each in given]
    now = [naming.person_likeness(left, right) for _, left, right in given]
    print("persons, as is", *(f"{each:.1f}" for each in f1(same, [each.same for each in now])))
    print(Counter((each.rule, want) for each, want in zip(now, same, strict=True)))
    open_pairs = [i for i, each in enumerate(now) if each.score not in naming.RULED]
    told = {i: naming.pair_evidence(*given[i][1:]) for i in open_pairs}
    names = list(told[open_pairs[0]])
    for penalty in (0.1, 0.3, 1.0):
        chances = numpy.array([float(each.same) for each in now])
        for part in range(folds):
            rest = [i for i in open_pairs if i % folds != part]
            weights = learn([told[i] for i in rest], [same[i] for i in rest], penalty, 2000, 1)
            here = [i for i in open_pairs if i % folds == part]
            chances[here] = scores([told[i] for i in here], weights)
        for threshold in (0.3, 0.4, 0.5, 0.6):
            print("penalty", penalty, threshold, *(f"{e:.1f}" for e in f1(same, list(chances >= threshold))))
    weights = learn([told[i] for i in open_pairs], [same[i] for i in open_pairs], 0.3, 2000, 1)
    print({name: round(weights.get(name, 0), 2) for name in names})
    return given, now


def main():
    """Measure, and write the weights if told to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--persons", action="store_true", help="the pairs are of full names")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    if args.persons:
        persons(args.pairs, args.folds)
        return
    given = pairs(args.pairs)
    same = [each[0] for each in given]
    told = [evidence(left, right) for _, left, right in given]
    if args.folds:
        crossed(args, given, same, told)
    if args.write:
        apart = strangers(given)
        weights = learn(told + apart, same + [False] * len(apart), args.penalty)
        kept = {n: round(w, 2) for n, w in sorted(weights.items()) if abs(w) >= 0.05}
        out = Path(__file__).parents[1] / "resources" / WEIGHTS
        out.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
        print(len(kept), "weights", out.stat().st_size, "bytes; threshold in use", THRESHOLD)


if __name__ == "__main__":
    main()
