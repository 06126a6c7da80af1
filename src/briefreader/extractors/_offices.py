"""Nouns that name somebody who can speak, and how an office is matched with the people of a text."""

from __future__ import annotations

import re
from functools import cache

from briefreader.extractors._gazetteer import demonym_country, gazetteer, is_country, listed

_OFFICES = listed(
    """
    president premier pm counterpart chancellor minister secretary undersecretary chairman
    chairwoman chairperson chair
    chief director leader head governor mayor senator congressman congresswoman lawmaker legislator mp
    deputy speaker ambassador envoy consul commissioner king queen prince princess emperor sultan emir
    sheikh pope bishop archbishop cardinal patriarch imam rabbi priest pastor general admiral colonel
    captain major commander lieutenant sergeant officer official spokesman spokeswoman spokesperson
    representative delegate diplomat judge justice prosecutor attorney lawyer counsel sheriff constable
    coroner coach manager executive ceo cfo coo founder cofounder co-founder owner boss editor author
    professor scientist economist analyst expert strategist adviser advisor aide consultant candidate
    nominee contender incumbent opponent rival politician statesman democrat republican conservative
    liberal activist campaigner organizer organiser critic supporter voter witness victim resident
    neighbor neighbour father mother son daughter brother sister husband wife widow parent uncle aunt
    cousin friend man woman boy girl teenager student pupil teacher doctor nurse physician surgeon
    journalist reporter correspondent columnist anchor host guest writer novelist poet artist actor
    actress singer musician composer player captain striker goalkeeper champion winner driver pilot
    astronaut soldier veteran farmer worker employee employer trader investor banker broker businessman
    businesswoman entrepreneur developer engineer architect designer curator historian researcher
    academic scholar lecturer principal dean rector provost treasurer auditor inspector detective
    investigator agent spy defendant plaintiff suspect prisoner inmate migrant refugee protester
    demonstrator rebel militant insider source person individual colleague counterpart predecessor
    successor member fan user customer passenger tourist visitor mogul billionaire tycoon magnate duke
    duchess lord lady baron count countess comrade ayatollah monk nun chaplain vicar moderator pollster
    blogger poster tweeter whistleblower informant coauthor co-author assistant fellow chef
    secretary-general mate surrogate ally pundit skeptic sceptic
    advocate moderate progressive evangelical operative loyalist proponent confidant relative juror
    bystander classmate hotelier prosecutor-general narrator caller attendee graduate parishioner
    """
)
_GROUPS = listed(
    """
    people police government administration ministry department agency office bureau cabinet parliament
    congress senate assembly council committee commission court tribunal party opposition coalition
    union association federation league organisation organization foundation institute institution
    university college school company firm corporation bank group team staff crew board panel authority
    authorities media press newspaper magazine channel broadcaster network station outlet embassy
    consulate delegation army navy military force forces troops campaign movement camp family couple
    jury public community church mosque synagogue club charity watchdog regulator republic kingdom state
    states country countries nation nations city town village county province region side sides house
    kremlin pentagon critics others many some several both leadership circle service services command
    fund trust society alliance bloc mission secretariat centre center think-tank observers insiders
    republicans democrats conservatives liberals officials sources women men children parents clergy
    faithful electorate researchers tabloid daily weekly paper wire staffers airline manufacturer
    publisher retailer operator supplier hospital laboratory museum gallery studio
    """
)
_TEXTS = listed(
    """
    report statement letter study survey poll document memo memorandum article editorial column review
    book post posting posts tweet email e-mail note website site blog release communique communiqué
    declaration resolution ruling verdict judgment judgement complaint lawsuit indictment affidavit
    filing petition bill law constitution treaty charter manifesto transcript message text bulletin
    dispatch estimates assessment audit advisory notice sign poster banner ad advertisement analysis
    dossier reports studies documents letters emails tweets articles polls surveys headline caption
    paper papers authors section page order guidelines guidance platform brief motion prospectus
    questionnaire leaflet pamphlet
    """
)
_EVENTS = listed(
    """
    visit meeting meetings talks talk negotiation negotiations event events summit conference exhibition
    trip tour election elections vote result results finding findings figure figures data evidence fact
    facts number numbers move decision deal agreement development developments situation crisis war
    attack crash accident incident storm test tests trial experience history success failure growth
    increase decline cooperation partnership relationship relations friendship exchange effort efforts
    measure measures step steps action actions change changes victory defeat debate discussion
    discussions case example photo photos image images picture pictures video footage map chart graph
    table record records research theory idea proverb word words approach trend trends
    outcome answer question name logo plan plans program programme project projects policy budget
    economy market markets price prices visits ceremony launch this that these those which what it's
    there thing things
    """
)
_PERSON_ENDING = re.compile(
    r"(?:[a-z]{3,}(?:er|or|ist|ian|eer|ee|ant|crat|ary|naut|woman|man|person|maker|holder|keeper|goer)|.*(?:men|women|people))s?"
)
_NOT_PERSONS = listed(
    """
    number letter order matter quarter power chapter factor error computer water paper offer center
    centre corner border river weather winter summer member november september october december disaster
    december theater theatre shoulder dinner answer danger anger hunger murder slaughter laughter
    character register folder finger hammer ladder layer lever liter litre meter metre monster motor
    mirror terror horror color favor labor honor humor rumor sector tractor reactor engine doctrine
    document moment restaurant plant warrant grant covenant committee guarantee fee coffee degree
    library salary military diary summary february january budgetary primary anniversary boundary
    commentary documentary secretary glossary century list twist wrist mist assist resist exist consist
    insist persist human german woman barrier carrier career frontier newspaper poster counter sister
    wonder never over under after other another either neither whether however together rather further
    however per cover user
    """
) - {"member", "sister", "secretary", "woman", "human", "user", "another", "other"}
_FIRMS = listed(
    """
    contractor subcontractor carrier insurer reinsurer retailer manufacturer supplier operator distributor
    lender builder homebuilder developer employer wholesaler provider refiner producer exporter importer
    publisher broadcaster regulator creditor vendor broker grocer shipper refinery landlord recycler
    brewer distiller processor maker carmaker automaker drugmaker chipmaker planemaker steelmaker poster
    """
)
"""Nouns that end like a person and mostly name a firm."""
_PLURAL = ("s", "men", "women", "people")
_KIN = listed(
    """
    father mother son daughter brother sister husband wife widow widower parent uncle aunt cousin nephew
    niece grandfather grandmother grandson granddaughter stepfather stepmother stepson stepdaughter
    fiance fiancee friend girlfriend boyfriend partner neighbor neighbour colleague classmate relative
    boss mentor ex-wife ex-husband half-brother half-sister twin
    """
)
_STAFF = listed(
    """
    aide assistant lawyer attorney counsel adviser advisor spokesman spokeswoman spokesperson deputy
    secretary agent doctor physician nurse driver bodyguard nanny chef confidant surrogate ally
    representative publicist manager trainer coach employer employee predecessor successor opponent rival
    lieutenant biographer teacher therapist solicitor barrister accountant
    """
)
_INSCRIBED = listed(
    """
    sign signs placard placards poster posters banner banners headline headlines caption captions
    inscription inscriptions plaque plaques billboard billboards graffiti gravestone headstone tombstone
    sticker stickers badge badges epitaph mural murals doormat nameplate signpost signposts tattoo
    t-shirt t-shirts shirt shirts hoarding noticeboard scoreboard
    """
)
"""What words stand on, with nobody who says them."""
_PRONOUNS = listed(
    """
    he she they it i we one who someone somebody everyone everybody nobody others
    """
)

