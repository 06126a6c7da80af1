"""In which country the places of a document lie."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from briefreader.extractors._gazetteer import gazetteer, is_country, place_country, place_key
from briefreader.extractors._page import PLACE

if TYPE_CHECKING:
    from briefreader.extractors._names import Mention

_ROW = re.compile(r",? (?:and|or|&) (?:the )?[A-Z]|, (?:the )?[A-Z]\w+(?:,| and )")
_BOTH = {"Georgia": "US"}
"""Countries that a state elsewhere has its name from: after a town of that country it is the state."""


def placed(text: str, found: Iterable[Mention]) -> list[Mention]:
    """Give each place its country: what the text says ("Springfield, Ill."), else what the lists say.

    What the text says once holds for all mentions of the place in the document; of two that it says, the
    first holds.
    """
    mentions = list(found)
    said: dict[str, str] = {}
    for here, after in pairwise(mentions):
        if here.kind == after.kind == PLACE and text[here.span.end : after.span.start] in (", ", ", the "):
            own, code = place_country(here.text), place_country(after.text)
            sure = own in ("", code) or not _goes_on(text, after.span.end)
            if after.text in _BOTH and own == _BOTH[after.text]:
                said.setdefault(after.entity, own)
            elif _names_many(after.text) and code and sure and not is_country(here.text):
                said.setdefault(here.entity, code)
    return [
        replace(m, country=said.get(m.entity) or place_country(m.text)) if m.kind == PLACE else m
        for m in mentions
    ]


def _goes_on(text: str, place: int) -> bool:
    """Tell whether a row of names goes on here: in "Moscow, Ukraine and Belarus" no place lies in another."""
    return _ROW.match(text, place) is not None


def _names_many(name: str) -> bool:
    """Tell whether a place is a country or a state of one, in which other places lie."""
    key = place_key(name)
    return is_country(name) or place_key(gazetteer().places.get(key, key)) in gazetteer().regions
