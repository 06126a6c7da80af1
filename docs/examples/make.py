"""Make the example: a full brief on the five articles in ``seeds/``, as an analyst would write it.

    python docs/examples/make.py [-o FILE]

The program proposes, the analyst takes what is of use, and writes bottom line, judgements, gaps and outlook:
only what the articles bear out, each sentence with its passages. The same articles make the same bytes.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefreader.domain.annotation import Edit
from briefreader.domain.briefing import Briefing
from briefreader.domain.decision import Passage
from briefreader.domain.document import Document
from briefreader.domain.outline import CITED, Grade, Line, Outline
from briefreader.domain.query import Query
from briefreader.domain.survey import Survey
from briefreader.domain.text import Span
from briefreader.engine import open_engine
from briefreader.library import lining, outlining
from briefreader.library.checking import check
from briefreader.library.exporting import render, save
from briefreader.library.importing import import_paths
from briefreader.library.manifests import sealed
from briefreader.library.proposing import Choice, propose
from briefreader.library.surveying import survey
from briefreader.library.workspace import Workspace, open_workspace

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
MADE = "2025-12-08T09:00:00+00:00"
TITLE = "Belarus–Viet Nam: security first, trade next"

# -- What is taken of the proposals: by the words with which a passage begins ------------------------

FACTS = (
    "Comrade To Lam's official visit",
    "signed a protocol to establish",
    "the first security consultation",
    "the launch of a direct Minsk",
    "a joint action plan covering 2025–2027",
    "the 2026–2028 cooperation roadmap",
    "Belarusian and Vietnamese delegations signed documents",
    "the assembly of Belarusian tractors",
    "the 3rd International Security Industry Exhibition",
)
FIGURES = ("over $245 million", "$244 million", "about 180 million", "50 horsepower")
MOMENTS = (
    "the agreement reached at BRICS",
    "A document on strategic partnership",
    "Comrade To Lam's official visit",
    "the launch of a direct Minsk",
    "the first security consultation",
    "the assembly of Belarusian tractors",
    "the 3rd International Security",
)
QUOTES = (
    "Trade turnover between our countries",
    "Over the past three years",
    "We view Vietnam as the most promising",
    "I assured him that everything",
    "We are prepared to co-develop",
    "Our relationship has already lasted",
    "to actively implement high-level",
    "stronger collaboration in security",
    "We are among the twenty countries",
)
PEOPLE = (
    "Alexander Volfovich",
    "To Lam",
    "Alexander Lukashenko",
    "Lương Tam Quang",
    "Lê Quốc Hùng",
    "Maksim Ryzhankov",
    "Alexander Yefimov",
    "Belarusian Security Council",
)

# -- What the analyst writes: {…} stands for a citation, by the words of the passage ------------------

LEAD = (
    "Security leads the relations between Belarus and Viet Nam{Security cooperation drives "
    "Belarusian-Vietnamese relations.}, and trade is meant to follow{along with strengthening "
    "security cooperation between the countries, special attention is being paid to economic "
    "cooperation}. The State Secretary of the Belarusian Security Council took home from Hà Nội a "
    "protocol on a joint working group{signed a protocol to establish a joint working group to expand"
    " and strengthen cooperation in security}.",
    "No contract, no price and no day of delivery is reported.",
)
JUDGEMENTS = (
    (
        "The joint working group is very likely to meet in 2026: the protocol sets it up{signed a "
        "protocol to establish a joint working group}, and the minister counts carrying it out among "
        "the priorities{Priority areas include implementing the newly signed protocol}.",
        "moderate",
        "One state agency reports the protocol; no Belarusian article mentions it.",
    ),
    (
        "Trade is likely to stay small beside the words spoken on it: for 2024 it is put at $244 "
        "million{Last year, the trade between the two countries totaled $244 million} or at over $245"
        " million{Trade turnover between our countries by the end of 2024 amounted to over $245 "
        "million}, and Belarus buys more than it sells{Currently, imports surpass exports}.",
        "moderate",
        "The figures for 2024 lie close together; for 2025 none is given for the year.",
    ),
    (
        "There is a roughly even chance that tractors will be assembled in Viet Nam within 2026: one "
        "article has it begin as early as that year{the assembly of Belarusian tractors in Vietnam is"
        " scheduled to begin as early as 2026}, while the minister of industry spoke of one of the "
        "next projects{One of our next projects involves joint manufacturing of tractors in Vietnam}.",
        "low",
        "One source gives a year; none names a site, a partner or a price.",
    ),
)
COMMENTS = {
    "title": "One article has it both ways. An official visit would rank higher than a working one.",
    "date": "There may have been two rounds: one told of on the first day, one at the level of deputies.",
    "plan": "The earlier sentence may be a figure of speech; the later one names the route.",
    "figure": "Half a per cent apart. It changes nothing in the judgement on trade.",
}
GAPS = (
    "None of the articles gives the text of the protocol, or says who is to sit in the working group.",
    "The article of 6 December has the State Secretary receive assurances{Alexander Volfovich "
    "received personal assurances from Vietnam's top leadership} and give them{I assured him that "
    "everything Belarus has said regarding the development of our economic cooperation}; who promised"
    " what is open.",
    "About 180 million is named for Vietnamese goods on Belarusian markets, without a unit{about 180 million "
    "Vietnamese goods enter our markets annually}.",
    "We assume that the longest article is of May 2025: it bears no date, and tells of the visit of To Lam.",
    "We assume that all five articles speak for one of the two sides; no outsider is quoted in them.",
)
OUTLOOK = (
    "June 2026: which Vietnamese companies come to the security exhibition{will "
    "be held in June 2026—the 3rd International Security Industry Exhibition. Our invitation was "
    "accepted with interest}.",
    "2026 to 2028: whether the roadmap brings meetings with a date{continue implementing the Việt "
    "Nam–Belarus Strategic Partnership and the 2026–2028 cooperation roadmap}.",
    "Veterinary certificates for pork and poultry, a step in trade that can be counted{Similar efforts are "
    "underway for veterinary certificates for pork and poultry exports}.",
)
GRADES = (
    ("signed a protocol to establish", Grade("B", "2", "State news agency; tells what was said to it.")),
    ("the launch of a direct Minsk", Grade("B", "2", "State news agency; tells what was said to it.")),
    ("Over the past three years", Grade("F", "3", "Outlet not stated; the Belarusian view.")),
    ("Trade turnover between", Grade("F", "2", "Outlet not stated; the Belarusian view.")),
    ("Last year, the trade", Grade("F", "3", "No outlet, no date; the Belarusian view.")),
)


class Author:
    """An analyst at work on the articles of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._documents = list(workspace.store.documents())

    def cited(self, words: str) -> tuple[Document, Span]:
        """Return where these very words stand; they must stand in one article, once."""
        found = [each for each in self._documents if each.text.count(words) == 1]
        assert len(found) == 1, words
        start = found[0].text.index(words)
        return found[0], Span(start, start + len(words))

    def line(self, kind: str, written: str, **values: Any) -> Line:
        """Return a line of the author's own, from words with the passages in braces."""
        pieces = written.replace("}", "{").split("{")
        passages = [lining.passage(*self.cited(words)) for words in pieces[1::2]]
        return outlining.line(kind, CITED.join(pieces[::2]), passages, **values)

    def signing(self) -> Line:
        """Return the moment at which the protocol was signed, as the article says it."""
        words = "signed a protocol to establish a joint working group"
        row = {"label": words, "first": "2025-12-03", "last": "2025-12-03", "status": "signed"}
        return outlining.line("timeline", "", [lining.passage(*self.cited(words))], rows=[row])


