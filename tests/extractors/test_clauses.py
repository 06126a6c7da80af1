from __future__ import annotations

import pytest

from briefreader.extractors._clauses import reports
from briefreader.extractors._prose import Prose
from extractors.quotes_of import only, quotes_of, reading_of


def parts_in(text: str) -> list[tuple[str, str]]:
    """Return the rule and the words of each report of a text."""
    found = reports(Prose(reading_of(text)))
    return [(report.rule, part.of(text)) for report in found for part in report.parts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Anna Keller said that the road was closed.", [("clause", "the road was closed")]),
        ("Anna Keller urged them to close the road.", [("infinitive", "to close the road")]),
        ("Anna Keller suggested closing the road.", [("gerund", "closing the road")]),
        ("Anna Keller called the road a disgrace.", [("names", "the road a disgrace")]),
        ("Anna Keller called for a new road.", [("for", "a new road")]),
        ("Anna Keller described the road as a disgrace.", [("as", "a disgrace")]),
        ("The road, Anna Keller said, was closed.", [("inserted", "The road"), ("inserted", "was closed")]),
        ("As Anna Keller said, the road was closed.", [("as", "the road was closed")]),
        ("According to Anna Keller, the road was closed.", [("according to", "the road was closed")]),
        ("Anna Keller is confident that the road is safe.", [("adjective", "the road is safe")]),
        ("Anna Keller closed the road.", []),
        ("“Anna Keller said that the road was closed.”", []),
    ],
)
def test_what_reporting_words_report(text, parts):
    assert parts_in(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said the mine would shut.",
        "No minister said when the mine would shut.",
        "Neither Keller nor Brandt would say whether the mine would shut.",
        "Anna Keller refused to say how the mine was sold.",
        "Anna Keller declined to disclose that the mine was sold.",
        "Anna Keller would not say whether the mine was sold.",
        "Anna Keller did not say that the mine was sold.",
        "Had Anna Keller said that the mine was sold?",
        "Did Anna Keller announce that the mine was sold?",
    ],
)
def test_what_was_not_said(text):
    assert quotes_of(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna Keller said nobody came.", "nobody came"),
        ("Anna Keller did not believe that the mine was sold.", "the mine was sold"),
        ("Anna Keller not only said that the mine was sold.", "the mine was sold"),
        ("Do you know that Anna Keller said the mine was sold?", "the mine was sold"),
    ],
)
def test_what_was_said_of_nobody(text, said):
    assert only(text).text == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna Keller said on Friday the mine had shut.", "the mine had shut"),
        ("Anna Keller said late Tuesday night she was tired.", "she was tired"),
        ("Anna Keller said yesterday it had rained.", "it had rained"),
        ("Anna Keller said Friday was too late.", "Friday was too late"),
        ("Anna Keller said Sunday services would go on.", "Sunday services would go on"),
        ("Anna Keller said costs fell — a comparison that farmers reject.", "costs fell"),
        ("Anna Keller said the plan was “bread for the rest of us,” a nod to an old song.",
         "the plan was “bread for the rest of us,”"),
    ],
)  # fmt: skip
def test_the_edges_of_what_was_said(text, said):
    assert only(text).text == said
