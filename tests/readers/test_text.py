from pathlib import Path

import pytest

from briefreader.domain.document import Document, Draft
from briefreader.readers import text

SEEDS = Path(__file__).parents[2] / "seeds"
BODY = "The two sides signed a protocol in the capital on Wednesday, officials said. They will meet again."


def read(content: str, name: str = "article.txt") -> Draft:
    (draft,) = text.read(content.encode("utf-8"), name)
    return draft


def said(draft: Draft) -> list[tuple[str, str]]:
    return [(noise.kind, noise.span.of(draft.text)) for noise in draft.noise]


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_the_text_of_a_seed_is_the_whole_file(path: Path) -> None:
    (draft,) = text.read(path.read_bytes(), str(path))
    assert draft.text == path.read_text(encoding="utf-8")
    assert draft.language == "en"
    assert not draft.warnings


def test_seeds_have_titles_without_noise() -> None:
    titles = {
        path.name[:3]: next(text.read(path.read_bytes(), path.name)).title for path in SEEDS.glob("*.txt")
    }
    assert titles == {
        "000": "Today, Belarusian-Vietnamese cooperation is constructive…",
        "001": "Security cooperation drives Belarusian-Vietnamese relations",
        "002": "Vietnam attaches great importance to its traditional friendship…",
        "003": "Belarus and Vietnam elevate their relationship to level of strategic partnership",
        "004": "Vietnamese Minister of Public Security General Lương Tam Quang held talks…",
    }


def test_header_date_is_the_date_and_noise() -> None:
    draft = read(" date 2025-12-06 " + BODY)
    assert (draft.published.value, draft.published.how) == ("2025-12-06", "header")
    assert said(draft) == [("date line", " date 2025-12-06 ")]
    assert draft.title == "The two sides signed a protocol in the capital on Wednesday, officials said"


def test_impossible_header_date_stays_in_the_text() -> None:
    draft = read(" date 2025-13-45 " + BODY)
    assert draft.published.value == "" and not draft.noise and len(draft.warnings) == 1


def test_two_header_dates_are_told() -> None:
    draft = read(" date 2025-12-06 date 2024-01-02 " + BODY)
    assert draft.published.value == "2025-12-06" and len(draft.warnings) == 1
    assert said(draft) == [("date line", " date 2025-12-06 date 2024-01-02 ")]


@pytest.mark.parametrize("line", ["Friday, July 21, 2017", "21 July 2017", "Published: 2017-07-21"])
def test_a_line_that_is_a_date_dates_the_text_and_stays(line: str) -> None:
    draft = read(f"Ministers sign protocol on safety\n{line}\n{BODY}")
    assert (draft.published.value, draft.published.how) == ("2017-07-21", "header")
    assert not draft.noise
    assert (draft.title, draft.title_how) == ("Ministers sign protocol on safety", "headline")


def test_a_headline_is_a_block_of_its_own_kind() -> None:
    draft = read("3.78 BYN\n3.00 BYN\nMinisters sign protocol on safety\n" + BODY)
    assert [block.kind for block in draft.blocks] == ["paragraph", "paragraph", "title", "paragraph"]
    assert said(draft) == [("ticker", "3.78 BYN"), ("ticker", "3.00 BYN")]


def test_a_file_with_nothing_but_noise_is_called_by_its_name() -> None:
    assert read("65 %\n", "rates.txt").title


def test_a_credit_and_the_mark_of_its_country_name_the_agency() -> None:
    caption = "Ministers at the signing ceremony in the capital (Photo: VNA)\n"
    assert read(caption + BODY).outlet == ""
    assert read(BODY + "/.").outlet == ""
    assert read(caption + BODY + "/.").outlet == "VNA"
    assert read(caption.replace("VNA", "Reuters") + BODY + "/.").outlet == ""


def test_a_line_of_several_sorts_of_noise_is_no_paragraph() -> None:
    caption = " date 2025-12-04 Ministers at the ceremony (Photo: VNA)\n\n"
    draft = read(caption + BODY)
    document = Document("x", draft.text, draft.blocks, draft.noise)
    assert document.paragraph_starts() == [len(caption)]
