"""Who speaks: from the words that name a speaker to the person, within one document.

A name is joined to its fullest form, an office to the person who holds it in this text, a pronoun to the
person who was last the subject or the speaker. Every answer says what it rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefreader.domain.text import Span
from briefreader.extractors import _offices as offices
from briefreader.extractors._cast import BODY, PERSON, PLACE, Cast, is_title
from briefreader.extractors._noun_phrases import bare, is_time
from briefreader.extractors._offices import GROUP, OFFICE, OTHER, PRONOUN, TEXT
from briefreader.extractors._prose import Prose
from briefreader.extractors._sexes import sex_of, sex_of_person
from briefreader.i18n import _

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefreader.extractors._names import Mention


MOST_TITLE = 40
"""How many letters a title between a comma and a name may have: "the chairman, Rep. X"."""
_DEFINITE = frozenset({"the", "this", "that"})
_WHOSE = frozenset({"his", "her", "their", "its"})
"""Words that set somebody apart from whom they belong to: "his wife" is never he."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "ROOT"})


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


class Speakers:
    """Finds whom the words that name a speaker mean."""

    def __init__(self, prose: Prose, cast: Cast) -> None:
        self.prose, self.cast = prose, cast
        self._sexes: dict[tuple[str, str], str] = {}

    def resolve(self, span: Span, head: Token | None, earlier: Sequence[Speaker]) -> Speaker:
        """Return the speaker that a noun phrase or pronoun names, given the speakers before it."""
        text = span.of(self.prose.text)
        low = text.lower()
        if low in ("he", "she", "they", "it", "i", "we"):
            return self._pronoun(span, low, earlier)
        mention = self.cast.bearer(span)
        if mention is not None and mention.kind != PERSON and _is_the_office(text):
            found = self._holder(span, earlier)  # "the Ohio Republican" is no body
            if found is not None:
                return found
        if mention is not None:
            best = self.cast.known(mention)
            role = self.cast.role(best.entity, span.end) or mention.role if mention.kind == PERSON else ""
            why = "" if best.name == mention.text else _is(mention.text, best.name)
            return Speaker(span, best.name, best.entity, role, mention.kind, why, 1.0)
        sort = self.cast.sort(span, head)
        named = self._named_behind(span, head, sort)
        if named is not None:
            best = self.cast.known(named)
            why = _is(bare(text), best.name)
            whole = Span(span.start, named.span.end)
            role = bare(text) if named.kind == PERSON else ""
            return Speaker(whole, best.name, best.entity, role, named.kind, why, 1.0)
        unknown = self._body_behind(span) if sort in (GROUP, TEXT) else None
        if unknown is not None:
            name = unknown.of(self.prose.text)
            return Speaker(Span(span.start, unknown.end), name, "", "", BODY, _is(bare(text), name), 0.9)
        if sort in (OFFICE, OTHER) and not (head is not None and offices.is_plural_noun(head.text)):
            found = self._holder(span, earlier)
            if found is not None:
                return found
        name = bare(text)
        return Speaker(span, name, "", "" if sort != OFFICE else name, sort, _("named so only"), 0.7)

    def _named_behind(self, span: Span, head: Token | None, sort: str) -> Mention | None:
        """Return who is named behind a noun phrase: "a spokesman, X, said", "the union, Y, said"."""
        text = self.prose.text
        word = head.text if head is not None else ""
        personal = sort in (OFFICE, OTHER) or word.lower() == "one"
        if text[span.end : span.end + 2] != ", " or not (personal or sort in (GROUP, TEXT)):
            return None
        start = span.end + 2
        for each in self.cast.inside(Span(start, start + MOST_TITLE)):
            title = text[start : each.span.start]
            if each.kind == PERSON and personal and each.span.start >= start:
                titled = all(is_title(word) for word in title.split())
                return each if titled else None
            body = (
                each.kind == BODY and each.span.start - start <= len("the ") and not offices.is_office(word)
            )
            if body and title in ("", "the ") and text[each.span.end : each.span.end + 2] == ", ":
                return each
        return None

    def _body_behind(self, span: Span) -> Span | None:
        """Return the name between commas behind a body or a text that the names rules do not know."""
        text = self.prose.text
        close = text.find(", ", span.end + 2, span.end + 2 + MOST_TITLE)
        if text[span.end : span.end + 2] != ", " or close < 0:
            return None
        words = text[span.end + 2 : close].split()
        named = bool(words) and all(w[0].isupper() or w in ("of", "the", "and", "de", "la") for w in words)
        return Span(span.end + 2, close) if named and not is_time(words[0]) else None

    def _holder(self, span: Span, earlier: Sequence[Speaker]) -> Speaker | None:
        """Return the person of this text who holds an office."""
        text = span.of(self.prose.text)
        first = text.split()[0].lower()
        if first in ("a", "an", "one", "another"):
            return None
        definite = first in _DEFINITE
        last = next((each for each in reversed(earlier) if each.sort == PERSON and each.name), None)
        entity = self._best_holder(span, last.entity if last is not None else None)
        person = self.cast.person(entity) if entity is not None else None
        if person is not None and (definite or first in _WHOSE or text[:1].isupper()):
            role = self.cast.role(person.entity, span.start)
            why = _is(bare(text), person.name)
            return Speaker(span, person.name, person.entity, role, PERSON, why, 0.9)
        if definite and last is not None and self._may_be(span, last):
            role = self.cast.role(last.entity, span.start)
            why = _("“{words}” is taken to be {name}").format(words=text, name=last.name)
            return Speaker(span, last.name, last.entity, role, PERSON, why, 0.55)
        return None

    def _may_be(self, span: Span, last: Speaker) -> bool:
        """Tell whether "the author" may be the last person who spoke, of whom no such office is known."""
        text = span.of(self.prose.text)
        words = text.split()
        head = words[-1].strip(".,")
        known = self.cast.offices_of(last.entity)
        if not offices.is_personal(head) or (known and offices.is_somebodys(head)):
            return False
        pronoun = sex_of(head)
        if pronoun and not self._fits(last.entity, last.name, pronoun):
            return False
        plain = (
            not any(w[:1].isupper() and not offices.is_office(w) for w in words[1:]) and " of " not in text
        )
        if not known:
            plain = plain or self._near(last.span.start, span.start, 1)  # the first word of their office
        return plain and self._near(last.span.start, span.start, 3)

    def _best_holder(self, span: Span, last: str | None) -> str | None:
        """Return the person whose offices fit best, the last speaker and who stands near before others."""
        text = span.of(self.prose.text)
        best: tuple[float, str] | None = None
        for entity, roles in self.cast.holders():
            fits = [offices.fit(text, role) - (0.3 if at > span.start else 0.0) for at, role in roles]
            score = max(fits, default=0.0)
            if score < 1.0:
                continue
            score += self._nearness(entity, span.start) + (0.5 if last == entity else 0.0)
            if best is None or score > best[0]:
                best = (score, entity)
        return best[1] if best is not None else None

    def _nearness(self, entity: str, place: int) -> float:
        """Return up to 0.4 for a person who was named shortly before a place."""
        for steps, mention in enumerate(self.cast.before(place, 12)):
            if self.cast.known(mention).entity == entity:
                return 0.4 - 0.03 * steps
        return 0.0

    def _near(self, a: int, b: int, sentences: int) -> bool:
        return self.prose.sentence(b) - self.prose.sentence(a) <= sentences

    def _pronoun(self, span: Span, word: str, earlier: Sequence[Speaker]) -> Speaker:
        candidates = self._candidates(span, word, earlier)
        if not candidates:
            return Speaker(
                span, "", "", "", PRONOUN, _("it is not clear who “{word}” is").format(word=word), 0.4
            )
        score, name, entity, sort = max(candidates, key=lambda each: each[0])
        role = self.cast.role(entity, span.start) if sort == PERSON else ""
        return Speaker(span, name, entity, role, sort, _is(word, name), 0.85 if score > -1.5 else 0.65)

    def refer(self, span: Span, word: str, earlier: Sequence[Speaker]) -> Speaker:
        """Return whom a possessive ("his claim") means: the one that the pronoun of that sort would."""
        return self._pronoun(span, word, earlier)

    def _candidates(
        self, span: Span, word: str, earlier: Sequence[Speaker]
    ) -> list[tuple[float, str, str, str]]:
        """Return whom a pronoun may mean, each with a score: near, subject or speaker, not quoted."""
        if word in ("i", "we"):
            return []
        here = self.prose.sentence(span.start)
        found: list[tuple[float, str, str, str]] = []
        single = word in ("he", "she")
        for each in reversed(earlier[-6:]):
            away = here - self.prose.sentence(each.span.start)
            right = each.sort == PERSON if single else each.sort in (BODY, GROUP, PLACE, TEXT)
            if right and each.name and away <= 12 and self._fits(each.entity, each.name, word):
                apart = abs(self.prose.paragraph(span.start) - self.prose.paragraph(each.span.start))
                near = min(away, apart * 2)
                known = self._known_to_fit(each.entity, each.name, word)
                found.append((1.3 - 0.6 * min(away, near + 1) + known, each.name, each.entity, each.sort))
        for mention in self.cast.before(span.start, 25):
            best = self.cast.known(mention)
            if (mention.kind == PERSON) != single or not self._fits(best.entity, best.name, word):
                continue
            score = -0.6 * (here - self.prose.sentence(mention.span.start)) + self._weight(mention)
            score += self._known_to_fit(best.entity, best.name, word)
            found.append((score, best.name, best.entity, best.kind))
        return found + (self._offices_before(span, word, earlier) if single else [])

    def _offices_before(
        self, span: Span, word: str, earlier: Sequence[Speaker]
    ) -> list[tuple[float, str, str, str]]:
        """Return whom the offices mean that are subjects of the last two sentences."""
        here = self.prose.sentence(span.start)
        start = self.prose.sentences[max(0, here - 2)].start
        found = []
        for token in self.prose.tokens(start, span.start):
            if token.dep_ != "nsubj" or token.tag_ != "NN" or not offices.is_office(token.text):
                continue
            if self.prose.stretch_at(token.idx) is not None or not any(
                c.lower_ == "the" for c in token.lefts
            ):
                continue
            who = self._holder(self.cast.nominal(token, start, span.start), earlier)
            if who is not None and who.why and self._fits(who.entity, who.name, word):
                score = 0.9 - 0.6 * (here - self.prose.sentence(token.idx))
                score += self._known_to_fit(who.entity, who.name, word)
                found.append((score, who.name, who.entity, PERSON))
        return found

    def _weight(self, mention: Mention) -> float:
        """Return what a mention's place in its sentence adds: a subject is what a pronoun goes back to."""
        tokens = self.prose.tokens(mention.span.start, mention.span.end)
        last = tokens[-1] if tokens else None
        weight = 0.0
        if last is not None and last.dep_ == "appos" and last.head.dep_ in _SUBJECTS:
            last = last.head  # "the minister, X, was calm"
        if last is not None and last.dep_ in _SUBJECTS:
            weight += 1.0 if last.head.dep_ in ("ROOT", "ccomp", "conj", "advcl") else 0.6
        if self.prose.stretch_at(mention.span.start) is not None:
            weight -= 1.5
        if self.prose.text[mention.span.end : mention.span.end + 2] in ("'s", "’s"):
            weight -= 0.2
        return weight

    def _fits(self, entity: str, name: str, pronoun: str) -> bool:
        """Tell whether neither the name nor an office of a person speaks against a pronoun."""
        return self._sex(entity, name) in ("", pronoun) or pronoun not in ("he", "she")

    def _known_to_fit(self, entity: str, name: str, pronoun: str) -> float:
        """Return what it adds for a pronoun that a person's sex is known to be the right one."""
        return 1.1 if pronoun in ("he", "she") and self._sex(entity, name) == pronoun else 0.0

    def _sex(self, entity: str, name: str) -> str:
        """Return the pronoun for a person, "" if nothing tells it."""
        if (entity, name) not in self._sexes:
            roles = (role for _, role in self.cast.offices_of(entity))
            self._sexes[entity, name] = sex_of_person(name, roles)
        return self._sexes[entity, name]

    def unnamed_subject_of(self, sentence: Span) -> Token | None:
        """Return the pronoun or the office that is the subject of a sentence: "She laughed."."""
        for token in self.prose.tokens(sentence.start, sentence.end):
            if token.dep_ not in ("nsubj", "nsubjpass") or token.head.dep_ not in ("ROOT", "conj"):
                continue
            one = token.lower_ in ("he", "she") or (token.tag_ == "NN" and offices.is_office(token.text))
            return token if one and self.prose.stretch_at(token.idx) is None else None
        return None

    def only_person_of(self, sentence: Span) -> Speaker | None:
        """Return the one person that a sentence names: "For Peter Brandt, the choice was easy."."""
        people = [each for each in self.cast.inside(sentence) if each.kind == PERSON]
        return self._about(people[0]) if len(people) == 1 else None

    def _about(self, mention: Mention) -> Speaker:
        best = self.cast.known(mention)
        role = self.cast.role(best.entity, mention.span.end)
        return Speaker(mention.span, best.name, best.entity, role, PERSON, _("subject of the sentence"), 0.6)

    def subject_of(self, sentence: Span) -> Speaker | None:
        """Return the person who is the subject of a sentence, if there is one."""
        for mention in self.cast.inside(sentence):
            if mention.kind == PERSON and self._weight(mention) >= 0.6:
                return self._about(mention)
        return None


def _is_the_office(text: str) -> bool:
    words = text.split()
    return len(words) > 1 and words[0].lower() == "the" and offices.is_office(words[-1])


def _is(words: str, name: str) -> str:
    return _("“{words}” is {name}").format(words=words, name=name)
