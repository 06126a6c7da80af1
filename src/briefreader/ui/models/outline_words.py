"""What the lines of an outline say in a row, in a sentence and in signs."""

from __future__ import annotations

from typing import Any

from briefreader.domain.outline import CITED, Line
from briefreader.i18n import N_, _, plural

KINDS = {
    "text": ("pencil", N_("My own words")),
    "judgement": ("bulb", N_("Judgement")),
    "quote": ("quote", N_("Quote")),
    "fact": ("chart-bar", N_("Fact")),
    "passage": ("highlight", N_("Passage")),
    "claim": ("heart-handshake", N_("What sources say")),
    "timeline": ("calendar-event", N_("Timeline")),
    "figures": ("hash", N_("Table of figures")),
    "chart": ("chart-bar", N_("Chart")),
    "person": ("user", N_("Name")),
}
"""The icon and the name of each kind of line."""
FACT_KINDS = {
    "figure": N_("Figure"), "event": N_("Event"), "agreement": N_("Agreement"), "key": N_("Key sentence"),
    "date": N_("Date"),
}  # fmt: skip
CHANGES = {
    "new": N_("New since the last export"),
    "corroborated": N_("Newly corroborated"),
    "contradicted": N_("Newly contradicted"),
    "superseded": N_("Superseded"),
    "source changed": N_("The source has changed"),
}
VERDICTS = {
    "differ": N_("Sources differ"), "agree": N_("Sources agree"), "rounding": N_("Agree within rounding"),
    "refines": N_("One is more exact"), "scope": N_("Another period or scope"),
    "linked": N_("Linked by hand"), "single": N_("One source"),
}  # fmt: skip
CONFIDENCE = {
    "high": N_("High confidence"),
    "moderate": N_("Moderate confidence"),
    "low": N_("Low confidence"),
}


def value(line: Line, name: str) -> str:
    """Return one of the values of a line in words; "" if it is missing."""
    found = line.values.get(name)
    return "" if found is None else str(found)


def rows_of(line: Line, name: str = "rows") -> list[dict[str, Any]]:
    """Return the rows (or "sides") of a line, one for each passage it rests on."""
    found = line.values.get(name) or []
    rows = [row if isinstance(row, dict) else {} for row in found]
    return [rows[n] if n < len(rows) else {} for n in range(len(line.evidence))]


def exact(line: Line, n: int = 0) -> str:
    """Return what a passage of the evidence says, on one line; "" if there is none."""
    return " ".join(line.evidence[n].anchor.exact.split()) if n < len(line.evidence) else ""


def plain(text: str) -> str:
    """Return an author's words without the signs of citations, on one line."""
    return " ".join(text.replace(CITED, "").split())


def words_of(line: Line) -> str:
    """Return what stands for a line in the outline."""
    if line.worded:
        return plain(line.text) or _("Nothing written yet")
    if line.kind == "quote":
        return ": ".join(each for each in (value(line, "speaker"), f"“{exact(line)}”") if each)
    if line.kind == "fact":
        head = " ".join(each for each in (value(line, "label"), value(line, "value")) if each)
        words = exact(line)
        if head in words or words in head:  # the same need not be said twice
            return max(head, words, key=len)
        return f"{head} – {words}"
    if line.kind == "claim":
        return value(line, "topic") or exact(line)
    if line.kind == "timeline":
        return plural("{n} date", "{n} dates", len(line.evidence))
    if line.kind == "figures":
        return plural("{n} figure", "{n} figures", len(line.evidence))
    if line.kind == "chart":
        return value(line, "title") or plural("{n} figure", "{n} figures", len(line.evidence))
    if line.kind == "person":
        return value(line, "name") or exact(line)
    return exact(line)


def kind_of(line: Line) -> str:
    """Return what a line is."""
    if line.kind == "fact":
        return _(FACT_KINDS.get(value(line, "kind"), KINDS["fact"][1]))
    return _(KINDS[line.kind][1])


def change_of(change: str) -> str:
    """Return in words what has become of a line since the last export."""
    return _(CHANGES[change]) if change in CHANGES else change


def spoken_line(line: Line) -> str:
    """Return a line as a screen reader says it, without what has changed or is wrong with it."""
    said = [kind_of(line), words_of(line)]
    if line.proposed:
        said.append(_("proposed"))
    if line.assessment:
        said.append(_("assessment: nothing is cited for it"))
    if not line.worded and line.text:
        said.append(_("Comment: {words}").format(words=plain(line.text)))
    return ". ".join(said)
