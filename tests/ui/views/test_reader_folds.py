from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.domain.document import Document, Noise
from briefreader.domain.text import FOLD, Span
from briefreader.ui.views.reader_folds import LONGEST, Fold, Shown, folds_of

TICKER = "3.78 BYN\n3.00 BYN\n3.38 BYN\nBelarus and Vietnam"


def noise(text: str, *parts: tuple[str, str]) -> Document:
    found = []
    for kind, part in parts:
        start = text.index(part)
        found.append(Noise(kind, Span(start, start + len(part))))
    return Document("d", text, noise=tuple(found))


def test_neighbouring_lines_become_one_fold() -> None:
    document = noise(TICKER, ("ticker", "3.78 BYN"), ("ticker", "3.00 BYN"), ("ticker", "3.38 BYN"))
    assert folds_of(document) == (Fold(Span(0, 26), "3 ticker lines"),)


def test_different_kinds_share_a_chip_with_both_names() -> None:
    text = " date 2025-12-04 A caption (Photo)\n\nThe text."
    document = noise(text, ("date line", "date 2025-12-04"), ("caption", "A caption (Photo)"))
    (fold,) = folds_of(document)
    assert fold.label == "date line, caption"
    assert fold.span.of(text) == " date 2025-12-04 A caption (Photo)"


def test_noise_apart_stays_apart_and_an_unknown_kind_keeps_its_name() -> None:
    text = "HÀ NỘI — The minister spoke. VNS"
    document = noise(text, ("dateline", "HÀ NỘI —"), ("wire code", "VNS"))
    assert [fold.label for fold in folds_of(document)] == ["dateline", "wire code"]


def test_a_fold_takes_the_indent_of_its_line_but_no_space_within_a_line() -> None:
    text = "One\n  VNS two VNS"
    document = Document("d", text, noise=(Noise("agency", Span(6, 9)), Noise("agency", Span(14, 17))))
    assert [fold.span for fold in folds_of(document)] == [Span(4, 9), Span(14, 17)]


def test_overlapping_noise_is_one_fold() -> None:
    document = Document("d", "abcdef", noise=(Noise("agency", Span(1, 4)), Noise("caption", Span(2, 3))))
    assert folds_of(document) == (Fold(Span(1, 4), "agency, caption"),)


def test_places_after_a_fold_and_an_emoji() -> None:
    text = "😀 date\nTô Lâm 😀 spoke"
    shown = Shown(text, [Fold(Span(2, 6), "date line")])
    assert shown.display == f"😀 {FOLD}\nTô Lâm 😀 spoke"
    start, end = shown.range_of(Span(16, 21))
    assert (start, end) == (15, 20)
    assert shown.span_of(start, end) == Span(16, 21)


def test_a_span_within_a_fold_is_its_chip() -> None:
    shown = Shown("ab cd ef", [Fold(Span(3, 5), "x")])
    assert shown.range_of(Span(3, 4)) == (3, 4)
    assert shown.range_of(Span(4, 7)) == (3, 6)
    assert shown.span_of(3, 4) == Span(3, 5)
    assert shown.span_of(2, 2) is None


def test_folds_are_found_by_their_chips() -> None:
    fold = Fold(Span(3, 5), "x")
    shown = Shown("ab cd ef", [fold])
    assert shown.fold_at(shown.chip_position(fold)) == fold
    assert shown.fold_at(2) is None and shown.fold_at(4) is None


def test_an_open_fold_stands_in_the_text() -> None:
    fold = Fold(Span(3, 5), "x")
    shown = Shown("ab cd ef", [fold], {fold})
    assert shown.display == "ab cd ef" and shown.closed == () and shown.folds == (fold,)
    assert [shown.open_at(place) for place in (2, 3, 4, 5)] == [None, fold, fold, None]


@pytest.mark.parametrize(
    "text",
    [
        "word " * 5000,
        "One sentence. " * 3000,
        "x" * 30_000,
        "e\u0301" * 15_000,
        "👩‍👩‍👧" * 4000,
        "🇻🇳" * 8000,
        "short\n\n" + "line " * 4000 + "\nend",
    ],
)
def test_long_paragraphs_are_cut_where_it_does_not_show(text: str) -> None:
    shown = Shown(text, ())
    parts = shown.display.split("\n")
    assert max(map(len, parts)) <= LONGEST
    assert shown.display.replace("\n", "") == text.replace("\n", "")
    assert not any(part[:1] in ("\u0301", "\u200d") for part in parts)
    for place in range(0, len(text), 97):
        assert shown.from_qt(shown.to_qt(place)) == place


def test_a_cut_comes_after_a_sentence() -> None:
    shown = Shown("He said so. " * 2000, ())
    assert all(part.endswith("so. ") for part in shown.display.split("\n")[:-1])


@given(st.text(alphabet="ab \n😀é", min_size=1, max_size=60), st.data())
def test_places_survive_folding_both_ways(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown = Shown(text, [Fold(Span(start, end), "x")])
    for place in [*range(start), *range(end, len(text) + 1)]:
        assert shown.from_qt(shown.to_qt(place)) == place
    for place in range(start, end):
        assert shown.from_qt(shown.to_qt(place)) == start
