"""Prints every score on the development sets beside the checkout, by the scorer that lies with them.

    python benchmarks/scores.py [NAME …]

NAME is a part of a set's name, or "ledger". The sets and the scorer, in ``../shared``, are not part of the
project: where they are absent this says so and ends. The program is run as a user runs it, by ``briefreader
analyse``; the ledger is held against the matters that were marked by hand in the seeds.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
RUN = f"{sys.executable} -m briefreader analyse"
MAP = {
    "corroboration": ("agree", "rounding", "refines"),
    "contradiction": ("differ",),
    "contradiction-minor": ("differ",),
    "refinement": ("refines",),
}
"""Which verdicts are right for a matter that was marked by hand."""


def scored(gold: Path) -> None:
    """Print the scores of one set."""
    script = SHARED / "tools" / "evaluate.py"
    done = subprocess.run(
        [sys.executable, str(script), str(gold), "--run", RUN], capture_output=True, text=True, check=False
    )
    print(f"== {gold.stem}")
    print(done.stdout.rstrip() or done.stderr.rstrip())


def ledger() -> None:
    """Print which of the matters that were marked by hand the ledger of the seeds has, and how it judges."""
    gold = json.loads((SHARED / "gold" / "facts.json").read_text(encoding="utf-8"))["cross_source"]
    files = sorted((ROOT / "seeds").glob("*.txt"))
    command = [sys.executable, "-m", "briefreader", "ledger", str(ROOT / "seeds")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    names = dict(zip(_ids(files), (path.name[:3] for path in files), strict=True))
    print("== ledger on the seeds")
    for matter in gold:
        wanted = MAP.get(matter["relation"])
        if wanted is None:
            continue
        places = [(each["doc"], each["start"], each["end"]) for each in matter["evidence"]]
        verdicts = {claim["verdict"] for claim in told["claims"] if _meets(claim, places, names)}
        mark = "found" if verdicts & set(wanted) else "together" if verdicts - {"single"} else "-"
        print(f"{matter['id']:4} {mark:9} {matter['relation']:20} {matter['topic'][:60]} {sorted(verdicts)}")


def _ids(files: list[Path]) -> list[str]:
    from hashlib import sha256

    return [sha256(path.read_bytes()).hexdigest() for path in files]


def _meets(claim: dict[str, Any], places: list[tuple[str, int, int]], names: dict[str, str]) -> bool:
    found = {
        doc
        for doc, start, end in places
        for each in claim["entries"]
        if names[each["document"]] == doc and each["start"] < end and start < each["end"]
    }
    return len(found) > 1


def main() -> None:
    """Score each set that is named, or all."""
    if not (SHARED / "tools" / "evaluate.py").exists():
        print(f"No scorer and no sets beside the checkout ({SHARED.name}): nothing is scored.")
        return
    wanted = sys.argv[1:]
    for gold in sorted((SHARED / "data").glob("*.jsonl")):
        if not wanted or any(name in gold.stem for name in wanted):
            scored(gold)
    if not wanted or "ledger" in wanted:
        ledger()


if __name__ == "__main__":
    main()
