from __future__ import annotations

from briefreader import i18n
from briefreader.domain.document import Block, Document, Noise, lines
from briefreader.domain.text import Span
from briefreader.extractors import key
from briefreader.extractors._reading import Reading

BODY = (
    "3.78 BYN\n"
    "Belarus and Vietnam elevate their ties to a partnership\n"
    "Belarus and Vietnam signed an agreement on strategic partnership in Minsk on Monday.\n"
    "President Alexander Lukashenko received General Secretary To Lam at the palace.\n"
    "Belarus and Vietnam signed the agreement on strategic partnership in Minsk, an official said.\n"
    "Trade of Belarus and Vietnam reached 245 million dollars, and the partnership will help it grow.\n"
    "The weather was fine and the guests went for a walk in the old park.\n"
    "Some of them bought a few postcards there and then took the bus home.\n"
)


def reading() -> Reading:
    blocks = list(lines(BODY))
    blocks[1] = Block("title", blocks[1].span)
    title = blocks[1].span.of(BODY)
    noise = (Noise("ticker", blocks[0].span),)
    return Reading(Document("x", BODY, tuple(blocks), noise, title=title, title_how="headline"))


def test_the_first_sentence_leads_and_scores_run_from_one_down():
    facts = list(key.extract(reading()))
    best = max(facts, key=lambda fact: fact.score)
    assert best.text.startswith("Belarus and Vietnam signed an agreement")
    assert best.score == 1
    assert all(0 < fact.score <= 1 for fact in facts)


def test_the_reason_is_said_in_the_language_of_the_program():
    i18n.choose("ru")
    try:
        assert next(iter(key.extract(reading()))).data["why"] == "в начале статьи"
    finally:
        i18n.choose("en")


def test_headline_ticker_and_repeats_are_no_key_sentences():
    found = [fact.text for fact in key.extract(reading())]
    assert not any(text.startswith(("3.78", "Belarus and Vietnam elevate")) for text in found)
    assert not any("an official said" in text for text in found)


def test_figures_and_themes_come_before_postcards():
    found = " ".join(fact.text for fact in key.extract(reading()))
    assert "245 million" in found
    assert "postcards" not in found


def test_facts_are_spans_in_order():
    facts = list(key.extract(reading()))
    assert [fact.span for fact in facts] == sorted(fact.span for fact in facts)
    assert all(fact.span.of(BODY) == fact.text for fact in facts)


def test_nothing_to_say_gives_nothing():
    for text in ("", "3.78 BYN\n3.00 BYN", "Photo: VNA"):
        assert list(key.extract(Reading(Document("x", text, lines(text))))) == []


def test_a_sentence_keeps_its_opening_mark():
    text = "“We will sign the agreement in Minsk in May,” said President Alexander Lukashenko on Monday."
    (fact,) = key.extract(Reading(Document("x", text, lines(text))))
    assert fact.span == Span(0, len(text))
