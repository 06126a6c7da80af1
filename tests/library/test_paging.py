"""The pages of a PDF that is kept open."""

from __future__ import annotations

import gc
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefreader.domain.briefing import Briefing
from briefreader.domain.errors import ExportError
from briefreader.exporters import pdf
from briefreader.library.paging import PdfPages
from exporters.printed import briefing


@pytest.fixture(scope="module")
def made() -> bytes:
    value: Briefing = briefing()
    return pdf.render(value)[0]


def test_pages_become_pictures(made: bytes) -> None:
    with PdfPages(made) as pages:
        assert pages.count >= 1
        for n in range(pages.count):
            width, height, data = pages.image(n, 301)
            assert width == 301 and abs(height / width - 297 / 210) < 0.01
            assert len(data) == width * height * 4
            assert set(data[3::4]) == {255}  # opaque
            assert len(set(data[0::4])) > 20  # something is printed
            assert data[:4] == b"\xff\xff\xff\xff"


def test_a_page_has_its_size_in_points(made: bytes) -> None:
    with PdfPages(made) as pages:
        width, height = pages.size(0)
    assert round(width) == 595 and round(height) == 842


def test_what_is_no_pdf_has_no_pages() -> None:
    with pytest.raises(ExportError, match="cannot be shown"):
        PdfPages(b"not a PDF")


def test_it_may_be_closed_twice(made: bytes) -> None:
    pages = PdfPages(made)
    pages.close()
    pages.close()


def test_several_threads_draw_and_let_go(made: bytes) -> None:
    def draw(n: int) -> int:
        pages = PdfPages(made)
        drawn = len(pages.image(n % pages.count, 100)[2])
        del pages
        gc.collect()
        return drawn

    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(draw, range(16)))


def test_what_is_open_at_the_end_of_the_program_is_closed_without_a_word(made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "b.pdf"
    path.write_bytes(made)
    script = (
        "import pathlib, sys, weakref\n"
        "class Kept: pass\n"
        "kept = Kept(); weakref.finalize(kept, print)\n"  # as others have done before
        "from briefreader.library.paging import PdfPages\n"
        "pages = PdfPages(pathlib.Path(sys.argv[1]).read_bytes())\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, check=True)
    assert done.stderr == b""
