"""What in a plain text is not the article: date lines, tickers, captions, datelines, agency tags.

Nothing is taken out: each finding is a span with a kind. A rule that is not sure leaves the text
alone, for a line of the article that is lost is worse than a line of noise that stays. Every pattern
is linear, and none looks at more than the beginning or the end of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from briefreader.domain.document import Noise
from briefreader.domain.text import Span

LONGEST = 400
"""Longest line, in code points, that can be noise as a whole."""

AGENCIES = (
    "VNA", "VNS", "VNP", "VOV", "BelTA", "BELTA", "Reuters", "AP", "AFP", "DPA", "dpa", "EFE", "ANSA",
    "TASS", "RIA Novosti", "Interfax", "Sputnik", "Ukrinform", "UNIAN", "Xinhua", "CNA", "Yonhap", "Kyodo",
    "Jiji", "Kyodo News", "PTI", "ANI", "IANS", "Antara", "Bernama", "PNA", "TNA", "KPL", "AKP", "UPI",
    "PA", "BNS", "LETA", "PAP", "CTK", "ČTK", "TASR", "MTI", "AGERPRES", "BTA", "HINA", "Tanjug", "APA",
    "AZERTAC", "Anadolu", "AA", "IRNA", "WAM", "SPA", "MENA", "SANA", "NAN", "Kazinform", "24.kg",
    "Bloomberg", "Associated Press", "Agence France-Presse", "ITAR-TASS", "Belga", "ANP", "NTB", "TT",
    "Ritzau", "STT", "APS", "KUNA", "QNA",
)  # fmt: skip
"""News agencies by the tags that they sign with."""

_NO_PLACES = """
    NATO ASEAN BRICS UNESCO UNICEF OPEC IAEA AUKUS OSCE CSTO APEC FIFA UEFA NASA COVID BREAKING UPDATE
    EXCLUSIVE ANALYSIS OPINION COMMENT WATCH VIDEO
