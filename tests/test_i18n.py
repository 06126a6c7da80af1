from __future__ import annotations

import pytest

from briefreader.i18n import N_, _, plural


def test_words_without_a_translation_stay_as_they_are() -> None:
    assert _("Notes") == N_("Notes") == "Notes"


@pytest.mark.parametrize(
    "number, said", [(0, "0 notes"), (1, "1 note"), (2, "2 notes"), (12345, "12,345 notes")]
)
def test_counted_words(number: int, said: str) -> None:
    assert plural("{n} note", "{n} notes", number) == said
