"""Scores the quotes that are found against the gold sets beside the checkout.

    python benchmarks/quotes.py [--errors FILE] [NAME …]

NAME is a part of a set's file name (seeds, wikinews); without one every quotes_*.jsonl is scored. The
gold sets and the scorer are not part of the project: where they are absent this says so and ends.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from pathlib import Path
from typing import Any

from briefreader.domain.document import Document
from briefreader.domain.fact import Fact
from briefreader.extractors import quote
from briefreader.extractors._reading import Reading
from briefreader.readers import records

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def document(record: dict[str, Any]) -> Document:
    """Return a gold record's text as the program reads it, with its noise marked."""
    line = json.dumps({"id": record["id"], "text": record["text"]}).encode()
    draft = next(iter(records.read(line, "gold.jsonl")))
    if draft.text != record["text"]:
        raise SystemExit(f"{record['id']}: the text was changed, so its spans cannot be compared")
    return Document(record["id"], draft.text, draft.blocks, draft.noise, title_how=draft.title_how)


def prediction(text: str, fact: Fact) -> dict[str, Any]:
    """Return a fact in the scorer's form."""
    speaker, cue = fact.data["speaker"] or {}, fact.data["cue"] or {}
    start, end = speaker.get("start"), speaker.get("end")
    return {
        "start": fact.span.start,
        "end": fact.span.end,
        "kind": fact.data["kind"],
        "speaker_start": start,
        "speaker_end": end,
        "speaker_text": text[start:end] if start is not None else None,
        "speaker_name": speaker.get("name"),
        "cue_start": cue.get("start"),
        "cue_end": cue.get("end"),
        "why": fact.data["why"],
    }


def main() -> None:
    """Score each set and print the scorer's table, with the time that the rules took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--errors", type=Path)
    args = parser.parse_args()
    scorer = SHARED / "tools" / "score" / "score_quotes.py"
    if not scorer.exists():
        print(f"No scorer and no gold sets beside the checkout ({scorer}): nothing is scored.")
        return
    spec = importlib.util.spec_from_file_location("score_quotes", scorer)
    assert spec is not None and spec.loader is not None
    score_quotes = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score_quotes)
    errors: list[dict[str, Any]] = []
    for path in sorted((SHARED / "data").glob("quotes_*.jsonl")):
        if args.names and not any(name in path.name for name in args.names):
            continue
        gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        list(quote.extract(Reading(document(gold[0]))))  # lists are read and forms made once in a process
        answers, seconds = {}, 0.0
        for record in gold:
            reading = Reading(document(record))
            reading.mentions, reading.parse  # noqa: B018  (made first, so that only the rules are timed)
            began = time.process_time()
            facts = list(quote.extract(reading))
            seconds += time.process_time() - began
            answers[record["id"]] = {"quotes": [prediction(reading.text, fact) for fact in facts]}
        result = score_quotes.score({d["id"]: d for d in gold}, answers, errors=errors)
        print(f"== {path.name}: {1000 * seconds / len(gold):.1f} ms of rules per article")
        print(score_quotes.show(result))
    if args.errors:
        args.errors.write_text(
            "".join(json.dumps(e, ensure_ascii=False) + "\n" for e in errors), encoding="utf-8"
        )


if __name__ == "__main__":
    sys.exit(main())
