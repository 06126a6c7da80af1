"""``briefreader ledger`` and ``briefreader decisions``, and that what a person decided is kept everywhere."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from briefreader import cli
from briefreader.domain.fact import Fact
from briefreader.library import deciding, judging
from briefreader.library.composing import compose
from briefreader.library.pipeline import ANALYSER
from briefreader.library.proposing import Choice, propose
from briefreader.library.surveying import survey
from briefreader.library.workspace import Workspace, open_workspace

SEEDS = Path(__file__).parents[2] / "seeds"
Captured = pytest.CaptureFixture[str]


def run(*arguments: str | Path) -> int:
    def no_window(_paths: object) -> int:
        raise AssertionError("no window was asked for")

    return cli.run([str(each) for each in arguments], no_window)


@pytest.fixture
def workspace_file(tmp_path: Path) -> Path:
    path = tmp_path / "one.briefreader"
    assert run("import", SEEDS, "--workspace", path, "--jobs", "0") == cli.DONE
    return path


def printed(capsys: Captured) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_ledger_of_articles_and_of_a_workspace_is_the_same(
    workspace_file: Path, capsys: Captured
) -> None:
    capsys.readouterr()
    assert run("ledger", SEEDS, "--jobs", "0") == cli.DONE
    of_paths = printed(capsys)
    assert run("ledger", "--workspace", workspace_file) == cli.DONE
    of_workspace = printed(capsys)
    assert of_paths["format"] == 1
    assert of_paths["claims"] == of_workspace["claims"]
    assert {each["verdict"] for each in of_paths["claims"]} >= {"differ", "agree", "refines", "single"}


def test_what_is_asked_for_has_to_be_named(tmp_path: Path, capsys: Captured) -> None:
    assert run("ledger") == cli.USAGE
    assert run("ledger", SEEDS, "--workspace", tmp_path / "x") == cli.USAGE
    assert run("ledger", tmp_path / "gone", "--jobs", "0") == cli.FAILED
    assert run("decisions", "--workspace", tmp_path / "gone.briefreader") == cli.FAILED
    assert "no workspace" in capsys.readouterr().err


def fact_of(workspace: Workspace, kind: str, words: str) -> Fact:
    ids = [document.id for document in workspace.store.documents()]
    (found,) = [each for each in judging.facts_of(workspace, ids, (kind,)) if each.text.startswith(words)]
    return found


def decide(workspace: Workspace) -> None:
    """Decide one thing of each sort."""
    quote = fact_of(workspace, "quote", "We are prepared to co-develop")
    trade = fact_of(workspace, "figure", "$244 million")
    event = fact_of(workspace, "event", "The successful screening")
    before = survey(workspace)
    claim = next(each for each in before.ledger.claims if "flight" in each.topic)
    gorlov = next(each for each in before.register.entities if each.name == "Yuri Gorlov")
    for edits in (
        deciding.on_fact(workspace, quote, "correct", speaker="Alexander Lukashenko the President"),
        deciding.on_fact(
            workspace, trade, "correct", amount=245_500_000.0, value="$245.5 million", comparator="~"
        ),
        deciding.on_fact(workspace, event, "reject", "no event"),
        deciding.on_claim(workspace, claim, "dismiss", "two routes"),
        deciding.rename(gorlov, "Y. Gorlov"),
    ):
        workspace.store.apply(edits)


def check(workspace: Workspace) -> None:
    """Assert that everything decided by ``decide`` is in force."""
    assert fact_of(workspace, "quote", "We are prepared").about == "Alexander Lukashenko the President"
    assert fact_of(workspace, "event", "The successful").data["judged"] == "rejected"
    assert fact_of(workspace, "figure", "$244 million").data["comparator"] == "~"
    found = survey(workspace)
    trade = next(each for each in found.ledger.claims if each.kind == "figure" and "rade" in each.topic)
    assert (trade.verdict, {each.value for each in trade.entries}) == (
        "agree",
        {"$245.5 million", "over $245 million"},
    )
    flight = next(each for each in found.ledger.claims if "flight" in each.topic)
    assert (flight.decision, flight.note) == ("dismissed", "two routes")
    assert "Y. Gorlov" in {each.name for each in found.register.entities}
    ids = [document.id for document in workspace.store.documents()]
    outline = propose(workspace.store, ids, Choice(title="t"))
    briefing = compose(workspace.store, outline, "2026-01-01T00:00:00+00:00")
    said = json.dumps([[item.text, item.label, item.value] for s in briefing.sections for item in s.items])
    assert "$245.5 million" in said
    assert "Alexander Lukashenko the President" in said
    assert "The successful screening" not in said


def test_decisions_survive_a_new_analysis(workspace_file: Path) -> None:
    with open_workspace(workspace_file) as workspace:
        decide(workspace)
        check(workspace)
        from briefreader.library.pipeline import Job, read_and_analyse

        again = [each for path in sorted(SEEDS.glob("*.txt")) for each in read_and_analyse(Job(str(path)))]
        workspace.store.add(again, ANALYSER + " newer")
        check(workspace)


def test_decisions_go_with_the_workspace_and_into_another(
    workspace_file: Path, tmp_path: Path, capsys: Captured
) -> None:
    with open_workspace(workspace_file) as workspace:
        decide(workspace)
    capsys.readouterr()
    assert run("decisions", "--workspace", workspace_file) == cli.DONE
    told = capsys.readouterr().out
    assert len(told.splitlines()) == 5
    kept = tmp_path / "decisions.jsonl"
    kept.write_text(told, encoding="utf-8")
    articles = tmp_path / "elsewhere"
    shutil.copytree(SEEDS, articles)
    other = tmp_path / "other.briefreader"
    assert run("import", articles, "--workspace", other, "--jobs", "0") == cli.DONE
    assert run("decisions", "--workspace", other, "--add", kept) == cli.DONE
    assert "5 decisions were added" in capsys.readouterr().out
    assert run("decisions", "--workspace", other, "--add", kept) == cli.DONE
    assert "0 decisions were added" in capsys.readouterr().out
    with open_workspace(other) as workspace:
        check(workspace)
    copied = tmp_path / "copied.briefreader"
    shutil.copy(workspace_file, copied)
    with open_workspace(copied) as workspace:
        check(workspace)


def test_lines_that_are_no_decisions_add_nothing(
    workspace_file: Path, tmp_path: Path, capsys: Captured
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"format": 1}\n', encoding="utf-8")
    assert run("decisions", "--workspace", workspace_file, "--add", bad) == cli.FAILED
    assert "Line 1 of “bad.jsonl” is no record of a decision." in capsys.readouterr().err
    bad.write_bytes(b"\xff\xfe\x00")
    assert run("decisions", "--workspace", workspace_file, "--add", bad) == cli.FAILED
    assert "is not text" in capsys.readouterr().err
