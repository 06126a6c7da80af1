import json

from briefreader.domain.document import Document, Noise, Published
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.text import Span
from briefreader.library.records import record

TEXT = " date 2025-12-06 Ana Petrova said: “We paid $3 million in May.” They signed it."
KEYS = {
    "format", "id", "path", "sha256", "title", "source", "language", "published", "url", "text", "noise",
    "mentions", "quotes", "times", "figures", "events", "agreements", "key", "warnings",
}  # fmt: skip


def fact(kind: str, said: str, **values: object) -> Fact:
    start = TEXT.index(said)
    return Fact("d", kind, Span(start, start + len(said)), said, **values)  # type: ignore[arg-type]


def made(*facts: Fact) -> dict[str, object]:
    document = Document(
        "d", TEXT, noise=(Noise("date line", Span(0, 17)),), title="T", outlet="VNA", language="en",
        published=Published("2025-12", "inferred", "because"), sha256="ab", warnings=("odd",),
    )  # fmt: skip
    return record(Analysis(document, facts), "folder/a.txt")


def test_the_keys_of_a_document_without_facts() -> None:
    found = made()
    assert set(found) == KEYS
    assert found["format"] == 1 and found["id"] == "d" and found["path"] == "folder/a.txt"
    assert found["published"] == {"value": "2025-12", "precision": "month", "how": "inferred"}
    assert found["noise"] == [{"start": 0, "end": 17, "kind": "date line"}]
    assert found["text"] == TEXT and found["source"] == "VNA" and found["warnings"] == ["odd"]
    assert all(
        found[key] == [] for key in ("mentions", "quotes", "times", "figures", "events", "agreements", "key")
    )


def test_an_undated_document_has_null_for_its_date() -> None:
    found = record(Analysis(Document("d", "x")), "a")
    assert found["published"] == {"value": None, "precision": "none", "how": "none"}


def test_each_kind_of_fact_has_its_keys() -> None:
    speaker = {"start": 17, "end": 28, "name": "Ana Petrova", "entity": "person:petrova", "more": 1}
    found = made(
        fact("figure", "$3 million", amount=3e6, unit="USD", about="payment",
             data={"kind": "money", "comparator": "="}),
        fact("person", "Ana Petrova", about="Ana Petrova", data={"entity": "person:petrova"}),
        fact("quote", "We paid $3 million in May.", about="Ana Petrova",
             data={"kind": "direct", "speaker": speaker, "cue": {"start": 29, "end": 33}}),
        fact("date", "May", when="2025-05", data={"type": "DATE", "from": "2025-05-01", "to": "2025-05-31"}),
        fact("date", "3", when="P3Y", data={"type": "AGE"}),  # no time expression in TimeML
        fact("agreement", "They signed it", about="it", when="2025-05",
             data={"parties": ["A", "B"], "force": True}),
        fact("event", "signed", about="a signing", data={"who": ["Ana Petrova"], "where": "Minsk"}),
        fact("key", "They signed it.", score=2.5),
        fact("unattributed", "it"),
    )  # fmt: skip
    assert found["mentions"] == [
        {"start": 17, "end": 28, "kind": "person", "name": "Ana Petrova", "entity": "person:petrova"}
    ]
    quote = found["quotes"][0]  # type: ignore[index]
    assert quote["speaker"] == {"start": 17, "end": 28, "name": "Ana Petrova", "entity": "person:petrova"}
    assert quote["cue"] == {"start": 29, "end": 33} and quote["kind"] == "direct"
    assert found["times"] == [
        {"start": 58, "end": 61, "type": "DATE", "value": "2025-05", "from": "2025-05-01", "to": "2025-05-31"}
    ]
    assert found["figures"] == [
        {"start": 44, "end": 54, "bare": {"start": 44, "end": 54}, "kind": "money", "value": 3e6,
         "unit": "USD", "comparator": "=",
         "measure": "payment", "period": None, "key": False}
    ]  # fmt: skip
    assert found["agreements"][0]["signed"] == "2025-05"  # type: ignore[index]
    assert found["agreements"][0]["due"] is None  # type: ignore[index]
    assert found["agreements"][0]["parties"] == ["A", "B"]  # type: ignore[index]
    assert found["agreements"][0]["force"] is True  # type: ignore[index]
    event = found["events"][0]  # type: ignore[index]
    assert (event["what"], event["when"], event["where"], event["who"]) == (
        "a signing",
        None,
        "Minsk",
        ["Ana Petrova"],
    )
    assert found["key"][0]["score"] == 2.5  # type: ignore[index]
    assert json.loads(json.dumps(found)) == found


def test_a_quote_without_speaker_and_cue() -> None:
    quote = made(fact("quote", "They signed it", data={"kind": "indirect"}))["quotes"][0]  # type: ignore[index]
    assert quote["speaker"] is None and quote["cue"] is None
