"""Well-known events by the names that anniversaries are spoken of with, and their years."""

from __future__ import annotations

import re

_WW2 = r"(?:world war (?:ii|two|2)|the second world war|second world war|wwii)"
_WW1 = r"(?:world war (?:i|one|1)|the first world war|first world war)\b"
_NAMES: tuple[tuple[str, int], ...] = (
    (r"great victory|victory day|victory (?:in|over) (?:the )?(?:great patriotic war|nazi|fascis)", 1945),
    (rf"(?:end|victory|allied victory) (?:of|in) {_WW2}|v-?e day", 1945),
    (rf"(?:start|outbreak|beginning) of {_WW2}", 1939),
    (r"(?:atomic )?bombings? of (?:hiroshima|nagasaki)|hiroshima", 1945),
    (r"liberation of auschwitz", 1945),
    (r"liberation of belarus", 1944),
    (r"d-day|(?:the )?normandy landings?|allied landings? in normandy", 1944),
    (r"warsaw uprising", 1944),
    (r"attack on pearl harbor|pearl harbor", 1941),
    (
        r"(?:founding|foundation|establishment|creation) of the (?:united nations|un)\b",
        1945,
    ),
    (r"(?:founding|establishment) of nato\b|north atlantic treaty", 1949),
    (r"(?:founding|establishment) of the people[’']s republic of china", 1949),
    (r"(?:founding|establishment) of the communist party of china", 1921),
    (r"(?:founding|establishment) of the communist party of vi[eệ]t ?nam", 1930),
    (r"august revolution", 1945),
    (r"d[iì]en bi[eê]n ph[uủ]|(?:the )?victory (?:of|at) [dđ]i[eệ]n bi[eê]n ph[uủ]", 1954),
    (r"(?:liberation of the south|fall of saigon|national reunification of vi[eệ]t ?nam)", 1975),
    (r"october revolution|great october", 1917),
    (
        rf"(?:armistice|end) (?:of|that ended) {_WW1}",
        1918,
    ),
    (r"armenian genocide", 1915),
    (r"titanic|sinking of the titanic", 1912),
    (r"independence of india|indian independence|india[’']s independence", 1947),
    (r"(?:founding|establishment) of (?:the state of )?israel|nakba", 1948),
    (r"universal declaration of human rights", 1948),
    (r"schuman declaration", 1950),
    (r"korean war armistice", 1953),
    (r"treat(?:y|ies) of rome", 1957),
    (r"(?:yuri )?gagarin[’']s (?:space ?)?flight|first (?:human|manned) (?:space ?)?flight", 1961),
    (r"assassination of (?:president )?(?:john f\.? kennedy|jfk)", 1963),
    (r"(?:founding|establishment) of (?:asean|the association of southeast asian nations)", 1967),
    (r"prague spring", 1968),
    (r"(?:first )?moon landing|apollo 11", 1969),
    (r"helsinki (?:final act|accords)", 1975),
    (r"islamic revolution", 1979),
    (r"first (?:space )?shuttle (?:launch|flight)", 1981),
    (r"chernobyl", 1986),
    (r"fall of the berlin wall|tiananmen", 1989),
    (r"german (?:re)?unification", 1990),
    (r"(?:dissolution|collapse|break-?up) of the soviet union", 1991),
    (r"maastricht treaty", 1992),
    (r"rwandan genocide|genocide (?:against the tutsi|in rwanda)", 1994),
    (r"srebrenica|dayton (?:accords|agreement)", 1995),
    (r"good friday agreement", 1998),
    (r"(?:september 11|9/11)", 2001),
)

EVENTS = tuple((re.compile(rf"(?:the )?(?:{names})", re.IGNORECASE), year) for names, year in _NAMES)
"""Patterns for the beginning of what stands after "anniversary of", with the year of the event."""
