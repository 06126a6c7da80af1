"""Scores the ledger against stories told by several sources, with what agrees and differs marked by hand.

    python benchmarks/ledger.py [--stories s,t01] [--show] [--folder FOLDER]

The stories are in ``benchmarks/stories``; its README says what they are. --stories takes beginnings of names.
A claim and a matter meet if two entries of each rest on the same words of the same articles.

Printed: how many of the matters that differ are found as differing, how many of the program's alarms
are right ("differ" that meets a matter that differs; one that meets none is counted as false),
and how many "scope" matters raise an alarm. Stories are surveyed one by one and all together.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from briefreader.domain.document import Document, Published, lines
from briefreader.domain.ledger import Claim
from briefreader.domain.text import Span, canonical
from briefreader.extractors import Reading, extractors
from briefreader.library.surveying import surveyed


def records(path: Path) -> list[dict[str, Any]]:
    """Read a file of records."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def analysed(record: dict[str, Any]) -> tuple[Document, list[Any]]:
    """Return a record as a document, with its facts."""
    text = canonical(record["text"])
    document = Document(
        record["id"], text, lines(text), title=record["title"], outlet=record["source"],
        published=Published(record["published"], "metadata"),
    )  # fmt: skip
    reading = Reading(document)
    return document, [fact for each in extractors() for fact in reading.facts(each)]


def placed(matter: dict[str, Any], texts: dict[str, str]) -> list[tuple[str, Span]]:
    """Return where a matter's words stand."""
    found = []
    for entry in matter["entries"]:
        start = texts[entry["id"]].index(entry["text"])
        found.append((entry["id"], Span(start, start + len(entry["text"]))))
    return found


def meets(claim: Claim, matter: list[tuple[str, Span]]) -> bool:
    """Tell whether a claim rests on the words of two entries of a matter."""
    shared = {
        id
        for id, span in matter
        for each in claim.entries
        if each.document == id and _same(each.mark, each.span, span)
    }
    return len(shared) > 1


def _same(mark: Span, passage: Span, span: Span) -> bool:
    return mark.overlaps(span) or (passage.contains(span) and len(passage) < 3 * len(span))


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(__file__).resolve().parent / "stories")
    parser.add_argument("--stories", default="")
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    wanted = tuple(args.stories.split(","))
    articles = [each for each in records(args.folder / "articles.jsonl") if each["story"].startswith(wanted)]
    made = {each["id"]: analysed(each) for each in articles}
    story = {each["id"]: each["story"] for each in articles}
    texts = {id: document.text for id, (document, _facts) in made.items()}
    gold: dict[str, list[Any]] = defaultdict(list)
    for matter in records(args.folder / "gold.jsonl"):
        if matter["story"] in set(story.values()):
            gold[matter["story"]].append((matter, placed(matter, texts)))
    for name, groups in (
        ("each story by itself", [[id for id in story if story[id] == s] for s in sorted(gold)]),
        ("all stories together", [list(story)]),
    ):
        claims = []
        for ids in groups:
            facts = [fact for id in ids for fact in made[id][1]]
            claims += surveyed([made[id][0] for id in ids], facts, ()).ledger.claims
        report(name, claims, gold, story, args.show)


def report(
    name: str, claims: list[Claim], gold: dict[str, list[Any]], story: dict[str, str], show: bool
) -> None:
    """Print how the claims compare with the gold."""
    matters = [each for group in gold.values() for each in group]
    found: Counter[str] = Counter()
    total = Counter(matter["relation"] for matter, _places in matters)
    for matter, places in matters:
        verdicts = {claim.verdict for claim in claims if meets(claim, places)}
        relation = matter["relation"]
        found[f"{relation} as differ"] += "differ" in verdicts
        found[f"{relation} as agree"] += bool(verdicts & {"agree", "rounding"})
        found[f"{relation} met"] += bool(verdicts - {"single"})
        found[f"{relation} as it is"] += relation in verdicts
        if show and relation in ("agree", "rounding", "refines") and not verdicts - {"single"}:
            print(
                "  apart:",
                matter["story"],
                relation,
                matter["topic"],
                [e["text"][:60] for e in matter["entries"]],
            )
        if show and relation == "differ" and "differ" not in verdicts:
            print(
                "  missed:",
                matter["story"],
                matter["topic"],
                [e["text"][:70] for e in matter["entries"]],
                verdicts,
            )
    alarms = [claim for claim in claims if claim.verdict == "differ"]
    right = [
        c for c in alarms if any(m["relation"] == "differ" and meets(c, places) for m, places in matters)
    ]
    mixed = [c for c in alarms if len({story[e.document] for e in c.entries}) > 1]
    if show:
        for claim in alarms:
            mark = "right" if claim in right else "FALSE"
            print(f"  {mark}: {claim.kind} | {claim.topic[:60]} | {claim.reason}")
            for each in claim.entries:
                print(f"        {each.document} {each.value[:50]!r} | {each.text[:110]!r}")
    print(f"== {name}: {len(claims)} claims, {sum(c.verdict != 'single' for c in claims)} of several sources")
    seen, met = found["differ as differ"], found["differ met"]
    print(f"differ: {seen} of {total['differ']} found, {met} brought together")
    share = f"{100 * len(right) / len(alarms):.1f} %" if alarms else "-"
    print(f"alarms: {len(right)} of {len(alarms)} right ({share}); {len(mixed)} mix stories")
    alarming, agreeing = found["scope as differ"], found["scope as agree"]
    print(f"scope: of {total['scope']} matters {alarming} raise an alarm, {agreeing} are taken to agree")
    for relation in ("agree", "rounding", "refines"):
        met, same, wrong = (found[f"{relation} {how}"] for how in ("met", "as it is", "as differ"))
        print(f"{relation}: {met} of {total[relation]} brought together, {same} so judged, {wrong} as differ")


if __name__ == "__main__":
    main()
