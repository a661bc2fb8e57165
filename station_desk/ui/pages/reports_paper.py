"""The document shown: held open, drawn for the screen and put on paper page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.progress import Progress
from station_desk.reports.preview import Preview

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PRINT_DPI = 200


class Shelf:
    """Holds the document shown; outlives the page, so that the file is let go of when the page goes."""

    def __init__(self) -> None:
        self.document: Preview | None = None

    def clear(self) -> None:
        """Close the document."""
        if self.document is not None:
            self.document.close()
            self.document = None


def image(document: Preview, page: int, scale: float) -> QImage:
    """A page (from 0) as a picture of its own, at `scale` pixels a point."""
    drawn = document.draw(page, scale)
    shown = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGBA8888)
    return shown.copy()


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


def print_pages(document: Preview, printer: QPrinter, first: int, last: int, progress: Progress) -> None:
    """Pages `first` to `last` (from 1) on paper. UserError where the printer does not answer."""
    from PySide6.QtPrintSupport import QPrinter

    painter = QPainter()
    if not painter.begin(printer):
        raise UserError(translate("reports", "The printer does not answer. Is it switched on?"))
    try:
        for page in range(first - 1, last):
            progress(page - first + 1, last - first + 1, "")
            if page >= first:
                printer.newPage()
            room = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
            painter.drawImage(room, image(document, page, _PRINT_DPI / 72))
    finally:
        painter.end()
