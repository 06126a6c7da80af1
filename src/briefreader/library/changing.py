"""What has changed since a briefing was exported: in its lines, and in the corpus beside them.

``written`` is kept with an export and says what the corpus held then; ``changes`` compares it with now. The
same outline, survey and store give the same text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefreader.domain.briefing import Briefing
from briefreader.domain.decision import Passage
from briefreader.domain.folding import fold
from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.outline import Exported, Line, Outline
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.library import corroborating
from briefreader.library._cited import Cited, Found
from briefreader.library.outlining import new_id
from briefreader.store import Store

FORMAT = 1
"""The version of the kept state: one of another version tells nothing."""

CHANGES = ("contradicted", "superseded", "source changed", "corroborated", "new")
"""What can have become of something, the weightiest first."""

_COMPARED = ("differ", "refines", "agree", "rounding")  # verdicts that are worth telling

State = dict[str, Any]


@dataclass(frozen=True, slots=True)
class News:
    """Something worth knowing in the corpus that no line of the briefing rests on.

    ``kind`` is "claim" or "source", ``change`` one of CHANGES, ``label`` the matter or the title;
    ``claim`` is the id of the claim, ``document`` and ``span`` are where to read it.
    """

    kind: str
    change: str
    label: str
    document: str
    span: Span | None = None
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed: each changed line by its id, with one of CHANGES; and the news beside them."""

    lines: Mapping[str, str] = field(default_factory=dict)
    corpus: tuple[News, ...] = ()


def written(outline: Outline, survey: Survey | None, store: Store) -> str:
    """Return the state as the JSON text that is kept with an export."""
    return json.dumps(state(outline, survey, store), ensure_ascii=False, sort_keys=True)


def state(outline: Outline, survey: Survey | None, store: Store) -> State:
    """Return what the corpus holds now of each line of an outline, and beside them.

    Without a survey only the sources themselves are told.
    """
    told: State = {"format": FORMAT, "lines": _lines(outline, survey, store)}
    if survey is not None:
        told["documents"] = sorted(map(_short, survey.sources))
        told["claims"] = [
            {
                "marks": sorted({_short(each.document, *_ends(each.mark)) for each in claim.entries}),
                "topic": _topic(claim),
                "verdict": claim.verdict,
                "origins": claim.origins,
            }
            for claim in _shared(survey)
        ]
    return told


def since_export(outline: Outline, survey: Survey | None, store: Store) -> Changed:
    """Return what has changed since a briefing was last exported: nothing if it never was."""
    exports = store.exports(outline.id)
    return changes(outline, exports[0], survey, store) if exports else Changed()


def keep_export(
    outline: Outline,
    survey: Survey | None,
    store: Store,
    briefing: Briefing,
    path: Path,
    format: str,
    data: bytes,
) -> None:
    """Put an export into the history of its briefing: the file at ``path`` holds ``data``."""
    digest, told = hashlib.sha256(data).hexdigest(), written(outline, survey, store)
    store.keep_export(
        Exported(new_id(), outline.id, briefing.made, str(path), format, digest, briefing.manifest, told)
    )


def changes(outline: Outline, exported: Exported, survey: Survey | None, store: Store) -> Changed:
    """Return what changed since an export; nothing if it was kept without a state."""
    then = _read(exported.state)
    if not then:
        return Changed()
    now = _lines(outline, survey, store)
    known = {_fingerprint(each) for each in then["lines"].values() if each["passages"]}
    lines: dict[str, str] = {}
    for id, line in now.items():
        before = then["lines"].get(id)
        if before is None and _fingerprint(line) not in known:
            lines[id] = "new"
        elif before is not None and (found := _change(before["passages"], line["passages"])):
            lines[id] = found
    news = tuple(_news(outline, then, survey, store)) if survey is not None and "claims" in then else ()
    return Changed(lines, news)


# -- lines -----------------------------------------------------------------------------------------


def _lines(outline: Outline, survey: Survey | None, store: Store) -> State:
    cited = _cited(outline, store)
    return {
        line.id: {
            "kind": line.kind,
            "passages": {
                _short(each.document, *_ends(each.anchor.span)): _standing(line, cited.found(each), survey)
                for each in line.evidence
            },
        }
        for _part, line in outline.lines()
    }


def _cited(outline: Outline, store: Store) -> Cited:
    return Cited(store, [each for _part, line in outline.lines() for each in line.evidence], outline.scope)


def _standing(line: Line, found: Found, survey: Survey | None) -> State:
    """Return how a passage of a line stands: its source, how many others say the same and otherwise."""
    told: State = {"source": [found.document.id, found.document.sha256, found.span is not None]}
    if survey is None:
        return told
    others, against, latest = 0, 0, ""
    for claim, entry in _entries(line, found, survey):
        same = {each.origin for each in corroborating.saying(claim, entry)}
        others += len(same - {entry.origin})
        if claim.verdict == "differ":
            against += len({each.origin for each in claim.entries} - same)
        elif claim.verdict == "refines":
            latest = _newer(claim, entry) or latest
    return told | {"others": others, "against": against, "latest": latest}