def brief(workspace: Workspace, seen: Survey) -> Outline:
    """Return the brief on the articles of a workspace."""
    author = Author(workspace)
    ids = workspace.store.ids(Query(order="oldest"))
    proposal = propose(workspace.store, ids, Choice(TITLE, language="en", accepted=True), seen, MADE)
    written = {
        "lead": [author.line("text", each) for each in LEAD],
        "judgements": [
            author.line("judgement", said, confidence=confidence, basis=basis)
            for said, confidence, basis in JUDGEMENTS
        ],
        "gaps": [author.line("text", each) for each in GAPS],
        "outlook": [author.line("text", each) for each in OUTLOOK],
    }
    parts = [
        replace(part, lines=tuple(written.get(part.kind) or taken(part.kind, part.lines, author)))
        for part in proposal.parts
    ]
    outline = replace(
        proposal, parts=tuple(parts), to="The head of section", author="The desk", date=MADE[:10],
        label="TLP:CLEAR", period=("2025-05", "2025-12-06"), options={"contents": False},
    )  # fmt: skip
    for words, grade in GRADES:
        outline = outlining.graded(outline, author.cited(words)[0].id, grade)
    return numbered(outline)


def taken(kind: str, lines: Sequence[Line], author: Author) -> Iterator[Line]:
    """Yield what the analyst takes of the proposed lines of a section."""
    for line in lines:
        wanted = {"facts": FACTS, "quotes": QUOTES}.get(kind)
        if (wanted is not None and line.evidence[0].anchor.exact.startswith(wanted)) or (
            kind == "people" and line.values.get("name") in PEOPLE
        ):
            yield line
        elif kind == "differences" and line.values.get("verdict") == "differ":
            yield replace(line, text=COMMENTS[line.values["kind"]])
        elif kind == "figures":
            yield with_rows(line, lambda words: words in FIGURES)
        elif kind == "timeline":
            yield with_moment(with_rows(line, lambda words: words.startswith(MOMENTS)), author.signing())


