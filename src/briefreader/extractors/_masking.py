"""What the language model gets to read instead of the text: as long, but in words that it knows.

The English model was trained on American text of before 2013. It reads "To Lam" as a preposition and
"Volfovich Aleksandr Grigorievich" as part of the office before it. So such names are replaced, before
parsing only, by English names of the same length; letters lose their diacritics; noise becomes blanks.
Every place stays where it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefreader.domain.document import Document
from briefreader.domain.folding import fold
from briefreader.domain.text import Span
from briefreader.extractors._gazetteer import demonym_country, is_given, is_place, listed

_FOREIGN = re.compile("[^\x00-\x7f]")
_WORDS = re.compile(r"[^\W\d_]+(?:['’-](?!s\b)[^\W\d_]+)*")
_LINE = re.compile(r"[^\n]+")
_GIVEN = {
    2: "Al", 3: "Tom", 4: "John", 5: "James", 6: "Robert", 7: "Michael", 8: "Benjamin", 9: "Alexander",
    11: "Christopher",
}  # fmt: skip
_FAMILY = {
    2: "Li", 3: "Lee", 4: "Bush", 5: "Smith", 6: "Miller", 7: "Johnson", 8: "Anderson", 9: "Henderson",
    10: "Richardson", 11: "Christensen", 12: "Featherstone",
}  # fmt: skip

_SYLLABLE = re.compile(
    "(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph|qu|r|s|th?|tr|v|x)?"
    "(?:a[iouy]?|e[ou]?|i(?:a|eu?|u)?|o(?:a[ioy]?|e|i)?|u(?:a[oy]?|e|i|o[iu]?|u|y(?:a|eu?|u)?)?|y(?:a|eu?)?)"
    "(?:ch?|m|nh|ng?|p|t)?"
)
VIETNAMESE_FAMILIES = listed(
    """
    nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao dinh doan trinh luong luu
    mai truong lam to ha cao chau phung thai ta trieu kieu quach thach la vuong nong giang dam tong tang
    bach ton khuat lo chu tu than tieu vi ma nghiem mac an kim su lai thieu
    """
)
_CERTAIN_FAMILIES = listed(
    """
    nguyen tran pham hoang huynh phan dang bui ngo duong dinh doan trinh luong truong phung
    """
)
_MARKED = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")
_ENGLISH = listed(
    """
    a an the to do so no on in it is me my by be he hi we us up at am go or of off can but than that
    then them this him his hem her not now new may day say way pay too two you your out our own one once
    old man men mum dad sun son sum sea tea ten tip top tank thank thing think time come lame make made
    cup cut got get let lot met net put run sit ton tan tin vat van boy bus bay buy lay lie lean loan
    moon noon soon sooth tooth team seem seen teen these those their there here mean main gain rain pain
    train chin chain chat chip china thin thong song long hong kong king ring sing tong gang bang rang
    sang hang pan ban dan fan ran bin dim rim sim tim tom bob ben den pen hen ken len non yon con don
    ron lon sam pam ram ham jam dam cam bat cat hat mat pat rat sat bet pet set bit hit kit lit pit gut
    hut nut both bath path math hip lip rip sip hop mop pop map tap nap lap cap gap rap sap dr mr ms st
    uk eu un la le
    """
)
_PATRONYMIC = re.compile(
    "[A-Z][a-z]+(?:ovich|evich|yevich|avich|ievich|ovych|yovych|ovna|evna|yevna|ievna|awna|auna|ivna|yivna|ichna|inichna)"
)
NOT_NAMES = listed(
    """
    president premier minister secretary chairman chairwoman chair general colonel major captain
    lieutenant admiral marshal ambassador governor mayor director deputy vice first prime foreign
    defence defense state head chief leader comrade professor doctor academician mr mrs ms dr sir king
    queen prince princess senator judge spokesman spokeswoman spokesperson speaker commissioner
    commander officer attorney prosecutor representative party council committee ministry assembly
    parliament government federation republic union office department agency service association company
    university institute court bank group the a an and of in on at by for with from to but as his her
    their our its when while after before according today yesterday monday tuesday wednesday thursday
    friday saturday sunday said says
    """
)
_ENDS_BEFORE = frozenset('.!?:;\n"“”„«(—')


def masked(document: Document) -> str:
    """Return the text that the model is to read, as long as the document's."""
    text = document.text if document.text.isascii() else _FOREIGN.sub(_plain, document.text)
    pieces: list[str] = []
    done = 0
    changes = [(noise.span, _blank(noise.span.of(text))) for noise in document.noise]
    changes += _small_letters(text)
    changes += [(span, _standin(word, place)) for span, word, place in _names(document.text, text)]
    for span, words in sorted(changes, key=lambda change: change[0]):
        if span.start >= done:
            pieces += [text[done : span.start], words]
            done = span.end
    pieces.append(text[done:])
    return "".join(pieces)


