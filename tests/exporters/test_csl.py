"""The sources of a briefing as CSL-JSON."""

from __future__ import annotations

import json
from dataclasses import replace

from exporters.listed import BARE, ONE, text
from exporters.printed import HOSTILE


def test_csl_json_holds_the_source() -> None:
    (item,) = json.loads(text("csl", ONE))
    assert item["title"] == "Title number 1" and item["container-title"] == "Viet Nam News"
    assert item["issued"] == {"date-parts": [[2025, 5]], "circa": True}
    assert item["author"] == [{"literal": "A. Reporter"}]
    assert item["note"].startswith("Source grade: B2\nDate: Date: stated in the file.")
    (bare,) = json.loads(text("csl", BARE))
    assert set(bare) == {"id", "type", "title"}


def test_csl_json_gives_back_any_text() -> None:
    for said in HOSTILE:
        (item,) = json.loads(text("csl", replace(ONE, title=said, date=said)))
        assert item.get("title", "") == said and item.get("issued", {}).get("literal", "") == said
