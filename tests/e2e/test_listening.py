"""A whole round over AT-SPI, as a screen reader drives it; and a walk for controls without a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.hearing import Listener, Ref, accessibility_bus, until, why_not
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
DIALOGS = ("note", "tag", "note_document", "details", "palette", "keys", "change_keys", "preferences",
           "export", "failures", "about")  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    return made


@pytest.fixture
def heard(display: str, seeds: Path, home: Path) -> Iterator[tuple[Listener, Person]]:
    """Yield a listener to the program, and the person whose process it is."""
    surroundings = {"DISPLAY": display, "XDG_RUNTIME_DIR": str(home)}
    with (
        accessibility_bus(surroundings) as (needed, address),
        Person(display, home, seeds, env=needed) as person,
    ):
        listener = Listener(address)
        yield listener, person
        listener.close()


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_a_whole_round_over_at_spi(heard: tuple[Listener, Person], tmp_path: Path) -> None:
    listener, person = heard
    listener.wait("cell", "Vietnam")
    person.until("not window().activity.busy", "the five articles")

    # Read: go down the list until the article is open, by the entry of the menu.
    reader = listener.wait("label", "Article")
    following = listener.wait("menu item", "Next article")
    for _step in range(5):
        text = until(lambda: listener.text(reader), "the text of an article")
        if ARTICLE in text:
            break
        listener.press(following)
        until(lambda before=text: listener.text(reader) != before, "another article")
    assert ARTICLE in listener.text(reader)

    # Star a passage, and write a note on another.
    listener.select(reader, STARRED)
    listener.press(listener.wait("push button", "Star"))
    until(lambda: listener.find("page tab", "Notes 1"), "the star in the panel")
    listener.select(reader, NOTED)
    listener.press(listener.wait("push button", "Note"))
    listener.write(listener.wait("text", "Note"), NOTE)
    listener.press(listener.wait("push button", "Save"))
    until(lambda: listener.find("page tab", "Notes 2"), "the note in the panel")

    # Export the briefing, through the dialogs.
    path = tmp_path / "brief.pdf"
    listener.press(listener.wait("push button", "Export briefing"))
    listener.press(until(lambda: able(listener, "Save…"), "the pages"))
    saving = listener.wait("dialog", "Save the briefing")
    listener.write(listener.wait("text", "File name", saving), str(path))
    listener.press(listener.wait("push button", "Save", saving))
    until(path.exists, "the file")
    from pypdf import PdfReader

    said = " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    assert STARRED in said and NOTE in said
    assert "Traceback" not in person.log.read_text(errors="replace")


def able(listener: Listener, name: str) -> Ref | None:
    """Return a button that can be pressed."""
    found = listener.find("push button", name)
    return found if found is not None and listener.able(found) else None


def test_the_ends_of_the_date_range_are_sliders(heard: tuple[Listener, Person]) -> None:
    listener, person = heard
    person.until("len(window().corpus.listing.ids) == 5 and not window().activity.busy", "the five articles")
    low = listener.wait("slider", "Earliest date: no limit")
    least, now, most = (listener.value(low, which) for which in ("Minimum", "Current", "Maximum"))
    assert least == now == 0 < most
    listener.set_value(low, most // 2)
    person.until("window().corpus.query.since is not None", "a limit of time")
    since = person.see(
        "__import__('briefreader.ui.models.dates').ui.models.dates.say_day(window().corpus.query.since)"
    )
    assert listener.get(low, "Name") == f"Earliest date: {since}"
    person.until("len(window().corpus.listing.ids) < 5", "fewer articles")


def test_every_control_has_a_name(display: str, seeds: Path, home: Path) -> None:
    """In each view and each dialog over real articles."""
    found: dict[str, list[str]] = {}
    with Person(display, home, seeds) as person:
        person.until("len(window().corpus.listing.ids) == 5 and not window().activity.busy")
        person.until("window().corpus.survey is not None and len(window().corpus.survey.ledger.claims) > 5")
        person.see("window().action('briefing_from').trigger()")
        person.until("dialog() is not None")
        person.press("Return")
        person.until("window().corpus.briefings.now is not None", "a briefing")
        for view in person.see("window().stage.names"):
            person.see(f"window().commands.show_view({view!r})")
            person.until(f"window().stage.name == {view!r} and window().stage.current().isVisible()")
            found[view] = person.see("unnamed(window())")
            assert person.see("count(window())") > 60
        person.see("window().commands.show_view('articles')")
        person.see("window().reader.open_find()")
        person.write("vi")
        found["find"] = person.see("unnamed(window())")
        person.press("Escape")
        for name in DIALOGS:
            person.see("window().corpus.select(Span(0, 20))")
            person.see(f"window().action({name!r}).trigger()")
            person.until("dialog() is not None", name)
            found[name] = person.see("unnamed(dialog())")
            person.see("dialog().close()")
            person.until("dialog() is None")
    assert {where: ways for where, ways in found.items() if ways} == {}
