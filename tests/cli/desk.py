"""What an author has at hand, for tests that write briefings into workspaces which commands work on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefreader import cli
from briefreader.domain.document import Document
from briefreader.domain.outline import CITED, Line
from briefreader.domain.text import Span
from briefreader.library import lining, outlining
from briefreader.library.surveying import survey
from briefreader.library.workspace import Workspace


def run(*arguments: str | Path) -> int:
    def no_window(_paths: object) -> int:
        raise AssertionError("no window was asked for")

    return cli.run([str(each) for each in arguments], no_window)


class Desk:
    """What the author has at hand: passages by their words, facts, the ledger."""

    def __init__(self, workspace: Workspace) -> None:
        self.documents = {each.id: each for each in workspace.store.documents()}
        self.facts = workspace.store.facts(list(self.documents))
        self.seen = survey(workspace)

    def about(self, words: str) -> Document:
        return next(each for each in self.documents.values() if words in each.text)

    def passage(self, words: str) -> Any:
        document = self.about(words)
        start = document.text.index(words)
        return lining.passage(document, Span(start, start + len(words)))

    def fact(self, words: str) -> Line:
        document = self.about(words)
        found = next(each for each in self.facts if each.document == document.id and words in each.text)
        return lining.from_fact(document, found, ledger=self.seen.ledger)

    def comparison(self) -> Line:
        (claim,) = (each for each in self.seen.ledger.claims if each.verdict == "differ")
        return lining.from_claim(claim, self.documents)

    def said(self, kind: str, text: str, *words: str, **values: Any) -> Line:
        return outlining.line(
            kind, text.replace("*", CITED), [self.passage(each) for each in words], **values
        )