def _entries(line: Line, found: Found, survey: Survey) -> Iterator[tuple[Claim, ClaimEntry]]:
    """Yield the claims that a passage of a line is a part of, with what they hold of it."""
    if found.span is None or line.kind in ("person", "timeline"):
        return
    id, span, ledger = found.document.id, found.span, survey.ledger
    if line.kind in ("fact", "quote", "figures", "chart"):
        stated = {"fact": str(line.values.get("kind") or ""), "quote": "quote"}.get(line.kind, "figure")
        own = corroborating.claim_of(ledger, id, span, stated)
        claims: tuple[Claim, ...] = (own,) if own is not None else ()
    else:
        claims = ledger.touching(id, span)
    for claim in claims:
        entry = corroborating.entry_of(claim, id, span)
        if entry is not None and claim.decision != "dismissed":
            yield claim, entry


def _newer(claim: Claim, entry: ClaimEntry) -> str:
    """Return the value of the last source that says otherwise and came out later; "" if there is none."""
    same = corroborating.saying(claim, entry)
    first = entry.published.first
    later = [
        each
        for each in claim.entries
        if each not in same and first and each.published.first and each.published.first > first
    ]
    return " ".join(later[-1].value.split()) if later else ""


def _change(before: Mapping[str, State], now: Mapping[str, State]) -> str:
    """Return the weightiest change of the passages that were there before; "" for none."""
    found = {
        change
        for key, passage in now.items()
        if key in before
        for change in _passage_changes(before[key], passage)
    }
    return next((each for each in CHANGES if each in found), "")


def _passage_changes(before: State, now: State) -> Iterator[str]:
    if now["source"] != before["source"]:
        yield "source changed"
    if "others" not in before or "others" not in now:
        return  # there was no survey to tell
    if now["against"] > before["against"]:
        yield "contradicted"
    if now["latest"] and now["latest"] != before["latest"]:
        yield "superseded"
    if now["others"] > before["others"]:
        yield "corroborated"


# -- the corpus ------------------------------------------------------------------------------------


def _news(outline: Outline, then: State, survey: Survey, store: Store) -> Iterator[News]:
    """Yield what is worth knowing beside the lines: contradictions first, new sources last."""
    rests = [(each.document.id, each.span) for each in _found(outline, store) if each.span is not None]
    used = {claim.id for id, span in rests for claim in survey.ledger.touching(id, span)}
    known = _Known(then["claims"])
    told = [
        (change, claim)
        for claim in _shared(survey)
        if claim.id not in used and (change := known.change(claim))
    ]
    for change, claim in sorted(told, key=lambda entry: CHANGES.index(entry[0])):
        last = claim.entries[-1]
        yield News("claim", change, claim.topic, last.document, last.mark, claim.id)
    yield from _sources(then, survey, store)


def _found(outline: Outline, store: Store) -> Iterable[Found]:
    cited = _cited(outline, store)
    passages: list[Passage] = [each for _part, line in outline.lines() for each in line.evidence]
    return map(cited.found, passages)


def _sources(then: State, survey: Survey, store: Store) -> Iterator[News]:
    before = frozenset(then["documents"])
    fresh = [id for id in survey.sources if _short(id) not in before]
    replaced = {new for old, new in store.predecessors(fresh).items() if _short(old) in before}
    for id in fresh:
        change = "source changed" if id in replaced else "new"
        yield News("source", change, survey.sources[id].title, id)


class _Known:
    """The matters that several sources spoke of then, known again by their passages or by their name."""

    def __init__(self, claims: Sequence[State]) -> None:
        self._by: dict[str, list[State]] = {}
        for each in claims:
            for key in (*each["marks"], each["topic"]):
                self._by.setdefault(key, []).append(each)

    def change(self, claim: Claim) -> str:
        """Return what has become of a matter since; "" for nothing."""
        marks = [_short(each.document, *_ends(each.mark)) for each in claim.entries]
        before = [old for key in marks for old in self._by.get(key, ())] or self._by.get(_topic(claim), [])
        verdicts = {each["verdict"] for each in before}
        if claim.verdict == "differ" and "differ" not in verdicts:
            return "contradicted" if before else "new"
        if claim.verdict == "refines" and "refines" not in verdicts:
            return "superseded" if before else "new"
        if not before:
            return "new"
        return "corroborated" if claim.origins > max(each["origins"] for each in before) else ""


def _shared(survey: Survey) -> list[Claim]:
    """Return the claims that several independent sources speak of, in the order of the ledger."""
    return [
        each
        for each in survey.ledger.claims
        if each.origins > 1 and each.verdict in _COMPARED and each.decision != "dismissed"
    ]


# -- what is kept ----------------------------------------------------------------------------------


def _read(text: str) -> State:
    """Return a kept state; an empty one if there is none, or none that is understood."""
    try:
        told = json.loads(text) if text else {}
    except ValueError:
        return {}
    return told if isinstance(told, dict) and told.get("format") == FORMAT else {}


def _fingerprint(line: State) -> tuple[str, ...]:
    return (line["kind"], *sorted(line["passages"]))


def _ends(span: Span) -> tuple[str, str]:
    return str(span.start), str(span.end)


def _topic(claim: Claim) -> str:
    return _short("topic", claim.kind, claim.period, fold(claim.topic))


def _short(*words: str) -> str:
    """Return a short name that is the same for the same words: a corpus has many passages."""
    return hashlib.sha256("\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:16]
