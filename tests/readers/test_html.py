import pytest

from briefreader.domain.document import Draft
from briefreader.domain.errors import ReadError
from briefreader.readers import html

BODY = "The minister met the delegation on Tuesday. They signed two documents. " * 5


def read(body: str, head: str = "", encoding: str = "utf-8") -> Draft:
    article = f"<article><h1>A page</h1><p>{BODY}</p>{body}<p>{BODY}</p></article>"
    page = f"<html><head><title>A page</title>{head}</head><body>{article}</body></html>"
    (draft,) = html.read(page.encode(encoding), "page.html")
    return draft


def test_hidden_passages_are_left_out_and_told() -> None:
    draft = read('<p style="display: none">HIDDEN ONE</p><p hidden>HIDDEN TWO</p>')
    assert "HIDDEN" not in draft.text
    assert any(warning.startswith("2 passages") for warning in draft.warnings)


def test_scripts_and_links_never_get_into_the_text() -> None:
    draft = read(
        '<script>alert(1)</script><p>A <a href="javascript:alert(2)">link</a> within a sentence of it.</p>'
    )
    assert "alert" not in draft.text and "A link within" in draft.text
    assert any("unsafe" in each for each in draft.warnings)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5_000 + "x",
        "<p " + " ".join(f"a{n}=1" for n in range(30_000)) + ">x</p>",
        "".join(f"<b {n}>" for n in range(3_000)) + "x",
    ],
    ids=["deep", "attributes", "formatting"],
)
def test_pages_that_would_hang_the_parser_are_refused(body: str) -> None:
    with pytest.raises(ReadError, match=r"“page\.html”"):
        read(body)


def test_valid_utf_8_wins_over_a_false_declaration() -> None:
    assert "Hà Nội" in read("<p>Hà Nội was the place.</p>", "<meta charset=shift_jis>").text


def test_a_declared_code_page_is_used() -> None:
    page = read(
        "<p>Министры подписали протокол в столице в среду.</p>", "<meta charset=windows-1251>", "cp1251"
    )
    assert "Министры подписали" in page.text


@pytest.mark.parametrize(
    ("head", "value", "how", "doubts"),
    [
        (
            '<meta property="article:published_time" content="2025-11-20T08:00:00Z">',
            "2025-11-20",
            "metadata",
            0,
        ),
        ('<link rel="canonical" href="https://a.example/2025/11/20/x">', "2025-11-20", "metadata", 0),
        (
            '<link rel="canonical" href="https://a.example/2025/11/20/x">'
            '<meta name="date" content="2020-01-05">',
            "2025-11-20",
            "metadata",
            1,
        ),
        (
            '<meta name="date" content="2020-01-05">'
            '<script type="application/ld+json">{"datePublished":"2024-07-07"}</script>',
            "2024-07-07",
            "metadata",
            1,
        ),
        ('<script type="application/ld+json">' + "[" * 5_000 + "</script>", "", "none", 0),
        ("", "", "none", 0),
    ],
)
def test_dates_say_where_they_are_from(head: str, value: str, how: str, doubts: int) -> None:
    draft = read("<p>In 2024 the trade grew.</p>", head)
    assert (draft.published.value, draft.published.how) == (value, how)
    assert sum("two dates" in each for each in draft.warnings) == doubts


def test_a_page_without_markup_is_its_text() -> None:
    (draft,) = html.read(("Headline only\n" + BODY).encode(), "page.html")
    assert "minister" in draft.text


def test_markup_of_other_kinds_is_text_in_the_title() -> None:
    draft = read("", '<meta property="og:title" content="A &lt;b&gt; title \u202e of 2025">')
    assert draft.title == "A <b> title of 2025"
