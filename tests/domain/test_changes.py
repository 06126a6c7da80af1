from __future__ import annotations

from briefreader.domain.changes import EVERYTHING, Changes


def test_changes_add_up() -> None:
    both = Changes(frozenset({"a"})) | Changes(statuses=frozenset({"b"}))
    assert both == Changes(frozenset({"a"}), statuses=frozenset({"b"}))
    assert both.touches("a")
    assert both.touches("b")
    assert not both.touches("c")


def test_no_changes_are_false_and_everything_touches_all() -> None:
    assert not Changes()
    assert EVERYTHING
    assert EVERYTHING.touches("any")
    assert (Changes() | EVERYTHING).everything


def test_only_what_the_survey_shows_makes_it_look_again() -> None:
    assert Changes(documents=frozenset({"a"})).evidence
    assert Changes(statuses=frozenset({"a"}), corrected=frozenset({"a"})).evidence
    assert Changes(decisions=frozenset({"d"})).evidence
    assert not Changes(statuses=frozenset({"a"}), annotations=frozenset({"n"})).evidence


def test_a_mark_does_not_rewrite_a_document() -> None:
    assert not Changes(statuses=frozenset({"a"}), annotations=frozenset({"n"})).rewrites("a")
    assert Changes(statuses=frozenset({"a"}), corrected=frozenset({"a"})).rewrites("a")
    assert Changes(documents=frozenset({"a"})).rewrites("a")
    assert not Changes(documents=frozenset({"b"})).rewrites("a")
    assert Changes(decisions=frozenset({"d"})).rewrites("a")
    assert EVERYTHING.rewrites("a")
