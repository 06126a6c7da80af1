"""What money is paid, spent on or allocated for: "paid for patrol ships", "allocated to build schools"."""

from __future__ import annotations

import re

_VERBS = (
    r"(?:pa(?:y|ys|id|ying)|sp(?:end|ends|ent|ending)|allocat(?:es?|ed|ing)|earmark(?:s|ed|ing)?|"
    r"set(?:s|ting)? aside|invest(?:s|ed|ing)?|budget(?:s|ed)|donat(?:es?|ed|ing)|grant(?:s|ed)|"
    r"l(?:ends?|ent|ending)|pledg(?:es?|ed|ing)|award(?:s|ed)|devot(?:es?|ed|ing)|contribut(?:es?|ed|ing)|"
    r"commit(?:s|ted)|fin(?:es|ed|ing)|provid(?:es?|ed|ing))"
)
_ACTIVE = re.compile(
    rf"\b(?P<verb>{_VERBS})\s(?:(?:[\w’'-]+\s){{0,4}})(?:(?:about|around|nearly|almost|some|over)\s)?$"
)
_PASSIVE = re.compile(
    r"\s(?:(?:is|was|has|had|have|will|would|to|be|been|being|are|were|already|also|so|far)\s){0,4}"
    rf"(?P<verb>{_VERBS})(?=\s)"
)
_WHEN = (
    r"(?:\s(?:(?:in|by|since) (?:19|20)\d\d|(?:last|this) (?:year|month|week)|a (?:year|month|day)|"
    r"each (?:year|month)|every (?:year|month)|more|annually|yearly|altogether|overall|in total))?"
)
_FOR = re.compile(
    rf"{_WHEN}\s(?P<led>for|on|to|in|into|towards?)\s"
    r"(?P<article>(?:the|an?|its|their|his|her|this|these) )?"
)
_NOUNS = re.compile(r"(?:[^\W\d_][\w’'-]*\s?){1,5}")
_ENDS = re.compile(
    r"(?:^|\s)(?:and|or|but|in|on|at|to|for|from|by|with|as|which|that|who|whose|last|this|next|since|after|before|"
    r"during|over|under|near|through|between|under|it|them|him|me|us|you|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
    r"yesterday|today|tomorrow|per|while|when|where|because|if|than|a|an|the|its|their|his|her|is|are|was|were|"
    r"has|have|had|will|would|said|says)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def paid_for(text: str, start: int, end: int) -> str:
    """Return what an amount of money was paid for, with the verb and preposition that say so, or ""."""
    before = text[max(0, start - 60) : start]
    before = before[max(before.rfind(mark) for mark in (". ", "\n", "; ", ", ")) + 1 :]
    verb, place = _ACTIVE.search(before), end
    if verb is None:
        verb = _PASSIVE.match(text, end, min(len(text), end + 60))
        place = verb.end() if verb else end
    led = _FOR.match(text, place, min(len(text), place + 40))
    if verb is None or led is None:
        return ""
    thing = _thing(text, led.end())
    if (
        not led["article"]
        and led["led"] == "to"
        and re.match(r"[a-z]+\s(?:a|an|the|its|their)\s", text[led.end() :])
    ):
        word, article = text[led.end() : led.end() + 40].split()[:2]  # "to build a bridge"
        thing = f"{word} {_thing(text, text.index(article, led.end() + len(word)) + len(article) + 1)}"
    return f"{verb['verb']} {led['led']} {thing}" if thing.strip() else ""


def _thing(text: str, place: int) -> str:
    """Return the nouns that start at a place."""
    found = _NOUNS.match(text, place, min(len(text), place + 70))
    return _ENDS.sub("", found[0]).strip(" ’'") if found else ""
