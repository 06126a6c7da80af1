"""Words that report speech: which verbs and nouns, and what may follow them.

There is no lemmatizer in the pipeline, so every form of every verb is made here once. A frame is
what a verb takes: see the constants.
"""

from __future__ import annotations

from briefreader.extractors._gazetteer import listed

THAT = "that"
"""A clause: "said (that) …", "asked whether …"; such a verb may also stand beside direct speech."""
TELL = "tell"
"""A person and a clause: "told reporters that …", "assured them …"."""
TO = "to"
"""An infinitive that is what was said: "urged both sides to …", "promised to …"."""
ING = "ing"
"""A gerund that is what was said: "suggested strengthening …", "denied taking …"."""
FOR = "for"
"""A wish after "for": "called for …"."""
OF = "of"
"""A charge or warning after "of", "about" or "against": "accused X of …", "warned of …"."""
AS = "as"
"""A description after "as": "described X as …"."""
NAME = "name"
"""Two objects: "called X a …"."""
NOUN = "np"
"""A noun phrase may be what was said if it stands in quotation marks: "cited "…""."""
MIND = "mind"
"""A view rather than speech; counts with a finite clause and a person as subject."""

_VERBS: dict[str, str] = {
    "that np": "say state add note announce claim declare reply respond remark observe comment exclaim tweet "
    "write quip joke mention reiterate repeat proclaim profess recount relate retort volunteer muse read "
    "continue conclude blog text email retweet opine",
    "that np ing": "admit acknowledge report deny recall confirm",
    "that": "explain insist argue assert contend maintain stress emphasize emphasise affirm reaffirm concede "
    "allege indicate disclose reveal suggest predict underline underscore clarify specify point highlight "
    "vent lament complain grumble boast brag gush object counter caution marvel lecture rule testify "
    "confide confess hint imply interject caution attest signal stipulate theorize theorise speculate "
    "estimate believe reason swear shout cry scream yell whisper murmur mutter chant sigh protest "
    "decree forecast guarantee pronounce postulate surmise rejoin post laugh assess "
    "bemoan fume enthuse venture concur hold "
    "charge elaborate preach rail rant riff snap thunder tout finish begin",
    "that ing to": "propose recommend advocate suggest",
    "that to": "promise vow pledge threaten demand request offer",
    "that for": "plead",
    "tell that": "tell",
    "tell that of": "warn remind inform notify advise alert",
    "tell": "assure persuade",
    "tell to": "urge ask beg implore exhort",
    "that to ask": "ask",
    "name np": "call dub label brand term deem declare",
    "as np": "describe characterize characterise portray depict denounce dismiss condemn criticize criticise "
    "decry deride hail praise cast ridicule mock slam blast",
    "of np": "accuse",
    "np": "promise demand quote answer ask express cite denounce condemn tout",
    "mind": "think believe hope fear suspect expect doubt worry find show",
    "that answer": "agree answer question wonder inquire enquire",
}

_IRREGULAR = {
    "hold": "holds held held holding", "speak": "speaks spoke spoken speaking",
    "pay": "pays paid paid paying",
    "refer": "refers referred referred referring", "hint": "hints hinted hinted hinting",
    "say": "says said said saying", "tell": "tells told told telling",
    "write": "writes wrote written writing",
    "find": "finds found found finding", "show": "shows showed shown showing",
    "read": "reads read read reading", "think": "thinks thought thought thinking",
    "swear": "swears swore sworn swearing", "cast": "casts cast cast casting",
    "forecast": "forecasts forecast forecast forecasting", "begin": "begins began begun beginning",
    "tweet": "tweets tweeted tweeted tweeting", "retweet": "retweets retweeted retweeted retweeting",
    "admit": "admits admitted admitted admitting", "brag": "brags bragged bragged bragging",
    "blog": "blogs blogged blogged blogging", "quip": "quips quipped quipped quipping",
    "snap": "snaps snapped snapped snapping", "slam": "slams slammed slammed slamming",
    "beg": "begs begged begged begging", "dub": "dubs dubbed dubbed dubbing",
    "label": "labels labelled labelled labelling", "signal": "signals signalled signalled signalling",
    "plead": "pleads pleaded pleaded pleading", "wonder": "wonders wondered wondered wondering",
    "offer": "offers offered offered offering", "order": "orders ordered ordered ordering",
    "volunteer": "volunteers volunteered volunteered volunteering",
}  # fmt: skip
_ALSO = {
    "labeled": "label",
    "labeling": "label",
    "signaled": "signal",
    "signaling": "signal",
    "pled": "plead",
}


