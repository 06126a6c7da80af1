from hypothesis import given
from hypothesis import strategies as st

from briefreader.exporters._breaks import pieces


def flat(made: str | list[str | list[str]]) -> str:
    if isinstance(made, str):
        return made
    return "".join(each if isinstance(each, str) else "".join(each) for each in made)


@given(st.text(), st.integers(1, 50))
def test_nothing_is_lost(line: str, longest: int) -> None:
    assert flat(pieces(line, longest)) == line


def test_a_plain_line_is_left_alone() -> None:
    assert pieces("nothing special, at all", 46) == "nothing special, at all"


def test_words_with_hyphens_dashes_and_slashes_are_kept_together() -> None:
    assert pieces("a two-day and/or 1–3 visit", 46) == [
        "a ", ["two-day"], " ", ["and/or"], " ", ["1–3"], " visit",
    ]  # fmt: skip
    assert pieces("会談—会談", 46) == "会談—会談"


def test_long_words_may_break_but_not_before_a_mark() -> None:
    assert pieces("x " + "W" * 10, 10) == ["x ", ["WWWW", "WWWW", "WW"]]
    assert pieces("aaaa\u0301aaaaaa", 8) == [["aaaa\u0301", "aaaa", "aa"]]


def test_an_endless_word_is_cut_into_fewer_pieces() -> None:
    [cut] = pieces("ab" * 50_000, 46)
    assert isinstance(cut, list) and len(cut) < 10_000 and max(map(len, cut)) <= 16
