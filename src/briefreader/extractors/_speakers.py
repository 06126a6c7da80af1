"""Who speaks: from the words that name a speaker to the person, within one document.

A name is joined to its fullest form, an office to the person who holds it in this text, a pronoun to the
person who was last the subject or the speaker. Every answer says what it rests on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _offices as offices
from briefreader.extractors._gazetteer import listed
from briefreader.extractors._offices import EVENT, GROUP, OFFICE, OTHER, PRONOUN, TEXT
from briefreader.extractors._prose import Prose

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefreader.extractors._names import Mention

PERSON, BODY, PLACE = "person", "organisation", "place"

_HE = listed(
    """
    mr mr. sir lord king prince duke baron father son brother husband uncle nephew grandfather man boy
    gentleman spokesman chairman congressman businessman statesman pope emperor monk donald barack
    george john james robert michael william david richard joseph thomas charles daniel matthew anthony
    mark paul steven stephen andrew joshua kenneth kevin brian edward ronald timothy jason jeffrey ryan
    jacob gary nicholas eric jonathan larry justin scott brandon benjamin samuel gregory frank alexander
    raymond patrick jack dennis jerry tyler aaron jose adam nathan henry peter kyle walter bernie bill
    bob jim joe tom mike mitt ted marco ben chris steve tim jeff rick rudy newt vladimir alexander
    aleksandr sergei dmitry ivan boris emmanuel recep ali mohammed muhammad ahmed hassan hussein
    abdullah carlos juan luis jorge pedro antonio francisco giuseppe mario hans klaus wolfgang olaf
    friedrich jean pierre francois nicolas viktor igor yuri oleg maksim
    """
)
_SHE = listed(
    """
    mrs mrs. ms ms. miss madam dame lady queen princess duchess mother daughter sister wife aunt niece
    grandmother woman girl spokeswoman chairwoman congresswoman businesswoman actress nun hillary mary
    patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret
    ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen
    sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole samantha katherine
    christine catherine virginia debra rachel janet maria heather diane julie joyce victoria kelly
    kellyanne christina joan evelyn lauren judith olivia martha cheryl megan andrea ann anne alice jean
    jane ivanka melania chelsea elena olga natalia tatiana svetlana irina yulia ursula theresa jacinda
    ivana fatima aisha sofia isabel carmen lucia claudia julia monica kristin kristen hope huma loretta
    donna debbie jill gloria marine
    """
)
_HIM, _HER = frozenset({"he", "his", "him"}), frozenset({"she", "her"})
_OPEN_WORDS = frozenset({".", "?", "!", ":", "“", '"', "‘", "'", "«", "„", "—", "–", "-", "•"})
_COMMON = listed(
    """
    nothing everything something anything experience prices rules costs records signs
    """
)
_HONORIFICS = listed(
    """
    Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Sen. Rep. Gov. Gen. Sir Lady Lord Prof. Lt. Col.
    """
)
_TIMES = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december morning afternoon evening night today yesterday week
    month year
    """
)
_TITLE_TAGS = frozenset({"NN", "NNP", "NNPS", "JJ", "JJS", "HYPH", "POS", "DT", "PRP$"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "ROOT"})
_STOPS_NOMINAL = frozenset({"relcl", "acl", "appos", "punct", "advcl", "parataxis", "ccomp"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said something: the words that name them, and whom they mean.

    ``name`` is the fullest name, empty for a pronoun that could not be resolved. ``sort`` is person,
    organisation, place, office, group, text, event, pronoun or other; ``sure`` from 0 to 1.
    """

    span: Span
    name: str
    entity: str = ""
    role: str = ""
    sort: str = OTHER
    why: str = ""
    sure: float = 1.0


class Cast:
    """The people and bodies of one document, with their offices."""

    def __init__(self, prose: Prose, mentions: Sequence[Mention]) -> None:
        self.prose = prose
        self.mentions = sorted(mentions, key=lambda each: each.span)
        self._starts = [each.span.start for each in self.mentions]
        self._full = self._fullest()
        self._proper = _proper_words(prose)
        self._common = {token.text for token in prose.doc if token.is_lower} | _COMMON
        self._roles: dict[str, list[tuple[int, str]]] = {}
        for mention in self.mentions:
            if mention.kind == PERSON:
                self._collect(mention)

    # -- names

    def _fullest(self) -> dict[str, Mention]:
        """Return for each bearer the mention with the fullest name, short names joined to long ones."""
        people = [each for each in self.mentions if each.kind == PERSON]
        long = [each for each in people if len(each.name.split()) > 1]
        full: dict[str, Mention] = {}
        for each in people:
            best = full.get(each.entity)
            if best is None or len(each.name) > len(best.name):
                full[each.entity] = each
        for entity, each in list(full.items()):
            parts = each.name.split()
            if len(parts) == 1:
                bearers = {other.entity: other for other in long if parts[0] in other.name.split()}
                if len(bearers) == 1:
                    full[entity] = next(iter(bearers.values()))
        return full

    def known(self, mention: Mention) -> Mention:
        """Return the mention that gives a bearer's fullest name."""
        return self._full.get(mention.entity, mention)

    def inside(self, span: Span) -> list[Mention]:
        """Return the mentions that lie in a span or touch it."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        return [each for each in self.mentions[first:last] if each.span.overlaps(span)]

    # -- offices

    def _collect(self, mention: Mention) -> None:
        """Note the offices that stand with a mention: given, before the name, after it behind a comma."""
        entity = self.known(mention).entity
        found = [mention.role, self._title_before(mention.span), self._apposition(mention.span)]
        found += [self._described_before(mention.span), self._party(mention.span)]
        mine = self._roles.setdefault(entity, [])
        mine += [(mention.span.start, role) for role in found if role]

    def _title_before(self, span: Span) -> str:
        sentence = self.prose.sentence_span(span.start)
        tokens = self.prose.tokens(max(sentence.start, span.start - 120), span.start)
        start = len(tokens)
        while start > 0:
            token = tokens[start - 1]
            if token.text in ("of", "for", "the", "and", "'s", "’s", "to") or token.tag_ in (
                "NN", "NNP", "NNPS", "JJ", "HYPH", "POS",
            ):  # fmt: skip
                start -= 1
                continue
            break
        while start < len(tokens) and tokens[start].text.lower() in (
            "of",
            "for",
            "the",
            "and",
            "to",
            "'s",
            "’s",
        ):
            start += 1
        if start == len(tokens) or not any(offices.is_office(t.text) for t in tokens[start:]):
            return ""
        if tokens[-1].text.lower() in ("of", "for", "the", "and", "to", "'s", "’s"):
            return ""
        return self.prose.text[tokens[start].idx : self.prose.end_of(tokens[-1])]

    def _apposition(self, span: Span) -> str:
        sentence = self.prose.sentence_span(span.start)
        tokens = self.prose.tokens(span.end, min(sentence.end, span.end + 160))
        if not tokens or tokens[0].text not in (",", "("):
            return ""
        taken = []
        for token in tokens[1:14]:
            if token.is_punct or token.tag_ in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "PRP"):
                break
            taken.append(token)
        if not any(offices.is_office(t.text) for t in taken[:8]):
            return ""
        return self.prose.text[taken[0].idx : self.prose.end_of(taken[-1])]

    def _described_before(self, span: Span) -> str:
        """Return the office of "the chamber's top Democrat, X": a noun phrase and a comma before a name."""
        sentence = self.prose.sentence_span(span.start)
        tokens = self.prose.tokens(max(sentence.start, span.start - 100), span.start)
        if len(tokens) < 3 or tokens[-1].text != ",":
            return ""
        start = len(tokens) - 1
        while start > 0 and (
            tokens[start - 1].tag_ in _TITLE_TAGS or tokens[start - 1].text in ("of", "for", "the", "a")
        ):
            start -= 1
        taken = tokens[start:-1]
        if not taken or not any(offices.is_office(t.text) for t in taken):
            return ""
        after = self.prose.tokens(span.end, min(sentence.end, span.end + 30))[:3]
        place = after[1].text if len(after) > 1 and after[0].text == "of" else ""
        return f"{self.prose.text[taken[0].idx : self.prose.end_of(taken[-1])]} {place}".strip()

    def _party(self, span: Span) -> str:
        """Return the party of "Name, R-Wis.,", and "Gov. of Indiana" of "Gov. Name of Indiana"."""
        text = self.prose.text
        after = text[span.end : span.end + 12]
        if after.startswith((", R-", " (R-")):
            return "Republican"
        if after.startswith((", D-", " (D-")):
            return "Democrat"
        title = self._title_before(span)
        if title and after.startswith(" of "):
            place = text[span.end + 4 : span.end + 40].split(",")[0].split(".")[0].split()[:2]
            return f"{title} of {' '.join(place)}"
        return ""

    def role(self, entity: str, place: int) -> str:
        """Return the office of a person that stands nearest before a place, else the first."""
        roles = self._roles.get(entity, [])
        before = [role for at, role in roles if at <= place]
        return (before[-1] if before else roles[0][1]) if roles else ""

    # -- the words that name a speaker

    def nominal(self, head: Token, low: int, high: int) -> Span:
        """Return the noun phrase around its head within two places, without clauses and appositions."""
        left = head
        for token in head.lefts:
            if token.dep_ in ("punct", "cc", "advmod", "mark", "prep", "preconj", "advcl"):
                continue
            edge = token.left_edge
            if low <= edge.idx < left.idx and not _breaks(head.doc[edge.i : head.i]):
                left = edge
        right = head
        for token in head.rights:
            if token.idx >= high or token.dep_ in _STOPS_NOMINAL or token.i > right.i + 1:
                break
            if token.dep_ == "prep" and any(_is_time(c) for c in token.children):
                break
            for inner in head.doc[token.i : token.right_edge.i + 1]:
                if inner.idx >= high or (inner.is_punct and inner.text not in ("-", "–", "'", ".")):
                    break
                if inner.dep_ in ("relcl", "acl", "advcl") or inner.tag_ in ("VBD", "VBZ", "VBP", "MD"):
                    break
                right = inner
        start, end = max(low, left.idx), min(high, self.prose.end_of(right))
        if self.prose.text[start:end].endswith(("'s", "’s")) and end - start > 3:
            end -= 2
        span = Span(start, max(end, start + 1))
        for mention in self.inside(span):
            if mention.span.start >= low and mention.span.end <= high:
                span = Span(min(span.start, mention.span.start), max(span.end, mention.span.end))
        return span

    def bearer(self, span: Span) -> Mention | None:
        """Return the person or body that a noun phrase is about, rather than one it only mentions."""
        found = [each for each in self.inside(span) if each.span.end <= span.end + 2]
        people = [each for each in found if each.kind == PERSON and self._is_bearer(span, each)]
        if people:
            return people[-1]
        bodies = [each for each in found if each.kind != PERSON and each.span.end >= span.end - 1]
        if bodies and self._is_bearer(span, bodies[-1]):
            return bodies[-1]
        return None

    def _is_bearer(self, span: Span, mention: Mention) -> bool:
        text = self.prose.text
        if mention.span.start <= span.start and mention.span.end >= span.end:
            return True
        after = text[mention.span.end : mention.span.end + 2]
        if after in ("'s", "’s"):
            return False
        before = text[span.start : mention.span.start].split()
        while before and (before[-1] in _HONORIFICS or offices.is_office(before[-1])) and len(before) > 1:
            before = before[:-1]
        if before and before[-1].lower() in (
            "of",
            "for",
            "to",
            "at",
            "by",
            "in",
            "from",
            "with",
            "under",
            "and",
            "or",
        ):
            return False
        if before and before[-1].lower() in ("the", "a", "an") and len(before) > 1:
            return False
        rest = text[mention.span.end : span.end].split()
        return not rest or rest[0] in (",", "(", "and", "of", "for", "at") or rest[0].startswith((",", "("))

    def sort(self, span: Span, head: Token | None) -> str:
        """Return what sort of speaker a noun phrase names."""
        mention = self.bearer(span)
        if mention is not None:
            return mention.kind
        words = span.of(self.prose.text).split()
        head_text = head.text if head is not None else words[-1].strip(",.")
        sort = offices.sort_of_noun(head_text)
        if sort == PRONOUN and len(head_text) > 1 and head_text.isupper():
            return BODY  # WHO, IT
        if sort in (OTHER, EVENT):
            # "one of the officials", "a number of experts", "State Secretary Unknown-Name"
            named = [w.strip(",.'’s") for w in words]
            proper = head is not None and (
                head.tag_ in _NAME_TAGS
                or head_text in self._proper
                or (len(words) == 1 and head_text.lower() not in self._common)
            )
            if proper and head_text[:1].isupper() and sort == OTHER:
                return OFFICE if any(offices.is_office(w) for w in named) else BODY
            if head_text.lower() in ("one", "some", "many", "number", "group", "majority", "dozens", "two"):
                return GROUP
        return sort

    # -- whom they mean

    def resolve(self, span: Span, head: Token | None, earlier: Sequence[Speaker]) -> Speaker:
        """Return the speaker that a noun phrase or pronoun names, given the speakers before it."""
        text = span.of(self.prose.text)
        low = text.lower()
        if low in ("he", "she", "they", "it", "i", "we"):
            return self._pronoun(span, low, earlier)
        mention = self.bearer(span)
        if mention is not None and mention.kind != PERSON and _is_the_office(text):
            found = self._holder(span, earlier)  # "the Ohio Republican" is no body
            if found is not None:
                return found
        if mention is not None:
            best = self.known(mention)
            role = self.role(best.entity, span.end) or mention.role if mention.kind == PERSON else ""
            why = "" if best.name == mention.text else f"“{mention.text}” is {best.name}"
            return Speaker(span, best.name, best.entity, role, mention.kind, why, 1.0)
        sort = self.sort(span, head)
        named = self._named_behind(span) if sort in (OFFICE, OTHER) else None
        if named is not None:
            best = self.known(named)
            why = f"“{_bare(text)}” is {best.name}"
            return Speaker(span, best.name, best.entity, _bare(text), PERSON, why, 1.0)
        if sort in (OFFICE, OTHER) and not (head is not None and offices.is_plural_noun(head.text)):
            found = self._holder(span, earlier)
            if found is not None:
                return found
        name = _bare(text)
        return Speaker(span, name, "", "" if sort != OFFICE else name, sort, "named so only", 0.7)

    def _named_behind(self, span: Span) -> Mention | None:
        """Return the person of "a spokesman, X, said": a name between commas behind a noun phrase."""
        if self.prose.text[span.end : span.end + 2] != ", ":
            return None
        behind = self.inside(Span(span.end + 1, span.end + 4))
        return next(
            (each for each in behind if each.kind == PERSON and each.span.start == span.end + 2), None
        )

    def _holder(self, span: Span, earlier: Sequence[Speaker]) -> Speaker | None:
        """Return the person of this text who holds an office."""
        text = span.of(self.prose.text)
        definite = text.split()[0].lower() in ("the", "this", "that", "his", "her", "their", "its")
        best: tuple[float, str, str] | None = None
        last = next((each for each in reversed(earlier) if each.sort == PERSON and each.name), None)
        for entity, roles in self._roles.items():
            fits = [offices.fit(text, role) - (0.3 if at > span.start else 0.0) for at, role in roles]
            score = max(fits, default=0.0)
            if score < 1.0:
                continue
            score += self._nearness(entity, span.start)
            if last is not None and last.entity == entity:
                score += 0.5
            if best is None or score > best[0]:
                best = (score, entity, text)
        if best is not None and (definite or text[:1].isupper()):
            person = self._full.get(best[1])
            if person is not None:
                role = self.role(person.entity, span.start)
                return Speaker(
                    span, person.name, person.entity, role, PERSON, f"“{_bare(text)}” is {person.name}", 0.9
                )
        plain = not any(w[:1].isupper() for w in text.split()[1:]) and " of " not in text
        if definite and plain and last is not None and self._near(last.span.start, span.start, 3):
            role = self.role(last.entity, span.start)
            return Speaker(
                span, last.name, last.entity, role, PERSON, f"“{text}” is taken to be {last.name}", 0.55
            )
        return None

    def _nearness(self, entity: str, place: int) -> float:
        """Return up to 0.4 for a person who was named shortly before a place."""
        n = bisect_left(self._starts, place) - 1
        steps = 0
        while n >= 0 and steps < 12:
            if self.known(self.mentions[n]).entity == entity:
                return 0.4 - 0.03 * steps
            n -= 1
            steps += 1
        return 0.0

    def _near(self, a: int, b: int, sentences: int) -> bool:
        return self.prose.sentence(b) - self.prose.sentence(a) <= sentences

    def _pronoun(self, span: Span, word: str, earlier: Sequence[Speaker]) -> Speaker:
        candidates = self._candidates(span, word, earlier)
        if not candidates:
            return Speaker(span, "", "", "", PRONOUN, f"it is not clear who “{word}” is", 0.4)
        score, name, entity, sort = max(candidates, key=lambda each: each[0])
        role = self.role(entity, span.start) if sort == PERSON else ""
        return Speaker(span, name, entity, role, sort, f"“{word}” is {name}", 0.85 if score > -1.5 else 0.65)

    def refer(self, span: Span, word: str, earlier: Sequence[Speaker]) -> Speaker:
        """Return whom a possessive ("his claim") means: the one that the pronoun of that sort would."""
        return self._pronoun(span, word, earlier)

    def _candidates(
        self, span: Span, word: str, earlier: Sequence[Speaker]
    ) -> list[tuple[float, str, str, str]]:
        """Return whom a pronoun may mean, each with a score: near, subject or speaker, not quoted."""
        here = self.prose.sentence(span.start)
        found: list[tuple[float, str, str, str]] = []
        single = word in ("he", "she")
        for each in reversed(earlier[-6:]):
            away = here - self.prose.sentence(each.span.start)
            right = each.sort == PERSON if single else each.sort in (BODY, GROUP, PLACE, TEXT)
            if word in ("i", "we"):
                right = False
            if right and each.name and away <= 12 and self._gender_fits(each.entity, each.name, word):
                near = min(
                    away, abs(self.prose.paragraph(span.start) - self.prose.paragraph(each.span.start)) * 2
                )
                found.append((1.3 - 0.6 * min(away, near + 1), each.name, each.entity, each.sort))
        n = bisect_left(self._starts, span.start) - 1
        stop = max(-1, n - 25)
        while n > stop:
            mention = self.mentions[n]
            n -= 1
            if (mention.kind == PERSON) != single or word in ("i", "we"):
                continue
            best = self.known(mention)
            if not self._gender_fits(best.entity, best.name, word):
                continue
            score = -0.6 * (here - self.prose.sentence(mention.span.start)) + self._weight(mention)
            found.append((score, best.name, best.entity, best.kind))
        return found

    def _weight(self, mention: Mention) -> float:
        """Return what a mention's place in its sentence adds: a subject is what a pronoun goes back to."""
        tokens = self.prose.tokens(mention.span.start, mention.span.end)
        last = tokens[-1] if tokens else None
        weight = 0.0
        if last is not None and last.dep_ in _SUBJECTS:
            weight += 1.0 if last.head.dep_ in ("ROOT", "ccomp", "conj", "advcl") else 0.6
        if self.prose.stretch_at(mention.span.start) is not None:
            weight -= 1.5
        if self.prose.text[mention.span.end : mention.span.end + 2] in ("'s", "’s"):
            weight -= 0.2
        return weight

    def _gender_fits(self, entity: str, name: str, word: str) -> bool:
        """Tell whether nothing speaks against a pronoun: a given name or office of the other sex."""
        if word not in ("he", "she"):
            return True
        words = {w.lower() for w in name.split()}
        words |= {w.lower() for _, role in self._roles.get(entity, []) for w in role.split()}
        wrong, right = (_SHE, _HE) if word == "he" else (_HE, _SHE)
        return bool(words & right) or not words & wrong

    def subject_of(self, sentence: Span) -> Speaker | None:
        """Return the person who is the subject of a sentence, if there is one."""
        for mention in self.inside(sentence):
            if mention.kind == PERSON and self._weight(mention) >= 0.6:
                best = self.known(mention)
                role = self.role(best.entity, mention.span.end)
                return Speaker(
                    mention.span, best.name, best.entity, role, PERSON, "subject of the sentence", 0.6
                )
        return None


def _is_the_office(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and words[0].lower() == "the" and offices.is_office(words[-1])


def _is_time(token: Token) -> bool:
    low = token.text.lower()
    return low in _TIMES or (token.tag_ == "CD" and len(low) == 4)


def _proper_words(prose: Prose) -> set[str]:
    """Return the words that a text writes large within sentences: names, known to the model or not."""
    found = set()
    for token in prose.doc:
        if token.text[:1].isupper() and token.i and not token.is_sent_start:
            before = token.doc[token.i - 1]
            if not before.is_space and before.text not in _OPEN_WORDS and token.tag_ in ("NNP", "NNPS"):
                found.add(token.text)
    return found


def _breaks(tokens: Iterable[Token]) -> bool:
    """Tell whether the words before a head hold a verb or a mark, so that the parse went astray."""
    return any(
        t.tag_ in ("VBD", "VBZ", "VBP", "MD") or t.text in ("“", "”", '"', ":", ";", "\n") for t in tokens
    )


def _bare(text: str) -> str:
    """Return a noun phrase without its article."""
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if text.startswith(article):
            return text[len(article) :]
    return text


def moved(speaker: Speaker, span: Span) -> Speaker:
    """Return the same speaker as named elsewhere."""
    return replace(speaker, span=span)
