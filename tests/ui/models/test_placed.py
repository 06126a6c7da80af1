from __future__ import annotations

from briefreader.domain.annotation import Annotation
from briefreader.domain.placing import CHANGED, MOVED, SPELT, THERE, Placed
from briefreader.domain.text import Anchor, Span
from briefreader.ui.models.placed import UNPLACED, how_found, say_before, say_found

MARK = Annotation("1", "d", Anchor(Span(4, 9), "old  words", "that\nwas ", " and so on"))


def test_only_what_is_not_where_it_was_is_remarked_on() -> None:
    assert how_found(MARK, Placed(Span(4, 9), THERE)) == ""
    assert how_found(Annotation("1", "d", None), None) == ""
    assert how_found(MARK, None) == UNPLACED
    assert how_found(MARK, Placed(Span(4, 9), MOVED)) == MOVED


def test_it_says_what_there_was_before() -> None:
    assert say_before(MARK, CHANGED) == "before: “old words”"
    assert say_before(MARK, UNPLACED) == "stood between “that was” and “and so on”"
    assert say_before(MARK, MOVED) == say_before(Annotation("1", "d", None), UNPLACED) == ""
    assert len({say_found(how) for how in (CHANGED, MOVED, SPELT, UNPLACED)}) == 4
