"""What can be done in each view: its words, its keys, what it is for.

Buttons, the menu of the view, the menus on its rows, the sheet of keys and the guide are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefreader.i18n import N_


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do in a view, to what is chosen; ``keys`` may be "".

    ``line_before`` sets it off from what stands above it in a menu.
    """

    name: str
    text: str
    keys: str
    tip: str
    line_before: bool = False


_GO = Act("go", N_("Show in the article"), "Return", N_("Show the passage in the article"))
_BRIEF = Act("brief", N_("Add to briefing"), "Q", N_("Add what is chosen to the briefing in hand"))
LEDGER = (
    _GO,
    Act("compare", N_("Side by side"), "Ctrl+Alt+C",
        N_("Show the first two passages of the claim in their articles, side by side")),
    _BRIEF,
    Act("confirm", N_("Confirm"), "C", N_("Confirm that the claim is judged rightly"), line_before=True),
    Act("dismiss", N_("Dismiss…"), "D", N_("Dismiss the claim; it can be shown again")),
    Act("take_back", N_("Take back"), "B", N_("Take back what was decided on the claim")),
    Act("link", N_("Link by hand…"), "L",
        N_("Bring passages together: several chosen claims, or one and the selection in the article")),
)  # fmt: skip
TIMELINE = (
    _GO,
    _BRIEF,
    Act("zoom_out", N_("See more time"), "-", N_("Zoom out: see more time"), line_before=True),
    Act("zoom_in", N_("See less time, larger"), "+", N_("Zoom in: see less time, larger")),
    Act("fit", N_("See everything"), "0", N_("Zoom out as far as there is something to see")),
    Act("only", N_("Only sources published then"), "", N_("Filter the articles by the chosen time"),
        line_before=True),
    Act("clear", N_("Clear"), "Esc", N_("Give up the chosen time")),
)  # fmt: skip
PEOPLE = (
    _GO,
    _BRIEF,
    Act("merge", N_("Merge"), "Ctrl+M", N_("Say that the chosen names are of one bearer"), line_before=True),
    Act("never", N_("Never merge"), "Ctrl+Shift+M",
        N_("Say that no two of the chosen names are of one bearer")),
    Act("rename", N_("Rename…"), "R", N_("Show the chosen name otherwise")),
    Act("split", N_("Split off"), "O", N_("Make the chosen spelling or mentions a name of their own")),
    Act("take_back", N_("Undo my decisions"), "B", N_("Take back everything that was decided on this name")),
)  # fmt: skip
FIGURES = (
    _GO,
    _BRIEF,
    Act(
        "brief_chart",
        N_("Add as a chart to briefing"),
        "",
        N_("Add the chosen figures, or those of the chart, as a chart to the briefing in hand"),
    ),
    Act("copy", N_("Copy as a table"), "Ctrl+C", N_("Copy the chosen figures as a table"), line_before=True),
    Act("export", N_("Export CSV…"), "", N_("Save the figures shown here as a table for spreadsheets")),
)
OUTLINE = (
    Act("write", N_("Write a sentence"), "Ctrl+Return",
        N_("Begin a sentence of your own below the chosen line")),
    Act("judge", N_("Write a judgement"), "Ctrl+Shift+Return",
        N_("Begin a judgement of your own below the chosen line")),
    Act("source", N_("Show in the article"), "G", N_("Show the passage of the chosen line in its article")),
    Act("accept", N_("Accept"), "A", N_("Accept the chosen proposals, or all of the chosen section"),
        line_before=True),
    Act("accept_all", N_("Accept all"), "Shift+A", N_("Accept every proposal of the briefing")),
    Act("up", N_("Move up"), "Alt+Up", N_("Move the chosen lines or section up"), line_before=True),
    Act("down", N_("Move down"), "Alt+Down", N_("Move the chosen lines or section down")),
    Act("add_section", N_("Add section…"), "Ctrl+Shift+Ins", N_("Add a section below the chosen one"),
        line_before=True),
    Act("rename_section", N_("Rename section…"), "F2", N_("Give the chosen section another title")),
    Act("remove_line", N_("Remove"), "Del", N_("Remove the chosen lines or section from the briefing")),
    Act("check", N_("Check"), "Ctrl+Alt+R", N_("Go to the remarks of the check"), line_before=True),
    Act("beside", N_("Preview or article"), "Ctrl+Alt+V",
        N_("Show the pages beside the text, or the article and the side panel")),
)  # fmt: skip
VIEW_ACTS = {
    "ledger": (N_("&Ledger"), LEDGER),
    "timeline": (N_("&Timeline"), TIMELINE),
    "people": (N_("Pe&ople"), PEOPLE),
    "figures": (N_("F&igures"), FIGURES),
    "briefing": (N_("O&utline"), OUTLINE),
}
"""By the name of a view: the title of its menu, and what can be done there."""


def named(acts: tuple[Act, ...], name: str) -> Act:
    """Return the act of a name."""
    return next(act for act in acts if act.name == name)
