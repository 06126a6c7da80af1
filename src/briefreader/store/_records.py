"""Turns values into rows of the tables, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any

from briefreader.domain.annotation import Annotation, Discarded, Status
from briefreader.domain.decision import Decision, Passage
from briefreader.domain.document import Block, Document, Noise, Published
from briefreader.domain.fact import Fact
from briefreader.domain.query import Row
from briefreader.domain.text import Anchor, Span

SNIPPET = 240
"""How many code points of the article a list can show."""


def packed(value: object) -> str:
    """Return a value as compact JSON; the empty list or object as an empty string."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else ""


def unpacked(text: str) -> Any:
    """Return what was packed; an empty list for an empty string."""
    return json.loads(text) if text else []


def document_row(document: Document, analyser: str) -> tuple[object, ...]:
    """Return the row of the table of documents, in the order of its columns."""
    said = _said(document)
    published = document.published
    return (
        document.id,
        document.title,
        document.title_how,
        published.value,
        published.how,
        published.reason,
        document.outlet,
        document.author,
        document.language,
        document.url,
        document.origin,
        document.sha256,
        document.reader,
        analyser,
        packed(document.warnings),
        shortened(" ".join(said)),
        sum(len(line.split()) for line in said),
    )


def _said(document: Document) -> list[str]:
    said = (document.said(block.span) for block in document.blocks if block.kind != "title")
    return [line for line in said if line]


