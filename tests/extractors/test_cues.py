from __future__ import annotations

import pytest

from briefreader.extractors._cues import frames_of, lemma_of


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("said", "say"), ("Told", "tell"), ("tweeting", "tweet"), ("denies", "deny"), ("urged", "urge"),
     ("stressed", "stress"), ("wrote", "write"), ("admitted", "admit"), ("walked", None)],
)  # fmt: skip
def test_forms_lead_to_their_verb(form, lemma):
    assert lemma_of(form) == lemma


def test_every_verb_has_a_frame():
    assert frames_of("say") >= {"that"}
    assert "to" in frames_of("urge")
    assert frames_of("walk") == frozenset()
