"""Charts in a workbook: a sheet of their numbers, each with the chart that Excel draws of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from station_desk.reports.content import Chart, Shape, Tone

if TYPE_CHECKING:
    from openpyxl.chart.bar_chart import BarChart
    from openpyxl.chart.line_chart import LineChart

    Native = BarChart | LineChart

# The stubs of the library leave out most of what a streamed sheet can do.
StreamedSheet = Any
StreamedCell = Any

Fill = Callable[[str, str | int], StreamedCell]
"""A cell of a style by its key (`title`, `head`, `text`, `number`) with a value in it."""

_DARK, _PALE = "2457A6", "C4D3E9"
_BESIDE = 2
"""Empty columns between the numbers and the chart."""
_ROW_CM = 0.53
_SCALE = 65
"""Per cent at which numbers and chart stand side by side on A4 lying across."""
_WIDE_CM, _LEAST_CM, _BAR_CM = 22.0, 7.5, 0.62


def write(sheet: StreamedSheet, drawn: Sequence[Chart], fill: Fill) -> None:
    """Fill the sheet with the charts below each other, each beginning a page of its own."""
    from openpyxl.worksheet.pagebreak import Break

    most = max(len(chart.series) for chart in drawn)
    sheet.column_dimensions["A"].width = 34
    for place in range(most):
        sheet.column_dimensions[chr(ord("B") + place)].width = 12
    sheet.sheet_properties.pageSetUpPr.fitToPage = False  # with it Excel minds no break
    sheet.page_setup.scale = _SCALE
    row = 1
    for chart in drawn:
        if row > 1:
            sheet.row_breaks.append(Break(row - 1))
        high = _LEAST_CM if chart.shape is Shape.TREND else _LEAST_CM + _BAR_CM * max(0, len(chart.names) - 6)
        sheet.append([fill("title", chart.title)])
        sheet.append([])
        sheet.append([fill("head", "名称"), *(fill("head", series.name) for series in chart.series)])
        for place, name in enumerate(chart.names):
            sheet.append([fill("text", name), *(fill("number", s.number(place)) for s in chart.series)])
        native = _native(sheet, chart, row + 2)
        native.width, native.height = _WIDE_CM, high  # type: ignore[assignment]  # centimetres, not whole ones
        sheet.add_chart(native, f"{chr(ord('A') + most + _BESIDE)}{row + 1}")
        used = 3 + len(chart.names)
        need = max(used, int(high / _ROW_CM) + 2) + 2
        for _ in range(need - used):
            sheet.append([])
        row += need


def _native(sheet: StreamedSheet, chart: Chart, head: int) -> Native:
    """Excel's own chart of the numbers whose heads stand in row `head`."""
    from openpyxl.chart import Reference

    made = _bars() if chart.shape is Shape.BARS else _lines()
    last = head + len(chart.names)
    made.add_data(
        Reference(sheet, min_col=2, max_col=1 + len(chart.series), min_row=head, max_row=last),
        titles_from_data=True,
    )
    made.set_categories(Reference(sheet, min_col=1, min_row=head + 1, max_row=last))
    made.title = chart.title
    made.x_axis.delete = made.y_axis.delete = False
    made.y_axis.number_format = "#,##0"
    made.y_axis.majorGridlines = None
    if len(chart.series) > 1:
        assert made.legend is not None
        made.legend.position = "b"
    else:
        made.legend = None
    for drawn, series in zip(made.series, chart.series, strict=True):
        (_paint_bar if chart.shape is Shape.BARS else _paint_line)(drawn, series.tone)
        if chart.shape is Shape.BARS:
            _without_zeros(drawn, [place for place in range(len(chart.names)) if not series.number(place)])
    return made


def _bars() -> BarChart:
    from openpyxl.chart import BarChart

    made = BarChart()
    made.type, made.grouping, made.overlap, made.gapWidth = "bar", "stacked", 100, 60
    made.x_axis.scaling.orientation = "maxMin"  # the first name on top, as in the table
    return made


def _lines() -> LineChart:
    from openpyxl.chart import LineChart

    return LineChart()


def _paint_bar(series: Any, tone: Tone) -> None:
    from openpyxl.drawing.colors import ColorChoice
    from openpyxl.drawing.fill import PatternFillProperties

    look = series.graphicalProperties
    series.dLbls = _numbers()
    if tone is Tone.FULL:
        look.solidFill = _DARK
    elif tone is Tone.LIGHT:
        look.solidFill = _PALE
    else:
        look.line.solidFill = _DARK
        if tone is Tone.HATCH:
            dark: Any = ColorChoice(srgbClr=_DARK)  # type: ignore[arg-type]  # text, as its own docs have it
            white: Any = ColorChoice(srgbClr="FFFFFF")  # type: ignore[arg-type]
            look.pattFill = PatternFillProperties(prst="wdUpDiag", fgClr=dark, bgClr=white)
        else:
            look.noFill = True
    if tone is Tone.FULL:
        series.dLbls.txPr = _white()


def _paint_line(series: Any, tone: Tone) -> None:
    look, full = series.graphicalProperties, tone is Tone.FULL
    look.line.solidFill = _DARK
    look.line.width = 25_400 if full else 19_050
    look.line.dashStyle = None if full else "dash"
    series.smooth = False
    series.marker.symbol = "circle" if full else "square"
    series.marker.size = 6
    series.marker.graphicalProperties.solidFill = _DARK if full else "FFFFFF"
    series.marker.graphicalProperties.line.solidFill = _DARK
    series.dLbls = _numbers()
    series.dLbls.position = "t" if full else "b"


def _numbers() -> Any:
    from openpyxl.chart.label import DataLabelList

    return DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )  # fmt: skip


def _without_zeros(series: Any, places: Sequence[int]) -> None:
    """No number where there is no part of a bar: it would stand on its neighbour."""
    from openpyxl.chart.label import DataLabel

    series.dLbls.dLbl = [
        DataLabel(
            idx=place, showVal=False, showSerName=False, showCatName=False, showLegendKey=False,
            showPercent=False,
        )
        for place in places
    ]  # fmt: skip


def _white() -> Any:
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties

    white = CharacterProperties(solidFill="FFFFFF")
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=white), endParaRPr=white)])
