"""What must hold for every exporter."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

from briefreader.domain.briefing import Briefing
from briefreader.domain.errors import ExportError
from briefreader.exporters import Exporter, exporter_for, exporters
from exporters.printed import briefing, hostile
from exporters.written import all_hostile, full

ALL = pytest.mark.parametrize("exporter", exporters(), ids=lambda exporter: exporter.NAME)


@ALL
def test_it_says_what_it_is(exporter: Exporter) -> None:
    assert exporter.NAME.isidentifier() and exporter.LABEL
    assert exporter.SUFFIX.startswith(".") and exporter.SUFFIX.lower() == exporter.SUFFIX
    assert exporter_for(exporter.NAME) is exporter_for(exporter.SUFFIX) is exporter


@ALL
@pytest.mark.parametrize(
    "value",
    [briefing(), full(), hostile(), Briefing("Empty")],
    ids=["usual", "full", "hostile", "empty"],
)
def test_the_same_briefing_gives_the_same_bytes(exporter: Exporter, value: Briefing) -> None:
    sent = pickle.loads(pickle.dumps(value))
    first, second = exporter.render(value), exporter.render(sent)
    assert first == second
    assert first[0] and all(isinstance(notice, str) and notice for notice in first[1])


@ALL
def test_the_same_bytes_come_from_another_process_with_other_hashes(exporter: Exporter) -> None:
    code = (
        "import hashlib; from exporters.printed import briefing;"
        "from briefreader.exporters import exporter_for;"
        f"print(hashlib.sha256(exporter_for({exporter.NAME!r}).render(briefing())[0]).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "TZ": zone},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }  # fmt: skip
    assert len(seen) == 1


@ALL
def test_an_ordinary_briefing_needs_no_excuse(exporter: Exporter) -> None:
    assert exporter.render(briefing())[1] == ()


@ALL
def test_any_text_in_any_place_is_written(exporter: Exporter) -> None:
    data, notices = exporter.render(all_hostile())
    assert (data, notices) == exporter.render(pickle.loads(pickle.dumps(all_hostile())))
    if exporter.NAME not in ("docx", "pdf"):
        data.decode("utf-8")
    assert all("\ud800" not in notice for notice in notices)


def test_names_and_endings_differ() -> None:
    assert len({each.NAME for each in exporters()}) == len({each.SUFFIX for each in exporters()})
    assert len({each.NAME for each in exporters()}) == len(exporters())


def test_of_endings_that_fit_the_longest_counts() -> None:
    assert exporter_for("a.b.csl.json").NAME == "csl"
    assert exporter_for("csl.json").NAME == exporter_for("brief.JSON").NAME == "json"


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ExportError, match=r"\.pdf"):
        exporter_for(".xyz")
    with pytest.raises(ExportError, match=r"“\.xyz” files"):
        exporter_for("brief.xyz")
