from __future__ import annotations

import pickle

from briefreader.domain.briefing import Briefing, Citation, CitedSource, Item, Section


def test_a_briefing_comes_whole_from_a_worker() -> None:
    citation = Citation(1, "AP", "Title", "2025", False, 2, "briefreader://x")
    source = CitedSource(1, "AP", "Title", "2025", False, "header", "", "/a.txt", "00", "briefreader://x")
    section = Section("passages", "Passages", (Item("passage", "He said yes.", citation, tags=("a",)),))
    briefing = Briefing("A briefing", sections=(section,), sources=(source,), texts={"page": "Page"})
    assert pickle.loads(pickle.dumps(briefing)) == briefing
