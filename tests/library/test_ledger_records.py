from __future__ import annotations

import json

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
