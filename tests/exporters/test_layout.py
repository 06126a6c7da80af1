import json
from dataclasses import replace
from typing import Any

from briefreader.domain.briefing import Briefing, Item, Section
from briefreader.exporters._layout import Layout, language_of
from exporters.printed import briefing, citation, hostile, source


def parts(*items: Item, kind: str = "passages", **values: Any) -> list[dict[str, Any]]:
    sections = Layout(briefing(sections=(Section(kind, "S", items),), **values)).data()["sections"]
    return [part for section in sections for part in section["parts"]]


def passage(text: str, number: int = 1, **values: Any) -> Item:
    return Item("passage", text, citation(number), **values)


def test_the_data_is_json_whatever_it_holds() -> None:
    for value in (briefing(), hostile(), Briefing("")):
        json.dumps(Layout(value).data())


def test_passages_of_one_source_stand_under_its_title() -> None:
    found = parts(passage("a"), passage("b"), passage("c", 2), passage("d"))
    assert [part["heading"]["text"] for part in found] == [
        "Title number 1",
        "Title number 2",
        "Title number 1",
    ]
    assert [len(part["items"]) for part in found] == [2, 1, 1]
    assert found[0]["detail"]["text"] == "Viet Nam News, 4 December 2025"


def test_a_passage_has_the_language_of_its_source() -> None:
    found = parts(passage("a", 2), sources=(source(1), source(2, "vi-VN")))
    assert found[0]["items"][0]["text"]["lang"] == "vi"
    assert found[0]["items"][0]["note"] is None


def test_quotations_are_marked_unless_they_are_reported() -> None:
    said = [Item("quote", "x", citation(), "Ann", form=form) for form in ("direct", "mixed", "indirect")]
    found = parts(*said, kind="quotes")
    assert [item["text"]["text"] for item in found[0]["items"]] == ["“x”", "“x”", "x"]


def test_marks_are_words() -> None:
    item = parts(passage("a", colour="green", tags=("one", "two")))[0]["items"][0]
    assert item["marks"] == ["Highlighted green", "Tags: one, two"]


def test_underlines_and_names_of_colours_are_words() -> None:
    item = passage("a", colour="green", underline="red")
    marked = parts(item, colours={"green": "trade (green)"})
    assert marked[0]["items"][0]["marks"] == ["Highlighted trade (green)", "Underlined red"]


def test_what_cannot_be_seen_is_no_title() -> None:
    data = Layout(replace(briefing(), title=" \u200b\n")).data()
    assert data["title"] == "Untitled"
    assert Layout(replace(briefing(), title="\ue000")).data()["title"] == "\ue000"


def test_a_passage_that_is_no_longer_found_says_so() -> None:
    item = Item("passage", "a", citation(paragraph=0))
    assert (
        parts(item)[0]["items"][0]["citations"][0]["place"].replace("\u00a0", " ")
        == "no longer found in the document"
    )


def test_the_head_of_a_page_is_short() -> None:
    data = Layout(replace(briefing(), title="word " * 60)).data()
    assert len(data["running"]) <= 90 and data["running"].endswith("…")
    assert len(data["title"]) == 299


def test_languages() -> None:
    assert [language_of(tag) for tag in ("pt-BR", "EN", "", "klingon", "x")] == ["pt", "en", "en", "en", "en"]
