"""Why a stretch in quotation marks is nobody's speech: a title, a term, a name, a proverb, no speaker."""

from __future__ import annotations

from briefreader.extractors._attribution import is_sentence
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._marks import Stretch
from briefreader.extractors._prose import Prose

PROVERB = "proverb or motto"
_SAYINGS = listed("proverb proverbs saying adage motto slogan maxim dictum")
_TITLES = listed(
    """
    musical opera sitcom podcast newspaper ad advert video track film movie book novel song album series
    show play poem painting exhibition episode programme program magazine article essay report
    documentary festival campaign event project operation initiative titled entitled
    """
)
_SMALL = listed("a an the of for and in at on to from by with or but as")
_CALLED = listed(
    """
    called named dubbed nicknamed labelled labeled codenamed alias known termed
    """
)
_TERMS = listed(
    """
    word words term terms phrase expression acronym abbreviation concept notion title name
    """
)


def reason(prose: Prose, stretch: Stretch) -> str:
    """Return why a stretch in quotation marks is nobody's speech."""
    start = max(prose.paragraphs[prose.paragraph(stretch.outer.start)].start, stretch.outer.start - 60)
    near = [t.text.lower() for t in prose.tokens(start, stretch.outer.start)][-5:]
    words = [
        t for t in prose.tokens(stretch.inner.start, stretch.inner.end) if any(c.isalnum() for c in t.text)
    ]
    after = [t.text.lower() for t in prose.tokens(stretch.outer.end, stretch.outer.end + 40)]
    pointed = after[:7] if after[:1] and after[0] in ("that", "this", "it") else after[:3]
    if _SAYINGS & set(near) or _SAYINGS & set(pointed):
        return PROVERB
    if _TERMS & set(near[-3:]):
        return "term"
    if _between_names(prose, stretch) and len(words) <= 3:
        return "nickname"
    if _TITLES & set(near) or _TITLES & set(after[:2]):
        return "title"
    if _CALLED & set(near[-3:]):
        return "name"
    capital = [w for w in words if w.text[0].isupper() or w.text[0].isdigit()]
    if (
        len(words) >= 2
        and len(capital) >= 2
        and 3 * len(capital) >= 2 * len(words)
        and prose.text[stretch.inner.end - 1] != "."
    ):
        return "title"
    if len(words) <= 4 and not is_sentence(prose, stretch):
        return "term"
    return "no speaker"


def _between_names(prose: Prose, stretch: Stretch) -> bool:
    before = prose.tokens(max(0, stretch.outer.start - 30), stretch.outer.start)
    after = prose.tokens(stretch.outer.end, stretch.outer.end + 30)
    return bool(before and after) and before[-1].text[:1].isupper() and after[0].tag_ in ("NNP", "NNPS")
