from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefreader.domain.annotation import Edit
from briefreader.domain.decision import Decision, Passage
from briefreader.domain.errors import ReadError
from briefreader.domain.text import Anchor, Span
from briefreader.library import exchanging
from briefreader.library.workspace import open_workspace

TEXT = "Ông Tô Lâm 😀 nói: “Không”."
DECISIONS = (
    Decision(
        "1", "correct", "quote", (Passage("a", Anchor.on(TEXT, Span(4, 10))),),
        values={"speaker": "Tô Lâm", "start": 4, "end": 10}, reason="kiểm tra", author="me",
        created="2026-01-01T00:00:00+00:00", changed="2026-01-01T00:00:00+00:00", revision=3,
    ),
    Decision("2", "merge", "person", names=("to lam", "lam"), revision=1),
)  # fmt: skip


def test_decisions_go_from_one_workspace_to_another(tmp_path: Path) -> None:
    with (
        open_workspace(tmp_path / "one.briefreader") as one,
        open_workspace(tmp_path / "b.briefreader") as other,
    ):
        one.store.apply([Edit(None, each) for each in DECISIONS])
        lines = [json.dumps(exchanging.record(each)) for each in one.store.decisions()]
        read = [exchanging.decision(json.loads(line)) for line in lines]
        other.store.apply(exchanging.missing(other, read))
        assert other.store.decisions() == one.store.decisions()
        assert exchanging.missing(other, read) == ()


@pytest.mark.parametrize("told", [{}, {"format": 99}, [], "x", {"format": 1, "act": "explode"}])
def test_what_is_no_record_is_refused_in_a_sentence(told: object) -> None:
    with pytest.raises(ReadError, match="no record of a decision"):
        exchanging.decision(told)  # type: ignore[arg-type]
