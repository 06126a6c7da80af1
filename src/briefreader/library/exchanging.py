"""Decisions as records that go from one workspace to another: docs/notes/decisions.md describes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from briefreader.domain.annotation import Edit
from briefreader.domain.decision import ACTS, Decision, Passage
from briefreader.domain.errors import ReadError
from briefreader.domain.text import Anchor, Span
from briefreader.i18n import _
from briefreader.library.workspace import Workspace

FORMAT = 1


def record(decision: Decision) -> dict[str, Any]:
    """Return the record of a decision; every value is one that JSON has, spans count code points."""
    return {
        "format": FORMAT,
        "id": decision.id,
        "act": decision.act,
        "kind": decision.kind,
        "passages": [
            {
                "document": each.document,
                "start": each.anchor.span.start,
                "end": each.anchor.span.end,
                "exact": each.anchor.exact,
                "before": each.anchor.before,
                "after": each.anchor.after,
            }
            for each in decision.passages
        ],
        "names": list(decision.names),
        "values": dict(decision.values),
        "reason": decision.reason,
        "author": decision.author,
        "created": decision.created,
        "changed": decision.changed,
        "revision": decision.revision,
    }


def decision(told: Mapping[str, Any]) -> Decision:
    """Return the decision of a record; ReadError with a sentence if it is none."""
    try:
        if told["format"] != FORMAT or told["act"] not in ACTS:
            raise ValueError
        passages = tuple(
            Passage(
                str(each["document"]),
                Anchor(
                    Span(int(each["start"]), int(each["end"])),
                    str(each["exact"]),
                    str(each["before"]),
                    str(each["after"]),
                ),
            )
            for each in told["passages"]
        )
        words = {name: str(told.get(name) or "") for name in ("reason", "author", "created", "changed")}
        return Decision(
            str(told["id"]),
            str(told["act"]),
            str(told["kind"]),
            passages,
            tuple(str(each) for each in told["names"]),
            dict(told["values"]),
            **words,
            revision=int(told["revision"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReadError(
            _("This is no record of a decision."), _("Take what “briefreader decisions” has written.")
        ) from error


def missing(workspace: Workspace, decisions: Iterable[Decision]) -> tuple[Edit, ...]:
    """Return the edits that add the decisions that a workspace does not have; its own are never altered."""
    own = {each.id for each in workspace.store.decisions()}
    return tuple(
        Edit(None, each) for each in {each.id: each for each in decisions}.values() if each.id not in own
    )
