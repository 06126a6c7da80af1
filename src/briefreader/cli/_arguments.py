"""The arguments of the command line and the help on them."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from briefreader import __version__
from briefreader.domain.text import canonical
from briefreader.i18n import _

COMMANDS = (
    "analyse",
    "import",
    "search",
    "ledger",
    "decisions",
    "annotations",
    "check",
    "export",
    "desktop",
    "doctor",
)


_MODULES = {"import": "importing", "export": "exporting", "check": "checking"}
_LABELS = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")


def parse(given: list[str]) -> argparse.Namespace:
    """Return the options; ``module`` names the module of the command. Ends the program if they are wrong."""
    if given and given[0] in COMMANDS:
        return _commands().parse_args(given)
    return _window().parse_args(given)


def _parser(**options: Any) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter, **options)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--log", default="", metavar="FILE", help=_("write a log to this file"))


def _window() -> argparse.ArgumentParser:
    parser = _parser(
        prog="briefreader",
        usage="briefreader [PATH …]\n       briefreader COMMAND …",
        description=_("Read a pile of articles, keep the evidence, export a sourced briefing."),
        epilog=_(
            "commands:\n"
            "  analyse   print what is found in articles as JSON Lines; nothing is stored\n"
            "  import    put articles into a workspace\n"
            "  search    find articles in a workspace\n"
            "  ledger    print who is named, and what the sources agree and differ on\n"
            "  decisions print what was decided by hand in a workspace, or add it to another\n"
            "  annotations  write stars, highlights, notes and tags for other programs, or read them\n"
            "  check     say what is wrong with a briefing before it goes out\n"
            "  export    write a briefing as a file\n"
            "  desktop   let links to passages open in Briefreader\n"
            "  doctor    say whether everything is there that the program needs\n"
            "\n"
            "examples:\n"
            "  briefreader articles/                 open the window on a folder\n"
            "  briefreader analyse articles/ > facts.jsonl\n"
            "  briefreader COMMAND --help            more on a command\n"
        ),
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_("a folder, files, or a workspace"))
    parser.add_argument("--version", action="version", version=f"briefreader {__version__}")
    _common(parser)
    parser.set_defaults(module="window")
    return parser


def _commands() -> argparse.ArgumentParser:
    parser = _parser(prog="briefreader")
    commands = parser.add_subparsers(dest="command", required=True)
    for add in (
        _analyse, _import, _search, _ledger, _decisions, _annotations, _check, _export, _desktop, _doctor
    ):  # fmt: skip
        add(commands)
    return parser


def _command(commands: Any, name: str, text: str, examples: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        description=text,
        epilog=_("examples:") + "\n" + examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(module=_MODULES.get(name, name))
    _common(parser)
    return parser


def _analyse(commands: Any) -> None:
    parser = _command(
        commands,
        "analyse",
        _("Print what is found in articles as JSON Lines, one object a document. Nothing is stored."),
        "  briefreader analyse article.txt\n"
        "  briefreader analyse articles/ --jobs 4 > facts.jsonl\n"
        "  briefreader analyse undated.txt --published 2025-05-09\n"
        "  briefreader analyse batch.jsonl      (lines with text, and id, title, source, published, url)",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help=_("a file, a folder, or a .jsonl file"))
    parser.add_argument(
        "--published", type=_date, metavar="DATE", help=_("the date of documents that do not state one")
    )
    _jobs(parser)


def _import(commands: Any) -> None:
    parser = _command(
        commands,
        "import",
        _("Put articles into a workspace. What is already there is not read again."),
        "  briefreader import articles/ --workspace visit.briefreader",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help=_("a file or a folder"))
    parser.add_argument(
        "--workspace", required=True, metavar="FILE", help=_("the workspace; made if missing")
    )
    _jobs(parser)


def _search(commands: Any) -> None:
    parser = _command(
        commands,
        "search",
        _("Find the articles of a workspace that hold all of these words, best first."),
        "  briefreader search to lam --workspace visit.briefreader\n"
        "  briefreader search '\"strategic partnership\" -trade' --workspace visit.briefreader --json",
    )
    parser.add_argument(
        "words", nargs="+", metavar="WORDS", help=_('words, "phrases", and -words to leave out')
    )
    parser.add_argument("--workspace", required=True, metavar="FILE", help=_("the workspace to search"))
    parser.add_argument("--limit", type=_count, default=50, metavar="N", help=_("print so many at most (50)"))
    parser.add_argument("--json", action="store_true", help=_("print JSON Lines"))


def _ledger(commands: Any) -> None:
    parser = _command(
        commands,
        "ledger",
        _("Print who is named, and what the sources agree and differ on, as one JSON object."),
        "  briefreader ledger articles/\n  briefreader ledger --workspace visit.briefreader > ledger.json",
    )
    _paths_or_workspace(parser)
    _jobs(parser)


def _decisions(commands: Any) -> None:
    parser = _command(
        commands,
        "decisions",
        _("Print what was decided by hand on facts, names and claims as JSON Lines, or add such lines."),
        "  briefreader decisions --workspace visit.briefreader > decisions.jsonl\n"
        "  briefreader decisions --workspace other.briefreader --add decisions.jsonl",
    )
    parser.add_argument("--workspace", required=True, metavar="FILE", help=_("the workspace"))
    parser.add_argument("--add", default="", metavar="FILE", help=_("add the decisions of this file"))


def _annotations(commands: Any) -> None:
    """Add the command with its two directions."""
    parser = _command(
        commands,
        "annotations",
        _("Write the annotations of a workspace for other programs, or read annotations into it."),
        "  briefreader annotations export --format w3c --workspace visit.briefreader -o notes.jsonld\n"
        "  briefreader annotations export --format markdown --workspace visit.briefreader -o notes/\n"
        "  briefreader annotations import notes.qdpx --workspace visit.briefreader",
    )
    directions = parser.add_subparsers(dest="direction", required=True)
    out = directions.add_parser("export", description=_("Write the annotations of a workspace to a file."))
    out.add_argument("--format", required=True, choices=("w3c", "markdown", "readwise", "qdpx"))
    out.add_argument(
        "-o", "--output", required=True, metavar="FILE",
        help=_("the file to write; Markdown can also go into a folder, a file for each article"),
    )  # fmt: skip
    into = directions.add_parser("import", description=_("Add the annotations of a file to a workspace."))
    into.add_argument("file", metavar="FILE", help=_("a .jsonld, .json, .qdpx or .csv file"))
    for each in (out, into):
        each.add_argument("--workspace", required=True, metavar="FILE", help=_("the workspace"))


def _paths_or_workspace(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help=_("a file or a folder, if there is no workspace")
    )
    parser.add_argument("--workspace", default="", metavar="FILE", help=_("the workspace"))


def _check(commands: Any) -> None:
    parser = _command(
        commands,
        "check",
        _("Say what is wrong with the briefings of a workspace; the exit code is 3 if there are errors."),
        "  briefreader check --workspace visit.briefreader\n"
        "  briefreader check --workspace visit.briefreader --briefing 'The visit' --json",
    )
    _paths_or_workspace(parser)
    _briefing(parser)
    parser.add_argument("--json", action="store_true", help=_("print JSON Lines"))
    _jobs(parser)


def _export(commands: Any) -> None:
    parser = _command(
        commands,
        "export",
        _("Write a briefing of a workspace, or one proposed from articles that are read for it."),
        "  briefreader export --workspace visit.briefreader --tlp GREEN -o brief.pdf\n"
        "  briefreader export articles/ --template note -o brief.pdf --title 'The visit'\n"
        "  briefreader export --from-manifest brief.pdf articles/ -o again.pdf",
    )
    _paths_or_workspace(parser)
    _briefing(parser)
    parser.add_argument("-o", "--output", required=True, metavar="FILE", help=_("the file to write"))
    parser.add_argument(
        "--format", default="", metavar="NAME", help=_("the format, if the file's ending does not tell it")
    )
    parser.add_argument("--force", action="store_true", help=_("replace the file if it is there already"))
    parser.add_argument(
        "--new", action="store_true", help=_("propose a new briefing, even if the workspace has one")
    )
    _look(parser)
    parser.add_argument(
        "--manifest", default="", metavar="FILE", help=_("write what it was made from to this file as well")
    )
    parser.add_argument(
        "--from-manifest", default="", metavar="FILE",
        help=_("write again what this PDF, DOCX or manifest (.json) was made from; PATH names the articles"),
    )  # fmt: skip
    _jobs(parser)


def _briefing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--briefing",
        default="",
        metavar="NAME",
        type=canonical,
        help=_("the title or id of a briefing of the workspace"),
    )


def _look(parser: argparse.ArgumentParser) -> None:
    """Add what a briefing is to say of itself and how it is to look."""
    parser.add_argument("--title", default="", type=canonical, help=_("the title of the briefing"))
    parser.add_argument("--author", default="", type=canonical, help=_("the author of the briefing"))
    parser.add_argument(
        "--template", choices=("note", "full", "annex"), default="",
        help=_("a note of one page, the full brief, or an annex of quotations and timeline"),
    )  # fmt: skip
    label = parser.add_mutually_exclusive_group()
    label.add_argument(
        "--tlp", type=str.upper, choices=_LABELS, default="", help=_("the TLP 2.0 label of each page")
    )
    label.add_argument(
        "--label", default="", metavar="TEXT", type=canonical, help=_("another handling label of each page")
    )
    parser.add_argument("--paper", choices=("a4", "us-letter"), default="", help=_("the size of the paper"))
    parser.add_argument("--style", default="", metavar="NAME", help=_("the style of the citations"))
    parser.add_argument(
        "--changes", action=argparse.BooleanOptionalAction,
        help=_("print what changed since the last export, or not; without it, as the briefing says"),
    )  # fmt: skip


def _desktop(commands: Any) -> None:
    parser = _command(
        commands,
        "desktop",
        _("Let links to passages open in Briefreader, and show it in the menu of programs."),
        "  briefreader desktop\n  briefreader desktop --remove",
    )
    parser.add_argument("--remove", action="store_true", help=_("take that back"))


def _doctor(commands: Any) -> None:
    _command(
        commands,
        "doctor",
        _("Say whether everything is there that the program needs."),
        "  briefreader doctor",
    )


def _jobs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--jobs",
        type=_count,
        default=None,
        metavar="N",
        help=_("worker processes (one for each processor; 0: none)"),
    )


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) > 1_000_000:
        raise argparse.ArgumentTypeError(_("“{text}” is not a number").format(text=text))
    return int(text)


def _date(text: str) -> str:
    """Return an ISO date of any precision; refuse everything else."""
    try:
        if len(text) not in (4, 7, 10):
            raise ValueError
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("“{text}” is not a date like 2025-12-31").format(text=text)
        ) from None
    return text
