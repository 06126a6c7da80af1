"""Two articles side by side: pairs, differences, and the place beside a place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefreader.domain.document import Document, Noise, Published, lines
from briefreader.domain.fact import Analysis
from briefreader.domain.ledger import Claim, ClaimEntry
from briefreader.domain.survey import SourceCard, Survey
from briefreader.domain.text import Span
from briefreader.library.comparing import Pair, candidates, compare, compared
from briefreader.library.workspace import open_workspace
from library.told_of import article

REPORT = (
    "Ministers met in the capital on Monday.\n"
    "Trade between the two countries was 244 million dollars in 2024, the ministry said in a statement.\n"
    "They signed a plan of work for the next three years and agreed to meet again in spring.\n"
)
COPY = REPORT.replace("244", "over 245").replace("next ", "") + "It rained.\n"


def document(id: str, text: str, language: str = "en") -> Document:
    return Document(id, text, lines(text), title=id, language=language, published=Published(), sha256=id)


def entry(of: Document, passage: str, value: str, day: str = "") -> ClaimEntry:
    start = of.text.index(passage)
    mark = start + passage.index(value)
    span = Span(start, start + len(passage))
    return ClaimEntry(of.id, span, Span(mark, mark + len(value)), passage, value, of.id, Published(), "", day)


def claim(topic: str, verdict: str, *entries: ClaimEntry, decision: str = "") -> Claim:
    return Claim(topic, topic, "figure", verdict, "", entries, decision=decision)


ONE = document("one", "The trade was 5 million. It rained. The talks were on Monday, and long.")
OTHER = document("other", "Talks took place on Tuesday. Trade came to 6 million. The sun shone.")
TRADE = claim("Trade", "differ", entry(ONE, "The trade was 5 million.", "5 million"),
              entry(OTHER, "Trade came to 6 million.", "6 million"))  # fmt: skip
TALKS = claim("Talks", "agree", entry(ONE, "The talks were on Monday, and long.", "Monday"),
              entry(OTHER, "Talks took place on Tuesday.", "Tuesday"))  # fmt: skip


def test_a_near_copy_has_its_words_compared() -> None:
    one, other = document("one", REPORT), document("other", COPY)
    found = compared(one, other, ())
    assert found.near
    assert 0.85 < found.share < 1
    assert [
        (each.one.of(REPORT) if each.one else "", each.other.of(COPY) if each.other else "")
        for each in found.differences
    ] == [("244", "over 245"), ("next", ""), ("", "It rained")]
    missing = found.differences[1]
    assert COPY[: missing.other_at].endswith("for the")
    assert [each.verdict for each in found.pairs] == ["wording"] * 3


def test_an_article_and_itself() -> None:
    found = compared(document("one", REPORT), document("one", REPORT), ())
    assert (found.share, found.near, found.differences, found.pairs) == (1.0, True, (), ())


def test_nothing_at_all() -> None:
    found = compared(document("one", ""), document("other", " \n"), ())
    assert (found.share, found.near, found.differences, found.pairs) == (1.0, False, (), ())
    half = compared(document("one", ""), document("other", REPORT), ())
    assert (half.share, half.near, half.differences) == (0.0, False, ())


def test_what_both_speak_of_stands_in_the_order_of_the_text() -> None:
    found = compared(ONE, OTHER, (TALKS, TRADE))
    assert not found.near
    assert found.differences == ()
    assert [(each.topics, each.verdict) for each in found.pairs] == [
        (("Trade",), "differ"), (("Talks",), "agree"),
    ]  # fmt: skip
    assert found.pairs[0].one.of(ONE.text) == "The trade was 5 million."
    assert found.pairs[0].other.of(OTHER.text) == "Trade came to 6 million."


def test_two_claims_on_the_same_passages_are_one_pair() -> None:
    found = compared(ONE, OTHER, (replace(TRADE, topic="Exports", verdict="agree"), TRADE))
    assert [(each.topics, each.verdict) for each in found.pairs] == [(("Exports", "Trade"), "differ")]


def test_what_a_person_dismissed_and_what_is_of_other_years_does_not_correspond() -> None:
    dismissed, scope = replace(TRADE, decision="dismissed"), replace(TALKS, verdict="scope")
    assert compared(ONE, OTHER, (dismissed, scope)).pairs == ()


def test_of_more_than_two_sources_it_is_not_known_how_these_two_compare() -> None:
    third = replace(TRADE.entries[0], document="third")
    wide = replace(TRADE, topic="Trade of all", entries=(*TRADE.entries, third))
    assert [each.verdict for each in compared(ONE, OTHER, (wide,)).pairs] == ["matter"]
    both = compared(ONE, OTHER, (wide, TRADE))
    assert [(each.topics, each.verdict) for each in both.pairs] == [(("Trade",), "differ")]


def test_each_passage_goes_with_the_one_most_like_it() -> None:
    one = document("one", "Exports were 5 million. Imports were 7 million.")
    other = document("other", "Imports came to 7 million. Exports came to 5 million.")
    both = claim(
        "Trade", "agree",
        *(entry(one, f"{each}.", each[-9:]) for each in one.text[:-1].split(". ")),
        *(entry(other, f"{each}.", each[-9:]) for each in other.text[:-1].split(". ")),
    )  # fmt: skip
    said = [(each.one.of(one.text)[:7], each.other.of(other.text)[:7]) for each in
            compared(one, other, (both,)).pairs]  # fmt: skip
    assert said == [("Exports", "Exports"), ("Imports", "Imports")]


def test_date_lines_and_captions_are_not_compared() -> None:
    line = "Minsk, 4 December 2025\n"
    one = replace(document("one", line + REPORT), noise=(Noise("date line", Span(0, len(line) - 1)),))
    found = compared(one, document("other", REPORT), ())
    assert (found.share, found.differences) == (1.0, ())


def test_the_other_side_sees_the_same() -> None:
    one, other = document("one", REPORT), document("other", COPY)
    assert compared(one, other, ()).turned() == compared(other, one, ())
    turned = compared(ONE, OTHER, (TRADE, TALKS)).turned()
    assert turned.pairs == compared(OTHER, ONE, (TRADE, TALKS)).pairs


@pytest.mark.parametrize("words", ["Ministers", "ministry", "They signed", "spring"])
def test_the_place_beside_a_place(words: str) -> None:
    found = compared(document("one", REPORT), document("other", COPY), ())
    beside = found.beside(REPORT.index(words))
    assert beside is not None
    assert abs(beside - COPY.index(words)) <= 3
    assert compared(ONE, OTHER, ()).beside(0) is None


def test_two_languages_are_told() -> None:
    assert compared(ONE, document("other", "Переговоры прошли в Минске.", "ru"), ()).languages
    assert not compared(ONE, OTHER, ()).languages


def test_articles_of_a_workspace(tmp_path: Path) -> None:
    sources = {each.id: SourceCard(each.id, each.id, "", Published(), each.id) for each in (ONE, OTHER)}
    from briefreader.domain.ledger import Ledger

    survey = Survey(ledger=Ledger((TRADE,)), sources=sources)
    with open_workspace(tmp_path / "w.briefreader") as workspace:
        third = document("third", "Quite another matter.")
        workspace.store.add([Analysis(each, ()) for each in (ONE, OTHER, third)], "test/1")
        found = compare(workspace, "one", "other", survey)
        assert found is not None
        assert [each.topics for each in found.pairs] == [("Trade",)]
        assert compare(workspace, "one", "nowhere", survey) is None
        same = compare(workspace, "one", "one", survey)
        assert same is not None and same.share == 1.0
        listed = candidates(workspace, "one", survey)
        assert [(each.id, each.shared) for each in listed] == [("other", 1), ("third", 0)]
        assert {each.id for each in candidates(workspace, "one")} == {"other", "third"}


def test_without_a_survey_the_two_are_compared_by_themselves(tmp_path: Path) -> None:
    one = article("a", "Trade between Belarus and Vietnam was $244 million in 2024.")
    other = article("b", "In 2024, trade between Belarus and Vietnam was $250 million.")
    with open_workspace(tmp_path / "w.briefreader") as workspace:
        workspace.store.add([one, other], "test/1")
        found = compare(workspace, "a", "b", None)
        assert found is not None
        assert [each.verdict for each in found.pairs] == ["differ"]


def test_a_pair_can_be_turned() -> None:
    assert Pair(Span(0, 1), Span(2, 3), ("t",), "agree").turned() == Pair(
        Span(2, 3), Span(0, 1), ("t",), "agree"
    )
