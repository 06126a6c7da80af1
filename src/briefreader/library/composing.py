"""Making a briefing: a complete value, from what was starred, noted, said and found.

The same store, documents, choice and moment give an equal briefing: nothing here looks at a clock or
depends on the order of a set.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import briefreader
from briefreader.domain.annotation import COLOURS, Annotation
from briefreader.domain.briefing import Briefing, Citation, CitedSource, Item, Section
from briefreader.domain.document import Document
from briefreader.domain.errors import ExportError
from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.i18n import _, language, plural
from briefreader.library import _evidence as evidence
from briefreader.library import annotating, judging
from briefreader.library.colours import called, names_in
from briefreader.library.links import link
from briefreader.store import Store


@dataclass(frozen=True, slots=True)
class Choice:
    """What goes into a briefing, and how it is headed.

    ``facts_each`` is how many facts of each kind go in at most; ``quotes_each`` how many quotations
    of each speaker, 0 meaning all; ``quotes_most`` is how many in all. What a person starred or wrote
    is never cut.
    """

    title: str = ""
    author: str = ""
    facts: bool = True
    passages: bool = True
    highlights: bool = False
    notes: bool = True
    quotes: bool = True
    paper: str = "a4"
    language: str = field(default_factory=language)
    facts_each: int = 10
    quotes_each: int = 0
    quotes_most: int = 600


def compose(store: Store, documents: Sequence[str], choice: Choice, made: str) -> Briefing:
    """Return the briefing on these documents; ``made`` is the moment it bears (ISO 8601 with zone).

    Raises ExportError with a plain sentence if the choice leaves nothing to print.
    """
    return _Composition(store, documents, choice).briefing(made)


class _Composition:
    """One briefing in the making: the documents that were opened for it, in their order."""

    def __init__(self, store: Store, documents: Sequence[str], choice: Choice) -> None:
        self._store = store
        self._choice = choice
        self._ids = list(dict.fromkeys(documents))
        self._place = {id: n for n, id in enumerate(self._ids)}
        self._opened: dict[str, Document | None] = {}
        self._numbers: dict[str, int] = {}
        self._left_out = 0  # quotations

    def briefing(self, made: str) -> Briefing:
        """Choose, put in order, number the sources, and write everything down."""
        choice, names = self._choice, names_in(self._store.decisions())
        starred, coloured, noted = self._marked()
        facts = self._facts() if choice.facts else []
        quotes = self._quotes() if choice.quotes else []
        used = {each.document for each in (*starred, *coloured, *noted)}
        used |= {each.document for each in (*facts, *quotes)}
        self._number(used)
        sections = [
            Section("facts", _("Key facts"), tuple(self._fact_items(facts))),
            Section("passages", _("Starred passages"), tuple(map(self._marked_item, starred))),
            Section("passages", _("Highlights"), tuple(map(self._marked_item, coloured))),
            Section("notes", _("Notes"), tuple(map(self._marked_item, noted))),
            Section("quotes", _("Who said what"), tuple(self._quote_items(quotes))),
        ]
        kept = tuple(section for section in sections if section.items)
        if not kept:
            raise self._nothing()
        return Briefing(
            title=choice.title.strip() or _("Briefing"),
            author=choice.author.strip(),
            made=made,
            period=self._period(),
            sections=kept,
            sources=tuple(self._sources()),
            considered=len(self._ids),
            paper=choice.paper,
            language=choice.language,
            method=self._method(kept),
            colours={each: called(each, names) for each in COLOURS},
        )

    def _nothing(self) -> ExportError:
        if not self._ids:
            return ExportError(
                _("There are no documents to brief on."), _("Import some, or widen the filter.")
            )
        return ExportError(
            _("There is nothing to put into the briefing."),
            _("Star a passage, write a note, or choose quotes or key facts as well."),
        )

    # What goes in

    def _marked(self) -> tuple[list[Annotation], list[Annotation], list[Annotation]]:
        """Return the starred, the highlighted or underlined, and the noted passages; none is in two lists."""
        choice = self._choice
        starred: list[Annotation] = []
        coloured: list[Annotation] = []
        noted: list[Annotation] = []
        for each in self._store.annotations(self._ids):
            if self._document(each.document) is None:
                continue
            if choice.passages and each.starred:
                starred.append(each)
            elif choice.highlights and (each.colour or each.underline):
                coloured.append(each)
            elif choice.notes and each.note.strip():
                noted.append(each)
        for marked in (starred, coloured, noted):
            marked.sort(key=lambda each: (*self._order(each.document), *annotating.in_order(each), each.id))
        return starred, coloured, noted

    def _facts(self) -> list[Fact]:
        """Return the best facts of each kind, near-repeats and what is no part of an article left out."""
        chosen: list[Fact] = []
        for kind in evidence.KINDS:
            found = self._judged(self._ids, kind, self._choice.facts_each * 20)
            real = [fact for fact in found if self._real(fact)]
            real.sort(key=lambda fact: (evidence.rank(fact), *self._order(fact.document), fact.span))
            chosen += evidence.distinct(evidence.telling(real))[: self._choice.facts_each]
        return chosen

    def _quotes(self) -> list[Fact]:
        """Return the quotations by speaker, the most quoted first, those of nobody known last."""
        quotes = [fact for fact in self._judged(self._ids, "quote") if self._real(fact)]
        quotes.sort(key=lambda fact: (*self._order(fact.document), fact.span))
        speakers: dict[str, list[Fact]] = {}
        for fact in evidence.without_repeats(quotes):
            speakers.setdefault(evidence.bearer(fact), []).append(fact)
        ranked = sorted(speakers.items(), key=lambda entry: (not entry[0], -len(entry[1])))
        most = self._choice.quotes_each or None
        chosen = [fact for _speaker, said in ranked for fact in said[:most]]
        self._left_out = sum(map(len, speakers.values())) - len(chosen[: self._choice.quotes_most])
        return chosen[: self._choice.quotes_most]

    def _judged(self, documents: Sequence[str], kind: str, limit: int = 0) -> list[Fact]:
        """Return facts of a kind as a person has corrected them, without those that were rejected."""
        return judging.standing(judging.facts_in(self._store, documents, (kind,), limit))

    def _real(self, fact: Fact) -> bool:
        document = self._document(fact.document)
        return document is not None and not document.is_noise(fact.span)

    # What is printed of it

    def _fact_items(self, facts: Sequence[Fact]) -> Iterable[Item]:
        heard = self._judged(sorted({fact.document for fact in facts}), "quote")
        for fact in facts:
            document = self._known(fact.document)
            yield Item(
                "fact",
                evidence.verbatim(document, fact.span),
                self._citation(document, fact.span),
                label=evidence.subject(fact),
                detail=evidence.context(document, fact.span) if fact.kind == "figure" else "",
                form=fact.kind,
                value=evidence.amount(document, fact),
                period=evidence.period(fact),
                speaker=evidence.speaker(fact, heard),
            )

    def _quote_items(self, quotes: Sequence[Fact]) -> Iterable[Item]:
        names: dict[str, str] = {}
        for fact in quotes:
            bearer, name = evidence.bearer(fact), fact.about.strip()
            names[bearer] = max(names.get(bearer, ""), name, key=len)
        offices = evidence.offices(quotes)
        for fact in quotes:
            document, speaker = self._known(fact.document), evidence.bearer(fact)
            yield Item(
                "quote",
                evidence.verbatim(document, fact.span),
                self._citation(document, fact.span),
                label=names[speaker],
                detail=offices.get(speaker, ""),
                form=str(fact.data.get("kind") or "direct"),
            )

    def _marked_item(self, annotation: Annotation) -> Item:
        document = self._known(annotation.document)
        span = annotation.place(document.text)
        noted = annotation.note.strip() if self._choice.notes else ""
        return Item(
            "passage" if annotation.starred or annotation.colour or annotation.underline else "note",
            evidence.verbatim(document, span) if span else annotation.exact,
            self._citation(document, span),
            note=noted,
            colour=annotation.colour,
            underline=annotation.underline,
            starred=annotation.starred,
            tags=annotation.tags,
        )

    def _citation(self, document: Document, span: Span | None) -> Citation:
        """Return where a passage stands; one that is no longer found has no paragraph."""
        published = document.published
        return Citation(
            self._numbers[document.id],
            document.outlet,
            document.title,
            published.value,
            bool(published.value) and not published.certain,
            document.paragraph_at(span.start) if span else 0,
            link(document.id, span, span.of(document.text) if span else ""),
        )

    # Sources

    def _document(self, id: str) -> Document | None:
        if id not in self._opened:
            self._opened[id] = self._store.document(id)
        return self._opened[id]

    def _known(self, id: str) -> Document:
        document = self._document(id)
        assert document is not None
        return document

    def _order(self, id: str) -> tuple[str, int]:
        """Order documents by date, undated ones last, then as they were given."""
        document = self._document(id)
        value = document.published.value if document else ""
        return value or "9999", self._place.get(id, len(self._place))

    def _number(self, used: set[str]) -> None:
        self._numbers = {id: n for n, id in enumerate(sorted(used, key=self._order), 1)}

    def _sources(self) -> Iterable[CitedSource]:
        for id, number in self._numbers.items():
            document = self._known(id)
            published = document.published
            yield CitedSource(
                number,
                document.outlet,
                document.title,
                published.value,
                bool(published.value) and not published.certain,
                evidence.how_dated(published),
                document.author,
                evidence.origin(document),
                document.sha256,
                link(document.id),
                document.language,
            )

    def _period(self) -> tuple[str, str]:
        """Return the first and the last date of the sources: of those that are stated, if any is."""
        dated = [self._known(id).published for id in self._numbers if self._known(id).published.value]
        dated = [each for each in dated if each.certain] or dated
        if not dated:
            return "", ""
        first = min(dated, key=lambda each: (str(each.first), each.value))
        last = max(dated, key=lambda each: (str(each.last), each.value))
        return first.value, last.value

    def _method(self, sections: Sequence[Section]) -> str:
        kinds = {section.kind for section in sections}
        said = [
            _(
                "Passages and quotations are given word for word. Words in square brackets are not the "
                "source's; […] stands where a caption, a date line or the like was left out."
            )
        ]
        if kinds & {"facts", "quotes"}:
            said.append(
                _(
                    "Facts and quotations were found by rules and a statistical parser, and ranked by the "
                    "program; a person should check them against the source before they are relied on."
                )
            )
        if self._left_out:
            said.append(
                plural(
                    "{n} further quotation was left out.",
                    "{n} further quotations were left out.",
                    self._left_out,
                )
            )
        if any(source.inferred for source in self._sources()):
            said.append(
                _("A date marked as inferred is not stated by its source; the list of sources says why.")
            )
        said.append(
            _("Made with Briefreader {version}, on one computer, without a network.").format(
                version=briefreader.__version__
            )
        )
        return "\n".join(said)
