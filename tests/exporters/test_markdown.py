"""The briefing as Markdown, read back by a reader of Markdown."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefreader.domain.briefing import Briefing, Item, Section
from briefreader.exporters import markdown
from briefreader.exporters._legible import legible, on_one_line
from briefreader.exporters.markdown import escaped
from exporters.printed import ENGLISH, HOSTILE, VIETNAMESE, citation
from exporters.written import all_hostile, full

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def text(briefing: Briefing) -> str:
    return markdown.render(briefing)[0].decode("utf-8")


def shown(source: str) -> str:
    """Return what a reader of Markdown shows as plain text of one paragraph."""
    tokens = READER.parse(source)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    inside = tokens[1].children or []
    assert {token.type for token in inside} <= {"text", "text_special", "softbreak"}
    return "".join("\n" if token.type == "softbreak" else token.content for token in inside)


@pytest.mark.parametrize(
    "said",
    [*HOSTILE, "1. one", "2) two", "- a", "+ b", "=", "===", "---", "&amp; &#60;", "[^1]: x", "a | b", "~~~",
     "# no", "> no", "http://a.b www.a.b :smile:"],
)  # fmt: skip
def test_what_a_source_says_is_shown_as_it_is(said: str) -> None:
    line = on_one_line(legible(said, {}))
    if line:
        assert shown(escaped(line)) == line


@given(st.text())
def test_any_text_is_shown_as_it_is(said: str) -> None:
    line = on_one_line(legible(said, {}))
    if line and unicodedata.category(line[0]) not in ("Zs", "Cf") and line[-1].isalnum():
        assert shown(escaped(line)) == line


def test_ordinary_prose_is_left_alone() -> None:
    assert escaped(ENGLISH) == ENGLISH and escaped(VIETNAMESE) == VIETNAMESE
    assert (
        escaped("On 4 December (para. 3) it rose: +5.5, -3.") == "On 4 December (para. 3) it rose: +5.5, -3."
    )


def test_each_footnote_is_called_and_written_once() -> None:
    source = text(full())
    called = re.findall(r"\[\^(\d+)\](?!:)", source)
    written = re.findall(r"^\[\^(\d+)\]: ", source, re.MULTILINE)
    assert called == written == [str(n) for n in range(1, len(called) + 1)]
    assert f"[Open in Briefreader](<{citation().link}>)" in source


def test_headings_quotes_and_tables_are_there() -> None:
    source = text(full())
    assert source.startswith("**TLP:AMBER+STRICT**\n\n# Belarus–Việt Nam: security and trade\n")
    assert "\n## Bottom line\n\nTrade keeps growing[^1], and a roadmap follows[^2].\n" in source
    assert f"\n> {ENGLISH}[^7]\n" in source
    tables = [token for token in READER.parse(source) if token.type == "table_open"]
    assert len(tables) == 6


def test_a_passage_of_several_lines_keeps_them() -> None:
    passage = Item("passage", "first\n\nsecond", citation())
    assert "> first  \n> second[^1]" in text(Briefing("B", sections=(Section("passages", "P", (passage,)),)))


def test_emphasis_stands_at_the_words() -> None:
    fact = Item("fact", " 5 ", citation(), "x", form="figure", value=" $5 *million* ")
    assert "| **\\$5 \\*million\\*** [^1] |" in text(
        Briefing("B", sections=(Section("facts", "F", (fact,)),))
    )


def test_hostile_text_makes_no_markup() -> None:
    tokens = READER.parse(text(all_hostile()))
    kinds = {token.type for token in tokens} | {
        each.type for token in tokens for each in token.children or ()
    }
    assert not kinds & {"html_block", "html_inline", "image", "fence", "code_block", "code_inline"}
    targets = {
        each.attrs["href"] for token in tokens for each in token.children or () if each.type == "link_open"
    }
    assert all(str(target).startswith(("briefreader://", "https://")) for target in targets)
