"""The briefing as JSON gives back what it was made of."""

from __future__ import annotations

import json as reader
from dataclasses import asdict
from typing import Any

from briefreader.domain.briefing import Briefing, Cell, Item, Section
from briefreader.exporters import json
from exporters.printed import citation
from exporters.written import all_hostile, full


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list | tuple) else value


def test_all_of_the_briefing_comes_back() -> None:
    for value in (full(), all_hostile()):
        read = reader.loads(json.render(value)[0])
        assert read == {"format": json.FORMAT, "briefing": plain(asdict(value))}


def test_what_deceives_stands_as_its_code() -> None:
    source = json.render(all_hostile())[0].decode("utf-8")
    assert "\\u202e" in source and "\u202e" not in source
    assert "\\ud800" in source and "😀" in source
    assert "\\udb40\\udc41" in source  # a tag character, beyond the basic plane


def test_a_number_that_json_does_not_know_is_null() -> None:
    cell = Cell("x", citation(), amount=float("nan"), to=float("inf"))
    chart = Item("chart", "", cells=(cell,))
    read = reader.loads(json.render(Briefing("B", sections=(Section("figures", "F", (chart,)),)))[0])
    made = read["briefing"]["sections"][0]["items"][0]["cells"][0]
    assert made["amount"] is None and made["to"] is None
