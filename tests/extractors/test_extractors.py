"""Every extractor, by the same rules, on texts of several kinds."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from names_of import read

from briefreader.extractors import Extractor, extractors

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TEXTS = {
    "empty": "",
    "blank": " \n\n ",
    "one letter": "x",
    "marks": "“”\"'«»„“ … — – -- ?! %$€ 1 2. 3,",
    "other scripts": "Сегодня в Минске. 今天在河内。 اليوم في هانوي. 😀 À Hà Nội, hôm nay.",
    "news": "“We signed 3 deals worth $4.5 million on Friday,” Anna Keller, the minister, said in Oslo.",
    **{path.stem[:3]: path.read_text(encoding="utf-8") for path in SEEDS},
}


def test_names_are_unique_and_versions_are_counted():
    found = extractors()
    assert len({each.NAME for each in found}) == len(found) > 5
    assert all(each.VERSION >= 1 and each.LABEL for each in found)


@pytest.mark.parametrize("extractor", extractors(), ids=lambda each: each.NAME)
@pytest.mark.parametrize("name", TEXTS)
def test_every_fact_is_an_exact_span_of_its_text(extractor: Extractor, name: str):
    text = TEXTS[name]
    facts = list(extractor.extract(read(text)))
    for fact in facts:
        assert fact.document == "x"
        assert 0 <= fact.span.start < fact.span.end <= len(text)
        assert fact.span.of(text) == fact.text
    assert pickle.loads(pickle.dumps(facts)) == facts
    assert list(extractor.extract(read(text))) == facts


def test_extractors_know_nothing_of_qt():
    code = (
        "import sys; from briefreader.extractors import extractors; extractors(); "
        "assert 'PySide6' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
