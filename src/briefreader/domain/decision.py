"""What a person decides about what the machine found: kept over every new analysis, and undoable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefreader.domain.text import Anchor

FACT_ACTS = ("accept", "reject", "correct")
NAME_ACTS = ("merge", "split", "never", "rename")
CLAIM_ACTS = ("confirm", "dismiss", "link")
NAME_COLOUR = "name colour"
ACTS = (*FACT_ACTS, *NAME_ACTS, *CLAIM_ACTS, NAME_COLOUR)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document that can be found again after the document has been read anew."""

    document: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. It rests on words and passages, never on ids that a new analysis could change.

    ``kind`` is the kind of the fact, name or claim that it is about. What is used of the rest
    depends on ``act``:

    - "accept", "reject": the fact at the one passage; ``reason`` says why it was rejected.
    - "correct": the fact at the one passage; ``values`` holds what is other: "start" and "end" (code
      points), "speaker" (a name), "value" (the words), "amount", "unit", "when", "about"; of a figure
      "comparator" (its sign, "=" for none) and "to" (the upper end of a range; None for no range).
    - "merge": all ``names`` (folded spellings) are one bearer.
    - "never": the ``bearers`` are never one.
    - "split": the mentions at the passages, or of the one spelling in ``names``, are a bearer of
      their own, called ``values["name"]``.
    - "rename": the bearer of ``names`` is shown as ``values["name"]``.
    - "confirm", "dismiss": the claim that rests on the passages; ``reason`` says why it is dismissed.
    - "link": the passages are one claim, about ``values["topic"]``.
    - "name colour": marks of ``values["colour"]`` are called ``values["name"]``.

    ``id`` is a UUID in text form; times are ISO 8601 in UTC; ``revision`` counts the writes.
    """

    id: str
    act: str
    kind: str = ""
    passages: tuple[Passage, ...] = ()
    names: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    author: str = ""
    created: str = ""
    changed: str = ""
    revision: int = 0

    @property
    def bearers(self) -> tuple[tuple[str, ...], ...]:
        """Return whom "never" keeps apart, by spellings; if ``values`` has none, each name is one."""
        given = self.values.get("bearers") or [[name] for name in self.names]
        return tuple(tuple(map(str, names)) for names in given)

    @property
    def document(self) -> str:
        """Return the document of its first passage; "" if it is about the whole corpus."""
        return self.passages[0].document if self.passages else ""
