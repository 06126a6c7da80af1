from __future__ import annotations

import pickle

from briefreader.domain.annotation import Edit
from briefreader.domain.decision import Decision, Passage
from briefreader.domain.text import Anchor, Span


def test_a_decision_is_of_the_document_of_its_first_passage() -> None:
    passage = Passage("a", Anchor.on("To Lam said", Span(0, 6)))
    decision = Decision("1", "reject", "person", (passage,))
    assert decision.document == "a"
    assert Edit(None, decision).document == "a"
    assert Decision("2", "merge", "person", names=("to lam",)).document == ""
    assert pickle.loads(pickle.dumps(decision)) == decision


def test_bearers_that_are_never_one_are_groups_of_spellings_or_single_names() -> None:
    names = ("to lam", "lam", "quang")
    assert Decision("1", "never", "person", names=names).bearers == (("to lam",), ("lam",), ("quang",))
    grouped = Decision(
        "1", "never", "person", names=names, values={"bearers": [["to lam", "lam"], ["quang"]]}
    )
    assert grouped.bearers == (("to lam", "lam"), ("quang",))
