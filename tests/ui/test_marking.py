"""What the keys s, h, 1–8, n and t do to a passage."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QPlainTextEdit, QWidget

from briefreader.domain.errors import WorkspaceError
from briefreader.domain.text import Span
from briefreader.library import annotating
from briefreader.ui.corpus import Corpus, Notice
from briefreader.ui.dialogs.passage import PassageDialog
from briefreader.ui.marking import Marking, Target
from ui.articles import Fill


@pytest.fixture
def meant() -> list[Target]:
    """Return the passage that a row of the side panel stands for: none unless a test puts one in."""
    return []


@pytest.fixture
def marking(corpus: Corpus, fill: Fill, meant: list[Target], qtbot) -> Marking:  # type: ignore[no-untyped-def]
    fill()
    corpus.open_document("a")
    corpus.jobs.drain()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = Marking(corpus, lambda: meant[0] if meant else None, lambda: None, window)
    made.kept = window  # type: ignore[attr-defined]
    return made


def dialog(corpus: Corpus) -> PassageDialog:
    corpus.jobs.drain()
    return next(
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, PassageDialog) and each.isVisible()
    )


def save(found: PassageDialog) -> None:
    found.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()


def test_a_star_on_the_selection_and_off_again(marking: Marking, corpus: Corpus) -> None:
    corpus.select(Span(0, 9))
    marking.star()
    corpus.jobs.drain()
    assert [each.starred for each in corpus.opened.annotations] == [True]
    assert not corpus.opened.status.starred
    marking.star()
    corpus.jobs.drain()
    assert corpus.opened.annotations == ()


def test_without_a_passage_the_star_is_the_articles(marking: Marking, corpus: Corpus) -> None:
    marking.star()
    corpus.jobs.drain()
    assert corpus.opened.status.starred
    assert corpus.opened.annotations == ()
    assert corpus.listing.counts.starred == 1


def test_colours_replace_one_another_and_the_same_one_takes_itself_off(
    marking: Marking, corpus: Corpus
) -> None:
    corpus.select(Span(0, 9))
    marking.highlight("green")
    marking.highlight("blue")
    corpus.jobs.drain()
    assert [each.colour for each in corpus.opened.annotations] == ["blue"]
    marking.highlight()
    corpus.jobs.drain()
    assert corpus.opened.annotations == ()


def test_a_line_has_a_colour_last_used_of_its_own_and_is_taken_off(marking: Marking, corpus: Corpus) -> None:
    def colours() -> list[tuple[str, str]]:
        corpus.jobs.drain()
        return [(each.colour, each.underline) for each in corpus.opened.annotations]

    corpus.select(Span(0, 9))
    marking.underline("red")
    corpus.select(Span(10, 14))
    marking.highlight("green")
    marking.underline()
    assert colours() == [("", "red"), ("green", "red")]
    assert corpus.history.undoText() == "underline"
    marking.underline()
    assert colours() == [("", "red"), ("green", "")]
    assert corpus.history.undoText() == "removal of underline"
    marking.highlight()
    assert colours() == [("", "red")]


def test_a_note_is_asked_for_and_kept(marking: Marking, corpus: Corpus) -> None:
    corpus.select(Span(0, 9))
    marking.note()
    found = dialog(corpus)
    found.findChild(QPlainTextEdit).setPlainText("Which ministers? <b>all</b>")
    save(found)
    corpus.jobs.drain()
    assert [each.note for each in corpus.opened.annotations] == ["Which ministers? <b>all</b>"]
    assert corpus.history.undoText() == "note on passage"


def test_tags_are_parted_by_commas(marking: Marking, corpus: Corpus) -> None:
    corpus.select(Span(0, 9))
    marking.tag()
    found = dialog(corpus)
    found.findChild(QLineEdit).setText("trade,  #to verify , trade,")
    save(found)
    corpus.jobs.drain()
    assert [each.tags for each in corpus.opened.annotations] == [("to verify", "trade")]
    assert corpus.listing.counts.annotated == 1


def test_a_note_about_the_whole_article_is_made_and_changed(marking: Marking, corpus: Corpus) -> None:
    for words in ("Whole", "All of it"):
        assert corpus.opened is not None
        if corpus.opened.annotations:
            marking.edit(corpus.opened.annotations[0])
        else:
            marking.note_document()
        found = dialog(corpus)
        found.findChild(QPlainTextEdit).setPlainText(words)
        save(found)
        corpus.jobs.drain()
    assert corpus.opened is not None
    assert [(each.anchor, each.note) for each in corpus.opened.annotations] == [(None, "All of it")]
    assert corpus.history.undoText() == "note on article"


def test_a_cancelled_note_changes_nothing(marking: Marking, corpus: Corpus) -> None:
    corpus.select(Span(0, 9))
    marking.note()
    found = dialog(corpus)
    found.findChild(QPlainTextEdit).setPlainText("no")
    found.reject()
    corpus.jobs.drain()
    assert corpus.opened.annotations == ()
    assert corpus.history.count() == 0


def test_a_row_of_the_panel_is_marked_in_its_own_document(
    marking: Marking, corpus: Corpus, meant: list[Target]
) -> None:
    meant.append(Target("b", Span(0, 5)))
    marking.highlight("red")
    corpus.jobs.drain()
    assert corpus.opened.document.id == "a"
    corpus.open_document("b")
    corpus.jobs.drain()
    assert [(each.anchor.exact, each.colour) for each in corpus.opened.annotations] == [("Trade", "red")]


def test_a_key_without_a_passage_says_what_to_do(marking: Marking, corpus: Corpus) -> None:
    heard: list[Notice] = []
    corpus.notice.connect(heard.append)
    marking.highlight("red")
    assert len(heard) == 1
    assert "Select" in heard[0].text


def test_removing_takes_everything_off(marking: Marking, corpus: Corpus) -> None:
    corpus.select(Span(0, 9))
    marking.star()
    marking.highlight("red")
    corpus.jobs.drain()
    marking.remove()
    corpus.jobs.drain()
    assert corpus.opened.annotations == ()
    corpus.history.undo()
    corpus.jobs.drain()
    assert [(each.starred, each.colour) for each in corpus.opened.annotations] == [(True, "red")]


def test_a_chosen_mark_is_changed_itself_wherever_its_passage_is(
    marking: Marking, corpus: Corpus, meant: list[Target]
) -> None:
    corpus.select(Span(0, 9))
    marking.star()
    corpus.jobs.drain()
    made = corpus.opened.annotations[0]
    meant.append(Target("a", Span(40, 45), made.id))  # where it stood in an earlier text
    marking.highlight("red")
    corpus.jobs.drain()
    assert [(each.id, each.anchor.exact, each.colour) for each in corpus.opened.annotations] == [
        (made.id, "Ministers", "red")
    ]


def test_a_note_that_could_not_be_stored_is_offered_again(
    marking: Marking, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_workspace: object, _edits: object) -> None:
        raise WorkspaceError("The disk is full.")

    corpus.select(Span(0, 9))
    marking.note()
    found = dialog(corpus)
    found.findChild(QPlainTextEdit).setPlainText("Long and dear words")
    with monkeypatch.context() as broken:
        broken.setattr(annotating, "apply", full)
        save(found)
        corpus.jobs.drain()
    again = dialog(corpus)
    assert again.words().note == "Long and dear words"
    save(again)
    corpus.jobs.drain()
    assert [each.note for each in corpus.opened.annotations] == ["Long and dear words"]


def test_the_selection_is_settled_before_it_counts(corpus: Corpus, fill: Fill, qtbot) -> None:  # type: ignore[no-untyped-def]
    fill()
    corpus.open_document("a")
    corpus.jobs.drain()
    window = QWidget()
    qtbot.addWidget(window)
    marking = Marking(corpus, lambda: None, lambda: corpus.select(Span(0, 9)), window)
    assert marking.target() == Target("a", Span(0, 9))
