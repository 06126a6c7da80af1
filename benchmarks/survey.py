"""Measures the survey over many articles: CPU seconds of each part, and the memory that it takes.

    python benchmarks/survey.py [--documents 5000] [--fewer 500]

The articles are the seeds under other letters: each copy has its vowels and consonants exchanged in a way
of its own, so that names, words and sketches differ while every span stays where it is. Two sizes are
measured in one run, so that the growth can be told from the ratio whatever the machine is doing.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefreader.domain.document import Document
from briefreader.domain.fact import Fact
from briefreader.library import surveying
from briefreader.library.pipeline import Job, read_and_analyse

SEEDS = sorted((Path(__file__).resolve().parents[1] / "seeds").glob("*.txt"))
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"


def table(number: int) -> dict[int, int]:
    """Return a way to exchange letters, another for each number."""
    chance = random.Random(number)
    found: dict[int, int] = {}
    for letters in (VOWELS, CONSONANTS):
        other = list(letters)
        chance.shuffle(other)
        for one, two in zip(letters, other, strict=True):
            found |= {ord(one): ord(two), ord(one.upper()): ord(two.upper())}
    return found


def turned(value: Any, letters: dict[int, int], kept: frozenset[str]) -> Any:
    """Return a value of a fact with the letters of its words exchanged; keys and kinds stay."""
    if isinstance(value, str):
        return value if value in kept else value.translate(letters)
    if isinstance(value, dict):
        still = (
            "kind",
            "family",
            "status",
            "comparator",
            "type",
            "rank",
            "from",
            "to",
            "first",
            "last",
            "when",
        )
        return {key: each if key in still else turned(each, letters, kept) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [turned(each, letters, kept) for each in value]
    return value


def corpus(size: int) -> tuple[list[Document], list[Fact]]:
    """Return so many documents with their facts."""
    first = [each for path in SEEDS for each in read_and_analyse(Job(str(path)))]
    documents, facts = [], []
    kept = frozenset(("person", "organisation", "place"))
    for number in range(size):
        analysis, letters = first[number % len(first)], table(number // len(first))
        id = f"{number:06d}"
        text = analysis.document.text.translate(letters)
        documents.append(replace(analysis.document, id=id, text=text, outlet=f"Outlet {number % 50}"))
        for fact in analysis.facts:
            data = turned(dict(fact.data), letters, kept)
            if data.get("entity"):
                data["entity"] = f"{fact.kind}:{fact.data['entity'].partition(':')[2].translate(letters)}"
            for key in ("parties", "around", "guests", "goal"):
                for each in data.get(key) or ():
                    if isinstance(each, dict):
                        each["entity"] = f"{each['kind']}:{each['entity'].partition(':')[2]}"
            text, about = fact.text.translate(letters), fact.about.translate(letters)
            facts.append(replace(fact, document=id, text=text, about=about, data=data))
    return documents, facts


def measured(size: int) -> float:
    """Print and return the CPU seconds of a survey of so many documents."""
    documents, facts = corpus(size)
    began = time.process_time()
    survey = surveying.surveyed(documents, facts, ())
    took = time.process_time() - began
    several = sum(each.verdict != "single" for each in survey.ledger.claims)
    names, claims = len(survey.register.entities), len(survey.ledger.claims)
    print(f"{size} documents, {len(facts)} facts: {took:.2f} s of CPU")
    print(f"    {names} names; {claims} claims, {several} of several sources")
    return took


def main() -> None:
    """Measure two sizes and print how the time grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--fewer", type=int, default=500)
    args = parser.parse_args()
    few, many = measured(args.fewer), measured(args.documents)
    print(f"{args.documents / args.fewer:.0f} times the documents take {many / few:.1f} times the CPU")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
