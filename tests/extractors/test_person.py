from __future__ import annotations

from names_of import read

from briefreader.extractors import organisation, person, place

TEXT = (
    "State Secretary Alexander Volfovich came to Vietnam. Volfovich met officials of the United Nations "
    "in Hanoi and flew home to Minsk from Hanoi. Yuri Gorlov stayed in Vietnam."
)


def test_people_with_name_office_and_rule():
    facts = list(person.extract(read(TEXT)))
    assert [fact.text for fact in facts] == ["Alexander Volfovich", "Volfovich", "Yuri Gorlov"]
    assert facts[1].about == "Alexander Volfovich"
    assert facts[1].data["entity"] == "person:volfovich-aleksandr"
    assert facts[1].data["role"] == "State Secretary"
    assert facts[1].data["rule"]
    assert facts[2].data["role"] is None


def test_more_and_earlier_mentions_weigh_more():
    facts = {fact.text: fact.score for fact in place.extract(read(TEXT))}
    assert facts["Vietnam"] > facts["Hanoi"] > facts["Minsk"]


def test_organisations():
    assert [fact.text for fact in organisation.extract(read(TEXT))] == ["United Nations"]
