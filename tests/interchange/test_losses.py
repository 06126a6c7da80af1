from __future__ import annotations

from briefreader.interchange._losses import SENTENCES


def test_every_sentence_counts() -> None:
    for sentence in SENTENCES.values():
        assert sentence(1).strip() != sentence(2).strip()
        assert "12,345" in sentence(12_345)
