"""``briefreader check`` finds each kind of fault where a person has left it, and none in a clean briefing.

The articles are files that the command imports; what goes into the briefing is made as the window makes it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefreader import cli
from briefreader.domain.annotation import Edit
from briefreader.domain.outline import Line, Outline
from briefreader.library import annotating, outlining
from briefreader.library.checking import KINDS
from briefreader.library.workspace import open_workspace
from cli.desk import Desk, run

Captured = pytest.CaptureFixture[str]
Files = tuple[Path, Path]
STAMP = "2026-11-27T10:00:00+00:00"
ARTICLES = {
    "first.txt": "date 2025-12-04 Minsk and Hanoi signed a protocol\n\n"
    "Trade between Belarus and Vietnam amounted to $244 million in 2024, the ministry said.\n\n"
    '"We view Vietnam as the most promising partner," said Alexander Volfovich.\n',
    "second.txt": "date 2025-12-05 A visit to Hanoi\n\n"
    "Trade between Belarus and Vietnam amounted to $300 million in 2024, the embassy said.\n\n"
    "The delegation visited a tractor plant.\n",
    "bare.txt": "A tractor plant in the south\n\nThe plant was opened in 2023 by the company.\n",
}


@pytest.fixture
def files(tmp_path: Path) -> Files:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = tmp_path / "visit.briefreader"
    assert run("import", folder, "--workspace", path, "--jobs", "0") == cli.DONE
    return folder, path


PROTOCOL, TRADE, PLANT = "Minsk and Hanoi signed a protocol", "$244 million", "The plant was opened in 2023"
PARTNER = "We view Vietnam as the most promising partner"


def clean(desk: Desk) -> dict[str, list[Line]]:
    """Return the lines of a briefing that nothing is wrong with."""
    growing = desk.said(
        "judgement", "Trade is likely to grow*.", PROTOCOL, confidence="moderate", basis="One."
    )
    plant = desk.said("text", "A plant works*. It is an assessment.", "A tractor plant", assessment=True)
    timeline = outlining.line("timeline", "", [desk.passage(PROTOCOL)], rows=[{"first": "2025-12-03"}])
    return {
        "lead": [desk.said("text", "Minsk and Hanoi go on together*.", PROTOCOL)],
        "judgements": [growing],
        "facts": [desk.fact(TRADE), plant],
        "differences": [desk.comparison()],
        "timeline": [timeline],
        "quotes": [desk.said("quote", "He says “the most promising partner”.", PARTNER)],
    }


def keep(path: Path, plant: Callable[[Desk, dict[str, list[Line]]], Any]) -> Outline:
    """Keep the clean briefing with a fault planted in it."""
    with open_workspace(path) as workspace:
        desk = Desk(workspace)
        lines = clean(desk)
        plant(desk, lines)
        parts = tuple(outlining.part(kind, lines=each) for kind, each in lines.items())
        outline = replace(outlining.blank("full", STAMP, "The visit"), parts=parts)
        workspace.store.apply([Edit(None, outline)])
    return outline


def faults(path: Path, capsys: Captured) -> tuple[int, list[dict[str, Any]]]:
    capsys.readouterr()
    code = run("check", "--workspace", path, "--json")
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_nothing_is_found_in_a_clean_one(files: Files, capsys: Captured) -> None:
    keep(files[1], lambda _desk, _lines: None)
    assert faults(files[1], capsys) == (cli.DONE, [])
    assert run("check", "--workspace", files[1]) == cli.DONE
    assert capsys.readouterr().out == "Nothing is wrong.\n"


PLANTED: dict[str, Callable[[Desk, dict[str, list[Line]]], Any]] = {
    "unsupported": lambda desk, lines: lines["facts"].append(
        desk.said("text", "They signed*. It is in force.", PROTOCOL)
    ),
    "uncited judgement": lambda desk, lines: lines["judgements"].append(
        desk.said("judgement", "Trade will grow.")
    ),
    "likelihood with confidence": lambda desk, lines: lines["judgements"].append(
        desk.said("judgement", "With moderate confidence, growth is likely*.", PROTOCOL)
    ),
    "mixed vocabularies": lambda desk, lines: lines["judgements"].append(
        desk.said("judgement", "A visit is highly probable*.", PROTOCOL)
    ),
    "altered quote": lambda desk, lines: lines["quotes"].append(
        desk.said("text", "Vietnam is “a most hopeful partner”*.", PARTNER)
    ),
    "difference unsaid": lambda _desk, lines: lines["differences"].clear(),
    "undated source": lambda desk, lines: lines["facts"].append(
        desk.said("text", "The plant was opened in 2023*.", PLANT)
    ),
    "empty bottom line": lambda _desk, lines: lines["lead"].clear(),
}  # fmt: skip


@pytest.mark.parametrize("kind", PLANTED)
def test_each_kind_is_found_alone_and_fails(kind: str, files: Files, capsys: Captured) -> None:
    outline = keep(files[1], PLANTED[kind])
    code, found = faults(files[1], capsys)
    assert code == cli.FAULTS
    assert {(each["kind"], each["severity"]) for each in found} == {(kind, "error")}
    for each in found:
        assert each["message"] and each["hint"] and outline.part(each["part"]) is not None
        assert not each["line"] or outline.line(each["line"]) is not None


def test_every_kind_is_planted_somewhere() -> None:
    assert {*PLANTED, "source changed", "proposals"} == set(KINDS)


def test_a_source_that_was_changed_and_imported_again(files: Files, capsys: Captured) -> None:
    folder, path = files
    keep(path, lambda _desk, _lines: None)
    text = ARTICLES["first.txt"]
    (folder / "first.txt").write_text(f"{text}\nThe talks went on for two days.\n", encoding="utf-8")
    assert run("import", folder, "--workspace", path, "--jobs", "0") == cli.DONE
    code, found = faults(path, capsys)
    assert code == cli.DONE
    assert {(each["kind"], each["severity"]) for each in found} == {("source changed", "warning")}
    (folder / "first.txt").write_text(
        text.replace("signed a protocol", "spoke of a protocol"), encoding="utf-8"
    )
    assert run("import", folder, "--workspace", path, "--jobs", "0") == cli.DONE
    code, found = faults(path, capsys)
    assert code == cli.FAULTS
    gone = [
        each["message"] for each in found if (each["kind"], each["severity"]) == ("source changed", "error")
    ]
    assert gone and all(PROTOCOL in each for each in gone)
    (folder / "first.txt").write_text(text, encoding="utf-8")
    assert run("import", folder, "--workspace", path, "--jobs", "0") == cli.DONE
    assert faults(path, capsys) == (cli.DONE, [])


def test_a_date_that_is_set_by_hand_is_enough(files: Files, capsys: Captured) -> None:
    keep(files[1], PLANTED["undated source"])
    with open_workspace(files[1]) as workspace:
        id = Desk(workspace).about(PLANT).id
        (status,) = workspace.store.statuses([id])
        annotating.apply(workspace, [annotating.set_status(status, published="2024-01-05")])
    assert faults(files[1], capsys) == (cli.DONE, [])


def test_a_sentence_that_says_that_sources_differ_is_enough(files: Files, capsys: Captured) -> None:
    def plant(desk: Desk, lines: dict[str, list[Line]]) -> None:
        lines["differences"].clear()
        lines["facts"].append(
            desk.said("text", "Trade was $244 million* or $300 million*.", TRADE, "$300 million")
        )

    keep(files[1], plant)
    assert faults(files[1], capsys) == (cli.DONE, [])


def test_what_is_proposed_is_a_warning_until_it_is_accepted(files: Files, capsys: Captured) -> None:
    def plant(_desk: Desk, lines: dict[str, list[Line]]) -> None:
        lines["facts"][0] = replace(lines["facts"][0], proposed=True)

    outline = keep(files[1], plant)
    code, found = faults(files[1], capsys)
    assert (code, [(each["kind"], each["severity"]) for each in found]) == (
        cli.DONE,
        [("proposals", "warning")],
    )
    with open_workspace(files[1]) as workspace:
        workspace.store.apply([outlining.edit(outline, outlining.accepted(outline), STAMP)])
    assert faults(files[1], capsys) == (cli.DONE, [])


def test_what_changed_since_the_last_export_is_printed_where_that_is_wanted(
    files: Files, tmp_path: Path
) -> None:
    folder, path = files

    def plant(desk: Desk, lines: dict[str, list[Line]]) -> None:
        lines["facts"].append(desk.fact("The delegation visited"))

    outline = keep(path, plant)
    with open_workspace(path) as workspace:
        wanted = replace(outline, options={"changes": True})
        workspace.store.apply([outlining.edit(outline, wanted, STAMP)])
    out = tmp_path / "brief.md"
    export = ("export", "--workspace", path, "-o", out, "--force")

    def changes() -> str:
        assert run(*export) == cli.DONE
        _before, found, after = out.read_text(encoding="utf-8").partition(
            "What changed since the last briefing"
        )
        return after.partition("\n## ")[0] if found else ""

    assert changes() == ""
    assert changes() == "", "nothing has changed between the two"
    other = ARTICLES["second.txt"].replace("2025-12-05", "2025-12-06").replace("$300 million", "$244 million")
    (folder / "third.txt").write_text(
        other.replace("A visit to Hanoi", "The trade of a year"), encoding="utf-8"
    )
    (folder / "first.txt").write_text(ARTICLES["first.txt"] + "\nTalks go on.\n", encoding="utf-8")
    assert run("import", folder, "--workspace", path, "--jobs", "0") == cli.DONE
    told = changes()
    assert "$244 million" in told and "Source changed" in told
    assert changes() == "", "what was told once is not told again"