"""
_ABBREVIATIONS = frozenset(_NO_PLACES.split())

VIETNAMESE = frozenset({"VNA", "VNS", "VNP", "VOV"})
"""The agencies and broadcasters that end their reports with ``./.``."""

_FORMS = sorted({*AGENCIES, *map(str.upper, AGENCIES)}, key=lambda form: (-len(form), form))
_AGENCY = "(?:" + "|".join(map(re.escape, _FORMS)) + ")"
_TAG = rf"{_AGENCY}(?:\s?/\s?{_AGENCY})*"
_HEADER = re.compile(
    r"\s*date[:\s]\s{0,8}(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?(?!\S)[ \t]*", re.IGNORECASE
)
_DASH = r"(?:—|–|-{1,2}|―)"
_NUMBER = r"[+\-−]?\d[\d.,\u00a0\u202f ]{0,20}"
_CODE = "(?:[A-Z]{3}|[%€$£¥₽₫₴₸]|RUB|p\\.)"
_TICKER = re.compile(
    rf"\s*(?:{_CODE}(?:\s?/\s?{_CODE})?\s{{0,4}}{_NUMBER}|{_NUMBER}\s{{0,4}}{_CODE})"
    rf"(?:\s{{1,4}}\(?{_NUMBER}%?\)?)?\s*"
)
_CREDIT = re.compile(
    r"\(\s{0,2}(?:file |archive )?"
    r"(?:photos?|images?|pictures?|pics?|illustrations?|screenshot|video|graphics?|ảnh)"
    r"\s{0,2}(?::|by\b|courtesy of\b|credit\b:?|/|-|–|—)\s{0,2}([^()\n]{1,80})\)\s{0,4}[.]?\s{0,8}\Z",
    re.IGNORECASE,
)
_AGENCY_PHOTO = re.compile(
    rf"(?:(?:{_DASH}|\()\s{{0,3}}{_TAG}\s{{1,2}}(?:file\s)?[Pp]hotos?(?:\s(?:by\s)?[\w .]{{2,40}})?\)?"
    rf"|(?<=[.\s—–-])[Pp]hoto:?\s{{1,2}}{_TAG})\s{{0,2}}[.]?\s{{0,8}}\Z"
)
_SOURCE_CREDIT = re.compile(r"\(\s{0,2}source\s{0,2}:\s{0,2}([^()\n]{1,80})\)\s{0,8}\Z", re.IGNORECASE)
_CAPTION_START = re.compile(r"\s{0,8}(?:file photo|photo|image|picture|caption)\s?[:/]\s?\S", re.IGNORECASE)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH}\s{{1,3}}\d{{1,2}}|\d{{1,2}}\s{{1,3}}{_MONTH})(?:,?\s{{1,3}}\d{{4}})?"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE_LINE = re.compile(
    r"\s*(?:(?:published|posted|updated|date)\s?:?\s{1,3})?"
    r"(?P<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3})?"
    rf"(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|(?:(?P<m1>{_MONTH})\s{{1,3}}(?P<d1>\d{{1,2}})"
    rf"|(?P<d2>\d{{1,2}})\s{{1,3}}(?P<m2>{_MONTH})),?\s{{1,3}}(?P<year>\d{{4}}))\s*",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"(?P<place>[^\W\d_](?:[^\W\d_]|[ .'’/-]){{1,40}}?(?:,\s[^\W\d_](?:[^\W\d_]|[ .'’-]){{1,30}}?)?)"
    rf"(?P<day>,\s{_DAY})?"
    rf"(?:\s?(?P<open>[(/\[])\s?(?P<agency>[^()\[\]/\n]{{2,30}}(?:/[^()\[\]/\n]{{2,20}})?)\s?[)/\]])?"
    rf"(?:,\s{_DAY})?\s{{0,3}}(?P<dash>{_DASH})\s{{0,3}}(?=[\"“‘'«A-ZÀ-ÖØ-ÞĀ-ỹА-Я0-9])"
)
_AGENCY_FIRST = re.compile(rf"(?P<agency>{_AGENCY})\s{{0,2}}{_DASH}\s{{1,3}}(?=[A-ZÀ-ÖØ-ÞĐ“\"])")
_CLOSING_TAG = re.compile(
    rf"(?:(?<=[.!?…”\"’/)])|(?<=\s)|\A)\s{{0,4}}(?:{_DASH}\s{{0,3}}(?P<dashed>{_TAG})|\((?P<round>{_TAG})\)"
    rf"|/\s?(?P<slashed>{_TAG})/?|(?<=\./\.)\s{{1,4}}(?P<marked>{_TAG}))\s{{0,2}}[.]?\s{{0,8}}\Z"
)
_WHOLE_TAG = re.compile(rf"\s{{0,8}}(?:{_DASH}\s{{0,3}})?\(?(?P<tag>{_TAG})\)?\s{{0,2}}[.]?\s{{0,8}}\Z")
_END_MARK = re.compile(r"(?:(?<=\.)|(?<=\s)\.)/\.\s{0,8}\Z")
_WHOLE_END = re.compile(r"\s{0,8}(?:#{2,4}|-\s?30\s?-|\*{3,5}|\./\.|■|□|END|ENDS|-\s?ends?\s?-)\s{0,8}\Z")
_MENU = """
    advertisement, advertisements, read more, read also, see also, see more, read next, more news,
    related news, related articles, related stories, related, share, share this, share this article,
    tweet, email, print, print this page, comments, comment, leave a comment, follow us, subscribe,
    subscribe now, sign in, sign up, log in, register, menu, search, home, news, skip to content, skip
    to main content, main page, back to top, photo gallery, photos, video, videos, all rights reserved,
    listen, listen to this article, save, copy link, download, loading, font size, hot news, latest
    news, top stories, most read, click here to read more, story continues below advertisement, article
    continues below, click to enlarge
