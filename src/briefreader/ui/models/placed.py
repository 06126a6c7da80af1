"""Saying how the passage of a mark was found, where its words or its surroundings are no longer the same."""

from __future__ import annotations

from briefreader.domain.annotation import Annotation
from briefreader.domain.placing import CHANGED, MOVED, SPELT, Placed
from briefreader.i18n import N_, _

UNPLACED = "unplaced"
"""How the passage of a mark was found that was not found."""

_SAYS = {
    CHANGED: N_("the words were changed"),
    MOVED: N_("found in other surroundings"),
    SPELT: N_("found in another spelling"),
    UNPLACED: N_("not found in the article"),
}
_SHOWN = 200  # letters of the old words


def how_found(annotation: Annotation, placed: Placed | None) -> str:
    """Return how the passage was found: "" if it is where it was, or the mark is on the whole article."""
    if annotation.anchor is None:
        return ""
    if placed is None:
        return UNPLACED
    return "" if placed.sure else placed.how


def say_found(how: str) -> str:
    """Say in a few words how a passage was found."""
    return _(_SAYS[how]) if how in _SAYS else ""


def say_before(annotation: Annotation, how: str) -> str:
    """Say what the passage was: its old words, or, of one that is not found, what stood around it."""
    anchor = annotation.anchor
    if anchor is None:
        return ""
    if how == UNPLACED:
        before, after = (" ".join(each.split()) for each in (anchor.before, anchor.after))
        return _("stood between “{before}” and “{after}”").format(before=before, after=after)
    if how == CHANGED:
        words = " ".join(anchor.exact.split())
        shown = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
        return _("before: “{words}”").format(words=shown)
    return ""
