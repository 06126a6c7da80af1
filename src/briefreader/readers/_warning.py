"""What in a text a reader should be warned of: spoofing characters, mojibake, endless lines."""

from __future__ import annotations

import re

from briefreader.i18n import _

_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_HIDDEN = re.compile("[\u200b\u2060-\u2064\u00ad\U000e0000-\U000e007f]")
_PRIVATE = re.compile("[\ue000-\uf8ff\uffff\U000f0000-\U0010ffff]")
_MOJIBAKE = re.compile(
    "[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]|â€[™œ\u009d“”¦\u0093\u0094]|áº|á»|Ä‘|Æ°|Ã©"
)
_MIXED = re.compile(r"\b(?:[a-zA-Z]+[а-яА-ЯіІ]+|[а-яА-ЯіІ]+[a-zA-Z]+)\w*")
_LONG_LINE = re.compile(r"\S{20000}")


def suspicious(text: str) -> tuple[str, ...]:
    """Return a sentence for each sort of thing in the text that may mislead its reader."""
    checks = (
        (_CONTROLS, _("The text holds control characters ({n}).")),
        (
            _BIDI,
            _("The text holds characters that turn the direction of writing ({n})."),
        ),
        (_HIDDEN, _("The text holds invisible characters ({n}).")),
        (_PRIVATE, _("The text holds characters without a public meaning ({n}).")),
        (_MIXED, _("Some words mix Latin and Cyrillic letters ({n}).")),
    )
    sentences = [sentence.format(n=n) for pattern, sentence in checks if (n := len(pattern.findall(text)))]
    if len(_MOJIBAKE.findall(text[:200_000])) >= 3:
        sentences.append(_("The text looks as if it had been saved in the wrong encoding once."))
    if _LONG_LINE.search(text):
        sentences.append(_("A line runs on for more than 20,000 characters without a space."))
    return tuple(sentences)
