"""W3C Web Annotations: what we write is as the standard has it, and what others write is understood."""

from __future__ import annotations

import json
from typing import Any

import pytest

from briefreader.domain.shared import Shared
from briefreader.interchange import w3c
from interchange.marked import MARKS, SHARED, SOURCE, TEXT


def page() -> list[dict[str, Any]]:
    return json.loads(w3c.write(SHARED))["first"]["items"][1:]  # type: ignore[no-any-return]


def read(value: object) -> Any:
    return w3c.read(json.dumps(value).encode()).marks


def test_a_collection_holds_one_page() -> None:
    told = json.loads(w3c.write(SHARED))
    assert told["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (told["type"], told["total"]) == ("AnnotationCollection", 1 + len(MARKS))
    assert told["first"]["type"] == "AnnotationPage"


def test_a_passage_is_told_by_quote_and_position() -> None:
    item = page()[3]
    anchor = MARKS[3].annotation.anchor
    assert anchor is not None
    assert item["target"]["selector"] == [
        {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.before, "suffix": anchor.after},
        {"type": "TextPositionSelector", "start": 8, "end": 30},
    ]
    assert item["target"]["source"]["id"] == SOURCE.url
    assert item["motivation"] == ["highlighting", "commenting", "tagging"]
    assert [(body["purpose"], body["value"]) for body in item["body"]] == [
        ("commenting", "Line one\nline two"), ("tagging", "to verify"), ("tagging", "Tô Lâm"),
    ]  # fmt: skip
    assert (item["creator"]["name"], item["created"]) == ("A. Reader", "2026-03-04T05:06:07+00:00")
    assert item["target"]["styleClass"] == ["highlight-yellow"]
    assert ".highlight-yellow" in item["stylesheet"]["value"]


def test_a_star_is_a_bookmark_and_the_whole_has_no_selector() -> None:
    assert page()[2]["motivation"] == ["bookmarking"]
    assert "selector" not in page()[0]["target"]


def test_what_was_set_on_the_article_is_an_annotation_of_it() -> None:
    own = json.loads(w3c.write(SHARED))["first"]["items"][0]
    assert own["id"] == f"urn:briefreader:article:{SOURCE.id}"
    assert own["motivation"] == ["bookmarking", "tagging", "editing"]
    *tags, editing = own["body"]
    assert [(body["purpose"], body["value"]) for body in tags] == [
        ("tagging", "visit"),
        ("tagging", "two words"),
    ]
    assert (editing["dc:title"], editing["dc:date"]) == (SOURCE.title, "2025-12-06")
    assert "dc:publisher" not in editing and "selector" not in own["target"]


def test_a_date_that_is_none_is_not_taken_for_a_correction() -> None:
    told = json.loads(w3c.write(SHARED))
    told["first"]["items"][0]["body"][-1]["dc:date"] = "2025-13-77"
    (own,) = w3c.read(json.dumps(told).encode()).statuses
    assert (own.status.title, own.status.published) == (SOURCE.title, "")


def test_half_of_a_pair_is_no_end_of_the_file() -> None:
    from dataclasses import replace

    document = replace(SHARED.documents[0], source=replace(SOURCE, id="\ud800"))
    assert json.loads(w3c.write(Shared((document,), "")))["total"] == 1 + len(MARKS)


HYPOTHESIS = {
    "rows": [
        {
            "id": "aBcD", "uri": "https://example.org/a", "user": "acct:me@hypothes.is", "text": "My *note*",
            "tags": ["one", "two, three"], "created": "2025-12-06T10:00:00.123456+07:00",
            "updated": "2025-12-07T10:00:00.123456+07:00", "document": {"title": ["A title"]},
            "target": [{
                "source": "https://example.org/a",
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/div[1]/p[2]", "startOffset": 3,
                     "endContainer": "/div[1]/p[2]", "endOffset": 9},
                    {"type": "TextPositionSelector", "start": 1, "end": 6},
                    {"type": "TextQuoteSelector", "exact": "title", "prefix": "A ", "suffix": " 😀"},
                ],
            }],
        },
        {"uri": "https://example.org/a", "text": "A page note", "target": [{"source": "https://example.org/a"}]},
    ],
}  # fmt: skip


def test_what_hypothesis_exports_is_understood() -> None:
    first, second = read(HYPOTHESIS)
    assert (first.exact, first.before, first.start, first.end) == ("title", "A ", 1, 6)
    assert (first.note, first.tags) == ("My *note*", ("one", "two three"))
    assert (first.created, first.changed) == ("2025-12-06T03:00:00+00:00", "2025-12-07T03:00:00+00:00")
    assert (first.source.url, first.source.title) == ("https://example.org/a", "A title")
    assert first.author == "acct:me@hypothes.is"
    assert second.whole and second.note == "A page note"


ONE = {"type": "Annotation", "target": "https://example.org/a", "bodyValue": "A comment"}


@pytest.mark.parametrize(
    "told",
    [ONE, [ONE], {"items": [ONE]}, {"first": {"items": [ONE]}, "total": 1}, {"@graph": [ONE]}],
    ids=["one", "list", "page", "collection", "graph"],
)
def test_every_form_of_a_file_is_taken(told: object) -> None:
    (mark,) = read(told)
    assert (mark.whole, mark.note, mark.source.url) == (True, "A comment", "https://example.org/a")


def test_selectors_within_selectors_are_found() -> None:
    inner = {"type": "TextQuoteSelector", "exact": "title"}
    told = ONE | {"target": {"source": "u", "selector": {"type": "FragmentSelector", "refinedBy": inner}}}
    assert read(told)[0].exact == "title"


def test_what_makes_no_sense_is_counted_not_raised() -> None:
    odd = [
        3, None, {}, {"target": 5}, {"target": {"source": []}}, {"target": {"source": "u", "selector": 7}},
        {"target": {"source": "u", "selector": {"type": "TextPositionSelector", "start": "x", "end": 2**99}}},
        ONE | {"body": [1, {"value": 3}], "creator": [None], "created": 7, "motivation": {}, "id": 5},
    ]  # fmt: skip
    incoming = w3c.read(json.dumps(odd).encode())
    assert incoming.unclear == 5
    assert all(mark.start is None for mark in incoming.marks)


def test_an_unknown_colour_is_none_and_words_are_made_canonical() -> None:
    told = ONE | {
        "bodyValue": "a\r\nb\ud800",
        "target": {"source": "u", "styleClass": "highlight-pink", "selector": {"type": "x"}},
    }
    (mark,) = read(told)
    assert mark.colour == "" and mark.note == "a\nb\ufffd"


def test_a_selector_within_a_hundred_others_is_not_followed() -> None:
    selector: dict[str, Any] = {"type": "TextQuoteSelector", "exact": TEXT[:5]}
    for _n in range(100):
        selector = {"type": "FragmentSelector", "refinedBy": selector}
    assert read(ONE | {"target": {"source": "u", "selector": selector}})[0].exact == ""
