"""Evidence in the text of a briefing: claims side by side, tables, names; hostile words stay words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefreader.domain.outline import Line
from briefreader.library import outlining
from briefreader.ui.corpus import Corpus
from briefreader.ui.models.citations import Citations
from briefreader.ui.theme import Theme
from briefreader.ui.views.evidence_block import EvidenceBlock, SourceButton
from ui.briefs import passage

BOTH = [passage(), passage(1)]
HOSTILE = "<b>#strong[x]</b> =1+1"


def block(line: Line, corpus: Corpus, theme: Theme, qtbot: QtBot) -> EvidenceBlock:
    made = EvidenceBlock(theme, Citations(corpus))
    qtbot.addWidget(made)
    made.resize(460, 400)
    made.show_line(line)
    made.show()
    return made


def said(made: EvidenceBlock) -> str:
    return "\n".join(label.text() for label in made.findChildren(QLabel))


CLAIM = outlining.line(
    "claim", "", BOTH, topic=HOSTILE, verdict="differ", reason="One day apart.",
    sides=[{"value": "1", "mark": [4, 14]}, {"value": "2", "mark": "?", "speaker": "A Minister"}],
)  # fmt: skip
TIMES = outlining.line(
    "timeline", "", [*BOTH, *BOTH[:1]],
    rows=[
        {"label": HOSTILE, "first": "2025-12-02", "last": "2025-12-02"},
        {"first": "2025-12", "last": "2026-01", "precision": "range"},
        {"first": "2025-05-01", "last": "2025-05-31", "precision": "month"},
    ],
)  # fmt: skip
CHART = outlining.line(
    "chart", "", BOTH, title=HOSTILE, rows=[{"label": "Trade", "value": "$1", "period": "2024"}]
)
FACT = outlining.line("fact", "", BOTH[:1], kind="figure", label=HOSTILE, value="$1", speaker="A Minister")
NAME = outlining.line("person", "", BOTH, name=HOSTILE, variants=["T. Lam"], role="President")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (CLAIM, ["Sources differ. One day apart.", "Said by A Minister"]),
        (TIMES, ["2 Dec 2025", "Dec 2025 – Jan 2026", "\nMay 2025\n"]),
        (CHART, ["$1", "Trade (2024)"]),
        (FACT, ["Said by A Minister"]),
        (NAME, ["President · also spelt T. Lam"]),
    ],
)
def test_each_kind_says_what_it_holds(
    line: Line, words: list[str], corpus: Corpus, theme: Theme, qtbot: QtBot
) -> None:
    made = block(line, corpus, theme, qtbot)
    for each in [*words, HOSTILE]:
        assert each in said(made)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in made.findChildren(QLabel))
    assert len(made.findChildren(SourceButton)) == len(line.evidence)


def test_a_long_table_is_cut_and_says_so(corpus: Corpus, theme: Theme, qtbot: QtBot) -> None:
    line = outlining.line("figures", "", BOTH * 40, rows=[])
    made = block(line, corpus, theme, qtbot)
    assert "and 40 more" in said(made)
    assert len(made.findChildren(SourceButton)) == 40
