"""What a rule of the date grammar is, and what the rules share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from briefreader.extractors._dates_calendar import cut, month_end
from briefreader.extractors._dates_context import Context
from briefreader.extractors._dates_tokens import Token
from briefreader.i18n import _

MOD = "(?:THE?EDGE OF|THE?EARLY DASH?)?"
"""Pattern of what narrows a date and belongs to its span: "the end of", "early", "mid-"."""


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression means; ``first`` and ``last`` where the TimeML value alone does not tell."""

    type: str
    value: str
    why: str = ""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """The tokens that a rule matched."""

    tokens: tuple[Token, ...]
    before: Token | None
    after: Token | None
    text: str

    @property
    def start(self) -> int:
        """Return where the expression starts."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Return where the expression ends."""
        return self.tokens[-1].end

    def first(self, *kinds: str) -> Token | None:
        """Return the first token of these kinds."""
        return next((token for token in self.tokens if token.kind in kinds), None)

    def all(self, *kinds: str) -> list[Token]:
        """Return all tokens of these kinds."""
        return [token for token in self.tokens if token.kind in kinds]

    def has(self, *kinds: str) -> bool:
        """Tell whether a token of these kinds is there."""
        return self.first(*kinds) is not None

    def glued(self) -> bool:
        """Tell whether no white space stands between the tokens."""
        return all(a.end == b.start for a, b in zip(self.tokens, self.tokens[1:], strict=False))


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of expression: its pattern over token classes and what it means.

    ``guard`` tells from the tokens alone whether a match counts; ``build`` returns None for what is
    no date after all (31 February). A ``weak`` expression counts only beside another one.
    """

    name: str
    pattern: str
    build: Callable[[Hit, Context], Value | None]
    guard: Callable[[Hit], bool] | None = None
    weak: bool = False


MONTHS = ("MON", "MAY", "ABBMON", "LOWMON")
DAYS = ("N2", "ORD", "SEC")
WEEKDAYS = ("WD", "ABBWD")


def valid(year: int, month: int, day: int) -> date | None:
    """Return the day, or None if the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= month_end(year, month).day):
        return None
    return date(year, month, day)


_UP_TO = re.compile(r"\b(?:until|till|by)\s(?:[\w:.]+\s){0,5}$")
_REPORTING = re.compile(
    r"\b(?:report|publish|release|post|announce|issue|unveil|disclose)(?:e?s|ing)?\s(?:its\s|their\s|the\s)?$"
)
_FIGURES = re.compile(
    r"\s(?:[a-z]+\s)?(?:earnings|results|profits?|sales|figures|revenues?|numbers|data|accounts|output|inflation)\b"
)
"""What is over when it is reported, whenever that is: "will report January-March earnings"."""
_RUNNING = re.compile(r"\b(?:runs?|lasts?|stretch(?:es)?)\s(?:from\s)?(?:[\w.]+\s(?:to|until|through)\s)?$")
"""What comes again each year: "the rains, which run from June to September"."""
_PUT_OFF = re.compile(
    r"\b(?:(?:has|have)\sbeen\s[a-z]+|suspended|postponed|adjourned|extended|delayed|put\soff)\b"
    r"[^.;]{0,60}\s(?:until|till)\s(?:[\w:.]+\s(?:on\s)?)?$"
)
"""What lasts until a day to come: "flights have been cancelled until Saturday"."""
_STAYING = re.compile(
    r"\b(?:stays?|remains?|keeps?|is|are|ha(?:s|ve) been)\s(?:[a-z]+\s){1,4}(?:until|till)\s(?:at least\s)?$"
)
"""What is still so until a day to come: "the airport stays closed until Friday"."""
_OUTLOOK = re.compile(
    r"\b(?:outlook|forecasts?|guidance)\s(?:[a-z]+\s)?for\s(?:(?:the|its)\s[a-z]+\s(?:to|ending|through)\s)?$"
)
_UNLESS_BY = re.compile(r"\b(?:if|unless)\s[^;]*\b(?:by|before|until)\s$", re.IGNORECASE)
"""What is yet to be: "if no deal is found by Tuesday"."""
_NEXT_ON = re.compile(r"\bnext (?:on|in|at) $")
"""What stands before the next time of what is done again: "is paid monthly, next on May 2"."""
_DELIVERY = re.compile(r" (?:delivery|crude|contracts?|futures|settlement)\b")
"""What months of a futures market stand before: they lie ahead."""


def leaning(hit: Hit, ctx: Context) -> str:
    """Return whether an expression without a year or week points to the past or the future.

    The word before it ("since", "until") decides before the tense does.
    """
    words = ctx.text[max(0, hit.start - 24) : hit.start].lower().split()
    last = words[-1] if words else ""
    if last in ("since", "last"):
        return "past"
    if _DELIVERY.match(hit.text, hit.end) or _NEXT_ON.search(hit.text, max(0, hit.start - 10), hit.start):
        return "future"
    if ctx.just_before(hit.start, hit.end) or _of_the_past(hit):
        return "past"
    if is_arranged(hit, ctx) and not hit.has("LAST", "PAST"):
        return "future"
    tense = ctx.tense(hit.start, hit.end)
    if _REPORTING.search(ctx.text, max(0, hit.start - 30), hit.start) and _FIGURES.match(hit.text, hit.end):
        return "past"
    if _PUT_OFF.search(ctx.sentence(hit.start, hit.end)[0] + " "):
        return "future"
    if _STAYING.search(ctx.text, max(0, hit.start - 70), hit.start):
        return "future"
    if _OUTLOOK.search(ctx.text, max(0, hit.start - 50), hit.start):
        return "future"
    if _RUNNING.search(ctx.text, max(0, hit.start - 40), hit.start):
        return "future"
    if _UNLESS_BY.search(ctx.sentence(hit.start, hit.end)[0] + " "):
        return "future"
    if tense != "past" and (last == "next" or _UP_TO.search(ctx.text, max(0, hit.start - 40), hit.start)):
        return "future"
    return tense


