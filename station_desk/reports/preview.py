"""Pages of a PDF as pixels for the screen: what is seen is what prints."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn page: RGBA, 8 bits each, `stride` bytes a line, from the top."""

    width: int
    height: int
    stride: int
    pixels: bytes


# The PDF library is not safe to use from two threads at once.
_ONE_AT_A_TIME = threading.Lock()


class Preview:
    """A PDF held open for drawing its pages; close it, or use it in a `with` block. Any thread may call."""

    def __init__(self, source: Path | bytes) -> None:
        import pypdfium2

        with _ONE_AT_A_TIME:
            self._document = pypdfium2.PdfDocument(source if isinstance(source, bytes) else str(source))
            self.pages: int = len(self._document)

    def __enter__(self) -> Preview:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page (from 0) in points."""
        with _ONE_AT_A_TIME:
            found = self._document[page]
            width, height = found.get_size()
            found.close()
        return float(width), float(height)

    def draw(self, page: int, scale: float) -> Picture:
        """Page `page` (from 0) at `scale` pixels a point; 1.0 is 72 dpi."""
        with _ONE_AT_A_TIME:
            return self._drawn(page, scale, (0, 0, 0, 0))

    def strip(self, page: int, scale: float, first: int, last: int) -> Picture:
        """Lines `first` to `last` (not itself) of the page as `draw` draws it, so that a page need not be
        held whole at a printer's resolution: at 600 dpi one is 140 MB."""
        rows = self.lines(page, scale)
        # A crop is rounded up to whole pixels: half a pixel less meets the one meant.
        above, below = max(0.0, first - 0.5) / scale, max(0.0, rows - last - 0.5) / scale
        with _ONE_AT_A_TIME:
            return self._drawn(page, scale, (0, below, 0, above))

    def lines(self, page: int, scale: float) -> int:
        """How many lines of pixels a page drawn at `scale` has."""
        return math.ceil(self.size(page)[1] * scale)

    def _drawn(self, page: int, scale: float, crop: tuple[float, float, float, float]) -> Picture:
        found = self._document[page]
        bitmap = found.render(scale=scale, crop=crop, force_bitmap_format=_BGRA, rev_byteorder=True)
        picture = Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        found.close()
        return picture

    def text(self, page: int) -> str:
        """The words of a page, for copying and for readers of screens."""
        with _ONE_AT_A_TIME:
            found = self._document[page]
            words = found.get_textpage()
            text = words.get_text_range()
            words.close()
            found.close()
        return str(text)

    def close(self) -> None:
        """Let go of the file."""
        with _ONE_AT_A_TIME:
            self._document.close()


_BGRA = 4
"""The library's number for four bytes a pixel."""
