"""Tables as PDF, drawn line by line on the canvas: repeated heads, totals, charts, notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from station_desk.progress import Progress, silent
from station_desk.reports import charts_page
from station_desk.reports.content import (
    Column,
    Entry,
    Facts,
    Kind,
    Section,
    Spot,
    Table,
    behind,
    shown,
)
from station_desk.reports.fonts import Face, balanced, font, wrap
from station_desk.reports.pages import HAIR, LIST, MM, SOFT, About, Margins, Paper

PORTRAIT = Margins(22, 18, 20, 20)
SIZE = 8.5
LEAD = 1.42
PAD = 1.2 * MM


def write(table: Table, out: BinaryIO, progress: Progress = silent, spots: list[Spot] | None = None) -> int:
    """Write the table as PDF; returns the number of pages. `spots` is filled with where the values that
    something stands behind came to be."""
    facts = table.facts
    about = About(
        table.title, f"{facts.scope} {facts.period}", facts.made_by, f"{table.title}　{facts.scope}"
    )
    margins = LIST if table.landscape else PORTRAIT
    paper = Paper(out, about, margins, landscape=table.landscape)
    paper.outline(table.title)
    _title(paper, table)
    done, total = 0, sum(section.count for section in table.sections)
    for place, section in enumerate(table.sections):
        done = _Drawn(paper, section, spots).draw(progress, done, total, first=place == 0)
    _notes(paper, (*table.notes, *_joined(facts.lines(), paper.wide)))
    for chart in table.charts:
        charts_page.draw(paper, chart, spots)
    return paper.finish()


def _title(paper: Paper, table: Table) -> None:
    facts = table.facts
    paper.y -= 6
    for line in wrap(table.title, Face.SONG_BOLD, 18, paper.wide):
        paper.text(
            (paper.left + paper.right) / 2, paper.y - 16, line, face=Face.SONG_BOLD, size=18, align="center"
        )
        paper.y -= 26
    for line in wrap(f"{facts.scope}　·　{facts.period}", Face.SONG, 11, paper.wide):
        paper.text((paper.left + paper.right) / 2, paper.y - 12, line, size=11, align="center")
        paper.y -= 16
    paper.y -= 12
    _note_line(paper, facts)


def _note_line(paper: Paper, facts: Facts) -> None:
    made = f"制表：{facts.made_by or '—'}　{facts.made_at:%Y-%m-%d %H:%M}　规则：{facts.profile}"
    unit = f"共 {facts.records:,} 件" + (f"　单位：{facts.unit}" if facts.unit else "")
    limit = paper.wide - font(Face.HEI).width(unit, 8) - 10
    for place, line in enumerate(wrap(made, Face.HEI, 8, limit)):
        if place:
            paper.y -= 11
        paper.text(paper.left, paper.y, line, face=Face.HEI, size=8, grey=SOFT)
    paper.text(paper.right, paper.y, unit, face=Face.HEI, size=8, align="right", grey=SOFT)
    paper.y -= 5


class _Drawn:
    """One section being drawn."""

    def __init__(self, paper: Paper, section: Section, spots: list[Spot] | None) -> None:
        self.paper = paper
        self.section = section
        self.spots = spots
        self.places = [at for at, column in enumerate(section.columns) if column.wide]
        self.columns = [section.columns[at] for at in self.places]
        self.widths = _widths(self.columns, paper.wide)
        self.heads = [
            balanced(column.title, Face.HEI_BOLD, SIZE, width - 2 * PAD)
            for column, width in zip(self.columns, self.widths, strict=True)
        ]
        self.step = SIZE * LEAD

    def draw(self, progress: Progress, done: int, total: int, *, first: bool) -> int:
        paper, section = self.paper, self.section
        paper.y -= 4 if first and section.title else 0 if first else 14
        if paper.room < 40 * MM:
            paper.turn()
        if section.title:
            paper.y -= 13
            paper.text(paper.left, paper.y, section.title, face=Face.HEI_BOLD, size=10.5)
            paper.outline(section.title, 1)
            paper.y -= 5
        self._head()
        count = 0
        rows = iter(section.rows)
        row = next(rows, None)
        while row is not None:
            after = next(rows, None)
            if after is None and section.total is not None:
                self._keep_together(row, section.total)
            self._row(row)
            row = after
            count += 1
            if count % 200 == 0:
                progress(done + count, total, section.title)
        if not count:
            paper.y -= self.step + 2 * PAD
            paper.text(
                paper.left + PAD, paper.y + PAD, "（本期没有记录）", face=Face.HEI, size=SIZE, grey=SOFT
            )
        if section.total is not None:
            self._total(section.total)
        paper.line(paper.left, paper.y, paper.right, paper.y, width=1)
        progress(done + count, total, section.title)
        return done + count

    def _keep_together(self, row: Sequence[Entry], total: Sequence[Entry]) -> None:
        """The line of totals never begins a page alone: the last row goes over with it."""
        need = self._height(row, Face.HEI) + self._height(total, Face.HEI_BOLD)
        if self.paper.room < need + 2 < self.paper.top - self.paper.bottom - 25 * MM:
            self._over()

    def _head(self) -> None:
        paper = self.paper
        paper.line(paper.left, paper.y, paper.right, paper.y, width=1)
        height = max(len(head) for head in self.heads) * self.step + 2 * PAD
        x = paper.left
        for head, column, width in zip(self.heads, self.columns, self.widths, strict=True):
            y = paper.y - (height - len(head) * self.step) / 2 - SIZE
            for line in head:
                if column.right:
                    paper.text(x + width - PAD, y, line, face=Face.HEI_BOLD, size=SIZE, align="right")
                else:
                    paper.text(x + PAD, y, line, face=Face.HEI_BOLD, size=SIZE)
                y -= self.step
            x += width
        paper.y -= height
        paper.line(paper.left, paper.y, paper.right, paper.y, width=0.6)

    def _lines(self, row: Sequence[Entry], face: Face) -> list[list[str]]:
        return [
            wrap(_printed(row[at], column), face, SIZE, width - 2 * PAD)
            for at, column, width in zip(self.places, self.columns, self.widths, strict=True)
        ]

    def _height(self, row: Sequence[Entry], face: Face) -> float:
        return max(len(lines) for lines in self._lines(row, face)) * self.step + 2 * PAD

    def _row(self, row: Sequence[Entry], face: Face = Face.HEI) -> None:
        cells = self._lines(row, face)
        while True:
            high = max(len(lines) for lines in cells)
            height = high * self.step + 2 * PAD
            if height <= self.paper.room:
                self._mark(row, height)
                self._draw_cells(cells, face, height)
                return
            whole = self.paper.top - self.paper.bottom - 25 * MM
            if height <= whole:
                self._over()
                continue
            # Longer than a page: as many lines as fit, the rest on the next.
            fits = int((self.paper.room - 2 * PAD) / self.step)
            if fits < 4:
                self._over()
                continue
            self._mark(row, fits * self.step + 2 * PAD)
            self._draw_cells([lines[:fits] for lines in cells], face, fits * self.step + 2 * PAD)
            cells = [lines[fits:] for lines in cells]
            self._over()

    def _over(self) -> None:
        paper = self.paper
        paper.line(paper.left, paper.y, paper.right, paper.y, width=1)
        paper.turn()
        self._head()

    def _mark(self, row: Sequence[Entry], height: float) -> None:
        """Note where the values of the row about to be drawn stand that something is behind."""
        if self.spots is None:
            return
        paper, x = self.paper, self.paper.left
        for at, width in zip(self.places, self.widths, strict=True):
            link = behind(row[at])
            if link is not None:
                top = paper.height - paper.y
                self.spots.append(Spot(paper.number - 1, x, top, width, height, link))
            x += width

    def _draw_cells(self, cells: list[list[str]], face: Face, height: float) -> None:
        paper = self.paper
        x = paper.left
        for lines, column, width in zip(cells, self.columns, self.widths, strict=True):
            y = paper.y - PAD - SIZE
            for line in lines:
                if column.right:
                    paper.text(x + width - PAD, y, line, face=face, size=SIZE, align="right")
                else:
                    paper.text(x + PAD, y, line, face=face, size=SIZE)
                y -= self.step
            x += width
        paper.y -= height
        paper.line(paper.left, paper.y, paper.right, paper.y, width=0.35, grey=HAIR)

    def _total(self, row: Sequence[Entry]) -> None:
        paper = self.paper
        if paper.room < self._height(row, Face.HEI_BOLD):
            self._over()
        paper.line(paper.left, paper.y, paper.right, paper.y, width=0.6)
        self._row(row, Face.HEI_BOLD)


def _widths(columns: Sequence[Column], wide: float) -> list[float]:
    """A day's column is as wide as a day, so that none is ever broken; the rest share by their parts."""
    day = font(Face.HEI_BOLD).width("2026-05-08", SIZE) + 2 * PAD + 1
    fixed = day * sum(column.kind is Kind.DAY for column in columns)
    parts = sum(column.wide for column in columns if column.kind is not Kind.DAY)
    return [day if c.kind is Kind.DAY else (wide - fixed) * c.wide / parts for c in columns]


def _printed(value: Entry, column: Column) -> str:
    """As shown; a rate puts what it was made of on a line of its own where the column is narrow."""
    text = shown(value, column)
    return text.replace(" (", "\n(") if column.kind is Kind.RATE and column.wide < 20 else text


def _joined(facts: Sequence[str], wide: float) -> list[str]:
    """As many facts to a line as fit, each whole."""
    out: list[str] = []
    for fact in facts:
        longer = f"{out[-1]}　　{fact}" if out else fact
        if out and font(Face.HEI).width(longer, 8) <= wide:
            out[-1] = longer
        else:
            out.append(fact)
    return out


def _notes(paper: Paper, notes: Sequence[str]) -> None:
    paper.y -= 10
    for note in notes:
        for line in wrap(note, Face.HEI, 8, paper.wide):
            if paper.room < 12:
                paper.turn()
            paper.y -= 11.5
            paper.text(paper.left, paper.y, line, face=Face.HEI, size=8, grey=SOFT)
