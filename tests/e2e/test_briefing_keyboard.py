"""A briefing written in the Briefing view by keyboard alone, in the real window, and read back as PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from e2e.screen import missing
from e2e.test_keyboard import TEXT, Typist, export_when, select

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.timeout(600),
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]

VIEW = "window().stage.current()"
NOW = "window().corpus.briefings.now"
LEAD = f"{NOW}.parts[0].lines"
CITED = "Cooperation has expanded across diplomacy, security and defence"
SAYS = "Cooperation between the two is growing."


def propose(person: Typist) -> None:
    person.begin("Propose a briefing")
    person.until("window().corpus.survey is not None")
    person.press("alt+6")
    person.until(f"{VIEW}.nothing.button.hasFocus()")
    person.press("Tab")
    person.until(f"not {VIEW}.nothing.button.hasFocus() and writes_in({VIEW}.nothing)")
    person.press("Return")
    person.until("dialog() is not None")
    person.press("ctrl+a")
    person.write("Two partners")
    person.press("Return")
    person.until(f"{NOW} is not None and {NOW}.title == 'Two partners'")
    person.until(f"any(line.proposed for _part, line in {NOW}.lines())")
    person.until(f"{VIEW}.tree.hasFocus()")


def accept(person: Typist) -> None:
    person.begin("Accept the proposals, take that back, and accept again")
    for _once in range(2):
        person.press("shift+a")
        person.until(f"not any(line.proposed for _part, line in {NOW}.lines())")
        if not _once:
            person.press("ctrl+z")
            person.until(f"any(line.proposed for _part, line in {NOW}.lines())")


def write(person: Typist) -> None:
    person.begin("Write the bottom line")
    person.press("Home", "Down")
    person.until(f"{VIEW}.tree.current().id == {NOW}.parts[0].id")
    person.press("ctrl+Return")
    person.until(f"len({LEAD}) == 1 and writes_in({VIEW}.text)")
    person.write(SAYS)
    person.until(f"{LEAD}[0].text == {SAYS!r}")


def cite(person: Typist) -> None:
    person.begin("Cite a passage in it")
    person.press("Left", "ctrl+3")
    person.until("window().reader.text.hasFocus()")
    while not person.see(f"{CITED!r} in {TEXT}"):
        before = person.see("window().corpus.opened.document.id")
        person.press("j")
        person.until(f"window().corpus.opened.document.id != {before!r}")
        person.press("ctrl+3")
    select(person, CITED)
    person.press("ctrl+i")
    person.until(f"[each.anchor.exact for each in {LEAD}[0].evidence] == [{CITED!r}]")
    assert person.see(f"{LEAD}[0].text").endswith("\ufffc.")


def check(person: Typist) -> None:
    person.begin("Go through the remarks of the check")
    person.press("alt+6")
    person.until(f"writes_in({VIEW})")
    person.press("ctrl+alt+v", "ctrl+alt+r")
    person.until(f"writes_in({VIEW}.remarks)")
    person.press("Escape")
    person.until(f"{VIEW}.tree.hasFocus()")


def export(person: Typist, path: Path) -> None:
    person.begin("Export it")
    export_when(person, "type(dialog()).__name__ == 'ExportDialog'", path)


def test_a_briefing_is_written_by_keyboard_alone(display: str, seeds: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with Typist(display, home, seeds) as person:
        person.until("len(window().corpus.listing.ids) == 5 and not window().activity.busy", "five articles")
        propose(person)
        accept(person)
        write(person)
        cite(person)
        check(person)
        export(person, tmp_path / "brief.pdf")
        print(person.report())
        person.begin("Quit")
        assert person.quit() == 0
        assert "Traceback" not in person.log.read_text(errors="replace")
    from pypdf import PdfReader

    pages = PdfReader(tmp_path / "brief.pdf").pages
    said = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Two partners" in said and "Cooperation between the two is growing" in said
    assert "Assessment: Cooperation between" not in said
