"""The briefing in hand: its outline, its text to write in, and its pages as they will be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from briefreader.domain.outline import Line, Outline
from briefreader.exporters import citation_styles
from briefreader.i18n import _
from briefreader.library import outlining
from briefreader.ui.adding import Wanted, lines_of, passages_of
from briefreader.ui.corpus import Corpus
from briefreader.ui.menus import open_menu
from briefreader.ui.models.citations import Citations
from briefreader.ui.models.outline import HEAD, SOURCES, Row
from briefreader.ui.theme import Theme
from briefreader.ui.views.acts import OUTLINE, named
from briefreader.ui.views.briefing_bar import BriefingBar
from briefreader.ui.views.briefing_head import BriefingHead
from briefreader.ui.views.briefing_preview import BriefingPreview
from briefreader.ui.views.briefing_review import Remark, RemarkList, Review, Reviewing
from briefreader.ui.views.briefing_sources import BriefingSources
from briefreader.ui.views.briefing_text import BriefingText
from briefreader.ui.views.line_card import LineCard
from briefreader.ui.views.nothing import Nothing
from briefreader.ui.views.outline_edits import OutlineEdits, lines_of_part, part_of, place_below
from briefreader.ui.views.outline_tree import OutlineTree
from briefreader.ui.views.own_keys import OwnKeys, act_action, fill_menu
from briefreader.ui.views.reading_order import in_reading_order
from briefreader.ui.views.section_asking import ask_for_section, ask_for_title

_SIZES = (300, 510, 550)


class BriefingView(QWidget):
    """Outline, text and pages side by side; the article can stand in the place of the pages."""

    beside_changed = Signal(str)
    """What stands beside the text: "preview" or "article"."""
    new_wanted = Signal()
    proposal_wanted = Signal()
    keeps_off = True

    def __init__(
        self,
        corpus: Corpus,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._corpus, self._theme = corpus, theme
        self._briefings = corpus.briefings
        self._changes: Mapping[str, str] = {}
        self._remarks: Mapping[str, tuple[str, ...]] = {}
        self._stale = True
        self.edits = OutlineEdits(self._briefings, self)
        self.citations = Citations(corpus, self)
        self._keys = OwnKeys(self)
        self.bar = BriefingBar(theme, self)
        self.tree = OutlineTree(theme, self)
        self.head = BriefingHead(citation_styles, self)
        self.text = BriefingText(theme, self.citations, self)
        self.sources = BriefingSources(theme, self.citations, self)
        self.preview = BriefingPreview(corpus, theme, self)
        self.remarks = RemarkList(theme, self)
        self.reviewing = Reviewing(corpus, self.isVisible, self)
        self.nothing = Nothing(_("New briefing"), self.new_wanted.emit, self)
        self.nothing.add_button(_("Propose one from the listed articles…"), self.proposal_wanted.emit)
        self.acts = self._acts()
        self._lay_out()
        self._connect()

    # -- making -----------------------------------------------------------------------------------

    def _acts(self) -> list[QAction]:
        slots: dict[str, Callable[[], object]] = {
            "write": lambda: self.write("text"),
            "judge": lambda: self.write("judgement"),
            "source": self.go_to_source,
            "accept": lambda: self.edits.accept(self.tree.line_ids()),
            "accept_all": lambda: self.edits.accept(),
            "up": lambda: self.step(-1),
            "down": lambda: self.step(1),
            "add_section": self.add_section,
            "rename_section": self.rename_section,
            "remove_line": self.remove,
            "check": self.remarks.take_focus,
            "beside": lambda: self.set_beside("article" if self.beside == "preview" else "preview"),
        }
        actions = []
        for name, slot in slots.items():
            act = named(OUTLINE, name)
            self._keys.add(act.keys, slot, name)
            actions.append(act_action(act, slot, self))
        self._keys.add("Esc", self.setFocus)  # the outline, or what stands in its place
        self._keys.keep_off()
        return actions

    def _lay_out(self) -> None:
        form = QScrollArea(self)
        form.setWidgetResizable(True)
        form.setFrameShape(QScrollArea.Shape.NoFrame)
        form.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(form)
        inside.setObjectName("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self.head)
        form.setWidget(inside)
        self._form = form
        self.middle = QStackedWidget(self)
        for each in (form, self.text, self.sources):
            self.middle.addWidget(each)
        self.splitter = QSplitter(self)
        self.splitter.setChildrenCollapsible(False)
        left = QWidget(self)
        below = QVBoxLayout(left)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.tree, 1)
        below.addWidget(self.remarks)
        for part, least in ((left, 170), (self.middle, 290), (self.preview, 260)):
            part.setMinimumWidth(least)
            self.splitter.addWidget(part)
        in_reading_order(self.splitter)
        self.splitter.setSizes(list(_SIZES))
        for number, stretch in enumerate((0, 3, 4)):
            self.splitter.setStretchFactor(number, stretch)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.splitter)
        self._pages.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        edits, tree = self.edits, self.tree
        tree.chosen.connect(self._choose)
        tree.entered.connect(self.go_into)
        tree.menu_requested.connect(self._menu)
        tree.outline.moved.connect(edits.move)
        tree.outline.dropped.connect(self.take)
        self.head.changed.connect(edits.head)
        self.text.made.connect(self._attend)
        self.text.write_wanted.connect(self.write)
        self.text.renamed.connect(edits.rename_section)
        self.sources.graded.connect(self._grade)
        self.preview.spot_clicked.connect(self._show_ids_of)
        self.bar.chosen.connect(self._briefings.choose)
        self.bar.beside_wanted.connect(self.set_beside)
        self._briefings.changed.connect(self._follow)
        self._briefings.flushing.connect(self.text.flush)
        self._briefings.shown.connect(self.show_rows)
        self.reviewing.came.connect(self.show_review)
        self.remarks.wanted.connect(self._go_to_remark)

    def _attend(self, card: LineCard) -> None:
        card.written.connect(self.edits.reword)
        card.valued.connect(self.edits.value)
        card.wanted.connect(self._wanted)
        card.dropped.connect(self.cite_dropped)

    # -- what the window asks -----------------------------------------------------------------------

    @property
    def beside(self) -> str:
        """Return what stands beside the text: "preview" or "article"."""
        return self.bar.beside

    def set_beside(self, what: str) -> None:
        """Let the pages stand beside the text, or leave the room to the article."""
        if what != self.bar.beside:
            self.bar.set_beside(what)
            self.preview.setVisible(what == "preview")
            self.beside_changed.emit(what)

    def show_rows(self, ids: Sequence[str]) -> None:
        """Choose and show lines or sections."""
        self._settle()
        self.tree.choose(ids)

    def show_review(self, found: Review) -> None:
        """Show what has become of lines since the last export, and what the check says of them."""
        self._changes, self._remarks = found.changes, found.by_row()
        self.remarks.show_remarks(found.remarks)
        self.sources.show_suggestions(found.suggested)
        self.preview.show_changes(found.changes)
        self._follow()

    def writing(self) -> tuple[str, int] | None:
        """Return the line of the author's in which the caret was last, and its place."""
        return self.text.writing() if self.middle.currentWidget() is self.text else None

    def write(self, kind: str) -> None:
        """Begin a line of the author's own below the chosen row."""
        outline, row = self._briefings.now, self.tree.current()
        self.text.flush()
        place = place_below(outline, row.id if row is not None else "") if outline is not None else None
        if place is not None:
            part, at = place
            id = self.edits.write(kind, part, at)
            self.show_rows([id])
            self.text.write_in(id)

    def step(self, by: int) -> None:
        """Move what is chosen up or down; what is being written moves as well."""
        self.text.flush()
        self.edits.step(self.tree.ids(), by)

    def remove(self) -> None:
        """Take the chosen lines and sections out."""
        ids = [id for id in self.tree.ids() if id not in (HEAD, SOURCES)]
        if ids:
            self.edits.remove(ids)

    def add_section(self) -> None:
        """Ask for a section, and add it below the chosen one."""
        part = part_of(self._briefings.now, self._chosen_id())

        def add(kind: str, title: str) -> None:
            self.show_rows([self.edits.add_section(kind, title, part.id if part else "")])

        ask_for_section(self._briefings.now, add, self)

    def rename_section(self) -> None:
        """Ask for another title of the chosen section."""
        part = part_of(self._briefings.now, self._chosen_id())
        if part is not None:
            ask_for_title(part.title, lambda title: self.edits.rename_section(part.id, title), self)

    def go_into(self) -> None:
        """Give the text of the chosen row the keyboard."""
        row = self.tree.current()
        if row is None or row.id == HEAD:
            self.head.fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)
        elif row.line is not None:
            self.text.write_in(row.id)
        elif row.part is not None:
            (self.text.write_in(row.part.lines[0].id) if row.part.lines else self.write("text"))
        elif row.id == SOURCES and self.sources.rows:
            next(iter(self.sources.rows.values()))[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_source(self) -> None:
        """Show the first passage of the chosen line in the article."""
        now = self._briefings.now
        lines = lines_of_part(now, self.tree.line_ids()) if now is not None else []
        passages = [passage for line in lines for passage in line.evidence]
        if passages:
            self.citations.go(passages[0])

    # -- what comes from elsewhere ------------------------------------------------------------------

    def take(self, wanted: Sequence[Wanted], part_id: str = "", at: int = -1) -> None:
        """Make lines of what was dropped, and put them into a section."""
        survey = self._corpus.survey

        def made(lines: list[Line]) -> None:
            self._briefings.add(lines, part_id, at if at >= 0 else None)
            self.show_rows([line.id for line in lines])

        self._corpus.jobs.call(lines_of, wanted, survey, done=made)

    def cite_dropped(self, line_id: str, wanted: Sequence[Wanted], place: int) -> None:
        """Cite what was dropped into a sentence of the author's; below a comment it becomes a line."""
        line = self._briefings.now.line(line_id) if self._briefings.now is not None else None
        if line is None:
            return
        if not line.worded:
            part = part_of(self._briefings.now, line_id)
            assert part is not None
            self.take(wanted, part.id, part.lines.index(line) + 1)
            return
        self._corpus.jobs.call(
            passages_of, wanted, self._corpus.survey,
            done=lambda passages: self.cite(line_id, passages, place),
        )  # fmt: skip

    def cite(self, line_id: str, passages: Sequence[object], place: int | None) -> None:
        """Put citations into a sentence of the author's."""

        def change(old: Outline) -> Outline:
            line = old.line(line_id)
            if line is None or not line.worded:
                return old
            for n, passage in enumerate(passages):
                line = outlining.cited(line, passage, None if place is None else place + n)  # type: ignore[arg-type]
            return outlining.changed(old, line_id, text=line.text, evidence=line.evidence)

        self.text.flush()
        self._briefings.change(change, _("citation"))
        if place is not None and line_id in self.text.cards:
            self.text.cards[line_id].field.put_caret(place + len(passages))

    # -- what it listens to --------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self._settle()
        self._corpus.surveys.want()
        self.reviewing.again()

    def _follow(self) -> None:
        self._stale = True
        if self.isVisible():
            self._settle()

    def _settle(self) -> None:
        """Show what there is now; nothing is done while nobody sees it."""
        if not self._stale:
            return
        self._stale = False
        now = self._briefings.now
        self.bar.show_briefings(self._briefings.all, now)
        self.bar.setVisible(now is not None)
        self._pages.setCurrentIndex(0 if now is not None else 1)
        self.setFocusProxy(self.tree if now is not None else self.nothing.button)
        if now is None:
            self.nothing.say(_(
                "No briefing yet. Begin one here, or add quotes and facts with Q and F wherever you read."
            ), offer=True)  # fmt: skip
        self.tree.show_outline(now, self._changes, {id: len(each) for id, each in self._remarks.items()})
        if self.tree.current() is None and now is not None:
            self.tree.choose([now.parts[0].id if now.parts else HEAD])
        self._choose(self.tree.current())
        self.preview.show_outline(now)

    def _choose(self, row: Row | None) -> None:
        now = self._briefings.now
        if now is None or row is None:
            return
        if row.id == HEAD:
            self.head.show_outline(now)
            self.middle.setCurrentWidget(self._form)
        elif row.id == SOURCES:
            self.middle.setCurrentWidget(self.sources)
            self.sources.show_outline(now)
        else:
            self.text.show_part(part_of(now, row.id), self._changes, self._remarks)
            self.text.set_current(row.id)
            self.middle.setCurrentWidget(self.text)
        self.preview.pages.show_spot(row.id)

    def _chosen_id(self) -> str:
        row = self.tree.current()
        return row.id if row is not None else ""

    def _show_ids_of(self, id: str) -> None:
        self.show_rows([id])
        if id in self.text.cards:
            self.text.write_in(id)

    def _wanted(self, id: str, what: str) -> None:
        """Do what a card asks for."""
        if what == "focused":
            if self._chosen_id() != id:
                self.tree.choose([id])
        elif what == "accept":
            self.edits.accept([id])
        elif what in ("remove", "emptied"):
            self._step_out(id, -1) if what == "emptied" else None
            self.edits.remove([id])
        elif what == "after":
            self.tree.choose([id])
            line = self._briefings.now.line(id) if self._briefings.now is not None else None
            self.write("judgement" if line is not None and line.kind == "judgement" else "text")
        elif what in ("before", "below"):
            self._step_out(id, -1 if what == "before" else 1)

    def _step_out(self, id: str, by: int) -> None:
        part = part_of(self._briefings.now, id)
        ids = [line.id for line in part.lines] if part is not None else []
        to = ids.index(id) + by if id in ids else -1
        if 0 <= to < len(ids):
            QTimer.singleShot(0, self, lambda: self.text.write_in(ids[to], at_end=by < 0))

    def _go_to_remark(self, remark: Remark) -> None:
        if remark.id:
            self.show_rows([remark.id])
        else:
            self._corpus.open_document(remark.document, remark.span)

    def _grade(self, document: str, grade: object) -> None:
        self._briefings.change(
            lambda old: outlining.graded(old, document, grade),  # type: ignore[arg-type]
            _("grade of source"), f"grade of {document}",
        )  # fmt: skip

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self.tree)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self.acts)
        open_menu(menu, place)
