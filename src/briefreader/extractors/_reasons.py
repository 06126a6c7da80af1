"""Why a stretch in quotation marks is nobody's speech: a title, a term, a name, a proverb, no speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.extractors._attribution import is_sentence
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._marks import Stretch
from briefreader.extractors._offices import is_inscribed
from briefreader.extractors._prose import Prose

if TYPE_CHECKING:
    from spacy.tokens import Token


PROVERB = "proverb or motto"
INSCRIPTION = "inscription"
_SAYINGS = listed("proverb proverbs saying adage motto mottos slogan slogans maxim dictum catchphrase mantra")
_TITLES = listed(
    """
    musical opera sitcom podcast newspaper ad advert video track film movie book novel song album series
    show play poem painting exhibition episode programme program magazine article essay report
    documentary festival campaign event project operation initiative title titled entitled hymn anthem
    ballad memoir
    """
)
_PERFORMED = listed(
    """
    plays played playing sang sing sings singing sung hum hums hummed humming performed performs
    performing recited recites reciting whistled whistles strummed covered
    """
)
"""Verbs whose object in marks is a work."""
_CALLED = listed(
    """
    call calls called name named dub dubs dubbed nickname nicknames nicknamed labelled labeled codenamed
    alias known termed christened baptised
    """
)
_TERMS = listed("word words term terms phrase expression acronym abbreviation concept notion")
_AS_A_NAME = listed("known nicknamed billed styled marketed sold")
_IS = listed("is was are were has became becomes remains serves")
_WRITTEN_ON = listed(
    "carved engraved painted written inscribed emblazoned scrawled printed etched daubed stamped"
)
_SHOWN = listed(
    """
    read reads reading said says saying proclaimed proclaims proclaiming declared declares declaring warned
    warns warning urged urging bearing with
    """
)
"""Verbs that lead from a sign to what stands on it."""


def reason(prose: Prose, stretch: Stretch) -> str:
    """Return why a stretch in quotation marks is nobody's speech."""
    before = _before(prose, stretch)
    near = [t.text.lower() for t in before if t.tag_ != "VBG" or t.lower_ != "saying"][-5:]
    words = [
        t for t in prose.tokens(stretch.inner.start, stretch.inner.end) if any(c.isalnum() for c in t.text)
    ]
    after = _after(prose, stretch)
    pointed = after[:7] if after[:1] and after[0] in _IS | {"that", "this", "it"} else after[:3]
    if _stands_on_something(before, after):
        return INSCRIPTION
    if _SAYINGS & set(near) or _SAYINGS & set(pointed):
        return PROVERB
    if _TERMS & set(near[-3:]):
        return "term"
    if _between_names(prose, stretch) and len(words) <= 3:
        return "nickname"
    if _TITLES & set(near) or _TITLES & set(after[:2]) or _is_performed(near, words[0].text):
        return "title"
    if _is_attribute(prose, stretch):
        return "term"
    if _CALLED & set(near[-3:]) or {"dubbed", "dub"} & set(near) or gives_name(prose, stretch):
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


def gives_name(prose: Prose, stretch: Stretch) -> bool:
    """Tell whether the words before a stretch make a name of it: "known to friends as “…”"."""
    low = [t.lower_ for t in _before(prose, stretch)]
    if low[-1:] != ["as"]:
        return False
    return bool(_AS_A_NAME & set(low[-7:-1]))


def _before(prose: Prose, stretch: Stretch) -> list[Token]:
    """Return the words of its sentence before a stretch, or of the one before that ends with a colon."""
    sentence = prose.sentence_span(stretch.outer.start)
    start = max(sentence.start, stretch.outer.start - 80)
    found = prose.tokens(start, stretch.outer.start)
    n = prose.sentence(stretch.outer.start)
    if any(t.text[0].isalnum() for t in found) or n < 1:
        return found
    last = prose.sentences[n - 1]
    if not last.of(prose.text).rstrip().endswith(":"):
        return []
    return prose.tokens(max(last.start, last.end - 80), last.end)


def _after(prose: Prose, stretch: Stretch) -> list[str]:
    """Return the words behind a stretch in its sentence; of the next one, if that points back to it.

    A paragraph that happens to begin with "The motto of …" says nothing about the speech above it.
    """
    sentence = prose.sentence_span(max(stretch.inner.start, stretch.inner.end - 1))
    end = min(sentence.end, stretch.outer.end + 60)
    found = [t.lower_ for t in prose.tokens(stretch.outer.end, end)] if end > stretch.outer.end else []
    if any(word[0].isalnum() for word in found):
        return found
    paragraph = prose.paragraphs[prose.paragraph(stretch.outer.start)]
    end = min(paragraph.end, stretch.outer.end + 60)
    behind = prose.tokens(stretch.outer.end, end) if end > stretch.outer.end else []
    low = [t.lower_ for t in behind if t.text[0].isalnum()]
    return low if low[:1] and low[0] in ("that", "this", "it") else []


def _stands_on_something(before: list[Token], after: list[str]) -> bool:
    """Tell whether words stand on a sign or a wall: "a sign reading “…”", "“…” was carved on the door"."""
    low = [t.lower_ for t in before if t.text not in (",", ":")]
    if low[-1:] and low[-1] in _SHOWN and any(is_inscribed(word) for word in low[-12:-1]):
        return True
    if low[-1:] and is_inscribed(low[-1]):
        return True
    if low[-1:] and low[-1] in _TERMS and any(is_inscribed(word) for word in low[-8:-1]):
        return True  # "a shirt with the words"
    behind = [word for word in after if word[0].isalnum()]
    if behind[:1] and is_inscribed(behind[0].rpartition("-")[2]):
        return True  # "an “I love Rome” shirt"
    if behind[:1] and behind[0] in _SHOWN and any(is_inscribed(word) for word in behind[1:5]):
        return True
    return len(behind) > 1 and behind[0] in _IS and bool(_WRITTEN_ON & set(behind[1:3]))


def _is_attribute(prose: Prose, stretch: Stretch) -> bool:
    """Tell whether one word in marks describes the noun behind it: a “zombie” fire."""
    behind = prose.tokens(stretch.outer.end, stretch.outer.end + 20)[:1]
    word = stretch.inner.of(prose.text)
    lone = word.islower() and " " not in word
    return lone and bool(behind) and behind[0].tag_ in ("NN", "NNS") and prose.text[stretch.outer.end] == " "


def _is_performed(near: list[str], first: str) -> bool:
    """Tell whether a stretch is what somebody sang, or read from."""
    if not first[:1].isupper():
        return False
    return bool(_PERFORMED & set(near[-1:])) or near[-2:] in (["read", "from"], ["reading", "from"])


def _between_names(prose: Prose, stretch: Stretch) -> bool:
    before = prose.tokens(max(0, stretch.outer.start - 30), stretch.outer.start)
    after = prose.tokens(stretch.outer.end, stretch.outer.end + 30)
    return bool(before and after) and before[-1].text[:1].isupper() and after[0].tag_ in ("NNP", "NNPS")
