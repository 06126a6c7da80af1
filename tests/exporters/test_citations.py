"""Citations in the styles that are brought along."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.exporters import _citations
from briefreader.exporters._citations import LABELS, Run, cite, entry, plain, styles
from exporters.printed import HOSTILE, citation, source

NO_AUTHOR = replace(source(1), author="")
BARE = citation(title="Plan signed", outlet="", date="")


def test_each_style_is_offered_by_name_with_the_usual_one_first() -> None:
    assert list(styles()) == list(LABELS)
    assert all(styles().values())


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago-notes", "A. Reporter, “Title number 1,” Viet Nam News, 4 December 2025, para. 3."),
        ("chicago-short", "A. Reporter, “Title number 1,” para. 3."),
        ("apa", "A. Reporter (2025, December 4). Title number 1. Viet Nam News, para. 3."),
        ("outlet-date", "Viet Nam News, 4 December 2025, para. 3."),
    ],
)
def test_a_style_says_what_belongs_to_it(style: str, expected: str) -> None:
    assert plain(cite(source(1), citation(), style)) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago-notes", "“Plan signed,” Outlet not known, undated, para. 3."),
        ("chicago-short", "Outlet not known, “Plan signed,” para. 3."),
        ("apa", "Plan signed (undated). Outlet not known, para. 3."),
        ("outlet-date", "Outlet not known, “Plan signed,” undated, para. 3."),
    ],
)
def test_what_is_not_known_is_called_so(style: str, expected: str) -> None:
    assert plain(cite(NO_AUTHOR, BARE, style)) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("chicago-notes", "“Plan signed.” Outlet not known. undated."),
        ("chicago-short", "“Plan signed.” Outlet not known. undated."),
        ("apa", "Plan signed (undated). Outlet not known."),
        ("outlet-date", "Outlet not known, undated, “Plan signed.”"),
    ],
)
def test_the_list_of_sources_says_what_is_not_known_in_the_same_words(style: str, expected: str) -> None:
    unknown = replace(NO_AUTHOR, title="Plan signed", outlet=" ", date="")
    assert plain(entry(unknown, style)) == expected
    own = {**_citations.words(), "no outlet": "No paper named"}
    assert "No paper named" in plain(entry(unknown, style, texts=own))
    assert "No paper named" in plain(cite(NO_AUTHOR, BARE, style, texts=own))


def test_words_for_what_is_not_known_are_no_name_of_an_outlet() -> None:
    runs = cite(NO_AUTHOR, BARE)
    assert not any(run.field == "outlet" or run.italic for run in runs)


def test_an_inferred_date_is_called_so() -> None:
    cited = citation(date="2025-05", inferred=True)
    assert "May 2025 (date inferred), para. 3." in plain(cite(source(1), cited))


def test_a_passage_that_is_not_found_any_more_is_called_so() -> None:
    lost = citation(paragraph=0)
    assert plain(cite(source(1), lost)).endswith("2025 (no longer found in the document).")
    assert plain(cite(source(1), lost, "chicago-short")).endswith("1” (no longer found in the document).")


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2025", "2025"), ("2025-12", "December 2025"), ("2025-12-04", "4 December 2025"),
        ("2025-W49", "2025-W49"), ("2025-13", "2025-13"), ("0007-01-28", "28 January 0007"),
    ],
)  # fmt: skip
def test_dates_stand_at_their_precision(date: str, written: str) -> None:
    assert f", {written}, para. 3." in plain(cite(source(1), citation(date=date)))


def test_other_languages_have_their_own_words_marks_and_dates() -> None:
    russian = plain(cite(source(1), citation(), "chicago-notes", "ru"))
    assert russian == "A. Reporter, «Title number 1», Viet Nam News, 4 декабря 2025, абз. 3."
    assert plain(cite(source(1), citation(), "outlet-date", "vi")).endswith("2025, đoạn 3.")
    assert cite(source(1), citation(), language="xx-nonsense") == cite(source(1), citation())


def test_words_of_the_briefing_take_the_place_of_the_usual_ones() -> None:
    own = {**_citations.words(), "inferred": "[worked out]"}
    assert "2025 [worked out]," in plain(cite(source(1), citation(inferred=True), texts=own))


def test_an_unknown_style_is_the_usual_one() -> None:
    assert cite(source(1), citation(), "../../etc/passwd") == cite(source(1), citation())


def test_a_citation_stands_without_an_entry_in_the_list_of_sources() -> None:
    assert plain(cite(None, citation())) == "“Title number 1,” Viet Nam News, 4 December 2025, para. 3."


def test_pieces_say_what_of_the_source_they_are() -> None:
    runs = cite(source(1), citation())
    assert Run("Title number 1", False, "title") in runs
    assert Run("Viet Nam News", True, "outlet") in runs
    assert Run("A. Reporter", False, "author") in runs


def test_the_list_of_sources_has_the_address_as_well() -> None:
    listed = plain(entry(replace(source(1), url="https://example.org/a?b=1&c=2")))
    assert listed == (
        "A. Reporter. “Title number 1.” Viet Nam News. 4 December 2025. https://example.org/a?b=1&c=2."
    )


def test_a_title_that_ends_with_a_stop_gets_no_second_one() -> None:
    assert "“Who is next?,”" in plain(cite(source(1), citation(title="Who is next?")))
    assert plain(entry(replace(source(1), title="Who is next?"))).startswith("A. Reporter. “Who is next?” V")


@pytest.mark.parametrize("style", LABELS)
def test_what_a_source_says_comes_out_as_itself(style: str) -> None:
    for text in HOSTILE:
        said = " ".join(text.split())
        runs = cite(replace(source(1), author=text), citation(title=text, outlet=text), style)
        assert {run.text for run in runs if run.field} <= {said, "Untitled"}
        assert any(run.text == said for run in runs if run.field) or not said


@given(st.text(), st.text(), st.text())
def test_any_text_is_taken_as_it_is(title: str, outlet: str, date: str) -> None:
    runs = cite(None, citation(title=title, outlet=outlet, date=date))
    fields = {run.field: run.text for run in runs if run.field}
    assert fields["title"] == (" ".join(title.split()) or "Untitled")
    assert fields.get("outlet", "") == " ".join(outlet.split())


def test_the_processor_works_once_for_sources_that_have_the_same_to_say() -> None:
    _citations._layout.cache_clear()
    for n in range(1, 400):
        cite(
            source(n), citation(n, title=f"Title {n}", date=f"20{n % 100:02}-05-{n % 28 + 1:02}", paragraph=n)
        )
    assert _citations._layout.cache_info().misses == 1
