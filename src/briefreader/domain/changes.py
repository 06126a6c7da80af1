"""What a write touched, so that every view knows whether to look again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of what was added, altered or removed; ``everything`` stands for all of it.

    ``statuses`` are documents on which a person set or noted anything; ``corrected`` those of them whose
    title, outlet or date is now another. ``gone`` are documents whose place a newer version has taken.
    """

    documents: frozenset[str] = frozenset()
    annotations: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    corrected: frozenset[str] = frozenset()
    decisions: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    briefings: frozenset[str] = frozenset()
    everything: bool = False

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            self.documents | other.documents,
            self.annotations | other.annotations,
            self.statuses | other.statuses,
            self.corrected | other.corrected,
            self.decisions | other.decisions,
            self.gone | other.gone,
            self.briefings | other.briefings,
            self.everything or other.everything,
        )

    def __bool__(self) -> bool:
        made = self.annotations or self.statuses or self.decisions or self.briefings
        return self.everything or bool(self.documents or made)

    def touches(self, document: str) -> bool:
        """Tell whether this document, its state or its analysis may be other than before."""
        touched = document in self.documents or document in self.statuses or document in self.gone
        return self.everything or touched

    def rewrites(self, document: str) -> bool:
        """Tell whether words or facts of this document may be other, not only what is marked in it."""
        touched = document in self.documents | self.corrected | self.gone
        return self.everything or touched or bool(self.decisions)

    @property
    def evidence(self) -> bool:
        """Tell whether what is found over the whole corpus may be other than before."""
        return self.everything or bool(self.documents or self.corrected or self.decisions)


EVERYTHING = Changes(everything=True)