def with_rows(line: Line, wanted: Callable[[str], bool]) -> Line:
    """Return a table with those of its rows of which the passage is wanted."""
    pairs = zip(line.evidence, line.values["rows"], strict=True)
    return of_rows(line, [pair for pair in pairs if wanted(pair[0].anchor.exact)])


def with_moment(line: Line, other: Line) -> Line:
    """Return a timeline with the rows of another, in the order of time."""
    pairs = [*zip(line.evidence, line.values["rows"], strict=True)]
    pairs += zip(other.evidence, other.values["rows"], strict=True)
    return of_rows(line, sorted(pairs, key=lambda pair: str(pair[1]["first"])))


def of_rows(line: Line, pairs: Sequence[tuple[Passage, Any]]) -> Line:
    """Return a table with these rows in the place of its own."""
    rows = [row for _passage, row in pairs]
    return replace(line, evidence=tuple(each for each, _row in pairs), values={**line.values, "rows": rows})


def numbered(outline: Outline) -> Outline:
    """Return the outline with ids by place, so that the same articles make the same bytes."""
    parts = [
        replace(part, lines=tuple(replace(line, id=f"{part.id}-{n}") for n, line in enumerate(part.lines, 1)))
        for part in outline.parts
    ]
    return replace(outline, parts=tuple(parts))


def made(workspace: Workspace) -> Briefing:
    """Return the finished brief on the articles of a workspace; it must pass every check."""
    import_paths(workspace, [SEEDS], open_engine(0))
    seen = survey(workspace)
    outline = brief(workspace, seen)
    workspace.store.apply([Edit(None, outline)])
    findings = check(workspace.store, outline, seen)
    assert not findings, findings
    return sealed(workspace.store, outline, MADE, seen)


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("-o", "--output", type=Path, default=HERE / "brief.pdf")
    path = parser.parse_args().output
    with tempfile.TemporaryDirectory() as folder, open_workspace(Path(folder) / "e.briefreader") as workspace:
        data, notices = render(made(workspace), format=path.suffix)
    save(data, path)
    print(path, *notices, sep="\n")


if __name__ == "__main__":
    main()
