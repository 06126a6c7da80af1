"""The second article of a comparison: what it is, its text, and every mark in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from briefreader.domain.text import Span
from briefreader.i18n import _
from briefreader.settings import Settings
from briefreader.ui.corpus import Opened
from briefreader.ui.models.dates import say_published
from briefreader.ui.plain import plain_tooltip
from briefreader.ui.theme import Theme
from briefreader.ui.views.annotation_marks import annotation_marks
from briefreader.ui.views.elided import ElidedLabel
from briefreader.ui.views.reader import typography_of
from briefreader.ui.views.reader_layers import MARKED, OWN, marked_facts
from briefreader.ui.views.reader_marks import Mark
from briefreader.ui.views.reader_text import ReaderText

_ON_PASSAGES = ("S", "H", "N", "T", "U", "X", "Del", *"12345678")
_ON_FACTS = ("A", "R", "C", "E")


class OtherArticle(QWidget):
    """An article beside the one in the reader; passages in it can be marked as in the reader."""

    refused = Signal(str)
    """Why a key does nothing here, in words."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self._also: tuple[Mark, ...] = ()
        self._kinds = frozenset({*MARKED, OWN})
        self.opened: Opened | None = None
        self.text = ReaderText(theme, self)
        self.text.setAccessibleName(_("Second article"))
        self.text.set_typography(*typography_of(settings))
        self.text.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_header())
        layout.addWidget(self.text, 1)
        theme.changed.connect(self._align)
        self._align()

    def _make_header(self) -> QWidget:
        self._outlet = ElidedLabel(self)
        self._outlet.setProperty("role", "muted")
        self._outlet.setMinimumHeight(_button_height(self))  # as the first article's line
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setProperty("role", "title")
        header = QWidget(self)
        header.setObjectName("surface")
        self._inside = QVBoxLayout(header)
        self._inside.setSpacing(4)
        self._inside.addWidget(self._outlet)
        self._inside.addWidget(self._title)
        return header

    # -- what is shown ---------------------------------------------------------------------------

    def show_article(self, opened: Opened | None) -> None:
        """Show an article from its beginning, or none; the same one again stays where it is."""
        before, self.opened = self.opened, opened
        same = bool(opened and before and _text(opened) == _text(before))
        if not same:
            self._also = ()
            self.text.show_document(opened.document if opened else None)
        if opened is not None:
            self._tell(opened)
        self._mark()

    def show_also(self, marks: Sequence[Mark]) -> None:
        """Show these marks too, as long as this article is shown."""
        self._also = tuple(marks)
        self._mark()

    def mark_kinds(self, kinds: frozenset[str]) -> None:
        """Mark facts of these kinds only."""
        self._kinds = kinds
        self._mark()

    def set_typography(self, settings: Settings) -> None:
        """Set the text as the settings say."""
        self.text.set_typography(*typography_of(settings))
        self._align()

    def meant(self) -> tuple[str, Span, str] | None:
        """Return document and passage that a key is about, and the id of its mark if the caret is in one.

        None while the keyboard is elsewhere, or if nothing is selected or marked there.
        """
        if self.opened is None or not self.text.hasFocus():
            return None
        id, span = self.opened.document.id, self.text.selected_span()
        if span is not None:
            return id, span, ""
        caret = self.text.caret
        around = self.opened.covering(Span(caret, caret + 1))
        if around is None or around.anchor is None:
            return None
        return id, self.opened.place_of(around.id) or around.anchor.span, around.id

    # -- within ------------------------------------------------------------------------------------

    def _tell(self, opened: Opened) -> None:
        document = opened.document
        outlet = document.outlet or _("Outlet not known")
        said = f"{outlet} · {say_published(document.published, full=True)}"
        self._outlet.say(said, f"{outlet} · {say_published(document.published)}")
        self._outlet.setToolTip(plain_tooltip(f"{said}\n{document.origin}".strip()))
        self._title.setText(document.title)
        self._title.setVisible(not any(block.kind == "title" for block in document.blocks))
        self.text.setAccessibleName(_("Second article: {title}").format(title=document.title))

    def _mark(self) -> None:
        if self.opened is None:
            return
        document = self.opened.document
        by_kind = marked_facts(self.opened.facts)
        marks = [mark for kind in self._kinds & by_kind.keys() for mark in by_kind[kind]]
        if OWN in self._kinds:
            own = [each for each in self.opened.annotations if each.document == document.id]
            marks += annotation_marks(own, document.text)
        self.text.set_marks([*marks, *self._also])

    def _align(self) -> None:
        """Let the header begin and end where the column of text does."""
        side = max(28, (self.width() - self.text.measure) // 2) if self.width() > 0 else 28
        self._inside.setContentsMargins(side, 22, side, 6)

    def event(self, event: QEvent) -> bool:
        """Keep the header over the column when the pane changes its width."""
        if event.type() == QEvent.Type.Resize:
            self._align()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep letters off that would act on the first article while the keyboard is in this one."""
        if not isinstance(event, QKeyEvent) or event.type() == QEvent.Type.KeyRelease:
            return False
        keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        if keys in _ON_FACTS:
            why = _("Facts are judged in the first article: swap the two to judge here.")
        elif keys in _ON_PASSAGES and self.meant() is None:
            why = _("Select a passage first: with the mouse, or with Shift and the arrows.")
        else:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.refused.emit(why)
        return True


def _text(opened: Opened) -> tuple[str, str]:
    return opened.document.id, opened.document.text


def _button_height(parent: QWidget) -> int:
    button = QToolButton(parent)
    button.setAutoRaise(True)
    button.setIconSize(QSize(16, 16))
    height = button.sizeHint().height()
    button.deleteLater()
    return height
