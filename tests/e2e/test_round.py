"""One whole round with the real program on a virtual screen: read, mark, search, crash, export."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from briefreader.domain.folding import fold
from e2e.screen import Person, missing

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.timeout(420),
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]

STARRED = "Cooperation has expanded across diplomacy, security and defence"
NOTED = "Việt Nam and Belarus have also coordinated to verify"
NOTE = "Which cases were these?"
ARTICLE = "Lương Tam Quang held talks"
TEXT = "window().corpus.opened.document.text"
HITS = f"[mark.span.of({TEXT}) for mark in window().reader.text._hits.within(0, 10**6)]"


def ready(person: Person) -> None:
    person.until("len(window().corpus.listing.ids) == 5 and not window().activity.busy", "the five articles")
    person.until("window().corpus.opened is not None", "an article in the reader")


def open_article(person: Person, words: str) -> None:
    """Go down the list by keyboard until the article with these words is open."""
    for _step in range(5):
        if person.see(f"{words!r} in window().corpus.opened.document.text"):
            return
        before = person.see("window().corpus.opened.document.id")
        person.press("j")
        person.until(f"window().corpus.opened.document.id != {before!r}", "the next article")
    raise AssertionError(f"no article says {words!r}")


def annotations(person: Person) -> list[list[object]]:
    return person.see(
        "[[each.anchor.exact, each.starred, each.note] for each in window().corpus.opened.annotations]"
    )


def test_a_whole_round(display: str, seeds: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with Person(display, home, seeds) as person:
        ready(person)

        # Filter to December 2025 by dragging the lower handle of the histogram.
        person.until("window().dates.histogram.isVisible()")
        start, end = person.see("[handle_place('low'), day_place('2025-12-02')]")
        person.drag(tuple(start), tuple(end))
        person.until("window().corpus.query.since is not None", "a limit of time")
        assert person.see("str(window().corpus.query.since)").startswith("2025-12")
        person.until("len(window().corpus.listing.ids) < 5", "fewer articles")
        person.press("Escape")
        open_article(person, ARTICLE)

        # Star the article, read it, and take the star off again: reading does not stand in the way.
        person.press("shift+s")
        person.until("window().corpus.opened.status.starred and window().corpus.opened.status.read")
        person.press("ctrl+z")
        person.until("not window().corpus.opened.status.starred and window().corpus.opened.status.read")
        assert person.see("window().corpus.history.canRedo()")

        # Mark two passages.
        person.select(STARRED)
        person.press("s")
        person.until("len(window().corpus.opened.annotations) == 1 and window().corpus.history.count() == 1")
        person.select(NOTED)
        person.press("n")
        person.until("dialog() is not None", "the note's window")
        person.write(NOTE)
        person.press("ctrl+Return")
        person.until("window().corpus.history.count() == 2", "the note")
        both = [[STARRED, True, ""], [NOTED, False, NOTE]]
        assert annotations(person) == both

        # Take it back, and take that back.
        person.press("ctrl+z", "ctrl+z")
        person.until("window().corpus.opened.annotations == ()", "undo")
        person.press("ctrl+shift+z", "ctrl+shift+z")
        person.until("len(window().corpus.opened.annotations) == 2", "redo")
        assert annotations(person) == both

        # Search without regard to diacritics.
        person.press("ctrl+k")
        person.write("to lam")
        person.until("window().corpus.listing.query.words == 'to lam'", "the search")
        assert 0 < person.see("len(window().corpus.listing.ids)") < 5
        before = person.see("window().corpus.opened.document.id")
        person.press("ctrl+2", "Home")
        person.until(f"window().corpus.opened.document.id != {before!r}", "the best match")
        person.until(f"{HITS} != []", "marked hits")
        assert {fold(words) for words in person.see(HITS)} == {"to lam"}
        person.press("ctrl+k", "Escape", "ctrl+2")
        person.until("window().corpus.listing.query.words == ''", "the end of the search")
        open_article(person, ARTICLE)
        opened = person.see("window().corpus.opened.document.id")
        person.until("window().corpus.history.index() == 2 and not window().corpus.jobs.busy", "rest")

        # The power goes.
        person.kill()
    with Person(display, home, seeds) as person:
        ready(person)
        person.until(f"window().corpus.opened.document.id == {opened!r}", "the article that was open")
        assert annotations(person) == both

        export(person, tmp_path / "brief.pdf")
        assert person.quit() == 0
        assert "Traceback" not in person.log.read_text(errors="replace")
    check(tmp_path / "brief.pdf")


def export(person: Person, path: Path) -> None:
    """Export the briefing by keyboard, through the window's own dialogs."""
    person.press("ctrl+e")
    person.until("dialog() is not None and dialog()._made is not None", "the pages")
    person.press("alt+a")
    person.click("dialog()._save")
    person.until("dialog() is not None and type(dialog()).__name__ == 'QFileDialog'", "where to save")
    person.press("ctrl+a")
    person.write(str(path))
    person.press("Return")
    person.until(path.exists, "the file")
    person.until("dialog() is None", "the end of the export")


def check(pdf: Path) -> None:
    """The file is sound, and gives back the starred words with their footnote."""
    from pypdf import PdfReader

    said = " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())
    assert STARRED in said
    subprocess.run(["qpdf", "--check", str(pdf)], check=True, capture_output=True)
    utf8 = os.environ | {"LC_ALL": "C.UTF-8"}
    done = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, env=utf8)
    said = " ".join(done.stdout.decode().split())
    for words in (STARRED, NOTED, NOTE):
        assert words in said
    number = re.search(re.escape(STARRED) + r" ?(\d+)", said)
    assert number is not None, "the starred words have no footnote"
    foot = re.search(rf"\b{number[1]} Source \d+\. “.{{0,160}}?VNA, 3 December 2025, para\. \d+", said)
    assert foot is not None, f"no footnote {number[1]} names outlet, title, date and paragraph"
