from __future__ import annotations

from names_of import read

from briefreader.extractors import organisation


def test_each_mention_is_found_and_bears_one_entity():
    text = "The World Bank met the Central Bank of Norway. The World Bank lent 3 million euros."
    facts = list(organisation.extract(read(text)))
    bank = [fact for fact in facts if "World Bank" in fact.text]
    assert len(bank) == 2
    assert len({fact.data["entity"] for fact in bank}) == 1
    assert all(fact.kind == "organisation" and fact.span.of(text) == fact.text for fact in facts)
