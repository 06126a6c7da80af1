"""The evidence with the real program on a virtual screen: the ledger by keyboard, a crash, undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from e2e.screen import Person, missing

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.timeout(420),
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]

LEDGER = "window().stage.current()"
CLAIMS = "window().corpus.survey.ledger.claims"
DECISIONS = f"[claim.decision for claim in {CLAIMS} if claim.decision]"


def surveyed(person: Person) -> None:
    person.until("len(window().corpus.listing.ids) == 5 and not window().activity.busy", "the five articles")
    person.until(f"window().corpus.survey is not None and len({CLAIMS}) > 5", "the survey")


def test_a_claim_is_read_confirmed_kept_and_taken_back_by_keyboard(
    display: str, seeds: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with Person(display, home, seeds) as person:
        surveyed(person)
        person.press("alt+2")
        person.until("window().stage.name == 'ledger'")
        person.until(f"{LEDGER}.list.hasFocus() and {LEDGER}.list.model().rowCount() > 3", "the claims")
        person.press("Home")
        person.until(f"len({LEDGER}.chosen) == 1")
        places = person.see(f"[[e.document, e.mark.start] for e in {LEDGER}.chosen[0].entries]")
        assert len({document for document, _start in places}) > 1

        # Enter goes to the first passage in the reader beside the ledger, and then to the next.
        for document, _start in (places[0], next(each for each in places if each[0] != places[0][0])):
            while person.see("window().corpus.opened.document.id") != document:
                before = person.see("window().corpus.opened.document.id")
                person.press("Return")
                person.until(f"window().corpus.opened.document.id != {before!r}", "another article")
        assert person.see("window().reader.isVisible()")

        person.press("c")
        person.until(f"{DECISIONS} == ['confirmed']", "the confirmation")
        assert person.see("window().corpus.history.undoText()") == "confirmation of claim"
        person.kill()

    with Person(display, home, seeds) as person:
        surveyed(person)
        person.until(f"{DECISIONS} == ['confirmed']", "the confirmation after the crash")
        person.press("alt+2")
        person.until(f"window().stage.name == 'ledger' and {LEDGER}.list.model().rowCount() > 3")
        person.press("Home")
        person.until(f"len({LEDGER}.chosen) == 1")
        person.press("b")
        person.until(f"{DECISIONS} == []", "the decision taken back")
        person.press("ctrl+z")
        person.until(f"{DECISIONS} == ['confirmed']", "undo")

        # Every view opens by its key, and the list of articles again.
        for key, name in (
            ("alt+3", "timeline"),
            ("alt+4", "people"),
            ("alt+5", "figures"),
            ("alt+1", "articles"),
        ):
            person.press(key)
            person.until(f"window().stage.name == {name!r}")
        assert person.quit() == 0
        assert "Traceback" not in person.log.read_text(errors="replace")
