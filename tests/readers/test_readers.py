"""Every reader, by the same rules: one sample of its format, and what the sample must yield."""

import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from briefreader.domain.document import BLOCK_KINDS, NOISE_KINDS, Draft
from briefreader.domain.errors import ReadError
from briefreader.domain.text import canonical
from briefreader.readers import Reader, reader_for, readers, suffixes

SAMPLES = Path(__file__).parents[1] / "samples" / "readers"
FILES = sorted(path for path in SAMPLES.iterdir() if not path.name.endswith(".expected.json"))
RUBBISH = [
    b"",
    b" \n\t\n",
    b"\x00" * 500,
    bytes(range(256)) * 40,
    b"\xff\xfe\x00",
    b"%PDF-1.7 nothing more",
    b"{" * 5_000,
    b"<" * 5_000,
    b"[" * 100_000,
    b"---\ntitle: x\n---\n",
]


def named(reader: Reader) -> str:
    return reader.NAME


def read(path: Path) -> list[Draft]:
    return list(reader_for(path.name).read(path.read_bytes(), path.name))


@pytest.mark.parametrize("reader", readers(), ids=named)
def test_every_reader_has_a_sample(reader: Reader) -> None:
    assert any(path.suffix in reader.SUFFIXES for path in FILES)
    assert reader.VERSION >= 1
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in reader.SUFFIXES)


def test_no_two_readers_take_the_same_files() -> None:
    assert len(suffixes()) == sum(len(reader.SUFFIXES) for reader in readers())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_sample_yields_what_is_expected(path: Path) -> None:
    expected = json.loads(path.with_name(path.name + ".expected.json").read_text(encoding="utf-8"))
    found = [
        {
            "title": draft.title,
            "title_how": draft.title_how,
            "published": draft.published.value,
            "how": draft.published.how,
            "outlet": draft.outlet,
            "author": draft.author,
            "language": draft.language,
            "url": draft.url,
            "id": draft.id,
            "warnings": len(draft.warnings),
            "blocks": [[block.kind, block.level, block.span.of(draft.text)] for block in draft.blocks],
            "noise": [[noise.kind, noise.span.of(draft.text)] for noise in draft.noise],
        }
        for draft in read(path)
    ]
    assert found == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_draft_keeps_the_rules(path: Path) -> None:
    for draft in read(path):
        assert canonical(draft.text) == draft.text
        assert draft.title.strip() and "\n" not in draft.title
        assert draft.title_how in ("headline", "metadata", "made")
        places = [block.span for block in draft.blocks]
        assert places == sorted(places)
        assert all(
            block.kind in BLOCK_KINDS and "\n" not in block.span.of(draft.text) for block in draft.blocks
        )
        assert all(noise.kind in NOISE_KINDS and noise.span.end <= len(draft.text) for noise in draft.noise)
        assert pickle.loads(pickle.dumps(draft)) == draft


@pytest.mark.parametrize("reader", readers(), ids=named)
@pytest.mark.parametrize("raw", RUBBISH, ids=range(len(RUBBISH)))
def test_rubbish_is_a_draft_or_one_sentence(reader: Reader, raw: bytes) -> None:
    origin = f"some/folder/rubbish{reader.SUFFIXES[0]}"
    try:
        drafts = list(reader.read(raw, origin))
    except ReadError as error:
        assert "rubbish" in error.message and "\n" not in error.message
    else:
        assert drafts and all(draft.text.strip() for draft in drafts)


def test_an_unknown_ending_is_one_sentence() -> None:
    with pytest.raises(ReadError, match=r"“x\.exe” is of a kind"):
        reader_for("folder/x.exe")


def test_listing_the_readers_loads_no_parser() -> None:
    heavy = "{'trafilatura', 'lxml', 'markdown_it', 'charset_normalizer', 'spacy', 'PySide6'}"
    code = "import sys; from briefreader.readers import suffixes; suffixes(); "
    code += f"assert not {heavy} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
