"""What a file carries besides its pages, and that it stays the same file otherwise."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.domain.briefing import Item, Section
from briefreader.exporters import pdf
from briefreader.exporters._carried import manifest_of
from exporters.printed import briefing
from exporters.whole import whole

LONG = '{"long": "' + "x" * 100_000 + '"}'


@pytest.mark.parametrize("manifest", ['{"a": "Việt Nam ) >> endobj"}', "{}", LONG])
def test_a_manifest_comes_back(manifest: str) -> None:
    made = pdf.render(briefing(manifest=manifest))[0]
    assert manifest_of(made) == manifest
    private = pypdf.PdfReader(io.BytesIO(made)).trailer["/Root"]["/PieceInfo"]["/Briefreader"]
    assert private["/Private"].get_data().decode() == manifest
    assert private["/LastModified"] == "D:20251220130500Z"


def test_without_a_manifest_there_is_none() -> None:
    made = pdf.render(briefing())[0]
    assert manifest_of(made) == "" and "/PieceInfo" not in pypdf.PdfReader(io.BytesIO(made)).trailer["/Root"]


@given(st.binary(max_size=200))
def test_other_files_carry_none(data: bytes) -> None:
    assert manifest_of(data) == "" and manifest_of(b"%PDF-1.7\n" + data) == ""


def test_a_file_that_was_cut_short_carries_none() -> None:
    made = pdf.render(briefing(manifest="{}"))[0]
    for length in range(0, len(made), len(made) // 50):
        assert manifest_of(made[:length]) == ""


def test_the_places_are_no_keyword_in_the_end() -> None:
    made = pdf.render(whole())[0]
    reader = pypdf.PdfReader(io.BytesIO(made))
    assert reader.metadata is not None and "/Keywords" not in reader.metadata
    assert b"places:" not in made
    assert "<pdf:Keywords>" not in reader.trailer["/Root"]["/Metadata"].get_data().decode()


def test_each_item_has_a_named_place_on_its_page() -> None:
    value = whole()
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(value)[0]))
    named = reader.named_destinations
    ids = {item.id for section in value.sections for item in section.items}
    assert {f"item-{id}" for id in ids} == set(named)
    for id, words in (("q4", "trụ cột"), ("p2", "Minister of Public Security of"), ("t2", "planned in May")):
        page = reader.get_destination_page_number(named[f"item-{id}"])
        assert page is not None and words in " ".join(reader.pages[page].extract_text().split())


def test_an_id_may_hold_anything() -> None:
    odd = ("a b;c,d)e(f", "Việt <Nam>", "\\", "a b;c,d)e(f")
    items = tuple(Item("text", f"Words {n}.", id=id, assessment=True) for n, id in enumerate(odd))
    made = pdf.render(replace(whole(), sections=(Section("free", "S", items),)))[0]
    assert len(pypdf.PdfReader(io.BytesIO(made)).named_destinations) == 3
