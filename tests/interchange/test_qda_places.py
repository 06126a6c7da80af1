"""Places in foreign projects, counted in every way."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.domain.text import Span, Utf16Map, canonical
from briefreader.interchange._qda_places import Counted

RAW = st.text(st.sampled_from("ab \r\n\x00\ufeff\u2028😀é"), min_size=1, max_size=30)


@settings(deadline=None)
@given(raw=RAW, data=st.data())
def test_a_place_in_the_raw_text_is_where_the_text_before_it_ends(raw: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(raw) + 3))
    assert Counted(raw, canonical(raw))._canonical(place) == len(canonical(raw[:place]))


@settings(deadline=None)
@given(raw=RAW, data=st.data())
def test_the_words_say_how_the_place_was_counted(raw: str, data: st.DataObject) -> None:
    text = canonical(raw)
    marked = "one word that stands here once"
    at = data.draw(st.integers(0, len(raw)))
    whole = raw[:at] + marked + raw[at:]
    text = canonical(whole)
    wanted = text.index(marked)
    units = Utf16Map(whole)
    for start in (
        wanted,
        whole.index(marked),
        units.to_qt(whole.index(marked)),
        Utf16Map(text).to_qt(wanted),
    ):
        found = Counted(whole, text).place(Span(start, start + len(marked)), marked)
        assert found == Span(wanted, wanted + len(marked))


def test_a_name_that_was_cut_short_is_known_by_how_it_begins() -> None:
    text = "So it began. " + "word " * 60
    counted = Counted(text, text)
    assert counted.place(Span(13, 200), text[13:150] + "…") == Span(13, 200)
    assert "_units" not in vars(counted)  # nothing else had to be looked at
