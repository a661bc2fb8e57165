"""The document of the reports page, drawn for the screen and put on paper page by page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.progress import Progress
from station_desk.reports.preview import Picture, Preview
from station_desk.ui.jobs import Turn

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_FINEST_DPI = 600
"""More than that no eye sees, and it takes a page four times as long."""
_STRIP = 512
"""Lines of pixels drawn at a time: ten megabytes at the finest."""

BLANK = 0
"""An empty side among the pages to print."""


class Shelf:
    """Holds the document shown and its file; outlives the page, so that both are let go of with it."""

    def __init__(self) -> None:
        self.document: Preview | None = None
        self.pdf = b""

    def clear(self) -> None:
        """Close the document."""
        if self.document is not None:
            self.document.close()
            self.document = None
        self.pdf = b""


def image(document: Preview, page: int, scale: float) -> QImage:
    """A page (from 0) as a picture of its own, at `scale` pixels a point."""
    return _image(document.draw(page, scale))


def _image(drawn: Picture) -> QImage:
    shown = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGBA8888)
    return shown.copy()


def printers() -> Sequence[str]:
    """The printers set up on this computer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return QPrinterInfo.availablePrinterNames()


def printer_for(document: Preview) -> QPrinter:
    """The system's printer, set to A4 as the document lies."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    wide, high = document.size(0)
    upright = QPageLayout.Orientation.Portrait
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide > high else upright)
    printer.setFullPage(True)
    return printer


def sides_of(printer: QPrinter, pages: int, current: int) -> tuple[int, ...]:
    """The pages (from 1) a printer is to be given, in order, as its dialog was answered: the range, the page
    now looked at (`current`), last page first; and the copies where the printer makes none itself."""
    from PySide6.QtPrintSupport import QPrinter

    wanted = list(range(1, pages + 1))
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        wanted = [current]
    elif printer.printRange() is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        wanted = [page for page in wanted if ranges.contains(page)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        wanted.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    two_sided = printer.duplex() is not QPrinter.DuplexMode.DuplexNone
    return copied(wanted, copies, collated=printer.collateCopies(), two_sided=two_sided)


def copied(pages: Sequence[int], copies: int, *, collated: bool, two_sided: bool) -> tuple[int, ...]:
    """The pages so many times, copy after copy or page by page; on both sides of the paper every copy begins
    on a sheet of its own."""
    if not collated:
        return tuple(page for page in pages for _ in range(copies))
    gap = (BLANK,) if two_sided and len(pages) % 2 else ()
    return tuple(page for at in range(copies) for page in (*pages, *(gap if at < copies - 1 else ())))


class PrintRun:
    """Sides put on paper one each `turn`, on the reader thread. It holds a document of its own: the one on
    screen may change meanwhile. `abandon` after a run that was stopped."""

    def __init__(self, pdf: bytes, printer: QPrinter, sides: Sequence[int]) -> None:
        self._pdf, self._printer, self._sides = pdf, printer, sides
        self._document: Preview | None = None
        self._painter = QPainter()
        self._at = 0

    def turn(self, progress: Progress) -> int | Turn:
        """Print the next side; at the end how many there were. UserError where the printer refuses."""
        progress(self._at, len(self._sides), "")
        if self._document is None:
            self._begin()
        elif not self._printer.newPage():
            self.abandon()
            raise UserError(translate("reports", "The printer stopped. Look at it, then print again."))
        if self._document is not None and self._sides[self._at] != BLANK:
            _put(self._document, self._sides[self._at] - 1, self._printer, self._painter)
        self._at += 1
        if self._at < len(self._sides):
            return Turn.AGAIN
        self._end()
        return self._at

    def _begin(self) -> None:
        if not self._painter.begin(self._printer):
            raise UserError(translate("reports", "The printer does not answer. Is it switched on?"))
        # Letters keep their edges; without it the pages would be pressed like photographs.
        self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        self._document = Preview(self._pdf)

    def _end(self) -> None:
        if self._painter.isActive():
            self._painter.end()
        if self._document is not None:
            self._document.close()

    def abandon(self) -> None:
        """Stop the printer and let go of the document."""
        if self._painter.isActive():
            self._printer.abort()
        self._end()


def _put(document: Preview, page: int, printer: QPrinter, painter: QPainter) -> None:
    """One page as large as the paper takes it, strip by strip at the printer's resolution."""
    from PySide6.QtPrintSupport import QPrinter

    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    wide, high = document.size(page)
    dots = math.ceil(printer.resolution() / _FINEST_DPI)  # of the printer to a pixel of ours, whole: no seams
    scale = min(paper.width() / wide, paper.height() / high) / dots
    rows = document.lines(page, scale)
    left = round(paper.x() + (paper.width() - wide * scale * dots) / 2)
    top = round(paper.y() + (paper.height() - rows * dots) / 2)
    for first in range(0, rows, _STRIP):
        drawn = document.strip(page, scale, first, min(first + _STRIP, rows))
        if drawn.pixels.count(0xFF) == len(drawn.pixels):
            continue  # white as the paper
        strip = _image(drawn)
        if strip.allGray():
            strip = strip.convertToFormat(QImage.Format.Format_Grayscale8)
        room = QRectF(left, top + first * dots, drawn.width * dots, drawn.height * dots)
        painter.drawImage(room, strip)
