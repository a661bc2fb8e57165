"""The small code with a form's number as a picture, for files in which nothing can be drawn."""

from __future__ import annotations

import struct
import zlib
from typing import Any

_PIXELS = 8
"""A square's side: office programs blur a picture that they enlarge."""
_BORDER = 2


def picture(text: str) -> bytes:
    """A PNG of the QR code of `text`, black on white, two squares of white around it."""
    from reportlab.graphics.barcode.qr import QrCodeWidget

    widget: Any = QrCodeWidget(text, barLevel="M")
    widget.qr.make()
    squares = [[bool(square) for square in line] for line in widget.qr.modules]
    side = (len(squares) + 2 * _BORDER) * _PIXELS
    blank = b"\0" + b"\xff" * side  # a line begins with how it is filtered: not at all
    edge = b"\xff" * (_BORDER * _PIXELS)
    lines = [blank] * (_BORDER * _PIXELS)
    for line in squares:
        drawn = b"".join((b"\0" if square else b"\xff") * _PIXELS for square in line)
        lines += [b"\0" + edge + drawn + edge] * _PIXELS
    lines += [blank] * (_BORDER * _PIXELS)
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(lines), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
