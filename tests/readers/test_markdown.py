import pytest

from briefreader.domain.document import Draft
from briefreader.readers import markdown


def read(content: str) -> Draft:
    (draft,) = markdown.read(content.encode(), "clip.md")
    return draft


def test_links_keep_their_text_and_unsafe_ones_are_told() -> None:
    draft = read(
        "# Title\n\nA [safe](https://a.example) and a [bad](javascript:alert(1)) and ![pic](file:///etc/passwd)."
    )
    assert draft.text == "Title\nA safe and a bad and ."
    assert len(draft.warnings) == 1


def test_raw_html_is_text() -> None:
    assert (
        read("a <img src=x onerror=y> b\n\n<script>z</script>\n").text
        == "a <img src=x onerror=y> b\n<script>z</script>"
    )


def test_front_matter_takes_plain_values_only() -> None:
    draft = read(
        '---\ntitle: !!python/object/apply:os.system ["x"]\nsource: *alias\ndate: 2025-02-30\n---\n# Real\n'
    )
    assert (draft.title, draft.outlet, draft.published.value) == ("Real", "", "")


def test_a_title_of_the_front_matter_that_is_not_in_the_text() -> None:
    draft = read("---\ntitle: 'Another title'\ndate: 20 November 2025\n---\nSome text of the article.")
    assert (draft.title, draft.title_how) == ("Another title", "metadata")
    assert (draft.published.value, draft.published.how) == ("2025-11-20", "metadata")


@pytest.mark.timeout(30)
def test_deep_nesting_ends() -> None:
    assert read("> " * 5_000 + "x\n\n" + "[" * 5_000 + "\n\n" + "*a " * 5_000 + "\n\nReal text.").text
