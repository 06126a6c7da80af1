from __future__ import annotations

import pytest

from briefreader.domain.text import Span
from briefreader.extractors._cast import Cast
from briefreader.extractors._noun_phrases import bare
from briefreader.extractors._offices_beside import offices_beside
from briefreader.extractors._prose import Prose
from briefreader.extractors._speakers import Speakers
from extractors.quotes_of import only, quotes_of, reading_of


def speakers_of(text: str) -> Speakers:
    """Return the speakers of a text."""
    reading = reading_of(text)
    prose = Prose(reading)
    return Speakers(prose, Cast(prose, reading.mentions))


def span_of(text: str, words: str) -> Span:
    """Return where some words stand last."""
    start = text.rindex(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The crowd heard Finance Minister Anna Keller speak.", "Finance Minister"),
        ("The crowd heard Anna Keller, the mayor of Basel, speak.", "the mayor of Basel"),
        ("The crowd heard the council's top lawmaker, Anna Keller, speak.", "the council's top lawmaker"),
        ("The crowd heard Anna Keller, R-Ohio, speak.", "Republican"),
        ("The crowd heard Anna Keller speak.", None),
    ],
)
def test_offices_beside_a_name(text, office):
    found = list(offices_beside(Prose(reading_of(text)), span_of(text, "Anna Keller")))
    assert office in found if office else found == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Anna Keller came by train. Keller was late.", "Keller", "Anna Keller"),
        ("Anna Keller came by train. She was late.", "She", "Anna Keller"),
        ("Finance Minister Anna Keller came by train. The minister was late.", "The minister", "Anna Keller"),
        ("The train came at noon. He was late.", "He", ""),
        ("Anna Keller came by train. He was late.", "He", ""),
        ("The train came at noon. The farmers were late.", "The farmers", "farmers"),
    ],
)
def test_whom_words_mean(text, words, name):
    speakers = speakers_of(text)
    span = span_of(text, words)
    head = speakers.prose.tokens(span.start, span.end)[-1]
    found = speakers.resolve(span, head, [])
    assert found.name == name
    assert found.why or found.sure == 1.0


def test_the_subject_of_a_sentence():
    speakers = speakers_of("Anna Keller met Peter Brandt.")
    found = speakers.subject_of(speakers.prose.sentences[0])
    assert found is not None
    assert found.name == "Anna Keller"


def test_a_noun_phrase_ends_before_its_clause():
    text = "The young farmers of Basel who met on Friday were late."
    cast = speakers_of(text).cast
    head = next(token for token in cast.prose.doc if token.text == "farmers")
    assert cast.nominal(head, 0, len(text)).of(text) == "The young farmers of Basel"


def test_an_article_is_left_out():
    assert [bare(text) for text in ("the mayor", "An envoy", "theatre")] == ["mayor", "envoy", "theatre"]


def test_sorts_of_speakers():
    text = "The report was read by the minister, the police and Anna Keller at the summit."
    cast = speakers_of(text).cast
    sorts = {}
    for token in cast.prose.doc:
        if token.text in ("report", "minister", "police", "Keller", "summit"):
            sorts[token.text] = cast.sort(Span(token.idx, token.idx + len(token)), token)
    assert sorts == {
        "report": "text", "minister": "office", "police": "group", "Keller": "person", "summit": "event",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Prime Minister Anna Keller spoke first. The head of government said the road would open.",
            ["Anna Keller"],
        ),
        ("President Anna Keller arrived. “Welcome,” the head of state said.", ["Anna Keller"]),
        (
            "President Anna Keller met Governor Peter Brandt. The governor agreed. “Trade grows,” he said.",
            ["Peter Brandt"],
        ),
        (
            "National Assembly Chairwoman Anna Keller spoke. The top Belgian legislator said it was late.",
            ["Anna Keller"],
        ),
        (
            "At the talks in Basel, the host, President Anna Keller, said Spain would help.",
            ["Anna Keller"],
        ),
        ("Her lawyer, former Gov. Peter Brandt, said it was over.", ["Peter Brandt"]),
        ("Peter Brandt spoke. According to him, the road was closed.", ["Peter Brandt"]),
    ],
)
def test_whom_an_office_or_a_pronoun_means(text, names):
    assert [said.name for said in quotes_of(text)] == names


