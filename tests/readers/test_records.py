import json

import pytest

from briefreader.domain.errors import ReadError
from briefreader.readers import records


def line(**values: object) -> bytes:
    return json.dumps(values).encode()


@pytest.mark.parametrize("text", [" leading\ttab\n\n two  spaces ", "Hà Nội — Минск 👋\nx", "a\u00a0b"])
def test_a_normal_text_comes_back_as_it_is(text: str) -> None:
    (draft,) = records.read(line(text=text), "x.jsonl")
    assert draft.text == text


@pytest.mark.parametrize(
    ("given", "value"),
    [
        ("2025-12-06", "2025-12-06"),
        ("2025-12", "2025-12"),
        ("2025", "2025"),
        ("2025-12-06T10:00:00Z", "2025-12-06"),
    ],
)
def test_a_date_is_used_as_given(given: str, value: str) -> None:
    (draft,) = records.read(line(text="Some text.", published=given), "x.jsonl")
    assert (draft.published.value, draft.published.how) == (value, "metadata")


def test_a_date_that_is_none_is_told() -> None:
    (draft,) = records.read(line(text=" date 2025-12-06 Some text.", published="soon"), "x.jsonl")
    assert draft.published.value == "2025-12-06" and len(draft.warnings) == 1


@pytest.mark.parametrize(
    "bad", [b"{", b"[]", b"{}", b'{"text": 3}', b'{"text": ""}', b"[" * 200_000, b"\xff"]
)
def test_a_bad_line_is_named_by_its_number(bad: bytes) -> None:
    drafts = records.read(line(text="Good.") + b"\n\n" + bad, "x.jsonl", 7)
    next(drafts)
    with pytest.raises(ReadError, match=r"x\.jsonl, line 9"):
        next(drafts)


def test_ids_are_words_or_numbers() -> None:
    ids = [next(records.read(line(text="T.", id=id), "x.jsonl")).id for id in ("a", 5, None, True, ["a"])]
    assert ids == ["a", "5", "", "", ""]
