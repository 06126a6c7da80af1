"""Markdown shows the words as they are, whatever they hold, and Obsidian finds its properties and tags."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefreader.domain.shared import Shared, SharedDocument, SharedMark
from briefreader.domain.text import Anchor, Span
from briefreader.interchange import markdown
from interchange.marked import MARKS, SHARED, SOURCE, STATUS, mark

PARSER = MarkdownIt("gfm-like", {"linkify": False})


def written(*marks: SharedMark, **source: object) -> str:
    document = SharedDocument(replace(SOURCE, **source), marks, STATUS)  # type: ignore[arg-type]
    return markdown.write(Shared((document,), SHARED.created)).decode()


def body(text: str) -> str:
    return text.split("---\n", 2)[2]


def quoting(words: str) -> SharedMark:
    made = mark(0, 1, starred=True)
    anchor = Anchor(Span(0, max(1, len(words))), words)
    return replace(made, annotation=replace(made.annotation, anchor=anchor))


def quoted(text: str) -> list[str]:
    """Return what the quotations of a text show, by lines; fail if anything in them is markup."""
    shown, depth = [], 0
    for token in PARSER.parse(body(text)):
        depth += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        if depth and token.type == "inline":
            assert {child.type for child in token.children or []} <= {"text", "text_special"}
            shown.append("".join(child.content for child in token.children or []))
        elif depth:
            assert token.type in {"blockquote_open", "paragraph_open", "paragraph_close"}
    return shown


def lines_of(words: str) -> list[str]:
    return [" ".join(line.split()) for line in words.split("\n") if line.strip()]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=60))
def test_any_passage_is_shown_as_it_is(words: str) -> None:
    assert quoted(written(quoting(words))) == lines_of(words)


@settings(deadline=None)
@given(st.text(alphabet="ab \n*_`<>[]()#!|~$&;:=-+1.)\\/^%{}\"'w", max_size=40))
def test_no_sign_is_markup(words: str) -> None:
    assert quoted(written(quoting(words))) == lines_of(words)


def test_nothing_in_a_passage_or_note_is_html() -> None:
    shown = PARSER.render(body(written(*MARKS)))
    assert "<script>" not in shown and "&lt;script&gt;" in shown
    assert "<b>" not in shown and "javascript:" not in shown


def test_properties_are_those_of_the_article() -> None:
    head = written(MARKS[2]).split("---\n")[1].splitlines()
    assert head[0] == 'title: "Title: \\"quoted\\", 😀"'
    assert 'outlet: "Báo Nhân Dân"' in head and 'date: "2025-12-06"' in head
    assert 'url: "https://example.org/a?b=1&c=2"' in head
    assert 'tags: ["visit", "two-words"]' in head
    assert "starred: true" in head and 'corrected: ["title", "published"]' in head


def test_properties_stay_whole_whatever_the_title_is() -> None:
    text = written(MARKS[2], title="a\n---\nb: \x85 \u2028")
    assert text.split("\n")[1] == r'title: "a\n---\nb: \u0085 \u2028"'


def test_a_passage_carries_note_tags_colour_star_and_the_way_back() -> None:
    text = written(*MARKS)
    assert "> ** " not in text
    assert "Line one\nline two" in text
    assert "highlighted in yellow · #to-verify #Tô-Lâm · A. Reader · 2026-03-04" in text
    assert "underlined in blue · 2026-03-04 · changed 2026-03-05" in text
    assert "★ · 2026-03-04 · [para. 2](briefreader://open?document=" in text
    assert "#2025_" in text
    assert "on the whole article" in text


def test_each_article_has_a_file_of_its_own() -> None:
    documents = [
        SharedDocument(replace(SOURCE, title=title), MARKS[:1])
        for title in ("Same/title?", "same title", "", "...", "x" * 300, "Ổn định " * 60)
    ]
    names = [name for name, _data in markdown.write_each(Shared(tuple(documents), SHARED.created))]
    assert names[:2] == ["Same title.md", "same title (2).md"]
    assert len({name.lower() for name in names}) == len(names)
    assert all(len(name.encode()) < 200 and not re.search(r'[\\/:*?"<>|]', name) for name in names)


def test_several_articles_in_one_file_have_a_heading_each() -> None:
    other = SharedDocument(replace(SOURCE, title="Other *title*", url="javascript:alert(1)"), MARKS[:1])
    text = markdown.write(Shared((*SHARED.documents, other), SHARED.created)).decode()
    assert r"## Other \*title\*" in text
    assert text.count("★ · #visit #two-words · corrected: title, date") == 1
    assert "<https://example.org/a?b=1&c=2>" in text
    assert "javascript:" not in text


def test_code_in_a_note_ends_with_the_note() -> None:
    made = mark(0, 9, note="see\n~~~~\ncode")
    text = written(made, mark(10, 20, note="```\nclosed\n```"), MARKS[2])
    kinds = [token.type for token in PARSER.parse(body(text))]
    assert kinds.count("fence") == 2 and kinds.count("blockquote_open") == 3
