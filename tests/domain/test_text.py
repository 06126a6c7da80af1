from __future__ import annotations

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefreader.domain.text import CONTEXT, FOLD, Anchor, Folded, Span, Utf16Map, canonical

ANY = st.text(st.characters())  # surrogates and all
NASTY = st.text(st.sampled_from("a\r\n\u2028\u2029\x00\ufeff\ufffe\ufdd0\ud83d\ude00😀é\u0301"))


@given(ANY | NASTY)
def test_canonical_text_stays_as_it_is(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once
    assert not set(once) & set("\r\x00\u2028\u2029\ufeff\ufffe\ufdd0\ufdd1")
    assert json.loads(json.dumps(once).encode()) == once
    once.encode()


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("\ufeffTitle\x00", "Title"),
        ("a\ud800b", "a\ufffdb"),
        ("non\u00a0breaking\t spaces ", "non\u00a0breaking\t spaces "),
        ("\r\ufeff\n", "\n\n"),
    ],
)
def test_canonical_changes_only_what_it_must(text: str, clean: str) -> None:
    assert canonical(text) == clean


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2)])
def test_a_span_is_never_empty_or_negative(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_spans_overlap_and_contain() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 5).contains(Span(0, 5))
    assert not Span(0, 5).contains(Span(4, 6))
    assert len(Span(2, 5)) == 3
    assert Span(1, 3).of("abcd") == "bc"


@given(st.text(min_size=1), st.data())
def test_an_anchor_finds_its_passage_in_the_same_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert Anchor.on(text, span).find(text) == span


@given(st.text(min_size=1), st.data())
def test_an_anchor_never_finds_other_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    anchor = Anchor.on(text, Span(start, data.draw(st.integers(start + 1, len(text)))))
    other = data.draw(st.text())
    found = anchor.find(other)
    assert found is None or found.of(other) == anchor.exact


ARTICLE = (
    "President Lam arrived on Monday. He met the press at noon and said the talks were good.\n"
    "On Tuesday he left for home. The talks were good, said the host, and so was the weather."
)


@pytest.mark.parametrize("said", ["He met the press", "The talks were good", "Monday", "the weather"])
def test_a_paragraph_put_before_moves_the_passage(said: str) -> None:
    place = ARTICLE.index(said)
    anchor = Anchor.on(ARTICLE, Span(place, place + len(said)))
    moved = "A correction: the date was wrong.\n" + ARTICLE
    found = anchor.find(moved)
    assert found is not None
    assert found.start == place + len(moved) - len(ARTICLE)


def test_a_passage_whose_sentence_was_taken_out_is_not_found_elsewhere() -> None:
    place = ARTICLE.index("talks were good")
    anchor = Anchor.on(ARTICLE, Span(place, place + len("talks were good")))
    cut = ARTICLE.replace("He met the press at noon and said the talks were good.", "")
    assert anchor.find(cut) is None


def test_the_same_words_at_the_old_place_in_other_surroundings_are_another_passage() -> None:
    text = "xx said yes to the plan. Later they said no to the rest of it."
    anchor = Anchor.on(text, Span(3, 7))
    other = "yy said maybe to nothing. It was xx said yes to the plan. Later they said no."
    assert anchor.find(other) == Span(other.index("xx said") + 3, other.index("xx said") + 7)


def test_an_anchor_keeps_some_context() -> None:
    text = "a" * 100 + "THIS" + "b" * 100
    anchor = Anchor.on(text, Span(100, 104))
    assert (anchor.exact, anchor.before, anchor.after) == ("THIS", "a" * CONTEXT, "b" * CONTEXT)


@given(st.text(), st.data())
def test_places_survive_the_way_to_utf16_and_back(text: str, data: st.DataObject) -> None:
    places = Utf16Map(text)
    place = data.draw(st.integers(0, len(text)))
    qt = places.to_qt(place)
    assert qt == len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
    assert places.from_qt(qt) == place


def test_a_place_inside_a_pair_is_that_of_its_character() -> None:
    assert [Utf16Map("a😀b").from_qt(n) for n in range(5)] == [0, 1, 1, 2, 3]


@st.composite
def folded(draw: st.DrawFn) -> tuple[str, Folded]:
    text = draw(st.text(min_size=1))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    folds = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return text, Folded(text, folds)


@given(folded())
def test_folds_are_one_character_each(case: tuple[str, Folded]) -> None:
    text, view = case
    kept = "".join(FOLD if view.fold_at(n) else text[view.from_display(n)] for n in range(len(view.display)))
    assert kept == view.display
    assert sum(view.fold_at(n) is not None for n in range(len(view.display))) == len(view.folds)


@given(folded(), st.data())
def test_places_outside_folds_survive_the_way_to_the_display_and_back(
    case: tuple[str, Folded], data: st.DataObject
) -> None:
    text, view = case
    place = data.draw(st.integers(0, len(text)))
    assume(not any(fold.start < place < fold.end for fold in view.folds))
    assert view.from_display(view.to_display(place)) == place


@given(folded(), st.data())
def test_places_inside_a_fold_are_shown_at_the_fold(case: tuple[str, Folded], data: st.DataObject) -> None:
    _text, view = case
    assume(view.folds)
    fold = data.draw(st.sampled_from(view.folds))
    place = data.draw(st.integers(fold.start, fold.end - 1))
    assert view.fold_at(view.to_display(place)) == fold


def test_folds_must_not_overlap() -> None:
    with pytest.raises(ValueError, match="overlap"):
        Folded("abcdef", [Span(0, 3), Span(2, 4)])
