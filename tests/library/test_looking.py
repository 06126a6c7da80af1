"""What the user looks at."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefreader.domain.annotation import Status
from briefreader.domain.document import Document, Published, lines
from briefreader.domain.fact import Analysis, Fact
from briefreader.domain.query import Query
from briefreader.domain.text import Span
from briefreader.library import annotating, looking
from briefreader.library.workspace import open_workspace

TEXT = "The talks were held in Minsk."


def document(id: str, day: int) -> Document:
    published = Published(f"2025-12-{day:02}", "header")
    return Document(id, TEXT, lines(TEXT), title=id, published=published, sha256=id, reader="text/1")


def test_a_listing_and_an_opened_document(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w.briefreader") as workspace:
        fact = Fact("a", "place", Span(23, 28), "Minsk")
        workspace.store.add([Analysis(document("a", 1), (fact,)), Analysis(document("b", 2))], "test/1")
        listing = looking.look(workspace, Query())
        assert listing.ids == ("b", "a")
        assert listing.counts.all == 2
        opened = looking.opened(workspace, "a")
        assert opened is not None
        assert opened.facts == (fact,)
        assert looking.opened(workspace, "nowhere") is None
        edit = annotating.annotate(opened.document, None, Span(23, 28), "2026", starred=True)
        annotating.apply(workspace, [edit])
        again = looking.opened(workspace, "a")
        assert again is not None
        assert again.annotation_on(Span(23, 28)) == edit.after
        assert again.place_of(edit.after.id) == Span(23, 28)
        assert again.place_of("nothing") is None


def test_the_next_unread_is_the_first_of_those_asked_for(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w.briefreader") as workspace:
        ids = [f"d{number}" for number in range(1, 6)]
        workspace.store.add([Analysis(document(id, n)) for n, id in enumerate(ids, 1)], "test/1")
        annotating.apply(workspace, [annotating.set_status(Status(id), read=True) for id in ids[:3]])
        assert looking.next_unread(workspace, ids) == "d4"
        assert looking.next_unread(workspace, ids[:3]) is None


def test_a_long_document_is_seen_before_its_facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_workspace(tmp_path / "w.briefreader") as workspace:
        fact = Fact("a", "place", Span(23, 28), "Minsk")
        workspace.store.add([Analysis(document("a", 1), (fact,))], "test/1")
        whole = looking.opened(workspace, "a")
        assert whole is not None and whole.complete
        assert looking.first_seen(workspace, "a") == whole
        assert looking.first_seen(workspace, "nowhere") is None
        monkeypatch.setattr(looking, "LONG_TEXT", 10)
        first = looking.first_seen(workspace, "a")
        assert first is not None and not first.complete and first.facts == ()
        assert first.refreshed(whole, edited=False) == whole
        edit = annotating.annotate(whole.document, None, Span(23, 28), "2026", starred=True)
        marked = first.after(edit)
        both = marked.refreshed(whole, edited=True)
        assert both.facts == (fact,) and both.annotations == marked.annotations and both.complete
        assert whole.refreshed(marked, edited=False).facts == (fact,)
        assert whole.refreshed(marked, edited=False).annotations == marked.annotations
