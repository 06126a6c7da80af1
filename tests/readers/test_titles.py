import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.readers._titles import LONGEST, clean, headline, made, sentence, shorten

LONG = (
    "They signed a protocol on cooperation in security, defence, trade and science in the capital on Friday."
)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("He came. She went.", "He came."),
        (
            "Mr. Smith met Dr. Jones in the U.S. on Monday. They spoke.",
            "Mr. Smith met Dr. Jones in the U.S. on Monday.",
        ),
        ("Gen. J. Doe spoke at 5 p.m. in Minsk. Nobody came.", "Gen. J. Doe spoke at 5 p.m. in Minsk."),
        ("“We came,” he said. “We saw.”", "“We came,” he said."),
        ("Is it so? Yes.", "Is it so?"),
        ("No full stop", "No full stop"),
    ],
)
def test_first_sentence(text: str, first: str) -> None:
    assert sentence(text) == first


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("A short sentence.", "A short sentence"),
        ("Is it short?", "Is it short?"),
        (LONG, "They signed a protocol on cooperation in security…"),
        (
            "Minister of Public Security General Quang held long talks with Secretary Volfovich Aleksandr.",
            "Minister of Public Security General Quang held long talks…",
        ),
        (
            "“We said that this protocol would be signed before the end of the year in the whole wide city”.",
            "“We said that this protocol would be signed before the end of the year in the whole wide…”",
        ),
    ],
)
def test_shortening(text: str, short: str) -> None:
    assert shorten(text) == short


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs")), max_size=400))
def test_a_short_title_is_short_and_ends_well(text: str) -> None:
    short = shorten(text)
    assert len(short) <= LONGEST + 2
    if short.endswith("…") and " " in short:
        assert short[-2] not in ",;: "


@pytest.mark.parametrize(
    "line",
    [
        "Ministers sign protocol on safety",
        "Is the protocol on safety signed?",
        "‘It is time’: ministers sign",
    ],
)
def test_headlines(line: str) -> None:
    assert headline(line, LONG)


@pytest.mark.parametrize(
    "line",
    [
        "They signed a protocol.",
        "Two words",
        "as he said on Monday",
        "- a list of things",
        LONG,
        "Volfovich, State Secretary:",
    ],
)
def test_what_is_no_headline(line: str) -> None:
    assert not headline(line, LONG)
    assert not headline("Ministers sign protocol on safety", "")


def test_a_title_is_made_of_a_sentence_not_of_an_attribution() -> None:
    assert (
        made(["The minister of the interior said:", "They signed a protocol today."], "x")
        == "They signed a protocol today"
    )
    assert made([], "the name") == "the name"


def test_control_and_direction_marks_leave_titles() -> None:
    assert clean("a\x1b[31m\u202eb\n c\u200e") == "a[31mb c"
