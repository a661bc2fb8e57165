"""Ruled forms: rows of cells whose text always fits, continued on the next page where a page is full."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from station_desk.reports.fonts import Face, balanced, wrap
from station_desk.reports.pages import MM, Paper

SIZE = 10.5
LEAD = 1.5
PAD = 1.6 * MM


@dataclass(frozen=True, slots=True)
class Cell:
    """A box: `width` in parts of the row, a `label` is centred and set in a heavier face.

    `foot` is a last line at the lower right, for a signature and its day.
    """

    text: str
    width: float
    label: bool = False
    align: str = "left"
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells side by side; at least `least` millimetres high. `splits`: may be continued on a new page.

    `under` is a table's heading, drawn again above the row where it begins a page.
    """

    cells: tuple[Cell, ...]
    least: float = 8.5
    splits: bool = False
    under: Row | None = None


def pairs(*items: tuple[str, str], label: float = 2, least: float = 8.5) -> Row:
    """A row of label and value, label and value; a value as wide as what is left divided by the pairs."""
    value = 12 / len(items) - label
    cells: list[Cell] = []
    for name, text in items:
        cells += [Cell(name, label, label=True), Cell(text, value)]
    return Row(tuple(cells), least)


def full(name: str, text: str, *, least: float = 20, foot: str = "", label: float = 2) -> Row:
    """A row of one label and a large value, which may run over the page."""
    return Row((Cell(name, label, label=True), Cell(text, 12 - label, foot=foot)), least, splits=True)


def draw(paper: Paper, rows: Sequence[Row], head: Callable[[Paper], None]) -> None:
    """Draw the rows below each other; `head` draws what stands above them on a continuation page. The last
    row, which is signed, never stands alone on one."""
    for at, row in enumerate(rows):
        if at and at == len(rows) - 2:
            both = _laid(paper, row).height + _laid(paper, rows[-1]).height
            if paper.room < both < 100 * MM:
                _over(paper, head)
                if row.under is not None:
                    _row(paper, row.under, head)
        _row(paper, row, head)


def fitted(paper: Paper, rows: Sequence[Row], growing: Mapping[int, float]) -> list[Row]:
    """The rows with those at `growing` made taller, each up to so many millimetres, as far as this page has
    room; where the rows need more than the page anyway, they stay as they are."""
    spare = (paper.room - sum(_laid(paper, row).height for row in rows)) / MM - 1
    out = list(rows)
    for left, (at, most) in enumerate(growing.items()):
        have = _laid(paper, rows[at]).height / MM
        more = min(max(spare, 0) / (len(growing) - left), max(most - have, 0))
        if more > 0:
            out[at] = replace(rows[at], least=have + more)
            spare -= more
    return out


@dataclass(frozen=True, slots=True)
class _Laid:
    """A row with its lines broken: widths and height in points."""

    widths: list[float]
    texts: list[list[str]]
    feet: list[list[str]]
    height: float


def _laid(paper: Paper, row: Row) -> _Laid:
    parts = sum(cell.width for cell in row.cells)
    widths = [paper.wide * cell.width / parts for cell in row.cells]
    texts = [
        (balanced if cell.label else wrap)(cell.text, _face(cell), SIZE, width - 2 * PAD)
        for cell, width in zip(row.cells, widths, strict=True)
    ]
    feet = [
        wrap(cell.foot, Face.SONG, SIZE, width - 2 * PAD) if cell.foot else []
        for cell, width in zip(row.cells, widths, strict=True)
    ]
    lines = max(len(text) + len(foot) for text, foot in zip(texts, feet, strict=True))
    return _Laid(widths, texts, feet, max(row.least * MM, lines * SIZE * LEAD + 2 * PAD))


def _row(paper: Paper, row: Row, head: Callable[[Paper], None]) -> None:
    laid = _laid(paper, row)
    widths, texts, feet, height = laid.widths, laid.texts, laid.feet, laid.height
    if height <= paper.room:
        _boxes(paper, row, widths, texts, feet, height)
        return
    whole_page = paper.top - paper.bottom - 20 * MM
    if height <= whole_page and (not row.splits or paper.room < 40 * MM):
        _over(paper, head)
        if row.under is not None:
            _row(paper, row.under, head)
        _boxes(paper, row, widths, texts, feet, height)
        return
    _split(paper, row, widths, texts, feet, head)


def _split(
    paper: Paper,
    row: Row,
    widths: list[float],
    texts: list[list[str]],
    feet: list[list[str]],
    head: Callable[[Paper], None],
) -> None:
    """As many lines as the page takes, then the rest on the next; labels are repeated."""
    step = SIZE * LEAD
    none: list[list[str]] = [[] for _ in feet]
    rest = texts
    while True:
        if paper.room < 3 * step + 2 * PAD:
            _over(paper, head)
        fits = int((paper.room - 2 * PAD) / step)
        long = max(len(text) + len(foot) for text, foot in zip(rest, feet, strict=True))
        if long <= fits:
            _boxes(paper, row, widths, rest, feet, min(max(long * step + 2 * PAD, 8 * MM), paper.room))
            return
        _boxes(paper, row, widths, [text[:fits] for text in rest], none, paper.room)
        rest = [text if cell.label else text[fits:] for cell, text in zip(row.cells, rest, strict=True)]
        _over(paper, head)


def _over(paper: Paper, head: Callable[[Paper], None]) -> None:
    paper.turn()
    head(paper)


def _face(cell: Cell) -> Face:
    return Face.SONG_BOLD if cell.label else Face.SONG


def _boxes(
    paper: Paper,
    row: Row,
    widths: list[float],
    texts: list[list[str]],
    feet: list[list[str]],
    height: float,
) -> None:
    x, top, low = paper.left, paper.y, paper.y - height
    step = SIZE * LEAD
    paper.line(paper.left, top, paper.right, top)
    paper.line(paper.left, low, paper.right, low)
    paper.line(x, top, x, low)
    for cell, width, text, foot in zip(row.cells, widths, texts, feet, strict=True):
        high = len(text) * step
        # Short cells stand in the middle; long ones and those to be signed begin at the top.
        in_middle = cell.label or (not foot and height < 30 * MM and len(text) < 4)
        y = top - (height - high) / 2 if in_middle else top - PAD
        y -= step - (step - SIZE) / 2 - SIZE * 0.12
        for line in text:
            if cell.label or cell.align == "center":
                paper.text(x + width / 2, y, line, face=_face(cell), size=SIZE, align="center")
            else:
                paper.text(x + PAD, y, line, size=SIZE)
            y -= step
        y = low + PAD + (len(foot) - 1) * step + 3
        for line in foot:
            paper.text(x + width - PAD, y, line, size=SIZE, align="right")
            y -= step
        x += width
        paper.line(x, top, x, low)
    paper.y = low
