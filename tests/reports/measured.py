"""Reads back where every character of a PDF stands: the page itself is measured, not what was asked for."""

from __future__ import annotations

from collections import Counter
from ctypes import byref, c_double
from dataclasses import dataclass, replace

import pypdfium2
from pypdfium2 import raw

MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character: its left edge and baseline in millimetres from the sheet's left and top, its size in
    points, the width it takes."""

    text: str
    left: float
    base: float
    size: float
    wide: float

    @property
    def top(self) -> float:
        """The top of its square, of which 0.88 stand above the baseline."""
        return self.base - 0.88 * self.size / MM

    @property
    def low(self) -> float:
        """The foot of its square."""
        return self.base + 0.12 * self.size / MM


@dataclass(frozen=True, slots=True)
class Line:
    """Characters of one size on one baseline, from the left."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)


def glyphs(pdf: bytes) -> list[list[Glyph]]:
    """The visible characters of each page."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        high = page.get_size()[1]
        text = page.get_textpage()
        found: list[Glyph] = []
        for at in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(text, at)
            if 0xDC00 <= code < 0xE000 and found:  # the other half of a character beyond the basic plane
                first = ord(found[-1].text) - 0xD800
                found[-1] = replace(found[-1], text=chr(0x10000 + (first << 10) + code - 0xDC00))
                continue
            if chr(code).isspace() or code < 32 or raw.FPDFText_IsGenerated(text, at) == 1:
                continue
            x, y, box = c_double(), c_double(), raw.FS_RECTF()
            raw.FPDFText_GetCharOrigin(text, at, byref(x), byref(y))
            raw.FPDFText_GetLooseCharBox(text, at, byref(box))
            size = raw.FPDFText_GetFontSize(text, at)
            wide = (box.right - box.left) / MM
            found.append(Glyph(chr(code), x.value / MM, (high - y.value) / MM, size, wide))
        text.close()
        page.close()
        pages.append(found)
    document.close()
    return pages


def lines(page: list[Glyph], size: float) -> list[Line]:
    """The lines of one size, from the top."""
    bases = Counter(round(glyph.base, 1) for glyph in page if abs(glyph.size - size) < 0.01)
    return [
        Line(
            tuple(
                sorted(
                    (g for g in page if round(g.base, 1) == base and abs(g.size - size) < 0.01),
                    key=lambda g: g.left,
                )
            )
        )
        for base in sorted(bases)
    ]
