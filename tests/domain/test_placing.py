from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefreader.domain.placing import CHANGED, MOVED, SPELT, THERE, place, place_after
from briefreader.domain.text import Anchor, Span, canonical

ARTICLE = """Việt Nam and Belarus signed seven agreements in Minsk on Monday.

President Lam arrived early. He met the press at noon and said that the talks on trade were “good and open”.
On Tuesday he left for home, where a council of ministers was waiting for his report on the visit.

The exports of tractors rose by 12 percent in January, the ministry of industry said in its bulletin.
Read also: what the visit means for farmers in the Mekong delta.

Analysts expect that a new railway across the border will be agreed on before the end of the year."""

SENTENCE = "He met the press at noon and said that the talks on trade were “good and open”."


def on(said: str, text: str = ARTICLE) -> Anchor:
    place = text.index(said)
    return Anchor.on(text, Span(place, place + len(said)))


def found(anchor: Anchor, text: str) -> tuple[str, str] | None:
    placed = place(anchor, canonical(text))
    return (placed.span.of(canonical(text)), placed.how) if placed else None


@pytest.mark.parametrize(
    ("said", "old", "new", "now", "how"),
    [
        (SENTENCE, "", "", SENTENCE, THERE),
        ("the talks on trade", "trade", "trade and travel", "the talks on trade", THERE),
        ("met the press at noon", "press", "presss", "met the presss at noon", CHANGED),
        ("met the press at noon", "the press", "the local press", "met the local press at noon", CHANGED),
        ("met the press at noon", "met", "saw", "saw the press at noon", CHANGED),
        ("met the press at noon", "at noon", "at midday", "met the press at midday", CHANGED),
        ("“good and open”", "“good and open”", '"good  and\nopen"', '"good  and\nopen"', SPELT),
        ("rose by 12 percent", "12 percent", "14 percent", "rose by 14 percent", CHANGED),
        ("rose by 12 percent", "January", "February", "rose by 12 percent", THERE),
    ],
)
def test_passages_are_found_in_edited_copies(said: str, old: str, new: str, now: str, how: str) -> None:
    assert found(on(said), ARTICLE.replace(old, new, 1) if old else ARTICLE) == (now, how)


@pytest.mark.parametrize("said", ["Việt Nam and Belarus", SENTENCE, "ministry of industry"])
def test_the_coding_of_letters_makes_no_difference(said: str) -> None:
    other = unicodedata.normalize("NFD", ARTICLE)
    assert found(on(said), other) == (
        unicodedata.normalize("NFD", said),
        THERE if said.isascii() else SPELT,
    ) or (found(on(said), other) == (said, THERE))
    back = on(unicodedata.normalize("NFD", said), other)
    assert found(back, ARTICLE) is not None


def test_a_paragraph_that_was_moved_is_found_by_its_words() -> None:
    paragraphs = ARTICLE.split("\n")
    moved = "\n".join([paragraphs[-1], *paragraphs[:-1]])
    assert found(on(paragraphs[-1]), moved) == (paragraphs[-1], MOVED)
    assert found(on("new railway across the border"), moved) == ("new railway across the border", THERE)


@pytest.mark.parametrize("said", [SENTENCE, "met the press at noon", "press", "the talks on trade were"])
def test_a_passage_that_was_taken_out_is_not_found(said: str) -> None:
    assert found(on(said), ARTICLE.replace(SENTENCE, "")) is None


def test_a_sentence_much_like_one_that_was_taken_out_is_another() -> None:
    other = (
        "The exports of tractors rose by 9 percent in March, the ministry of industry said in its bulletin."
    )
    own = ARTICLE.split("\n")[5]
    assert found(on(own), f"{ARTICLE.replace(own, '')}\n{other}") is None


def test_what_stood_there_before_is_not_taken_for_the_passage() -> None:
    twin = SENTENCE.replace("noon", "dawn")
    old = ARTICLE.replace(SENTENCE, f"{SENTENCE} {twin}")
    new = ARTICLE.replace(SENTENCE, twin)
    anchor = on("met the press at noon", old)
    assert place_after(anchor, old, new) is None
    twice = f"{ARTICLE}\n{SENTENCE}"
    anchor = on(SENTENCE, twice)
    assert place_after(anchor, twice, twice.replace(SENTENCE, "", 1)) is None


