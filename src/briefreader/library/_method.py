"""The note at the end of a briefing that says how it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import briefreader
from briefreader.domain.briefing import CitedSource
from briefreader.domain.outline import Line, Outline
from briefreader.i18n import _, plural
from briefreader.library.pipeline import ANALYSER

_FOUND = ("quote", "fact", "claim", "timeline", "figures", "chart", "person")
"""The kinds of line that hold what the machine found."""


def told(outline: Outline, sources: Sequence[CitedSource]) -> str:
    """Return the note: a sentence or two on each line."""
    return "\n".join(_lines(outline, sources))


def _lines(outline: Outline, sources: Sequence[CitedSource]) -> Iterator[str]:
    lines = [line for _part, line in outline.lines()]
    found = [line for line in lines if line.kind in _FOUND]
    yield _(
        "Passages and quotations are given word for word. Words in square brackets are not the "
        "source's; […] stands where a caption, a date line or the like was left out."
    )
    if found:
        yield _(
            "Facts and quotations were found by rules and a statistical parser, and ranked by the "
            "program; a person should check them against the source before they are relied on."
        )
        yield _checked(found)
    yield _("No sentence was written by a machine, and no generative model was used.")
    if outline.left_out:
        yield plural(
            "{n} further quotation was left out.", "{n} further quotations were left out.", outline.left_out
        )
    if any(source.inferred for source in sources):
        yield _("A date marked as inferred is not stated by its source; the list of sources says why.")
    if found:
        yield _("Versions: {versions}.").format(versions=ANALYSER.replace("/", "\u00a0").replace(" ", ", "))
    yield _("Made with Briefreader {version}, on one computer, without a network.").format(
        version=briefreader.__version__
    )


def _checked(found: Sequence[Line]) -> str:
    """Say how many of the things that the machine found the author has taken on."""
    taken = sum(not line.proposed for line in found)
    if not taken:
        return _("None of them has been checked by hand.")
    if taken == len(found):
        return _("The author has accepted each of them.")
    return plural(
        "The author has accepted {n} of them; the others are marked as proposed.",
        "The author has accepted {n} of them; the others are marked as proposed.",
        taken,
    )
