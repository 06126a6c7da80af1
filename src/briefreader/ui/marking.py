"""Marking passages: what the keys s, h, 1–8, u, n and t do, wherever the keyboard is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefreader.domain.annotation import COLOURS, Annotation, Edit
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.library import annotating
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus, Notice, Opened
from briefreader.ui.dialogs.passage import PassageDialog, PassageWords


@dataclass(frozen=True, slots=True)
class Target:
    """A passage that the user means; ``annotation`` is the id of the mark on it, if that was chosen."""

    document: str
    span: Span
    annotation: str = ""


class Marking(QObject):
    """Stars, highlights, underlines, notes and tags on the passage that the user means.

    ``means`` returns the passage that a row of the side panel stands for while the panel has the
    keyboard; otherwise the selection in the reader counts, which ``settle`` brings up to date.
    """

    def __init__(
        self,
        corpus: Corpus,
        means: Callable[[], Target | None],
        settle: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._corpus = corpus
        self._means = means
        self._settle = settle
        self._window = window
        self.colour = self.line_colour = COLOURS[0]  # last used
        self.beside: Callable[[Annotation, Callable[[str], None]], bool] = lambda _draft, _store: False
        """Lets a note be written beside the text; tells whether there was room for it."""

    def target(self) -> Target | None:
        """Return the passage that a key would act on."""
        meant = self._means()
        if meant is not None:
            return meant
        self._settle()
        opened = self._corpus.opened
        if opened is None or self._corpus.selection is None:
            return None
        return Target(opened.document.id, self._corpus.selection)

    # -- what the keys do -------------------------------------------------------------------------

    def star(self) -> None:
        """Star the passage, or take its star off; without a passage, the document's."""
        target = self.target()
        if target is None:
            self.star_document()
            return

        def edit(opened: Opened, there: Annotation | None, span: Span) -> None:
            starred = not (there and there.starred)
            label = _("star on passage") if starred else _("removal of star")
            self._annotate(opened, there, span, label, starred=starred)

        self._with(target, edit)

    def highlight(self, colour: str = "") -> None:
        """Highlight the passage in a colour, or take the highlight off if it has that colour."""
        if colour:
            self.colour = colour
        chosen = self.colour

        def edit(opened: Opened, there: Annotation | None, span: Span) -> None:
            same = there is not None and there.colour == chosen
            label = _("removal of highlight") if same else _("highlight")
            self._annotate(opened, there, span, label, colour="" if same else chosen)

        self._with(self._needed(), edit)

    def underline(self, colour: str = "") -> None:
        """Underline the passage in a colour, or take the line off if it has that colour.

        Without a colour it is the one last used for a line: a line may mean something else than a highlight.
        """
        if colour:
            self.line_colour = colour
        chosen = self.line_colour

        def edit(opened: Opened, there: Annotation | None, span: Span) -> None:
            same = there is not None and there.underline == chosen
            label = _("removal of underline") if same else _("underline")
            self._annotate(opened, there, span, label, underline="" if same else chosen)

        self._with(self._needed(), edit)

    def note(self) -> None:
        """Let a note be written on the passage: beside it where there is room, else in a window."""
        meant = self._needed()

        def found(opened: Opened, there: Annotation | None, span: Span) -> None:
            target = Target(opened.document.id, span, there.id if there else "")
            fresh = annotating.annotate(opened.document, None, span, annotating.now(), self._corpus.author)
            draft = there or fresh.after
            assert isinstance(draft, Annotation)
            if opened is not self._corpus.opened or not self.beside(
                draft, partial(self._noted, opened, target)
            ):
                self._ask_of(meant, tags_first=False)

        self._with(meant, found)

    def tag(self) -> None:
        """Ask for tags of the passage."""
        self._ask_of(self._needed(), tags_first=True)

    def remove(self) -> None:
        """Take everything off the passage."""

        def edit(opened: Opened, there: Annotation | None, span: Span) -> None:
            there = there or opened.covering(span)
            if there is None:
                self._corpus.notice.emit(Notice(_("Nothing is marked there.")))
            else:
                self._corpus.apply([Edit(there, None)], _("removal of mark"))

        self._with(self._needed(), edit)

    def star_document(self) -> None:
        """Star the open document, or take its star off."""
        opened = self._corpus.opened
        if opened is None:
            self._corpus.notice.emit(Notice(_("Open an article first.")))
            return
        starred = not opened.status.starred
        label = _("star on article") if starred else _("removal of star")
        self._corpus.apply([annotating.set_status(opened.status, starred=starred)], label)

    def read_document(self) -> None:
        """Mark the open document as read, or as unread."""
        opened = self._corpus.opened
        if opened is not None:
            read = not opened.status.read
            label = _("mark as read") if read else _("mark as unread")
            self._corpus.apply([annotating.set_status(opened.status, read=read)], label)

    def write(self, there: Annotation, note: str) -> None:
        """Set the note of a passage's annotation to what was written beside the text."""
        assert there.anchor is not None
        target = Target(there.document, there.anchor.span, there.id)
        refused = partial(self._ask_of, target, False, PassageWords(note, there.tags))
        edit = annotating.amend(there, annotating.now(), note=note)
        self._corpus.apply([edit], _("note on passage"), refused)

    def _noted(self, opened: Opened, target: Target, note: str) -> None:
        """Set the note of a passage that had none; ``opened`` is its document as it was then."""
        shown = self._corpus.opened
        now = shown if shown is not None and shown.document.id == target.document else opened
        there = now.annotation(target.annotation) or now.annotation_on(target.span)
        typed = PassageWords(note, there.tags if there else ())
        refused = partial(self._ask_of, target, False, typed)
        self._annotate(now, there, target.span, _("note on passage"), refused, note=note)

    def edit(self, annotation: Annotation) -> None:
        """Ask for the note and tags of an annotation."""
        if annotation.anchor is None:
            self._ask_of_whole(annotation.document, annotation.id)
        else:
            target = Target(annotation.document, annotation.anchor.span, annotation.id)
            self._ask_of(target, tags_first=False)

    def note_document(self) -> None:
        """Ask for a note about the open document as a whole."""
        opened = self._corpus.opened
        if opened is None:
            self._corpus.notice.emit(Notice(_("Open an article first.")))
        else:
            self._ask_of_whole(opened.document.id)

    # -- how -----------------------------------------------------------------------------------------

    def _needed(self) -> Target | None:
        target = self.target()
        if target is None:
            self._corpus.notice.emit(
                Notice(_("Select a passage first: with the mouse, or with Shift and the arrows."))
            )
        return target

    def _with(self, target: Target | None, edit: Callable[[Opened, Annotation | None, Span], None]) -> None:
        """Fetch the target's document and the mark that is on it, and hand them on."""
        if target is None:
            return
        meant = target

        def found(opened: Opened | None) -> None:
            if opened is None:
                return
            there = opened.annotation(meant.annotation) or opened.annotation_on(meant.span)
            edit(opened, there, meant.span)

        self._fetch(meant.document, found)

    def _fetch(self, document: str, found: Callable[[Opened | None], None]) -> None:
        opened = self._corpus.opened
        if opened is not None and opened.document.id == document:
            found(opened)
        else:
            self._corpus.fetch(document, found)

    def _annotate(
        self,
        opened: Opened,
        there: Annotation | None,
        span: Span,
        label: str,
        refused: Callable[[], None] | None = None,
        **values: object,
    ) -> None:
        stamp = annotating.now()
        edit = annotating.annotate(opened.document, there, span, stamp, self._corpus.author, **values)
        self._corpus.apply([edit], label, refused)

    def _ask_of(self, target: Target | None, tags_first: bool, typed: PassageWords | None = None) -> None:
        """Ask for note and tags of a passage; ``typed`` is what the store did not take the last time."""

        def found(opened: Opened, there: Annotation | None, span: Span) -> None:
            words = PassageWords(there.note, there.tags) if there else PassageWords("", ())

            def said(now: PassageWords) -> None:
                label = _("tags of passage") if now.note == words.note else _("note on passage")
                refused = partial(self._ask_of, target, tags_first, now)
                self._annotate(opened, there, span, label, refused, note=now.note, tags=now.tags)

            quoted = there.exact if there else span.of(opened.document.text)
            self._ask(quoted, words, tags_first, typed, said)

        self._with(target, found)

    def _ask_of_whole(self, document: str, annotation: str = "", typed: PassageWords | None = None) -> None:
        """Ask for note and tags of a note about a whole document: the one with this id, or a new one."""

        def found(opened: Opened | None) -> None:
            if opened is None:
                return
            there = opened.annotation(annotation)
            words = PassageWords(there.note, there.tags) if there else PassageWords("", ())

            def said(now: PassageWords) -> None:
                if not now.note and there is None:
                    return
                stamp, author = annotating.now(), self._corpus.author
                if there is not None:
                    edit = annotating.amend(there, stamp, note=now.note, tags=now.tags)
                else:
                    edit = annotating.note_on_whole(document, stamp, now.note, now.tags, author)
                refused = partial(self._ask_of_whole, document, annotation, now)
                self._corpus.apply([edit], _("note on article"), refused)

            self._ask(opened.document.title, words, False, typed, said)

        self._fetch(document, found)

    def _ask(
        self,
        quoted: str,
        words: PassageWords,
        tags_first: bool,
        typed: PassageWords | None,
        said: Callable[[PassageWords], None],
    ) -> None:
        """Ask for note and tags; ``said`` is called with what was written if it is other than ``words``."""

        def known(tags: list[str]) -> None:
            dialog = PassageDialog(quoted, typed or words, tags, tags_first, self._window)

            def accepted() -> None:
                if dialog.words() != words:
                    said(dialog.words())

            dialog.accepted.connect(accepted)
            dialog.finished.connect(lambda _result: dialog.deleteLater())
            dialog.open()

        self._corpus.jobs.call(_tags, done=known)


def _tags(workspace: Workspace) -> list[str]:
    return annotating.tags_in_use(workspace.store.annotations())