def _forms(lemma: str) -> list[str]:
    """Return the forms of a verb: the irregular ones by table, others by spelling rules."""
    if lemma in _IRREGULAR:
        return [lemma, *_IRREGULAR[lemma].split()]
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    third = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return [lemma, lemma + third, lemma + "ed", lemma + "ing"]


def _lexicon() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    lemmas: dict[str, str] = dict(_ALSO)
    frames: dict[str, frozenset[str]] = {}
    for frame, verbs in _VERBS.items():
        for lemma in verbs.split():
            frames[lemma] = frames.get(lemma, frozenset()) | frozenset(frame.split())
            for form in _forms(lemma):
                lemmas.setdefault(form, lemma)
    return lemmas, frames


LEMMAS, FRAMES = _lexicon()

_TAKE_MARKED: dict[str, str] = {
    "hail praise thank denounce condemn deplore lament decry criticise criticize mock deride bemoan welcome "
    "celebrate blast slam applaud salute reject dismiss cite": "",
    "speak talk complain warn boast dream grumble write joke rave lament brag": "of about",
    "refer allude": "to as",
    "point": "to",
    "pay": "to",
    "hint": "at",
    "apologise apologize": "for",
    "praise thank criticise criticize blame denounce condemn slam blast chide rebuke mock attack": "for",
}
"""What each verb takes that tells what somebody said only if it stands in marks; "" is the object."""


def _marked() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for verbs, words in _TAKE_MARKED.items():
        for form in (form for verb in verbs.split() for form in _forms(verb)):
            found[form] = found.get(form, frozenset()) | frozenset(words.split() or [""])
    return found


MARKED = _marked()
"""Every form of those verbs, with the words that the marks may stand behind."""

SURE = listed(
    """
    say tell add state note announce claim declare reply respond remark comment exclaim tweet write quip
    joke reiterate explain insist argue assert contend stress emphasize emphasise affirm reaffirm
    concede allege complain warn acknowledge admit confirm report urge testify continue ask answer
    assure recall observe conclude caution counter promise vow pledge predict lament boast recount
    """
)
"""Verbs that are believed to report speech even where the parse lost their subject or clause."""

WEAK = listed(
    """
    read begin finish offer order charge rule post text relate question cast point agree find show hold
    """
)
"""Verbs that mostly mean something else: they need a clause with "that", or marks beside them."""

WRITTEN = listed(
    """
    say state read note add conclude claim warn describe allege report suggest recommend indicate reveal
    announce explain argue confirm declare continue call write tell acknowledge stipulate observe
    recount estimate predict mention cite accuse
    """
)  # fmt: skip
"""What a text (a report, a letter, a newspaper) can do."""

NOUNS: frozenset[str] = listed(
    """
    claim claims statement assertion assertions allegation allegations accusation accusations suggestion
    suggestions announcement warning warnings promise promises pledge vow comment remark argument
    arguments assurance assurances admission insistence contention prediction complaint complaints
    belief view opinion confidence hope hopes concern concerns fear fears conviction message rumor
    rumors report reports charge charges acknowledgment acknowledgement declaration charge denial
    reminder testimony idea notion doubt doubts desire wish conclusion position stance
    """
)
"""Nouns that take what was said as a clause: "his claim that …"."""

LIGHT = listed(
    """
    express expresses expressed expressing voice voiced voicing make makes made making give gives gave
    giving issue issued issuing repeat repeated repeating reiterate reiterated reiterating share shared
    offer offered raise raised raising deliver delivered send sent hold holds held leveled levelled
    level echo echoed have has had
    """
)
"""Verbs whose subject is the speaker of a noun that takes a clause: "expressed confidence that …"."""

ADJECTIVES = listed("confident adamant convinced hopeful optimistic certain insistent")
"""Adjectives of a view: "is confident that …"."""

MADE = listed("clear plain known")
"""Adjectives of what somebody says by making it so: "made clear that …"."""


THINGS = listed("deny predict cite")
"""Verbs whose object is what was said even without marks: "denied any part in it"."""


def lemma_of(word: str) -> str | None:
    """Return the dictionary form of a reporting verb, or None if the word is none."""
    return LEMMAS.get(word.lower())


def frames_of(lemma: str) -> frozenset[str]:
    """Return what a reporting verb takes."""
    return FRAMES.get(lemma, frozenset())
