"""How two articles compare, in words."""

from __future__ import annotations

from briefreader.domain.text import Span
from briefreader.i18n import N_, _, plural
from briefreader.library.comparing import Comparison, Difference, Pair
from briefreader.ui.actions import shown
from briefreader.ui.models.entries_details import VERDICTS

_MOST_TOPICS = 2
_QUOTED = 80
_OTHERS = {
    "agree": N_("both say the same"),
    "differ": N_("the two differ"),
    "refines": N_("one is more exact"),
    "rounding": N_("the same within rounding"),
    "single": N_("one origin for both"),
    "matter": N_("on the same matter"),
    "wording": N_("the same wording"),
}


def say_summary(found: Comparison) -> str:
    """Return how much of two articles is the same, and how many passages correspond."""
    if found.one == found.other:
        return _("The same article stands on both sides.")
    pairs = len(found.pairs)
    corresponding = plural("{n} passage corresponds", "{n} passages correspond", pairs)
    if found.near:
        return " · ".join((_say_share(found), corresponding)) if pairs else _say_share(found)
    if pairs:
        return corresponding
    if found.languages:
        return _("The articles are in different languages; no passages were found that correspond.")
    return _("No passages of the two articles correspond.")


def _say_share(found: Comparison) -> str:
    # Nothing that differs is a hundred per cent the same, nor is what has words in common nothing.
    share = int(found.share * 100) if found.differences else 100
    differences = plural("{n} difference", "{n} differences", len(found.differences))
    if not found.differences:
        differences = _("no differences")
    return _("{share} % the same; {differences}").format(share=share, differences=differences)


def say_keys(found: Comparison) -> str:
    """Return how to go on from where nothing is chosen yet."""
    said = []
    if found.pairs:
        said.append(_("{key}: next passages that correspond").format(key=shown("F8")))
    if found.differences:
        said.append(_("{key}: next difference").format(key=shown("F9")))
    return " · ".join(said) or _("{key} compares with another article").format(key=shown("Ctrl+Alt+C"))


def say_pair(pair: Pair) -> str:
    """Return what makes two passages correspond."""
    verdict = _(_OTHERS.get(pair.verdict) or VERDICTS.get(pair.verdict, pair.verdict))
    if not pair.topics:
        return verdict
    more = len(pair.topics) - _MOST_TOPICS
    topics = "; ".join(pair.topics[:_MOST_TOPICS])
    if more > 0:
        topics += plural(" and {n} more", " and {n} more", more)
    return f"{verdict} – {topics}"


def say_difference(difference: Difference, number: int, of: int, text: str, beside: str) -> str:
    """Return what differs, as the ``number``-th (from 0) of so many; the words are those of the two texts."""
    one, other = quoted(difference.one, text), quoted(difference.other, beside)
    if not one:
        words = _("only in the second article: {words}").format(words=other)
    elif not other:
        words = _("only in the first article: {words}").format(words=one)
    else:
        words = _("{one} – in the second article {other}").format(one=one, other=other)
    return _("Difference {n} of {all}: {words}").format(n=number + 1, all=of, words=words)


def quoted(span: Span | None, text: str) -> str:
    """Return the words of a span in quotation marks, shortened if they are many; "" for none."""
    words = " ".join(span.of(text).split()) if span else ""
    if len(words) > _QUOTED:
        words = words[:_QUOTED].rsplit(" ", 1)[0].rstrip() + " …"
    return f"“{words}”" if words else ""
