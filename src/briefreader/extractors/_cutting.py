"""Rules that cut one name where two stand together, or where words are no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefreader.extractors._gazetteer import gazetteer, is_given, is_place, listed, place_key
from briefreader.extractors._page import ORGANISATION, OTHER, PERSON, PLACE, Found, Page
from briefreader.extractors._words import CALENDAR, ORGANISATION_NOUNS, PERSON_TITLES

_NO_PART = listed(
    """
    that who whom which said says told will would was were has had have when while after but because since
    """
)
_OFFICES = PERSON_TITLES | listed(
    "speaker ceo cfo chief head administrator boss economist analyst editor aide"
)
_ABBREVIATED = frozenset(
    ["mp", "mps", "qc", "kc", "ceo", "cfo", "coo", "pm", "mep", "msp", "obe", "cbe", "phd", "md"]
)
_PARTISANS = listed(
    "republicans democrats conservatives tories liberals communists socialists greens islamists"
)
_OPENING = listed(
    """
    later however meanwhile earlier but and so then now still also yet when while if as after before although
    though since because until yesterday today tomorrow last next both either neither only even instead
    moreover besides afterwards recently finally according despite unlike like
    """
)
_FIELDS = listed(
    "foreign defence defense trade finance interior home health justice transport energy state treasury"
)
_DISTRICTS = listed("oblast region province prefecture county district krai governorate raion voblast canton")
_BEFORE_DAYS = frozenset(
    ["on", "last", "next", "this", "early", "late", "by", "since", "until", "in", "from"]
)
_DASHES = frozenset(["-", "–", "—", "--", "("])
_TEACHING = re.compile("....(?:ology|ism|isms|ologists?|ianity)$")
_FIGURES = frozenset(
    ["formula", "channel", "studio", "radio", "boeing", "airbus", "apollo", "area", "group", "route"]
)


def no_opening_adverb(page: Page, name: Found) -> Iterator[Found]:
    """Take the word that opens a sentence off the name behind it: "Later Volfovich", "Former Lakers"."""
    opens = name.start in page.starts or name.start == 0
    first = page.low[name.start]
    if (
        name.end - name.start > 1
        and name.kind != OTHER
        and (first == "former" or (opens and first in _OPENING) or _is_its_day(page, name))
    ):
        name = replace(name, start=name.start + 1)
    yield name


def _is_its_day(page: Page, name: Found) -> bool:
    """Tell whether a name begins with a day or month that is none of it: "on Friday Volfovich"."""
    return (
        name.kind == PERSON and page.low[name.start] in CALENDAR and page.word(name.start - 1) in _BEFORE_DAYS
    )


def no_small_words(page: Page, name: Found) -> Iterator[Found]:
    """Cut "Guardian that Tory" and "Police said" at words that are part of no name; keep the first piece."""
    for i in range(name.start + 1, name.end):
        if name.kind != OTHER and page.words[i] in _NO_PART:
            yield replace(name, end=i)
            return
    yield name


def no_preposition(page: Page, name: Found) -> Iterator[Found]:
    """Take "of" and the like off the front of a name: "of South Africa"."""
    start = name.start
    while start < name.end and page.words[start] in ("of", "in", "at", "for", "from", "by", "and", "to"):
        start += 1
    if start < name.end:
        inner = replace(name, start=start)
        yield replace(inner, kind=PLACE) if start > name.start and is_place(page.said(inner)) else inner


def holder_out(page: Page, name: Found) -> Iterator[Found]:
    """Split "State Antony Blinken" and "House Speaker Nancy Pelosi" before the person."""
    if name.kind != PERSON:
        for i in range(name.start + 1, name.end - 1):
            state = page.low[i - 1] == "state" and page.low[max(0, i - 3) : i - 1] == ["secretary", "of"]
            office = page.low[i - 1] in _OFFICES and is_given(page.words[i])
            if page.low[name.end - 1] in ORGANISATION_NOUNS or not _all_capital(page, i, name.end):
                continue
            if (office or state) and name.end - i <= 4:
                body = Found(name.start, i - 1, name.kind)
                if body.end > body.start and page.low[body.end - 1] in ORGANISATION_NOUNS:
                    yield body
                yield Found(i, name.end, PERSON)
                return
    yield name


def _all_capital(page: Page, start: int, end: int) -> bool:
    return all(page.capital(i) or not page.words[i].isalpha() for i in range(start, end))


def no_abbreviated_office(page: Page, name: Found) -> Iterator[Found]:
    """Drop "MP" and "QC", which are no bodies, alone and at the end of a name: "Museum of Flight CEO"."""
    if name.kind != OTHER:
        end = name.end
        while end > name.start and page.low[end - 1] in _ABBREVIATED:
            end -= 1
        if end == name.start:
            return
        yield replace(name, end=end)
    else:
        yield name


def no_partisans(page: Page, name: Found) -> Iterator[Found]:
    """Take "Republicans" for people of a party, who are no bearer of a name."""
    lone = name.end - name.start == 1 and page.low[name.start] in _PARTISANS
    yield replace(name, kind=OTHER) if lone and name.kind in (PERSON, PLACE) else name


def whose_staff(page: Page, name: Found) -> Iterator[Found]:
    """Call "Biden" of "the Biden administration" a person: a place that is not known has none."""
    lone = name.end - name.start == 1 and name.kind in (PLACE, ORGANISATION)
    staff = page.word(name.end) in ("administration", "campaign", "presidency", "cabinet")
    known = is_place(page.said(name)) or page.said(name).isupper() or _known(page, name, name.end)
    yield replace(name, kind=PERSON) if lone and staff and not known else name


def country_before_office(page: Page, name: Found) -> Iterator[Found]:
    """Leave the country of "U.S. Defense Secretary Lloyd Austin", whose other words are an office."""
    if name.kind == ORGANISATION and page.word(name.end) in PERSON_TITLES:
        for i in range(name.start + 1, name.end):
            owner = replace(name, end=i, kind=PLACE)
            if (
                place_key(page.said(owner)) in gazetteer().countries
                and set(page.low[i : name.end]) <= _FIELDS
            ):
                yield owner
                return
    yield name


def district(page: Page, name: Found) -> Iterator[Found]:
    """Let "Leningrad Oblast" and "Vitebsk Region" be one name, of a place."""
    follows = page.capital(name.end) and page.word(name.end) in _DISTRICTS
    pair = name.end - name.start == 2 and page.low[name.end - 1] in _DISTRICTS
    if name.kind == PLACE and follows and not page.said(name).isupper():
        name = replace(name, end=name.end + 1)
    elif pair and name.kind in (ORGANISATION, OTHER):
        name = replace(name, kind=PLACE)
    yield name


def no_teaching(page: Page, name: Found) -> Iterator[Found]:
    """Take "Scientology" and "Islamists" for what is taught and its followers, who are no person or place."""
    lone = name.end - name.start == 1 and name.kind in (PERSON, PLACE)
    yield replace(name, kind=OTHER) if lone and _TEACHING.search(page.low[name.start]) else name


def no_figure(page: Page, name: Found) -> Iterator[Found]:
    """Take the figure of a table off a name: "Liverpool 14" is Liverpool; "Formula 1" stays."""
    end = name.end
    while (
        name.kind in (ORGANISATION, PLACE, PERSON)
        and end - name.start > 1
        and page.words[end - 1].isdigit()
        and page.low[name.start] not in _FIGURES
        and (page.word(end).isdigit() or page.word(end) in ("", "\n") or _known(page, name, end - 1))
    ):
        end -= 1
    yield replace(name, end=end)


def _known(page: Page, name: Found, end: int) -> bool:
    key = place_key(page.said(replace(name, end=end)))
    return key in gazetteer().places or key in gazetteer().organisations


def body_by_last_word(page: Page, name: Found) -> Iterator[Found]:
    """Call "U.S. Supreme Court" or "Leeds University" a body whatever the model says."""
    last = page.low[name.end - 1]
    firm = last in (
        "court",
        "university",
        "ministry",
        "parliament",
        "government",
        "committee",
        "commission",
        "agency",
    )
    yield (
        replace(name, kind=ORGANISATION)
        if name.kind == PLACE and firm and name.end - name.start > 1
        else name
    )


def dateline(page: Page, name: Found) -> Iterator[Found]:
    """Call a known place one where it opens a line and a country or a dash follows: "PERTH, Australia"."""
    if name.kind in (ORGANISATION, PERSON) and is_place(page.said(name)):
        opens = name.start == 0 or "\n" in page.text[page.places[name.start - 1] : page.places[name.start]]
        follows = page.word(name.end)
        place = follows == "," and is_place(
            page.words[name.end + 1] if name.end + 1 < len(page.words) else ""
        )
        if place or (opens and follows in _DASHES) or (page.said(name).isupper() and follows in _DASHES):
            yield replace(name, kind=PLACE)
            return
    yield name


def acronyms(page: Page, names: list[Found]) -> Iterator[Found]:
    """Yield each short name that a body gives itself in brackets, wherever it stands: "… Security (MPS)"."""
    short: dict[str, int] = {}
    for name in names:
        i = name.end + 1
        if name.kind == ORGANISATION and name.end - name.start > 1 and page.word(i - 1) == "(":
            word = page.words[i] if page.word(i + 1) == ")" else ""
            if len(word) > 1 and word.isupper() and stands_for(word, page.words[name.start : name.end]):
                short.setdefault(word, i)
    for i, word in enumerate(page.words):
        if word in short and i >= short[word]:
            yield Found(i, i + 1, ORGANISATION)


def stands_for(short: str, words: list[str]) -> bool:
    """Tell whether the letters of a short name are first letters of the words, in order from the first."""
    initials = [word[0].upper() for word in words if word[0].isalpha()]
    if not initials or initials[0] != short[0]:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in short if letter.isalpha())


CUTS = (
    no_opening_adverb, no_preposition, no_small_words, holder_out, no_abbreviated_office, no_partisans,
    no_teaching, whose_staff, country_before_office, district, no_figure, body_by_last_word, dateline,
)  # fmt: skip
"""The rules in the order in which they are tried."""
