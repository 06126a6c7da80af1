from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.domain.document import lines
from briefreader.extractors._marks import MOST_LINES, dash_speech, stretches


def inner(text: str) -> list[str]:
    """Return what stands between the marks of a text."""
    return [each.inner.of(text) for each in stretches(text, [block.span for block in lines(text)])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“a b” c", ["a b"]),
        ('"a b" c "d"', ["a b", "d"]),
        ("«a b» c", ["a b"]),
        ("« a b » c", ["a b"]),
        ("„a b“ c", ["a b"]),
        ("„a b” c", ["a b"]),
        ("»a b« c", ["a b"]),
        ("”a b” c", ["a b"]),
        ("「あ」と", ["あ"]),
        ("``a b'' c", ["a b"]),
        ("‘a b’ c", ["a b"]),
        ("'a b' c", ["a b"]),
    ],
)
def test_marks_of_the_world(text, found):
    assert inner(text) == found


def test_marks_within_marks_are_part_of_them():
    assert inner("“He said ‘go’ to me”") == ["He said ‘go’ to me"]
    assert inner('"He said "go" to me"') == ['He said "go" to me']


def test_an_apostrophe_is_no_mark():
    assert inner("It's the workers' day in the '90s, isn't it?") == []
    assert inner("'It's the workers' day,' she said.") == ["It's the workers' day,"]


def test_a_wrong_closing_mark():
    assert inner("“It is over.“ However, it went on.") == ["It is over."]


def test_a_paragraph_left_open_goes_on_in_the_next():
    assert inner("“a b.\n\n“c d,” e") == ["a b.\n\n“c d,"]
    assert inner('e: "a b.\n\nc d," f') == ["a b.\n\nc d,"]


def test_a_paragraph_left_open_ends_with_its_line():
    (found,) = stretches("“a b.\n\nc d e", [block.span for block in lines("“a b.\n\nc d e")])
    assert (found.inner.start, found.inner.end, found.closed) == (1, 5, False)


def test_a_stray_mark_opens_nothing():
    assert inner('The pipe is 6" wide.') == []
    assert inner("He said “go away and never came back.") == []


def test_speech_that_opens_anew_on_every_line_ends_some_time():
    text = "\n".join(["“a"] * (3 * MOST_LINES))
    assert all(each.count("\n") <= MOST_LINES for each in inner(text))


def test_a_dash_opens_speech_up_to_the_next_dash():
    text = "— We go — said X.\n— No."
    assert [each.inner.of(text) for each in dash_speech(text, [b.span for b in lines(text)])] == [
        "We go",
        "No.",
    ]


def test_a_dash_alone_opens_speech_if_somebody_says_it():
    text = "He came home.\n\n— We have nothing to hide, said Pedro Gómez, the mayor.\n\nHe left."
    said = [each.inner.of(text) for each in dash_speech(text, [block.span for block in lines(text)])]
    assert said == ["We have nothing to hide,"]


def test_one_dash_alone_opens_a_list_entry():
    text = "Costs:\n\nfirst\n— milk and bread\nlast"
    assert dash_speech(text, [block.span for block in lines(text)]) == []


@given(st.text(alphabet="\"'“”‘’„«»—- ab.,\n", max_size=80))
def test_any_marks_give_sound_stretches(text):
    spans = [block.span for block in lines(text)]
    end = 0
    for each in stretches(text, spans):
        assert each.outer.contains(each.inner)
        assert each.outer.start >= end
        end = each.outer.end


@pytest.mark.parametrize("unit", ['"', "'", "“", '" ', "'a ", "« ", "‘a "])
def test_a_long_line_of_marks_is_read(unit):
    text = unit * (200_000 // len(unit))
    assert isinstance(stretches(text, [block.span for block in lines(text)]), list)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("— We go, — said X. — It is late.", ["We go", "It is late."]),
        ("—We go —said X—. It is late.", ["We go", "It is late."]),
        ("— We go — said X to the man with a hat — and left.", ["We go"]),
    ],
)
def test_speech_goes_on_behind_an_attribution_between_dashes(text, said):
    found = [each.inner.of(text).strip(",") for each in dash_speech(text, [b.span for b in lines(text)])]
    assert found == said
