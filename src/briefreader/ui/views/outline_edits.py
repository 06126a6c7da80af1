"""What a person does to the outline of the briefing in hand: each a step that can be undone by its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from briefreader.domain.decision import Passage
from briefreader.domain.outline import CITED, Line, Outline, Part
from briefreader.i18n import _, plural
from briefreader.library import outlining
from briefreader.ui.briefings import Briefings


class OutlineEdits(QObject):
    """Changes of lines and sections, by their ids."""

    def __init__(self, briefings: Briefings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._briefings = briefings
        self._apart: dict[str, str] = {}  # what was typed last in lines that somebody else has changed

    @property
    def now(self) -> Outline | None:
        """Return the briefing in hand."""
        return self._briefings.now

    # -- words ------------------------------------------------------------------------------------

    def reword(self, line_id: str, text: str, kept: Sequence[int | Passage]) -> None:
        """Take what was typed; what is typed in one line is one step."""

        def change(old: Outline) -> Outline:
            line = old.line(line_id)
            if line is None:
                return old
            if not line.worded:
                return outlining.changed(old, line_id, text=text.replace(CITED, ""))
            evidence = outlining.reworded(line, text, kept).evidence
            return outlining.changed(old, line_id, text=text, evidence=evidence)

        refused = partial(self._keep_apart, line_id, text.replace(CITED, ""))
        self._briefings.change(change, _("typing in briefing"), f"words of {line_id}", refused)

    def _keep_apart(self, line_id: str, text: str) -> None:
        """Keep what was typed where somebody else has written meanwhile: in a line of its own below."""
        if not self._apart:
            self._briefings.when_known(self._put_apart)
        self._apart[line_id] = text

    def _put_apart(self) -> None:
        typed, self._apart = self._apart, {}
        for line_id, text in typed.items():
            now = self.now
            place = place_below(now, line_id) if now is not None else None
            if place is not None and text.strip():
                part, at = place
                line = outlining.line("text", text)
                put = partial(outlining.with_lines, lines=[line], part_id=part.id, at=at)
                self._briefings.change(put, _("new sentence"))

    def value(self, line_id: str, name: str, value: str) -> None:
        """Set one of the values of a line."""

        def change(old: Outline) -> Outline:
            line = old.line(line_id)
            if line is None:
                return old
            values = {key: each for key, each in line.values.items() if key != name}
            return outlining.changed(old, line_id, values={**values, name: value} if value else values)

        label = _("reason for confidence") if name == "basis" else _("confidence")
        self._briefings.change(change, label, f"{name} of {line_id}" if name == "basis" else "")

    def head(self, name: str, value: Any) -> None:
        """Set a field of the title block."""
        label = _("title of briefing") if name == "title" else _("details of briefing")
        typed = name in ("title", "to", "author", "date", "period", "as_of", "label")
        self._briefings.change(lambda old: replace(old, **{name: value}), label, name if typed else "")

    def write(self, kind: str, part: Part, at: int | None = None) -> str:
        """Begin a line of the author's own at a place of a section; return its id."""
        line = outlining.line(kind)
        label = _("new judgement") if kind == "judgement" else _("new sentence")
        self._briefings.change(lambda old: outlining.with_lines(old, [line], part.id, at), label)
        return line.id

    # -- lines and sections -----------------------------------------------------------------------

    def accept(self, line_ids: Sequence[str] | None = None) -> None:
        """Take on proposals: these, or all."""
        self._briefings.change(lambda old: outlining.accepted(old, line_ids), _("acceptance of proposals"))

    def remove(self, ids: Sequence[str]) -> None:
        """Take lines and sections out."""
        now = self.now
        sections = [part for part in now.parts if part.id in ids] if now is not None else []
        label = _("removal of section") if sections else plural(
            "removal of {n} line", "removal of {n} lines", len(ids)
        )  # fmt: skip
        self._briefings.change(lambda old: outlining.without(old, ids), label)

    def move(self, ids: Sequence[str], part_id: str, at: int) -> None:
        """Put lines at a place of a section; or one section, where none to go to is named."""
        now = self.now
        if now is None:
            return
        if not part_id:
            self._briefings.change(lambda old: outlining.part_moved(old, ids[0], at), _("move of section"))
        elif now.part(part_id) is not None:
            self._briefings.change(
                lambda old: outlining.moved(old, ids, part_id, at), _("move within briefing")
            )

    def step(self, ids: Sequence[str], by: int) -> None:
        """Move lines or a section one place up (-1) or down (1), lines at the end into the next section."""
        now = self.now
        if now is None or not ids:
            return
        section = next((n for n, part in enumerate(now.parts) if part.id in ids), -1)
        if section >= 0:
            to = section + by
            if 0 <= to < len(now.parts):
                self.move([now.parts[section].id], "", to + (by > 0))
            return
        target = _beyond(now, ids, by)
        if target is not None:
            self.move(ids, *target)

    def add_section(self, kind: str, title: str, after: str = "") -> str:
        """Add a section below another, or at the end; return its id."""
        fresh = outlining.part(kind, title)

        def change(old: Outline) -> Outline:
            ids = [each.id for each in old.parts]
            at = ids.index(after) + 1 if after in ids else len(ids)
            return replace(old, parts=(*old.parts[:at], fresh, *old.parts[at:]))

        self._briefings.change(change, _("new section"))
        return fresh.id

    def rename_section(self, part_id: str, title: str) -> None:
        """Give a section another title."""
        self._briefings.change(
            lambda old: outlining.part_changed(old, part_id, title=title), _("title of section")
        )


def place_below(outline: Outline, row_id: str) -> tuple[Part, int] | None:
    """Return where a new line goes that is begun at a row: below the line, or at the end of the section."""
    for part in outline.parts:
        if part.id == row_id:
            return part, len(part.lines)
        for n, line in enumerate(part.lines):
            if line.id == row_id:
                return part, n + 1
    return (outline.parts[0], len(outline.parts[0].lines)) if outline.parts else None


def part_of(outline: Outline | None, row_id: str) -> Part | None:
    """Return the section of a row: the section itself, or that of the line."""
    if outline is None:
        return None
    found = ((part, line) for part, line in outline.lines() if line.id == row_id)
    return outline.part(row_id) or next((part for part, _line in found), None)


def lines_of_part(outline: Outline, ids: Sequence[str]) -> list[Line]:
    """Return the lines with these ids, in their order."""
    return [line for _part, line in outline.lines() if line.id in ids]


def _beyond(outline: Outline, ids: Sequence[str], by: int) -> tuple[str, int] | None:
    """Return where lines go that are moved by one place: past the next line, or into the next section."""
    edge = lines_of_part(outline, ids)
    if not edge:
        return None
    line = edge[0] if by < 0 else edge[-1]
    part = part_of(outline, line.id)
    assert part is not None
    at = [each.id for each in part.lines].index(line.id)
    if 0 <= at + by < len(part.lines):
        return part.id, at - 1 if by < 0 else at + 2
    number = outline.parts.index(part) + by
    if not 0 <= number < len(outline.parts):
        return None
    other = outline.parts[number]
    return other.id, len(other.lines) if by < 0 else 0
