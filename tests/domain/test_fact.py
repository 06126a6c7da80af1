from __future__ import annotations

import pickle

from briefreader.domain.fact import Fact
from briefreader.domain.text import Span


def test_a_fact_has_a_key_that_stays() -> None:
    fact = Fact("d", "quote", Span(3, 9), "yes sir", data={"why": "cue"})
    assert fact.key == "d:quote:3-9"
    assert pickle.loads(pickle.dumps(fact)) == fact
