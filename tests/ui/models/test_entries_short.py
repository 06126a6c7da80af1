"""The short form of key sentences in the side panel, and what stands out in it."""

from __future__ import annotations

from typing import Any

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.ui.models.entries import Entry, fact_groups
from briefreader.ui.models.entries_details import details
from briefreader.ui.models.touching import Touching

TEXT = "😀 Berg said that Peru,\nwhich is rich, sold 5 tonnes in May, as ever."


def fact(kind: str, words: str, **values: Any) -> Fact:
    start = TEXT.index(words)
    return Fact("d", kind, Span(start, start + len(words)), words, **values)


def parts(*words: str) -> list[list[int]]:
    return [[TEXT.index(each), TEXT.index(each) + len(each)] for each in words]


FACTS = (
    fact("person", "Berg"),
    fact("place", "Peru"),
    fact("figure", "5 tonnes", data={"key": True}),
    fact("date", "May", data={"from": "2025-05-01", "to": "2025-05-31"}),
    fact("date", "ever", data={"from": None, "to": None}),
)
SENTENCE = TEXT[2:]


def entry_of(**data: Any) -> Entry:
    key = fact("key", SENTENCE, score=1.0, data={"kind": "sentence", **data})
    return fact_groups([*FACTS, key])[0].entries[0]


def strong(entry: Entry) -> list[str]:
    return [span.of(entry.text) for span in entry.strong]


def test_a_short_form_is_verbatim_with_a_mark_for_what_is_left_out() -> None:
    entry = entry_of(short=parts("Peru,", "sold 5 tonnes in May"))
    assert entry.text == "… Peru, … sold 5 tonnes in May …"
    assert strong(entry) == ["Peru", "5 tonnes", "May"]


def test_a_sentence_without_a_short_form_is_whole() -> None:
    entry = entry_of()
    assert entry.text == "Berg said that Peru, which is rich, sold 5 tonnes in May, as ever."
    assert strong(entry) == ["Berg", "Peru", "5 tonnes", "May"]


def test_of_a_sentence_that_a_person_corrected_all_is_shown() -> None:
    short = parts("sold 5 tonnes in May")
    assert entry_of(short=short, found=[0, 9]).text == entry_of().text
    assert entry_of(short=[[0, 1]]).text == entry_of().text


def test_what_was_rejected_does_not_stand_out() -> None:
    rejected = fact("place", "Peru", data={"judged": "rejected"})
    key = fact("key", SENTENCE, score=1.0)
    assert "Peru" not in strong(fact_groups([rejected, FACTS[2], key])[0].entries[0])


def test_the_whole_sentence_stands_in_the_details() -> None:
    short = fact("key", SENTENCE, data={"short": parts("sold 5 tonnes in May")})
    said = {row.label: row.text for row in details([short], Touching(), TEXT)}
    assert said["In full"].startswith("Berg said that Peru, which")
    whole = fact("key", SENTENCE)
    assert "In full" not in {row.label for row in details([whole], Touching(), TEXT)}