_HAPPENED = re.compile(
    r"['’]s\s(?:[a-z-]+\s){0,2}?(?:clos(?:e|ing)|attacks?|bombings?|shootings?|explosions?|blasts?|crash|fires?|"
    r"accident|(?:earth)?quakes?|defeat|loss|killings?|murders?|arrests?|raids?|storms?|fighting|violence)\b"
)
_OUTCOME_OF = re.compile(
    r"\b(?:results?|outcome|aftermath|winners?|victims|survivors|wake) (?:of|in) (?:last )?$"
)
"""What is told of a day on which something has happened: "the result of Monday's vote"."""
_YET_TO_COME = re.compile(r"\b(?:ahead of|before|until|awaits?|awaiting)\s(?:the\s)?$")
"""What follows a day on which it has happened: "Thursday's attack", "Monday's closing price"."""


def _of_the_past(hit: Hit) -> bool:
    if (
        not hit.has(*WEEKDAYS)
        or hit.has("NEXT", "COMING")
        or hit.text[hit.end : hit.end + 2] not in ("'s", "’s")
    ):
        return False
    if _OUTCOME_OF.search(hit.text, max(0, hit.start - 24), hit.start):
        return True
    if _HAPPENED.match(hit.text, hit.end) is None:
        return False
    return _YET_TO_COME.search(hit.text, max(0, hit.start - 16), hit.start) is None


def is_arranged(hit: Hit, ctx: Context) -> bool:
    """Tell whether a day, or a month right behind its verb, is what something was arranged for."""
    return ctx.arranged(hit.start, hit.end, hit.has(*DAYS, *WEEKDAYS))


_SHARED_YEAR = re.compile(
    r"\s?(?:and|or|to|through|until|till|[-–—])\s?(?:\d{1,2}(?:st|nd|rd|th)?\s)?"
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s(?:\d{1,2},?\s)?"
    r"(?:((?:19|20)\d\d)\b|(?:of )?(last|this|next) year\b)"
)


def year_beside(hit: Hit) -> str:
    """Return the words of the date behind that tells the year of both ("July 2024"), or ""."""
    match = _SHARED_YEAR.match(hit.text, hit.end)
    return hit.text[match.start(1) : match.end()] if match else ""


def _shared_year(hit: Hit, ctx: Context, month: int) -> int | None:
    """Return the year that the second of two dates tells for both: "March or April 2012"."""
    match = _SHARED_YEAR.match(hit.text, hit.end)
    if match is None:
        return None
    if match[3]:
        base = ctx.base("year")
        return base.year + {"last": -1, "this": 0, "next": 1}[match[3]] if base else None
    other = _SHORT_MONTHS.index(match[1]) // 3 + 1
    return int(match[2]) - (1 if month > other else 0)


_UNTIL = re.compile(
    r"\s(?:to|through|until|till)\s(?:the end of |mid-|late |early )?"
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b(?!\.?,? \d)"
)
_SHORT_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"


def year_of(hit: Hit, ctx: Context, month: int, day: int | None, weekday: int | None = None) -> int | None:
    """Return the year that a month or a day without a year means, or None if nothing tells."""
    shared = _shared_year(hit, ctx, month)
    base = ctx.base("month")
    if shared is not None or base is None:
        return shared
    until = _UNTIL.match(hit.text, hit.end)
    if until and day is None:  # "from January to June it rose": both months of one stretch
        other = _SHORT_MONTHS.index(until[1]) // 3 + 1
        end = _nearest_year(hit, ctx, base, other, None)
        return end - (1 if month > other else 0)
    if weekday and day:
        near = [valid(base.year + step, month, day) for step in range(-6, 7)]
        fitting = [each for each in near if each and each.isoweekday() == weekday]
        if fitting:
            return min(fitting, key=lambda each: abs(each - base)).year
    return _nearest_year(hit, ctx, base, month, day)


def _nearest_year(hit: Hit, ctx: Context, base: date, month: int, day: int | None) -> int:
    """Return the year in which a month or day lies on the side of the publication that the tense tells."""
    lean = leaning(hit, ctx)
    ahead = (month - base.month) * 31 + ((day - base.day) if day else 0)
    if lean == "future" and is_arranged(hit, ctx):  # it may be over by now
        return base.year + (ahead < -183) - (ahead > 250)
    if lean == "past" and ahead > (1 if day else 0):
        return base.year - 1
    if lean == "future" and ahead < (-30 if day else 0):
        return base.year + 1
    if lean not in ("past", "future") and ahead > (186 if day else 100):
        return base.year - 1
    if lean not in ("past", "future") and ahead < -300:
        return base.year + 1
    return base.year


def iso(day: date) -> str:
    """Return a day's TimeML value."""
    return cut(day, "day")


def step(hit: Hit) -> int:
    """Return -1 for "last", 1 for "next", 0 for neither."""
    return -1 if hit.has("LAST", "PAST") else 1 if hit.has("NEXT", "COMING") else 0


def counted(ctx: Context) -> str:
    """Say from which day a date was counted."""
    return _("Counted from {day}.").format(day=ctx.anchor)