def _small_letters(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the words of lines that are all in capitals, in the letters that a sentence would give them."""
    loud = [line for line in _LINE.finditer(text) if _is_loud(line[0])]
    if not loud:
        return
    others = [line[0] for line in _LINE.finditer(text) if not _is_loud(line[0])]
    quiet = {word for line in others for word in _WORDS.findall(line)}
    for line in loud:
        found = list(_WORDS.finditer(text, *line.span()))
        after_given = False
        for n, word in enumerate(found):
            usual = word[0].title()
            pair = " ".join(each[0] for each in found[n : n + 2])
            name = usual in quiet or is_given(usual) or is_place(word[0]) or is_place(pair)
            name = name or (n > 0 and is_place(f"{found[n - 1][0]} {word[0]}"))
            if word[0] in quiet:
                continue
            if (name or after_given) and word[0].lower() not in quiet:
                yield Span(*word.span()), usual
            else:
                yield Span(*word.span()), word[0].lower()
            after_given = is_given(usual)


def _is_loud(line: str) -> bool:
    """Tell whether a line is all in capitals, and is more than an acronym or a dateline."""
    return line.isupper() and len(_WORDS.findall(line)) > 3


def is_vietnamese(words: list[str]) -> bool:
    """Tell whether a name is built like a Vietnamese one: family name first, two to four syllables."""
    folded = [fold(word) for word in words]
    if not 2 <= len(words) <= 4 or not all(_SYLLABLE.fullmatch(word) for word in folded):
        return False
    if folded[0] not in VIETNAMESE_FAMILIES:
        return False
    if any(_MARKED.search(word) for word in words) or folded[0] in _CERTAIN_FAMILIES:
        return True
    return not any(word in _ENGLISH for word in folded[1:])


def is_patronymic(word: str) -> bool:
    """Tell whether a word can be a Slavic patronymic: Grigorievich, Petrovna, Ivanivna."""
    return _PATRONYMIC.fullmatch(word) is not None


@cache
def _folded(char: str) -> str:
    folded = fold(char)
    if len(folded) != 1 or not char.isalpha() or not folded.isascii():
        return char
    return folded.upper() if char.isupper() else folded


def _plain(match: re.Match[str]) -> str:
    return _folded(match[0])


def _blank(text: str) -> str:
    return "".join("\n" if char == "\n" else " " for char in text)


def _standin(word: str, place: int) -> str:
    name = (_FAMILY if place else _GIVEN).get(len(word), word)
    return name.upper() if word.isupper() and len(word) > 1 else name


def foreign_names(text: str) -> list[tuple[Span, int]]:
    """Return the full names that the model would break, each with the place of its short form's word."""
    plain = text if text.isascii() else _FOREIGN.sub(_plain, text)
    return [(Span(name[0].start(), name[-1].end()), alone) for alone, name in _full(text, list(_runs(plain)))]


def _full(text: str, runs: list[list[re.Match[str]]]) -> list[tuple[int, list[re.Match[str]]]]:
    found: list[tuple[int, list[re.Match[str]]]] = []
    sure: set[str] = set()
    doubtful: list[tuple[int, list[re.Match[str]]]] = []
    for run in runs:
        for alone, name in (*_vietnamese(text, run), *_slavic(run)):
            said = " ".join(word[0] for word in name)
            if _opens_sentence(text, name[0].start()) and fold(name[0][0]) in _ENGLISH and said not in sure:
                doubtful.append((alone, name))
                continue
            sure.add(said)
            found.append((alone, name))
    # "To Lam" at the head of a sentence counts if it is a name further inside one
    found += [(alone, name) for alone, name in doubtful if " ".join(word[0] for word in name) in sure]
    return found


def _names(text: str, plain: str) -> Iterator[tuple[Span, str, int]]:
    """Yield the words of names that the model would break: span, word without marks, place in the name."""
    runs = list(_runs(plain))
    known: set[str] = set()  # the parts of names that can stand alone
    for alone, name in _full(text, runs):
        known.add(name[alone][0])
        yield from ((Span(*word.span()), word[0], place) for place, word in enumerate(name))
    for run in runs if known else ():
        for word in run:
            if word[0] in known and fold(word[0]) not in _ENGLISH:
                yield Span(*word.span()), word[0], 1


def _runs(plain: str) -> Iterator[list[re.Match[str]]]:
    """Yield runs of words that start with a capital and stand one blank apart."""
    run: list[re.Match[str]] = []
    for word in _WORDS.finditer(plain):
        if not word[0][0].isupper():
            if run:
                yield run
            run = []
            continue
        if run and plain[run[-1].end() : word.start()] != " ":
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _vietnamese(text: str, run: list[re.Match[str]]) -> Iterator[tuple[int, list[re.Match[str]]]]:
    """Yield Vietnamese names, each after the place of the word that is its short form."""
    place = 0
    while place < len(run) - 1:
        if fold(run[place][0]) in VIETNAMESE_FAMILIES:
            for length in (4, 3, 2):
                name = run[place : place + length]
                words = [text[word.start() : word.end()] for word in name]
                longer = [*words, run[place + length][0] if place + length < len(run) else ""]
                if _holds_place(words, longer):
                    place += length - 1
                    break
                if len(name) == length and is_vietnamese(words):
                    yield length - 1, name
                    place += length - 1
                    break
        place += 1


def _holds_place(words: list[str], longer: list[str]) -> bool:
    """Tell whether a name is of a place: "Ha Long", "To Da Nang", "Ho Chi Minh City"."""
    return any(is_place(" ".join(part)) for part in (words, words[1:], longer))


def _slavic(run: list[re.Match[str]]) -> Iterator[tuple[int, list[re.Match[str]]]]:
    """Yield names with a patronymic, each after the place of its family name."""
    for place in range(1, len(run)):
        if not is_patronymic(run[place][0]) or not is_given(run[place - 1][0]):
            continue
        after = run[place + 1][0] if place + 1 < len(run) else ""
        before = run[place - 2][0] if place > 1 else ""
        if after and not _cannot_be_family(after):
            yield 2, run[place - 1 : place + 2]
        elif before and not _cannot_be_family(before):
            yield 0, run[place - 2 : place + 1]


def _cannot_be_family(word: str) -> bool:
    return word.lower() in NOT_NAMES or is_place(word) or bool(demonym_country(word)) or is_given(word)


def _opens_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - 3) : place].rstrip(" ")
    return not before or before[-1] in _ENDS_BEFORE
