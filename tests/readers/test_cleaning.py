import json
from pathlib import Path

import pytest

from briefreader.readers._cleaning import AGENCIES, survey

DATA = Path(__file__).parents[2].parent / "shared" / "data"
BODY = "The two sides signed a protocol in the capital on Wednesday, officials said. They will meet again."


def found(text: str) -> list[tuple[str, str]]:
    return [(noise.kind, noise.span.of(text)) for noise in survey(text).noise]


@pytest.mark.parametrize(
    ("dateline", "outlet"),
    [
        ("HÀ NỘI — ", ""),
        ("MINSK (Reuters) - ", "Reuters"),
        ("MINSK, 6 December (BelTA) – ", "BelTA"),
        ("BEIJING, Nov. 5 (Xinhua) -- ", "Xinhua"),
        ("Hanoi (VNA) – ", "VNA"),
        ("Hà Nội, December 3 — ", ""),
        ("SEOUL, South Korea (AP) — ", "AP"),
        ("KYIV, Ukraine — ", ""),
        ("Minsk /BelTA/ - ", "BelTA"),
        ("Ho Chi Minh City (VNS/VNA) - ", "VNS"),
        ("NAIROBI (Daily Nation) - ", ""),
    ],
)
def test_datelines(dateline: str, outlet: str) -> None:
    assert found(dateline + BODY) == [("dateline", dateline)]
    assert survey(dateline + BODY).outlet == outlet


@pytest.mark.parametrize(
    "beginning",
    [
        "NATO — the alliance of the north — said so. ",
        "NATO — The alliance said so. ",
        "UN - The organisation said so. ",
        "To Lam — General Secretary — said so. ",
        "Mr. Smith – The man said so. ",
        "MINSK-based companies said so. ",
        "F-16 – The aircraft was sold. ",
        "NATO (Brussels) - The alliance said so. ",
        "NAIROBI (the capital) - The city said so. ",
    ],
)
def test_what_only_looks_like_a_dateline_stays(beginning: str) -> None:
    assert found(beginning + BODY) == []


@pytest.mark.parametrize(
    ("ending", "kind", "outlet"),
    [
        (" — VNA/VNS", "agency", "VNA"),
        (" — Reuters", "agency", "Reuters"),
        (" (VNA)", "agency", "VNA"),
        (" /BelTA/", "agency", "BelTA"),
        (" - BERNAMA", "agency", "BERNAMA"),
        ("\nVNA/VNS", "agency", "VNA"),
        ("\n###", "end mark", ""),
        ("\n./.\n", "end mark", ""),
        (" ./.", "end mark", ""),
    ],
)
def test_endings(ending: str, kind: str, outlet: str) -> None:
    assert found(BODY + ending) == [
        (kind, ending.lstrip("\n").rstrip("\n") if kind == "agency" else ending.strip())
    ]
    assert survey(BODY + ending).outlet == outlet


def test_an_end_mark_leaves_the_full_stop() -> None:
    assert found(BODY + "/.") == [("end mark", "/.")]
    assert found(BODY + "/. VNA") == [("end mark", "/."), ("agency", " VNA")]


@pytest.mark.parametrize("ending", [" He works for AP", " The report was by AFP.", " (see VNA)", " — again"])
def test_an_ending_that_is_a_sentence_stays(ending: str) -> None:
    assert found(BODY + ending) == []


@pytest.mark.parametrize(
    "caption",
    [
        "Ministers at the ceremony (Photo: VNA)",
        "Ministers at the ceremony on Monday. (Image: Ministry of Defence)",
        "Ministers in Hà Nội on Wednesday. — VNA/VNS Photo",
        "Ministers in Hà Nội (VNA Photo)",
        "The minister (left). Photo: VNA",
        "Photo: Reuters",
    ],
)
def test_captions_wherever_they_stand(caption: str) -> None:
    assert found(f"{BODY}\n{caption}\n{BODY}") == [("caption", caption)]


def test_of_a_long_line_only_the_credit_is_a_caption() -> None:
    assert found(BODY * 6 + " (Photo: VNA)") == [("caption", "(Photo: VNA)")]


@pytest.mark.parametrize(
    "line", ["Photography is his passion.", "He looked at the photo (see page 3)", "Trade (source: GSO)"]
)
def test_what_only_looks_like_a_caption_stays(line: str) -> None:
    assert found(f"{BODY}\n{line}\n{BODY}") == []


@pytest.mark.parametrize(
    "ticker", ["3.78 BYN", "USD 3.00", "EUR/BYN 3.38", "€ 3.4 +0.1%", "65%", "1 250,5 RUB"]
)
def test_tickers_before_the_article_only(ticker: str) -> None:
    assert found(f"{ticker}\n{BODY}") == [("ticker", ticker)]
    assert found(f"{BODY}\n{ticker}\n{BODY}") == []


@pytest.mark.parametrize("line", ["2024", "3", "12 March", "BYN", "Chapter 3"])
def test_numbers_without_a_currency_stay(line: str) -> None:
    assert found(f"{line}\n{BODY}") == []


def test_menus_around_the_article() -> None:
    text = f"Home\nNews\n{BODY}\nShare this article\nRead more: others\n© 2025 Coast Daily"
    kinds = [kind for kind, _said in found(text)]
    assert kinds == ["boilerplate"] * 5


def test_a_text_is_never_all_noise_but_for_its_marks() -> None:
    assert found("Home") == []


def test_agencies_are_named_once() -> None:
    assert len(set(AGENCIES)) == len(AGENCIES)


@pytest.mark.parametrize("name", ["wikigold", "facts_wikinews", "quotes_wikinews"])
def test_no_clean_body_loses_anything(name: str) -> None:
    path = DATA / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"{name}.jsonl is not there")
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert [found(text) for text in texts if found(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "A" * 60_000 + " — " + "A (" * 30_000 + " " * 100_000 + "./",
        "a@" + "a." * 60_000 + "((((" * 20_000 + "\t \t " * 30_000,
        "(Photo: " * 20_000,
        "HANOI, " * 20_000 + "—",
        ("—" * 50 + " ") * 2_000,
        "1." * 50_000,
    ],
    ids=range(6),
)
@pytest.mark.timeout(20)
def test_hostile_texts_end(text: str) -> None:
    assert survey(text).published == ""
