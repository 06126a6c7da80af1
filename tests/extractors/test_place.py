from __future__ import annotations

from names_of import read

from briefreader.extractors import place


def test_each_mention_is_found_at_its_place():
    text = "Ships from Hamburg reached Norway on Friday and left Norway on Sunday."
    facts = list(place.extract(read(text)))
    assert [fact.text for fact in facts] == ["Hamburg", "Norway", "Norway"]
    assert all(fact.kind == "place" and fact.span.of(text) == fact.text for fact in facts)


def test_places_in_noise_are_left_out():
    text = "Photo taken in Oslo\nShips reached Hamburg."
    facts = list(place.extract(read(text, noise="Photo taken in Oslo")))
    assert [fact.text for fact in facts] == ["Hamburg"]


def test_each_place_has_its_country():
    facts = list(place.extract(read("Ships from Hamburg reached Norway on Friday.")))
    assert [fact.data["country"] for fact in facts] == ["DE", "NO"]