def test_the_old_text_does_not_stand_in_the_way_of_what_was_changed() -> None:
    new = ARTICLE.replace("press at noon", "local press at midday")
    placed = place_after(on("met the press at noon"), ARTICLE, new)
    assert placed is not None
    assert placed.span.of(new) == "met the local press at midday"


def test_texts_without_spaces_are_compared_letter_by_letter() -> None:
    text = "两国签署了七项协议。部长表示贸易会谈很好,双方同意继续合作。铁路将于年底前开工。"
    new = text.replace("会谈很好", "会谈非常好")
    assert found(on("贸易会谈很好", text), new) == ("贸易会谈非常好", CHANGED)


def test_a_place_within_a_word_stays_within_it() -> None:
    text = "The unforeseeable consequences of the treaty were discussed by all members."
    anchor = on("foreseeable consequences of the treaty", text)
    new = text.replace("treaty", "treatise")
    assert found(anchor, new) == ("foreseeable consequences of the treatise", CHANGED)


def test_a_very_long_passage_is_found_though_some_of_it_was_changed() -> None:
    text = " ".join(f"Sentence number {n} speaks of item{n * 7} and item{n * 11}." for n in range(300))
    start, end = text.index("Sentence number 20 "), text.index("Sentence number 280 ")
    anchor = Anchor.on(text, Span(start, end - 1))
    new = text.replace("Sentence number 150 speaks", "Sentence number 150 perhaps tells")
    placed = place(anchor, new)
    assert placed is not None
    assert (placed.span.start, placed.how) == (start, CHANGED)
    assert placed.span.of(new).endswith("item3069.")


@given(st.text(), st.text(min_size=1), st.data())
def test_nothing_is_found_in_texts_that_share_no_word(text: str, other: str, data: st.DataObject) -> None:
    other = canonical(other) or "x"
    start = data.draw(st.integers(0, len(other) - 1))
    anchor = Anchor.on(other, Span(start, data.draw(st.integers(start + 1, len(other)))))
    placed = place(anchor, canonical(text))
    assert placed is None or 0 <= placed.span.start < placed.span.end <= len(canonical(text))


WORDS = sorted(set(ARTICLE.split()))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_edits_elsewhere_leave_a_passage_where_it_is_or_unplaced(data: st.DataObject) -> None:
    """Whatever is done outside of a passage that stands there once: it is found there, or not at all."""
    start = data.draw(st.integers(0, len(ARTICLE) - 30))
    end = data.draw(st.integers(start + 20, min(len(ARTICLE), start + 120)))
    anchor = Anchor.on(ARTICLE, Span(start, end))
    head, tail = ARTICLE[:start], ARTICLE[end:]
    for _n in range(data.draw(st.integers(1, 4))):
        word = data.draw(st.sampled_from(WORDS))
        if data.draw(st.booleans()):
            at = data.draw(st.integers(0, len(head)))
            head = head[:at] + word + " " + head[data.draw(st.integers(at, len(head))) :]
        else:
            at = data.draw(st.integers(0, len(tail)))
            tail = tail[:at] + " " + word + tail[data.draw(st.integers(at, len(tail))) :]
    new = head + anchor.exact + tail
    assume(new.count(anchor.exact) == 1)
    placed = place(anchor, new)
    if placed is not None:  # an edge within a word that was cut in two may take in the other part
        start, end = max(placed.span.start, len(head)), min(placed.span.end, len(head) + len(anchor.exact))
        assert end - start >= 0.8 * len(anchor.exact.strip())
        assert len(placed.span) <= len(anchor.exact) + 20


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_changed_letter_in_a_passage_is_found_or_not_but_never_elsewhere(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(ARTICLE) - 60))
    end = data.draw(st.integers(start + 50, min(len(ARTICLE), start + 150)))
    at = data.draw(st.integers(start + 1, end - 2))
    new = ARTICLE[:at] + data.draw(st.sampled_from("xqz ")) + ARTICLE[at + 1 :]
    placed = place(Anchor.on(ARTICLE, Span(start, end)), new)
    assert placed is not None
    shared = min(placed.span.end, end) - max(placed.span.start, start)
    assert shared >= 0.8 * (end - start)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_both_ways_lead_to_the_same_place_when_nothing_was_changed(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(ARTICLE) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(ARTICLE))))
    placed = place_after(Anchor.on(ARTICLE, span), ARTICLE, ARTICLE)
    assert placed is not None
    assert placed.span == span