"""
_PHRASES = frozenset(phrase.strip() for phrase in _MENU.split(","))
_ANYWHERE = frozenset(
    {"advertisement", "advertisements", "story continues below advertisement", "article continues below",
     "share this article", "skip to main content", "skip to content", "click here to read more"}
)  # fmt: skip
_BOILERPLATE = re.compile(
    r"\s{0,8}(?:©|\(c\)\s|copyright\s(?:©|\(c\)|\d{4})|follow us on |sign up (?:for|to) our "
    r"|subscribe to our |share (?:on|via) (?:facebook|twitter|x|telegram|whatsapp)|all rights reserved"
    r"|read more:|also read:|related:"
    r"|download our app|this site uses cookies|we use cookies)",
    re.IGNORECASE,
)
_SENTENCE_END = (".", "!", "?", "”", '"', "…", "’", ")", "./.")


@dataclass(slots=True)
class Survey:
    """What was found in a plain text besides the article."""

    noise: list[Noise] = field(default_factory=list)
    published: str = ""
    outlet: str = ""
    warnings: list[str] = field(default_factory=list)

    def mark(self, kind: str, start: int, end: int) -> None:
        """Note a stretch of noise, unless it is empty."""
        if start < end:
            self.noise.append(Noise(kind, Span(start, end)))


@dataclass(slots=True)
class Line:
    """A line of the text that holds more than white space, less what was marked in it."""

    start: int
    end: int
    text: str

    def cut_front(self, count: int) -> None:
        """Take the first characters off."""
        self.start += count
        self.text = self.text[count:]

    def cut_back(self, count: int) -> None:
        """Take the last characters off."""
        self.end -= count
        self.text = self.text[: len(self.text) - count]


def survey(text: str) -> Survey:
    """Return the noise of a plain text, its header's date and the agency that signed it."""
    found = Survey()
    lines = list(_lines(text))
    if lines:
        _header(text, lines, found)
    _front(lines, found)
    _captions(lines, found)
    _dateline(lines, found)
    _back(lines, found)
    _phrases(lines, found)
    found.noise.sort(key=lambda noise: noise.span)
    return found


def dated(line: str) -> str:
    """Return the ISO date that is all that a line holds, such as "Friday, July 21, 2017"; else nothing."""
    match = _DATE_LINE.fullmatch(line) if len(line) <= 80 else None
    return _iso(match) if match else ""


def leading_date(line: str) -> str:
    """Return the ISO date that a line begins with, if it names the day of the week; else nothing."""
    match = _DATE_LINE.match(line[:80])
    return _iso(match) if match and match["weekday"] and line[match.end() : match.end() + 1].isupper() else ""


def _iso(match: re.Match[str]) -> str:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"]).isoformat()
        month = _MONTHS.index((match["m1"] or match["m2"])[:3].lower()) + 1
        return date(int(match["year"]), month, int(match["d1"] or match["d2"])).isoformat()
    except ValueError:
        return ""


def _lines(text: str) -> Iterator[Line]:
    place = 0
    for line in text.split("\n"):
        if line.strip():
            yield Line(place, place + len(line), line)
        place += len(line) + 1


def _drop(lines: list[Line], index: int, kind: str, found: Survey) -> None:
    line = lines.pop(index)
    found.mark(kind, line.start, line.end)


def _header(text: str, lines: list[Line], found: Survey) -> None:
    """Find ``date YYYY-MM-DD`` at the very start; a date that is none is left in the text."""
    match = _HEADER.match(text[:200])
    if not match:
        return
    try:
        found.published = date.fromisoformat(match[1]).isoformat()
    except ValueError:
        found.warnings.append("impossible header date")
        return
    end = match.end()
    again = _HEADER.match(text[end : end + 200])
    if again:
        found.warnings.append("two header dates")
        end += again.end()
    found.mark("date line", 0, end)
    first = lines[0]
    if end >= first.end:
        lines.pop(0)
    else:
        first.cut_front(max(0, end - first.start))


def _front(lines: list[Line], found: Survey) -> None:
    """Mark what stands before the article: tickers, menu words, lines without letters."""
    index = 0
    while index < min(len(lines), 30):
        line = lines[index].text
        if len(line) <= 80 and _TICKER.fullmatch(line):
            _drop(lines, index, "ticker", found)
        elif len(line) <= 80 and (_phrase(line) in _PHRASES or not re.search(r"\w", line)) and len(lines) > 1:
            _drop(lines, index, "boilerplate", found)
        elif _is_running(line):
            return
        else:
            index += 1


def _is_running(line: str) -> bool:
    """Tell whether a line is running text rather than a headline, a caption or a menu."""
    return len(line) > 160 or (len(line) > 60 and line.rstrip().endswith(_SENTENCE_END))


