import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from briefreader.domain.errors import ReadError
from briefreader.domain.fact import Fact
from briefreader.domain.text import Span
from briefreader.extractors import Reading
from briefreader.library import pipeline
from briefreader.library.pipeline import ANALYSER, Job, read_and_analyse, read_bytes
from briefreader.readers import readers, text

BODY = "The two sides signed a protocol in the capital on Wednesday, officials said."


def extractor(name: str, extract: Any) -> SimpleNamespace:
    return SimpleNamespace(NAME=name, LABEL=name.capitalize(), VERSION=1, extract=extract)


def first_word(reading: Reading) -> Iterator[Fact]:
    yield reading.fact("place", Span(0, 3))


def fails(_reading: Reading) -> Iterator[Fact]:
    raise ZeroDivisionError
    yield


@pytest.fixture(autouse=True)
def plain_extractors(monkeypatch: pytest.MonkeyPatch) -> None:
    two = (extractor("words", first_word), extractor("broken", fails))
    monkeypatch.setattr(pipeline, "extractors", lambda: two)


def write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_an_extractor_that_fails_loses_its_own_facts_only(tmp_path: Path) -> None:
    (analysis,) = read_and_analyse(Job(write(tmp_path / "a.txt", BODY)))
    assert [fact.text for fact in analysis.facts] == ["The"]
    assert analysis.document.warnings == ("Broken could not be looked for.",)


def test_a_document_is_known_by_its_bytes(tmp_path: Path) -> None:
    (first,) = read_and_analyse(Job(write(tmp_path / "a.txt", BODY)))
    (second,) = read_and_analyse(Job(write(tmp_path / "b.txt", BODY)))
    (third,) = read_and_analyse(Job(write(tmp_path / "c.txt", BODY + " ")))
    assert first.document.id == second.document.id == first.document.sha256
    assert third.document.id != first.document.id
    assert first.document.reader == f"text/{text.VERSION}" and first.document.origin.endswith("a.txt")


def test_a_line_of_a_file_of_several_documents(tmp_path: Path) -> None:
    lines = ['{"id": "x", "text": "First text."}\n', '{"text": "Second text."}\n']
    path = write(tmp_path / "a.jsonl", "".join(lines))
    job = Job(path, 1, 0, len(lines[0]))
    (own,) = read_and_analyse(Job(path, 1, 0, len(lines[0]), own_ids=True))
    (hashed,) = read_and_analyse(job)
    assert own.document.id == "x" and hashed.document.id == hashed.document.sha256
    whole = read_and_analyse(Job(path))
    assert [each.document.text for each in whole] == ["First text.", "Second text."]
    assert whole[0].document.id == hashed.document.id


def test_a_given_date_is_for_documents_that_state_none(tmp_path: Path) -> None:
    (undated,) = read_and_analyse(Job(write(tmp_path / "a.txt", BODY), published="2025-05"))
    (dated,) = read_and_analyse(
        Job(write(tmp_path / "b.txt", f" date 2025-12-06 {BODY}"), published="2025-05")
    )
    assert (undated.document.published.value, undated.document.published.how) == ("2025-05", "given")
    assert (dated.document.published.value, dated.document.published.how) == ("2025-12-06", "header")


def test_a_date_in_the_future_is_told(tmp_path: Path) -> None:
    (analysis,) = read_and_analyse(Job(write(tmp_path / "a.txt", f" date 9199-01-01 {BODY}")))
    assert any("future" in warning for warning in analysis.document.warnings)


def test_a_date_that_is_inferred_is_there_for_the_extractors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def looks(reading: Reading) -> Iterator[Fact]:
        seen.append(reading.document.published.value)
        yield from ()

    monkeypatch.setattr(pipeline, "extractors", lambda: (extractor("looks", looks),))
    text = "They marked the 80th anniversary of the Great Victory."
    (analysis,) = read_and_analyse(Job(write(tmp_path / "a.txt", text)))
    assert seen == ["", "2025"]
    assert analysis.document.published.how == "inferred"


def test_what_is_no_file_is_never_opened_for_long(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "link.txt").symlink_to(write(tmp_path / "real.txt", BODY))
    (tmp_path / "folder.txt").mkdir()
    for name in ("pipe.txt", "link.txt", "folder.txt", "missing.txt"):
        with pytest.raises(ReadError, match=name):
            read_bytes(str(tmp_path / name))


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "MAX_FILE", 10)
    with pytest.raises(ReadError, match="larger than 100 MB"):
        read_bytes(write(tmp_path / "a.txt", BODY))


@pytest.mark.parametrize(("error", "says"), [(ValueError, "damaged"), (RecursionError, "deeply nested")])
def test_a_reader_that_fails_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception], says: str
) -> None:
    def read(_raw: bytes, _origin: str) -> Iterator[None]:
        raise error
        yield

    reader = SimpleNamespace(NAME="odd", LABEL="Odd format", VERSION=1, SUFFIXES=(".txt",), read=read)
    monkeypatch.setattr(pipeline, "reader_for", lambda _path: reader)
    with pytest.raises(ReadError, match=says):
        read_and_analyse(Job(write(tmp_path / "a.txt", BODY)))


def test_the_analyser_names_all_that_has_a_part() -> None:
    assert all(f"{reader.NAME}/{reader.VERSION}" in ANALYSER.split() for reader in readers())
    assert "dating/" in ANALYSER


def test_a_text_that_is_very_long_is_kept_without_facts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "MOST_TOKENS", 10)
    (analysis,) = read_and_analyse(Job(write(tmp_path / "a.txt", BODY)))
    assert analysis.document.text == BODY and not analysis.facts
    assert analysis.document.warnings == ("The text is too long to look for facts in it.",)
