"""From a footnote of an exported PDF back to the very passage: in the open window, and in a new one."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest

from briefreader.library.links import Link, parse
from briefreader.library.workspace import open_workspace
from e2e.screen import ROOT, Person, missing

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.timeout(420),
    pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}"),
]

TEXT = "window().corpus.opened.document.text"
OPENED = "window().corpus.opened.document.id"


def command(*arguments: str | Path) -> None:
    """Run the command line, without a window."""
    env = os.environ | {"PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C.UTF-8"}
    done = [sys.executable, "-m", "briefreader", *map(str, arguments)]
    subprocess.run(done, env=env, check=True, capture_output=True)


@pytest.fixture
def workspace(seeds: Path, tmp_path: Path) -> Path:
    path = tmp_path / "visit.briefreader"
    command("import", seeds, "--workspace", path, "--jobs", "0")
    return path


@pytest.fixture
def addresses(workspace: Path, tmp_path: Path) -> list[str]:
    """Return the addresses of passages in the PDF of a briefing, in the order of its pages."""
    pdf = tmp_path / "brief.pdf"
    command("export", "--workspace", workspace, "-o", pdf)
    found = [address for address in links(pypdf.PdfReader(pdf)) if "&start=" in address]
    return list(dict.fromkeys(found))


@pytest.fixture
def runtime() -> Iterator[dict[str, str]]:
    """Yield the folder for sockets that a desktop gives its user: its path has to be short."""
    with tempfile.TemporaryDirectory(prefix="br-") as folder:
        yield {"XDG_RUNTIME_DIR": folder}


def links(reader: pypdf.PdfReader) -> Iterator[str]:
    for page in reader.pages:
        for each in page.get("/Annots", ()):
            action: Any = each.get_object().get("/A", {})
            if "/URI" in action:
                yield str(action["/URI"])


def shown(person: Person, meant: Link, words: str) -> None:
    """Wait until the reader shows the article that is meant, and these words of it lit, in sight."""
    assert meant.span is not None
    person.until(f"window().corpus.opened is not None and {OPENED} == {meant.document!r}", "the article")
    person.until("flashed", "a passage that is lit")
    start, end = person.see("[flashed[-1].start, flashed[-1].end]")
    assert (start, end) == (meant.span.start, meant.span.end)
    assert person.see(f"flashed[-1].of({TEXT})") == words
    left, top, width, height = person.see("on_screen(window().reader.text.viewport())")
    x, y = person.see(f"passage({words!r})")[0]
    assert left <= x <= left + width and top <= y <= top + height
    person.see("flashed.clear()")


def test_a_footnote_leads_back_to_its_passage(
    display: str, workspace: Path, addresses: list[str], runtime: dict[str, str], tmp_path: Path
) -> None:
    with open_workspace(workspace) as opened:
        texts = {each.id: each.text for each in opened.store.documents()}
    meant = {address: parse(address) for address in addresses}
    words = {address: each.span.of(texts[each.document]) for address, each in meant.items() if each.span}
    assert all(words[address].startswith(each.exact) for address, each in meant.items())
    assert {each.document for each in meant.values()} == set(texts)
    first = addresses[0]
    other = next(address for address in addresses if meant[address].document != meant[first].document)

    home = tmp_path / "home"
    home.mkdir()
    with Person(display, home, workspace, env=runtime) as person:
        person.until("len(window().corpus.listing.ids) == 5 and window().corpus.opened is not None")
        # The program runs: a second start hands the address over, and ends.
        for address in (first, other):
            assert person.start_again(address) == 0
            shown(person, meant[address], words[address])
        assert person.quit() == 0

    # The program does not run: the workspace is among those that were open last, though not the last one.
    another = tmp_path / "another.briefreader"
    open_workspace(another).close()
    with Person(display, home, another, env=runtime) as person:
        person.until(f"str(window().corpus.jobs.path) == {str(another)!r}")
        assert person.quit() == 0
    with Person(display, home, first, env=runtime) as person:
        shown(person, meant[first], words[first])
        assert person.see("str(window().corpus.jobs.path)") == str(workspace)
        assert person.quit() == 0
        assert "Traceback" not in person.log.read_text(errors="replace")
