from __future__ import annotations

import pytest

from briefreader.domain.text import Span
from briefreader.extractors._drafts import DIRECT, INDIRECT, MIXED, Draft, inner_words, kind_of
from briefreader.extractors._marks import Stretch


@pytest.mark.parametrize(
    ("share", "quoted", "kind"),
    [(1.0, 5, DIRECT), (0.9, 9, MIXED), (0.5, 2, MIXED), (0.1, 1, MIXED), (0.0, 0, INDIRECT)],
)
def test_the_kind_is_told_by_the_words_in_marks(share, quoted, kind):
    assert kind_of(share, quoted) == kind


def test_the_comma_before_the_attribution_is_left_out():
    text = "“We go,” she said."
    assert inner_words(text, Stretch(Span(0, 8), Span(1, 7))).of(text) == "We go"


def test_a_draft_stands_where_its_speaker_is_named():
    assert Draft(Span(0, 5), DIRECT).place == 0
    assert Draft(Span(0, 5), DIRECT, named=Span(9, 12)).place == 9
