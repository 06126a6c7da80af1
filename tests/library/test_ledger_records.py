from __future__ import annotations

import json

from briefreader.domain.decision import Decision
from briefreader.library.deciding import spelling
from briefreader.library.ledger_records import FORMAT, record
from library.told_of import seeds, survey_of


def test_the_record_is_plain_json_with_every_key_that_the_notes_name() -> None:
    told = json.loads(json.dumps(record(survey_of(*seeds())), allow_nan=False))
    assert told["format"] == FORMAT
    texts = {each.document.id: each.document.text for each in seeds()}
    assert {each["id"] for each in told["documents"]} == set(texts)
    for entity in told["entities"]:
        assert {"id", "kind", "name", "variants", "offices"} <= set(entity)
        for variant in entity["variants"]:
            said = texts[variant["document"]][variant["start"] : variant["end"]]
            assert " ".join(said.split()) == variant["text"]
    for claim in told["claims"]:
        assert {"topic", "kind", "period", "verdict", "reason", "entries"} <= set(claim)
        for entry in claim["entries"]:
            assert texts[entry["document"]][entry["start"] : entry["end"]] == entry["text"]
            assert entry["origin"]


def test_whom_a_person_keeps_apart_is_told() -> None:
    people = [each for each in survey_of(*seeds()).register.entities if each.kind == "person"][:2]
    names = tuple(spelling(each.name) for each in people)
    kept = Decision("d1", "never", "person", names=names, created="2026", revision=1)
    told = {each["name"]: each for each in record(survey_of(*seeds(), decisions=[kept]))["entities"]}
    one, other = (told[each.name] for each in people)
    assert one["apart"] == [{"name": other["name"], "entity": other["id"]}]
    assert other["apart"] == [{"name": one["name"], "entity": one["id"]}]
