"""A chart as a picture within a web page: one bar for each figure, with its words beside it."""

from __future__ import annotations

from html import escape

from briefreader.exporters._blocks import Bar, Chart

_WIDTH, _ROW, _LABELS, _VALUES = 720, 30, 190, 150
_LONG = 26
"""Characters of a label that there is room for; the table has the whole of it."""


def svg(chart: Chart, name: str) -> str:
    """Return the picture; its title and its description say what it shows to who does not see it."""
    low = min(0.0, *(bar.amount for bar in chart.bars))
    high = max(0.0, *(bar.amount for bar in chart.bars))
    room = _WIDTH - _LABELS - _VALUES
    scale = room / (high - low) if high > low else 0.0
    zero = _LABELS - low * scale
    rows = "".join(_row(bar, n, zero, scale) for n, bar in enumerate(chart.bars))
    height = _ROW * len(chart.bars) + 8
    described = "; ".join(f"{bar.label}: {bar.value}" for bar in chart.bars)
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="{name}-title {name}-text">\n'
        f'<title id="{name}-title">{escape(chart.title)}</title>\n'
        f'<desc id="{name}-text">{escape(described)}</desc>\n{rows}'
        f'<line x1="{zero:.1f}" y1="0" x2="{zero:.1f}" y2="{height}"/>\n</svg>\n'
    )


def _row(bar: Bar, n: int, zero: float, scale: float) -> str:
    top, middle = n * _ROW + 6, n * _ROW + 22
    start, end = sorted((zero, zero + bar.amount * scale))
    return (
        f'<text x="0" y="{middle}">{escape(_short(bar.label))}</text>'
        f'<rect x="{start:.1f}" y="{top}" width="{max(end - start, 1):.1f}" height="{_ROW - 8}"/>'
        f'<text x="{end + 8:.1f}" y="{middle}">{escape(_short(bar.value, 20))}</text>\n'
    )


def _short(text: str, length: int = _LONG) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
