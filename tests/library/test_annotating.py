"""What a person does, as edits."""

from __future__ import annotations

from briefreader.domain.annotation import Edit, Status
from briefreader.domain.document import Document, lines
from briefreader.domain.text import Span
from briefreader.library import annotating

TEXT = "The talks were held in Hà Nội."
DOCUMENT = Document("d", TEXT, lines(TEXT))
STAMP = "2026-01-01T00:00:00+00:00"


def made(**values: object) -> Edit:
    return annotating.annotate(DOCUMENT, None, Span(23, 29), STAMP, "A", **values)


def test_a_new_annotation_keeps_words_and_surroundings() -> None:
    edit = made(starred=True)
    assert edit.before is None
    assert edit.after.anchor.exact == "Hà Nội"
    assert edit.after.anchor.before == "The talks were held in "
    assert edit.after.anchor.after == "."
    assert (edit.after.author, edit.after.created, edit.after.revision) == ("A", STAMP, 1)


def test_a_change_counts_up_and_keeps_the_rest() -> None:
    first = made(starred=True).after
    edit = annotating.annotate(DOCUMENT, first, Span(23, 29), STAMP, note="Where?")
    assert edit.before == first
    assert (edit.after.starred, edit.after.note, edit.after.revision) == (True, "Where?", 2)


def test_an_annotation_with_nothing_left_is_removed() -> None:
    first = made(colour="red").after
    assert annotating.amend(first, STAMP, colour="") == Edit(first, None)


def test_the_annotation_of_a_passage_is_found_by_its_place() -> None:
    first = made(starred=True).after
    assert annotating.annotation_on([first], DOCUMENT, Span(23, 29)) == first
    assert annotating.annotation_on([first], DOCUMENT, Span(23, 28)) is None


def test_the_first_status_has_nothing_before_it() -> None:
    edit = annotating.set_status(Status("d"), starred=True)
    assert edit.before is None
    assert edit.after == Status("d", starred=True, revision=1)
    again = annotating.set_status(edit.after, read=True)
    assert again.before == edit.after
    assert again.after.revision == 2


def test_tags_in_use_are_each_named_once() -> None:
    one = made(tags=("trade", "Army")).after
    assert annotating.tags_in_use([one], [Status("d", tags=("trade", "zinc"))]) == ["Army", "trade", "zinc"]


def test_an_edit_of_a_status_is_made_on_what_is_stored_now() -> None:
    star = annotating.set_status(Status("d"), starred=True)
    stored = Status("d", read=True, revision=4)
    assert annotating.rebased(star, stored) == Edit(stored, Status("d", starred=True, read=True, revision=5))
    back = star.undone()
    stored = Status("d", starred=True, read=True, revision=5)
    assert annotating.rebased(back, stored).after == Status("d", read=True, revision=6)


def test_a_field_that_somebody_else_changed_is_not_overwritten() -> None:
    title = annotating.set_status(Status("d", title="mine", revision=1), title="mine too")
    assert annotating.rebased(title, Status("d", title="theirs", revision=2)) == title


def test_only_title_and_outlet_are_words_that_the_search_looks_at() -> None:
    assert annotating.renames(annotating.set_status(Status("d"), title="New"))
    assert annotating.renames(annotating.set_status(Status("d"), outlet="VNA"))
    assert not annotating.renames(annotating.set_status(Status("d"), read=True))
    assert not annotating.renames(made(starred=True))
