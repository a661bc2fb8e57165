"""The program's own fonts: measuring, breaking lines, and another font where one lacks a character."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache

from station_desk import paths

MISSING = "〓"
"""Printed for a character that no font of the program has; the page's foot says which one it was."""

NO_START = frozenset("、，。；：？！）》」』”’…—·〉】〕｝,.;:?!)]}%‰℃°")
NO_END = frozenset("（《「『“‘〈【〔｛([{¥$#")


class Face(Enum):
    """The faces of printed sheets, by file."""

    SONG = "NotoSerifSC_400Regular"
    SONG_BOLD = "NotoSerifSC_700Bold"
    HEI = "NotoSansSC_400Regular"
    HEI_BOLD = "NotoSansSC_700Bold"
    RARE = "HanaMinB"


_FALLBACK = {
    Face.SONG: Face.HEI,
    Face.SONG_BOLD: Face.HEI_BOLD,
    Face.HEI: Face.SONG,
    Face.HEI_BOLD: Face.SONG_BOLD,
}
BOLD = frozenset({Face.SONG_BOLD, Face.HEI_BOLD})

_RARE_FROM, _RARE_TO = "\U00020000", "\U0002ebef"
"""Extensions B to F, all that `Face.RARE` has: what it is loaded for, as it takes 30 MB."""


class Font:
    """One face, registered with the PDF library when first used in this process."""

    def __init__(self, face: Face) -> None:
        from reportlab.pdfbase import pdfmetrics, ttfonts

        ttfonts.makeToUnicodeCMap = to_unicode  # type: ignore[assignment]
        self.face = face
        self.name = face.value
        made = ttfonts.TTFont(self.name, str(paths.resource(f"fonts/{face.value}.ttf")))
        pdfmetrics.registerFont(made)
        self._glyphs = made.face.charToGlyph
        self._widths: dict[str, float] = {}
        self._char_widths = made.face.charWidths
        self._default = made.face.defaultWidth
        self._has: set[str] = set()

    def lacks(self, text: str) -> set[str]:
        """The characters of `text` this font cannot draw."""
        unseen = set(text) - self._has
        missing = {c for c in unseen if ord(c) not in self._glyphs}
        self._has |= unseen - missing
        return missing

    def width(self, text: str, size: float) -> float:
        """Width in points; characters drawn by the fallback count as one em, as all Chinese ones are."""
        known = self._widths
        total = 0.0
        for c in text:
            w = known.get(c)
            if w is None:
                code = ord(c)
                w = self._char_widths.get(code, self._default) if code in self._glyphs else 1000.0
                known[c] = w
            total += w
        return total * size / 1000


@cache
def font(face: Face) -> Font:
    """The face, loaded once."""
    return Font(face)


def _chain(face: Face, missing: set[str]) -> dict[str, Font]:
    """Which other font draws each character that `face` lacks; those no font has are left out."""
    found: dict[str, Font] = {}
    for other in (_FALLBACK[face], Face.RARE):
        if other is Face.RARE:
            missing = {c for c in missing if _RARE_FROM <= c <= _RARE_TO}
        if not missing:
            break
        by = font(other)
        nowhere = by.lacks("".join(missing))
        found.update(dict.fromkeys(missing - nowhere, by))
        missing = nowhere
    return found


def runs(text: str, face: Face) -> Iterator[tuple[Font, str, str]]:
    """`text` as pieces (font, what to draw, what could not be drawn), falling back character by character."""
    first = font(face)
    missing = first.lacks(text)
    if not missing:
        yield first, text, ""
        return
    others = _chain(face, missing)
    nowhere = missing - others.keys()
    piece, drawn_by = "", first
    lost = ""
    for c in text:
        by = others.get(c, first)
        if by is not drawn_by and piece:
            yield drawn_by, piece, lost
            piece = lost = ""
        drawn_by = by
        if c in nowhere:
            lost += c
            c = MISSING
        piece += c
    yield drawn_by, piece, lost


def wrap(text: str, face: Face, size: float, limit: float) -> list[str]:
    """`text` broken to lines no wider than `limit` points; at least one line.

    Chinese breaks anywhere but before closing and after opening punctuation; Latin words and numbers stay
    whole unless one alone is wider than the line.
    """
    out: list[str] = []
    measure = font(face).width
    for paragraph in text.replace("\r\n", "\n").replace("\t", "    ").split("\n"):
        if measure(paragraph, size) <= limit:
            out.append(paragraph)
            continue
        _break(paragraph, face, size, limit, out)
    return out


def balanced(text: str, face: Face, size: float, limit: float) -> list[str]:
    """As `wrap`, with lines as even as they can be in the same number: for headings."""
    lines = wrap(text, face, size, limit)
    while len(lines) > 1 and limit > size * 2:
        limit -= size / 2
        tighter = wrap(text, face, size, limit)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def _break(paragraph: str, face: Face, size: float, limit: float, out: list[str]) -> None:
    measure = font(face).width
    start, used, at = 0, 0.0, 0
    while at < len(paragraph):
        used += measure(paragraph[at], size)
        if used <= limit:
            at += 1
            continue
        cut = _cut(paragraph, start, at)
        out.append(paragraph[start:cut].rstrip(" "))
        start = cut
        while start < len(paragraph) and paragraph[start] == " ":
            start += 1
        at, used = start, 0.0
    if start < len(paragraph):
        out.append(paragraph[start:])


def _cut(text: str, start: int, at: int) -> int:
    """Where to break a line begun at `start` whose character `at` no longer fits; beyond `start`."""
    for may_break in (_may_break, _may_tear):
        for cut in range(at, start, -1):
            if may_break(text, cut):
                return cut
    return max(at, start + 1)


def _may_tear(text: str, at: int) -> bool:
    """Within a number or path too long for the line: after its own joints."""
    return text[at - 1] in "-/_"


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if "□" in text or "■" in text:
        return before == "　"  # a choice stays with its box
    if after in NO_START or after in "-/" or before in NO_END:
        return False
    return not (_word(before) and _word(after))


def _word(c: str) -> bool:
    return c < "\u2e80" and not c.isspace() and c not in NO_START and c not in NO_END


def to_unicode(name: str, subset: list[int]) -> str:
    """The table by which a reader of the PDF gets the text back from a font's codes.

    In place of the library's own, which writes five hex digits for a character beyond the basic plane
    where the format wants its two UTF-16 halves, and puts more than 100 entries into one block.
    """
    entries = [
        f"<{code:02X}> <{chr(value).encode('utf-16-be').hex().upper()}>" for code, value in enumerate(subset)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), 100):
        block = entries[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
