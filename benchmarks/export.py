"""Time the PDF export: a usual briefing and a long one, and the pages of the preview.

    python benchmarks/export.py [--items N]

Prints wall time, CPU time, size and pages for each, and the peak memory of the process at the end.
"""

from __future__ import annotations

import argparse
import resource
import time
from dataclasses import replace

from briefreader.domain.briefing import Briefing, Citation, CitedSource, Item, Section
from briefreader.exporters import pdf
from briefreader.library.paging import PdfPages

CHANGED = 78
"""How many items make some ten pages."""

TEXTS = (
    "Cooperation has been established between the ministries, which coordinate the country's entire "
    "security vertical, along with their key partner; the parties signed a roadmap for three years.",
    "Bộ trưởng Bộ Công an Lương Tam Quang hội đàm với Quốc vụ khanh Hội đồng An ninh Belarus; các Thứ "
    "trưởng cùng dự. Người dân ngưỡng mộ; kỹ thuật số, chuyển đổi, phát triển bền vững.",
    "Государственный секретарь Совета Безопасности провёл переговоры в Ханое; стороны подписали протокол.",
)


def briefing(items: int) -> Briefing:
    """Return a briefing with this many items, a third of them each of passages, quotes and figures."""
    each = max(1, items // 3)

    def cited(n: int) -> Citation:
        link = f"briefreader://open?document={n % 9}&start={n}&end={n + 40}"
        return Citation(n % 9 + 1, "An Outlet", f"Title of source {n % 9 + 1}", "2025-12-04", False, n, link)

    facts = tuple(
        Item("fact", "$245 million", cited(n), "trade turnover", "Trade was over $245 million in 2024.",
             form="figure", value="over $245 million", period="2024", speaker="A Speaker")
        for n in range(each)
    )  # fmt: skip
    passages = tuple(
        Item("passage", TEXTS[n % 3], cited(n), note="Check this." if n % 2 else "", starred=True)
        for n in range(each)
    )
    quotes = tuple(
        Item("quote", TEXTS[n % 3], cited(n), f"Speaker {n * 7 // each}", "An Office", form="direct")
        for n in range(each)
    )
    sources = tuple(
        CitedSource(n, "An Outlet", f"Title of source {n}", "2025-12-04", False, "", "", f"{n}.txt", "0" * 64,
                    f"briefreader://open?document={n}")
        for n in range(1, 10)
    )  # fmt: skip
    return Briefing(
        "A briefing", "The desk", "2025-12-20T14:05:00+01:00", ("2025-05", "2025-12"),
        (Section("facts", "Key facts", facts), Section("passages", "Starred passages", passages),
         Section("quotes", "Who said what", quotes)),
        sources, 12,
    )  # fmt: skip


def timed(name: str, items: int) -> bytes:
    """Render a briefing of this many items, print what it cost and return the file."""
    wall, cpu = time.perf_counter(), time.process_time()
    made, notices = pdf.render(briefing(items))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    size, pages = len(made) / 1024, PdfPages(made).count
    print(f"{name:28} {wall:6.2f} s wall {cpu:6.2f} s CPU {size:8.0f} KB {pages:4d} pages")
    for notice in notices:
        print("   ", notice)
    return made


def changed(pieces: int) -> None:
    """Print what a change in a brief of some ten pages costs in a process that has set it before."""
    value = briefing(pieces)
    pdf.render(value)
    spent: list[tuple[float, float]] = []
    for n in range(10):
        first, *rest = value.sections
        items = (replace(first.items[0], label=f"trade turnover, {n}"), *first.items[1:])
        wall, cpu = time.perf_counter(), time.process_time()
        made, _notices = pdf.render(replace(value, sections=(replace(first, items=items), *rest)))
        spent.append((time.perf_counter() - wall, time.process_time() - cpu))
    wall, cpu = sorted(spent)[len(spent) // 2]
    name = f"a change in {PdfPages(made).count} pages"
    print(f"{name:28} {wall * 1000:6.0f} ms wall {cpu * 1000:5.0f} ms CPU")


def main() -> None:
    """Run the measurements."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--items", type=int, default=300, help="items of the long briefing")
    items = parser.parse_args().items
    timed("30 items, first in a process", 30)
    timed("30 items, again", 30)
    changed(CHANGED)
    made = timed(f"{items} items", items)
    started = time.perf_counter()
    pages = PdfPages(made)
    shown = min(10, pages.count)
    for n in range(shown):
        pages.image(n, 900)
    print(f"{'a page of the preview':28} {(time.perf_counter() - started) / shown * 1000:6.0f} ms")
    print(f"{'peak memory':28} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")


if __name__ == "__main__":
    main()
