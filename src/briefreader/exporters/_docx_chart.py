"""A chart of a Word document, which the word processor draws from its figures."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from briefreader.exporters._blocks import Chart

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_UNITS = 635
"""English metric units in a twentieth of a point."""


def drawing(chart: Chart, number: int, width: int) -> str:
    """Return the place of a chart in the text; its description says what it shows to who does not see it."""
    described = "; ".join(f"{bar.label}: {bar.value}" for bar in chart.bars)
    height = min(1000 + 420 * len(chart.bars), 9000)
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width * _UNITS}" cy="{height * _UNITS}"/>'
        f'<wp:docPr id="{number}" name="Chart {number}" title={quoteattr(chart.title)} '
        f"descr={quoteattr(described)}/><wp:cNvGraphicFramePr/>"
        f'<a:graphic><a:graphicData uri="{_CHART}"><c:chart r:id="chart{number}"/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )


def chart_part(chart: Chart) -> str:
    """Return the chart: a bar for each figure, the first at the top, each with what was printed."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_MAIN}">'
        f'<c:roundedCorners val="0"/><c:chart>{_title(chart.title)}'
        '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/>'
        f'<c:grouping val="clustered"/><c:varyColors val="0"/>{_series(chart)}<c:gapWidth val="45"/>'
        '<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="low"/><c:crossAx val="2"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling/><c:delete val="1"/><c:axPos val="t"/>'
        '<c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
    )


def _title(text: str) -> str:
    looks = '<a:rPr sz="1100" b="1"/>'
    return (
        "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r>"
        f"{looks}<a:t>{escape(text)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _series(chart: Chart) -> str:
    names = "".join(
        f'<c:pt idx="{n}"><c:v>{escape(bar.label)}</c:v></c:pt>' for n, bar in enumerate(chart.bars)
    )
    amounts = "".join(f'<c:pt idx="{n}"><c:v>{bar.amount!r}</c:v></c:pt>' for n, bar in enumerate(chart.bars))
    labels = "".join(
        f'<c:dLbl><c:idx val="{n}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:p><a:r><a:rPr sz="900"/>'
        f"<a:t>{escape(bar.value)}</a:t></a:r></a:p></c:rich></c:tx>{_SHOWN}</c:dLbl>"
        for n, bar in enumerate(chart.bars)
    )
    count = f'<c:ptCount val="{len(chart.bars)}"/>'
    return (
        f'<c:ser><c:idx val="0"/><c:order val="0"/>'
        '<c:spPr><a:solidFill><a:srgbClr val="17559B"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f"<c:dLbls>{labels}{_SHOWN}</c:dLbls>"
        f"<c:cat><c:strLit>{count}{names}</c:strLit></c:cat>"
        f"<c:val><c:numLit>{count}{amounts}</c:numLit></c:val></c:ser>"
    )


_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
