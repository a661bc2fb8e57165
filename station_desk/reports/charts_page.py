"""Charts on a printed page: dark, light, hatched and outlined, so that a grey print tells them apart."""

from __future__ import annotations

from station_desk.reports import charts
from station_desk.reports.charts import Box, Dot, Drawing, Ink, Path, Plain, Rule
from station_desk.reports.content import Chart, Spot, Tone
from station_desk.reports.fonts import Face, font
from station_desk.reports.pages import HAIR, INK, MM, SOFT, WHITE, Paper

SIZE = 8.0
_TITLE = 10.5
_MORE = "另有 {n} 项，见表"
_SHADES = {Ink.TEXT: INK, Ink.SOFT: SOFT, Ink.ON_FULL: WHITE}


def draw(paper: Paper, chart: Chart, spots: list[Spot] | None = None) -> None:
    """The chart under its title, whole on one page; nothing where all its numbers are 0. `spots` is filled
    with where what something stands behind was drawn."""
    drawing = charts.draw(chart, paper.wide, SIZE, lambda text: font(Face.HEI).width(text, SIZE), _MORE)
    if not drawing.forms:
        return
    if paper.room < drawing.high + 14 * MM:
        paper.turn()
    paper.y -= 26
    paper.text(paper.left, paper.y, chart.title, face=Face.HEI_BOLD, size=_TITLE)
    paper.outline(chart.title, 1)
    paper.y -= 6
    _forms(paper, drawing)
    if spots is not None:
        top = paper.height - paper.y
        spots.extend(
            Spot(paper.number - 1, paper.left + m.left, top + m.top, m.wide, m.high, m.link)
            for m in drawing.marks
            if m.link is not None
        )
    paper.y -= drawing.high


def _forms(paper: Paper, drawing: Drawing) -> None:
    left, top = paper.left, paper.y
    for form in drawing.forms:
        match form:
            case Box():
                _box(paper, left + form.left, top - form.top - form.high, form.wide, form.high, form.tone)
            case Plain():
                paper.bar(left + form.left, top - form.top - form.high, form.wide, form.high)
            case Rule():
                paper.line(
                    left + form.left, top - form.top, left + form.right, top - form.bottom,
                    width=0.5, grey=HAIR,
                )  # fmt: skip
            case Path():
                full = form.tone is Tone.FULL
                paper.path(
                    [(left + x, top - y) for x, y in form.points], 1.4 if full else 1.0, dashed=not full
                )
            case Dot():
                paper.dot(left + form.x, top - form.y, form.radius, filled=form.tone is Tone.FULL)
            case _:
                grey = _SHADES[form.ink]
                paper.text(
                    left + form.x, top - form.y, form.text,
                    face=Face.HEI, size=drawing.size, align=form.align, grey=grey,
                )  # fmt: skip


def _box(paper: Paper, x: float, y: float, wide: float, high: float, tone: Tone) -> None:
    if tone is Tone.FULL:
        paper.bar(x, y, wide, high, dark=True)
    elif tone is Tone.LIGHT:
        paper.bar(x, y, wide, high, light=True)
    else:
        paper.frame(x, y, wide, high, hatched=tone is Tone.HATCH)