OFFICE, GROUP, TEXT, EVENT, PRONOUN, OTHER = "office", "group", "text", "event", "pronoun", "other"

_SHORT = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "amb": "ambassador",
    "sec": "secretary", "col": "colonel", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant",
    "prof": "professor", "atty": "attorney", "pres": "president",
}  # fmt: skip
_SMALL = listed(
    """
    the a an of for and in at on to from by with his her their its our my this that s ’s 's former then
    new old late ex current acting outgoing incoming same
    """
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def sort_of_noun(word: str) -> str:
    """Return what sort of speaker a common noun or pronoun names, by lists first and endings second."""
    low = word.lower()
    if low in _PRONOUNS:
        return PRONOUN
    if low in _EVENTS:
        return EVENT
    single = _singular(low)
    if low in _OFFICES or single in _OFFICES:
        return OFFICE
    if low in _GROUPS or single in _GROUPS:
        return GROUP
    if low in _TEXTS or single in _TEXTS:
        return TEXT
    if single in _EVENTS or low in _NOT_PERSONS or single in _NOT_PERSONS:
        return OTHER
    return OFFICE if _PERSON_ENDING.fullmatch(low) else OTHER


def is_office(word: str) -> bool:
    """Tell whether a word names an office or a part that somebody has, in the singular."""
    low = word.lower()
    return low in _OFFICES or low.rstrip(".") in _SHORT


def is_personal(word: str) -> bool:
    """Tell whether a word in the singular names a person, rather than a firm or a body."""
    low = word.lower()
    if low in _FIRMS or low.endswith(_PLURAL) or sort_of_noun(low) != OFFICE:
        return False
    return not is_plural_noun(low)


def is_inscribed(word: str) -> bool:
    """Tell whether a word names what an inscription stands on: "sign", "headline"."""
    return word.lower() in _INSCRIBED


def is_somebodys(word: str) -> bool:
    """Tell whether a word names a relative or somebody in somebody's service: "sister", "lawyer"."""
    return word.lower() in _KIN | _STAFF


def is_plural_noun(word: str) -> bool:
    """Tell whether an office is named in the plural, so that it is not one person."""
    low = word.lower()
    return (low not in _OFFICES and _singular(low) in _OFFICES) or low in (
        "people",
        "men",
        "women",
        "children",
    )


def _singular(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes")):
        return low[:-2]
    if low.endswith("men"):
        return low[:-3] + "man"
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


def words_of(role: str) -> list[str]:
    """Return the words of an office that tell it from others, lower case, in order."""
    plain = role.replace("U.S.", "US").replace("U.K.", "UK")
    words = (m.group().lower() for m in _WORD.finditer(plain))
    return [_SHORT.get(w, w) for w in words if w not in _SMALL]


_LIKE: dict[str, tuple[str, ...]] = {
    "leader": ("president", "chancellor", "premier", "king", "queen", "head", "chairman", "chief", "leader"),
    "president": ("president", "leader"),
    "chief": ("head", "director", "commander", "chief"),
    "boss": ("head", "director", "chief", "manager"),
    "diplomat": ("minister", "ambassador", "envoy", "consul"),
    "official": ("minister", "secretary", "deputy", "director", "head", "commissioner", "spokesman"),
    "politician": ("minister", "president", "mp", "deputy", "senator", "leader", "chancellor", "candidate"),
    "mp": ("lawmaker", "legislator", "deputy", "senator", "representative", "chairman", "chairwoman"),
    "legislator": ("mp", "senator", "deputy", "representative", "speaker"),
    "lawmaker": ("mp", "senator", "congressman", "congresswoman", "representative", "deputy"),
    "premier": ("premier",),
    "nominee": ("candidate", "nominee"),
    "candidate": ("nominee", "candidate"),
    "spokesperson": ("spokesman", "spokeswoman"),
    "academic": ("professor", "lecturer", "researcher"),
    "researcher": ("scientist", "author", "professor", "researcher"),
    "congressman": ("representative", "congressman"),
    "congresswoman": ("representative", "congresswoman"),
}
_PAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    "leader": (("prime", "minister"), ("general", "secretary"), ("secretary", "general")),
    "chief": (("general", "secretary"),),
    "legislator": (("assembly", "chairman"), ("assembly", "chairwoman"), ("parliament", "speaker")),
    "premier": (("prime", "minister"),),
    "pm": (("prime", "minister"),),
    "diplomat": (("foreign", "minister"), ("secretary", "state")),
}


_PARTS_OF_NAMES = {"states": "United States", "việt": "Vietnam", "viet": "Vietnam", "nam": "Vietnam"}
_BEHIND_HEAD = re.compile(r"\s(?:of|to|for|at|in|from|with|on|by|who|that)\s|,")
_SECOND = frozenset({"deputy", "vice", "assistant", "associate", "under"})
"""Words that make another office of one: a deputy minister is not the minister."""
_HEADS_OF = {"head of state": "president", "head of government": "prime minister"}


def fit(nominal: str, role: str) -> float:
    """Return how well an office as referred to ("the Belarusian leader") fits a full one, 0 if not at all.

    The head noun must be the same or a near one; every further shared word adds, demonyms and their
    countries count as shared when five letters agree, words that are not shared take a little away.
    """
    for heads_of, office in _HEADS_OF.items():
        if heads_of in nominal.lower():
            return max(fit(office, role), fit("leader", role) if heads_of in role.lower() else 0.0)
    asked, had = words_of(nominal), words_of(role)
    large = {word.lower() for word in nominal.split()[1:] if word[0].isupper()}
    heads = _heads(nominal)
    if not heads or not had or any(w in _SECOND and w not in had for w in heads[:-1]):
        return 0.0
    if any(w in had and w not in asked for w in ("prime", "vice", "deputy", "shadow")):
        had = [w for w in had if w not in heads]  # a prime minister is not "the minister"
    same = [w for w in heads if w in had]
    if same:
        score = 2.0
    elif any(w in had for head in heads for w in _LIKE.get(head, ())):
        score = 1.4
    elif "counterpart" in had:
        score = 2.0  # whatever the other one is
    elif any(a in had and b in had for head in heads for a, b in _PAIRS.get(head, ())):
        score = 1.6
    else:
        return 0.0
    for word in asked:
        if word in same:
            continue
        if any(word == other or _kin(word, other) for other in had):
            score += 1.0
        elif not is_office(word) and word not in ("top", "country", "nation", "visiting", "senior"):
            if "counterpart" in had and not _nation(word):
                continue
            stateless = _nation(word) and not any(_nation(other) for other in had)
            score -= 0.35 if stateless else 1.6 if word in large else 1.2
    return max(score, 0.0)


def _heads(nominal: str) -> list[str]:
    """Return the head of an office as referred to, with the words of offices right before it.

    That is "aide" of "an aide to the minister" and of "the minister's aide", "prosecutor general" of "the
    Prosecutor General": what an office is of, or whose, is another one.
    """
    words = _BEHIND_HEAD.split(nominal.replace(".", ""), maxsplit=1)[0].split()
    while words and not is_office(words[-1]):
        words.pop()
    heads: list[str] = []
    while words and is_office(words[-1]):
        low = words.pop().lower()
        heads.insert(0, _SHORT.get(low, low))
    return heads


@cache
def _nation(word: str) -> str:
    """Return the country that a word of an office names, by its name or its adjective, or ""."""
    if word in _PARTS_OF_NAMES:
        return _PARTS_OF_NAMES[word]
    return (
        demonym_country(word) or gazetteer().places.get(word, "")
        if is_country(word)
        else demonym_country(word)
    )


def _kin(word: str, other: str) -> bool:
    """Tell whether two words are a country and its adjective: by a table, or by their first letters."""
    if _nation(word) or _nation(other):
        return _nation(word) == _nation(other)
    n = min(len(word), len(other))
    return n >= 4 and word[: min(5, n)] == other[: min(5, n)]
