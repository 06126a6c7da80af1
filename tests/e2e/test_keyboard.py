"""A whole briefing job by keyboard alone, in the real window; its steps and their time are printed.

The steps stand in docs/guide/keyboard-only.md. pytest -rP shows what is printed.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from e2e.screen import Person, missing

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.timeout(600),
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]

ARTICLE = "Lương Tam Quang held talks"
STARRED = "Cooperation has expanded across diplomacy, security and defence"
LIT = "Belarus have also coordinated to verify"
NOTE = "Which cases were these?"
TEXT = "window().corpus.opened.document.text"
LEDGER = "window().stage.current()"
CLAIMS = "window().corpus.survey.ledger.claims"


class Typist(Person):
    """A person who has a keyboard only, and counts what it takes."""

    steps: list[tuple[str, int, float]]

    def begin(self, what: str) -> None:
        """Begin a step of the job."""
        now = time.monotonic()
        if not hasattr(self, "steps"):
            self.steps, self._began = [], now
        self.steps.append((what, 0, now))

    def act(self, *words: object) -> None:
        assert words[0] in ("key", "type"), "the mouse is out of reach"
        what, keys, since = self.steps[-1]
        self.steps[-1] = (what, keys + (1 if words[0] == "key" else len(str(words[-1]))), since)
        super().act(*words)

    def report(self) -> str:
        """Return the steps with how many keys and seconds each took, and the whole."""
        ends = [since for _what, _keys, since in self.steps[1:]] + [time.monotonic()]
        lines = [
            f"{what:<40} {keys:>4} keys {end - since:>6.1f} s"
            for (what, keys, since), end in zip(self.steps, ends, strict=True)
        ]
        keys = sum(keys for _what, keys, _since in self.steps)
        return "\n".join([*lines, f"{'All':<40} {keys:>4} keys {ends[-1] - self._began:>6.1f} s"])


def select(person: Typist, words: str) -> None:
    """Find the first two words, and take in the rest word by word."""
    first = " ".join(words.split()[:2])
    person.press("ctrl+f")
    person.until("window().reader.find_bar._field.hasFocus()")
    person.write(first)
    person.until(
        f"window().reader._found_at is not None and window().reader._found_at.of({TEXT}) == {first!r}"
    )
    person.press("Escape")
    person.until("window().corpus.selection is not None and window().reader.text.hasFocus()")
    for _word in range(len(words)):
        said = person.see(f"window().corpus.selection.of({TEXT})")
        if said.strip() == words:
            return
        person.press("ctrl+shift+Right" if words.startswith(said.strip()) else "shift+Left")
        person.until(f"window().corpus.selection.of({TEXT}) != {said!r}")
    raise AssertionError(f"not selected: {words}")


def read(person: Typist) -> None:
    person.begin("Open an article and read it")
    while not person.see(f"{ARTICLE!r} in {TEXT}"):
        before = person.see("window().corpus.opened.document.id")
        person.press("j")
        person.until(f"window().corpus.opened.document.id != {before!r}")
    person.press("ctrl+3", "space")
    person.until("window().corpus.opened.status.read")
    person.press("shift+s")
    person.until("window().corpus.opened.status.starred")


def mark(person: Typist) -> None:
    person.begin("Star a passage")
    select(person, STARRED)
    person.press("s")
    person.until("[each.starred for each in window().corpus.opened.annotations] == [True]")
    person.begin("Highlight another")
    select(person, LIT)
    person.press("3")
    person.until("[each.colour for each in window().corpus.opened.annotations if each.colour] == ['green']")
    person.begin("Write a note on it")
    person.press("n")
    person.until("dialog() is not None")
    person.write(NOTE)
    person.press("ctrl+Return")
    person.until(f"[each.note for each in window().corpus.opened.annotations if each.note] == [{NOTE!r}]")
    person.begin("Tag it")
    person.press("t")
    person.until("dialog() is not None")
    person.write("to check")
    person.press("ctrl+Return")
    person.until(
        "[list(each.tags) for each in window().corpus.opened.annotations if each.tags] == [['to check']]"
    )


def look(person: Typist) -> None:
    person.begin("Search all articles")
    person.press("ctrl+k")
    person.write("to lam")
    person.until("window().corpus.listing.query.words == 'to lam'")
    person.press("Return")
    person.until("window().documents.table.hasFocus()")
    person.press("ctrl+k", "Escape")
    person.until("window().corpus.listing.query.words == ''")
    person.begin("Keep to some dates, and let go of them")
    person.press("ctrl+l")
    person.until("window().dates.since.hasFocus()")
    person.press("ctrl+a")
    person.write("2 Dec 2025")
    person.press("Return")
    person.until("str(window().corpus.query.since) == '2025-12-02'")
    person.until("len(window().corpus.listing.ids) < 5")
    person.press("ctrl+l", "ctrl+a", "BackSpace", "Return")
    person.until("window().corpus.query.since is None and len(window().corpus.listing.ids) == 5")


def judge(person: Typist) -> None:
    person.begin("Confirm a claim in the ledger")
    person.until(f"window().corpus.survey is not None and len({CLAIMS}) > 5")
    person.press("alt+2")
    person.until(f"{LEDGER}.list.hasFocus() and {LEDGER}.list.model().rowCount() > 3")
    person.press("Home")
    person.until(f"len({LEDGER}.chosen) == 1")
    person.press("Return", "c")
    person.until(f"[each.decision for each in {CLAIMS} if each.decision] == ['confirmed']")


def export_when(person: Typist, ready: str, path: Path) -> None:
    """Find the export in the palette, and save the file as soon as something holds."""
    person.press("ctrl+shift+p")
    person.until("dialog() is not None")
    person.write("export briefing")
    person.press("Return")
    person.until(ready)
    person.press("alt+v")
    person.until("type(dialog()).__name__ == 'QFileDialog'")
    person.press("ctrl+a")
    person.write(str(path))
    person.press("Return")
    person.until(path.exists, "the file")
    person.until("dialog() is None")


def export(person: Typist, path: Path) -> None:
    person.begin("Export the briefing")
    export_when(person, "dialog() is not None and getattr(dialog(), '_made', None) is not None", path)


def test_a_briefing_job_by_keyboard_alone(display: str, seeds: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with Typist(display, home, seeds) as person:
        person.until("len(window().corpus.listing.ids) == 5 and not window().activity.busy", "five articles")
        person.until("window().corpus.opened is not None")
        read(person)
        mark(person)
        look(person)
        judge(person)
        export(person, tmp_path / "brief.pdf")
        report = person.report()
        print(report)
        person.begin("Quit")
        assert person.quit() == 0
        assert "Traceback" not in person.log.read_text(errors="replace")
    from pypdf import PdfReader

    pages = PdfReader(tmp_path / "brief.pdf").pages
    said = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert STARRED in said and NOTE in said
    assert "Export the briefing" in report