def test_the_name_behind_an_office_belongs_to_the_words_that_name_the_speaker():
    assert only("Her lawyer, Peter Brandt, said it was over.").speaker == "Her lawyer, Peter Brandt"


def test_the_hotel_can_say_something_and_an_event_cannot():
    assert only("The hotel said it would appeal.").speaker == "The hotel"
    assert quotes_of("The visit said that it would appeal.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Bank of Basel and the Treasury said rates would rise.", "The Bank of Basel and the Treasury"),
        ("“It is over,” said Anna Keller to the gathered crowd which cheered.", "Anna Keller"),
        ("“It is over,” said Anna Keller in Berlin.", "Anna Keller"),
    ],
)
def test_where_the_words_that_name_a_speaker_end(text, speaker):
    assert only(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Foreign Minister Anna Keller rang U.S. Secretary of State Peter Brandt.\n\n"
            "The German diplomat said that trade would grow.",
            "Anna Keller",
        ),
        (
            "The prime minister, Anna Keller, left. The deputy PM, Peter Brandt, said it was late.",
            "Peter Brandt",
        ),
        ("Anna Keller expressed her belief that trade would grow.", "Anna Keller"),
    ],
)
def test_offices_of_countries(text, name):
    assert only(text).name == name


def test_an_office_in_capitals_is_the_last_speaker():
    said = quotes_of("Anna Keller, head of the panel, said it was new. “It works,” the MP said.")
    assert [each.name for each in said] == ["Anna Keller", "Anna Keller"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Keller spoke. “No,” Keller said. Her son said it was late.", "Her son"),
        ("Peter Brandt spoke. “No,” Brandt said. His attorney said it was late.", "His attorney"),
        ("Anna Keller spoke. “No,” Keller said. The insurer said it was late.", "insurer"),
        ("Anna Keller spoke. “No,” Keller said. The hotel said it was late.", "hotel"),
        ("Peter Brandt spoke. “No,” Brandt said. The widow said it was late.", "widow"),
        ("Mayor Anna Keller spoke. “No,” Keller said. The lawyer said it was late.", "lawyer"),
        ("Peter Brandt, the mayor, spoke. An adviser to the mayor said it was late.", "adviser to the mayor"),
        ("Peter Brandt, the mayor, spoke. The mayor's wife said it was late.", "mayor's wife"),
        ("Peter Brandt, the minister, spoke. The deputy minister said it was late.", "deputy minister"),
    ],
)
def test_somebody_beside_a_person_is_not_that_person(text, name):
    assert quotes_of(text)[-1].name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Keller spoke. “No,” Keller said. The author said it was late.", "Anna Keller"),
        ("Anna Keller, his lawyer, spoke first. His lawyer said it was late.", "Anna Keller"),
    ],
)
def test_an_office_may_be_the_last_speaker(text, name):
    assert quotes_of(text)[-1].name == name


@pytest.mark.parametrize(
    ("text", "speaker", "name"),
    [
        ("The builder, Hansen Corporation, said it was late.", "The builder, Hansen Corporation", None),
        ("The daily, Il Foglietto, said it was late.", "The daily, Il Foglietto", "Il Foglietto"),
        ("The agency, on Monday, said it was late.", "The agency", "agency"),
        ("One of her deputies, Peter Brandt, said it was late.", "One of her deputies, Peter Brandt", None),
    ],
)
def test_the_name_between_commas_behind_a_noun(text, speaker, name):
    said = only(text)
    assert said.speaker == speaker
    assert said.name == (name or speaker.split(", ")[1])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The host, Desmond Ruiz, asked Zadie Moor about it. “A song,” she said.", "Zadie Moor"),
        (
            "Gabriel Ruiz sat in the front row. One of his aides, Inés Prat, wept. “No,” she said.",
            "Inés Prat",
        ),
        ("Xoxo Moor met Keiko Tanaka. “It is late,” she said.", "Keiko Tanaka"),
        ("The mayor, Peter Brandt, met Paul Ruiz. He was calm. “It is late,” he said.", "Peter Brandt"),
    ],
)
def test_a_pronoun_goes_to_whom_it_is_known_to_fit(text, name):
    assert quotes_of(text)[-1].name == name
