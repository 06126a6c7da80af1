"""The checks of a briefing: each planted fault is found, and nothing in a clean one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.domain.decision import Passage
from briefreader.domain.document import Document, Published, lines
from briefreader.domain.ledger import Claim, ClaimEntry, Ledger
from briefreader.domain.outline import CITED, LINE_KINDS, SECTION_KINDS, Line, Outline, Part
from briefreader.domain.survey import Survey
from briefreader.domain.text import Anchor, Span
from briefreader.library import _author_words as words
from briefreader.library import outlining
from briefreader.library.checking import KINDS, SEVERITIES, Finding, check
from briefreader.store import Store
from library.composed import ListedStore

STAMP = "2026-11-27T10:00:00+00:00"
ONE = (
    "Minsk and Hanoi signed a protocol on 3 December 2025. Trade exceeded $245 million in 2024. "
    "“We see Vietnam as a promising partner,” the Secretary said. Flights are to begin soon."
)
TWO = "Trade came to $244 million in 2024. The visit lasted two days. Beef will be supplied soon."
UNDATED = "The plant was opened in 2023. It makes tractors."


def source(id: str, text: str, date: str = "2025-12-04") -> Document:
    return Document(id, text, lines(text), title=f"Title of {id}", published=Published(date, "header"))


class Sources(ListedStore):
    def __init__(self, documents: Sequence[Document], successors: dict[str, str] | None = None) -> None:
        super().__init__(documents)
        self._successors = successors or {}

    def successors(self, documents: Sequence[str]) -> dict[str, str]:
        return {id: self._successors[id] for id in documents if id in self._successors}


DOCUMENTS = {each.id: each for each in (source("one", ONE), source("two", TWO), source("bare", UNDATED, ""))}


def store(*others: Document, successors: dict[str, str] | None = None) -> Store:
    return cast("Store", Sources([*DOCUMENTS.values(), *others], successors))


def passage(document: str, text: str) -> Passage:
    whole = DOCUMENTS[document].text
    start = whole.index(text)
    return Passage(document, Anchor.on(whole, Span(start, start + len(text))))


PROTOCOL = passage("one", "Minsk and Hanoi signed a protocol on 3 December 2025.")
TRADE_ONE = passage("one", "Trade exceeded $245 million in 2024.")
TRADE_TWO = passage("two", "Trade came to $244 million in 2024.")
PARTNER = passage("one", "We see Vietnam as a promising partner,")
PLANT = passage("bare", "The plant was opened in 2023.")


def entry(document: str, sentence: str, value: str) -> ClaimEntry:
    text = DOCUMENTS[document].text
    span, mark = text.index(sentence), text.index(value)
    return ClaimEntry(
        document, Span(span, span + len(sentence)), Span(mark, mark + len(value)), sentence, value, document,
        DOCUMENTS[document].published,
    )  # fmt: skip


TRADE = Claim(
    "trade", "Trade", "figure", "differ", "They cannot both be right.",
    (entry("one", "Trade exceeded $245 million in 2024.", "$245 million"),
     entry("two", "Trade came to $244 million in 2024.", "$244 million")), "2024",
)  # fmt: skip
SURVEY = Survey(ledger=Ledger([TRADE]))


def text(said: str, *evidence: Passage, **values: Any) -> Line:
    return outlining.line("text", said.replace("*", CITED), evidence, **values)


def judgement(said: str, *evidence: Passage, **values: Any) -> Line:
    return outlining.line("judgement", said.replace("*", CITED), evidence, **values)


COMPARED = outlining.line("claim", "", [TRADE_ONE, TRADE_TWO], topic="Trade", verdict="differ", period="2024")
FIGURE = outlining.line("fact", "", [TRADE_ONE], value="$245 million", period="2024")


SIGNED = text("They signed*.", PROTOCOL)


def briefing(**lines: Sequence[Line]) -> Outline:
    """Return a clean briefing, with these lines in the place of those of some sections."""
    clean: dict[str, Sequence[Line]] = {
        "lead": [text("Security leads*; trade will probably follow.", PROTOCOL), text("Watch it.")],
        "judgements": [
            judgement("Exports will probably grow.* A second plant is improbable*.", TRADE_ONE, TRADE_TWO,
                      confidence="moderate", basis="Two sources, which may go back to one."),
        ],
        "facts": [FIGURE, outlining.line("quote", "He said “a promising partner” twice.", [PARTNER])],
        "differences": [COMPARED],
        "timeline": [outlining.line("timeline", "", [PROTOCOL], rows=[{"first": "2025-12-03"}])],
        "gaps": [text("Nobody says what “trade” includes.")],
    }  # fmt: skip
    parts = [outlining.part(kind, lines=each) for kind, each in (clean | lines).items()]
    return replace(outlining.blank("full", STAMP, "A briefing"), parts=tuple(parts))


def found(outline: Outline, from_store: Store | None = None, survey: Survey | None = SURVEY) -> list[Finding]:
    return list(check(from_store or store(), outline, survey))


def test_a_clean_briefing_has_no_findings() -> None:
    assert found(briefing()) == []


PLANTED: list[tuple[str, Callable[[], Outline], str]] = [
    (
        "unsupported",
        lambda: briefing(facts=[text("They signed.* It is in force.", PROTOCOL)]),
        "It is in force.",
    ),
    ("uncited judgement", lambda: briefing(judgements=[judgement("Exports will grow.")]), "cites no source"),
    (
        "likelihood with confidence",
        lambda: briefing(judgements=[judgement("With moderate confidence, growth is probable*.", PROTOCOL)]),
        "“probable”",
    ),
    (
        "likelihood with confidence",
        lambda: briefing(
            judgements=[judgement("Growth is probable*.", PROTOCOL, basis="It is improbable.")]
        ),
        "“improbable”",
    ),
    (
        "mixed vocabularies",
        lambda: briefing(outlook=[text("A visit is very likely.")]),
        "“very likely” is of another scale of likelihood than “probable”",
    ),
    (
        "altered quote",
        lambda: briefing(facts=[text("It is “a most promising partner”*.", PARTNER)]),
        "“a most promising partner”",
    ),
    ("altered quote", lambda: briefing(gaps=[text("Is it “a promising partner”?")]), "no source is cited"),
    ("difference unsaid", lambda: briefing(differences=[], judgements=[]), "“$245 million” / “$244 million”"),
    (
        "difference unsaid",
        lambda: briefing(differences=[], judgements=[], facts=[text("Trade was $244 million*.", TRADE_TWO)]),
        "It says “$244 million”",
    ),
    (
        "difference unsaid",
        lambda: briefing(
            differences=[], judgements=[],
            facts=[outlining.line("figures", "", [TRADE_ONE], rows=[{"value": "$245 million"}])],
        ),
        "It says “$245 million”",
    ),
    (
        "undated source",
        lambda: briefing(facts=[outlining.line("fact", "", [PLANT], period="2023")]),
        "its source “Title of bare” has none",
    ),
    (
        "undated source",
        lambda: briefing(facts=[text("The plant was opened in 2023*.", PLANT)]),
        "its source “Title of bare” has none",
    ),
    (
        "undated source",
        lambda: briefing(timeline=[outlining.line("timeline", "", [PLANT], rows=[{"first": "2023-01-01"}])]),
        "its source “Title of bare” has none",
    ),
    ("empty bottom line", lambda: briefing(lead=[text(" \u2014 ")]), "The bottom line is empty."),
    ("empty bottom line", lambda: briefing(lead=[]), "The bottom line is empty."),
    (
        "proposals",
        lambda: briefing(facts=[replace(each, proposed=True) for each in (FIGURE, SIGNED)]),
        "2 proposals have not been accepted yet.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "planted", "said"), PLANTED)
def test_a_planted_fault_is_the_one_finding(kind: str, planted: Callable[[], Outline], said: str) -> None:
    outline = planted()
    (finding,) = found(outline)
    assert finding.kind == kind
    assert said in finding.message
    assert finding.hint
    assert finding.severity == ("warning" if kind == "proposals" else "error")
    assert outline.part(finding.part) is not None
    assert not finding.line or outline.line(finding.line) is not None


def test_a_passage_that_is_not_in_its_source_is_altered() -> None:
    false = Passage("one", replace(PARTNER.anchor, exact="We see Vietnam as a most promising partner,"))
    (finding,) = found(briefing(facts=[outlining.line("quote", "", [false])]))
    assert (finding.kind, finding.severity) == ("altered quote", "error")
    assert "does not stand in “Title of one”" in finding.message
    (finding,) = found(briefing(facts=[text("Vietnam is a partner*.", false)]))
    assert finding.kind == "source changed"


def test_a_source_that_has_changed_is_told_of() -> None:
    lines = [outlining.line("passage", "", [PLANT])]
    kept = source("newer", "Once more. " + UNDATED, "")
    (finding,) = found(briefing(facts=lines), store(kept, successors={"bare": "newer"}))
    assert (finding.kind, finding.severity) == ("source changed", "warning")
    other = source("newer", "The plant was never opened.", "")
    (finding,) = found(briefing(facts=lines), store(other, successors={"bare": "newer"}))
    assert (finding.kind, finding.severity) == ("source changed", "error")
    assert "no longer says “The plant was opened in 2023.”" in finding.message
    gone = Passage("gone", PLANT.anchor)
    (finding,) = found(briefing(facts=[outlining.line("passage", "", [gone, gone])]))
    assert "no longer in the workspace" in finding.message


def test_what_took_the_place_of_a_source_is_asked_for_everything_else() -> None:
    newer = source("newer", "Once more. " + UNDATED, "")
    line = text("In 2023 “the plant was opened”*, they say.", PLANT)
    told = found(briefing(facts=[line]), store(newer, successors={"bare": "newer"}))
    assert [each.kind for each in told] == ["source changed", "undated source"]
    moved = source("later", "Once more. " + TWO)
    entries = (
        TRADE.entries[0],
        replace(TRADE.entries[1], document="later", span=Span(11, 47), mark=Span(25, 37)),
    )
    survey = Survey(ledger=Ledger([replace(TRADE, entries=entries)]))
    stated = briefing(differences=[], judgements=[], facts=[outlining.line("fact", "", [TRADE_TWO])])
    told = found(stated, store(moved, successors={"two": "later"}), survey)
    assert [each.kind for each in told] == ["source changed", "difference unsaid"]


def test_words_that_have_only_moved_are_no_fault() -> None:
    moved = source("bare", "A new beginning.\n" + UNDATED, "")
    assert found(briefing(facts=[outlining.line("passage", "", [PLANT])]), store(moved)) == []


def test_other_spaces_and_quotation_marks_are_no_fault() -> None:
    spelt = source("bare", "“The  plant was opened in 2023.” It makes tractors.", "")
    assert found(briefing(facts=[outlining.line("passage", "", [PLANT])]), store(spelt)) == []
    other = source("bare", "The plant was closed in 2023. It makes tractors.", "")
    (finding,) = found(briefing(facts=[outlining.line("passage", "", [PLANT])]), store(other))
    assert finding.kind == "altered quote"


def test_a_briefing_without_the_section_has_no_bottom_line_unless_it_is_an_annex() -> None:
    whole = briefing()
    bare = replace(whole, parts=whole.parts[1:])
    (finding,) = found(bare)
    assert (finding.kind, finding.part, finding.line) == ("empty bottom line", "", "")
    assert found(replace(bare, template="annex")) == []


def test_who_says_that_sources_differ_need_not_set_them_in_a_table() -> None:
    both = text("Trade was $244 million* or over $245 million*.", TRADE_TWO, TRADE_ONE)
    assert found(briefing(differences=[], judgements=[], facts=[FIGURE, both])) == []
    assert found(briefing(differences=[], judgements=[]), survey=None) == []
    dismissed = Survey(ledger=Ledger([replace(TRADE, decision="dismissed")]))
    assert found(briefing(differences=[], judgements=[]), survey=dismissed) == []


def test_a_line_can_be_called_an_assessment_as_a_whole() -> None:
    line = text("They signed.* It is in force.", PROTOCOL, assessment=True)
    assert found(briefing(facts=[line])) == []
    odd = text("They signed.* It is in force.", PROTOCOL, assessment="no")
    assert [each.kind for each in found(briefing(facts=[odd]))] == ["unsupported"]


def test_findings_come_in_the_order_of_the_briefing() -> None:
    outline = briefing(
        lead=[], judgements=[judgement("It is likely."), judgement("It is likely, and probable.")]
    )
    told = found(outline)
    places = [[part.id for part in outline.parts].index(each.part) for each in told]
    assert places == sorted(places)
    assert told == found(outline)
    assert [each.kind for each in told] == [
        "empty bottom line", "uncited judgement", "uncited judgement", "mixed vocabularies",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "sentences"),
    [
        ("One.* Two.", [("One.", (0,)), ("Two.", ())]),
        ("One*. Two*.", [("One.", (0,)), ("Two.", (1,))]),
        ("One. * Two.", [("One.", (0,)), ("Two.", ())]),
        ("* One.", [("One.", (0,))]),
        ("One\nTwo*", [("One", ()), ("Two", (0,))]),
        ("A * b * c. —", [("A  b  c.", (0, 1))]),
        ("**", []),
    ],
)
def test_a_citation_belongs_to_the_sentence_that_it_ends(
    said: str, sentences: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert [(each.text, each.citations) for each in words.sentences(said.replace("*", CITED))] == sentences


@pytest.mark.parametrize(
    ("said", "likelihoods"),
    [
        ("It is very\nunlikely, or unlikely.", ["very unlikely", "unlikely"]),
        ("“It is likely,” he said.", []),
        ("A remote area; a remote chance.", ["remote"]),
        ("A realistic possibility, highly probably.", ["realistic possibility", "highly probable"]),
        ("The likelihood of a probability.", []),
    ],
)
def test_words_of_likelihood(said: str, likelihoods: list[str]) -> None:
    assert [word for word, _where in words.likelihoods(said)] == likelihoods


@pytest.mark.parametrize(
    ("said", "is_so"),
    [
        ("We have high confidence in this.", True),
        ("This is a low-confidence judgement.", True),
        ("We are fairly confident that it holds.", True),
        ("He expressed confidence that it would flourish.", False),
        ("“I am confident,” he said.", False),
        ("Confidence-building measures were agreed.", False),
    ],
)
def test_confidence_is_the_authors(said: str, is_so: bool) -> None:
    assert words.speaks_of_confidence(said) == is_so


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ('“one two three” and "a b c" and «раз два три» and „eins zwei drei“', 4),
        ("“one two”, ‘a friend of ours’ and the country’s own one’s", 1),
        ("“one two three … four five six [he] seven”", 2),
        ('“” ‘’ "', 0),
    ],
)
def test_words_in_quotation_marks(said: str, quoted: int) -> None:
    assert len(list(words.quoted(said))) == quoted


WORDS = st.sampled_from(
    [CITED, "likely", "probably", "high confidence", "“", "”", "\"", ".", " ", "\n", "2024", "$245 million",
     "We see Vietnam", "\u202e", "\U0001f600", "’", "[", "…", "1,000.5"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=20), st.lists(WORDS, max_size=12).map("".join))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
VALUES = st.dictionaries(
    st.sampled_from(["rows", "period", "first", "assessment", "basis", "confidence", "claim", "sides"]), JSON,
    max_size=4,
)  # fmt: skip
PASSAGES = st.one_of(
    st.sampled_from([PROTOCOL, TRADE_ONE, TRADE_TWO, PLANT, Passage("gone", PLANT.anchor)]),
    st.builds(
        lambda document, start, exact: Passage(
            document, Anchor(Span(start, start + max(1, len(exact))), exact)
        ),
        st.sampled_from(["one", "two", "bare", "newer", ""]), st.integers(0, 10**7), TEXTS,
    ),
)  # fmt: skip
LINES = st.builds(
    lambda kind, text, evidence, values, proposed: outlining.line(kind, text, evidence, proposed, **values),
    st.sampled_from([*LINE_KINDS, "?"]), TEXTS, st.lists(PASSAGES, max_size=3), VALUES, st.booleans(),
)  # fmt: skip
PARTS = st.builds(
    lambda kind, lines: Part(outlining.new_id(), kind, kind, tuple(lines)),
    st.sampled_from([*SECTION_KINDS, "?"]), st.lists(LINES, max_size=3),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(PARTS, max_size=3), st.sampled_from(["full", "note", "annex", "?"]), st.booleans())
def test_no_outline_makes_a_check_fail(parts: list[Part], template: str, surveyed: bool) -> None:
    outline = Outline("id", template=template, parts=tuple(parts))
    for finding in check(store(successors={"two": "one"}), outline, SURVEY if surveyed else None):
        assert finding.kind in KINDS and finding.severity in SEVERITIES
        assert finding.message and finding.hint
