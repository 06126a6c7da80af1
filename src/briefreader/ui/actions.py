"""Every action of the window: its words, its keys, its place in the menus."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from briefreader.i18n import N_, _
from briefreader.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action: ``name`` is what the window's slot is found by, ``keys`` the first of which is shown.

    ``tip`` is said in the tooltip and the sheet of keys where the menu's words are too short; ``within`` is
    the title of a menu inside the menu.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    checked: bool = False
    line_before: bool = False
    within: str = ""


FILE, EDIT, VIEW, GO, ARTICLE, PASSAGE, BRIEFING, HELP = (
    N_("&File"), N_("&Edit"), N_("&View"), N_("&Go"), N_("&Article"), N_("&Passage"), N_("&Briefing"),
    N_("&Help"),
)  # fmt: skip

UNDERLINE_IN = N_("Un&derline in")

MENUS = (FILE, EDIT, VIEW, GO, ARTICLE, PASSAGE, BRIEFING, HELP)

ACTIONS = (
    ActionSpec("open_folder", FILE, N_("&Open folder…"), ("Ctrl+Shift+O",), "folder-open",
               N_("Open the workspace of a folder of articles")),
    ActionSpec("import_files", FILE, N_("&Import files…"), ("Ctrl+O",), "file-import",
               N_("Import articles: .txt, .md, .html")),
    ActionSpec("import_folder", FILE, N_("Import &folder…"), (), "folder"),
    ActionSpec("check_folder", FILE, N_("&Look for new articles"), ("F5",), "refresh",
               N_("Import what is new in the workspace’s folder")),
    ActionSpec("failures", FILE, N_("&Articles that could not be read…"), (), "alert-triangle"),
    ActionSpec("restore", FILE, N_("&Restore…"), (), "clock",
               N_("Backups of the workspace, and the way back to one")),
    ActionSpec("export", FILE, N_("&Export briefing…"), ("Ctrl+E",), "file-export",
               N_("Export a briefing as PDF, Word document, web page or another file"), line_before=True),
    ActionSpec("export_annotations", FILE, N_("Export a&nnotations…"), ("Ctrl+Alt+E",), "",
               N_("Write stars, highlights, notes and tags for other programs")),
    ActionSpec("import_annotations", FILE, N_("I&mport annotations…"), ("Ctrl+Alt+I",), "",
               N_("Read annotations of other programs: .jsonld, .json, .qdpx, .csv")),
    ActionSpec("preferences", FILE, N_("&Preferences…"), ("Ctrl+,",), "settings", line_before=True),
    ActionSpec("quit", FILE, N_("&Quit"), ("Ctrl+Q",), "", line_before=True),
    ActionSpec("undo", EDIT, N_("&Undo"), ("Ctrl+Z",), "arrow-back-up"),
    ActionSpec("redo", EDIT, N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "arrow-forward-up"),
    ActionSpec("copy", EDIT, N_("&Copy"), ("Ctrl+C",), "copy", line_before=True),
    ActionSpec("copy_cited", EDIT, N_("Copy with ci&tation"), ("X",), "blockquote",
               N_("Copy the passage with its source")),
    ActionSpec("copy_link", EDIT, N_("Copy &link"), ("Ctrl+Shift+C",), "",
               N_("Copy the address of the passage or the article, which opens it again")),
    ActionSpec("select_more", EDIT, N_("Select &sentence, then paragraph"), ("V",), "",
               N_("Select the sentence at the caret; again, its paragraph"), line_before=True),
    ActionSpec("select_less", EDIT, N_("Select &less"), ("Shift+V",), "",
               N_("Select less again: the sentence, the word, nothing")),
    ActionSpec("find", EDIT, N_("&Find in article…"), ("Ctrl+F",), "search", line_before=True),
    ActionSpec("find_next", EDIT, N_("Find &next"), ("F3",)),
    ActionSpec("find_previous", EDIT, N_("Find &previous"), ("Shift+F3",)),
    ActionSpec("search", EDIT, N_("&Search all articles"), ("Ctrl+K", "/"), "search"),
    ActionSpec("tags", EDIT, N_("Ta&gs…"), ("Ctrl+Shift+T",), "tag",
               N_("List all tags; rename, merge and delete them everywhere"), line_before=True),
    ActionSpec("trash", EDIT, N_("Tras&h…"), (), "trash",
               N_("Marks and notes that were removed, and the way back")),
    ActionSpec("show_sources", VIEW, N_("&Sources and dates"), ("Ctrl+Alt+S",), "layout-sidebar",
               N_("Show or hide the sources and the date filter"), checkable=True, checked=True),
    ActionSpec("show_panel", VIEW, N_("Side &panel"), ("Ctrl+Alt+P",), "layout-sidebar-right",
               N_("Show or hide facts, quotes and notes"), checkable=True, checked=True),
    ActionSpec("mark_facts", VIEW, N_("Mark &names and facts"), ("Ctrl+Alt+F",), "highlight",
               N_("Mark names, figures and dates in the text"), checkable=True, checked=True,
               line_before=True),
    ActionSpec("mark_quotes", VIEW, N_("Mark &quotes"), ("Ctrl+Alt+Q",), "quote",
               N_("Mark quotes in the text"), checkable=True, checked=True),
    ActionSpec("mark_person", VIEW, N_("&People"), (), "", N_("Mark people"), True, True),
    ActionSpec("mark_organisation", VIEW, N_("&Organisations"), (), "", N_("Mark organisations"), True, True),
    ActionSpec("mark_place", VIEW, N_("P&laces"), (), "", N_("Mark places"), True, True),
    ActionSpec("mark_figure", VIEW, N_("&Figures"), (), "", N_("Mark figures"), True, True),
    ActionSpec("mark_date", VIEW, N_("&Dates"), (), "", N_("Mark dates"), True, True),
    ActionSpec("mark_event", VIEW, N_("&Events"), (), "", N_("Mark events"), True, True),
    ActionSpec("mark_agreement", VIEW, N_("&Agreements"), (), "", N_("Mark agreements"), True, True),
    ActionSpec("mark_own", VIEW, N_("&My own marks"), (), "", N_("Show my own marks"), True, True),
    ActionSpec("show_map", VIEW, N_("Map of ma&rks"), ("Ctrl+Alt+M",), "",
               N_("Show or hide the map of marks beside the text"), checkable=True, checked=True),
    ActionSpec("unfold", VIEW, N_("Show &left-out text"), ("Ctrl+Alt+L",), "eye",
               N_("Show date lines, captions, tickers and tags that are folded away"), checkable=True),
    ActionSpec("everything", VIEW, N_("Panel shows &all listed articles"), ("Ctrl+Alt+A",), "files",
               checkable=True),
    ActionSpec("view_articles", VIEW, N_("&Articles"), ("Alt+1",), "news",
               N_("Show the list of articles"), line_before=True),
    ActionSpec("view_ledger", VIEW, N_("Le&dger"), ("Alt+2",), "heart-handshake",
               N_("Show what the sources agree and differ on")),
    ActionSpec("view_timeline", VIEW, N_("&Timeline"), ("Alt+3",), "calendar-event",
               N_("Show when it happened, was told and is to come")),
    ActionSpec("view_people", VIEW, N_("P&eople"), ("Alt+4",), "user",
               N_("Show who is named, in which spellings and offices")),
    ActionSpec("view_figures", VIEW, N_("F&igures"), ("Alt+5",), "chart-bar",
               N_("Show figures by measure and period")),
    ActionSpec("view_briefing", VIEW, N_("&Briefing"), ("Alt+6",), "list-details",
               N_("Show the briefing in hand: outline, text and pages")),
    ActionSpec("larger", VIEW, N_("&Larger text"), ("Ctrl+=", "Ctrl++"), "zoom-in", line_before=True),
    ActionSpec("smaller", VIEW, N_("S&maller text"), ("Ctrl+-",), "zoom-out"),
    ActionSpec("usual_size", VIEW, N_("&Usual size"), ("Ctrl+0",)),
    ActionSpec("more_spacing", VIEW, N_("M&ore space between lines"), ("Ctrl+Alt+=", "Ctrl+Alt++")),
    ActionSpec("less_spacing", VIEW, N_("&Less space between lines"), ("Ctrl+Alt+-",)),
    ActionSpec("wider_lines", VIEW, N_("&Wider lines"), ("Ctrl+Alt+.",), "arrow-autofit-width"),
    ActionSpec("narrower_lines", VIEW, N_("&Narrower lines"), ("Ctrl+Alt+,",)),
    ActionSpec("next_face", VIEW, N_("Next t&ypeface"), ("Ctrl+Alt+Y",), "typography",
               N_("Show articles in the next typeface: serif, sans-serif, easily told apart")),
    ActionSpec("next_theme", VIEW, N_("Next t&heme"), ("Ctrl+Alt+T",), "moon",
               N_("Next look of the window: light, dark, sepia, high contrast")),
    ActionSpec("focus_mode", VIEW, N_("&Focus on the article"), ("Shift+F11",), "",
               N_("Hide everything but the article, or show it again"), checkable=True, line_before=True),
    ActionSpec("full_screen", VIEW, N_("&Full screen"), ("F11",), "", checkable=True),
    ActionSpec("back", GO, N_("&Back"), ("Alt+Left",), "arrow-left", N_("Back to the place before")),
    ActionSpec("forward", GO, N_("&Forward"), ("Alt+Right",), "arrow-right",
               N_("Forward to the place that was gone back from")),
    ActionSpec("open_link", GO, N_("Open l&ink…"), ("Ctrl+Shift+L",), "",
               N_("Open the address of a passage or an article")),
    ActionSpec("next_document", GO, N_("&Next article"), ("J",), line_before=True),
    ActionSpec("previous_document", GO, N_("&Previous article"), ("K",)),
    ActionSpec("next_unread", GO, N_("Next &unread article"), ("+",), "", N_("Next unread article")),
    ActionSpec("read_on", GO, N_("&Read on"), ("Space",), "",
               N_("Scroll a page; at the end, go to the next unread article")),
    ActionSpec("next_entry", GO, N_("Next &entry of the panel"), ("]",), "", line_before=True),
    ActionSpec("previous_entry", GO, N_("Previous e&ntry of the panel"), ("[",)),
    ActionSpec("next_pair", GO, N_("Next &corresponding passages"), ("F8",), "",
               N_("Next passages that correspond in the two articles"), line_before=True),
    ActionSpec("previous_pair", GO, N_("Previous correspondin&g passages"), ("Shift+F8",), "",
               N_("Previous passages that correspond in the two articles")),
    ActionSpec("next_difference", GO, N_("Next &difference"), ("F9",), "",
               N_("Next words that differ in the two articles")),
    ActionSpec("previous_difference", GO, N_("Previous di&fference"), ("Shift+F9",), "",
               N_("Previous words that differ in the two articles")),
    ActionSpec("go_sources", GO, N_("To the &sources"), ("Ctrl+1",), "", line_before=True),
    ActionSpec("go_documents", GO, N_("To the &list of articles"), ("Ctrl+2",)),
    ActionSpec("go_reader", GO, N_("To the &article"), ("Ctrl+3",)),
    ActionSpec("go_facts", GO, N_("To the &facts"), ("Ctrl+4",)),
    ActionSpec("go_quotes", GO, N_("To the &quotes"), ("Ctrl+5",)),
    ActionSpec("go_notes", GO, N_("To the n&otes"), ("Ctrl+6",)),
    ActionSpec("go_dates", GO, N_("To the &dates"), ("Ctrl+L",)),
    ActionSpec("next_pane", GO, N_("Next pan&e"), ("F6",), ""),
    ActionSpec("star_document", ARTICLE, N_("&Star article"), ("Shift+S",), "star",
               N_("Star the article, or take the star off")),
    ActionSpec("read_document", ARTICLE, N_("Mark as &read or unread"), ("M",), "mail-opened"),
    ActionSpec("note_document", ARTICLE, N_("&Note on the article…"), ("Shift+N",), "notes",
               N_("Write a note about the article as a whole")),
    ActionSpec("details", ARTICLE, N_("&Title, outlet and date…"), ("F2",), "pencil"),
    ActionSpec("open_web", ARTICLE, N_("Open &web page…"), ("O",), "",
               N_("Show where the address here, or the article’s page, leads; open it if you say so")),
    ActionSpec("compare", ARTICLE, N_("&Compare with…"), ("Ctrl+Alt+C",), "columns",
               N_("Show another article beside this one, at the passages that correspond"), line_before=True),
    ActionSpec("swap_articles", ARTICLE, N_("S&wap the two articles"), ("Ctrl+Alt+X",), "arrows-exchange",
               N_("Swap the two articles that are compared")),
    ActionSpec("follow_scrolling", ARTICLE, N_("Scroll &both together"), ("Ctrl+Alt+B",), "arrows-vertical",
               N_("Let one article follow the other where they are near-copies"), checkable=True,
               checked=True),
    ActionSpec("close_comparison", ARTICLE, N_("Cl&ose the second article"), ("Ctrl+Alt+W",), "x"),
    ActionSpec("star", PASSAGE, N_("&Star"), ("S",), "star",
               N_("Star the selected passage; without one, the article")),
    ActionSpec("highlight", PASSAGE, N_("&Highlight"), ("H",), "highlight",
               N_("Highlight in the colour last used")),
    ActionSpec("highlight_yellow", PASSAGE, N_("Highlight in yellow"), ("1",)),
    ActionSpec("highlight_red", PASSAGE, N_("Highlight in red"), ("2",)),
    ActionSpec("highlight_green", PASSAGE, N_("Highlight in green"), ("3",)),
    ActionSpec("highlight_blue", PASSAGE, N_("Highlight in blue"), ("4",)),
    ActionSpec("highlight_purple", PASSAGE, N_("Highlight in purple"), ("5",)),
    ActionSpec("highlight_magenta", PASSAGE, N_("Highlight in magenta"), ("6",)),
    ActionSpec("highlight_orange", PASSAGE, N_("Highlight in orange"), ("7",)),
    ActionSpec("highlight_grey", PASSAGE, N_("Highlight in grey"), ("8",)),
    ActionSpec("underline", PASSAGE, N_("&Underline"), ("U",), "underline",
               N_("Underline in the colour last used for lines")),
    ActionSpec("underline_yellow", PASSAGE, N_("Underline in yellow"), within=UNDERLINE_IN),
    ActionSpec("underline_red", PASSAGE, N_("Underline in red"), within=UNDERLINE_IN),
    ActionSpec("underline_green", PASSAGE, N_("Underline in green"), within=UNDERLINE_IN),
    ActionSpec("underline_blue", PASSAGE, N_("Underline in blue"), within=UNDERLINE_IN),
    ActionSpec("underline_purple", PASSAGE, N_("Underline in purple"), within=UNDERLINE_IN),
    ActionSpec("underline_magenta", PASSAGE, N_("Underline in magenta"), within=UNDERLINE_IN),
    ActionSpec("underline_orange", PASSAGE, N_("Underline in orange"), within=UNDERLINE_IN),
    ActionSpec("underline_grey", PASSAGE, N_("Underline in grey"), within=UNDERLINE_IN),
    ActionSpec("colour_names", PASSAGE, N_("Names of &colours…"), (), "",
               N_("Say what marks of each colour mean")),
    ActionSpec("note", PASSAGE, N_("&Note…"), ("N",), "note",
               N_("Write a note on the passage"), line_before=True),
    ActionSpec("tag", PASSAGE, N_("&Tag…"), ("T",), "tag", N_("Tag the passage")),
    ActionSpec("next_mark", PASSAGE, N_("Ne&xt mark at this place"), (".",), "",
               N_("Choose the mark at the caret; again, the one around it"), line_before=True),
    ActionSpec("remove", PASSAGE, N_("&Remove mark"), ("Del",), "trash"),
    ActionSpec("place_mark", PASSAGE, N_("&Place unplaced mark here"), ("P",), "map-pin",
               N_("Put the unplaced mark chosen in the Notes tab on the selected passage"),
               line_before=True),
    ActionSpec("confirm_mark", PASSAGE, N_("Con&firm place of mark"), ("Shift+P",), "check",
               N_("Keep the place found for a mark whose words or surroundings changed")),
    ActionSpec("accept_fact", PASSAGE, N_("&Accept fact"), ("A",), "check",
               N_("Accept the fact or quote, or take that back"), line_before=True),
    ActionSpec("reject_fact", PASSAGE, N_("Re&ject fact…"), ("R",), "x",
               N_("Reject the fact or quote, or bring it back")),
    ActionSpec("correct_fact", PASSAGE, N_("&Correct fact…"), ("C",), "pencil",
               N_("Correct the words, the speaker or the value of the fact or quote")),
    ActionSpec("release_fact", PASSAGE, N_("&Leave fact to the machine"), (), "refresh"),
    ActionSpec("explain_fact", PASSAGE, N_("&Why it was found"), ("E",), "help",
               N_("Show or hide why it was found and what other sources say")),
    ActionSpec("new_briefing", BRIEFING, N_("&New briefing…"), ("Ctrl+N",), "plus",
               N_("Begin an empty briefing")),
    ActionSpec("briefing_from", BRIEFING, N_("New briefing &from…"), ("Ctrl+Shift+N",), "",
               N_("Propose a briefing from the listed articles")),
    ActionSpec("copy_briefing", BRIEFING, N_("&Duplicate"), (), "copy",
               N_("Make a copy of the briefing in hand")),
    ActionSpec("rename_briefing", BRIEFING, N_("&Rename…"), (), "pencil", N_("Rename the briefing in hand")),
    ActionSpec("remove_briefing", BRIEFING, N_("Re&move"), (), "trash", N_("Remove the briefing in hand")),
    ActionSpec("exports", BRIEFING, N_("&Exports…"), (), "clock",
               N_("When and where to the briefing in hand was exported")),
    ActionSpec("add_quote", BRIEFING, N_("Add &quote"), ("Q",), "quote",
               N_("Add the quote chosen in the panel, or at the caret, to the briefing"), line_before=True),
    ActionSpec("add_fact", BRIEFING, N_("Add f&act"), ("F",), "chart-bar",
               N_("Add the fact chosen in the panel, or at the caret, to the briefing")),
    ActionSpec("add_passage", BRIEFING, N_("Add &passage"), ("B",), "highlight",
               N_("Add the selected or marked passage to the briefing")),
    ActionSpec("cite", BRIEFING, N_("&Cite selection"), ("Ctrl+I",), "blockquote",
               N_("Cite the selected passage in the sentence that is being written")),
    ActionSpec("palette", HELP, N_("&Find an action…"), ("Ctrl+Shift+P",), "search",
               N_("Find any action by its words, and do it")),
    ActionSpec("keys", HELP, N_("&Keys"), ("?", "F1"), "keyboard", N_("Show all keys")),
    ActionSpec("register_links", HELP, N_("Let &links open in Briefreader"), (), "",
               N_("Make Briefreader known to the desktop, so that links in briefings open it")),
    ActionSpec("change_keys", HELP, N_("&Change keys…"), (), "pencil", N_("Choose other keys")),
    ActionSpec("about", HELP, N_("&About Briefreader"), (), "info-circle"),
)  # fmt: skip


def make_actions(
    window: QMainWindow, theme: Theme, slots: Mapping[str, Callable[..., object]]
) -> dict[str, QAction]:
    """Make the actions and the menus of a window; each action calls the slot of its name."""
    menus = {title: window.menuBar().addMenu(_(title)) for title in MENUS}
    inner: dict[str, QMenu] = {}
    actions: dict[str, QAction] = {}
    for spec in ACTIONS:
        action = QAction(_(spec.text), window)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setCheckable(spec.checkable)
        action.setChecked(spec.checked)
        action.setIconVisibleInMenu(not spec.checkable)  # the picture would hide whether it is on
        action.setToolTip(tooltip(spec))
        if spec.checkable:
            action.toggled.connect(slots[spec.name])
        else:
            action.triggered.connect(lambda _checked=False, slot=slots[spec.name]: slot())
        menu = menus[spec.menu]
        if spec.within and spec.within not in inner:
            inner[spec.within] = menu.addMenu(_(spec.within))
        _place(inner.get(spec.within, menu), spec, action)
        actions[spec.name] = action
    paint_icons(actions, theme)
    return actions


def give_keys(actions: Mapping[str, QAction], keys_of: Callable[[str], Sequence[str]]) -> None:
    """Give the actions the keys that are in force, in menus and tooltips as well."""
    for spec in ACTIONS:
        keys = keys_of(spec.name)
        actions[spec.name].setShortcuts([QKeySequence(each) for each in keys])
        actions[spec.name].setToolTip(tooltip(spec, keys))


def tooltip(spec: ActionSpec, keys: Sequence[str] | None = None) -> str:
    """Return what an action does and the key for it, the usual one if none are given."""
    keys = spec.keys if keys is None else keys
    says = _(spec.tip or spec.text).replace("&", "").rstrip("…")
    return with_keys(says, keys[0] if keys else "")


def with_keys(words: str, keys: str) -> str:
    """Return words with the keys for what they say behind them, if there are any."""
    return f"{words} ({shown(keys)})" if keys else words


def shown(keys: str) -> str:
    """Return keys as the user's system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _place(menu: QMenu, spec: ActionSpec, action: QAction) -> None:
    if spec.line_before:
        menu.addSeparator()
    menu.addAction(action)


def paint_icons(actions: Mapping[str, QAction], theme: Theme) -> None:
    """Give each action its icon in the colours of the theme."""
    for spec in ACTIONS:
        if spec.icon:
            actions[spec.name].setIcon(theme.icon(spec.icon))