def _captions(lines: list[Line], found: Survey) -> None:
    """Mark captions: a line that ends with a credit; of a long line only the credit itself."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        match = _CREDIT.search(line.text[-140:]) or _AGENCY_PHOTO.search(line.text[-140:])
        if not match and index == 0:
            match = _SOURCE_CREDIT.search(line.text[-140:])
        if match:
            if len(line.text) > LONGEST:
                cut = len(line.text[-140:]) - match.start()
                found.mark("caption", line.end - cut, line.end)
                line.cut_back(cut)
            else:
                _drop(lines, index, "caption", found)
        elif len(line.text) <= 200 and _CAPTION_START.match(line.text) and len(lines) > 1:
            _drop(lines, index, "caption", found)


def _dateline(lines: list[Line], found: Survey) -> None:
    """Mark the dateline: a place in capitals, or a place with an agency, before a dash."""
    for line in lines[:3]:
        lead = len(line.text) - len(line.text.lstrip())
        head = line.text[lead : lead + 160]
        match = _DATELINE.match(head)
        if match and _is_dateline(match):
            agency = (match["agency"] or "").strip()
            if re.fullmatch(_TAG, agency):
                found.outlet = found.outlet or _agency(agency)
            found.mark("dateline", line.start, line.start + lead + match.end())
            line.cut_front(lead + match.end())
            return
        match = _AGENCY_FIRST.match(head)
        if match:
            found.outlet = found.outlet or match["agency"]
            found.mark("agency", line.start, line.start + lead + match.end())
            line.cut_front(lead + match.end())
            return


def _is_dateline(match: re.Match[str]) -> bool:
    place, agency, dash = match["place"], (match["agency"] or "").strip(), match["dash"]
    city = place.split(",")[0].strip()
    spaced = match[0].endswith(" ") or dash in ("—", "--", "―")
    if not spaced or len(city) < 3:
        return False
    if agency:
        known = re.fullmatch(_TAG, agency) is not None
        plain = len(city) >= 4 and city not in _ABBREVIATIONS  # "NAIROBI (Daily Nation) - "
        named = agency.isupper() or (plain and all(word[0].isupper() for word in agency.split()))
        return known or (city.isupper() and named)
    before = match[0][: match.start("dash") - match.start()]
    if dash == "-" and not before.endswith(" "):
        return False
    if match["day"] and city[0].isupper():
        return True
    # A short word in capitals is as often an abbreviation: "NATO — the alliance".
    place = len(city) >= 4 and city not in _ABBREVIATIONS
    return place and city.isupper() and before.endswith(" ")


def _back(lines: list[Line], found: Survey) -> None:
    """Mark what stands after the article: end marks, agency tags, menu words; from the end inwards."""
    for _ in range(40):
        if not lines:
            return
        line = lines[-1]
        tail = line.text[-80:]
        if _WHOLE_END.fullmatch(line.text):
            _drop(lines, -1, "end mark", found)
        elif match := _WHOLE_TAG.fullmatch(line.text if len(line.text) <= 80 else ""):
            found.outlet = _agency(match["tag"]) or found.outlet
            _drop(lines, -1, "agency", found)
        elif match := _END_MARK.search(tail):
            _cut(line, len(tail) - match.start(), "end mark", found)
        elif (match := _CLOSING_TAG.search(tail)) and match.start() > 0:
            found.outlet = _agency(next(filter(None, match.groups()))) or found.outlet
            _cut(line, len(tail) - match.start(), "agency", found)
        elif len(lines) > 1 and len(line.text) <= 200 and _is_menu(line.text):
            _drop(lines, -1, "boilerplate", found)
        else:
            return


def _cut(line: Line, count: int, kind: str, found: Survey) -> None:
    found.mark(kind, line.end - count, line.end)
    line.cut_back(count)


def _agency(tag: str) -> str:
    """Return the agency of a tag; of "VNA/VNS" the first, which is where the report comes from."""
    return tag.split("/")[0].strip()


def _is_menu(line: str) -> bool:
    return _phrase(line) in _PHRASES or _BOILERPLATE.match(line) is not None


def _phrase(line: str) -> str:
    return line.strip(" \t\u00a0:.>»›…|•-–—*").lower()


def _phrases(lines: list[Line], found: Survey) -> None:
    """Mark lines that are boilerplate wherever they stand."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index].text
        if len(line) <= 80 and _phrase(line) in _ANYWHERE and len(lines) > 1:
            _drop(lines, index, "boilerplate", found)