def shortened(said: str) -> str:
    """Return the beginning of an article, cut between words."""
    if len(said) <= SNIPPET:
        return said
    cut = said.rfind(" ", SNIPPET // 2, SNIPPET)
    return said[: cut if cut > 0 else SNIPPET].rstrip() + "…"


def text_row(n: int, document: Document) -> tuple[object, ...]:
    """Return the row of the table of texts."""
    blocks = [(each.kind, each.span.start, each.span.end, each.level) for each in document.blocks]
    noise = [(each.kind, each.span.start, each.span.end) for each in document.noise]
    return n, document.text, packed(blocks), packed(noise)


def fact_rows(n: int, found: Iterable[Fact]) -> list[tuple[object, ...]]:
    """Return the rows of the table of facts, by place."""
    ordered = sorted(found, key=lambda fact: (fact.span, fact.kind))
    return [
        (
            n,
            place,
            fact.kind,
            fact.span.start,
            fact.span.end,
            fact.text,
            fact.when,
            fact.amount,
            fact.unit,
            fact.about,
            fact.score,
            packed(dict(fact.data)),
        )
        for place, fact in enumerate(ordered)
    ]


def fact_of(row: Sequence[Any]) -> Fact:
    """Return the fact of a row."""
    document, kind, start, end, text, when, amount, unit, about, score, data = row
    return Fact(
        document,
        kind,
        Span(start, end),
        text,
        when,
        amount,
        unit,
        about,
        score,
        json.loads(data) if data else {},
    )


def document_of(row: Any) -> Document:
    """Return the document of a row that joins documents, texts and the listing."""
    return Document(
        row.id,
        row.text,
        tuple(Block(kind, Span(start, end), level) for kind, start, end, level in unpacked(row.blocks)),
        tuple(Noise(kind, Span(start, end)) for kind, start, end in unpacked(row.noise)),
        row.title,
        row.title_how,
        published_of(row),
        row.outlet,
        row.author,
        row.language,
        row.url,
        row.origin,
        row.sha256,
        row.reader,
        tuple(unpacked(row.warnings)),
    )


def published_of(row: Any) -> Published:
    """Return the date of a row of the listing; the reason is the machine's, so not for the user's date."""
    reason = "" if row.published_how == "user" else row.published_reason
    return Published(row.published, row.published_how, reason)


def list_row(row: Any, tags: tuple[str, ...]) -> Row:
    """Return what a list shows of a row that joins documents and the listing."""
    return Row(
        row.id,
        row.title,
        row.title_how,
        row.outlet,
        published_of(row),
        row.snippet,
        row.words,
        not row.unread,
        bool(row.starred),
        row.stars,
        row.notes,
        row.highlights,
        tags,
    )


def anchor_values(anchor: Anchor) -> dict[str, Any]:
    """Return the values that make an anchor."""
    span = anchor.span
    return {
        "start": span.start, "end": span.end,
        "exact": anchor.exact, "before": anchor.before, "after": anchor.after,
    }  # fmt: skip


def anchor_of(values: Mapping[str, Any]) -> Anchor:
    """Return the anchor that these values make."""
    span = Span(values["start"], values["end"])
    return Anchor(span, values["exact"], values["before"], values["after"])


_NOWHERE: dict[str, object] = {"start": 0, "end": 0, "exact": "", "before": "", "after": ""}
"""What stands in the place of an anchor for an annotation of a whole document."""


def annotation_row(annotation: Annotation) -> dict[str, object]:
    """Return the row of an annotation."""
    return {
        "id": annotation.id,
        "document": annotation.document,
        **(anchor_values(annotation.anchor) if annotation.anchor else _NOWHERE),
        "starred": annotation.starred,
        "colour": annotation.colour,
        "underline": annotation.underline,
        "note": annotation.note,
        "tags": packed(annotation.tags),
        "author": annotation.author,
        "created": annotation.created,
        "changed": annotation.changed,
        "revision": annotation.revision,
    }


def discarded_row(annotation: Annotation, when: str) -> dict[str, object]:
    """Return the row of an annotation that is removed."""
    values = annotation_row(annotation) | {"tags": annotation.tags}
    return {"id": annotation.id, "annotation": packed(values), "when": when}


def discarded_of(row: Any) -> Discarded:
    """Return the removed annotation of a row."""
    found = row._mapping
    values = unpacked(found["annotation"])
    anchor = anchor_of(values) if values["end"] else None
    names = [each.name for each in fields(Annotation) if each.name not in ("anchor", "tags")]
    own = {name: values[name] for name in names if name in values}  # what was not known then is left out
    return Discarded(Annotation(anchor=anchor, tags=tuple(values["tags"]), **own), found["when"])


def annotation_of(row: Sequence[Any]) -> Annotation:
    """Return the annotation of a row of all columns: by their order, as there may be a hundred thousand."""
    id, document, start, end, exact, before, after, starred, colour, underline, *rest = row
    note, tags, author, created, changed, revision = rest
    return Annotation(
        id,
        document,
        Anchor(Span(start, end), exact, before, after) if end else None,
        revision,
        starred=starred,
        colour=colour,
        underline=underline,
        note=note,
        tags=_tags_of(tags),
        author=author,
        created=created,
        changed=changed,
    )


@lru_cache(maxsize=4_096)  # most marks have the tags of others
def _tags_of(packed: str) -> tuple[str, ...]:
    return tuple(unpacked(packed))


def status_row(status: Status) -> dict[str, object]:
    """Return the row of a status."""
    return {
        "document": status.document,
        "starred": status.starred,
        "read": status.read,
        "tags": packed(status.tags),
        "title": status.title,
        "outlet": status.outlet,
        "published": status.published,
        "revision": status.revision,
    }


def status_of(row: Any) -> Status:
    """Return the status of a row."""
    return Status(
        row.document,
        row.starred,
        row.read,
        tuple(unpacked(row.tags)),
        row.title,
        row.outlet,
        row.published,
        row.revision,
    )


def decision_row(decision: Decision) -> dict[str, object]:
    """Return the row of a decision."""
    return {
        "id": decision.id,
        "act": decision.act,
        "kind": decision.kind,
        "document": decision.document,
        "passages": packed([{"document": p.document} | anchor_values(p.anchor) for p in decision.passages]),
        "names": packed(decision.names),
        "values": packed(dict(decision.values)),
        "reason": decision.reason,
        "author": decision.author,
        "created": decision.created,
        "changed": decision.changed,
        "revision": decision.revision,
    }


def decision_of(row: Any) -> Decision:
    """Return the decision of a row."""
    found = row._mapping  # "values" is also a method of a row
    return Decision(
        found["id"],
        found["act"],
        found["kind"],
        tuple(Passage(each["document"], anchor_of(each)) for each in unpacked(found["passages"])),
        tuple(unpacked(found["names"])),
        unpacked(found["values"]) or {},
        found["reason"],
        found["author"],
        found["created"],
        found["changed"],
        found["revision"],
    )
