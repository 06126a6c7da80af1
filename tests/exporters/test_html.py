"""The briefing as one web page."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from briefreader.domain.briefing import Briefing, Cell, Item, Section
from briefreader.exporters import html
from briefreader.exporters._html_style import pages
from exporters.printed import CYRILLIC, ENGLISH, HOSTILE, VIETNAMESE, briefing, citation
from exporters.written import ARABIC, all_hostile, full

ALONE = {"meta", "br", "rect", "line"}


class Page(HTMLParser):
    """A page that was read back: its elements in order, and its text."""

    def __init__(self, value: Briefing) -> None:
        super().__init__()
        self.source = html.render(value)[0].decode("utf-8")
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.feed(self.source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ALONE:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self.open), data))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def said(self) -> str:
        return "".join(text for place, text in self.texts if "style" not in place)


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(full())


def test_elements_are_nested_as_they_should_be(page: Page) -> None:
    assert page.open == []
    assert [name for name, _attributes in page.elements][:2] == ["html", "head"]


@pytest.mark.parametrize("value", [full(), all_hostile()], ids=["usual", "hostile"])
def test_nothing_runs_and_nothing_is_loaded(value: Briefing) -> None:
    page = Page(value)
    names = {name for name, _attributes in page.elements}
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use"}
    for _name, attributes in page.elements:
        assert not any(key.startswith("on") or key in ("src", "style", "srcset") for key in attributes)
    addresses = [each["href"] or "" for each in page.all("a")]
    assert all(address.startswith(("#", "briefreader://", "https://")) for address in addresses)
    assert "url(" not in page.source.partition("</style>")[0] and "@import" not in page.source


def test_the_policy_allows_the_style_sheet_and_no_more(page: Page) -> None:
    policy = next(each["content"] for each in page.all("meta") if each.get("http-equiv"))
    style = re.search("<style>(.*?)</style>", page.source, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.split("; ")[:2] == ["default-src 'none'", f"style-src 'sha256-{digest}'"]


def test_it_is_meant_for_paper_and_for_the_dark_as_well(page: Page) -> None:
    assert "@media print" in page.source and "prefers-color-scheme: dark" in page.source


def test_each_footnote_is_called_and_leads_back(page: Page) -> None:
    identities = [each["id"] for _name, each in page.elements if each.get("id")]
    assert len(identities) == len(set(identities))
    targets = [each["href"][1:] for each in page.all("a") if each["href"].startswith("#")]
    assert set(targets) <= set(identities)
    calls = [each for each in page.all("a") if each.get("role") == "doc-noteref"]
    notes = [each["id"] for each in page.all("li") if each.get("role") == "doc-endnote"]
    assert [each["href"] for each in calls] == [f"#{note}" for note in notes]
    backs = [each["href"] for each in page.all("a") if each.get("role") == "doc-backlink"]
    assert backs == [f"#{each['id']}" for each in calls]
    assert citation().link in {each["href"] for each in page.all("a")}


def test_headings_are_in_order(page: Page) -> None:
    levels = [int(name[1]) for name, _attributes in page.elements if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_have_heads_and_charts_words(page: Page) -> None:
    assert len(page.all("thead")) == len(page.all("table")) == 6
    assert {each["scope"] for each in page.all("th")} == {"col"}
    picture = page.all("svg")[0]
    assert picture["role"] == "img" and picture["aria-labelledby"] == "chart-1-title chart-1-text"
    words = {place[-1]: text for place, text in page.texts if place and place[-1] in ("title", "desc")}
    assert words["desc"] == "2024: over $245 million; 2023: $180 million; 2022: −$20 million"


def test_languages_and_directions_are_given(page: Page) -> None:
    assert page.all("html")[0]["lang"] == "en"
    quotes = page.all("blockquote")
    assert {"vi", "ru", "ar"} <= {each.get("lang") for each in quotes}
    assert next(each for each in quotes if each.get("lang") == "ar")["dir"] == "rtl"


def test_passages_are_word_for_word(page: Page) -> None:
    for text in (ENGLISH, VIETNAMESE, CYRILLIC, ARABIC):
        assert text in page.said()


def test_tables_are_named_and_an_address_is_a_link(page: Page) -> None:
    assert [each["aria-label"] for each in page.all("table")][:2] == ["Figures", "Events"]
    assert "https://example.org/a?b=1&c=2" in {each["href"] for each in page.all("a")}


def test_a_label_is_no_style(page: Page) -> None:
    rule = pages('"} body { display: none } </style>\\')
    assert re.search(r"content: \"([^\"]*)\";", rule)[1].startswith("\\22 \\7d \\20 body")
    assert rule.count("{") == rule.count("}") and "<" not in rule
    assert "TLP\\3a AMBER\\2b STRICT" in page.source


def test_the_label_stands_at_both_ends(page: Page) -> None:
    labelled = [text for place, text in page.texts if text == "TLP:AMBER+STRICT" and place[-1] == "p"]
    assert len(labelled) == 2
    assert not any("label" in (each.get("class") or "") for each in Page(briefing()).all("p"))


def test_hostile_text_stays_text() -> None:
    said = Page(all_hostile()).said()
    for text in HOSTILE[:5]:
        assert text in said
    assert "]]> --> &amp; | [^1]: <!-- */ </style>" in said
    assert "[U+202E]" in said and "\u202e" not in said


@pytest.mark.parametrize("amount", [None, float("nan"), float("inf")])
def test_a_chart_with_nothing_to_draw_is_a_table_alone(amount: float | None) -> None:
    chart = Item("chart", "", label="Trade", cells=(Cell("Turnover", citation(), "much", amount),))
    page = Page(Briefing("Empty", sections=(Section("figures", "Figures", (chart,)),)))
    assert not page.all("svg") and len(page.all("table")) == 1
