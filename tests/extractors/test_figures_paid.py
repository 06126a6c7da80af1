"""What money is paid, spent on or allocated for."""

from __future__ import annotations

import pytest

from briefreader.extractors._figures_paid import paid_for


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("The club paid $9 for the young striker.", "paid for young striker"),
        ("The club paid its rival $9 for a striker.", "paid for striker"),
        ("The state spent $9 on wheat imports in May.", "spent on wheat imports"),
        ("The state spent $9 last year on wheat.", "spent on wheat"),
        ("About $9 had been earmarked for flood relief.", "earmarked for flood relief"),
        ("It has allocated $9 to build a dam.", "allocated to build dam"),
        ("It pledged $9 to the museum and left.", "pledged to museum"),
        ("It invested $9 in a port near Dakar.", "invested in port"),
        ("Spending of $9 on schools was approved.", ""),
        ("It paid $9 in March.", ""),
        ("It paid $9 for it.", ""),
        ("Sales came to $9 for the year.", ""),
        ("They paid. Sales came to $9 for the shop.", ""),
    ],
)
def test_what_money_is_for(text: str, about: str) -> None:
    start = text.index("$9")
    assert paid_for(text, start, start + 2) == about
