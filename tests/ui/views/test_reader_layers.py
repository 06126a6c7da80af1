"""Marks by kind: which facts are marked, and what is found when some kinds are left out."""

from __future__ import annotations

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.ui.views.reader_layers import MARKED, NAMES, OWN, Layers, marked_facts
from briefreader.ui.views.reader_marks import Mark, MarkIndex, by_machine

FACTS = (
    Fact("a", "figure", Span(0, 3), "two", data={"key": False}),
    Fact("a", "figure", Span(4, 9), "5 kg", data={"key": True}),
    Fact("a", "key", Span(0, 9), "whole"),
    Fact("a", "quote", Span(0, 9), "said", about="Anna"),
    Fact("a", "person", Span(0, 9), "Anna", data={"judged": "rejected"}),
)


def mark(start: int, end: int, role: str = "mark.person") -> Mark:
    return Mark(Span(start, end), role, "dotted", (start, end), "")


def test_facts_that_are_not_key_or_were_rejected_are_not_marked() -> None:
    found = marked_facts(FACTS)
    assert set(found) == set(MARKED)
    assert [each.span for each in found["figure"]] == [Span(4, 9)]
    assert [(each.style, each.label) for each in found["quote"]] == [("background", "Anna")]
    assert not found["person"]


def test_layers_are_found_as_one_index_would_find_them() -> None:
    one, other = [mark(0, 5), mark(10, 90), mark(50, 60)], [mark(0, 30, "x"), mark(55, 57, "x")]
    layers = Layers({"one": MarkIndex(one), "other": MarkIndex(other)}, ("one", "other"))
    for start, end in ((0, 100), (3, 4), (20, 56), (95, 99)):
        assert layers.within(start, end) == MarkIndex([*one, *other]).within(start, end)
    assert layers.only({"other"}).within(0, 100) == other
    assert layers.only(()).within(0, 100) == []
    assert layers.with_marks("one", [mark(1, 2)]).within(0, 2) == [other[0], mark(1, 2)]


def test_every_layer_has_a_name_and_a_persons_are_not_the_machines() -> None:
    assert {*MARKED, OWN} < set(NAMES)
    assert all(by_machine(each) for each in (mark(0, 1), *marked_facts(FACTS)["quote"]))
    assert not by_machine(mark(0, 1, "highlight.red"))
