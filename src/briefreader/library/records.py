"""The public format of an analysis: one JSON object a document.

docs/notes/analyse-format.md describes it. Spans are half-open and count code points of ``text``.
"""

from __future__ import annotations

from typing import Any

from briefreader.domain.fact import Analysis, Fact

FORMAT = 1
"""The version of the format: it grows when a key changes its meaning or goes, not when one is added."""


def record(analysis: Analysis, path: str) -> dict[str, Any]:
    """Return the record of a document; every value is one that JSON has."""
    document = analysis.document
    by_kind: dict[str, list[Fact]] = {}
    for fact in sorted(analysis.facts, key=lambda each: (each.span, each.kind)):
        by_kind.setdefault(fact.kind, []).append(fact)
    names = [fact for kind in ("person", "organisation", "place") for fact in by_kind.get(kind, [])]
    published = document.published
    return {
        "format": FORMAT,
        "id": document.id,
        "path": path,
        "sha256": document.sha256,
        "title": document.title,
        "source": document.outlet,
        "language": document.language,
        "published": {
            "value": published.value or None,
            "precision": published.precision,
            "how": published.how,
        },
        "url": document.url,
        "text": document.text,
        "noise": [_span(each) | {"kind": each.kind} for each in document.noise],
        "mentions": [_mention(each) for each in sorted(names, key=lambda each: each.span)],
        "quotes": [_quote(each) for each in by_kind.get("quote", [])],
        "times": [_time(each) for each in by_kind.get("date", []) if each.data.get("type") != "AGE"],
        "figures": [_figure(each) for each in by_kind.get("figure", [])],
        "events": [
            _span(each) | _kept(each, "what", "when", "where", "who") for each in by_kind.get("event", [])
        ],
        "agreements": [_span(each) | _agreement(each) for each in by_kind.get("agreement", [])],
        "key": [
            _span(each) | {"kind": each.data.get("kind", "sentence"), "score": each.score}
            for each in by_kind.get("key", [])
        ],
        "warnings": list(document.warnings),
    }


def _span(each: Any) -> dict[str, Any]:
    return {"start": each.span.start, "end": each.span.end}


_PLACES = {"when": "when", "signed": "when", "what": "about"}


def _kept(fact: Fact, *keys: str) -> dict[str, Any]:
    """Return these keys of a fact's data; what is left out there is taken from its typed place."""
    kept: dict[str, Any] = {}
    for key in keys:
        value = fact.data.get(key)
        if value is None and key in _PLACES:
            value = getattr(fact, _PLACES[key]) or None
        kept[key] = [] if value is None and key in ("who", "parties") else value
    return kept


def _agreement(fact: Fact) -> dict[str, Any]:
    """Return the keys of an agreement; what is yet to be signed is due on a day, and signed on none."""
    kept = _kept(fact, "what", "signed", "due", "force", "parties")
    return kept | {"signed": None} if kept["due"] else kept


def _mention(fact: Fact) -> dict[str, Any]:
    name = fact.data.get("name") or fact.about or fact.text
    return _span(fact) | {"kind": fact.kind, "name": name, "entity": fact.data.get("entity")}


def _quote(fact: Fact) -> dict[str, Any]:
    speaker, cue = fact.data.get("speaker"), fact.data.get("cue")
    return _span(fact) | {
        "kind": fact.data.get("kind", "direct"),
        "speaker": {key: speaker.get(key) for key in ("start", "end", "name", "entity")} if speaker else None,
        "cue": {key: cue.get(key) for key in ("start", "end")} if cue else None,
    }


def _time(fact: Fact) -> dict[str, Any]:
    return _span(fact) | {
        "type": fact.data.get("type", "DATE"),
        "value": fact.when or None,
        "from": fact.data.get("from"),
        "to": fact.data.get("to"),
    }


def _figure(fact: Fact) -> dict[str, Any]:
    return _span(fact) | {
        "bare": dict(fact.data.get("core") or _span(fact)),
        "kind": fact.data.get("kind", "count"),
        "value": fact.amount,
        "unit": fact.unit or None,
        "comparator": fact.data.get("comparator") or None,
        "measure": fact.data.get("measure") or fact.about or None,
        "period": fact.data.get("period") or fact.when or None,
        "key": bool(fact.data.get("key")),
    }
