"""The short form of a sentence."""

from __future__ import annotations

import pytest
from names_of import read

from briefreader.domain.text import Span
from briefreader.extractors._shortened import shortened


def short(text: str) -> list[str]:
    """Return the parts that are shown of a text of one sentence."""
    return [part.of(text) for part in shortened(read(text).parse, Span(0, len(text)))]


TOWN = "the mayor of the old harbour town"
BRIDGE = "the new bridge over the river would be opened to lorries and buses in spring"
FIRM = "The company, which makes pumps and valves for ships"
HALL = "The ministers signed the treaty on Monday in the old town hall"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (f"On Friday {TOWN} said that {BRIDGE}.", [BRIDGE]),
        (f"T{BRIDGE[1:]}, {TOWN} said on Friday.", [f"T{BRIDGE[1:]}"]),
        (f"According to {TOWN}, {BRIDGE}.", [f"{BRIDGE}."]),
        (f"{HALL}, which had been built by their own grandfathers.", [HALL]),
        (f"{FIRM}, has closed its last factory in the far north.", []),
        (
            f"{FIRM}, has closed its last factory in the far north of the country.",
            ["The company", "has closed its last factory in the far north of the country."],
        ),
    ],
)
def test_who_said_it_and_what_hangs_on_it_is_left_out(text: str, parts: list[str]) -> None:
    assert short(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        f"On Friday {TOWN} denied that {BRIDGE}.",
        f"On Friday {TOWN} did not say that {BRIDGE}.",
        f"On Friday {TOWN} told nobody whether {BRIDGE}.",
        f"{HALL}, unless the court of their country stopped them first.",
        f"{HALL}, ending a quarrel that had cost the lives of 31 soldiers.",
    ],
)
def test_what_changes_the_meaning_or_tells_a_number_stays(text: str) -> None:
    assert short(text) == []
