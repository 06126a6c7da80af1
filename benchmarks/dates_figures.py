"""Score dates and figures on the development data, and time them.

    python benchmarks/dates_figures.py [--errors N] [--only NAME] [--no-parse]

Looks for the data beside the repository, in ../shared; says so and ends with 69 where it is absent.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from briefreader.domain.document import Document, Noise, Published, lines
from briefreader.domain.text import Span
from briefreader.extractors import date, figure
from briefreader.extractors._reading import Reading

SHARED = Path(__file__).resolve().parents[2] / "shared"
KINDS = {"money": "MONEY", "percent": "PERCENT", "quantity": "QUANTITY", "count": "QUANTITY"}
SETS = ("facts_seeds", "facts_wikinews", "rec_dates", "rec_figures")


def records(name: str) -> list[dict[str, Any]]:
    """Return the records of a data set."""
    with (SHARED / "data" / f"{name}.jsonl").open(encoding="utf-8") as source:
        return [json.loads(line) for line in source if line.strip()]


def document(record: dict[str, Any]) -> Document:
    """Make the document that a record describes."""
    text, day = record["text"], record.get("reference_date") or ""
    noise = (Noise("date line", Span(0, 15)),) if text.startswith("date 2") and text[15:16].isspace() else ()
    return Document(
        record["id"], text, lines(text), noise, published=Published(day[:10], "given" if day else "none")
    )


def predicted(docs: Iterable[Document], seconds: dict[str, float]) -> Iterator[dict[str, Any]]:
    """Yield what the extractors find, in the form that the scorers read."""
    for each in docs:
        reading = Reading(each)
        if not NO_PARSE:
            _ = reading.quotations  # made for the quotes, and shared
        start = time.process_time()
        times = [{"start": f.span.start, "end": f.span.end, **f.data} for f in date.extract(reading)]
        middle = time.process_time()
        figures = [
            {"start": f.span.start, "end": f.span.end, "kind": KINDS[f.data["kind"]], "value": f.amount,
             "unit": f.unit}
            for f in figure.extract(reading)
        ]  # fmt: skip
        seconds["dates"] += middle - start
        seconds["figures"] += time.process_time() - middle
        yield {"id": each.id, "text": each.text, "times": times, "figures": figures}


def scorers() -> tuple[ModuleType, ModuleType]:
    """Return the two scorers."""
    sys.path.insert(0, str(SHARED / "tools"))
    from score import score_figures, score_times  # type: ignore[import-not-found]

    return score_times, score_figures


def key_figures() -> str:
    """Return precision and recall of the figures marked as key on the articles annotated by hand."""
    gold = json.loads((SHARED / "gold" / "facts.json").read_text(encoding="utf-8"))
    wanted = {(f["doc"], f["start"]) for f in gold["figures"] if f["key"] and f["kind"] != "ORDINAL"}
    hits = found = 0
    for record in records("facts_seeds"):
        for fact in figure.extract(Reading(document(record))):
            if fact.data["key"]:
                found += 1
                hits += any(
                    doc == record["id"] and fact.span.start <= at < fact.span.end for doc, at in wanted
                )
    return f"key figures: {hits} right of {found} found, {len(wanted)} wanted"


def report(name: str, shown: int) -> None:
    """Print every measure of one data set."""
    score_times, score_figures = scorers()
    gold = records(name)
    seconds = {"dates": 0.0, "figures": 0.0}
    found = list(predicted(map(document, gold), seconds))
    print(
        f"== {name}: {len(gold)} texts,",
        ", ".join(f"{k} {1000 * v / len(gold):.2f} ms" for k, v in seconds.items()),
    )
    errors: list[Any] = []
    if any(doc.get("times") is not None for doc in gold):
        for measure, count in score_times.score(gold, found, errors=errors).items():
            print(f"times {measure:20} {count}")
    if any(doc.get("figures") is not None for doc in gold):
        scope = {doc["scope"] for doc in gold if doc.get("scope")} or {"MONEY", "PERCENT", "QUANTITY"}
        for measure, count in score_figures.score(gold, found, sorted(scope), errors).items():
            print(f"figures {measure:20} {count}")
    for error in errors[:shown]:
        print("  ", *error, sep=" | ")


def main() -> int:
    """Score the sets that are asked for."""
    global NO_PARSE
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--only", action="append")
    parser.add_argument("--no-parse", action="store_true")
    args = parser.parse_args()
    NO_PARSE = args.no_parse
    if not SHARED.is_dir():
        print("the data of ../shared is not here", file=sys.stderr)
        return 69
    list(predicted([Document("warm", "On Monday it paid 5 million euros.")], {"dates": 0.0, "figures": 0.0}))
    for name in args.only or SETS:
        report(name, args.errors)
    print(key_figures())
    return 0


NO_PARSE = False

if __name__ == "__main__":
    raise SystemExit(main())
