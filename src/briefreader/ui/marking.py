"""Marking passages: what the keys s, h, 1–8, n and t do, wherever the keyboard is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from briefreader.domain.annotation import COLOURS, Annotation, Edit
from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.library import annotating
from briefreader.library.workspace import Workspace
from briefreader.ui.corpus import Corpus, Notice, Opened
from briefreader.ui.dialogs.passage import PassageDialog, PassageWords

Target = tuple[str, Span]


class Marking(QObject):
    """Stars, highlights, notes and tags on the passage that the user means.

    ``means`` returns the passage that a row of the side panel stands for while the panel has the
    keyboard; otherwise the selection in the reader counts.
    """

    def __init__(self, corpus: Corpus, means: Callable[[], Target | None], window: QWidget) -> None:
        super().__init__(window)
        self._corpus = corpus
        self._means = means
        self._window = window
        self.colour = COLOURS[0]

    def target(self) -> Target | None:
        """Return the document and passage that a key would act on."""
        meant = self._means()
        if meant is not None:
            return meant
        opened = self._corpus.opened
        if opened is None or self._corpus.selection is None:
            return None
        return opened.document.id, self._corpus.selection

    # -- what the keys do -------------------------------------------------------------------------

    def star(self) -> None:
        """Star the passage, or take its star off; without a passage, the document's."""
        target = self.target()
        if target is None:
            self.star_document()
            return

        def edit(opened: Opened, span: Span) -> None:
            there = opened.annotation_on(span)
            starred = not (there and there.starred)
            label = _("star on passage") if starred else _("removal of star")
            self._annotate(opened, there, span, label, starred=starred)

        self._with(target, edit)

    def highlight(self, colour: str = "") -> None:
        """Highlight the passage in a colour, or take the highlight off if it has that colour."""
        if colour:
            self.colour = colour
        chosen = self.colour

        def edit(opened: Opened, span: Span) -> None:
            there = opened.annotation_on(span)
            same = there is not None and there.colour == chosen
            label = _("removal of highlight") if same else _("highlight")
            self._annotate(opened, there, span, label, colour="" if same else chosen)

        self._with(self._needed(), edit)

    def note(self) -> None:
        """Ask for a note on the passage."""
        self._with(self._needed(), lambda opened, span: self._ask(opened, span, tags_first=False))

    def tag(self) -> None:
        """Ask for tags of the passage."""
        self._with(self._needed(), lambda opened, span: self._ask(opened, span, tags_first=True))

    def remove(self) -> None:
        """Take everything off the passage."""

        def edit(opened: Opened, span: Span) -> None:
            there = opened.annotation_on(span)
            if there is None:
                self._corpus.notice.emit(Notice(_("Nothing is marked there.")))
            else:
                self._corpus.apply([Edit(there, None)], _("removal of mark"))

        self._with(self._needed(), edit)

    def edit_annotation(self, annotation: Annotation) -> None:
        """Ask for the note and tags of an annotation."""

        def found(opened: Opened | None) -> None:
            if opened is not None:
                place = annotating.place_of(annotation, opened.document) or annotation.anchor.span
                self._ask(opened, place, tags_first=False, there=annotation)

        self._fetch(annotation.document, found)

    def remove_annotation(self, annotation: Annotation) -> None:
        """Take an annotation away."""
        self._corpus.apply([Edit(annotation, None)], _("removal of mark"))

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

    # -- how -----------------------------------------------------------------------------------------

    def _needed(self) -> Target | None:
        target = self.target()
        if target is None:
            self._corpus.notice.emit(
                Notice(_("Select a passage first: with the mouse, or with Shift and the arrows."))
            )
        return target

    def _with(self, target: Target | None, edit: Callable[[Opened, Span], None]) -> None:
        if target is None:
            return
        document, span = target

        def found(opened: Opened | None) -> None:
            if opened is not None:
                edit(opened, span)

        self._fetch(document, found)

    def _fetch(self, document: str, found: Callable[[Opened | None], None]) -> None:
        opened = self._corpus.opened
        if opened is not None and opened.document.id == document:
            found(opened)
        else:
            self._corpus.fetch(document, found)

    def _annotate(
        self, opened: Opened, there: Annotation | None, span: Span, label: str, **values: object
    ) -> None:
        edit = annotating.annotate(
            opened.document, there, span, annotating.now(), self._corpus.author, **values
        )
        self._corpus.apply([edit], label)

    def _ask(self, opened: Opened, span: Span, tags_first: bool, there: Annotation | None = None) -> None:
        there = there or opened.annotation_on(span)
        words = PassageWords(there.note, there.tags) if there else PassageWords("", ())

        def known(tags: list[str]) -> None:
            quoted = there.anchor.exact if there else span.of(opened.document.text)
            dialog = PassageDialog(quoted, words, tags, tags_first, self._window)

            def finished(result: int) -> None:
                if result == QDialog.DialogCode.Accepted and dialog.words() != words:
                    said = dialog.words()
                    label = _("tags of passage") if said.note == words.note else _("note on passage")
                    self._annotate(opened, there, span, label, note=said.note, tags=said.tags)
                dialog.deleteLater()

            dialog.finished.connect(finished)
            dialog.open()

        self._corpus.jobs.call(_tags, done=known)


def _tags(workspace: Workspace) -> list[str]:
    return annotating.tags_in_use(workspace.store.annotations())
