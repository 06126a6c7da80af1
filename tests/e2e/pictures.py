"""Takes the pictures of the README anew, from the real window on the seeds.

PYTHONPATH=src:tests python tests/e2e/pictures.py
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from e2e.screen import ROOT, Person, virtual_screen

PICTURES = ROOT / "docs" / "pictures"
ARTICLE = "Lương Tam Quang held talks"
STARRED = "Cooperation has expanded across diplomacy, security and defence"
NOTED = "Việt Nam and Belarus have also coordinated to verify"
SETTLE = 2.5  # seconds, until flashes have faded and the article counts as read


def open_article(person: Person) -> None:
    """Wait for all articles and go down the list to the one of the pictures."""
    person.until("len(window().corpus.listing.ids) == 5 and not window().activity.busy")
    person.until("window().corpus.opened is not None")
    while not person.see(f"{ARTICLE!r} in window().corpus.opened.document.text"):
        before = person.see("window().corpus.opened.document.id")
        person.press("j")
        person.until(f"window().corpus.opened.document.id != {before!r}")


def mark(person: Person) -> None:
    """Star a passage; highlight another and write a note on it."""
    person.select(STARRED)
    person.press("s")
    person.until("window().corpus.history.count() == 1")
    person.select(NOTED)
    person.press("3")
    person.until("window().corpus.history.count() == 2")
    person.press("n")
    person.until("dialog() is not None")
    person.write("Which cases were these?")
    person.press("ctrl+Return")
    person.until("window().corpus.history.count() == 3")
    person.press("Escape")
    person.until("window().corpus.selection is None")


def take(theme: str, tab: str) -> None:
    """Take the picture in a theme, with a tab of the side panel in front (the key for it)."""
    with tempfile.TemporaryDirectory() as folder, virtual_screen("1500x1000x24") as display:
        home = Path(folder)
        seeds = Path(shutil.copytree(ROOT / "seeds", home / "seeds"))
        settings = home / "config" / "briefreader" / "settings.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text(f'theme = "{theme}"\n', encoding="utf-8")
        with Person(display, home, seeds) as person:
            open_article(person)
            mark(person)
            person.press(tab, "ctrl+3")
            person.act("mousemove", 1480, 990)
            person.see("window().notice_bar.hide()")
            time.sleep(SETTLE)
            person.see(f"window().grab().save({str(PICTURES / f'window-{theme}.png')!r})")


def take_view(theme: str, key: str, name: str) -> None:
    """Take the picture of a view over the articles (the key for it), with its first row chosen."""
    with tempfile.TemporaryDirectory() as folder, virtual_screen("1500x1000x24") as display:
        home = Path(folder)
        seeds = Path(shutil.copytree(ROOT / "seeds", home / "seeds"))
        settings = home / "config" / "briefreader" / "settings.toml"
        settings.parent.mkdir(parents=True)
        settings.write_text(f'theme = "{theme}"\n', encoding="utf-8")
        with Person(display, home, seeds) as person:
            open_article(person)
            person.until(
                "window().corpus.survey is not None and len(window().corpus.survey.ledger.claims) > 5"
            )
            person.press(key)
            person.until("window().stage.name != 'articles'")
            time.sleep(SETTLE)
            person.press("Home", "Return")
            person.act("mousemove", 1480, 990)
            person.see("window().notice_bar.hide()")
            time.sleep(SETTLE)
            person.see(f"window().grab().save({str(PICTURES / f'{name}.png')!r})")


if __name__ == "__main__":
    take("light", "ctrl+4")
    take("dark", "ctrl+5")
    take_view("light", "alt+2", "ledger")
    take_view("light", "alt+3", "timeline")
    take_view("dark", "alt+4", "people")
    take_view("light", "alt+5", "figures")
