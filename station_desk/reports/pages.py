"""A paper to draw on: margins, text, lines, page x of y, and what could not be printed said at the foot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from station_desk.reports.fonts import BOLD, MISSING, Face, font, runs, wrap

MM = 72 / 25.4
_TOTAL = 15 * MM
"""Room at the right of the foot for how many pages there are, up to 99,999."""
A4 = (210 * MM, 297 * MM)
INK, SOFT, HAIR, WHITE = 0.0, 0.35, 0.72, 1.0
"""Greys: text and rules, notes, hairlines. Nothing is filled: forms are printed in numbers."""
RED = (0.84, 0.0, 0.0)
"""The one colour of forms: a letter's head and its lines, as GB/T 9704 has them."""
BLUE, PALE = (0.141, 0.341, 0.651), (0.769, 0.827, 0.914)
"""Charts; a grey print makes them 32 % and 82 % of white, and hatching and outlines tell the rest apart."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Distances from the edge of the sheet in millimetres."""

    left: float
    right: float
    top: float
    bottom: float


OFFICIAL = Margins(28, 26, 37, 35)
"""GB/T 9704-2012: top 37 mm, binding side 28 mm, text area 156 by 225 mm."""
FORM = Margins(28, 22, 22, 22)
"""A form: the binding side as official papers have it, the rest given to the form."""
LIST = Margins(15, 15, 17, 18)
"""Wide tables: what every office printer still prints."""


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself beside its pages; `foot` stands at the left of every page's foot, `note`
    above it."""

    title: str
    subject: str
    author: str
    foot: str = ""
    note: str = ""


class Paper:
    """The document being drawn, page by page; `y` is the height reached, in points from the foot."""

    def __init__(self, out: BinaryIO, about: About, margins: Margins, *, landscape: bool = False) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        rl_config.useA85 = 0  # pages as plain bytes: a fifth smaller, and faster
        self.about = about
        self.width, self.height = (A4[1], A4[0]) if landscape else A4
        self.left = margins.left * MM
        self.right = self.width - margins.right * MM
        self.top = self.height - margins.top * MM
        self.bottom = margins.bottom * MM
        self.y = self.top
        self.number = 1
        self._lost: dict[str, None] = {}
        self._bookmarks = 0
        self._canvas = Canvas(out, pagesize=(self.width, self.height), pageCompression=1, lang="zh-CN")
        self._canvas.setTitle(about.title)
        self._canvas.setSubject(about.subject)
        self._canvas.setAuthor(about.author)
        self._canvas.setCreator("Station Desk")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    @property
    def room(self) -> float:
        """Points left above the foot of this page."""
        return self.y - self.bottom

    @property
    def wide(self) -> float:
        """Width between the margins, in points."""
        return self.right - self.left

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        face: Face = Face.SONG,
        size: float = 10.5,
        align: str = "left",
        grey: float = INK,
        red: bool = False,
        spacing: float = 0.0,
    ) -> None:
        """One line with its baseline at `y`; `x` is its left, middle or right by `align`; `spacing` points
        are added after each character."""
        if not text:
            return
        if align != "left":
            width = font(face).width(text, size) + spacing * len(text)
            x -= width / 2 if align == "center" else width
        canvas = self._canvas
        if red:
            canvas.setFillColorRGB(*RED)
        else:
            canvas.setFillGray(grey)
        for by, piece, lost in runs(text, face):
            canvas.setFont(by.name, size)
            thin = by.face is Face.RARE and face in BOLD
            if thin:  # that font has one weight: in a heading its outline is drawn along
                canvas.saveState()
                canvas.setLineWidth(size / 30)
                (canvas.setStrokeColorRGB(*RED) if red else canvas.setStrokeGray(grey))
            # None, as a spacing of 0 would be written for each piece.
            apart: float = spacing or None  # type: ignore[assignment]
            canvas.drawString(x, y, piece, mode=2 if thin else None, charSpace=apart)
            if thin:
                canvas.restoreState()
            x += by.width(piece, size) + spacing * len(piece)
            for character in lost:
                self._lost[character] = None

    def line(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        *,
        width: float = 0.6,
        grey: float = INK,
        red: bool = False,
    ) -> None:
        """A rule."""
        canvas = self._canvas
        canvas.setLineWidth(width)
        if red:
            canvas.setStrokeColorRGB(*RED)
        else:
            canvas.setStrokeGray(grey)
        canvas.line(x0, y0, x1, y1)

    def dashes(self, y: float) -> None:
        """A line to cut along, over the whole sheet."""
        self._canvas.setDash(4, 3)
        self.line(0, y, self.width, y, width=0.4, grey=SOFT)
        self._canvas.setDash()

    def bar(
        self, x: float, y: float, width: float, height: float, *, dark: bool = False, light: bool = False
    ) -> None:
        """A filled rectangle of a chart: dark, light, or bare as the paper."""
        canvas = self._canvas
        canvas.setFillColorRGB(*(BLUE if dark else PALE if light else (WHITE,) * 3))
        canvas.rect(x, y, width, height, stroke=0, fill=1)

    def frame(self, x: float, y: float, width: float, height: float, *, hatched: bool) -> None:
        """An outlined rectangle of a chart, with slanting lines in it or empty."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColorRGB(*BLUE)
        canvas.setLineWidth(0.5)
        half = min(0.25, width / 4)
        if hatched:
            around = canvas.beginPath()
            around.rect(x, y, width, height)
            canvas.clipPath(around, stroke=0, fill=0)
            slant = x - height
            while slant < x + width:
                canvas.line(slant, y, slant + height, y + height)
                slant += 2.4
        canvas.rect(x + half, y + half, width - 2 * half, height - 2 * half, stroke=1, fill=0)
        canvas.restoreState()

    def path(self, points: Sequence[tuple[float, float]], width: float, *, dashed: bool) -> None:
        """A line of a chart through these points."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColorRGB(*BLUE)
        canvas.setLineWidth(width)
        if dashed:
            canvas.setDash(3.5, 2.2)
        drawn = canvas.beginPath()
        drawn.moveTo(*points[0])
        for point in points[1:]:
            drawn.lineTo(*point)
        canvas.drawPath(drawn, stroke=1, fill=0)
        canvas.restoreState()

    def dot(self, x: float, y: float, radius: float, *, filled: bool) -> None:
        """A point of a chart: filled and round, or hollow and square."""
        canvas = self._canvas
        canvas.setStrokeColorRGB(*BLUE)
        canvas.setLineWidth(0.9)
        canvas.setFillColorRGB(*(BLUE if filled else (WHITE,) * 3))
        if filled:
            canvas.circle(x, y, radius, stroke=1, fill=1)
        else:
            canvas.rect(x - radius, y - radius, 2 * radius, 2 * radius, stroke=1, fill=1)

    def outline(self, title: str, level: int = 0) -> None:
        """An entry of the document's outline that leads to this page."""
        self._bookmarks += 1
        key = f"p{self._bookmarks}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key, level, closed=False)

    def code(self, text: str, *, size: float = 16 * MM) -> None:
        """A small QR code with a number in the top right corner, above the text, so that a scan finds it."""
        if not text:
            return
        from reportlab.graphics import renderPDF
        from reportlab.graphics.barcode.qr import QrCodeWidget
        from reportlab.graphics.shapes import Drawing

        widget = QrCodeWidget(text, barLevel="M", barWidth=size, barHeight=size, barBorder=1)
        drawing = Drawing(size, size)
        drawing.add(widget)
        y = min(self.top - 2, self.height - size - 6 * MM)
        renderPDF.draw(drawing, self._canvas, self.right - size + 2, max(y, self.top - 4 * MM))

    def turn(self) -> None:
        """Finish this page and begin the next."""
        self._foot()
        self._canvas.showPage()
        self.number += 1
        self.y = self.top

    def _say_note(self, y: float) -> float:
        """The note in at most two lines; returns the height above it."""
        lines = wrap(self.about.note, Face.HEI, 7, self.wide)[:2] if self.about.note else []
        for place, line in enumerate(reversed(lines)):
            self.text(self.left, y + place * 9, line, face=Face.HEI, size=7, grey=SOFT)
        return y + 9 * len(lines)

    def _say_lost(self, y: float) -> None:
        """Characters that no font has are said with their numbers: they themselves cannot be shown."""
        if not self._lost:
            return
        codes = "、".join(f"U+{ord(c):04X}" for c in self._lost)
        note = f"本页有字库未收的字，以“{MISSING}”代替：{codes}"
        lines = wrap(note, Face.HEI, 7, self.wide)
        for place, line in enumerate(reversed(lines[:3])):
            self.text(self.left, y + place * 9, line, face=Face.HEI, size=7, grey=SOFT)
        self._lost.clear()

    def _foot(self) -> None:
        y = max(self.bottom - 9 * MM, 7 * MM)
        self._say_lost(self._say_note(y + 10))
        size = 8
        self.text(self.left, y, self._short(self.about.foot, size), face=Face.HEI, size=size, grey=SOFT)
        # The number of pages is known at the end: it is drawn once there and shown on each page.
        page = f"第 {self.number} 页"
        self.text(self.right - _TOTAL, y, page, face=Face.HEI, size=size, align="right", grey=SOFT)
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(self.right - _TOTAL, y)
        canvas.doForm("pages")
        canvas.restoreState()

    def _short(self, text: str, size: float) -> str:
        """The foot's text, cut so that it never runs into the page number."""
        limit = self.wide - 45 * MM
        if font(Face.HEI).width(text, size) <= limit:
            return text
        while text and font(Face.HEI).width(text + "…", size) > limit:
            text = text[:-1]
        return text + "…"

    def finish(self) -> int:
        """Finish the last page and write the file; returns the number of pages."""
        self._foot()
        canvas = self._canvas
        canvas.showPage()
        canvas.beginForm("pages", 0, -3, _TOTAL, 12)
        self.text(_TOTAL, 0, f"共 {self.number} 页", face=Face.HEI, size=8, align="right", grey=SOFT)
        canvas.endForm()
        canvas.save()
        return self.number


def height_of(lines: Iterable[str], size: float, lead: float) -> float:
    """Points that wrapped lines take."""
    return sum(1 for _ in lines) * size * lead
